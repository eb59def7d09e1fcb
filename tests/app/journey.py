# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys have in common: they drive the program from outside, through the accessibility tree, its named
actions and the keyboard.

Machines differ thirtyfold in how long a walk through the tree takes, so a journey knows no time of its own:

- Whatever it looks for, it waits for: wait() where it cannot go on without, see() where it is a point of the test.
- It never looks for what goes by itself, as a toast does, but for what stays: the file that was written, the name of
  the step that can be undone.  What toasts say is tested in C, where nobody else's time passes.
- A key is pressed only when the field that it is for has the focus.
- While it looks, the tree changes.  Whatever is gone when it is asked raises GLib.Error, and the look begins again;
  therefore find() and its like belong into what wait() and see() are given.

Imported as "from journey import ..." by the scripts beside it."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import warnings

# Nothing is written into the folder of the sources.
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'meta'))
import tap  # noqa: E402

# The program ends at a warning.  This process must not: the platform's client warns of what was gone when it asked.
PROGRAM_ENVIRONMENT = dict(os.environ)
IS_SANITIZED = 'ASAN_OPTIONS' in os.environ
# What leaks.supp names is told by its callers only: the fast way does not find these, and a short one ends before them.
if IS_SANITIZED:
    PROGRAM_ENVIRONMENT['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=0:malloc_context_size=12'
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.simplefilter('ignore')

NAME = 'io.github.throughline.Throughline'
PATH = '/io/github/throughline/Throughline'
WINDOW = PATH + '/window/1'
# What the program keeps beside documents
DOCUMENTS = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'throughline' / 'documents'
# In seconds.  It is spent only when something is wrong: better late than wrongly.
PATIENCE = 400 if IS_SANITIZED else 120
LONG_LIST = 100
# What can be operated has to say what it is.
CONTROLS = {'push button', 'toggle button', 'entry', 'text', 'list item', 'menu item', 'check box', 'page tab',
            'level bar', 'link', 'spin button', 'slider'}
# The platform calls what has no name by its type.
TYPES = ('Gtk', 'Adw', 'Tl')

# The platform gives up after 0.8 seconds, which a busy program may well take for an answer.
Atspi.set_timeout(60 * 1000, 60 * 1000)

# Who could act before, by the node below which they were looked for and the group of the action
actors = {}


def soon(look):
    """What LOOK returns as soon as it is something; None when patience ends."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = look()
            if found:
                return found
        except GLib.Error:
            pass
        if time.monotonic() > end:
            return None
        time.sleep(0.05)


def wait(look, what):
    """What LOOK returns as soon as it is something; ends the test after a while without."""
    found = soon(look)
    if found:
        return found
    tell_tree()
    print(f'Bail out! Waited in vain for {what}')
    sys.exit(1)


def see(look, name, details=None):
    """Reports one point of the test, good as soon as LOOK returns something, and returns that.  DETAILS is asked for
    more to tell when it does not."""
    found = soon(look)
    tap.check(found, name, '' if found else ask(details) if details else '')
    return found


def ask(look):
    """What LOOK returns, once nothing that it asks goes meanwhile."""
    answer = []
    return answer[0] if soon(lambda: answer.append(look()) or True) else None


def tell_tree():
    """Says what is there instead, for whoever has only the log."""
    try:
        for each in walk(application()):
            if each.get_name():
                print(f'# {each.get_role_name()}: {each.get_name()}', file=sys.stderr)
    except (AttributeError, GLib.Error):
        print('# (the program is gone)', file=sys.stderr)


def application():
    """The program in the tree, or None."""
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


def find_field(node, name):
    """The first field to type in whose name begins with NAME: the platform has two roles for them."""
    for each in walk(node):
        if each.get_role_name() in ('entry', 'text') and (each.get_name() or '').startswith(name):
            return each
    return None


def names(node):
    return [each.get_name() or '' for each in walk(node)]


def labels(node):
    return [each.get_name() or '' for each in walk(node) if each.get_role_name() == 'label']


def says(node, text):
    """Whether TEXT is in the name of anything there."""
    return any(text in (each.get_name() or '') for each in walk(node))


def read(node):
    """The text in a field."""
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count()) if text else ''


def has_state(node, *states):
    return any(node.get_state_set().contains(state) for state in states)


def is_focused(node):
    """Whether the keyboard is there, or at something in it."""
    return any(has_state(each, Atspi.StateType.FOCUSED) for each in walk(node))


def focused(node):
    """What has the focus in NODE, or None."""
    return next((each for each in walk(node) if has_state(each, Atspi.StateType.FOCUSED)), None)


def tab_to(frame, look, key='Tab'):
    """Moves the focus by the key to what LOOK finds, as somebody does who has only that; there is no other way from
    outside."""
    wait(look, 'what the focus is to move to')
    while not ask(lambda: [is_focused(look())])[0]:
        before = wait(lambda: focused(frame), 'the focus')
        press(key)
        wait(lambda before=before: focused(frame) not in (None, before), 'the focus to move')


def number_action(node, name):
    """The number of the action NAME, or None.  The platform counts actions that it does not name."""
    for index in range(node.get_n_actions()):
        try:
            if node.get_action_name(index) == name:
                return index
        except GLib.Error:
            pass
    return None


def find_actor(node, name):
    """Who can NAME, at or below NODE, and its number there, or None.  Some buttons leave the click to one within."""
    # Whoever was asked before for another action of the group comes first: looking takes long.
    key = node, name.split('.', maxsplit=1)[0]
    if key in actors:
        try:
            number = number_action(actors[key], name)
            if number is not None:
                return actors[key], number
        except GLib.Error:
            del actors[key]
    for each in walk(node):
        number = number_action(each, name)
        if number is not None:
            actors[key] = each
            return each, number
    return None


def act(node, name):
    """Does NAME as soon as somebody can; see find_actor()."""
    def do():
        actor = find_actor(node, name)
        return actor and actor[0].do_action(actor[1])

    wait(do, f'somebody who can {name}')


def has_owner():
    """Whether there is a program that answers to our name; the bus takes a moment to see that one was killed."""
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
        GLib.Variant('(s)', (NAME,)), None, 0, PATIENCE * 1000).unpack()[0]


def is_enabled(path, name):
    """Whether the application or a window, by its PATH, is there and can do NAME."""
    try:
        answer = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            NAME, path, 'org.gtk.Actions', 'Describe', GLib.Variant('(s)', (name,)), GLib.VariantType('((bgav))'), 0,
            PATIENCE * 1000)
        return answer.unpack()[0][0]
    except GLib.Error:
        # Not there yet
        return False


def activate(path, name, parameter=None):
    """Activates an action of the application or of a window as soon as it is enabled; before that the platform takes
    the call and does nothing."""
    wait(lambda: is_enabled(path, name), f'the action {name}')
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, path, 'org.gtk.Actions', 'Activate',
        GLib.Variant('(sava{sv})', (name, [parameter] if parameter else [], {})), None, 0, PATIENCE * 1000)


def take_keys(frame):
    """There is no window manager that would give a window the keys."""
    name = ask(frame.get_name)
    subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', '^' + name.split(' ')[0], 'windowfocus',
                    '--sync'], check=True)


def press(*keys):
    """Presses and releases keys one after the other, as the keyboard does: "Return", "alt+Up"."""
    subprocess.run(['xdotool', 'key', *keys], check=True)


def type_text(text):
    """Types TEXT, of ASCII only: for anything else the tool changes the keyboard while keys are under way."""
    subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)


def enter(field, text):
    """Writes TEXT into a field that has the focus, or is about to."""
    wait(lambda: is_focused(field), 'the focus in the field')
    Atspi.EditableText.set_text_contents(field, text)
    wait(lambda: read(field) == text, f'“{text}” in the field')


def is_draft_kept(text):
    """Whether TEXT has been typed into a field that has not been left since: the program keeps it meanwhile."""
    return any(text.encode() in path.read_bytes() for path in DOCUMENTS.glob('*/drafts'))


def uri(path):
    return Gio.File.new_for_path(path).get_uri()


def verify(path):
    """What the command line program, the second argument of the test, says of a document: its status and its words."""
    done = subprocess.run([sys.argv[2], 'verify', path], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def is_named(node):
    """Rows of long lists, which the platform lets nobody name, are named by the labels in them."""
    name = node.get_name() or ''
    if name and not name.startswith(TYPES):
        return True
    return node.get_role_name() == 'list item' and any(labels(node))


def nameless(frame):
    return [f'{each.get_role_name()} “{each.get_name()}” in “{each.get_parent().get_name()}”' for each in walk(frame)
            if each.get_role_name() in CONTROLS and not is_named(each)]


def check_names(frame, where):
    """Whether everything that can be operated says what it is."""
    see(lambda: not nameless(frame), f'every control has a name: {where}', lambda: '\n'.join(nameless(frame)))


class Program:
    """One run of the program, given as the first argument of the test."""

    running = []

    def __init__(self, *arguments):
        wait(lambda: not application() and not has_owner(), 'the program before to be gone')
        self.process = subprocess.Popen([sys.argv[1], *arguments], env=PROGRAM_ENVIRONMENT)
        Program.running.append(self.process)
        self.app = wait(application, 'the program')
        self.first = wait(lambda: find(self.app, 'frame', ''), 'the first page')

    def make(self, path):
        """Makes a document, and returns its window."""
        activate(PATH, 'new-at', GLib.Variant('s', uri(path)))
        return self.find_window(pathlib.Path(path).stem)

    def make_from_template(self, template, path):
        activate(PATH, 'new-from-template-at', GLib.Variant('(ss)', (template, uri(path))))
        return self.find_window(pathlib.Path(path).stem)

    def open(self, path):
        activate(PATH, 'open-file', GLib.Variant('s', uri(path)))
        return self.find_window(pathlib.Path(path).stem)

    def find_window(self, title):
        return wait(lambda: find(self.app, 'frame', title), f'the window of {title}')

    def look_for_dialog(self, title):
        """By its name only: what role the platform gives a window depends on when it is asked."""
        windows = [self.app.get_child_at_index(index) for index in range(self.app.get_child_count())]
        return next((each for each in windows if each and (each.get_name() or '').startswith(title)), None)

    def find_dialog(self, title):
        return wait(lambda: self.look_for_dialog(title), title)

    def quit(self, name='the program ends well'):
        """Ends it as somebody would, and reports whether it did, and with nothing left over."""
        try:
            activate(PATH, 'quit')
        except GLib.Error:
            # It may be gone before it has answered.
            pass
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            status = 'none: it did not end'
        tap.check(status == 0, name, f'exit status {status}')

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)


def run(journey):
    """Makes the journey, with a folder of its own, and ends this process; no program stays behind."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            journey(folder)
        finally:
            for process in Program.running:
                if process.poll() is None:
                    process.kill()
                    process.wait()
    tap.finish()
