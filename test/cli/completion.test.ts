/** The scripts run in the shells that they are for, where a machine has them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

const scripts = new Map<string, string>();
beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout, stderr } = await asyncioLab(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const path = join(folderWith(), shell);
    writeFileSync(path, stdout);
    scripts.set(shell, path);
  }
});

/** What may stand at the end of a line that was begun, in each shell. */
const completing: Record<string, (line: string, cwd: string) => string[]> = {
  bash: (line, cwd) => {
    const words = line.split(' ');
    const program = `source "$1"; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}; _asyncio_lab; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return linesOf('bash', ['--norc', '-c', program, 'bash', scripts.get('bash') ?? ''], cwd);
  },
  zsh: (line, cwd) => {
    const words = line.split(' ');
    // Without a terminal nothing completes in zsh: what would be offered is printed instead.
    const program = `
compdef() {}
compadd() { local all=(); if [ "$1" = -a ]; then all=("\${(@P)2}"); else shift; all=("$@"); fi; print -l -- \${(M)all:#$PREFIX*}; }
_describe() { local one; for one in "\${(@P)2}"; do print -r -- "\${one%%:*}"; done | grep -e "^$PREFIX"; }
_files() { if [ "$1" = -/ ]; then print -l -- $PREFIX*(/N); else print -l -- $PREFIX*(N); fi; }
source "$1"
words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; PREFIX='${words.at(-1)}'
_asyncio_lab`;
    return linesOf('zsh', ['-f', '-c', program, 'zsh', scripts.get('zsh') ?? ''], cwd);
  },
  fish: (line, cwd) => {
    const program = `source ${scripts.get('fish')}; complete -C '${line}'`;
    const lines = linesOf('fish', ['--no-config', '-c', program], cwd);
    return lines.map((it) => it.split('\t')[0] ?? '');
  },
};

function linesOf(shell: string, args: readonly string[], cwd: string): string[] {
  const { stdout, stderr } = spawnSync(shell, args, { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((it) => it !== '');
}

describe.each(['bash', 'zsh', 'fish'])('%s', (shell) => {
  const complete = (line: string, cwd = folderWith()) => completing[shell]?.(line, cwd) ?? [];
  const here = has(shell);

  test.skipIf(!here)('completes commands', () => {
    expect(complete('asyncio-lab exer')).toEqual(['exercise']);
    const all = complete('asyncio-lab ');
    expect(all).toEqual(expect.arrayContaining(['list', 'run', 'check', 'exercise', 'new']));
    expect(complete('asyncio-lab exercise sol')).toEqual(['solution']);
    expect(complete('asyncio-lab exercise dev ')).toEqual(expect.arrayContaining(['new', 'check']));
  });

  test.skipIf(!here)('completes the options of a command, and those that all have', () => {
    expect(complete('asyncio-lab check --sha')).toEqual(['--shard']);
    expect(complete('asyncio-lab run gather --spe')).toEqual(['--speed']);
    expect(complete('asyncio-lab run --la')).toEqual(['--lang']);
    expect(complete('asyncio-lab run --sha')).toEqual([]);
    expect(complete('asyncio-lab exercise check --al')).toEqual(['--all']);
  });

  test.skipIf(!here)('completes what an option chooses from', () => {
    expect(complete('asyncio-lab run --lang ').toSorted()).toEqual(['en', 'zh-TW']);
    expect(complete('asyncio-lab check --clock v')).toEqual(['virtual']);
    expect(complete('asyncio-lab check --reporter ju')).toEqual(['junit']);
  });

  test.skipIf(!here)('completes the names of scenarios, and files', () => {
    const folder = folderWith({ 'gather-mine.ts': '' });
    expect(complete('asyncio-lab run gath', folder).toSorted()).toEqual([
      'gather',
      'gather-mine.ts',
    ]);
    expect(complete('asyncio-lab run hello gath').toSorted()).toEqual(['gather']);
  });

  test.skipIf(!here)('completes the names of exercises', () => {
    expect(complete('asyncio-lab exercise hint two-at')).toEqual(['two-at-once']);
    expect(complete('asyncio-lab exercise check --json await-e')).toEqual(['await-each']);
  });

  test.skipIf(!here)('completes folders where only they make sense', () => {
    const folder = folderWith({ 'mine.txt': '' });
    mkdirSync(join(folder, 'mine'));
    const [one, ...others] = complete('asyncio-lab init mi', folder);
    expect(one?.replace(/\/$/, '')).toBe('mine');
    expect(others).toEqual([]);
  });
});

test('the scripts say how to use them, and have every command', async () => {
  for (const [shell, path] of scripts) {
    const script = readFileSync(path, 'utf8');
    expect(script).toContain(`asyncio-lab completion ${shell}`);
    for (const command of ['merge-reports', 'exercise solution', 'bench']) {
      expect(script).toContain(command);
    }
  }
});

test.each([
  [['completion', 'csh'], "unknown shell 'csh': choose bash, zsh or fish"],
  [['completion'], '<shell> is missing; --help says what it is'],
])('%j is wrong usage', async (args, message) => {
  expect(await asyncioLab(args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `asyncio-lab: ${message}\n`,
  });
});
