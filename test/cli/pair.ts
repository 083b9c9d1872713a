/**
 * A user's scenario and its Python twin, as texts, for tests of `compare` and `record`.
 */

/** Return a scenario whose two variants print by the given delays. */
export function scenarioWith(together: number, swapped = false): string {
  return `
import { coroutine, defineScenario, gather, print, sleep } from 'asyncio-lab';

const sayAfter = coroutine(function* sayAfter(delay: number, what: string) {
  yield* sleep(delay);
  print(what);
});

const bothAtOnce = coroutine(function* bothAtOnce() {
  yield* gather(sayAfter(${together}, 'tea'), sayAfter(0.3, 'toast'));
  return 7;
});

const inOrder = coroutine(function* inOrder() {
  for (const what of ${swapped ? "['two', 'one', 'three']" : "['one', 'two', 'three']"}) print(what);
});

export default defineScenario({
  title: { en: 'breakfast', 'zh-TW': '早餐' },
  about: 'Tea and toast.',
  lesson: 'Mind the order.',
  variants: {
    'both-at-once': { about: { en: 'both at once', 'zh-TW': '兩樣同時' }, main: bothAtOnce },
    'in-order': { about: 'one by one', main: inOrder },
  },
});
`;
}

/** The twin of `scenarioWith(0.1)`. */
export const twin = `
import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def both_at_once():
    await asyncio.gather(say_after(0.1, "tea"), say_after(0.3, "toast"))
    return 7


async def in_order():
    for what in ["one", "two", "three"]:
        print(what)
`;
