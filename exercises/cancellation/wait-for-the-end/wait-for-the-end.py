import asyncio


async def shop() -> None:
    print("shop opens")
    try:
        await asyncio.sleep(3600)
    finally:
        print("last guests pay")
        await asyncio.sleep(2)
        print("shop is closed")


async def main() -> None:
    task = asyncio.create_task(shop())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    print("lights out")


if __name__ == "__main__":
    asyncio.run(main())
