# SPDX-License-Identifier: GPL-3.0-or-later
"""An installation brings everything that the desktop needs, and settings and icons that work from there.

Usage: check-install.py MESON BUILD_ROOT PREFIX DATADIR [PROGRAM...]
"""

import pathlib
import subprocess
import sys
import tempfile

import tap

APP_ID = 'io.github.throughline.Throughline'
SHARED = (
    f'applications/{APP_ID}.desktop',
    f'glib-2.0/schemas/{APP_ID}.gschema.xml',
    f'icons/hicolor/scalable/apps/{APP_ID}.svg',
    f'icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg',
    'icons/hicolor/scalable/mimetypes/application-vnd.throughline.svg',
    'man/man1/throughline.1',
    'man/man1/throughline-cli.1',
    f'metainfo/{APP_ID}.metainfo.xml',
    f'mime/packages/{APP_ID}.xml',
    'throughline/coaching/cues-en.ini',
    'throughline/coaching/questions-grow.ini',
    'throughline/coaching/questions-work-impact-result.ini',
    'throughline/templates/sales-team/goals.csv',
    'throughline/templates/product-company/goals.csv',
    'throughline/templates/public-agency/goals.csv',
)


def main():
    meson, build, prefix, datadir, *programs = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([meson, 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', folder],
                              capture_output=True, text=True, check=False)
        tap.check(done.returncode == 0, 'it installs', done.stdout + done.stderr)
        top = pathlib.Path(folder) / pathlib.PurePath(prefix).relative_to('/')
        share = top / datadir
        for name in SHARED:
            tap.check((share / name).is_file(), f'{name} is installed')
        for name in programs:
            found = share / 'throughline' / name if name.endswith('.throughline') else top / 'bin' / name
            tap.check(found.is_file(), f'{name} is installed')
        stray = [str(path) for path in pathlib.Path(folder).rglob('*') if path.suffix in ('.a', '.h', '.c')]
        tap.check(not stray, 'nothing that only a build needs is installed', '\n'.join(stray))
        done = subprocess.run(['glib-compile-schemas', '--strict', str(share / 'glib-2.0' / 'schemas')],
                              capture_output=True, text=True, check=False)
        tap.check(done.returncode == 0, 'the settings compile where they are installed', done.stderr)
    tap.finish()


main()
