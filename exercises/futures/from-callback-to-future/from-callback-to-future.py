import asyncio
from collections.abc import Callable


def ask_phone_book(
    name: str,
    on_found: Callable[[str], None],
    on_missing: Callable[[LookupError], None],
) -> None:
    loop = asyncio.get_running_loop()
    if name == "Ann":
        loop.call_later(1, on_found, "555-0142")
    else:
        loop.call_later(1, on_missing, LookupError("no such name"))


def number_of(name: str) -> asyncio.Future[str]:
    number = asyncio.get_running_loop().create_future()
    ask_phone_book(name, number.set_result, number.set_exception)
    return number


async def main() -> None:
    print(f"Ann has {await number_of('Ann')}")
    try:
        print(f"Bob has {await number_of('Bob')}")
    except LookupError:
        print("Bob is not in the book")


if __name__ == "__main__":
    asyncio.run(main())
