import asyncio


async def greet(name: str) -> None:
    print(f"hello {name}")


async def main() -> None:
    print("begin")
    ada = greet("Ada")
    bob = greet("Bob")
    print("called both")
    await bob
    await ada
    print("end")


if __name__ == "__main__":
    asyncio.run(main())
