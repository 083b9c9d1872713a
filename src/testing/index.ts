/**
 * asyncio-lab/testing: coroutines on the virtual clock in tests of one's own, under whatever runner.
 *
 * Everything public is exported here, by name.
 */

export type { Expectation, ExpectedText, Outcome } from '../lab/scenario.js';
export { expectTranscript } from './expect-transcript.js';
export {
  type Main,
  type Transcript,
  type TranscriptLine,
  type TranscriptOptions,
  transcriptOf,
} from './transcript.js';
export { TranscriptError } from './transcript-error.js';
