/**
 * Code that blocks: meanwhile timers become due, all at once; in debug mode the loop reports it.
 */
import { call, evaluate, loopCall, name, print, setAttribute } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import type { Place } from './place.js';

export const blocking: Feature = {
  name: 'blocking',
  probability: 0.15,
  phrases: [
    {
      weight: 2,
      isPlain: true,
      isSafe: true,
      write: ({ author }) => [evaluate(call('time.sleep', [author.delay()]))],
    },
    { weight: 1, isPlain: true, isSafe: true, write: setDebug },
    { weight: 0.4, isPlain: true, isSafe: true, write: setPatience },
    { weight: 0.4, isPlain: true, write: scheduleWrongly },
  ],
};

function setDebug({ author, random }: Place): Block {
  return [
    evaluate(loopCall('set_debug', [random.chance(0.8)])),
    print(author.label(), loopCall('get_debug')),
  ];
}

/** How long a callback may take before it is reported; with 0 the loop's own ones would be, too. */
function setPatience({ author }: Place): Block {
  const loop = call('asyncio.get_running_loop');
  return [setAttribute(loop, 'slow_callback_duration', author.delay() || 0.1)];
}

/** Debug mode looks at what is scheduled. */
function scheduleWrongly({ author, random }: Place): Block {
  const coroutine = random.pick(author.coroutines);
  const callback = random.pick<Expression>([name(coroutine), call(coroutine), 1, null]);
  const scheduled = random.pick([
    loopCall('call_soon', [callback]),
    loopCall('call_soon_threadsafe', [callback]),
    loopCall('call_later', [author.delay(), callback]),
    loopCall('call_at', [author.delay(), callback]),
  ]);
  return [evaluate(loopCall('set_debug', [true])), evaluate(scheduled)];
}
