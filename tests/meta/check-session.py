# SPDX-License-Identifier: GPL-3.0-or-later
"""A session for tests gives a display and an accessibility bus, passes the exit status on, and leaves nothing behind.

Usage: check-session.py RUN_IN_SESSION
"""

import os
import pathlib
import subprocess
import sys
import tempfile

import tap

ASK_BUS = ('gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus '
           '--method org.a11y.Bus.GetAddress')


def run(session, command, **variables):
    """Runs a shell COMMAND in a session."""
    return subprocess.run([session, 'sh', '-c', command], env=dict(os.environ, **variables), text=True,
                          capture_output=True, check=False, timeout=60)


def main():
    session = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        done = run(session, 'xdotool getdisplaygeometry; ls -A "$HOME"', TMPDIR=folder)
        tap.check(done.stdout.split() == ['1600', '1000'], 'a display of 1600 by 1000 and an empty home',
                  done.stdout + done.stderr)
        done = run(session, 'xdotool getdisplaygeometry', TMPDIR=folder, TL_SCREEN='1024x600')
        tap.check(done.stdout.split() == ['1024', '600'], 'a display of another size', done.stdout + done.stderr)
        done = run(session, ASK_BUS, TMPDIR=folder)
        tap.check('unix:' in done.stdout, 'an accessibility bus', done.stdout + done.stderr)
        done = run(session, 'exit 7', TMPDIR=folder)
        tap.check(done.returncode == 7, 'the exit status is passed on', done.returncode)
        left = [path.name for path in pathlib.Path(folder).iterdir()]
        tap.check(not left, 'nothing is left behind', left)
    tap.finish()


main()
