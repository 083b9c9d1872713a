/**
 * The summary of a step in GitHub Actions: a page of Markdown, which the step adds to a file that
 * GitHub names.
 */

import { appendFileSync } from 'node:fs';
import type { Results } from '../lab/result.js';
import type { Facts } from '../report/format.js';
import { machineStyle } from './formats.js';

/** Add the summary, where GitHub wants one. What cannot be written is no failure of the check. */
export async function writeStepSummary(results: Results, facts: Facts): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  const { githubSummary } = await import('../report/github-summary.js');
  const text = githubSummary(results, facts, await machineStyle());
  try {
    appendFileSync(path, text);
  } catch (error) {
    process.stderr.write(`asyncio-lab: GITHUB_STEP_SUMMARY: ${(error as Error).message}\n`);
  }
}
