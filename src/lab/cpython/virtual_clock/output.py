"""What a program says: the lines that it prints, its warnings, what its loops report and leave.

Each line is stamped with the instant and the name of the task that printed it. Of warnings and
reports only the text is kept, without places in files and addresses, which differ in each run.
"""

import asyncio
import io
import re
import sys
import warnings
from asyncio import base_events, events, log, runners, tasks

from .clock import clock

_hidden_by_default = DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning


class Output:
    def __init__(self):
        self.lines = []
        self.warnings = []
        self.pending = []
        self.reports = []
        self.errors = []
        self._stdout = _Console(self._add_line)
        self._stderr = _Console(self.errors.append)

    def finish(self):
        """End the lines that have been begun, if any."""
        self._stdout.finish()
        self._stderr.finish()

    def patches(self):
        """Listen to the program; meant to be used inside warnings.catch_warnings()."""
        warnings.resetwarnings()
        warnings.simplefilter("always")
        for category in _hidden_by_default:
            warnings.simplefilter("ignore", category)
        yield sys, "stdout", self._stdout
        yield sys, "stderr", self._stderr
        yield warnings, "showwarning", self._add_warning
        yield log.logger, "warning", self._add_logged
        yield runners, "_cancel_all_tasks", self._noting_tasks_left(runners._cancel_all_tasks)
        yield base_events.BaseEventLoop, "default_exception_handler", self._handler()

    def _add_line(self, text):
        line = {"t": round(clock().time(), 9), "text": text}
        task = _current_task_name()
        if task is not None:
            line["task"] = task
        self.lines.append(line)

    def _add_warning(self, message, category, *_place):
        self.warnings.append(f"{category.__name__}: {message}".partition("\n")[0])

    def _add_logged(self, message, *args, **_options):
        self.warnings.append(_without_states(_without_places(message % args)))

    def _noting_tasks_left(self, cancel_all_tasks):
        def cancel_all_tasks_noted(loop):
            self.pending += [task.get_name() for task in tasks.all_tasks(loop)]
            cancel_all_tasks(loop)

        return cancel_all_tasks_noted

    def _handler(self):
        def default_exception_handler(loop, context):
            if _is_out_of_reach(context):
                loop.get_exception_handler()(loop, context["context"])
                return
            message = context.get("message") or "Unhandled exception in event loop"
            report = {"t": round(clock().time(), 9), "message": _without_places(message)}
            if (error := context.get("exception")) is not None:
                report["error"] = {"name": type(error).__name__, "message": str(error)}
            task = context.get("task") or context.get("future")
            if isinstance(task, asyncio.Task):
                report["task"] = task.get_name()
            self.reports.append(report)

        return default_exception_handler


def _is_out_of_reach(context):
    """Tell whether a handler was not called, for its context was the one that ran at the moment.

    The collector chooses the moment, and in another one the handler would have been called.
    """
    error = context.get("exception")
    return "context" in context and "cannot enter context" in str(error)


class _Console(io.TextIOBase):
    """A stream to the outside, cut into lines; all threads write on the same one."""

    def __init__(self, add_line):
        self._begun = ""
        self._add_line = add_line

    def writable(self):
        return True

    def write(self, text):
        clock().post(lambda: self._add(text))
        return len(text)

    def finish(self):
        """End the line that has been begun, if any."""
        if self._begun:
            self.write("\n")

    def _add(self, text):
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._add_line(line)


def _current_task_name():
    if events._get_running_loop() is None:
        return None
    task = asyncio.current_task()
    return None if task is None else task.get_name()


def _without_places(message):
    return re.sub(r" (created )?at (0x[0-9a-fA-F]+|[^ ]+:\d+)", "", message)


def _without_states(message):
    return re.sub(r"(coro=<\S*\(\)) (running|done, defined)", r"\1", message)
