/** Runs before each file of tests, also where files share a process. */

import { afterAll } from 'vitest';
import { tidyUp } from './tidy.js';

afterAll(tidyUp);
