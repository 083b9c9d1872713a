"""Run a program under the virtual clock, or the real one, and write down what it does.

Every program starts from the same state: its module is made anew, after time, threads, standard
output and the event loop have been replaced, so that `from time import sleep` gets the virtual one
too; afterwards everything is put back.
"""

import contextlib
import functools
import inspect
import json
import keyword
import platform
import sys
import types
import warnings
from asyncio import events, runners

from . import clock, loop, network, order, pools, threads
from .garbage import collected_at_the_end
from .output import Output


def run_program(source, entry, *, name="program", measures=(), on="virtual"):
    """Run the function `entry` of the module that `source` is the text of; return the transcript.

    The clock that it runs `on` is "virtual" or "real".
    A coroutine function is run by asyncio.run, any other function is called; `async` means a
    function named async_, as is the custom with names that Python keeps for itself. The transcript
    is plain data: python (the version), elapsed, lines ({t, text, task?}), outcome, measures (for
    each function named there, the instant at which its last call ended), warnings, pending (the
    names of the tasks that asyncio.run cancelled at its end), reports (of the loops' default
    exception handler), errors (lines on standard error), network (where sockets were in memory).
    """
    if on == "real":
        from . import real  # not every interpreter has what it needs

        program_clock = clock.start_clock(real.RealClock)
        parts = order, real
        place = real.importable(source)
    else:
        program_clock = clock.start_clock()
        parts = clock, order, network, loop, threads, pools
        place = contextlib.nullcontext()
    output = Output()
    ends = {}
    replaced = _replaced([*parts, output])
    with replaced, place, collected_at_the_end(), _loaded(source, name) as module:
        program_clock.begin()
        outcome = _run(module, entry, measures, ends)
        elapsed = program_clock.now
        program_clock.drain()
        output.finish()
    return {
        "python": platform.python_version(),
        "elapsed": round(elapsed, 9),
        "lines": output.lines,
        "outcome": outcome,
        "measures": ends,
        "warnings": output.warnings,
        "pending": output.pending,
        "reports": output.reports,
        "errors": output.errors,
        **({} if on == "real" else network.trace()),
    }


@contextlib.contextmanager
def _replaced(parts):
    running_loop = events._get_running_loop()
    with contextlib.ExitStack() as stack:
        stack.callback(events._set_running_loop, running_loop)
        events._set_running_loop(None)
        stack.enter_context(warnings.catch_warnings())
        for part in parts:
            for owner, name, value in part.patches():
                _replace(stack, owner, name, value)
        yield


def _replace(stack, owner, name, value):
    if name in vars(owner):
        stack.callback(setattr, owner, name, vars(owner)[name])
    else:
        stack.callback(delattr, owner, name)
    setattr(owner, name, value)


@contextlib.contextmanager
def _loaded(source, name):
    """Make the module; afterwards forget all that it holds, as an interpreter does at its exit."""
    module = types.ModuleType("__program__")
    module.__file__ = f"{name}.py"
    sys.modules[module.__name__] = module
    try:
        exec(compile(source, module.__file__, "exec"), vars(module))
        yield module
    finally:
        del sys.modules[module.__name__]
        vars(module).clear()


def _run(module, entry, measures, ends):
    for name in measures:
        setattr(module, name, _measured(_function(module, name), name, ends))
    function = _function(module, entry)
    try:
        is_coroutine = inspect.iscoroutinefunction(function)
        value = runners.run(function()) if is_coroutine else function()
        return {"type": "return", **_as_json(value)}
    except BaseException as error:
        return {"type": "error", "name": type(error).__name__, "message": str(error)}


def _function(module, name):
    if keyword.iskeyword(name):
        name += "_"
    function = getattr(module, name, None)
    if not callable(function):
        raise LookupError(f"{module.__file__} defines no function {name}")
    return function


def _measured(function, name, ends):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        finally:
            clock.clock().post(note_end)

    def note_end():
        ends[name] = round(clock.clock().now, 9)

    return wrapper


def _as_json(value):
    """Return {"value": value}, or nothing when JSON cannot say it or it is None."""
    try:
        return {} if value is None else {"value": json.loads(json.dumps(value, allow_nan=False))}
    except (TypeError, ValueError):
        return {}
