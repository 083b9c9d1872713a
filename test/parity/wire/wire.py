"""Runs a program of a writer and a reader on CPython's StreamReader; see programs.ts for the form.

There is no network: the reader is fed by what stands for a transport, which is paused and resumed, and
hands on whatever has arrived once in an iteration, as that of a socket does.
"""

import asyncio
import json


class Transport:
    def __init__(self, reader):
        self.loop = asyncio.get_running_loop()
        self.reader = reader
        self.arrived = b""
        self.has_eof = False
        self.handle = None
        self.is_paused = False

    def arrive(self, data):
        self.arrived += data
        self.watch()

    def end(self):
        self.has_eof = True
        self.watch()

    def pause_reading(self):
        self.is_paused = True

    def resume_reading(self):
        self.is_paused = False
        self.watch()

    def watch(self):
        is_ready = self.arrived or self.has_eof
        if is_ready and not self.is_paused and self.handle is None:
            self.handle = self.loop.call_soon(self.read_ready)

    def read_ready(self):
        self.handle = None
        if self.is_paused:
            return
        if self.arrived:
            data, self.arrived = self.arrived, b""
            self.reader.feed_data(data)
            self.watch()
        else:
            self.has_eof = False
            self.reader.feed_eof()


async def write(transport, writes):
    for delay, text in writes:
        if delay:
            await asyncio.sleep(delay)
        transport.arrive(text.encode())
    transport.end()


def encoded(argument):
    if isinstance(argument, list):
        return tuple(text.encode() for text in argument)
    return argument


async def run(program):
    reader = asyncio.StreamReader(limit=program["limit"])
    transport = Transport(reader)
    reader.set_transport(transport)
    loop = asyncio.get_running_loop()
    start = loop.time()
    outcomes = []
    writing = asyncio.create_task(write(transport, program["writes"]))
    for delay, (method, *arguments), timeout in program["reads"]:
        if delay:
            await asyncio.sleep(delay)
        reading = getattr(reader, method)(*map(encoded, arguments))
        try:
            data = await (asyncio.wait_for(reading, timeout) if timeout else reading)
            said = data.decode()
        except asyncio.IncompleteReadError as error:
            said = f"IncompleteReadError {error.partial.decode()} {error.expected}"
        except asyncio.LimitOverrunError as error:
            said = f"LimitOverrunError {error} {error.consumed}"
        except (ValueError, TimeoutError) as error:
            said = f"{type(error).__name__} {error}"
        outcomes.append([loop.time() - start, method, said, reader.at_eof()])
    await writing
    return outcomes


async def run_all(programs):
    for program in programs:
        print(json.dumps(await run(program)))
