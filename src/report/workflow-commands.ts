/**
 * Commands that a step of GitHub Actions gives by printing lines.
 *
 * The runner takes a line for a command when it begins with `::`, spaces aside, or has `##[`
 * anywhere, on standard output and standard error alike. What a scenario prints must never be one.
 */

const joiner = '\u2060';

/** Return a text, of whole lines, that looks the same and has no commands. */
export function withoutCommands(text: string): string {
  return text.replaceAll(/^(\s*:)(?=:)/gm, `$1${joiner}`).replaceAll('##[', `#${joiner}#[`);
}

/** Return a command with its message; everything in it is safe whatever it is. */
export function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapedProperty(String(value))}`,
  );
  return `::${name} ${list.join(',')}::${escapedData(message)}\n`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
