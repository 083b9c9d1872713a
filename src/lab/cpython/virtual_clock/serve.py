"""Programs as JSON: a request names a program, the answer is its transcript or says why not.

A request is {"source", "entry", "name", "measures", "on"}, the answer {"transcript"} or {"fault"}.
"""

import json
import os
import platform
import sys

from .program import run_program


def answer(request):
    """Answer one request, JSON text in and out."""
    try:
        return json.dumps({"transcript": run_program(**json.loads(request))})
    except (Exception, SystemExit) as error:  # a module may end the program while it is loaded
        return json.dumps({"fault": f"{type(error).__name__}: {error}"})


def serve():
    """Say which Python this is, then answer requests, one a line, until standard input ends."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a program writes past sys.stdout is no answer
    print(json.dumps({"python": platform.python_version()}), file=answers, flush=True)
    for request in sys.stdin:
        print(answer(request), file=answers, flush=True)
