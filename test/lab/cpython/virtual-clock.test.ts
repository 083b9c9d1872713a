/**
 * Programs on real CPython under the virtual clock: on Pyodide's, and where this machine has a Python
 * of its own that is new enough, on that one too, with the same transcript.
 */

import { afterAll, expect, it } from 'vitest';
import type { Interpreter, Program, Transcript } from '../../../src/lab/cpython/interpreter.js';
import { nativeInterpreter } from '../../../src/lab/cpython/native.js';
import { pyodide } from '../../pyodide.js';

const native = await nativeInterpreter().catch(() => undefined);
afterAll(() => native?.close());

async function run(body: string, program: Partial<Program> = {}): Promise<Transcript> {
  const source = `import asyncio\nimport threading\nimport time\n${body}`;
  const request = { source, name: 'program', entry: 'main', ...program };
  const transcript = await pyodide.run(request);
  if (native !== undefined) {
    expect({ ...(await native.run(request)), python: pyodide.python }).toEqual(transcript);
  }
  return transcript;
}

/** What a program printed: `instant task text`, with `-` where no task printed it. */
function logOf({ lines }: Transcript): string[] {
  return lines.map(({ t, task = '-', text }) => `${t} ${task} ${text}`);
}

it('is CPython 3.14', () => {
  expect(pyodide.python).toMatch(/^3\.14\./);
});

it('wakes sleeps of equal length in the order in which they began', async () => {
  const transcript = await run(`
async def nap(i):
    await asyncio.sleep(1)
    print(i)

async def main():
    await asyncio.gather(*(nap(i) for i in range(8)))
`);
  expect(logOf(transcript)).toEqual([...Array(8).keys()].map((i) => `1 Task-${i + 2} ${i}`));
  expect(transcript.elapsed).toBe(1);
});

it('has one clock for the whole program, whichever function reads it', async () => {
  const transcript = await run(`
from time import monotonic, perf_counter, sleep

async def nap():
    await asyncio.sleep(1)
    print(asyncio.get_running_loop().time(), monotonic())

def main():
    asyncio.run(nap())
    sleep(0.5)
    print(time.time(), perf_counter(), time.monotonic_ns())
    asyncio.run(nap())
`);
  expect(logOf(transcript)).toEqual([
    '1 Task-1 1.0 1.0',
    '1.5 - 1.5 1.5 1500000000',
    '2.5 Task-1 2.5 2.5',
  ]);
});

it('starts each program afresh', async () => {
  const source = `
names = []

async def main():
    names.append(asyncio.create_task(asyncio.sleep(1)).get_name())
    print(*names, time.monotonic(), threading.Thread().name)
`;
  const first = await run(source);
  expect(logOf(first)).toEqual(['0 Task-1 Task-2 0.0 Thread-1']);
  expect(await run(source)).toEqual(first);
});

it('lets a blocking sleep hold up the loop, and timers that are overdue run late', async () => {
  const transcript = await run(`
async def timer(delay):
    await asyncio.sleep(delay)
    print(delay)

async def main():
    timers = [asyncio.create_task(timer(delay)) for delay in (3, 1, 6)]
    await asyncio.sleep(0)
    time.sleep(5)
    print("blocked")
    await asyncio.wait(timers)
`);
  expect(logOf(transcript)).toEqual(['5 Task-1 blocked', '5 Task-3 1', '5 Task-2 3', '6 Task-4 6']);
});

it('cancels what is left over in order of creation, whatever else was created meanwhile', async () => {
  const transcript = await run(`
async def leftover(i):
    try:
        await asyncio.sleep(60)
    finally:
        print(i)

async def main():
    ended = []
    for i in range(20):
        asyncio.create_task(leftover(i))
        ended.append(asyncio.create_task(asyncio.sleep(0)))
    await asyncio.sleep(1)
`);
  expect(transcript.lines.map(({ text }) => Number(text))).toEqual([...Array(20).keys()]);
});

