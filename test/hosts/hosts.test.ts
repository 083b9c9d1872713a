import { expect, test } from 'vitest';
import {
  type ClockOptions,
  newEventLoop,
  perfCounter,
  realHost,
  run,
  sleep,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { caught } from '../caught.js';

/** How many seconds of the world and of the loop's clock one second of sleep takes. */
async function aSecond(options: ClockOptions): Promise<{ world: number; loop: number }> {
  const begun = performance.now();
  const main = function* () {
    const start = perfCounter();
    yield* sleep(1);
    return perfCounter() - start;
  };
  const loop = await run(main(), options);
  return { world: (performance.now() - begun) / 1000, loop };
}

test('the virtual clock starts at 0 and takes no time', async () => {
  const { world, loop } = await aSecond({ clock: 'virtual' });
  expect(loop).toBe(1);
  expect(world).toBeLessThan(0.95);
  const fresh = newEventLoop({ clock: 'virtual' });
  expect(fresh.time()).toBe(0);
  fresh.close();
});

test('a speed makes the real clock faster', async () => {
  for (const options of [{ clock: { speed: 10 } }, { clock: 'real', speed: 10 }, { speed: 10 }]) {
    const { world, loop } = await aSecond(options as ClockOptions);
    expect(loop).toBeGreaterThan(0.99);
    expect(world).toBeGreaterThan(0.09);
    expect(world).toBeLessThan(0.95);
  }
});

test('a clock that does not exist is refused', () => {
  for (const clock of ['fast', 3, null]) {
    expect(caught(() => newEventLoop({ clock: clock as never }))).toMatch(
      /^ValueError: clock must be 'real', 'virtual' or { speed }, not /,
    );
  }
});

test('a speed that is none is refused', () => {
  for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const refusal = `ValueError: speed must be greater than 0, not ${speed}`;
    expect(caught(() => newEventLoop({ clock: { speed } }))).toBe(refusal);
    expect(caught(() => newEventLoop({ speed }))).toBe(refusal);
    expect(caught(() => realHost({ speed }))).toBe(refusal);
  }
});

test('inside withHost, loops without a clock of their own share that host', async () => {
  const host = virtualHost();
  const times = await withHost(host, async () => {
    await run(sleep(1));
    await run(sleep(2));
    await run(sleep(5), { clock: 'virtual' });
    return perfCounter();
  });
  expect([times, host.time()]).toEqual([3, 3]);
});

test('the surrounding host is the one before, when withHost has ended well or badly', async () => {
  const [outer, inner] = [virtualHost(), virtualHost()];
  await withHost(outer, async () => {
    await withHost(inner, () => run(sleep(1)));
    await withHost(inner, () => {
      throw new Error('no');
    }).catch(() => {});
    await run(sleep(10));
  });
  expect([outer.time(), inner.time()]).toEqual([10, 1]);
});
