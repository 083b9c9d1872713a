"""A task group is a block that ends when its tasks have ended; if one fails, all the others end."""

import asyncio


async def group_waits_for_its_tasks():
    """The block of a group is left when all its tasks are done."""

    async def work(name: str, seconds: float):
        await asyncio.sleep(seconds)
        print(name, "done")

    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 1))
        group.create_task(work("b", 2))
        print("end of the block")
    print("after the group")


async def results_of_a_group():
    """After the block, each task of the group has its result."""

    async def work(n: int):
        await asyncio.sleep(1)
        return n * n

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in [1, 2, 3]]
    print([task.result() for task in tasks])


async def one_fails_all_end():
    """When one task fails the others are cancelled, and the block raises an ExceptionGroup."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            print("work ends")

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("broken")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work())
            group.create_task(fail())
    except ExceptionGroup as error:
        print(error)
        print(list(error.exceptions))


async def several_fail():
    """The ExceptionGroup has all that failed, also what failed while it was being cancelled."""

    async def fail_at_once():
        raise ValueError("first")

    async def fail_in_cleanup():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            raise RuntimeError("second")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail_in_cleanup())
            await asyncio.sleep(1)
            group.create_task(fail_at_once())
    except ExceptionGroup as error:
        print(list(error.exceptions))


async def block_is_cancelled_too():
    """When a task fails, the block itself is cancelled wherever it waits."""

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("broken")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                print("block cancelled")
                raise
    except ExceptionGroup as error:
        print(list(error.exceptions))


async def block_fails():
    """An exception of the block itself cancels the tasks, and is in the group with the others."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            print("work ends")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work())
            await asyncio.sleep(1)
            raise ValueError("broken block")
    except ExceptionGroup as error:
        print(list(error.exceptions))


async def group_cancelled_from_outside():
    """Cancelling the task around a group cancels the tasks of the group, and then itself."""

    async def work(name: str):
        try:
            await asyncio.sleep(3600)
        finally:
            print(name, "ends")

    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a"))
            group.create_task(work("b"))

    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def one_task_cancelled():
    """A task of a group that is cancelled by itself disturbs nobody."""

    async def work(name: str):
        await asyncio.sleep(2)
        print(name, "done")

    async with asyncio.TaskGroup() as group:
        task = group.create_task(work("a"))
        group.create_task(work("b"))
        await asyncio.sleep(1)
        task.cancel()
    print("after the group")


async def nested_groups():
    """A failing inner group is one failure in the outer one: a group within a group."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            print("outer work ends")

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("broken")

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work())
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail())
    except ExceptionGroup as error:
        print(list(error.exceptions))


async def task_makes_tasks():
    """Tasks of a group may make further ones in it, while the block waits."""

    async def child():
        await asyncio.sleep(1)
        print("child done")

    async def parent(group: asyncio.TaskGroup):
        await asyncio.sleep(1)
        group.create_task(child())
        print("parent done")

    async with asyncio.TaskGroup() as group:
        group.create_task(parent(group))
    print("after the group")


async def group_is_over():
    """After its block a group takes no more tasks."""

    async def work():
        print("never printed")

    group = asyncio.TaskGroup()
    async with group:
        print("in the block")
    try:
        group.create_task(work())
    except RuntimeError:
        print("refused")


async def deadline_for_a_group():
    """A timeout around a group cancels all that is in it."""

    async def work(name: str):
        try:
            await asyncio.sleep(3600)
        finally:
            print(name, "ends")

    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(work("a"))
                group.create_task(work("b"))
    except TimeoutError:
        print("timed out")


async def failure_and_cancellation():
    """A group that fails while it is cancelled raises what failed: the failure goes first."""

    async def fail_in_cleanup():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            raise ValueError("broken cleanup")

    async def parent():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail_in_cleanup())
        except ExceptionGroup as error:
            print(list(error.exceptions))
        print("requests to cancel me:", asyncio.current_task().cancelling())
        await asyncio.sleep(1)
        print("never printed")

    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


def split_a_group():
    """split() takes a group apart, into the exceptions that match and the others."""
    group = ExceptionGroup("two", [ValueError("a"), RuntimeError("b")])
    match, rest = group.split(ValueError)
    print(list(match.exceptions))
    print(list(rest.exceptions))
    print(group.split(TimeoutError)[0])


def part_of_a_nested_group():
    """subgroup() keeps the exceptions that match, in groups nested as they were."""
    inner = ExceptionGroup("inner", [ValueError("a"), RuntimeError("b")])
    outer = ExceptionGroup("outer", [inner, ValueError("c"), RuntimeError("d")])
    print([outer.subgroup(ValueError)])


def group_of_a_cancellation():
    """A group with a cancellation in it is no ExceptionGroup, so `except Exception` misses it."""
    plain = BaseExceptionGroup("plain", [ValueError("a")])
    grave = BaseExceptionGroup("grave", [ValueError("a"), asyncio.CancelledError()])
    print(isinstance(plain, ExceptionGroup), isinstance(grave, ExceptionGroup))
