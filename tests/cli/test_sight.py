#!/usr/bin/env python3
"""test_sight.py CLI: who sees the screens of a plan; the geometry is worked out here and not by the program.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import math
import pathlib
import struct

from harness import cli, contains, equal, run

HEAD = '<project xmlns="urn:qianping:project" format="1.2" id="20000000-0000-4000-8000-000000000001" title="Sight">' \
       '<site id="20000000-0000-4000-8000-000000000002"><plan id="20000000-0000-4000-8000-000000000003" name="Square">'
TAIL = '</plan></site></project>'
SCREEN = '<screen id="20000000-0000-4000-8000-0000000001{0:02}" name="{1}" columns="20" rows="10" cabinet_width_mm="500" ' \
         'cabinet_height_mm="500" cabinet_px_w="128" cabinet_px_h="128" bottom_height_m="1" facing_deg="180" x_m="{2}"/>'
PEOPLE = '<audience id="20000000-0000-4000-8000-000000000201" name="Crowd, front" outline="-10,-30 10,-30 10,-10 -10,-10"/>'
WALL = '<obstacle id="20000000-0000-4000-8000-000000000301" name="Wall" kind="wall" closed="no" top_height_m="20" ' \
       'outline="-100,-20 100,-20"/>'
PITCH = 0.5 / 128


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def project(self, *parts):
        path = self.folder / 'p.qianping'
        path.write_text(HEAD + ''.join(parts) + TAIL, encoding='utf-8')
        return path

    def test_a_wall_hides_those_behind_it(self):
        free = cli('sight', self.project(PEOPLE, SCREEN.format(1, 'One', 0)), '--plan', 'Square', '--json', expect=0).json()
        area = free['areas'][0]
        equal(area['area_m2'], 400)
        equal(area['share_seen'], 1)
        assert abs(sum(area['grades'].values()) - 1) < 1e-9
        walled = cli('sight', self.project(PEOPLE, SCREEN.format(1, 'One', 0), WALL), '--plan', 'Square', '--json', expect=0).json()
        equal(walled['areas'][0]['grades']['blocked'], 0.5)
        equal(walled['areas'][0]['share_seen'], 0.5)

    def test_one_place_in_figures(self):
        project = self.project(PEOPLE, SCREEN.format(1, 'One', 0), SCREEN.format(2, 'Behind', 40), WALL.replace('-100', '5'))
        told = cli('sight', project, '--plan', 'Square', '--at', '0,-30,3.5', '--json', expect=0).json()
        equal([told['eye_x_m'], told['eye_y_m'], told['eye_height_m']], [0, -30, 3.5])
        one, hidden = told['screens']
        equal(one['share_seen'], 1)
        # the face is 10 m wide and 5 m high, its middle 3.5 m up, 30 m ahead
        assert abs(one['nearest_m'] - 30) < 0.01, one
        assert abs(one['width_deg'] - 2 * math.degrees(math.atan(5 / 30))) < 0.05, one
        assert abs(one['height_deg'] - 2 * math.degrees(math.atan(2.5 / 30))) < 0.05, one
        assert abs(one['arcmin_per_px'] - 60 * math.degrees(math.atan(10 / (20 * 128) / 30))) < 0.005, one
        equal(one['hidden_most_by'], None)
        equal(hidden['grade'], 'blocked')
        equal(hidden['hidden_most_by'], '20000000-0000-4000-8000-000000000301')
        contains(cli('sight', project, '--plan', 'Square', '--at', '0,-30', expect=0).out, 'Share seen: 100')
        contains(cli('sight', project, '--plan', 'Square', '--at', 'here', expect=2).err, 'is no place')
        cli('sight', project, '--plan', 'Square', '--at', '0,0', '--whole', expect=2)

    def test_screens_are_told_apart_and_together(self):
        project = self.project(PEOPLE, WALL.replace('-100', '0'), SCREEN.format(1, 'One', 0), SCREEN.format(2, 'Two', -60))
        both = cli('sight', project, '--plan', 'Square', '--json', expect=0).json()['areas'][0]
        best = [screen['share_seen'] for screen in both['screens']]
        equal(len(best), 2)
        assert both['share_seen'] >= max(best)
        one = cli('sight', project, '--plan', 'Square', '--screen', 'One', '--json', expect=0).json()['areas'][0]
        equal(one['share_seen'], best[0])

    def test_cells_are_where_they_are(self):
        out = self.folder / 'cells.csv'
        cli('sight', self.project(PEOPLE, SCREEN.format(1, 'One', 0)), '--plan', 'Square', '--measure', 'distance', '--cell-m', 1, '-o', out,
            expect=0)
        rows = list(csv.DictReader(io.StringIO(out.read_text(encoding='utf-8'))))
        equal(len(rows), 400)
        for row in rows:
            equal(row['area'], 'Crowd, front')
            x, y = float(row['x_m']), float(row['y_m'])
            # the face is 10 m wide and from 1 to 6 m, so that the eyes at 1.6 m are at a height of it
            nearest = math.hypot(max(abs(x) - 5, 0), y)
            assert abs(float(row['distance']) - nearest) < 0.02, row

    def test_pixels_vanish_where_an_arc_minute_says(self):
        out = self.folder / 'arcmin.csv'
        cli('sight', self.project(PEOPLE, SCREEN.format(1, 'One', 0)), '--plan', 'Square', '--measure', 'arcmin', '--cell-m', 1, '-o', out,
            expect=0)
        for row in csv.DictReader(io.StringIO(out.read_text(encoding='utf-8'))):
            x, y = float(row['x_m']), float(row['y_m'])
            angle = math.degrees(math.atan(PITCH / math.hypot(max(abs(x) - 5, 0), y))) * 60
            assert abs(float(row['arcmin']) - angle) < 0.005, row

    def test_characters_are_read_as_far_as_they_are_high(self):
        project = self.project(PEOPLE, SCREEN.format(1, 'One', 0))
        small = cli('sight', project, '--plan', 'Square', '--json', expect=0).json()
        assert abs(small['screens'][0]['character_m'] - 16 * PITCH) < 1e-9
        assert abs(small['screens'][0]['readable_m'] - 345 * 16 * PITCH) < 1e-6
        large = cli('sight', project, '--plan', 'Square', '--character-m', '1', '--json', expect=0).json()
        equal(large['screens'][0]['readable_m'], 345)
        grades = large['areas'][0]['grades']
        assert grades['readable'] + grades['pixel_free'] == 1

    def test_maps_are_drawn(self):
        project = self.project(PEOPLE, WALL, SCREEN.format(1, 'One', 0))
        for name, options in (('a.png', []), ('b.png', ['--dark']), ('c.png', ['--grey', '--hatched']), ('d.svg', []), ('e.pdf', [])):
            out = self.folder / name
            cli('sight', project, '--plan', 'Square', '--measure', 'distance', '-o', out, *options, expect=0)
            start = out.read_bytes()[:5]
            assert start[:4] in (b'\x89PNG', b'<?xm', b'%PDF'), start
        pictures = [(self.folder / name).read_bytes() for name in ('a.png', 'b.png', 'c.png')]
        equal(len(set(pictures)), 3)
        plain, mapped = self.folder / 'plain.png', self.folder / 'mapped.png'
        cli('render', project, '--plan', 'Square', '-o', plain, expect=0)
        cli('render', project, '--plan', 'Square', '--sight', 'share', '-o', mapped, expect=0)
        equal(struct.unpack('>II', plain.read_bytes()[16:24]), struct.unpack('>II', mapped.read_bytes()[16:24]))
        assert plain.read_bytes() != mapped.read_bytes()

    def test_nobody_and_nothing(self):
        contains(cli('sight', self.project(SCREEN.format(1, 'One', 0)), '--plan', 'Square', expect=1).err, 'no audience')
        contains(cli('sight', self.project(PEOPLE), '--plan', 'Square', expect=1).err, 'no screen')
        whole = cli('sight', self.project(SCREEN.format(1, 'One', 0)), '--plan', 'Square', '--whole', '--json', expect=0).json()
        equal(whole['areas'][0]['id'], None)

    def test_wrong_use_is_told(self):
        project = self.project(PEOPLE, SCREEN.format(1, 'One', 0))
        contains(cli('sight', project, expect=2).err, '--plan')
        contains(cli('sight', project, '--plan', 'Square', '--measure', 'smell', expect=2).err, 'distance')
        contains(cli('sight', project, '--plan', 'Square', '--cell-m', '0', expect=2).err, '--cell-m')
        contains(cli('sight', project, '--plan', 'Square', '-o', 'x.doc', expect=2).err, '.csv')
        contains(cli('render', project, '--city', '--sight', 'share', '-o', self.folder / 'x.png', expect=2).err, '--plan')


run(Cases)
