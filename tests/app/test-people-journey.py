#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people's lens as somebody uses it who does not see the screen: a unit and two people are added, one becomes the
other's manager, the circle is refused by name, and who was removed comes back by an undo.  Then a cycle is made, and a
goal that is not finished in it goes on in the next.

Usage: test-people-journey.py PROGRAM"""

import os
import time

from journey import (WINDOW, GLib, Program, act, activate, enter, find, find_field, is_focused, names, number_action, press,
                     run, says, see, wait, walk)


def begins(node, name):
    """Whether anything there has a name that begins so."""
    return any(each.startswith(name) for each in names(node))


def add(lens, action, name):
    act(lens, action)
    enter(wait(lambda: find(lens, 'text', 'New '), 'the line that adds'), name)
    press('Return')
    wait(lambda: begins(lens, name), name)


def choose_manager(lens, name):
    act(lens, 'people.change-manager')
    entry = wait(lambda: find_field(lens, 'Find a person'), 'the line of the chooser')
    enter(entry, name)
    wait(lambda: (entry.get_description() or '').startswith(name), f'{name} to be found')
    press('Return')


def is_listed(lens, name):
    return begins(find(lens, 'list', 'People'), name)


def select(lens, name, other):
    """Finds somebody in the list, where OTHER does not match."""
    act(lens, 'people.find')
    entry = wait(lambda: find_field(lens, 'Find in the List'), 'the line that finds')
    enter(entry, name)
    wait(lambda: is_listed(lens, name) and not is_listed(lens, other), f'{name} alone in the list')
    press('Return')
    wait(lambda: not is_focused(entry), 'the focus in the list')
    entry.set_text_contents('')
    wait(lambda: is_listed(lens, other), 'the whole list')


def find_lens(frame):
    """The people's lens.  What is in it is looked for there: each question is a message to the program, and in the
    whole window there are thrice as many to ask."""
    return next((each for each in walk(frame) if number_action(each, 'people.add-unit') is not None), None)


def add_people(lens):
    see(lambda: says(lens, 'Who is it about?'), 'a document without people says what to do first')
    add(lens, 'people.add-unit', 'Sales')
    add(lens, 'people.add-person', 'Ada Okafor')
    add(lens, 'people.add-person', 'Bea Lind')
    press('Escape')
    see(lambda: not find(lens, 'text', 'New '), 'a unit and people are added by a line each')


def manage(program, lens):
    choose_manager(lens, 'Ada')
    select(lens, 'Ada Okafor', 'Bea Lind')
    wait(lambda: says(lens, 'Reports to Them'), 'the page of Ada, with who reports to her')
    see(lambda: says(lens, 'Bea Lind'), 'the manager’s page names who reports to them')

    choose_manager(lens, 'Bea')
    wait(lambda: says(program.app, 'The Manager Was Not Changed'), 'the refusal')
    see(lambda: any('Ada Okafor' in name and 'Bea Lind' in name for name in names(program.app)),
        'the circle is refused by name')
    press('Escape')
    wait(lambda: not says(program.app, 'The Manager Was Not Changed'), 'the refusal to be closed')


def remove(frame, lens):
    act(lens, 'people.remove')
    see(lambda: find(frame, 'push button', 'Undo Remove Person'), 'who is removed is removed without a question')
    see(lambda: not begins(lens, 'Ada Okafor'), 'and is gone')
    act(frame, 'win.undo')
    see(lambda: begins(lens, 'Ada Okafor'), 'an undo brings the person back')


def add_goal(lens, title):
    act(lens, 'people.add-goal')
    enter(wait(lambda: find(lens, 'text', 'Add a Goal'), 'the line for a goal'), title)
    press('Return')
    wait(lambda: begins(lens, title), 'the goal')


def carry_over(program, frame, lens):
    year = time.gmtime().tm_year
    act(frame, 'win.cycles')
    act(lens, 'cycles.add')
    wait(lambda: says(lens, f'Year {year}'), 'the year')
    press('Escape')
    select(lens, 'Bea Lind', 'Ada Okafor')
    add_goal(lens, 'Know the clients')

    act(frame, 'win.cycles')
    wait(lambda: says(lens, '1 goal'), 'the goal in the cycle')
    button = wait(lambda: find(lens, 'push button', 'Cycle Menu'), 'the menu of the cycle')
    act(button, 'click')
    act(wait(lambda: find(button, 'menu item', 'Carry Over'), 'its item'), 'click')
    window = program.find_dialog('Carry Over')
    see(lambda: says(window, 'Know the clients'), 'the goal that is not finished is offered')
    act(window, 'carry.over')
    see(lambda: find(frame, 'push button', 'Undo Carry Over Goals'), 'what is not finished goes on')
    see(lambda: says(lens, f'Year {year + 1}'), 'in the next cycle, which is made')


def journey(folder):
    program = Program()
    frame = program.make(os.path.join(folder, 'Lumen.throughline'))
    activate(WINDOW, 'lens', GLib.Variant('s', 'people'))
    lens = wait(lambda: find_lens(frame), 'the lens')
    add_people(lens)
    manage(program, lens)
    remove(frame, lens)
    carry_over(program, frame, lens)
    program.quit()


run(journey)
