# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of docs/architecture.md: which room may include what."""

import pathlib
import re

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)

# A room's headers are open to the rooms that name it here.
ROOMS = {
    'model': set(),
    'store': {'model'},
    'document': {'store', 'model'},
    'analysis': {'model'},
    'layout': set(),
    'render': {'layout', 'analysis', 'model'},
    'exchange': {'document', 'model'},
    'app': {'model', 'store', 'document', 'analysis', 'layout', 'render', 'exchange'},
    'cli': {'model', 'store', 'document', 'analysis', 'layout', 'render', 'exchange'},
}

# What else a room may include, by the names of PACKAGES; GLib's basic types and the C library are open to all.
ALLOWED = {
    'model': {'gobject', 'gio'},
    'store': {'gobject', 'gio', 'sqlite'},
    'document': {'gobject', 'gio'},
    'analysis': {'gobject', 'gio', 'gsl'},
    'layout': set(),
    'render': {'gobject', 'gio', 'cairo', 'pango'},
    'exchange': {'gobject', 'gio', 'jansson', 'expat', 'xlsxwriter'},
    'app': {'gobject', 'gio', 'cairo', 'pango', 'gtk', 'adwaita'},
    'cli': {'gobject', 'gio', 'cairo', 'pango', 'jansson', 'expat', 'xlsxwriter', 'gsl'},
}

# How the header of a package is recognised, and a declaration that only compiles where the package is known.
PACKAGES = {
    'sqlite': (('sqlite3',), '#include <sqlite3.h>\nsqlite3 *tl_probe (void);\n'),
    'gtk': (('gtk/', 'gdk/', 'gsk/'), '#include <gtk/gtk.h>\nGtkWidget *tl_probe (void);\n'),
    'adwaita': (('adwaita',), '#include <adwaita.h>\nAdwBin *tl_probe (void);\n'),
    'cairo': (('cairo',), '#include <cairo.h>\ncairo_t *tl_probe (void);\n'),
    'pango': (('pango/',), '#include <pango/pango.h>\nPangoLayout *tl_probe (void);\n'),
    'gsl': (('gsl/',), '#include <gsl/gsl_rng.h>\ngsl_rng *tl_probe (void);\n'),
    'jansson': (('jansson',), '#include <jansson.h>\njson_t *tl_probe (void);\n'),
    'expat': (('expat',), '#include <expat.h>\nXML_Parser tl_probe (void);\n'),
    'xlsxwriter': (('xlsxwriter',), '#include <xlsxwriter.h>\nlxw_workbook *tl_probe (void);\n'),
    'gio': (('gio/',), '#include <gio/gio.h>\nGFile *tl_probe (void);\n'),
    'gobject': (('glib-object', 'gobject/'), '#include <glib-object.h>\nGObject *tl_probe (void);\n'),
}


def package_of(header):
    """The name of the package HEADER belongs to; None for GLib's basic types and the C library."""
    for name, (beginnings, _probe) in PACKAGES.items():
        if header.startswith(beginnings):
            return name
    return None


def included(top, room):
    """The names of all headers that the files of ROOM include."""
    return {header for path in sources(top, room)
            for _kind, header in INCLUDE.findall(path.read_text(encoding='utf-8'))}


def sources(top, room):
    """The sources and headers of ROOM, sorted."""
    folder = pathlib.Path(top) / 'src' / room
    return sorted(path for path in folder.rglob('*') if path.suffix in ('.c', '.h'))


def built_rooms(top):
    """The rooms whose folder exists and is built."""
    return [room for room in ROOMS if (pathlib.Path(top) / 'src' / room / 'meson.build').exists()]
