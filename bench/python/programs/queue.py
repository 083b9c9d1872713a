"""One producer and one consumer with a queue of a hundred places between them."""

import asyncio


async def producer(queue, operations):
    for i in range(operations):
        await queue.put(i)


async def main(operations, stage):
    queue = asyncio.Queue(100)
    task = asyncio.create_task(producer(queue, operations))
    total = 0
    for _ in range(operations):
        total += await queue.get()
    await task
    return total
