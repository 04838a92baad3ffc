#!/usr/bin/env python3
"""test_import.py CLI: takes plans into projects from the command line, one TAP line a case.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
import zlib

from harness import SOURCE, cli, contains, equal, run, tool

NS = '{urn:qianping:project}'
SCHEMA = SOURCE / 'data' / 'schema' / 'project.rng'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><path d="M10 10H390V190H10Z" stroke="black" fill="none"/></svg>'


def pairs(*values):
    return ''.join(f'{code}\n{value}\n' for code, value in zip(values[::2], values[1::2]))


def line(layer, x0, y0, x1, y1):
    return pairs(0, 'LINE', 8, layer, 10, x0, 20, y0, 11, x1, 21, y1)


def dxf(entities, units=4, layers=('WALL', 'DOOR', 'FURNITURE')):
    """A drawing in R2000 form; units as $INSUNITS: 4 millimetres, 6 metres, None not said."""
    header = pairs(9, '$ACADVER', 1, 'AC1015')
    if units is not None:
        header += pairs(9, '$INSUNITS', 70, units)
    table = ''.join(pairs(0, 'LAYER', 2, name, 70, 0, 62, 7) for name in layers)
    return (pairs(0, 'SECTION', 2, 'HEADER') + header + pairs(0, 'ENDSEC', 0, 'SECTION', 2, 'TABLES', 0, 'TABLE', 2, 'LAYER')
            + table + pairs(0, 'ENDTAB', 0, 'ENDSEC', 0, 'SECTION', 2, 'ENTITIES') + entities + pairs(0, 'ENDSEC', 0, 'EOF'))


# a room of 12 × 8 m in millimetres: four walls that meet at their ends, a door and a table
ROOM = (line('WALL', 0, 0, 12000, 0) + line('WALL', 12000, 0, 12000, 8000) + line('WALL', 12000, 8000, 0, 8000)
        + line('WALL', 0, 8000, 0, 0) + line('DOOR', 5000, 0, 5900, 0)
        + pairs(0, 'CIRCLE', 8, 'FURNITURE', 10, 6000, 20, 4000, 40, 600))


def png(width, height):
    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
    rows = b''.join(b'\0' + b'\xff\xff\xff' * width for _ in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def imported(self, name, content, *arguments, expect=0):
        """Report and project of an import."""
        target = self.folder / f'{name}.{len(arguments)}.qianping'
        target.unlink(missing_ok=True)
        result = cli('import', self.file(name, content), '-o', target, '--json', *arguments, expect=expect)
        return result.json(), ElementTree.parse(target).getroot(), target

    def test_dxf_in_its_own_units(self):
        report, project, target = self.imported('room.dxf', dxf(ROOM))
        equal(report['format'], 'dxf')
        equal((report['metres_per_unit'], report['scale_basis']), (0.001, 'drawn'))
        equal((round(report['width_m'], 6), round(report['height_m'], 6)), (12, 8))
        counts = {(row['type'], row['layer']): row['read'] for row in report['objects']}
        equal(counts, {('LINE', 'WALL'): 4, ('LINE', 'DOOR'): 1, ('CIRCLE', 'FURNITURE'): 1})
        background = project.find(f'{NS}site/{NS}plan/{NS}background')
        equal((background.get('file_name'), background.get('name')), ('room.dxf', 'room'))
        cli('check', target, expect=0)
        subprocess.run([tool('xmllint'), '--noout', '--relaxng', SCHEMA, target], check=True, capture_output=True)

    def test_walls_become_one_outline(self):
        report, project, _ = self.imported('walls.dxf', dxf(ROOM), '--layer-walls', 'wall', '--wall-height', '3.2',
                                           '--wall-kind', 'glass')
        equal(report['obstacles'], 1)
        obstacle = project.find(f'.//{NS}obstacle')
        equal((obstacle.get('kind'), obstacle.get('top_height_m')), ('glass', '3.2'))
        corners = sorted(tuple(map(float, place.split(','))) for place in obstacle.get('outline').split())
        equal(corners, [(0, 0), (0, 8), (12, 0), (12, 8)])

    def test_layers_shown_and_hidden(self):
        def hidden(*arguments):
            report, project, _ = self.imported('layers.dxf', dxf(ROOM), *arguments)
            equal([row['name'] for row in report['layers'] if not row['shown']],
                  [name for name in (project.find(f'.//{NS}background').get('hidden_layers') or '').split(';') if name])
            return {row['name'] for row in report['layers'] if not row['shown']} & {'WALL', 'DOOR', 'FURNITURE'}
        equal(hidden(), set())
        equal(hidden('--hide-layers', 'door,FURNITURE'), {'DOOR', 'FURNITURE'})
        equal(hidden('--layers', 'WALL'), {'DOOR', 'FURNITURE'})

    def test_unknown_layer_suggests(self):
        target = self.folder / 'never.qianping'
        result = cli('import', self.file('a.dxf', dxf(ROOM)), '-o', target, '--layer-walls', 'WALLS', expect=2)
        contains(result.err, '“WALLS”')
        contains(result.err, '“WALL”')
        assert not target.exists()
        result = cli('import', self.file('a.svg', SVG), '-o', target, '--layers', 'A', expect=2)
        contains(result.err, 'layers')

    def test_scale_as_typed(self):
        for scale, width in (('m', 12000), ('cm', 120), ('in', 304.8), ('0.0005', 6)):
            report, _, _ = self.imported('typed.dxf', dxf(ROOM), '--scale', scale)
            assert abs(report['width_m'] - width) < 1e-6, (scale, report['width_m'])
        report, _, _ = self.imported('typed.svg', SVG, '--scale', '1:200')
        assert abs(report['width_m'] - 400 * 0.0254 / 96 * 200) < 1e-9, report
        for scale in ('yards', '0', '-1', '1:0', '1:x', ''):
            contains(cli('import', self.file('a.svg', SVG), '-o', self.folder / 'n', '--scale', scale, expect=2).err, '--scale')
        contains(cli('import', self.file('a.dxf', dxf(ROOM)), '-o', self.folder / 'n', '--scale', '1:100', expect=2).err, '1:N')

    def test_a_given_scale_answers_doubts(self):
        # 4 × 3 of a unit said to be the metre is doubted, and 0.9 in inches taken for feet: whoever gives the scale knows
        for units, scale in ((6, '10'), (1, 'ft')):
            room = dxf(line('WALL', 0, 0, 37 if units == 1 else 4, 3), units=units)
            self.imported('doubt.dxf', room, expect=1)
            report, project, _ = self.imported('doubt.dxf', room, '--scale', scale)
            equal([finding for finding in report['findings'] if finding['code'].startswith('unit-')], [])
            equal(project.find(f'.//{NS}background').get('scale_basis'), 'drawn')
        target = self.folder / 'told.qianping'
        told = cli('import', self.file('told.dxf', dxf(line('WALL', 0, 0, 4, 3), units=6)), '-o', target, '--scale', '10').out
        contains(told, '40.00 × 30.00 m (scale: as given, one unit of the drawing is 10')

    def test_unknown_scale_is_null(self):
        report, project, _ = self.imported('photo.png', png(60, 40))
        equal((report['width_units'], report['height_units'], report['width_m']), (60, 40, None))
        equal(report['scale_basis'], 'unknown')
        equal(project.find(f'.//{NS}background').get('metres_per_unit'), None)

    def test_guessed_scale_is_called_a_guess(self):
        report, project, _ = self.imported('guess.dxf', dxf(ROOM, units=None), expect=None)
        equal(report['scale_basis'], 'guessed')
        equal(project.find(f'.//{NS}background').get('scale_basis'), 'guessed')

    def test_unit_that_cannot_be_is_doubted(self):
        # a floor plan of 0.9 m in inches is one in feet; one of 27 km in metres is one in millimetres
        small, _, _ = self.imported('small.dxf', dxf(line('WALL', 0, 0, 37, 20), units=1), expect=1)
        equal((small['scale_basis'], small['metres_per_unit']), ('guessed', 0.3048))
        large, _, _ = self.imported('large.dxf', dxf(line('WALL', 0, 0, 26873, 10027), units=6), expect=1)
        equal((large['scale_basis'], large['metres_per_unit']), ('guessed', 0.001))

    def test_a_small_drawing_fills_its_sheet(self):
        _, project, target = self.imported('shop.dxf', dxf(line('WALL', 0, 0, 8800, 3000)))
        plan = project.find(f'.//{NS}plan').get('id')
        report = cli('render', target, '--plan', plan, '-o', self.folder / 'shop.pdf', '--json', expect=0).json()
        assert report['scale_ratio'] <= 30, report  # 1:40 with ten metres in height

    def test_geojson_knows_where_it_is(self):
        square = [[113.26, 23.13], [113.261, 23.13], [113.261, 23.131], [113.26, 23.131], [113.26, 23.13]]
        text = json.dumps({'type': 'FeatureCollection', 'features': [
            {'type': 'Feature', 'properties': {}, 'geometry': {'type': 'Polygon', 'coordinates': [square]}}]})
        report, project, _ = self.imported('block.geojson', text)
        site = project.find(f'{NS}site')
        assert abs(float(site.get('latitude_deg')) - 23.1305) < 1e-6 and abs(float(site.get('longitude_deg')) - 113.2605) < 1e-6
        # a minute of arc on the ellipsoid: 0.001° of latitude is 110.75 m here, of longitude 102.4 m
        assert abs(report['height_m'] - 110.75) < 0.15 and abs(report['width_m'] - 102.41) < 0.15, report

    def test_into_a_project(self):
        _, _, target = self.imported('first.dxf', dxf(ROOM))
        before = ElementTree.parse(target).getroot()
        cli('import', self.file('second.svg', SVG), '--into', target, '--plan', 'first', '--at', '20,-3.5', '--name', 'Hall',
            expect=0)
        plan = ElementTree.parse(target).getroot().find(f'{NS}site/{NS}plan')
        equal([node.get('name') for node in plan.findall(f'{NS}background')], ['first', 'Hall'])
        equal((plan[-1].get('x_m'), plan[-1].get('y_m')), ('20', '-3.5'))
        cli('import', self.file('third.svg', SVG), '--into', target, expect=0)
        after = ElementTree.parse(target).getroot()
        equal(len(after.findall(f'{NS}site')), 2)
        equal(after.get('id'), before.get('id'))

    def test_a_project_is_not_overwritten(self):
        _, _, target = self.imported('kept.dxf', dxf(ROOM))
        kept = target.read_bytes()
        contains(cli('import', self.folder / 'kept.dxf', '-o', target, expect=2).err, '--into')
        equal(target.read_bytes(), kept)

    def test_report_in_words(self):
        result = cli('import', self.file('words.dxf', dxf(ROOM)), '-o', self.folder / 'words.qianping', expect=0)
        contains(result.out, '12.00 × 8.00 m')
        contains(result.out, 'CIRCLE')
        piped = cli('import', self.folder / 'words.dxf', '-o', '-', expect=0)
        ElementTree.fromstring(piped.out)

    def test_used_wrongly(self):
        path, target = self.file('a.dxf', dxf(ROOM)), self.folder / 'wrong.qianping'
        for arguments in ([], [path], [path, '-o', target, '--plan', 'x'], [path, '-o', target, '--at', '1'],
                          [path, '-o', target, '--wall-height', '-2'], [path, '-o', target, '--wall-kind', 'paper'],
                          [path, '-o', target, '--page', '-1'], [path, '-o', target, '--layers', 'A', '--hide-layers', 'B'],
                          [self.folder / 'missing.dxf', '-o', target], [self.file('odd.txt', 'hello'), '-o', target]):
            result = cli('import', *arguments, expect=2)
            equal(result.out, '')
            assert result.err, arguments
        assert not target.exists()

    def test_render_tells_what_it_painted(self):
        _, project, target = self.imported('drawn.dxf', dxf(ROOM), '--layer-walls', 'WALL')
        plan = project.find(f'.//{NS}plan').get('id')
        out = self.folder / 'drawn.png'
        report = cli('render', target, '--plan', plan, '-o', out, '--json', expect=0).json()
        equal([row['painted'] for row in report['backgrounds']], [True])
        equal(report['objects']['obstacle'], 1)
        width, height = struct.unpack('>II', out.read_bytes()[16:24])
        equal((report['width'], report['height']), (width, height))
        contains(cli('render', target, '--plan', plan, '-o', '-', '--format', 'png', '--json', expect=2).err, '--json')

    def test_render_tells_what_it_could_not(self):
        target = self.file('bad.qianping', '''<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="urn:qianping:project" format="1.1" id="8a6dcae4-614b-5f77-a7ef-ec7994280cc6">
  <site id="54ca3cd6-85c2-55e4-a5d5-9c2eb065f5c9"><plan id="bb21b2b2-b522-5f54-86d3-8e7abf1b42eb" name="p">
    <background id="58a16d7a-0d36-5b4f-b1d0-394f90c3678b" name="b" format="png"><data>aGVsbG8=</data></background>
  </plan></site>
</project>''')
        report = cli('render', target, '--plan', 'p', '-o', self.folder / 'bad.svg', '--json', expect=1).json()
        equal(report['backgrounds'][0]['painted'], False)
        assert report['backgrounds'][0]['reason']


run(Cases)
