"""One fails: gather() lets the others go on, a TaskGroup stops them."""

import asyncio
import sys


async def pay() -> None:
    await asyncio.sleep(1)
    raise ValueError("the card is declined")


async def ship() -> None:
    try:
        await asyncio.sleep(2)
        print("ship: the parcel is on its way")
    except asyncio.CancelledError:
        print("ship: the parcel stays here")
        raise


async def wrong() -> None:
    try:
        await asyncio.gather(pay(), ship())
    except ValueError as error:
        print("main: no order:", error)
    await asyncio.sleep(2)
    print("main: the shop closes")


async def right() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(pay())
            group.create_task(ship())
    except* ValueError as errors:
        for error in errors.exceptions:
            print("main: no order:", error)
    await asyncio.sleep(2)
    print("main: the shop closes")


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
