#!/usr/bin/python3
"""test_e2e.py APP CLI RESAVE: the spine of the program in a real window, by mouse, by keyboard alone, and closing it.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later

Draws a screen, resizes it, changes its cabinet, reads the changed result, undoes, redoes, saves, and compares files.
"""

import json
import math
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(os.environ['QP_SOURCE_ROOT'])
BUILD = pathlib.Path(os.environ['QP_BUILD_ROOT'])
NAMESPACE = '{urn:qianping:project}'
SCREEN = NAMESPACE + 'screen'
CABINET = 'Cinstar BT4'
PROJECT = '''<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="urn:qianping:project" format="1.0" id="3e7a2c10-5b6f-4d8e-9a01-2b3c4d5e6f70" title="End to end">
  <site id="3e7a2c10-5b6f-4d8e-9a01-2b3c4d5e6f71" name="Square">
    <plan id="3e7a2c10-5b6f-4d8e-9a01-2b3c4d5e6f72" name="Street level"/>
  </site>
</project>
'''


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


if not os.environ.get('DISPLAY'):
    skip_all('no display; run by tests/in-session.sh')
if not shutil.which('xdotool'):
    skip_all('xdotool is not installed')
try:
    from robot import Gone, Lost, Program, pyatspi, text_of, wait
except ImportError as missing:
    skip_all(f'{missing.name} is not installed')

APP, CLI, RESAVE = sys.argv[1:4]


