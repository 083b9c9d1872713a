/**
 * Many connections at once over loopback, each with many requests: server and clients in one process.
 *
 * All connections are open before the first request, and each request is answered before the next. An
 * answer that is not the request's own counts as lost.
 */
import {
  coroutine,
  createTask,
  Event,
  openConnection,
  type StreamReader,
  type StreamWriter,
  startServer,
} from '../../src/index.js';

/** How much is asked. */
export interface Load {
  readonly connections: number;
  readonly requests: number;
}

/** What came of it. */
export interface Answers {
  readonly answered: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** How much more memory the process had at the end than after a tenth of the requests. */
  readonly growth: number;
}

const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
  for (;;) {
    const line = yield* reader.readline();
    if (line.length === 0) break;
    writer.write(line);
    yield* writer.drain();
  }
  writer.close();
});

/** Open all connections, have all requests answered, and close them again. */
export const askAll = coroutine(function* askAll({ connections, requests }: Load) {
  const server = yield* startServer(serve, '127.0.0.1', 0, { backlog: connections });
  const port = server.sockets[0]?.getsockname()[1] as number;
  const begin = new Event();
  const tally = new Tally(connections * requests);
  const clients = [];
  for (let client = 0; client < connections; client += 1) {
    const streams = yield* openConnection('127.0.0.1', port);
    clients.push(createTask(ask(streams, client, requests, begin, tally)));
  }
  const begun = performance.now();
  begin.set();
  for (const client of clients) yield* client;
  const seconds = (performance.now() - begun) / 1000;
  const { answered, growth } = tally;
  server.close();
  yield* server.waitClosed();
  return { answered, seconds, growth } satisfies Answers;
});

const ask = coroutine(function* ask(
  [reader, writer]: [StreamReader, StreamWriter],
  client: number,
  requests: number,
  begin: Event,
  tally: Tally,
) {
  yield* begin.wait();
  for (let request = 0; request < requests; request += 1) {
    const asked = `client ${client} asks for ${request}\n`;
    writer.write(encoder.encode(asked));
    yield* writer.drain();
    const answer = yield* reader.readline();
    if (decoder.decode(answer) === asked) tally.count();
  }
  writer.close();
  yield* writer.waitClosed();
});

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Counts the answers, and looks at the memory after a tenth of them. */
class Tally {
  answered = 0;
  readonly #warm: number;
  #resident = 0;

  constructor(expected: number) {
    this.#warm = Math.ceil(expected / 10);
  }

  count(): void {
    this.answered += 1;
    if (this.answered === this.#warm) this.#resident = process.memoryUsage.rss();
  }

  get growth(): number {
    return process.memoryUsage.rss() - this.#resident;
  }
}
