/** Bytes for tests: text as bytes, and back. */

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function text(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}

/** Cut bytes into pieces of random sizes; `random` gives a number below 1. */
export function pieces(data: Uint8Array, largest: number, random: () => number): Uint8Array[] {
  const cut: Uint8Array[] = [];
  for (let begin = 0; begin < data.length; ) {
    const end = begin + 1 + Math.floor(random() * largest);
    cut.push(data.subarray(begin, end));
    begin = end;
  }
  return cut;
}

/** Random numbers that are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
