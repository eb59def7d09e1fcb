/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the people of one document are to look like when it is opened again: in which order, and what is opened below
 * what.  And a line for adding somebody that was not finished when the program was stopped: it stands there again.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <string.h>

#include "tl-document-state.h"
#include "tl-drafts.h"
#include "tl-people-private.h"

/* The draft of the line belongs to no entity; its property says what is added, and below which party. */
#define QUICK_ADD "quick-add"
#define QUICK_ADD_PEOPLE "people/"

#define SHAPE "people-shape"

static const char *const folding_keys[TL_N_PEOPLE_SHAPES] = { "folded-units", "folded-lines", "folded-alphabet" };

/* Keeps the order, and what is opened. */
void
tl_people_view_save_state (TlPeopleView *self)
{
  TlDocumentState *state = tl_document_state_of (self->document);
  TlPeopleShape shape = tl_people_tree_get_shape (self->tree);
  g_auto (GStrv) folding = tl_people_tree_dup_folding (self->tree, shape);
  g_autofree char *name = NULL;

  g_object_get (self, "shape", &name, NULL);
  tl_document_state_set_string (state, SHAPE, name);
  tl_document_state_set_strings (state, folding_keys[shape], (const char *const *) folding);
}

static void
drop_drafts (TlPeopleView *self,
             const char   *but)
{
  g_autoptr (GPtrArray) drafts = tl_document_dup_drafts (self->document);

  for (guint i = 0; i < drafts->len; i++)
    {
      TlDraft *draft = g_ptr_array_index (drafts, i);

      if (g_str_equal (draft->entity_id, QUICK_ADD) && g_str_has_prefix (draft->property, QUICK_ADD_PEOPLE) &&
          g_strcmp0 (draft->property, but) != 0)
        tl_document_drop_draft (self->document, QUICK_ADD, draft->property);
    }
}

static void
line_typed_cb (TlPeopleView *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->adder_entry));
  g_autofree char *property = NULL;

  if (*line != '\0')
    property = g_strdup_printf (QUICK_ADD_PEOPLE "%s/%s", g_type_name (self->added_type),
                                self->added_below != NULL ? self->added_below : "");
  drop_drafts (self, property);
  if (property != NULL)
    tl_document_keep_draft (self->document, QUICK_ADD, property, line);
}

static void
line_left_cb (TlPeopleView *self)
{
  drop_drafts (self, NULL);
}

static GType
find_type (const char *name)
{
  const GType types[] = { TL_TYPE_PERSON, TL_TYPE_UNIT, TL_TYPE_ORGANISATION };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (g_type_name (types[i]), name))
        return types[i];
    }

  return G_TYPE_INVALID;
}

/* Shows the line again, where it stood; when that party is gone, wherever the selection is. */
static void
bring_back_line (TlPeopleView  *self,
                 const TlDraft *draft)
{
  g_auto (GStrv) parts = g_strsplit (draft->property + strlen (QUICK_ADD_PEOPLE), "/", 2);
  GType type = parts[0] != NULL ? find_type (parts[0]) : G_TYPE_INVALID;
  TlEntity *below;

  if (type == G_TYPE_INVALID || parts[1] == NULL)
    return;

  below = tl_model_lookup (tl_document_get_model (self->document), parts[1]);
  tl_people_view_start_adding (self, type, TL_IS_PARTY (below) ? TL_PARTY (below) : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->adder_entry), draft->text);
}

static void
load_line (TlPeopleView *self)
{
  g_autoptr (GPtrArray) drafts = tl_document_dup_drafts (self->document);

  for (guint i = 0; i < drafts->len; i++)
    {
      TlDraft *draft = g_ptr_array_index (drafts, i);

      if (g_str_equal (draft->entity_id, QUICK_ADD) && g_str_has_prefix (draft->property, QUICK_ADD_PEOPLE))
        bring_back_line (self, draft);
    }
}

/* Brings back what was kept of the document that the view has got, and keeps it from now on. */
void
tl_people_view_load_state (TlPeopleView *self)
{
  TlDocumentState *state = tl_document_state_of (self->document);
  g_autofree char *shape = tl_document_state_dup_string (state, SHAPE);

  for (TlPeopleShape i = 0; i < TL_N_PEOPLE_SHAPES; i++)
    {
      g_auto (GStrv) folding = tl_document_state_dup_strings (state, folding_keys[i]);

      if (folding != NULL)
        tl_people_tree_set_folding (self->tree, i, folding);
    }
  if (shape != NULL)
    g_object_set (self, "shape", shape, NULL);
  if (!tl_document_get_read_only (self->document))
    load_line (self);

  g_signal_connect_object (self->adder_entry, "changed", G_CALLBACK (line_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adder, "hide", G_CALLBACK (line_left_cb), self, G_CONNECT_SWAPPED);
}
