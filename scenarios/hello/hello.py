"""The first coroutine: calling it only makes it, an event loop runs it."""

import asyncio
import sys


async def myfunc() -> None:
    await asyncio.sleep(1)
    print("hello")


def run() -> None:
    asyncio.run(myfunc())


async def never_awaited() -> None:
    myfunc()


def outside_loop() -> None:
    coro = myfunc()
    try:
        asyncio.create_task(coro)
    except RuntimeError as error:
        print("RuntimeError:", error)
    asyncio.run(coro)


if __name__ == "__main__":
    variants = {
        "run": run,
        "never-awaited": lambda: asyncio.run(never_awaited()),
        "outside-loop": outside_loop,
    }
    variants[sys.argv[1] if len(sys.argv) > 1 else "run"]()
