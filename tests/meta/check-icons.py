# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons are complete, and the symbolic ones are drawn so that GTK can recolour them.

Usage: check-icons.py SOURCE_ROOT
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

import tap

SVG = '{http://www.w3.org/2000/svg}'
APP_ID = 'io.github.throughline.Throughline'
NEEDED = (
    f'hicolor/scalable/apps/{APP_ID}.svg',
    f'hicolor/symbolic/apps/{APP_ID}-symbolic.svg',
    'hicolor/scalable/mimetypes/application-vnd.throughline.svg',
)


def check_symbolic(path, root):
    """GTK recolours the fill of a few elements and ignores strokes."""
    name = path.name
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    tap.check(tags <= {'svg', 'g', 'path', 'rect', 'circle'}, f'{name} uses only what is recoloured', tags)
    tap.check(not any('stroke' in element.attrib for element in root.iter()), f'{name} has no strokes')
    tap.check(root.get('viewBox') == '0 0 16 16', f'{name} is 16 by 16', root.get('viewBox'))


def main():
    icons = pathlib.Path(sys.argv[1]) / 'icons'
    readme = (icons / 'README.md').read_text(encoding='utf-8')
    resources = (icons / 'tl-icons.gresource.xml').read_text(encoding='utf-8')

    for name in NEEDED:
        tap.check((icons / name).exists(), f'{name} is there')
    for path in sorted(icons.rglob('*.svg')):
        name = str(path.relative_to(icons))
        root = ElementTree.parse(path).getroot()
        tap.check(name in readme, f'{name} is described in the README')
        if path.stem.endswith('-symbolic'):
            check_symbolic(path, root)
        else:
            tap.check(root.get('viewBox') == '0 0 128 128', f'{name} is 128 by 128', root.get('viewBox'))
        if path.parent.name == 'symbolic' and path.parent.parent == icons:
            tap.check(f'>{name}<' in resources, f'{name} is compiled in')
    tap.finish()


main()
