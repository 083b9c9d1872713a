import { describe, expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

describe.concurrent('wrong usage is one line, with the nearest names, and exit code 2', () => {
  test.each([
    ['lst', "unknown command 'lst'; did you mean list?"],
    ['list x', 'list takes no names'],
    ['run', 'name a scenario or give --all; asyncio-lab list shows them'],
    ['run --all gather', '--all and gather do not go together'],
    ['run gathr', "unknown scenario 'gathr'; did you mean gather?"],
    ['run zzzzzz', "unknown scenario 'zzzzzz'; asyncio-lab list shows all"],
    ['run gather --variant sequental', "unknown variant 'sequental'; did you mean sequential?"],
    [
      'run gather --variant x',
      "unknown variant 'x'; there are sequential, gather, mixed, exceptions",
    ],
    ['run gather --sped 2', 'unknown option --sped; did you mean --speed?'],
    ['run gather --speed', '--speed <N> needs a value'],
    ['run gather --speed 0', "--speed must be a number above 0, not '0'"],
    ['run gather --speed fast', "--speed must be a number above 0, not 'fast'"],
    ['run gather --time-limit -1', "--time-limit must be a number above 0, not '-1'"],
    [
      'run gather --clock virtal',
      "unknown clock 'virtal': it is real or virtual; did you mean virtual?",
    ],
    [
      'run gather --clock virtual --speed 2',
      '--speed is for the real clock: the virtual one does not wait at all',
    ],
    ['run gather --explain --json', '--explain and --json do not go together'],
    ['run ./nowhere.ts', 'cannot read ./nowhere.ts: no such file or folder'],
    ['list --lang fr', "unknown language 'fr': it is en or zh-TW"],
    ['run gathr --lang zh-TW', '沒有「gathr」這個情境；你是不是要找 gather？'],
  ])('asyncio-lab %s', async (args, message) => {
    expect(await asyncioLab(args.split(' '))).toEqual({
      code: 2,
      stdout: '',
      stderr: `asyncio-lab: ${message}\n`,
    });
  });
});

describe('a module that is no scenario is told why in one line', () => {
  test.each([
    ['empty/', '', 'no scenario in the folder'],
    ['text.txt', 'hello', 'not a .ts, .js or .mjs file'],
    ['none.mjs', 'export const x = 1;', 'it has no default export'],
    ['number.js', 'export default 5;', 'a scenario is an object'],
    ['throws.mjs', 'throw new TypeError("boo\\nand more")', 'TypeError: boo'],
    ['syntax.ts', 'const a: = 1;', 'syntax.ts:1:9: ERROR: Unexpected "="'],
    ['imports.mjs', 'import "./nothing.js";', 'Cannot find module'],
  ])('%s', async (path, text, message) => {
    const folder = folderWith(path.endsWith('/') ? { [`${path}x.txt`]: '' } : { [path]: text });
    const { code, stdout, stderr } = await asyncioLab(['run', path], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^asyncio-lab: .*\n$/);
    expect(stderr).toContain(message);
  });
});

test('help says how each command is used, in both languages', async () => {
  const { code, stdout } = await asyncioLab(['run', '--help']);
  expect(code).toBe(0);
  for (const part of ['--variant <name>', '--time-limit <S>', '--lang <en|zh-TW>', 'Example:']) {
    expect(stdout).toContain(part);
  }
  expect((await asyncioLab(['run', '--help', '--lang', 'zh-TW'])).stdout).toContain('用法：');
});

test('without a command there is help, and exit code 2', async () => {
  const { code, stderr } = await asyncioLab([]);
  expect(code).toBe(2);
  expect(stderr).toContain('Usage: asyncio-lab');
});
