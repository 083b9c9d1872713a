import { coroutine, print } from 'asyncio-lab';

/** Yields questions, is resumed with their answers, and returns a result. */
type Dialogue = Generator<string, string, string>;

function* ask(question: string): Dialogue {
  const answer = yield question;
  print(`noted: ${answer}`);
  return answer;
}

function* interview(): Dialogue {
  const name = ask('name?');
  const colour = ask('colour?');
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
