#!/usr/bin/env python3
"""count.py LOG.json…: add up test cases from meson's logs; the last line is "N passed, N failed".

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later

A test that speaks TAP counts with each of its cases, another as one. A test that died counts as one failure more,
so that cases which never ran cannot go unnoticed. Exit status 1 when anything failed or nothing ran.
"""

import collections
import json
import pathlib
import re
import sys

LINE = re.compile(r'^( *)(not ok|ok)\b([^\n]*)$', re.M)
PLAN = re.compile(r'^1\.\.\d+', re.M)
GOOD = ('OK', 'EXPECTEDFAIL', 'SKIP')


def cases(stdout):
    """The leaves of a TAP stream: a line whose deeper lines came just before only sums them up."""
    counts, depth = collections.Counter(), 0
    for indent, verdict, rest in LINE.findall(stdout):
        if len(indent) >= depth:
            directive = re.search(r'#\s*(SKIP|TODO)\b', rest, re.I)
            counts['skipped' if directive else 'passed' if verdict == 'ok' else 'failed'] += 1
        depth = len(indent)
    return counts


def count(test):
    stdout = test.get('stdout') or ''
    good = test['result'] in GOOD
    if not PLAN.search(stdout):
        outcome = 'skipped' if test['result'] == 'SKIP' else 'passed' if good else 'failed'
        return collections.Counter(**{outcome: 1})
    counts = cases(stdout)
    if not good and not counts['failed']:
        counts['failed'] = 1
    return counts


def suite_of(test):
    """Meson calls a test "project:suite / name", or by its name alone."""
    suites, slash, _ = test['name'].rpartition(' / ')
    return suites.split(':')[-1] if slash else '-'


def told(counts):
    skipped = f', {counts["skipped"]} skipped' if counts['skipped'] else ''
    return f'{counts["passed"]} passed, {counts["failed"]} failed{skipped}'


def main(logs):
    total, broken = collections.Counter(), []
    for log in logs:
        suites = collections.defaultdict(collections.Counter)
        if not pathlib.Path(log).exists():
            total['failed'] += 1
            broken.append(f'{log} (no test ran)')
            continue
        for line in pathlib.Path(log).read_text(encoding='utf-8', errors='replace').splitlines():
            test = json.loads(line)
            counts = count(test)
            suites[suite_of(test)].update(counts)
            broken += [f'{test["name"]} ({test["result"].lower()})'] if counts['failed'] else []
        for suite, counts in sorted(suites.items()):
            print(f'{pathlib.Path(log).stem.removeprefix("dev-"):>9}  {suite:<9} {told(counts)}')
            total.update(counts)
    for name in broken:
        print(f'failed: {name}')
    print(told(total))
    return 1 if total['failed'] or not total['passed'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
