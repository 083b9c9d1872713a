/** The workshop's commands without a terminal, on the set that comes with this package. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSet } from '../../../src/lab/exercise/find.js';
import { learnerText } from '../../../src/lab/exercise/learner-file.js';
import { widthOf } from '../../../src/report/columns.js';
import { asyncioLab, folderWith } from '../command.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { exercises } = await loadSet();
const twoAtOnce = exercises.find(({ name }) => name === 'two-at-once');
if (twoAtOnce === undefined) throw new Error('no such exercise');
const solution = learnerText(readFileSync(twoAtOnce.solution, 'utf8'), 'en');

const at = (cwd: string, ...args: string[]) => asyncioLab(['exercise', ...args], { cwd });

/** Make a learner's folder. */
async function learnersFolder(...args: string[]): Promise<string> {
  const folder = join(folderWith(), 'mine');
  const { code, stderr } = await at(dirname(folder), 'init', 'mine', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return folder;
}

describe('init', () => {
  test('writes all exercises, what npm and an editor need, and says what to do next', async () => {
    const around = folderWith();
    const { stdout } = await at(around, 'init', 'mine');
    expect(stdout).toBe(
      [
        ` exercises      ${exercises.length} written`,
        ' package.json   written',
        ' tsconfig.json  written',
        ' README.md      written',
        ' progress.txt   written',
        '',
        ' Next:',
        '   cd mine',
        '   npm install',
        '   npx asyncio-lab exercise',
        '',
        ' Then open the folder in your editor, beside the terminal.',
        '',
      ].join('\n'),
    );
    const folder = join(around, 'mine');
    for (const { chapter, name } of exercises) {
      const text = readFileSync(join(folder, chapter.name, `${name}.ts`), 'utf8');
      expect(text).toContain('TODO');
      expect(text).not.toMatch(/\[en\]|\[zh-TW\]/);
    }
    const { devDependencies, scripts } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    expect(Object.keys(devDependencies)).toEqual(['asyncio-lab', '@types/node', 'typescript']);
    expect(scripts.start).toBe('asyncio-lab exercise');
  });

  test('speaks the learner’s language, and the folder keeps it', async () => {
    const folder = await learnersFolder('--lang', 'zh-TW');
    expect(readFileSync(join(folder, 'tasks/two-at-once.ts'), 'utf8')).toContain('// TODO：');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('npm start');
    const { stdout } = await at(folder, 'check', 'two-at-once');
    expect(stdout).toContain('同時等兩件事');
    const { stdout: english } = await at(folder, 'check', 'two-at-once', '--lang', 'en');
    expect(english).toContain('Two waits at once');
  });

  test('changes nothing that is there, and writes what is missing', async () => {
    const folder = await learnersFolder();
    const answer = join(folder, 'tasks/two-at-once.ts');
    writeFileSync(answer, 'mine');
    writeFileSync(join(folder, 'progress.txt'), 'done tasks/two-at-once\n');
    rmSync(join(folder, 'tasks/await-each.ts'));
    const { code, stdout } = await at(join(folder, 'tasks'), 'init');
    expect(code).toBe(0);
    expect(stdout).toContain(' exercises      1 written\n');
    expect(stdout).toContain(` exercises      ${exercises.length - 1} left as they are\n`);
    expect(stdout).toContain(' progress.txt   left as it is\n');
    expect(readFileSync(answer, 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'progress.txt'), 'utf8')).toBe('done tasks/two-at-once\n');
    expect(existsSync(join(folder, 'tasks/await-each.ts'))).toBe(true);
  });

  test('says which packages are missing where a package.json was there', async () => {
    const folder = folderWith({ 'package.json': '{ "name": "mine" }' });
    const { stdout } = await at(folder, 'init', '.');
    const clone = `file:${relative(realpathSync(folder), root)}`;
    expect(stdout).toContain(`   npm install --save-dev ${clone} @types/node typescript\n`);
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{ "name": "mine" }');
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(readme).toContain('\nnpx asyncio-lab exercise\n');
    expect(readme).not.toContain('npm start');
  });

  test('says in one line why it cannot', async () => {
    const folder = folderWith({ file: '' });
    expect(await at(folder, 'init', 'file/mine')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^asyncio-lab: cannot write file\/mine\/.*: .+\n$/),
    });
  });

  test('gives types to the editor: nothing is wrong with solutions', async () => {
    const folder = await learnersFolder();
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/asyncio-lab'), 'junction');
    symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'), 'junction');
    for (const found of exercises) {
      const text = learnerText(readFileSync(found.solution, 'utf8'), 'en');
      writeFileSync(join(folder, found.chapter.name, `${found.name}.ts`), text);
    }
    const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
    const tsc = join(dirname(typescript), 'bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', '.'], { cwd: folder });
    writeFileSync(join(folder, 'tasks/two-at-once.ts'), `${solution}\nconst n: number = main;\n`);
    expect(() => execFileSync(process.execPath, [tsc, '-p', '.'], { cwd: folder })).toThrow();
  });
});

