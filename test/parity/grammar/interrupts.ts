/**
 * Interrupts: what leaves the loop at once, from within a task or a callback.
 */
import { call } from '../build.js';
import type { Feature } from './feature.js';

export const interrupts: Feature = {
  name: 'interrupts',
  probability: 0.06,
  phrases: [
    {
      weight: 2,
      isPlain: true,
      write: ({ author, random }) => [
        {
          do: 'raise',
          error: call('KeyboardInterrupt', random.chance(0.5) ? [author.text()] : []),
        },
      ],
    },
  ],
};
