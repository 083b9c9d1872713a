import { coroutine, print } from 'asyncio-lab';

// [en] Yields questions, is resumed with their answers, and returns a result.
// [zh-TW] yield 問題，收到答案，回傳結果。
type Dialogue = Generator<string, string, string>;

function* ask(question: string): Dialogue {
  const answer = yield question;
  print(`noted: ${answer}`);
  return answer;
}

function* interview(): Dialogue {
  const name = yield* ask('name?');
  const colour = yield* ask('colour?');
  return `${name} likes ${colour}`;
}

export const main = coroutine(function* main() {
  const dialogue = interview();
  let step = dialogue.next();
  for (const answer of ['Ada', 'green']) {
    print(`asked: ${step.value}`);
    step = dialogue.next(answer);
  }
  print(step.value);
});
