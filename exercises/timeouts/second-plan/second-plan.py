import asyncio


async def brew_tea() -> str:
    print("brewing")
    await asyncio.sleep(3)
    return "tea from the kitchen"


async def buy_tea() -> str:
    print("going to the shop")
    await asyncio.sleep(1)
    return "tea from the shop"


async def main() -> None:
    try:
        tea = await asyncio.wait_for(brew_tea(), 1)
    except TimeoutError:
        tea = await asyncio.wait_for(buy_tea(), 2)
    print(f"drinking {tea}")


if __name__ == "__main__":
    asyncio.run(main())
