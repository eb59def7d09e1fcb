#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people's lens as somebody uses it who does not see the screen: a unit and two people are added, one becomes the
other's manager, the circle is refused by name, and who was removed comes back by an undo.  Then a cycle is made, and a
goal that is not finished in it goes on in the next.

Usage: test-people-journey.py PROGRAM FOLDER-OF-TAP"""

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
RETURN = 0xff0d
ESCAPE = 0xff1b

# Who has done what before, by the name of the action: a node and the number that the action has there
actors = {}


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
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def find(node, role, name):
    """The first of its role whose name begins with NAME."""
    for each in walk(node):
        if each.get_role_name() == role and (each.get_name() or '').startswith(name):
            return each
    return None


def act(node, name):
    """Does NAME where somebody below NODE can; says whether there was anybody."""
    known = actors.get(name) if '.' in name else None
    if known:
        try:
            if name_action(*known) == name:
                return known[0].do_action(known[1])
        except GLib.Error:
            pass
    for each in walk(node):
        for index in range(each.get_n_actions()):
            if name_action(each, index) == name:
                actors[name] = each, index
                return each.do_action(index)
    return False


def name_action(node, index):
    """The platform counts actions that it does not name."""
    try:
        return node.get_action_name(index)
    except GLib.Error:
        return None


def activate(path, name, parameter=None):
    """Activates an action of the application or of a window."""
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, path, 'org.gtk.Actions', 'Activate',
        GLib.Variant('(sava{sv})', (name, [parameter] if parameter else [], {})), None, 0, PATIENCE * 1000)


def press(keyval):
    Atspi.generate_keyboard_event(keyval, None, Atspi.KeySynthType.SYM)


def names(node):
    return [each.get_name() or '' for each in walk(node)]


def says(node, text):
    return any(text in name for name in names(node))


def is_focused(node):
    return any(each.get_state_set().contains(Atspi.StateType.FOCUSED) for each in walk(node))


def add(frame, action, name):
    wait(lambda: act(frame, action), action)
    entry = wait(lambda: find(frame, 'text', 'New '), 'the line that adds')
    wait(lambda: is_focused(entry), 'the focus in the line that adds')
    entry.set_text_contents(name)
    press(RETURN)
    wait(lambda: any(label.startswith(name) for label in names(frame)), name)


def choose_manager(app, frame, name):
    wait(lambda: act(frame, 'people.change-manager'), 'the choice of a manager')
    entry = wait(lambda: find(app, 'entry', 'Find a person') or find(app, 'text', 'Find a person'), 'the line of the chooser')
    wait(lambda: is_focused(entry), 'the focus in the chooser')
    entry.set_text_contents(name)
    time.sleep(0.2)
    press(RETURN)


def select(frame, name):
    wait(lambda: act(frame, 'people.find'), 'the line that finds')
    entry = find(frame, 'entry', 'Find in the List')
    wait(lambda: is_focused(entry), 'the focus in it')
    entry.set_text_contents(name)
    time.sleep(0.2)
    press(RETURN)
    wait(lambda: not is_focused(entry), 'the focus in the list')
    entry.set_text_contents('')
    time.sleep(0.2)


def find_lens(frame):
    """The people's lens.  What is in it is looked for there: each question is a message to the program, and in the
    whole window there are thrice as many to ask."""
    for each in walk(frame):
        if any(name_action(each, index) == 'people.add-unit' for index in range(each.get_n_actions())):
            return each
    return None


def add_people(frame, lens):
    wait(lambda: says(lens, 'Who is it about?'), 'the page of nobody')
    tap.check(True, 'a document without people says what to do first')
    add(lens, 'people.add-unit', 'Sales')
    add(lens, 'people.add-person', 'Ada Okafor')
    add(lens, 'people.add-person', 'Bea Lind')
    tap.check(True, 'a unit and people are added by a line each')
    press(ESCAPE)


def manage(app, lens):
    choose_manager(lens, lens, 'Ada')
    select(lens, 'Ada')
    wait(lambda: says(lens, 'Reports to Them'), 'the page of Ada, with who reports to her')
    tap.check(says(lens, 'Bea Lind'), 'the manager’s page names who reports to them')

    choose_manager(lens, lens, 'Bea')
    wait(lambda: says(app, 'The Manager Was Not Changed'), 'the refusal')
    tap.check(any('Ada Okafor' in name and 'Bea Lind' in name for name in names(app)),
              'the circle is refused by name')
    press(ESCAPE)
    wait(lambda: not says(app, 'The Manager Was Not Changed'), 'the refusal to be closed')


def remove(frame, lens):
    wait(lambda: act(lens, 'people.remove'), 'the removal')
    wait(lambda: says(frame, '“Ada Okafor” was removed. 1 person has no manager now.'), 'the toast')
    tap.check(True, 'the toast says what became of the people')
    wait(lambda: act(frame, 'win.undo'), 'the undo')
    wait(lambda: any(name.startswith('Ada Okafor') for name in names(lens)), 'Ada again')
    tap.check(True, 'an undo brings the person back')


def add_goal(lens, title):
    wait(lambda: act(lens, 'people.add-goal'), 'the line that adds a goal')
    entry = wait(lambda: find(lens, 'text', 'Add a Goal'), 'the line for a goal')
    wait(lambda: is_focused(entry), 'the focus in the line for a goal')
    entry.set_text_contents(title)
    press(RETURN)
    wait(lambda: any(name.startswith(title) for name in names(lens)), 'the goal')


def carry_over(app, frame, lens):
    year = time.gmtime().tm_year
    wait(lambda: act(frame, 'win.cycles'), 'the cycles')
    wait(lambda: act(lens, 'cycles.add'), 'the first cycle')
    wait(lambda: says(lens, f'Year {year}'), 'the year')
    press(ESCAPE)
    select(lens, 'Bea')
    add_goal(lens, 'Know the clients')

    wait(lambda: act(frame, 'win.cycles'), 'the cycles again')
    wait(lambda: says(lens, '1 goal'), 'the goal in the cycle')
    button = wait(lambda: find(lens, 'push button', 'Cycle Menu'), 'the menu of the cycle')
    wait(lambda: act(button, 'click'), 'the menu to open')
    item = wait(lambda: find(button, 'menu item', 'Carry Over'), 'its item')
    wait(lambda: act(item, 'click'), 'the item')
    window = wait(lambda: find(app, 'frame', 'Carry Over'), 'the window that asks')
    tap.check(says(window, 'Know the clients'), 'the goal that is not finished is offered')
    wait(lambda: act(window, 'carry.over'), 'the carrying over')
    wait(lambda: says(frame, f'1 goal goes on in “Year {year + 1}”'), 'the toast')
    tap.check(True, 'what is not finished goes on in the next cycle, which is made')


def journey(app, folder):
    uri = Gio.File.new_for_path(os.path.join(folder, 'Lumen.throughline')).get_uri()
    activate(PATH, 'new-at', GLib.Variant('s', uri))
    frame = wait(lambda: find(app, 'frame', 'Lumen'), 'the new document')
    activate(PATH + '/window/1', 'lens', GLib.Variant('s', 'people'))
    lens = wait(lambda: find_lens(frame), 'the lens')
    add_people(frame, lens)
    manage(app, lens)
    remove(frame, lens)
    carry_over(app, frame, lens)


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = subprocess.Popen([sys.argv[1]], env=PROGRAM_ENVIRONMENT)
        try:
            app = wait(application, 'the program')
            wait(lambda: find(app, 'frame', ''), 'the first page')
            journey(app, folder)
            activate(PATH, 'quit')
            tap.check(program.wait(PATIENCE) == 0, 'the program ends well')
        finally:
            if program.poll() is None:
                program.kill()
    tap.finish()


main()
