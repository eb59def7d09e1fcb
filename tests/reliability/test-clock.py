#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clock does not matter: tests that pass now also pass 400 days ago, in ten years, and while the clocks of central
Europe are put forward and back.

Usage: test-clock.py PRELOAD BUILD_ROOT FOLDER-OF-TAP
"""

import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, sys.argv[3])
import tap  # noqa: E402

DAY = 24 * 60 * 60
# As rules, so that nothing depends on which time zones the system knows.
EUROPE = 'CET-1CEST,M3.5.0,M10.5.0/3'
SHIFT_MISTAKE = 60

# Those that know of days, states, backups, locks and files; the endurance suite takes all that need no display.
FAST = ('model/test-model-date', 'analysis/test-analysis-scores', 'document/test-cycle-edits', 'document/test-keep',
        'document/test-lock', 'store/test-store-versions', 'reliability/test-session')
ROOMS = ('model', 'analysis', 'store', 'document', 'exchange')


def clocks(now):
    """The name of each time to try, its distance from now in seconds, and the time zone."""
    spring = time.mktime((2027, 3, 28, 0, 59, 58, 0, 0, 0))
    autumn = time.mktime((2027, 10, 31, 0, 59, 58, 0, 0, 0))
    return (('400 days ago', -400 * DAY, 'UTC'), ('in ten years', 3653 * DAY, 'UTC'),
            ('while clocks are put forward', int(spring - now), EUROPE),
            ('while clocks are put back', int(autumn - now), EUROPE))


def environment(preload, shift, zone):
    return dict(os.environ, LD_PRELOAD=preload, TL_CLOCK_SHIFT=str(shift), TZ=zone)


def programs(build):
    if 'TL_ENDURANCE' not in os.environ:
        return [build / 'tests' / name for name in FAST]
    found = [path for room in ROOMS for path in (build / 'tests' / room).glob('test-*') if path.is_file()]
    return sorted(found) + [build / 'tests' / 'reliability' / 'test-session']


def run(program, variables, build):
    # The long form of these tests is not what is asked for here.
    variables.pop('TL_ENDURANCE', None)
    result = subprocess.run([program], env=variables, capture_output=True, text=True, errors='replace',
                            cwd=build, check=False)
    return result.returncode, result.stdout[-2000:] + result.stderr[-2000:]


def main():
    preload, build = sys.argv[1], pathlib.Path(sys.argv[2])
    os.environ['TZ'] = 'UTC'
    time.tzset()
    # A test that was renamed would otherwise go missing without a word.
    missing = [str(program) for program in programs(build) if not program.is_file()]
    tap.check(not missing, 'every test that is named here exists', ', '.join(missing))
    for name, shift, zone in clocks(time.time()):
        variables = environment(preload, shift, zone)
        told = float(subprocess.run([sys.executable, '-c', 'import time; print(time.time())'], env=variables,
                                    capture_output=True, text=True, check=True).stdout)
        tap.check(abs(told - time.time() - shift) < SHIFT_MISTAKE, f'the clock is shifted: {name}', f'{told}')
        for program in programs(build):
            status, output = run(program, dict(variables), build)
            tap.check(status == 0, f'{program.name} passes {name}', output)
    tap.finish()


main()
