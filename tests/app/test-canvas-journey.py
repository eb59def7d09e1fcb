#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of the cascade, by somebody who has the keyboard and does not see the screen: they walk along the links,
open and close what is beneath a goal, look at one goal alone, find by typing, select several, say that one goal helps
another, and take the picture away.  Nothing but keys is used; what became of them is read in the accessibility tree.

Usage: test-canvas-journey.py PROGRAM"""

import os
import re
import shutil
import subprocess

from journey import (Program, check_names, find, find_field, is_focused, labels, press, read, run, says, see, tab_to, tap,
                     type_text, wait, walk)
from picture import FIRST, SECOND, open_example, stop_motion


def walk_about(picture):
    picture.start()
    see(lambda: picture.tells('1 of 12 in its row') and picture.tells('2 goals help it'),
        'a goal says where it stands and how it is linked', picture.place)
    see(lambda: picture.selected() == [FIRST], 'whoever comes to a goal selects it', picture.selected)
    press('Right')
    see(lambda: not picture.is_at(FIRST) and picture.tells('It helps 1 goal'), 'an arrow leads along a link', picture.place)
    press('Left')
    see(lambda: picture.is_at(FIRST), 'and back', picture.place)
    press('Down')
    see(lambda: picture.is_at(SECOND) and picture.tells('2 of 12'), 'another leads to what stands beside', picture.place)
    press('End')
    see(lambda: picture.tells('12 of 12'), 'End leads to the last of them', picture.place)
    picture.start()


def fold(picture):
    picture.start()
    n_open = wait(picture.count, 'the number of goals')
    press('minus')
    see(lambda: picture.is_at(FIRST) and picture.tells('beneath are folded away') and picture.count() < n_open,
        'a key folds away what is beneath a goal, and what it stands for is counted', picture.place)
    press('plus')
    see(lambda: picture.is_at(FIRST) and picture.tells('What is beneath it is open') and picture.count() == n_open,
        'another opens it again', picture.place)
    press('asterisk')
    see(lambda: picture.is_at(FIRST) and picture.count() > n_open, 'and a third all that is beneath', picture.count)


def choose(picture, *items):
    """Chooses in the menu of the goal, and in those beneath it."""
    press('Menu')
    for item in items:
        tab_to(picture.frame, lambda item=item: find(picture.frame, 'menu item', item), 'Down')
        press('Return')


def focus_on_goal(picture):
    n_before = wait(picture.count, 'the number of goals')
    choose(picture, 'Show Only', 'This Goal')
    see(lambda: find(picture.frame, 'push button', 'Whole cascade') and picture.count() < n_before,
        'the menu has a way to one goal and what belongs to it', picture.count)
    see(lambda: picture.is_at(FIRST), 'where the focus is on that goal', picture.place)
    press('alt+Up')
    see(lambda: picture.count() == n_before and not find(picture.frame, 'push button', 'Whole cascade'),
        'a key leads out again', picture.count)
    see(lambda: picture.is_at(FIRST), 'to the same goal', picture.place)


def find_goals(picture):
    type_text('grow')
    field = wait(lambda: find_field(picture.frame, 'Find in the Picture'), 'the field for what is looked for')
    see(lambda: is_focused(field) and read(field) == 'grow', 'letters begin to look for a goal', lambda: read(field))
    see(lambda: any(re.match(r'[0-9]+ of [0-9]+', text) and 'goals' not in text for text in labels_of_status(picture)),
        'how many there are is said', lambda: labels_of_status(picture))
    before = picture.selected()
    press('ctrl+g')
    see(lambda: len(picture.selected()) == 1 and picture.selected() != before, 'a key leads to the next', picture.selected)
    press('ctrl+shift+g')
    see(lambda: picture.selected() == before, 'and another to the one before', picture.selected)
    press('Escape')
    see(lambda: picture.here() and 'grow' in picture.here().get_name().casefold(), 'Esc leaves, at the goal that was found',
        picture.place)


def labels_of_status(picture):
    return [each.get_name() or '' for each in walk(picture.frame) if each.get_role_name() == 'status bar'] + [
        text for text in labels(picture.frame)]


def select_several(picture):
    picture.start()
    press('shift+Down')
    wait(lambda: len(picture.selected()) == 2, 'two selected goals')
    press('shift+Down')
    see(lambda: len(picture.selected()) == 3, 'Shift takes along the goals that one walks over', picture.selected)
    before = wait(picture.overview, 'the overview')
    press('ctrl+8')
    see(lambda: picture.overview() not in (None, before), 'a key fits what is selected into the view', picture.overview)


def connect(picture):
    picture.start()
    press('ctrl+l')
    see(lambda: 'What does it help?' in picture.hint(), 'a key asks what the goal helps', picture.hint)
    press('Down')
    see(lambda: f'“{FIRST}” helps “{SECOND}' in picture.hint(), 'what Enter would say is said first', picture.hint)
    # The picture follows a moment after the name of the step, and a key means what is in the picture.
    before = wait(picture.place, 'the second objective')
    press('Return')
    see(lambda: not picture.hint() and picture.step() and 'Connect' in picture.step() and picture.place() != before,
        'Enter links the goals', picture.step)
    press('ctrl+z')
    see(lambda: not (picture.step() and 'Connect' in picture.step()) and picture.place() == before,
        'and an undo takes the link away', lambda: (picture.step(), picture.place()))


def refuse_loop(picture):
    picture.start()
    press('ctrl+l')
    wait(lambda: 'What does it help?' in picture.hint(), 'the question')
    press('Right')
    see(lambda: 'Choose another one' in picture.hint() and FIRST in picture.hint(),
        'a link that would close a loop is refused, and the loop is named', picture.hint)
    press('Return')
    see(lambda: 'Choose another one' in picture.hint(), 'Enter does not make it', picture.hint)
    press('Escape')
    see(lambda: not picture.hint() and not (picture.step() and 'Connect' in picture.step()), 'Esc leaves without a link',
        picture.hint)
    press('Left')


def show_overview(picture):
    wait(picture.overview, 'the overview')
    press('F7')
    see(picture.is_in_overview, 'a key leads into the overview')
    press('F7')
    see(lambda: picture.overview() is None, 'and hides it', picture.overview)
    press('F7')
    see(picture.is_in_overview, 'and shows it, with what is in view')
    press('Escape')
    see(lambda: not picture.is_in_overview(), 'Esc leads back into the picture')


def clipboard():
    """In what forms something is on the clipboard"""
    done = subprocess.run(['xclip', '-selection', 'clipboard', '-out', '-target', 'TARGETS'], capture_output=True,
                          text=True, check=False)
    return done.stdout.split()


def take_away(program, picture, folder):
    press('ctrl+alt+c')
    if shutil.which('xclip'):
        see(lambda: 'image/png' in clipboard() and 'image/svg+xml' in clipboard(),
            'a key copies the picture, for programs that draw and for those that paint', clipboard)

    path = os.path.join(folder, 'cascade.pdf')
    press('ctrl+e')
    dialog = program.find_dialog('Export the Picture')
    wait(lambda: says(dialog, 'One page of'), 'the preview')
    check_names(dialog, 'the export')
    press('ctrl+Return')
    wait(lambda: find_name(program), 'the question where to')
    press('ctrl+a')
    type_text(path)
    press('Return')
    wait(lambda: os.path.exists(path), 'the file')
    with open(path, 'rb') as file:
        tap.check(file.read(4) == b'%PDF', 'the picture is exported')
    wait(lambda: not program.look_for_dialog('Export the Picture'), 'the dialog to be gone')


def find_name(program):
    """The field for the name of a file, once it has the keys"""
    field = find_field(program.app, 'Name:')
    return field and is_focused(field)


def journey(folder):
    stop_motion()
    program = Program()
    picture = open_example(program)
    check_names(picture.frame, 'the whole cascade')
    walk_about(picture)
    focus_on_goal(picture)
    find_goals(picture)
    select_several(picture)
    connect(picture)
    refuse_loop(picture)
    show_overview(picture)
    fold(picture)
    take_away(program, picture, folder)
    program.quit()


run(journey)
