"""harness.py: runs qianping-cli as a user would, one TAP line a case; what the programs beside it share.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

CLI = sys.argv[1]
SOURCE = pathlib.Path(os.environ['QP_SOURCE_ROOT'])
BUILD = pathlib.Path(os.environ['QP_BUILD_ROOT'])


class Skip(Exception):
    pass


class Result:
    def __init__(self, run):
        self.status = run.returncode
        self.bytes = run.stdout
        self.out = run.stdout.decode('utf-8', 'replace')
        self.err = run.stderr.decode('utf-8', 'replace')

    def json(self):
        return json.loads(self.out)


def cli(*arguments, stdin=b'', expect=None, **environment):
    # the catalogues of whoever runs the tests are not theirs
    env = {**os.environ, 'XDG_DATA_HOME': '/nonexistent', **environment}
    run = subprocess.run([CLI, *map(str, arguments)], input=stdin, capture_output=True, env=env, timeout=120)
    result = Result(run)
    if expect is not None and result.status != expect:
        raise AssertionError(f'{arguments}: exit {result.status}, expected {expect}\n{result.out[:2000]}\n{result.err[:2000]}')
    return result


def tool(name):
    path = shutil.which(name)
    if not path:
        raise Skip(f'{name} is not installed')
    return path


def equal(found, expected):
    assert found == expected, f'found {found!r}, expected {expected!r}'


def contains(text, part):
    assert part in text, f'{part!r} is not in {text[:600]!r}'


def run(cases):
    """Runs each test_… method of the class on a folder of its own and ends the program."""
    names = [name for name in vars(cases) if name.startswith('test_')]
    failed = 0
    print(f'1..{len(names)}')
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(names, 1):
            title = name[len('test_'):].replace('_', ' ')
            try:
                getattr(cases(folder), name)()
                print(f'ok {number} - {title}')
            except Skip as reason:
                print(f'ok {number} - {title} # SKIP {reason}')
            except Exception:
                failed += 1
                print(f'not ok {number} - {title}')
                for line in traceback.format_exc().splitlines():
                    print(f'# {line}')
    sys.exit(1 if failed else 0)
