#!/usr/bin/env python3
"""qianping-cli light: windows, limits, maps.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib

from harness import cli, contains, equal, run

SCREEN = ('<screen id="f81d4fae-7dec-11d0-a765-00a0c91e6b0{n}" name="Screen {n}" x_m="{x}" y_m="0" facing_deg="180" bottom_height_m="5.5" '
          'columns="16" rows="9" cabinet_width_mm="1000" cabinet_height_mm="1000" luminance_night_cdm2="{night}" '
          'on_time="08:00" off_time="{off}"/>')
WINDOW = ('<receptor id="f81d4fae-7dec-11d0-a765-00a0c91e6c0{n}" name="Window {n}" base_height_m="10" top_height_m="10" '
          'facing_deg="{facing}" outline="0,-40"/>')


def project(*screens, windows=WINDOW.format(n=1, facing=0), wall=''):
    return ('<project xmlns="urn:qianping:project" format="1.2" id="f81d4fae-7dec-11d0-a765-00a0c91e6a01"><site '
            'id="f81d4fae-7dec-11d0-a765-00a0c91e6a02" name="Square" zone="E3"><plan id="f81d4fae-7dec-11d0-a765-00a0c91e6a03" name="Ground">'
            + wall + windows + ''.join(screens) + '</plan></site></project>')


def screen(n=1, x='0', night='300', off='22:00'):
    return SCREEN.format(n=n, x=x, night=night, off=off)


def close(found, expected, within):
    assert abs(found - expected) <= within, f'found {found!r}, expected {expected!r}'


class LightTest:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def light(self, text, *arguments, expect=1):
        return cli('light', '--json', '-', *arguments, expect=expect, stdin=text.encode()).json()['plans'][0]

    def test_window_before_the_middle(self):
        plan = self.light(project(screen()))
        window = plan['receptors'][0]
        close(window['before_curfew']['lx'], 26.0882874, 0.0001)
        equal(window['before_curfew']['limit_lx'], 10)
        equal(window['before_curfew']['verdict'], 'fails')
        equal(window['after_curfew']['verdict'], 'meets')
        close(window['highest_luminance_cdm2'], 114.994, 0.01)
        close(plan['screens'][0]['highest_alone_cdm2'], 114.994, 0.01)
        equal(plan['screens'][0]['emission'], 'lambertian')
        equal((plan['curfew'], plan['curfew_assumed']), ('23:00', True))

    def test_map_as_a_picture(self):
        path = self.folder / 'lux.png'
        cli('light', '-', '--plan', 'Ground', '-o', path, expect=1, stdin=project(screen()).encode())
        assert path.read_bytes().startswith(b'\x89PNG'), 'no PNG'
        svg = self.folder / 'lux.svg'
        cli('light', '-', '--plan', 'Ground', '-o', svg, expect=1, stdin=project(screen()).encode())
        assert svg.read_text(encoding='utf-8').startswith('<?xml'), 'no SVG'
        contains(cli('light', '-', '--plan', 'Ground', '--level', '-o', path, expect=2, stdin=project(screen()).encode()).err, '--level')
        contains(cli('light', '-', '--plan', 'Ground', '-o', 'x.txt', expect=2, stdin=project(screen()).encode()).err, '.png')

    def test_a_site_has_its_own_curfew(self):
        text = project(screen())
        site = text[text.index('<site'):]
        own = text.replace(site, site.replace('<site', '<site curfew="21:00"', 1))
        plan = self.light(own)
        equal((plan['curfew'], plan['curfew_assumed']), ('21:00', False))
        # it goes off at 22:00: an hour too late here
        close(plan['receptors'][0]['after_curfew']['lx'], 26.0882874, 0.0001)
        equal(plan['receptors'][0]['after_curfew']['verdict'], 'fails')

    def test_text_says_the_same(self):
        text = cli('light', '-', expect=1, stdin=project(screen()).encode()).out
        contains(text, '26.088\u2009lx')
        contains(text, 'fails')
        contains(text, '114\u2009cd/m²')

    def test_two_screens_add_up(self):
        one = self.light(project(screen()))
        two = self.light(project(screen(), screen(2)))
        close(two['receptors'][0]['before_curfew']['lx'], 2 * one['receptors'][0]['before_curfew']['lx'], 1e-9)
        equal(len(two['receptors'][0]['before_curfew']['screens']), 2)

    def test_facing_away(self):
        plan = self.light(project(screen(), windows=WINDOW.format(n=1, facing=180)), expect=0)
        equal(plan['receptors'][0]['before_curfew']['lx'], 0)
        equal(plan['receptors'][0]['highest_luminance_cdm2'], None)

    def test_wall(self):
        wall = ('<obstacle id="f81d4fae-7dec-11d0-a765-00a0c91e6d01" closed="no" top_height_m="50" outline="-100,-20 100,-20"/>')
        equal(self.light(project(screen(), wall=wall), expect=0)['receptors'][0]['before_curfew']['lx'], 0)

    def test_luminance_not_known(self):
        plan = self.light(project(screen().replace('luminance_night_cdm2="300" ', '')), expect=0)
        equal(plan['receptors'][0]['before_curfew']['lx'], None)
        equal(plan['receptors'][0]['before_curfew']['verdict'], 'not_known')
        close(plan['highest_luminance_cdm2'], 114.994, 0.01)

    def test_map(self):
        path = self.folder / 'map.csv'
        cli('light', '-', '--plan', 'Ground', '-o', path, '--cell-m', '4', '--height-m', '10', expect=1, stdin=project(screen()).encode())
        lines = path.read_text().splitlines()
        equal(lines[0], 'x_m,y_m,height_m,lx')
        values = [[float(cell) for cell in line.split(',')] for line in lines[1:]]
        assert len(values) > 100
        behind = [lx for x, y, z, lx in values if y > 0]
        equal(max(behind), 0)
        nearest = min(values, key=lambda v: (v[0] ** 2 + (v[1] + 40) ** 2))
        assert 20 < nearest[3] < 33, nearest

    def lux_map(self, text):
        """Cells of sight --measure lux, by place."""
        path = self.folder / 'lux.csv'
        cli('sight', '-', '--plan', 'Ground', '--measure', 'lux', '--cell-m', '4', '-o', path, expect=None, stdin=text.encode())
        rows = [line.rsplit(',', 1) for line in path.read_text().splitlines()[1:]]
        return {row[0]: row[1] for row in rows}

    def test_lux_is_a_measure_of_the_map(self):
        one, other = self.lux_map(project(screen())), self.lux_map(project(screen(night='600')))
        assert 5 < max(float(lx) for lx in one.values()) < 400
        for place, lx in one.items():
            close(float(other[place]), 2 * float(lx), 0.0011)
        unknown = self.lux_map(project(screen().replace('luminance_night_cdm2="300" ', '')))
        equal(set(unknown.values()), {''})
        wall = ('<obstacle id="f81d4fae-7dec-11d0-a765-00a0c91e6d01" closed="no" top_height_m="90" outline="-100,-20 100,-20"/>')
        hidden = self.lux_map(project(screen(), wall=wall))
        equal({lx for place, lx in hidden.items() if float(place.split(',')[1]) < -21}, {'0.000'})

    def test_lux_is_drawn_with_the_limits_of_the_zone(self):
        text = project(screen(off='24:00'))
        pictures = []
        for zone in ('zone="E3"', 'zone="E2"', ''):
            out = self.folder / 'lux.svg'
            cli('render', '-', '--plan', 'Ground', '--sight', 'lux', '-o', out, stdin=text.replace('zone="E3"', zone).encode())
            pictures.append(out.read_bytes())
        equal(len(set(pictures)), 3)

    def test_rules_say_the_same(self):
        verdicts = cli('rules', '--json', '--set', 'window-light', '-', expect=1, stdin=project(screen()).encode()).json()['screens'][0]['verdicts']
        before = next(v for v in verdicts if v['rule'] == 'WINDOW-E3-pre')
        equal(before['verdict'], 'fails')
        contains(before['measured'], '26.0')

    def test_estimate_says_the_same(self):
        found = cli('estimate', '--json', '-', stdin=project(screen()).encode()).json()
        close(found['light'][0]['receptors'][0]['before_curfew']['lx'], 26.0882874, 0.0001)
        equal(found['screens'][0]['night_limit_cdm2'], 300)
        equal(found['screens'][0]['luminance_night_cdm2'], 300)

    def test_sample(self):
        plans = cli('light', '--json', self.sample(), expect=None).json()['plans']
        assert sum(len(plan['receptors']) for plan in plans) >= 7
        for plan in plans:
            for window in plan['receptors']:
                if window['kind'] == 'road_user' and window['placed']:
                    equal(window['before_curfew']['verdict'], 'does_not_apply')

    def test_wrong_use(self):
        contains(cli('light', '-', '-o', 'x.csv', expect=2, stdin=project(screen()).encode()).err, '--plan')
        contains(cli('light', '-', '--cell-m', '0', expect=2, stdin=project(screen()).encode()).err, '--cell-m')

    def sample(self):
        path = self.folder / 'sample.qianping'
        cli('sample', '-o', path)
        return path


run(LightTest)
