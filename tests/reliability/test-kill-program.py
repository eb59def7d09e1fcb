#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself is killed, again and again, right after it has made an edit and said that it is saved: the edit is
in the file, the file is sound, and after the next start it can be undone or done again.

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
import warnings

# The program ends at a warning.  This process must not: the platform's client warns of what was gone when it asked.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

sys.path.insert(0, sys.argv[3])
warnings.simplefilter('ignore')
import tap  # noqa: E402

# The platform gives up after 0.8 seconds, which a busy program may well take for an answer.
Atspi.set_timeout(60 * 1000, 60 * 1000)

NAME = 'io.github.throughline.Throughline'
# In seconds.  It is spent only when something is wrong.
PATIENCE = 400 if 'ASAN_OPTIONS' in os.environ else 120
N_KILLS = 30 if 'TL_ENDURANCE' in os.environ else 3
# Of the ways to be killed, the longest wait after the word "Saved", in seconds
LONGEST_WAIT = 0.2
STEPS = [f'Goal {number}' for number in range(5)]


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


def is_open(process):
    """Whether the program shows the document."""
    return find('frame', 'Lumen', process.pid)


def is_ready(process, name):
    """Whether there is a step to undo or redo, as the button for it says."""
    button = find('push button', name.capitalize(), process.pid)
    return button and button.get_state_set().contains(Atspi.StateType.SENSITIVE)


def find_action(process, name):
    """The window and the number of its action NAME, or None."""
    frame = is_open(process)
    for index in range(frame.get_n_actions() if frame else 0):
        if frame.get_action_name(index) == f'win.{name}':
            return frame, index
    return None


def take(process, name):
    """Undoes or does again, by the window's action; when that returns, it is done."""
    frame, index = wait(lambda: find_action(process, name), f'a window that can {name}')
    return frame.do_action(index)


def start(program, document):
    """Starts PROGRAM on DOCUMENT."""
    process = subprocess.Popen([program, document], env=PROGRAM_ENVIRONMENT)
    wait(lambda: is_open(process), 'the window')
    return process


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
    found = [row[0] for row in connection.execute('SELECT title FROM goal ORDER BY title')]
    connection.close()
    return found


def is_sound(cli, document):
    result = subprocess.run([cli, 'verify', document], capture_output=True, text=True, env=PROGRAM_ENVIRONMENT)
    if result.returncode:
        print('#', result.stdout, result.stderr)
    return result.returncode == 0


def kill_after_edits(program, cli, document):
    """Goes back and forth through the imports; each step is an edit that is saved when the call has returned."""
    position, lost, unsound, n_edits = len(STEPS), 0, 0, 0
    for _ in range(N_KILLS):
        process = start(program, document)
        for _ in range(random.randint(1, 4)):
            back = position > 0 and (position == len(STEPS) or random.random() < 0.5)
            name = 'undo' if back else 'redo'
            wait(lambda: is_ready(process, name), f'a step to {name}')
            take(process, name)
            position += -1 if back else 1
            n_edits += 1
        wait(lambda: find('label', 'Saved', process.pid), 'the word "Saved"')
        time.sleep(random.random() * LONGEST_WAIT)
        kill(process)
        lost += titles(document) != STEPS[:position]
        unsound += not is_sound(cli, document)
    tap.check(lost == 0, f'{N_KILLS} kills lost nothing of {n_edits} edits that were shown as saved', f'{lost} did')
    tap.check(unsound == 0, 'the file was sound after each', f'{unsound} were not')
    return position


def control(program, document, position):
    """Killed before anything was done, everything is as it was: the test looks at the file, not at its own wishes."""
    process = start(program, document)
    kill(process)
    tap.check(titles(document) == STEPS[:position], 'what was not done is not there')
    activated = STEPS[:position - 1] if position else STEPS[:1]
    tap.check(titles(document) != activated, 'and an edit would have been seen')


def make_document(cli, folder):
    """A document with one import for each of STEPS, so that there is something to undo."""
    document = os.path.join(folder, 'killed.throughline')
    subprocess.run([cli, 'new', document, '--name', 'Lumen'], check=True, capture_output=True, env=PROGRAM_ENVIRONMENT)
    for number, title in enumerate(STEPS):
        table = os.path.join(folder, f'{number}.csv')
        with open(table, 'w', encoding='utf-8') as file:
            file.write(f'id,title\ng{number},{title}\n')
        subprocess.run([cli, 'import', document, table], check=True, capture_output=True, env=PROGRAM_ENVIRONMENT)
    return document


def main():
    program, cli = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        document = make_document(cli, folder)
        tap.check(titles(document) == STEPS, 'the document holds every import')
        position = kill_after_edits(program, cli, document)
        control(program, document, position)
    tap.finish()


main()
