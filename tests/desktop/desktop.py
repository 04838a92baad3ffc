#!/usr/bin/env python3
"""desktop.py SOURCE_ROOT BUILD_ROOT APP_ID: what data/desktop gives to the desktop, one TAP line a rule.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from tap import check, done, run

SOURCE, BUILD, APP_ID = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
DESKTOP = SOURCE / 'data' / 'desktop'
BUILT = BUILD / 'data' / 'desktop'
MIME = 'application/vnd.qianping+xml'


@check('the launcher is valid and complete')
def _():
    path = BUILT / f'{APP_ID}.desktop'
    problems = run('desktop-file-validate', path)
    text = path.read_text(encoding='utf-8')
    wanted = [f'Icon={APP_ID}', 'Exec=qianping %F', 'Terminal=false', f'MimeType={MIME};']
    return problems + [f'missing: {line}' for line in wanted if line not in text.split('\n')]


@check('the store page is valid')
def _():
    return run('appstreamcli', 'validate', '--no-net', '--explain', BUILT / f'{APP_ID}.metainfo.xml')


def metainfo():
    return ET.parse(DESKTOP / f'{APP_ID}.metainfo.xml.in').getroot()


@check('the store page keeps the rules of quality')
def _():
    root, problems = metainfo(), []
    summary = root.findtext('summary')
    if not 10 <= len(summary) <= 35 or summary.endswith('.') or summary.split()[0].lower() in ('a', 'an', 'the'):
        problems.append(f'summary: {summary!r}')
    if len(root.findtext('name')) > 15:
        problems.append('the name is longer than 15 characters')
    for screenshot in root.iter('screenshot'):
        caption = screenshot.findtext('caption') or ''
        if not caption or caption.endswith('.'):
            problems.append(f'caption: {caption!r}')
        if not re.fullmatch(r'https://\S+/v[0-9.]+/\S+\.png', screenshot.findtext('image').strip()):
            problems.append('a picture must be a PNG at a tag')
    if {color.get('scheme_preference') for color in root.iter('color')} != {'light', 'dark'}:
        problems.append('brand colours for light and dark are wanted')
    if root.find('content_rating').get('type') != 'oars-1.1':
        problems.append('no age rating')
    for release in root.iter('release'):
        if not release.findtext('description/p'):
            problems.append(f'release {release.get("version")} says nothing')
    return problems


@check('the newest release is the version that is built')
def _():
    newest = next(metainfo().iter('release')).get('version')
    news = re.search(r'^## (\S+)', (SOURCE / 'NEWS.md').read_text(encoding='utf-8'), re.M).group(1)
    built = re.search(r'#define QP_VERSION "([^"]+)"', (BUILD / 'config.h').read_text()).group(1)
    return [] if newest == news == built else [f'metainfo {newest}, NEWS.md {news}, build {built}']


@check('the settings compile without a warning')
def _():
    return run('glib-compile-schemas', '--strict', '--dry-run', DESKTOP)


@check('the settings are those that the program uses')
def _():
    schema = ET.parse(DESKTOP / f'{APP_ID}.gschema.xml')
    keys = {key.get('name') for key in schema.iter('key')}
    code = '\n'.join(path.read_text(encoding='utf-8') for path in (SOURCE / 'src' / 'app').glob('*.c'))
    call = re.compile(r'g_settings_(?:get|set|bind|reset|create)[a-z_0-9]*\s*\(\s*[^,]+,\s*"([a-z-]+)"')
    used = set(call.findall(code)) | {key for key in keys if f'"{key}"' in code}
    return ([f'unknown to the schema: {key}' for key in sorted(used - keys)] +
            [f'used by nothing: {key}' for key in sorted(keys - used)])


@check('the icons are square drawings of our own size')
def _():
    problems = []
    for path, size in ((DESKTOP / f'icons/hicolor/scalable/apps/{APP_ID}.svg', 128),
                       (DESKTOP / f'icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg', 16),
                       (DESKTOP / 'icons/hicolor/scalable/mimetypes/application-vnd.qianping+xml.svg', 128)):
        root = ET.parse(path).getroot()
        if (root.get('width'), root.get('height'), root.get('viewBox')) != (str(size),) * 2 + (f'0 0 {size} {size}',):
            problems.append(f'{path.name}: not {size} × {size}')
        if any(element.tag.endswith(('}filter', '}image', '}text', '}script')) for element in root.iter()):
            problems.append(f'{path.name}: a shadow, picture, text or script inside')
    return problems


def file_type(data_home, path):
    """What the desktop takes PATH for, with our description of the type installed in DATA_HOME."""
    done_run = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], text=True, capture_output=True,
                              env={'XDG_DATA_HOME': str(data_home), 'XDG_DATA_DIRS': '/usr/local/share:/usr/share',
                                   'HOME': str(data_home), 'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8'})
    found = re.search(r'content-type: (\S+)', done_run.stdout)
    return found.group(1) if found else done_run.stderr.strip()


@check('a project is known by its name and by its content')
def _():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / 'mime/packages').mkdir(parents=True)
        shutil.copy(BUILT / f'{APP_ID}.xml', folder / 'mime/packages')
        problems = run('update-mime-database', folder / 'mime')
        project = b'<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="urn:qianping:project" format="1.0"/>\n'
        other = b'<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0"/>\n'
        cases = {'city.qianping': (b'<', MIME), 'nameless': (project, MIME), 'pom': (other, 'application/xml')}
        for name, (content, wanted) in cases.items():
            (folder / name).write_bytes(content)
            found = file_type(folder, folder / name)
            if found != wanted:
                problems.append(f'{name}: {found}, not {wanted}')
        return problems


@check('the file shown in the README is a good one')
def _():
    shown = re.search(r'```xml\n(.*?)```', (SOURCE / 'README.md').read_text(encoding='utf-8'), re.S).group(1)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'shown.qianping'
        path.write_text(shown, encoding='utf-8')
        return run('xmllint', '--noout', '--relaxng', SOURCE / 'data' / 'schema' / 'project.rng', path)


done()
