"""Four answers from the network: in order, or all asked for first."""

import asyncio
import sys
import time

ANSWER_TIMES = {"A": 1, "B": 0.5, "C": 1, "D": 0.5}


def fetch_blocking(name: str, seconds: float) -> None:
    print(f"ask for {name}")
    time.sleep(seconds)
    print(f"got {name}")


def sync() -> None:
    for name, seconds in ANSWER_TIMES.items():
        fetch_blocking(name, seconds)


async def fetch(name: str, seconds: float) -> None:
    print(f"ask for {name}")
    await asyncio.sleep(seconds)
    print(f"got {name}")


async def async_() -> None:
    requests = [
        asyncio.create_task(fetch(name, seconds))
        for name, seconds in ANSWER_TIMES.items()
    ]
    await asyncio.gather(*requests)


if __name__ == "__main__":
    variants = {"sync": sync, "async": lambda: asyncio.run(async_())}
    variants[sys.argv[1] if len(sys.argv) > 1 else "sync"]()
