import asyncio

balance = 100


async def withdraw(lock: asyncio.Lock, who: str, amount: int) -> None:
    global balance
    async with lock:
        if balance < amount:
            print(f"{who} is refused")
            return
        await asyncio.sleep(1)  # The bank asks its other computer.
        balance -= amount
        print(f"{who} takes {amount}, {balance} are left")


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(withdraw(lock, "Ann", 70), withdraw(lock, "Bob", 70))


if __name__ == "__main__":
    asyncio.run(main())
