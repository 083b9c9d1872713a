/** Counting primes: threads that share one GIL gain nothing, worker threads do. */

import {
  coroutine,
  defineScenario,
  gather,
  perfCounter,
  print,
  sleep,
  threaded,
  toThread,
} from 'asyncio-lab';

function isPrime(n: number) {
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) return false;
  return true;
}

function countPrimes() {
  let primes = 0;
  for (let n = 2; n < 10_000; n += 1) if (isPrime(n)) primes += 1;
  return primes;
}

export const hardWork = threaded(import.meta.url, function hardWork(rounds: number) {
  let primes = 0;
  for (let round = 0; round < rounds; round += 1) primes = countPrimes();
  return primes;
});

function secondsFor(rounds: number) {
  const start = perfCounter();
  hardWork(rounds);
  return perfCounter() - start;
}

let measured: number | undefined;

function roundsInHalfASecond() {
  if (secondsFor(1) === 0) return 1; // a virtual clock stands still meanwhile
  measured ??= Math.ceil((0.5 / secondsFor(50)) * 50);
  return measured; // the same amount of work in every variant
}

const oneThread = coroutine(function* oneThread() {
  const rounds = roundsInHalfASecond();
  const results = [hardWork(rounds), hardWork(rounds)];
  for (const primes of results) print(`${primes} primes`);
});

const inSlices = coroutine(function* inSlices(rounds: number) {
  let primes = 0;
  for (let round = 0; round < rounds; round += 1) {
    primes = countPrimes();
    yield* sleep(0); // lets go of the GIL: the other one's turn
  }
  return primes;
});

const gilThreads = coroutine(function* gilThreads() {
  const rounds = roundsInHalfASecond();
  const results = yield* gather(inSlices(rounds), inSlices(rounds));
  for (const primes of results) print(`${primes} primes`);
});

const workerThreads = coroutine(function* workerThreads() {
  const rounds = roundsInHalfASecond();
  const results = yield* gather(toThread(hardWork, rounds), toThread(hardWork, rounds));
  for (const primes of results) print(`${primes} primes`);
});

export default defineScenario({
  title: { en: 'the GIL and work for the CPU', 'zh-TW': 'GIL 與 CPU 運算' },
  about: {
    en:
      'Two pieces of real work, each about half a second of counting primes. One thread does one ' +
      'after the other. In CPython two threads do not help: whoever runs Python code holds the ' +
      'global interpreter lock, the GIL, so that they only take turns, and the sum stays the ' +
      'same. JavaScript has no threads that share a lock like that, so two coroutines model it ' +
      'here, in short slices. Worker threads have an interpreter each, as processes have in ' +
      'Python: on two cores they really work at the same time. Waiting is another matter: a ' +
      'thread that sleeps or waits for the network lets go of the GIL, which is why to_thread() ' +
      'helps there.',
    'zh-TW':
      '兩份真正的運算，每份都是大約半秒的質數計算。' +
      '單一執行緒只能做完一份再做另一份。' +
      '在 CPython 裡，就算用兩個執行緒也沒有幫助：要執行 Python 程式碼，' +
      '就得先握有全域直譯器鎖（GIL），所以它們只是輪流執行，總時間不變。' +
      'JavaScript 沒有這種共用一把鎖的執行緒，因此這裡用兩個協程，' +
      '以很短的時間片段輪流執行來模擬。' +
      '工作執行緒（worker thread）則各有自己的直譯器，就像 Python 改用多個行程一樣，' +
      '在兩個核心上可以真正同時運算。' +
      '等待又是另一回事：睡眠或等待網路的執行緒會放開 GIL，to_thread() 才能在那種情況派上用場。',
  },
  lesson: {
    en: 'Threads help Python to wait, not to compute; for that it takes processes.',
    'zh-TW': 'Python 的執行緒有助於等待，無助於運算；運算要靠多個行程。',
  },
  ratios: [
    { faster: 'gil-threads', than: 'one-thread', atMost: 1.5, clock: 'real' },
    { faster: 'worker-threads', than: 'one-thread', atLeast: 1.2, clock: 'real' },
  ],
  variants: {
    'one-thread': {
      main: oneThread,
      about: { en: 'one after the other', 'zh-TW': '做完一份再做一份' },
      machineTimed: true,
    },
    'gil-threads': {
      main: gilThreads,
      about: {
        en: 'two threads, one GIL: they take turns',
        'zh-TW': '兩個執行緒共用一個 GIL，輪流執行',
      },
      claim: { en: 'as slow as one thread', 'zh-TW': '與單執行緒一樣慢' },
      machineTimed: true,
      note: {
        en:
          'This is a model of the GIL: two coroutines take turns on one JavaScript thread. The ' +
          'Python program uses real threads.',
        'zh-TW':
          '這是 GIL 的模型：兩個協程在同一個 JavaScript 執行緒上輪流執行；' +
          'Python 版用的是真正的執行緒。',
      },
    },
    'worker-threads': {
      main: workerThreads,
      about: {
        en: 'two worker threads, no common lock',
        'zh-TW': '兩個工作執行緒，沒有共用的鎖',
      },
      threads: 2,
      machineTimed: true,
      note: {
        en: 'The Python program uses a pool of processes: each has a GIL of its own.',
        'zh-TW': 'Python 版用的是行程池：每個行程都有自己的 GIL。',
      },
    },
  },
});
