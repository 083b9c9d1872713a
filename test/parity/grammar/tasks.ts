/**
 * Tasks and sleeping: the part of the language that every program has.
 */
import { awaited, call, evaluate, loopCall, method, print, set, sleep } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import { callFunction, type Place, pickAwaitable, pickVariable, use } from './place.js';

/** Tasks that begin at once. */
export const eager: Feature = { name: 'eager', probability: 0.15, phrases: [] };

const cancellable = ['task', 'future', 'gathering'] as const;

export const tasks: Feature = {
  name: 'tasks',
  probability: 1,
  declare(author) {
    author.declareLeveled('task', author.random.between(2, 4));
    return [];
  },
  phrases: [
    { weight: 3, isPlain: true, isSafe: true, write: observe },
    { weight: 1, isSafe: true, write: countRequests },
    { weight: 5, write: ({ author }) => [evaluate(sleep(author.delay()))] },
    { weight: 6, write: awaitSomething },
    { weight: 3, isPlain: true, write: createTask },
    { weight: 6, isPlain: true, write: cancel },
    { weight: 1, isPlain: true, write: askTask },
    { weight: 1, isPlain: true, isSafe: true, write: describe },
    { weight: 1, write: cancelSelf },
    { weight: 0.3, isPlain: true, isSafe: true, write: rename },
    { weight: 0.3, isPlain: true, isSafe: true, write: askLoop },
  ],
  awaitables: [
    {
      weight: 2,
      isCoroutine: true,
      write: ({ author, random }) => ({
        value: call('asyncio.sleep', [author.delay(), ...(random.chance(0.5) ? ['slept'] : [])]),
        level: Number.POSITIVE_INFINITY,
      }),
    },
    { weight: 4, isCoroutine: true, write: callFunction },
    { weight: 5, write: (place) => variable(place, ['task', 'gathering', 'future']) },
  ],
};

/** Return a variable to await. */
export function variable(place: Place, kinds: Parameters<typeof pickVariable>[1]) {
  const found = pickVariable(place, kinds, 'await');
  return found && { value: use(found), level: found.level };
}

function observe({ author, random }: Place): Block {
  const label = author.label();
  if (random.chance(0.5)) return [print(label)];
  if (random.chance(0.5)) return [print(label, loopCall('time'))];
  return [print(label, call('asyncio.current_task'), call('asyncio.all_tasks'))];
}

function countRequests({ author }: Place): Block {
  return [print(author.label(), method(call('asyncio.current_task'), 'cancelling'))];
}

function awaitSomething(place: Place): Block {
  const { value } = pickAwaitable(place);
  return [print(place.author.label(), awaited(value))];
}

function createTask(place: Place): Block | undefined {
  const { random, author } = place;
  const task = pickVariable(place, ['task'], 'await');
  if (task === undefined) return undefined;
  const options: Record<string, Expression> = {};
  if (random.chance(0.2)) options.name = author.text();
  if (author.uses(eager) && random.chance(0.4)) options.eager_start = random.chance(0.7);
  const { value } = pickAwaitable({ ...place, level: task.level }, true);
  if (random.chance(0.1)) return [set(task.name, call('asyncio.ensure_future', [value]))];
  return [set(task.name, call('asyncio.create_task', [value], options))];
}

function cancel(place: Place): Block | undefined {
  const { author, random } = place;
  const found = pickVariable(place, cancellable);
  if (found === undefined) return undefined;
  const message = random.chance(0.3) ? [author.text()] : [];
  return [print(author.label(), method(use(found), 'cancel', message))];
}

const questions = [
  'done',
  'cancelled',
  'cancelling',
  'uncancel',
  'get_name',
  'get_loop',
  'result',
  'exception',
];

function askTask(place: Place): Block | undefined {
  const { author, random } = place;
  const found = pickVariable(place, ['task', 'gathering', 'future']);
  return found && [print(author.label(), method(use(found), random.pick(questions)))];
}

const describable = [
  'task',
  'future',
  'gathering',
  'handle',
  'timer',
  'token',
  'variable',
  'copy',
] as const;

/** Show something as it describes itself, which tells all that it knows of. */
function describe(place: Place): Block | undefined {
  const found = pickVariable(place, describable);
  return found && [print(place.author.label(), call('str', [use(found)]))];
}

function rename(place: Place): Block | undefined {
  const task = pickVariable(place, ['task']);
  const name = place.author.text();
  return task && [evaluate(method(use(task), 'set_name', [name]))];
}

function askLoop({ author, random }: Place): Block {
  const question = random.pick(['is_running', 'is_closed', 'get_task_factory']);
  return [print(author.label(), loopCall(question))];
}

function cancelSelf({ author, random }: Place): Block {
  const self = call('asyncio.current_task');
  const request = evaluate(method(self, 'cancel', random.chance(0.5) ? [author.text()] : []));
  return random.chance(0.5)
    ? [request]
    : [request, print(author.label(), method(self, 'uncancel'))];
}
