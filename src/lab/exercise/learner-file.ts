/**
 * The file of an exercise as a learner gets it and as it is written to.
 *
 * A set keeps one file for all languages: comments that are for learners stand in it once in each,
 * a line `// [en] …` beside a line `// [zh-TW] …`. A learner gets those of one language, without the
 * mark. The only thing that is ever written into a learner's file is a prediction that was right.
 */

import type { Bilingual } from '../scenario.js';

/** A language that a set may speak. */
export type LearnerLanguage = keyof Bilingual;

const marked = /^([ \t]*\/\/) \[(en|zh-TW)\](.*)$/;

/** Return a file of a set with the comments of one language; where it has none in that, of another. */
export function learnerText(text: string, language: LearnerLanguage): string {
  const lines = text.split('\n');
  const found = lines.flatMap((line) => marked.exec(line)?.[2] ?? []);
  const kept = found.includes(language) ? language : found[0];
  return lines
    .flatMap((line) => {
      const [, slashes = '', mark, words = ''] = marked.exec(line) ?? [];
      if (mark === undefined) return [line];
      return mark === kept ? [slashes + words] : [];
    })
    .join('\n');
}

/** A list of strings and comments; either may hold a bracket. */
const predictionList =
  /^export const prediction\b([^=\n]*)=\s*\[(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*|[^\]'"`/])*\];?/m;

/** Return a learner's file with the lines as its prediction; `undefined` if it has no place for one. */
export function withPrediction(text: string, lines: readonly string[]): string | undefined {
  if (!predictionList.test(text)) return undefined;
  const list = lines.map((line) => `  ${literal(line)},\n`).join('');
  return text.replace(
    predictionList,
    (_, type: string) => `export const prediction${type}= [\n${list}];`,
  );
}

/** Return the lines that a file predicts, without running it. */
export function predictionIn(text: string): string[] {
  const list = predictionList.exec(text)?.[0].replace(/^[^[]*=/, '') ?? '';
  return Array.from(list.matchAll(stringOrComment), ([token]) => token)
    .filter((token) => !token.startsWith('//'))
    .map(textOf);
}

const stringOrComment = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*/g;

function textOf(literal: string): string {
  const inside = literal.slice(1, -1).replace(/\\(['`])/g, '$1');
  return JSON.parse(`"${inside.replace(/\\.|"/g, (it) => (it === '"' ? '\\"' : it))}"`);
}

function literal(line: string): string {
  return /['\\\p{Cc}]/u.test(line) ? JSON.stringify(line) : `'${line}'`;
}
