"""Two tasks answer each other, with a new future for each message."""

import asyncio


class Court:
    def __init__(self, loop):
        self.to_server = loop.create_future()
        self.to_receiver = loop.create_future()


async def receiver(court, loop, operations):
    for _ in range(operations):
        value = await court.to_receiver
        court.to_receiver = loop.create_future()
        court.to_server.set_result(value + 1)


async def main(operations, stage):
    loop = asyncio.get_running_loop()
    court = Court(loop)
    task = asyncio.create_task(receiver(court, loop, operations))
    value = 0
    for _ in range(operations):
        court.to_receiver.set_result(value)
        value = await court.to_server
        court.to_server = loop.create_future()
    await task
    return value
