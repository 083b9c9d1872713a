/**
 * Code that blocks: meanwhile timers become due, all at once; in debug mode the loop reports it.
 */
import { call, evaluate, loopCall, print } from '../build.js';
import type { Block } from '../program.js';
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
  ],
};

function setDebug({ author, random }: Place): Block {
  return [
    evaluate(loopCall('set_debug', [random.chance(0.8)])),
    print(author.label(), loopCall('get_debug')),
  ];
}
