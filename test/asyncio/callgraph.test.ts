/**
 * Call graphs, held against CPython's: `callgraph.py` has the same programs, and both must print the
 * same, but for files, lines, and the numbers that stand for futures.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type Awaitable,
  allTasks,
  asCompleted,
  asyncFor,
  asyncWith,
  Barrier,
  type Body,
  CancelledError,
  Condition,
  type Coroutine,
  captureCallGraph,
  coroutine,
  createTask,
  currentTask,
  Event,
  Future,
  formatCallGraph,
  gather,
  getRunningLoop,
  Lock,
  print,
  printCallGraph,
  Queue,
  run,
  Semaphore,
  shield,
  sleep,
  type Task,
  TaskGroup,
  timeout,
  ValueError,
  virtualHost,
  wait,
  waitFor,
  withHost,
} from '../../src/index.js';
import { pyodide } from '../pyodide.js';

const leaf = coroutine(function* leaf(awaitable: Awaitable<unknown>) {
  yield* awaitable;
});

const middle = coroutine(function* middle(awaitable: Awaitable<unknown>) {
  yield* leaf(awaitable);
});

const chain = coroutine(function* chain() {
  const future = new Future<undefined>();
  const task = createTask(middle(future), { name: 'the chain' });
  printCallGraph(task);
  yield* sleep(0);
  printCallGraph(task);
  printCallGraph(future);
  future.setResult(undefined);
  printCallGraph(future);
  yield* task;
  printCallGraph(future);
});

const awaiting = coroutine(function* awaiting(task: Task<void>) {
  yield* task;
});

const tasks = coroutine(function* tasks() {
  const first = createTask(sleep(1));
  const second = createTask(awaiting(first));
  const third = createTask(awaiting(second));
  yield* sleep(0);
  printCallGraph(first);
  yield* third;
});

const limits = coroutine(function* limits() {
  const future = new Future<undefined>();
  const task = createTask(middle(future));
  yield* sleep(0);
  for (const limit of [2, 1, -1, -2, 0]) {
    print(limit);
    printCallGraph(task, { limit });
    printCallGraph(future, { limit });
  }
  future.setResult(undefined);
});

function helper(limit: number | undefined, depth: number) {
  print(formatCallGraph(undefined, { limit, depth }));
}

const inner = coroutine(function* inner(limit: number | undefined, depth: number) {
  helper(limit, depth);
});

const outer = coroutine(function* outer(limit: number | undefined, depth: number) {
  yield* inner(limit, depth);
});

const running = coroutine(function* running() {
  for (const depth of [0, 1, 2, 3, 4]) {
    print('depth', depth);
    yield* outer(undefined, depth);
  }
  for (const limit of [3, 2, 1, 0, -1, -2, -3]) {
    print('limit', limit);
    yield* outer(limit, 1);
  }
  yield* createTask(outer(undefined, 1));
  printCallGraph();
  printCallGraph(currentTask());
});

type Futures = readonly [Future<string>, Future<string>];

const gathers = coroutine(function* gathers(futures: Futures) {
  yield* gather(...futures);
});

const waits = coroutine(function* waits(futures: Futures) {
  yield* wait(futures);
});

const waitsForASecond = coroutine(function* waitsForASecond(futures: Futures) {
  yield* wait(futures, { timeout: 1 });
});

const waitsForOne = coroutine(function* waitsForOne(futures: Futures) {
  yield* waitFor(futures[0], 10);
});

const shields = coroutine(function* shields(futures: Futures) {
  yield* shield(futures[0]);
});

const groups = coroutine(function* groups(futures: Futures) {
  yield* asyncWith(new TaskGroup(), function* (group) {
    group.createTask(waitsForOne(futures), { name: 'in the group' });
  });
});

const asTheyCome = coroutine(function* asTheyCome(futures: Futures) {
  for (const next of asCompleted(futures)) yield* next;
});

const asFutures = coroutine(function* asFutures(futures: Futures) {
  yield* asyncFor(asCompleted(futures), function* (future) {
    print(future.result());
  });
});

const WAITS: readonly ((futures: Futures) => Coroutine<void>)[] = [
  gathers,
  waits,
  waitsForASecond,
  waitsForOne,
  shields,
  groups,
  asTheyCome,
  asFutures,
];

const several = coroutine(function* several() {
  for (const waiting of WAITS) {
    const futures: Futures = [new Future<string>(), new Future<string>()];
    const task = createTask(waiting(futures), { name: 'waits' });
    for (let round = 0; round < 3; round += 1) yield* sleep(0);
    printCallGraph(futures[0]);
    printCallGraph(task);
    for (const child of allTasks()) {
      if (child.getName() === 'in the group') printCallGraph(child);
    }
    yield* sleep(2);
    printCallGraph(futures[0], { limit: 0 });
    for (const future of futures) future.setResult('done');
    yield* task;
    printCallGraph(futures[0], { limit: 0 });
  }
});

const cancelled = coroutine(function* cancelled() {
  for (const waiting of WAITS) {
    const futures: Futures = [new Future<string>(), new Future<string>()];
    const task = createTask(waiting(futures), { name: 'waits' });
    for (let round = 0; round < 3; round += 1) yield* sleep(0);
    task.cancel();
    try {
      yield* task;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
    printCallGraph(futures[0], { limit: 0 });
    yield* sleep(0);
    printCallGraph(futures[0], { limit: 0 });
  }
});

const looking = coroutine(function* looking(future: Future<undefined>) {
  yield* future;
  printCallGraph(future, { limit: 0 });
});

const showing = coroutine(function* showing(future: Future<undefined>) {
  printCallGraph(future, { limit: 0 });
});

const after = coroutine(function* after() {
  const future = new Future<undefined>();
  yield* wait([future], { timeout: 0 });
  yield* createTask(showing(future));
  getRunningLoop().callSoon(() => future.setResult(undefined));
  yield* future;
  yield* createTask(showing(future));
});

const twice = coroutine(function* twice() {
  const future = new Future<undefined>();
  const gathering = gather(future);
  const task = createTask(looking(future));
  yield* sleep(0);
  getRunningLoop().callSoon(() => future.setResult(undefined));
  yield* future;
  yield* task;
  yield* gathering;
});

const inALock = coroutine(function* inALock(lock: Lock | Semaphore) {
  yield* asyncWith(lock, function* () {
    yield* sleep(1);
  });
});

const inACondition = coroutine(function* inACondition(condition: Condition) {
  yield* asyncWith(condition, function* () {
    yield* condition.waitFor(() => false);
  });
});

const atAnEvent = coroutine(function* atAnEvent(event: Event) {
  yield* event.wait();
});

const atAQueue = coroutine(function* atAQueue(queue: Queue<string>) {
  yield* queue.get();
});

const joining = coroutine(function* joining(queue: Queue<string>) {
  queue.putNowait('item');
  yield* queue.join();
});

const atABarrier = coroutine(function* atABarrier(barrier: Barrier) {
  yield* barrier.wait();
});

const primitives = coroutine(function* primitives() {
  const lock = new Lock();
  for (const coro of [
    inALock(lock),
    inALock(lock),
    inALock(new Semaphore(0)),
    inACondition(new Condition()),
    atAnEvent(new Event()),
    atAQueue(new Queue()),
    joining(new Queue()),
    atABarrier(new Barrier(2)),
  ]) {
    const task = createTask(coro);
    yield* sleep(0);
    printCallGraph(task);
  }
});

const inABlock = coroutine(function* inABlock() {
  yield* asyncWith(timeout(10), function* () {
    yield* asyncWith(new TaskGroup(), function* () {
      helper(undefined, 1);
    });
  });
});

const blocks = coroutine(function* blocks() {
  yield* inABlock();
});

function nothing() {
  print(captureCallGraph(), `'${formatCallGraph()}'`);
}

const callbacks = coroutine(function* callbacks() {
  getRunningLoop().callSoon(nothing);
  yield* sleep(0);
});

function outside() {
  const task = 'task' as unknown as Future;
  for (const call of [captureCallGraph, formatCallGraph, () => captureCallGraph(task)]) {
    try {
      call();
    } catch (error) {
      print(error);
    }
  }
}

function raising() {
  throw new ValueError('no');
}

const failing = coroutine(function* failing() {
  raising();
});

const namesOf = (task: Task<unknown>, limit?: number) =>
  task.getStack({ limit }).map(({ name }) => name);

const stacks = coroutine(function* stacks() {
  const task = createTask(middle(sleep(1)));
  print(namesOf(task));
  yield* sleep(0);
  print(namesOf(task));
  print(namesOf(task, 1));
  print(namesOf(task, 0), namesOf(task, -1));
  yield* task;
  print(namesOf(task));
  const failed = createTask(failing());
  yield* wait([failed]);
  print(namesOf(failed));
  print(namesOf(failed, 1));
  print(namesOf(failed, 0), failed.exception());
  const stopped = createTask(sleep(1));
  stopped.cancel();
  yield* wait([stopped]);
  print(namesOf(stopped));
  print(namesOf(currentTask() as Task<unknown>).at(-1));
});

/** What a program prints here, on the virtual clock. */
async function printedBy(program: () => unknown): Promise<string[]> {
  const lines: string[] = [];
  const host = virtualHost({ output: { print: ({ text }) => lines.push(text), warn() {} } });
  await withHost(host, program);
  return lines;
}

