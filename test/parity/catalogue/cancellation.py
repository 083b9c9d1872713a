"""cancel() asks: CancelledError is raised in the task where it waits, and the task decides."""

import asyncio


async def cancelled_before_start():
    """A task that is cancelled before its first step never begins."""

    async def work():
        print("never printed")

    task = asyncio.create_task(work())
    print("cancel:", task.cancel())
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cancelled_in_its_sleep():
    """cancel() raises CancelledError in a task at the await where it is suspended."""

    async def work():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("cancelled in my sleep")
            raise

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    print("cancel requested, done:", task.done())
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cancelled_while_awaiting_a_task():
    """Cancelling a task that awaits another one cancels the other one first."""

    async def inner():
        try:
            await asyncio.sleep(3600)
        finally:
            print("inner ends")

    async def outer():
        try:
            await asyncio.create_task(inner())
        finally:
            print("outer ends")

    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])


async def cancelled_while_awaiting_a_future():
    """Cancelling a task cancels the future that it awaits, for everybody."""
    future = asyncio.get_running_loop().create_future()

    async def waiter(name: str):
        try:
            await future
        finally:
            print(name, "ends")

    first = asyncio.create_task(waiter("a"))
    second = asyncio.create_task(waiter("b"))
    await asyncio.sleep(1)
    first.cancel()
    await asyncio.wait([first, second])
    print(future.cancelled(), second.cancelled())


async def swallowed():
    """A task that catches CancelledError and keeps it goes on as if nothing had been."""

    async def stubborn():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("not now")
        await asyncio.sleep(1)
        return "result"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled())


async def cancelled_again():
    """A task that has swallowed one cancellation can be cancelled again."""

    async def stubborn():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("not now")
        await asyncio.sleep(3600)

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cleanup_may_wait():
    """A finally block may await: the task ends when its cleanup has ended."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            print("saving")
            await asyncio.sleep(2)
            print("saved")

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cancelled_during_cleanup():
    """A second cancellation interrupts the cleanup that the first one has begun."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            print("saving")
            await asyncio.sleep(2)
            print("never saved")

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def message_of_a_cancellation():
    """The message of cancel() arrives with the error, in the task that is cancelled."""

    async def work():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError as error:
            print("work:", error)
            raise

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel("closing time")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main:", error)


async def message_for_the_first_awaiter():
    """The message of a cancelled task reaches the first who awaits it, nobody after that."""

    async def work():
        await asyncio.sleep(3600)

    async def awaiter(name: str):
        try:
            await task
        except asyncio.CancelledError as error:
            print(name, "got:", error)

    task = asyncio.create_task(work())
    awaiters = asyncio.gather(awaiter("first"), awaiter("second"))
    await asyncio.sleep(1)
    task.cancel("closing time")
    await awaiters


async def message_of_a_future():
    """The message of a cancelled future reaches everybody who awaits it."""
    future = asyncio.get_running_loop().create_future()

    async def awaiter(name: str):
        try:
            await future
        except asyncio.CancelledError as error:
            print(name, "got:", error)

    awaiters = asyncio.gather(awaiter("first"), awaiter("second"))
    await asyncio.sleep(1)
    future.cancel("closing time")
    await awaiters


async def cancel_of_a_done_task():
    """A task that is done cannot be cancelled: cancel() gives False."""

    async def work():
        return "result"

    task = asyncio.create_task(work())
    await task
    print(task.cancel(), task.cancelled(), task.result())


async def requests_are_counted():
    """A task counts the requests to cancel it; uncancel() takes one back."""
    task = asyncio.current_task()

    def cancel_twice():
        print(task.cancel(), task.cancel())

    asyncio.get_running_loop().call_soon(cancel_twice)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("requests:", task.cancelling())
    print(task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(1)
    print("one error for two requests")


async def taken_back_in_time():
    """A request that is taken back before it was delivered is never delivered."""
    task = asyncio.current_task()
    task.cancel()
    task.uncancel()
    await asyncio.sleep(1)
    print("nothing happened")


async def task_cancels_itself():
    """A task that cancels itself goes on to its next await, and is cancelled there."""

    async def work():
        asyncio.current_task().cancel()
        print("still running")
        await asyncio.sleep(0)
        print("never printed")

    task = asyncio.create_task(work())
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cancelled_without_another_await():
    """A task that cancels itself and ends without another await is cancelled all the same."""

    async def work():
        asyncio.current_task().cancel()
        return "result"

    task = asyncio.create_task(work())
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cancelled_when_the_result_is_there():
    """A task whose result has come, but that has not gone on yet, can still be cancelled."""
    future = asyncio.get_running_loop().create_future()

    async def waiter():
        try:
            print("got", await future)
        except asyncio.CancelledError:
            print("cancelled, though the future is done:", future.done())
            raise

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    future.set_result("result")
    task.cancel()
    await asyncio.wait([task])


async def result_when_cancelled():
    """Cancelled first, the future that a task awaits takes no result any more."""
    future = asyncio.get_running_loop().create_future()

    async def waiter():
        await future

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    task.cancel()
    try:
        future.set_result("result")
    except asyncio.InvalidStateError as error:
        print("refused:", error)
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cancelled_just_before_it_wakes():
    """Cancelled at the very moment of its wake-up, but before it, a sleep is cancelled."""

    async def nap():
        await asyncio.sleep(1)
        print("slept well")

    async def canceller():
        await asyncio.sleep(1)
        print("cancel:", task.cancel())

    other = asyncio.create_task(canceller())
    task = asyncio.create_task(nap())
    await asyncio.wait([task, other])
    print("cancelled:", task.cancelled())


async def cancelled_just_after_it_wakes():
    """Cancelled at the same moment, but after its wake-up, a task has ended already."""

    async def nap():
        await asyncio.sleep(1)
        print("slept well")

    async def canceller():
        await asyncio.sleep(1)
        print("cancel:", task.cancel())

    task = asyncio.create_task(nap())
    other = asyncio.create_task(canceller())
    await asyncio.wait([task, other])
    print("cancelled:", task.cancelled())


async def awaiting_a_cancelled_task():
    """Whoever awaits a cancelled task gets CancelledError without having been cancelled."""

    async def work():
        await asyncio.sleep(3600)

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("requests to cancel me:", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    print("going on")


async def except_exception_lets_it_pass():
    """CancelledError is no Exception: `except Exception` lets it pass."""

    async def work():
        try:
            await asyncio.sleep(3600)
        except Exception:
            print("never caught")

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def cancellation_turned_into_an_error():
    """A task that answers its cancellation with another exception has failed."""

    async def work():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            raise RuntimeError("disk full")

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.exception())


async def cancellation_answered_with_a_result():
    """A task that returns from its cancellation has ended well."""

    async def work():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            return "half the work"

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled())


async def cancelled_error_of_its_own():
    """A task that raises CancelledError itself counts as cancelled; nobody asked for it."""

    async def work():
        raise asyncio.CancelledError("had enough")

    task = asyncio.create_task(work())
    try:
        await task
    except asyncio.CancelledError as error:
        print(error)
    print(task.cancelled(), task.cancelling())


async def message_of_any_kind():
    """A message need not be a text: the error carries what cancel() was given."""
    task = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    task.cancel(404)
    try:
        await task
    except asyncio.CancelledError as error:
        print([error], list(error.args))
