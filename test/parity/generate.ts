/**
 * Writes random programs: the same seed gives the same program.
 *
 * What each feature of asyncio can say is in `grammar/`; here it is put together: blocks of
 * statements, most of them inside a `try`, for what is tested above all is who is told what, when
 * something fails or is cancelled, and what the cleanup does then.
 */
import { call, evaluate, loopCall, method, name, print, set, sleep } from './build.js';
import { Author, type Kind, type Variable } from './grammar/author.js';
import { barriers } from './grammar/barriers.js';
import { blocking } from './grammar/blocking.js';
import { callbacks } from './grammar/callbacks.js';
import { callGraphs } from './grammar/callgraphs.js';
import { calls } from './grammar/calls.js';
import { conditions } from './grammar/conditions.js';
import { context } from './grammar/context.js';
import { events } from './grammar/events.js';
import { exceptionGroups, hasExceptionGroups, takeApart } from './grammar/exceptiongroups.js';
import { futures } from './grammar/futures.js';
import { groups } from './grammar/groups.js';
import { interrupts } from './grammar/interrupts.js';
import { limits } from './grammar/limits.js';
import { locks } from './grammar/locks.js';
import { mistakes } from './grammar/mistakes.js';
import { callFunction, choose, type Place, pickAwaitable } from './grammar/place.js';
import { priorities } from './grammar/priorities.js';
import { queues } from './grammar/queues.js';
import { reports, setHandler } from './grammar/reports.js';
import { semaphores } from './grammar/semaphores.js';
import { makeReader, streams } from './grammar/streams.js';
import { eager, tasks } from './grammar/tasks.js';
import { threads } from './grammar/threads.js';
import { timers } from './grammar/timers.js';
import { completed, sharing, waiting } from './grammar/waiting.js';
import type { Block, Entry, Except, Expression, Program, Statement } from './program.js';
import { Random } from './random.js';

const features = [
  tasks,
  eager,
  futures,
  callbacks,
  timers,
  waiting,
  sharing,
  limits,
  context,
  locks,
  events,
  conditions,
  semaphores,
  barriers,
  queues,
  priorities,
  groups,
  exceptionGroups,
  threads,
  interrupts,
  reports,
  blocking,
  mistakes,
  callGraphs,
  streams,
  calls,
];

const entries: Readonly<Record<Entry, number>> = { run: 7, runner: 1, loop: 1, forever: 0.5 };

/** Blocks are not put into each other deeper than that. */
const MAX_DEPTH = 3;

/** Write the program that belongs to a seed. */
export function generate(seed: number): Program {
  const random = new Random(seed);
  const chosen = features.filter(({ probability }) => random.chance(probability));
  const author = new Author(random, chosen);
  const module = chosen.flatMap(({ declare }) => declare?.(author) ?? []);
  const entry = random.weighted(entries);
  const bodies = author.coroutines.map((coroutine, level) => {
    const place = placeOf(author, { level });
    const body = block(place, random.between(2, level === 0 ? 7 : 5));
    return [coroutine, level === 0 ? [...prelude(place), ...body] : body] as const;
  });
  const seconds = entry !== 'run' && random.chance(0.7) ? ['again'] : [];
  for (const second of seconds) bodies.push([second, block(placeOf(author, {}), 4)]);
  return {
    entry,
    ...(random.chance(0.1) &&
      (entry === 'run' || entry === 'runner') && { options: options(random) }),
    mains: ['main', ...seconds],
    module,
    callbacks: Object.fromEntries(
      author.callbacks.map((callback) => {
        const place = placeOf(author, { canAwait: false, depth: MAX_DEPTH - 1 });
        return [callback, [print(callback), ...block(place, random.between(0, 2))]];
      }),
    ),
    coroutines: Object.fromEntries(bodies),
  };
}

/** What a run or a runner is told. */
function options(random: Random): Program['options'] {
  if (random.chance(0.7)) return { debug: random.chance(0.8) };
  return { loop_factory: name('asyncio.new_event_loop') };
}

function placeOf(author: Author, options: Partial<Place>): Place {
  const { random } = author;
  return { author, random, level: 0, canAwait: true, depth: 0, nesting: 0, locals: [], ...options };
}

/** What main begins with, so that the variables are there. */
function prelude(place: Place): Block {
  const { author, random } = place;
  const statements = [...setHandler(author)];
  if (author.uses(eager) && random.chance(0.6)) {
    statements.push(evaluate(loopCall('set_task_factory', [name('asyncio.eager_task_factory')])));
  } else if (random.chance(0.06)) {
    statements.push(evaluate(loopCall('set_task_factory', [name('employ')])));
  }
  // What others may wait for comes first.
  const variables = author.variables.toSorted((a, b) => b.level - a.level);
  for (const variable of variables) statements.push(...define(place, variable));
  return statements;
}

function define(place: Place, variable: Variable): Block {
  const { author, random } = place;
  const callback = name(random.pick(author.callbacks));
  const above = { ...place, level: variable.level };
  const values: Partial<Record<Kind, () => Expression>> = {
    task: () => call('asyncio.create_task', [pickAwaitable(above, true).value]),
    future: () => loopCall('create_future'),
    gathering: () => call('asyncio.gather', [pickAwaitable(above).value]),
    results: () => completed(above),
    job: () => callFunction(above)?.value ?? call('asyncio.sleep', [author.delay()]),
    coroutine: () => callFunction(above)?.value ?? call('asyncio.sleep', [author.delay()]),
    handle: () => loopCall('call_soon', [callback]),
    timer: () => loopCall('call_later', [author.delay(), callback]),
    token: () => method(name('variable0'), 'set', [0]),
    copy: () => call('contextvars.copy_context'),
    timeout: () => call('asyncio.timeout', [author.delay()]),
    reader: () => makeReader(author),
  };
  const value = values[variable.kind]?.();
  return value === undefined ? [] : [set(variable.name, value)];
}

