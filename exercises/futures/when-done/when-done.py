import asyncio


async def main() -> None:
    letter = asyncio.get_running_loop().create_future()
    letter.add_done_callback(lambda future: print(f"Ann reads {future.result()}"))
    letter.add_done_callback(lambda future: print(f"Bob reads {future.result()}"))
    print("main writes")
    letter.set_result("hello")
    print("main has written")
    print(f"main reads {await letter}")
    await asyncio.sleep(0)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
