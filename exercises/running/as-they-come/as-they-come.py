import asyncio


async def bake(what: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return what


async def main() -> None:
    ovens = [
        asyncio.create_task(bake("cake", 3)),
        asyncio.create_task(bake("rolls", 1)),
        asyncio.create_task(bake("pie", 2)),
    ]
    for following in asyncio.as_completed(ovens):
        print(f"serving {await following}")


if __name__ == "__main__":
    asyncio.run(main())