it('walks the sets of wait, of as_completed and of a task group in order of creation', async () => {
  const transcript = await run(`
async def work(i):
    try:
        await asyncio.sleep(i // 10)
        return i
    except asyncio.CancelledError:
        print("cancelled", i)

async def main():
    done, pending = await asyncio.wait([asyncio.create_task(work(i)) for i in range(20)], timeout=0.5)
    print(*[task.result() for task in done])
    print(*[await earliest for earliest in asyncio.as_completed(pending)])
    print(*[await earliest for earliest in asyncio.as_completed(map(work, range(9)))])
    print(isinstance(done, set), len(done | pending), len(asyncio.all_tasks()))
    try:
        async with asyncio.TaskGroup() as group:
            for i in range(20, 26):
                group.create_task(work(i))
            await asyncio.sleep(0)
            raise ValueError
    except* ValueError:
        pass
`);
  expect(transcript.lines.map(({ text }) => text)).toEqual([
    '0 1 2 3 4 5 6 7 8 9',
    '10 11 12 13 14 15 16 17 18 19',
    '0 1 2 3 4 5 6 7 8',
    'True 20 1',
    ...[20, 21, 22, 23, 24, 25].map((i) => `cancelled ${i}`),
  ]);
});

it("lets a program print sets of tasks, their type and the loop as if they were CPython's own", async () => {
  const transcript = await run(`
async def work():
    await asyncio.sleep(1)

class Named(asyncio.Task):
    def __repr__(self):
        return self.get_name()

async def main():
    loop = asyncio.get_running_loop()
    tasks = [Named(work(), name=f"task {i}") for i in range(12)]
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(done, pending)
    print(type(pending), loop, type(loop))
    await asyncio.wait(tasks)
`);
  const names = [...Array(12).keys()].map((i) => `task ${i}`);
  expect(transcript.lines.map(({ text }) => text)).toEqual([
    `set() {${names.join(', ')}}`,
    "<class 'set'> <_UnixSelectorEventLoop running=True closed=False debug=False> " +
      "<class 'asyncio.unix_events._UnixSelectorEventLoop'>",
  ]);
});

it('gives futures that were done before as_completed began in order of creation', async () => {
  // Pyodide's only: before 3.13 as_completed keeps its set where it cannot be reached.
  const source = `
import asyncio

async def main():
    tasks = [asyncio.create_task(asyncio.sleep(0, i)) for i in range(12)]
    await asyncio.sleep(1)
    print(*[await earliest for earliest in asyncio.as_completed(tasks)])
`;
  const transcript = await pyodide.run({ source, name: 'program', entry: 'main' });
  expect(logOf(transcript)).toEqual(['1 Task-1 0 1 2 3 4 5 6 7 8 9 10 11']);
});

it('ends a deadlock with an error, after the tasks have cleaned up', async () => {
  const transcript = await run(`
async def main():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        await asyncio.sleep(1)
        print("cleaned up")
`);
  expect(logOf(transcript)).toEqual(['1 Task-1 cleaned up']);
  expect(transcript.outcome).toMatchObject({ type: 'error', name: 'DeadlockError' });
});

it('says how a program ended', async () => {
  const outcome = async (body: string) => (await run(`async def main():\n    ${body}`)).outcome;
  expect(await outcome('return {"n": [1, 2.5, None]}')).toEqual({
    type: 'return',
    value: { n: [1, 2.5, null] },
  });
  expect(await outcome('return object()')).toEqual({ type: 'return' });
  expect(await outcome('pass')).toEqual({ type: 'return' });
  expect(await outcome('raise KeyError("k")')).toEqual({
    type: 'error',
    name: 'KeyError',
    message: "'k'",
  });
  expect(await outcome('asyncio.current_task().cancel(); await asyncio.sleep(1)')).toEqual({
    type: 'error',
    name: 'CancelledError',
    message: '',
  });
});

it('collects warnings and the reports of the loop, without places in files', async () => {
  const transcript = await run(`
async def forgotten():
    pass

async def fails():
    raise ValueError("nobody looks")

def callback():
    raise OSError("in a callback")

async def main():
    forgotten()
    forgotten()
    asyncio.create_task(fails())
    asyncio.get_running_loop().call_later(2, callback)
    await asyncio.sleep(3)
    kept.append(forgotten())

kept = []
`);
  const warning = "RuntimeWarning: coroutine 'forgotten' was never awaited";
  expect(transcript.warnings).toEqual([warning, warning, warning]);
  expect(transcript.reports).toEqual([
    {
      t: 0,
      message: 'Task exception was never retrieved',
      error: { name: 'ValueError', message: 'nobody looks' },
      task: 'Task-2',
    },
    {
      t: 2,
      message: 'Exception in callback callback()',
      error: { name: 'OSError', message: 'in a callback' },
    },
  ]);
  expect(transcript.errors).toEqual([]);
});

