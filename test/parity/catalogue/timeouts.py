"""timeout() limits the time of a block: its own cancellation leaves the block as TimeoutError."""

import asyncio


async def block_in_time():
    """A block that is left in time was not touched."""
    limit = asyncio.timeout(2)
    async with limit:
        await asyncio.sleep(1)
        print("done")
    print("expired:", limit.expired())


async def block_too_late():
    """When the time is over, the block is cancelled inside and raises TimeoutError outside."""
    limit = asyncio.timeout(1)
    try:
        async with limit:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                print("cancelled inside")
                raise
    except TimeoutError:
        print("timed out, expired:", limit.expired())


async def inner_limit_first():
    """Of nested limits the inner one stops only its own block, if it comes first."""
    async with asyncio.timeout(2):
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(3600)
        except TimeoutError:
            print("inner limit")
        print("outer block goes on")


async def outer_limit_first():
    """An outer limit that comes first passes the inner block as a cancellation."""
    outer = asyncio.timeout(1)
    inner = asyncio.timeout(2)
    try:
        async with outer:
            async with inner:
                await asyncio.sleep(3600)
    except TimeoutError:
        print("timed out", outer.expired(), inner.expired())


async def equal_limits():
    """Of nested limits with the same deadline both expire, and one TimeoutError comes out."""
    deadline = asyncio.get_running_loop().time() + 1
    outer = asyncio.timeout_at(deadline)
    inner = asyncio.timeout_at(deadline)
    try:
        async with outer:
            async with inner:
                await asyncio.sleep(3600)
    except TimeoutError:
        print("timed out", outer.expired(), inner.expired())


async def absolute_limit():
    """timeout_at() takes the time of the loop's clock at which it is over."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 2
    await asyncio.sleep(1)
    try:
        async with asyncio.timeout_at(deadline) as limit:
            print("ends at the deadline:", limit.when() == deadline)
            await asyncio.sleep(3600)
    except TimeoutError:
        print("timed out")


async def no_limit():
    """timeout(None) is no limit, until one is set."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as limit:
            await asyncio.sleep(1000)
            print("limit:", limit.when())
            limit.reschedule(loop.time() + 1)
            await asyncio.sleep(1000)
    except TimeoutError:
        print("timed out")


async def limit_put_off():
    """reschedule() puts the deadline off, as often as there is progress."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(2) as limit:
        for part in range(3):
            await asyncio.sleep(1)
            limit.reschedule(loop.time() + 2)
            print("part", part)


async def limit_in_the_past():
    """A limit that is over before the block begins stops it at its first suspension."""
    try:
        async with asyncio.timeout(-1):
            print("block begins")
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("timed out")


async def block_that_never_waits():
    """A block that never waits cannot be stopped, and is not too late either."""
    limit = asyncio.timeout(0)
    async with limit:
        print("no await in here")
    print("expired:", limit.expired())


async def limit_and_cancellation():
    """A cancellation from outside passes the block as what it is."""

    async def work():
        try:
            async with asyncio.timeout(10):
                await asyncio.sleep(3600)
        except TimeoutError:
            print("never printed")

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel("from outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error)


async def limit_and_cancellation_at_once():
    """Cancelled from outside at the moment of its deadline, a block is cancelled."""

    async def work():
        async with asyncio.timeout(1):
            await asyncio.sleep(3600)

    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work())
    loop.call_later(1, task.cancel)
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def limit_swallowed():
    """A block that swallows the cancellation goes on; it is late, and nothing is raised."""
    limit = asyncio.timeout(1)
    async with limit:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("not now")
        await asyncio.sleep(1)
        print("block ends")
    print("expired:", limit.expired())


async def limit_and_another_error():
    """When the block answers the deadline with an error of its own, that one comes out."""
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                raise ValueError("broken")
    except ValueError as error:
        print("caught:", error)


async def limit_used_twice():
    """A limit is for one block: it cannot be entered again."""
    limit = asyncio.timeout(1)
    async with limit:
        print("once")
    try:
        async with limit:
            print("never printed")
    except RuntimeError as error:
        print(error)


async def limit_moved_too_late():
    """After the block, its limit cannot be moved any more."""
    limit = asyncio.timeout(1)
    async with limit:
        await asyncio.sleep(0)
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        print(error)
