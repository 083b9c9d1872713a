"""Runs a program that is data on the asyncio of this interpreter; see program.ts for the form.

The twin of interpreter.ts, part by part. It knows Python, not asyncio: what a program calls is
looked up by name. It is loaded once and run many times, each time inside virtual_clock.
"""

import asyncio
import builtins
import concurrent.futures
import contextvars
import math
import time
import types

from frames import of_program
from virtual_clock.clock import DeadlockError, clock
from virtual_clock.loop import VirtualLoop

MAX_STATEMENTS = 500
MAX_ITERATIONS = 5000

_modules = {
    "asyncio": asyncio,
    "concurrent.futures": concurrent.futures,
    "contextvars": contextvars,
    "math": math,
    "time": time,
}


class EndlessError(BaseException):
    """The loop goes on and on."""


class Returned:
    """What a block gives that has met a return statement."""

    def __init__(self, value):
        self.value = value


class Interpreter:
    def __init__(self, program):
        self.program = program
        self.loop = None
        self.statements = 0
        self.names = {
            "report": report,
            "fail": fail,
            "block": block,
            "crash": crash,
            "employ": employ,
            "encoded": encoded,
            "several": several,
        }
        for name in program["callbacks"]:
            self.names[name] = self.callback(name, program["callbacks"][name])
        for name in program["coroutines"]:
            self.names[name] = self.coroutine_function(name, program["coroutines"][name])

    def run(self):
        """Run the program, from its entry, and print how each main ended."""
        run_now(self.block(self.program["module"], {}))
        options = run_now(self.value({"dict": self.program.get("options", {})}, {}))
        mains = self.program["mains"]
        entry = self.program["entry"]
        if entry == "run":
            self.note("run", lambda: asyncio.run(self.names[mains[0]](), **options))
        elif entry == "runner":
            runner = asyncio.Runner(**options)
            for main in mains:
                self.note(main, lambda: runner.run(self.names[main]()))
            self.note("close", runner.close)
            self.note("close again", runner.close)
            self.note("after that", runner.get_loop)
        else:
            loop = asyncio.new_event_loop()
            run_main = run_until_complete if entry == "loop" else run_forever
            for main in mains:
                self.note(main, lambda: run_main(loop, self.names[main]()))
            self.note("close", loop.close)
            self.note("after that", loop.run_forever)

    def note(self, what, call):
        try:
            print(what, "gave", show(call()))
        except BaseException as error:
            print(what, "raised", show(error))

    def callback(self, name, body):
        def callback(*_):
            result = run_now(self.block(body, {}))
            return result.value if result else None

        return of_program(callback, name)

    def coroutine_function(self, name, body):
        async def run_body():
            self.loop = asyncio.get_running_loop()
            result = await self.block(body, {})
            return result.value if result else None

        return of_program(run_body, name)

    async def block(self, body, scope):
        """Run statements; give a Returned if one of them has returned."""
        for statement in body:
            if self.is_over():
                return None
            result = await getattr(self, "do_" + statement["do"].replace(" ", "_"))(statement, scope)
            if result is not None:
                return result

    def is_over(self):
        """Tell whether to go on: not for too long, nor when a garbage collection closes it."""
        self.statements += 1
        is_closed = self.loop is not None and self.loop.is_closed()
        return is_closed or self.statements > MAX_STATEMENTS

    async def do_print(self, statement, scope):
        values = [await self.value(value, scope) for value in statement["values"]]
        print(*map(show, values))

    async def do_evaluate(self, statement, scope):
        await self.value(statement["value"], scope)

    async def do_set(self, statement, scope):
        self.names[statement["name"]] = await self.value(statement["value"], scope)

    async def do_set_attribute(self, statement, scope):
        owner = await self.value(statement["of"], scope)
        setattr(owner, statement["name"], await self.value(statement["value"], scope))

    async def do_return(self, statement, scope):
        return Returned(await self.value(statement["value"], scope))

    async def do_raise(self, statement, scope):
        if "error" in statement:
            raise await self.value(statement["error"], scope)
        raise scope["handled"]

    async def do_if(self, statement, scope):
        branch = "body" if await self.value(statement["test"], scope) else "else"
        return await self.block(statement.get(branch, []), scope)

    async def do_repeat(self, statement, scope):
        for _ in range(statement["times"]):
            result = await self.block(statement["body"], scope)
            if result:
                return result

    async def do_for(self, statement, scope):
        for item in await self.value(statement["in"], scope):
            result = await self.block(statement["body"], {**scope, statement["name"]: item})
            if result:
                return result

    async def do_async_for(self, statement, scope):
        async for item in await self.value(statement["in"], scope):
            result = await self.block(statement["body"], {**scope, statement["name"]: item})
            if result:
                return result

    async def do_async_with(self, statement, scope):
        async with await self.value(statement["manager"], scope) as value:
            inner = {**scope, statement["as"]: value} if "as" in statement else scope
            return await self.block(statement["body"], inner)

    async def do_try(self, statement, scope):
        try:
            return await self.try_and_catch(statement, scope)
        finally:
            await self.block(statement.get("finally", []), scope)

    async def try_and_catch(self, statement, scope):
        try:
            return await self.block(statement["body"], scope)
        except BaseException as error:
            for clause in statement.get("except", []):
                if isinstance(error, self.look_up(clause["error"], {})):
                    inner = {**scope, "handled": error}
                    if "as" in clause:
                        inner[clause["as"]] = error
                    return await self.block(clause["body"], inner)
            raise

    async def value(self, expression, scope):
        if not isinstance(expression, dict):
            return expression
        if "call" in expression:
            return await self.call(expression, scope)
        if "await" in expression:
            return await (await self.value(expression["await"], scope))
        if "name" in expression:
            return self.look_up(expression["name"], scope)
        if "list" in expression:
            return [await self.value(item, scope) for item in expression["list"]]
        if "dict" in expression:
            return {key: await self.value(item, scope) for key, item in expression["dict"].items()}
        if "add" in expression:
            a, b = expression["add"]
            return await self.value(a, scope) + await self.value(b, scope)
        return member(await self.value(expression["of"], scope), expression["get"])

    async def call(self, expression, scope):
        if "on" in expression:
            function = member(await self.value(expression["on"], scope), expression["call"])
        else:
            function = self.look_up(expression["call"], scope)
        args = [await self.value(arg, scope) for arg in expression.get("args", [])]
        options = {
            name: await self.value(value, scope)
            for name, value in expression.get("options", {}).items()
        }
        return function(*args, **options)

    def look_up(self, name, scope):
        if name in scope:
            return scope[name]
        if name in self.names:
            return self.names[name]
        module, _, attribute = name.rpartition(".")
        if module:
            return getattr(_modules[module], attribute)
        if name in ("str", "print") or (name[0].isupper() and hasattr(builtins, name)):
            return getattr(builtins, name)
        raise NameError(f"name '{name}' is not defined")


