/**
 * A learner's session: one exercise after the other, judged at every save, with keys for all else.
 *
 * It knows neither a terminal nor a file system that tells of changes: keys and saves are told to it,
 * and what is to be seen it hands to a screen. So all that a learner can do is driven by tests as well.
 */

import { readFileSync } from 'node:fs';
import type { FoundExercise } from '../../lab/exercise/find.js';
import { predictionIn } from '../../lab/exercise/learner-file.js';
import { idOf } from '../../lab/exercise/naming.js';
import { closingPage } from '../../report/exercise/closing.js';
import { paragraph } from '../../report/exercise/paragraph.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import { interruptedCode } from '../interrupts.js';
import { CheckAllView } from './check-all-view.js';
import { exercisePage, headerOf } from './exercise-page.js';
import { hasPassed, type Judged, type Judging } from './judge-answer.js';
import { LatestVerdict, type Request } from './latest-verdict.js';
import { ListView } from './list-view.js';
import { PageView } from './page-view.js';
import { PredictionView } from './prediction-view.js';
import { type Page, pythonPageOf, solutionPageOf } from './solution-pages.js';
import { keys, type View } from './view.js';
import { shown, type Workshop } from './workshop.js';

/** What a session is shown on. */
export interface Screen {
  /** Show lines in place of those before. */
  readonly show: (lines: readonly string[]) => void;
  /** How many lines there are. */
  readonly height: () => number;
  readonly style: () => ExerciseStyle;
  /** Whether keys can be pressed. */
  readonly hasKeys: boolean;
}

/** What a session needs. */
export interface Surroundings {
  readonly workshop: Workshop;
  readonly judge: Judging;
  readonly screen: Screen;
  /** Return what the clock on the wall says. */
  readonly time: () => string;
}

/** A session, from when it is begun until the learner has enough. */
export class Session {
  readonly #workshop: Workshop;
  readonly #judge: Judging;
  readonly #screen: Screen;
  readonly #time: () => string;
  readonly #latest: LatestVerdict;
  readonly #ended: Promise<number>;
  #settle!: { readonly resolve: (code: number) => void; readonly reject: (why: unknown) => void };
  #found: FoundExercise;
  #judged: Judged | undefined;
  #judgedAt = '';
  #view: View | undefined;
  #notes: readonly string[] = [];
  #asksReset = false;
  /** What we wrote into the learner's file ourselves: no save of the learner's. */
  #ownText: string | undefined;

