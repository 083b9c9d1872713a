"""A barrier makes tasks wait for each other: when enough have come, all go on together."""

import asyncio


async def waiting_for_each_other():
    """Nobody passes the barrier before the last one has come."""
    barrier = asyncio.Barrier(3)

    async def hiker(name: str, seconds: float):
        await asyncio.sleep(seconds)
        print(name, "arrives")
        await barrier.wait()
        print(name, "goes on")

    await asyncio.gather(hiker("a", 1), hiker("b", 2), hiker("c", 3))


async def place_at_the_barrier():
    """wait() gives each task its place in the order of arrival: one of them can be chosen."""
    barrier = asyncio.Barrier(2)

    async def worker(name: str):
        async with barrier as place:
            print(name, place)

    await asyncio.gather(worker("a"), worker("b"))


async def barrier_used_again():
    """When all have passed, the barrier closes again for the next round."""
    barrier = asyncio.Barrier(2)

    async def worker(name: str, seconds: float):
        for turn in range(2):
            await asyncio.sleep(seconds)
            await barrier.wait()
            print(name, turn)

    await asyncio.gather(worker("a", 1), worker("b", 2))


async def waiting_at_the_barrier():
    """A barrier knows how many tasks it needs, and how many have come."""
    barrier = asyncio.Barrier(2)

    async def worker():
        await barrier.wait()

    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    print(barrier.n_waiting, "of", barrier.parties)
    await barrier.wait()
    print(barrier.n_waiting, "of", barrier.parties)
    await task


async def aborted_barrier():
    """abort() breaks a barrier for good: all who wait, or ever will, get an error."""
    barrier = asyncio.Barrier(2)

    async def worker():
        try:
            await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            print(error)

    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    await barrier.abort()
    await task
    print("broken:", barrier.broken)
    await worker()


async def reset_barrier():
    """reset() sends those who wait away with an error, and begins anew."""
    barrier = asyncio.Barrier(2)

    async def worker(name: str):
        try:
            await barrier.wait()
            print(name, "passes")
        except asyncio.BrokenBarrierError as error:
            print(name, error)

    task = asyncio.create_task(worker("a"))
    await asyncio.sleep(1)
    await barrier.reset()
    await task
    print("broken:", barrier.broken)
    await asyncio.gather(worker("b"), worker("c"))


async def barrier_waiter_cancelled():
    """A task that is cancelled at the barrier gives its place up: another one has to come."""
    barrier = asyncio.Barrier(2)

    async def worker(name: str):
        await barrier.wait()
        print(name, "passes")

    task = asyncio.create_task(worker("a"))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("waiting:", barrier.n_waiting)
    await asyncio.gather(worker("b"), worker("c"))
