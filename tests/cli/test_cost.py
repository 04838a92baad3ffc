#!/usr/bin/env python3
"""test_cost.py CLI: the budget of a project, over the years, as a table and as a spreadsheet.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import pathlib
import re
import subprocess
import sys
import zipfile
from decimal import ROUND_HALF_UP, Decimal

from harness import SOURCE, Skip, cli, contains, equal, run, tool

PROJECT = '''<project xmlns="urn:qianping:project" format="1.3" id="10000000-0000-4000-8000-000000000001" title="Kosten, 预算"
 tax_percent="13" tariff_per_kwh="0.75" discount_rate_percent="8" horizon_years="10" first_year="2027" grid="south">
 <cost id="10000000-0000-4000-8000-000000000011" group="K" name="设计, &quot;全套&quot;" unit="套" quantity="1.5" price_low="90000" price="100000.37" price_high="130000" tax_percent="6"/>
 <cost id="10000000-0000-4000-8000-000000000012" item="contingency" unit="%" price="5" price_date="2026"/>
 <cost id="10000000-0000-4000-8000-000000000013" group="N" name="Slots" unit="unit" quantity="120" price="25000"/>
 <funding id="10000000-0000-4000-8000-000000000014" name="City" percent="60"/>
 <funding id="10000000-0000-4000-8000-000000000015" name="Owner" percent="40"/>
 <alternative id="10000000-0000-4000-8000-000000000016" name="Half"><changed id="10000000-0000-4000-8000-000000000017"
  of="10000000-0000-4000-8000-000000000004" field="columns" value="8"/></alternative>
 <site id="10000000-0000-4000-8000-000000000002"><plan id="10000000-0000-4000-8000-000000000003">
 <screen id="10000000-0000-4000-8000-000000000004" name="墙" environment="indoor" cabinet="roe-sr1.2" columns="16" rows="16" on_time="08:00"
  off_time="22:00" price_low="9000" price="10000.01" price_high="12000" price_source="offer" price_date="2026-11"/></plan></site></project>'''


def cents(value):
    return int((Decimal(str(value)) * 100).to_integral_value(ROUND_HALF_UP))


def sheet_values(path):
    """Values and formulas of all cells, by sheet and place; texts of the spreadsheet."""
    book = zipfile.ZipFile(path)
    shared = re.findall(r'<si>(.*?)</si>', book.read('xl/sharedStrings.xml').decode(), re.S)
    cells = {}
    for name in book.namelist():
        if re.match(r'xl/worksheets/sheet\d+\.xml', name):
            for place, inside in re.findall(r'<c r="([A-Z]+\d+)"[^>]*>(.*?)</c>', book.read(name).decode(), re.S):
                value = re.search('<v>(.*?)</v>', inside)
                cells[name, place] = (value and value[1], '<f' in inside)
    return cells, [re.sub('<[^>]+>', '', text) for text in shared]


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / 'p.qianping'
        self.project.write_text(PROJECT, encoding='utf-8')

    def cost(self, *more):
        return cli('cost', self.project, '--date', '2026-11-28', '--json', *more, expect=0).json()

    def test_sums_agree_to_the_cent(self):
        cost = self.cost()
        first = [line for line in cost['lines'] if line['group'] <= 'L' and line['missing'] is None]
        assert len(first) >= 4
        for line in first:
            exact = Decimal(str(line['quantity'])) * Decimal(str(line['price']['likely'])) / (100 if line['unit'] == '%' else 1)
            equal(cents(line['amount']['likely']), cents(exact))
            equal(cents(line['tax']['likely']), cents(Decimal(str(line['amount']['likely'])) * Decimal(str(line['tax_percent'])) / 100))
        amount = sum(cents(line['amount']['likely']) for line in first)
        tax = sum(cents(line['tax']['likely']) for line in first)
        equal(cents(cost['first_cost']['amount']['likely']), amount)
        equal(cents(cost['first_cost']['with_tax']['likely']), amount + tax)
        equal(sum(cents(share['amount']) for share in cost['funding']), amount + tax)
        equal(cents(cost['first_cost_per_m2']), cents(Decimal(amount) / 100 / Decimal(str(cost['area_m2']))))

    def test_one_source_of_funds_is_told(self):
        """With all of it on one source there is one share: it is no reason to hide who pays."""
        one = self.folder / 'one.qianping'
        one.write_text(re.sub(r' <funding [^>]*name="Owner"[^>]*/>\n', '', PROJECT).replace('percent="60"', 'percent="100"'), encoding='utf-8')
        equal([share['name'] for share in cli('cost', one, '--json', expect=0).json()['funding']], ['City'])
        out = cli('cost', one, expect=0).out
        contains(out, 'Sources of funds')
        contains(out, 'City')
        bare = self.folder / 'bare.qianping'
        bare.write_text(re.sub(r' <funding [^>]*/>\n', '', PROJECT), encoding='utf-8')
        assert 'Sources of funds' not in cli('cost', bare, expect=0).out

    def test_present_value_is_named_as_in_the_report(self):
        contains(cli('cost', self.project, expect=0).out, 'Present value of cost less income')

    def test_missing_is_null(self):
        cost = self.cost()
        missing = [line for line in cost['lines'] if line['missing']]
        assert missing and cost['partial'] is True
        for line in missing:
            equal(line['amount'], {'low': None, 'likely': None, 'high': None})
        contains(cli('cost', self.project, expect=0).out, 'These sums are partial')

    def test_years(self):
        cost = self.cost()
        equal([year['year'] for year in cost['years']], list(range(2027, 2038)))
        npv = sum(year['net'] / 1.08 ** t for t, year in enumerate(cost['years']))
        assert abs(cost['over_the_years']['npv_net'] - npv) < 0.01
        equal(cost['over_the_years']['co2_kg_per_kwh'], 0.4042)
        contains(cost['over_the_years']['co2_origin'], '2023')
        equal(cost['years'][3]['income'], 3000000)

    def test_same_seed_same_answer(self):
        one, again, other = self.cost('--seed', '5'), self.cost('--seed', '5'), self.cost('--seed', '6')
        equal(one['ranges'], again['ranges'])
        assert one['ranges']['npv']['p10'] != other['ranges']['npv']['p10']
        ranges = one['ranges']['first_cost_with_tax']
        assert ranges['p10'] < ranges['p50'] < ranges['p90']
        # the digits of the generator, on every machine
        equal(round(one['ranges']['first_cost_with_tax']['p50'], 2), PINNED)

    def test_alternatives(self):
        compared = cli('cost', self.project, '--compare', '--json', expect=0).json()['variants']
        equal([variant['name'] for variant in compared], [None, 'Half'])
        equal(compared[1]['area_m2'] * 2, compared[0]['area_m2'])
        half = self.cost('--alternative', 'Half')
        equal(half['first_cost']['with_tax']['likely'], compared[1]['first_cost_with_tax'])
        assert half['first_cost']['with_tax']['likely'] < self.cost()['first_cost']['with_tax']['likely']
        contains(cli('cost', self.project, '--compare', expect=0).out, 'Half')
        contains(cli('cost', self.project, '--alternative', 'Third', expect=2).err, 'Third')

    def test_csv(self):
        path = self.folder / 'b.csv'
        report = cli('export', self.project, '--as', 'csv', '--bom', '-o', path, '--json', expect=0).json()
        data = path.read_bytes()
        assert data.startswith(b'\xef\xbb\xbf') and data.count(b'\n') == data.count(b'\r\n')
        rows = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline=''), strict=True))
        assert all(None not in row and None not in row.values() for row in rows)
        equal(sum(row['type'] == 'line' for row in rows), report['lines'])
        total = next(row for row in rows if row['group'] == 'A-L')
        equal(cents(total['with_tax']), cents(report['first_cost_with_tax']))
        contains([row['name'] for row in rows], '设计, "全套"')
        plain = cli('export', self.project, '--as', 'csv', '-o', '-', expect=0).bytes
        equal(plain, data[3:])

    def make_book(self, name):
        path = self.folder / name
        result = cli('export', self.project, '--as', 'budget', '-o', path, '--json')
        if result.status == 2 and 'without spreadsheets' in result.err:
            raise Skip('built without spreadsheets')
        return path, result.json()

    def test_spreadsheet(self):
        path, report = self.make_book('b.xlsx')
        cells, texts = sheet_values(path)
        formulas = [value for value, formula in cells.values() if formula]
        assert len(formulas) > 30 and None not in formulas  # with the values that they have
        contains([cents(value) for value in formulas if value != 'not known'], cents(report['first_cost_with_tax']))
        assert any('全套' in text for text in texts)

    def test_spreadsheet_computes_the_same(self):
        """Without the stored values, another program has to calculate every one of them again."""
        office = tool('soffice')
        path, _ = self.make_book('b.xlsx')
        bare = self.folder / 'bare.xlsx'
        with zipfile.ZipFile(path) as book, zipfile.ZipFile(bare, 'w') as out:
            for name in book.namelist():
                data = book.read(name)
                if name.startswith('xl/worksheets/sheet'):
                    data = re.sub(rb'(</f>)<v>.*?</v>', rb'\1', data)
                out.writestr(name, data)
        done = subprocess.run([office, '--headless', '--norestore', f'-env:UserInstallation=file://{self.folder}/office', '--convert-to',
                               'xlsx:Calc MS Excel 2007 XML', '--outdir', str(self.folder / 'out'), str(bare)],
                              capture_output=True, timeout=600, env={'HOME': str(self.folder), 'PATH': '/usr/bin:/bin'})
        if not (self.folder / 'out' / 'bare.xlsx').exists():
            raise Skip(f'soffice does not run here: {done.stderr.decode()[:200]}')
        ours, _ = sheet_values(path)
        theirs, texts = sheet_values(self.folder / 'out' / 'bare.xlsx')
        n = 0
        for place, (value, formula) in ours.items():
            if formula:
                n += 1
                if value == 'not known':
                    equal((place, theirs[place][0]), (place, value))
                else:
                    assert abs(float(value) - float(theirs[place][0])) < 0.005, (place, value, theirs[place])
        assert n > 30
        assert any('全套' in text for text in texts)

    def test_nothing_known_is_no_zero(self):
        """A group of lines without any amount has no sum, in JSON and in the spreadsheet."""
        sample = SOURCE / 'data/samples/guangdong.qianping'
        cost = cli('cost', sample, '--date', '2026-11-28', '--json', expect=0).json()
        control = cost['groups']['B']
        assert control['lines'] == control['missing'] > 0
        equal([control[key][case] for key in ('amount', 'tax', 'with_tax') for case in ('low', 'likely', 'high')], [None] * 9)
        assert cost['groups']['A']['amount']['likely'] > 0
        path = self.folder / 'sample.xlsx'
        result = cli('export', sample, '--as', 'budget', '-o', path)
        if result.status == 2 and 'without spreadsheets' in result.err:
            raise Skip('built without spreadsheets')
        cells, _ = sheet_values(path)
        assert any(formula and value == 'not known' for value, formula in cells.values())

    def test_sample_in_both_languages(self):
        for name in ('guangdong', 'guangdong.zh_CN'):
            cost = cli('cost', SOURCE / 'data/samples' / f'{name}.qianping', '--date', '2026-11-28', '--json', expect=0).json()
            display = next(line for line in cost['lines'] if line['number'] == 'A1')
            equal((display['quantity'], display['amount']['likely']), (1194.39, 14213241))
            assert display['price_old'] is True

    def test_sample_quantities_as_counted_by_hand(self):
        """All lines but the making of content, which is counted elsewhere; in both languages, whose ids are the same."""
        table = (SOURCE / 'tests/data/sample-budget.tsv').read_text(encoding='utf-8')
        rows = list(csv.DictReader(io.StringIO(table), delimiter='\t', quoting=csv.QUOTE_NONE, strict=True))
        wanted = {(row['screen'], row['item']): (row['quantity'], row['unit']) for row in rows}
        equal(len(wanted), len(rows))
        for language in 'en', 'zh_CN':
            path = self.folder / 'counted.qianping'
            cli('sample', '-o', path, expect=0)
            names = dict(re.findall(r'<screen\s+id="([^"]+)"\s+name="([^"]+)"', path.read_text(encoding='utf-8')))
            cli('sample', '--lang', language, '-o', path, expect=0)
            lines = cli('cost', path, '--json', expect=0).json()['lines']
            found = {(names[line['owner']], line['item']): line for line in lines if line['item'] not in ('content', 'versions')}
            equal(sorted(found), sorted(wanted))
            for key, (quantity, unit) in wanted.items():
                line = found[key]
                if quantity == 'not known':
                    assert line['quantity'] is None, (key, line)
                else:
                    assert abs(line['quantity'] - float(quantity)) <= 1e-6 * float(quantity), (key, line, quantity)
                equal((key, line['unit']), (key, unit))

    def test_price_book(self):
        book = self.folder / 'prices.csv'
        book.write_text('item,per,currency,likely,source,date\nplayer,unit,CNY,1250,offer,2026-11\nplayer,dozen,CNY,1,offer,2026\n')
        wrong = cli('catalogue', 'check', book, expect=1)
        contains(wrong.out, '3')
        contains(wrong.out, 'dozen')
        book.write_text('item,per,currency,likely,source,date\nplayer,unit,CNY,1250,offer,2026-11\n')
        cli('catalogue', 'check', book, expect=0)
        data = self.folder / 'data' / 'qianping' / 'catalogue'
        data.mkdir(parents=True)
        (data / 'own.csv').write_bytes(book.read_bytes())
        cost = cli('cost', self.project, '--json', XDG_DATA_HOME=str(self.folder / 'data'), expect=0).json()
        equal(next(line for line in cost['lines'] if line['item'] == 'players')['amount']['likely'], 1250)

    def test_used_wrongly(self):
        for arguments, part in (
                (['cost', self.project, '--date', '2026-02-30'], '2026-02-30'),
                (['cost'], 'FILE'),
                (['cost', self.project, '--compare', '--alternative', 'Half'], '--compare'),
                (['export', self.project, '--as', 'csv', '--screen', '墙', '-o', 'x.csv'], '--screen'),
                (['export', self.project, '--as', 'budget', '--bom', '-o', 'x.xlsx'], '--bom'),
                (['export', self.project, '--as', 'csv'], '-o')):
            contains(cli(*arguments, expect=2).err, part)


PINNED = 838967.03

if __name__ == '__main__':
    sys.exit(run(Cases))
