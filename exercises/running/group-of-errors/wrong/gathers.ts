import { coroutine, gather, print, sleep, ValueError } from 'asyncio-lab';

const check = coroutine(function* check(field: string, isRight: boolean) {
  yield* sleep(1);
  if (!isRight) throw new ValueError(`${field} is missing`);
  print(`${field} is fine`);
});

export const main = coroutine(function* main() {
  try {
    yield* gather(check('name', false), check('town', true), check('mail', false));
  } catch (error) {
    print((error as Error).message);
    print('1 problems');
  }
});
