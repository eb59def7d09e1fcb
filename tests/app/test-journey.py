#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main journey as somebody makes it who does not see the screen: the example is opened, a person is looked for,
the chain is read as cards and as sentences, exported, and found again in the file; then tables are imported and the
import undone.  Everything goes through the accessibility tree, or through the program's actions where the platform
has no other way in.

Usage: test-journey.py PROGRAM"""

import os
import xml.etree.ElementTree as ElementTree

from journey import (PATH, WINDOW, GLib, Program, act, activate, check_names, enter, find, find_field, labels, press, run,
                     says, see, tap, uri, wait, walk)

GOALS = """Goal ID,Contributes To,Facet,Level,Unit,Owner,Title,Measure,Starting Value,Target Value,Current Value
O1,,Result,Organisation,,,Grow revenue,Revenue,2000000,4200000,3100000
P1,O1,Work,Person,Sales,Ines Moreau,Understand each client,Interviews,0,40,10
P2,nowhere,Work,Person,Sales,Ines Moreau,Write the handbook,Pages,0,many,3
"""


def cards(frame):
    canvas = find(frame, 'list', 'Goals')
    if not canvas:
        return []
    return [canvas.get_child_at_index(index) for index in range(canvas.get_child_count())]


def find_card(frame, title):
    return next((card for card in cards(frame) if card.get_name().startswith(title)), None)


def squeeze(text):
    return ''.join(text.split())


def open_example(program):
    check_names(program.first, 'the first page')
    for name in ('New…', 'Open…'):
        see(lambda name=name: find(program.first, 'push button', name), f'the first page offers {name}')
    act(wait(lambda: find(program.first, 'push button', 'Open the Example'), 'the example'), 'click')
    frame = program.find_window('Kelderwick')
    tap.check(True, 'the example opens in the same window')
    return frame


def find_person(frame):
    act(frame, 'win.search')
    entry = wait(lambda: find_field(frame, 'Find People'), 'the search field')
    enter(entry, 'OKAFOR tamsin')
    see(lambda: (entry.get_description() or '').startswith('Tamsin Okafor'), 'all words match, in any order and case')
    press('Return')
    wait(lambda: cards(frame), 'the cards')
    see(lambda: 'Tamsin Okafor' in labels(frame), 'Enter turns to the person')
    check_names(frame, 'a line of sight')


def read_chain(frame):
    see(lambda: any('what you do reaches' in text for text in labels(frame)), 'the line of sight is said in words')
    see(lambda: 'Grow Brindlemere account revenue to €2.8 M' in [card.get_name() for card in cards(frame)],
        'the person’s goal is a card', lambda: [card.get_name() for card in cards(frame)])
    card = wait(lambda: find_card(frame, 'Grow Brindlemere'), 'the card')
    see(lambda: 'Tamsin Okafor' in (card.get_description() or ''), 'the card says who owns it', card.get_description)
    act(card, 'card.select')
    see(lambda: find(frame, 'push button', 'Attainment'), 'the details show the attainment, and how it came about')
    check_names(frame, 'the details of a goal')


def walk_history(frame):
    activate(WINDOW, 'lens', GLib.Variant('s', 'cascade'))
    wait(lambda: any(text.endswith('goals') for text in labels(frame)), 'the whole cascade')
    act(frame, 'win.back')
    see(lambda: any('objectives reached' in text for text in labels(frame)), 'going back leads to the lens before')
    act(frame, 'win.zoom-in')
    act(frame, 'win.zoom-fit')
    tap.check(True, 'zooming is an action')


def find_in_cascade(frame):
    """Something that is folded away is looked for in the picture, opened, and looked at alone."""
    activate(WINDOW, 'lens', GLib.Variant('s', 'cascade'))
    wait(lambda: cards(frame), 'the cards of the whole cascade')
    act(frame, 'win.find-in-picture')
    entry = wait(lambda: find_field(frame, 'Find in the Picture'), 'the field to find something in the picture')
    enter(entry, 'BRINDLEMERE account')
    see(lambda: any('folded away' in text for text in labels(frame)), 'what is folded away is counted')
    act(wait(lambda: find(frame, 'push button', 'Open It'), 'the way to it'), 'click')
    see(lambda: find_card(frame, 'Grow Brindlemere account'), 'and opened')
    press('Escape')
    see(lambda: not any('folded away' in text for text in labels(frame)), 'Escape takes the bar away')
    act(frame, 'win.focus-unit')
    see(lambda: find(frame, 'push button', 'Whole cascade'), 'a trail leads from a part of the cascade to the whole')
    see(lambda: find(frame, 'push button', 'Sales'), 'past the unit around it')
    act(frame, 'win.leave-focus')
    see(lambda: not find(frame, 'push button', 'Sales'), 'one step out leads there')
    act(wait(lambda: find(frame, 'push button', 'Whole cascade'), 'the way out'), 'click')
    see(lambda: not find(frame, 'push button', 'Whole cascade'), 'and one more to the whole')
    for _ in range(4):
        act(frame, 'win.back')
    see(lambda: any('objectives reached' in text for text in labels(frame)), 'and each was a step to go back')


def export(folder):
    # A name that is taken for markup ends the program, with a warning.
    path = os.path.join(folder, 'R&D <chain>.svg')
    activate(WINDOW, 'export-to', GLib.Variant('s', path))
    wait(lambda: os.path.exists(path), 'the exported file')
    text = squeeze(''.join(ElementTree.parse(path).getroot().itertext()))
    for name in ('Tamsin Okafor', 'Grow Brindlemere account revenue to €2.8 M', 'Grow revenue to €24 million in 2026'):
        tap.check(squeeze(name) in text, f'the SVG holds “{name}”')
    for suffix, magic in (('pdf', b'%PDF'), ('png', b'\x89PNG')):
        path = os.path.join(folder, 'chain.' + suffix)
        activate(WINDOW, 'export-to', GLib.Variant('s', path))
        wait(lambda path=path: os.path.exists(path), path)
        with open(path, 'rb') as file:
            tap.check(file.read(4) == magic, f'the {suffix.upper()} is one')


def import_and_undo(program, folder):
    table = os.path.join(folder, 'goals.csv')
    with open(table, 'w', encoding='utf-8') as file:
        file.write(GOALS)
    frame = program.make(os.path.join(folder, 'Ours.throughline'))
    wait(lambda: find(frame, 'push button', 'Import…'), 'the invitation to import')
    check_names(frame, 'an empty document')

    activate(PATH + '/window/2', 'import-files', GLib.Variant('as', [uri(table)]))
    see(lambda: any('goals.csv, line 4' in text for text in labels(frame)),
        'what does not come in is named with its line')
    check_names(frame, 'an import')
    act(wait(lambda: next((each for each in walk(frame) if each.get_role_name() == 'push button' and
                           each.get_name() == 'Import'), None), 'the button that imports'), 'click')
    see(lambda: any('Ines Moreau' in text for text in labels(frame)), 'the import is in the document')
    act(frame, 'win.undo')
    see(lambda: not any('Ines Moreau' in text for text in labels(frame)), 'the import is undone as one step')
    act(frame, 'win.redo')
    see(lambda: any('Ines Moreau' in text for text in labels(frame)), 'and done again')


def keep_what_is_there(program, folder):
    """Nobody has been asked whether the file may be replaced, so it is not, and the sentence about it is no reason to
    stay when the program is to end."""
    path = os.path.join(folder, 'minutes.throughline')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Dear all,\n')
    activate(PATH, 'new-at', GLib.Variant('s', uri(path)))
    wait(lambda: says(program.app, 'minutes.throughline'), 'the sentence about it')
    with open(path, encoding='utf-8') as file:
        tap.check(file.read() == 'Dear all,\n', 'a script does not replace a file')


def open_nonsense(program, folder):
    path = os.path.join(folder, 'letter.throughline')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Dear all,\n')
    activate(PATH, 'open-file', GLib.Variant('s', uri(path)))
    see(lambda: says(program.app, 'letter.throughline'), 'a file that is no document is named')


def journey(folder):
    program = Program()
    frame = open_example(program)
    find_person(frame)
    read_chain(frame)
    walk_history(frame)
    find_in_cascade(frame)
    export(folder)
    import_and_undo(program, folder)
    open_nonsense(program, folder)
    keep_what_is_there(program, folder)
    program.quit()


run(journey)
