import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../src/report/columns.js';
import { FakeJudge } from './fake-judge.js';
import { Learner, type Pressed, soon } from './learner.js';
import { smallSet } from './small-set.js';

async function begun(options: ConstructorParameters<typeof Learner>[2] = {}) {
  const judge = new FakeJudge();
  const learner = new Learner(smallSet(), judge, options);
  await soon();
  return { judge, learner };
}

describe('an exercise', () => {
  test('is shown at once and judged at once', async () => {
    const { judge, learner } = await begun();
    expect(judge.asked).toMatchObject([{ name: 'boil', text: '// TODO: boil it.\nunsolved;\n' }]);
    expect(learner.text).toContain('0 of 3');
    expect(learner.text).toContain('To boil  fix it');
    expect(learner.text).toContain('You are to boil.');
    expect(learner.text).toContain('✗ The lines differ from row 1 on.');
    expect(learner.text).toContain('judged at 12:00:00');
  });

  test('is judged at every save, and done when it passes', async () => {
    const { judge, learner } = await begun();
    await learner.save('unsolved yet;');
    expect(judge.asked).toHaveLength(2);
    await learner.save('solved;');
    expect(learner.text).toContain('1 of 3');
    expect(learner.text).toContain('✓ To boil');
    expect(learner.text).toContain('✓ Right, and it takes 1 s.');
    expect(learner.text).toContain('Why to boil.');
    expect(learner.workshop.progress.done).toEqual(['tea/boil']);
  });

  test('is judged anew when it is saved while it is judged, and only what was saved last counts', async () => {
    const { judge, learner } = await begun();
    judge.isHeldBack = true;
    await learner.save('solved; // first');
    await learner.save('unsolved; // second');
    await learner.save('unsolved; // third');
    const [, first, ...others] = judge.asked;
    expect(first?.signal?.aborted).toBe(true);
    const last = others.at(-1);
    expect(last?.text).toBe('unsolved; // third');
    expect(last?.signal?.aborted).toBe(false);
    expect(learner.text).toContain('judging …');
    last?.answer();
    await soon();
    expect(learner.workshop.progress.done).toEqual([]);
    expect(learner.text).toContain('judged at 12:00:00');
  });

  test('whose file is gone says so, and can be written anew', async () => {
    const { learner } = await begun();
    rmSync(learner.workshop.project.pathOf(learner.session.current));
    await learner.tell();
    expect(learner.text).toContain('✗ This file is gone.');
    await learner.press('x', 'y');
    expect(learner.answer()).toBe('// TODO: boil it.\nunsolved;\n');
    expect(learner.text).toContain('✗ The lines differ from row 1 on.');
  });

  test('that is not the current one is named when it is saved', async () => {
    const { judge, learner } = await begun();
    const other = learner.workshop.set.exercises[1];
    await learner.save('solved;', other);
    expect(judge.asked).toHaveLength(1);
    expect(learner.text).toMatch(
      /You saved .*tea\/pour\.ts, which is\s+not\s+the\s+current\s+exercise/,
    );
  });
});

describe('the next exercise', () => {
  test('is for those who have passed this one', async () => {
    const { learner } = await begun();
    await learner.press('n');
    expect(learner.session.current.name).toBe('boil');
    expect(learner.text).toContain('Not yet: this one has to pass first.');
    await learner.save('solved;');
    await learner.press('n');
    expect(learner.session.current.name).toBe('pour');
    expect(learner.workshop.progress.current).toBe('tea/pour');
  });

  test('is the next that is not done, from the first again', async () => {
    const { learner } = await begun({
      progress: 'current cake/order\ndone tea/boil\ndone cake/order\n',
    });
    await learner.press(['escape']);
    await learner.press('n');
    expect(learner.session.current.name).toBe('pour');
  });

  test('is the closing page after the last one', async () => {
    const { learner } = await begun({
      progress: 'current tea/pour\ndone tea/boil\ndone cake/order\nhints tea/boil 1\n',
    });
    await learner.save('solved;');
    expect(learner.text).toContain('n the end');
    await learner.press('n');
    expect(learner.text).toContain('✓ All 3 exercises are done.');
    expect(learner.text).toContain('2 of them without a hint.');
    expect(learner.text).toContain('That was all of it.');
    await learner.press(['escape']);
    expect(learner.text).toContain('To pour');
  });
});

