import asyncio
import time


async def heart() -> None:
    for beat in range(1, 4):
        print(f"beat {beat}")
        await asyncio.sleep(1)


async def worker() -> None:
    await asyncio.sleep(0.5)
    print("work begins")
    time.sleep(2)
    print("work ends")
    await asyncio.sleep(0.25)
    print("worker goes home")


async def main() -> None:
    await asyncio.gather(heart(), worker())


if __name__ == "__main__":
    asyncio.run(main())
