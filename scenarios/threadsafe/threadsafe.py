"""A thread does not touch the loop: it hands the loop the work."""

import asyncio
import sys
import threading
import time


async def double(n: int) -> int:
    print("loop: doubling")
    await asyncio.sleep(1)
    return 2 * n


def ask(loop: asyncio.AbstractEventLoop) -> None:
    future = asyncio.run_coroutine_threadsafe(double(21), loop)
    print("thread: got", future.result())


async def submit() -> None:
    await asyncio.to_thread(ask, asyncio.get_running_loop())
    print("main: thread done")


def progress(percent: int) -> None:
    print(f"progress: {percent} %")
    print("thread id:", threading.get_ident())


def download(loop: asyncio.AbstractEventLoop) -> None:
    print("thread id:", threading.get_ident())
    for percent in 50, 100:
        time.sleep(1)
        loop.call_soon_threadsafe(progress, percent)


async def call_soon() -> None:
    await asyncio.to_thread(download, asyncio.get_running_loop())
    print("thread id:", threading.get_ident())


if __name__ == "__main__":
    variants = {"submit": submit, "call-soon": call_soon}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "submit"]())
