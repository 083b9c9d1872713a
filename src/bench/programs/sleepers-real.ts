/** Sleepers on the real clock. */
import { run } from '../../index.js';
import type { Program } from '../program.js';
import { main } from './sleepers.js';

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
