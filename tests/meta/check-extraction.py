# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that is marked can be extracted whole: a macro in the middle of a format cuts it off, and it is lost.

Usage: check-extraction.py XGETTEXT SOURCE_ROOT
"""

import pathlib
import subprocess
import sys

import tap

# What meson's preset for GLib passes, shortened to what our sources use.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dngettext:2,3', 'ngettext:1,2', 'g_dpgettext2:2c,3')
FLAGS = ('g_strdup_printf:1:c-format', 'g_string_printf:2:c-format', 'g_string_append_printf:2:c-format',
         'g_set_error:4:c-format', 'g_print:1:c-format', 'g_printerr:1:c-format')


def main():
    xgettext, top = sys.argv[1:3]
    potfiles = pathlib.Path(top) / 'po' / 'POTFILES.in'
    done = subprocess.run(
        [xgettext, f'--files-from={potfiles}', f'--directory={top}', '--from-code=UTF-8', '--add-comments',
         *(f'--keyword={keyword}' for keyword in KEYWORDS), *(f'--flag={flag}' for flag in FLAGS), '--output=-'],
        capture_output=True, text=True, check=False)
    tap.check(done.returncode == 0, 'the texts are extracted', done.stderr)
    tap.check(not done.stderr, 'without a warning', done.stderr)
    tap.check(done.stdout.count('\nmsgid ') > 1, 'there are some')
    tap.finish()


main()
