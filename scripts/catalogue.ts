/**
 * `npm run catalogue`: records what CPython does with the programs of the catalogue, and writes
 * `docs/catalogue.md`.
 *
 * Recordings are what the library is held to: look at what changed in them.
 */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { pyodideInterpreter } from '../src/lab/cpython/pyodide.js';
import { type Chapter, formatPage, pageFile } from '../test/parity/cataloguing/page.js';
import { formatRecording, recordTopic } from '../test/parity/cataloguing/recording.js';
import { readTopics, topicFile } from '../test/parity/cataloguing/topics.js';

async function main(): Promise<void> {
  const interpreter = await pyodideInterpreter();
  const chapters: Chapter[] = [];
  for (const topic of readTopics()) {
    const recording = await recordTopic(interpreter, topic);
    const isNew = write(topicFile(topic.name, '.cpython.json'), formatRecording(recording));
    console.log(`${isNew ? 'recorded ' : 'unchanged'}  ${topic.name}`);
    chapters.push({ topic, recording });
  }
  mkdirSync(new URL('./', pageFile), { recursive: true });
  const isNew = write(pageFile, formatPage(chapters));
  console.log(`${isNew ? 'written  ' : 'unchanged'}  docs/catalogue.md`);
}

/** Write a file at once or not at all; tells whether that changed it. */
function write(file: URL, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  const draft = new URL(`${file.href}.${process.pid}.tmp`);
  writeFileSync(draft, text);
  renameSync(draft, file);
  return true;
}

try {
  await main();
} catch (error) {
  console.error(`catalogue: ${(error as Error).message.split('\n')[0]}`);
  process.exitCode = 1;
}
