/**
 * Mistakes: asyncio used as it cannot be used.
 */
import { awaited, call, evaluate, list, loopCall, method, name } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import { callFunction, type Place, pickVariable, use } from './place.js';

export const mistakes: Feature = {
  name: 'mistakes',
  probability: 0.12,
  phrases: [
    { weight: 2, write: mistakenWait },
    { weight: 2, isPlain: true, write: mistakenCall },
    { weight: 1, isPlain: true, write: mistakenRun },
    { weight: 1, isPlain: true, write: completeTask },
    { weight: 0.3, write: () => [evaluate(awaited(call('asyncio.current_task')))] },
  ],
};

function mistakenWait(place: Place): Block | undefined {
  const { random } = place;
  const task = pickVariable(place, ['task']);
  if (task === undefined) return undefined;
  const options: Record<string, Expression> = random.chance(0.3) ? { return_when: 'x' } : {};
  const waited = random.pick<Expression>([
    use(task),
    list([]),
    list([1]),
    list([call('asyncio.sleep', [0])]),
    list([use(task), 1]),
  ]);
  return [evaluate(awaited(call('asyncio.wait', [waited], options)))];
}

function mistakenCall(place: Place): Block | undefined {
  const { author, random } = place;
  const task = pickVariable(place, ['task']);
  if (task === undefined) return undefined;
  const callback = name(random.pick(author.callbacks));
  return [
    evaluate(
      random.pick<Expression>([
        call('asyncio.gather', [use(task), 1]),
        call('asyncio.create_task', [1]),
        call('asyncio.create_task', [use(task)]),
        call('asyncio.shield', [1]),
        call('asyncio.ensure_future', [null]),
        call('asyncio.as_completed', [use(task)]),
        loopCall('call_later', [null, callback]),
        loopCall('call_at', [null, callback]),
        loopCall('set_task_factory', [1]),
        loopCall('set_exception_handler', [1]),
        loopCall('close'),
        method(call('asyncio.timeout', [1]), 'reschedule', [null]),
      ]),
    ),
  ];
}

/** Run a loop inside a loop. */
function mistakenRun(place: Place): Block | undefined {
  const main = callFunction(place)?.value ?? call('asyncio.sleep', [0]);
  const run = place.random.pick<Expression>([
    call('asyncio.run', [main]),
    method(call('asyncio.Runner'), 'run', [main]),
    loopCall('run_until_complete', [main]),
    loopCall('run_forever'),
  ]);
  return [evaluate(run)];
}

function completeTask(place: Place): Block | undefined {
  const { author, random } = place;
  const task = pickVariable(place, ['task']);
  if (task === undefined) return undefined;
  const complete = random.chance(0.5)
    ? method(use(task), 'set_result', [1])
    : method(use(task), 'set_exception', [author.error()]);
  return [evaluate(complete)];
}
