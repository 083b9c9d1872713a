/** The road to coroutines: yield pauses a function, its caller resumes it. */

import { defineScenario, print } from 'asyncio-lab';

function* squares() {
  for (let n = 1; ; n += 1) {
    print(`computing ${n} * ${n}`);
    yield n * n;
  }
}

function lazy() {
  const numbers = squares();
  print('nothing computed yet');
  for (const number of numbers) {
    print('got', number);
    if (number === 9) break;
  }
}

function* greeter(): Generator<string, void, string> {
  const name = yield 'What is your name?';
  const city = yield `Hello ${name}, where do you live?`;
  yield `Goodbye, ${name} of ${city}!`;
}

function send() {
  const talk = greeter();
  print(talk.next().value);
  print(talk.next('Ada').value);
  print(talk.next('London').value);
}

function* ask(question: string): Generator<string, string, string> {
  let answer = yield question;
  while (!answer) answer = yield `Once more: ${question}`;
  return answer;
}

function* form(): Generator<string, string, string> {
  const name = yield* ask('Your name?');
  const city = yield* ask('Your city?');
  return `${name} of ${city}`;
}

function delegate() {
  const talk = form();
  print(talk.next().value);
  print(talk.next('').value);
  print(talk.next('Ada').value);
  const last = talk.next('London');
  if (last.done) print('returned:', last.value);
}

function* greenThread(name: string, steps: number) {
  for (let step = 1; step <= steps; step += 1) {
    print(`${name}: step ${step} of ${steps}`);
    yield;
  }
  print(`${name}: done`);
}

function roundRobin(...threads: Generator[]) {
  const ready = [...threads];
  for (let thread = ready.shift(); thread; thread = ready.shift()) {
    const { done } = thread.next();
    if (!done) ready.push(thread);
  }
}

function greenThreads() {
  roundRobin(greenThread('A', 2), greenThread('B', 1), greenThread('C', 3));
}

export default defineScenario({
  title: { en: 'from yield to green threads', 'zh-TW': '從 yield 到綠色執行緒' },
  about: {
    en:
      'A function with yield hands out one value and pauses, with all that it knows, until it is ' +
      'asked for the next. Through send() its caller can hand something in as well, and the two ' +
      'talk to each other. With yield from, a generator lets another do part of its work and ' +
      'receives what that one returns; await grew out of this. A small scheduler that pushes a ' +
      'list of generators along, each in its turn, makes green threads of them: every switch ' +
      'happens at a yield, where the program wants it, not when the operating system does. None ' +
      'of this needs asyncio.',
    'zh-TW':
      '含有 yield 的函式交出一個值之後，就連同手上的狀態一起暫停，直到有人要下一個值才繼續。' +
      '呼叫端還能用 send() 把值送進去，雙方就此一問一答。' +
      '產生器可以用 yield from 把一部分工作委託給另一個產生器，並收下它的回傳值，' +
      'await 就是由此演變而來。' +
      '再寫一個小小的排程器輪流推進一串產生器，它們就成了綠色執行緒：每次切換都發生在 yield，' +
      '時機由程式決定，而不是由作業系統決定。' +
      '這一切都還不需要 asyncio。',
  },
  lesson: {
    en: 'A coroutine is a function that can pause; the program decides when it goes on.',
    'zh-TW': '協程就是能夠暫停的函式，何時繼續由程式自己決定。',
  },
  variants: {
    lazy: {
      program: lazy,
      about: { en: 'computed when asked for', 'zh-TW': '需要時才計算' },
    },
    send: {
      program: send,
      about: { en: 'values go in and out', 'zh-TW': '值可以送進去，也可以拿出來' },
      note: {
        en:
          'What Python spells next(talk) and talk.send(value) is talk.next() and ' +
          'talk.next(value) here.',
        'zh-TW':
          'Python 的 next(talk) 與 talk.send(value)，在這裡寫成 talk.next() 與 talk.next(value)。',
      },
    },
    delegate: {
      program: delegate,
      about: { en: 'yield from, and what it returns', 'zh-TW': 'yield from 與它的回傳值' },
      note: {
        en: 'yield from is yield* here; the last value arrives with done, not in a StopIteration.',
        'zh-TW':
          'yield from 在這裡寫成 yield*；最後的回傳值隨 done 一起送到，' +
          '而不是放在 StopIteration 裡。',
      },
    },
    'green-threads': {
      program: greenThreads,
      about: { en: 'a scheduler of our own', 'zh-TW': '自己寫的排程器' },
    },
  },
});
