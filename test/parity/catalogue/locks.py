"""A lock lets one task at a time into a block; the others wait, first come, first served."""

import asyncio


async def one_at_a_time():
    """Between taking a lock and giving it up, no other task that wants it goes on."""
    lock = asyncio.Lock()

    async def work(name: str):
        async with lock:
            print(name, "enters")
            await asyncio.sleep(1)
            print(name, "leaves")

    await asyncio.gather(work("a"), work("b"), work("c"))


async def without_a_lock():
    """Without a lock, what one task has read another may change before it writes."""
    balance = 100

    async def withdraw(amount: int):
        nonlocal balance
        seen = balance
        await asyncio.sleep(1)
        balance = seen - amount

    await asyncio.gather(withdraw(10), withdraw(20))
    print("balance:", balance)


async def free_lock():
    """Taking a lock that is free does not suspend: nobody else gets a turn."""
    lock = asyncio.Lock()
    asyncio.get_running_loop().call_soon(print, "callback")
    async with lock:
        print("locked:", lock.locked())
    print("locked:", lock.locked())
    await asyncio.sleep(0)


async def lock_is_fair():
    """Whoever gives a lock up and wants it again at once stands behind those who wait."""
    lock = asyncio.Lock()

    async def work(name: str):
        for turn in range(2):
            async with lock:
                print(name, turn)
                await asyncio.sleep(1)

    await asyncio.gather(work("a"), work("b"))


async def released_too_often():
    """A lock that nobody has taken cannot be given up."""
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


async def waiter_cancelled():
    """A task that is cancelled while it waits for the lock leaves the queue of waiters."""
    lock = asyncio.Lock()

    async def work(name: str):
        async with lock:
            print(name, "has the lock")

    await lock.acquire()
    first = asyncio.create_task(work("a"))
    second = asyncio.create_task(work("b"))
    await asyncio.sleep(1)
    first.cancel()
    lock.release()
    await asyncio.wait([first, second])
    print("locked:", lock.locked())


async def cancelled_when_handed_the_lock():
    """A task that is cancelled just when the lock is handed to it hands it on."""
    lock = asyncio.Lock()

    async def work(name: str):
        async with lock:
            print(name, "has the lock")

    await lock.acquire()
    first = asyncio.create_task(work("a"))
    second = asyncio.create_task(work("b"))
    await asyncio.sleep(1)
    lock.release()
    first.cancel()
    await asyncio.wait([first, second])
    print("locked:", lock.locked())


async def lock_given_up_after_an_error():
    """A lock is given up whichever way its block is left."""
    lock = asyncio.Lock()
    try:
        async with lock:
            raise ValueError("broken")
    except ValueError:
        print("locked:", lock.locked())


async def lock_is_not_reentrant():
    """A lock does not know who has taken it: taking it twice waits for ever."""
    lock = asyncio.Lock()
    try:
        async with lock, asyncio.timeout(1):
            await lock.acquire()
    except TimeoutError:
        print("nobody gave it up")