/** Hide what may differ: places, and the numbers of futures but for which of them are equal. */
function masked(lines: readonly string[]): string[] {
  const ids: string[] = [];
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) =>
      line
        .replace(/File '.*', line \d+, /, '')
        .replace(
          /id=0x[0-9a-f]+/,
          (id) => `id=${ids.includes(id) ? ids.indexOf(id) : ids.push(id) - 1}`,
        )
        .replace(/(?<=[a-z])_+[a-z]/g, (letter) => letter.slice(-1).toUpperCase()),
    );
}

/** What a program in `callgraph.py` prints there. */
async function printedByPython(entry: string): Promise<string[]> {
  const { lines, outcome } = await pyodide.run({ source, name: 'callgraph', entry });
  expect(outcome).toEqual({ type: 'return' });
  return lines.map(({ text }) => text);
}

const source = readFileSync(new URL('callgraph.py', import.meta.url), 'utf8');

describe('CPython prints the same call graphs', () => {
  test.each([
    ['of a task in its coroutines, and of what it waits for', chain],
    ['of tasks that wait for each other', tasks],
    ['with a limit', limits],
    ['of the running task, to any depth', running],
    ['through all that wait for several', several],
    ['after a cancellation', cancelled],
    ['of a future that a task waits for in two ways', twice],
    ['of a future that was waited for in vain, and then awaited', after],
    ['of tasks at each of the primitives', primitives],
    ['inside blocks', blocks],
    ['in a callback', callbacks],
    ['and stacks of tasks', stacks],
  ])('%s', async (_, program) => {
    const here = await printedBy(() => run(program()));
    expect(masked(here)).toEqual(masked(await printedByPython(program.name)));
  });

  test('outside of a loop', async () => {
    const here = await printedBy(outside);
    expect(masked(here)).toEqual(masked(await printedByPython('outside')));
  });
});

