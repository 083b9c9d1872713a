"""shield() keeps the cancellation out, but waits for nobody: who shields must hold on."""

import asyncio
import sys
from collections.abc import Coroutine


async def save() -> None:
    try:
        await asyncio.sleep(2)
        print("save: done")
    except asyncio.CancelledError:
        print("save: cut off half-way")
        raise


async def shield_only() -> None:
    await asyncio.shield(save())


async def shield_and_hold() -> None:
    saving = asyncio.create_task(save())
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("handler: cancelled, but the save must end")
        await saving
        raise


async def cancel_after_1s(handler: Coroutine[object, object, None]) -> None:
    task = asyncio.create_task(handler)
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("main: the handler is cancelled")


async def wrong() -> None:
    await cancel_after_1s(shield_only())


async def right() -> None:
    await cancel_after_1s(shield_and_hold())


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
