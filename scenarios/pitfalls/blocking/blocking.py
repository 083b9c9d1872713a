"""One function that blocks, and every other task is late."""

import asyncio
import sys
import time


def make_report() -> None:
    time.sleep(2.5)
    print("report: done")


async def heartbeat() -> None:
    for beat in (1, 2, 3):
        await asyncio.sleep(1)
        print("beat", beat)


async def report() -> None:
    make_report()


async def wrong() -> None:
    await asyncio.gather(heartbeat(), report())


async def right() -> None:
    await asyncio.gather(heartbeat(), asyncio.to_thread(make_report))


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
