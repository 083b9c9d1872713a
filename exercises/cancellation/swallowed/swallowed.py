import asyncio


async def connect() -> None:
    await asyncio.sleep(1)
    raise ConnectionError("no answer")


async def keep_trying() -> None:
    for attempt in [1, 2, 3, 4, 5]:
        print(f"attempt {attempt}")
        try:
            await connect()
        except Exception:
            print("no answer")


async def main() -> None:
    task = asyncio.create_task(keep_trying())
    await asyncio.sleep(2.5)
    print("main cancels")
    task.cancel()
    try:
        await task
        print("the task ended by itself")
    except asyncio.CancelledError:
        print("the task is cancelled")


if __name__ == "__main__":
    asyncio.run(main())
