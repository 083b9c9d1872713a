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
  // [en] TODO: let ask() ask for 'name?' and then for 'colour?', and take what each returns.
  // [zh-TW] TODO：請讓 ask() 先問 'name?'，再問 'colour?'，並取得兩者各自回傳的值。
  const name = '';
  const colour = '';
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
