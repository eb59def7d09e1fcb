# SPDX-License-Identifier: GPL-3.0-or-later
"""The man pages are set without a warning, and that of the command line knows its verbs.

Usage: check-man.py GROFF PAGE... [-- PROGRAM]

With PROGRAM, the headless program, every verb and option that its own help names is described in its page.
"""

import pathlib
import re
import subprocess
import sys

import tap

VERB = re.compile(r'^ {2,}([a-z]+)(?: |$)', re.MULTILINE)
OPTION = re.compile(r'--[a-z]+(?:-[a-z]+)*')
# Every verb has these, and they are described once.
COMMON = {'--help', '--json', '--version'}


def help_of(*command):
    """What a program or one of its verbs says of itself."""
    return subprocess.run([*command, '--help'], capture_output=True, text=True, check=False).stdout


def check_verbs(program, page):
    """Compares what PROGRAM tells of its verbs and options with the sections of its PAGE."""
    verbs = set(VERB.findall(help_of(program)))
    parts = re.split(r'^\.S[SH] (.+)$', page, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2]))
    described = {title for title in sections if title.islower()}
    tap.check(verbs and verbs == described, 'the page has a section for each verb, and no other',
              f'program: {sorted(verbs)}\npage: {sorted(described)}')

    for verb in sorted(verbs & described):
        told = set(OPTION.findall(help_of(program, verb))) - COMMON
        written = set(OPTION.findall(sections[verb].replace('\\-', '-'))) - COMMON
        tap.check(told == written, f'the options of {verb} are described',
                  f'program: {sorted(told)}\npage: {sorted(written)}')


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
        page = next(name for name in pages if 'cli' in pathlib.Path(name).name)
        check_verbs(program, pathlib.Path(page).read_text(encoding='utf-8'))
    tap.finish()


main()
