/**
 * Annotations in GitHub Actions: what is not as expected, at the file and the line that it comes
 * from. A variant that passed only when it was tried again is a warning.
 */

import type { ScenarioResult, VariantResult } from '../lab/result.js';
import { placeOfFirst } from './differences.js';
import type { Facts, Format } from './format.js';
import { attempts, message, problemText } from './plain-failure.js';
import { placeOfProblem } from './problem.js';
import type { Style } from './style.js';
import { isFlaky } from './summary.js';
import { visible } from './visible.js';
import { command } from './workflow-commands.js';

/** Make the annotations; `inRepository` makes a path of the report one from the repository's root. */
export function github(
  { clock }: Facts,
  style: Style,
  inRepository: (path: string) => string,
): Format {
  const exact = clock.kind === 'virtual';
  const annotate = (scenario: ScenarioResult) =>
    annotationsOf(scenario, exact, style, inRepository).join('');
  return { end: ({ scenarios }) => scenarios.map(annotate).join('') };
}

function annotationsOf(
  scenario: ScenarioResult,
  exact: boolean,
  style: Style,
  inRepository: (path: string) => string,
): string[] {
  const problem = problemText(scenario, style);
  const title = visible(scenario.name);
  const at = (place: string): Readonly<Record<string, string>> => {
    const [, file, line] = /^(.*):(\d+)$/s.exec(place) ?? [];
    // GitHub shows what has no line nowhere in the file.
    return { file: inRepository(file ?? place), line: line ?? '1' };
  };
  return [
    ...(problem === undefined
      ? []
      : [command('error', { ...at(placeOfLoading(scenario)), title }, problem)]),
    ...scenario.variants.flatMap((variant) => {
      const properties = {
        ...at(placeOf(variant, scenario)),
        title: `${title}/${visible(variant.name)}`,
      };
      if (variant.status === 'fail') {
        return [command('error', properties, message(variant, exact, style))];
      }
      if (!isFlaky(variant)) return [];
      const retries = attempts(variant, exact, style);
      const text = [style.words.check.flaky(retries.length + 1), ...retries].join('\n');
      return [command('warning', properties, text)];
    }),
  ];
}

function placeOfLoading({ problem, source }: ScenarioResult): string {
  return (problem === undefined ? undefined : placeOfProblem(problem)) ?? source;
}

function placeOf(variant: VariantResult, { source }: ScenarioResult): string {
  return placeOfFirst(variant) ?? source;
}
