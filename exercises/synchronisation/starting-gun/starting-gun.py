import asyncio


async def runner(gun: asyncio.Event, name: str, seconds: float) -> None:
    print(f"{name} is ready")
    await gun.wait()
    print(f"{name} starts")
    await asyncio.sleep(seconds)
    print(f"{name} arrives")


async def starter(gun: asyncio.Event) -> None:
    await asyncio.sleep(2.5)
    print("bang")
    gun.set()


async def main() -> None:
    gun = asyncio.Event()
    await asyncio.gather(runner(gun, "Ann", 4), runner(gun, "Bob", 3), starter(gun))


if __name__ == "__main__":
    asyncio.run(main())
