import asyncio


async def bake(what: str, seconds: float) -> None:
    print("oven on")
    try:
        await asyncio.sleep(seconds)
        print(f"{what} is done")
    finally:
        print("oven off")


async def main() -> None:
    await bake("bread", 1)
    task = asyncio.create_task(bake("cake", 10))
    await asyncio.sleep(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("no cake today")


if __name__ == "__main__":
    asyncio.run(main())
