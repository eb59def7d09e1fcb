#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a document as somebody lives it who does not see the screen: begun with a template, edited, closed,
opened with its steps still named, copied, gone back to a backup; then read only because somebody else has it, and
replaced while it was open.  At last the program is killed while somebody is typing, and what they typed is there.

Usage: test-life-journey.py PROGRAM PROGRAM-CLI FOLDER-OF-TAP"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings

PROGRAM_ENVIRONMENT = dict(os.environ)
if 'ASAN_OPTIONS' in os.environ:
    PROGRAM_ENVIRONMENT['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=0:malloc_context_size=8'
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

sys.path.insert(0, sys.argv[3])
import tap  # noqa: E402

warnings.simplefilter('ignore')

NAME = 'io.github.throughline.Throughline'
PATH = '/io/github/throughline/Throughline'
PATIENCE = 120 if 'ASAN_OPTIONS' in os.environ else 30
RETURN, ESCAPE, F2 = 0xff0d, 0xff1b, 0xffbf
LONG_LIST = 100
CONTROLS = {'push button', 'toggle button', 'entry', 'text', 'list item', 'menu item', 'check box', 'page tab',
            'level bar', 'link', 'spin button', 'slider'}
TYPES = ('Gtk', 'Adw', 'Tl')
# Another computer's lock: nobody here can know whether that process still runs.
LOCK = """[Throughline Lock]
User=Mira Okonjo
Uid=4711
Host=harbour
Machine=00000000000000000000000000000000
Pid=1
Since=2026-11-20T09:30:00Z
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
    yield node
    n_children = node.get_child_count()
    for index in range(n_children if n_children <= LONG_LIST else 0):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def find(node, role, name):
    for each in walk(node):
        if each.get_role_name() == role and (each.get_name() or '').startswith(name):
            return each
    return None


def says(node, text):
    return any(text in (each.get_name() or '') for each in walk(node))


def read(node):
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count()) if text else ''


def act(node, name):
    for index in range(node.get_n_actions()):
        if node.get_action_name(index) == name:
            return node.do_action(index)
    raise SystemExit(f'{node.get_name()} cannot {name}')


def press(keyval):
    Atspi.generate_keyboard_event(keyval, None, Atspi.KeySynthType.SYM)


def keys(*arguments):
    subprocess.run(['xdotool', *arguments], check=True)


def activate(path, name, parameter=None):
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, path, 'org.gtk.Actions', 'Activate',
        GLib.Variant('(sava{sv})', (name, [parameter] if parameter else [], {})), None, 0, PATIENCE * 1000)


def uri(path):
    return Gio.File.new_for_path(path).get_uri()


def nameless(frame):
    found = []
    for each in walk(frame):
        name = each.get_name() or ''
        role = each.get_role_name()
        if role not in CONTROLS or (name and not name.startswith(TYPES)):
            continue
        if role == 'list item' and any(child.get_role_name() == 'label' for child in walk(each)):
            continue
        found.append(f'{role} “{name}” in “{each.get_parent().get_name()}”')
    return found


def check_names(frame, where):
    missing = nameless(frame)
    tap.check(not missing, f'every control has a name: {where}', '\n'.join(missing))


class Program:
    """One run of the program."""

    def __init__(self):
        self.process = subprocess.Popen([sys.argv[1]], env=PROGRAM_ENVIRONMENT)
        self.app = wait(application, 'the program')
        wait(lambda: find(self.app, 'frame', ''), 'the first page')

    def open(self, path, title):
        activate(PATH, 'open-file', GLib.Variant('s', uri(path)))
        return wait(lambda: find(self.app, 'frame', title), f'the window of {title}')

    def quit(self):
        activate(PATH, 'quit')
        return self.process.wait(PATIENCE)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)
        wait(lambda: not application(), 'the program to be gone')


def go_to_outline(frame):
    activate(PATH + '/window/1', 'lens', GLib.Variant('s', 'goals'))
    act(frame, 'win.focus-content')
    return wait(lambda: find(frame, 'tree table', 'Goals'), 'the outline')


def take_keys(frame):
    """There is no window manager that would give the window the keys."""
    name = frame.get_name()
    keys('search', '--sync', '--onlyvisible', '--name', '^' + name.split(' ')[0] + ' ', 'windowfocus', '--sync')


def begin_rename(frame, title, text):
    """Selects the goal in the outline and begins to type another title."""
    take_keys(frame)
    go_to_outline(frame)
    wait(lambda: find(frame, 'table row', title), f'the goal {title}')
    keys('key', 'Home')
    press(F2)
    wait(lambda: any(each.get_role_name() in ('text', 'entry') and read(each).startswith(title) for each in walk(frame)),
         'the title to be edited')
    keys('key', 'ctrl+a')
    keys('type', '--delay', '20', text)


def begin_with_template(program, path):
    activate(PATH, 'new-from-template-at', GLib.Variant('(ss)', ('sales-team', uri(path))))
    frame = wait(lambda: find(program.app, 'frame', 'Team'), 'the new document')
    tap.check(wait(lambda: find(frame, 'push button', 'Undo New from Template'), 'the step'),
              'the button for undo names the template')
    tap.check(wait(lambda: find(frame, 'status bar', 'Saved'), 'the mark'), 'it says that it is saved')
    check_names(frame, 'a document from a template')
    return frame


def rename(frame):
    begin_rename(frame, 'Grow revenue', 'Win the north')
    press(RETURN)
    tap.check(wait(lambda: find(frame, 'push button', 'Undo Rename Goal'), 'the step'),
              'the button for undo names the step')


def come_back(program, path):
    frame = program.open(path, 'Team')
    tap.check(wait(lambda: find(frame, 'push button', 'Undo Rename Goal'), 'the step after opening again'),
              'the step can still be undone, and is named')
    goals = find(frame, 'push button', 'Goals') or find(frame, 'toggle button', 'Goals')
    tap.check(goals.get_state_set().contains(Atspi.StateType.PRESSED) or
              goals.get_state_set().contains(Atspi.StateType.CHECKED), 'the lens is the one of before')
    act(frame, 'win.undo')
    wait(lambda: says(frame, 'Grow revenue'), 'the old title')
    tap.check(find(frame, 'push button', 'Redo Rename Goal'), 'undone after opening, it can be done again')
    return frame


def save_copy(frame, folder):
    copy = os.path.join(folder, 'Copy.throughline')
    activate(PATH + '/window/1', 'save-copy-to', GLib.Variant('s', uri(copy)))
    wait(lambda: says(frame, 'A copy was saved as'), 'the toast')
    verified = subprocess.run([sys.argv[2], 'verify', copy], capture_output=True, text=True, check=False)
    tap.check(verified.returncode == 0, 'the copy is sound', verified.stdout + verified.stderr)
    return copy


def look_at_health(program, frame):
    act(frame, 'win.health')
    dialog = wait(lambda: find(program.app, 'frame', 'Document Health') or find(program.app, 'dialog', 'Document Health'),
                  'the health of the document')
    wait(lambda: says(dialog, 'Nothing Is Wrong'), 'the check')
    tap.check(True, 'the check finds nothing')
    check_names(dialog, 'the health of a document')
    act(dialog, 'window.close')


def restore(program, frame):
    act(frame, 'win.backups')
    dialog = wait(lambda: find(program.app, 'frame', 'Backups') or find(program.app, 'dialog', 'Backups'), 'the backups')
    button = wait(lambda: find(dialog, 'push button', 'Restore'), 'a backup of before the first edit after opening')
    check_names(dialog, 'the backups')
    act(button, 'click')
    wait(lambda: find(frame, 'push button', 'Undo Restore Backup'), 'the backup to be restored')
    tap.check(wait(lambda: says(frame, 'is restored'), 'the toast'), 'a toast says so')
    # The only backup is of before the first edit after opening: a document with nothing in it had none.
    wait(lambda: not find(frame, 'table row', 'Grow revenue'), 'the content of the backup')
    act(frame, 'win.undo')
    wait(lambda: find(frame, 'push button', 'Redo Restore Backup'), 'the undo')
    wait(lambda: find(frame, 'table row', 'Grow revenue'), 'the content of before')
    tap.check(True, 'restoring a backup is undone like any edit')


def open_elsewhere(program, copy):
    lock = os.path.join(os.path.dirname(copy), '.~lock.' + os.path.basename(copy))
    with open(lock, 'w', encoding='utf-8') as file:
        file.write(LOCK)
    activate(PATH, 'open-file', GLib.Variant('s', uri(copy)))
    wait(lambda: says(program.app, 'Mira Okonjo'), 'who has it open')
    tap.check(says(program.app, 'harbour'), 'a document that is open elsewhere says who and where')
    for way in ('Open a Copy…', 'Take Over…'):
        tap.check(find(program.app, 'push button', way), f'and offers {way}')
    with open(lock, encoding='utf-8') as file:
        tap.check(file.read() == LOCK, 'the other one’s lock is left alone')
    os.unlink(lock)


def replace_under_it(frame, path, copy):
    other = path + '.other'
    shutil.copyfile(copy, other)
    os.replace(other, path)
    begin_rename(frame, 'Grow revenue', 'Win the south')
    press(RETURN)
    wait(lambda: find(frame, 'status bar', 'Not saved'), 'the trouble')
    tap.check(says(frame, 'Win the south'), 'the edit stays on the screen')
    tap.check(find(frame, 'push button', 'Save a Copy Elsewhere…'), 'a copy can be saved elsewhere')
    rescued = os.path.join(os.path.dirname(path), 'Elsewhere.throughline')
    activate(PATH + '/window/1', 'save-copy-to', GLib.Variant('s', uri(rescued)))
    wait(lambda: os.path.exists(rescued), 'the copy')
    with open(rescued, 'rb') as file:
        tap.check(b'Win the south' in file.read(), 'the copy has the edit')


def is_kept(path, is_forgotten=False):
    """Types a title, kills the program 1.5 seconds after the last key, and looks whether the title is there.  With
    IS_FORGOTTEN what the program has kept is thrown away meanwhile: the control, which shows that nothing else could
    have brought the title back."""
    if os.path.exists(path):
        os.unlink(path)
    program = Program()
    activate(PATH, 'new-from-template-at', GLib.Variant('(ss)', ('sales-team', uri(path))))
    frame = wait(lambda: find(program.app, 'frame', 'Typed'), 'the new document')
    begin_rename(frame, 'Grow revenue', 'Win the east')
    time.sleep(1.5)
    program.kill()
    if is_forgotten:
        shutil.rmtree(os.path.join(os.environ['XDG_DATA_HOME'], 'throughline', 'documents'))

    program = Program()
    frame = program.open(path, 'Typed')
    go_to_outline(frame)
    wait(lambda: find(frame, 'table row', 'Be the partner'), 'the outline')
    kept = says(frame, 'Win the east')
    if kept:
        tap.check(find(frame, 'push button', 'Undo Restore Unfinished Typing'), 'bringing it back can be undone')
    tap.check(program.quit() == 0, 'the program ends well')
    return kept


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'Team.throughline')
        program = Program()
        try:
            frame = begin_with_template(program, path)
            rename(frame)
            look_at_health(program, frame)
            tap.check(program.quit() == 0, 'the program ends well')

            wait(lambda: not application(), 'the program to be gone')
            program = Program()
            frame = come_back(program, path)
            copy = save_copy(frame, folder)
            restore(program, frame)
            open_elsewhere(program, copy)
            replace_under_it(frame, path, copy)
            tap.check(program.quit() == 0, 'a window whose edits are in a copy closes without a question')
            wait(lambda: not application(), 'the program to be gone')

            typed = os.path.join(folder, 'Typed.throughline')
            tap.check(is_kept(typed), 'what was typed 1.5 seconds before a kill is kept')
            wait(lambda: not application(), 'the program to be gone')
            tap.check(not is_kept(typed, is_forgotten=True), 'and nothing else than the draft brings it back')
        finally:
            if program.process.poll() is None:
                program.process.kill()
    tap.finish()


main()
