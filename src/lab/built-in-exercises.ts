/**
 * Where the exercises lie that come with this package: what is loaded of them is compiled, what a
 * learner reads is text.
 */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where their modules lie: beside the lab, compiled as it is. */
export const exerciseModules = fileURLToPath(new URL('../../exercises/', import.meta.url));

/** Where their files lie as text. */
export const exerciseTexts = join(
  dirname(createRequire(import.meta.url).resolve('asyncio-lab/package.json')),
  'exercises',
);
