/**
 * Texts in columns: how wide they are, filled up, cut short and wrapped.
 *
 * A Chinese character takes two columns, and a line may break between any two words of them, but
 * neither before a closing mark nor after an opening one; other words break at spaces only. Texts here have
 * no colours yet: what has a width is painted afterwards.
 */

import stringWidth from 'string-width';

/** Return how many columns a text takes. */
export function widthOf(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** Fill a text up with spaces at its end. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Fill a text up with spaces at its beginning. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Cut a text that is too wide, with an ellipsis for what is left out. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Break a text into lines of at most a width. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (widthOf(line + piece.trimEnd()) > width && !isBare(line)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (widthOf(line.trimEnd()) > width) {
      const head = headOf(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Nothing stands on a line by itself but words: dots, for what is left out, go with what follows. */
function isBare(line: string): boolean {
  return line === '' || line === '…';
}

/** Take a text apart where a line may break; a Chinese word stays whole. */
function piecesOf(text: string): string[] {
  const found = text.match(pieces) ?? [];
  if (!hasWide.test(text)) return found;
  chineseWords ??= new Intl.Segmenter('zh-TW', { granularity: 'word' });
  const starts = new Set(Array.from(chineseWords.segment(text), ({ index }) => index));
  const merged: string[] = [];
  let index = 0;
  for (const piece of found) {
    const previous = merged.at(-1);
    if (previous === undefined || starts.has(index) || /\s$/.test(previous)) merged.push(piece);
    else merged[merged.length - 1] = previous + piece;
    index += piece.length;
  }
  return merged;
}

function headOf(text: string, width: number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && widthOf(head + character) > width) break;
    head += character;
  }
  return head;
}

const opening = '「『（《〈【〔';
const closing = '」』）》〉】〕，。、；：！？…';
const wide =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Hangul}';

const hasWide = new RegExp(`[${wide}]`, 'u');

/** Made when it is first needed: English gets along without. */
let chineseWords: Intl.Segmenter | undefined;

/** What must stay together on a line, with the spaces after it. */
const pieces = new RegExp(
  `[${opening}]*(?:[${wide}]|[^\\s${wide}${opening}${closing}]+|(?=[${closing}]))[${closing}]*\\s*|\\s+|[${opening}]+`,
  'gu',
);
