/**
 * Random programs of a writer and a reader: here over the in-memory network, there CPython's StreamReader,
 * which is fed the same bytes in the same pieces at the same instants.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  coroutine,
  getRunningLoop,
  IncompleteReadError,
  LimitOverrunError,
  openConnection,
  rethrowIfCancelled,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  waitFor,
} from '../../../src/index.js';
import type { Interpreter } from '../../../src/lab/cpython/interpreter.js';
import { bytes, text } from '../../asyncio/bytes.js';
import { pyodide } from '../../pyodide.js';
import { type Reading, type WireProgram, wireProgram } from './programs.js';

const PROGRAMS = 500;
const HOST = '127.0.0.1';
const PORT = 80;

/** How long bytes are under way, in seconds. */
const DELAY = 0.25;

/** What a read gave: when, how, what, and whether that was the end. */
type Said = readonly [time: number, method: string, said: string, isAtEnd: boolean];

const write = coroutine(function* write(writer: StreamWriter, writes: WireProgram['writes']) {
  for (const [delay, piece] of writes) {
    if (delay > 0) yield* sleep(delay);
    writer.write(bytes(piece));
  }
  writer.writeEof();
});

/** Run a program over the network of a virtual clock. */
function here({ limit, writes, reads }: WireProgram): Promise<Said[]> {
  const said: Said[] = [];
  const serve = (_: StreamReader, writer: StreamWriter) => write(writer, writes);
  const main = coroutine(function* main() {
    const server = yield* startServer(serve, HOST, PORT);
    const [reader, writer] = yield* openConnection(HOST, PORT, { limit });
    // Until the server has its client, and what it writes at once is here.
    yield* sleep(2 * DELAY);
    const loop = getRunningLoop();
    const start = loop.time();
    for (const [delay, reading, timeout] of reads) {
      if (delay > 0) yield* sleep(delay);
      const what = yield* outcome(reader, reading, timeout);
      said.push([loop.time() - start, reading[0], what, reader.atEof()]);
    }
    writer.close();
    server.close();
  });
  return run(main(), { clock: 'virtual', network: { delay: DELAY } }).then(() => said);
}

function* outcome(reader: StreamReader, reading: Reading, timeout: number) {
  const waiting = begun(reader, reading);
  try {
    return text(yield* timeout > 0 ? waitFor(waiting, timeout) : waiting);
  } catch (error) {
    rethrowIfCancelled(error);
    if (error instanceof IncompleteReadError) {
      return `IncompleteReadError ${text(error.partial)} ${error.expected ?? 'None'}`;
    }
    if (error instanceof LimitOverrunError) {
      return `LimitOverrunError ${error.message} ${error.consumed}`;
    }
    return `${(error as Error).name} ${(error as Error).message}`;
  }
}

function begun(reader: StreamReader, reading: Reading) {
  switch (reading[0]) {
    case 'readline':
      return reader.readline();
    case 'readuntil':
      return reader.readuntil(reading[1].map(bytes));
    default:
      return reader[reading[0]](reading[1]);
  }
}

const source = readFileSync(new URL('wire.py', import.meta.url), 'utf8');

/** Run programs on CPython, one after the other. */
async function there(interpreter: Interpreter, programs: readonly WireProgram[]) {
  const data = JSON.stringify(JSON.stringify(programs));
  const { lines, outcome } = await interpreter.run({
    source: `${source}\nasync def main():\n    await run_all(json.loads(${data}))\n`,
    name: 'wire',
    entry: 'main',
  });
  expect(outcome).toEqual({ type: 'return' });
  return lines.map(({ text }): Said[] => JSON.parse(text));
}

test(`${PROGRAMS} random programs read over the network what they read on CPython`, async () => {
  const programs = Array.from({ length: PROGRAMS }, (_, seed) => wireProgram(seed));
  const expected = await there(pyodide, programs);
  expect(expected.length).toBe(PROGRAMS);
  for (const [seed, program] of programs.entries()) {
    expect([seed, await here(program)]).toEqual([seed, expected[seed]]);
  }
});
