#!/usr/bin/env python3
"""translations.py SOURCE_ROOT: that po/ is complete and sound, one TAP line a rule.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import ast
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from tap import check, done, run

SOURCE = pathlib.Path(sys.argv[1])
PO = SOURCE / 'po'
LANGUAGES = [line for line in (PO / 'LINGUAS').read_text().split() if re.fullmatch(r'[a-z]{2,3}(_[A-Z]{2})?', line)]
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']

# The trade's own words: where the English text has the first, the Chinese one has one of the others.
TERMS = {
    'cabinet': ['箱体'], 'pixel pitch': ['点间距', '像素间距'], 'viewing distance': ['视距'], 'refresh rate': ['刷新率'],
    'luminance': ['亮度'], 'resolution': ['分辨率'], 'bit depth': ['位深'], 'bit rate': ['码率'],
    'aspect ratio': ['宽高比', '幅型比'], 'frame rate': ['帧率', '换帧率', '帧频'], 'content review': ['内容审核'],
    'environmental zone': ['环境区域'], 'not known': ['未知', '不认识'], 'undo': ['撤销'], 'redo': ['重做'],
}
PLACE_HOLDER = re.compile(r'%(?:\d+\$)?[-+ #0\']*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGaAcspn]')


def template(folder):
    """The texts as the sources have them now."""
    pot = folder / 'qianping.pot'
    subprocess.run(['xgettext', '--from-code=UTF-8', '--add-comments', '-f', PO / 'POTFILES.in', '-D', SOURCE, '-o', pot,
                    *(f'--keyword={keyword}' for keyword in KEYWORDS), '--flag=g_strdup_printf:1:c-format',
                    '--flag=_:1:pass-c-format', '--flag=N_:1:pass-c-format'],
                   check=True, stderr=subprocess.DEVNULL)
    return pot


def entries(path):
    """(msgid, [msgstr…]) of each entry of a catalogue that msgattrib found translated, the header left out."""
    text = subprocess.run(['msgcat', '--no-wrap', '--no-location', path], check=True, capture_output=True).stdout.decode()
    for block in text.split('\n\n'):
        fields, field = {}, None
        for line in block.split('\n'):
            match = re.match(r'(msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?) (".*")$', line)
            if match:
                field = match.group(1)
                fields[field] = ast.literal_eval(match.group(2))
            elif line.startswith('"') and field:
                fields[field] += ast.literal_eval(line)
        if fields.get('msgid'):
            yield fields['msgid'], [value for key, value in fields.items() if key.startswith('msgstr')]


def translated():
    for language in LANGUAGES:
        for msgid, msgstrs in entries(PO / f'{language}.po'):
            for msgstr in filter(None, msgstrs):
                yield language, msgid, msgstr


@check('POTFILES.in lists each file that holds texts')
def _():
    wanted = subprocess.run([sys.executable, PO / 'potfiles.py'], check=True, capture_output=True).stdout.decode()
    have, wanted = (PO / 'POTFILES.in').read_text(encoding='utf-8').split('\n'), wanted.split('\n')
    return ([f'missing: {name}' for name in wanted if name not in have] +
            [f'needless: {name}' for name in have if name not in wanted])


for language in LANGUAGES:
    @check(f'{language}: the catalogue is sound')
    def _(language=language):
        return run('msgfmt', '--check', '-o', '/dev/null', PO / f'{language}.po')

    @check(f'{language}: nothing untranslated, nothing fuzzy')
    def _(language=language):
        with tempfile.TemporaryDirectory() as folder:
            merged = pathlib.Path(folder) / 'merged.po'
            subprocess.run(['msgmerge', '-q', '--no-fuzzy-matching', '-o', merged, PO / f'{language}.po',
                            template(pathlib.Path(folder))], check=True)
            result = subprocess.run(['msgfmt', '--statistics', '-o', '/dev/null', merged], capture_output=True, text=True,
                                    env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'}).stderr.strip()
            if 'untranslated' not in result and 'fuzzy' not in result:
                return []
            rest = subprocess.run(['msgattrib', '--untranslated', '--no-wrap', '--no-location', merged],
                                  capture_output=True, text=True).stdout
            return [result] + re.findall(r'^msgid (".+")$', rest, re.M)[:40]


@check('place holders are the same on both sides')
def _():
    def places(text):
        return set(PLACE_HOLDER.findall(re.sub(r'\d+\$', '', text.replace('%%', ''))))
    return [f'{language}: {msgid!r}' for language, msgid, msgstr in translated()
            if '%' in msgid and not places(msgstr) <= places(msgid)]


@check('access keys are kept, as (_K) after the text')
def _():
    label = re.compile(r'[A-Z_][A-Za-z0-9 ,’-]*…?')
    return [f'{language}: {msgid!r}' for language, msgid, msgstr in translated()
            if msgid.count('_') == 1 and label.fullmatch(msgid.replace('_', ''))
            and not re.search(r'\(_[A-Z]\)', msgstr)]


@check('the ends are the same: blanks, line ends, ellipsis')
def _():
    def ends(text):
        return (re.match(r'\s*', text).group(), re.search(r'\s*$', text).group(), text.rstrip().endswith('…'))
    return [f'{language}: {msgid!r}' for language, msgid, msgstr in translated() if ends(msgid) != ends(msgstr)]


@check('the words of the trade are used')
def _():
    return [f'{language}: {msgid!r} without {" or ".join(words)}' for language, msgid, msgstr in translated()
            if language == 'zh_CN' for term, words in TERMS.items()
            if re.search(rf'(?<![-\w]){term}s?\b', msgid, re.I) and not any(word in msgstr for word in words)]


done()