/** The line of this file that the caller of this function stands in. */
function here(): number {
  const [, , caller] = new Error().stack?.split('\n') ?? [];
  return Number(/:(\d+):\d+\)?$/.exec(caller ?? '')?.[1]);
}

const file = fileURLToPath(import.meta.url);

test('there is no call graph where no loop runs', () => {
  expect(() => captureCallGraph()).toThrow(
    'captureCallGraph() is called outside of a running event loop and no *future* to introspect was provided',
  );
});

describe('a frame', () => {
  const waiting = coroutine(function* waiting(lines: number[]) {
    lines.push(here() + 1);
    yield* sleep(1);
  });

  test('stands in the line that a suspended coroutine waits in', async () => {
    const lines: number[] = [];
    const main = coroutine(function* main() {
      const task = createTask(waiting(lines));
      yield* sleep(0);
      return [task.getStack(), captureCallGraph(task).callStack.at(-1)];
    });
    const [stack, entry] = await run(main(), { clock: 'virtual' });
    const frame = { name: 'waiting', isAsync: true, file, line: lines[0] };
    expect(stack).toEqual([frame]);
    expect(entry).toEqual({ frame });
  });

  test('stands in the line that a running function has come to', async () => {
    const main = coroutine(function* main() {
      const line = here() + 1;
      const capture = () => captureCallGraph();
      const graph = capture();
      expect(graph?.callStack.map(({ frame }) => frame)).toEqual([
        { name: 'capture', isAsync: false, file, line },
        { name: 'main', isAsync: true, file, line: line + 1 },
      ]);
      expect(currentTask()?.getStack()[0]?.line).toBe(here());
    });
    await run(main(), { clock: 'virtual' });
  });

  test('of a block stands in the line that its body has come to', async () => {
    const main = coroutine(function* main() {
      yield* asyncWith(new Lock(), function* () {
        const [caller] = captureCallGraph()?.callStack ?? [];
        expect(caller?.frame).toEqual({ name: 'main', isAsync: true, file, line: here() - 1 });
      });
    });
    await run(main(), { clock: 'virtual' });
  });

  test('of a coroutine of the runtime is there while it calls a method of the program', async () => {
    class Watched extends Queue<number> {
      frames: unknown[] = [];

      override putNowait(item: number) {
        this.frames = captureCallGraph()?.callStack.map(({ frame }) => frame) ?? [];
        super.putNowait(item);
      }
    }
    const main = coroutine(function* main() {
      const queue = new Watched();
      yield* queue.put(1);
      expect(queue.frames.slice(-2)).toEqual([
        expect.objectContaining({ name: 'Queue.put', isAsync: true }),
        expect.objectContaining({ name: 'main', isAsync: true, file }),
      ]);
    });
    await run(main(), { clock: 'virtual' });
  });

  test('of a bare generator has no name, unless it runs', async () => {
    function* bare() {
      return captureCallGraph()?.callStack.map(({ frame }) => frame.name);
    }
    const main = coroutine(function* main() {
      const task = createTask(bare());
      expect(task.getStack().map(({ name }) => name)).toEqual(['<generator>']);
      expect(yield* bare()).toEqual(['bare', 'main']);
    });
    await run(main(), { clock: 'virtual' });
  });

  test('has no place where the host knows none', async () => {
    const host = virtualHost();
    host.placeOf = undefined;
    await withHost(host, () =>
      run(
        coroutine(function* main() {
          const [frame] = createTask(waiting([])).getStack();
          expect(frame).toEqual({ name: 'waiting', isAsync: true, file: '<unknown>', line: 0 });
        })(),
      ),
    );
  });

  test('is read off no stack but one of V8', async () => {
    const { prepareStackTrace } = Error;
    const main = coroutine(function* main() {
      Error.prepareStackTrace = () => [];
      try {
        return captureCallGraph()?.callStack.map(({ frame }) => frame);
      } finally {
        Error.prepareStackTrace = prepareStackTrace;
      }
    });
    const frames = await run(main(), { clock: 'virtual' });
    expect(frames).toEqual([{ name: 'main', isAsync: true, file: '<unknown>', line: 0 }]);
  });

  test('of a failed task has the path of a module, not its address', async () => {
    const main = coroutine(function* main() {
      const error = new Error('no');
      error.stack = 'Error: no\n    at work (file:///a%20folder/program.js:3:4)';
      const task = createTask(
        (function* () {
          throw error;
        })(),
      );
      yield* wait([task]);
      expect(task.exception()).toBe(error);
      return task.getStack();
    });
    expect(await run(main(), { clock: 'virtual' })).toEqual([
      { name: 'work', isAsync: false, file: '/a folder/program.js', line: 3 },
    ]);
  });

  test('is that of an eager task, not of the one that makes it', async () => {
    const eager = coroutine(function* eager() {
      return captureCallGraph()?.callStack.map(({ frame }) => frame.name);
    });
    const main = coroutine(function* main() {
      expect(yield* createTask(eager(), { eagerStart: true })).toEqual(['eager']);
    });
    await run(main(), { clock: 'virtual' });
  });
});

