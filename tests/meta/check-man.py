# SPDX-License-Identifier: GPL-3.0-or-later
"""The man pages are set without a warning, and that of the command line knows its verbs.

Usage: check-man.py GROFF PAGE... [-- PROGRAM]

With PROGRAM, the headless program, every verb that its own help names has a section in its page.
"""

import pathlib
import re
import subprocess
import sys

import tap

VERB = re.compile(r'^ {2,}([a-z]+)(?: |$)', re.MULTILINE)


def main():
    groff, *pages = sys.argv[1:]
    program = None
    if '--' in pages:
        program = pages[-1]
        pages = pages[:pages.index('--')]

    for page in pages:
        said = subprocess.run([groff, '-man', '-Tutf8', '-ww', '-z', page], capture_output=True, text=True,
                              check=False)
        tap.check(said.returncode == 0 and not said.stderr, f'{pathlib.Path(page).name} is set cleanly',
                  said.stderr)

    if program:
        text = next(pathlib.Path(page).read_text(encoding='utf-8') for page in pages if 'cli' in page)
        told = subprocess.run([program, '--help'], capture_output=True, text=True, check=False).stdout
        verbs = set(VERB.findall(told))
        described = set(re.findall(r'^\.SS (\S+)', text, re.MULTILINE))
        tap.check(verbs and verbs == described, 'the page has a section for each verb, and no other',
                  f'program: {sorted(verbs)}\npage: {sorted(described)}')
    tap.finish()


main()
