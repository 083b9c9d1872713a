/** However the command line ends, no process outlives it: each tells a server that it is there. */

import type { ChildProcess } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { firstSet } from '../../src/cli/exercise/dev/first-set.js';
import { asyncioLab, type Ended, folderWith } from './command.js';
import { scenarioWith, twin } from './pair.js';

const closing: (() => void)[] = [];

afterAll(() => {
  for (const close of closing.splice(0)) close();
});

/** Whatever runs this says that it is there, and is blocked from then on. */
const blocked = (port: number) => `
await new Promise((resolve) => {
  const socket = connect(${port}, '127.0.0.1', () => socket.write(String(process.pid), resolve));
});
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
`;

/** Runs programs like a Python, but for what they do. */
const fakePython = (port: number) => `#!${process.execPath}
const { connect } = require('node:net');
process.on('SIGTERM', () => {});
console.log('{"python": "3.14.0"}');
process.stdin.once('data', async () => {${blocked(port)}});
`;

/** Start a command; once something it runs is blocked, do something to it. Return how all ended. */
async function whileBlocked(
  filesFor: (port: number) => Record<string, string>,
  args: readonly string[],
  act: (command: ChildProcess) => unknown,
): Promise<Ended> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cwd = folderWith(filesFor(port));
  if (args.includes('./python')) chmodSync(join(cwd, 'python'), 0o755);
  let command: ChildProcess | undefined;
  const gone = new Promise<void>((resolve) => {
    server.on('connection', (socket: Socket) => {
      socket.on('error', () => {}).on('close', resolve);
      socket.once('data', async (pid) => {
        closing.push(() => {
          if (!socket.closed) process.kill(Number(pid), 'SIGKILL');
          server.close();
        });
        if (command !== undefined) await act(command);
      });
    });
  });
  const ended = await asyncioLab(args, {
    cwd,
    onStart: (child) => {
      command = child;
    },
  });
  await gone;
  return ended;
}

const python = (port: number) => ({
  'mine.ts': scenarioWith(0.1),
  'mine.py': twin,
  python: fakePython(port),
});
/** The answer that a learner has not given yet. */
const exercise = (port: number) => ({
  ...firstSet('en'),
  'at-the-same-time/both-pages/both-pages.ts': `import { connect } from 'node:net';${blocked(port)}`,
});
const scenario = (port: number) => ({
  'mine.mjs': `import { connect } from 'node:net';${blocked(port)}`,
});

describe.runIf(process.platform !== 'win32')('a Python ends with', () => {
  test.each([
    ['compare', 'SIGINT', 130, 'asyncio-lab: interrupted\n'],
    ['record', 'SIGINT', 130, 'asyncio-lab: interrupted\n'],
    ['compare', 'SIGTERM', 143, ''],
    ['compare', 'SIGHUP', 129, ''],
  ] as const)('%s that gets a %s alone', async (command, signal, code, stderr) => {
    const args = [command, 'mine.ts', '--python', './python'];
    const ended = await whileBlocked(python, args, (child) => child.kill(signal));
    expect(ended).toEqual({ code, stdout: '', stderr });
  });
});

describe.runIf(process.platform !== 'win32')('an answer that blocks its process ends with', () => {
  test.each([
    ['SIGINT', 130, 'asyncio-lab: interrupted\n'],
    ['SIGTERM', 143, ''],
  ] as const)('exercise dev check that gets a %s', async (signal, code, stderr) => {
    const args = ['exercise', 'dev', 'check'];
    const ended = await whileBlocked(exercise, args, (child) => child.kill(signal));
    expect(ended).toEqual({ code, stdout: '', stderr });
  });
});

describe.runIf(process.platform === 'linux')('what takes long ends even with', () => {
  test.concurrent.each([
    ['check', scenario, ['check', 'mine.mjs']],
    ['exercise dev check', exercise, ['exercise', 'dev', 'check']],
    ['compare', python, ['compare', 'mine.ts', '--python', './python']],
  ] as const)('%s that is killed', async (_, files, args) => {
    const { code } = await whileBlocked(files, args, async (child) => {
      await untilGuarded(child.pid ?? 0);
      child.kill('SIGKILL');
    });
    expect(code).toBe(null);
  });
});

/** The guard is the one process that a command starts without a file. */
async function untilGuarded(pid: number): Promise<void> {
  const children = () =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const isGuard = (child: string) => commandOf(child).includes('\0-e\0');
  while (!children().some(isGuard)) await sleep(20);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It has ended.
  }
}
