import { coroutine, gather, print, sleep } from 'asyncio-lab';

const ask = coroutine(function* ask(question: number, seconds: number) {
  print(`asking ${question}`);
  yield* sleep(seconds);
  print(`answer ${question}`);
});

// [en] TODO: the server takes two questions at the same time, no more. Let each of the others be asked
// [en] as soon as an answer has come.
// [zh-TW] TODO：伺服器同時只接受兩個問題。請讓其餘的問題在一有答案回來時就發問。
export const main = coroutine(function* main() {
  const durations = [1, 2.5, 1, 1, 1, 1];
  yield* gather(...durations.map((seconds, i) => ask(i + 1, seconds)));
});
