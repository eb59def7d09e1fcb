#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main journey as somebody makes it who does not see the screen: the example is opened, a person is looked for,
the chain is read as cards and as sentences, exported, and found again in the file; then tables are imported and the
import undone.  Everything goes through the accessibility tree, or through the program's actions where the platform
has no other way in.

Usage: test-journey.py PROGRAM FOLDER-OF-TAP"""

import os
import subprocess
import sys
import tempfile
import time
import warnings
import xml.etree.ElementTree as ElementTree

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
LONG_LIST = 100
# What can be operated has to say what it is.
CONTROLS = {'push button', 'toggle button', 'entry', 'text', 'list item', 'menu item', 'check box', 'page tab',
            'level bar', 'link'}
# The platform calls what has no name by its type.
TYPES = ('Gtk', 'Adw', 'Tl')

GOALS = """Goal ID,Contributes To,Facet,Level,Unit,Owner,Title,Measure,Starting Value,Target Value,Current Value
O1,,Result,Organisation,,,Grow revenue,Revenue,2000000,4200000,3100000
P1,O1,Work,Person,Sales,Ines Moreau,Understand each client,Interviews,0,40,10
P2,nowhere,Work,Person,Sales,Ines Moreau,Write the handbook,Pages,0,many,3
"""


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
    """Everything in the tree but the rows of very long lists, which would take most of the time."""
    yield node
    n_children = node.get_child_count()
    for index in range(n_children if n_children <= LONG_LIST else 0):
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
    for index in range(node.get_n_actions()):
        if node.get_action_name(index) == name:
            return node.do_action(index)
    raise SystemExit(f'{node.get_name()} cannot {name}')


def press(keyval):
    """Presses and releases a key, as the keyboard does."""
    Atspi.generate_keyboard_event(keyval, None, Atspi.KeySynthType.SYM)


def activate(path, name, parameter=None):
    """Activates an action of the application or of a window."""
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, path, 'org.gtk.Actions', 'Activate',
        GLib.Variant('(sava{sv})', (name, [parameter] if parameter else [], {})), None, 0, PATIENCE * 1000)


def labels(node):
    return [each.get_name() or '' for each in walk(node) if each.get_role_name() == 'label']


def cards(frame):
    canvas = find(frame, 'list', 'Goals')
    if not canvas:
        return []
    return [canvas.get_child_at_index(index) for index in range(canvas.get_child_count())]


def is_named(node):
    """Rows of long lists, which the platform lets nobody name, are named by the labels in them."""
    name = node.get_name() or ''
    if name and not name.startswith(TYPES):
        return True
    return node.get_role_name() == 'list item' and any(labels(node))


def nameless(frame):
    found = []
    for each in walk(frame):
        name = each.get_name() or ''
        if each.get_role_name() in CONTROLS and not is_named(each):
            found.append(f'{each.get_role_name()} “{name}” in “{each.get_parent().get_name()}”')
    return found


def squeeze(text):
    return ''.join(text.split())


def check_names(frame, where):
    missing = nameless(frame)
    tap.check(not missing, f'every control has a name: {where}', '\n'.join(missing))


def open_example(app):
    frame = wait(lambda: find(app, 'frame', ''), 'the first page')
    check_names(frame, 'the first page')
    for name in ('New…', 'Open…'):
        tap.check(find(frame, 'push button', name), f'the first page offers {name}')
    act(wait(lambda: find(frame, 'push button', 'Open the Example'), 'the example'), 'click')
    frame = wait(lambda: find(app, 'frame', 'Kelderwick'), 'the example’s window')
    tap.check(True, 'the example opens in the same window')
    return frame


def find_person(frame):
    entry = wait(lambda: find(frame, 'entry', 'Find People, Units, Goals and Notes'), 'the search field')
    entry.set_text_contents('OKAFOR tamsin')
    wait(lambda: (entry.get_description() or '').startswith('Tamsin Okafor'), 'the person to be found')
    tap.check(True, 'all words match, in any order and case')
    act(frame, 'win.search')
    press(RETURN)
    wait(lambda: cards(frame), 'the cards')
    tap.check('Tamsin Okafor' in labels(frame), 'Enter turns to the person')
    check_names(frame, 'a line of sight')


def read_chain(frame):
    wait(lambda: any('what you do reaches' in text for text in labels(frame)), 'the sentences')
    tap.check(True, 'the line of sight is said in words')
    names = [card.get_name() for card in cards(frame)]
    tap.check('Grow Brindlemere account revenue to €2.8 M' in names, 'the person’s goal is a card', names)
    card = next(each for each in cards(frame) if each.get_name().startswith('Grow Brindlemere'))
    tap.check('Tamsin Okafor' in (card.get_description() or ''), 'the card says who owns it', card.get_description())
    tap.check(act(card, 'card.select'), 'a card can be selected')
    wait(lambda: find(frame, 'push button', 'Attainment'), 'the details')
    tap.check(True, 'the details show the attainment, and how it came about')


def walk_history(frame, window):
    activate(window, 'lens', GLib.Variant('s', 'cascade'))
    wait(lambda: any(text.endswith('goals') for text in labels(frame)), 'the whole cascade')
    act(frame, 'win.back')
    wait(lambda: any('objectives reached' in text for text in labels(frame)), 'the line of sight again')
    tap.check(True, 'going back leads to the lens before')
    act(frame, 'win.zoom-in')
    act(frame, 'win.zoom-fit')
    tap.check(True, 'zooming is an action')


def export(frame, window, folder):
    # A name that is taken for markup ends the program, with a warning.
    path = os.path.join(folder, 'R&D <chain>.svg')
    activate(window, 'export-to', GLib.Variant('s', path))
    wait(lambda: os.path.exists(path), 'the exported file')
    text = squeeze(''.join(ElementTree.parse(path).getroot().itertext()))
    for name in ('Tamsin Okafor', 'Grow Brindlemere account revenue to €2.8 M', 'Grow revenue to €24 million in 2026'):
        tap.check(squeeze(name) in text, f'the SVG holds “{name}”')
    for suffix, magic in (('pdf', b'%PDF'), ('png', b'\x89PNG')):
        path = os.path.join(folder, 'chain.' + suffix)
        activate(window, 'export-to', GLib.Variant('s', path))
        wait(lambda: os.path.exists(path), path)
        with open(path, 'rb') as file:
            tap.check(file.read(4) == magic, f'the {suffix.upper()} is one')


def import_and_undo(app, folder):
    table = os.path.join(folder, 'goals.csv')
    with open(table, 'w', encoding='utf-8') as file:
        file.write(GOALS)
    activate(PATH, 'new-at', GLib.Variant('s', Gio.File.new_for_path(os.path.join(folder, 'Ours.throughline')).get_uri()))
    frame = wait(lambda: find(app, 'frame', 'Ours'), 'the new document')
    wait(lambda: find(frame, 'push button', 'Import…'), 'the invitation to import')
    check_names(frame, 'an empty document')

    activate(PATH + '/window/2', 'import-files', GLib.Variant('as', [Gio.File.new_for_path(table).get_uri()]))
    wait(lambda: any('goals.csv, line 4' in text for text in labels(frame)), 'the line that is not read')
    tap.check(True, 'what does not come in is named with its line')
    check_names(frame, 'an import')
    button = next(each for each in walk(frame) if each.get_role_name() == 'push button' and each.get_name() == 'Import')
    act(button, 'click')
    wait(lambda: any('Ines Moreau' in text for text in labels(frame)), 'the imported person')
    tap.check(True, 'the import is in the document')
    act(frame, 'win.undo')
    wait(lambda: not any('Ines Moreau' in text for text in labels(frame)), 'the undo')
    tap.check(True, 'the import is undone as one step')
    act(frame, 'win.redo')
    wait(lambda: any('Ines Moreau' in text for text in labels(frame)), 'the redo')
    tap.check(True, 'and done again')


def keep_what_is_there(app, folder):
    """Nobody has been asked whether the file may be replaced, so it is not, and the sentence about it is no reason to
    stay when the program is to end."""
    path = os.path.join(folder, 'minutes.throughline')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Dear all,\n')
    activate(PATH, 'new-at', GLib.Variant('s', Gio.File.new_for_path(path).get_uri()))
    wait(lambda: any('minutes.throughline' in (each.get_name() or '') for each in walk(app)), 'the sentence about it')
    with open(path, encoding='utf-8') as file:
        tap.check(file.read() == 'Dear all,\n', 'a script does not replace a file')


def open_nonsense(app, folder):
    path = os.path.join(folder, 'letter.throughline')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Dear all,\n')
    activate(PATH, 'open-file', GLib.Variant('s', Gio.File.new_for_path(path).get_uri()))
    frame = wait(lambda: next((each for each in walk(app) if 'letter.throughline' in (each.get_name() or '')), None),
                 'the sentence about the file')
    tap.check(frame, 'a file that is no document is named')


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = subprocess.Popen([sys.argv[1]], env=PROGRAM_ENVIRONMENT)
        try:
            app = wait(application, 'the program')
            frame = open_example(app)
            find_person(frame)
            read_chain(frame)
            walk_history(frame, PATH + '/window/1')
            export(frame, PATH + '/window/1', folder)
            import_and_undo(app, folder)
            open_nonsense(app, folder)
            keep_what_is_there(app, folder)
            activate(PATH, 'quit')
            tap.check(program.wait(PATIENCE) == 0, 'the program ends well')
        finally:
            if program.poll() is None:
                program.kill()
    tap.finish()


main()
