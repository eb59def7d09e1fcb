#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals are added, named, indented, removed and brought back in the outline, by somebody who does not see the screen:
through the actions and the fields that the accessibility tree has.

Usage: test-outline-journey.py PROGRAM"""

import os

from journey import (WINDOW, Atspi, GLib, Program, act, activate, enter, find, has_state, press, run, see, wait, walk)


class Outline:
    """The outline in a window."""

    def __init__(self, frame):
        self.frame = frame
        # Hidden until there is a goal, but in the tree
        self.table = None

    def rows(self):
        """The goals on the screen, from the top; the platform's own rows, such as the header, have no description."""
        self.table = self.table or find(self.frame, 'tree table', 'Goals')
        if not self.table:
            return []
        return [each for each in walk(self.table) if each.get_role_name() == 'table row' and each.get_description()]

    def titles(self):
        return [each.get_name() for each in self.rows()]

    def row(self, title):
        return next((each for each in self.rows() if each.get_name() == title), None)

    def editor(self):
        """The field in the row that is being named."""
        self.rows()
        return self.table and next((each for each in walk(self.table) if each.get_role_name() in ('text', 'entry') and
                                    each.get_name() == 'Title'), None)

    def is_unfolded(self, title):
        """Whether something stands below the goal, and can be seen."""
        return any(has_state(each, Atspi.StateType.EXPANDED) for each in walk(self.row(title)))

    def write(self, title):
        """Names the goal whose title is being edited, as the keyboard does."""
        enter(wait(self.editor, 'the field of the title'), title)
        press('Return')
        wait(lambda: not self.editor() and self.row(title), title)

    def see(self, titles, what):
        see(lambda: self.titles() == titles, what, self.titles)


def add_goals(outline):
    act(outline.frame, 'goals.add-first')
    outline.write('Grow revenue')
    outline.see(['Grow revenue'], 'the first objective is made, and its title can be written at once')
    act(outline.frame, 'goals.add-beside')
    outline.write('Understand each client')
    outline.see(['Grow revenue', 'Understand each client'], 'a second one comes after it')
    see(lambda: find(outline.frame, 'label', '2 goals'), 'and is counted')


def rename(outline):
    act(outline.frame, 'goals.rename')
    outline.write('Know each client')
    outline.see(['Grow revenue', 'Know each client'], 'a goal is renamed in its row')


def indent(outline):
    see(lambda: 'No data' in outline.row('Know each client').get_description(), 'the row says how its goal stands',
        lambda: outline.row('Know each client').get_description())
    act(outline.frame, 'goals.indent')
    wait(lambda: outline.is_unfolded('Grow revenue'), 'the goal to stand under the other')
    see(lambda: outline.row('Know each client'), 'a goal is indented, and stays in view')


def undo(outline):
    act(outline.frame, 'win.undo')
    wait(lambda: not outline.is_unfolded('Grow revenue'), 'the goal to be beside the other again')
    act(outline.frame, 'win.undo')
    outline.see(['Grow revenue', 'Understand each client'], 'each undo takes back one step')


def remove(outline):
    act(outline.frame, 'goals.remove')
    outline.see(['Grow revenue'], 'a goal is removed without a question')
    see(lambda: find(outline.frame, 'push button', 'Undo Remove Goal'), 'and the step is named')
    act(outline.frame, 'win.undo')
    outline.see(['Grow revenue', 'Understand each client'], 'an undo brings it back')
    see(lambda: find(outline.frame, 'label', '2 goals'), 'and it is counted again')


def journey(folder):
    program = Program()
    outline = Outline(program.make(os.path.join(folder, 'Ours.throughline')))
    activate(WINDOW, 'lens', GLib.Variant('s', 'goals'))
    see(lambda: find(outline.frame, 'push button', 'Add the First Objective'), 'an empty outline says what to do first')
    add_goals(outline)
    rename(outline)
    indent(outline)
    undo(outline)
    remove(outline)
    program.quit()


run(journey)
