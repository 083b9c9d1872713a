import { expect, test } from 'vitest';
import { withMember } from '../../../src/cli/init/json-text.js';

const withCheck = (text: string) => withMember(text, ['scripts', 'check'], 'run "it"');

test.each([
  ['{}', '{"scripts": { "check": "run \\"it\\"" }}'],
  ['{ "private": true }', '{ "private": true, "scripts": { "check": "run \\"it\\"" } }'],
  ['{ "scripts": {} }', '{ "scripts": {"check": "run \\"it\\""} }'],
  ['{ "scripts": { "a": "b" } }', '{ "scripts": { "a": "b", "check": "run \\"it\\"" } }'],
  ['{\n}\n', '{\n  "scripts": {\n    "check": "run \\"it\\""\n  }\n}\n'],
])('a member is added to %j', (text, expected) => {
  expect(withCheck(text)).toBe(expected);
});

test('nothing but the member is new: neither order nor indentation nor line ends change', () => {
  const before = [
    '\uFEFF{',
    '\t"name": "a \\"scripts\\": {",',
    '\t"files": ["x",   "y"],',
    '\t"scripts": {',
    '\t\t"test": "node --test",',
    '\t\t"nested": "{ } , :"',
    '\t},',
    '\t"z": { "scripts": { } }',
    '}',
  ];
  const after = before
    .with(5, '\t\t"nested": "{ } , :",')
    .toSpliced(6, 0, '\t\t"check": "run \\"it\\""');
  expect(withCheck(before.join('\r\n'))).toBe(after.join('\r\n'));
});

test('objects that are missing are made, indented as the text is', () => {
  const before = '{\n    "name": "x",\n    "files": []\n}';
  expect(withCheck(before)).toBe(
    '{\n    "name": "x",\n    "files": [],\n    "scripts": {\n        "check": "run \\"it\\""\n    }\n}',
  );
  expect(withCheck('{\n    "scripts": {},\n    "a": 1\n}\n')).toBe(
    '{\n    "scripts": {\n        "check": "run \\"it\\""\n    },\n    "a": 1\n}\n',
  );
});
