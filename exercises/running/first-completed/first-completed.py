import asyncio


async def mirror(name: str, seconds: float) -> str:
    try:
        await asyncio.sleep(seconds)
        print(f"{name} answers")
        return name
    except asyncio.CancelledError:
        print(f"{name} is given up")
        raise


async def main() -> None:
    tasks = [
        asyncio.create_task(mirror("Oslo", 2)),
        asyncio.create_task(mirror("Taipei", 1)),
        asyncio.create_task(mirror("Lima", 3)),
    ]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        print(f"used: {task.result()}")


if __name__ == "__main__":
    asyncio.run(main())
