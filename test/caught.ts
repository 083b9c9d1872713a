/** What a call throws, as one line. */
export function caught(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  return 'nothing thrown';
}
