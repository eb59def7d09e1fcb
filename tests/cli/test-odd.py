#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cascades that nobody draws on purpose and somebody has, each drawn in every way there is.
Usage: test-odd.py PROGRAM MAKER"""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

# Nothing is written into the folder of the sources.
sys.dont_write_bytecode = True
import outcome  # noqa: E402

PROGRAM, MAKER = sys.argv[1:3]
SVG = "{http://www.w3.org/2000/svg}"


# Cairo 1.16 forgets two arrays each time that it embeds a font whose glyphs have no names, as Chinese ones.
FORGETFUL = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}


def run(*arguments, environment=None):
    result = subprocess.run(arguments, capture_output=True, text=True, timeout=200, env=environment)
    if result.returncode != 0:
        raise AssertionError(f"{arguments} ended with {result.returncode}: {result.stderr}{result.stdout[:500]}")
    return result.stdout


def count_goals():
    """The name of each odd cascade, and how many goals it has"""
    return {name: int(n) for name, n in (line.split() for line in run(MAKER).splitlines())}


class OddCascades(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def make(self, name):
        document = self.path(name + ".throughline")
        run(MAKER, name, document)
        return document

    def export(self, name, ending, *options):
        target = self.path("out" + ending)
        run(PROGRAM, "export", self.path(name + ".throughline"), "-o", target, *options,
            environment=FORGETFUL if (name, ending) == ("titles", ".pdf") else None)
        with open(target, "rb") as file:
            return target, file.read()

    def check_svg(self, name, *options):
        """A picture that is well formed, and larger than nothing; returns the texts in it."""
        _, content = self.export(name, ".svg", *options)
        root = ElementTree.fromstring(content)
        self.assertGreater(float(root.get("width").rstrip("ptx")), 0)
        self.assertGreater(float(root.get("height").rstrip("ptx")), 0)
        self.assertNotIn(b"nan", content.lower().replace(b"finance", b""))
        return ["".join(each.itertext()) for each in root.iter(SVG + "text")]

    def check_pdf(self, name, *options):
        """Returns how many pages it has, where that can be asked."""
        target, content = self.export(name, ".pdf", *options)
        self.assertTrue(content.startswith(b"%PDF"))
        if not shutil.which("pdfinfo"):
            return None
        facts = dict(line.split(":", 1) for line in run("pdfinfo", target).splitlines() if ":" in line)
        return int(facts["Pages"])

    def check_png(self, name, *options):
        _, content = self.export(name, ".png", *options)
        self.assertEqual(content[:8], b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", content[16:24])
        self.assertGreater(width, 0)
        self.assertGreater(height, 0)

    def check(self, name):
        """Every way to draw the whole of it; returns the texts of the picture of everything."""
        self.make(name)
        self.assertIn("is well", run(PROGRAM, "verify", self.path(name + ".throughline")))
        for direction in ("down", "right"):
            for deepest in ("organisation", "function", "team"):
                self.check_svg(name, "--direction", direction, "--deepest", deepest)
        self.assertIn(self.check_pdf(name), (1, None))
        self.check_pdf(name, "--paper", "a4", "--tiles", "2")
        self.check_png(name, "--scale", "0.1", "--direction", "right")
        self.check_svg(name, "--direction", "right")
        return self.check_svg(name)

    def check_all_shown(self, name, beginning):
        """That every goal is on the picture; the titles of those begin with BEGINNING."""
        texts = self.check(name)
        self.assertEqual(len([text for text in texts if text.startswith(beginning)]), count_goals()[name])

    def test_empty(self):
        self.assertIn("Lumen", self.check("empty"))

    def test_one(self):
        self.check_all_shown("one", "Grow revenue")

    def test_thousands_under_one(self):
        texts = self.check("wide")
        self.assertEqual(len({text for text in texts if text.startswith("Win customer number")}), count_goals()["wide"] - 1)

    def test_deep_chain(self):
        self.check_all_shown("deep", "Step ")

    def test_unconnected(self):
        self.check_all_shown("loose", "Something of its own ")

    def test_two_organisations(self):
        texts = self.check("two")
        for text in ("Lumen", "Brightwater", "Grow revenue", "Client grows revenue", "Ours 4", "Theirs 4"):
            self.assertIn(text, texts)

    def test_titles(self):
        texts = self.check("titles")
        self.assertEqual(texts.count("Untitled goal"), 2)
        for beginning in ("تنمية", "להגדיל", "既存のお客様", "高度なサービス", "🚀", "Grow <b>revenue</b>", "First line second", "x"):
            self.assertTrue(any(text.startswith(beginning) for text in texts), beginning)
        # What does not fit is cut, and says so.
        for beginning in ("all of what", "WWWWW"):
            self.assertTrue(any(text.startswith(beginning) and text.endswith("…") for text in texts), beginning)
        # What stands on a line is one line.
        self.assertFalse([text for text in texts if "\n" in text or "\t" in text])


if __name__ == "__main__":
    outcome.run_and_exit(OddCascades)
