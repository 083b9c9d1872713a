import { expect, test } from 'vitest';
import { patternOfShown } from '../../src/lab/shown-objects.js';

test.each([
  ['<asyncio.locks.Lock object at 0x7f01 [locked]>', '<asyncio.locks.Lock object [locked]>'],
  [
    "task: <Task pending name='Task-2' coro=<main.<locals>.say_hi() running at a.py:3> cb=[_done_callback() at /usr/tasks.py:820]>",
    "task: <Task pending name='Task-2' coro=<sayHi()> cb=[_done_callback()]>",
  ],
  [
    "<Task finished name='Task-2' coro=<work() done, defined at a.py:3> result=1>",
    "<Task finished name='Task-2' coro=<work()> result=1>",
  ],
  ['<TimerHandle when=1.0 on_timer() at a.py:5>', '<TimerHandle when=1 onTimer()>'],
  ['<function main.<locals>.f at 0x7f01>', '<function f>'],
  [
    '<_UnixReadPipeTransport closing locked fd=12 idle>',
    '<_UnixReadPipeTransport closing locked idle>',
  ],
  [
    "<asyncio.TransportSocket fd=6, family=2, type=1, proto=6, laddr=('locked', 80)>",
    "<asyncio.TransportSocket family=2, type=1, proto=6, laddr=('locked', 80)>",
  ],
])('%s is shown here as %s', (python, here) => {
  const pattern = patternOfShown(python);
  expect(here).toMatch(pattern as RegExp);
  expect(python.replace('Task-2', 'Task-3').replace('locked', 'unlocked')).not.toMatch(
    pattern as RegExp,
  );
});

test('all else has to be the same', () => {
  const pattern = patternOfShown("<Task pending name='Task-2' coro=<main() running at a.py:3>>");
  expect("<Task pending name='Task-3' coro=<main()>>").not.toMatch(pattern as RegExp);
  expect("<Task finished name='Task-2' coro=<main()>>").not.toMatch(pattern as RegExp);
  expect("<Task pending name='Task-2' coro=<other()>>").not.toMatch(pattern as RegExp);
  expect("a <Task pending name='Task-2' coro=<main()>>").not.toMatch(pattern as RegExp);
});

test.each(['main(): running at 0x1', '<Queue maxsize=0>', 'a < b', '<Task pending>', ''])(
  '%s is compared as it is',
  (text) => {
    expect(patternOfShown(text)).toBeUndefined();
  },
);