function block(place: Place, size: number): Block {
  const statements: Statement[] = [];
  for (let i = 0; i < size; i += 1) {
    if (place.random.chance(place.depth === 0 ? 0.1 : 0.06) && i > 0)
      return [...statements, leave(place)];
    statements.push(...sentence(place));
  }
  return statements;
}

/** One statement, or a few that belong together. */
function sentence(place: Place): Block {
  const { random } = place;
  const inner = { ...place, depth: place.depth + 1 };
  if (place.depth < MAX_DEPTH && random.chance(0.25)) {
    const size = random.between(1, 3);
    const managed = random.chance(0.45) ? insideManager(place, size) : undefined;
    if (managed !== undefined) return guarded(place, [managed]);
    if (random.chance(0.15)) {
      return [{ do: 'repeat', times: random.between(2, 3), body: block(inner, size) }];
    }
    return guarded(place, block(inner, size));
  }
  const [written, isSafe] = phrase(place);
  if (isSafe) return written;
  if (place.depth === 0 && random.chance(0.7)) return caught(place, written);
  return random.chance(0.2) ? written : guarded(place, written);
}

/** An `async with` around statements. */
function insideManager(place: Place, size: number): Statement | undefined {
  const managers = place.author.features.flatMap((feature) => feature.managers ?? []);
  if (!place.canAwait || managers.length === 0) return undefined;
  const { local, write } = choose(place.random, managers);
  const manager = write(place);
  if (manager === undefined) return undefined;
  const inner = { ...place, depth: place.depth + 1 };
  if (local === undefined) return { do: 'async with', manager, body: block(inner, size) };
  const as = `${local}${place.depth}`;
  const locals = [...place.locals, { name: as, kind: local }];
  return { do: 'async with', manager, as, body: block({ ...inner, locals }, size) };
}

function phrase(place: Place): [Block, boolean] {
  const phrases = place.author.features
    .flatMap((feature) => feature.phrases)
    .filter(({ isPlain }) => isPlain || place.canAwait);
  for (let attempts = 0; attempts < 20; attempts += 1) {
    const { isSafe = false, write } = choose(place.random, phrases);
    const written = write(place);
    if (written !== undefined) return [written, isSafe];
  }
  return [[print(place.author.label())], true];
}

function leave({ author, random }: Place): Statement {
  return random.chance(0.5)
    ? { do: 'raise', error: author.error() }
    : { do: 'return', value: author.label() };
}

/** Let the function go on when statements fail. */
function caught({ author }: Place, body: Block): Block {
  const except = [{ error: 'Exception', as: 'e', body: [print(author.label(), name('e'))] }];
  return [{ do: 'try', body, except }];
}

/** Put statements into a `try` of some kind. */
function guarded(place: Place, body: Block): Block {
  const { random } = place;
  const except: Except[] = [];
  const error = random.weighted({
    ExceptionGroup: hasExceptionGroups(place.author) ? 3 : 0,
    Exception: 6,
    'asyncio.CancelledError': 4,
    BaseException: 1,
    TimeoutError: 1,
    none: 2,
  });
  if (error === 'none') return [{ do: 'try', body, finally: cleanup(place) }];
  except.push(handler(place, error));
  if (random.chance(0.15)) except.push(handler(place, 'Exception'));
  return [{ do: 'try', body, except, ...(random.chance(0.15) && { finally: cleanup(place) }) }];
}

function handler(place: Place, error: string): Except {
  const { author, random } = place;
  const caught = print(author.label(), name('e'));
  const ending = random.weighted({
    none: error === 'Exception' ? 8 : 2,
    again: 4,
    sleep: 2,
    raise: 1,
  });
  const body: Statement[] = [caught];
  if (error === 'ExceptionGroup' || (hasExceptionGroups(author) && random.chance(0.1))) {
    const locals = [...place.locals, { name: 'e', kind: 'error' as const }];
    body.push(...(takeApart({ ...place, locals }) ?? []));
  }
  if (ending === 'sleep' && place.canAwait)
    body.push(evaluate(sleep(author.delay())), print(author.label()));
  if (ending === 'raise') body.push({ do: 'raise', error: author.error() });
  if (ending === 'again') body.push({ do: 'raise' });
  return { error, as: 'e', body };
}

function cleanup(place: Place): Block {
  const { author, random } = place;
  const inner = { ...place, depth: MAX_DEPTH };
  const last = print(author.label());
  switch (
    random.weighted({
      print: 3,
      sleep: place.canAwait ? 3 : 0,
      any: 2,
      task: place.canAwait ? 1 : 0,
    })
  ) {
    case 'sleep':
      return [evaluate(sleep(author.delay())), last];
    case 'any':
      return [last, ...phrase(inner)[0]];
    case 'task':
      return [evaluate(call('asyncio.create_task', [pickAwaitable(inner, true).value])), last];
    default:
      return [last];
  }
}
