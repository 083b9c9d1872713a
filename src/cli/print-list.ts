/**
 * What `asyncio-lab list` prints, for people or for scripts.
 */

import { type Catalogue, readCatalogue } from '../lab/catalogue.js';
import { scenarioList } from '../report/list.js';
import { textIn } from '../report/style.js';
import type { Context } from './context.js';

/** Print the scenarios that there are. */
export async function printList(context: Context, isForScripts: boolean): Promise<void> {
  const catalogue = readCatalogue();
  const output = isForScripts
    ? JSON.stringify(asJson(catalogue, context), null, 2)
    : scenarioList(catalogue, await context.style());
  process.stdout.write(`${output}\n`);
}

/** The list for scripts, with its texts in the language asked for. */
function asJson({ scenarios }: Catalogue, { language }: Context): unknown {
  return {
    schemaVersion: 1,
    scenarios: scenarios.map(({ name, title, variants }) => ({
      name,
      title: textIn(language, title),
      variants: variants.map(({ name: variant, about, elapsed, claim, measures }) => ({
        name: variant,
        about: textIn(language, about),
        expected: elapsed === undefined ? undefined : { elapsed },
        claim: claim && textIn(language, claim),
        measures: measures?.map((measure) => ({
          name: measure.name,
          expected: measure.elapsed,
          claim: measure.claim && textIn(language, measure.claim),
        })),
      })),
    })),
  };
}
