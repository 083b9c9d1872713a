"""A queue hands items from task to task; whoever finds it empty, or full, waits."""

import asyncio


async def producer_and_consumer():
    """get() waits for an item; items come out in the order in which they went in."""
    queue = asyncio.Queue()

    async def consumer():
        for _ in range(3):
            print("got", await queue.get())

    task = asyncio.create_task(consumer())
    for item in ["a", "b", "c"]:
        await asyncio.sleep(1)
        await queue.put(item)
    await task


async def full_queue():
    """put() waits while a bounded queue is full: the producer is held back."""
    queue = asyncio.Queue(maxsize=1)

    async def producer():
        for item in ["a", "b", "c"]:
            await queue.put(item)
            print("put", item)

    task = asyncio.create_task(producer())
    for _ in range(3):
        await asyncio.sleep(1)
        print("got", await queue.get())
    await task


async def put_without_waiting():
    """put_nowait() and get_nowait() do not wait: a full queue or an empty one is an error."""
    queue = asyncio.Queue(1)
    queue.put_nowait("a")
    try:
        queue.put_nowait("b")
    except asyncio.QueueFull:
        print("full:", queue.full(), queue.qsize())
    print(queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty:", queue.empty(), queue.qsize())


async def getters_are_served_in_order():
    """Several tasks that wait for items are served in the order in which they came."""
    queue = asyncio.Queue()

    async def getter(name: str):
        print(name, "got", await queue.get())

    getters = asyncio.gather(getter("first"), getter("second"))
    await asyncio.sleep(1)
    queue.put_nowait("a")
    queue.put_nowait("b")
    await getters


async def woken_too_late():
    """A woken getter may find the item gone, taken by somebody who did not wait."""
    queue = asyncio.Queue()

    async def getter():
        print("getter got", await queue.get())

    task = asyncio.create_task(getter())
    await asyncio.sleep(1)
    queue.put_nowait("a")
    print("main got", queue.get_nowait())
    await asyncio.sleep(1)
    queue.put_nowait("b")
    await task


async def getter_cancelled():
    """A getter that is cancelled just when an item comes leaves it to the next one."""
    queue = asyncio.Queue()

    async def getter(name: str):
        print(name, "got", await queue.get())

    first = asyncio.create_task(getter("first"))
    second = asyncio.create_task(getter("second"))
    await asyncio.sleep(1)
    queue.put_nowait("a")
    first.cancel()
    await asyncio.wait([first, second])
    print("cancelled:", first.cancelled())


async def join_waits_for_the_work():
    """join() waits until every item that was put has been reported as done."""
    queue = asyncio.Queue()

    async def worker():
        while True:
            item = await queue.get()
            await asyncio.sleep(1)
            print("done with", item)
            queue.task_done()

    task = asyncio.create_task(worker())
    for item in ["a", "b", "c"]:
        queue.put_nowait(item)
    await queue.join()
    print("all done")
    task.cancel()


async def done_too_often():
    """task_done() is refused when it is called more often than items were put."""
    queue = asyncio.Queue()
    queue.put_nowait("a")
    queue.get_nowait()
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


async def priority_queue():
    """A priority queue gives the smallest item first."""
    queue = asyncio.PriorityQueue()
    queue.put_nowait((3, "low"))
    queue.put_nowait((1, "high"))
    queue.put_nowait((2, "middle"))
    while not queue.empty():
        priority, name = await queue.get()
        print(priority, name)


async def lifo_queue():
    """A LIFO queue gives the item first that was put last: a stack."""
    queue = asyncio.LifoQueue()
    for item in ["a", "b", "c"]:
        queue.put_nowait(item)
    while not queue.empty():
        print(await queue.get())


async def shut_down_queue():
    """After shutdown() nothing can be put; what is left can be got, and then no more."""
    queue = asyncio.Queue()
    queue.put_nowait("a")
    queue.shutdown()
    try:
        queue.put_nowait("b")
    except asyncio.QueueShutDown:
        print("nothing more is accepted")
    print(await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("nothing is left")


async def shutdown_wakes_all():
    """shutdown() wakes all who wait at the queue: that is how consumers learn of the end."""
    queue = asyncio.Queue()

    async def consumer(name: str):
        try:
            while True:
                print(name, "got", await queue.get())
        except asyncio.QueueShutDown:
            print(name, "ends")

    consumers = asyncio.gather(consumer("first"), consumer("second"))
    for item in ["a", "b", "c"]:
        await asyncio.sleep(1)
        queue.put_nowait(item)
    queue.shutdown()
    await consumers


async def immediate_shutdown():
    """shutdown(immediate=True) drops what is left, and join() does not wait for it."""
    queue = asyncio.Queue()
    queue.put_nowait("a")
    queue.put_nowait("b")
    asyncio.get_running_loop().call_later(1, queue.shutdown, True)
    await queue.join()
    print("size:", queue.qsize())
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("nothing is left")
