"""The event loop: a list of what is ready, gone through in turn."""

import asyncio
import sys


async def greet() -> None:
    print("hello")
    await asyncio.sleep(1)
    print("world")


def run() -> None:
    asyncio.run(greet())


def run_until_complete() -> None:
    loop = asyncio.new_event_loop()
    task = loop.create_task(greet())
    loop.run_until_complete(task)
    loop.close()


async def worker(name: str, turns: int) -> None:
    for turn in range(1, turns + 1):
        print(f"{name}: turn {turn} of {turns}")
        await asyncio.sleep(0)
    print(f"{name}: done")


async def polling() -> None:
    await asyncio.gather(worker("A", 2), worker("B", 1), worker("C", 3))


async def download() -> str:
    await asyncio.sleep(1)
    print("download(): done")
    return "the data"


def when_done(task: asyncio.Task[str]) -> None:
    print("when_done():", task.result())


async def callbacks() -> None:
    task = asyncio.create_task(download())
    task.add_done_callback(when_done)
    print("main(): callback added")
    await task
    print("main(): goes on")


if __name__ == "__main__":
    variants = {
        "run": run,
        "run-until-complete": run_until_complete,
        "polling": lambda: asyncio.run(polling()),
        "callbacks": lambda: asyncio.run(callbacks()),
    }
    variants[sys.argv[1] if len(sys.argv) > 1 else "run"]()
