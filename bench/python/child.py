"""A peer in CPython: runs one program as often as it is told, and says how long each run took.

The protocol is that of the children in Node: a line of JSON in, a line of JSON out. What is timed is
what the others time: making the loop, running main to its end, closing the loop.
"""

import asyncio
import importlib
import json
import platform
import sys
import time


def loop_factory(kind, program):
    if getattr(program, "virtual", False):
        from virtual import VirtualLoop

        return VirtualLoop
    if kind == "uvloop":
        import uvloop

        return uvloop.new_event_loop
    return asyncio.new_event_loop


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096


class Stage:
    """What a program can tell of itself while it runs."""

    def __init__(self):
        self.begin = time.perf_counter_ns()
        self.end = None
        self.resident = None

    def begun(self):
        """What comes before is no part of the time."""
        self.begin = time.perf_counter_ns()

    def ended(self):
        """What comes after is no part of the time."""
        self.end = time.perf_counter_ns()

    def all_asleep(self):
        self.resident = resident()
        asyncio.get_running_loop().stop()


def measure_memory(program, factory, operations):
    """Run the program until all its tasks are asleep, and say how much memory they have added."""
    before = resident()
    stage = Stage()
    loop = factory()
    task = loop.create_task(program.main(operations, stage))
    loop.run_forever()
    kept.append((loop, task))
    return {"bytes": stage.resident - before, "checksum": operations}


def measure_time(program, factory, operations):
    stage = Stage()
    with asyncio.Runner(loop_factory=factory) as runner:
        checksum = runner.run(program.main(operations, stage))
    end = stage.end or time.perf_counter_ns()
    return {"nanoseconds": end - stage.begin, "checksum": checksum}


kept = []


def child(name, kind):
    if kind == "version":
        if sys.version_info < (3, 11):
            sys.exit(1)
        print(json.dumps({"version": platform.python_version(), "uvloop": uvloop_version()}))
        return
    program = importlib.import_module("programs." + name.replace("-", "_"))
    factory = loop_factory(kind, program)
    measure = measure_memory if getattr(program, "measures_memory", False) else measure_time
    print("{}", flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(measure(program, factory, request["operations"])), flush=True)


def uvloop_version():
    try:
        import uvloop

        return uvloop.__version__
    except ImportError:
        return None


if __name__ == "__main__":
    child(*sys.argv[1:])
