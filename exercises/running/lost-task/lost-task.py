import asyncio


async def save(what: str) -> None:
    print(f"saving {what}")
    await asyncio.sleep(2)
    print(f"saved {what}")


async def main() -> None:
    saving = asyncio.create_task(save("the letter"))
    await asyncio.sleep(1)
    print("window closed")
    await saving


if __name__ == "__main__":
    asyncio.run(main())
