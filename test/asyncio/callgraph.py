"""The programs of callgraph.test.ts, as they are in Python."""

import asyncio
from asyncio import capture_call_graph, create_task, format_call_graph, print_call_graph, sleep


async def leaf(future):
    await future


async def middle(future):
    await leaf(future)


async def chain():
    future = asyncio.Future()
    task = create_task(middle(future), name="the chain")
    print_call_graph(task)
    await sleep(0)
    print_call_graph(task)
    print_call_graph(future)
    future.set_result(None)
    print_call_graph(future)
    await task
    print_call_graph(future)


async def awaiting(task):
    await task


async def tasks():
    first = create_task(sleep(1))
    second = create_task(awaiting(first))
    third = create_task(awaiting(second))
    await sleep(0)
    print_call_graph(first)
    await third


async def limits():
    future = asyncio.Future()
    task = create_task(middle(future))
    await sleep(0)
    for limit in (2, 1, -1, -2, 0):
        print(limit)
        print_call_graph(task, limit=limit)
        print_call_graph(future, limit=limit)
    future.set_result(None)


def helper(limit, depth):
    print(format_call_graph(limit=limit, depth=depth))


async def inner(limit, depth):
    helper(limit, depth)


async def outer(limit, depth):
    await inner(limit, depth)


async def running():
    for depth in (0, 1, 2, 3, 4):
        print("depth", depth)
        await outer(None, depth)
    for limit in (3, 2, 1, 0, -1, -2, -3):
        print("limit", limit)
        await outer(limit, 1)
    await create_task(outer(None, 1))
    print_call_graph()
    print_call_graph(asyncio.current_task())


async def gathers(futures):
    await asyncio.gather(*futures)


async def waits(futures):
    await asyncio.wait(futures)


async def waits_for_a_second(futures):
    await asyncio.wait(futures, timeout=1)


async def waits_for_one(futures):
    await asyncio.wait_for(futures[0], 10)


async def shields(futures):
    await asyncio.shield(futures[0])


async def groups(futures):
    async with asyncio.TaskGroup() as group:
        group.create_task(waits_for_one(futures), name="in the group")


async def as_they_come(futures):
    for next in asyncio.as_completed(futures):
        await next


async def as_futures(futures):
    async for future in asyncio.as_completed(futures):
        print(future.result())


WAITS = (gathers, waits, waits_for_a_second, waits_for_one, shields, groups, as_they_come, as_futures)


async def several():
    # Without the calls where a task may be done: CPython fails to format those.
    kept = []  # so that no two have the same id
    for waiting in WAITS:
        futures = [asyncio.Future(), asyncio.Future()]
        task = create_task(waiting(futures), name="waits")
        kept.append((futures, task))
        for round in range(3):
            await sleep(0)
        print_call_graph(futures[0])
        print_call_graph(task)
        for child in asyncio.all_tasks():
            if child.get_name() == "in the group":
                kept.append(child)
                print_call_graph(child)
        await sleep(2)
        print_call_graph(futures[0], limit=0)
        for future in futures:
            future.set_result("done")
        await task
        print_call_graph(futures[0], limit=0)


async def cancelled():
    kept = []
    for waiting in WAITS:
        futures = [asyncio.Future(), asyncio.Future()]
        task = create_task(waiting(futures), name="waits")
        kept.append((futures, task))
        for round in range(3):
            await sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass
        print_call_graph(futures[0], limit=0)
        await sleep(0)
        print_call_graph(futures[0], limit=0)


async def looking(future):
    await future
    print_call_graph(future, limit=0)


async def showing(future):
    print_call_graph(future, limit=0)


async def after():
    future = asyncio.Future()
    await asyncio.wait([future], timeout=0)
    await create_task(showing(future))
    asyncio.get_running_loop().call_soon(lambda: future.set_result(None))
    await future
    await create_task(showing(future))


async def twice():
    future = asyncio.Future()
    gathering = asyncio.gather(future)
    task = create_task(looking(future))
    await sleep(0)
    asyncio.get_running_loop().call_soon(lambda: future.set_result(None))
    await future
    await task
    await gathering


async def in_a_lock(lock):
    async with lock:
        await sleep(1)


async def in_a_condition(condition):
    async with condition:
        await condition.wait_for(lambda: False)


async def at_an_event(event):
    await event.wait()


async def at_a_queue(queue):
    await queue.get()


async def joining(queue):
    queue.put_nowait("item")
    await queue.join()


async def at_a_barrier(barrier):
    await barrier.wait()


async def primitives():
    lock = asyncio.Lock()
    for coro in (
        in_a_lock(lock),
        in_a_lock(lock),
        in_a_lock(asyncio.Semaphore(0)),
        in_a_condition(asyncio.Condition()),
        at_an_event(asyncio.Event()),
        at_a_queue(asyncio.Queue()),
        joining(asyncio.Queue()),
        at_a_barrier(asyncio.Barrier(2)),
    ):
        task = create_task(coro)
        await sleep(0)
        print_call_graph(task)


async def in_a_block():
    async with asyncio.timeout(10):
        async with asyncio.TaskGroup():
            helper(None, 1)


async def blocks():
    await in_a_block()


def nothing():
    print(capture_call_graph(), repr(format_call_graph()))


async def callbacks():
    asyncio.get_running_loop().call_soon(nothing)
    await sleep(0)


def outside():
    for call in (capture_call_graph, format_call_graph, lambda: capture_call_graph("task")):
        try:
            call()
        except (RuntimeError, TypeError) as error:
            print(error)


def raising():
    raise ValueError("no")


async def failing():
    raising()


async def stacks():
    task = create_task(middle(sleep(1)))
    print([frame.f_code.co_name for frame in task.get_stack()])
    await sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()])
    print([frame.f_code.co_name for frame in task.get_stack(limit=1)])
    print(task.get_stack(limit=0), task.get_stack(limit=-1))
    await task
    print(task.get_stack())
    failed = create_task(failing())
    await asyncio.wait([failed])
    print([frame.f_code.co_name for frame in failed.get_stack()])
    print([frame.f_code.co_name for frame in failed.get_stack(limit=1)])
    print(failed.get_stack(limit=0), failed.exception())
    stopped = create_task(sleep(1))
    stopped.cancel()
    await asyncio.wait([stopped])
    print(stopped.get_stack())
    print([frame.f_code.co_name for frame in asyncio.current_task().get_stack()][-1])
