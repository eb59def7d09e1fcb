#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A coaching conversation from outside, by somebody who does not see the screen: it is started, answered question by
question with the worked example of an account executive, left and taken up again, finished, brought into the cascade,
found again by a word that was said, and printed into a PDF, whose text is looked at.

Usage: test-coaching-journey.py PROGRAM PROGRAM-CLI"""

import os
import shutil
import subprocess
import sys

from journey import (WINDOW, Atspi, GLib, Program, act, activate, ask, check_names, enter, find, find_field,
                     has_state, is_draft_kept, labels, names, press, read, run, see, tab_to, take_keys, tap,
                     type_text, verify, wait, walk)

REVENUE = 'grow account revenue'
ADVISOR = 'be seen as a trusted advisor'
BOND = 'help the client forge a stronger bond with their customers'
UNDERSTAND = 'deeply understand the client’s strategy and how their customers perceive them'
APPLY = 'apply knowledge of their industry and of emerging technology'
CLIENT = 'client grows revenue'

# What is asked, in the words that tell the question from the others, and what is answered.  Questions come in the order
# of the program; one that is not here is skipped.
ANSWERS = (
    (('think about success',), REVENUE),
    (('would lead to', REVENUE), ADVISOR),
    (('being seen that way', ADVISOR), BOND),
    (('look like for them', BOND), 'They buy salad on Monday, for Wednesday'),
    (('What Work', BOND), UNDERSTAND),
    (('people, skills', UNDERSTAND), 'Forty conversations in the aisle'),
    (('By when', UNDERSTAND), '2027-03-31'),
    (('What else would it take', BOND), APPLY),
    (('people, skills', APPLY), 'Two days of an engineer'),
    (('By when', APPLY), '2027-05-14'),
    (('what results would', BOND), CLIENT),
)
# What the suggestion under the answer begins with
SUGGESTIONS = {REVENUE: 'Result', ADVISOR: 'Result', BOND: 'Impact', UNDERSTAND: 'Work', APPLY: 'Work', CLIENT: 'Result'}
# More than a conversation has
MOST_QUESTIONS = 40

PEOPLE = """Name,Role,Person ID
Ada Okafor,Account Executive,A-1
Henrike Dahl,Team Lead,A-2
"""
GOALS = """Goal ID,Title,Level,Owner,Facet
O-1,Grow revenue to 24 million,organisation,,result
P-1,Make the account worth more,person,A-1,result
"""
LINKS = """From,To,Rationale
P-1,O-1,The largest account decides the year
"""


def make_document(folder):
    """A person with a goal that reaches an objective, for the line of sight on the worksheet."""
    document = os.path.join(folder, 'Team.throughline')
    tables = []
    for name, text in (('people', PEOPLE), ('goals', GOALS), ('contributions', LINKS)):
        tables.append(os.path.join(folder, name + '.csv'))
        with open(tables[-1], 'w', encoding='utf-8') as file:
            file.write(text)
    for arguments in (['new', document, '--name', 'Team'], ['import', document, *tables]):
        subprocess.run([sys.argv[2], *arguments], check=True, capture_output=True)
    return document


def start(program, frame):
    activate(WINDOW, 'lens', GLib.Variant('s', 'coaching'))
    see(lambda: find(frame, 'push button', 'Start a Conversation'), 'a document without conversations invites to one')
    act(frame, 'coaching.start')
    dialog = program.find_dialog('Start a Conversation')
    act(wait(lambda: find(dialog, 'push button', 'With nobody yet'), 'the choice of a person'), 'click')
    entry = wait(lambda: find_field(dialog, 'Find a person'), 'the line of the chooser')
    enter(entry, 'Ada')
    wait(lambda: (entry.get_description() or '').startswith('Ada Okafor'), 'Ada to be found')
    press('Return')
    wait(lambda: find(dialog, 'push button', 'With Ada Okafor'), 'Ada to be chosen')
    coach = wait(lambda: find_field(dialog, 'Coach'), 'the line for the coach')
    Atspi.EditableText.set_text_contents(coach, 'Henrike Dahl')
    wait(lambda: read(coach) == 'Henrike Dahl', 'the coach')
    check_names(dialog, 'the start of a conversation')
    act(dialog, 'start.conversation')
    see(lambda: find(frame, 'push button', 'Undo Start Conversation'), 'a conversation is started, and the step named')


class Talk:
    """The conversation's page in a window."""

    def __init__(self, frame):
        self.frame = frame
        self.stage = wait(lambda: next((each for each in walk(frame) if each.get_name() == 'TlConversationStage'), None),
                          'the conversation')
        self.field = wait(lambda: find_field(self.stage, 'Answer'), 'the line for the answer')

    def question(self):
        """The question that stands, which is also what the answer's line is described by."""
        return ask(self.field.get_description) or ''

    def wait_for_other(self, question):
        wait(lambda: (self.field.get_description() or question) != question, f'another question than “{question}”')

    def statement(self, text):
        """The card of a statement in the frame."""
        return find(find(self.stage, 'list', 'Statements'), 'list item', text)

    def describe(self, text):
        """What the card says of a statement, beside its words."""
        card = self.statement(text)
        return card.get_description() if card else ''

    def is_chosen(self, facet):
        button = find(self.stage, 'push button', facet) or find(self.stage, 'toggle button', facet)
        return has_state(button, Atspi.StateType.PRESSED, Atspi.StateType.CHECKED)