def run_until_complete(loop, main):
    return loop.run_until_complete(main)


def run_forever(loop, main):
    loop.create_task(main).add_done_callback(lambda _: loop.stop())
    return loop.run_forever()


def member(owner, name):
    """Return an attribute; one that is missing is a TypeError, as it is in JavaScript."""
    if not hasattr(owner, name):
        raise TypeError
    return getattr(owner, name)


def run_now(coroutine):
    """Run a coroutine that waits for nothing."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    coroutine.close()
    raise RuntimeError("await outside of a coroutine")


def report(loop, context):
    """Print what an exception handler is told."""
    task = context.get("task") or context.get("future")
    name = task.get_name() if isinstance(task, asyncio.Task) else "-"
    parts = sorted(key for key in context if key != "source_traceback")
    concerned = context.get("handle") or task
    exception = show(context.get("exception"))
    print("report:", context.get("message"), exception, name, show(parts), str(concerned))


def fail(loop, context):
    """The same, by a handler that fails itself."""
    report(loop, context)
    raise ValueError("fail")


def block(label, seconds):
    """Block a thread."""
    time.sleep(seconds)
    print("blocked:", label)
    return label


def crash(label, seconds):
    """The same, and fail."""
    block(label, seconds)
    raise ValueError(label)


class Job(asyncio.Task):
    """A task of a class of the program's own."""


def employ(loop, coro, **options):
    """Make a Job of a coroutine, as a task factory does."""
    return Job(coro, loop=loop, **options)


def encoded(text):
    """Bytes, which programs as data do not have."""
    return text.encode()


def several(*texts):
    """A tuple of them."""
    return tuple(map(encoded, texts))


def show(value):
    """Return a value as both interpreters show it."""
    if isinstance(value, BaseException) and value.__cause__ is not None:
        return f"{show_alone(value)} from {show(value.__cause__)}"
    return show_alone(value)


def show_alone(value):
    """The same, without the cause of an exception."""
    if isinstance(value, AttributeError):
        return "TypeError()"
    if isinstance(value, (TypeError, RecursionError, DeadlockError)):
        return f"{type(value).__name__}()"
    if isinstance(value, BaseException):
        return f"{value}: {value!r}"
    if isinstance(value, float):
        rounded = round(value, 9)
        return str(int(rounded) if rounded.is_integer() else rounded)
    if isinstance(value, (list, tuple, set)):
        return f"[{', '.join(show(item) for item in value if not is_beneath(item))}]"
    if isinstance(value, asyncio.Task):
        return value.get_name()
    if isinstance(value, types.FrameType):
        return value.f_code.co_qualname
    if isinstance(value, bytes):
        return repr(value)
    if value is None or isinstance(value, (bool, int, str)):
        return str(value)
    return "object"


def is_beneath(value):
    """Tell whether a value is a frame beneath a task: the stack of one that runs goes down to the loop."""
    return isinstance(value, types.FrameType) and value.f_generator is None


def _count_iterations():
    run_once = VirtualLoop._run_once

    def limited(loop):
        if clock().count("iteration") >= MAX_ITERATIONS:
            raise EndlessError
        run_once(loop)

    VirtualLoop._run_once = limited


_count_iterations()
