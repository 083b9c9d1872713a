/**
 * Elements of XML as text. Whatever is in a text, the result is well-formed.
 */

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Render an element with its attributes, those that are absent left out, and its content. */
export function element(
  name: string,
  attributes: Attributes,
  content: readonly string[] = [],
): string {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`],
  );
  const start = `<${name}${list.join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}

/** Escape a text; characters that XML 1.0 forbids are replaced. */
export function escaped(text: string): string {
  return text
    .replaceAll(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')
    .replaceAll('##[', '#&#35;[');
}

/** Controls, halves of characters that take two, and what is no character at all. */
const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
