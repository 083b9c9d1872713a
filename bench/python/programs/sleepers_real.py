"""Make tasks that sleep for random times, and await them all."""

import asyncio

MODULUS = 2**31
SPREAD = 5e-7


def delays(count):
    """The delays that the other peers have too."""
    seed = 1
    for _ in range(count):
        seed = (seed * 48271) % (MODULUS - 1)
        yield (seed / MODULUS) * count * SPREAD


async def child(delay, value):
    await asyncio.sleep(delay)
    return value


async def main(operations, stage):
    tasks = [asyncio.create_task(child(delay, i)) for i, delay in enumerate(delays(operations))]
    total = 0
    for task in tasks:
        total += await task
    return total
