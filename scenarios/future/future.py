"""A future is a result to come: one side awaits it, the other sets it."""

import asyncio
import sys


async def answer(future: asyncio.Future[str]) -> None:
    await asyncio.sleep(2)
    future.set_result("Hello future")


async def set_result() -> None:
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(answer(future))
    print(await future)


def first(future: asyncio.Future[str]) -> None:
    print("first callback:", future.result())


def second(future: asyncio.Future[str]) -> None:
    print("second callback:", future.result())


def removed(future: asyncio.Future[str]) -> None:
    print("removed callback:", future.result())


async def callbacks() -> None:
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(first)
    future.add_done_callback(removed)
    future.add_done_callback(second)
    future.remove_done_callback(removed)
    future.set_result("Hello future")
    print("main(): the result is set")
    await future
    print("main(): a done future is not waited for")
    await asyncio.sleep(0)
    print("main(): after one turn of the loop")


async def wait_for(future: asyncio.Future[str]) -> None:
    try:
        await future
    except asyncio.CancelledError:
        print("waiter: the future was cancelled")


async def cancelled() -> None:
    future = asyncio.get_running_loop().create_future()
    waiter = asyncio.create_task(wait_for(future))
    await asyncio.sleep(1)
    future.cancel()
    await waiter
    try:
        future.set_result("Hello future")
    except asyncio.InvalidStateError:
        print("main(): too late for a result")


if __name__ == "__main__":
    variants = {
        "set-result": set_result,
        "callbacks": callbacks,
        "cancelled": cancelled,
    }
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "set-result"]())
