import { expect, test } from 'vitest';
import {
  BaseExceptionGroup,
  CancelledError,
  ExceptionGroup,
  LookupError,
  RuntimeError,
  ValueError,
} from '../../src/index.js';
import { caught } from '../caught.js';

/** Show a group with all that is nested in it. */
function show(error: Error | undefined): string {
  if (!(error instanceof BaseExceptionGroup)) return error?.message ?? 'none';
  return `${error.name}(${error.exceptions.map(show).join(', ')})`;
}

const nested = new ExceptionGroup('outer', [
  new ValueError('a'),
  new TypeError('b'),
  new ExceptionGroup('inner', [new ValueError('c'), new RuntimeError('d')]),
]);

test('a group is an AggregateError that counts what it holds', () => {
  const one = new ValueError('one');
  const group = new ExceptionGroup('went wrong', [one]);
  expect(group).toBeInstanceOf(AggregateError);
  expect(group).toBeInstanceOf(BaseExceptionGroup);
  expect(group.name).toBe('ExceptionGroup');
  expect(group.message).toBe('went wrong (1 sub-exception)');
  expect(group.exceptions).toEqual([one]);
  expect(nested.message).toBe('outer (3 sub-exceptions)');
});

test('a BaseExceptionGroup of mere exceptions is an ExceptionGroup', () => {
  expect(new BaseExceptionGroup('m', [new ValueError()])).toBeInstanceOf(ExceptionGroup);
  expect(new BaseExceptionGroup('m', [nested])).toBeInstanceOf(ExceptionGroup);
  const base = new BaseExceptionGroup('m', [new CancelledError()]);
  expect(base).not.toBeInstanceOf(ExceptionGroup);
  expect(base.name).toBe('BaseExceptionGroup');
  expect(new BaseExceptionGroup('m', [base])).not.toBeInstanceOf(ExceptionGroup);
});

test('an ExceptionGroup holds mere exceptions only', () => {
  class FetchErrors extends ExceptionGroup {}
  const cancelled = new CancelledError();
  expect(() => new ExceptionGroup('m', [cancelled])).toThrow(
    new TypeError('Cannot nest BaseExceptions in an ExceptionGroup'),
  );
  expect(() => new FetchErrors('m', [new BaseExceptionGroup('n', [cancelled])])).toThrow(
    new TypeError("Cannot nest BaseExceptions in 'FetchErrors'"),
  );
});

test('a group holds exceptions, and at least one', () => {
  expect(() => new ExceptionGroup('m', [])).toThrow(
    new ValueError('second argument (exceptions) must be a non-empty sequence'),
  );
  expect(() => new ExceptionGroup('m', [new ValueError(), 5 as never])).toThrow(
    new ValueError('Item 1 of second argument (exceptions) is not an exception'),
  );
  expect(() => new ExceptionGroup('m', 5 as never)).toThrow(
    new TypeError('second argument (exceptions) must be a sequence'),
  );
});

test('split parts a group by class and keeps how it is nested', () => {
  const [match, rest] = nested.split(ValueError);
  expect(show(match)).toBe('ExceptionGroup(a, ExceptionGroup(c))');
  expect(show(rest)).toBe('ExceptionGroup(b, ExceptionGroup(d))');
  expect(match?.message).toBe('outer (2 sub-exceptions)');
});

test('subgroup takes a class, several classes, or a function', () => {
  expect(show(nested.subgroup(TypeError))).toBe('ExceptionGroup(b)');
  expect(show(nested.subgroup([RuntimeError, TypeError]))).toBe(
    'ExceptionGroup(b, ExceptionGroup(d))',
  );
  expect(show(nested.subgroup((error) => 'ad'.includes(error.message)))).toBe(
    'ExceptionGroup(a, ExceptionGroup(d))',
  );
});

test('a group that matches is given as it is, and nothing as undefined', () => {
  const [match, rest] = nested.split(ExceptionGroup);
  expect(match).toBe(nested);
  expect(rest).toBe(undefined);
  expect(nested.subgroup(Error)).toBe(nested);
  const [none, all] = nested.split(LookupError);
  expect(none).toBe(undefined);
  expect(show(all)).toBe(show(nested));
  expect(all).not.toBe(nested);
  expect(nested.subgroup([])).toBe(undefined);
});

test('the parts of a BaseExceptionGroup are what they can be', () => {
  const group = new BaseExceptionGroup('m', [new ValueError('a'), new CancelledError('b')]);
  expect(group.split(ValueError).map(show)).toEqual(['ExceptionGroup(a)', 'BaseExceptionGroup(b)']);
});

test('parts keep the cause', () => {
  const cause = new ValueError('cause');
  const group = new ExceptionGroup('m', [new ValueError(), new TypeError()], { cause });
  expect(group.split(ValueError).map((part) => part?.cause)).toEqual([cause, cause]);
  expect(nested.subgroup(ValueError)).not.toHaveProperty('cause');
});

test('a class of groups keeps its class by derive', () => {
  class FetchErrors extends BaseExceptionGroup {
    override derive(exceptions: readonly Error[]) {
      return new FetchErrors('fetching', exceptions);
    }
  }
  const group = new FetchErrors('fetching', [new ValueError(), new TypeError()]);
  expect(group.subgroup(ValueError)).toBeInstanceOf(FetchErrors);
});

test('derive has to give a group', () => {
  class Odd extends ExceptionGroup {
    override derive() {
      return new ValueError('no group') as never;
    }
  }
  const group = new Odd('odd', [new ValueError('a'), new TypeError('b')]);
  expect(() => group.split(ValueError)).toThrow(
    new TypeError('derive must return an instance of BaseExceptionGroup'),
  );
});

test.each([[5], ['ValueError'], [[ValueError, 5]], [undefined]])('split refuses %o', (matcher) => {
  expect(() => nested.split(matcher as never)).toThrow(
    new TypeError(
      'expected an exception type, a tuple of exception types, or a callable (other than a class)',
    ),
  );
});

test.each([
  [1, 'int'],
  [undefined, 'None'],
])('the message of a group is a text, not %o', (message, name) => {
  expect(caught(() => new ExceptionGroup(message as never, [new ValueError()]))).toBe(
    `TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not ${name}`,
  );
});
