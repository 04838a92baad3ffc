#!/usr/bin/env python3
"""qianping-cli report: a PDF that other programs can read, with every section and screen.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess

from harness import cli, contains, equal, run
from measured import boxes, of_size

# one window in front of one screen, as in test_light.py: 26.0882874 lx
LIGHT_PROJECT = (
    '<project xmlns="urn:qianping:project" format="1.2" id="f81d4fae-7dec-11d0-a765-00a0c91e6a01"><site '
    'id="f81d4fae-7dec-11d0-a765-00a0c91e6a02" name="Square" zone="E3"><plan id="f81d4fae-7dec-11d0-a765-00a0c91e6a03" name="Ground">'
    '<receptor id="f81d4fae-7dec-11d0-a765-00a0c91e6c01" name="Window 1" base_height_m="10" top_height_m="10" '
    'facing_deg="0" outline="0,-40"/>'
    '<screen id="f81d4fae-7dec-11d0-a765-00a0c91e6b01" name="Screen 1" x_m="0" y_m="0" facing_deg="180" bottom_height_m="5.5" '
    'columns="16" rows="9" cabinet_width_mm="1000" cabinet_height_mm="1000" luminance_night_cdm2="300" '
    'on_time="08:00" off_time="22:00"/></plan></site></project>')

# two screens that look to the south, 120 m apart along a road of 50 m, with homes before them; a second site 778 m away
SCREEN = ('<screen id="30000000-0000-4000-8000-0000000000{:02d}" name="{}" x_m="{}" y_m="0" facing_deg="180" environment="outdoor" '
          'bottom_height_m="8" cabinet_width_mm="640" cabinet_height_mm="640" cabinet_px_w="256" cabinet_px_h="256" columns="30" rows="17"/>')
ROAD_PROJECT = (
    '<project xmlns="urn:qianping:project" format="1.3" id="30000000-0000-4000-8000-000000000001" title="Two roads">'
    '<site id="30000000-0000-4000-8000-000000000002" name="North gate" city="Shenzhen" latitude_deg="22.54" longitude_deg="114.05" '
    'road_width_m="50"><plan id="30000000-0000-4000-8000-000000000003" name="Gate">' + SCREEN.format(10, 'Left', 0) + SCREEN.format(11, 'Right', 120)
    + '<receptor id="30000000-0000-4000-8000-000000000004" name="Homes" base_height_m="4" top_height_m="60" outline="-20,-90 40,-90"/>'
    '<audience id="30000000-0000-4000-8000-000000000005" name="Lawn" outline="-20,-20 20,-20 20,-60 -20,-60" dwell_s="60" '
    'people_morning_per_h="800" people_evening_per_h="2600"/>'
    '<audience id="30000000-0000-4000-8000-000000000006" name="Pavement" kind="path" outline="-40,-70 60,-70" speed_m_per_s="1.25"/>'
    '</plan></site><site id="30000000-0000-4000-8000-000000000007" name="South gate" city="Shenzhen" latitude_deg="22.533" longitude_deg="114.05">'
    '<plan id="30000000-0000-4000-8000-000000000008" name="Yard">' + SCREEN.format(12, 'Third', 0) + '</plan></site></project>')


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class ReportTest:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def sample(self):
        path = self.folder / 'sample.qianping'
        cli('sample', '-o', path)
        return path

    def report(self, *arguments):
        path = self.folder / 'report.pdf'
        cli('report', '-o', path, '--date', '2026-11-28', *arguments)
        return path

    def test_is_a_sound_file(self):
        path = self.report(self.sample(), '--lang', 'en')
        contains(output_of('qpdf', '--check', path), 'No syntax or stream encoding errors')
        fonts = output_of('pdffonts', path).splitlines()[2:]
        assert fonts and all(line.split()[-5] == 'yes' for line in fonts), fonts
        contains(output_of('pdfinfo', path), 'Guangdong')

    def test_has_every_section_and_screen(self):
        project = self.sample()
        text = output_of('pdftotext', '-layout', self.report(project, '--lang', 'en'), '-')
        for line in cli('report', '--sections', '--lang', 'en').out.splitlines():
            key, title = line.split(None, 1)
            contains(text, 'Planning report for' if key == 'cover' else title)
        for screen in cli('estimate', '--json', project).json()['screens']:
            contains(text, screen['name'])

    def test_speaks_chinese_on_any_machine(self):
        path = self.report(self.sample(), '--lang', 'zh_CN')
        text = output_of('pdftotext', path, '-')
        contains(text, '未知')
        assert 'not known' not in text.splitlines()
        contains(output_of('qpdf', '--check', path), 'No syntax or stream encoding errors')

    def test_sections_can_be_left_out(self):
        path = self.report(self.sample(), '--lang', 'en', '--without', 'cost,drawings')
        assert 'Cost and funding' not in output_of('pdftotext', path, '-')

    def test_light_is_that_of_the_command(self):
        project = self.folder / 'light.qianping'
        project.write_text(LIGHT_PROJECT, encoding='utf-8')
        contains(output_of('pdftotext', '-layout', self.report(project, '--lang', 'en'), '-').replace('\u202f', ' '), '26.088 lx')

    def test_elevation_is_to_scale(self):
        # of a face of 16 × 9 m
        project = self.folder / 'light.qianping'
        project.write_text(LIGHT_PROJECT, encoding='utf-8')
        path = self.report(project, '--lang', 'en', *self.only('drawings'))
        pages = output_of('pdftotext', '-layout', path, '-').rstrip('\f').split('\f')
        ratio = int(re.search(r'1 : (\d+)', pages[-1])[1])
        assert ratio in (75, 80, 100, 125, 150, 200), ratio
        assert of_size(boxes(path, len(pages), self.folder), 16000 / ratio, 9000 / ratio), ratio

    def only(self, *sections):
        keys = [line.split(None, 1)[0] for line in cli('report', '--sections', '--lang', 'en').out.splitlines()]
        return '--without', ','.join(key for key in keys if key not in sections)

    def test_sites_are_summed(self):
        project = self.sample()
        text = output_of('pdftotext', '-layout', self.report(project, '--lang', 'en', *self.only('sites')), '-')
        for part in ('Where the sites are', 'Sites in Guangzhou', 'Sites in Shenzhen', 'Sums of each site'):
            contains(text, part)
        line = next(line for line in text.splitlines() if 'All together' in line)
        area = cli('estimate', '--json', project).json()['city']['area_m2']
        contains(re.sub(r'[^\d.]', '', line), f'6{area:.1f}')
        assert 'Sites in Beijing' not in text  # it has one

    def test_many_sites_are_summed_by_city(self):
        place = ' <site id="20000000-0000-4000-8000-{0:012d}" name="Site {0}" city="{1}" latitude_deg="{2}" longitude_deg="113.2"/>'
        path = self.folder / 'many.qianping'
        path.write_text('<project xmlns="urn:qianping:project" format="1.3" id="10000000-0000-4000-8000-000000000001">'
                        + ''.join(place.format(i, 'East' if i % 2 else 'West', 23 + i / 1000) for i in range(1, 42)) + '</project>',
                        encoding='utf-8')
        text = output_of('pdftotext', '-layout', self.report(path, '--lang', 'en', *self.only('sites')), '-')
        contains(text, 'Sums of each city')
        equal(sum(line.split()[:2] in (['East', '0'], ['West', '0']) for line in text.splitlines()), 2)

    def road(self, *sections):
        """The lines of sections of a report, with plain blanks."""
        project = self.folder / 'road.qianping'
        project.write_text(ROAD_PROJECT, encoding='utf-8')
        text = output_of('pdftotext', '-layout', self.report(project, '--lang', 'en', *self.only(*sections)), '-')
        return [re.sub(r'\s+', ' ', line).strip() for line in text.splitlines()]

    def test_neighbours_and_what_rules_ask(self):
        lines = self.road('sites')
        # the mark of a verdict is no text
        contains(lines, 'Left Right 120 m South gate 778 m at least 500 m')
        contains(lines, 'Right Left 120 m South gate 778 m at least 500 m')
        contains(' '.join(lines), 'Third none on the plan North gate 778 m at least 300 m; at least 500 m;')
        contains(' '.join(lines), 'depends on: the road width of the site.')
        contains(lines, 'Homes Homes North gate 4 m – 60 m Left 90 m')

    def test_who_is_there_and_what_they_see(self):
        lines = self.road('audience')
        contains(lines, 'Lawn Area 1600 m² 800 not known 2600 not known 1.6 m 60 s')
        contains(lines, 'Pavement Walking path 100.0 m not known not known not known not known 1.6 m 80 s')
        shares = next(line for line in lines if line.startswith('Lawn 0'))
        equal(round(sum(float(part) for part in re.findall(r'([\d.]+) %', shares))), 100)
        # the nearest eye is 20.25 m before the face and 6.4 m below its edge; the middle of the face is 11.84 m above it, the
        # corners of the lawn lie 44° aside
        looks = next(line for line in lines if line.startswith('Left 21.2 m'))
        assert looks.endswith('14°, 44° 16°, 30°'), looks
        contains(lines, 'No audience is drawn on: Yard.')

    def test_same_day_same_words(self):
        project = self.sample()
        short = ('--without', 'conformity,cost,drawings,screens,audience')
        first = output_of('pdftotext', self.report(project, *short), '-')
        equal(first, output_of('pdftotext', self.report(project, *short), '-'))

    def test_wrong_use(self):
        contains(cli('report', '-', '-o', 'x.pdf', '--without', 'nothing', expect=2, stdin=b'').err, 'nothing')
        contains(cli('report', '-', '-o', 'x.pdf', '--lang', 'xx', expect=2, stdin=b'').err, 'xx')
        contains(cli('report', '-', '-o', 'x.pdf', '--paper', 'a9', expect=2, stdin=b'').err, 'a9')
        contains(cli('report', '-', expect=2, stdin=b'').err, '-o')


run(ReportTest)
