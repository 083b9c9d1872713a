"""One task gives up its turn again and again."""

import asyncio


async def main(operations, stage):
    turns = 0
    for _ in range(operations):
        await asyncio.sleep(0)
        turns += 1
    return turns
