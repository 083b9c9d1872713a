/**
 * What standard output can show: how wide it is, and with how many colours.
 */

const narrowest = 40;
const widest = 120;

/** Return how many columns to fill; 80 where nobody says how many there are. */
export function columns(): number {
  return Math.min(widest, Math.max(narrowest, process.stdout.columns ?? 80));
}

/**
 * Return the level of colours: 0 for none, 1 for sixteen, 2 for 256, 3 for all.
 *
 * `--no-color` and NO_COLOR decide first, then FORCE_COLOR; a pipe has no colours by itself.
 */
export function colourLevel(wanted: boolean): 0 | 1 | 2 | 3 {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (!wanted || NO_COLOR) return 0;
  if (FORCE_COLOR !== undefined) return forcedLevel(FORCE_COLOR);
  if (!process.stdout.isTTY) return 0;
  const depth = process.stdout.getColorDepth();
  if (depth >= 24) return 3;
  return depth >= 8 ? 2 : depth >= 4 ? 1 : 0;
}

function forcedLevel(value: string): 0 | 1 | 2 | 3 {
  if (value === '0' || value === 'false') return 0;
  return value === '2' ? 2 : value === '3' ? 3 : 1;
}
