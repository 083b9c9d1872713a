"""Ten clients at once, one server: served one after the other, or all while they wait."""

import asyncio
import sys
import time
from asyncio import StreamReader, StreamWriter
from collections.abc import Awaitable, Callable

CLIENTS = 10
WORK_TIME = 0.5
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n"

Serve = Callable[[StreamReader, StreamWriter], Awaitable[None]]


async def answer(
    reader: StreamReader, writer: StreamWriter, work: Callable[[], Awaitable[None]]
) -> None:
    asyncio.current_task().set_name("server")
    try:
        request = await reader.readuntil(b"\r\n\r\n")
        path = request.decode().split(" ")[1]
        print(f"serving {path}")
        await work()
        writer.write(ANSWER)
        writer.write_eof()
        await reader.read()  # until the client has hung up
    finally:
        writer.close()


async def work_blocking() -> None:
    time.sleep(WORK_TIME)


async def work() -> None:
    await asyncio.sleep(WORK_TIME)


def one_at_a_time() -> Serve:
    turn = asyncio.Lock()

    async def serve(reader: StreamReader, writer: StreamWriter) -> None:
        async with turn:
            await answer(reader, writer, work_blocking)

    return serve


async def all_at_once(reader: StreamReader, writer: StreamWriter) -> None:
    await answer(reader, writer, work)


async def ask(path: str, port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    await reader.read()
    print(f"got {path}")
    writer.close()
    await writer.wait_closed()


async def ask_all(serve: Serve) -> None:
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        clients = [
            asyncio.create_task(ask(f"/{number}", port), name=f"client {number}")
            for number in range(1, CLIENTS + 1)
        ]
        await asyncio.gather(*clients)


async def blocking() -> None:
    await ask_all(one_at_a_time())


async def async_() -> None:
    await ask_all(all_at_once)


if __name__ == "__main__":
    variants = {"blocking": blocking, "async": async_}
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "blocking"]())
