import asyncio


async def guard() -> None:
    round = 1
    try:
        while True:
            print(f"round {round}")
            await asyncio.sleep(1)
            round += 1
    finally:
        print("guard goes home")


async def main() -> None:
    asyncio.create_task(guard())
    print("main begins")
    await asyncio.sleep(2.5)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
