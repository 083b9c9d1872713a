"""A coroutine starts when it is awaited, a task as soon as the loop can."""

import asyncio
import sys


async def say_after(delay: float, what: str) -> None:
    await asyncio.sleep(delay)
    print(what)


async def coroutine() -> None:
    await say_after(1, "hello")
    await say_after(2, "world")


async def create_task() -> None:
    hello = asyncio.create_task(say_after(1, "hello"))
    world = asyncio.create_task(say_after(2, "world"))
    await hello
    await world


async def gather() -> None:
    await asyncio.gather(say_after(1, "hello"), say_after(2, "world"))


async def await_each() -> None:
    await asyncio.create_task(say_after(1, "hello"))
    await asyncio.create_task(say_after(2, "world"))


if __name__ == "__main__":
    variants = {
        "coroutine": coroutine,
        "create-task": create_task,
        "gather": gather,
        "await-each": await_each,
    }
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "coroutine"]())
