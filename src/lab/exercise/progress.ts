/**
 * How far a learner is: a text of one line per fact, for people to read, to mend and to copy to
 * another machine.
 *
 *     # what the lines are
 *     current tasks/two-at-once
 *     done first-steps/hello
 *     hints tasks/two-at-once 1
 *
 * A line that means nothing costs nothing but itself, and stays in the file: a slip of the pen can be
 * mended, and what a newer set knows is not lost in an older one.
 */

/** How far a learner is; exercises by `<chapter>/<name>`. */
export interface Progress {
  readonly current?: string;
  /** Those that are finished, in the order in which they were. */
  readonly done: readonly string[];
  /** How many hints were shown; of those not in it, none. */
  readonly hints: ReadonlyMap<string, number>;
  readonly ignored: readonly IgnoredLine[];
}

/** A line that means nothing. */
export interface IgnoredLine {
  /** Its number, from 1. */
  readonly at: number;
  readonly text: string;
}

/** A learner who has not begun. */
export const noProgress: Progress = { done: [], hints: new Map(), ignored: [] };

/** Read the text of a learner's progress in the exercises of those names. */
export function readProgress(text: string, known: readonly string[]): Progress {
  let current: string | undefined;
  const done = new Set<string>();
  const hints = new Map<string, number>();
  const ignored: IgnoredLine[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    const [, what, name = '', count] =
      /^(current|done|hints)\s+(\S+)(?:\s+(\d{1,3}))?$/.exec(words) ?? [];
    const isWhole = (what === 'hints') === (count !== undefined);
    if (!known.includes(name) || !isWhole) ignored.push({ at: index + 1, text: words });
    else if (what === 'current') current = name;
    else if (what === 'done') done.add(name);
    else hints.set(name, Number(count));
  }
  return { done: [...done], hints, ignored, ...(current !== undefined && { current }) };
}

/** Return the text that holds some progress, below what it says of itself. */
export function formatProgress(
  { current, done, hints, ignored }: Progress,
  about: readonly string[],
): string {
  const lines = [
    ...about.map((line) => `# ${line}`),
    '',
    ...(current === undefined ? [] : [`current ${current}`]),
    ...done.map((name) => `done ${name}`),
    ...Array.from(hints, ([name, count]) => `hints ${name} ${count}`),
    ...ignored.map(({ text }) => text),
  ];
  return `${lines.join('\n')}\n`;
}

/** Return the progress with another exercise as the current one. */
export function withCurrent(progress: Progress, name: string): Progress {
  return { ...progress, current: name };
}

/** Return the progress with one more exercise finished. */
export function withDone(progress: Progress, name: string): Progress {
  return { ...progress, done: [...new Set([...progress.done, name])] };
}

/** Return the progress with so many hints shown. */
export function withHints(progress: Progress, name: string, count: number): Progress {
  return { ...progress, hints: new Map([...progress.hints, [name, count]]) };
}

/** Return the progress as if an exercise had never been begun. */
export function without(progress: Progress, name: string): Progress {
  return {
    ...progress,
    done: progress.done.filter((other) => other !== name),
    hints: new Map([...progress.hints].filter(([other]) => other !== name)),
  };
}
