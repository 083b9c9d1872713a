"""Real CPython under a virtual clock: run any asyncio program at once, with exact instants.

`run_program(source, entry)` runs a program's text on the interpreter's own asyncio and returns a
transcript: what was printed, when, by which task, how it ended. Nothing waits for real, and the
same program gives the same transcript every time. What stands in for the outside world:

    clock    one time for the whole program, which moves only when everybody waits
    loop     CPython's event loop on that clock
    network  sockets in memory, for the loop to watch
    order    the sets that asyncio walks, in order of creation
    threads  functions on simulated threads, each with a time of its own
    pools    the executors of concurrent.futures, on simulated threads
    output   what the program prints, warns and reports
    garbage  the collector, at the end only
    real     the real clock instead, for programs that really wait

Pure standard library, Python 3.12 or later, with or without threads of its own (so also Pyodide).
"""

from .program import run_program

__all__ = ["run_program"]
