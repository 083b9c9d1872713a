"""as_completed() gives results in the order in which they are there."""

import asyncio


async def in_order_of_completion():
    """Each await of the loop gives the next result that is there, whosever it is."""

    async def fetch(page: str, seconds: float):
        await asyncio.sleep(seconds)
        return page

    jobs = [fetch("A", 3), fetch("B", 1), fetch("C", 2)]
    for next_result in asyncio.as_completed(jobs):
        print(await next_result)


async def tasks_in_order_of_completion():
    """With `async for` it gives the very tasks that it was given, as each is done."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)

    slow = asyncio.create_task(nap(2))
    fast = asyncio.create_task(nap(1))
    async for task in asyncio.as_completed([slow, fast]):
        print(task is slow, task is fast)


async def failures_as_they_come():
    """An exception is raised where its turn comes; the other results can be had still."""

    async def fetch(page: str, seconds: float):
        await asyncio.sleep(seconds)
        if page == "B":
            raise ValueError("no page B")
        return page

    jobs = [fetch("A", 3), fetch("B", 2), fetch("C", 1)]
    for next_result in asyncio.as_completed(jobs):
        try:
            print(await next_result)
        except ValueError as error:
            print("failed:", error)


async def as_completed_with_a_timeout():
    """When the time is over, the next await raises TimeoutError; the work itself goes on."""

    async def fetch(page: str, seconds: float):
        await asyncio.sleep(seconds)
        print("fetched", page)
        return page

    jobs = [fetch("A", 1), fetch("B", 3)]
    try:
        for next_result in asyncio.as_completed(jobs, timeout=2):
            print("result", await next_result)
    except TimeoutError:
        print("timed out")
    await asyncio.sleep(2)


async def left_before_the_end():
    """Whoever leaves the loop early leaves the others running."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)
        print("slept", seconds)

    tasks = [asyncio.create_task(nap(seconds)) for seconds in [1, 2]]
    async for task in asyncio.as_completed(tasks):
        print("one is enough:", task.done())
        break
    await asyncio.wait(tasks)


async def all_done_already():
    """Tasks that are done already are given without delay, in the order they were made."""

    async def work(name: str):
        return name

    tasks = [asyncio.create_task(work(name)) for name in ["a", "b"]]
    await asyncio.sleep(1)
    for next_result in asyncio.as_completed(tasks):
        print(await next_result)