describe('what is printed', () => {
  /** Run a program with a file that takes what is written; returns that, without places. */
  async function written(write: (file: { write(text: string): void }) => Body<void>) {
    const texts: string[] = [];
    await run(write({ write: (text) => texts.push(text) }), { clock: 'virtual' });
    return texts.map((text) => text.replaceAll(/"\/.*", line \d+/g, '"…", line N'));
  }

  test('goes to a file, where one is given', async () => {
    const texts = await written(function* (file) {
      const task = createTask(leaf(new Future()), { name: 'leaf' });
      printCallGraph(task, { file, limit: 0 });
      task.printStack({ file });
      task.cancel();
    });
    expect(texts).toEqual([
      expect.stringMatching(/^\* Task\(name='leaf', id=0x[0-9a-f]+\)\n$/),
      "Stack for <Task pending name='leaf' coro=<leaf()>> (most recent call last):\n" +
        '  File "…", line N, in leaf\n',
    ]);
  });

  test('of a failed task is its error', async () => {
    const texts = await written(function* (file) {
      const task = createTask(failing(), { name: 'failing' });
      yield* wait([task]);
      task.printStack({ file, limit: 1 });
      task.printStack({ file, limit: 0 });
      task.exception();
    });
    const task = "<Task finished name='failing' coro=<failing()> exception=ValueError('no')>";
    expect(texts).toEqual([
      `Traceback for ${task} (most recent call last):\n` +
        '  File "…", line N, in failing\n' +
        'ValueError: no\n',
      `No stack for ${task}\nValueError: no\n`,
    ]);
  });

  test('of a failed task ends with what was thrown, with a message or without', async () => {
    const texts = await written(function* (file) {
      for (const thrown of [new RangeError(), 'text']) {
        const task = createTask(
          (function* () {
            throw thrown;
          })(),
        );
        yield* wait([task]);
        task.printStack({ file, limit: 0 });
        task.exception();
      }
    });
    expect(texts.map((lines) => lines.split('\n')[1])).toEqual(['RangeError', 'string: text']);
  });
});

// CPython itself fails here, for the frame of such a coroutine is None.
test('a task made of a coroutine that has ended has no calls', async () => {
  const host = virtualHost({ output: { print() {}, warn() {} } });
  const graph = await withHost(host, () =>
    run(
      (function* () {
        const ended = leaf(sleep(0));
        yield* ended;
        const graph = captureCallGraph(createTask(ended));
        yield* sleep(0);
        return graph;
      })(),
    ),
  );
  expect(graph.callStack).toEqual([]);
});
