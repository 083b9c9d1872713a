"""The same as requests.ts and writer.ts, on CPython's streams: prints what came of it as JSON."""

import asyncio
import json
import platform
import resource
import sys
import time

PIECE = 64 * 1024


def resident():
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * resource.getpagesize()
    except OSError:
        # macOS tells the highest only, in bytes.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()
    writer.close()


class Tally:
    def __init__(self, expected):
        self.answered = 0
        self.warm = -(-expected // 10)
        self.resident = 0

    def count(self):
        self.answered += 1
        if self.answered == self.warm:
            self.resident = resident()


async def ask(streams, client, requests, begin, tally):
    reader, writer = streams
    await begin.wait()
    for request in range(requests):
        asked = f"client {client} asks for {request}\n"
        writer.write(asked.encode())
        await writer.drain()
        answer = await reader.readline()
        if answer.decode() == asked:
            tally.count()
    writer.close()
    await writer.wait_closed()


async def ask_all(connections, requests):
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=connections)
    port = server.sockets[0].getsockname()[1]
    begin = asyncio.Event()
    tally = Tally(connections * requests)
    clients = []
    for client in range(connections):
        streams = await asyncio.open_connection("127.0.0.1", port)
        clients.append(asyncio.create_task(ask(streams, client, requests, begin, tally)))
    begun = time.perf_counter()
    begin.set()
    for client in clients:
        await client
    seconds = time.perf_counter() - begun
    growth = resident() - tally.resident
    server.close()
    await server.wait_closed()
    return {"answered": tally.answered, "seconds": seconds, "growth": growth}


async def write_to(port, total):
    before = most = resident()
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    piece = memoryview(bytes(PIECE))
    for written in range(0, total, PIECE):
        writer.write(piece[: total - written])
        await writer.drain()
        most = max(most, resident())
    writer.write_eof()
    received = int(await reader.read())
    writer.close()
    await writer.wait_closed()
    seconds = time.perf_counter() - begun
    return {"bytes": received, "seconds": seconds, "growth": most - before}


def main(what, *numbers):
    if what == "version":
        print(platform.python_version())
        return
    # Node raises its limit of open files by itself.
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    program = ask_all if what == "requests" else write_to
    print(json.dumps(asyncio.run(program(*map(int, numbers)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
