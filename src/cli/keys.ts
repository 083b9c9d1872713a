/**
 * The keys that are pressed while a command goes on, one at a time and without Enter on a terminal.
 */

const esc = '\x1b';

/** What one key sends: a sequence of a terminal such as that of an arrow, or a character. */
const key = new RegExp(`${esc}(?:\\[[\\d;]*[A-Za-z~]|O[A-Za-z])|[^]`, 'gu');

/** Return the keys of which a terminal sends a text; arrows are the same in each of its modes. */
export function keysIn(text: string): string[] {
  return Array.from(text.matchAll(key), ([it]) =>
    it.startsWith(`${esc}O`) ? `${esc}[${it.slice(2)}` : it,
  );
}

/** Call a function with each key until the returned function is called. */
export function onKeys(take: (key: string) => void): () => void {
  const { stdin } = process;
  const onData = (text: string) => {
    for (const key of keysIn(text)) take(key);
  };
  const setRaw = (isRaw: boolean) => {
    if (stdin.isTTY) stdin.setRawMode(isRaw);
  };
  setRaw(true);
  stdin.setEncoding('utf8').on('data', onData);
  // Who has no input to give may close it: no more keys come.
  stdin.on('error', () => {});
  return () => {
    stdin.off('data', onData).pause();
    setRaw(false);
  };
}
