"""Make tasks that sleep, let them fall asleep, cancel them all and gather them."""

import asyncio


async def child():
    await asyncio.sleep(3600)


async def main(operations, stage):
    tasks = [asyncio.create_task(child()) for _ in range(operations)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    return sum(isinstance(outcome, asyncio.CancelledError) for outcome in outcomes)
