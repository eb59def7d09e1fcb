# SPDX-License-Identifier: GPL-3.0-or-later
"""A forbidden include does not compile, an allowed one does, with each room's real compiler command.

Usage: check-compile.py SOURCE_ROOT BUILD_ROOT

Every pair of rooms is tried with one header of the other room, and every room with every package.  What a room may
include and does is the control: without it a command that compiles nothing at all would pass.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import rooms
import tap

# Why a probe may fail: anything else would be a failure for the wrong reason.
UNKNOWN = re.compile(r'No such file or directory|unknown type name|undeclared|expected .* before')

# GLib installs these three side by side, so that no include path can tell them apart; check-includes.py does.
INSEPARABLE = {'gobject', 'gio'}


def room_commands(top, build):
    """Maps each room to the (folder, arguments) that compile one of its files, without what names the file."""
    commands = {}
    for entry in json.loads((build / 'compile_commands.json').read_text(encoding='utf-8')):
        source = pathlib.Path(os.path.normpath(os.path.join(entry['directory'], entry['file'])))
        try:
            room = source.relative_to(top / 'src').parts[0]
        except ValueError:
            continue
        if room not in commands:
            commands[room] = (entry['directory'], bare_arguments(entry))
    return commands


def bare_arguments(entry):
    """The compiler command of ENTRY without its input, output and dependency file."""
    words = iter(shlex.split(entry['command']))
    kept = []
    for word in words:
        if word in ('-o', '-MF', '-MQ', '-c'):
            next(words)
        elif word != '-MD':
            kept.append(word)
    return [word for word in kept if word != entry['file'] and word != 'ccache']


def compiles(command, text):
    """Whether TEXT compiles as a file of the room, and what the compiler said."""
    folder, arguments = command
    with tempfile.NamedTemporaryFile('w', suffix='.c') as probe:
        probe.write(text)
        probe.flush()
        done = subprocess.run(arguments + ['-fsyntax-only', probe.name], cwd=folder,
                              capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stderr


def own_header(top, room):
    """A header that stands for ROOM: the first in the alphabet that is not private."""
    for path in rooms.sources(top, room):
        if path.suffix == '.h' and 'private' not in path.name:
            return path.name
    return None


def probes(top, built):
    """Yields (room, name, allowed, text) of everything to try."""
    for room in built:
        used = rooms.included(top, room)
        for other in built:
            header = own_header(top, other)
            if other == room or not header:
                continue
            allowed = other in rooms.ROOMS[room]
            if not allowed or used & {path.name for path in rooms.sources(top, other)}:
                yield (room, f'{header} of {other}', allowed,
                       f'#include "config.h"\n#include "{header}"\nint tl_probe (void);\n')
        for package, (_beginnings, text) in rooms.PACKAGES.items():
            if package in rooms.ALLOWED[room]:
                if package in {rooms.package_of(header) for header in used}:
                    yield room, package, True, text
            elif package not in INSEPARABLE:
                yield room, package, False, text


def main():
    top, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    commands = room_commands(top, build)
    built = [room for room in rooms.built_rooms(top) if room in commands]
    tried = list(probes(top, built))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda probe: compiles(commands[probe[0]], probe[3]), tried)
        for (room, name, allowed, _text), (good, said) in zip(tried, results):
            if allowed:
                tap.check(good, f'{room} may include {name}', said)
            else:
                tap.check(not good and UNKNOWN.search(said), f'{room} cannot include {name}',
                          said or 'It compiled.')
    tap.finish()


main()
