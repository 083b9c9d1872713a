import { coroutine, print } from 'asyncio-lab';

const greet = coroutine(function* greet(name: string) {
  print(`hello ${name}`);
});

export const main = coroutine(function* main() {
  print('begin');
  const ada = greet('Ada');
  const bob = greet('Bob');
  print('called both');
  yield* bob;
  yield* ada;
  print('end');
});

export const prediction: string[] = [
  // [en] TODO: the lines that are printed, in their order, each as a string, such as 'begin'
  // [zh-TW] TODO：依序寫下會印出的每一行，每行是一個字串，例如 'begin'
];
