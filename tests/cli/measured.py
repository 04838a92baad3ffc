"""Lengths on pages of a PDF, as another program finds them.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import subprocess

from harness import tool

MM = 72 / 25.4


def numbers(text):
    return [float(number) for number in re.findall(r'-?\d+(?:\.\d+)?(?:e-?\d+)?', text)]


def boxes(pdf, page, folder):
    """The boxes around all outlines of a page, millimetres from its upper left, as poppler finds them."""
    svg = folder / f'{pdf.stem}-{page}.svg'
    subprocess.run([tool('pdftocairo'), '-svg', '-noshrink', '-nocenter', '-f', str(page), '-l', str(page), str(pdf), str(svg)], check=True)
    found = []
    for element in re.findall(r'<path[^>]*>', svg.read_text(encoding='utf-8')):
        matrix = re.search(r'transform="matrix\(([^)]*)\)"', element)
        a, b, c, d, e, f = numbers(matrix[1]) if matrix else (1, 0, 0, 1, 0, 0)
        for outline in re.search(r' d="([^"]*)"', element)[1].split('M'):
            places = numbers(outline)
            if len(places) < 4 or len(places) % 2:
                continue
            xs = [a * x + c * y + e for x, y in zip(places[::2], places[1::2])]
            ys = [b * x + d * y + f for x, y in zip(places[::2], places[1::2])]
            found.append((min(xs) / MM, min(ys) / MM, max(xs) / MM, max(ys) / MM))
    return found


def of_size(found, width, height):
    """Those as large as that to 0.1 mm, each once."""
    close = [box for box in found if abs(box[2] - box[0] - width) <= 0.1 and abs(box[3] - box[1] - height) <= 0.1]
    return sorted({tuple(round(value, 2) for value in box) for box in close})
