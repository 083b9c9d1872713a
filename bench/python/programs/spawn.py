"""Make tasks that return at once, and gather them."""

import asyncio


async def child(value):
    return value


async def main(operations, stage):
    tasks = [asyncio.create_task(child(i)) for i in range(operations)]
    return sum(await asyncio.gather(*tasks))
