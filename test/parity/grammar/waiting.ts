/**
 * Waiting for several at once, or shielded: `gather`, `wait`, `as_completed`, `shield`.
 */
import { awaited, call, list, method, name, print, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import {
  type Leveled,
  MAX_NESTING,
  type Place,
  pickAwaitable,
  pickVariable,
  use,
} from './place.js';

const conditions = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'];

export const waiting: Feature = {
  name: 'waiting',
  probability: 0.7,
  declare(author) {
    author.declareLeveled('gathering', author.random.between(0, 2));
    author.declareLeveled('results', author.random.between(0, 1));
    return [];
  },
  phrases: [
    { weight: 2, isPlain: true, write: setGathering },
    { weight: 2, write: asCompleted },
    { weight: 1, isPlain: true, write: setResults },
    { weight: 2, write: walkResults },
    { weight: 1, write: awaitShielded },
  ],
  awaitables: [
    { weight: 4, write: gather },
    { weight: 3, isCoroutine: true, write: wait },
    { weight: 2, write: shield },
  ],
};

export const sharing: Feature = {
  name: 'sharing',
  probability: 0.15,
  declare(author) {
    author.declareLeveled('coroutine', 1);
    author.declareLeveled('job', 1);
    return [];
  },
  phrases: [
    { weight: 1, isPlain: true, isSafe: true, write: setCoroutine },
    { weight: 3, write: awaitCoroutine },
    { weight: 4, isPlain: true, write: createTasks },
  ],
};

function several(place: Place, least = 0): Leveled[] {
  const count = place.random.between(least, 3);
  const items = Array.from({ length: count }, () => pickAwaitable(place));
  const [first] = items;
  if (first !== undefined && isVariable(first.value) && place.random.chance(0.2)) items.push(first);
  return items;
}

function isVariable(expression: Expression): boolean {
  return typeof expression === 'object' && expression !== null && 'name' in expression;
}

function lowest(items: readonly Leveled[]): number {
  return Math.min(...items.map(({ level }) => level));
}

function gather(place: Place): Leveled | undefined {
  const { random } = place;
  if (place.nesting > MAX_NESTING) return undefined;
  const items = several(place, random.chance(0.1) ? 0 : 1);
  const options = random.chance(0.4) ? { return_exceptions: true } : undefined;
  const value = call(
    'asyncio.gather',
    items.map((item) => item.value),
    options,
  );
  return { value, level: lowest(items) };
}

function setGathering(place: Place): Block | undefined {
  const variable = pickVariable(place, ['gathering'], 'await');
  if (variable === undefined) return undefined;
  const write = place.random.chance(0.2) ? shield : gather;
  const gathered = write({ ...place, level: variable.level });
  return gathered && [set(variable.name, gathered.value)];
}

function waitable(place: Place): Leveled {
  const variable = pickVariable(place, ['task', 'future', 'gathering'], 'await');
  if (variable !== undefined && place.random.chance(0.7)) {
    return { value: use(variable), level: variable.level };
  }
  const { value, level } = pickAwaitable(place, true);
  return { value: call('asyncio.create_task', [value]), level };
}

function wait(place: Place): Leveled | undefined {
  const { author, random } = place;
  if (place.nesting > MAX_NESTING) return undefined;
  const items = Array.from({ length: random.between(1, 3) }, () => waitable(place));
  const options: Record<string, Expression> = {};
  if (random.chance(0.4)) options.timeout = author.delay();
  if (random.chance(0.6)) options.return_when = name(`asyncio.${random.pick(conditions)}`);
  const value = call('asyncio.wait', [list(items.map((item) => item.value))], options);
  return { value, level: lowest(items) };
}

function shield(place: Place): Leveled | undefined {
  if (place.nesting > MAX_NESTING) return undefined;
  const inner = pickAwaitable(place);
  return { value: call('asyncio.shield', [inner.value]), level: inner.level };
}

function awaitShielded(place: Place): Block | undefined {
  const shielded = shield(place);
  return shielded && [print(place.author.label(), awaited(shielded.value))];
}

function asCompleted(place: Place): Block {
  return walk(place, completed(place));
}

/** Return the results of several as they come. */
export function completed(place: Place): Expression {
  const { author, random } = place;
  const options = random.chance(0.4) ? { timeout: author.delay() } : undefined;
  const items = list(several(place, 1).map((item) => item.value));
  return call('asyncio.as_completed', [items], options);
}

/** Keep the results, for several to walk them, in both ways. */
function setResults(place: Place): Block | undefined {
  const variable = pickVariable(place, ['results'], 'await');
  if (variable === undefined) return undefined;
  return [set(variable.name, completed({ ...place, level: variable.level }))];
}

/** Walk them from where the last one has left off. */
function walkResults(place: Place): Block | undefined {
  const variable = pickVariable(place, ['results'], 'await');
  if (variable === undefined) return undefined;
  const walked = walk(place, use(variable));
  if (place.random.chance(0.7)) return walked;
  return walked.map((statement) =>
    'body' in statement
      ? { ...statement, body: [...statement.body, { do: 'return', value: null }] }
      : statement,
  );
}

function walk({ author, random }: Place, source: Expression): Block {
  const label = author.label();
  if (random.chance(0.5)) {
    const body = [print(label, awaited(name('each')))];
    return [
      {
        do: 'for',
        name: 'each',
        in: source,
        body: random.chance(0.6) ? [caught(body, label)] : body,
      },
    ];
  }
  const question = random.chance(0.5) ? 'result' : 'done';
  return [
    {
      do: 'async for',
      name: 'each',
      in: source,
      body: [caught([print(label, method(name('each'), question))], label)],
    },
  ];
}

function caught(body: Block, label: string): Block[number] {
  return {
    do: 'try',
    body,
    except: [{ error: 'Exception', as: 'e', body: [print(label, name('e'))] }],
  };
}

function setCoroutine(place: Place): Block | undefined {
  const variable = pickVariable(place, ['coroutine', 'job'], 'await');
  if (variable === undefined) return undefined;
  const { value } = pickAwaitable({ ...place, level: variable.level }, true);
  return isVariable(value) ? undefined : [set(variable.name, value)];
}

/** Await it, and no more: a coroutine that one task awaits while another runs it is beyond both. */
function awaitCoroutine(place: Place): Block | undefined {
  const variable = pickVariable(place, ['coroutine'], 'await');
  return variable && [print(place.author.label(), awaited(use(variable)))];
}

/** Make tasks of the same coroutine, which run it at the same time. */
function createTasks(place: Place): Block | undefined {
  const job = pickVariable(place, ['job'], 'await');
  const task = pickVariable(place, ['task'], 'await');
  if (job === undefined || task === undefined || task.level > job.level) return undefined;
  return [set(task.name, call('asyncio.create_task', [use(job)]))];
}
