#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program opens a document, shows it through each lens, closes its window, and ends with nothing left over: under
the address sanitizer its exit status says so.

Usage: test-lifetime.py PROGRAM CLI
"""

import os
import subprocess
import sys

from journey import WINDOW, GLib, Program, activate, is_enabled, run, see, tap, verify


def journey(folder):
    document = os.path.join(folder, 'example.throughline')
    subprocess.run([sys.argv[2], 'new', document, '--example'], check=True)
    program = Program(document)
    see(lambda: is_enabled(WINDOW, 'export-to'), 'the document opens')
    for number, lens in enumerate(('cascade', 'line-of-sight', 'cascade')):
        picture = os.path.join(folder, f'{number}.svg')
        activate(WINDOW, 'lens', GLib.Variant('s', lens))
        activate(WINDOW, 'details-visible')
        activate(WINDOW, 'export-to', GLib.Variant('s', picture))
        see(lambda path=picture: os.path.exists(path), f'the lens {lens} makes a picture')
    program.quit()
    status, words = verify(document)
    tap.check(status == 0, 'the document is well', words)


run(journey)
