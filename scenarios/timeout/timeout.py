"""wait_for() gives an awaitable a time limit, and a second plan its chance."""

import asyncio
import sys


async def slow_job() -> None:
    await asyncio.sleep(2)
    print("never printed")


async def second_plan() -> None:
    await asyncio.sleep(1)
    print("do async job 2")


async def quick_job() -> str:
    await asyncio.sleep(1)
    return "just in time"


async def timeout() -> None:
    try:
        await asyncio.wait_for(slow_job(), 1)
    except TimeoutError:
        print("timeout!")


async def fallback() -> None:
    try:
        await asyncio.wait_for(slow_job(), 1)
    except TimeoutError:
        await asyncio.wait_for(second_plan(), 2)


async def in_time() -> None:
    result = await asyncio.wait_for(quick_job(), 2)
    print("result =>", result)


if __name__ == "__main__":
    variants = {
        "timeout": timeout,
        "fallback": fallback,
        "in-time": in_time,
    }
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "timeout"]())
