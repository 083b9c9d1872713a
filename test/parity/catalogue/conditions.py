"""A condition is a lock with a waiting room: give the lock up, be notified, and take it again."""

import asyncio


async def notified():
    """wait() gives the lock up while it waits, and has it again when it goes on."""
    condition = asyncio.Condition()

    async def waiter():
        async with condition:
            print("waiting")
            await condition.wait()
            print("notified, locked:", condition.locked())

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
        print("notify, done:", task.done())
        await asyncio.sleep(1)
        print("giving the lock up")
    await task


async def notify_some():
    """notify(n) wakes so many of those who wait, the first ones first."""
    condition = asyncio.Condition()

    async def waiter(name: str):
        async with condition:
            await condition.wait()
            print(name)

    waiters = asyncio.gather(waiter("a"), waiter("b"), waiter("c"))
    await asyncio.sleep(1)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
    await waiters


async def notify_everybody():
    """notify_all() wakes all; they go on one after the other, for each needs the lock."""
    condition = asyncio.Condition()

    async def waiter(name: str):
        async with condition:
            await condition.wait()
            print(name)
            await asyncio.sleep(1)

    waiters = asyncio.gather(waiter("a"), waiter("b"))
    await asyncio.sleep(1)
    async with condition:
        condition.notify_all()
    await waiters


async def wait_for_a_predicate():
    """wait_for() goes back to sleep until what it waits for is true."""
    condition = asyncio.Condition()
    items: list[str] = []

    async def consumer():
        async with condition:
            await condition.wait_for(lambda: len(items) >= 2)
            print("enough:", items)

    task = asyncio.create_task(consumer())
    for item in ["a", "b"]:
        await asyncio.sleep(1)
        async with condition:
            items.append(item)
            condition.notify()
            print("added", item)
    await task


async def notify_without_the_lock():
    """Only whoever has the lock may notify, or wait."""
    condition = asyncio.Condition()
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


async def condition_waiter_cancelled():
    """A waiter that is cancelled takes the lock again before the error leaves wait()."""
    condition = asyncio.Condition()

    async def waiter():
        async with condition:
            try:
                await condition.wait()
            finally:
                print("leaving, locked:", condition.locked())

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    async with condition:
        task.cancel()
        await asyncio.sleep(1)
        print("the waiter needs the lock, done:", task.done())
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def notification_passed_on():
    """A waiter that is notified and cancelled at once passes the notification on."""
    condition = asyncio.Condition()

    async def waiter(name: str):
        async with condition:
            await condition.wait()
            print(name, "goes on")

    first = asyncio.create_task(waiter("a"))
    second = asyncio.create_task(waiter("b"))
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
        first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled())


async def two_conditions_one_lock():
    """Several conditions may share a lock: one for each thing to wait for."""
    lock = asyncio.Lock()
    not_empty = asyncio.Condition(lock)
    not_full = asyncio.Condition(lock)

    async def waiter(name: str, condition: asyncio.Condition):
        async with condition:
            await condition.wait()
            print(name)

    waiters = asyncio.gather(waiter("not empty", not_empty), waiter("not full", not_full))
    await asyncio.sleep(1)
    async with lock:
        not_full.notify()
    await asyncio.sleep(1)
    async with lock:
        not_empty.notify()
    await waiters
