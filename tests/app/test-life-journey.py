#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a document as somebody lives it who does not see the screen: begun with a template, edited, closed,
opened with its steps still named, copied, gone back to a backup; then read only because somebody else has it, and
replaced while it was open.  At last the program is killed while somebody is typing, and what they typed is there.

Usage: test-life-journey.py PROGRAM PROGRAM-CLI"""

import os
import pathlib
import shutil
import time

from journey import (DOCUMENTS, PATH, WINDOW, Atspi, GLib, Program, act, activate, check_names, find, has_state,
                     is_draft_kept, is_focused, press, read, run, says, see, take_keys, tap, type_text, uri, verify,
                     wait, walk)

# Another computer's lock: nobody here can know whether that process still runs.
LOCK = """[Throughline Lock]
User=Mira Okonjo
Uid=4711
Host=harbour
Machine=00000000000000000000000000000000
Pid=1
Since=2026-11-20T09:30:00Z
"""


def go_to_outline(frame):
    activate(WINDOW, 'lens', GLib.Variant('s', 'goals'))
    table = wait(lambda: find(frame, 'tree table', 'Goals'), 'the outline')
    act(frame, 'win.focus-content')
    return table


def begin_rename(frame, title, text):
    """Selects the first goal in the outline and begins to type another title."""
    take_keys(frame)
    table = go_to_outline(frame)
    wait(lambda: find(table, 'table row', title), f'the goal {title}')
    wait(lambda: is_focused(table), 'the focus in the outline')
    press('Home', 'F2')
    field = wait(lambda: next((each for each in walk(table) if each.get_role_name() in ('text', 'entry') and
                               read(each).startswith(title)), None), 'the title to be edited')
    wait(lambda: is_focused(field), 'the focus in the title')
    press('ctrl+a')
    type_text(text)
    wait(lambda: read(field) == text, 'the new title in the field')


def begin_with_template(program, path):
    frame = program.make_from_template('sales-team', path)
    see(lambda: find(frame, 'push button', 'Undo New from Template'), 'the button for undo names the template')
    see(lambda: find(frame, 'status bar', 'Saved'), 'it says that it is saved')
    check_names(frame, 'a document from a template')
    return frame


def rename(frame):
    begin_rename(frame, 'Grow revenue', 'Win the north')
    press('Return')
    see(lambda: find(frame, 'push button', 'Undo Rename Goal'), 'the button for undo names the step')


def come_back(program, path):
    frame = program.open(path)
    see(lambda: find(frame, 'push button', 'Undo Rename Goal'), 'the step can still be undone, and is named')
    goals = wait(lambda: find(frame, 'push button', 'Goals') or find(frame, 'toggle button', 'Goals'), 'the lens')
    see(lambda: has_state(goals, Atspi.StateType.PRESSED, Atspi.StateType.CHECKED), 'the lens is the one of before')
    act(frame, 'win.undo')
    wait(lambda: says(frame, 'Grow revenue'), 'the old title')
    see(lambda: find(frame, 'push button', 'Redo Rename Goal'), 'undone after opening, it can be done again')
    return frame


def save_copy(folder):
    copy = os.path.join(folder, 'Copy.throughline')
    activate(WINDOW, 'save-copy-to', GLib.Variant('s', uri(copy)))
    wait(lambda: os.path.exists(copy), 'the copy')
    see(lambda: verify(copy)[0] == 0, 'the copy is sound', lambda: verify(copy)[1])
    return copy


def look_at_health(program, frame):
    act(frame, 'win.health')
    dialog = program.find_dialog('Document Health')
    see(lambda: says(dialog, 'Nothing Is Wrong'), 'the check finds nothing')
    check_names(dialog, 'the health of a document')
    act(dialog, 'window.close')


def restore(program, frame):
    act(frame, 'win.backups')
    dialog = program.find_dialog('Backups')
    button = wait(lambda: find(dialog, 'push button', 'Restore'), 'a backup of before the first edit after opening')
    check_names(dialog, 'the backups')
    act(button, 'click')
    see(lambda: find(frame, 'push button', 'Undo Restore Backup'), 'a backup is restored, and the step named')
    # The only backup is of before the first edit after opening: a document with nothing in it had none.
    wait(lambda: not find(frame, 'table row', 'Grow revenue'), 'the content of the backup')
    act(frame, 'win.undo')
    wait(lambda: find(frame, 'push button', 'Redo Restore Backup'), 'the undo')
    see(lambda: find(frame, 'table row', 'Grow revenue'), 'restoring a backup is undone like any edit')


def open_elsewhere(program, copy):
    lock = os.path.join(os.path.dirname(copy), '.~lock.' + os.path.basename(copy))
    with open(lock, 'w', encoding='utf-8') as file:
        file.write(LOCK)
    activate(PATH, 'open-file', GLib.Variant('s', uri(copy)))
    wait(lambda: says(program.app, 'Mira Okonjo'), 'who has it open')
    see(lambda: says(program.app, 'harbour'), 'a document that is open elsewhere says who and where')
    for way in ('Open a Copy…', 'Take Over…'):
        see(lambda way=way: find(program.app, 'push button', way), f'and offers {way}')
    with open(lock, encoding='utf-8') as file:
        tap.check(file.read() == LOCK, 'the other one’s lock is left alone')
    os.unlink(lock)


def replace_under_it(frame, path, copy):
    other = path + '.other'
    shutil.copyfile(copy, other)
    os.replace(other, path)
    begin_rename(frame, 'Grow revenue', 'Win the south')
    press('Return')
    wait(lambda: find(frame, 'status bar', 'Not saved'), 'the trouble')
    see(lambda: says(frame, 'Win the south'), 'the edit stays on the screen')
    see(lambda: find(frame, 'push button', 'Save a Copy Elsewhere…'), 'a copy can be saved elsewhere')
    rescued = pathlib.Path(path).with_name('Elsewhere.throughline')
    activate(WINDOW, 'save-copy-to', GLib.Variant('s', uri(str(rescued))))
    see(lambda: rescued.exists() and b'Win the south' in rescued.read_bytes(), 'the copy has the edit')


def type_and_be_killed(path):
    """Begins to type a title, and kills the program when what is typed is kept, which it is without more keys."""
    if os.path.exists(path):
        os.unlink(path)
    program = Program()
    frame = program.make_from_template('sales-team', path)
    begin_rename(frame, 'Grow revenue', 'Win the east')
    typed = time.monotonic()
    see(lambda: is_draft_kept('Win the east'), 'what is being typed is kept')
    print(f'# {time.monotonic() - typed:.1f} seconds after the last key was seen')
    program.kill()


def keep_what_is_typed(path):
    type_and_be_killed(path)
    program = Program()
    frame = program.open(path)
    table = go_to_outline(frame)
    see(lambda: find(table, 'table row', 'Win the east'), 'what was being typed at a kill is there again')
    see(lambda: find(frame, 'push button', 'Undo Restore Unfinished Typing'), 'bringing it back can be undone')
    program.quit()


def forget_what_is_typed(path):
    """The control: what the program has kept is thrown away, and nothing else brings the title back."""
    type_and_be_killed(path)
    shutil.rmtree(DOCUMENTS)
    program = Program()
    table = go_to_outline(program.open(path))
    see(lambda: find(table, 'table row', 'Grow revenue') and not find(table, 'table row', 'Win the east'),
        'nothing else than the draft brings it back')
    program.quit()


def journey(folder):
    path = os.path.join(folder, 'Team.throughline')
    program = Program()
    frame = begin_with_template(program, path)
    rename(frame)
    look_at_health(program, frame)
    program.quit()

    program = Program()
    frame = come_back(program, path)
    copy = save_copy(folder)
    restore(program, frame)
    open_elsewhere(program, copy)
    replace_under_it(frame, path, copy)
    program.quit('a window whose edits are in a copy closes without a question')

    keep_what_is_typed(os.path.join(folder, 'Typed.throughline'))
    forget_what_is_typed(os.path.join(folder, 'Typed.throughline'))


run(journey)
