"""Call a function on a thread and await its result, again and again."""

import asyncio


def increment(value):
    return value + 1


async def main(operations, stage):
    value = await asyncio.to_thread(increment, -1)
    stage.begun()
    for _ in range(operations):
        value = await asyncio.to_thread(increment, value)
    stage.ended()
    return value
