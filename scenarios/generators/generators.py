"""The road to coroutines: yield pauses a function, its caller resumes it."""

import itertools
import sys
from collections import deque
from collections.abc import Generator, Iterator


def squares() -> Iterator[int]:
    for n in itertools.count(1):
        print(f"computing {n} * {n}")
        yield n * n


def lazy() -> None:
    numbers = squares()
    print("nothing computed yet")
    for number in numbers:
        print("got", number)
        if number == 9:
            break


def greeter() -> Generator[str, str, None]:
    name = yield "What is your name?"
    city = yield f"Hello {name}, where do you live?"
    yield f"Goodbye, {name} of {city}!"


def send() -> None:
    talk = greeter()
    print(next(talk))
    print(talk.send("Ada"))
    print(talk.send("London"))


def ask(question: str) -> Generator[str, str, str]:
    answer = yield question
    while not answer:
        answer = yield f"Once more: {question}"
    return answer


def form() -> Generator[str, str, str]:
    name = yield from ask("Your name?")
    city = yield from ask("Your city?")
    return f"{name} of {city}"


def delegate() -> None:
    talk = form()
    print(next(talk))
    print(talk.send(""))
    print(talk.send("Ada"))
    try:
        talk.send("London")
    except StopIteration as stop:
        print("returned:", stop.value)


def green_thread(name: str, steps: int) -> Iterator[None]:
    for step in range(1, steps + 1):
        print(f"{name}: step {step} of {steps}")
        yield
    print(f"{name}: done")


def round_robin(*threads: Iterator[None]) -> None:
    ready = deque(threads)
    while ready:
        thread = ready.popleft()
        try:
            next(thread)
        except StopIteration:
            continue
        ready.append(thread)


def green_threads() -> None:
    round_robin(
        green_thread("A", 2),
        green_thread("B", 1),
        green_thread("C", 3),
    )


if __name__ == "__main__":
    variants = {
        "lazy": lazy,
        "send": send,
        "delegate": delegate,
        "green-threads": green_threads,
    }
    variants[sys.argv[1] if len(sys.argv) > 1 else "lazy"]()
