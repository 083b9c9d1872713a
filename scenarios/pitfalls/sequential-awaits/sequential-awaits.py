"""A loop that awaits waits for one after the other, though nobody depends on anybody."""

import asyncio
import sys

SHOPS = (("north", 1, 30), ("south", 2, 25), ("west", 1.5, 28))


async def ask(name: str, seconds: float, price: int) -> int:
    await asyncio.sleep(seconds)
    print(f"{name}: {price}")
    return price


async def wrong() -> None:
    prices = []
    for shop in SHOPS:
        prices.append(await ask(*shop))
    print("best price:", min(prices))


async def right() -> None:
    prices = await asyncio.gather(*(ask(*shop) for shop in SHOPS))
    print("best price:", min(prices))


if __name__ == "__main__":
    variants = {"wrong": wrong, "right": right}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "wrong"]())
