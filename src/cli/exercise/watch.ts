/**
 * What `asyncio-lab exercise` does: a session on this terminal, told of keys and of saved files, until
 * the learner has enough.
 */

import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Judge } from '../../lab/exercise/judge.js';
import type { Context } from '../context.js';
import { interruptedCode } from '../interrupts.js';
import { onKeys } from '../keys.js';
import { leavingNothing } from '../leave.js';
import { FileWatch } from '../watch-files.js';
import { openJudge } from './open-judge.js';
import { Session } from './session.js';
import { SilentChanges } from './silent-changes.js';
import { type TerminalScreen, terminalScreen } from './terminal-screen.js';
import { type Asked, type Opened, type Workshop, withWorkshop } from './workshop.js';

/** What can be asked for. */
export interface WatchOptions {
  /** The exercise to begin with. */
  readonly name?: string;
  readonly poll?: true;
  /** What may have been meant in place of an exercise. */
  readonly commands: readonly string[];
}

/** Show exercises and judge them at every save until the learner has enough; returns the exit code. */
export function watchExercises(
  options: WatchOptions,
  context: Context,
  asked: Asked,
): Promise<number> {
  return withWorkshop(context, asked, async (opened) => {
    const { workshop } = opened;
    const { didYouMean } = opened.context.messages.errors;
    if (options.name !== undefined) {
      workshop.goTo(workshop.named(options.name, didYouMean, options.commands));
    }
    const judge = openJudge();
    const screen = terminalScreen(await opened.style());
    try {
      return await leavingNothing(
        () => end(judge, screen),
        () => runSession(opened, judge, screen, options.poll === true),
      );
    } finally {
      end(judge, screen);
    }
  });
}

function end(judge: Judge, screen: TerminalScreen): void {
  judge.end();
  screen.giveBack();
}

async function runSession(
  { workshop }: Opened,
  judge: Judge,
  screen: TerminalScreen,
  usePolling: boolean,
): Promise<number> {
  const session = new Session({ workshop, judge, screen, time: timeOfDay });
  const current = () => workshop.project.pathOf(session.current);
  let isSaid = false;
  const silent = new SilentChanges((path) => {
    session.saved(path);
    if (!isSaid) session.say(workshop.messages.watch.noEvents);
    isSaid = true;
  });
  const files = new FileWatch(usePolling, (paths) => {
    silent.told(paths);
    for (const path of paths) session.saved(path);
  });
  // The learner need not wait for it: what is saved before is found when it begins.
  const watchFiles = async () => {
    await files.add([], foldersOf(workshop));
    if (silent.begin()) session.saved(current());
  };
  const stopKeys = onKeys((key) => {
    session.press(key);
    silent.lookAt(current());
  });
  const interrupt = () => session.end(interruptedCode);
  const redraw = () => session.draw();
  process.on('SIGINT', interrupt);
  process.stdout.on('resize', redraw);
  try {
    silent.lookAt(current());
    const [code] = await Promise.all([session.untilEnd(), watchFiles()]);
    return code;
  } finally {
    process.off('SIGINT', interrupt);
    process.stdout.off('resize', redraw);
    stopKeys();
    silent.stop();
    await files.close();
  }
}

/** The folders of the chapters, as far as they are there. */
function foldersOf({ set, project }: Workshop): string[] {
  const folders = new Set(set.exercises.map((exercise) => dirname(project.pathOf(exercise))));
  return [...folders].filter((folder) =>
    statSync(folder, { throwIfNoEntry: false })?.isDirectory(),
  );
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8);
}
