import { expect, test } from 'vitest';
import { repr, str, typeName } from '../../src/core/repr.js';
import {
  CancelledError,
  ConcurrentFuture,
  ContextVar,
  coroutine,
  ExceptionGroup,
  InvalidStateError,
  Lock,
  newEventLoop,
  Queue,
  QueueFull,
  Task,
  TimeoutError,
  Token,
  ValueError,
} from '../../src/index.js';

test('values show as they do in Python', () => {
  const shown = [
    'text',
    3,
    -0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    true,
    false,
    undefined,
    null,
    7n,
  ].map(repr);
  expect(shown).toEqual([
    "'text'",
    '3',
    '-0.5',
    'nan',
    'inf',
    '-inf',
    'True',
    'False',
    'None',
    'None',
    '7',
  ]);
});

test('text is quoted and escaped as in Python', () => {
  expect(["it's", 'say "hi"', `both ' and "`, 'a\nb\tc\\d\r'].map(repr)).toEqual([
    `"it's"`,
    `'say "hi"'`,
    `'both \\' and "'`,
    "'a\\nb\\tc\\\\d\\r'",
  ]);
});

test('collections show what they hold', () => {
  expect(repr([1, 'a', [undefined]])).toBe("[1, 'a', [None]]");
  expect(repr(new Set([1, 'a']))).toBe("{1, 'a'}");
  expect(repr(new Set())).toBe('set()');
  expect(repr(new Map([['key', 1]]))).toBe("{'key': 1}");
  expect(repr({ key: [1], other: 'x' })).toBe("{'key': [1], 'other': 'x'}");
});

test('a collection inside of itself is three dots', () => {
  const list: unknown[] = [1];
  const dict = { list };
  const map = new Map<string, unknown>();
  list.push(list, dict);
  map.set('map', map);
  expect(repr(list)).toBe("[1, [...], {'list': [...]}]");
  expect(repr(dict)).toBe("{'list': [1, [...], {...}]}");
  expect(repr(map)).toBe("{'map': {...}}");
  expect(repr([[1], [1]])).toBe('[[1], [1]]');
});

test('exceptions show their class and their message', () => {
  expect([new ValueError('no'), new CancelledError(), new TypeError("it's")].map(repr)).toEqual([
    "ValueError('no')",
    'CancelledError()',
    `TypeError("it's")`,
  ]);
});

test('an Error of JavaScript is an Exception of Python', () => {
  expect([new Error('no'), new Error()].map(repr)).toEqual(["Exception('no')", 'Exception()']);
});

test('an exception of a class of the program’s own has its name', () => {
  class Mine extends Error {}
  class MyType extends TypeError {}
  class MyValue extends ValueError {}
  expect([new Mine('no'), new Mine(), new MyType(), new MyValue()].map(repr)).toEqual([
    "Mine('no')",
    'Mine()',
    'MyType()',
    'MyValue()',
  ]);
});

test('functions and objects of other classes show what they are', () => {
  class Thing {}
  class Named {
    toString() {
      return '<named>';
    }
  }
  expect([function work() {}, () => {}, new Thing(), new Named(), Token.MISSING].map(repr)).toEqual(
    ['<function work>', '<function <lambda>>', '<Thing object>', '<named>', '<Token.MISSING>'],
  );
});

test('classes of errors show their names, with the modules that Python has them in', () => {
  class Mine extends ValueError {}
  expect([Error, TypeError, ValueError, TimeoutError, Mine].map(repr)).toEqual([
    "<class 'Exception'>",
    "<class 'TypeError'>",
    "<class 'ValueError'>",
    "<class 'TimeoutError'>",
    "<class 'Mine'>",
  ]);
  expect([CancelledError, InvalidStateError, QueueFull, ExceptionGroup].map(repr)).toEqual([
    "<class 'asyncio.exceptions.CancelledError'>",
    "<class 'asyncio.exceptions.InvalidStateError'>",
    "<class 'asyncio.queues.QueueFull'>",
    "<class 'ExceptionGroup'>",
  ]);
});

test('classes show as those that they stand for, with the modules that Python has them in', () => {
  const types = [Task, Lock, Queue, ContextVar, ConcurrentFuture, newEventLoop().constructor];
  expect(types.map(repr)).toEqual([
    "<class '_asyncio.Task'>",
    "<class 'asyncio.locks.Lock'>",
    "<class 'asyncio.queues.Queue'>",
    "<class '_contextvars.ContextVar'>",
    "<class 'concurrent.futures._base.Future'>",
    "<class 'asyncio.unix_events._UnixSelectorEventLoop'>",
  ]);
  const work = coroutine(function* work() {});
  const made = work();
  made.close();
  const objects = [made, work, function* () {}, 'text', [], new Map()];
  expect(objects.map((object) => repr(object.constructor))).toEqual([
    "<class 'coroutine'>",
    "<class 'function'>",
    "<class 'function'>",
    "<class 'str'>",
    "<class 'list'>",
    "<class 'dict'>",
  ]);
});

test('print shows text and exceptions without quotes', () => {
  expect(['text', 3, new ValueError('no'), new CancelledError(), ['a']].map(str)).toEqual([
    'text',
    '3',
    'no',
    '',
    "['a']",
  ]);
});

test('exception groups show their exceptions', () => {
  const group = new ExceptionGroup('several', [new ValueError('one'), new TypeError('two')]);
  expect(repr(group)).toBe("ExceptionGroup('several', [ValueError('one'), TypeError('two')])");
});

test('small floats have an exponent of two digits', () => {
  expect([0.0001, 0.00001, 1e-7, -2.5e-10, 1e-100].map(repr)).toEqual([
    '0.0001',
    '1e-05',
    '1e-07',
    '-2.5e-10',
    '1e-100',
  ]);
});

test('what Python does not print is escaped, everything else is shown', () => {
  expect(repr('\x00\x1b[0m\x7f\xa0\u200b\u2028\u{e0001}')).toBe(
    "'\\x00\\x1b[0m\\x7f\\xa0\\u200b\\u2028\\U000e0001'",
  );
  expect(repr('é 協程 😀')).toBe("'é 協程 😀'");
});

test('types have the names of Python', () => {
  const work = coroutine(function* work() {})();
  expect([work, (function* () {})(), Object.create(null)].map(typeName)).toEqual([
    'coroutine',
    'coroutine',
    'dict',
  ]);
  work.close();
  class Thing {}
  const values = ['', 1, 0.5, true, undefined, null, [], new Map(), {}, new Set(), new Thing()];
  const bytes = new Uint8Array();
  expect([...values, bytes, () => {}].map(typeName)).toEqual([
    'str',
    'int',
    'float',
    'bool',
    'NoneType',
    'NoneType',
    'list',
    'dict',
    'dict',
    'set',
    'Thing',
    'bytes',
    'function',
  ]);
});
