#!/usr/bin/env python3
"""test_depth.py CLI: pictures with depth for a content studio: the template is photographed by a camera of its own.

The geometry of the screens and the camera are worked out here from first principles, and not by the program.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import math
import pathlib
import struct
import zlib

from harness import CLI, cli, contains, equal, run

HEAD = '<project xmlns="urn:qianping:project" format="1.2" id="10000000-0000-4000-8000-000000000001" title="Depth">' \
       '<site id="10000000-0000-4000-8000-000000000002"><plan id="10000000-0000-4000-8000-000000000003">'
TAIL = '</plan></site></project>'

PITCH = 0.96 / 80          # metres, of each pixel
HEIGHT = 12 * 0.96         # of the corner
BOTTOM = 6.0
WIDTHS = 18 * 0.96, 12 * 0.96
BEHIND, FRONT = 6.0, 4.0
EYE = 6.0, -30.0, 1.6
EYES = {'eye_x_m': 6, 'eye_y_m': -30, 'eye_height_m': 1.6, 'depth_front_m': 4, 'depth_behind_m': 6, 'bottom_height_m': 6,
        'facing_deg': 180}
FOCAL = 6000               # pixels of the film: two for each of the template
BLUE, WHITE, ORANGE = (0x33, 0xb0, 0xe0), (0xff, 0xff, 0xff), (0xff, 0xa3, 0x30)


def screen(number, name, columns, rows, px, **more):
    attributes = ''.join(f' {key}="{value}"' for key, value in more.items())
    return f'<screen id="10000000-0000-4000-8000-0000000001{number:02}" name="{name}" columns="{columns}" rows="{rows}" ' \
           f'cabinet_width_mm="960" cabinet_height_mm="960" cabinet_px_w="{px}" cabinet_px_h="{px}"{attributes}/>'


PROJECT = HEAD + ''.join([
    '<audience id="10000000-0000-4000-8000-000000000201" outline="5,-31 7,-31 7,-29 5,-29" people_evening_per_h="900" '
    'dwell_s="60"/>',
    screen(1, 'Corner', 30, 12, 80, shape='corner', face_columns='18 12', **EYES),
    screen(2, 'Blind', 30, 12, 80, shape='corner', bottom_height_m=6),
    screen(3, 'Flat', 16, 9, 20, **EYES),
    screen(4, 'Great', 64, 18, 240, shape='rounded_corner', corner_columns=8, **EYES),
    screen(5, 'Shallow', 16, 9, 20, **{key: EYES[key] for key in EYES if not key.startswith('depth')}),
]) + TAIL


# space, without help of others

def add(a, b, times=1.0):
    return tuple(x + y * times for x, y in zip(a, b))


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def cross(a, b):
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def unit(a):
    return tuple(x / math.sqrt(dot(a, a)) for x in a)


class Face:
    """A face of the corner. It looks down the plan (heading 180), its edge at the origin, 90° behind it, so that the faces
    go up at 45° to both sides. The left one ends at the edge, the right one begins there."""

    def __init__(self, start, right, width, px_x):
        self.start, self.right, self.up = start, right, (0.0, 0.0, 1.0)
        self.normal = cross(right, self.up)
        self.width, self.px_x = width, px_x

    def at(self, across, up, out=0.0):
        return add(add(add(self.start, self.right, across), self.up, up), self.normal, out)

    def hit(self, eye, towards):
        """Where a ray meets the face, as metres across and up; None beside it."""
        ahead = -dot(self.normal, towards)
        if ahead <= 0:
            return None
        place = add(add(eye, self.start, -1), towards, dot(self.normal, add(eye, self.start, -1)) / ahead)
        across, up = dot(place, self.right), dot(place, self.up)
        return (across, up) if 0 <= across <= self.width and 0 <= up <= HEIGHT else None


HALF = math.sqrt(0.5)
LEFT = Face((-WIDTHS[0] * HALF, WIDTHS[0] * HALF, BOTTOM), (HALF, -HALF, 0.0), WIDTHS[0], 0)
RIGHT = Face((0.0, 0.0, BOTTOM), (HALF, HALF, 0.0), WIDTHS[1], 18 * 80)


def seen_on(eye, place):
    """The face on which the eye sees a place, and where."""
    for face in LEFT, RIGHT:
        hit = face.hit(eye, add(place, eye, -1))
        if hit is not None:
            return face, hit
    return None


# pictures

def read_png(path):
    """Rows of bytes, three a pixel."""
    data, at, packed = path.read_bytes(), 8, b''
    width, height, depth, kind = struct.unpack('>IIBB', data[16:26])
    equal((depth, kind), (8, 2))
    while at < len(data):
        length, name = struct.unpack('>I4s', data[at:at + 8])
        packed += data[at + 8:at + 8 + length] if name == b'IDAT' else b''
        at += 12 + length
    raw, step, rows, above = zlib.decompress(packed), width * 3 + 1, [], bytes(width * 3)
    for y in range(height):
        line = raw[y * step + 1:(y + 1) * step]
        above = line if raw[y * step] == 0 else bytes((a + b) & 255 for a, b in zip(line, above))
        rows.append(above)
    return rows


def colour_at(rows, x, y):
    """Bilinear; the middle of the first pixel is at 0.5, 0.5."""
    x, y = max(x - 0.5, 0), max(y - 0.5, 0)
    x0, y0 = min(int(x), len(rows[0]) // 3 - 2), min(int(y), len(rows) - 2)
    fx, fy = min(x - x0, 1), min(y - y0, 1)
    return tuple((rows[y0][x0 * 3 + i] * (1 - fx) + rows[y0][x0 * 3 + 3 + i] * fx) * (1 - fy)
                 + (rows[y0 + 1][x0 * 3 + i] * (1 - fx) + rows[y0 + 1][x0 * 3 + 3 + i] * fx) * fy for i in range(3))


class Camera:
    """A pinhole: what it sees is on a plane `focal` pixels before it, upright, x to the right and y down."""

    def __init__(self, eye, aim, focal):
        self.eye, self.focal = eye, focal
        self.ahead = unit(add(aim, eye, -1))
        self.right = unit(cross(self.ahead, (0.0, 0.0, 1.0)))
        self.down = cross(self.ahead, self.right)

    def project(self, place):
        ray = add(place, self.eye, -1)
        return tuple(self.focal * dot(ray, axis) / dot(ray, self.ahead) for axis in (self.right, self.down))

    def colour(self, rows, x, y):
        """What the film shows at a place: black beside the screen."""
        ray = add(add(tuple(self.focal * c for c in self.ahead), self.right, x), self.down, y)
        for face in LEFT, RIGHT:
            hit = face.hit(self.eye, ray)
            if hit is not None:
                return colour_at(rows, face.px_x + hit[0] / PITCH, (HEIGHT - hit[1]) / PITCH)
        return 0.0, 0.0, 0.0


def likeness(colour, wanted):
    """How much of the line is in a colour: 0 on the ground, 1 on the line; None when something else is there too."""
    ground = (0x0c, 0x10, 0x16)
    line, here = add(wanted, ground, -1), add(colour, ground, -1)
    share = dot(here, line) / dot(line, line)
    return max(share, 0) if math.dist(here, tuple(c * share for c in line)) < 10 else None


def find_line(camera, rows, wanted, near, along):
    """The middle of a line on the film, looked for across `along`, and how much there is of it; None where another line
    crosses."""
    across = -along[1], along[0]
    steps = [i * 0.25 for i in range(-24, 25)]
    found = [likeness(camera.colour(rows, near[0] + across[0] * s, near[1] + across[1] * s), wanted) for s in steps]
    if None in found or max(found) < 0.35 or max(found[:6] + found[-6:]) > 0.05:
        return None
    if sum((f > 0.1) != (g > 0.1) for f, g in zip(found, found[1:])) != 2:
        return None
    middle = sum(f * s for f, s in zip(found, steps)) / sum(found)
    return (near[0] + across[0] * middle, near[1] + across[1] * middle), sum(found)


def photograph(rows, a, b, wanted, eye, samples=240):
    """The line from a to b in space, as it is baked into the template for EYE, on the film of a camera at `eye`: places on
    the film with the number of their face, and how many pixels of the film a pixel of the template takes at most there."""
    camera = Camera(eye, (0.0, 0.0, BOTTOM + HEIGHT / 2), FOCAL)
    points = []
    for i in range(2, samples - 1):
        at = [seen_on(EYE, add(a, add(b, a, -1), t / samples)) for t in (i - 0.2, i, i + 0.2)]
        if None in at or len({face for face, _ in at}) > 1:
            continue
        face = at[1][0]
        before, near, after = (camera.project(face.at(*place)) for _, place in at)
        along = unit(add(after, before, -1))
        found = find_line(camera, rows, wanted, near, along)
        corner = camera.project(face.at(at[1][1][0] + PITCH, at[1][1][1]))
        up = camera.project(face.at(at[1][1][0], at[1][1][1] + PITCH))
        if found is not None:
            points.append((found[0], face, min(math.dist(corner, near), math.dist(up, near)), found[1]))
    # where a line of the same colour crosses at a slant there is too much of it
    usual = sorted(p[3] for p in points)[len(points) // 2]
    return [p for p in points if p[3] < 1.25 * usual]


def bend(points):
    """Greatest distance from the straight line that fits best, in pixels of the template."""
    n = len(points)
    mx, my = (sum(p[0][i] for p in points) / n for i in (0, 1))
    xx, yy, xy = (sum((p[0][i] - m) * (p[0][k] - q) for p in points) for i, k, m, q in
                  ((0, 0, mx, mx), (1, 1, my, my), (0, 1, mx, my)))
    angle = math.atan2(2 * xy, xx - yy) / 2
    return max(abs((p[0][1] - my) * math.cos(angle) - (p[0][0] - mx) * math.sin(angle)) / p[2] for p in points)


class Cases:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / 'depth.qianping'
        self.project.write_text(PROJECT)

    def template(self, name='Corner'):
        path = self.folder / f'{name}.png'
        if not path.exists():
            cli('export', self.project, '--as', 'template', '--screen', name, '-o', path, expect=0)
        return path

    def frustum(self, name='Corner'):
        return json.loads(cli('export', self.project, '--as', 'frustum', '--screen', name, '-o', '-', expect=0).out)

    # the lines of the room: its back wall is 6 m behind both faces, which meet in a mitre

    def test_template_is_straight_from_the_eye(self):
        rows = read_png(self.template())
        equal((len(rows[0]) // 3, len(rows)), (2400, 960))
        seen = 0
        for level in 2, 4, 6, 8:
            # along the back wall of the left face to the mitre, which is seen through the right face
            points = photograph(rows, LEFT.at(0, level, -BEHIND), LEFT.at(WIDTHS[0] - BEHIND, level, -BEHIND), BLUE, EYE)
            shares = [sum(p[1] is face for p in points) for face in (LEFT, RIGHT)]
            assert min(shares) >= 5, shares
            assert bend(points) <= 0.5, (level, bend(points))
            seen += len(points)
        assert seen > 200, seen

    def test_template_bends_from_elsewhere(self):
        rows = read_png(self.template())
        for eye in (EYE[0] + 6, EYE[1], EYE[2]), (EYE[0] - 5, EYE[1] + 3, EYE[2]):
            points = photograph(rows, LEFT.at(0, 6, -BEHIND), LEFT.at(WIDTHS[0] - BEHIND, 6, -BEHIND), BLUE, eye)
            assert min(sum(p[1] is face for p in points) for face in (LEFT, RIGHT)) >= 5
            assert bend(points) > 2, (eye, bend(points))

    def test_edges_of_the_room_are_straight(self):
        rows = read_png(self.template())
        for face, across in ((LEFT, WIDTHS[0] - BEHIND), (RIGHT, BEHIND)):
            start, end = (0, across) if face is LEFT else (across, WIDTHS[1])
            points = photograph(rows, face.at(start, HEIGHT, -BEHIND), face.at(end, HEIGHT, -BEHIND), WHITE, EYE)
            assert len(points) > 30, len(points)
            assert bend(points) <= 0.5, bend(points)

    # the box before the right face: where frustum.json says that there is room

    def test_box_before_the_face(self):
        rows, room = read_png(self.template()), self.frustum()['faces'][1]['room']
        equal(room['front_m'], FRONT)
        x = [room['left_m'] + room['width_m'] * share for share in (0.1, 0.9)]
        y = [room['bottom_m'] + room['height_m'] * share for share in (0.1, 0.9)]
        for a, b in ((x[0], y[1], FRONT), (x[1], y[1], FRONT)), ((x[0], y[0], FRONT), (x[1], y[0], FRONT)), \
                    ((x[1], y[1], 0), (x[1], y[1], FRONT)):
            points = photograph(rows, RIGHT.at(*a), RIGHT.at(*b), ORANGE, EYE)
            assert len(points) > 25, len(points)
            assert bend(points) <= 0.5, bend(points)
            # and it is where a box of that size would be
            camera = Camera(EYE, (0.0, 0.0, BOTTOM + HEIGHT / 2), FOCAL)
            ends = camera.project(RIGHT.at(*a)), camera.project(RIGHT.at(*b))
            along = unit(add(ends[1], ends[0], -1))
            off = max(abs((p[0][0] - ends[0][0]) * along[1] - (p[0][1] - ends[0][1]) * along[0]) / p[2] for p in points)
            assert off <= 0.5, off
        assert seen_on(EYE, RIGHT.at(x[0], y[1], FRONT)) is not None

    def test_transparent(self):
        path = self.folder / 'clear.png'
        cli('export', self.project, '--as', 'template', '--screen', 'Flat', '-o', path, '--transparent', expect=0)
        equal(struct.unpack('>IIBB', path.read_bytes()[16:26]), (320, 180, 8, 6))

    # what a studio gets

    def test_folder(self):
        folder = self.folder / 'studio'
        folder.mkdir()
        report = cli('export', self.project, '--as', 'template', '--screen', 'Corner', '-o', folder, '--json', expect=0).json()
        equal(sorted(p.name for p in folder.iterdir()),
              ['frustum.json', 'template-face1.png', 'template-face2.png', 'template.png'])
        equal(report['folder'], str(folder))
        whole, right = read_png(folder / 'template.png'), read_png(folder / 'template-face2.png')
        equal(right[500], whole[500][18 * 80 * 3:])

    def test_frustum(self):
        data = self.frustum()
        equal((data['format'], data['version'], data['unit']), ('qianping-frustum', 1, 'm'))
        equal(data['camera']['eye_plan'], list(EYE))
        equal(data['camera']['eye_screen'], [6, 1.6 - BOTTOM, 30])
        equal((data['raster']['width_px'], data['raster']['height_px']), (2400, 960))
        equal(data['depth'], {'front_m': 4, 'behind_m': 6})
        equal([f['kind'] for f in data['faces']], ['flat', 'flat'])
        for told, face in zip(data['faces'], (LEFT, RIGHT)):
            facet = told['facets'][0]
            corners = {'lower_left': (0, 0), 'lower_right': (face.width, 0), 'upper_left': (0, HEIGHT),
                       'upper_right': (face.width, HEIGHT)}
            for name, place in corners.items():
                assert math.dist(facet['corners_plan'][name], face.at(*place)) < 1e-6, name
            # Kooima: the sides of the frustum, with the near plane 1 m away
            distance = -dot(face.normal, add(face.at(0, 0), EYE, -1))
            sides = [dot(face.right, add(face.at(0, 0), EYE, -1)), dot(face.right, add(face.at(face.width, 0), EYE, -1)),
                     dot(face.up, add(face.at(0, 0), EYE, -1)), dot(face.up, add(face.at(0, HEIGHT), EYE, -1))]
            assert abs(facet['eye_distance_m'] - distance) < 1e-6
            for name, side in zip(('left', 'right', 'bottom', 'top'), sides):
                assert abs(facet['frustum'][name] - side / distance) < 1e-9, name
            equal(facet['raster'], {'x_px': face.px_x, 'y_px': 0, 'width_px': round(face.width / PITCH), 'height_px': 960})

    def test_rounded_corner_has_a_facet_for_each_column(self):
        data = self.frustum('Great')
        equal([(f['kind'], len(f['facets'])) for f in data['faces']], [('flat', 1), ('rounding', 8), ('flat', 1)])
        boxes = [facet['raster'] for face in data['faces'] for facet in face['facets']]
        at = 0
        for box in boxes:
            equal(box['x_px'], at)
            at += box['width_px']
        equal(at, data['raster']['width_px'])

    def test_audience(self):
        audience = self.frustum()['sweet_spot']['audience']
        equal(audience['weighted_by'], 'people')
        assert audience['share_good'] > 0.6, audience

    def test_large(self):
        """15 360 × 4320 pixels in bands."""
        path = self.template('Great')
        equal(struct.unpack('>II', path.read_bytes()[16:24]), (64 * 240, 18 * 240))

    # what is missing is said

    def test_no_eye_point(self):
        result = cli('export', self.project, '--as', 'frustum', '--screen', 'Blind', '-o', self.folder / 'x', expect=2)
        contains(result.err, 'no design eye point')
        assert not (self.folder / 'x').exists()

    def test_no_depth(self):
        result = cli('export', self.project, '--as', 'template', '--screen', 'Shallow', '-o', self.folder / 'x', expect=2)
        contains(result.err, 'depth of the content is not known')
        equal(self.frustum('Shallow')['sweet_spot'], None)

    def test_curved_against_flat(self):
        findings = cli('check', '--json', self.project).json()['files'][0]['findings']
        curved = [f for f in findings if f['code'] == 'curved-not-flat']
        equal(len(curved), 3)
        contains(curved[0]['message'], 'China Media Group')
        assert any(f['code'] == 'frame-violation' for f in findings)


run(Cases)
