import asyncio


async def count_down(start: int) -> None:
    for n in range(start, 0, -1):
        print(n)
        await asyncio.sleep(1)


async def main() -> None:
    await count_down(3)
    print("lift-off")


if __name__ == "__main__":
    asyncio.run(main())
