# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with texts that people read is listed in po/POTFILES.in, and nothing else is.

Usage: check-potfiles.py SOURCE_ROOT [--write]

With --write the list is put right instead.
"""

import pathlib
import re
import sys

import tap

MARKED_C = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|Q_|g_dngettext|ngettext|g_dpgettext2?)\s*\(\s*"')
MARKED_XML = re.compile(r'translatable="(yes|true|1)"')

HEADER = '# Kept by tests/meta/check-potfiles.py --write\n'


def is_marked(path):
    """Whether the file at PATH holds something to translate."""
    name = path.name
    if name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml')):
        return True
    if path.suffix == '.c' or path.suffix == '.h':
        return MARKED_C.search(path.read_text(encoding='utf-8')) is not None
    if path.suffix in ('.ui', '.blp'):
        return MARKED_XML.search(path.read_text(encoding='utf-8')) is not None
    return False


def main():
    top = pathlib.Path(sys.argv[1])
    potfiles = top / 'po' / 'POTFILES.in'
    marked = sorted(str(path.relative_to(top)) for folder in ('data', 'src', 'ui')
                    for path in (top / folder).rglob('*') if path.is_file() and is_marked(path))
    if '--write' in sys.argv:
        potfiles.write_text(HEADER + ''.join(name + '\n' for name in marked), encoding='utf-8')
        return

    lines = potfiles.read_text(encoding='utf-8').splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    missing = [name for name in marked if name not in listed]
    needless = [name for name in listed if name not in marked]
    hint = '\nRun tests/meta/check-potfiles.py . --write'
    tap.check(not missing, 'every file with texts is listed', '\n'.join(missing) + hint)
    tap.check(not needless, 'every listed file has texts', '\n'.join(needless) + hint)
    tap.check(listed == sorted(listed), 'the list is sorted', hint)
    tap.finish()


main()
