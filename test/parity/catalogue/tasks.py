"""A task is a coroutine that the loop runs by itself, side by side with others."""

import asyncio


async def task_starts_later():
    """A new task makes its first step when the task that made it is suspended."""

    async def work():
        print("work begins")

    task = asyncio.create_task(work())
    print("task made")
    await task
    print("task done")


async def side_by_side():
    """Tasks run side by side: together they take as long as the longest."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)
        print("slept", seconds)

    first = asyncio.create_task(nap(1))
    second = asyncio.create_task(nap(2))
    await first
    await second


async def await_each_as_it_is_made():
    """Awaiting each task as soon as it is made gains nothing over awaiting coroutines."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)
        print("slept", seconds)

    await asyncio.create_task(nap(1))
    await asyncio.create_task(nap(2))


async def awaited_later_than_done():
    """A task that ended long ago still has its result for whoever awaits it."""

    async def work():
        print("work")
        return "result"

    task = asyncio.create_task(work())
    await asyncio.sleep(5)
    print(task.done(), await task, await task)


async def task_awaited_by_two():
    """Any number of tasks can await the same one; each gets the result, in order."""

    async def work():
        await asyncio.sleep(1)
        return "result"

    async def reader(name: str):
        print(name, await task)

    task = asyncio.create_task(work())
    await asyncio.gather(reader("first"), reader("second"))


async def task_names():
    """Tasks are numbered as they are made, unless they are given a name."""

    async def work():
        await asyncio.sleep(0)

    numbered = asyncio.create_task(work())
    named = asyncio.create_task(work(), name="indexer")
    last = asyncio.create_task(work())
    print(numbered.get_name(), named.get_name(), last.get_name())
    last.set_name("cleaner")
    print(last.get_name())
    await asyncio.wait([numbered, named, last])


async def result_too_early():
    """The result and the exception of a task cannot be had before it is done."""

    async def work():
        await asyncio.sleep(1)
        return "result"

    task = asyncio.create_task(work())
    try:
        print(task.result())
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        print(task.exception())
    except asyncio.InvalidStateError as error:
        print(error)
    await task
    print(task.result(), task.exception())


async def exception_kept():
    """A failed task keeps its exception, and raises it for everybody who awaits it."""

    async def fail():
        raise ValueError("broken")

    task = asyncio.create_task(fail())
    for attempt in range(2):
        try:
            await task
        except ValueError as error:
            print(attempt, error)
    print(task.exception())


async def exception_never_retrieved():
    """An exception of a task at which nobody ever looks is reported in the end."""

    async def fail():
        raise ValueError("unnoticed")

    task = asyncio.create_task(fail())
    await asyncio.sleep(1)
    print("done:", task.done())


async def exception_looked_at():
    """Whoever looks at a task's exception has taken note of it: there is no report."""

    async def fail():
        raise ValueError("noticed")

    task = asyncio.create_task(fail())
    await asyncio.sleep(1)
    print("failed:", task.exception())


async def task_takes_no_result():
    """Only its coroutine gives a task its result: set_result is refused."""

    async def work():
        await asyncio.sleep(1)
        return "result"

    task = asyncio.create_task(work())
    try:
        task.set_result("another one")
    except RuntimeError as error:
        print(error)
    print(await task)


async def task_awaits_itself():
    """A task that awaits itself gets an error, not an endless wait."""
    task = asyncio.current_task()
    try:
        await task
    except RuntimeError:
        print("refused")


async def current_task_in_a_callback():
    """Inside a task there is a current task, inside a callback there is none."""

    def callback():
        print("callback:", asyncio.current_task())

    asyncio.get_running_loop().call_soon(callback)
    print("task:", asyncio.current_task().get_name())
    await asyncio.sleep(0)


async def tasks_that_are_not_done():
    """all_tasks() gives the tasks of the loop that are not done, this one included."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)

    def names():
        return sorted(task.get_name() for task in asyncio.all_tasks())

    asyncio.create_task(nap(1), name="short")
    asyncio.create_task(nap(3), name="long")
    print(names())
    await asyncio.sleep(2)
    print(names())


async def ensure_future_of_a_task():
    """ensure_future() gives a task back as it is, and makes a task of a coroutine."""

    async def work():
        return "result"

    task = asyncio.create_task(work())
    print(asyncio.ensure_future(task) is task)
    print(await asyncio.ensure_future(work()))
    await task


def task_without_a_loop():
    """Without a running loop there is nobody to run a task."""

    async def work():
        print("never")

    coro = work()
    try:
        asyncio.create_task(coro)
    except RuntimeError as error:
        print(error)
    coro.close()


async def factory_of_futures():
    """A task factory may give any future: whoever wanted a task waits for that."""
    loop = asyncio.get_running_loop()

    def factory(loop, coro, **options):
        coro.close()
        future = loop.create_future()
        loop.call_later(1, lambda: future.set_result("from the factory"))
        return future

    async def work():
        return "never run"

    loop.set_task_factory(factory)
    print(await asyncio.create_task(work()))
    print(await asyncio.gather(work(), work()))
    print(await asyncio.shield(work()))
    loop.set_task_factory(None)
