/** A race: a value is looked at, an await lies between, and then it is not true any more. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Find the race', 'zh-TW': '找出競爭條件' },
  kind: 'fix',
  task: {
    en:
      'There are 100 in the account, and Ann and Bob want 70 each. The bank looks whether there is ' +
      'enough, asks its other computer for a second, and then pays. Now both are paid, and the account ends ' +
      'at minus 40. Let Ann have her money, and Bob be refused, by a Lock. The question to the other ' +
      'computer has to stay.',
    'zh-TW':
      '帳戶裡有 100 元，Ann 和 Bob 各要領 70 元。銀行先看餘額夠不夠，再花一秒詢問另一台電腦，然後付款。' +
      '現在兩人都領到了錢，帳戶變成負 40 元。請用 Lock 讓 Ann 領到錢、Bob 被拒絕。詢問另一台電腦的步驟必須保留。',
  },
  hints: [
    {
      en: 'At which line can the other task run? Only where there is a yield*. What was known before it may be wrong after it.',
      'zh-TW':
        '另一個任務會在哪一行執行？只有在 yield* 的地方。在那之前確定的事，之後可能就不對了。',
    },
    {
      en: 'Looking, asking and taking belong together: put all three into asyncWith(lock, function* () { … }).',
      'zh-TW': '查看、詢問、取走是一體的：把三者都放進 asyncWith(lock, function* () { … })。',
    },
    {
      en: 'Both have to use the same lock. Make it in main, and hand it to both.',
      'zh-TW': '兩人必須用同一把鎖。請在 main 裡建立它，再交給兩人。',
    },
  ],
  why: {
    en:
      'In one thread nothing happens between two lines, unless there is an await between them. There ' +
      'everything can happen. Ann looked at the balance, and gave up her turn while the bank asked; Bob looked ' +
      'at the same balance in that second. What is read before an await and written after it needs a ' +
      'lock, or must be read again. The lock makes the others wait where they come in, in the order in ' +
      'which they came, and it is released however the block ends, by a return or by an exception. ' +
      'Code without an await in its middle needs no lock in asyncio, so that far fewer are needed than with threads.',
    'zh-TW':
      '在單一執行緒裡，兩行程式之間不會發生任何事，除非中間有 await，那時什麼都可能發生。' +
      'Ann 看過餘額後，在銀行詢問時讓出了控制權；就在那一秒裡，Bob 看到了同樣的餘額。' +
      '在 await 之前讀取、之後寫入的東西，需要上鎖，或是重新讀取。' +
      '鎖會讓其他人在入口依先後順序等待，而且不論區塊以 return 還是例外結束，都會釋放。' +
      '中間沒有 await 的程式碼在 asyncio 裡不需要鎖，這比多執行緒輕鬆得多。',
  },
  rules: { uses: ['Lock'] },
  mistakes: [
    {
      answer: 'lock-of-ones-own',
      when: ({ called, texts }) =>
        called('Lock') === 2 && texts.some((text) => text.includes('-40')),
      say: {
        en: 'Each withdrawal has made a lock of its own, so nobody waits for anybody. A lock keeps out only those who ask for the same one.',
        'zh-TW': '每次提款都建立了自己的鎖，所以沒有誰會等誰。鎖只能擋住要用同一把鎖的人。',
      },
    },
    {
      answer: 'checks-before-lock',
      when: ({ called, texts }) =>
        called('Lock') === 1 && texts.some((text) => text.includes('-40')),
      say: {
        en: 'There is a lock, but Bob looked at the balance before he came to it, and what he saw was no longer true when he was let in. Looking belongs inside.',
        'zh-TW':
          '雖然有鎖，但 Bob 在拿到鎖之前就看了餘額，等輪到他時，看到的已經不對了。查看也要放進去。',
      },
    },
    {
      answer: 'without-waiting',
      when: ({ texts, elapsed }) => texts.length === 2 && elapsed === 0,
      say: {
        en: 'The bank does not ask its other computer any more. Without an await there is no race, but the question has to stay.',
        'zh-TW': '銀行不再詢問另一台電腦了。沒有 await 就沒有競爭條件，但這個步驟必須保留。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts.some((text) => text.includes('-40')),
      say: {
        en: 'Both were paid, and the account is at -40: Bob looked at the balance while Ann, who had looked already, had not yet taken hers.',
        'zh-TW': '兩人都領到錢，帳戶變成 -40 元：Ann 看過餘額但還沒取走時，Bob 也看了餘額。',
      },
    },
  ],
});
