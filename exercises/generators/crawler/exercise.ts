/** The last one: a small crawler, with a queue, a limit, and an end. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A small crawler', 'zh-TW': '小型爬蟲' },
  kind: 'write',
  task: {
    en:
      'The site has eight pages, and each tells where it leads. Start at / and fetch every page that ' +
      'can be reached, each exactly once, in the order in which they were found, never more than three at ' +
      'the same time. When all are there, print how many they are. It can be done in 6.5 seconds. ' +
      'fetchPage() is given and stays as it is; everything else you know by now.',
    'zh-TW':
      '這個網站有八頁，每一頁都會說它連到哪裡。請從 / 開始，取得所有連得到的頁面，每頁恰好一次，' +
      '依發現的順序，同時不超過三頁。全部取得後，印出總共幾頁。整個過程可以在 6.5 秒內完成。' +
      'fetchPage() 已經寫好，請不要更動；其餘的你都已經學過了。',
  },
  hints: [
    {
      en: 'A page that is found belongs in a set at once, before it is fetched, so that nobody fetches it a second time.',
      'zh-TW': '發現一個頁面時，就要立刻放進 Set，不要等到取得之後，這樣才不會有人再取一次。',
    },
    {
      en: 'One way: a Queue of paths, and three tasks that take a path from it, fetch the page, and put in what is new.',
      'zh-TW': '一種做法：把路徑放進 Queue，由三個任務從中取出路徑、取得頁面，再把新發現的放進去。',
    },
    {
      en: 'How does one know that it is over? Each worker says taskDone() after a page, and main waits with queue.join().',
      'zh-TW':
        '怎麼知道結束了？每個 worker 處理完一頁就呼叫 taskDone()，main 則用 queue.join() 等待。',
    },
    {
      en: 'The workers wait for more, for ever. After the join, cancel them, and wait until they have ended.',
      'zh-TW': 'worker 會一直等下去。join 之後請取消它們，並等到它們結束。',
    },
  ],
  why: {
    en:
      'This is the form of most programs that do much at once: a queue of work, a fixed number of ' +
      'workers, and a set of what is known. The queue keeps the order, the number of workers is the limit, and join() ' +
      'knows the end, for it counts what was put in against what was done, and a page that is ' +
      'still being fetched may lead to more. The workers are cancelled because they have nothing left to wait ' +
      'for. With a TaskGroup and a Semaphore of three it can be written as well; try it. One page ' +
      'after the other it would have taken 14.25 seconds, and without a limit 5.25, at the price of a ' +
      'server that sees everybody at once.',
    'zh-TW':
      '大多數需要同時做很多事的程式都是這個樣子：一個工作佇列、固定數量的 worker，以及一個記錄已知項目的集合。' +
      '佇列保持順序，worker 的數量就是上限，而 join() 知道何時結束：' +
      '它會計算放進去的與做完的數量，因為還在取得的頁面可能帶來更多頁面。' +
      '最後取消 worker，是因為它們再也沒有東西可等。' +
      '用 TaskGroup 加上有三個位子的號誌也寫得出來，不妨試試。' +
      '一頁接一頁要 14.25 秒；不設上限則是 5.25 秒，代價是伺服器得同時面對所有請求。',
  },
  mistakes: [
    {
      answer: 'without-limit',
      when: ({ texts }) => texts.some((text) => text.startsWith('too many at once')),
      say: {
        en: 'There were moments with more than three pages under way. Something has to make the others wait.',
        'zh-TW': '有時同時進行的超過三頁。必須有什麼讓其他的先等一等。',
      },
    },
    {
      answer: 'fetches-twice',
      when: ({ texts }) => new Set(texts).size < texts.length,
      say: {
        en: 'A page was fetched twice: between the moment when it is found and the moment when it is there, somebody else found it too.',
        'zh-TW': '有一頁被取了兩次：從發現它到取得它的這段時間，別人也發現了它。',
      },
    },
    {
      answer: 'workers-left',
      when: ({ texts, pending }) => texts.includes('8 pages') && pending.length > 0,
      say: {
        en: 'All pages are there, but the workers still wait for more when main ends, and run() has to cancel them. Cancel them yourself, and wait for their end.',
        'zh-TW':
          '頁面都到齊了，但 main 結束時 worker 還在等更多的工作，只好由 run() 取消它們。請自己取消，並等到它們結束。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts.length === 2 && texts[0] === 'fetched /',
      say: {
        en: 'Only the first page was fetched. What it leads to has to be fetched as well.',
        'zh-TW': '只取得了第一頁。它連到的頁面也要取得。',
      },
    },
    {
      answer: 'one-level',
      when: ({ texts }) =>
        texts.length > 2 && texts.at(-1) !== '8 pages' && texts.at(-1)?.endsWith(' pages') === true,
      say: {
        en: 'Some pages are missing: those that only a linked page leads to. Every page that arrives may lead to more.',
        'zh-TW': '少了幾頁：有些頁面只能從連結的頁面再連過去。每一頁取得後，都可能帶來更多頁面。',
      },
    },
    {
      answer: 'one-by-one',
      when: ({ elapsed }) => elapsed === 14.25,
      say: {
        en: 'All pages are there, each once, but one after the other: 14.25 seconds. Three may be under way at once.',
        'zh-TW':
          '每一頁都取得了，也都只取一次，但是一頁接一頁：共 14.25 秒。同時可以有三頁在進行。',
      },
    },
  ],
});
