"""gather() runs awaitables side by side and gives their results in the order they were given."""

import asyncio


async def results_in_order():
    """gather() gives the results in the order of its arguments, whoever ends first."""

    async def fetch(page: str, seconds: float):
        await asyncio.sleep(seconds)
        print("fetched", page)
        return page

    print(await asyncio.gather(fetch("A", 3), fetch("B", 1), fetch("C", 2)))


async def gather_nothing():
    """gather() of nothing is done at once, with an empty list."""
    gathered = asyncio.gather()
    print(gathered.done(), await gathered)


async def gather_all_kinds():
    """Coroutines, tasks and futures can be gathered together."""

    async def work(name: str):
        await asyncio.sleep(1)
        return name

    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2, future.set_result, "future")
    task = asyncio.create_task(work("task"))
    print(await asyncio.gather(work("coroutine"), task, future))


async def gather_the_same_twice():
    """A coroutine that is given twice runs once, and its result appears twice."""

    async def work():
        print("work")
        return "result"

    coro = work()
    print(await asyncio.gather(coro, coro))


async def first_exception_comes_through():
    """The first exception comes through at once; the others go on running."""

    async def work():
        await asyncio.sleep(2)
        print("work done all the same")

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("broken")

    try:
        await asyncio.gather(work(), fail())
    except ValueError as error:
        print("caught:", error)
    await asyncio.sleep(2)


async def exceptions_as_results():
    """With return_exceptions an exception is a result like any other."""

    async def work():
        await asyncio.sleep(2)
        return "result"

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("broken")

    print(await asyncio.gather(work(), fail(), return_exceptions=True))


async def second_exception_is_lost():
    """Only the first exception comes through; those that follow are dropped without a report."""

    async def fail(seconds: float, reason: str):
        await asyncio.sleep(seconds)
        raise ValueError(reason)

    try:
        await asyncio.gather(fail(1, "first"), fail(2, "second"))
    except ValueError as error:
        print("caught:", error)
    await asyncio.sleep(2)


async def cancelled_gather():
    """Cancelling a gather cancels all that it gathers."""

    async def work(name: str):
        try:
            await asyncio.sleep(3600)
        finally:
            print(name, "ends")

    gathered = asyncio.gather(work("a"), work("b"))
    await asyncio.sleep(1)
    print("cancel:", gathered.cancel())
    try:
        await gathered
    except asyncio.CancelledError:
        print("cancelled")


async def cancelled_gather_has_failed():
    """A gather that was cancelled has failed with CancelledError: it does not say cancelled()."""
    gathered = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    gathered.cancel()
    await asyncio.wait([gathered])
    print(gathered.cancelled(), isinstance(gathered.exception(), asyncio.CancelledError))


async def cancelled_task_in_a_gather():
    """A task that is cancelled inside a gather is an exception there: the others go on."""

    async def work(name: str):
        await asyncio.sleep(2)
        print(name, "done")

    first = asyncio.create_task(work("a"))
    gathered = asyncio.gather(first, work("b"))
    await asyncio.sleep(1)
    first.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print("one of them was cancelled")
    await asyncio.sleep(2)


async def cancellation_as_a_result():
    """With return_exceptions the cancellation of one task is a result, too."""

    async def work():
        await asyncio.sleep(2)
        return "result"

    first = asyncio.create_task(work())
    gathered = asyncio.gather(first, work(), return_exceptions=True)
    await asyncio.sleep(1)
    first.cancel()
    cancelled, result = await gathered
    print(isinstance(cancelled, asyncio.CancelledError), result)


async def cancelled_gather_with_exceptions():
    """A cancelled gather is cancelled with return_exceptions, too, once its children have ended."""

    async def work(seconds: float):
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(seconds)
            print("cleaned up for", seconds)

    gathered = asyncio.gather(work(1), work(2), return_exceptions=True)
    await asyncio.sleep(1)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print("cancelled")


async def gather_of_gathers():
    """A gather is a future, so it can be gathered itself."""

    async def work(name: str, seconds: float):
        await asyncio.sleep(seconds)
        return name

    left = asyncio.gather(work("a", 1), work("b", 3))
    right = asyncio.gather(work("c", 2))
    print(await asyncio.gather(left, right))


async def cancel_of_a_done_gather():
    """A gather whose children have all ended cannot be cancelled."""

    async def work():
        return "result"

    gathered = asyncio.gather(work(), work())
    await gathered
    print(gathered.cancel(), gathered.result())
