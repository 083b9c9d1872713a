import { asyncWith, coroutine, print, sleep, TaskGroup, ValueError } from 'asyncio-lab';

const check = coroutine(function* check(field: string, isRight: boolean) {
  yield* sleep(1);
  if (!isRight) throw new ValueError(`${field} is missing`);
  print(`${field} is fine`);
});

export const main = coroutine(function* main() {
  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(check('name', false));
      group.createTask(check('town', true));
      group.createTask(check('mail', false));
    });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print(error.message);
    print('1 problem');
  }
});
