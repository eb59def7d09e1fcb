#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program opens a document, shows it through each lens, closes its window, and ends with nothing left over: under
the address sanitizer its exit status says so.

Usage: test-lifetime.py PROGRAM CLI FOLDER-OF-TAP
"""

import os
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

sys.path.insert(0, sys.argv[3])
import tap  # noqa: E402

NAME = 'io.github.throughline.Throughline'
PATH = '/io/github/throughline/Throughline'
WINDOW = PATH + '/window/1'
PATIENCE = 60

PROGRAM_ENVIRONMENT = dict(os.environ)
# What leaks.supp names is told by its callers only, and the fast way does not find these.
if 'ASAN_OPTIONS' in os.environ:
    PROGRAM_ENVIRONMENT['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=0:malloc_context_size=8'


def call(bus, path, method, arguments, answer):
    """Calls a method of the actions at PATH."""
    return bus.call_sync(NAME, path, 'org.gtk.Actions', method, arguments,
                         GLib.VariantType(answer) if answer else None, 0, PATIENCE * 1000)


def wait(is_so):
    """Whether IS_SO before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return False


def is_enabled(bus, name):
    """Whether the window is there and its action NAME can be activated."""
    try:
        return call(bus, WINDOW, 'Describe', GLib.Variant('(s)', (name,)), '((bgav))').unpack()[0][0]
    except GLib.Error:
        # Not there yet
        return False


def activate(bus, path, name, *parameters):
    """Activates the action NAME of the application or of its window."""
    call(bus, path, 'Activate', GLib.Variant('(sava{sv})', (name, list(parameters), {})), None)


def main():
    program, cli = sys.argv[1:3]
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    with tempfile.TemporaryDirectory() as folder:
        document = os.path.join(folder, 'example.throughline')
        subprocess.run([cli, 'new', document, '--example'], check=True)
        running = subprocess.Popen([program, document], env=PROGRAM_ENVIRONMENT)
        tap.check(wait(lambda: is_enabled(bus, 'export-to')), 'the document opens')
        for number, lens in enumerate(('cascade', 'line-of-sight', 'cascade')):
            picture = os.path.join(folder, f'{number}.svg')
            activate(bus, WINDOW, 'lens', GLib.Variant('s', lens))
            activate(bus, WINDOW, 'details-visible')
            activate(bus, WINDOW, 'export-to', GLib.Variant('s', picture))
            tap.check(wait(lambda path=picture: os.path.exists(path)), f'the lens {lens} makes a picture')
        activate(bus, PATH, 'quit')
        try:
            status = running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            running.kill()
            status = 'none: it did not end'
        tap.check(status == 0, 'the program ends well', f'exit status {status}')
        done = subprocess.run([cli, 'verify', document], capture_output=True, text=True, check=False)
        tap.check(done.returncode == 0, 'the document is well', done.stdout + done.stderr)
    tap.finish()


main()
