#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a person or a script uses it.  Usage: test-cli.py PROGRAM EXAMPLE"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zlib

# Nothing is written into the folder of the sources.
sys.dont_write_bytecode = True
import outcome  # noqa: E402

PROGRAM, EXAMPLE = sys.argv[1:3]
SHARED_DATA = os.environ.get("TL_SHARED_DATA", "")

GOALS = """Goal ID,Contributes To,Critical,Rationale,Facet,Level,Unit,Owner,Title,Measure,Starting Value,Target Value,\
Current Value,Start Date,Due Date
O1,,,,Result,Organisation,,,Grow revenue,Revenue,2000000,4200000,3100000,2026-01-01,2026-12-31
F1,O1,,Accounts are where revenue comes from,Result,Function,Sales,,Grow the accounts,,,,,,
P1,F1,yes,People buy from those who know them,Impact,Person,Sales,Ines Moreau,Help clients know their customers,,,,,,
P2,P1,,,Work,Person,Sales,Ines Moreau,Understand the strategy of each client,Interviews held,0,40,10,,
P3,,,,Work,Person,Sales,Imre Sorensen,Write the handbook,,,,,,
"""


def run(*arguments, status=0):
    result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120)
    if result.returncode != status:
        raise AssertionError(f"{arguments} ended with {result.returncode}: {result.stderr}{result.stdout[:500]}")
    return result


def facts(*arguments, status=0):
    return json.loads(run(*arguments, "--json", status=status).stdout)


