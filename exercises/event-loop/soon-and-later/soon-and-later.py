import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon")
    loop.call_later(1, print, "later")
    loop.call_later(2, print, "last")
    print("main goes on")
    await asyncio.sleep(3)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
