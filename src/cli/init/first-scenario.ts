/**
 * The scenario that `init` and `new` write, and what it is to do: breakfast, made in turn and at once.
 *
 * It says itself how to go on from it. A test runs what stands here and holds the two together.
 */

import type { ExpectedFile } from '../../lab/expected-file.js';
import type { RecordedLine } from '../../lab/recorded.js';
import type { Language } from '../../report/style.js';

interface Texts {
  readonly what: string;
  readonly run: string;
  readonly check: (file: string) => string;
  readonly update: string;
  readonly coffee: string;
  readonly toast: string;
  readonly started: string;
  readonly ready: string;
  readonly title: string;
  readonly about: string;
  readonly lesson: string;
  readonly inTurn: string;
  readonly together: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    what: 'A first scenario: breakfast, made in turn and at the same time.',
    run: 'shows each line at its instant',
    check: (file) => `holds them against ${file}`,
    update: 'shows what has changed, and records it',
    coffee: 'coffee',
    toast: 'toast',
    started: ': started',
    ready: ': ready',
    title: 'breakfast',
    about: 'Coffee takes 2 s and toast 1 s. While one is waited for, the other can be made.',
    lesson: 'Together they take as long as the coffee, not as long as both.',
    inTurn: 'one after the other',
    together: 'both at the same time',
  },
  'zh-TW': {
    what: '第一個情境：做早餐，先是一樣接一樣，再來是同時進行。',
    run: '顯示每一行和它的時刻',
    check: (file) => `與 ${file} 比對`,
    update: '顯示有哪些改變，並重新記錄',
    coffee: '咖啡',
    toast: '吐司',
    started: '：開始',
    ready: '：好了',
    title: '早餐',
    about: '煮咖啡要 2 秒，烤吐司要 1 秒。等其中一樣的時候，可以先去做另一樣。',
    lesson: '同時進行只要煮咖啡的時間，而不是兩樣相加。',
    inTurn: '一樣接一樣',
    together: '兩樣同時進行',
  },
};

/** Not where a line begins: a test looks there for what this module itself imports. */
const imported = "import { coroutine, defineScenario, gather, print, sleep } from 'asyncio-lab';";

/** Return the path of what a scenario at a path, with slashes, is to do. */
export function expectedPathOf(path: string): string {
  return path.replace(/\.m?ts$/, '.expected.json');
}

/** Return the text of the scenario's module, which will lie at this path, with slashes. */
export function firstScenario(path: string, language: Language): string {
  const text = texts[language];
  const [, folder = path] = /^(.*)\/[^/]*$/.exec(path) ?? [];
  return `/**
 * ${text.what}
 *
 * npx asyncio-lab run ${path}
 *   ${text.run}
 * npx asyncio-lab check ${folder}
 *   ${text.check(expectedPathOf(path).slice(path.lastIndexOf('/') + 1))}
 * npx asyncio-lab check ${folder} --update
 *   ${text.update}
 */
${imported}

const make = coroutine(function* make(what: string, seconds: number) {
  print(\`\${what}${text.started}\`);
  yield* sleep(seconds);
  print(\`\${what}${text.ready}\`);
});

const inTurn = coroutine(function* inTurn() {
  yield* make('${text.coffee}', 2);
  yield* make('${text.toast}', 1);
});

const together = coroutine(function* together() {
  yield* gather(make('${text.coffee}', 2), make('${text.toast}', 1));
});

export default defineScenario({
  title: '${text.title}',
  about: '${text.about}',
  lesson: '${text.lesson}',
  ratios: [{ faster: 'together', than: 'in-turn', atLeast: 1.4 }],
  variants: {
    'in-turn': { about: '${text.inTurn}', main: inTurn },
    together: { about: '${text.together}', main: together },
  },
});
`;
}

/** Return what the scenario is to do. */
export function firstExpected(language: Language): ExpectedFile {
  const { coffee, toast, started, ready } = texts[language];
  const line = (t: number, text: string, task: string): RecordedLine => ({ t, text, task });
  return {
    format: 1,
    variants: {
      'in-turn': {
        elapsed: 3,
        lines: [
          line(0, coffee + started, 'Task-1'),
          line(2, coffee + ready, 'Task-1'),
          line(2, toast + started, 'Task-1'),
          line(3, toast + ready, 'Task-1'),
        ],
        outcome: { type: 'return' },
      },
      together: {
        elapsed: 2,
        lines: [
          line(0, coffee + started, 'Task-2'),
          line(0, toast + started, 'Task-3'),
          line(1, toast + ready, 'Task-3'),
          line(2, coffee + ready, 'Task-2'),
        ],
        outcome: { type: 'return' },
      },
    },
  };
}
