/**
 * Adds a member to a JSON text and leaves every other character where it is: order, indentation,
 * line ends, whatever the author likes.
 *
 * The new member stands after the last one of its object, after white space like that one's.
 */

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An object in the text. */
interface Span {
  /** Just behind its `{`. */
  readonly start: number;
  /** Its `}`. */
  readonly end: number;
  /** The white space before its last member; `undefined` when it has none. */
  readonly gap?: string;
  /** Behind its last member. */
  readonly last: number;
  /** Where the values of its members begin, by their names. */
  readonly values: ReadonlyMap<string, number>;
}

/**
 * Return a text with a member added, and the objects on the way to it.
 *
 * @param text an object in valid JSON, which has no such member yet
 * @param path the names that lead to the member; whatever they lead over is an object, or missing
 */
export function withMember(text: string, path: readonly string[], value: string): string {
  const tokens = tokensOf(text);
  let span = spanAt(text, tokens, 0);
  let depth = 0;
  for (; depth < path.length - 1; depth++) {
    const start = span.values.get(path[depth] ?? '');
    if (start === undefined) break;
    span = spanAt(text, tokens, start);
  }
  const unit = unitOf(text);
  const gap = span.gap ?? (unit === undefined ? '' : unit.eol + unit.indent.repeat(depth + 1));
  const member = memberText(path.slice(depth), value, gap, unit?.indent);
  const end = unit === undefined ? '' : unit.eol + unit.indent.repeat(depth);
  return span.gap === undefined
    ? `${text.slice(0, span.start)}${gap}${member}${end}${text.slice(span.end)}`
    : `${text.slice(0, span.last)},${gap}${member}${text.slice(span.last)}`;
}

/** A member that starts behind `gap`; objects within it are laid out as the text is. */
function memberText(
  [name = '', ...rest]: readonly string[],
  value: string,
  gap: string,
  indent: string | undefined,
): string {
  if (rest.length === 0) return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const isBroken = indent !== undefined && gap.includes('\n');
  const inner = isBroken ? gap + indent : ' ';
  const outer = isBroken ? gap : ' ';
  return `${JSON.stringify(name)}: {${inner}${memberText(rest, value, inner, indent)}${outer}}`;
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Read the object that the first token at or behind `start` opens. */
function spanAt(text: string, tokens: readonly Token[], start: number): Span {
  const opening = tokens.findIndex((token) => token.start >= start);
  const values = new Map<string, number>();
  let [depth, gap]: [number, string | undefined] = [0, undefined];
  for (let at = opening; at < tokens.length; at++) {
    const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (token === undefined) break;
    if (token.text === '}' || token.text === ']') depth--;
    if (depth === 0 && at > opening) {
      const rest = { start: tokens[opening]?.end ?? 0, end: token.start, last: before?.end ?? 0 };
      return { ...rest, values, ...(gap !== undefined && { gap }) };
    }
    if (depth === 1 && after?.text === ':' && before !== undefined) {
      gap = text.slice(before.end, token.start);
      values.set(JSON.parse(token.text), after.end);
    }
    if (token.text === '{' || token.text === '[') depth++;
  }
  throw new TypeError('no object');
}

/** How the text breaks and indents its lines; `undefined` when it is all on one. */
function unitOf(text: string): { readonly eol: string; readonly indent: string } | undefined {
  const [, eol, indent] = /(\r?\n)([ \t]+)\S/.exec(text) ?? [];
  if (eol !== undefined && indent !== undefined) return { eol, indent };
  const lineEnd = /^\s*\{(?:[^{}]*?)(\r?\n)/.exec(text)?.[1];
  return lineEnd === undefined ? undefined : { eol: lineEnd, indent: '  ' };
}
