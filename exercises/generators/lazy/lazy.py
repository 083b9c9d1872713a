import asyncio
from collections.abc import Iterator


def squares() -> Iterator[int]:
    for i in range(1, 7):
        print(f"squaring {i}")
        yield i * i


async def main() -> None:
    for square in squares():
        print(f"got {square}")
        if square > 10:
            break


if __name__ == "__main__":
    asyncio.run(main())
