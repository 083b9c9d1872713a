/** Ten clients at once, one server: served one after the other, or all while they wait. */

import {
  type Awaitable,
  asyncWith,
  blockingSleep,
  type ClientConnected,
  coroutine,
  createTask,
  currentTask,
  defineScenario,
  Event,
  gather,
  Lock,
  openConnection,
  print,
  type Server,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from 'asyncio-lab';

const CLIENTS = 10;
const WORK_TIME = 0.5;
const HOST = '127.0.0.1';
const ANSWER = bytes('HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n');

function bytes(text: string) {
  return new TextEncoder().encode(text);
}

const answer = coroutine(function* answer(
  reader: StreamReader,
  writer: StreamWriter,
  work: () => Awaitable<void>,
) {
  currentTask()?.setName('server');
  try {
    const request = yield* reader.readuntil(bytes('\r\n\r\n'));
    const [, path = '?'] = new TextDecoder().decode(request).split(' ');
    print(`serving ${path}`);
    yield* work();
    writer.write(ANSWER);
    writer.writeEof();
    yield* reader.read(); // until the client has hung up
  } finally {
    writer.close();
  }
});

const workBlocking = coroutine(function* workBlocking() {
  blockingSleep(WORK_TIME);
});

const work = coroutine(function* work() {
  yield* sleep(WORK_TIME);
});

function oneAtATime(): ClientConnected {
  const turn = new Lock();
  return coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    yield* asyncWith(turn, () => answer(reader, writer, workBlocking));
  });
}

const allAtOnce = coroutine(function* allAtOnce(reader: StreamReader, writer: StreamWriter) {
  yield* answer(reader, writer, work);
});

const ask = coroutine(function* ask(path: string, port: number) {
  const [reader, writer] = yield* openConnection(HOST, port);
  writer.write(bytes(`GET ${path} HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`));
  yield* reader.read();
  print(`got ${path}`);
  writer.close();
  yield* writer.waitClosed();
});

const askAll = coroutine(function* askAll(serve: ClientConnected) {
  yield* asyncWith(yield* startServer(serve, HOST, 0), function* (server) {
    const port = portOf(server);
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      createTask(ask(`/${index + 1}`, port), { name: `client ${index + 1}` }),
    );
    yield* gather(...clients);
  });
});

function portOf(server: Server) {
  return Number(server.sockets[0]?.getsockname()[1]);
}

/** Wait for clients from outside, until it is cancelled. */
const keepUp = coroutine(function* keepUp(
  serve: ClientConnected,
  announce: (address: string) => void,
) {
  const server = yield* startServer(serve, HOST, 0);
  announce(`http://${HOST}:${portOf(server)}/`);
  try {
    yield* new Event().wait();
  } finally {
    server.close();
    server.abortClients();
  }
});

const measures = {
  'first client': { line: 'got /1' },
  'last client': { line: `got /${CLIENTS}` },
};

export default defineScenario({
  title: { en: 'ten clients of one server', 'zh-TW': '十個使用者，一台伺服器' },
  about: {
    en:
      'An API server gets ten requests at the same moment, and the work for each is half a second ' +
      'of waiting, for a database say. A server that blocks while it waits can do nothing else: ' +
      'the second client waits for the first one too, and the last one for all ten, five seconds. ' +
      'With asyncio the waiting belongs to a task of its own. The server takes the next request ' +
      'meanwhile, and everybody has the answer after half a second. Under the real clock this is ' +
      'real TCP; under the virtual one the network is in memory, in CPython as well.',
    'zh-TW':
      'API 伺服器同時收到十個請求，每個請求都要等半秒，例如等待資料庫回應。' +
      '等待時會阻塞的伺服器做不了別的事：第二個使用者得連第一個的時間一起等，' +
      '最後一個則要等完全部十個，也就是五秒。' +
      '改用 asyncio，每個請求的等待都在各自的任務裡，伺服器可以同時接下一個請求，' +
      '所以每個人半秒後就得到回應。' +
      '在真實時鐘下走的是真正的 TCP 連線；在虛擬時鐘下，網路在記憶體裡模擬，CPython 那邊也一樣。',
  },
  lesson: {
    en: 'A server that never blocks serves the next client while the others wait.',
    'zh-TW': '伺服器不阻塞，就能在別人等待時服務下一個使用者。',
  },
  ratios: [{ faster: 'async', than: 'blocking', atLeast: 7, atMost: 11 }],
  variants: {
    blocking: {
      main: () => askAll(oneAtATime()),
      serve: (announce) => keepUp(oneAtATime(), announce),
      about: { en: 'one client after the other', 'zh-TW': '一個使用者接一個' },
      claim: { en: 'too long a wait', 'zh-TW': '處理時間過長' },
      measures,
    },
    async: {
      main: () => askAll(allAtOnce),
      serve: (announce) => keepUp(allAtOnce, announce),
      about: { en: 'all clients at once', 'zh-TW': '同時服務所有使用者' },
      measures,
    },
  },
});
