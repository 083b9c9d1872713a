"""What asyncio.run() does: run main, cancel what is left, close the loop."""

import asyncio
import sys


async def background() -> None:
    print("background: working")
    try:
        await asyncio.sleep(3600)
    finally:
        print("background: cleaning up")
        await asyncio.sleep(1)
        print("background: clean")


async def main() -> None:
    asyncio.create_task(background())
    await asyncio.sleep(1)
    print("main: done")


def steps() -> None:
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    pending = asyncio.all_tasks(loop)
    print("left over:", len(pending))
    for task in pending:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
    loop.close()
    print("loop closed")


def leftovers() -> None:
    asyncio.run(main())
    print("loop closed")


async def ask(future: asyncio.Future[str]) -> None:
    print("ask:", await future)


async def answer(future: asyncio.Future[str]) -> None:
    await asyncio.sleep(1)
    future.set_result("the answer")


async def all_tasks() -> None:
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(ask(future), name="asking")
    asyncio.create_task(answer(future), name="answering")
    others = asyncio.all_tasks() - {asyncio.current_task()}
    names = sorted(task.get_name() for task in others)
    print("tasks:", ", ".join(names))
    await asyncio.gather(*others)
    print("all done")


if __name__ == "__main__":
    variants = {
        "steps": steps,
        "leftovers": leftovers,
        "all-tasks": lambda: asyncio.run(all_tasks()),
    }
    variants[sys.argv[1] if len(sys.argv) > 1 else "steps"]()
