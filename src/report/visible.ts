/**
 * Makes a scenario's text safe to show: whatever it prints, the terminal is not its to control.
 */

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Controls of C0 and C1, separators of lines, what turns the direction of writing, half characters,
 * and code points that are no characters.
 */
const controls =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Return a text with its control characters written out: an escape becomes `\x1b`. */
export function visible(text: string): string {
  return text.replaceAll(controls, (control) => names[control] ?? written(control));
}

function written(control: string): string {
  const code = control.codePointAt(0)?.toString(16) ?? '';
  if (code.length > 4) return `\\u{${code}}`;
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