def text_of(path, content):
    """What a file says to whoever looks into it: its bytes, and the text that a PDF hides in compressed streams."""
    if path.endswith(".pdf"):
        for start in re.finditer(rb"stream\r?\n", content):
            try:
                content += zlib.decompressobj().decompress(content[start.end():])
            except zlib.error:
                continue
        if shutil.which("pdftotext"):
            content += subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
    return content


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.document = self.path("a.throughline")

    def tearDown(self):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def make(self):
        run("new", self.document, "--name", "Lumen")
        return facts("import", self.document, self.write("goals.csv", GOALS))

    def test_classify(self):
        sorted_ = facts("classify", "grow our revenue", "be seen as a trusted partner", "help nurses", "", "\u202e")
        self.assertEqual([row["facet"] for row in sorted_], ["result", "result", "impact", None, None])
        self.assertEqual([row["reputation"] for row in sorted_], [False, True, False, False, False])
        self.assertIn("“grow” and “revenue”", sorted_[0]["reason"])
        self.assertTrue(all(row["reason"] and "\n" not in row["reason"] for row in sorted_))
        self.assertIn("“help nurses”", run("classify", "help nurses").stdout)
        self.assertIn("UTF-8", run("classify", b"\xff\xfe", status=2).stderr)
        self.assertIn("longer", run("classify", "x" * 20000, status=2).stderr)
        run("classify", status=2)

    def test_help_and_wrong_use(self):
        self.assertIn("chain", run("--help").stdout)
        self.assertIn("throughline-cli", run("--version").stdout)
        for verb in ("new", "import", "show", "chain", "classify", "export", "worksheet", "layout", "verify"):
            self.assertIn("Usage:", run(verb, "--help").stdout, verb)
            self.assertIn("--help", run(verb, "--no-such-option", status=2).stderr, verb)
        run(status=2)
        self.assertIn("dance", run("dance", status=2).stderr)
        self.assertIn("GOAL is missing", run("show", "only-a-file", status=2).stderr)
        self.assertIn("“c”", run("show", "a", "b", "c", status=2).stderr)
        run("export", "a.throughline", status=2)
        run("export", "a.throughline", "-o", "out.gif", status=2)
        run("export", "a.throughline", "-o", "out.svg", "--direction", "up", status=2)
        run("export", "a.throughline", "-o", "out.svg", "--deepest", "cellar", status=2)
        run("export", "a.throughline", "-o", "out.svg", "--deepest", "team", "--goal", "b", status=2)
        run("export", "a.throughline", "-o", "out.svg", "--person", "a", "--goal", "b", status=2)
        run("import", "a.throughline", "b.csv", "--as", "poems", status=2)
        run("new", "a.throughline", "--currency", "Euro", status=2)
        run("show", "a.throughline", "b", "--date", "31.12.2026", status=2)

    def test_map(self):
        run("new", self.document)
        source = self.write("ziele.csv", "Ziel;Wer\nWachsen;Ines\n")
        self.assertIn("--map", run("import", self.document, source, status=1).stderr)
        self.assertIn("COLUMN=FIELD", run("import", self.document, source, "--map", "Ziel", status=2).stderr)
        report = facts("import", self.document, source, "--map", "Ziel=Title", "--map", "Wer=Owner")
        self.assertEqual((report["imported"]["goals"], report["imported"]["people"]), (1, 1))

    def test_import_of_headings_only(self):
        run("new", self.document)
        report = facts("import", self.document, self.write("goals.csv", "Goal ID,Title\n"))
        self.assertIn("no rows", report["remarks"][0]["reason"])

    def test_import_of_names_in_two_columns(self):
        run("new", self.document)
        source = self.write("people.csv", "Employee ID,First Name,Last Name,Full Name,Title,Manager ID\n"
                                          "1,Ines,Moreau,,Head,\n2,Imre,,,Seller,1\n3,,Sato,,Seller,1\n")
        self.assertEqual(facts("import", self.document, source)["imported"]["people"], 3)
        for name in ("Ines Moreau", "Imre", "Sato"):
            self.assertEqual(facts("chain", self.document, name)["person"], name)
        again = facts("import", self.document, self.write("more.csv", "Person ID,Name,Last Name\n1,Ines Moreau,Moreau\n"))
        self.assertEqual(sum(again["updated"].values()), 0)

    def test_many_readings_of_one_day(self):
        self.make()
        rows = "".join(f"O1,Revenue,2026-03-01,{i}\n" for i in range(60000))
        report = facts("import", self.document, self.write("r.csv", "Goal ID,Measure,Date,Value\n" + rows))
        self.assertEqual(report["added"]["readings"], 60000)
        again = facts("import", self.document, self.path("r.csv"))
        self.assertEqual(again["unchanged"]["readings"], 60000)

    def test_import_tells_of_owners_left_out(self):
        run("new", self.document, "--name", "Lumen")
        source = self.write("goals.csv", "Title,Level,Unit,Owner\nGrow,organisation,,Ines\nSell,function,Sales,Imre\n"
                                         "Call,function,,Support\nLead,organisation,,Lumen\nHelp,person,,Ines\n")
        remarks = facts("import", self.document, source)["remarks"]
        self.assertEqual([(remark["line"], remark["column"]) for remark in remarks], [(2, "Owner"), (3, "Owner")])

    def test_print_that_fails(self):
        self.make()
        with open("/dev/full", "w", encoding="utf-8") as full:
            for more in ([], ["--json"]):
                result = subprocess.run([PROGRAM, "show", self.document, "O1", *more], stdout=full, timeout=60)
                self.assertEqual(result.returncode, 1)

    def test_beginning_of_an_id(self):
        self.make()
        uuid = facts("show", self.document, "O1")["uuid"]
        self.assertEqual(facts("show", self.document, uuid[:30])["id"], "O1")

    def test_export_spares_the_document(self):
        run("new", self.path("a.csv"), "--name", "Lumen")
        os.symlink("a.csv", self.path("b.csv"))
        for name in ("a.csv", "b.csv"):
            run("export", self.path("a.csv"), "-o", self.path(name), status=2)
        self.assertTrue(facts("verify", self.path("a.csv"))["ok"])

    def test_export_says_why_not(self):
        self.make()
        for name in ("no/such/a.svg", "no/such/a.csv"):
            message = run("export", self.document, "-o", self.path(name), status=1).stderr
            self.assertIn("“" + os.path.basename(name) + "” could not be written: there is no such folder.", message)
            self.assertNotIn(self.folder.name, message)

    def test_new(self):
        run("new", self.document)
        self.assertEqual(facts("verify", self.document), {"ok": True, "problems": []})
        self.assertIn("a.throughline", run("new", self.document, status=1).stderr)
        run("new", self.path("no/such/folder.throughline"), status=1)
        self.assertFalse(os.path.exists(self.path("no")))

    def test_new_example(self):
        run("new", self.document, "--example")
        self.assertTrue(facts("verify", self.document)["ok"])
        self.assertEqual(os.stat(self.document).st_mode & 0o777, 0o600)
        run("new", self.path("b.throughline"), "--example", "--name", "Other", status=2)

    def test_new_template(self):
        run("new", self.document, "--template", "sales-team", "--name", "Brightwater", "--currency", "EUR")
        self.assertTrue(facts("verify", self.document)["ok"])
        self.assertIn("Brightwater · No data", run("show", self.document, "Grow revenue").stdout)
        message = run("new", self.path("b.throughline"), "--template", "circus", status=2).stderr
        self.assertIn("public-agency", message)
        run("new", self.path("b.throughline"), "--template", "sales-team", "--example", status=2)
        self.assertFalse(os.path.exists(self.path("b.throughline")))

    def test_private_notes_never_leave_unasked(self):
        run("new", self.document, "--name", "Brightwater")
        with open(self.path("goals.csv"), "w", encoding="utf-8") as file:
            file.write("Title,Owner,Private Notes\nGrow,Ann,marker-7f3a\n")
        with open(self.path("people.csv"), "w", encoding="utf-8") as file:
            file.write("Name,Role,Private Notes\nAnn,Seller,marker-7f3a\n")
        run("import", self.document, self.path("goals.csv"), self.path("people.csv"))
        os.mkdir(self.path("all"))
        for out in ("a.svg", "a.pdf", "a.png", "a.csv", "a.json", "all"):
            run("export", self.document, "-o", self.path(out))
        run("export", self.document, "-o", self.path("ann.svg"), "--person", "Ann")
        shown = run("show", self.document, "Grow", "--how").stdout + run("chain", self.document, "Ann").stdout
        self.assertNotIn("marker", shown)
        exports = [self.path(name) for name in ("a.svg", "a.pdf", "a.png", "a.csv", "a.json", "ann.svg")]
        exports += [os.path.join(self.path("all"), name) for name in os.listdir(self.path("all"))]
        self.assertEqual(len(exports), 15)
        for export in exports:
            with open(export, "rb") as file:
                self.assertNotIn(b"marker", text_of(export, file.read()), export)
        for out in ("b.csv", "b.json"):
            run("export", self.document, "-o", self.path(out), "--private-notes")
            with open(self.path(out), "rb") as file:
                self.assertIn(b"marker-7f3a", file.read())
        run("export", self.document, "-o", self.path("b.svg"), "--private-notes", status=2)

    def test_conversations_never_leave_unasked(self):
        """A marker in every text of a conversation: in no export, on no output and in no log, unless it is asked for."""
        run("new", self.document, "--name", "Brightwater")
        self.write("people.csv", "Name,Role\nAnn,Seller\n")
        self.write("goals.csv", "Goal ID,Title,Owner\nG-1,Grow,Ann\n")
        self.write("conversations.csv", "Conversation ID,Person,Date,Coach,Question Set,Place,Skipped,Open Questions,"
                   f"Private Notes\nC,Ann,2026-03-02{',marker-7f3a' * 6}\n")
        self.write("statements.csv", "Conversation ID,Statement ID,Goal ID,Facet,Statement,Question,Who,Detail,Skills,"
                   f"Learned\nC,S,G-1,Work{',marker-7f3a' * 6}\nC,T,,Impact{',marker-7f3a2' * 6}\n")
        self.write("links.csv", "From Statement,To Statement\nS,T\n")
        tables = [self.path(name) for name in os.listdir(self.folder.name) if name.endswith(".csv")]
        loud = {**os.environ, "G_MESSAGES_DEBUG": "all"}

        def said(*arguments):
            result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120, env=loud,
                                    check=True)
            return result.stdout + result.stderr

        os.mkdir(self.path("all"))
        words = said("import", self.document, *tables)
        for out in ("a.svg", "a.pdf", "a.png", "a.csv", "a.json", "all"):
            words += said("export", self.document, "-o", self.path(out))
        words += said("export", self.document, "-o", self.path("ann.svg"), "--person", "Ann")
        for verb in (["show", "Grow", "--how"], ["chain", "Ann"], ["verify"]):
            words += said(verb[0], self.document, *verb[1:])
        self.assertNotIn("marker", words)

        exports = [self.path(name) for name in ("a.svg", "a.pdf", "a.png", "a.csv", "a.json", "ann.svg")]
        exports += [os.path.join(self.path("all"), name) for name in os.listdir(self.path("all"))]
        self.assertEqual(len(exports), 15)
        for export in exports:
            with open(export, "rb") as file:
                self.assertNotIn(b"marker", text_of(export, file.read()), export)

        run("export", self.document, "-o", self.path("b.json"), "--private-notes")
        run("export", self.document, "-o", self.path("all"), "--private-notes")
        with open(self.path("b.json"), "rb") as file:
            self.assertEqual(file.read().count(b"marker"), 18)
        for name, n_markers in (("conversations.csv", 6), ("statements.csv", 12), ("statement-links.csv", 0)):
            with open(os.path.join(self.path("all"), name), "rb") as file:
                self.assertEqual(file.read().count(b"marker"), n_markers, name)

    def test_new_example_that_is_not_there(self):
        result = subprocess.run([PROGRAM, "new", self.document, "--example"], capture_output=True, text=True, timeout=60,
                                env={**os.environ, "THROUGHLINE_DATADIR": self.folder.name})
        self.assertEqual(result.returncode, 1)
        self.assertIn("THROUGHLINE_DATADIR", result.stderr)
        self.assertFalse(os.path.exists(self.document))

    def test_new_example_from_the_build_folder(self):
        environment = {name: value for name, value in os.environ.items() if name != "THROUGHLINE_DATADIR"}
        subprocess.run([os.path.abspath(PROGRAM), "new", self.document, "--example"], check=True, env=environment,
                       cwd=self.folder.name, timeout=60)
        self.assertTrue(facts("verify", self.document)["ok"])

    def test_import(self):
        report = self.make()
        self.assertEqual(report["imported"]["goals"], 5)
        self.assertEqual(report["imported"]["contributions"], 3)
        self.assertEqual(report["imported"]["people"], 2)
        self.assertEqual(report["imported"]["units"], 1)
        self.assertEqual(report["skipped"], [])

        again = facts("import", self.document, self.path("goals.csv"))
        self.assertEqual(sum(again["added"].values()), 0)

    def test_import_dry_run_changes_nothing(self):
        run("new", self.document)
        with open(self.document, "rb") as file:
            before = file.read()
        report = facts("import", self.document, self.write("goals.csv", GOALS), "--dry-run")
        self.assertEqual(report["imported"]["goals"], 5)
        with open(self.document, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_import_says_what_was_not_read(self):
        run("new", self.document)
        source = self.write("goals.csv", "Goal ID,Contributes To,Title,Due Date\n"
                                         "a,b,A goal,2026-12-31\nb,a,Another,2026-02-31\nc,zzz,A third,\n")
        report = facts("import", self.document, source)
        self.assertEqual(report["imported"]["goals"], 3)
        reasons = {(issue["line"], issue["column"]) for issue in report["skipped"]}
        self.assertEqual(len(report["skipped"]), 3, report["skipped"])
        self.assertIn((3, "Due Date"), reasons)
        self.assertIn((4, "Contributes To"), reasons)
        for issue in report["skipped"]:
            self.assertTrue(issue["reason"])
            self.assertEqual(issue["file"], "goals.csv")

    def test_import_refuses_what_makes_no_sense(self):
        self.make()
        with open(self.document, "rb") as file:
            before = file.read()
        for name, text in (("quote.csv", 'Title\n"never closed\n'), ("empty.csv", ""),
                           ("prose.csv", "Once upon a time\nthere was a goal\n"), ("nul.csv", "Title\na\0b\n")):
            message = run("import", self.document, self.write(name, text), status=1).stderr
            self.assertIn(name, message)
        run("import", self.document, self.path("not-there.csv"), status=1)
        run("import", self.document, self.folder.name, status=1)
        with open(self.document, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_show(self):
        self.make()
        goal = facts("show", self.document, "O1")
        self.assertEqual(goal["id"], "O1")
        self.assertEqual(goal["title"], "Grow revenue")
        self.assertEqual(goal["level"], "organisation")
        self.assertEqual(goal["facet"], "result")
        self.assertEqual(goal["owner"], "Lumen")
        self.assertAlmostEqual(goal["own"], 0.5)
        self.assertAlmostEqual(goal["attainment"], 0.5)
        self.assertAlmostEqual(goal["support"], 0.25)
        self.assertAlmostEqual(facts("show", self.document, "O1", "--date", "2026-07-02")["expected"], 0.5, delta=0.005)
        self.assertEqual(len(goal["measures"]), 1)
        self.assertEqual(goal["measures"][0]["target"], 4200000)

        unknown = facts("show", self.document, "P3")
        self.assertIsNone(unknown["attainment"])
        self.assertEqual(unknown["health"], "no data")

        self.assertIn("50", run("show", self.document, "O1", "--how").stdout)

    def test_names(self):
        self.make()
        self.assertEqual(facts("show", self.document, "grow REVENUE")["id"], "O1")
        self.assertEqual(facts("show", self.document, "Grow the")["id"], "F1")
        uuid = facts("show", self.document, "O1")["uuid"]
        self.assertEqual(facts("show", self.document, uuid[:13])["id"], "O1")
        ambiguous = run("show", self.document, "Grow", status=1).stderr
        self.assertIn("Grow revenue", ambiguous)
        self.assertIn("Grow the accounts", ambiguous)
        self.assertIn("Nothing at all", run("show", self.document, "Nothing at all", status=1).stderr)
        self.assertIn("Ines Moreau", run("chain", self.document, "I", status=1).stderr)
        run("show", self.document, "", status=1)

    def test_chain(self):
        self.make()
        chain = facts("chain", self.document, "Ines Moreau")
        self.assertEqual(chain["person"], "Ines Moreau")
        self.assertEqual({goal["id"] for goal in chain["goals"]}, {"P1", "P2"})
        self.assertIn(["P2", "P1", "F1", "O1"], chain["paths"])
        self.assertEqual([goal["id"] for goal in chain["objectives"]], ["O1"])
        text = " ".join(chain["sentences"])
        for title in ("Understand the strategy of each client", "Help clients know their customers", "Grow revenue"):
            self.assertIn(title, text)

        alone = facts("chain", self.document, "Imre")
        self.assertEqual(alone["objectives"], [])
        self.assertEqual([goal["id"] for goal in alone["unconnected"]], ["P3"])
        self.assertTrue(alone["sentences"])

    def test_export_svg(self):
        self.make()
        for arguments in ((), ("--person", "Ines"), ("--goal", "F1"), ("--unit", "Sales"),
                          ("--direction", "right"), ("--deepest", "organisation"), ("--dark",)):
            out = self.path("out.svg")
            run("export", self.document, "-o", out, *arguments)
            root = ElementTree.parse(out).getroot()
            text = " ".join(root.itertext())
            self.assertIn("Grow revenue", text, arguments)
            os.remove(out)
        run("export", self.document, "-o", self.path("out.svg"), "--person", "Imre")
        text = " ".join(ElementTree.parse(self.path("out.svg")).getroot().itertext())
        self.assertIn("Write the handbook", text)
        self.assertNotIn("Grow revenue", text)

    def test_export_pdf_and_png(self):
        self.make()
        run("export", self.document, "-o", self.path("out.pdf"))
        run("export", self.document, "-o", self.path("out.png"))
        with open(self.path("out.pdf"), "rb") as file:
            self.assertEqual(file.read(5), b"%PDF-")
        with open(self.path("out.png"), "rb") as file:
            self.assertEqual(file.read(4), b"\x89PNG")

    def test_export_on_paper(self):
        """What is asked for is what the pages are; what cannot be is refused before anything is written."""
        self.make()
        out = self.path("out.pdf")
        shapes = {
            ("--paper", "a4", "--portrait"): (1, "595.276 x 841.89"),
            ("--paper", "a3"): (1, "841.89 x 1190.55"),
            ("--paper", "A4", "--landscape"): (1, "841.89 x 595.276"),
            ("--paper", "letter", "--portrait"): (1, "612 x 792"),
            ("--paper", "a3", "--tiles", "2", "--portrait"): (None, "841.89 x 1190.55"),
            ("--paper", "a4", "--scale", "2", "--portrait"): (None, "595.276 x 841.89"),
        }
        for arguments, (n_pages, size) in shapes.items():
            run("export", self.document, "-o", out, *arguments)
            with open(out, "rb") as file:
                self.assertIn(b"Grow revenue", text_of(out, file.read()))
            if shutil.which("pdfinfo"):
                info = subprocess.run(["pdfinfo", out], capture_output=True, check=True, text=True).stdout
                self.assertIn(size, info, arguments)
                if n_pages:
                    self.assertRegex(info, rf"Pages: +{n_pages}\n", arguments)
            os.remove(out)
        run("export", self.document, "-o", self.path("s.png"), "--scale", "0.5")
        run("export", self.document, "-o", self.path("l.png"), "--scale", "1")
        self.assertLess(os.path.getsize(self.path("s.png")), os.path.getsize(self.path("l.png")))

        for name, *arguments in (("o.pdf", "--paper", "a5"), ("o.pdf", "--tiles", "0"), ("o.pdf", "--tiles", "many"),
                                 ("o.pdf", "--tiles", "51"), ("o.svg", "--paper", "a4"), ("o.png", "--tiles", "2"),
                                 ("o.svg", "--landscape"), ("o.svg", "--portrait"),
                                 ("o.pdf", "--landscape", "--portrait"), ("o.pdf", "--scale", "2"), ("o.svg", "--scale", "2"),
                                 ("o.png", "--scale", "0"), ("o.png", "--scale", "-1"), ("o.png", "--scale", "nan"),
                                 ("o.png", "--scale", "11"), ("o.csv", "--paper", "a4"), ("o.csv", "--scale", "2"),
                                 ("o.pdf", "--paper", "a4", "--tiles", "2", "--scale", "1")):
            run("export", self.document, "-o", self.path(name), *arguments, status=2)
            self.assertFalse(os.path.exists(self.path(name)))

    def test_export_csv_comes_back(self):
        self.make()
        run("export", self.document, "-o", self.path("out.csv"))
        other = self.path("b.throughline")
        run("new", other, "--name", "Lumen")
        report = facts("import", other, self.path("out.csv"))
        self.assertEqual(report["skipped"], [])
        for goal in ("O1", "F1", "P1", "P2", "P3"):
            first = facts("show", self.document, goal, "--date", "2026-07-02")
            second = facts("show", other, goal, "--date", "2026-07-02")
            for key in ("uuid", "measures"):
                first.pop(key), second.pop(key)
            self.assertEqual(first, second)

    def test_export_json(self):
        self.make()
        run("export", self.document, "-o", self.path("out.json"))
        run("export", self.document, "-o", self.path("LOUD.JSON"))
        with open(self.path("LOUD.JSON"), encoding="utf-8") as file:
            json.load(file)
        with open(self.path("out.json"), encoding="utf-8") as file:
            self.assertIn("Grow revenue", json.dumps(json.load(file)))

    def test_export_failure_leaves_nothing(self):
        self.make()
        run("export", self.document, "-o", self.path("no/such/out.svg"), status=1)
        run("export", self.document, "-o", self.path("out.svg"), "--person", "Nobody", status=1)
        self.assertFalse(os.path.exists(self.path("out.svg")))

    def test_no_documents(self):
        text = self.write("b.throughline", "This is no database")
        for verb in (("show", text, "x"), ("chain", text, "x"), ("verify", text), ("import", text, text),
                     ("export", text, "-o", self.path("o.svg"))):
            self.assertIn("b.throughline", run(*verb, status=1).stderr)
        run("show", self.path("missing.throughline"), "x", status=1)

    def test_verify_finds_damage(self):
        self.make()
        with open(self.document, "r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096)
        report = facts("verify", self.document, status=1)
        self.assertFalse(report["ok"])
        self.assertTrue(report["problems"])

    def test_verify_rescues(self):
        self.make()
        with open(self.document, "r+b") as file:
            file.seek(0, os.SEEK_END)
            self.assertGreater(file.tell(), 16 * 4096)
            file.seek(9 * 4096)
            file.write(b"\xff" * 4096)
            file.seek(0)
            before = file.read()
        report = facts("verify", self.document, status=1)
        self.assertIsNone(report["rescue"]["file"])
        self.assertIn("--rescue", run("verify", self.document, status=1).stdout)

        out = self.path("rescued.throughline")
        report = facts("verify", self.document, "--rescue", out)
        self.assertTrue(facts("verify", out)["ok"])
        self.assertEqual(os.stat(out).st_mode & 0o777, 0o600)
        self.assertGreater(sum(report["rescue"]["found"].values()), 0)
        self.assertIn("rescued.throughline", run("verify", self.document, "--rescue", out, status=1).stdout)
        with open(self.document, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_layout(self):
        graph = self.write("graph.json", json.dumps({
            "nodes": [{"id": "a", "layer": 0, "width": 100, "height": 50},
                      {"id": "b", "layer": 1, "width": 100, "height": 50},
                      {"id": "c", "layer": 1, "width": 100, "height": 50}],
            "edges": [{"from": "a", "to": "b"}, {"from": "a", "to": "c"}]}))
        out = self.path("out.json")
        self.assertTrue(re.search(r"layout_ms \d", run("layout", graph, "-o", out).stdout))
        with open(out, encoding="utf-8") as file:
            nodes = {node["id"]: node for node in json.load(file)["nodes"]}
        self.assertGreaterEqual(abs(nodes["b"]["x"] - nodes["c"]["x"]), 100)
        self.assertLess(nodes["a"]["y"], nodes["b"]["y"])

    def test_layout_keeps(self):
        """After an edit, what stood keeps its order, and what has a new parent goes there."""
        nodes = [{"id": "top%d" % i, "layer": 0, "width": 100, "height": 50} for i in range(4)]
        nodes += [{"id": "low%d" % i, "layer": 1, "width": 100, "height": 50} for i in range(12)]
        edges = [{"from": "top%d" % (i // 3), "to": "low%d" % i} for i in range(12)]
        before, after = self.path("before.json"), self.path("after.json")
        run("layout", self.write("graph.json", json.dumps({"nodes": nodes, "edges": edges})), "-o", before)
        nodes.append({"id": "new", "layer": 1, "width": 100, "height": 50})
        edges.append({"from": "top1", "to": "new"})
        edges[0]["from"] = "top3"
        run("layout", self.write("graph.json", json.dumps({"nodes": nodes, "edges": edges})),
            "--prev", before, "-o", after)
        places = []
        for path in (before, after):
            with open(path, encoding="utf-8") as file:
                places.append({node["id"]: node["x"] for node in json.load(file)["nodes"]})
        settled = ["low%d" % i for i in range(1, 12)]
        self.assertEqual(sorted(settled, key=places[0].get), sorted(settled, key=places[1].get))
        self.assertGreater(places[1]["low0"], places[1]["low8"])
        self.assertTrue(places[1]["low2"] < places[1]["new"] < places[1]["low6"])

    def test_layout_refuses(self):
        out = self.path("out.json")
        for text in ("", "[]", '{"nodes": []}', '{"nodes": [{"id": "a"}], "edges": []}',
                     '{"nodes": [{"id": "a", "id": "b"}], "edges": []}',
                     '{"nodes": [], "edges": [{"from": "a", "to": "b"}]}', "[" * 100000):
            run("layout", self.write("graph.json", text), "-o", out, status=1)
            self.assertFalse(os.path.exists(out))
        run("layout", self.write("graph.json", "{}"), status=2)

    @unittest.skipUnless(SHARED_DATA, "the real data sets are not here")
    def test_federal(self):
        run("new", self.document, "--name", "Government")
        folder = os.path.join(SHARED_DATA, "federal")
        report = facts("import", self.document, os.path.join(folder, "goals.csv"), os.path.join(folder, "readings.csv"))
        self.assertEqual(report["imported"]["goals"], 558)
        self.assertEqual(report["imported"]["contributions"], 351)
        self.assertEqual(report["imported"]["units"], 24)
        self.assertEqual(report["imported"]["readings"], 756)
        self.assertEqual(report["imported"]["measures"], 227)
        run("export", self.document, "-o", self.path("federal.svg"))
        ElementTree.parse(self.path("federal.svg"))
        self.assertTrue(facts("verify", self.document)["ok"])


if __name__ == "__main__":
    os.environ["THROUGHLINE_DATADIR"] = os.path.dirname(os.path.abspath(EXAMPLE))
    outcome.run_and_exit(CommandLine)