describe('hints', () => {
  test('come one at a time, and are remembered', async () => {
    const { learner } = await begun();
    expect(learner.text).toContain('h hint 1/2');
    await learner.press('h');
    expect(learner.text).toContain('Hint 1 of 2\n First hint on boil.');
    expect(learner.text).not.toContain('Second hint');
    await learner.press('h');
    expect(learner.text).toContain('Second hint on boil.');
    await learner.press('h');
    expect(learner.text).toContain('That was the last hint.');
    expect(learner.workshop.progress.hints).toEqual(new Map([['tea/boil', 2]]));
  });

  test('open the solution when all of them are shown', async () => {
    const { learner } = await begun();
    await learner.press('s');
    expect(learner.text).toContain('The solution is shown when yours passes');
    await learner.press('hhs');
    expect(learner.text).toBe(' a solution\n\n solved;\n\n Esc back');
    await learner.press(['escape']);
    await learner.press('p');
    expect(learner.text).toMatch(/Python +│ TypeScript/);
  });
});

describe('writing an exercise anew', () => {
  test('is asked for once more, and keeps what was there', async () => {
    const { learner } = await begun();
    await learner.save('solved; // mine');
    await learner.press('x');
    expect(learner.text).toContain('(y/n)');
    await learner.press('n');
    expect(learner.answer()).toBe('solved; // mine');
    expect(learner.text).toContain('Nothing was changed.');
    await learner.press('x', 'y');
    expect(learner.answer()).toBe('// TODO: boil it.\nunsolved;\n');
    expect(readFileSync(learner.path('tea/boil.ts.bak'), 'utf8')).toBe('solved; // mine');
    expect(learner.text).toContain('tea/boil.ts.bak');
    expect(learner.workshop.progress.done).toEqual([]);
  });

  test('loses nothing when it is done twice', async () => {
    const { learner } = await begun();
    for (const text of ['solved; // one', 'solved; // two']) {
      await learner.save(text);
      await learner.press('x', 'y');
    }
    expect(readFileSync(learner.path('tea/boil.ts.bak'), 'utf8')).toBe('solved; // one');
    expect(readFileSync(learner.path('tea/boil.ts.bak2'), 'utf8')).toBe('solved; // two');
  });

  test('is no save of the learner’s', async () => {
    const { judge, learner } = await begun();
    await learner.save('unsolved; // mine');
    await learner.press('x', 'y');
    const count = judge.asked.length;
    await learner.tell();
    expect(judge.asked).toHaveLength(count);
    await learner.save('unsolved; // more');
    expect(judge.asked).toHaveLength(count + 1);
  });
});

describe('an exercise to predict', () => {
  const atOrder = { progress: 'current cake/order\n' };

  test('asks for the order of the lines before anything else is told', async () => {
    const { learner } = await begun(atOrder);
    expect(learner.text).toContain('In which order does it print these lines?');
    const lines = learner.lines.flatMap((line) => /^ {3}[ABC] {2}(.*)$/.exec(line)?.[1] ?? []);
    expect(lines.toSorted()).toEqual(['one', 'three', 'two']);
    expect(lines).not.toEqual(['one', 'two', 'three']);
  });

  const letterOf = (learner: Learner, text: string) =>
    learner.lines.flatMap((line) =>
      line.endsWith(`  ${text}`) ? (line.trim()[0] ?? '') : [],
    )[0] ?? '';

  test('says where the order is wrong, and not what comes there', async () => {
    const { learner } = await begun(atOrder);
    const [one, two, three] = ['one', 'two', 'three'].map((text) => letterOf(learner, text));
    await learner.press(`${one}${three}${two}`, ['enter']);
    expect(learner.text).toContain('   1 ✓ one\n   2 ✗ three\n');
    expect(learner.text).toContain('✗ Line 2 is another one.');
    expect(learner.text).not.toContain('✓ two');
    expect(learner.text).toContain('a answer');
  });

  test('passes with the right order, which is written into the file', async () => {
    const { learner, judge } = await begun(atOrder);
    const order = ['one', 'two', 'three'].map((text) => letterOf(learner, text)).join('');
    await learner.press(order, ['enter']);
    expect(learner.text).toContain('✓ Right, and it takes 2 s.');
    expect(learner.answer()).toContain("= [\n  'one',\n  'two',\n  'three',\n];\n");
    const count = judge.asked.length;
    await learner.tell();
    expect(judge.asked).toHaveLength(count);
  });

  test('wants every line in its place', async () => {
    const { learner } = await begun(atOrder);
    await learner.press('aab', ['enter']);
    expect(learner.text).toContain('Every line has its place; these are left: C');
    await learner.press(['backspace'], ['backspace'], ['enter']);
    expect(learner.text).toContain('export const prediction');
    await learner.press(['escape']);
    expect(learner.text).toContain('Order:');
  });

  test('may be answered in the file', async () => {
    const { learner } = await begun(atOrder);
    await learner.save("solved;\nexport const prediction: string[] = ['one', 'two', 'three'];\n");
    expect(learner.text).toContain('✓ Right');
  });

  test('without keys says what is missing', async () => {
    const { learner } = await begun({ ...atOrder, hasKeys: false });
    expect(learner.text).toContain('✗ First say what the program prints');
    expect(learner.text).not.toContain('q quit');
  });
});

