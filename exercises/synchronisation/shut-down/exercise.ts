/** How does a consumer learn that nothing more will come? By the queue's shutdown. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'No more letters', 'zh-TW': '沒有信了' },
  kind: 'write',
  task: {
    en:
      'The postman brings two letters and is done. The reader does not know how many there are, and waits ' +
      'for a third for ever. Let the postman shut the queue down when he is done, and the reader, once she has ' +
      'read what is there, print “no more letters” and end.',
    'zh-TW':
      '郵差送來兩封信就結束了。讀信的人不知道總共幾封，永遠等著第三封。' +
      '請讓郵差送完後關閉佇列，讀信的人讀完現有的信之後，印出「no more letters」再結束。',
  },
  hints: [
    {
      en: 'letters.shutdown() says that nothing more is put in. What is in the queue can still be taken out.',
      'zh-TW': 'letters.shutdown() 表示不會再放入東西。已經在佇列裡的仍然可以取出。',
    },
    {
      en: 'Once the queue is empty, get() raises QueueShutDown. Catch it around the loop, and let every other error pass.',
      'zh-TW':
        '佇列清空之後，get() 會引發 QueueShutDown。請在迴圈外面捕捉它，其他的錯誤則再次引發。',
    },
  ],
  why: {
    en:
      'A consumer that loops for ever must be told when to stop. One way is a special item at the end, one ' +
      'for each consumer; another is to cancel the consumers, as the crawler in the last chapter does. Since Python ' +
      '3.13 a queue can be shut down: all who wait, and all who come later, are told by an exception, ' +
      'however many they are. With immediate: true what is still in the queue is thrown away as well, ' +
      'which is right when a program has to end at once, and wrong when each letter counts.',
    'zh-TW':
      '不斷執行的消費者，必須有人告訴它何時停止。一種做法是在最後放入特殊的項目，每個消費者一個；' +
      '另一種是取消消費者，最後一章的爬蟲就是這樣做的。' +
      '從 Python 3.13 起，佇列可以關閉：不論有多少人，正在等的和之後才來的，都會透過例外得知。' +
      '若傳入 immediate，佇列裡剩下的也會丟棄：程式必須立刻結束時這樣才對，但若每封信都重要，就不該如此。',
  },
  mistakes: [
    {
      answer: 'not-caught',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'QueueShutDown',
      say: {
        en: 'The queue is shut down, and get() says so by QueueShutDown, but nobody caught it: it went through the reader and through main.',
        'zh-TW':
          '佇列已經關閉，get() 以 QueueShutDown 告知，卻沒有人捕捉：它穿過了 reader，也穿過了 main。',
      },
    },
    {
      answer: 'not-shut-down',
      when: ({ stuck }) => stuck.some(({ coroutine }) => coroutine === 'reader'),
      say: {
        en: 'The reader waits for a third letter, and nobody is left who could bring one: nobody has told her that there are no more.',
        'zh-TW': '讀信的人在等第三封信，卻已經沒有人會送信了：沒有人告訴她不會再有信。',
      },
    },
    {
      answer: 'at-once',
      when: ({ texts }) => texts.includes('no more letters') && !texts.includes('read a card'),
      say: {
        en: 'The card was lost: it was still in the queue when that was shut down, and an immediate shutdown throws away what is in there.',
        'zh-TW': '卡片不見了：佇列關閉時它還在裡面，而立即關閉會丟棄裡面的東西。',
      },
    },
  ],
});
