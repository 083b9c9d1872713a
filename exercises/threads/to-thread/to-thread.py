import asyncio
import time


def scan(name: str) -> str:
    time.sleep(2)
    return f"{name} is clean"


async def heart() -> None:
    for beat in range(1, 5):
        print(f"beat {beat}")
        await asyncio.sleep(0.5)


async def guard() -> None:
    await asyncio.sleep(0.25)
    print(await asyncio.to_thread(scan, "letter.txt"))


async def main() -> None:
    await asyncio.gather(heart(), guard())


if __name__ == "__main__":
    asyncio.run(main())
