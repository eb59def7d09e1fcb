#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself is killed, again and again, right after it has shown an edit and said that it is saved: the edit
is in the file, the file is sound, and the next start can undo it.

Usage: test-kill-program.py PROGRAM CLI FOLDER-OF-TAP
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# The program ends at a warning.  This process must not: the platform's client warns of what was gone when it asked.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

sys.path.insert(0, sys.argv[3])
import tap  # noqa: E402

NAME = 'io.github.throughline.Throughline'
WINDOW = '/io/github/throughline/Throughline/window/1'
PATIENCE = 120 if 'ASAN_OPTIONS' in os.environ else 30
N_KILLS = 30 if 'TL_ENDURANCE' in os.environ else 3
# Of the ways to be killed, the longest wait after the word "Saved", in seconds
LONGEST_WAIT = 0.2


def wait(find, what):
    """What FIND returns as soon as it is something; ends the test after a while without."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = find()
            if found:
                return found
        except GLib.Error:
            pass
        time.sleep(0.02)
    print(f'Bail out! Waited in vain for {what}')
    sys.exit(1)


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def find(role, name, pid):
    """The first of its role in the program PID whose name begins with NAME."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if not app or app.get_name() != 'throughline' or app.get_process_id() != pid:
            continue
        for each in walk(app):
            if each.get_role_name() == role and (each.get_name() or '').startswith(name):
                return each
    return None


def activate(name, *parameters):
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, WINDOW, 'org.gtk.Actions', 'Activate',
        GLib.Variant('(sava{sv})', (name, list(parameters), {})), None, 0, PATIENCE * 1000)
    return True


def can(name):
    """Whether the window is there and its action NAME can be activated."""
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, WINDOW, 'org.gtk.Actions', 'Describe', GLib.Variant('(s)', (name,)), GLib.VariantType('((bgav))'), 0,
        PATIENCE * 1000).unpack()[0][0]


def start(program, document):
    """Starts PROGRAM on DOCUMENT, with the outline of its goals."""
    process = subprocess.Popen([program, document], env=PROGRAM_ENVIRONMENT, stderr=subprocess.DEVNULL)
    wait(lambda: can('lens'), 'the window')
    activate('lens', GLib.Variant('s', 'goals'))
    return process


def add_goal(process, title):
    entry = wait(lambda: find('entry', 'Add ', process.pid) or find('text', 'Add ', process.pid), 'the quick-add line')
    entry.set_text_contents(title)
    wait(lambda: entry.get_text(0, -1) == title, 'the line to be filled')
    for index in range(entry.get_n_actions()):
        if entry.get_action_name(index) == 'activate':
            entry.do_action(index)
    wait(lambda: entry.get_text(0, -1) == '', 'the line to be taken')
    wait(lambda: find('label', 'Saved', process.pid), 'the word "Saved"')


def kill(process):
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    # The bus takes a moment to see that the name is free.
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    wait(lambda: not bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                   'NameHasOwner', GLib.Variant('(s)', (NAME,)), None, 0, -1).unpack()[0],
         'the name to be free')


def titles(document):
    connection = sqlite3.connect(document)
    found = [row[0] for row in connection.execute('SELECT title FROM goal')]
    connection.close()
    return found


def is_sound(cli, document):
    result = subprocess.run([cli, 'verify', document], capture_output=True, text=True, env=PROGRAM_ENVIRONMENT)
    if result.returncode:
        print('#', result.stdout, result.stderr)
    return result.returncode == 0


def kill_after_edits(program, cli, document):
    lost, unsound, not_undone = 0, 0, 0
    for number in range(N_KILLS):
        title = f'Written before kill {number}'
        process = start(program, document)
        if number:
            # What was written before the last kill is undone and done again: its step survived, too.
            wait(lambda: can('undo'), 'a step to undo')
            activate('undo')
            wait(lambda: can('redo'), 'a step to redo')
            activate('redo')
            wait(lambda: not can('redo'), 'the step to be done again')
        add_goal(process, title)
        time.sleep(random.random() * LONGEST_WAIT)
        kill(process)
        lost += title not in titles(document)
        not_undone += len(titles(document)) != number + 1
        unsound += not is_sound(cli, document)
    tap.check(lost == 0, f'{N_KILLS} kills lost nothing that was shown as saved', f'{lost} lost')
    tap.check(not_undone == 0, 'each step before a kill could be undone and done again', f'{not_undone} could not')
    tap.check(unsound == 0, 'the file was sound after each', f'{unsound} were not')


def control(program, cli, document):
    """Killed before the line is taken, the goal is not there: the test looks at the file, and not at its own wishes."""
    process = start(program, document)
    entry = wait(lambda: find('entry', 'Add ', process.pid) or find('text', 'Add ', process.pid), 'the quick-add line')
    entry.set_text_contents('Never taken')
    kill(process)
    tap.check('Never taken' not in titles(document), 'what was not taken is not there')


def main():
    program, cli = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        document = os.path.join(folder, 'killed.throughline')
        subprocess.run([cli, 'new', document, '--name', 'Lumen'], check=True, capture_output=True,
                       env=PROGRAM_ENVIRONMENT)
        kill_after_edits(program, cli, document)
        control(program, cli, document)
    tap.finish()


main()
