#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of the cascade, by somebody who has the pointer in their hand: they point, click, drag, turn the wheel and
change their mind.  Where the goals are on the screen, and what became of them, is read in the accessibility tree.

The pointer is the X server's own, so that what is tested is what a hand does: the presses and movements come in through
the window system, with its grabs, its clicks that are counted, and its popups.

Usage: test-pointer-journey.py PROGRAM"""

import collections
import itertools
import subprocess

from journey import Atspi, Program, find, labels, press, run, see, wait
from picture import FIRST, SECOND, Picture, open_example, stop_motion

# The objective after these
THIRD = 'Be the name shops trust with their fresh food'
# Whom all is about at the beginning
SUBJECT = 'Tamsin Okafor'
# What helps the first objective
HELPER = 'Grow product revenue to €19.0 M by December'

# In pixels: what is rounded on the way through the tree, and what a hand moves before it is a drag
CLOSE = 2
NUDGE = 12

Box = collections.namedtuple('Box', 'x y width height')


def do(*arguments):
    """Moves and presses as the tool is told; all of one call comes without a pause."""
    subprocess.run(['xdotool', *map(str, arguments)], check=True)


def click(point, button=1):
    do('mousemove', *point, 'click', button)


def hold(point, *others, button=1):
    """Presses at a point and drags to the others in turn, without letting go."""
    begin = (point[0] + NUDGE, point[1] + NUDGE)
    do('mousemove', *point, 'mousedown', button)
    for each in (begin, *others):
        do('mousemove', *each)


def let_go(button=1):
    do('mouseup', button)


def is_near(one, other, distance=CLOSE):
    return abs(one[0] - other[0]) <= distance and abs(one[1] - other[1]) <= distance


def centre(box):
    return box.x + box.width // 2, box.y + box.height // 2


# From the middle of a card, in pixels: further apart than two clicks that count as one double click
steps = itertools.cycle((-24, -12, 0, 12, 24))


def spot(box):
    """A point on a card, each time another one: nobody knows how much time passes between two clicks of a journey."""
    return box.x + box.width // 2 + next(steps), box.y + box.height // 2


def n_popups():
    """How many windows of the program are on the screen beside its main one: tooltips and menus are such"""
    done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'throughline'], capture_output=True, text=True,
                          check=False)
    return len(done.stdout.split()) - 1


def photograph(box):
    """What is on the screen there"""
    return subprocess.run(['import', '-window', 'root', '-depth', '8', '-crop',
                           f'{box.width}x{box.height}+{box.x}+{box.y}', 'rgb:-'], capture_output=True, check=True).stdout


class Screen(Picture):
    """The picture in a window, and where it is on the screen."""

    def __init__(self, frame):
        super().__init__(frame)
        # The tree says where something is in the window.  Around what it counts there may be a border on each side.
        name = frame.get_name().split(' ')[0]
        words = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^' + name, 'getwindowgeometry', '--shell'],
                               capture_output=True, text=True, check=True).stdout.split()
        self.window = Box(*(int(dict(word.split('=') for word in words)[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT')))
        inside = self.extents(frame)
        self.left = self.window.x + (self.window.width - inside.width) // 2
        self.top = self.window.y + (self.window.height - inside.height) // 2

    @staticmethod
    def extents(node):
        found = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return Box(found.x, found.y, found.width, found.height)

    def box(self, node):
        found = self.extents(node)
        return Box(found.x + self.left, found.y + self.top, found.width, found.height)

    def area(self):
        return self.box(wait(lambda: self.cards() and self.canvas, 'the picture'))

    def card(self, title):
        """Where the goal is, or None while it is not in view"""
        return next((self.box(card) for card in self.cards() if card.get_name().startswith(title)), None)

    def find_card(self, title):
        return wait(lambda: self.card(title), f'“{title}” in view')

    def handle(self, title):
        """Where the handle of a goal is, beside it and half way down"""
        box = self.find_card(title)
        return box.x + box.width + 3, box.y + box.height // 2

    def find_ground(self):
        """A point where there is no card, nor anything that lies over the picture in its corners"""
        def look():
            area = self.area()
            boxes = [self.box(card) for card in self.cards()]
            points = ((area.x + area.width * x // 20, area.y + area.height * y // 20)
                      for x in range(8, 19) for y in range(6, 15))
            return next((point for point in points if not any(
                box.x - 40 < point[0] < box.x + box.width + 40 and box.y - 40 < point[1] < box.y + box.height + 40
                for box in boxes)), None)

        return wait(look, 'some ground')

    def has_step(self):
        return 'Connect' in (self.step() or '')


def point_at(screen):
    box = screen.find_card(FIRST)
    area = screen.area()
    # Where there is not even a link, which has words as well
    beside = (area.x + 8, area.y + area.height // 3)
    around = Box(box.x - 6, box.y - 6, box.width + 12, box.height + 12)
    do('mousemove', *beside)
    before = photograph(around)
    do('mousemove', *centre(box))
    see(lambda: photograph(around) != before, 'a goal that is pointed at is marked')
    see(lambda: n_popups() > 0, 'and its words are shown')
    do('mousemove', *beside)
    see(lambda: photograph(around) == before and n_popups() == 0, 'until one points elsewhere')


def select(screen):
    click(spot(screen.find_card(FIRST)))
    see(lambda: screen.selected() == [FIRST], 'a click selects a goal', screen.selected)
    do('keydown', 'ctrl')
    click(spot(screen.find_card(SECOND)))
    do('keyup', 'ctrl')
    see(lambda: len(screen.selected()) == 2, 'one with Ctrl adds another', screen.selected)
    click(screen.find_ground())
    see(lambda: not screen.selected(), 'and one on the ground selects nothing', screen.selected)


def is_selected(screen, title):
    selected = screen.selected()
    return len(selected) == 1 and selected[0].startswith(title)


def draw_band(screen):
    one, other = screen.find_card(FIRST), screen.find_card(SECOND)
    do('keydown', 'shift')
    hold((one.x - 14, one.y - 14), spot(other))
    see(lambda: screen.selected() == [], 'a band that is being drawn has selected nothing yet', screen.selected)
    let_go()
    do('keyup', 'shift')
    see(lambda: len(screen.selected()) == 2, 'let go, it selects what it touches', screen.selected)
    press('Escape')
    wait(lambda: not screen.selected(), 'nothing to be selected')


def connect(screen):
    before = screen.find_card(SECOND)
    hold(spot(screen.find_card(FIRST)), spot(before))
    see(lambda: f'“{FIRST}” helps “{SECOND}' in screen.hint(), 'a goal that is dragged to another says what it would help',
        screen.hint)
    let_go()
    see(lambda: not screen.hint() and screen.has_step(), 'let go there, it helps that goal', screen.step)
    press('ctrl+z')
    # The picture follows a moment after the name of the step, and a hand goes to where it sees a goal.
    see(lambda: not screen.has_step() and is_near(screen.card(SECOND) or (0, 0), before, NUDGE),
        'and an undo takes that back', lambda: (screen.step(), before, screen.card(SECOND)))


def change_mind(screen):
    hold(spot(screen.find_card(FIRST)), spot(screen.find_card(SECOND)))
    wait(screen.hint, 'what would be linked')
    press('Escape')
    see(lambda: not screen.hint(), 'Esc leaves a drag', screen.hint)
    let_go()
    click(spot(screen.find_card(SECOND)))
    see(lambda: is_selected(screen, SECOND) and not screen.has_step(),
        'without a change', screen.step)


def refuse_loop(screen):
    hold(spot(screen.find_card(FIRST)), spot(screen.find_card(HELPER)))
    see(lambda: FIRST in screen.hint() and HELPER in screen.hint() and 'helps “' not in screen.hint(),
        'a drag that would close a loop is refused, and the loop is named', screen.hint)
    let_go()
    see(lambda: not screen.hint() and not screen.has_step(), 'and makes nothing', screen.step)


def leave_window(screen):
    outside = (screen.window.x + screen.window.width + 60, screen.window.y + 300)
    hold(spot(screen.find_card(FIRST)), outside)
    let_go()
    do('mousemove', *spot(screen.find_card(SECOND)))
    see(lambda: not screen.hint() and not screen.has_step(), 'a drag that is let go outside of the window makes nothing',
        screen.hint)


def undo_while_dragging(screen):
    """A press belongs to the picture in which it was made."""
    before = screen.find_card(SECOND)
    do('mousemove', *spot(screen.find_card(SECOND)), 'mousedown', 1)
    wait(lambda: is_selected(screen, SECOND), 'the second objective')
    press('Delete')
    wait(lambda: not screen.card(SECOND), 'the goal to be gone')
    do('mousemove_relative', '--', 30, 30)
    do('mousemove', *spot(screen.find_card(FIRST)))
    see(lambda: not screen.hint(), 'a goal that is removed while it is held is dragged no longer', screen.hint)
    let_go()
    press('ctrl+z')
    see(lambda: screen.card(SECOND) and screen.card(SECOND)[2:] == before[2:], 'and an undo brings it back',
        lambda: (before, screen.card(SECOND)))
    hold(spot(screen.find_card(FIRST)), spot(screen.find_card(SECOND)))
    wait(screen.hint, 'what would be linked')
    press('ctrl+shift+z')
    wait(lambda: not screen.card(SECOND), 'the goal to be gone again')
    see(lambda: not screen.hint(), 'a step done again in the middle of a drag ends it', screen.hint)
    let_go()
    press('ctrl+z')
    wait(lambda: screen.card(SECOND), 'the goal to be there again')


def see_moved(screen, title, before, by, name):
    """Whether a goal that was at BEFORE is now moved BY so much."""
    def look():
        box = screen.card(title)
        return box and is_near((box.x, box.y), (before.x + by[0], before.y + by[1])) and box.width == before.width

    see(look, name, lambda: f'{before} by {by}: {screen.card(title)}')


def zoom(screen):
    box = screen.find_card(FIRST)
    point = (box.x + box.width // 4, box.y + box.height // 4)
    do('mousemove', *point, 'keydown', 'ctrl', 'click', '--repeat', 5, 4, 'keyup', 'ctrl')

    def is_beneath():
        now = screen.card(FIRST)
        return now and now.width > box.width * 1.8 and is_near(point, (now.x + now.width // 4, now.y + now.height // 4), 4)

    see(is_beneath, 'the wheel with Ctrl comes nearer, and what is beneath the pointer stays there',
        lambda: f'{point} {box} {screen.card(FIRST)}')
    click(point)
    see(lambda: screen.selected() == [FIRST], 'so that a click is for the same goal', screen.selected)


def pan(screen):
    before = screen.find_card(FIRST)
    start = screen.find_ground()
    hold(start, (start[0] - 60, start[1] - 40))
    see_moved(screen, FIRST, before, (-60, -40), 'the ground is dragged, and the picture with it')
    do('mousemove', *start)
    see_moved(screen, FIRST, before, (0, 0), 'and back')
    let_go()
    see(lambda: screen.selected() == [FIRST], 'what is selected stays so', screen.selected)
    point = spot(screen.find_card(FIRST))
    hold(point, (point[0] - 50, point[1] - 30), button=2)
    let_go(2)
    see_moved(screen, FIRST, before, (-50, -30), 'the middle button drags the picture by a goal, too')
    before = screen.find_card(FIRST)
    point = spot(before)
    do('keydown', 'space')
    hold(point, (point[0] + 40, point[1] + 20))
    let_go()
    do('keyup', 'space')
    see_moved(screen, FIRST, before, (40, 20), 'and so does Space')
    see(lambda: not screen.has_step() and not screen.hint(), 'without a link', screen.step)


def scroll(screen):
    before = screen.find_card(FIRST)
    click(screen.find_ground(), 5)
    see(lambda: screen.card(FIRST) and screen.card(FIRST).y < before.y and screen.card(FIRST).x == before.x,
        'the wheel alone scrolls', lambda: screen.card(FIRST))
    click(screen.find_ground(), 4)
    see_moved(screen, FIRST, before, (0, 0), 'and back')


def fold(screen):
    n_before = wait(screen.count, 'the number of goals')
    point = screen.handle(FIRST)
    click(point)
    see(lambda: screen.count() < n_before, 'a click on its handle closes what is beneath a goal', screen.count)
    see(lambda: is_near(screen.handle(FIRST), point), 'and the handle stays beneath the pointer',
        lambda: (point, screen.card(FIRST)))
    do('click', 1)
    see(lambda: screen.count() == n_before, 'so that another opens it again', screen.count)


def click_at_edge(screen):
    """What is clicked is not brought into view: a second click, or a drag, would be for another goal."""
    box = screen.find_card(SECOND)
    point = screen.find_ground()
    hold(point, (point[0], point[1] - (box.y - screen.area().y) - box.height // 2))
    wait(lambda: is_near(centre(screen.find_card(SECOND)), (box.x + box.width // 2, screen.area().y), 8), 'half a goal')
    box = screen.find_card(SECOND)
    let_go()
    point = (box.x + box.width // 2, box.y + box.height - 8)
    click(point)
    see(lambda: is_selected(screen, SECOND) and screen.card(SECOND) == box, 'a click on half a goal leaves it where it is',
        lambda: (box, screen.card(SECOND)))
    other = spot(screen.find_card(THIRD))
    do('mousemove', point[0] + 20, point[1])
    hold((point[0] + 20, point[1]), other)
    see(lambda: f'“{SECOND}' in screen.hint(), 'so that it can be dragged', screen.hint)
    press('Escape')
    let_go()


def open_menu(screen, find_point, item):
    """Asks with the right button until there is a menu with ITEM: what is pressed while the one before is going is lost
    now and then, on its way through the window system."""
    def look():
        if n_popups() == 0:
            click(find_point(), 3)
        return find(screen.frame, 'menu item', item)

    return look


def ask_for_menu(screen):
    see(open_menu(screen, lambda: spot(screen.find_card(FIRST)), 'Edit'),
        'the right button asks what can be done with a goal')
    press('Escape')
    wait(lambda: n_popups() == 0, 'the menu to be gone')
    see(open_menu(screen, screen.find_ground, 'Export the Picture'), 'and on the ground, with the picture')
    press('Escape')


def use_overview(screen):
    # At a key it comes, and stays.
    press('F7')
    wait(screen.is_in_overview, 'the overview')
    before = screen.overview()
    box = screen.box(find(screen.frame, 'scroll bar', 'Overview'))
    hold((box.x + box.width // 3, box.y + box.height // 3), (box.x + box.width - 10, box.y + box.height - 10))
    see(lambda: screen.overview() != before, 'a drag in the overview leads elsewhere', screen.overview)
    do('mousemove', box.x - 60, box.y + box.height - 10)
    see(lambda: 'In view: 0 to' in screen.overview(), 'as far as the picture goes', screen.overview)
    let_go()
    press('Escape')


def turn_to(screen):
    wait(lambda: not screen.is_in_overview(), 'the focus in the picture')
    press('Home')
    wait(lambda: screen.is_at(FIRST), 'the first objective')
    do('mousemove', *centre(screen.find_card(FIRST)), 'click', '--repeat', 2, '--delay', 30, 1)
    see(lambda: SUBJECT not in labels(screen.frame), 'a double click makes a goal what all is about',
        lambda: labels(screen.frame))


def journey(folder):
    stop_motion()
    program = Program()
    screen = Screen(open_example(program).frame)
    wait(lambda: SUBJECT in labels(screen.frame), 'the subject')
    point_at(screen)
    select(screen)
    draw_band(screen)
    connect(screen)
    change_mind(screen)
    refuse_loop(screen)
    leave_window(screen)
    undo_while_dragging(screen)
    zoom(screen)
    pan(screen)
    scroll(screen)
    fold(screen)
    click_at_edge(screen)
    use_overview(screen)
    turn_to(screen)
    ask_for_menu(screen)
    program.quit()


run(journey)
