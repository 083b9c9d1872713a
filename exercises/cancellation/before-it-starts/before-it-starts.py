import asyncio


async def work(name: str) -> None:
    try:
        print(f"{name} begins")
        await asyncio.sleep(1)
        print(f"{name} ends")
    finally:
        print(f"{name} cleans up")


async def main() -> None:
    early = asyncio.create_task(work("early"))
    late = asyncio.create_task(work("late"))
    early.cancel()
    print("main cancelled early")
    await asyncio.sleep(0)
    late.cancel()
    print("main cancelled late")
    await asyncio.gather(early, late, return_exceptions=True)
    print("both are over")


if __name__ == "__main__":
    asyncio.run(main())
