/**
 * Task groups: some belong to one function, into others any function puts tasks, at any time.
 */
import { call, evaluate, method, print, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Feature } from './feature.js';
import { entering, replacing, showing } from './methods.js';
import { type Leveled, type Place, pickAwaitable, pickLocal, pickVariable, use } from './place.js';
import { eager } from './tasks.js';

const make = () => call('asyncio.TaskGroup');

export const groups: Feature = {
  name: 'groups',
  probability: 0.35,
  declare(author) {
    const variables = author.declareLeveled('group', author.random.between(0, 2));
    return variables.map((variable) => set(variable.name, make()));
  },
  phrases: [
    { weight: 10, isPlain: true, write: createTask },
    { weight: 1, isPlain: true, isSafe: true, write: showing('group') },
    { weight: 0.3, isPlain: true, isSafe: true, write: replacing('group', make) },
    { weight: 1, write: showLocal },
  ],
  managers: [
    { weight: 8, local: 'group', write: make },
    { weight: 3, local: 'group', write: entering('group') },
  ],
};

function createTask(place: Place): Block | undefined {
  const { author, random } = place;
  const group = pickGroup(place);
  if (group === undefined) return undefined;
  const task = random.chance(0.5) ? pickVariable(place, ['task'], 'await') : undefined;
  const level = Math.max(place.level, group.level, task?.level ?? 0);
  const value = random.chance(0.25)
    ? failing(author)
    : pickAwaitable({ ...place, level }, true).value;
  const options: Record<string, Expression> = {};
  if (random.chance(0.1)) options.name = author.text();
  if (author.uses(eager) && random.chance(0.4)) options.eager_start = random.chance(0.7);
  const created = method(group.value, 'create_task', [value], options);
  return [task === undefined ? evaluate(created) : set(task.name, created)];
}

/** What fails at one of the instants. */
function failing(author: Author): Expression {
  return call('asyncio.wait_for', [call('asyncio.sleep', [9]), author.delay()]);
}

function pickGroup(place: Place): Leveled | undefined {
  const local = pickLocal(place, 'group');
  if (local !== undefined && place.random.chance(0.8)) return { value: local, level: 0 };
  const variable = pickVariable(place, ['group']);
  return variable && { value: use(variable), level: variable.level };
}

function showLocal(place: Place): Block | undefined {
  const group = pickLocal(place, 'group');
  if (group === undefined) return undefined;
  return [print(place.author.label(), call('str', [group]))];
}
