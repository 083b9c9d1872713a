import asyncio

SITE = {
    "/": (1, ["/tea", "/toast", "/jam", "/eggs"]),
    "/tea": (2, ["/toast", "/milk"]),
    "/toast": (3.5, ["/jam", "/butter"]),
    "/jam": (1.25, []),
    "/eggs": (4, ["/salt"]),
    "/milk": (1.75, []),
    "/butter": (0.5, []),
    "/salt": (0.25, []),
}

under_way = 0


async def fetch_page(path: str) -> list[str]:
    global under_way
    under_way += 1
    if under_way > 3:
        print(f"too many at once: {under_way}")
    seconds, links = SITE[path]
    await asyncio.sleep(seconds)
    under_way -= 1
    print(f"fetched {path}")
    return links


async def worker(queue: asyncio.Queue[str], found: set[str]) -> None:
    while True:
        path = await queue.get()
        for link in await fetch_page(path):
            if link in found:
                continue
            found.add(link)
            queue.put_nowait(link)
        queue.task_done()


async def main() -> None:
    found = {"/"}
    queue: asyncio.Queue[str] = asyncio.Queue()
    queue.put_nowait("/")
    workers = [asyncio.create_task(worker(queue, found)) for _ in range(3)]
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(f"{len(found)} pages")


if __name__ == "__main__":
    asyncio.run(main())
