#!/usr/bin/env python3
"""test_export.py CLI: pixel maps and test patterns, read back by programs of others.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import resource
import struct
import subprocess
import sys
import zlib

from harness import CLI, Skip, cli, contains, equal, run, tool

HEAD = '<project xmlns="urn:qianping:project" format="1.2" id="10000000-0000-4000-8000-000000000001" title="Maps">' \
       '<site id="10000000-0000-4000-8000-000000000002"><plan id="10000000-0000-4000-8000-000000000003">'
TAIL = '</plan></site></project>'


def screen(number, name, columns, rows, px_w, px_h, width=960, height=960, **more):
    attributes = ''.join(f' {key}="{value}"' for key, value in more.items())
    return f'<screen id="10000000-0000-4000-8000-0000000001{number:02}" name="{name}" columns="{columns}" rows="{rows}" ' \
           f'cabinet_width_mm="{width}" cabinet_height_mm="{height}" cabinet_px_w="{px_w}" cabinet_px_h="{px_h}"{attributes}/>'


PROJECT = HEAD + ''.join([
    # 40 × 192 by 18 × 240 pixels: native 8K round a corner
    screen(1, 'Corner', 40, 18, 192, 240, shape='corner', face_columns='26 14'),
    screen(2, 'Holes', 6, 4, 16, 16, missing_cells='2-3,1 6,4'),
    screen(3, 'Great', 128, 60, 128, 144, 500, 500),
    screen(4, 'Oblong', 4, 4, 100, 50, 500, 500),
    screen(5, 'Rough', 4, 4, 100, 50).replace(' cabinet_px_w="100" cabinet_px_h="50"', ''),
]) + TAIL


def png_size(path):
    head = path.read_bytes()[:26]
    equal(head[:8], b'\x89PNG\r\n\x1a\n')
    return struct.unpack('>IIBB', head[16:26])


def pixels(path):
    """A small PNG as rows of tuples, undone by zlib and by hand; the writer filters by the row above, or not at all."""
    data, at, packed = path.read_bytes(), 8, b''
    width, height, depth, kind = png_size(path)
    equal((depth, kind in (2, 6)), (8, True))
    while at < len(data):
        length, name = struct.unpack('>I4s', data[at:at + 8])
        if name == b'IDAT':
            packed += data[at + 8:at + 8 + length]
        equal(struct.unpack('>I', data[at + 8 + length:at + 12 + length])[0], zlib.crc32(data[at + 4:at + 8 + length]))
        at += 12 + length
    raw, step, rows = zlib.decompress(packed), 3 if kind == 2 else 4, []
    above = bytes(width * step)
    for y in range(height):
        filtered = raw[y * (width * step + 1):(y + 1) * (width * step + 1)]
        assert filtered[0] in (0, 2), filtered[0]
        above = filtered[1:] if filtered[0] == 0 else bytes((a + b) & 255 for a, b in zip(filtered[1:], above))
        rows.append([tuple(above[i:i + step]) for i in range(0, len(above), step)])
    return rows


def number(pixel):
    return pixel[0] << 16 | pixel[1] << 8 | pixel[2]


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / 'maps.qianping'
        self.project.write_text(PROJECT)

    def export(self, name, *arguments, **more):
        path = self.folder / name
        return path, cli('export', self.project, '-o', path, *arguments, **{'expect': 0, **more})

    def crop(self, path, x, y, width, height):
        """Pixels as ImageMagick reads them."""
        convert = tool('convert')
        if b'ImageMagick' not in subprocess.run([convert, '-version'], capture_output=True).stdout:
            raise Skip('convert is not ImageMagick')
        data = subprocess.run([convert, path, '-crop', f'{width}x{height}+{x}+{y}', '-depth', '8', 'rgb:-'],
                              capture_output=True, check=True).stdout
        equal(len(data), width * height * 3)
        return [[tuple(data[(j * width + i) * 3:(j * width + i) * 3 + 3]) for i in range(width)] for j in range(height)]

    def test_map_of_an_8k_corner_has_right_numbers_at_the_corners(self):
        path, result = self.export('corner.png', '--as', 'pixelmap', '--screen', 'Corner', '--json')
        equal(png_size(path), (7680, 4320, 8, 2))
        equal([result.json()[key] for key in ('width_px', 'height_px', 'cabinets')], [7680, 4320, 720])
        for column, row in ((1, 1), (40, 1), (1, 18), (40, 18), (26, 9), (27, 9)):
            x, y = (column - 1) * 192, (row - 1) * 240
            patch = self.crop(path, x, y, 6, 6)
            equal((number(patch[0][0]), number(patch[0][1])), (column, row))
            tint = patch[4][4]
            equal([part & 15 for part in tint], [(column - 1) % 16, (row - 1) % 16, (column - 1) // 16])

    def test_last_pixel_belongs_to_the_last_cabinet(self):
        path, _ = self.export('corner.png', '--as', 'pixelmap', '--screen', 'Corner')
        frame = self.crop(path, 7679, 4319, 1, 1)[0][0]
        inner = self.crop(path, 7678, 4318, 1, 1)[0][0]
        equal([part & 15 for part in inner], [39 % 16, 17 % 16, 39 // 16])
        assert frame != inner

    def test_missing_cabinets_are_black_or_transparent(self):
        for option, absent in (((), (0, 0, 0)), (('--transparent',), (0, 0, 0, 0))):
            path, _ = self.export('holes.png', '--as', 'pixelmap', '--screen', 'Holes', *option)
            rows = pixels(path)
            missing = {(2, 1), (3, 1), (6, 4)}
            for y, row in enumerate(rows):
                for x, pixel in enumerate(row):
                    equal(pixel == absent, (x // 16 + 1, y // 16 + 1) in missing)

    def test_tiles_put_together_are_the_map(self):
        whole, _ = self.export('whole.png', '--as', 'pixelmap', '--screen', 'Holes')
        _, result = self.export('part.png', '--as', 'pixelmap', '--screen', 'Holes', '--tile', '40x50', '--json')
        rows = pixels(whole)
        built = [[None] * 96 for _ in range(64)]
        files = result.json()['files']
        equal(sorted(pathlib.Path(part['file']).name for part in files),
              ['part-r1c1.png', 'part-r1c2.png', 'part-r1c3.png', 'part-r2c1.png', 'part-r2c2.png', 'part-r2c3.png'])
        for part in files:
            for j, row in enumerate(pixels(pathlib.Path(part['file']))):
                for i, pixel in enumerate(row):
                    equal(built[part['y_px'] + j][part['x_px'] + i], None)
                    built[part['y_px'] + j][part['x_px'] + i] = pixel
        equal(built, rows)

    def test_each_face_has_its_file(self):
        self.export('face.png', '--as', 'pattern', '--pattern', 'grid', '--screen', 'Corner', '--faces')
        equal([png_size(self.folder / f'face-face{i}.png')[:2] for i in (1, 2)], [(26 * 192, 4320), (14 * 192, 4320)])

    def test_circle_is_round_in_millimetres(self):
        """Pixels of 5 × 10 mm: the circle has twice as many across as down."""
        path, _ = self.export('circle.png', '--as', 'pattern', '--pattern', 'crosshatch', '--screen', 'Oblong')
        yellow = [(x, y) for y, row in enumerate(pixels(path)) for x, pixel in enumerate(row) if pixel == (255, 255, 64)]
        xs, ys = [x for x, y in yellow], [y for x, y in yellow]
        across, down = (max(xs) - min(xs) + 1) * 5, (max(ys) - min(ys) + 1) * 10
        assert abs(across - 1800) <= 30 and abs(down - 1800) <= 30, (across, down)

    def test_every_pattern(self):
        names = cli('export', self.project, '--as', 'pattern', '--screen', 'Oblong', '-o', self.folder / 'x.png', expect=2).err
        names = names.split('one of ')[1].split('.')[0].split(', ')
        equal(len(names), 13)
        seen = set()
        for name in names:
            path, _ = self.export(f'{name}.png', '--as', 'pattern', '--pattern', name, '--screen', 'Oblong')
            rows = pixels(path)
            equal((len(rows), len(rows[0])), (200, 400))
            seen.add(str(rows))
        equal(len(seen), 13)
        equal(pixels(self.folder / 'checker.png')[0][:3], [(255, 255, 255), (0, 0, 0), (255, 255, 255)])
        equal(pixels(self.folder / 'grey-ramp.png')[0][::399], [(0, 0, 0), (255, 255, 255)])
        equal(set(sum(pixels(self.folder / 'red.png'), [])), {(255, 0, 0)})

    def test_large_map_needs_little_memory(self):
        """16 384 × 8640 pixels are 425 MB as colours."""
        path = self.folder / 'great.png'
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        subprocess.run([CLI, 'export', self.project, '--as', 'pixelmap', '--screen', 'Great', '-o', path], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        equal(png_size(path)[:2], (16384, 8640))
        assert after == before or after < 200 * 1024, f'{after} KiB'

    def test_elevation_from_behind_and_its_layers(self):
        def drawn(*arguments):
            path = self.folder / 'elevation.png'
            cli('render', self.project, '--screen', 'Holes', '-o', path, '--width', '600', *arguments, expect=0)
            return path.read_bytes()
        pictures = {drawn(), drawn('--back'), drawn('--layers', 'none'), drawn('--layers', 'pixels'),
                    drawn('--layers', 'cabinets,dimensions,pixels')}
        equal(len(pictures), 5)
        equal(drawn('--layers', 'cabinets,zones,dimensions'), drawn())
        for arguments, part in ((['--screen', 'Holes', '--layers', 'pixel'], '“pixel”'), (['--city', '--back'], '--screen')):
            contains(cli('render', self.project, '-o', self.folder / 'x.png', *arguments, expect=2).err, part)

    def test_standard_output(self):
        path, _ = self.export('o.png', '--as', 'pixelmap', '--screen', 'Holes')
        equal(cli('export', self.project, '--as', 'pixelmap', '--screen', 'Holes', '-o', '-', expect=0).bytes, path.read_bytes())

    def test_used_wrongly(self):
        for arguments, part in (
                (['--as', 'pixelmap', '-o', 'x.png'], '--screen'),
                (['--screen', 'Holes', '-o', 'x.png'], 'pixelmap'),
                (['--as', 'pixelmp', '--screen', 'Holes', '-o', 'x.png'], '“pixelmap”'),
                (['--as', 'pixelmap', '--screen', 'Holes'], '-o FILE'),
                (['--as', 'pixelmap', '--screen', 'Holes', '-o', 'x.png', '--pattern', 'grid'], '--pattern'),
                (['--as', 'pattern', '--screen', 'Holes', '-o', 'x.png', '--pattern', 'gird'], 'gird'),
                (['--as', 'pixelmap', '--screen', 'Holes', '-o', 'x.png', '--tile', '0x10'], '0x10'),
                (['--as', 'pixelmap', '--screen', 'Holes', '-o', '-', '--tile', '10x10'], '-o FILE'),
                (['--as', 'pixelmap', '--screen', 'Rough', '-o', 'x.png'], 'Rough'),
                (['--as', 'pixelmap', '--screen', 'Nobody', '-o', 'x.png'], 'Nobody'),
                (['--as', 'pixelmap', '--screen', 'Holes', '-o', '/nowhere/x.png'], '/nowhere/x.png')):
            contains(cli('export', self.project, *arguments, expect=2).err, part)


if __name__ == '__main__':
    sys.exit(run(Cases))
