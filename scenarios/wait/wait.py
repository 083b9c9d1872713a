"""Five waits of a second: in turn if they block, together if they do not."""

import asyncio
import sys
import time


def block_do_something(i: int) -> None:
    print(f"第 {i} 次開始")
    time.sleep(1)
    print(f"第 {i} 次結束")


def block() -> None:
    for i in range(1, 6):
        block_do_something(i)


async def do_something(i: int, seconds: float = 1) -> None:
    print(f"第 {i} 次開始")
    await asyncio.sleep(seconds)
    print(f"第 {i} 次結束")


async def async_() -> None:
    tasks = (asyncio.create_task(do_something(i)) for i in range(1, 6))
    await asyncio.wait(tasks)


async def first_completed() -> None:
    tasks = [asyncio.create_task(do_something(i, i)) for i in range(1, 4)]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print(f"done: {len(done)}, pending: {len(pending)}")
    done, pending = await asyncio.wait(pending)
    print(f"done: {len(done)}, pending: {len(pending)}")


if __name__ == "__main__":
    variants = {
        "block": block,
        "async": lambda: asyncio.run(async_()),
        "first-completed": lambda: asyncio.run(first_completed()),
    }
    variants[sys.argv[1] if len(sys.argv) > 1 else "block"]()
