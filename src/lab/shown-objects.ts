/**
 * Lines in which CPython shows objects: `<Task pending name='Task-1' coro=<say_hi() running at a.py:3>>`.
 *
 * Where an object lies in memory, stands in a file and has a descriptor differs in each run, and is not
 * shown here; functions carry their names in camel case here, and not where they are defined. All else has to be
 * the same.
 */

const whereabouts =
  / (?:(?:running|done, defined|created) )?at (?:0x[0-9a-fA-F]+|[^\s<>\]]+:\d+)(?=[\s>\],]|$)| fd=\d+,?/g;

const surroundings = /\b\w+(?:\.\w+)*\.<locals>\./g;

/** Return the pattern of what is shown here of the objects in a line; `undefined` where that is the same. */
export function patternOfShown(text: string): RegExp | undefined {
  const begin = text.indexOf('<');
  if (begin < 0) return undefined;
  const shown = text.slice(begin).replaceAll(whereabouts, '').replaceAll(surroundings, '');
  const source = escaped(text.slice(0, begin)) + withEitherName(escaped(shown));
  return source === escaped(text) ? undefined : new RegExp(`^${source}$`);
}

function withEitherName(source: string): string {
  return source
    .replaceAll(/(?<=when=\d+)\\\.0\b/g, '(?:\\.0)?')
    .replaceAll(/\w+(?=\\\(\\\))/g, (name) => {
      const ours = inCamelCase(name);
      return ours === name ? name : `(?:${name}|${ours})`;
    });
}

/** Return a name of Python's as it is here. */
export function inCamelCase(name: string): string {
  return name.replaceAll(/_+(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
