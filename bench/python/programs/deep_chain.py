"""A chain of fifty calls whose last one gives up its turn, begun anew each time."""

import asyncio


async def call(depth):
    if depth > 1:
        return 1 + await call(depth - 1)
    await asyncio.sleep(0)
    return 1


async def main(operations, stage):
    total = 0
    for _ in range(operations):
        total += await call(50)
    return total
