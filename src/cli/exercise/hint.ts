/**
 * What `asyncio-lab exercise hint` does: shows one hint more each time; when there is none left, all.
 */

import { hintsShown } from '../../report/exercise/hints.js';
import { paragraph } from '../../report/exercise/paragraph.js';
import type { Context } from '../context.js';
import { type Asked, withWorkshop } from './workshop.js';

/** Show the next hint of an exercise. */
export function showHint(name: string | undefined, context: Context, asked: Asked): Promise<void> {
  return withWorkshop(context, asked, async (opened) => {
    const { workshop } = opened;
    const found = workshop.named(name, opened.context.messages.errors.didYouMean);
    const style = await opened.style();
    const before = workshop.hintsShown(found);
    const all = found.exercise.hints.length;
    const count = workshop.showHint(found);
    const lines = [
      ...hintsShown(found.exercise, count, style, before === all ? 0 : before),
      ...(count === all
        ? ['', ...paragraph(workshop.messages.hintsEnd, style, style.paint.dim)]
        : []),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  });
}
