/** Signal handlers of a loop: simulated on the virtual clock, real ones of this process on the real one. */
import { describe, expect, test } from 'vitest';
import {
  type Awaitable,
  ContextVar,
  createTask,
  Event,
  getRunningLoop,
  newEventLoop,
  print,
  realHost,
  run,
  sleep,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { programTranscript, transcript } from './transcript.js';

function raise(signal: string): boolean {
  return getRunningLoop().host.signals.raise(signal);
}

function thrown(call: () => unknown): string {
  try {
    return `no error: ${call()}`;
  } catch (error) {
    return String(error);
  }
}

describe('on the virtual clock', () => {
  test('a handler is called in the loop, at the instant at which the signal comes', async () => {
    const lines = await transcript(function* () {
      const loop = getRunningLoop();
      const stopped = new Event();
      loop.addSignalHandler(
        'SIGTERM',
        (...args: unknown[]) => {
          print('handler', ...args);
          stopped.set();
        },
        'a',
        'b',
      );
      loop.callLater(2, () => print('raised', raise('SIGTERM')));
      yield* stopped.wait();
      print('stopped');
    });
    expect(lines).toEqual(['t=2 raised True', 't=2 handler a b', 't=2 stopped']);
  });

  test('it is called once for each signal, and nothing else is', async () => {
    const lines = await transcript(function* () {
      getRunningLoop().addSignalHandler(15, () => print('15'));
      print(raise('SIGTERM'), raise('SIGTERM'), raise('SIGHUP'));
      yield* sleep(1);
      raise('SIGTERM');
      yield* sleep(1);
    });
    expect(lines).toEqual(['t=0 True True False', 't=0 15', 't=0 15', 't=1 15']);
  });

  test('a later handler replaces the one before', async () => {
    const lines = await transcript(function* () {
      const loop = getRunningLoop();
      loop.addSignalHandler('SIGUSR1', print, 'first');
      loop.addSignalHandler('SIGUSR1', print, 'second');
      raise('SIGUSR1');
      yield* sleep(0);
    });
    expect(lines).toEqual(['t=0 second']);
  });

  test('a handler that was removed is not called; removing says whether there was one', async () => {
    const lines = await transcript(function* () {
      const loop = getRunningLoop();
      loop.addSignalHandler('SIGUSR1', print, 'handler');
      print(loop.removeSignalHandler('SIGUSR1'), loop.removeSignalHandler('SIGUSR1'));
      print(raise('SIGUSR1'));
      yield* sleep(0);
    });
    expect(lines).toEqual(['t=0 True False', 't=0 False']);
  });

  test('a handler runs in the context in which it was added', async () => {
    const variable = new ContextVar<string>('variable');
    const lines = await transcript(function* () {
      variable.set('added');
      getRunningLoop().addSignalHandler('SIGUSR1', () => print(variable.get()));
      variable.set('raised');
      raise('SIGUSR1');
      yield* sleep(0);
    });
    expect(lines).toEqual(['t=0 added']);
  });

  test('what a handler throws is reported', async () => {
    const lines = await transcript(function* () {
      getRunningLoop().addSignalHandler('SIGUSR1', function failing() {
        throw new Error('no');
      });
      raise('SIGUSR1');
      yield* sleep(0);
    });
    expect(lines).toEqual(['warning: Exception in callback failing()']);
  });

  test('nobody waits for a signal: a loop that has nothing else is dead', async () => {
    const lines = await programTranscript(async () => {
      const main = function* () {
        getRunningLoop().addSignalHandler('SIGTERM', print);
        yield* new Event().wait();
      };
      await run(main()).catch((error: Error) => print(error.name));
    });
    expect(lines).toEqual(['t=0 DeadlockError']);
  });

  test('closing the loop removes its handlers', async () => {
    const host = virtualHost();
    await withHost(host, async () => {
      const loop = newEventLoop();
      loop.addSignalHandler('SIGUSR2', print);
      expect(process.listenerCount('SIGUSR2')).toBe(1);
      loop.close();
      expect(thrown(() => loop.addSignalHandler('SIGUSR2', print))).toBe(
        'RuntimeError: Event loop is closed',
      );
    });
    expect([process.listenerCount('SIGUSR2'), host.signals.raise('SIGUSR2')]).toEqual([0, false]);
  });

  test('what cannot be handled is refused', async () => {
    const loop = newEventLoop({ clock: 'virtual' });
    const coroutineFunction = function* () {};
    const errors = [
      () => loop.addSignalHandler(99, print),
      () => loop.addSignalHandler(0, print),
      () => loop.addSignalHandler('SIGNOTHING', print),
      () => loop.addSignalHandler(1.5, print),
      () => loop.addSignalHandler('SIGKILL', print),
      () => loop.addSignalHandler('SIGSTOP', print),
      () => loop.addSignalHandler('SIGTERM', coroutineFunction),
      () => loop.removeSignalHandler(99),
      () => loop.removeSignalHandler('SIGKILL'),
    ].map(thrown);
    loop.close();
    expect(errors).toEqual([
      'ValueError: invalid signal number 99',
      'ValueError: invalid signal number 0',
      "ValueError: invalid signal name 'SIGNOTHING'",
      'TypeError: sig must be an int, not 1.5',
      'RuntimeError: sig 9 cannot be caught',
      'RuntimeError: sig 19 cannot be caught',
      'TypeError: coroutines cannot be used with addSignalHandler()',
      'ValueError: invalid signal number 99',
      'no error: false',
    ]);
  });
});

describe('on the real clock', () => {
  /** Send signals to this process, one after the other has been handled. */
  const running = <T>(main: () => Awaitable<T>) => withHost(realHost(), () => run(main()));

  test('a loop that has nothing else to do waits for its signal', async () => {
    const timer = setTimeout(() => process.kill(process.pid, 'SIGUSR2'), 300);
    timer.unref();
    const result = await running(function* () {
      const stopped = new Event();
      getRunningLoop().addSignalHandler('SIGUSR2', () => stopped.set());
      yield* stopped.wait();
      return 'stopped';
    });
    expect([result, process.listenerCount('SIGUSR2')]).toEqual(['stopped', 0]);
  });

  test('SIGINT with a handler does not interrupt the program', async () => {
    const result = await running(function* () {
      const handled = new Event();
      getRunningLoop().addSignalHandler('SIGINT', () => handled.set());
      process.kill(process.pid, 'SIGINT');
      yield* handled.wait();
      return 'goes on';
    });
    expect(result).toBe('goes on');
  });

  test('SIGINT interrupts the program again when its handler was removed', async () => {
    const running = withHost(realHost(), () =>
      run(
        (function* () {
          const loop = getRunningLoop();
          loop.addSignalHandler('SIGINT', () => {});
          loop.removeSignalHandler('SIGINT');
          createTask(sleep(10));
          process.kill(process.pid, 'SIGINT');
          yield* sleep(10);
        })(),
      ),
    );
    await expect(running).rejects.toMatchObject({ name: 'KeyboardInterrupt' });
  });

  test('where signals belong to a tool, those alone that are raised arrive', async () => {
    const host = realHost({ takesSignal: false });
    const result = await withHost(host, () =>
      run(
        (function* () {
          const handled = new Event();
          getRunningLoop().addSignalHandler('SIGUSR2', () => handled.set());
          const listeners = process.listenerCount('SIGUSR2');
          getRunningLoop().callLater(0.01, () => raise('SIGUSR2'));
          yield* handled.wait();
          return listeners;
        })(),
      ),
    );
    expect(result).toBe(0);
  });
});
