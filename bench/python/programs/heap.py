"""Make tasks that sleep, and look at the memory while all of them do."""

import asyncio

measures_memory = True


async def child():
    await asyncio.sleep(3600)


async def main(operations, stage):
    tasks = [asyncio.create_task(child()) for _ in range(operations)]
    await asyncio.sleep(0)
    stage.all_asleep()
    for task in tasks:
        await task
