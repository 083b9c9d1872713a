/**
 * The keys that are pressed while a command goes on, one at a time and without Enter on a terminal.
 */

/** Call a function with each key until the returned function is called. */
export function onKeys(take: (key: string) => void): () => void {
  const { stdin } = process;
  const onData = (text: string) => {
    for (const key of text) take(key);
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
