# SPDX-License-Identifier: GPL-3.0-or-later
"""The least of the Test Anything Protocol that the checks in this folder need."""

import sys

_points = 0
_failed = 0


def check(good, name, details=''):
    """Reports one point; DETAILS are told when it is not GOOD."""
    global _points, _failed
    _points += 1
    if good:
        print(f'ok {_points} {name}')
    else:
        _failed += 1
        print(f'not ok {_points} {name}')
        for line in str(details).splitlines():
            print(f'# {line}', file=sys.stderr)
    return good


def skip(name, reason):
    """Reports a point that could not be tried here."""
    global _points
    _points += 1
    print(f'ok {_points} {name} # SKIP {reason}')


def finish():
    """Says how many points there were, and ends the program."""
    print(f'1..{_points}')
    sys.exit(1 if _failed else 0)
