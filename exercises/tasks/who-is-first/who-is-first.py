import asyncio


async def work(name: str) -> None:
    print(f"{name} begins")
    await asyncio.sleep(1)
    print(f"{name} ends")


async def main() -> None:
    a = asyncio.create_task(work("a"))
    print("a is a task")
    b = asyncio.create_task(work("b"))
    print("b is a task")
    await b
    print("main has b")
    await a
    print("main has a")


if __name__ == "__main__":
    asyncio.run(main())
