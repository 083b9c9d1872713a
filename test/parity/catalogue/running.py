"""run() makes a loop, runs main to its end, cancels what is left, and closes the loop."""

import asyncio


def result_of_main():
    """run() gives the result of main."""

    async def main():
        await asyncio.sleep(1)
        return "result"

    print(asyncio.run(main()))


def exception_of_main():
    """An exception of main comes out of run()."""

    async def main():
        await asyncio.sleep(1)
        raise ValueError("broken")

    try:
        asyncio.run(main())
    except ValueError as error:
        print("caught:", error)


async def leftovers_are_cancelled():
    """When main ends, the tasks that are left are cancelled, and their cleanup runs."""

    async def background():
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(1)
            print("cleaned up")

    asyncio.create_task(background())
    await asyncio.sleep(1)
    print("main ends")


async def leftover_that_refuses():
    """run() waits for a leftover that refuses to be cancelled until it ends."""

    async def stubborn():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("not yet")
        await asyncio.sleep(10)
        print("now")

    asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print("main ends")


async def leftover_made_at_the_end():
    """A task that main makes at its very end still begins, only to be cancelled."""

    async def work():
        print("work begins")
        try:
            await asyncio.sleep(3600)
        finally:
            print("work ends")

    asyncio.create_task(work())
    print("main ends")


async def leftover_that_fails():
    """A leftover that answers its cancellation with an error is reported."""

    async def work():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            raise ValueError("broken cleanup")

    asyncio.create_task(work())
    await asyncio.sleep(1)
    print("main ends")


async def two_more_runs():
    """After main the loop is run twice more, to close down: callbacks still get their turns."""
    loop = asyncio.get_running_loop()

    def turn(n: int):
        print("turn", n)
        loop.call_soon(turn, n + 1)

    loop.call_soon(turn, 1)
    print("main ends")


async def timers_are_dropped():
    """Timers that are not due when the loop closes never fire."""
    asyncio.get_running_loop().call_later(1, print, "never printed")
    print("main ends")


async def run_inside_run():
    """run() cannot be called while a loop is running: await the coroutine instead."""

    async def inner():
        print("never printed")

    coro = inner()
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    coro.close()


def each_run_has_its_loop():
    """Each run() has a loop of its own, in which tasks are counted anew."""

    async def main():
        print(asyncio.current_task().get_name())
        return asyncio.get_running_loop()

    first = asyncio.run(main())
    second = asyncio.run(main())
    print(first is second, first.is_closed())


def main_cancels_itself():
    """When main is cancelled, run() raises CancelledError."""

    async def main():
        asyncio.current_task().cancel("enough")
        await asyncio.sleep(1)

    try:
        asyncio.run(main())
    except asyncio.CancelledError as error:
        print("cancelled:", error)


def runner_keeps_its_loop():
    """A Runner runs several mains in one loop: tasks live on between them."""

    async def background():
        for i in range(5):
            print("tick", i)
            await asyncio.sleep(1)

    async def start():
        asyncio.create_task(background())
        await asyncio.sleep(1)

    async def go_on():
        await asyncio.sleep(2)

    with asyncio.Runner() as runner:
        runner.run(start())
        print("between the runs")
        runner.run(go_on())
    print("closed")


def closed_runner():
    """A Runner that is closed runs nothing more."""

    async def main():
        print("main")

    runner = asyncio.Runner()
    runner.run(main())
    runner.close()
    again = main()
    try:
        runner.run(again)
    except RuntimeError as error:
        print(error)
    again.close()


def lost_task():
    """A loop that is closed with a pending task in it reports that the task was destroyed."""

    async def background():
        await asyncio.sleep(3600)

    async def main():
        asyncio.create_task(background())
        await asyncio.sleep(1)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
    print("closed")
