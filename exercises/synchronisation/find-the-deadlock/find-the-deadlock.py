import asyncio


class Tool:
    def __init__(self, name: str) -> None:
        self.name = name
        self.lock = asyncio.Lock()


async def dine(who: str, first: Tool, second: Tool) -> None:
    async with first.lock:
        print(f"{who} takes the {first.name}")
        await asyncio.sleep(1)
        async with second.lock:
            print(f"{who} takes the {second.name}")
            await asyncio.sleep(1)
            print(f"{who} has eaten")


async def main() -> None:
    fork = Tool("fork")
    knife = Tool("knife")
    await asyncio.gather(
        dine("Ann", fork, knife),
        dine("Bob", fork, knife),
    )


if __name__ == "__main__":
    asyncio.run(main())