describe('a teacher’s set', () => {
  const set = `import { defineExerciseSet } from 'asyncio-lab';
export default defineExerciseSet({
  title: 'Ours', closing: 'Done.',
  chapters: [{ name: 'tea', title: 'Tea', exercises: ['boil'] }],
});`;
  const exercise = `import { defineExercise } from 'asyncio-lab';
export default defineExercise({
  title: 'Boil it', kind: 'fix', task: 'Print tea.', hints: ['One.', 'Two.'], why: 'Because.',
  mistakes: [],
});`;
  const printing = (text: string) => `import { coroutine, print } from 'asyncio-lab';
// TODO
export const main = coroutine(function* main() {
  print('${text}');
});
`;
  const files = {
    'set/set.ts': set,
    'set/tea/boil/exercise.ts': exercise,
    'set/tea/boil/boil.ts': printing('milk'),
    'set/tea/boil/solution.ts': printing('tea'),
    'set/node_modules/big/index.js': '',
  };

  test('is copied into the folder, which can go anywhere', async () => {
    const around = folderWith(files);
    const { code, stdout } = await at(around, 'init', 'mine', '--from', 'set');
    expect(code).toBe(0);
    expect(stdout).toContain(' exercises             1 written\n');
    expect(stdout).toContain(' the set of exercises  written\n');
    expect(existsSync(join(around, 'mine/.asyncio-lab/set/node_modules'))).toBe(false);
    const elsewhere = join(folderWith(), 'moved');
    cpSync(join(around, 'mine'), elsewhere, { recursive: true });
    rmSync(join(around, 'set'), { recursive: true });
    const unsolved = await at(elsewhere, 'check');
    expect(unsolved).toMatchObject({ code: 1, stderr: '' });
    expect(unsolved.stdout).toContain('0  tea');
    writeFileSync(join(elsewhere, 'tea/boil.ts'), printing('tea'));
    const solved = await at(elsewhere, 'check', 'boil');
    expect(solved).toMatchObject({ code: 0, stderr: '' });
    expect(solved.stdout).toContain('All exercises are done.');
  });

  test('does not go where other exercises are, nor into itself', async () => {
    const around = folderWith(files);
    await at(around, 'init', 'mine');
    expect(await at(around, 'init', 'mine', '--from', 'set')).toMatchObject({
      code: 2,
      stderr: 'asyncio-lab: mine has exercises already: name another folder for those of --from\n',
    });
    expect(await at(around, 'init', 'set/mine', '--from', 'set')).toMatchObject({ code: 2 });
  });

  test('that is none says so', async () => {
    const around = folderWith({ 'set/other.ts': '' });
    expect(await at(around, 'init', 'mine', '--from', 'set')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^asyncio-lab: .*set has no set of exercises.*\n$/),
    });
    expect(readdirSync(around)).toEqual(['set']);
  });
});

