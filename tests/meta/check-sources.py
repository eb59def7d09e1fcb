# SPDX-License-Identifier: GPL-3.0-or-later
"""What every source file has in common: a licence, a length that can be read, nothing left for later.

Usage: check-sources.py SOURCE_ROOT
"""

import os
import pathlib
import re
import sys

import tap

LONGEST = 700
FOLDERS = ('data', 'src', 'tests', 'tools', '.ci')
SUFFIXES = ('.c', '.h', '.py', '.sh', '.sql')
# Spelt so that this file does not find itself.
LEFT_OVER = re.compile('\\b(TO' + 'DO|FIX' + 'ME|XX' + 'X)\\b')


def is_source(path):
    """Whether PATH is written in a programming language, by its suffix or its first line."""
    if not path.is_file():
        return False
    if path.suffix in SUFFIXES:
        return True
    if path.suffix:
        return False
    with path.open('rb') as file:
        return file.read(2) == b'#!'


def main():
    top = pathlib.Path(sys.argv[1])
    unlicensed, long, left_over, guarded, inert = [], [], [], [], []
    for path in sorted(path for folder in FOLDERS for path in (top / folder).rglob('*') if is_source(path)):
        name = path.relative_to(top)
        lines = path.read_text(encoding='utf-8').splitlines()
        if not any('SPDX-License-Identifier: GPL-3.0-or-later' in line for line in lines[:3]):
            unlicensed.append(str(name))
        if len(lines) > LONGEST:
            long.append(f'{name}: {len(lines)} lines')
        left_over += [f'{name}:{number}: {line.strip()}' for number, line in enumerate(lines, 1)
                      if LEFT_OVER.search(line)]
        if path.suffix == '.h' and '#pragma once' not in lines:
            guarded.append(str(name))
        if lines and lines[0].startswith('#!') and not os.access(path, os.X_OK):
            inert.append(str(name))

    tap.check(not unlicensed, 'every source names its licence', '\n'.join(unlicensed))
    tap.check(not long, f'no source is longer than {LONGEST} lines', '\n'.join(long))
    tap.check(not left_over, 'nothing is left for later', '\n'.join(left_over))
    tap.check(not guarded, 'every header is read once', '\n'.join(guarded))
    tap.check(not inert, 'every script can be run', '\n'.join(inert))
    tap.finish()


main()
