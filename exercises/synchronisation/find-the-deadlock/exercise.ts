/** Two tasks, two locks, each waits for what the other has: a deadlock to find. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Find the deadlock', 'zh-TW': '找出死結' },
  kind: 'fix',
  task: {
    en:
      'Ann and Bob share one fork and one knife, and each needs both to eat. At the moment neither ever ' +
      'eats. In CPython this program would hang; here the clock knows that nothing can happen any more. ' +
      'Read who waits for what, and let both eat: Ann after 2 seconds, Bob after 4.',
    'zh-TW':
      'Ann 和 Bob 共用一支叉子和一把刀子，兩樣都有才能吃飯。現在誰也吃不到。' +
      '在 CPython 裡，這個程式會就此卡住；這裡的時鐘則知道再也不會有事發生。' +
      '看看誰在等什麼，讓兩人都能吃飯：Ann 在 2 秒後，Bob 在 4 秒後。',
  },
  hints: [
    {
      en: 'Ann has the fork and wants the knife. Bob has the knife and wants the fork. Neither gives back what he has before he gets the other.',
      'zh-TW': 'Ann 拿著叉子，想要刀子。Bob 拿著刀子，想要叉子。沒拿到另一樣之前，誰也不會放手。',
    },
    {
      en: 'If both took their tools in the same order, the second could not get the first tool, and would hold nothing while waiting.',
      'zh-TW': '如果兩人都依同樣的順序拿，後來的人拿不到第一樣，等待時手上就什麼也沒有。',
    },
  ],
  why: {
    en:
      'A deadlock needs a circle: each has something that the next one waits for. When everybody takes locks ' +
      'in one agreed order, there can be no circle, and that is the rule of every program with more than one lock. Making ' +
      'it faster would not mend it: without the sleep the two happen not to meet, until one day they ' +
      'do. In asyncio nothing is at work while both wait, so the program does not use the processor and says ' +
      'nothing; it just never ends. Better than any rule is to need one lock only.',
    'zh-TW':
      '死結需要一個環：每個人都拿著下一個人在等的東西。' +
      '只要大家依約定的同一個順序上鎖，就不可能形成環，凡是用到不只一把鎖的程式，都該遵守這條規則。' +
      '加快速度並不能解決：拿掉 sleep，只是兩人剛好沒碰上，總有一天會碰上。' +
      '在 asyncio 裡，兩人互等時什麼都沒有在執行，程式不占用處理器，也不出聲，只是永遠不會結束。' +
      '比任何規則都好的，是只需要一把鎖。',
  },
  mistakes: [
    {
      answer: 'tools-for-each',
      when: ({ called }) => called('Lock') > 2,
      say: {
        en: 'There are two forks and two knives now. Ann and Bob have to share one of each.',
        'zh-TW': '現在有兩支叉子和兩把刀子了。Ann 和 Bob 必須共用一支叉子和一把刀子。',
      },
    },
    {
      answer: 'turned-round',
      when: ({ stuck, lines }) => stuck.length > 0 && lines[0]?.text === 'Ann takes the knife',
      say: {
        en: 'Now Ann begins with the knife and Bob with the fork: the circle is the same, only turned round.',
        'zh-TW': '現在 Ann 先拿刀子，Bob 先拿叉子：環還是一樣，只是轉了個方向。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ stuck }) => stuck.length > 0,
      say: {
        en: 'Ann has the fork and waits for the knife, Bob has the knife and waits for the fork: neither can ever go on.',
        'zh-TW': 'Ann 拿著叉子等刀子，Bob 拿著刀子等叉子：誰也無法繼續。',
      },
    },
    {
      answer: 'one-after-the-other',
      when: ({ tasks, texts }) => tasks === 0 && texts.includes('Bob has eaten'),
      say: {
        en: 'They eat, but Bob does not even come to the table before Ann has left: there is one task only. Both should be at dinner at the same time.',
        'zh-TW': '兩人都吃到了，但 Ann 離開之前，Bob 根本沒上桌：只有一個任務。兩人應該同時用餐。',
      },
    },
    {
      answer: 'hurries',
      when: ({ texts, elapsed }) =>
        elapsed === 2 && texts.includes('Ann has eaten') && texts.includes('Bob has eaten'),
      say: {
        en: 'Without the pause between fork and knife they happen not to meet. The circle is still there, for the day when the knife takes longer.',
        'zh-TW':
          '拿掉叉子和刀子之間的停頓，兩人只是剛好沒碰上。環還在那裡，等著哪天拿刀子慢了一點。',
      },
    },
  ],
});
