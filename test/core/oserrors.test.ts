import { expect, test } from 'vitest';
import { osError } from '../../src/core/oserrors.js';
import { repr } from '../../src/core/repr.js';
import { OSError } from '../../src/index.js';

test('the arguments of an error are its number and text, or the one thing that it was given', () => {
  const errors = [new OSError(2, 'No such file', 'a.txt'), new OSError('lost'), new OSError()];
  expect(errors.map((error) => [String(error), repr(error), error.args])).toEqual([
    ["OSError: [Errno 2] No such file: 'a.txt'", "OSError(2, 'No such file')", [2, 'No such file']],
    ['OSError: lost', "OSError('lost')", ['lost']],
    ['OSError', 'OSError()', []],
  ]);
});

test('an error that has no name in Python is an OSError with what the host calls it', () => {
  expect(String(osError('ESTRANGE'))).toBe('OSError: [Errno 0] ESTRANGE');
  expect(String(osError('ESTRANGE', { errno: 200, strerror: 'Strange' }))).toBe(
    'OSError: [Errno 200] Strange',
  );
});
