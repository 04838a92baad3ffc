#!/usr/bin/env python3
"""run.py BUILD_DIR [NAME…]: what the program costs, against yardsticks of the same minute; all of it, or the named parts.

Copyright 2026 The Qianping authors
SPDX-License-Identifier: GPL-3.0-or-later

Ours (A) and the yardstick (B) take turns: A, B, A, B, …; medians are compared. Rows whose tools or display are
missing are named with the reason. Nothing fails because a number is large; the goals are those of the design.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(sys.argv[1]).resolve()
BENCH = BUILD / 'tests' / 'bench'
CLI = BUILD / 'src' / 'cli' / 'qianping-cli'
APP = BUILD / 'src' / 'app' / 'qianping'
os.environ['GSETTINGS_SCHEMA_DIR'] = str(BUILD / 'data' / 'desktop')
ROUNDS = int(os.environ.get('QP_BENCH_ROUNDS', '7'))
WINDOW_ROUNDS = min(ROUNDS, 5)
FRAMES = os.environ.get('QP_BENCH_FRAMES', '300')
MIB = 1024.0


class Missing(Exception):
    pass


def need(program):
    path = program if isinstance(program, pathlib.Path) else shutil.which(program)
    if not path or not pathlib.Path(path).exists():
        raise Missing(f'{program} is missing')
    return str(path)


def need_display():
    if not os.environ.get('DISPLAY'):
        raise Missing('no display')


def timed(*command):
    """Wall time in ms and peak memory in KiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise Missing(f'{command[0]} ended with {process.returncode}')
    return took, usage.ru_maxrss


def values(*command):
    """The "key=value" pairs that a program prints."""
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=600)
    if run.returncode != 0:
        raise Missing(f'{pathlib.Path(command[0]).name}: {run.stderr.strip().splitlines()[-1:] or run.returncode}')
    return {key: float(value) for key, value in (pair.split('=') for pair in run.stdout.split())}


def take_turns(ours, yardstick, rounds=ROUNDS):
    """Results of both, run in turn; the first round only warms up."""
    pairs = [(ours(), yardstick()) for _ in range(rounds + 1)][1:]
    return [a for a, _ in pairs], [b for _, b in pairs]


def row(what, ours, yardstick='', ratio='', goal='', verdict=None):
    mark = {True: 'meets', False: 'misses', None: ''}[verdict]
    print(f'{what:<58} {ours:>14}  {yardstick:<34} {ratio:>8}  {goal:<26} {mark}', flush=True)


def compare(what, a, b, unit, yardstick, goal):
    ratio = a / b
    row(what, f'{a:.1f} {unit}', f'{yardstick} {b:.1f} {unit}', f'{ratio:.2f} ×', f'≤ {goal:.{2 if goal < 1 else 1}f} ×', ratio <= goal)


def generate(folder, screens):
    path = folder / f'{screens}.qianping'
    if not path.exists():
        subprocess.run([need(BENCH / 'bench-generate'), str(screens), path], check=True)
    return path


def bench_check(folder):
    project = generate(folder, 10000)
    xmllint = need('xmllint')
    a, b = take_turns(lambda: timed(CLI, 'check', '-q', project), lambda: timed(xmllint, '--stream', '--noout', project))
    size = project.stat().st_size / 1e6
    compare(f'open 10 000 screens ({size:.1f} MB), check', statistics.median(t for t, _ in a),
            statistics.median(t for t, _ in b), 'ms', 'xmllint --stream', 2.0)
    peak = statistics.median(k for _, k in a) / MIB
    row('the same, peak memory', f'{peak:.1f} MiB', '', '', '≤ 32 MiB', peak <= 32)


def bench_save(folder):
    project = generate(folder, 10000)
    found = values(need(BENCH / 'bench-core'), 'save', project, folder)
    compare('save 10 000 screens, flushed to disk', found['save_ms'], found['plain_ms'], 'ms', 'the bytes alone', 2.0)


def bench_results(folder):
    project = generate(folder, 10000)
    found = values(need(BENCH / 'bench-core'), 'results', project)
    row('all results of 10 000 screens, one core', f'{found["results_ms"]:.0f} ms', '', '', '≤ 1000 ms', found['results_ms'] <= 1000)
    found = values(need(BENCH / 'bench-core'), 'money', project)
    for what, key in (('budget and years', 'cost_ms'), ('contents', 'content_ms')):
        row(f'{what} of 10 000 screens, one core', f'{found[key]:.0f} ms', '', '', '≤ 1000 ms', found[key] <= 1000)
    found = values(BENCH / 'bench-core', 'edit', project)
    row('the same after one edit', f'{found["edit_ms"]:.2f} ms', '', '', '≤ 1 ms', found['edit_ms'] <= 1)


