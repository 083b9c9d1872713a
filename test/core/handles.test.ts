import { expect, test } from 'vitest';
import { ContextVar, copyContext, newEventLoop, print } from '../../src/index.js';

const loop = newEventLoop({ clock: 'virtual' });

test('a handle says what it is to call, and whether it was cancelled', () => {
  const handle = loop.callSoon(print, 'never');
  const shown = [String(handle)];
  handle.cancel();
  shown.push(String(handle));
  expect(shown).toEqual(['<Handle print()>', '<Handle cancelled>']);
});

test('in debug mode it shows its arguments, and what it was when it is cancelled', () => {
  const debugged = newEventLoop({ clock: 'virtual', debug: true });
  const handle = debugged.callSoon(print, 'never', 1);
  const shown = [String(handle)];
  handle.cancel();
  shown.push(String(handle));
  expect(shown).toEqual(["<Handle print('never', 1)>", "<Handle cancelled print('never', 1)>"]);
});

test('a timer says when, too', () => {
  const timer = loop.callAt(1.5, print, 'never');
  const shown = [String(timer), String(timer.when())];
  timer.cancel();
  shown.push(String(timer));
  expect(shown).toEqual([
    '<TimerHandle when=1.5 print()>',
    '1.5',
    '<TimerHandle cancelled when=1.5>',
  ]);
});

test('a timer that is never due, or nearly at once, shows when as Python does', () => {
  const shown = [Number.POSITIVE_INFINITY, 1e-5].map((when) => String(loop.callAt(when, print)));
  expect(shown).toEqual(['<TimerHandle when=inf print()>', '<TimerHandle when=1e-05 print()>']);
});

test('a function that is bound keeps its name', () => {
  expect(String(loop.callSoon(print.bind(undefined, 1).bind(undefined, 2)))).toBe(
    '<Handle print()>',
  );
});

test('a callback without a name is a lambda', () => {
  expect(String(loop.callSoon(() => {}))).toBe('<Handle <lambda>()>');
});

test('what cannot be called is shown as it is', () => {
  const shown = [1, 'text'].map((callback) => String(loop.callSoon(callback as never)));
  expect(shown).toEqual(['<Handle 1()>', "<Handle 'text'()>"]);
});

test('a handle keeps the context it was made in, or the one it was given', () => {
  const name = new ContextVar('name', { default: 'nobody' });
  const given = copyContext();
  given.run(() => name.set('Ann'));
  expect(loop.callSoon(print).getContext().get(name, 'none')).toBe('none');
  expect(loop.callSoon(print, { context: given }).getContext()).toBe(given);
  expect(loop.callSoon(print, { context: undefined }).getContext().get(name, 'none')).toBe('none');
});

test('a handle of callSoonThreadsafe is called what CPython calls it', () => {
  expect(String(loop.callSoonThreadsafe(print))).toBe('<_ThreadSafeHandle print()>');
});

test('a timer that is due very soon or never says when as Python does', () => {
  const shown = [0.00001, Number.POSITIVE_INFINITY].map((when) => {
    const timer = loop.callAt(when, print);
    timer.cancel();
    return String(timer);
  });
  expect(shown).toEqual(['<TimerHandle cancelled when=1e-05>', '<TimerHandle cancelled when=inf>']);
});
