#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals are added, named, indented, removed and brought back in the outline, by somebody who does not see the screen:
through the actions and the fields that the accessibility tree has.

Usage: test-outline-journey.py PROGRAM FOLDER-OF-TAP"""

import os
import subprocess
import sys
import tempfile
import time
import warnings

# The program ends at a warning.  This process must not: the platform's client warns of what was gone when it asked.
PROGRAM_ENVIRONMENT = dict(os.environ)
# GTK's leak that leaks.supp names is told by its callers only, and the fast way does not find these.
if 'ASAN_OPTIONS' in os.environ:
    PROGRAM_ENVIRONMENT['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=0:malloc_context_size=8'
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

sys.path.insert(0, sys.argv[2])
import tap  # noqa: E402

warnings.simplefilter('ignore')

NAME = 'io.github.throughline.Throughline'
PATH = '/io/github/throughline/Throughline'
PATIENCE = 120 if 'ASAN_OPTIONS' in os.environ else 30
LONG_LIST = 100
RETURN = 0xff0d


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
        time.sleep(0.05)
    print(f'Bail out! Waited in vain for {what}')
    sys.exit(1)


def application():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child and child.get_name() == 'throughline':
            return child
    return None


def walk(node):
    yield node
    n_children = node.get_child_count()
    for index in range(n_children if n_children <= LONG_LIST else 0):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def walk_by_level(node):
    """The same from the top down: a toast hangs high in the tree, and is gone before all of it has been looked at."""
    level = [node]
    while level:
        yield from level
        level = [each.get_child_at_index(index) for each in level
                 for index in range(min(each.get_child_count(), LONG_LIST))]
        level = [each for each in level if each]


def find(node, role, name):
    for each in walk(node):
        if each.get_role_name() == role and (each.get_name() or '').startswith(name):
            return each
    return None


def actions(node):
    """The names of what it can do; some widgets count more than they name."""
    names = []
    for index in range(node.get_n_actions()):
        try:
            names.append(node.get_action_name(index))
        except GLib.Error:
            names.append(None)
    return names


# Looking through the whole window takes half a second; who has an action, and the list, stay the same.
KEPT = {}


def keep(key, look, what):
    if key not in KEPT:
        KEPT[key] = wait(look, what)
    return KEPT[key]


def act(frame, action):
    """Does what the outline or the window can."""
    group = action.split('.')[0]
    actor = keep(group, lambda: next((each for each in walk(frame) if action in actions(each)), None),
                 f'who can {action}')
    return actor.do_action(actions(actor).index(action))


def activate(path, name, parameter=None):
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, path, 'org.gtk.Actions', 'Activate',
        GLib.Variant('(sava{sv})', (name, [parameter] if parameter else [], {})), None, 0, PATIENCE * 1000)


def press(keyval):
    Atspi.generate_keyboard_event(keyval, None, Atspi.KeySynthType.SYM)


def table(frame):
    return keep('table', lambda: find(frame, 'tree table', 'Goals'), 'the outline')


def rows(frame):
    """The goals on the screen, from the top; the platform's own rows, such as the header, have no description."""
    return [each for each in walk(table(frame)) if each.get_role_name() == 'table row' and each.get_description()]


def titles(frame):
    return [each.get_name() for each in rows(frame)]


def row(frame, title):
    return next((each for each in rows(frame) if each.get_name() == title), None)


def says(frame, count):
    return find(frame, 'label', count)


def editor(frame):
    """The field in the row that is being named."""
    return next((each for each in walk(table(frame))
                 if each.get_role_name() in ('text', 'entry') and each.get_name() == 'Title'), None)


def write(frame, title):
    """Names the goal whose title is being edited, as the keyboard does."""
    field = wait(lambda: editor(frame), 'the field of the title')
    Atspi.EditableText.set_text_contents(field, title)
    press(RETURN)
    wait(lambda: not editor(frame) and row(frame, title), title)


def is_unfolded(frame, title):
    """Whether something stands below the goal, and can be seen."""
    return any(each.get_state_set().contains(Atspi.StateType.EXPANDED) for each in walk(row(frame, title)))


def add_goals(frame):
    act(frame, 'goals.add-first')
    write(frame, 'Grow revenue')
    tap.check(titles(frame) == ['Grow revenue'], 'the first objective is made, and its title can be written at once',
              titles(frame))
    act(frame, 'goals.add-beside')
    write(frame, 'Understand each client')
    tap.check(titles(frame) == ['Grow revenue', 'Understand each client'] and bool(says(frame, '2 goals')),
              'a second one comes after it', titles(frame))


def rename(frame):
    act(frame, 'goals.rename')
    write(frame, 'Know each client')
    tap.check(titles(frame) == ['Grow revenue', 'Know each client'], 'a goal is renamed in its row', titles(frame))


def indent(frame):
    found = row(frame, 'Know each client')
    tap.check('No data' in found.get_description(), 'the row says how its goal stands', found.get_description())
    act(frame, 'goals.indent')
    wait(lambda: is_unfolded(frame, 'Grow revenue'), 'the goal to stand under the other')
    tap.check(bool(row(frame, 'Know each client')), 'a goal is indented, and stays in view')


def undo(frame):
    act(frame, 'win.undo')
    wait(lambda: not is_unfolded(frame, 'Grow revenue'), 'the goal to be beside the other again')
    act(frame, 'win.undo')
    wait(lambda: row(frame, 'Understand each client'), 'the former title')
    tap.check(titles(frame) == ['Grow revenue', 'Understand each client'], 'each undo takes back one step',
              titles(frame))


def remove(frame):
    act(frame, 'goals.remove')
    toast = wait(lambda: next((each for each in walk_by_level(frame)
                               if each.get_name() == '“Understand each client” removed'), None), 'the toast')
    button = wait(lambda: find(toast.get_parent().get_parent(), 'push button', 'Undo'), 'its Undo')
    tap.check(titles(frame) == ['Grow revenue'], 'a goal is removed without a question', titles(frame))
    button.do_action(actions(button).index('click'))
    wait(lambda: row(frame, 'Understand each client'), 'the goal to be back')
    tap.check(bool(says(frame, '2 goals')), 'the toast brings it back')


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = subprocess.Popen([sys.argv[1]], env=PROGRAM_ENVIRONMENT)
        try:
            app = wait(application, 'the program')
            wait(lambda: find(app, 'frame', ''), 'the first page')
            uri = Gio.File.new_for_path(os.path.join(folder, 'Ours.throughline')).get_uri()
            activate(PATH, 'new-at', GLib.Variant('s', uri))
            frame = wait(lambda: find(app, 'frame', 'Ours'), 'the new document')
            activate(PATH + '/window/1', 'lens', GLib.Variant('s', 'goals'))
            wait(lambda: find(frame, 'push button', 'Add the First Objective'), 'the invitation')
            tap.check(True, 'an empty outline says what to do first')
            add_goals(frame)
            rename(frame)
            indent(frame)
            undo(frame)
            remove(frame)
            activate(PATH, 'quit')
            tap.check(program.wait(PATIENCE) == 0, 'the program ends well')
        finally:
            if program.poll() is None:
                program.kill()
    tap.finish()


main()
