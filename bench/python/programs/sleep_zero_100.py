"""A hundred tasks give up their turns to one another."""

import asyncio


async def child(turns):
    taken = 0
    for _ in range(turns):
        await asyncio.sleep(0)
        taken += 1
    return taken


async def main(operations, stage):
    tasks = [asyncio.create_task(child(operations // 100)) for _ in range(100)]
    return sum(await asyncio.gather(*tasks))
