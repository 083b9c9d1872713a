"""A task that nobody keeps: its end is cut off, and its exception is seen by nobody."""

import asyncio
import sys


async def send(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    if name == "Eve":
        raise ValueError(f"{name} has no mailbox")
    print(f"mail to {name}: sent")


async def wrong() -> None:
    asyncio.create_task(send("Ada", 1))
    asyncio.create_task(send("Eve", 1))
    asyncio.create_task(send("Bob", 3))
    await asyncio.sleep(2)
    print("main: all mails are sent")


async def right() -> None:
    tasks = [
        asyncio.create_task(send("Ada", 1)),
        asyncio.create_task(send("Eve", 1)),
        asyncio.create_task(send("Bob", 3)),
    ]
    await asyncio.sleep(2)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            print("main: not sent:", result)
    print("main: every mail is accounted for")


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
