import asyncio


async def courier(parcel: asyncio.Future[str]) -> None:
    await asyncio.sleep(2)
    print("courier rings")
    parcel.set_result("a lamp")
    await asyncio.sleep(1)
    print("courier is home")


async def main() -> None:
    parcel = asyncio.get_running_loop().create_future()
    trip = asyncio.create_task(courier(parcel))
    print("main waits")
    print(f"main has {await parcel}")
    await trip


if __name__ == "__main__":
    asyncio.run(main())
