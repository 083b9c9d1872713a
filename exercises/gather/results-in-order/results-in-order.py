import asyncio


async def fetch_letter(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    print(f"{name} is back")
    return f"letter for {name}"


async def main() -> None:
    letters = await asyncio.gather(
        fetch_letter("Ann", 3), fetch_letter("Bob", 1), fetch_letter("Cid", 2)
    )
    for letter in letters:
        print(letter)


if __name__ == "__main__":
    asyncio.run(main())
