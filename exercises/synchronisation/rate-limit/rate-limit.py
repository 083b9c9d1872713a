import asyncio


async def ask(places: asyncio.Semaphore, question: int, seconds: float) -> None:
    async with places:
        print(f"asking {question}")
        await asyncio.sleep(seconds)
        print(f"answer {question}")


async def main() -> None:
    durations = [1, 2.5, 1, 1, 1, 1]
    places = asyncio.Semaphore(2)
    await asyncio.gather(
        *(ask(places, i + 1, seconds) for i, seconds in enumerate(durations))
    )


if __name__ == "__main__":
    asyncio.run(main())
