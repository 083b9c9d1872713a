/** Four answers from the network: in order, or all asked for first. */

import {
  asyncWith,
  blockingSleep,
  coroutine,
  createTask,
  defineScenario,
  gather,
  openConnection,
  print,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from 'asyncio-lab';

const ANSWER_TIMES: Readonly<Record<string, number>> = { A: 1, B: 0.5, C: 1, D: 0.5 };
const HOST = '127.0.0.1';

function fetchBlocking(name: string, seconds: number) {
  print(`ask for ${name}`);
  blockingSleep(seconds);
  print(`got ${name}`);
}

function fetchInOrder() {
  for (const [name, seconds] of Object.entries(ANSWER_TIMES)) fetchBlocking(name, seconds);
}

const fetch = coroutine(function* fetch(name: string, seconds: number) {
  print(`ask for ${name}`);
  yield* sleep(seconds);
  print(`got ${name}`);
});

const fetchAll = coroutine(function* fetchAll() {
  const requests = Object.entries(ANSWER_TIMES).map(([name, seconds]) =>
    createTask(fetch(name, seconds)),
  );
  yield* gather(...requests);
});

function bytes(text: string) {
  return new TextEncoder().encode(text);
}

const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
  const request = yield* reader.readuntil(bytes('\r\n\r\n'));
  const [, path = ''] = new TextDecoder().decode(request).split(' ');
  const name = path.replace('/', '');
  yield* sleep(ANSWER_TIMES[name] ?? 0);
  writer.write(bytes(`HTTP/1.0 200 OK\r\n\r\ndata of ${name}\n`));
  writer.close();
});

const fetchFrom = coroutine(function* fetchFrom(port: number, name: string) {
  print(`ask for ${name}`);
  const [reader, writer] = yield* openConnection(HOST, port);
  writer.write(bytes(`GET /${name} HTTP/1.0\r\n\r\n`));
  yield* reader.read();
  print(`got ${name}`);
  writer.close();
  yield* writer.waitClosed();
});

const fetchOverStreams = coroutine(function* fetchOverStreams() {
  yield* asyncWith(yield* startServer(serve, HOST, 0), function* (server) {
    const port = Number(server.sockets[0]?.getsockname()[1]);
    const requests = Object.keys(ANSWER_TIMES).map((name) => createTask(fetchFrom(port, name)));
    yield* gather(...requests);
  });
});

export default defineScenario({
  title: { en: 'four answers from the network', 'zh-TW': '從網路取得四份資料' },
  about: {
    en:
      'Four pieces of data come from a server: A and C take one second each, B and D half a ' +
      'second. The synchronous program asks for A and waits, asks for B and waits, and so on: it ' +
      'waits for the sum of all four, three seconds. The asynchronous one asks for all four and ' +
      'only then waits: the waiting times overlap, and it takes as long as the slowest answer. ' +
      'Answers are taken as they come, so B and D arrive before A and C. In the first two variants ' +
      'a sleep stands for the network; the third asks a server over streams, by TCP on the real ' +
      'clock and by a network in memory on the virtual one, in CPython as well.',
    'zh-TW':
      '四份資料都要向伺服器請求：A 與 C 各需一秒，B 與 D 各需半秒。' +
      '同步的程式先請求 A 然後等待，再請求 B 然後等待，依此類推，等待的時間加起來總共三秒。' +
      '非同步的程式先送出全部四個請求，然後才等待，等待的時間彼此重疊，' +
      '所以只需要最慢那份資料的時間。' +
      '回應先到就先處理，因此 B 與 D 比 A 與 C 早到。' +
      '前兩個寫法用睡眠來代表網路延遲；第三個則透過串流向伺服器請求，' +
      '在真實時鐘下是真正的 TCP 連線，在虛擬時鐘下網路在記憶體裡模擬，CPython 那邊也一樣。',
  },
  lesson: {
    en: 'Ask for everything first and wait afterwards: waiting times then overlap.',
    'zh-TW': '先送出所有請求，再一起等待：等待的時間可以重疊，不必相加。',
  },
  ratios: [
    { faster: 'async', than: 'sync', atLeast: 2.7, atMost: 3.3 },
    { faster: 'streams', than: 'sync', atLeast: 2.2, atMost: 3.3 },
  ],
  variants: {
    sync: {
      program: fetchInOrder,
      about: { en: 'one after the other', 'zh-TW': '一個接一個' },
      claim: { en: 'in order A → B → C → D', 'zh-TW': '依序 A → B → C → D' },
    },
    async: {
      main: fetchAll,
      about: { en: 'ask for all, then wait', 'zh-TW': '先全部請求，再等待' },
      claim: { en: 'asks all, then waits', 'zh-TW': '先全部請求再等待' },
    },
    streams: {
      main: fetchOverStreams,
      about: {
        en: 'the same from a server, over streams',
        'zh-TW': '同上，改為透過串流向伺服器請求',
      },
    },
  },
});
