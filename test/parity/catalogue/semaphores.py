"""A semaphore holds a number of permits: so many tasks at a time, in the order they came."""

import asyncio


async def two_at_a_time():
    """With two permits, two tasks work at a time; the third waits for one to end."""
    semaphore = asyncio.Semaphore(2)

    async def work(name: str):
        async with semaphore:
            print(name, "works")
            await asyncio.sleep(1)

    await asyncio.gather(work("a"), work("b"), work("c"))


async def locked_semaphore():
    """A semaphore is locked when no permit is left."""
    semaphore = asyncio.Semaphore(1)
    print(semaphore.locked())
    await semaphore.acquire()
    print(semaphore.locked())
    semaphore.release()
    print(semaphore.locked())


async def more_permits():
    """release() without acquire() adds a permit: nothing holds it back."""
    semaphore = asyncio.Semaphore(0)

    async def work(name: str):
        async with semaphore:
            print(name, "works")
            await asyncio.sleep(5)

    workers = asyncio.gather(work("a"), work("b"))
    await asyncio.sleep(1)
    semaphore.release()
    await asyncio.sleep(1)
    semaphore.release()
    await workers


async def bounded_semaphore():
    """A bounded semaphore refuses to be released more often than it was acquired."""
    semaphore = asyncio.BoundedSemaphore(1)
    async with semaphore:
        print("works")
    try:
        semaphore.release()
    except ValueError as error:
        print(error)


async def no_overtaking():
    """Whoever comes when others wait stands behind them, even if a permit is free just now."""
    semaphore = asyncio.Semaphore(1)

    async def work(name: str):
        async with semaphore:
            print(name)

    await semaphore.acquire()
    first = asyncio.create_task(work("first"))
    await asyncio.sleep(0)
    semaphore.release()
    async with semaphore:
        print("second")
    await first


async def semaphore_waiter_cancelled():
    """A waiter that is cancelled just when it is handed a permit hands it on."""
    semaphore = asyncio.Semaphore(1)

    async def work(name: str):
        async with semaphore:
            print(name, "works")

    await semaphore.acquire()
    first = asyncio.create_task(work("a"))
    second = asyncio.create_task(work("b"))
    await asyncio.sleep(1)
    semaphore.release()
    first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), semaphore.locked())


async def fewer_than_no_permits():
    """A semaphore cannot begin with fewer than no permits."""
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
