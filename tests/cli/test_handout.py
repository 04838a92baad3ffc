#!/usr/bin/env python3
"""test_handout.py CLI: documents made of tables, read back by Python's csv and by LibreOffice.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import pathlib
import re
import shutil
import subprocess

from harness import Skip, cli, contains, equal, run, tool

PROJECT = '''<project xmlns="urn:qianping:project" format="1.3" id="10000000-0000-4000-8000-000000000001" title="大屏, &quot;一期&quot;" city="广州" revision="B">
 <fact id="10000000-0000-4000-8000-000000000021" quantity="owner" value="文化公司; 甲方" source="letter" date="2026-10"/>
 <content id="10000000-0000-4000-8000-000000000022" name="Loop" frame_rate_hz="50" audio="phone" public_service_percent="30"/>
 <site id="10000000-0000-4000-8000-000000000002" name="广场, 北" address="Road 1&#10;second line" zone="E4">
 <fact id="10000000-0000-4000-8000-000000000023" quantity="paper_licence" value="No. 12/2026"/>
 <plan id="10000000-0000-4000-8000-000000000003" name="Ground"><obstacle id="10000000-0000-4000-8000-000000000009" kind="building" outline="0,0 9,0 9,9"/>
 <screen id="10000000-0000-4000-8000-000000000004" name="墙 “甲”" environment="outdoor" project_kind="new" cabinet_width_mm="500" cabinet_height_mm="500"
  cabinet_px_w="128" cabinet_px_h="128" columns="16" rows="9" bottom_height_m="5" spares_percent="4" luminance_night_cdm2="300"
  on_time="08:00" off_time="22:00" content="10000000-0000-4000-8000-000000000022" data_feed_m="40"/>
 <screen id="10000000-0000-4000-8000-000000000005" name="bare"/></plan></site></project>'''
DOCUMENTS = ['quantities', 'application', 'siting', 'acceptance']


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / 'p.qianping'
        self.project.write_text(PROJECT, encoding='utf-8')

    def table(self, document, *more, **environment):
        data = cli('export', self.project, '--as', document, '-o', '-', *more, expect=0, **environment).bytes
        assert b'\n' not in data.replace(b'\r\n', b'').replace(b'"Road 1\nsecond line"', b'').replace(b'Road 1\nsecond line', b''), 'CRLF ends rows'
        rows = list(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline=''), strict=True))
        assert all(len(row) == len(rows[0]) for row in rows), 'all rows are as long as the head'
        return [dict(zip(rows[0], row)) for row in rows[1:]]

    def of_screen(self, document, screen='墙 “甲”', more=(), **environment):
        return [row for row in self.table(document, *more, **environment) if row['screen'] == screen]

    def test_all_documents(self):
        for document in DOCUMENTS:
            rows = self.table(document)
            assert len(rows) > 20, document
            for row in rows:
                assert row.get('site') in ('广场, 北', '大屏, "一期"'), row

    def test_quantities(self):
        rows = {row['quantity']: row for row in self.of_screen('quantities') if row['table'] == 'screens'}
        equal(rows['Cabinets']['amount'], '144')
        equal(rows['Spare cabinets, whole']['amount'], '6')  # 4 % of 144 = 5.76
        equal(rows['Area']['amount'], '36.0')
        contains(rows['Area']['formula'], 'cells = 144')
        contains(rows['Width']['formula'], '16')
        bare = {row['quantity']: row for row in self.of_screen('quantities', 'bare') if row['table'] == 'screens'}
        equal(bare['Area']['amount'], '')  # not known is empty, not 0
        totals = {row['quantity']: row for row in self.table('quantities') if row['table'] == 'project'}
        equal(totals['Area']['amount'], '36.0')
        contains(totals['Area']['formula'], 'partial')
        cables = [row for row in self.of_screen('quantities') if row['table'] == 'cabling']
        assert any(row['length_all_m'] for row in cables), cables

    def test_application(self):
        rows = {row['key']: row for row in self.of_screen('application')}
        equal(rows['owner']['value'], '文化公司; 甲方')
        equal(rows['owner']['from'], 'letter, 2026-10')
        equal(rows['city']['value'], '广州')
        equal(rows['address']['value'], 'Road 1\nsecond line')
        equal(rows['size']['value'].replace('\u2009', ' '), '8.00 m × 4.50 m')
        equal(rows['public_service']['value'].replace('\u2009', ' '), '30 %')
        equal(rows['operator']['value'], 'not known')
        contains(rows['operator']['from'], 'operator')
        equal({row['value'] for row in self.of_screen('application', 'bare') if row['key'] in ('area', 'raster', 'maker')}, {'not known'})

    def test_siting(self):
        rows = {row['key']: row for row in self.of_screen('siting')}
        equal(len(rows), 12)
        equal((rows['paper_licence']['state'], rows['paper_licence']['evidence']), ('there', 'No. 12/2026'))
        contains(rows['paper_view_day']['state'], 'drawn')
        equal(rows['paper_form']['state'], 'missing')
        assert all(row['maker'] for row in rows.values())
        bare = {row['key']: row for row in self.of_screen('siting', 'bare')}
        equal(bare['paper_view_day']['state'], 'missing')
        contains(bare['paper_view_day']['evidence'], 'not known')

    def test_acceptance(self):
        rows = self.of_screen('acceptance')
        by_item = {}
        for row in rows:
            by_item.setdefault(row['item'], []).append(row)
            equal((row['measured'], row['deviation'], row['verdict'], row['signature']), ('', '', '', ''))
            assert row['required'] and row['standard'] and row['instrument'] and row['point'], row
        equal(len(by_item), 33)
        contains(by_item['Flatness of the face'][0]['grades'], 'A 1.5-2.5 | B 0.5-1.5')
        contains(by_item['Resistance of insulation'][0]['standard'], 'ACC-08')
        night = [row['required'].replace('\u2009', ' ') for row in by_item['Luminance by night, by zone']]
        contains(night, 'at most 400 cd/m²')
        contains(night, '300 cd/m²')
        equal(by_item['Dead pixels'][0]['required'], 'not known')

    def test_language(self):
        chinese = self.of_screen('siting', more=('--lang', 'zh_CN'))
        english = self.of_screen('siting', more=('--lang', 'en'), LANGUAGE='zh_CN')
        equal([row['key'] for row in chinese], [row['key'] for row in english])
        equal(english[0]['state'], 'missing')
        assert any('\u4e00' <= letter <= '\u9fff' for letter in chinese[0]['state']), chinese[0]
        contains(cli('export', self.project, '--as', 'siting', '--lang', 'fr', '-o', 'x.csv', expect=2).err, 'fr')
        contains(cli('export', self.project, '--as', 'csv', '--lang', 'en', '-o', 'x.csv', expect=2).err, '--lang')
        rows = self.of_screen('application', LANGUAGE='zh_CN', LC_ALL='', LANG='C.UTF-8')
        assert any(row['key'] == 'owner' for row in rows), 'keys are the same in every language'

    def test_csv_bom(self):
        plain = cli('export', self.project, '--as', 'siting', '-o', '-', expect=0).bytes
        path = self.folder / 'x.csv'
        report = cli('export', self.project, '--as', 'siting', '-o', path, '--bom', '--json', expect=0).json()
        equal(path.read_bytes(), b'\xef\xbb\xbf' + plain)
        equal(report['tables'], [{'table': 'siting', 'rows': 24}])

    def test_spreadsheet_in_LibreOffice(self):
        for document in DOCUMENTS:
            path = self.folder / f'{document}.xlsx'
            result = cli('export', self.project, '--as', document, '-o', path)
            if result.status == 2 and 'without spreadsheets' in result.err:
                raise Skip('built without spreadsheets')
            equal(result.status, 0)
            subprocess.run([tool('soffice'), f'-env:UserInstallation=file://{self.folder}/office', '--headless', '--convert-to',
                            'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', '--outdir', str(self.folder / 'out'), str(path)],
                           check=False, capture_output=True, timeout=180)
            sheets = sorted((self.folder / 'out').glob(f'{document}-*.csv'))
            if not sheets:
                raise Skip('LibreOffice made nothing')
            theirs = []
            for sheet in sheets:
                theirs += [cell for row in csv.reader(sheet.open(encoding='utf-8', newline='')) for cell in row]
            have = set(theirs)
            for row in self.table(document):
                for key, cell in row.items():
                    if not cell or key == 'table':
                        continue
                    number = cell.replace('.', '', 1).isdigit()
                    known = any(same(cell, other) for other in have) if number else cell in have
                    assert known, f'{document}: {key} {cell!r} is not in the spreadsheet'

    def test_pages(self):
        for document in DOCUMENTS:
            path = self.folder / f'{document}.pdf'
            cli('export', self.project, '--as', document, '-o', path, expect=0)
            text = subprocess.run([tool('pdftotext'), str(path), '-'], check=True, capture_output=True).stdout.decode()
            text = re.sub(r'\s', '', text)
            for row in self.table(document):
                for key in ('field', 'paper', 'item', 'quantity'):
                    for word in row.get(key, '').split(): # lines of a cell stand between those of its neighbours
                        contains(text, word)
            contains(text, '墙“甲”')
            contains(text, 'bare')
            if shutil.which('pdffonts'):
                fonts = subprocess.run(['pdffonts', str(path)], check=True, capture_output=True).stdout.decode().splitlines()[2:]
                assert fonts and all(line.split()[-5] == 'yes' for line in fonts), fonts

    def test_wrong_use(self):
        for arguments, part in ((['--as', 'siting', '-o', 'x.txt'], 'x.txt'), (['--as', 'siting', '--screen', 'bare', '-o', 'x.csv'], '--screen'),
                                (['--as', 'sitting', '-o', 'x.csv'], 'siting'), (['--as', 'siting', '--bom', '-o', 'x.xlsx'], '--bom'),
                                (['--as', 'siting'], '-o')):
            contains(cli('export', self.project, *arguments, expect=2).err, part)


def same(cell, other):
    """Spreadsheets keep the number itself; the table has the decimals that are shown."""
    try:
        return abs(float(cell) - float(other)) <= 0.5 * 10 ** -len(cell.partition('.')[2]) + 1e-9
    except ValueError:
        return False


run(Cases)
