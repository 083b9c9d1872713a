import asyncio


async def baker(queue: asyncio.Queue[str]) -> None:
    for loaf in ["rye", "wheat", "oat"]:
        await asyncio.sleep(1)
        print(f"baked {loaf}")
        await queue.put(loaf)


async def customer(queue: asyncio.Queue[str]) -> None:
    for _ in range(3):
        loaf = await queue.get()
        await asyncio.sleep(1.5)
        print(f"ate {loaf}")
    print("customer goes home")


async def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    await asyncio.gather(baker(queue), customer(queue))


if __name__ == "__main__":
    asyncio.run(main())