  constructor({ workshop, judge, screen, time }: Surroundings) {
    this.#workshop = workshop;
    this.#judge = judge;
    this.#screen = screen;
    this.#time = time;
    this.#found = workshop.current;
    this.#ended = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#latest = new LatestVerdict(workshop, judge, {
      take: (judged, request) => this.#take(judged, request),
      fail: this.#settle.reject,
    });
  }

  /** The exercise that is shown. */
  get current(): FoundExercise {
    return this.#found;
  }

  /** Begin; the promise is kept with the exit code when it has ended. */
  untilEnd(): Promise<number> {
    this.#goTo(this.#found);
    this.draw();
    return this.#ended;
  }

  /** End, whatever is going on. */
  end(code: number): void {
    this.#latest.stop();
    this.#settle.resolve(code);
  }

  /** Take a file that has changed. */
  saved(path: string): void {
    const { project, set, messages } = this.#workshop;
    if (path === project.pathOf(this.#found)) {
      this.#savedCurrent();
      return;
    }
    const isOther = set.exercises.some((exercise) => project.pathOf(exercise) === path);
    if (isOther) this.say(messages.watch.otherSaved(shown(path)));
  }

  /** Say something below all else, until the next key or save. */
  say(...notes: readonly string[]): void {
    this.#notes = notes;
    this.draw();
  }

  /** Take a key. */
  press(key: string): void {
    if (key === keys.ctrlC) {
      this.end(interruptedCode);
      return;
    }
    try {
      if (this.#view !== undefined) this.#view.press(key);
      else if (this.#asksReset) this.#answerReset(key);
      else this.#command(key);
      this.draw();
    } catch (error) {
      this.#settle.reject(error);
    }
  }

  /** Show what there is to see. */
  draw(): void {
    const style = this.#screen.style();
    const state = {
      found: this.#found,
      judged: this.#judged,
      judgedAt: this.#latest.isRunning ? undefined : this.#judgedAt,
      notes: this.#notes,
      asksReset: this.#asksReset,
      hasKeys: this.#screen.hasKeys,
    };
    const lines =
      this.#view === undefined
        ? exercisePage(this.#workshop, state, style)
        : this.#view.lines(style, this.#screen.height());
    this.#screen.show(lines);
  }

  #savedCurrent(): void {
    const text = this.#workshop.project.answer(this.#found);
    const isOurs = text !== undefined && text === this.#ownText;
    this.#ownText = undefined;
    if (isOurs) return;
    if (this.#view instanceof PredictionView || this.#view instanceof PageView) this.#leaveView();
    this.#notes = [];
    this.#request();
    this.draw();
  }

  #command(key: string): void {
    this.#notes = [];
    switch (key) {
      case 'q':
        this.end(0);
        break;
      case 'h':
        this.#hint();
        break;
      case 'n':
        this.#next();
        break;
      case 'l':
        this.#list();
        break;
      case 'x':
        this.#asksReset = true;
        break;
      case 's':
        this.#solution();
        break;
      case 'p':
        this.#python();
        break;
      case 'c':
        this.#checkAll();
        break;
      case 'a':
        this.#predict();
        break;
      case '\r':
      case '\n':
        this.#request();
        break;
    }
  }

  #hint(): void {
    const all = this.#found.exercise.hints.length;
    if (this.#workshop.hintsShown(this.#found) < all) this.#workshop.showHint(this.#found);
    else this.#notes = [this.#workshop.messages.allHintsShown];
  }

  #next(): void {
    const next = this.#workshop.nextAfter(this.#found);
    if (!this.#workshop.isDone(this.#found)) this.#notes = [this.#watchWords.notPassedYet];
    else if (next === undefined) this.#showClosing();
    else this.#goTo(next);
  }

  #showClosing(): void {
    const { set } = this.#workshop;
    const withoutHints = set.exercises.filter((it) => this.#workshop.hintsShown(it) === 0).length;
    this.#page((style) => closingPage(set.set, set.exercises.length, withoutHints, style));
  }

  #list(): void {
    const { language } = this.#screen.style();
    this.#view = new ListView(this.#workshop, idOf(this.#found), language, {
      goTo: (exercise) => this.#goTo(exercise),
      back: () => this.#leaveView(),
    });
  }

  #answerReset(key: string): void {
    this.#asksReset = false;
    if (!/^[yY]$/.test(key)) {
      this.#notes = [this.#watchWords.kept];
      return;
    }
    const { reset } = this.#workshop.messages;
    const backup = this.#workshop.reset(this.#found);
    this.#notes = [
      reset.done(this.#workshop.fileOf(this.#found)),
      ...(backup === undefined ? [] : [reset.backup(backup)]),
    ];
    this.#ownText = this.#workshop.project.answer(this.#found);
    this.#judged = undefined;
    this.#request();
  }

  #solution(): void {
    if (this.#maySeeSolution()) this.#page(solutionPageOf(this.#workshop, this.#found));
  }

  #python(): void {
    if (!this.#maySeeSolution()) return;
    const page = pythonPageOf(this.#workshop, this.#found);
    if (page === undefined) this.#notes = [this.#watchWords.noPython];
    else this.#page(page);
  }

  #maySeeSolution(): boolean {
    const maySee = this.#workshop.maySeeSolution(this.#found);
    if (!maySee) this.#notes = [this.#watchWords.solutionLater];
    return maySee;
  }

  #checkAll(): void {
    this.#latest.stop();
    const view = new CheckAllView(this.#workshop, this.#judge, {
      draw: () => {
        if (this.#view === view) this.draw();
      },
      leave: () => {
        this.#leaveView();
        this.#request();
      },
    });
    this.#view = view;
    view.run().catch(this.#settle.reject);
  }

  /** Ask for the order of the lines, if that is what the exercise is about. */
  #predict(): void {
    const { exercise, solution } = this.#found;
    if (exercise.kind !== 'predict') return;
    const lines = predictionIn(readFileSync(solution, 'utf8'));
    this.#view = new PredictionView(lines, idOf(this.#found), this.#workshop.messages, {
      header: (style) => headerOf(this.#workshop, this.#found, style),
      submit: (prediction) => {
        this.#leaveView();
        this.#judged = undefined;
        this.#request(prediction);
      },
      readProgram: () => this.#readProgram(),
      back: () => this.#leaveView(),
    });
  }

  #readProgram(): void {
    const question = this.#view;
    const lines = (this.#workshop.project.answer(this.#found) ?? '').trimEnd().split('\n');
    const program: Page = (style) => lines.flatMap((line) => paragraph(line, style));
    this.#view = new PageView(program, this.#workshop.messages, () => {
      this.#view = question;
    });
  }

  #page(page: Page): void {
    this.#view = new PageView(page, this.#workshop.messages, () => this.#leaveView());
  }

  #leaveView(): void {
    this.#view = undefined;
  }

  #goTo(exercise: FoundExercise): void {
    this.#found = exercise;
    this.#judged = undefined;
    this.#ownText = undefined;
    this.#leaveView();
    this.#workshop.goTo(exercise);
    this.#request();
  }

  #request(prediction?: readonly string[]): void {
    this.#latest.request({ found: this.#found, ...(prediction && { prediction }) });
  }

  #take(judged: Judged, { prediction }: Request): void {
    this.#judged = judged;
    this.#judgedAt = this.#time();
    if (hasPassed(judged)) {
      this.#workshop.finish(this.#found);
      if (prediction !== undefined) {
        this.#ownText = this.#workshop.project.predict(this.#found, prediction);
      }
    }
    const isUnanswered = judged !== 'missing' && judged.cause?.type === 'no-prediction';
    if (isUnanswered && this.#screen.hasKeys && this.#view === undefined) this.#predict();
    this.draw();
  }

  get #watchWords() {
    return this.#workshop.messages.watch;
  }
}
