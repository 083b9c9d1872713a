"""Programs for test/asyncio/subprocess-live.test.ts: each prints what that one's twin prints."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT

node = sys.argv[2]


def start(program, **options):
    return asyncio.create_subprocess_exec(node, "-e", program, **options)


async def failing(awaitable):
    try:
        await awaitable
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


async def errors():
    create = asyncio.create_subprocess_exec
    await failing(create("no-such-program"))
    await failing(create("no-such-program", stdout=PIPE, stderr=STDOUT))
    await failing(create("", env={"PATH": "/"}))
    await failing(create("/"))
    await failing(create(f"{node}/x"))
    await failing(create(node, cwd="/no-such-folder"))
    await failing(create(node, cwd=node))
    await failing(create(node, stdout=STDOUT))
    await failing(create(node, stdin=-7))
    await failing(create(node, stdin=9999))
    await failing(create(node, env={"A=B": "C"}))
    await failing(create("nul\0"))


async def order():
    process = await start("console.log('output')", stdout=PIPE)

    async def waiting(name):
        print(name, await process.wait(), process.returncode, process.stdout.at_eof())

    async def reading():
        print(await process.stdout.read())

    tasks = [asyncio.create_task(it) for it in (waiting("a"), reading(), waiting("b"))]
    print(*(task.get_name() for task in tasks))
    await asyncio.gather(*tasks)
    print([*await process.communicate()], process.returncode)


async def signals():
    for end in signal.SIGKILL, signal.SIGTERM, signal.SIGINT:
        process = await start("console.log(1); setInterval(() => {}, 1000)", stdout=PIPE)
        await process.stdout.readline()
        process.send_signal(end)
        print(await process.wait(), process.returncode)
        for method in process.kill, process.terminate:
            try:
                method()
            except ProcessLookupError as error:
                print([error])
    process = await start("setInterval(() => {}, 1000)", stdin=PIPE)
    for number in 99, -1, 0:
        try:
            process.send_signal(number)
        except OSError as error:
            print(error)
    process.stdin.write(bytes(1 << 22))
    draining = asyncio.create_task(process.stdin.drain())
    await asyncio.sleep(0)
    process.kill()
    await failing(draining)
    await failing(process.stdin.wait_closed())
    await failing(process.stdin.drain())
    print(await process.wait())


async def cancelling():
    process = await start("process.stdin.pipe(process.stdout)", stdin=PIPE, stdout=PIPE)
    waiting = [asyncio.create_task(process.wait()) for _ in range(3)]
    communicating = asyncio.create_task(process.communicate())
    await asyncio.sleep(0)
    waiting[1].cancel()
    communicating.cancel()
    print(await asyncio.gather(communicating, return_exceptions=True))
    process.stdin.write(b"still there")
    print([*await process.communicate()], process.returncode)
    print(await asyncio.gather(*waiting, return_exceptions=True))
    print([*await process.communicate(b"again")])


async def handlers():
    loop = asyncio.get_running_loop()
    handled = asyncio.Event()

    def handler(*args):
        print("handler", *args)
        handled.set()

    for number in 99, 0, 1.5, signal.SIGKILL:
        try:
            loop.add_signal_handler(number, handler)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    loop.add_signal_handler(signal.SIGTERM, handler, "first")
    loop.add_signal_handler(signal.SIGTERM, handler, "second", 2)
    signal.raise_signal(signal.SIGTERM)
    await handled.wait()
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))


asyncio.run(globals()[sys.argv[1]]())
