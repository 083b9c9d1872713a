/** One makes, another takes, and neither knows when the other is ready: a queue. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The baker and the customer', 'zh-TW': '麵包師與客人' },
  kind: 'fix',
  task: {
    en:
      'The baker bakes a loaf each second, and the customer takes 1.5 seconds to eat one. But she looks into ' +
      'the basket at 0 seconds, finds nothing, and goes home hungry. Put a Queue between the two: she ' +
      'waits for a loaf when there is none, and the baker goes on while she eats.',
    'zh-TW':
      '麵包師每秒烤好一個麵包，客人吃一個要 1.5 秒。但她在第 0 秒看了籃子，什麼都沒有，就餓著肚子回家了。' +
      '請在兩人之間放一個 Queue：沒有麵包時她會等，她吃的時候麵包師繼續烤。',
  },
  hints: [
    {
      en: 'Make new Queue<string>() in main and hand it to both. The baker puts, the customer gets.',
      'zh-TW': '在 main 裡建立 new Queue<string>()，交給兩人。麵包師放入，客人取出。',
    },
    {
      en: 'yield* queue.get() waits until there is something, and gives it. yield* queue.put(loaf) waits only when the queue is full.',
      'zh-TW':
        'yield* queue.get() 會等到有東西，再把它交給你。yield* queue.put(loaf) 只有在佇列滿了時才會等。',
    },
  ],
  why: {
    en:
      'A queue lets two tasks work at their own pace without knowing of each other. When it is empty, get() waits; ' +
      'when it has a size and is full, put() waits, so that a fast producer cannot run away ' +
      'from a slow consumer. Each thing goes to exactly one who takes it, in the order in which it came, ' +
      'even if ten customers wait. Here a loaf lies in the queue at times, for the baker is ' +
      'faster. Most asyncio programs that have a background worker have a queue in front of it.',
    'zh-TW':
      '佇列讓兩個任務各照自己的步調工作，彼此不必認識。佇列空了，get() 就等；' +
      '若設了容量而且滿了，put() 就等，這樣快的生產者就不會把慢的消費者遠遠拋在後面。' +
      '即使有十位客人在等，每樣東西也只會依先後順序交給其中一位。' +
      '麵包師比較快，所以佇列裡有時會放著一個麵包。大多數有背景工作的 asyncio 程式，前面都有一個佇列。',
  },
  rules: { uses: ['Queue'] },
  mistakes: [
    {
      answer: 'does-not-wait',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'QueueEmpty',
      say: {
        en: 'QueueEmpty: getNowait() takes what is there and fails when there is nothing. The customer has to wait for it.',
        'zh-TW': 'QueueEmpty：getNowait() 只拿現有的東西，沒有就失敗。客人必須等待。',
      },
    },
    {
      answer: 'star-forgotten',
      when: ({ neverAwaited }) => neverAwaited.includes('Queue.get'),
      say: {
        en: 'What the customer eats is a coroutine: queue.get() was called, but not waited for.',
        'zh-TW': '客人吃到的是協程：呼叫了 queue.get()，卻沒有等待它。',
      },
    },
    {
      answer: 'waits-for-a-fourth',
      when: ({ stuck, texts }) =>
        stuck.some(({ coroutine }) => coroutine === 'customer') && texts.includes('ate oat'),
      say: {
        en: 'The customer waits for a fourth loaf that never comes. There are three.',
        'zh-TW': '客人在等永遠不會來的第四個麵包。總共只有三個。',
      },
    },
    {
      answer: 'still-into-the-basket',
      when: ({ stuck, texts }) =>
        stuck.some(({ coroutine }) => coroutine === 'customer') &&
        texts.includes('baked oat') &&
        !texts.includes('ate rye'),
      say: {
        en: 'All three loaves are baked, and the customer still waits for her first: none of them has come into the queue. Look at where the baker puts them.',
        'zh-TW':
          '三個麵包都烤好了，客人卻還在等第一個：佇列裡一個也沒有。看看麵包師把麵包放到哪裡。',
      },
    },
    {
      answer: 'after-each-other',
      when: ({ elapsed }) => elapsed === 7.5,
      say: {
        en: 'The customer comes only when all is baked, and it takes 7.5 seconds. Both have to be under way at the same time.',
        'zh-TW': '全部烤完客人才來，所以要 7.5 秒。兩人必須同時進行。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ lines }) => lines[0]?.text === 'customer goes home',
      say: {
        en: 'The customer went home at 0 seconds: the basket was empty, and she did not wait.',
        'zh-TW': '客人在第 0 秒就回家了：籃子是空的，她沒有等。',
      },
    },
  ],
});
