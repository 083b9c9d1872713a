/** Four answers from the network: in order, or all asked for first. */

import {
  blockingSleep,
  coroutine,
  createTask,
  defineScenario,
  gather,
  print,
  sleep,
} from 'asyncio-lab';

const ANSWER_TIMES = { A: 1, B: 0.5, C: 1, D: 0.5 };

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

export default defineScenario({
  title: { en: 'four answers from the network', 'zh-TW': '從網路取得四份資料' },
  about: {
    en:
      'Four pieces of data come from a server: A and C take one second each, B and D half a ' +
      'second. The synchronous program asks for A and waits, asks for B and waits, and so on: it ' +
      'waits for the sum of all four, three seconds. The asynchronous one asks for all four and ' +
      'only then waits: the waiting times overlap, and it takes as long as the slowest answer. ' +
      'Answers are taken as they come, so B and D arrive before A and C. A sleep stands for the ' +
      'network here.',
    'zh-TW':
      '四份資料都要向伺服器請求：A 與 C 各需一秒，B 與 D 各需半秒。' +
      '同步的程式先請求 A 然後等待，再請求 B 然後等待，依此類推，等待的時間加起來總共三秒。' +
      '非同步的程式先送出全部四個請求，然後才等待，等待的時間彼此重疊，' +
      '所以只需要最慢那份資料的時間。' +
      '回應先到就先處理，因此 B 與 D 比 A 與 C 早到。' +
      '這裡用睡眠來代表網路延遲。',
  },
  lesson: {
    en: 'Ask for everything first and wait afterwards: waiting times then overlap.',
    'zh-TW': '先送出所有請求，再一起等待：等待的時間可以重疊，不必相加。',
  },
  ratios: [{ faster: 'async', than: 'sync', atLeast: 2.7, atMost: 3.3 }],
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
  },
});
