import asyncio


async def ask(server: str, attempt: int) -> str:
    print(f"{server}: attempt {attempt}")
    await asyncio.sleep(1)
    if server == "broken" or attempt < 3:
        raise RuntimeError("busy")
    return "an answer"


async def try_again(server: str) -> str:
    pause = 1
    for attempt in range(1, 5):
        try:
            return await ask(server, attempt)
        except Exception:
            if attempt == 4:
                raise
        await asyncio.sleep(pause)
        pause *= 2
    raise AssertionError("unreachable")


async def main() -> None:
    print(await try_again("busy"))
    try:
        print(await asyncio.wait_for(try_again("broken"), 2.5))
    except TimeoutError:
        print("given up")


if __name__ == "__main__":
    asyncio.run(main())
