#!/usr/bin/env python3
"""potfiles.py [--write]: the list of files that hold texts, as po/POTFILES.in ought to be.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER = '# Every file that holds texts; made by po/potfiles.py (./dev pot), A–Z.\n'
MARKED_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(')
COMMENT_C = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)
MARKED_UI = re.compile(r'\btranslatable\s*=\s*["\'](?:yes|true|1)["\']')


def holds_texts(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.ui':
        return MARKED_UI.search(text) is not None
    if path.suffix in ('.c', '.h'):
        return MARKED_C.search(COMMENT_C.sub('', text)) is not None
    return path.suffix == '.in' or path.name.endswith('.gschema.xml')


def candidates():
    for folder, patterns in (('src', ('*.c', '*.h')), ('ui', ('*.ui',)),
                             ('data/desktop', ('*.in', '*.gschema.xml'))):
        for pattern in patterns:
            yield from (ROOT / folder).rglob(pattern)


def potfiles():
    names = sorted(path.relative_to(ROOT).as_posix() for path in candidates() if holds_texts(path))
    return HEADER + ''.join(name + '\n' for name in names)


if __name__ == '__main__':
    if '--write' in sys.argv[1:]:
        (ROOT / 'po' / 'POTFILES.in').write_text(potfiles(), encoding='utf-8')
    else:
        sys.stdout.write(potfiles())
