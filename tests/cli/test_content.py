#!/usr/bin/env python3
"""qianping-cli content: days, needs, shared masters; the delivery sheet.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import pathlib

from harness import SOURCE, cli, contains, equal, run

ID = '20000000-0000-4000-8000-0000000000'
SCREEN = ('<screen id="' + ID + '{n}" name="{name}" cabinet_width_mm="960" cabinet_height_mm="1080" cabinet_px_w="480" cabinet_px_h="540" '
          'columns="{columns}" rows="{rows}" on_time="07:00" off_time="23:00" {more}/>')
PROJECT = ('<project xmlns="urn:qianping:project" format="1.3" id="' + ID + '01" title="City" currency="CNY"><content id="' + ID + '02" '
           'name="Loop" loop_s="120" frame_rate_hz="50" bit_depth="10" chroma="422" hdr="hlg" codec="hevc" bit_rate_mbps="36" tier="2d" '
           'cost_per_minute="5000">'
           '<slot id="' + ID + '03" name="Brands" kind="advertising" duration_s="60" fresh_per_month="4"/>'
           '<slot id="' + ID + '04" name="City" kind="public_service" duration_s="15" plays="2" fresh_per_month="8" tier="naked_eye_3d"/>'
           '<slot id="' + ID + '05" name="Gala" kind="live_relay" from="22:30" until="24:30"/></content>'
           '<site id="' + ID + '06" name="Square"><plan id="' + ID + '07">'
           + SCREEN.format(n='10', name='Large', columns=8, rows=4, more=f'content="{ID}02"')
           + SCREEN.format(n='11', name='Small', columns=4, rows=2, more=f'content="{ID}02"')
           + SCREEN.format(n='12', name='Wide', columns=8, rows=1, more=f'content="{ID}02"')
           + SCREEN.format(n='13', name='Bare', columns=8, rows=4, more='') + '</plan></site></project>')


def close(found, expected):
    assert abs(found - expected) <= 1e-6 * max(1, abs(expected)), f'found {found!r}, expected {expected!r}'


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / 'p.qianping'
        self.project.write_text(PROJECT, encoding='utf-8')

    def told(self, *more):
        return cli('content', self.project, '--json', *more, expect=0).json()

    def test_day(self):
        large = next(s for s in self.told()['screens'] if s['name'] == 'Large')
        equal(large['open_min'], 960)
        equal(large['filled_s'], 90)
        close(large['minutes']['advertising'], 930 / 2)
        close(large['minutes']['public_service'], 930 / 4)
        close(large['minutes']['live_relay'], 30)
        close(large['slots'][2]['lost_minutes'], 90)
        assert any('Gala' in note for note in large['notes']), large['notes']
        close(large['needs']['fresh_hours']['value'], 0.1)
        close(large['needs']['gb_per_month']['value'], 1.62)
        contains(large['needs']['gb_per_month']['formula'], 'mbps')
        equal(large['needs']['kept_gb']['value'], None)  # how long is not known, and not 0

    def test_project(self):
        project = self.told()['project']
        equal(project['without_content'], 1)
        equal([len(group['screens']) for group in project['groups']], [2, 1])
        profile = project['profiles'][0]
        equal(profile['versions'], 2)
        equal(profile['partial'], True)  # nobody says what naked-eye 3D costs
        close(profile['cost_per_month']['likely'], 20000)
        tiers = {tier['tier']: tier for tier in profile['tiers']}
        equal(tiers['naked_eye_3d']['cost_per_month']['likely'], None)

    def test_budget_says_the_same(self):
        """A year of the budget is twelve months of the content, to the minor unit, whatever the price."""
        path = self.folder / 'priced.qianping'
        prices = ''.join(f'<price id="{ID}2{n}" key="k{n}" item="{item}" per="other" currency="CNY" low="33.33" high="40.01" source="offer" '
                         'date="2026-11"/>' for n, item in enumerate(('content', 'content version')))
        path.write_text(PROJECT.replace('<content ', prices + '<content ', 1).replace('5000', '77.77'), encoding='utf-8')
        profile, = cli('content', path, '--json', expect=0).json()['project']['profiles']
        lines = [line for line in cli('cost', path, '--json', expect=0).json()['lines'] if line['item'] in ('content', 'versions')]
        equal([(line['item'], line['owner']) for line in lines if line['missing'] is None],
              [('content', ID + '02'), ('content', ID + '02'), ('versions', ID + '02')])
        equal([line['amount']['likely'] for line in lines if line['missing'] is not None], [None])  # of the screen without a profile
        for which in ('low', 'likely', 'high'):
            year = sum(round(line['amount'][which] * 100) for line in lines if line['missing'] is None)
            equal(round(12 * profile['cost_per_month'][which] * 100), year)
            equal(round(profile['cost_per_year'][which] * 100), year)
        equal(profile['partial'], False)

    def test_sample_has_a_day(self):
        """Loops are full, at least an hour of public service a day, relays as its README says; parts of the day differ."""
        for name in ('guangdong', 'guangdong.zh_CN'):
            told = cli('content', SOURCE / 'data/samples' / f'{name}.qianping', '--json', expect=0).json()
            screens = [screen for screen in told['screens'] if screen['content'] is not None]
            equal([round(screen['minutes']['public_service']) for screen in screens], [210, 100, 210, 320])
            equal([round(screen['minutes']['live_relay']) for screen in screens], [120, 150, 120, 0])
            for screen in screens:
                equal(screen['notes'], [])
                equal((round(screen['minutes']['unfilled']), round(screen['minutes']['unknown'])), (0, 0))
                assert all(slot['minutes_per_day'] > 0 and slot['lost_minutes'] == 0 for slot in screen['slots']), screen['slots']
            shares = {segment['shares']['advertising'] for segment in screens[0]['segments'] if segment['state'] == 'loop'}
            equal(shares, {0.375, 0.125})

    def test_equipment(self):
        screen, = self.told('--screen', 'Large')['screens']
        links = {link['name']: link for link in screen['interfaces']}
        equal(links['12G-SDI']['links'], 1)
        contains(links['HDMI 2.0']['timing'], 'CTA')
        assert all(player['can_play'] == 'yes' or player['reasons'] for player in screen['players']), screen['players']

    def test_words(self):
        text = cli('content', self.project, expect=0).out
        for part in ('Large', 'Brands', 'not known', 'Versions', '1 screen has no content profile.'):
            contains(text, part)

    def test_no_content(self):
        path = self.folder / 'none.qianping'
        path.write_text(f'<project xmlns="urn:qianping:project" format="1.3" id="{ID}01"/>', encoding='utf-8')
        cli('content', path, expect=1)

    def test_delivery(self):
        data = cli('export', self.project, '--as', 'delivery', '-o', '-', expect=0).bytes
        rows = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline='')))
        masters = [row for row in rows if row['table'] == 'masters']
        equal(len({row['master'] for row in masters}), 2)
        items = {row['item']: row for row in masters[:len(masters) // 2]}
        equal(items['Raster']['value'].replace('\u2009', ' '), '3840 × 2160 px')
        contains(items['Safe area']['value'].replace('\u2009', ' '), '3456 × 1944 px')
        equal(items['Codec']['value'], 'HEVC')
        contains(items['Contact']['value'], 'not known')
        equal([row['screen'] for row in rows if row['table'] == 'screens'], ['Large', 'Small', 'Wide'])
        equal(sum(row['table'] == 'slots' for row in rows), 6)


run(Cases)
