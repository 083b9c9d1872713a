/** A computation that never waits keeps the loop for itself: sleep(0) gives the turn up. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Give up the turn', 'zh-TW': '讓出控制權' },
  kind: 'fix',
  task: {
    en:
      'A report takes 3 seconds of computing, in 12 parts. The phone rings at 1 s, but it is answered ' +
      'only when the whole report is done, for nobody else gets a turn. Have report give up its turn ' +
      'after each part, so that the phone is answered at 1.5 s and the report is still done at 3 s.',
    'zh-TW':
      '一份報告要計算 3 秒，分成 12 段。' +
      '電話在第 1 秒響起，但誰也輪不到執行，要等整份報告做完才有人接。' +
      '請讓 report 在每一段之後讓出控制權，使電話在第 1.5 秒就有人接，而報告仍在第 3 秒完成。',
  },
  hints: [
    {
      en: 'A task gives up its turn only where it waits. Find the place in report that is passed between two parts.',
      'zh-TW': '任務只有在等待的地方才會讓出控制權。找出 report 裡兩段計算之間會經過的地方。',
    },
    {
      en: 'To make a coroutine of computePart does not help: a coroutine in which nothing waits keeps the turn when it is awaited.',
      'zh-TW':
        '把 computePart 改成協程並沒有用：裡面沒有任何等待的協程，就算等待它，也不會讓出控制權。',
    },
    {
      en: 'sleep(0), awaited with yield*, lets everybody else on the list have a turn, and takes no time.',
      'zh-TW': '用 yield* 等待 sleep(0)，清單上的其他人就都能輪到一次，而且不花時間。',
    },
  ],
  why: {
    en:
      'The event loop takes the turn from nobody: a task that computes for three seconds without ' +
      'waiting holds the loop for three seconds, and every timer, click or connection waits so long. ' +
      'sleep(0) is a wait of no time; the loop looks after the others and comes back. Why is the phone ' +
      'answered at 1.5 s and not at 1? When its timer is found to be due, report is in line already and ' +
      'computes another part, and one more before the task of the phone, once woken, gets its turn: ' +
      'smaller parts mean shorter delays. The computation gets no faster by all this, it only becomes ' +
      'polite. Long work that cannot be cut into parts belongs in a thread or a process; a later ' +
      'chapter shows toThread().',
    'zh-TW':
      '事件迴圈不會從任何人手上搶走控制權：任務若連續計算三秒都不等待，迴圈就被占住三秒，' +
      '每個計時器、每次點擊、每條連線都得等這麼久。' +
      'sleep(0) 是不花時間的等待，迴圈照顧一下其他人，再回到這裡。' +
      '電話為什麼在第 1.5 秒才有人接，而不是第 1 秒？' +
      '迴圈發現計時器到期時，report 已經在排隊，會先再算一段；電話的任務被叫醒後，輪到它之前又算了一段。' +
      '每段切得越小，延遲就越短。' +
      '計算並不會因此變快，只是變得有禮貌了。無法切開的長工作應該交給執行緒或行程，之後的章節會介紹 toThread()。',
  },
  rules: { blocksAtMost: 0.25 },
  mistakes: [
    {
      answer: 'no-star',
      when: ({ neverAwaited }) => neverAwaited.includes('sleep'),
      say: {
        en: 'sleep(0) was called, but nobody awaited it, so the turn was never given up. Look at how phone awaits its sleep.',
        'zh-TW':
          'sleep(0) 呼叫了，卻沒有人等待它，所以控制權從未讓出。看看 phone 怎麼等待它的 sleep。',
      },
    },
    {
      answer: 'phone-first',
      when: ({ blocked, elapsed }) => blocked > 0.25 && elapsed > 3,
      say: {
        en: 'The phone is answered at 1 s now, but the report was begun only after it and is done too late. Both should be under way at the same time.',
        'zh-TW':
          '電話在第 1 秒就有人接了，但報告要到接完電話才開始，完成得太晚。兩件事應該同時進行。',
      },
    },
    {
      answer: 'really-sleeps',
      when: ({ blocked, elapsed }) => blocked <= 0.25 && elapsed > 3,
      say: {
        en: 'The others get their turns now, but report loses time: it sleeps after each part. There is a sleep that gives up the turn and takes no time.',
        'zh-TW':
          '別人輪得到了，但 report 浪費了時間：每一段之後都在睡。有一種 sleep 只讓出控制權，完全不花時間。',
      },
    },
    {
      answer: 'once',
      when: ({ blocked, called }) => blocked > 0.25 && called('sleep') > 1,
      say: {
        en: 'The turn was given up, but not after each part: the loop was still held for more than one part at a stretch. Look at where in report it happens.',
        'zh-TW':
          '控制權有讓出，但不是每一段之後都讓：迴圈仍然一次被占住不只一段。看看 report 是在哪裡讓出的。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ blocked }) => blocked > 0.25,
      say: {
        en: 'report held the event loop for 3 seconds at a stretch: nothing in it waits, so the phone, which rang at 1 s, got no turn before the end.',
        'zh-TW':
          'report 連續占住事件迴圈 3 秒：裡面沒有任何等待，所以第 1 秒響起的電話，直到最後才輪得到。',
      },
    },
  ],
});
