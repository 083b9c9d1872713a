"""Cancelling a task throws CancelledError into it, where it waits."""

import asyncio
import sys


async def cancel_me() -> None:
    print("cancel_me(): sleep")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("cancel_me(): cancel sleep")
        raise
    finally:
        print("cancel_me(): after sleep")


async def cancel(task: asyncio.Task[None]) -> None:
    print("main(): call cancel")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main(): cancel_me is cancelled now")


async def after_5s() -> None:
    print("main(): running")
    task = asyncio.create_task(cancel_me())
    print("main(): sleep")
    await asyncio.sleep(5)
    await cancel(task)


async def before_start() -> None:
    print("main(): running")
    task = asyncio.create_task(cancel_me())
    print("main(): sleep")
    await cancel(task)


async def stubborn() -> str:
    print("stubborn(): sleep")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("stubborn(): cancel swallowed")
    await asyncio.sleep(1)
    return "went on all the same"


async def swallowed() -> None:
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print("main(): call cancel")
    task.cancel()
    print("main(): stubborn", await task)


if __name__ == "__main__":
    variants = {
        "after-5s": after_5s,
        "before-start": before_start,
        "swallowed": swallowed,
    }
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "after-5s"]())
