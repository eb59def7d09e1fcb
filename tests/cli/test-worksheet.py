#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `worksheet` as a person or a script uses it.  Usage: test-worksheet.py PROGRAM EXAMPLE"""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

# Nothing is written into the folder of the sources.
sys.dont_write_bytecode = True
import outcome  # noqa: E402

PROGRAM, EXAMPLE = sys.argv[1:3]
GOALS = """Goal ID,Contributes To,Facet,Level,Unit,Owner,Title
O1,,Result,Organisation,,,Grow revenue
P1,O1,Work,Person,Sales,Ines Moreau,Understand the strategy of each client
P2,O1,Work,Person,Sales,Imre Sorensen,Write the handbook
P3,O1,Work,Person,Sales,Ines Sorensen,Call
"""
NOTES = "Hemlock in the coach's own words"
SAID = {
    "c-new": ["grow account revenue", "be seen as a trusted advisor"],
    "c-old": ["win the renewal"],
    "c-twin": ["say less"],
}


def run(*arguments, status=0, env=None):
    result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60,
                            env={**os.environ, **(env or {})})
    if result.returncode != status:
        raise AssertionError(f"{arguments} ended with {result.returncode}: {result.stderr}{result.stdout[:500]}")
    return result


def words(path):
    return " ".join(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                                   check=True).stdout.split())


