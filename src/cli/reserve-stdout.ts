/**
 * Keeps standard output for a report that a script reads.
 */

/** Send what anybody writes to standard output to standard error; returns how to write there. */
export function reserveStdout(): (text: string) => void {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  return (text) => {
    write(text);
  };
}
