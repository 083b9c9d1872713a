import asyncio


async def check(field: str, is_right: bool) -> None:
    await asyncio.sleep(1)
    if not is_right:
        raise ValueError(f"{field} is missing")
    print(f"{field} is fine")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(check("name", False))
            group.create_task(check("town", True))
            group.create_task(check("mail", False))
    except ExceptionGroup as error:
        for problem in error.exceptions:
            print(problem)
        print(f"{len(error.exceptions)} problems")


if __name__ == "__main__":
    asyncio.run(main())