def find_answer(question):
    return next((answer for words, answer in ANSWERS if all(word in question for word in words)), None)


def answer(talk, question, text):
    """Writes the answer and keeps it, as the keyboard does; of a statement the suggestion is looked at first."""
    enter(talk.field, text)
    if text in SUGGESTIONS:
        see(lambda: any(label.startswith(SUGGESTIONS[text] + ' — ') for label in labels(talk.stage)),
            f'“{text}” is suggested as {SUGGESTIONS[text]}, and why', lambda: labels(talk.stage))
    if text == APPLY:
        change_by_keys(talk)
    press('Return')
    talk.wait_for_other(question)


def change_by_keys(talk):
    for key, facet in (('alt+3', 'Result'), ('alt+1', 'Work')):
        press(key)
        see(lambda facet=facet: talk.is_chosen(facet), f'{key} makes it {facet}, whatever was suggested')


def close_loop(talk, question):
    """The Result that lets us invest again has been named already, and is offered."""
    act(wait(lambda: find(talk.stage, 'push button', f'It is “{CLIENT}”'), 'what has been said already'), 'click')
    talk.wait_for_other(question)


def answer_all(talk):
    """Answers what is asked until everything in ANSWERS has been said and the loop closed; skips the rest."""
    left = [text for _, text in ANSWERS]
    is_looped = False
    for _ in range(MOST_QUESTIONS):
        question = talk.question()
        text = find_answer(question)
        if not left and is_looped:
            break
        if text in left:
            answer(talk, question, text)
            left.remove(text)
        elif 'invest again' in question:
            close_loop(talk, question)
            is_looped = True
        else:
            act(talk.stage, 'question.skip')
            talk.wait_for_other(question)
        if text == BOND:
            leave_and_come_back(talk)
    tap.check(not left and is_looped, 'everything in the worked example was asked for', left)


def leave_and_come_back(talk):
    """Pausing is leaving; whoever comes back is asked what was to be asked."""
    question = talk.question()
    act(talk.frame, 'win.back')
    item = wait(lambda: find(find(talk.frame, 'list', 'Conversations'), 'list item', ''), 'the conversation in the list')
    see(lambda: any('Ada Okafor' in name for name in names(item)), 'a conversation that was left is in the list')
    act(talk.frame, 'win.forward')
    see(lambda: talk.question() == question, 'and goes on where it was left')


def look_at_frame(talk):
    for text, words in ((REVENUE, 'Result'), (ADVISOR, 'A reputation'), (BOND, 'Impact'), (UNDERSTAND, 'Work'),
                        (APPLY, 'Work'), (CLIENT, 'Result')):
        see(lambda text=text, words=words: words in talk.describe(text), f'“{text}” stands in the frame as {words}',
            lambda text=text: talk.describe(text))
    see(lambda: f'Helps “{ADVISOR}”' in talk.describe(BOND), 'the Impact helps the reputation',
        lambda: talk.describe(BOND))
    see(lambda: 'customer’s customers' in talk.describe(BOND), 'and is on the customer’s customers',
        lambda: talk.describe(BOND))
    check_names(talk.stage, 'a conversation')


