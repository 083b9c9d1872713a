import asyncio


async def send(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    if name == "Bob":
        raise ValueError("Bob has moved")
    return name


async def main() -> None:
    results = await asyncio.gather(
        send("Ann", 2), send("Bob", 1), send("Cid", 3), return_exceptions=True
    )
    for result in results:
        if isinstance(result, Exception):
            print(f"not sent: {result}")
        else:
            print(f"sent: {result}")


if __name__ == "__main__":
    asyncio.run(main())
