"""An eager task makes its first step inside the call that makes it."""

import asyncio


async def begins_at_once():
    """An eager task runs until it first waits, before create_task() returns."""

    async def work():
        print("work begins")
        await asyncio.sleep(1)
        print("work ends")

    task = asyncio.create_task(work(), eager_start=True)
    print("task made, done:", task.done())
    await task


async def ends_at_once():
    """An eager task that never waits is done before anybody could await it."""

    async def work():
        return "result"

    task = asyncio.create_task(work(), eager_start=True)
    print(task.done(), task.result())


async def eager_factory():
    """With the eager factory all tasks of a loop are eager."""

    async def work(name: str):
        print(name, "begins")
        await asyncio.sleep(1)

    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    gathered = asyncio.gather(work("a"), work("b"))
    print("gathered")
    await gathered


async def lazy_despite_the_factory():
    """eager_start=False makes one ordinary task under an eager factory."""

    async def work(name: str):
        print(name)

    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    lazy = asyncio.create_task(work("lazy"), eager_start=False)
    eager = asyncio.create_task(work("eager"))
    await asyncio.gather(lazy, eager)


async def current_task_in_an_eager_step():
    """While it makes its eager step a task is the current one, and then its maker is again."""

    async def work():
        print("current:", asyncio.current_task().get_name())

    asyncio.create_task(work(), name="eager", eager_start=True)
    print("current:", asyncio.current_task().get_name())


async def eager_failure():
    """An eager task that fails at once raises where it is awaited, not where it is made."""

    async def fail():
        raise ValueError("broken")

    task = asyncio.create_task(fail(), eager_start=True)
    print("made, done:", task.done())
    try:
        await task
    except ValueError as error:
        print("caught:", error)


async def eager_in_eager():
    """Eager tasks that make eager tasks begin from the outside in and go on in turn."""

    async def inner():
        print("inner begins")
        await asyncio.sleep(0)
        print("inner ends")

    async def outer():
        print("outer begins")
        task = asyncio.create_task(inner(), eager_start=True)
        print("outer goes on")
        await task
        print("outer ends")

    await asyncio.create_task(outer(), eager_start=True)


async def eager_task_in_a_group():
    """A group knows a task that has failed before it was even given to it."""

    async def fail():
        raise ValueError("broken")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(), eager_start=True)
            print("still in the block")
            await asyncio.sleep(0)
            print("never printed")
    except ExceptionGroup as error:
        print(list(error.exceptions))


async def eager_task_without_a_coroutine():
    """A task that has ended at once has let go of its coroutine; any other keeps it."""

    async def work(seconds: float):
        if seconds > 0:
            await asyncio.sleep(seconds)

    at_once = asyncio.create_task(work(0), name="at once", eager_start=True)
    later = asyncio.create_task(work(1), name="later", eager_start=True)
    await later
    print(at_once, at_once.get_coro() is None, later.get_coro() is None)
