"""A chain of fifty calls whose last one gives up its turn again and again."""

import asyncio


async def call(depth, operations):
    if depth > 1:
        return await call(depth - 1, operations)
    turns = 0
    for _ in range(operations):
        await asyncio.sleep(0)
        turns += 1
    return turns


async def main(operations, stage):
    return await call(50, operations)
