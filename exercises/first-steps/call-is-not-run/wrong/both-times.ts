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
  'begin',
  'hello Ada',
  'hello Bob',
  'called both',
  'hello Bob',
  'hello Ada',
  'end',
];
