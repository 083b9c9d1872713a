import { expect, test } from 'vitest';
import type { FoundExercise } from '../../../src/lab/exercise/find.js';
import { exerciseNamed, idOf } from '../../../src/lab/exercise/naming.js';
import { smallSet } from '../../cli/exercise/small-set.js';

const { exercises } = smallSet();
const [boil, pour] = exercises as [FoundExercise, FoundExercise];
const twice = [...exercises, { ...boil, chapter: { ...boil.chapter, name: 'soup' } }];

test.each(['boil', 'tea/boil', 'tea/boil.ts', './tea/boil.ts', 'tea\\boil.ts'])(
  '%s names the exercise',
  (name) => {
    expect(exerciseNamed(name, exercises)).toBe(boil);
  },
);

test('what is mistyped brings the names nearest to it', () => {
  expect(exerciseNamed('biol', exercises)).toEqual({ nearest: ['boil'] });
  expect(exerciseNamed('tea/por', exercises)).toEqual({ nearest: ['tea/pour'] });
  expect(exerciseNamed('something', exercises)).toEqual({ nearest: [] });
});

test('a name that two exercises have brings both, and the whole name chooses', () => {
  expect(exerciseNamed('boil', twice)).toEqual({ nearest: ['tea/boil', 'soup/boil'] });
  expect(exerciseNamed('soup/boil', twice)).toBe(twice.at(-1));
  expect(exerciseNamed('pour', twice)).toBe(pour);
  expect(idOf(pour)).toBe('tea/pour');
});
