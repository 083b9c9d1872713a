"""A context variable has a value of its own in each task, which begins with a copy of others."""

import asyncio
from contextvars import ContextVar, copy_context


async def copy_for_each_task():
    """What a task sets is seen by nobody but itself: it works on a copy."""
    user = ContextVar("user", default="nobody")

    async def login(name: str):
        user.set(name)
        await asyncio.sleep(1)
        print("task:", user.get())

    await asyncio.gather(login("Ann"), login("Bob"))
    print("main:", user.get())


async def copy_at_the_start():
    """A task sees what was set before it was made, not what is set later."""
    user = ContextVar("user", default="nobody")

    async def work():
        print("task:", user.get())

    user.set("Ann")
    task = asyncio.create_task(work())
    user.set("Bob")
    await task
    print("main:", user.get())


async def await_shares_the_context():
    """An awaited coroutine is part of the same task: what it sets stays set."""
    user = ContextVar("user", default="nobody")

    async def login():
        user.set("Ann")

    await login()
    print(user.get())
    user.set("nobody again")
    await asyncio.create_task(login())
    print(user.get())


async def reset_by_a_token():
    """set() gives a token that brings the value before it back."""
    level = ContextVar("level", default=0)
    token = level.set(1)
    print(level.get())
    level.reset(token)
    print(level.get())


async def variable_without_a_value():
    """A variable that was never set and has no default has no value."""
    user = ContextVar("user")
    try:
        user.get()
    except LookupError:
        print("no value,", user.get("but a fallback"))


async def context_of_a_callback():
    """A callback runs in a copy of the context in which it was scheduled."""
    loop = asyncio.get_running_loop()
    user = ContextVar("user", default="nobody")

    def callback():
        print("callback:", user.get())
        user.set("callback")

    user.set("Ann")
    loop.call_soon(callback)
    user.set("Bob")
    await asyncio.sleep(0)
    print("main:", user.get())


async def task_in_a_given_context():
    """A task that is given a context works in it: what it sets can be seen there."""
    user = ContextVar("user", default="nobody")
    context = copy_context()

    async def login():
        user.set("Ann")

    await asyncio.create_task(login(), context=context)
    print(context.get(user), user.get())


async def function_in_a_context():
    """run() calls a function inside a context and leaves the current one alone."""
    user = ContextVar("user", default="nobody")
    context = copy_context()

    def login(name: str):
        user.set(name)
        return user.get()

    print(context.run(login, "Ann"), user.get())
    print(context.get(user))


async def context_of_a_done_callback():
    """A done callback runs in the context in which it was added."""
    user = ContextVar("user", default="nobody")
    future = asyncio.get_running_loop().create_future()

    def callback(_done: asyncio.Future):
        print("callback:", user.get())

    user.set("Ann")
    future.add_done_callback(callback)
    user.set("Bob")
    future.set_result(None)
    await asyncio.sleep(0)
