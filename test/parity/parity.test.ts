/** Random programs do the same here as on CPython, to the letter: always the same 2,000. */
import { expect, it } from 'vitest';
import { pyodide } from '../pyodide.js';
import { awaited, call, evaluate, loopCall, method, name, set, sleep } from './build.js';
import { campaign, explain } from './campaign.js';
import { fixed } from './fixed.js';
import { runHere } from './here.js';
import type { Program, Statement } from './program.js';
import { CPython } from './there.js';

it(`${fixed.count} random programs do what they do on CPython`, async () => {
  const there = await CPython.load(pyodide);
  const { programs, differences } = await campaign(there, fixed);
  const [first] = differences;
  expect(first && (await explain(there, first))).toBeUndefined();
  expect(programs).toBe(fixed.count);
});

/** A program whose loop is closed while a task, in a group, waits for one that has failed. */
function interrupted(...first: Statement[]): Program {
  return {
    entry: 'loop',
    mains: ['main'],
    module: [],
    callbacks: { interrupt: [...first, { do: 'raise', error: call('KeyboardInterrupt') }] },
    coroutines: {
      main: [
        evaluate(loopCall('set_exception_handler', [name('report')])),
        set('failed', call('asyncio.create_task', [call('fail')])),
        {
          do: 'async with',
          manager: call('asyncio.TaskGroup'),
          as: 'group',
          body: [
            evaluate(method(name('group'), 'create_task', [call('waits')])),
            evaluate(sleep(9)),
          ],
        },
      ],
      fail: [
        evaluate(sleep(1)),
        evaluate(loopCall('call_soon', [name('interrupt')])),
        { do: 'raise', error: call('ValueError', ['seen?']) },
      ],
      waits: [evaluate(awaited(name('failed')))],
    },
  };
}

it('whether the collector closes a task first is no difference; whether an exception was seen is', async () => {
  const there = await CPython.load(pyodide);
  const unseen = interrupted();
  const seen = interrupted(evaluate(method(name('failed'), 'exception')));
  const [unseenThere, seenThere] = [await there.run(unseen), await there.run(seen)];
  expect(await runHere(unseen)).toEqual(unseenThere);
  expect(await runHere(seen)).toEqual(seenThere);
  const report =
    "report: Task exception was never retrieved seen?: ValueError('seen?') Task-2 [exception, future, message]";
  const pending = 'report: Task was destroyed but it is pending! None Task-3 [message, task]';
  expect([unseenThere.late, seenThere.late]).toEqual([[report, pending], [pending]]);
});
