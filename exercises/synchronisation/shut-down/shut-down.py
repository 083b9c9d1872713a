import asyncio


async def postman(letters: asyncio.Queue[str]) -> None:
    for letter in ["a bill", "a card"]:
        await asyncio.sleep(1)
        await letters.put(letter)
    letters.shutdown()


async def reader(letters: asyncio.Queue[str]) -> None:
    try:
        while True:
            letter = await letters.get()
            await asyncio.sleep(1.5)
            print(f"read {letter}")
    except asyncio.QueueShutDown:
        print("no more letters")


async def main() -> None:
    letters: asyncio.Queue[str] = asyncio.Queue()
    await asyncio.gather(postman(letters), reader(letters))


if __name__ == "__main__":
    asyncio.run(main())
