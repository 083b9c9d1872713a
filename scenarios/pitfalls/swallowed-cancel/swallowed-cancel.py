"""An except that takes everything takes the cancellation as well."""

import asyncio
import sys
from collections.abc import Coroutine


async def connect() -> None:
    await asyncio.sleep(1)
    raise ConnectionError("no answer")


async def keep_trying() -> None:
    for attempt in (1, 2, 3, 4, 5):
        try:
            await connect()
        except BaseException as error:
            print(f"attempt {attempt}: {type(error).__name__}")


async def try_until_cancelled() -> None:
    for attempt in (1, 2, 3, 4, 5):
        try:
            await connect()
        except Exception as error:
            print(f"attempt {attempt}: {type(error).__name__}")


async def stop(worker: Coroutine[object, object, None]) -> None:
    task = asyncio.create_task(worker)
    await asyncio.sleep(2.5)
    print("main: cancel")
    task.cancel()
    await asyncio.wait([task])
    print("main: the worker has ended")


async def wrong() -> None:
    await stop(keep_trying())


async def right() -> None:
    await stop(try_until_cancelled())


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