describe('in a learner’s folder', () => {
  let template: string;
  beforeAll(async () => {
    template = await learnersFolder();
  });

  const copied = () => {
    const folder = join(folderWith(), 'mine');
    cpSync(template, folder, { recursive: true });
    return folder;
  };

  test('check judges an exercise, and ends with 0 only when it passes', async () => {
    const folder = copied();
    const wrong = await at(folder, 'check', 'two-at-once');
    expect(wrong).toMatchObject({ code: 1, stderr: '' });
    expect(wrong.stdout).toContain('2  toast is ready');
    expect(wrong.stdout).toContain('✗ It took 3 seconds, the sum of both waits');
    writeFileSync(join(folder, 'tasks/two-at-once.ts'), solution);
    const right = await at(folder, 'check', 'tasks/two-at-once');
    expect(right).toMatchObject({ code: 0, stderr: '' });
    expect(right.stdout).toContain('✓ Right, and it takes 2 s.');
    expect(right.stdout).toContain('Next: tasks/await-each, in tasks/await-each.ts');
    expect(readFileSync(join(folder, 'progress.txt'), 'utf8')).toContain('done tasks/two-at-once');
  });

  test('check takes the current exercise, and goes on when it passes', async () => {
    const folder = copied();
    writeFileSync(join(folder, 'progress.txt'), 'current tasks/two-at-once\n');
    writeFileSync(join(folder, 'tasks/two-at-once.ts'), solution);
    expect((await at(join(folder, 'gather'), 'check')).code).toBe(0);
    expect(readFileSync(join(folder, 'progress.txt'), 'utf8')).toContain(
      'current tasks/await-each',
    );
  });

  test('check --json is for scripts', async () => {
    const { code, stdout } = await at(copied(), 'check', 'two-at-once', '--json');
    expect(code).toBe(1);
    const { schemaVersion, exercises: checked, summary } = JSON.parse(stdout);
    expect({ schemaVersion, summary }).toEqual({
      schemaVersion: 1,
      summary: { passed: 0, failed: 1 },
    });
    expect(checked[0]).toMatchObject({
      name: 'tasks/two-at-once',
      passed: false,
      mistake: 'unsolved',
      elapsed: 3,
      expected: { elapsed: 2 },
      place: expect.stringMatching(/^tasks\/two-at-once\.ts:\d+$/),
    });
  });

  test('a file that is gone does not pass', async () => {
    const folder = copied();
    renameSync(join(folder, 'tasks/two-at-once.ts'), join(folder, 'tasks/other.ts'));
    const { code, stdout } = await at(folder, 'check', 'two-at-once');
    expect(code).toBe(1);
    expect(stdout).toContain('✗ This file is gone.');
  });

  test('hint shows one more each time, then all of them', async () => {
    const folder = copied();
    const hint = async () => (await at(folder, 'hint', 'two-at-once')).stdout;
    expect(await hint()).toMatch(/^ Hint 1 of 2\n A coroutine that is awaited .*\n.*\n$/);
    expect(await hint()).toMatch(/^ Hint 2 of 2\n[\s\S]*asyncio-lab exercise solution/);
    expect(await hint()).toMatch(/^ Hint 1 of 2\n[\s\S]*\n Hint 2 of 2\n/);
  });

  test('solution waits until it helps', async () => {
    const folder = copied();
    expect(await at(folder, 'solution', 'two-at-once')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^asyncio-lab: the solution of tasks\/two-at-once .*\n$/),
    });
    writeFileSync(join(folder, 'progress.txt'), 'hints tasks/two-at-once 2\n');
    const shown = await at(folder, 'solution', 'two-at-once');
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain(' export const main = coroutine(function* main() {\n');
    const beside = await at(folder, 'solution', 'two-at-once', '--python');
    expect(beside.stdout).toMatch(/async def main\(\) -> None: +│ export const main/);
  });

  test('reset writes an exercise anew, and keeps what was there', async () => {
    const folder = copied();
    const file = join(folder, 'tasks/two-at-once.ts');
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, 'mine');
    const { code, stdout } = await at(folder, 'reset', 'two-at-once');
    expect(code).toBe(0);
    expect(stdout).toBe(
      ' tasks/two-at-once.ts is as you got it.\n What you wrote is in tasks/two-at-once.ts.bak.\n',
    );
    expect(readFileSync(file, 'utf8')).toBe(original);
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe('mine');
  });

  test('list shows how far the learner is, for people and for scripts', async () => {
    const folder = copied();
    writeFileSync(
      join(folder, 'progress.txt'),
      'current tasks/await-each\ndone tasks/two-at-once\n',
    );
    const { stdout } = await at(folder, 'list');
    expect(stdout).toContain(`1 of ${exercises.length}\n`);
    expect(stdout).toMatch(/^ {3}✓ two-at-once +Two waits at once$/m);
    expect(stdout).toMatch(/await-each .* current$/m);
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
    const { exercises: listed, summary } = JSON.parse((await at(folder, 'list', '--json')).stdout);
    expect(summary).toEqual({ done: 1, of: exercises.length });
    expect(listed.filter(({ current }: { current: boolean }) => current)).toMatchObject([
      { name: 'tasks/await-each', done: false, file: 'tasks/await-each.ts' },
    ]);
  });

  test('list marks the exercise that the other commands take for the current one', async () => {
    const folder = copied();
    expect((await at(folder, 'list')).stdout).toMatch(/ hello .* current$/m);
    writeFileSync(join(folder, 'progress.txt'), 'done first-steps/hello\n');
    expect((await at(folder, 'list')).stdout).toMatch(/ give-back .* current$/m);
    expect((await at(folder, 'check')).stdout).toContain('first-steps/give-back.ts');
  });

  test('a line of progress that means nothing is named', async () => {
    const folder = copied();
    writeFileSync(
      join(folder, 'progress.txt'),
      'current tasks/await-each\ndoen tasks/two-at-once\n',
    );
    const { code, stderr } = await at(folder, 'list');
    expect(code).toBe(0);
    expect(stderr).toBe('asyncio-lab: progress.txt, line 2 is ignored: doen tasks/two-at-once\n');
  });

  test.each([
    [['check', 'two-at-onc'], "unknown exercise 'two-at-onc'; did you mean two-at-once?"],
    [
      ['hint', 'nothing-like-it'],
      "unknown exercise 'nothing-like-it'; asyncio-lab exercise list shows all",
    ],
    [['check', 'two-at-once', '--all'], 'name an exercise or give --all, not both'],
    [['check', '--al'], 'unknown option --al; did you mean --all?'],
    [['listt'], "unknown exercise 'listt'; did you mean list?"],
  ])('%j is wrong usage', async (args, message) => {
    expect(await at(template, ...args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `asyncio-lab: ${message}\n`,
    });
  });

  test('settings that cannot be read are named', async () => {
    const folder = copied();
    writeFileSync(join(folder, '.asyncio-lab/workshop.json'), '{');
    const { code, stderr } = await at(folder, 'list');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^asyncio-lab: cannot read \.asyncio-lab\/workshop\.json: .*\n$/);
  });

  test('the session works without a terminal, and without keys', async () => {
    const folder = copied();
    writeFileSync(join(folder, 'progress.txt'), 'current tasks/two-at-once\n');
    let hasSaved = false;
    const { code, stdout } = await asyncioLab(['exercise'], {
      cwd: folder,
      onOutput: (child, text) => {
        if (text.includes('✓ Right')) child.kill('SIGINT');
        else if (text.includes('✗ It took 3 seconds') && !hasSaved) {
          hasSaved = true;
          writeFileSync(join(folder, 'tasks/two-at-once.ts~'), solution);
          renameSync(join(folder, 'tasks/two-at-once.ts~'), join(folder, 'tasks/two-at-once.ts'));
        }
      },
    });
    expect(code).toBe(130);
    expect(stdout).not.toContain('\x1b');
    expect(stdout).not.toContain('q quit');
  });

  test('the session notices that the system tells of no changes, says so and judges', async () => {
    const folder = copied();
    let hasSaved = false;
    const { code, stdout } = await asyncioLab(['exercise', 'two-at-once'], {
      cwd: folder,
      // What watches files looks itself then, and far too seldom: no change is ever told.
      env: { CHOKIDAR_USEPOLLING: '1', CHOKIDAR_INTERVAL: '600000' },
      onOutput: (child, text) => {
        if (text.includes('✓ Right')) child.stdin?.write('q');
        else if (text.includes('✗ It took 3 seconds') && !hasSaved) {
          hasSaved = true;
          writeFileSync(join(folder, 'tasks/two-at-once.ts'), solution);
        }
      },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('The system does not tell when files change here');
  });

  test('the session may look for changes itself', async () => {
    const folder = copied();
    let hasSaved = false;
    const { code } = await asyncioLab(['exercise', 'watch', 'two-at-once', '--poll'], {
      cwd: folder,
      onOutput: (child, text) => {
        if (text.includes('✓ Right')) child.stdin?.write('q');
        else if (text.includes('✗ It took 3 seconds') && !hasSaved) {
          hasSaved = true;
          writeFileSync(join(folder, 'tasks/two-at-once.ts'), solution);
        }
      },
    });
    expect(code).toBe(0);
  });
});

test('where there are no exercises, one line says how to get them', async () => {
  for (const command of [[], ['check'], ['list'], ['hint']]) {
    const { code, stdout, stderr } = await at(folderWith(), ...command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^asyncio-lab: there are no exercises .*asyncio-lab exercise init.*\n$/);
  }
});
