import { blockingSleep, coroutine, print } from 'asyncio-lab';

export const main = coroutine(function* main() {
  blockingSleep(1);
  print('hello');
});
