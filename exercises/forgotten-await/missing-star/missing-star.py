import asyncio


async def load(name: str) -> str:
    await asyncio.sleep(1)
    print(f"{name} loaded")
    return f"text of the {name}"


async def save(name: str, text: str) -> None:
    await asyncio.sleep(2)
    print(f"{name} saved: {text}")


async def main() -> None:
    text = await load("diary")
    await save("copy", text)
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
