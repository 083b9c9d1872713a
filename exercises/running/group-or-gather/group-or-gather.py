import asyncio


async def upload(part: str, seconds: float, is_broken: bool = False) -> None:
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{part} is stopped")
        raise
    if is_broken:
        raise RuntimeError(f"{part} is broken")
    print(f"{part} is uploaded")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(upload("part one", 1))
            group.create_task(upload("part two", 2, True))
            group.create_task(upload("part three", 3))
    except* RuntimeError:
        print("upload failed")
    await asyncio.sleep(2)
    print("cleaned up")


if __name__ == "__main__":
    asyncio.run(main())
