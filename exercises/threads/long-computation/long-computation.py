import asyncio
import time


def convert(picture: str) -> str:
    time.sleep(3)
    return f"{picture}.png"


async def main() -> None:
    pictures = ["sun", "moon", "star"]
    names = await asyncio.gather(
        *(asyncio.to_thread(convert, picture) for picture in pictures)
    )
    for name in names:
        print(name)


if __name__ == "__main__":
    asyncio.run(main())
