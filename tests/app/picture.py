# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys through the picture of the cascade have in common: the example, opened as a whole, and what can be
asked of its picture from outside."""

import os
import pathlib
import re

from journey import Atspi, find, has_state, press, see, tab_to, take_keys, wait, walk

# The first and the second objective of the example, which stand beside one another
FIRST = 'Grow revenue to €24 million in 2026'
SECOND = 'Help shops bring a million meals'


class Picture:
    """The picture in a window.  What stays in it is looked for once: each question is a message to the program."""

    def __init__(self, frame):
        self.frame = frame
        self.canvas = None
        self.undo = None
        self.summary = None

    def children(self):
        """The goals, and what is said of them; widgets that stand for none at the moment are hidden, but in the tree"""
        self.canvas = self.canvas or find(self.frame, 'list', 'Goals')
        if not self.canvas:
            return []
        children = [self.canvas.get_child_at_index(index) for index in range(self.canvas.get_child_count())]
        return [each for each in children if each and has_state(each, Atspi.StateType.VISIBLE)]

    def cards(self):
        """The goals in view"""
        return [each for each in self.children() if each.get_role_name() == 'list item']

    def here(self):
        """The goal that has the focus, or None"""
        return next((card for card in self.cards() if has_state(card, Atspi.StateType.FOCUSED)), None)

    def is_at(self, title):
        here = self.here()
        return here and here.get_name().startswith(title)

    def place(self):
        """Where the focus is, and what is said of the goal; None outside of the picture"""
        here = self.here()
        return here and f'{here.get_name()}: {here.get_description()}'

    def tells(self, text):
        """Whether TEXT is said of the goal that has the focus"""
        return text in (self.place() or '')

    def selected(self):
        return [card.get_name() for card in self.cards() if has_state(card, Atspi.StateType.SELECTED)]

    def count(self):
        """How many goals are shown, or None"""
        for label in [self.summary] if self.summary else walk(self.frame):
            found = re.match(r'([0-9,]+) of [0-9,]+ goals\b', label.get_name() or '')
            if found and label.get_role_name() == 'label':
                self.summary = label
                return int(found.group(1).replace(',', ''))
        self.summary = None
        return None

    def hint(self):
        """What the picture says to whoever links goals, or nothing"""
        return next((each.get_name() or '' for each in self.children() if each.get_role_name() in ('alert', 'notification')), '')

    def overview(self):
        """Which part of the picture the overview says is in view; None while it is hidden"""
        overview = find(self.frame, 'scroll bar', 'Overview')
        return overview and overview.get_description()

    def is_in_overview(self):
        overview = find(self.frame, 'scroll bar', 'Overview')
        return bool(overview) and overview.get_state_set().contains(Atspi.StateType.FOCUSED)

    def step(self):
        """The name of the step that would be undone, or None"""
        self.undo = self.undo or find(self.frame, 'push button', 'Undo')
        name = self.undo and self.undo.get_name()
        return name if name and name.startswith('Undo ') else None

    def start(self):
        """Goes to the first objective."""
        press('Home')
        wait(lambda: self.is_at(FIRST), 'the first objective')


def open_example(program):
    take_keys(program.first)
    tab_to(program.first, lambda: find(program.first, 'push button', 'Open the Example'))
    press('Return')
    frame = program.find_window('Kelderwick')
    take_keys(frame)
    press('ctrl+2')
    picture = Picture(frame)
    see(picture.count, 'the example opens, and a key leads to the whole cascade, of which so much is shown as can be read')
    return picture


def stop_motion():
    """Has the desktop ask for no animations: what glides is somewhere else each time one looks."""
    settings = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'gtk-4.0' / 'settings.ini'
    settings.parent.mkdir()
    settings.write_text('[Settings]\ngtk-enable-animations=false\n', encoding='utf-8')
