import asyncio


async def load(part: str, seconds: float) -> None:
    print(f"{part}: asked for")
    await asyncio.sleep(seconds)
    print(f"{part}: here")


async def main() -> None:
    await asyncio.gather(load("text", 2), load("picture", 3), load("map", 1))
    print("page shown")


if __name__ == "__main__":
    asyncio.run(main())
