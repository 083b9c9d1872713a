import asyncio


async def square(n: int) -> int:
    await asyncio.sleep(1)
    return n * n


async def main() -> None:
    nine = await square(3)
    print("3 squared is", nine)
    sixteen = await square(4)
    print("4 squared is", sixteen)


if __name__ == "__main__":
    asyncio.run(main())
