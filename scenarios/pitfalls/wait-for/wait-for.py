"""wait_for() cancels at its limit, and then waits for the cleanup, however long that takes."""

import asyncio
import sys


async def job() -> None:
    try:
        await asyncio.sleep(10)
    finally:
        print("job: cleaning up")
        await asyncio.sleep(3)
        print("job: clean")


async def second_plan() -> None:
    await asyncio.sleep(1)
    print("main: second plan done")


async def wrong() -> None:
    try:
        await asyncio.wait_for(job(), 1)
    except TimeoutError:
        print("main: time is up")
        await second_plan()


async def right() -> None:
    task = asyncio.create_task(job())
    _, pending = await asyncio.wait([task], timeout=1)
    if pending:
        task.cancel()
        print("main: time is up")
        await second_plan()
        await asyncio.wait([task])


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
