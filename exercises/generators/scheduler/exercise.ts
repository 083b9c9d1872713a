/** The learner writes the loop that switches between generators: a scheduler of one's own. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A scheduler of your own', 'zh-TW': '自己寫排程器' },
  kind: 'write',
  task: {
    en:
      'A walker takes a step and yields. Write runAll(), which lets several of them take turns in one ' +
      'thread: the first takes a step, then the second, then the third, then the first again, and ' +
      'whoever has arrived is left out. It ends when all have arrived.',
    'zh-TW':
      'walker 每走一步就 yield。請完成 runAll()，在同一個執行緒裡讓多個 walker 輪流：' +
      '第一個走一步，再來第二個、第三個，然後又是第一個，走完的就不再輪到。全部走完時結束。',
  },
  hints: [
    {
      en: 'Keep the walkers in a queue. Take one from the front, let it take one step, and put it back at the end.',
      'zh-TW': '把 walker 放進佇列。從前端取出一個，讓它走一步，再放回尾端。',
    },
    {
      en: 'walker.next() takes one step. In its result done is true when there was no step left: such a walker is not put back.',
      'zh-TW':
        'walker.next() 會走一步。沒有步可走時，結果裡的 done 是 true：這樣的 walker 就不必放回去。',
    },
    {
      en: 'ready.shift() takes from the front, ready.push() puts at the end, and the loop goes on while there is something in it.',
      'zh-TW': 'ready.shift() 從前端取出，ready.push() 放到尾端，只要裡面還有東西，迴圈就繼續。',
    },
  ],
  why: {
    en:
      'What you have written is the heart of an event loop. asyncio has such a queue too, and calls it ' +
      'ready: each round it runs what is in there, in order, and a task that gives up its turn comes in again at the ' +
      'end. Its other half is a list of timers and of sockets, from which tasks come back into the ' +
      'queue when their time has come. Nobody is interrupted: the switch happens where a ' +
      'walker yields and nowhere else. That is why two tasks need no lock between two awaits, and ' +
      'why a single one that never yields stops all the others.',
    'zh-TW':
      '你寫的就是事件迴圈的核心。asyncio 也有這樣的佇列，叫做 ready：' +
      '每一輪依序執行裡面的東西，讓出控制權的任務會再次排到尾端。' +
      '它的另一半是計時器與 socket 的清單，時候到了，任務就從那裡回到佇列。' +
      '沒有誰會被打斷：只有在 walker yield 的地方才會切換。' +
      '所以在兩個 await 之間，任務不需要上鎖；也因此，只要有一個從不 yield，其他的全都得停下。',
  },
  mistakes: [
    {
      answer: 'one-round',
      when: ({ texts }) =>
        texts.length === 4 && texts.filter((text) => text.endsWith('step 1')).length === 3,
      say: {
        en: 'Each walker took one step, and then it was over. Whoever has not arrived must come to its turn again.',
        'zh-TW': '每個 walker 走一步就結束了。還沒走完的，必須再輪到它。',
      },
    },
    {
      answer: 'latest-first',
      when: ({ texts }) => texts[0] === 'cat takes step 1',
      say: {
        en: 'The cat went first, though the ant has waited longer: the walkers are taken from the end to which they are put back.',
        'zh-TW': 'cat 先走了，可是 ant 等得更久：取出 walker 的那一端，正是放回去的那一端。',
      },
    },
    {
      answer: 'one-after-the-other',
      when: ({ texts }) => texts[1] === 'ant takes step 2',
      say: {
        en: 'The ant walked all the way before the bee took its first step. After one step it is somebody else’s turn.',
        'zh-TW': 'ant 走完全程，bee 才走第一步。走了一步之後，就該輪到別人。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts.length === 1,
      say: {
        en: 'Nobody took a step: runAll() does nothing yet.',
        'zh-TW': '沒有誰走了任何一步：runAll() 還沒有做任何事。',
      },
    },
  ],
});
