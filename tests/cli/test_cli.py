#!/usr/bin/env python3
"""test_cli.py CLI RESAVE: runs qianping-cli as a user would, one TAP line a case.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from harness import BUILD, CLI, SOURCE, Skip, cli, contains, equal, run, tool

RESAVE = sys.argv[2]
SCHEMA = SOURCE / 'data' / 'schema' / 'project.rng'
CORPUS = SOURCE / 'tests' / 'data' / 'broken'
COMMANDS = ['check', 'show', 'estimate', 'calc', 'fit', 'advise', 'sight', 'people', 'light', 'import', 'render', 'export', 'catalogue', 'rules',
            'sample']
CABINET = ['--cabinet-mm', '640x640', '--cabinet-px', '256x256']
UUID = re.compile(r'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}')


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.sample = self.folder / 'sample.qianping'

    def written_sample(self):
        if not self.sample.exists():
            cli('sample', '-o', self.sample, expect=0)
        return self.sample

    def screens(self):
        return cli('estimate', '--json', self.written_sample(), expect=0).json()['screens']

    # the program

    def test_no_module_of_the_machine(self):
        """GIO modules of others leak where the locale has a path of its own, as below, and that would be told as ours."""
        equal(os.environ['GIO_EXTRA_MODULES'], '')
        folder = pathlib.Path(os.environ['GIO_MODULE_DIR'])
        assert not folder.exists(), f'{folder} should not exist'

    def test_version(self):
        assert re.fullmatch(r'qianping-cli \d+\.\d+\.\d+\n', cli('--version', expect=0).out)

    def test_help_names_each_command(self):
        text = cli('--help', expect=0).out
        for command in COMMANDS:
            contains(text, f'\n  {command} ')

    def test_each_command_has_help(self):
        for command in COMMANDS:
            text = cli(command, '--help', expect=0).out
            contains(text, f'qianping-cli {command}')
            equal(cli('help', command, expect=0).out, text)

    def test_no_command(self):
        result = cli(expect=2)
        equal(result.out, '')
        contains(result.err, '--help')

    def test_unknown_command_suggests(self):
        result = cli('chek', expect=2)
        contains(result.err, '“chek”')
        contains(result.err, '“check”')
        assert '“' not in cli('zzzzzzzzzz', expect=2).err.split('zzzzzzzzzz”', 1)[1].split('Try')[0]

    def test_unknown_option_suggests(self):
        result = cli('fit', '--rastre', '1x1', expect=2)
        contains(result.err, '“--rastre”')
        contains(result.err, '“--raster”')

    def test_too_few_and_too_many_arguments(self):
        for arguments in (['check'], ['show'], ['estimate'], ['estimate', 'a', 'b'], ['sample', 'x'], ['catalogue'],
                          ['catalogue', 'show'], ['catalogue', 'lst'], ['catalogue', 'list', 'x']):
            result = cli(*arguments, expect=2)
            equal(result.out, '')
            assert result.err, arguments

    def test_full_disk_is_told(self):
        if not os.path.exists('/dev/full'):
            raise Skip('no /dev/full')
        with open('/dev/full', 'wb') as full:
            run = subprocess.run([CLI, 'calc'], stdout=full, stderr=subprocess.PIPE)
        equal(run.returncode, 2)
        assert run.stderr

    def test_links_no_toolkit(self):
        linked = subprocess.run([tool('ldd'), CLI], capture_output=True, text=True).stdout
        assert not re.search(r'libgtk-|libgdk-[34]|libadwaita', linked), linked

    # sample and check

    def test_sample_has_the_collision_that_it_shows(self):
        """Two rules that disagree are worth knowing, but nothing is wrong with the file."""
        result = cli('check', '--json', self.written_sample(), expect=0)
        equal(result.err, '')
        findings = result.json()['files'][0]['findings']
        equal([finding for finding in findings if finding['severity'] != 'note'], [])
        curved = [finding for finding in findings if finding['code'] == 'curved-not-flat']
        equal(len(curved), 1)
        contains(curved[0]['message'], 'is not flat (Arc)')

    def test_sample_to_standard_output(self):
        equal(cli('sample', expect=0).bytes, self.written_sample().read_bytes())
        equal(cli('sample', '-o', '-', expect=0).bytes, self.sample.read_bytes())

    def test_sample_in_each_language(self):
        texts = {lang: cli('sample', '--lang', lang, expect=0).bytes for lang in ('en', 'zh_CN')}
        for lang, title in (('en', 'Guangdong: '), ('zh_CN', '广东：')):
            root = ElementTree.fromstring(texts[lang])
            equal((root.get('language'), root.get('title').startswith(title)), (lang, True))
            equal(cli('sample', LANGUAGE=lang, expect=0).bytes, texts[lang])
            equal(cli('check', '-', stdin=texts[lang], expect=0).err, '')
        equal(cli('sample', '--lang', 'en', LANGUAGE='zh_CN', expect=0).bytes, texts['en'])

    def test_sample_gives_the_same_figures_in_each_language(self):
        def figures(lang):
            text = cli('estimate', '--json', '-', stdin=cli('sample', '--lang', lang, expect=0).bytes, expect=0).out
            contains(text, '"area_m2"')
            return re.sub(r'"(name|title)" ?: ?"[^"]*"', r'"\1":""', text)
        equal(figures('zh_CN'), figures('en'))

    def test_sample_in_no_such_language(self):
        result = cli('sample', '--lang', 'tlh', expect=2)
        equal(result.out, '')
        contains(result.err, '“tlh”')

    def test_sample_where_it_cannot_be_written(self):
        result = cli('sample', '-o', self.folder / 'no' / 'such' / 'folder.qianping', expect=2)
        contains(result.err, 'folder.qianping')

    # rules

    def test_rules_of_the_sample(self):
        screens = cli('rules', '--json', self.written_sample(), expect=1).json()['screens']
        beijing_road = next(screen for screen in screens if 'Beijing Road' in screen['name'])
        verdicts = {verdict['rule']: verdict for verdict in beijing_road['verdicts']}
        equal(verdicts['HCTS-001']['verdict'], 'meets')
        equal(verdicts['LOC-GZ-01']['verdict'], 'fails')
        contains(verdicts['LOC-GZ-01']['measured'], '23:00')
        equal(verdicts['LOC-SZ-07']['verdict'], 'does_not_apply')
        equal(verdicts['HCTS-009']['verdict'], 'not_known')
        for screen in screens:
            counted = sum(screen[key] for key in ('meets', 'fails', 'not_known', 'does_not_apply', 'told'))
            equal(counted, len(screen['verdicts']))

    def test_rules_of_one_set_as_text(self):
        text = cli('rules', '--set', 'cmg-8k', '--screen', 'Liuhua 8K LED cinema screen', self.written_sample(), expect=0).out
        contains(text, 'CMG8K-I-04')
        assert 'CMG8K-O-' not in text and 'HCTS' not in text
        contains(cli('rules', '--set', 'no-such', self.written_sample(), expect=2).err, 'no-such')

    def test_sample_satisfies_schema_by_xmllint(self):
        run = subprocess.run([tool('xmllint'), '--nonet', '--noout', '--relaxng', SCHEMA, self.written_sample()], capture_output=True)
        equal((run.returncode, run.stderr.decode().split('\n')[0].endswith('validates')), (0, True))

    def test_sample_satisfies_schema_by_jing(self):
        run = subprocess.run([tool('jing'), SCHEMA, self.written_sample()], capture_output=True)
        equal((run.returncode, run.stdout), (0, b''))

    def test_saving_again_gives_the_same_bytes(self):
        again = self.folder / 'again.qianping'
        subprocess.run([RESAVE, self.written_sample(), again], check=True)
        equal(again.read_bytes(), self.sample.read_bytes())

    def test_check_reads_standard_input(self):
        equal(cli('check', '-', stdin=self.written_sample().read_bytes(), expect=0).err, '')

    def test_check_json(self):
        answer = cli('check', '--json', self.written_sample(), expect=0).json()
        equal([(entry['readable'], entry['errors'], entry['warnings']) for entry in answer['files']], [(True, 0, 0)])

    def test_check_of_nothing(self):
        missing = self.folder / 'missing.qianping'
        result = cli('check', missing, expect=2)
        contains(result.err, 'missing.qianping')
        answer = cli('check', '--json', missing, expect=2).json()['files'][0]
        equal(answer['readable'], False)
        assert answer['error']
        cli('check', self.folder, expect=2)

    def test_check_tells_the_worst_of_several(self):
        damaged = self.folder / 'damaged.qianping'
        damaged.write_bytes(self.written_sample().read_bytes()[:500])
        equal(cli('check', self.sample, damaged).status, 2)
        equal(cli('check', damaged, self.sample).status, 2)

    def test_warning_has_file_line_and_severity(self):
        text = self.written_sample().read_text()
        number = next(n for n, line in enumerate(text.splitlines(), 1) if 'columns="' in line)
        changed = self.folder / 'changed.qianping'
        changed.write_text(re.sub(r'columns="\d+"', 'columns="many"', text, count=1))
        result = cli('check', changed, expect=1)
        match = re.search(rf'^{re.escape(str(changed))}:(\d+): (warning|error): .*many', result.out, re.M)
        assert match, result.out
        assert abs(int(match.group(1)) - number) <= 30, (match.group(1), number)
        finding = [f for f in cli('check', '--json', changed, expect=1).json()['files'][0]['findings'] if f['field'] == 'columns'][0]
        equal((finding['line'], finding['severity']), (int(match.group(1)), match.group(2)))

    def test_broken_files_are_told_with_a_line(self):
        files = sorted(path for path in CORPUS.glob('*') if path.suffix == '.qianping')
        assert files, f'no files in {CORPUS}'
        messages = {}
        for path in files:
            result = cli('check', path)
            text = (result.out + result.err).replace(str(path), 'FILE')
            expected = 2 if result.err else 1 if re.search(r': (warning|error): ', result.out) else 0
            assert result.status == expected and text, f'{path.name}: exit {result.status}: {text!r}'
            assert re.search(r'FILE:\d+: |\bLine \d+: ', text), f'{path.name}: no line in {text!r}'
            messages.setdefault(re.sub(r'\d+', '#', text), []).append(path.name)
        same = [names for names in messages.values() if len(names) > 1]
        assert not same, f'the same message for {same}'

    # show

    def test_show_lists_ids(self):
        text = cli('show', self.written_sample(), expect=0).out
        ids = set(re.findall(r'\bid="([^"]+)"', self.sample.read_text()))
        equal(set(UUID.findall(text)), {i for i in ids if UUID.fullmatch(i)})

    def test_show_json_is_the_tree_of_the_file(self):
        def tree_of_json(node):
            return (node['kind'], node['id'], [tree_of_json(child) for child in node['children']])

        def tree_of_xml(element):
            tag = element.tag.split('}')[1]
            return (tag, element.get('id'), [tree_of_xml(child) for child in element if child.get('id')])

        answer = cli('show', '--json', self.written_sample(), expect=0).json()
        equal(tree_of_json(answer), tree_of_xml(ElementTree.parse(self.sample).getroot()))

    def test_show_json_gives_fields_as_numbers(self):
        def screens(node):
            return ([node] if node['kind'] == 'screen' else []) + [s for child in node['children'] for s in screens(child)]

        found = screens(cli('show', '--json', self.written_sample(), expect=0).json())
        elements = {e.get('id'): e for e in ElementTree.parse(self.sample).iter('{urn:qianping:project}screen')}
        equal({s['id'] for s in found}, set(elements))
        for screen in found:
            for field in ('columns', 'x_m', 'bottom_height_m'):
                text = elements[screen['id']].get(field)
                if text is not None:
                    equal(screen['fields'][field], float(text))

    # estimate

    def test_estimate_has_the_promised_keys(self):
        answer = cli('estimate', '--json', self.written_sample(), expect=0).json()
        assert len(answer['screens']) >= 4 and len(answer['sites']) >= 4
        for screen in answer['screens']:
            for key in ('id', 'name', 'width_m', 'height_m', 'area_m2', 'px_w', 'px_h'):
                assert key in screen, key
        equal(answer['city']['screens'], len(answer['screens']))
        equal(sum(site['screens'] for site in answer['sites']), len(answer['screens']))

    def test_estimate_tells_the_structure(self):
        text = self.written_sample().read_text()
        windy = self.folder / 'windy.qianping'
        windy.write_text(text.replace('city="Guangzhou"', 'city="广州" terrain="C" exposure="B" wind_speed_m_per_s="45"'))
        screen = next(s for s in cli('estimate', '--json', windy, expect=0).json()['screens'] if s['wind_force_gb_kn'])
        equal((screen['terrain'], screen['basic_wind_kpa'], screen['exposure']), ('C', 0.5, 'B'))
        assert screen['weight_total_low_kg'] < screen['weight_total_high_kg']
        product = screen['gust_factor_gb'] * 1.3 * screen['mu_z_gb'] * 0.5
        assert abs(screen['wind_pressure_gb_kpa'] - product) < 1e-9
        assert abs(screen['wind_force_gb_kn'] - product * screen['wind_area_m2']) < 1e-6
        assert screen['wind_force_asce_kn'] > 0
        equal(screen['structure_note'], 'Estimate, to be signed by a structural engineer.')
        assert all(s['wind_force_gb_kn'] is None for s in self.screens())
        contains(cli('estimate', windy, expect=0).out, 'Estimate, to be signed by a structural engineer.')

    def test_city_is_the_sum_of_sites_and_screens(self):
        answer = cli('estimate', '--json', self.written_sample(), expect=0).json()
        total = sum(s['area_m2'] for s in answer['screens'] if s['area_m2'] is not None)
        assert abs(answer['city']['area_m2'] - total) < 1e-6 * total
        assert abs(sum(s['area_m2'] or 0 for s in answer['sites']) - total) < 1e-6 * total
        equal(answer['city']['known_of']['area_m2'], sum(s['area_m2'] is not None for s in answer['screens']))

    def test_width_times_height_is_area(self):
        for screen in self.screens():
            if None not in (screen['width_m'], screen['height_m'], screen['area_m2']):
                assert screen['area_m2'] <= screen['width_m'] * screen['height_m'] * 1.000001, screen['name']

    def test_one_screen_by_id_and_by_name(self):
        screen = self.screens()[0]
        for wanted in (screen['id'], screen['name']):
            answer = cli('estimate', '--json', '--screen', wanted, self.sample, expect=0).json()
            equal(answer['screens'], [screen])
            equal((answer['sites'], answer['city']), ([], None))
        contains(cli('estimate', '--screen', 'nobody', self.sample, expect=2).err, '“nobody”')

    def test_not_known_is_null_never_zero(self):
        for screen in self.screens():
            for key, value in screen.items():
                if re.search(r'(power|weight|cost|price|energy)', key):
                    assert value != 0, (screen['name'], key)

    def test_text_says_the_same_as_json(self):
        screen = self.screens()[0]
        text = cli('estimate', '--screen', screen['id'], self.sample, expect=0).out
        contains(text, screen['name'])
        if screen['px_w'] is not None:
            contains(text.replace('\u2009', ''), f"{screen['px_w']:.0f}")

    def test_totals_have_no_bound_of_fewer_screens(self):
        city = cli('estimate', '--json', self.written_sample(), expect=0).json()['city']
        assert city['known_of']['capex_low'] < city['known_of']['capex']
        equal((city['capex_low'], city['capex_high']), (None, None))
        text = cli('estimate', self.sample, expect=0).out.rsplit('\nGuangdong\n', 1)[1]
        contains(text, 'First cost of the display, likely')
        assert ', low' not in text and ', high' not in text, text

    def test_estimate_of_something_else(self):
        other = self.folder / 'other.xml'
        other.write_text('<html><body/></html>\n')
        result = cli('estimate', other, expect=2)
        equal(result.out, '')
        contains(result.err, 'other.xml')

    # advise

    def street(self, **people):
        """The sample with people on every audience of its plans."""
        text = self.written_sample().read_text()
        counts = ' '.join(f'{key}="{value}"' for key, value in people.items())
        path = self.folder / 'street.qianping'
        for key in people:
            text = re.sub(f'\\s{key}="[^"]*"', '', text)
        path.write_text(text.replace('<audience', f'<audience {counts}'))
        return path

    def first_advised(self, path):
        for screen in self.screens():
            result = cli('advise', '--json', '--screen', screen['id'], path)
            if result.status == 0:
                return result.json()
        raise AssertionError('no screen of the sample has an audience')

    def test_advise_by_people(self):
        path = self.street(people_evening_per_h=600, dwell_s=90, speed_m_per_s=1.2)
        answer = self.first_advised(path)
        equal(answer['basis'], 'visitor_minutes')
        assert answer['weight'] > 0 and answer['near_m'] <= answer['median_m']
        pitches = [c['pitch_mm'] for c in answer['candidates']]
        equal(pitches, sorted(pitches))
        equal([c['present'] for c in answer['candidates']].count(True), 1)
        for candidate in answer['candidates']:
            for rule in candidate['rules'].values():
                assert abs(rule['below'] + rule['at'] + rule['beyond'] - 1) < 1e-9
            assert (candidate['price_low'] is None) == (candidate['total_low'] is None)
        unseen = [c['unseen'] for c in answer['candidates']]
        equal(unseen, sorted(unseen, reverse=True))
        contains(answer['sentence'], 'of your audience')
        half = cli('advise', '--json', '--screen', answer['screen'], '--alpha', 2, path, expect=0).json()
        assert half['enough_mm'] > 1.9 * answer['enough_mm']

    def test_advise_without_people_says_so(self):
        answer = self.first_advised(self.written_sample())
        equal(answer['basis'], 'places')
        contains(' '.join(answer['notes']), 'each place weighs the same')

    def test_advise_in_words_and_as_chart(self):
        path = self.street(people_evening_per_h=600, dwell_s=90, speed_m_per_s=1.2)
        screen = self.first_advised(path)['screen']
        text = cli('advise', '--screen', screen, path, expect=0).out
        contains(text, 'Finer than')
        contains(text, '(now)')
        for ending, magic in (('png', b'\x89PNG'), ('svg', b'<?xml'), ('pdf', b'%PDF')):
            chart = self.folder / f'pitch.{ending}'
            cli('advise', '--screen', screen, '-o', chart, path, expect=0)
            assert chart.read_bytes().startswith(magic), ending
        equal(cli('advise', '--screen', screen, '-o', '-', '--format', 'png', path, expect=0).bytes[:4], b'\x89PNG')

    def test_advise_used_wrongly(self):
        contains(cli('advise', self.written_sample(), expect=2).err, '--screen')
        contains(cli('advise', '--screen', 'x', '--alpha', 0, self.written_sample(), expect=2).err, '--alpha')
        contains(cli('advise', '--screen', 'x', '-o', 'a.gif', self.written_sample(), expect=2).err, 'a.gif')
        contains(cli('advise', '--screen', 'nobody', self.written_sample(), expect=2).err, 'nobody')

    # people

    def test_people_by_minutes(self):
        path = self.street(people_evening_per_h=600, dwell_s=90, speed_m_per_s=1.2)
        plans = cli('people', '--json', path, expect=0).json()['plans']
        assert len(plans) > 0
        for plan in plans:
            whole = plan['minutes']['evening'] or 0
            shares = [screen['in_view_share'] for screen in plan['screens']]
            if plan['basis'] == 'nobody':
                continue
            equal(plan['basis'], 'visitor_minutes')
            assert max(shares) - 1e-9 <= plan['together']['in_view_share'] <= sum(shares) + 1e-9
            for screen in plan['screens']:
                assert abs(sum(screen['share'].values()) - 1) < 1e-9
                assert abs(sum(screen['minutes']['evening'].values()) - whole) < 1e-6 * whole
        plan = next(p for p in plans if p['basis'] != 'nobody' and p['together']['in_view_share'] > 0)
        screen = max(plan['screens'], key=lambda s: s['in_view_share'])
        text = cli('people', '--screen', screen['id'], path, expect=0).out
        contains(text, 'Hours on')
        contains(text, 'house index')
        one = cli('people', '--json', '--plan', plan['id'], '--screen', screen['id'], path, expect=0).json()['plans']
        equal([[s['id'] for s in p['screens']] for p in one], [[screen['id']]])

    def test_people_without_counts(self):
        plans = cli('people', '--json', self.street(people_evening_per_h='')).json()['plans']
        for plan in plans:
            assert plan['basis'] in ('nobody', 'ground')
            equal(plan['visitors_per_day'], None)
            equal(plan['together']['in_view_min'], None)

    def test_people_used_wrongly(self):
        contains(cli('people', '--plan', 'nowhere', self.written_sample(), expect=2).err, 'nowhere')
        cli('people', expect=2)

    # calc

    def test_calc_lists_all_with_sources(self):
        quantities = cli('calc', '--json', expect=0).json()['quantities']
        assert len(quantities) > 50
        for quantity in quantities:
            assert quantity['source'] and quantity['formula'] and quantity['inputs'] is not None, quantity['quantity']
        text = cli('calc', expect=0).out
        for quantity in quantities:
            contains(text, quantity['quantity'])

    def test_calc_one(self):
        answer = cli('calc', '--json', 'retina_distance_ft', 'pitch_mm=10', 'arcmin=1', expect=0).json()
        equal(sorted(answer), ['formula', 'inputs', 'quantity', 'source', 'unit', 'value'])
        equal((answer['unit'], answer['inputs']), ('ft', {'pitch_mm': 10, 'arcmin': 1}))
        assert abs(answer['value'] - 112.8333) <= 0.05
        contains(cli('calc', 'retina_distance_ft', 'pitch_mm=10', 'arcmin=1', expect=0).out, 'retina_distance_ft = 112.')

    def test_calc_used_wrongly(self):
        for arguments in (['retina_distance_f', 'pitch_mm=10'], ['retina_distance_ft', 'pitch=10'], ['retina_distance_ft', '10'],
                          ['retina_distance_ft', 'pitch_mm=ten'], ['retina_distance_ft', 'pitch_mm=1,5'],
                          ['retina_distance_ft', 'pitch_mm=10', 'pitch_mm=10']):
            result = cli('calc', *arguments, expect=2)
            equal(result.out, '')
            contains(result.err, '“')
        contains(cli('calc', 'retina_distance_f', expect=2).err, 'Did you mean “retina_distance_')

    # fit

    def test_fit_next_to_8k(self):
        answer = cli('fit', *CABINET, '--raster', '7680x4320', '--json', expect=0).json()
        below, above = answer['below'], answer['above']
        equal((below['columns'], below['rows'], below['px_w'], below['px_h']), (30, 16, 7680, 4096))
        assert below['class'] != '8K'
        equal((above['columns'], above['rows'], above['px_w'], above['px_h'], above['class']), (30, 17, 7680, 4352, '8K'))
        equal((above['width_m'], above['height_m'], round(above['area_m2'], 1)), (19.2, 10.88, 208.9))

    def test_fit_text(self):
        text = cli('fit', *CABINET, '--raster', '7680x4320', expect=0).out
        for part in ('30 × 16', '30 × 17', '7680 × 4352 px', '19.20 × 10.88 m', '208.9 m²'):
            contains(text, part)

    def test_fit_size(self):
        answer = cli('fit', *CABINET, '--size-m', '19.2x10.88', '--json', expect=0).json()
        equal(answer['below'], answer['above'])
        equal((answer['above']['columns'], answer['above']['rows']), (30, 17))
        answer = cli('fit', *CABINET, '--size-m', '19.3 x 10.8', '--json', expect=0).json()
        equal([(g['columns'], g['rows']) for g in (answer['below'], answer['above'])], [(30, 16), (31, 17)])

    def test_fit_smaller_than_one_cabinet(self):
        answer = cli('fit', *CABINET, '--size-m', '0.5x0.5', '--json', expect=0).json()
        equal(answer['below'], None)
        equal((answer['above']['columns'], answer['above']['rows']), (1, 1))

    def test_fit_tells_what_is_lost(self):
        answer = cli('fit', *CABINET, '--target', '8k', '--json', expect=0).json()
        equal((answer['below']['px_w_more'], answer['below']['px_h_more']), (0, 4096 - 4320))
        equal((answer['above']['px_w_more'], answer['above']['px_h_more']), (0, 32))
        text = cli('fit', *CABINET, '--target', '8K', expect=0).out
        contains(text, '224 px less')
        contains(text, 'across: exact')
        text = cli('fit', *CABINET, '--size-m', '20x11', expect=0).out
        contains(text, '0.16 m less')
        contains(text, 'of the opening')
        contains(cli('fit', *CABINET, '--target', '9k', expect=2).err, '8k-cinema')

    def test_fit_shape(self):
        # 16:9 of square cabinets within 2 %: 7 × 4 (−1.6 %), 9 × 5 (+1.25 %), then 14 × 8 (−1.6 %); 25 m² are 61.03 cabinets
        answer = cli('fit', *CABINET, '--aspect', '16:9', '--area-m2', '25', '--json', expect=0).json()
        equal([(g['columns'], g['rows']) for g in (answer['below'], answer['above'])], [(9, 5), (14, 8)])
        for grid in answer.values():
            assert abs(grid['aspect_error_percent']) <= 2, grid
        assert answer['below']['area_m2'] <= 25 <= answer['above']['area_m2']
        exact = cli('fit', *CABINET, '--aspect', '16:9', '--tolerance', '0', '--width-m', '19.2', '--json', expect=0).json()
        equal([(g['columns'], g['rows']) for g in exact.values()], [(16, 9), (32, 18)])
        high = cli('fit', *CABINET, '--aspect', '32:9', '--tolerance', '1', '--height-m', '6.4', '--json', expect=0).json()
        assert high['below']['height_m'] <= 6.4 <= high['above']['height_m']
        cli('fit', *CABINET, '--aspect', '16:9', expect=2)
        cli('fit', *CABINET, '--aspect', '16:0', '--width-m', '5', expect=2)

    def test_fit_cabinet_of_the_catalogue(self):
        cabinets = cli('catalogue', 'list', '--json', expect=0).json()['cabinets']
        cabinet = next(c for c in cabinets if c['px_w'] and c['px_h'] and c['width_mm'] and c['height_mm'])
        by_key = cli('fit', '--cabinet', cabinet['key'], '--raster', '3840x2160', '--json', expect=0).json()
        by_size = cli('fit', '--cabinet-mm', f"{cabinet['width_mm']}x{cabinet['height_mm']}", '--cabinet-px',
                      f"{cabinet['px_w']}x{cabinet['px_h']}", '--raster', '3840x2160', '--json', expect=0).json()
        equal(by_key, by_size)
        contains(cli('fit', '--cabinet', 'no such', '--raster', '1x1', expect=2).err, '“no such”')

    def test_fit_used_wrongly(self):
        for arguments in ([], CABINET, ['--raster', '1x1'], CABINET + ['--raster', '1x1', '--size-m', '1x1'],
                          CABINET + ['--raster', '7680'], CABINET + ['--raster', '-1x5'], CABINET + ['--raster', '1.5x5'],
                          CABINET + ['--size-m', '0x5'], CABINET + ['--size-m', 'nanx5'], CABINET + ['--size-m', '1e9x5'],
                          ['--cabinet-mm', '640', '--cabinet-px', '256x256', '--raster', '1x1'],
                          ['--cabinet', 'x', '--cabinet-mm', '1x1', '--raster', '1x1']):
            result = cli('fit', *arguments, expect=2)
            equal(result.out, '')

    # catalogue

    def test_catalogue_has_what_was_promised(self):
        answer = cli('catalogue', 'list', '--json', expect=0).json()
        assert 60 <= len(answer['cabinets']) <= 90, len(answer['cabinets'])
        assert len(answer['controllers']) >= 15 and len(answer['players']) >= 8
        for cabinet in answer['cabinets']:
            assert cabinet['source'] and cabinet['source_date'] and cabinet['grade'], cabinet['key']

    def test_catalogue_is_without_findings(self):
        equal(cli('catalogue', 'check', expect=0).err, '')
        for path in sorted((SOURCE / 'data' / 'catalogue').glob('*.xml')):
            cli('catalogue', 'check', path, expect=0)

    def test_catalogue_show(self):
        key = cli('catalogue', 'list', '--json').json()['cabinets'][0]['key']
        equal(cli('catalogue', 'show', key, '--json', expect=0).json()['key'], key)
        contains(cli('catalogue', 'show', key, expect=0).out, key)
        contains(cli('catalogue', 'list', expect=0).out, key)
        cli('catalogue', 'show', 'no such', expect=2)

    def test_catalogue_refuses_impossible_records(self):
        text = (SOURCE / 'data' / 'catalogue' / 'cabinets.xml').read_text()
        slipped = self.folder / 'slipped.xml'
        slipped.write_text(re.sub(r'width_mm="(\d+)(\.\d+)?"', r'width_mm="\g<1>9"', text, count=1))
        result = cli('catalogue', 'check', slipped, expect=1)
        line = next(n for n, row in enumerate(text.splitlines(), 1) if '<cabinet' in row)
        contains(result.out, f'slipped.xml:{line}: error: ')

    def test_catalogue_of_ones_own(self):
        own = self.folder / 'data' / 'qianping' / 'catalogue'
        own.mkdir(parents=True)
        text = (SOURCE / 'data' / 'catalogue' / 'cabinets.xml').read_text()
        head, first, rest = re.match(r'(.*?)(<cabinet\b[^>]*>)(.*)', text, re.S).groups()
        key = re.search(r'key="([^"]*)"', first).group(1)
        mine = first.replace(f'key="{key}"', 'key="my-own"')
        (own / 'mine.xml').write_text(head + mine + '</catalogue>\n')
        data = dict(XDG_DATA_HOME=str(self.folder / 'data'))
        equal(cli('catalogue', 'show', 'my-own', '--json', expect=0, **data).json()['key'], 'my-own')
        equal(cli('catalogue', 'show', key, '--json', expect=0, **data).json()['key'], key)
        cli('catalogue', 'show', 'my-own', expect=2)
        bad = re.sub(r'width_mm="(\d+)(\.\d+)?"', r'width_mm="\g<1>9"', mine, count=1)
        (own / 'mine.xml').write_text(head + bad + '</catalogue>\n')
        result = cli('catalogue', 'show', 'my-own', expect=2, **data)
        assert re.search(r'mine\.xml:\d+: error: .*my-own', result.err), result.err

    # render

    def render(self, name, *arguments):
        path = self.folder / name
        cli('render', self.written_sample(), '-o', path, *arguments, expect=0)
        return path.read_bytes()

    def first_id(self, element):
        return ElementTree.parse(self.written_sample()).find(f'.//{{urn:qianping:project}}{element}').get('id')

    def test_render_formats(self):
        plan = self.first_id('plan')
        assert self.render('plan.png', '--plan', plan).startswith(b'\x89PNG\r\n')
        assert self.render('plan.pdf', '--plan', plan).startswith(b'%PDF-')
        ElementTree.fromstring(self.render('plan.svg', '--plan', plan))

    def test_render_screen_and_city(self):
        assert self.render('screen.png', '--screen', self.first_id('screen')).startswith(b'\x89PNG')
        assert self.render('city.pdf', '--city').startswith(b'%PDF-')

    def test_render_to_scale(self):
        plan = self.first_id('plan')

        def size(scale):
            root = ElementTree.fromstring(self.render(f'{scale}.svg', '--plan', plan, '--scale', f'1:{scale}'))
            return [float(re.match(r'[\d.]+', root.get(side)).group()) for side in ('width', 'height')]

        small, large = size(1000), size(500)
        assert large[0] > small[0] and large[1] > small[1], (small, large)

    def test_render_view(self):
        """The sample's first screen, seen whole from its eye point, and half behind a wall that is put before it."""
        plan, path = self.first_id('plan'), self.folder / 'view.png'
        view = ['--plan', plan, '-o', path, '--width', '400', '--json']
        seen = cli('render', self.written_sample(), *view, '--view-from', '0,2', expect=0).json()
        assert path.read_bytes().startswith(b'\x89PNG\r\n')
        equal((seen['width'], seen['height'], seen['eye_height_m']), (400, 250, 1.6))
        screen = seen['screens'][0]
        assert 0.98 < screen['face_in_view'] < 1.02 and screen['pixels'] > 4000 and not screen['hidden_by'], screen
        away = cli('render', self.written_sample(), *view, '--view-from=0,2,3', '--look', '135', '--across', '40', expect=0).json()
        equal((away['look_deg'], away['across_deg'], away['eye_height_m'], away['screens'][0]['pixels']), (135, 40, 3, 0))
        day = path.read_bytes()
        cli('render', self.written_sample(), *view, '--view-from=0,2,3', '--look', '135', '--across', '40', '--night', expect=0)
        assert path.read_bytes() != day
        root = ElementTree.parse(self.written_sample())
        wall = ElementTree.SubElement(next(root.iter('{urn:qianping:project}plan')), '{urn:qianping:project}obstacle',
                                      id='0d2f8b6e-5f5c-4f3e-9f64-3a0a5e1f0001', name='Hoarding', kind='wall', closed='no',
                                      top_height_m='9', outline='-7,12 -3,6')
        walled = self.folder / 'walled.qianping'
        root.write(walled)
        hidden = cli('render', walled, *view, '--view-from', '0,2', expect=0).json()['screens'][0]
        assert hidden['hidden_pixels'] > 100 and hidden['face_in_view'] < 0.985, hidden
        equal(hidden['hidden_by'][0]['name'], 'Hoarding')

    def test_render_view_used_wrongly(self):
        plan, out = self.first_id('plan'), self.folder / 'y.png'
        for arguments in (['--plan', plan, '--view-from', '1'], ['--plan', plan, '--view-from', '1,x'], ['--city', '--view-from', '1,2'],
                          ['--plan', plan, '--look', '90'], ['--plan', plan, '--view-from', '1,2', '--look', '0,90'],
                          ['--plan', plan, '--view-from', '1,2', '--across', '180'],
                          ['--plan', plan, '--view-from', '1,2', '--scale', '1:100']):
            assert cli('render', self.sample, '-o', out, *arguments, expect=2).err, arguments
        assert cli('render', self.sample, '-o', self.folder / 'y.pdf', '--plan', plan, '--view-from', '1,2', expect=2).err
        assert not out.exists()

    def test_render_used_wrongly(self):
        plan = self.first_id('plan')
        out = self.folder / 'x.png'
        for arguments in ([], ['--plan', plan], ['-o', out], ['--plan', plan, '--city', '-o', out], ['--plan', 'nobody', '-o', out],
                          ['--plan', plan, '-o', self.folder / 'x.bmp'], ['--plan', plan, '-o', out, '--scale', '1:x'],
                          ['--plan', plan, '-o', out, '--scale', '1:0']):
            result = cli('render', self.sample, *arguments, expect=2)
            assert result.err
        assert not out.exists()

    # languages

    def test_chinese(self):
        catalogues = BUILD / 'po'
        if not list(catalogues.rglob('qianping.mo')):
            raise Skip('translations are not built')
        environment = dict(LC_ALL='C.UTF-8', LANGUAGE='zh_CN', QIANPING_LOCALEDIR=str(catalogues))
        help_text = cli('--help', **environment).out
        assert len(re.findall('[\u4e00-\u9fff]', help_text)) > 60, help_text
        for command in COMMANDS:
            assert 'Content-Type' not in cli(command, '--help', expect=0, **environment).out, command
        text = cli('estimate', self.written_sample(), expect=0, **environment).out
        assert len(re.findall('[\u4e00-\u9fff]', text)) > 200
        contains(cli('check', self.folder / 'missing', expect=2, **environment).err, 'missing')
        plain = cli('estimate', '--json', self.sample, expect=0).json()
        equal(cli('estimate', '--json', self.sample, expect=0, **environment).json(), plain)

    def decimal_comma(self):
        """The environment of a locale with a decimal comma; one is made where none is installed."""
        locales = subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout.split()
        name = next((n for n in locales if re.match(r'(de_DE|fr_FR|lv_LV|ru_RU)\.utf-?8$', n, re.I)), None)
        if name:
            return dict(LC_ALL=name)
        made = subprocess.run([tool('localedef'), '-i', 'de_DE', '-f', 'UTF-8', self.folder / 'de_DE.UTF-8'], capture_output=True)
        if made.returncode != 0:
            raise Skip('no locale with a decimal comma is installed')
        return dict(LC_ALL='de_DE.UTF-8', LOCPATH=str(self.folder))

    def test_decimal_comma(self):
        environment = self.decimal_comma()
        for arguments in (['estimate', '--json', self.written_sample()], ['fit', *CABINET, '--size-m', '19.3x10.8', '--json'],
                          ['show', '--json', self.sample], ['calc', '--json', 'retina_distance_ft', 'pitch_mm=2.5', 'arcmin=1']):
            equal(cli(*arguments, expect=0, **environment).out, cli(*arguments, expect=0).out)
        cli('check', self.sample, expect=0, **environment)
        again = self.folder / 'comma.qianping'
        subprocess.run([RESAVE, self.sample, again], check=True, env=dict(os.environ, **environment))
        equal(again.read_bytes(), self.sample.read_bytes())

    def test_plain_c_locale_keeps_names(self):
        environment = dict(LC_ALL='C', LANGUAGE='')
        equal(cli('show', self.written_sample(), expect=0, **environment).out, cli('show', self.sample, expect=0).out)

    # manual

    def test_manual_page(self):
        page = SOURCE / 'doc' / 'qianping-cli.1'
        run = subprocess.run([tool('man'), '--warnings', '-l', page], capture_output=True, text=True,
                             env=dict(os.environ, MANWIDTH='100', MANPAGER='cat', PAGER='cat'))
        equal((run.returncode, run.stderr), (0, ''))
        for command in COMMANDS:
            contains(run.stdout, f'\n       {command} ')


run(Cases)
