"""tap.py: checks as functions that give back a list of problems, told as TAP

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import shutil
import subprocess
import sys
import traceback

CHECKS = []


def check(title):
    """Register a function that returns the problems found: none means passed."""
    def register(function):
        CHECKS.append((title, function))
        return function
    return register


def run(program, *args):
    """Run a validator; its output where it fails, else nothing. A validator that is not there is a problem."""
    if shutil.which(program) is None:
        return [f'{program} is not installed']
    done_run = subprocess.run([program, *map(str, args)], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done_run.stdout.strip().split('\n') if done_run.returncode != 0 else []


def done():
    """Run all checks; exit 1 when one failed."""
    failed = 0
    print(f'1..{len(CHECKS)}')
    for number, (title, function) in enumerate(CHECKS, 1):
        try:
            problems = function()
        except Exception:  # a check that breaks is a check that fails, told with its trace
            problems = traceback.format_exc().rstrip().split('\n')
        failed += bool(problems)
        print(f'{"not ok" if problems else "ok"} {number} - {title}')
        for problem in problems:
            print(f'# {problem}')
    sys.exit(1 if failed else 0)
