import asyncio


async def say_after(seconds: float, what: str) -> None:
    await asyncio.sleep(seconds)
    print(what)


async def main() -> None:
    tea = asyncio.create_task(say_after(1, "tea is ready"))
    toast = asyncio.create_task(say_after(2, "toast is ready"))
    await tea
    await toast
    print("breakfast")


if __name__ == "__main__":
    asyncio.run(main())
