import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Results } from '../../src/lab/result.js';
import { junit } from '../../src/report/junit.js';
import { everything, facts, nasty, results, scenario, variant } from './results.js';
import { styleIn } from './style.js';
import { written } from './written.js';

const schema = readFileSync(new URL('fixtures/jenkins-junit.xsd', import.meta.url), 'utf8');

function xmlOf(all: Results): string {
  return written(junit(facts, styleIn('en')), all);
}

test.each<[string, Results]>([
  ['everything', everything],
  ['nothing', results()],
  ['every control character', results(scenario(allControls(), variant({ name: allControls() })))],
])('a report of %s is valid', async (_, all) => {
  const { errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: xmlOf(all) },
    schema: { fileName: 'junit.xsd', contents: schema },
  });
  expect(errors).toEqual([]);
});

test('what is not valid is found', async () => {
  const { errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: '<testsuites><testcase/></testsuites>' },
    schema: { fileName: 'junit.xsd', contents: schema },
  });
  expect(errors).not.toEqual([]);
});

test('a variant is a test case of its scenario, with the seconds of the clock', () => {
  const skipped = variant({ name: 'b', status: 'skip' });
  const all = results(scenario('s', variant({ name: 'a', elapsed: 1e-9 }), skipped));
  expect(xmlOf(all).split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="asyncio-lab" tests="2" failures="0" errors="0" time="2.000000001">',
    '  <testsuite name="s" tests="2" failures="0" errors="0" skipped="1" time="2.000000001">',
    '    <properties><property name="file" value="scenarios/s.ts"/></properties>',
    '    <testcase name="a" classname="s" time="0.000000001"/>',
    '    <testcase name="b" classname="s" time="2"><skipped/></testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});

test('a failure has its first difference as the message, and the diff as its text', () => {
  const xml = xmlOf(everything);
  expect(xml).toContain(
    '<failure message="the first difference is in line 10: &apos;'.replace(/&apos;/, "'"),
  );
  expect(xml).toContain('\n- 2.250  Task-2  hello\n+ 2.251  Task-2  hello  ✗ late');
});

test('of what takes several lines the message is the first', () => {
  const message = 'all tasks wait\n  Task-1, in main()';
  const actual = { type: 'error', name: 'DeadlockError', message } as const;
  const fault = { type: 'outcome', actual, expected: { type: 'return' } } as const;
  const xml = xmlOf(results(scenario('s', variant({ faults: [fault] }))));
  expect(xml).toContain('<failure message="it raised DeadlockError: all tasks wait" ');
  expect(xml).toContain('  Task-1, in main()\n');
  const problem = { type: 'throws', path: 'x.ts', error: 'Error: one\ntwo' } as const;
  expect(xmlOf(results({ ...scenario('b'), status: 'fail', problem }))).toContain(
    '<error message="cannot load x.ts: Error: one" type="load">two</error>',
  );
});

test('what a scenario prints stays text', () => {
  expect(nasty).toContain('</failure>');
  const xml = xmlOf(everything);
  expect(xml.match(/<\/failure>/g)).toHaveLength(3);
  expect(xml).not.toMatch(/##\[/);
});

function allControls(): string {
  return Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('') + nasty;
}
