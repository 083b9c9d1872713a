"""`async with` and `async for` are statements that may wait: on entry, on exit, for each item."""

import asyncio


async def enter_and_exit():
    """`async with` awaits the entry before its block and the exit after it."""

    class Connection:
        async def __aenter__(self):
            await asyncio.sleep(1)
            print("connected")
            return "connection"

        async def __aexit__(self, kind, error, traceback):
            await asyncio.sleep(1)
            print("closed")

    async with Connection() as connection:
        print("using the", connection)
    print("after the block")


async def exit_after_an_error():
    """The exit sees the exception that leaves the block, and lets it pass."""

    class Transaction:
        async def __aenter__(self):
            print("begin")

        async def __aexit__(self, kind, error, traceback):
            print("roll back:", error)

    try:
        async with Transaction():
            raise ValueError("broken")
    except ValueError as error:
        print("caught:", error)


async def exit_that_swallows():
    """An exit that returns True swallows the exception: what follows the block goes on."""

    class Careless:
        async def __aenter__(self):
            print("enter")

        async def __aexit__(self, kind, error, traceback):
            print("ignored:", error)
            return True

    async with Careless():
        raise ValueError("broken")
    print("after the block")


async def entry_that_fails():
    """When the entry fails there is no block to leave: the exit is not called."""

    class Closed:
        async def __aenter__(self):
            raise ValueError("closed today")

        async def __aexit__(self, kind, error, traceback):
            print("never printed")

    try:
        async with Closed():
            print("never printed")
    except ValueError as error:
        print("caught:", error)


async def block_cancelled():
    """A block that is cancelled is left by its exit, which may wait."""

    class Connection:
        async def __aenter__(self):
            print("connected")

        async def __aexit__(self, kind, error, traceback):
            await asyncio.sleep(1)
            print("closed")

    async def work():
        async with Connection():
            await asyncio.sleep(3600)

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def items_that_take_time():
    """`async for` waits for each item, and others run meanwhile."""

    class Countdown:
        def __init__(self, start: int):
            self.left = start

        def __aiter__(self):
            return self

        async def __anext__(self):
            if self.left == 0:
                raise StopAsyncIteration
            await asyncio.sleep(1)
            self.left -= 1
            return self.left

    async def count(name: str):
        async for left in Countdown(2):
            print(name, left)

    await asyncio.gather(count("a"), count("b"))


async def loop_left_early():
    """A loop that is left early asks for no further item."""

    class Numbers:
        def __init__(self):
            self.next = 0

        def __aiter__(self):
            return self

        async def __anext__(self):
            self.next += 1
            print("asked for", self.next)
            return self.next

    async for number in Numbers():
        if number == 2:
            break
    print("left")
