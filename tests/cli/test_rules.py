#!/usr/bin/env python3
"""test_rules.py CLI: screens against rules: verdicts of the sample as they were checked by hand, collisions, rules of a city.

tests/data/sample-verdicts.tsv is what the program said when somebody went through it; with QP_WRITE_GOLDEN=1 it is written anew,
and each line that changes has to be checked again.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re
import subprocess

from harness import SOURCE, cli, contains, equal, run, tool

GOLDEN = SOURCE / 'tests' / 'data' / 'sample-verdicts.tsv'
EXAMPLE = SOURCE / 'doc' / 'example-city-rules.xml'
COLUMNS = ['rule', 'verdict', 'measured', 'required', 'remark']
TOWN = '<rules xmlns="urn:qianping:rules" format="1.2" id="f81d4fae-7dec-11d0-a765-00a0c91e6bf6" key="town" title="Town">' \
       '<rule id="f81d4fae-7dec-11d0-a765-00a0c91e6bf7" key="T-1" name="Small" quantity="area_m2" demand="at_most" ' \
       'threshold="100" unit="m²" status="press" source="town hall"/></rules>'


def lines_of(screen):
    for verdict in screen['verdicts']:
        required = verdict['required'] + ('' if verdict['threshold_confirmed'] else ' (?)')
        yield '\t'.join([screen['name'], *((required if key == 'required' else verdict[key]) or '-' for key in COLUMNS)])
    for case in screen['conflicts']:
        yield '\t'.join([screen['name'], case['conflict'], case['state'], case['first'], case['second'], case['way_out']])


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def sample(self):
        path = self.folder / 'sample.qianping'
        cli('sample', '-o', path, expect=0)
        return path

    def test_sample_as_checked_by_hand(self):
        screens = cli('rules', '--all', '--json', self.sample(), expect=1).json()['screens']
        text = '\t'.join(['screen', *COLUMNS]) + '\n' + ''.join(line + '\n' for screen in screens for line in lines_of(screen))
        if os.environ.get('QP_WRITE_GOLDEN'):
            GOLDEN.write_text(text, encoding='utf-8')
        found, wanted = text.split('\n'), GOLDEN.read_text(encoding='utf-8').split('\n')
        for line in set(found) ^ set(wanted):
            print('#', '+' if line in found else '-', line)
        equal(len(found), len(wanted))
        assert found == wanted, 'a verdict of the sample is another one than was checked by hand'

    def test_each_rule_is_judged_for_each_screen(self):
        rules = sum(path.read_text(encoding='utf-8').count('<rule\n') for path in (SOURCE / 'data' / 'rules').glob('*.xml'))
        for screen in cli('rules', '--all', '--json', self.sample(), expect=1).json()['screens']:
            counted = sum(screen[key] for key in ('meets', 'fails', 'not_known', 'does_not_apply', 'told'))
            equal((counted, len(screen['verdicts'])), (rules, rules))

    def test_unverified_thresholds_are_marked(self):
        sample = self.sample()
        unsure = {verdict['rule'] for screen in cli('rules', '--all', '--json', sample, expect=1).json()['screens']
                  for verdict in screen['verdicts'] if not verdict['threshold_confirmed']}
        assert {'ACC-06', 'CMG8K-O-09', 'LOC-SZ12-01', 'CJJ149-05', 'UWA-012.5x'} <= unsure, unsure
        for line in cli('rules', '--all', sample, expect=1).out.split('\n'):
            rule = re.search(r' ((?:HCTS|CMG8K|UWA|GB50464|CJJ149|LOC|ACC|NIGHT)-[A-Za-z0-9.-]+)  ', line)
            if rule:
                equal('(?)' in line, rule[1] in unsure)

    def test_collisions_as_text_and_json(self):
        sample = self.sample()
        text = cli('rules', '--screen', 'Beijing Road 8K naked-eye 3D screen', sample, expect=1).out
        contains(text, 'C01 Flat surface or a corner with depth: open')
        contains(text, '46.08 m wide and 25.92 m high')
        screens = cli('rules', '--json', sample, expect=1).json()['screens']
        cases = {case['conflict']: case for screen in screens for case in screen['conflicts'] if 'Futian' in screen['name']}
        equal(cases['C03']['state'], 'solved')
        contains(cases['C03']['second'], 'LOC-SZ12-09')

    def test_rules_of_a_city(self):
        path = self.folder / 'city.xml'
        path.write_text(TOWN)
        result = cli('rules', '--set', 'town', '--with', path, self.sample(), expect=1)
        contains(result.out, 'T-1')
        contains(result.out, 'at most 100\u2009m² (?)')
        equal(result.err, '')
        cli('rules', '--set', 'town', '--rules', path, self.sample(), expect=1)  # its name before
        path.write_text(TOWN.replace('"100"', '"a hundred"'))
        contains(cli('rules', '--with', path, self.sample(), expect=1).err, 'a hundred')
        path.write_text('<catalogue/>')
        cli('rules', '--with', path, self.sample(), expect=2)

    def test_the_example_works(self):
        path = self.folder / 'p.qianping'
        path.write_text('<project xmlns="urn:qianping:project" format="1.2" id="10000000-0000-4000-8000-000000000001">'
                        '<site id="10000000-0000-4000-8000-000000000002" city="Example City" zone="E3" road_width_m="50">'
                        '<plan id="10000000-0000-4000-8000-000000000003"><screen id="10000000-0000-4000-8000-000000000004" '
                        'environment="outdoor" luminance_night_cdm2="300" on_time="07:00" off_time="22:00"/></plan></site></project>')
        result = cli('rules', '--set', 'example-city', '--with', EXAMPLE, '--json', path, expect=1)
        equal(result.err, '')
        verdicts = {verdict['rule']: verdict['verdict'] for verdict in result.json()['screens'][0]['verdicts']}
        equal(verdicts, {'EX-01': 'fails', 'EX-02': 'not_known', 'EX-03': 'meets', 'EX-04': 'not_known'})

    def test_the_example_satisfies_the_schema(self):
        schema = SOURCE / 'data' / 'schema' / 'rules.rng'
        done = subprocess.run([tool('xmllint'), '--nonet', '--noout', '--relaxng', schema, EXAMPLE], capture_output=True)
        equal(done.returncode, 0)

    def test_the_page_names_every_word(self):
        page = (SOURCE / 'doc' / 'city-rules.md').read_text(encoding='utf-8')
        schema = (SOURCE / 'data' / 'schema' / 'rules.rng').read_text(encoding='utf-8')
        for word in set(re.findall(r'<value>([a-z_]+)</value>', schema) + re.findall(r'<attribute name="([a-z_]+)">', schema)) - {'format'}:
            contains(page, f'`{word}`')


run(Cases)
