/**
 * 10,000 random streams of bytes, split at random places, to a server that reads lines: each is read as
 * it was sent, or ends in the error that is due to it, and the server serves to the last.
 *
 * What is due is known from the bytes alone, without a look at how they are split.
 */
import { expect, test } from 'vitest';
import {
  type Awaitable,
  coroutine,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { bytes, pieces, randomNumbers, text } from './bytes.js';

const STREAMS = 10_000;
const AT_ONCE = 500;
const HOST = '127.0.0.1';
const PORT = 80;

/** The longest line that the server reads. */
const LIMIT = 60;

/** How a client ends: it waits for the answer, or closes, or goes while its answer is under way. */
type Ending = 'waits' | 'closes' | 'goes';

const endings: readonly Ending[] = ['waits', 'closes', 'goes'];

/** What the server has read of each client, by its number: lines, and how it ended. */
type Log = Map<number, string[]>;

/** Read lines and answer each, to the end or an error; the first one is the number of the client. */
function serving(log: Log) {
  return coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    const lines: string[] = [];
    log.set(Number(text(yield* reader.readline())), lines);
    try {
      for (;;) {
        const line = text(yield* reader.readline());
        if (line === '') break;
        lines.push(line);
        writer.write(bytes(line));
        yield* writer.drain();
      }
      lines.push('the end');
    } catch (error) {
      lines.push((error as Error).name);
    }
    writer.close();
  });
}

/** What a server is to read of a text: lines, then the end, or the error of a line that is too long. */
function due(sent: string): string[] {
  const lines = sent.split(/(?<=\n)/);
  const tooLong = lines.findIndex((line) => line.replace('\n', '').length > LIMIT);
  if (tooLong !== -1) return [...lines.slice(0, tooLong), 'ValueError'];
  return [...lines.filter((line) => line !== ''), 'the end'];
}

/** Send a text in pieces; gives what came back. */
const talk = coroutine(function* talk(
  client: number,
  sent: string,
  ending: Ending,
  random: () => number,
) {
  const [reader, writer] = yield* openConnection(HOST, PORT);
  writer.write(bytes(`${client}\n`));
  for (const piece of pieces(bytes(sent), 40, random)) {
    writer.write(piece);
    if (random() < 0.5) yield* sleep(random() < 0.5 ? 0 : random());
  }
  if (ending === 'waits') {
    writer.writeEof();
    const back = yield* outcome(reader.read());
    writer.close();
    yield* outcome(writer.waitClosed());
    return back;
  }
  if (ending === 'closes') writer.close();
  else writer.transport.abort();
  return undefined;
});

function* outcome(what: Awaitable<Uint8Array | undefined> | Awaitable<void>) {
  try {
    const data = yield* what;
    return data === undefined ? '' : text(data);
  } catch (error) {
    return (error as Error).name;
  }
}

test(`${STREAMS} random streams, split at random places`, async () => {
  const random = randomNumbers(17);
  const log: Log = new Map();
  const sent = Array.from({ length: STREAMS }, () => {
    // Some have long lines.
    const newlines = random() < 0.2 ? 0.01 : 0.1;
    const length = Math.floor(random() * 200);
    const letter = () => (random() < newlines ? '\n' : String.fromCharCode(97 + random() * 26));
    return Array.from({ length }, letter).join('');
  });
  const endingOf = (client: number) => endings[client % endings.length] as Ending;
  const main = coroutine(function* main() {
    const server = yield* startServer(serving(log), HOST, PORT, { limit: LIMIT });
    const answers: (string | undefined)[] = [];
    for (let first = 0; first < STREAMS; first += AT_ONCE) {
      const clients = sent
        .slice(first, first + AT_ONCE)
        .map((text, i) => talk(first + i, text, endingOf(first + i), random));
      answers.push(...(yield* gather(...clients)));
    }
    expect(server.isServing()).toBe(true);
    server.close();
    yield* server.waitClosed();
    return answers;
  });
  const warnings = new Set<string>();
  const output = { print: () => {}, warn: (text: string) => void warnings.add(text) };
  const host = virtualHost({ network: { delay: 0.01 }, output });
  const answers = await withHost(host, () => run(main()));
  expect([...warnings]).toEqual(['socket.send() raised exception.']);
  expect(log.size).toBe(STREAMS);
  for (const [client, text] of sent.entries()) {
    const lines = due(text);
    const read = log.get(client) as string[];
    if (endingOf(client) === 'waits') {
      expect([client, read]).toEqual([client, lines]);
      if (lines.at(-1) === 'the end') expect([client, answers[client]]).toEqual([client, text]);
      continue;
    }
    // Its end, or the reset that an answer to nobody brings about, may come in the middle.
    const isReset = /^Connection(Reset)?Error$|^BrokenPipeError$/.test(read.at(-1) as string);
    const expected = isReset ? [...lines.slice(0, read.length - 1), read.at(-1)] : lines;
    expect([client, read]).toEqual([client, expected]);
  }
});
