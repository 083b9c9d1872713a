"""The public names of asyncio, as data: what kind of thing each is, and the members of the classes.

Instance attributes are found on instances; what a class has from `object`, from the exceptions and
from the classes of the standard library is not asyncio's own. Pyodide runs nowhere that has Unix
sockets, or Windows, so what asyncio has there in addition is written down by hand.
"""

import asyncio
import inspect
import json
import platform
import sys

ELSEWHERE = {
    "streams": {"open_unix_connection": "coroutine", "start_unix_server": "coroutine"},
    "windows_events": {"ProactorEventLoop": "class", "IocpProactor": "class"},
}
PROTOCOLS = {
    "__aenter__",
    "__aexit__",
    "__aiter__",
    "__anext__",
    "__await__",
    "__enter__",
    "__exit__",
}


def modules():
    for name, module in sorted(sys.modules.items()):
        if name.startswith("asyncio.") and hasattr(module, "__all__"):
            yield name.removeprefix("asyncio."), module


def kind(thing):
    if inspect.isclass(thing):
        return "class"
    if inspect.iscoroutinefunction(thing):
        return "coroutine"
    if callable(thing):
        return "function"
    return "value"


def instances():
    yield asyncio.BaseEventLoop()
    yield asyncio.Condition()
    yield asyncio.IncompleteReadError(b"", 1)
    yield asyncio.LimitOverrunError("", 1)


def own(name, owner):
    """Tell whether a member is asyncio's own, not Python's."""
    if name.startswith("_") and name not in PROTOCOLS:
        return False
    definer = next((base for base in owner.__mro__ if name in vars(base)), None)
    return definer is None or definer.__module__.split(".")[0] in ("asyncio", "_asyncio")


def members(owner):
    found = {name: kind(getattr(owner, name)) for name in dir(owner) if own(name, owner)}
    for instance in instances():
        if type(instance) is owner:
            found |= {name: kind(value) for name, value in vars(instance).items() if own(name, owner)}
    return found


def entry(thing):
    if not inspect.isclass(thing):
        return {"kind": kind(thing)}
    bases = [base for base in thing.__mro__[1:] if base.__name__ in asyncio.__all__]
    inherited = {name for base in bases for name in members(base)}
    return {
        "kind": "class",
        "bases": [base.__name__ for base in bases],
        "members": {name: kind for name, kind in sorted(members(thing).items()) if name not in inherited},
    }


def names():
    found = {}
    for module, contents in modules():
        public = {
            name: entry(getattr(asyncio, name))
            for name in contents.__all__
            if name in asyncio.__all__
        }
        if public:
            found[module] = public
    for module, kinds in ELSEWHERE.items():
        found.setdefault(module, {}).update((name, {"kind": kind}) for name, kind in kinds.items())
    found = {module: dict(sorted(public.items())) for module, public in sorted(found.items())}
    return {"python": platform.python_version(), "modules": found}


def main():
    return json.dumps(names())