def startup(*command):
    need_display()
    return values(need(BENCH / 'bench-startup'), 400, 300, 700, *command)


def one_core():
    return ('taskset', '-c', '0') if shutil.which('taskset') else ()


def cgal():
    """CGAL's triangular expansion, compiled once in a build folder; it takes half a minute."""
    source, program = pathlib.Path(__file__).with_name('bench-cgal.cpp'), BENCH / 'bench-cgal'
    compiler = shutil.which('g++')
    if not compiler:
        raise Missing('skipped: g++ is missing')
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        built = subprocess.run([compiler, '-std=c++17', '-O3', '-DNDEBUG', '-w', source, '-o', program, '-lmpfr', '-lgmp'],
                               capture_output=True, text=True)
        if built.returncode != 0:
            raise Missing('skipped: CGAL does not compile (libcgal-dev, libgmp-dev and libmpfr-dev are needed)')
    return program


SIGHT_ROUNDS = 5
# blocks across, side in metres, walls, mean area in m² that two other programs found as well
STREETS = ((7, 100, '200', 1007.894), (16, 400, '1 028', 5504.951), (50, 2000, '10 004', 27654.138))


def bench_sight(folder):
    ours, yardstick, core = need(BENCH / 'bench-sight'), cgal(), one_core()
    for across, side, walls, published in STREETS:
        a, b = take_turns(lambda: values(*core, ours, across, side, folder), lambda: values(*core, yardstick, folder), SIGHT_ROUNDS)
        us, ms = (statistics.median(v[key] for v in a) for key in ('point_us', 'build_ms'))
        their_us, their_ms = (statistics.median(v[key] for v in b) for key in ('point_us', 'build_ms'))
        compare(f'sight past {walls} walls, one view, one core', us, their_us, 'µs', f'CGAL {b[0]["version"]}', 0.25)
        row('  before the first view', f'{ms:.1f} ms', f'CGAL {their_ms:.1f} ms', f'{ms / their_ms:.2f} ×')
        found, theirs = a[0]['mean_area'], b[0]['mean_area']
        off = max(abs(found - published), abs(found - theirs)) / published
        row('  mean area seen', f'{found:.3f} m²', f'CGAL {theirs:.3f}, published {published:.3f}', f'{off:.1e}', '≤ 1e-4', off <= 1e-4)
        if walls == '200':
            row('  the same beside depthmapX', f'{us:.1f} µs', 'depthmapX 22 µs on another day', f'{us / 22:.2f} ×', '≤ 0.5 ×', us <= 11)


def bench_start(folder):
    sample = folder / 'sample.qianping'
    subprocess.run([CLI, 'sample', '-o', sample], check=True)
    need(APP)
    demo = need('gtk4-demo')
    a, b = take_turns(lambda: startup(APP, sample), lambda: startup(demo), WINDOW_ROUNDS)
    for key, name in (('mapped_ms', 'window'), ('painted_ms', 'first picture')):
        compare(f'start to {name}, sample open', statistics.median(v[key] for v in a), statistics.median(v[key] for v in b), 'ms',
                'gtk4-demo', 1.0)


def bench_memory(folder):
    project = generate(folder, 10000)
    need(APP)
    a, b = take_turns(lambda: startup(APP, project), lambda: startup(APP), 3)
    more = (statistics.median(v['rss_kib'] for v in a) - statistics.median(v['rss_kib'] for v in b)) / MIB
    empty = statistics.median(v['rss_kib'] for v in b) / MIB
    row('window with 10 000 screens, memory', f'+ {more:.1f} MiB', f'empty window {empty:.1f} MiB', '', '≤ + 60 MiB', more <= 60)


def bench_frames(folder):
    need_display()
    need(BENCH / 'bench-canvas')
    for screens in (10000, 100000):
        for action in ('pan', 'zoom', 'drag'):
            found = values(BENCH / 'bench-canvas', screens, action, FRAMES)
            row(f'{action}, {screens // 1000} 000 screens in view, frame', f'{found["p50_ms"]:.1f} ms',
                f'p99 {found["p99_ms"]:.1f} ms, {found["fps"]:.0f} fps', '', 'p99 ≤ 16.7 ms', found['p99_ms'] <= 16.7)


FRAME_MS = 1000 / 60