class Case:
    """One program with one file, and what a planner does with it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.file = self.folder / 'project.qianping'
        raw = self.folder / 'raw.qianping'
        raw.write_text(PROJECT)
        subprocess.run([RESAVE, raw, self.file], check=True)
        self.first_bytes = self.file.read_bytes()
        environment = dict(GSETTINGS_SCHEMA_DIR=str(BUILD / 'data' / 'desktop'), GSETTINGS_BACKEND='memory', GTK_A11Y='atspi',
                           QIANPING_LOCALEDIR=str(BUILD / 'po'), G_DEBUG='fatal-warnings',
                           XDG_DATA_DIRS=f'{SOURCE}/data/desktop:/usr/local/share:/usr/share')
        self.program = Program(APP, self.file, log=self.folder / 'log', **environment)

    # the file

    def saved(self):
        """Saves, waits until the file is another one, and gives its screens."""
        before = self.file.read_bytes()
        stamp = self.file.stat().st_mtime_ns
        self.program.keys('ctrl+s')
        wait('the file to be saved', lambda: self.file.read_bytes() != before or self.file.stat().st_mtime_ns != stamp)
        return self.screens()

    def screens(self):
        return list(ElementTree.parse(self.file).iter(SCREEN))

    def only_screen(self):
        screens = self.screens()
        assert len(screens) == 1, f'{len(screens)} screens'
        return screens[0]

    def estimate(self):
        run = subprocess.run([CLI, 'estimate', '--json', self.file], check=True, capture_output=True)
        return json.loads(run.stdout)['screens'][0]

    # the window

    def canvas(self):
        return self.program.find('panel', 'Plan')

    def number(self, label):
        text = text_of(self.program.find('text', label)).replace('\u2009', '').replace('\u2212', '-')
        return float(text) if text else None

    def wait_number(self, label, accept):
        def ask():
            number = self.number(label)
            return (number,) if number is not None and accept(number) else None
        return wait(f'another “{label}”', ask)[0]

    def wait_no_screen(self):
        tree = self.program.find('list', 'Sites, plans and screens')
        wait('the screen to be gone', lambda: self.program.all('label', '0 screens', tree))

    def scale(self):
        """Pixels per metre of the canvas, from the scale 1:N that the scale bar says, at 96 dots an inch."""
        name = self.program.find('image', 'Scale 1').name
        return 96 / 0.0254 / float(re.sub(r'[^\d.]', '', name.split(':')[1]))

    def fitted_scale(self, width_m):
        """The scale once so many metres nearly fill the width or the height of the canvas, and no sooner."""
        scale, extents = self.scale(), self.canvas().queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        share = max(width_m * scale / extents.width, width_m / 2 * scale / extents.height)
        return scale if 0.6 < share < 1 else None

    def shown_results(self):
        return ' '.join(node.name or '' for node in self.program.all('label')).replace('\u2009', '')

    def wait_result(self, metres):
        wait(f'a result of {metres:.2f} m', lambda: f'{metres:.2f}' in self.shown_results())

    def cabinet_button(self):
        return self.program.find('push button', within=self.program.find(name='Cabinet', role='filler'))

    def choose_cabinet(self, model):
        """Types into the list that has been opened and takes the first that fits."""
        self.program.find('entry', 'Search cabinets')
        self.program.type(model)
        cabinets = self.program.find('list', 'Cabinets')
        wait(f'“{model}” alone in the list', lambda: len(self.program.all('label', model, cabinets)) >= 1
             and len(self.program.all('list item', within=cabinets)) <= 2)
        self.program.keys('Return')
        wait('the chosen cabinet on the button', lambda: model in self.cabinet_button().name)

    def close(self):
        ending = self.program.close()
        assert ending is None, ending
        log = self.program.words()
        assert 'CRITICAL' not in log and 'WARNING' not in log, log


def end_of_face(screen, cell_m, side):
    """One end of the face on the plan, metres; +1 is the right end for somebody who looks at it."""
    half = int(screen.get('columns', '1')) * cell_m / 2 * side
    facing = math.radians(float(screen.get('facing_deg', '180')))
    # facing is clockwise from up; the right hand of a viewer who looks against it
    return (float(screen.get('x_m', '0')) - half * math.cos(facing), float(screen.get('y_m', '0')) + half * math.sin(facing))


def by_mouse(case):
    program = case.program
    program.keys('ctrl+2')
    canvas = case.canvas()
    program.press_in(program.find('push button', 'Draw a screen'))

    # draw: from left to right, so that the face looks down
    start, end = program.place_of(canvas, 0.3, 0.6), program.place_of(canvas, 0.6, 0.6)
    program.drag(start, end)
    columns = case.wait_number('Columns', lambda n: n >= 1)
    drawn = case.saved()[0]
    cell_m = case.estimate()['cabinet_width_mm'] / 1000
    assert int(drawn.get('columns')) == columns, (drawn.get('columns'), columns)
    wanted_m = (end[0] - start[0]) / case.scale()
    assert abs(columns * cell_m - wanted_m) <= 1.01 * cell_m + 8 / case.scale(), (columns * cell_m, wanted_m)
    case.wait_result(columns * cell_m)

    # resize: its right end four cabinets inwards; the other end stays
    program.keys('ctrl+9')
    wait('the view to be at the screen', lambda: case.scale() * columns * cell_m > 300)
    scale = case.scale()
    middle = program.place_of(canvas)
    handle = (middle[0] + columns * cell_m * scale / 2, middle[1])
    program.move(*handle)
    program.drag(handle, (handle[0] - 4 * cell_m * scale, handle[1]))
    fewer = case.wait_number('Columns', lambda n: n != columns)
    resized = case.saved()[0]
    assert fewer == columns - 4, (columns, fewer)
    before, after = end_of_face(drawn, cell_m, -1), end_of_face(resized, cell_m, -1)
    assert math.dist(before, after) < 1e-5, (before, after)
    case.wait_result(fewer * cell_m)

    # another cabinet, chosen in the inspector
    program.click(*program.place_of(case.cabinet_button()))
    case.choose_cabinet(CABINET)
    case.saved()
    estimate = case.estimate()
    assert abs(estimate['cabinet_width_mm'] / 1000 - cell_m) > 1e-6, 'the cabinet has the same size as before'
    case.wait_result(estimate['width_m'])
    last_bytes = case.file.read_bytes()

    # take all back, make it all again
    for _ in range(3):
        program.click(*program.place_of(program.find('push button', 'Undo')))
    case.wait_no_screen()
    case.saved()
    assert case.file.read_bytes() == case.first_bytes, 'undone, the file is another one than at first'
    for _ in range(3):
        program.click(*program.place_of(program.find('push button', 'Redo')))
    wait('the file with everything again', lambda: case.saved() and case.file.read_bytes() == last_bytes)


def by_keyboard(case):
    program = case.program

    program.keys('ctrl+2')
    case.canvas()
    program.keys('ctrl+alt+r')
    columns = case.wait_number('Columns', lambda n: n >= 1)
    case.saved()
    cell_m = case.estimate()['cabinet_width_mm'] / 1000
    assert int(case.only_screen().get('columns')) == columns

    # resize in the inspector, where Enter leads from the plan
    program.keys('Return')
    program.tab_to(program.find('text', 'Columns'))
    program.keys('ctrl+a')
    program.type(f'{columns + 3:.0f}')
    program.keys('Return')
    case.saved()
    assert int(case.only_screen().get('columns')) == columns + 3
    case.wait_result((columns + 3) * cell_m)

    # another cabinet
    program.tab_to(case.cabinet_button(), 'shift+Tab')
    program.keys('space')
    case.choose_cabinet(CABINET)
    case.saved()
    case.wait_result(case.estimate()['width_m'])
    last_bytes = case.file.read_bytes()

    program.keys('Escape')
    program.keys('ctrl+z', 'ctrl+z', 'ctrl+z')
    case.wait_no_screen()
    case.saved()
    assert case.file.read_bytes() == case.first_bytes, 'undone, the file is another one than at first'
    program.keys('ctrl+shift+z', 'ctrl+shift+z', 'ctrl+shift+z')
    wait('the file with everything again', lambda: case.saved() and case.file.read_bytes() == last_bytes)


def by_delete_key(case):
    program = case.program
    program.keys('ctrl+2')
    case.canvas()
    program.keys('ctrl+alt+r')
    case.wait_number('Columns', lambda n: n >= 1)
    program.keys('Delete')
    undo = program.find('push button', '_Undo')  # first of all, as it does not stay for long
    program.press(undo)
    case.wait_number('Columns', lambda n: n >= 1)


# A bar of 600 by 20 pixels of the picture, which is 800 wide: what is known to be 30 m long.
PICTURE = '''<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400" viewBox="0 0 800 400">
<rect width="800" height="400" fill="#ffffff"/><rect x="100" y="190" width="600" height="20" fill="#202020"/></svg>
'''


def only(case, element):
    nodes = list(ElementTree.parse(case.file).iter(NAMESPACE + element))
    assert len(nodes) == 1, f'{len(nodes)} of {element}'
    return nodes[0]


def by_calibration(case):
    """Drags over a length that is known, types it, and reads metres off the plan."""
    program = case.program
    canvas = case.canvas()
    plan = case.folder / 'bar.svg'
    plan.write_text(PICTURE)
    # chosen by name in the file dialog, which a slash lets type
    windows = set(program.windows())
    program.keys('ctrl+alt+i')
    program.use_window(wait('the file dialog', lambda: next(iter(set(program.windows()) - windows), None)))
    program.keys('slash')
    program.type(str(plan)[1:])
    program.keys('Return')
    program.use_window(wait('the file dialog to be gone', lambda: program.only_window()))
    badge = program.find('push button', 'Not to scale')
    before = wait('the picture at its stand-in size', lambda: case.fitted_scale(100))

    # an 800 × 400 picture of 100 m in the middle of the view: the bar goes from -37.5 to 37.5 m around it
    assert badge.name
    middle = program.place_of(canvas)
    half = 37.5 * before
    program.drag((middle[0] - half, middle[1]), (middle[0] + half, middle[1]))
    program.type('30')
    program.keys('Return')
    program.find('push button', 'Scale checked')
    case.saved()
    background = only(case, 'background')
    dragged_px = round(middle[0] + half) - round(middle[0] - half)
    wanted = 30 / (dragged_px / before * 8)  # metres of a unit: 8 units to a metre of the stand-in
    assert math.isclose(float(background.get('metres_per_unit')), wanted, rel_tol=2e-3), (background.attrib, wanted)
    assert float(background.get('calibration_length_m')) == 30, background.attrib
    assert background.get('scale_basis') == 'calibrated', background.attrib

    # a screen drawn over the bar is as long as the bar, in whole cabinets
    program.keys('Escape', 'ctrl+0')
    scale = wait('the calibrated picture in view', lambda: case.fitted_scale(800 * float(background.get('metres_per_unit'))))
    program.keys('r')
    half = 15 * scale
    program.drag((middle[0] - half, middle[1] + 40), (middle[0] + half, middle[1] + 40))
    columns = case.wait_number('Columns', lambda n: n >= 1)
    case.saved()
    cell_m = case.estimate()['cabinet_width_mm'] / 1000
    assert abs(columns * cell_m - 30) <= 1.01 * cell_m + 8 / scale, columns * cell_m


def points_of(node):
    return [tuple(float(number) for number in point.split(',')) for point in node.get('outline').split()]


def by_typing(case):
    """Draws an obstacle and an audience area without a pointer, by keys and typed numbers alone."""
    program = case.program
    case.canvas()
    program.keys('ctrl+2')
    program.keys('o')
    program.type('2,3')
    program.keys('Return')
    for offset in ('@10,0', '@0,6', '@-10,0'):
        program.type(offset)
        program.keys('Return')
    program.keys('Return')
    program.keys('a')
    program.type('-20,-10')
    program.keys('Return')
    for offset in ('@12,0', '@0,8', '@-12,0'):
        program.type(offset)
        program.keys('Return')
    program.keys('Return')
    wait('both on the plan', lambda: program.all(None, 'Surroundings') or program.all(None, '2 entries'))
    case.saved()
    assert points_of(only(case, 'obstacle')) == [(2, 3), (12, 3), (12, 9), (2, 9)], only(case, 'obstacle').attrib
    assert points_of(only(case, 'audience')) == [(-20, -10), (-8, -10), (-8, -2), (-20, -2)], only(case, 'audience').attrib


def by_answer(case):
    program = case.program
    case.canvas()

    def ask_to_close(answer):
        program.keys('ctrl+w')
        program.press(program.find('push button', answer))

    # a name that is still being typed counts, too
    program.click(*program.place_of(program.find('text', 'Title')))
    program.keys('ctrl+a')
    program.type('Renamed')
    ask_to_close('Cancel')
    wait('the question to be gone', lambda: not program.all('push button', 'Discard'))
    assert case.file.read_bytes() == case.first_bytes
    assert program.process.poll() is None, 'cancelled, and the window went all the same'
    ask_to_close('Discard')
    wait('the program to end', lambda: program.process.poll() is not None)
    assert program.process.returncode == 0, program.process.returncode
    assert case.file.read_bytes() == case.first_bytes


def by_end(case):
    """A program that is gone is told at once, and how: a crash seldom comes twice."""
    os.kill(case.program.process.pid, signal.SIGKILL)
    try:
        case.program.find('push button', 'Nowhere')
    except Gone as gone:
        assert 'killed by SIGKILL' in str(gone), gone
    else:
        raise AssertionError('the end was not seen')
    ending = case.program.close()
    assert ending is not None and 'killed by SIGKILL' in ending, ending


def keep(case, name):
    """What was to be seen, for who looks for the reason."""
    folder = BUILD / 'meson-logs' / 'e2e'
    folder.mkdir(parents=True, exist_ok=True)
    case.program.picture(folder / f'{name}.png')
    try:
        (folder / f'{name}.txt').write_text(case.program.tree())
    except Exception as error:
        (folder / f'{name}.txt').write_text(f'no tree: {error}')
    print(f'# picture and tree: {folder}/{name}.*')


def run(name, do):
    with tempfile.TemporaryDirectory() as folder:
        case = None
        try:
            case = Case(folder)
            do(case)
            case.close()
            return True
        except Exception:
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            if case is not None:
                keep(case, name)
                ending = case.program.close()
                for line in (ending or case.program.words()).splitlines()[-20:]:
                    print(f'# app: {line}')
            return False


def main():
    steps = 'draw, resize, change the cabinet, undo, redo and save by '
    cases = [('mouse', by_mouse, steps + 'mouse'), ('keyboard', by_keyboard, steps + 'keyboard'),
             ('delete', by_delete_key, 'delete by key, and take it back where it is told'),
             ('calibration', by_calibration, 'import a picture, set its scale by a known length, and measure on it'),
             ('typing', by_typing, 'draw an obstacle and an audience area by keys and numbers alone'),
             ('answer', by_answer, 'close with changes: cancel, then discard'),
             ('end', by_end, 'a program that is gone is told, with how it ended')]
    wanted = [case for case in cases if not sys.argv[4:] or case[0] in sys.argv[4:]]
    print(f'1..{len(wanted)}')
    results = []
    for number, (name, do, what) in enumerate(wanted, 1):
        results.append(run(name, do))
        print(f'{"ok" if results[-1] else "not ok"} {number} - {what}', flush=True)
    return 0 if all(results) else 1


sys.exit(main())
