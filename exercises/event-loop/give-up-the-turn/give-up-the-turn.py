import asyncio
import time


def compute_part() -> None:
    time.sleep(0.25)


async def report() -> None:
    for _ in range(12):
        compute_part()
        await asyncio.sleep(0)
    print("report done")


async def phone() -> None:
    await asyncio.sleep(1)
    print("phone answered")


async def main() -> None:
    phoning = asyncio.create_task(phone())
    reporting = asyncio.create_task(report())
    await phoning
    await reporting


if __name__ == "__main__":
    asyncio.run(main())
