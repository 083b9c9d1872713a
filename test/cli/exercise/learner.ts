/**
 * A learner at a session without a terminal: presses keys, saves files, and reads what is shown.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Judging } from '../../../src/cli/exercise/judge-answer.js';
import type { WorkshopMessages } from '../../../src/cli/exercise/messages.js';
import { en } from '../../../src/cli/exercise/messages-en.js';
import { zhTW } from '../../../src/cli/exercise/messages-zh-tw.js';
import { type Screen, Session } from '../../../src/cli/exercise/session.js';
import { keys } from '../../../src/cli/exercise/view.js';
import { exerciseStyle, Workshop } from '../../../src/cli/exercise/workshop.js';
import type { FoundExercise, FoundSet } from '../../../src/lab/exercise/find.js';
import { Project } from '../../../src/lab/exercise/project.js';
import type { Language } from '../../../src/report/style.js';
import { styleIn } from '../../report/style.js';
import { folderWith } from '../command.js';

const words: Readonly<Record<Language, WorkshopMessages>> = { en, 'zh-TW': zhTW };

interface Options {
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  readonly hasKeys?: boolean;
  /** What `progress.txt` holds. */
  readonly progress?: string;
}

/** Characters, or a key by its name. */
export type Pressed = string | readonly [keyof typeof keys];

/** A learner in a folder of their own. */
export class Learner {
  readonly workshop: Workshop;
  readonly session: Session;
  readonly ended: Promise<number>;
  #lines: readonly string[] = [];
  /** How often something was shown. */
  shown = 0;

  constructor(
    set: FoundSet,
    judge: Judging,
    { language = 'en', width = 80, height = 40, hasKeys = true, progress }: Options = {},
  ) {
    const folder = folderWith({
      '.asyncio-lab/workshop.json': JSON.stringify({ language }),
      ...(progress !== undefined && { 'progress.txt': progress }),
    });
    const project = new Project(folder, { language });
    for (const exercise of set.exercises) {
      const path = project.pathOf(exercise);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, project.original(exercise));
    }
    this.workshop = new Workshop(project, set, words[language]);
    const style = exerciseStyle(styleIn(language, width), words[language]);
    const screen: Screen = {
      hasKeys,
      height: () => height,
      style: () => style,
      show: (lines) => {
        this.#lines = lines;
        this.shown += 1;
      },
    };
    this.session = new Session({ workshop: this.workshop, judge, screen, time: () => '12:00:00' });
    this.ended = this.session.untilEnd();
  }

  /** What is to be seen. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  /** Press keys one after the other, characters or by their names, and let what follows happen. */
  async press(...pressed: readonly Pressed[]): Promise<void> {
    for (const key of pressed) {
      for (const one of typeof key === 'string' ? [...key] : [keys[key[0]]]) {
        this.session.press(one);
        await soon();
      }
    }
  }

  /** Save an answer, as an editor does; the one to the current exercise unless told otherwise. */
  async save(text: string, found: FoundExercise = this.session.current): Promise<void> {
    this.write(text, found);
    await this.tell(found);
  }

  /** Change the file of an answer while nobody tells of it. */
  write(text: string, found: FoundExercise = this.session.current): void {
    writeFileSync(this.workshop.project.pathOf(found), text);
  }

  /** Tell that the file of an answer has changed. */
  async tell(found: FoundExercise = this.session.current): Promise<void> {
    this.session.saved(this.workshop.project.pathOf(found));
    await soon();
  }

  answer(found: FoundExercise = this.session.current): string | undefined {
    return this.workshop.project.answer(found);
  }

  path(name: string): string {
    return join(this.workshop.project.folder, name);
  }
}

/** Let everything happen that is due. */
export async function soon(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
