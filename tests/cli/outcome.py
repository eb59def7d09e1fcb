# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of a class, and says each result as a line of the Test Anything Protocol."""

import os
import sys
import unittest


class Tap(unittest.TextTestResult):
    """Says each result as a line of the Test Anything Protocol."""

    n = 0

    def say(self, outcome, test, note=""):
        Tap.n += 1
        print(f"{outcome} {Tap.n} - {test.id()}{note}", flush=True)

    def addSuccess(self, test):
        self.say("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print("\n".join("# " + line for line in self._exc_info_to_string(err, test).splitlines()))
        self.say("not ok", test)

    addError = addFailure

    def addSkip(self, test, reason):
        self.say("ok", test, f" # SKIP {reason}")


def run_and_exit(case):
    """Runs every test of the class CASE and ends the program."""
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    print(f"1..{suite.countTestCases()}")
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        outcome = unittest.TextTestRunner(stream=nowhere, resultclass=Tap).run(suite)
    sys.exit(0 if outcome.wasSuccessful() else 1)
