import asyncio


async def step(name: str) -> None:
    await asyncio.sleep(1)
    print(f"{name} done")


async def main() -> None:
    try:
        async with asyncio.timeout(2.5):
            await step("search")
            await step("download")
            await step("unpack")
            print("all done")
    except TimeoutError:
        print("too late")


if __name__ == "__main__":
    asyncio.run(main())
