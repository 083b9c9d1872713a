import { coroutine, print, sleep } from 'asyncio-lab';

const load = coroutine(function* load(name: string) {
  yield* sleep(1);
  print(`${name} loaded`);
  return `text of the ${name}`;
});

const save = coroutine(function* save(name: string, text: string) {
  yield* sleep(2);
  print(`${name} saved: ${text}`);
});

export const main = coroutine(function* main() {
  const text = yield* load('diary');
  const saving = save('copy', text);
  print('done');
  yield* saving;
});