/** A program that is interrupted while a task, in a group, waits for one that has failed; gives its reports. */
async function reportsOf({ before = 'pass', after = 'pass' }): Promise<string[]> {
  const source = `
import asyncio
import gc

async def main():
    task = asyncio.create_task(fails())
    async with asyncio.TaskGroup() as group:
        group.create_task(waits(task))
        ${before}
        await asyncio.sleep(9)

async def fails():
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_soon(interrupt, asyncio.current_task())
    raise ValueError("nobody looks")

async def waits(task):
    await task

def interrupt(task):
    ${after}
    raise KeyboardInterrupt

def run():
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(main())
    except KeyboardInterrupt:
        loop.close()
`;
  const program = { source, name: 'program', entry: 'run' };
  const reports = async (python: Interpreter) =>
    (await python.run(program)).reports.map(({ message, task }) => `${task}: ${message}`).sort();
  const found = await reports(pyodide);
  if (native !== undefined) expect(await reports(native)).toEqual(found);
  return found;
}

const pending = 'Task-3: Task was destroyed but it is pending!';

it('reports what a pending task waits for, whatever the collector comes to first', async () => {
  const all = ['Task-2: Task exception was never retrieved', pending];
  expect(await reportsOf({})).toEqual(all);
  expect(await reportsOf({ before: 'gc.collect(1)' })).toEqual(all);
});

it('does not report what was looked at or cancelled, though a pending task waits for it', async () => {
  expect(await reportsOf({ after: 'task.exception()' })).toEqual([pending]);
  expect(await reportsOf({ after: 'task.cancel()' })).toEqual([pending]);
});

it('runs functions in threads at the same time, each with its lines at their instants', async () => {
  const transcript = await run(
    `
from time import sleep

def hard_work(name, seconds):
    print(name, "begins")
    sleep(seconds)
    print(name, "ends")
    return seconds

async def ticks():
    for i in range(3):
        await asyncio.sleep(1.5)
        print("tick")

async def main():
    ticking = asyncio.create_task(ticks())
    print(await asyncio.gather(*(asyncio.to_thread(hard_work, *work) for work in zip("ABC", (3, 2, 3)))))
    await ticking
`,
    { measures: ['hard_work'] },
  );
  expect(logOf(transcript)).toEqual([
    '0 - A begins',
    '0 - B begins',
    '0 - C begins',
    '1.5 Task-2 tick',
    '2 - B ends',
    '3 - A ends',
    '3 - C ends',
    '3 Task-2 tick',
    '3 Task-1 [3, 2, 3]',
    '4.5 Task-2 tick',
  ]);
  expect(transcript.measures).toEqual({ hard_work: 3 });
});

it('has all threads write on the same line, each at its instant', async () => {
  const transcript = await run(`
def work(name):
    print(name, end=" ")
    time.sleep(1)
    print("works")
    print("end of", name, end="")

async def main():
    await asyncio.gather(asyncio.to_thread(work, "a"), asyncio.to_thread(work, "b"))
    print(".")
`);
  expect(logOf(transcript)).toEqual(['1 - a b works', '1 - end of aworks', '1 Task-1 end of b.']);
});

it('lists what asyncio writes to its log among the warnings', async () => {
  const { warnings } = await run(`
async def main():
    asyncio.get_running_loop().set_debug(True)
    await asyncio.sleep(0)
    time.sleep(0.3)
    await asyncio.sleep(0)
`);
  expect(warnings).toEqual([
    "Executing <Task pending name='Task-1' coro=<main()> cb=[_run_until_complete_cb()]> took 0.300 seconds",
  ]);
});

it('lets threads go on while the loop is blocked', async () => {
  const transcript = await run(`
def work():
    time.sleep(1)
    print("thread")

async def main():
    task = asyncio.create_task(asyncio.to_thread(work))
    await asyncio.sleep(0)
    time.sleep(2)
    print("loop")
    await task
`);
  expect(logOf(transcript)).toEqual(['1 - thread', '2 Task-1 loop']);
});

it('makes the third call wait in a pool of two, and uses its threads again', async () => {
  const transcript = await run(`
from concurrent.futures import ThreadPoolExecutor

def work(name, seconds):
    print(name, threading.current_thread().name)
    assert threading.get_ident() == threading.current_thread().ident != main_thread
    time.sleep(seconds)

async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        await asyncio.gather(*(loop.run_in_executor(pool, work, *call) for call in zip("ABCD", (3, 1, 1, 1))))
        print("done")
        await loop.run_in_executor(pool, work, "E", 1)

main_thread = threading.get_ident()
`);
  expect(logOf(transcript)).toEqual([
    '0 - A ThreadPoolExecutor-0_0',
    '0 - B ThreadPoolExecutor-0_1',
    '1 - C ThreadPoolExecutor-0_1',
    '2 - D ThreadPoolExecutor-0_1',
    '3 Task-1 done',
    '3 - E ThreadPoolExecutor-0_0',
  ]);
  expect(transcript.elapsed).toBe(4);
});

