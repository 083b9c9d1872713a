/** `yield` in place of `yield*`: it hands the coroutine to the loop, which cannot wait for it. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'yield without its star', 'zh-TW': '少了星號的 yield' },
  kind: 'fix',
  task: {
    en:
      'This should count from 3 down to 1, one number a second, and then print lift-off. It raises ' +
      'RuntimeError instead, before the first number. Mend it.',
    'zh-TW':
      '這個程式應該每秒一個數字，從 3 倒數到 1，再印出 lift-off。' +
      '但第一個數字還沒印出，它就引發 RuntimeError。請修正它。',
  },
  hints: [
    {
      en: 'Compare each yield here with the waits of the exercises before: what do those have that these lack?',
      'zh-TW': '把這裡的每個 yield 和前面練習裡的等待比一比，那些有、這裡沒有的是什麼？',
    },
    {
      en: 'await is yield* here, with the star. There are two awaits in this program, one in each coroutine.',
      'zh-TW': 'await 在這裡是 yield*，要有星號。這個程式有兩處等待，兩個協程裡各一處。',
    },
  ],
  why: {
    en:
      'yield* hands over to another coroutine: that one runs, its waits pass through, and its value ' +
      'comes back. A plain yield hands the coroutine object itself to the event loop, which cannot wait ' +
      'for that and throws RuntimeError into the coroutine. The types of the library know this, which ' +
      'is why the editor underlines it before anything runs. In Python the old ' +
      'coroutines had the same trap, yield where yield from was meant; await has ended it. But a yield ' +
      'that slips into an async def is still no error there: it makes an asynchronous generator of the ' +
      'function, and only await says TypeError about it.',
    'zh-TW':
      'yield* 會交棒給另一個協程：由它執行，它的等待直接傳給迴圈，它的值也會回來。' +
      '單獨的 yield 則是把協程物件本身交給事件迴圈，而迴圈沒辦法等待它，於是往協程裡拋出 RuntimeError。' +
      '函式庫的型別知道這一點，所以還沒執行，編輯器就先畫上底線。' +
      'Python 舊式的協程也有同樣的陷阱：該寫 yield from 卻寫成 yield；有了 await 之後才消失。' +
      '不過，如果在 async def 裡不小心寫了 yield，在 Python 裡到現在仍不算錯：函式會變成非同步產生器，要到 await 它時才引發 TypeError。',
  },
  mistakes: [
    {
      answer: 'main-goes-on',
      when: ({ neverAwaited, outcome }) =>
        neverAwaited.includes('countDown') && outcome.type === 'return',
      say: {
        en: 'lift-off came without the numbers: countDown was called and never awaited. Its yield is not superfluous, there is something missing from it.',
        'zh-TW':
          '沒有倒數就印出了 lift-off：countDown 呼叫了，卻從未等待。那裡的 yield 並不多餘，只是少了一點東西。',
      },
    },
    {
      answer: 'yield-taken-away',
      when: ({ neverAwaited, outcome }) =>
        neverAwaited.includes('sleep') && outcome.type === 'return',
      say: {
        en: 'All lines came at 0 s: sleep(1) was called and never awaited. Its yield is not superfluous, there is something missing from it.',
        'zh-TW':
          '所有的行都在第 0 秒印出：sleep(1) 呼叫了，卻從未等待。那裡的 yield 並不多餘，只是少了一點東西。',
      },
    },
    {
      answer: 'one-is-left',
      when: ({ outcome, texts }) => isBareYield(outcome) && texts[0] === '3',
      say: {
        en: 'main waits for countDown now, which has printed 3 and then raised the same RuntimeError: the same slip is in there once more.',
        'zh-TW':
          'main 現在會等待 countDown 了，它印出 3，接著又引發同樣的 RuntimeError：裡面還有一處同樣的疏漏。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ outcome, texts }) => isBareYield(outcome) && texts.length === 0,
      say: {
        en: 'RuntimeError: main handed a coroutine object to the event loop with a plain yield, and the loop cannot wait for that. Look at what is missing from the yield.',
        'zh-TW':
          'RuntimeError：main 用單獨的 yield 把協程物件交給了事件迴圈，而迴圈沒辦法等待它。看看 yield 後面少了什麼。',
      },
    },
  ],
});

function isBareYield(outcome: { readonly type: string; readonly message?: string }): boolean {
  return outcome.message?.startsWith('yield was used') === true;
}
