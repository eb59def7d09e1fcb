# SPDX-License-Identifier: GPL-3.0-or-later
"""The headless program is linked with no toolkit: a server without a display does not need one.

Usage: check-links.py READELF PROGRAM
"""

import re
import subprocess
import sys

import tap

TOOLKIT = re.compile(r'lib(gtk|gdk|adwaita|X11|wayland)')


def main():
    readelf, program = sys.argv[1:3]
    said = subprocess.run([readelf, '-d', program], capture_output=True, text=True, check=True).stdout
    needed = re.findall(r'\(NEEDED\).*\[(.+)\]', said)
    toolkit = [name for name in needed if TOOLKIT.match(name)]
    tap.check(needed, 'the program names its libraries')
    tap.check(not toolkit, 'none of them is a toolkit', '\n'.join(toolkit))
    tap.finish()


main()
