"""Four answers from the network: in order, or all asked for first."""

import asyncio
import sys
import time
from asyncio import StreamReader, StreamWriter

ANSWER_TIMES = {"A": 1, "B": 0.5, "C": 1, "D": 0.5}


def fetch_blocking(name: str, seconds: float) -> None:
    print(f"ask for {name}")
    time.sleep(seconds)
    print(f"got {name}")


def sync() -> None:
    for name, seconds in ANSWER_TIMES.items():
        fetch_blocking(name, seconds)


async def fetch(name: str, seconds: float) -> None:
    print(f"ask for {name}")
    await asyncio.sleep(seconds)
    print(f"got {name}")


async def async_() -> None:
    requests = [
        asyncio.create_task(fetch(name, seconds))
        for name, seconds in ANSWER_TIMES.items()
    ]
    await asyncio.gather(*requests)


async def serve(reader: StreamReader, writer: StreamWriter) -> None:
    request = await reader.readuntil(b"\r\n\r\n")
    name = request.decode().split(" ")[1].removeprefix("/")
    await asyncio.sleep(ANSWER_TIMES[name])
    writer.write(f"HTTP/1.0 200 OK\r\n\r\ndata of {name}\n".encode())
    writer.close()


async def fetch_from(port: int, name: str) -> None:
    print(f"ask for {name}")
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /{name} HTTP/1.0\r\n\r\n".encode())
    await reader.read()
    print(f"got {name}")
    writer.close()
    await writer.wait_closed()


async def streams() -> None:
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        requests = [asyncio.create_task(fetch_from(port, name)) for name in ANSWER_TIMES]
        await asyncio.gather(*requests)


if __name__ == "__main__":
    variants = {
        "sync": sync,
        "async": lambda: asyncio.run(async_()),
        "streams": lambda: asyncio.run(streams()),
    }
    variants[sys.argv[1] if len(sys.argv) > 1 else "sync"]()
