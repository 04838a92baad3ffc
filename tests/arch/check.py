#!/usr/bin/env python3
"""check.py SOURCE_ROOT BUILD_ROOT: the rules of the layout, one TAP line each.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import concurrent.futures
import fnmatch
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

SOURCE = pathlib.Path(sys.argv[1]).resolve()
BUILD = pathlib.Path(sys.argv[2]).resolve()

# A layer may include itself and these. Arrows point down only; the engine is pure and knows no files.
BELOW_ENGINE = {'catalogue', 'model', 'base'}
BELOW_STORE = {'model', 'base'}
BELOW_CANVAS = {'exchange', 'render', 'plans', 'interact', 'engine', 'store'} | BELOW_ENGINE
ALLOWED = {
    'base': set(),
    'model': {'base'},
    'store': BELOW_STORE,
    'catalogue': {'store'} | BELOW_STORE,
    'engine': BELOW_ENGINE,
    'interact': {'engine', 'store'} | BELOW_ENGINE,
    'plans': {'engine', 'store'} | BELOW_ENGINE,
    'render': {'interact', 'plans', 'engine', 'store'} | BELOW_ENGINE,
    'exchange': BELOW_CANVAS - {'exchange'},
    'cli': BELOW_CANVAS,
    'canvas': BELOW_CANVAS,
    'app': {'canvas'} | BELOW_CANVAS,
}
# gdk-pixbuf reads pictures and knows no window, whatever its name says
TOOLKIT = re.compile(r'^(gtk|gdk(?!-pixbuf)|gsk|graphene|adwaita)\b|^adw-')
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
MAX_FILE_LINES = 550
MAX_FUNCTION_LINES = 80

RULES = []


def rule(title):
    def register(function):
        RULES.append((title, function))
        return function
    return register


def is_ignored(path):
    """Whether .gitignore names it, or a folder that it is in, as far as our patterns go."""
    parts = path.relative_to(SOURCE).parts
    for line in (SOURCE / '.gitignore').read_text().split():
        among = parts[:1] if line.startswith('/') else parts
        if any(fnmatch.fnmatch(part, line.strip('/')) for part in among):
            return True
    return '.git' in parts


def without_git():
    return [path for path in SOURCE.rglob('*') if not path.is_relative_to(BUILD) and not is_ignored(path)]


def tracked():
    """The project's own files: what git knows and what it would add; without git, all that is not ignored."""
    try:
        out = subprocess.run(['git', '-C', SOURCE, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                             check=True, capture_output=True).stdout.decode()
        paths = [SOURCE / name for name in out.split('\0') if name]
    except (OSError, subprocess.CalledProcessError):
        paths = without_git()
    return sorted(path for path in paths if path.is_file())


FILES = tracked()
SOURCES = [path for path in FILES if path.suffix in ('.c', '.h')]


def layer_of(path):
    parts = path.relative_to(SOURCE).parts
    return parts[1] if parts[0] == 'src' and len(parts) > 2 else None


def name_of(path):
    return path.relative_to(SOURCE).as_posix()


def text_of(path):
    return path.read_text(encoding='utf-8', errors='replace')


def includes_of(path):
    return INCLUDE.findall(text_of(path))


def layer_sources():
    return [(path, layer_of(path)) for path in SOURCES if layer_of(path)]


@rule('without git the same files are found, and no other build folder')
def found_without_git():
    found = set(without_git())
    for path in FILES:
        if path not in found:
            yield f'{name_of(path)} is missing'
    for path in sorted(found):
        if path.suffix == '.ninja' or path.name == 'compile_commands.json':
            yield f'{name_of(path)} is of a build folder'


@rule('every folder of src is a known layer')
def known_layers():
    for layer in sorted({layer for _, layer in layer_sources()} - set(ALLOWED)):
        yield f'src/{layer}'


@rule('layers include only what lies below them')
def arrows_point_down():
    for path, layer in layer_sources():
        for bracket, header in includes_of(path):
            target = header.split('/')[0]
            if bracket == '"' and target in ALLOWED and target not in ALLOWED.get(layer, set()) | {layer}:
                yield f'{name_of(path)} includes {header}'


@rule('project headers are named with their layer')
def headers_with_layer():
    for path, _ in layer_sources():
        for bracket, header in includes_of(path):
            if bracket == '"' and header != 'config.h' and '/' not in header:
                if (SOURCE / 'src' / layer_of(path) / header).exists():
                    yield f'{name_of(path)} includes {header}'


@rule('toolkit headers stand in canvas and app only')
def toolkit_on_top():
    for path, layer in layer_sources():
        for _, header in includes_of(path):
            if layer not in ('canvas', 'app') and TOOLKIT.match(header):
                yield f'{name_of(path)} includes {header}'


@rule('libxml2 headers stand in store, catalogue and exchange only')
def xml_in_its_place():
    for path, layer in layer_sources():
        for _, header in includes_of(path):
            if layer not in ('store', 'catalogue', 'exchange') and header.startswith('libxml/'):
                yield f'{name_of(path)} includes {header}'


@rule('base, model and engine read no files')
def pure_below():
    for path, layer in layer_sources():
        for _, header in includes_of(path):
            if layer in ('base', 'model', 'engine') and re.match(r'gio/|glib/gstdio\.h|stdio\.h|fcntl\.h', header):
                yield f'{name_of(path)} includes {header}'


@rule('the engine asks no clock, locale, environment or chance')
def pure_engine():
    impure = re.compile(r'\b(g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|time|clock_gettime|g_getenv'
                        r'|getenv|setlocale|localeconv|g_random_\w+|rand)\s*\(')
    for path, layer in layer_sources():
        for number, line in enumerate(text_of(path).splitlines(), 1):
            match = impure.search(line) if layer == 'engine' else None
            if match and not line.lstrip().startswith(('*', '/*')):
                yield f'{name_of(path)}:{number} calls {match.group(1)}'


@rule('the command line program links no toolkit')
def cli_without_toolkit():
    program = BUILD / 'src' / 'cli' / 'qianping-cli'
    if not program.exists():
        return
    try:
        linked = subprocess.run(['ldd', program], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return
    for line in linked.splitlines():
        if re.search(r'lib(gtk-4|gtk-3|adwaita|gdk-3)', line):
            yield line.strip()


def flags_by_layer():
    """The compiler and its flags for one file of each layer that this build has."""
    found = {}
    for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
        path = pathlib.Path(entry['directory'], entry['file']).resolve()
        layer = layer_of(path) if path.is_relative_to(SOURCE) and path.suffix == '.c' else None
        if layer and layer not in found and entry.get('output', '').startswith('src/'):  # not the tests that borrow a file
            words = shlex.split(entry.get('command') or '')
            kept = [word for word in words if re.match(r'-[IDfWm]|-std|-isystem|-pthread', word)
                    and not re.match(r'-fsanitize|-MF|-MD|-MQ|-fprofile|-Wl,', word)]
            compiler = words[1] if words and os.path.basename(words[0]) in ('ccache', 'sccache') else words[0]
            found[layer] = (entry['directory'], [compiler] + kept)
    return found


def compile_alone(path, directory, command):
    run = subprocess.run(command + ['-Werror', '-Wno-unused', '-fsyntax-only', '-fdiagnostics-color=never', '-x', 'c', '-'],
                         input=f'#include "{path}"\n', cwd=directory, capture_output=True, text=True)
    breach = next((line for line in run.stderr.splitlines() if 'error' in line), run.stderr)
    return None if run.returncode == 0 else f'{name_of(path)}: {breach}'


@rule('each header compiles alone')
def headers_alone():
    flags = flags_by_layer()
    headers = [path for path, layer in layer_sources() if path.suffix == '.h' and layer in flags]
    if not headers:
        yield 'no header could be tried'
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for breach in pool.map(lambda path: compile_alone(path, *flags[layer_of(path)]), headers):
            if breach:
                yield breach


@rule('each folder says what lives in it')
def readmes():
    folders = {path.parent for path in FILES if name_of(path).startswith(('src/', 'tests/')) and path.suffix in ('.c', '.py')}
    for folder in sorted(folders):
        if not (folder / 'README.md').exists():
            yield name_of(folder)


@rule(f'no source is longer than {MAX_FILE_LINES} lines')
def file_length():
    for path in SOURCES:
        lines = text_of(path).count('\n')
        if lines > MAX_FILE_LINES:
            yield f'{name_of(path)}: {lines} lines'


def functions_of(path):
    """Name, first line and length of each function, as GNU style sets them: braces in the first column."""
    lines = text_of(path).splitlines()
    start = None
    for number, line in enumerate(lines, 1):
        if line == '{' and number > 1 and re.search(r'[)]\s*$', lines[number - 2]):
            start = number
        elif line.startswith('}') and start:
            head = next((lines[i] for i in range(start - 2, -1, -1) if re.match(r'\w', lines[i])), '')
            yield head.split('(')[0].strip(), start, number - start + 1
            start = None


@rule(f'no function is longer than {MAX_FUNCTION_LINES} lines')
def function_length():
    for path in SOURCES:
        for name, line, length in functions_of(path):
            if length > MAX_FUNCTION_LINES:
                yield f'{name_of(path)}:{line} {name}: {length} lines'


@rule('each source says its purpose, copyright and licence')
def heads():
    for path in SOURCES:
        head = text_of(path).split('*/')[0]
        if not re.match(rf'/\* {re.escape(path.name)}: \S', head):
            yield f'{name_of(path)}: no purpose in the first line'
        if 'Copyright 2026 The Qianping authors' not in head or 'SPDX-License-Identifier: GPL-3.0-or-later' not in head:
            yield f'{name_of(path)}: no copyright or licence'


@rule('nothing names the machine it was written on')
def no_machine():
    machine = re.compile(r'(?<![\w.])/(?:work|root|home)/\w|\b(?:192\.168|10\.\d+\.\d+)\.\d+\.?\d*\b(?!\.)|\bbuild-[a-z]+/src')
    skipped = {'.svg', '.png', '.jpg', '.pdf', '.dxf', '.dwg', '.mvr', '.qianping', '.csv', '.gz'}
    for path in FILES:
        if path.suffix in skipped or path.name == 'COPYING':
            continue
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if machine.search(line):
                yield f'{name_of(path)}:{number}: {line.strip()[:100]}'


@rule('texts end lines with a newline, without tabs or trailing blanks')
def tidy():
    for path in SOURCES:
        text = text_of(path)
        if text and not text.endswith('\n'):
            yield f'{name_of(path)}: no newline at the end'
        for number, line in enumerate(text.splitlines(), 1):
            if '\t' in line or line != line.rstrip():
                yield f'{name_of(path)}:{number}: tab or trailing blank'


def main():
    failed = 0
    print(f'1..{len(RULES)}')
    for number, (title, function) in enumerate(RULES, 1):
        breaches = list(function())
        failed += bool(breaches)
        print(f'{"not ok" if breaches else "ok"} {number} - {title}')
        for breach in breaches:
            print(f'# {breach}')
    return 1 if failed else 0


sys.exit(main())
