import asyncio


async def fetch_page(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(f"{name} is here")


pages = [("news", 3), ("weather", 1), ("sport", 2)]


async def main() -> None:
    tasks = [asyncio.create_task(fetch_page(name, seconds)) for name, seconds in pages]
    for task in tasks:
        await task
    print("all are here")


if __name__ == "__main__":
    asyncio.run(main())
