#!/usr/bin/env python3
"""test_wiring.py CLI: ports, circuits and parts of a screen as lists and drawings.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import json
import pathlib
import sys
import xml.etree.ElementTree

from harness import cli, contains, equal, run

HEAD = '<project xmlns="urn:qianping:project" format="1.2" id="10000000-0000-4000-8000-000000000001" title="Wiring">' \
       '<site id="10000000-0000-4000-8000-000000000002"><plan id="10000000-0000-4000-8000-000000000003">'
TAIL = '</plan></site></project>'


def screen(number, name, **more):
    attributes = ''.join(f' {key}="{value}"' for key, value in more.items())
    return f'<screen id="10000000-0000-4000-8000-0000000001{number:02}" name="{name}"{attributes}/>'


# 16 × 16 cabinets of 480 × 270 px and at most 100 W: 8K
PROJECT = HEAD + ''.join([
    screen(1, 'Eight', cabinet='roe-sr1.2', columns=16, rows=16, controller='novastar-mx40-pro', data_feed_m=25,
           power_feed_m=30, cable_spare_percent=10),
    screen(2, 'Hand', cabinet='roe-sr1.2', columns=3, rows=2, controller='novastar-mx40-pro', missing_cells='3,2',
           data_route='1-3,1; 2,2'),
    screen(3, 'Unknown', columns=3, rows=2),
]) + TAIL


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / 'p.qianping'
        self.project.write_text(PROJECT, encoding='utf-8')

    def export(self, name, of, *more):
        path = self.folder / name
        done = cli('export', self.project, '--as', 'wiring', '--screen', of, '-o', path, *more, expect=0)
        return path, done

    def test_bound_and_routed_stand_side_by_side(self):
        _, done = self.export('w.csv', 'Eight', '--json')
        told = json.loads(done.out)
        # 33 177 600 ÷ 659 722 = 50.3; 256 ÷ 5 = 51.2; 52 ÷ 13; 220 V × 20 A × 0.8 = 3520 W: two columns of 1600 W
        equal([told[key] for key in ('ports_bound', 'ports_routed', 'controllers', 'circuits')], [51, 52, 4, 8])
        estimate = json.loads(cli('estimate', self.project, '--screen', 'Eight', '--json', expect=0).out)['screens'][0]
        equal([estimate[key] for key in ('ports', 'ports_routed', 'controllers_routed', 'circuits')], [51, 52, 4, 8])
        # 3, 3 and 2 circuits of 3200 W at 220 V; the neutral carries the difference of one
        for key, value in ('phase_1_a', 9600 / 220), ('phase_2_a', 9600 / 220), ('phase_3_a', 6400 / 220), ('neutral_a', 3200 / 220):
            assert abs(estimate[key] - value) < 1e-6, (key, estimate[key])

    def test_csv_has_each_cabinet_once(self):
        path, _ = self.export('w.csv', 'Eight')
        with open(path, newline='', encoding='utf-8') as file:
            rows = list(csv.DictReader(file))
        equal({len(row) for row in rows}, {20})
        for kind in 'port', 'circuit':
            cells = [cell for row in rows if row['type'] == kind for cell in self.cells(row['cells'])]
            equal((len(cells), len(set(cells))), (256, 256))
        equal(sum(int(row['px']) for row in rows if row['type'] == 'port'), 7680 * 4320)
        parts = {row['label']: row for row in rows if row['type'] == 'part'}
        equal((parts['Controllers']['model'], parts['Controllers']['count']), ('NovaStar MX40 Pro', '4'))
        equal(parts['Receiving cards']['count'], '256')

    @staticmethod
    def cells(text):
        """The cabinets of "1,1-4 2,4-1", in any order."""
        for entry in text.split():
            columns, rows = ([int(number) for number in part.split('-')] for part in entry.split(','))
            for column in range(min(columns), max(columns) + 1):
                for row in range(min(rows), max(rows) + 1):
                    yield column, row

    def test_json_says_what_it_rests_on(self):
        path, _ = self.export('w.json', 'Hand')
        told = json.loads(path.read_text(encoding='utf-8'))
        data = told['data']
        equal((data['route'], data['ports_routed'], data['ports_bound']), ('hand', None, 1))
        equal([run['cells'] for run in data['runs']], [[[1, 1], [2, 1], [3, 1]], [[2, 2]]])
        contains([finding['code'] for finding in told['findings']], 'route-incomplete')
        contains(told['power']['supply'], '(assumed)')
        equal(data['cable_m'], None)

    def test_drawings(self):
        path, _ = self.export('w.svg', 'Eight')
        root = xml.etree.ElementTree.parse(path).getroot()
        contains(root.tag, 'svg')
        front = path.read_bytes()
        path, _ = self.export('w.svg', 'Eight', '--back')
        assert path.read_bytes() != front
        path, _ = self.export('w.pdf', 'Eight')
        equal(path.read_bytes()[:5], b'%PDF-')

    def test_standard_output_is_the_table(self):
        path, _ = self.export('w.csv', 'Hand')
        equal(cli('export', self.project, '--as', 'wiring', '--screen', 'Hand', '-o', '-', expect=0).bytes, path.read_bytes())

    def test_used_wrongly(self):
        for arguments, part in (
                (['--as', 'wiring', '--screen', 'Eight', '-o', 'x.png'], 'x.png'),
                (['--as', 'wiring', '--screen', 'Unknown', '-o', 'x.csv'], 'cabinet'),
                (['--as', 'wiring', '--screen', 'Eight', '-o', 'x.csv', '--faces'], '--faces'),
                (['--as', 'pixelmap', '--screen', 'Eight', '-o', 'x.png', '--back'], '--back')):
            contains(cli('export', self.project, *arguments, expect=2).err, part)


if __name__ == '__main__':
    sys.exit(run(Cases))
