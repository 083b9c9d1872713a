import asyncio
from collections.abc import Generator

Dialogue = Generator[str, str, str]


def ask(question: str) -> Dialogue:
    answer = yield question
    print(f"noted: {answer}")
    return answer


def interview() -> Dialogue:
    name = yield from ask("name?")
    colour = yield from ask("colour?")
    return f"{name} likes {colour}"


async def main() -> None:
    dialogue = interview()
    question = next(dialogue)
    try:
        for answer in ["Ada", "green"]:
            print(f"asked: {question}")
            question = dialogue.send(answer)
    except StopIteration as end:
        print(end.value)


if __name__ == "__main__":
    asyncio.run(main())