def agree(talk, closing, text):
    """Ticks what is agreed, by the key: the platform gives check boxes no action.  The list is made anew by each tick."""
    def find_box():
        return find(closing, 'check box', f'Agreed: {text}')

    tab_to(talk.frame, find_box)
    press('space')
    see(lambda: has_state(find_box(), Atspi.StateType.CHECKED), f'“{text}” is agreed')


def finish(talk):
    act(talk.frame, 'conversation.finish')
    closing = wait(lambda: next((each for each in walk(talk.stage) if each.get_name() == 'TlClosingView'), None), 'the end')
    wait(lambda: find(closing, 'check box', 'Agreed'), 'the Work')
    check_names(closing, 'the end of a conversation')
    for text in (UNDERSTAND, APPLY):
        agree(talk, closing, text)
    see(lambda: find(talk.frame, 'push button', 'Undo Agree on Work'), 'and the step is named')

    # A field of one line shows the platform no text, so what is typed there is looked for on the paper; it is there
    # although the field has not been left.
    for name, text in (('Open Questions', 'Who keeps the cold?'), ('Look Again', '2027-01-15')):
        tab_to(talk.frame, lambda name=name: find_field(closing, name))
        type_text(text)
    wait(lambda: is_draft_kept('2027-01-15'), 'the day to be typed')


def add_to_cascade(program, frame):
    act(frame, 'conversation.into-cascade')
    dialog = program.find_dialog('Into the Cascade')
    see(lambda: any('goal' in label for label in labels(dialog)), 'what will be added is said before')
    check_names(dialog, 'the way into the cascade')
    act(dialog, 'into.add')
    see(lambda: find(frame, 'push button', 'Undo Add to the Cascade'), 'what was agreed becomes goals, in one step')


def squeeze(text):
    return ''.join(text.split())


def print_worksheet(program, frame, folder):
    act(frame, 'conversation.worksheet')
    preview = program.find_dialog('Worksheet')
    check_names(preview, 'the preview of a print')
    path = os.path.join(folder, 'Ada & Henrike.pdf')
    activate(WINDOW, 'save-pdf-to', GLib.Variant('s', path))
    wait(lambda: os.path.exists(path), 'the PDF')
    with open(path, 'rb') as file:
        tap.check(file.read(4) == b'%PDF', 'the worksheet is a PDF')
    act(preview, 'window.close')
    if not shutil.which('pdftotext'):
        tap.skip('the worksheet holds what was said', 'there is no pdftotext')
        return

    text = squeeze(subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout)
    for words in ('Ada Okafor', 'Henrike Dahl', REVENUE, 'Two days of an engineer', '15 January 2027', 'Who keeps the cold?',
                  'Grow revenue to 24 million'):
        tap.check(squeeze(words) in text, f'the worksheet says “{words}”', text)
    # What is in the frame is broken into lines, which pdftotext puts beside one another.
    for words in ('trusted', 'stronger', 'understand', 'emerging', 'revenue'):
        tap.check(words in text, f'the frame on it has “{words}”', text)


def find_again(frame):
    act(frame, 'win.search')
    entry = wait(lambda: find_field(frame, 'Find People'), 'the search field')
    enter(entry, 'salad monday')
    see(lambda: 'Ada Okafor' in (entry.get_description() or ''), 'the conversation is found by a word that was said',
        entry.get_description)
    press('Escape')


def journey(folder):
    document = make_document(folder)
    program = Program(document)
    frame = program.find_window('Team')
    take_keys(frame)
    start(program, frame)
    talk = Talk(frame)
    answer_all(talk)
    look_at_frame(talk)
    finish(talk)
    add_to_cascade(program, frame)
    print_worksheet(program, frame, folder)
    find_again(frame)
    program.quit()
    status, words = verify(document)
    tap.check(status == 0, 'the document is well', words)


run(journey)
