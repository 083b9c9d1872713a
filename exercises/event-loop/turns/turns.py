import asyncio


async def count(name: str) -> None:
    for n in [1, 2]:
        print(f"{name} {n}")
        await asyncio.sleep(0)


async def main() -> None:
    a = asyncio.create_task(count("a"))
    b = asyncio.create_task(count("b"))
    print("main waits")
    await a
    await b
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
