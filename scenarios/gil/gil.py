"""Counting primes: threads share one GIL, processes have one each."""

import asyncio
import math
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def is_prime(n: int) -> bool:
    return all(n % divisor for divisor in range(2, math.isqrt(n) + 1))


def count_primes() -> int:
    return sum(is_prime(n) for n in range(2, 10_000))


def hard_work(rounds: int) -> int:
    primes = 0
    for _ in range(rounds):
        primes = count_primes()
    return primes


def seconds_for(rounds: int) -> float:
    start = time.perf_counter()
    hard_work(rounds)
    return time.perf_counter() - start


def rounds_in_half_a_second() -> int:
    if seconds_for(1) == 0:  # a virtual clock stands still meanwhile
        return 1
    return math.ceil(0.5 / seconds_for(4) * 4)


async def one_thread() -> None:
    rounds = rounds_in_half_a_second()
    results = [hard_work(rounds), hard_work(rounds)]
    for primes in results:
        print(f"{primes} primes")


async def gil_threads() -> None:
    rounds = rounds_in_half_a_second()
    results = await asyncio.gather(
        asyncio.to_thread(hard_work, rounds),
        asyncio.to_thread(hard_work, rounds),
    )
    for primes in results:
        print(f"{primes} primes")


async def worker_threads() -> None:
    rounds = rounds_in_half_a_second()
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:
        results = await asyncio.gather(
            loop.run_in_executor(pool, hard_work, rounds),
            loop.run_in_executor(pool, hard_work, rounds),
        )
    for primes in results:
        print(f"{primes} primes")


if __name__ == "__main__":
    variants = {
        "one-thread": one_thread,
        "gil-threads": gil_threads,
        "worker-threads": worker_threads,
    }
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "one-thread"]())
