"""A thousand tasks contend for one lock, and each holds it for a turn."""

import asyncio


async def child(lock, times):
    acquired = 0
    for _ in range(times):
        await lock.acquire()
        try:
            acquired += 1
            await asyncio.sleep(0)
        finally:
            lock.release()
    return acquired


async def main(operations, stage):
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(child(lock, operations // 1000)) for _ in range(1000)]
    return sum(await asyncio.gather(*tasks))