def bench_maps(folder):
    need(BENCH / 'bench-sight')
    found = values(BENCH / 'bench-sight', 'maps')
    row('sight: 1024 buildings, 10 screens, 160 000 places', f'{found["maps_ms"]:.0f} ms',
        f'{found["maps_cpu_ms"]:.0f} ms of processors', '', '≤ 3000 ms', found['maps_ms'] <= 3000)
    row('the same, first colours', f'{found["first_ms"]:.0f} ms', f'{found["first_cpu_ms"]:.0f} ms of processors', '', '≤ 300 ms',
        found['first_ms'] <= 300)
    need_display()
    for action in ('pan', 'drag'):
        off, on = values(BENCH / 'bench-canvas', 1000, action, FRAMES), values(BENCH / 'bench-canvas', 1000, action, FRAMES, 'map')
        row(f'{action}, 1000 screens with a map, frame', f'{on["p50_ms"]:.1f} ms',
            f'p99 {on["p99_ms"]:.1f}, of the processor {on["cpu_p50_ms"]:.1f}, {on["cpu_p99_ms"]:.1f} ms',
            f'{on["cpu_p50_ms"] / max(off["cpu_p50_ms"], 0.01):.2f} ×', 'p99 ≤ 16.7 ms', on['p99_ms'] <= FRAME_MS)


def pan_row(what, found, empty, near):
    """A pan, beside the same pan over a plan without a background: what that costs is the toolkit's and the machine's."""
    def of(key):
        return found[near + key], found[near + key] / max(empty[near + key], 0.01)
    (p99, p99_ratio), (cpu, cpu_ratio) = of('p99_ms'), of('cpu_p99_ms')
    (p50, p50_ratio), (cpu50, cpu50_ratio) = of('p50_ms'), of('cpu_p50_ms')
    row(what, f'{p50:.1f} ms', f'p99 {p99:.1f}, of the processor {cpu50:.1f}, {cpu:.1f} ms', f'{p99_ratio:.2f} ×',
        'p99 ≤ 16.7 ms', p99 <= FRAME_MS)
    row('  to no background: p50, p99; of the processor p50, p99', f'{p50_ratio:.2f}, {p99_ratio:.2f} ×',
        f'{cpu50_ratio:.2f}, {cpu_ratio:.2f} ×; p99 to 16.7 ms', f'{cpu / FRAME_MS:.2f} ×', '≤ 1.0 ×', cpu <= FRAME_MS)


def bench_plans(folder):
    need_display()
    need(BENCH / 'bench-plans')
    names = {'png': 'PNG of 10 000 × 10 000 px', 'jpeg': 'JPEG of 6000 × 6000 px', 'pdf': 'PDF of 20 000 paths',
             'svg': 'SVG of 20 000 paths', 'dxf': 'DXF of 100 000 lines'}
    empty = values(BENCH / 'bench-plans', 'none', FRAMES)
    for near, where in (('', 'all in view'), ('near_', '8 × closer')):
        pan_row(f'no background, pan, {where}, frame', empty, empty, near)
    for kind, name in names.items():
        found = values(BENCH / 'bench-plans', kind, FRAMES)
        row(f'{name}, first picture', f'{found["first_ms"]:.0f} ms', f'{found["first_cpu_ms"]:.0f} ms of processors', '', '≤ 2000 ms',
            found['first_ms'] <= 2000)
        row('the same, window stands still at most', f'{found["block_ms"]:.0f} ms',
            f'{found["block_cpu_ms"]:.0f} ms of its processor', '', '≤ 100 ms', found['block_ms'] <= 100)
        for near, where in (('', 'all in view'), ('near_', '8 × closer')):
            pan_row(f'the same, pan, {where}, frame', found, empty, near)
        row('the same, peak memory', f'{found["peak_mib"]:.0f} MiB')


def bench_import(folder):
    need_display()
    need(BENCH / 'bench-import')
    steps = {'dialog': 'the dialog opens', 'walls': 'its layer is chosen as walls', 'import': 'it is taken over', 'undo': 'that is undone'}
    for kind, name, layer in (('dxf', 'DXF of 3600 lines and texts', 'WALL'), ('geojson', 'GeoJSON of 5400 houses', '')):
        found = values(BENCH / 'bench-import', kind, layer)
        for again, when in (('', ''), ('_again', ', again')):
            for step, what in steps.items():
                wall, work = found[f'{step}{again}_ms'], found[f'{step}{again}_cpu_ms']
                row(f'{name}: {what}{when}, window stands still', f'{wall:.0f} ms', f'{work:.0f} ms of its processor', '', '≤ 100 ms',
                    work <= 100)


def main():
    print(f'{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; medians of {ROUNDS} turns\n')
    benches = (bench_check, bench_save, bench_results, bench_sight, bench_start, bench_memory, bench_frames, bench_maps, bench_plans,
               bench_import)
    with tempfile.TemporaryDirectory() as name:
        for bench in benches:
            if sys.argv[2:] and bench.__name__.replace('bench_', '') not in sys.argv[2:]:
                continue
            try:
                bench(pathlib.Path(name))
            except (Missing, subprocess.CalledProcessError, subprocess.TimeoutExpired) as reason:
                row(bench.__name__.replace('bench_', ''), 'not measured', str(reason))
    return 0


sys.exit(main())
