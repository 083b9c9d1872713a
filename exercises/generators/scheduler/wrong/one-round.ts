import { coroutine, print } from 'asyncio-lab';

function* walker(name: string, steps: number): Generator<void> {
  for (let step = 1; step <= steps; step += 1) {
    print(`${name} takes step ${step}`);
    yield;
  }
}

function runAll(walkers: Generator<void>[]): void {
  for (const walker of walkers) walker.next();
}

export const main = coroutine(function* main() {
  runAll([walker('ant', 2), walker('bee', 3), walker('cat', 1)]);
  print('all have arrived');
});
