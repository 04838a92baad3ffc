#!/usr/bin/env python3
"""test_paper.py CLI: drawings to scale on pages of paper, measured in the PDF by another program.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess

from harness import cli, contains, equal, run, tool
from measured import MM, boxes, of_size

# three small blocks, two of them 60 m apart, one of 40 × 25 m, and a screen of 8 × 4.5 m
PROJECT = '''<project xmlns="urn:qianping:project" format="1.3" id="10000000-0000-4000-8000-000000000001" title="Blatt, 图纸" revision="C">
 <site id="10000000-0000-4000-8000-000000000002" name="广场"><plan id="10000000-0000-4000-8000-000000000003" name="地面层">
 <obstacle id="10000000-0000-4000-8000-000000000005" kind="other" outline="0,0 1,0 1,1 0,1"/>
 <obstacle id="10000000-0000-4000-8000-000000000006" kind="other" outline="60,0 61,0 61,1 60,1"/>
 <obstacle id="10000000-0000-4000-8000-000000000007" kind="other" outline="10,5 50,5 50,30 10,30"/>
 <obstacle id="10000000-0000-4000-8000-000000000008" kind="other" outline="0,-25 1,-25 1,-24 0,-24"/>
 <screen id="10000000-0000-4000-8000-000000000004" name="大屏" x_m="30" y_m="40" bottom_height_m="3" cabinet_width_mm="500" cabinet_height_mm="500"
  cabinet_px_w="128" cabinet_px_h="128" columns="16" rows="9"/></plan></site></project>'''
PLAN = '10000000-0000-4000-8000-000000000003'
SCREEN = '10000000-0000-4000-8000-000000000004'


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / 'p.qianping'
        self.project.write_text(PROJECT, encoding='utf-8')

    def render(self, name, *arguments):
        path = self.folder / name
        return path, cli('render', self.project, '-o', path, '--json', *arguments, expect=0).json()

    def test_lengths_at_1_200(self):
        path, made = self.render('one.pdf', '--plan', PLAN, '--paper', 'A2', '--landscape', '--scale', '1:200')
        equal((made['pages'], made['scale_ratio'], made['paper']), (1, 200, 'A2'))
        assert abs(made['width'] - 594 * MM) < 0.01 and abs(made['height'] - 420 * MM) < 0.01
        found = boxes(path, 1, self.folder)
        large, small = of_size(found, 200, 125), of_size(found, 5, 5)
        assert large, 'the block of 40 × 25 m is 200 × 125 mm'
        equal(len(small), 3)
        assert abs(small[2][0] - small[0][0] - 300) <= 0.1, small
        assert abs(small[1][1] - small[0][1] - 125) <= 0.1, small
        assert abs(large[0][0] - small[0][0] - 50) <= 0.1, (large, small)

    def test_lengths_over_pages(self):
        path, made = self.render('many.pdf', '--plan', PLAN, '--paper', 'a4', '--scale', '1:200', '--tile')
        equal((made['tile_columns'], made['tile_rows']), (2, 2))
        equal(made['pages'], 5)
        # the field of an upright A4 is 190 mm wide, its neighbour begins 10 mm before its end
        step = 210 - 2 * 10 - 10
        squares = []
        for page in range(2, 6):
            tile = (page - 2) % 2, (page - 2) // 2
            for box in of_size(boxes(path, page, self.folder), 5, 5):
                squares.append((tile, box))
        first, last = squares[0], next(square for square in squares if square[0][0] == 1)
        apart = last[1][0] + step * last[0][0] - first[1][0] - step * first[0][0]
        assert abs(apart - 300) <= 0.1, (apart, squares)

    def test_elevation(self):
        path, made = self.render('screen.pdf', '--screen', SCREEN, '--paper', 'A3', '--landscape', '--scale', '1:50', '--layers', 'none')
        equal((made['pages'], made['scale_ratio']), (1, 50))
        assert of_size(boxes(path, 1, self.folder), 160, 90), 'a face of 8 × 4.5 m is 160 × 90 mm'

    def test_fit(self):
        for paper in ('A4', 'A3', 'A0'):
            _, made = self.render('fit.pdf', '--plan', PLAN, '--paper', paper)
            equal(made['pages'], 1)
            smaller = cli('render', self.project, '-o', self.folder / 'x.pdf', '--plan', PLAN, '--paper', paper, '--scale',
                          f"1:{made['scale_ratio'] * 0.6:.0f}")
            equal(smaller.status, 2)
            contains(smaller.err, f"1 : {made['scale_ratio']:.0f}")

    def test_words(self):
        path, _ = self.render('words.pdf', '--plan', PLAN, '--paper', 'a4', '--scale', '1:200', '--tile')
        text = subprocess.run([tool('pdftotext'), '-layout', str(path), '-'], check=True, capture_output=True).stdout.decode()
        pages = text.split('\f')
        for page, tile in enumerate(('A1', 'A2', 'B1', 'B2'), 1):
            contains(pages[0], f'{tile} · page {page + 1}')
            for part in ('广场', '地面层', 'Blatt, 图纸', '1 : 200', f'{page + 1} / 5', tile):
                contains(re.sub(r'\s', '', pages[page]), re.sub(' ', '', part))
        contains(pages[1], 'A2')
        contains(pages[1], 'B1')

    def test_files_of_pages(self):
        path, made = self.render('pages.png', '--plan', PLAN, '--paper', 'a4', '--scale', '1:200', '--tile')
        names = sorted(entry.name for entry in self.folder.glob('pages*.png'))
        equal(names, ['pages-A1.png', 'pages-A2.png', 'pages-B1.png', 'pages-B2.png', 'pages.png'])
        assert all((self.folder / name).read_bytes().startswith(b'\x89PNG') for name in names)
        _, made = self.render('page.svg', '--city', '--paper', 'a4')
        equal((made['pages'], made['scale_ratio']), (1, None))
        contains((self.folder / 'page.svg').read_text(encoding='utf-8'), '<svg')

    def test_wrong_use(self):
        for arguments, part in ((['--paper', 'A5'], 'A5'), (['--tile'], '--paper'), (['--landscape'], '--paper'),
                                (['--paper', 'A4', '--dark'], '--dark'), (['--paper', 'A4', '--width', '500'], '--width'),
                                (['--paper', 'A4', '--scale', '1:1', '--tile'], '400'), (['--paper', 'A4', '--scale', '1:20'], 'pages of A4')):
            result = cli('render', self.project, '-o', self.folder / 'x.pdf', '--plan', PLAN, *arguments, expect=2)
            contains(result.err, part)
        assert not (self.folder / 'x.pdf').exists()
        contains(cli('render', self.project, '-o', '-', '--format', 'png', '--plan', PLAN, '--paper', 'A4', '--scale', '1:200', '--tile',
                     expect=2).err, 'PDF')


run(Cases)
