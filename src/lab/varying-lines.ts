/**
 * Keeps lines that differ from run to run: of each the pattern that it matches, and for the
 * pattern's named groups which lines have the same value.
 */

import type { RecordedLine } from './recorded.js';
import type { Varying } from './scenario.js';

/** A line as it was printed. */
export interface PrintedLine {
  readonly t: number;
  readonly text: string;
  readonly task?: string;
}

/** Makes the lines that are kept of one variant, in the order in which they were printed. */
export class VaryingLines {
  readonly #varying: readonly Varying[];
  readonly #identities = new Identities();

  constructor(varying: readonly Varying[]) {
    this.#varying = varying;
  }

  /** Return what is kept of a line; `own` is a pattern for this very line. */
  keep(line: PrintedLine, own?: Varying): RecordedLine {
    for (const { pattern, shown } of own === undefined ? this.#varying : [own]) {
      const found = withoutPosition(pattern).exec(line.text);
      if (found === null) continue;
      const flags = withoutPosition(pattern).flags;
      const groups = Object.entries(found.groups ?? {});
      return {
        ...line,
        text: shown,
        pattern: pattern.source,
        ...(flags !== '' && { flags }),
        ...(groups.length > 0 && { groups: this.#identities.numbersOf(groups) }),
      };
    }
    return line;
  }
}

/** A global or sticky pattern would remember where it stopped. */
function withoutPosition(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, ''));
}

/** Numbers the values of named groups, each group's from 1 in order of first appearance. */
class Identities {
  readonly #values = new Map<string, string[]>();

  numbersOf(groups: readonly (readonly [name: string, value: string])[]): Record<string, number> {
    return Object.fromEntries(groups.map(([name, value]) => [name, this.#numberOf(name, value)]));
  }

  #numberOf(name: string, value: string): number {
    const known = this.#values.get(name) ?? [];
    this.#values.set(name, known);
    const index = known.indexOf(value);
    return index < 0 ? known.push(value) : index + 1;
  }
}
