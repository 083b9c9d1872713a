import asyncio
from collections import deque
from collections.abc import Generator


def walker(name: str, steps: int) -> Generator[None]:
    for step in range(1, steps + 1):
        print(f"{name} takes step {step}")
        yield


def run_all(walkers: list[Generator[None]]) -> None:
    ready = deque(walkers)
    while ready:
        current = ready.popleft()
        try:
            next(current)
        except StopIteration:
            continue
        ready.append(current)


async def main() -> None:
    run_all([walker("ant", 2), walker("bee", 3), walker("cat", 1)])
    print("all have arrived")


if __name__ == "__main__":
    asyncio.run(main())
