import { blockingSleep, coroutine, print, threaded, toThread } from 'asyncio-lab';

export const convert = threaded(import.meta.url, function convert(picture: string) {
  blockingSleep(3);
  return `${picture}.png`;
});

// [en] TODO: three pictures are converted in threads, and yet it takes 9 seconds. Let the three
// [en] threads work at the same time, and print the names in the order of the list.
// [zh-TW] TODO：三張圖片都在執行緒裡轉換，卻要 9 秒。
// [zh-TW] 請讓三個執行緒同時工作，並依清單的順序印出檔名。
export const main = coroutine(function* main() {
  for (const picture of ['sun', 'moon', 'star']) {
    print(yield* toThread(convert, picture));
  }
});
