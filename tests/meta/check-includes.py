# SPDX-License-Identifier: GPL-3.0-or-later
"""Every include of every room stands in the room's row of the table.

Usage: check-includes.py SOURCE_ROOT
"""

import pathlib
import sys

import rooms
import tap


def home_of_headers(top):
    """Maps the name of each of our headers to its room."""
    return {path.name: room for room in rooms.ROOMS for path in rooms.sources(top, room)
            if path.suffix == '.h'}


def wrong_includes(path, room, homes):
    """The includes of one file that its room's row does not allow, each as a sentence."""
    text = path.read_text(encoding='utf-8')
    for match in rooms.INCLUDE.finditer(text):
        header = match[2]
        home = homes.get(pathlib.PurePath(header).name)
        package = rooms.package_of(header)
        line = text.count('\n', 0, match.start()) + 1
        if match[1] == '"' and home and home != room and home not in rooms.ROOMS[room]:
            yield f'{path}:{line}: {room} may not include {header} of {home}'
        if package and package not in rooms.ALLOWED[room]:
            yield f'{path}:{line}: {room} may not include {header} ({package})'


def main():
    top = sys.argv[1]
    homes = home_of_headers(top)
    for room in rooms.built_rooms(top):
        wrong = [sentence for path in rooms.sources(top, room)
                 for sentence in wrong_includes(path, room, homes)]
        tap.check(not wrong, f'{room} includes only what its row names', '\n'.join(wrong))

    naming = [str(path) for path in rooms.sources(top, 'app')
              if 'sqlite3' in path.read_text(encoding='utf-8')]
    tap.check(not naming, 'no file of app names sqlite3', '\n'.join(naming))
    tap.finish()


main()
