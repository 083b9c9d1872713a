"""A call without await: nothing runs, and the object that it makes counts as true."""

import asyncio
import sys


async def admits(name: str) -> bool:
    await asyncio.sleep(1)
    return name == "Ada"


async def wrong() -> None:
    for name in ("Ada", "Eve"):
        if admits(name):
            print(f"{name}: come in")
        else:
            print(f"{name}: stay out")


async def right() -> None:
    for name in ("Ada", "Eve"):
        if await admits(name):
            print(f"{name}: come in")
        else:
            print(f"{name}: stay out")


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