it('lets threads wait for coroutines, and does nothing twice', async () => {
  const transcript = await run(`
async def double(n, seconds):
    print("loop", n)
    await asyncio.sleep(seconds)
    return 2 * n

def ask(loop, n, seconds):
    print("ask", n)
    time.sleep(1)
    for _ in range(2):
        n = asyncio.run_coroutine_threadsafe(double(n, seconds), loop).result()
        print("got", n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(asyncio.to_thread(ask, loop, 1, 3), asyncio.to_thread(ask, loop, 10, 1)))
`);
  expect(logOf(transcript)).toEqual([
    '0 - ask 1',
    '0 - ask 10',
    '1 Task-4 loop 1',
    '1 Task-5 loop 10',
    '2 - got 20',
    '2 Task-6 loop 20',
    '3 - got 40',
    '4 - got 2',
    '4 Task-7 loop 2',
    '7 - got 4',
    '7 Task-1 [4, 40]',
  ]);
  expect(transcript.warnings).toEqual([]);
});

it('lets a thread wait with a limit, and cancel what it waits for', async () => {
  const transcript = await run(`
async def slow():
    try:
        await asyncio.sleep(60)
    finally:
        print("slow ends")

def ask(loop):
    future = asyncio.run_coroutine_threadsafe(slow(), loop)
    try:
        future.result(timeout=2)
    except TimeoutError:
        print("no answer", future.done())
        time.sleep(1)
        print("cancel", future.cancel())
    finally:
        print("finally")

async def main():
    await asyncio.to_thread(ask, asyncio.get_running_loop())
`);
  expect(logOf(transcript)).toEqual([
    '2 - no answer False',
    '3 - cancel True',
    '3 - finally',
    '3 Task-2 slow ends',
  ]);
});

it('lets threads call the loop at their own instants', async () => {
  const transcript = await run(`
def work(loop, future):
    for i in range(3):
        time.sleep(1)
        loop.call_soon_threadsafe(print, i)
    loop.call_soon_threadsafe(future.set_result, "done")
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    thread = threading.Thread(target=work, args=(loop, future))
    thread.start()
    print(await future, thread.is_alive())
    thread.join()
    print(thread.is_alive())
`);
  expect(logOf(transcript)).toEqual([
    '1 - 0',
    '2 - 1',
    '3 - no running event loop',
    '3 - 2',
    '3 Task-1 done False',
    '3 Task-1 False',
  ]);
});

it('lets threads have threads and pools of their own', async () => {
  const transcript = await run(`
from concurrent.futures import ThreadPoolExecutor

def work(seconds):
    time.sleep(seconds)
    print(threading.current_thread().name)
    return seconds

def manage():
    thread = threading.Thread(target=work, args=(2,))
    thread.start()
    thread.join(timeout=1)
    print(thread.is_alive())
    with ThreadPoolExecutor(1) as pool:
        first, second = pool.submit(work, 3), pool.submit(work, 4)
        print(first.result(), second.done())
    print(thread.is_alive(), second.done())

async def main():
    await asyncio.to_thread(manage)
`);
  expect(logOf(transcript)).toEqual([
    '1 - True',
    '2 - Thread-1 (work)',
    '4 - ThreadPoolExecutor-0_0',
    '4 - 3 False',
    '8 - ThreadPoolExecutor-0_0',
    '8 - False True',
  ]);
});

it('gives eager tasks their names from their first step on', async () => {
  // Pyodide's only: before 3.14 an eager task gets its name after its first step.
  const source = `
import asyncio

async def work():
    print("begins")
    await asyncio.sleep(1)
    print("ends")

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(work(), work())
`;
  const transcript = await pyodide.run({ source, name: 'program', entry: 'main' });
  expect(logOf(transcript)).toEqual([
    '0 Task-2 begins',
    '0 Task-3 begins',
    '1 Task-2 ends',
    '1 Task-3 ends',
  ]);
});

