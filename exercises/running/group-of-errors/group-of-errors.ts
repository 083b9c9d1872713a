import { asyncWith, coroutine, print, sleep, TaskGroup, ValueError } from 'asyncio-lab';

const check = coroutine(function* check(field: string, isRight: boolean) {
  yield* sleep(1);
  if (!isRight) throw new ValueError(`${field} is missing`);
  print(`${field} is fine`);
});

// [en] TODO: two fields are wrong, and the message tells only that there are two. Print the message
// [en] of each, and after them how many there are: '2 problems'.
// [zh-TW] TODO：有兩個欄位不對，但訊息只說有兩個。請印出每一個的訊息，
// [zh-TW] 最後印出總數：'2 problems'。
export const main = coroutine(function* main() {
  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(check('name', false));
      group.createTask(check('town', true));
      group.createTask(check('mail', false));
    });
  } catch (error) {
    print((error as Error).message);
  }
});
