/**
 * Call graphs and stacks: who waits for whom, in which calls.
 */
import { call, evaluate, method, print } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import { type Place, pickVariable, use } from './place.js';
import { eager } from './tasks.js';

export const callGraphs: Feature = {
  name: 'call graphs',
  probability: 0.12,
  phrases: [
    { weight: 4, isPlain: true, write: showGraph },
    { weight: 1, isPlain: true, write: getStack },
  ],
};

function showGraph(place: Place): Block {
  const { author, random } = place;
  const future = pickVariable(place, ['task', 'future', 'gathering']);
  const whose = random.weighted({ variable: future ? 6 : 0, current: 1, default: 2, none: 0.1 });
  const options: Record<string, Expression> = {};
  if (random.chance(0.4)) options.limit = random.between(-2, 2);
  if (random.chance(0.2)) options.depth = random.between(0, 3);
  const args: Record<typeof whose, () => readonly Expression[]> = {
    variable: () => (future ? [use(future)] : []),
    current: () => [call('asyncio.current_task')],
    default: () => [null],
    none: () => [1],
  };
  if (random.chance(0.2))
    return [evaluate(call('asyncio.print_call_graph', args[whose](), options))];
  return [print(author.label(), call('asyncio.format_call_graph', args[whose](), options))];
}

/** Of a task that is done the calls are those of its error, which JavaScript does not keep. */
function getStack(place: Place): Block | undefined {
  const { author, random } = place;
  const task = pickVariable(place, ['task']);
  // In CPython a task that began at once stands on the stack of who has made it.
  if (task === undefined || author.uses(eager)) return undefined;
  const options = random.chance(0.4) ? { limit: random.between(-1, 2) } : undefined;
  return [
    {
      do: 'if',
      test: method(use(task), 'done'),
      body: [print(author.label())],
      else: [print(author.label(), method(use(task), 'get_stack', [], options))],
    },
  ];
}
