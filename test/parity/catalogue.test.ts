/** The programs of the catalogue do here what CPython does, and the catalogue is whole. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pyodide } from '../pyodide.js';
import { recordHere } from './cataloguing/here.js';
import { formatPage, pageFile } from './cataloguing/page.js';
import {
  expectedOf,
  formatRecording,
  readRecording,
  recordTopic,
} from './cataloguing/recording.js';
import { readTopics, type Topic, topicFile } from './cataloguing/topics.js';

const topics = readTopics();

type Programs = Readonly<Record<string, () => unknown>>;

async function programsOf({ name }: Topic): Promise<Programs> {
  return (await import(topicFile(name, '.ts').href)) as Programs;
}

for (const topic of topics) {
  const here = await programsOf(topic);
  const recording = readRecording(topic);
  describe(topic.title, () => {
    for (const { name, twin, sentence } of topic.programs) {
      test(sentence, async () => {
        const program = here[twin] as () => unknown;
        expect(await recordHere(program)).toEqual(expectedOf(recording, name));
      });
    }
  });
}

test('there are at least 120 programs, each with a name of its own', () => {
  const names = topics.flatMap(({ programs }) => programs.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(120);
  expect(new Set(names).size).toBe(names.length);
});

test('docs/catalogue.md shows the programs and recordings as they are', () => {
  const page = formatPage(topics.map((topic) => ({ topic, recording: readRecording(topic) })));
  expect(readFileSync(pageFile, 'utf8')).toBe(page);
});

test('the recordings are what CPython does', async () => {
  for (const topic of topics) {
    const recording = await recordTopic(pyodide, topic);
    expect(formatRecording(recording)).toBe(
      readFileSync(topicFile(topic.name, '.cpython.json'), 'utf8'),
    );
  }
});
