/**
 * What `asyncio-lab exercise list` does: lists the exercises with how far the learner is.
 */

import { idOf } from '../../lab/exercise/naming.js';
import { exerciseList } from '../../report/exercise/list.js';
import { textIn } from '../../report/style.js';
import type { Context } from '../context.js';
import { type Asked, type Opened, withWorkshop } from './workshop.js';

/** List the exercises; `json` is for scripts. */
export function listExercises(json: boolean, context: Context, asked: Asked): Promise<void> {
  return withWorkshop(context, asked, async (opened) => {
    process.stdout.write(
      `${json ? JSON.stringify(asJson(opened), null, 2) : await asText(opened)}\n`,
    );
  });
}

async function asText({ workshop, style: styleOf, context }: Opened): Promise<string> {
  const style = await styleOf();
  const title = textIn(context.language, workshop.set.set.title);
  const progress = { ...workshop.progress, current: idOf(workshop.current) };
  return [
    ...exerciseList(title, workshop.listed, progress, style),
    '',
    ` ${style.paint.dim(workshop.messages.list.hint)}`,
  ].join('\n');
}

function asJson({ workshop, context: { language } }: Opened): unknown {
  const { done, hints } = workshop.progress;
  return {
    schemaVersion: 1,
    title: textIn(language, workshop.set.set.title),
    exercises: workshop.listed.map(({ id, found }) => ({
      name: id,
      title: textIn(language, found.exercise.title),
      kind: found.exercise.kind,
      file: workshop.fileOf(found),
      done: done.includes(id),
      current: found === workshop.current,
      hints: { shown: hints.get(id) ?? 0, of: found.exercise.hints.length },
    })),
    summary: { done: workshop.doneCount, of: workshop.listed.length },
  };
}
