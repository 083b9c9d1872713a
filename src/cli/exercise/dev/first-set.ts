/**
 * The set of exercises that `exercise dev new` writes: one chapter, one exercise, and all that belongs
 * to it, in the language of whoever asks. Its texts say what each part is for.
 */

import type { Language } from '../../../report/style.js';

interface Texts {
  readonly setTitle: string;
  readonly closing: string;
  readonly aboutSet: string;
  readonly chapterTitle: string;
  readonly aboutExercise: string;
  readonly title: string;
  readonly task: string;
  readonly hints: readonly [string, string];
  readonly why: string;
  readonly aboutMistakes: string;
  readonly loses: string;
  readonly taskByTask: string;
  readonly unsolved: string;
  readonly todo: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    setTitle: 'Exercises of my own',
    closing: 'That was all of them.',
    aboutSet:
      'A set of exercises. Each exercise is a folder in that of its chapter; the order is that of this list.',
    chapterTitle: 'At the same time',
    aboutExercise:
      'What the learner gets is both-pages.ts, and solution.ts is what an answer is held to.',
    title: 'Both pages at once',
    task: 'Two pages are fetched, one after the other, which takes 5 seconds. Fetch both at the same time.',
    hints: [
      'gather() runs several coroutines at the same time, and waits for all of them.',
      'Give both coroutines to one gather(), and await that.',
    ],
    why: 'gather() makes a task of each coroutine. While one waits for its page, the other goes on, so that the whole takes as long as the slower page, and not as long as both.',
    aboutMistakes:
      'Wrong answers that learners give, special ones first: each has its file in wrong/, and is told by what it did.',
    loses:
      'One page was never fetched: a coroutine that is called and not awaited does nothing at all.',
    taskByTask:
      'There is a task for each page, but the second is made only when the first has ended.',
    unsolved: 'It took 5 seconds: the second page is asked for only when the first is there.',
    todo: 'TODO: fetch both pages at the same time.',
  },
  'zh-TW': {
    setTitle: '我的練習',
    closing: '全部完成了。',
    aboutSet: '一套練習。每個練習是所屬章節資料夾裡的一個資料夾，順序就是這份清單的順序。',
    chapterTitle: '同時進行',
    aboutExercise: '學員拿到的是 both-pages.ts；答案以 solution.ts 為準。',
    title: '同時取得兩個網頁',
    task: '現在是取得一個網頁後再取得下一個，共需 5 秒。請讓兩者同時進行。',
    hints: [
      'gather() 會同時執行多個協程，並等待它們全部結束。',
      '把兩個協程都交給同一個 gather()，再等待它。',
    ],
    why: 'gather() 會為每個協程建立一個任務。其中一個等待網頁時，另一個會繼續進行，所以整體只需要較慢那一頁的時間，而不是兩者相加。',
    aboutMistakes:
      '學員常給的錯誤答案，較特殊的排在前面：每個都有一個檔案放在 wrong/ 裡，並依它實際做了什麼來辨認。',
    loses: '有一個網頁從未取得：呼叫了協程卻沒有等待它，它什麼也不會做。',
    taskByTask: '每個網頁都有一個任務，但第二個要等第一個結束後才建立。',
    unsolved: '花了 5 秒：第一個網頁到了之後，才去取第二個。',
    todo: 'TODO：讓兩個網頁同時取得。',
  },
};

/** Return the files of the set by their paths in its folder. */
export function firstSet(language: Language): Readonly<Record<string, string>> {
  const text = texts[language];
  const folder = 'at-the-same-time/both-pages';
  const inTurn = ["  yield* fetchPage('news', 3);", "  yield* fetchPage('weather', 2);"];
  const together = ["  yield* gather(fetchPage('news', 3), fetchPage('weather', 2));"];
  const lost = ["  yield* fetchPage('news', 3);", "  fetchPage('weather', 2);"];
  const tasks = [
    "  yield* createTask(fetchPage('news', 3));",
    "  yield* createTask(fetchPage('weather', 2));",
  ];
  return {
    'set.ts': setFile(text),
    [`${folder}/exercise.ts`]: exerciseFile(text),
    [`${folder}/both-pages.ts`]: answer(['print', 'sleep'], inTurn, text.todo),
    [`${folder}/solution.ts`]: answer(['gather', 'print', 'sleep'], together),
    [`${folder}/wrong/loses-one.ts`]: answer(['print', 'sleep'], lost),
    [`${folder}/wrong/task-by-task.ts`]: answer(['createTask', 'print', 'sleep'], tasks),
  };
}

function setFile({ aboutSet, setTitle, closing, chapterTitle }: Texts): string {
  return `/** ${aboutSet} */

${importOf(['defineExerciseSet'])}

export default defineExerciseSet({
  title: '${setTitle}',
  closing: '${closing}',
  chapters: [
    {
      name: 'at-the-same-time',
      title: '${chapterTitle}',
      exercises: ['both-pages'],
    },
  ],
});
`;
}

function exerciseFile(text: Texts): string {
  const [first, second] = text.hints;
  return `/** ${text.aboutExercise} */

${importOf(['defineExercise'])}

export default defineExercise({
  title: '${text.title}',
  kind: 'fix',
  task: '${text.task}',
  hints: [
    '${first}',
    '${second}',
  ],
  why: '${text.why}',
  rules: { uses: ['gather'] },
  // ${text.aboutMistakes}
  mistakes: [
    {
      answer: 'loses-one',
      when: ({ neverAwaited }) => neverAwaited.length > 0,
      say: '${text.loses}',
    },
    {
      answer: 'task-by-task',
      when: ({ tasks, atOnce }) => tasks === 2 && atOnce === 1,
      say: '${text.taskByTask}',
    },
    {
      answer: 'unsolved',
      when: ({ elapsed }) => elapsed === 5,
      say: '${text.unsolved}',
    },
  ],
});
`;
}

function answer(names: readonly string[], body: readonly string[], todo?: string): string {
  const comment = todo === undefined ? '' : `// ${todo}\n`;
  return `${importOf(['coroutine', ...names])}

const fetchPage = coroutine(function* fetchPage(name: string, seconds: number) {
  yield* sleep(seconds);
  print(\`\${name} is here\`);
});

${comment}export const main = coroutine(function* main() {
${body.join('\n')}
  print('done');
});
`;
}

/** Written apart, so that no test takes it for an import of this module. */
function importOf(names: readonly string[]): string {
  return ['import', '{', names.join(', '), '}', 'from', "'asyncio-lab';"].join(' ');
}
