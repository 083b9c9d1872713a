"""Work that blocks belongs on a thread: the loop goes on, and a future brings the result back."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def block(name: str, seconds: float):
    time.sleep(seconds)
    print(name, "done")


async def blocked_loop():
    """A function that blocks holds up the whole loop."""
    asyncio.get_running_loop().call_later(1, print, "timer due at 1")
    block("function", 3)
    await asyncio.sleep(0)


def work(name: str):
    time.sleep(3)
    print(name, "done")
    return name


async def free_loop():
    """to_thread() calls a function on a thread: the loop goes on, and gets its result."""
    asyncio.get_running_loop().call_later(1, print, "timer due at 1")
    print("result:", await asyncio.to_thread(work, "function"))


def three_seconds(name: str):
    time.sleep(3)
    print(name, "done")


async def threads_side_by_side():
    """Functions on threads run side by side: three of three seconds take three seconds."""
    await asyncio.gather(
        asyncio.to_thread(three_seconds, "a"),
        asyncio.to_thread(three_seconds, "b"),
        asyncio.to_thread(three_seconds, "c"),
    )


def one_second(name: str):
    time.sleep(1)
    print(name, "done")


async def pool_of_two():
    """A pool of two threads makes two calls at a time; the third waits for a free thread."""
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(max_workers=2)
    await asyncio.gather(
        loop.run_in_executor(pool, one_second, "a"),
        loop.run_in_executor(pool, one_second, "b"),
        loop.run_in_executor(pool, one_second, "c"),
    )


def fail():
    time.sleep(1)
    raise ValueError("broken")


async def exception_on_a_thread():
    """An exception on a thread is raised where the result is awaited."""
    try:
        await asyncio.to_thread(fail)
    except ValueError as error:
        print("caught:", error)


def cannot_be_stopped():
    time.sleep(3)
    print("thread done")


async def cancelled_while_a_thread_works():
    """A thread cannot be cancelled: whoever waits for it is, and the thread goes on."""
    try:
        await asyncio.wait_for(asyncio.to_thread(cannot_be_stopped), timeout=1)
    except TimeoutError:
        print("timed out")
    await asyncio.sleep(3)


def long_work():
    time.sleep(5)
    print("thread done")


async def run_waits_for_threads():
    """When main ends, run() waits for the threads that still work."""
    asyncio.get_running_loop().run_in_executor(None, long_work)
    await asyncio.sleep(1)
    print("main ends")


async def double(n: int):
    await asyncio.sleep(1)
    return 2 * n


def ask_the_loop(loop: asyncio.AbstractEventLoop):
    future = asyncio.run_coroutine_threadsafe(double(21), loop)
    print("thread got", future.result())


async def coroutine_from_a_thread():
    """run_coroutine_threadsafe() hands the loop a coroutine; its future blocks the thread."""
    await asyncio.to_thread(ask_the_loop, asyncio.get_running_loop())


async def never_ends():
    try:
        await asyncio.sleep(3600)
    finally:
        print("coroutine ends")


def impatient(loop: asyncio.AbstractEventLoop):
    future = asyncio.run_coroutine_threadsafe(never_ends(), loop)
    try:
        future.result(timeout=2)
    except TimeoutError:
        print("thread: too long")
        future.cancel()


async def impatient_thread():
    """A thread can wait for so long only, and cancel the coroutine that it handed over."""
    await asyncio.to_thread(impatient, asyncio.get_running_loop())
    await asyncio.sleep(1)


def progress(percent: int):
    print("progress", percent)


def download(loop: asyncio.AbstractEventLoop):
    for percent in [50, 100]:
        time.sleep(1)
        loop.call_soon_threadsafe(progress, percent)


async def callback_from_a_thread():
    """call_soon_threadsafe() has the loop call a function: so a thread reports its progress."""
    await asyncio.to_thread(download, asyncio.get_running_loop())
    print("thread done")


async def cancelled_on_both_sides():
    """Cancelling what wrap_future() gives cancels the coroutine of the other side, too."""

    async def work():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("work cancelled")
            raise

    there = asyncio.run_coroutine_threadsafe(work(), asyncio.get_running_loop())
    here = asyncio.wrap_future(there)
    await asyncio.sleep(1)
    here.cancel()
    print("here:", here.cancelled(), "there:", there.cancelled())
    await asyncio.sleep(1)
    print("there:", there.cancelled())
