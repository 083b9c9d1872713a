import { asyncWith, coroutine, Lock, print, sleep } from 'asyncio-lab';

class Tool {
  readonly lock = new Lock();

  constructor(readonly name: string) {}
}

const dine = coroutine(function* dine(who: string, first: Tool, second: Tool) {
  yield* asyncWith(first.lock, function* () {
    print(`${who} takes the ${first.name}`);
    yield* sleep(1);
    yield* asyncWith(second.lock, function* () {
      print(`${who} takes the ${second.name}`);
      yield* sleep(1);
      print(`${who} has eaten`);
    });
  });
});

export const main = coroutine(function* main() {
  const fork = new Tool('fork');
  const knife = new Tool('knife');
  yield* dine('Ann', fork, knife);
  yield* dine('Bob', knife, fork);
});
