import asyncio


async def count_books(shelf: int) -> int:
    await asyncio.sleep(shelf)
    print(f"shelf {shelf} is counted")
    return shelf * 10


async def main() -> None:
    shelves = [3, 1, 2]
    jobs = [count_books(shelf) for shelf in shelves]
    books = await asyncio.gather(*jobs)
    print(f"books: {' + '.join(str(number) for number in books)}")


if __name__ == "__main__":
    asyncio.run(main())