describe('the list', () => {
  test('goes to an exercise, by arrows or letters', async () => {
    const { learner } = await begun();
    await learner.press('l', ['down'], 'j', 'k');
    expect(learner.lines.find((line) => line.includes('›'))).toContain('pour');
    await learner.press(['enter']);
    expect(learner.session.current.name).toBe('pour');
  });

  test('narrows down to what is typed', async () => {
    const { learner } = await begun();
    await learner.press('l', 'ord');
    expect(learner.text).not.toContain('boil');
    expect(learner.text).toContain('/ ord_');
    await learner.press(['enter']);
    expect(learner.session.current.name).toBe('order');
  });

  test('finds what begins with the letters that move, behind a slash', async () => {
    const { learner } = await begun({ language: 'zh-TW' });
    await learner.press('l', '/k');
    expect(learner.text).toContain('cake · 蛋糕');
    expect(learner.text).not.toContain('boil');
    await learner.press(['escape']);
    expect(learner.text).toContain('boil');
    await learner.press('蛋糕', ['enter']);
    expect(learner.session.current.name).toBe('order');
  });

  test('says when nothing is found, and is left by Esc', async () => {
    const { learner } = await begun();
    await learner.press('l', 'xyz');
    expect(learner.text).toContain("No exercise has 'xyz' in its name or title.");
    await learner.press(['enter'], ['escape'], ['escape']);
    expect(learner.session.current.name).toBe('boil');
    expect(learner.text).toContain('You are to boil.');
  });

  test('fits on a small screen around the exercise that is picked', async () => {
    const { learner } = await begun({ height: 9 });
    await learner.press('l', ['end']);
    expect(learner.lines.length).toBeLessThanOrEqual(9);
    expect(learner.lines.find((line) => line.includes('›'))).toContain('order');
  });
});

describe('checking all', () => {
  test('says which pass, and which do not yet', async () => {
    const { learner } = await begun();
    learner.write('solved;', learner.workshop.set.exercises[1]);
    await learner.press('c');
    await soon();
    await soon();
    expect(learner.text).toContain('✓ 1 pass\n ✗ 2 not yet\n\n   tea/boil');
    expect(learner.workshop.progress.done).toEqual(['tea/pour']);
    await learner.press(['escape']);
    expect(learner.text).toContain('You are to boil.');
  });

  test('is stopped by Esc', async () => {
    const { judge, learner } = await begun();
    judge.isHeldBack = true;
    await learner.press('c');
    expect(learner.text).toContain('Checking 1 of 3 …');
    await learner.press(['escape']);
    const [, checking] = judge.asked;
    expect(checking?.signal?.aborted).toBe(true);
    expect(judge.asked.at(-1)).toMatchObject({ name: 'boil', signal: { aborted: false } });
    expect(learner.text).toContain('You are to boil.');
  });
});

describe('the end', () => {
  test.each([
    ['q', 0],
    ['\x03', 130],
  ])('comes with %j and the exit code %d', async (key, code) => {
    const { learner } = await begun();
    await learner.press(key);
    expect(await learner.ended).toBe(code);
  });

  test('comes with Ctrl-C whatever is shown', async () => {
    const { learner } = await begun();
    await learner.press('l', '\x03');
    expect(await learner.ended).toBe(130);
  });

  test('is an error when the judge itself fails', async () => {
    const failing = { judge: () => Promise.reject(new Error('no process')) };
    const learner = new Learner(smallSet(), failing);
    await expect(learner.ended).rejects.toThrow('no process');
  });
});

describe.each(['en', 'zh-TW'] as const)('every screen in %s', (language) => {
  test.each([40, 80, 120])('fits into %d columns', async (width) => {
    const { learner } = await begun({ language, width });
    const seen: string[] = [...learner.lines];
    const look = async (...pressed: readonly Pressed[]) => {
      await learner.press(...pressed);
      seen.push(...learner.lines);
    };
    await look('n');
    await look('h');
    await look('h');
    await look('h');
    await look('s');
    await look(['escape'], 'p');
    await look(['escape'], 'x');
    await look('n');
    await look('l');
    await look('zz');
    await look(['escape'], ['end'], ['enter']);
    await look('a', 'b', ['enter']);
    await look('c', ['enter']);
    await look(['escape'], 'c');
    await look(['escape'], ['escape']);
    await learner.save('solved;', learner.session.current);
    seen.push(...learner.lines);
    expect(seen.filter((line) => widthOf(line) > width)).toEqual([]);
  });
});
