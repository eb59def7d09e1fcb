# SPDX-License-Identifier: GPL-3.0-or-later
"""A document is known by what is in it and by its suffix; another SQLite file is not taken for one.

Usage: check-mime.py MIME_XML
"""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import tap

OURS = 'application/vnd.throughline'
APPLICATION_ID = 0x54484C4E


def write_database(path, application_id):
    """Makes an SQLite file with APPLICATION_ID in its header."""
    connection = sqlite3.connect(path)
    connection.execute(f'PRAGMA application_id = {application_id}')
    connection.execute('CREATE TABLE t (a)')
    connection.commit()
    connection.close()


def content_type(path, environment):
    """What the desktop takes the file at PATH for."""
    said = subprocess.run(['gio', 'info', '-a', 'standard::content-type', str(path)], env=environment,
                          capture_output=True, text=True, check=True).stdout
    return next(line.split()[-1] for line in said.splitlines() if 'standard::content-type' in line)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        packages = folder / 'share' / 'mime' / 'packages'
        packages.mkdir(parents=True)
        shutil.copy(sys.argv[1], packages / 'throughline.xml')
        built = subprocess.run(['update-mime-database', str(packages.parent)], capture_output=True, text=True,
                               check=False)
        tap.check(built.returncode == 0, 'the type is accepted', built.stderr)
        environment = dict(os.environ, XDG_DATA_HOME=str(folder / 'share'))

        write_database(folder / 'document', APPLICATION_ID)
        write_database(folder / 'other', 0x12345678)
        (folder / 'empty.throughline').touch()
        (folder / 'Upper.THROUGHLINE').write_text('x', encoding='utf-8')
        found = content_type(folder / 'document', environment)
        tap.check(found == OURS, 'a document without its suffix is known', found)
        found = content_type(folder / 'Upper.THROUGHLINE', environment)
        tap.check(found == OURS, 'the suffix is known in capitals', found)
        found = content_type(folder / 'other', environment)
        tap.check(found != OURS, 'another SQLite file is not a document', found)
    tap.finish()


main()