it('blocks the main thread that waits for a pool', async () => {
  const transcript = await run(`
from concurrent.futures import ProcessPoolExecutor

def work(seconds):
    time.sleep(seconds)
    return seconds

def main():
    with ProcessPoolExecutor() as pool:
        first, second = pool.submit(work, 2), pool.submit(work, 5)
        print(first.result(), second.done())
        try:
            second.result(timeout=1)
        except TimeoutError:
            print("not yet")
    print(*pool.map(work, ()), second.result())
`);
  expect(logOf(transcript)).toEqual(['2 - 2 False', '3 - not yet', '5 - 5']);
});

it('delivers the error of a thread', async () => {
  const transcript = await run(`
def fails():
    time.sleep(1)
    raise ValueError("in a thread")

async def main():
    await asyncio.to_thread(fails)
`);
  expect(transcript.elapsed).toBe(1);
  expect(transcript.outcome).toMatchObject({ name: 'ValueError', message: 'in a thread' });
});

it('has a network in memory, on which streams and servers are CPython’s own', async () => {
  const transcript = await run(`
async def serve(reader, writer):
    line = await reader.readline()
    await asyncio.sleep(1)
    writer.write(line.upper())
    writer.close()

async def ask(port, text):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(text)
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        await asyncio.gather(*(ask(port, text) for text in (b"one\\n", b"two\\n", b"half")))
    try:
        await ask(port, b"")
    except ConnectionRefusedError:
        print("refused")
`);
  expect(logOf(transcript)).toEqual([
    "1 Task-3 b'ONE\\n'",
    "1 Task-4 b'TWO\\n'",
    "1 Task-5 b'HALF'",
    '1 Task-1 refused',
  ]);
  expect(transcript.network).toBe('in memory');
});

it('has a network that holds back who writes more than is read, and loses nothing', async () => {
  const transcript = await run(`
async def serve(reader, writer):
    await asyncio.sleep(1)
    print(len(await reader.read()))
    writer.close()

async def main():
    async with await asyncio.start_server(serve, "db.example", 80) as server:
        reader, writer = await asyncio.open_connection("db.example", 80)
        writer.write(b"x" * 3_000_000)
        await writer.drain()
        print("drained")
        writer.close()
        await writer.wait_closed()
        print("closed")
`);
  expect(logOf(transcript)).toEqual(['1 Task-1 drained', '1 Task-1 closed', '1 Task-4 3000000']);
});

it('has a network where who hangs up with bytes unread resets the connection', async () => {
  const transcript = await run(`
async def serve(reader, writer):
    await reader.readexactly(1)
    writer.transport.pause_reading()
    await asyncio.sleep(1)
    writer.transport.abort()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 80)
    reader, writer = await asyncio.open_connection("127.0.0.1", 80)
    writer.write(b"x")
    await asyncio.sleep(0.5)
    writer.write(b"y")
    try:
        print(await reader.read())
    except ConnectionResetError:
        print("reset")
    server.close()
`);
  expect(logOf(transcript)).toEqual(['1 Task-1 reset']);
});

it('has a network where who connects at one instant is accepted before anybody goes on', async () => {
  const transcript = await run(`
def accept(reader, writer):
    print("accepted")
    writer.close()

async def ask():
    await asyncio.sleep(1)
    reader, writer = await asyncio.open_connection("127.0.0.1", 80)
    print("connected")
    writer.close()

async def main():
    server = await asyncio.start_server(accept, "127.0.0.1", 80)
    await asyncio.gather(ask(), ask())
    asking = asyncio.create_task(ask())
    await asyncio.sleep(1)
    await asyncio.sleep(0)
    server.close()
    try:
        await asking
    except ConnectionResetError as error:
        print(error.strerror)
`);
  expect(transcript.lines.map(({ text }) => text)).toEqual([
    'accepted',
    'accepted',
    'connected',
    'connected',
    "Connect call failed ('127.0.0.1', 80)",
  ]);
});

it('refuses in one line what is no program', async () => {
  const run = (source: string, program: Partial<Program> = {}) =>
    pyodide.run({ source, name: 'twin', entry: 'main', ...program });
  await expect(run('def main(:')).rejects.toThrow(
    /^SyntaxError: invalid syntax \(twin.py, line 1\)$/,
  );
  await expect(run('')).rejects.toThrow(/^LookupError: twin.py defines no function main$/);
  await expect(run('async def async_(): return 1', { entry: 'async' })).resolves.toMatchObject({
    outcome: { value: 1 },
  });
});

it('refuses in one line a Python that is missing', async () => {
  await expect(nativeInterpreter('no-such-python')).rejects.toThrow(
    /^no-such-python: no such program$/,
  );
});
