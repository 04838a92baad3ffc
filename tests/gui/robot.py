"""robot.py: a program in a real window, seen through accessibility and driven by pointer and keys.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later

Needs an X display, a session bus, pyatspi and xdotool; tests/in-session.sh gives the first two. Nothing here sleeps
for an effect: wait() asks again until it is there.
"""

import os
import pathlib
import signal
import subprocess
import time

os.environ.pop('G_DEBUG', None)  # a warning of the accessibility library is none of the program under test
import pyatspi  # noqa: E402

TIMEOUT = float(os.environ.get('QP_ROBOT_TIMEOUT', '20'))
TRACE = 'QP_ROBOT_TRACE' in os.environ  # how long each wait took
DRAG_STEPS = 12
running = []  # every Program that was begun and is not yet closed


class Lost(AssertionError):
    """What was waited for did not come."""


class Gone(Lost):
    """The program ended while more was expected of it."""


def wait(what, ask, timeout=TIMEOUT):
    """Asks until the answer is true and gives it back."""
    start = time.monotonic()
    end = start + timeout
    problem = None
    while time.monotonic() < end:
        # before it is asked: an end may be what is waited for
        endings = [program.ending() for program in running if program.process.poll() is not None]
        try:
            answer = ask()
            if answer:
                if TRACE:
                    print(f'# {time.monotonic() - start:6.2f} s: {what}', flush=True)
                return answer
        except Lost:
            raise
        except Exception as error:  # objects vanish while they are looked at
            problem = error
        if endings:
            raise Gone(f'waited for {what}, but {"; ".join(endings)}')
        time.sleep(0.03)
    raise Lost(f'waited {timeout:.0f} s for {what}' + (f' ({type(problem).__name__}: {problem})' if problem else ''))


def xdotool(*words):
    return subprocess.run(['xdotool', *[str(word) for word in words]], check=True, capture_output=True, text=True).stdout


def children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def is_showing(node):
    """GTK 4.8 never says "showing"; what is not shown has no size."""
    extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return extents.width > 0 and extents.height > 0


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


class Program:
    """One run of a program, with its window."""

    def __init__(self, *command, **environment):
        self.log = pathlib.Path(environment.pop('log'))
        wait('the display', lambda: xdotool('getdisplaygeometry'))
        self.process = subprocess.Popen([str(word) for word in command], stdout=self.log.open('wb'), stderr=subprocess.STDOUT,
                                        env=dict(os.environ, **environment), start_new_session=True)
        running.append(self)
        try:
            self.accessible = wait('the program on the accessibility bus', self.find_accessible)
            self.window = wait('its window', self.find_window)
            xdotool('windowfocus', '--sync', self.window)
        except Exception:
            self.close()
            raise

    def find_accessible(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for application in children(desktop):
            if application.get_process_id() == self.process.pid and application.childCount > 0:
                return application
        return None

    def windows(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)], capture_output=True, text=True)
        return found.stdout.split()

    def find_window(self):
        windows = self.windows()
        return windows[-1] if windows else None

    def only_window(self):
        windows = self.windows()
        return windows[0] if len(windows) == 1 else None

    def use_window(self, window):
        """Goes on in another window of the program: a dialog, or what is left when one has gone."""
        self.window = window
        xdotool('windowfocus', '--sync', window)

    # seeing

    def each(self, role, name, within):
        for node in walk(within or self.accessible):
            if (role is None or node.getRoleName() == role) and (name is None or name in (node.name or '')) and is_showing(node):
                yield node

    def all(self, role=None, name=None, within=None):
        """The nodes to be seen with this role whose name contains this text."""
        return list(self.each(role, name, within))

    def find(self, role=None, name=None, within=None):
        """The first of them, as soon as there is one."""
        return wait(f'a {role or "thing"} called “{name}”', lambda: next(self.each(role, name, within), None))

    def read(self, role, name):
        return text_of(self.find(role, name))

    def tree(self):
        """All that is to be seen, for the log of a failure."""
        def lines(node, depth):
            try:
                if depth > 1 and not is_showing(node):
                    return
            except NotImplementedError:
                pass
            yield f'{"  " * depth}{node.getRoleName()} {node.name!r}'
            for child in children(node):
                yield from lines(child, depth + 1)
        return '\n'.join(lines(self.accessible, 0))

    # doing

    def press(self, node):
        node.queryAction().doAction(0)

    def press_in(self, node):
        """Presses a toggle that is not in, and waits for it: GTK lets a quarter of a second pass."""
        self.press(node)
        wait(f'“{node.name}” to be in', lambda: node.getState().contains(pyatspi.STATE_PRESSED))

    def place_of(self, node, across=0.5, down=0.5):
        """Place on the screen of a part of a node."""
        frame = next(iter(children(self.accessible))).queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        geometry = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', self.window).split())
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        # the border of the window, which accessibility does not count
        left = int(geometry['X']) + (int(geometry['WIDTH']) - frame.width) / 2
        top = int(geometry['Y']) + (int(geometry['HEIGHT']) - frame.height) / 2
        return left + extents.x + extents.width * across, top + extents.y + extents.height * down

    def click(self, x, y):
        self.move(x, y)
        xdotool('click', 1)

    def move(self, x, y):
        xdotool('mousemove', round(x), round(y))  # not --sync, which waits for long when nothing is to move

    def drag(self, start, end):
        self.move(*start)
        xdotool('mousedown', 1)
        for step in range(1, DRAG_STEPS + 1):
            part = step / DRAG_STEPS
            xdotool('mousemove', round(start[0] + (end[0] - start[0]) * part), round(start[1] + (end[1] - start[1]) * part))
        self.move(*end)
        xdotool('mouseup', 1)

    def keys(self, *keys):
        xdotool('key', '--clearmodifiers', *keys)

    def tab_to(self, node, key='Tab', most=60):
        """Presses Tab until the node, or what is in it, has the keyboard."""
        def has_focus():
            return any(inner.getState().contains(pyatspi.STATE_FOCUSED) for inner in walk(node))
        for _ in range(most):
            try:
                wait('the focus', has_focus, timeout=0.15)
                return
            except Gone:
                raise
            except Lost:
                self.keys(key)
        raise Lost(f'{most} times {key} do not lead to “{node.name}”')

    def type(self, text):
        xdotool('type', '--delay', 12, '--', text)

    # ending

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', str(path)], check=False)

    def words(self):
        return self.log.read_text(errors='replace')

    def ending(self):
        """How the program ended, and its last words."""
        code = self.process.returncode
        how = f'was killed by {signal.Signals(-code).name}' if code < 0 else f'ended with {code}'
        return f'the program {how}, and wrote {self.words()[-2000:].strip() or "nothing"}'

    def close(self):
        """Ends the program, if it is not closed yet; gives how it had ended before, if it was not well."""
        if self not in running:
            return None
        running.remove(self)
        if self.process.poll() is not None:
            return self.ending() if self.process.returncode != 0 else None
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        return None
