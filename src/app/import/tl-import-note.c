/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something an import has to say about a place in a file, as an item of a list. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-import-note.h"

#include <glib/gi18n-lib.h>

struct _TlImportNote
{
  GObject parent_instance;

  char *where;
  char *reason;
};

enum
{
  PROP_WHERE = 1,
  PROP_REASON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlImportNote, tl_import_note, G_TYPE_OBJECT)

static char *
say_where (const TlImportIssue *issue)
{
  if (issue->line == 0)
    return g_strdup (issue->file);
  if (issue->column == NULL)
    return g_strdup_printf (_("%s, line %u"), issue->file, issue->line);

  return g_strdup_printf (_("%s, line %u, column “%s”"), issue->file, issue->line, issue->column);
}

static void
tl_import_note_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlImportNote *self = TL_IMPORT_NOTE (object);

  switch (prop_id)
    {
    case PROP_WHERE:
      g_value_set_string (value, self->where);
      break;

    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_import_note_finalize (GObject *object)
{
  TlImportNote *self = TL_IMPORT_NOTE (object);

  g_free (self->where);
  g_free (self->reason);

  G_OBJECT_CLASS (tl_import_note_parent_class)->finalize (object);
}

static void
tl_import_note_class_init (TlImportNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_import_note_get_property;
  object_class->finalize = tl_import_note_finalize;

  properties[PROP_WHERE] =
    g_param_spec_string ("where", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] =
    g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_import_note_init (TlImportNote *self)
{
}

/**
 * tl_import_note_new:
 * @issue: what the import has to say
 *
 * Returns: (transfer full): a copy of it for a list
 */
TlImportNote *
tl_import_note_new (const TlImportIssue *issue)
{
  TlImportNote *self;

  g_return_val_if_fail (issue != NULL, NULL);

  self = g_object_new (TL_TYPE_IMPORT_NOTE, NULL);
  self->where = say_where (issue);
  self->reason = g_strdup (issue->reason);
  return self;
}
