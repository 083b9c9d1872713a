import { expect, test } from 'vitest';
import { addressOf, functionAt, travelAddressOf } from '../../src/core/addresses.js';
import { coroutine, run, threaded } from '../../src/index.js';
import { caught } from '../caught.js';

test('a threaded function has the address of its module and its name', () => {
  const work = threaded('file:///module.js', function work() {});
  const address = { module: 'file:///module.js', name: 'work' };
  expect(addressOf(work)).toEqual(address);
  expect(travelAddressOf(work)).toEqual(address);
  expect(functionAt(address)).toBe(work);
  expect(functionAt({ ...address, module: 'file:///other.js' })).toBeUndefined();
});

test('a coroutine function has the address of its name alone', () => {
  const alone = coroutine(function* alone() {});
  expect(travelAddressOf(alone)).toEqual({ module: undefined, name: 'alone' });
  expect(functionAt({ module: undefined, name: 'alone' })).toBe(alone);
});

test('a module that is loaded again declares the same functions anew', () => {
  const declare = () => coroutine(function* reloaded() {});
  declare();
  const latest = declare();
  expect(functionAt(travelAddressOf(latest))).toBe(latest);
});

test('of two coroutine functions with one name, neither can travel', () => {
  const first = coroutine(function* twin() {
    return 1;
  });
  const second = coroutine(function* twin() {
    return 2;
  });
  for (const fn of [first, second]) {
    expect(caught(() => travelAddressOf(fn))).toBe(
      "TypeError: two coroutine functions are named 'twin': give the one that travels another name",
    );
  }
});

test('a coroutine function that a run has made is not declared by its module', async () => {
  const main = function* () {
    return coroutine(function* inside() {});
  };
  expect(addressOf(await run(main(), { clock: 'virtual' }))).toBeUndefined();
});

test('what was never declared has no address', () => {
  expect([addressOf(() => {}), addressOf(undefined), addressOf('work')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(caught(() => travelAddressOf(() => {}))).toMatch(
    /^TypeError: function 'work' cannot travel from a thread to the loop: declare it/,
  );
});
