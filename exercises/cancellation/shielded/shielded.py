import asyncio


async def save() -> str:
    print("saving")
    await asyncio.sleep(3)
    return "chapter 7"


async def main() -> None:
    task = asyncio.create_task(save())
    saved = "nothing"
    try:
        saved = await asyncio.wait_for(asyncio.shield(task), 2)
    except TimeoutError:
        print("please wait")
        saved = await task
    print(f"{saved} is saved")


if __name__ == "__main__":
    asyncio.run(main())
