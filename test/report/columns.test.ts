import { expect, test } from 'vitest';
import { cut, padEnd, padStart, widthOf, wrap } from '../../src/report/columns.js';

test('a Chinese character takes two columns', () => {
  expect(widthOf('第 1 次')).toBe(7);
  expect(padEnd('協程', 6)).toBe('協程  ');
  expect(padStart('協程', 6)).toBe('  協程');
});

test('what is too wide is cut', () => {
  expect(cut('gather', 6)).toBe('gather');
  expect(cut('gathering', 6)).toBe('gathe…');
  expect(cut('事件迴圈', 6)).toBe('事件…');
});

test('English is wrapped at spaces', () => {
  expect(wrap('one await after the other', 12)).toEqual(['one await', 'after the', 'other']);
  expect(wrap('', 10)).toEqual(['']);
});

test('a word that is too long is broken', () => {
  expect(wrap('a supercalifragilistic word', 10)).toEqual([
    'a',
    'supercalif',
    'ragilistic',
    'word',
  ]);
});

test('Chinese is wrapped between words, neither before a closing mark nor after an opening one', () => {
  expect(wrap('呼叫協程函式，不會執行。', 8)).toEqual(['呼叫協程', '函式，', '不會', '執行。']);
  expect(wrap('呼叫協程，不會執行', 8)).toEqual(['呼叫協', '程，不會', '執行']);
  expect(wrap('這是「協程」物件', 6)).toEqual(['這是', '「協', '程」', '物件']);
  expect(wrap('使用 to_thread() 之後', 14)).toEqual(['使用', 'to_thread()', '之後']);
});

test('no line is wider than it may be', () => {
  const text = '呼叫 asyncio.run()，「事件迴圈」（event loop）會 run 到底。'.repeat(5);
  for (const width of [2, 5, 11, 24, 80]) {
    for (const line of wrap(text, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
    expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});
