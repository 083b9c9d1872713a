import asyncio


async def fetch_page() -> str:
    try:
        await asyncio.sleep(10)
        return "the page"
    finally:
        print("connection closed")


async def main() -> None:
    try:
        page = await asyncio.wait_for(fetch_page(), 2)
        print(f"got {page}")
    except TimeoutError:
        print("no answer in time")


if __name__ == "__main__":
    asyncio.run(main())
