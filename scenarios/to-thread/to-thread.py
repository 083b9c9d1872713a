"""Work that blocks holds up the whole loop, unless it has its own thread."""

import asyncio
import sys
import threading
import time


def hard_work() -> None:
    print("thread id:", threading.get_ident())
    time.sleep(3)


async def blocking_job() -> None:
    hard_work()
    await asyncio.sleep(1)
    print("job done!")


async def blocking() -> None:
    await asyncio.gather(blocking_job(), blocking_job(), blocking_job())


async def offloaded_job() -> None:
    await asyncio.to_thread(hard_work)
    await asyncio.sleep(1)
    print("job done!")


async def offloaded() -> None:
    await asyncio.gather(offloaded_job(), offloaded_job(), offloaded_job())


if __name__ == "__main__":
    variants = {"blocking": blocking, "offloaded": offloaded}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "blocking"]())
