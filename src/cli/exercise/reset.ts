/**
 * What `asyncio-lab exercise reset` does: writes an exercise anew, and keeps what was there beside it.
 */

import { visible } from '../../report/visible.js';
import type { Context } from '../context.js';
import { type Asked, withWorkshop } from './workshop.js';

/** Write an exercise as the learner got it. */
export function resetExercise(
  name: string | undefined,
  context: Context,
  asked: Asked,
): Promise<void> {
  return withWorkshop(context, asked, (opened) => {
    const { workshop } = opened;
    const found = workshop.named(name, opened.context.messages.errors.didYouMean);
    const { reset } = workshop.messages;
    const backup = workshop.reset(found);
    const lines = [
      reset.done(workshop.fileOf(found)),
      ...(backup === undefined ? [] : [reset.backup(backup)]),
    ];
    process.stdout.write(lines.map((line) => ` ${visible(line)}\n`).join(''));
  });
}
