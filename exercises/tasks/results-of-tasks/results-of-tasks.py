import asyncio


async def count_birds(seconds: float, birds: int) -> int:
    await asyncio.sleep(seconds)
    return birds


async def main() -> None:
    garden = asyncio.create_task(count_birds(2, 3))
    park = asyncio.create_task(count_birds(1, 7))
    in_garden = await garden
    in_park = await park
    print(f"garden {in_garden}, park {in_park}")
    print(f"together {in_garden + in_park}")


if __name__ == "__main__":
    asyncio.run(main())