def size(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return next(line.split(":")[1].split()[0:3] for line in told.splitlines() if line.startswith("Page size"))


def converse(document):
    """Puts conversations into a document, as the program would."""
    with contextlib.closing(sqlite3.connect(document)) as base, base:
        person = dict(base.execute("SELECT name, id FROM person"))
        for key, date in (("c-new", "2026-11-21"), ("c-old", "2026-08-03"), ("c-twin", "2026-08-03")):
            base.execute("INSERT INTO conversation (id, person, coach_name, date, state, private_notes) "
                         "VALUES (?, ?, 'Olu Adeyemi', ?, 'open', ?)", (key, person["Ines Moreau"], date, NOTES))
            for position, text in enumerate(SAID[key]):
                base.execute("INSERT INTO statement (id, conversation, text, facet, reputation, beneficiary, "
                             "position, agreed, action_state) VALUES (?, ?, ?, 'result', 0, 'unset', ?, 1, 'open')",
                             (f"{key}-{position}", key, text, position))


class Worksheet(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.document = self.path("a.throughline")
        self.out = self.path("out.pdf")
        with open(self.path("goals.csv"), "w", encoding="utf-8") as file:
            file.write(GOALS)
        run("new", self.document)
        run("import", self.document, self.path("goals.csv"))
        converse(self.document)
        run("verify", self.document)

    def tearDown(self):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def make(self, *arguments, status=0, env=None):
        return run("worksheet", self.document, "--kind", "coaching", "-o", self.out, *arguments, status=status, env=env)

    def refuse(self, *arguments, status):
        """What is said when nothing is made; a file that was there stays."""
        with open(self.out, "w", encoding="utf-8") as file:
            file.write("mine")
        said = self.make(*arguments, status=status).stderr
        with open(self.out, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        return said

    def test_wrong_use(self):
        self.assertIn("-o", run("worksheet", self.document, status=2).stderr)
        self.assertIn("FILE is missing", run("worksheet", status=2).stderr)
        self.assertIn("--person", run("worksheet", self.document, "-o", self.out, status=2).stderr)
        said = run("worksheet", self.document, "Ines Moreau", "-o", self.out, status=2).stderr
        for wanted in ("“Ines Moreau”", "--person", "--kind"):
            self.assertIn(wanted, said)
        run("worksheet", self.document, "--kind", "coaching", "--person", "Ines Moreau", status=2)
        said = run("worksheet", self.document, "--kind", "poem", "-o", self.out, status=2).stderr
        self.assertIn("coaching", said)
        self.assertIn("--blank", self.refuse(status=2))
        self.assertIn("letter", self.refuse("--person", "Ines Moreau", "--paper", "A5", status=2))
        self.assertIn("--private-notes", self.refuse("--blank", "--private-notes", status=2))
        self.assertIn("--conversation", self.refuse("--blank", "--conversation", "c-new", status=2))
        run("worksheet", self.document, "--kind", "coaching", "--blank", "-o", self.path("out.png"), status=2)
        self.assertIn("Usage:", run("worksheet", "--help").stdout)

    def test_kind_goes_without_saying(self):
        run("worksheet", self.document, "--person", "Ines Moreau", "-o", self.out)
        with open(self.out, "rb") as file:
            self.assertEqual(file.read(5), b"%PDF-")

    def test_document_is_never_replaced(self):
        named = self.path("plans.pdf")
        shutil.copy(self.document, named)
        with open(named, "rb") as file:
            before = file.read()
        run("worksheet", named, "--kind", "coaching", "--person", "Ines Moreau", "-o", named, status=2)
        with open(named, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_people(self):
        self.assertIn("Nobody", self.refuse("--person", "Nobody Here", status=1))
        said = self.refuse("--person", "Ines", status=1)
        self.assertIn("Ines Moreau", said)
        self.assertIn("Ines Sorensen", said)
        self.assertIn("Imre Sorensen", self.refuse("--person", "Imre", status=1))
        self.refuse("--person", "", status=1)

    def test_conversations(self):
        self.make("--person", "Ines Moreau", "--conversation", "c-old")
        said = self.refuse("--person", "Ines Moreau", "--conversation", "2026-08-03", status=1)
        self.assertIn("c-old", said)
        self.assertIn("c-twin", said)
        self.assertNotIn("c-new", said)
        said = self.refuse("--person", "Ines Moreau", "--conversation", "2001-01-01", status=1)
        self.assertIn("2026-11-21", said)
        self.refuse("--person", "Ines Moreau", "--conversation", "", status=1)

    def test_place_that_is_not_there(self):
        nowhere = os.path.join(self.folder.name, "gone", "out.pdf")
        said = run("worksheet", self.document, "--kind", "coaching", "--blank", "-o", nowhere, status=1).stderr
        self.assertIn("out.pdf", said)
        self.assertFalse(os.path.exists(os.path.dirname(nowhere)))
        run("worksheet", self.path("no.throughline"), "--kind", "coaching", "--blank", "-o", self.out, status=1)
        self.assertFalse(os.path.exists(self.out))

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not there to read the PDF")
    def test_words(self):
        self.make("--person", "Ines Moreau")
        text = words(self.out)
        for wanted in ("Ines Moreau", "Olu Adeyemi", *SAID["c-new"]):
            self.assertIn(wanted, text)
        self.assertNotIn(SAID["c-old"][0], text)

        for name in ("c-old", "c-o"):
            self.make("--person", "Ines Moreau", "--conversation", name)
            self.assertIn(SAID["c-old"][0], words(self.out))
        self.make("--person", "Ines Moreau", "--conversation", "2026-11-21")
        self.assertIn(SAID["c-new"][0], words(self.out))

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not there to read the PDF")
    def test_private_notes_only_when_asked_for(self):
        self.make("--person", "Ines Moreau")
        with open(self.out, "rb") as file:
            self.assertNotIn(b"Hemlock", file.read())
        self.assertNotIn("Hemlock", words(self.out))
        self.make("--person", "Ines Moreau", "--private-notes")
        self.assertIn("Hemlock", words(self.out))

    @unittest.skipUnless(shutil.which("pdfinfo"), "pdfinfo is not there to read the PDF")
    def test_paper(self):
        self.make("--person", "Ines Moreau", "--paper", "letter")
        self.assertEqual(size(self.out), ["612", "x", "792"])
        self.make("--person", "Ines Moreau", "--paper", "a4")
        self.assertEqual([round(float(side)) for side in size(self.out)[::2]], [595, 842])
        self.make("--person", "Ines Moreau", env={"LC_ALL": "C"})
        self.assertEqual([round(float(side)) for side in size(self.out)[::2]], [595, 842])

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not there to read the PDF")
    def test_blank(self):
        self.make("--blank")
        text = words(self.out)
        self.assertNotIn("Ines", text)
        for column in ("Work", "Impact", "Result"):
            self.assertIn(column.lower(), text.lower())

        self.make("--blank", "--person", "Imre")
        self.assertIn("Imre Sorensen", words(self.out))
        self.refuse("--blank", "--person", "Nobody Here", status=1)


if __name__ == "__main__":
    os.environ["THROUGHLINE_DATADIR"] = os.path.dirname(os.path.abspath(EXAMPLE))
    outcome.run_and_exit(Worksheet)
