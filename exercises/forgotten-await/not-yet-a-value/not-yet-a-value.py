import asyncio


async def price(what: str) -> int:
    await asyncio.sleep(1)
    return 2 if what == "tea" else 3


async def main() -> None:
    tea = await price("tea")
    cake = await price("cake")
    print(f"tea {tea}, cake {cake}")
    print(f"together {tea + cake}")


if __name__ == "__main__":
    asyncio.run(main())
