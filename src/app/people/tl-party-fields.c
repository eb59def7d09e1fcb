/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which fields a person, a unit and an organisation have on their page, and what is to be seen to when they change.
 *
 * Where somebody belongs is no plain property: a move goes through the verb, which takes what belongs to it along
 * and refuses circles by name.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-party-fields.h"

#include <glib/gi18n-lib.h>

#include "tl-field-row.h"
#include "tl-party-edits.h"

#define HIDE_PRIVATE_NOTES "hide-private-notes"

typedef struct
{
  GtkWidget *row;
  GType      type;              /* whose field it is; TL_TYPE_PARTY for all */
} Field;

struct _TlPartyFields
{
  TlDocument *document;
  GSettings  *settings;
  GArray     *fields;           /* of Field */
  GtkWidget  *name;
  TlParty    *party;            /* who is shown; owned, or NULL */
};

static gboolean
set_unit (TlDocument    *document,
          GPtrArray     *people,
          const GValue  *value,
          gpointer       user_data,
          GError       **error)
{
  return tl_party_edits_set_unit (document, people, NULL, g_value_get_object (value), error);
}

/* Somebody who changes to another organisation leaves their unit behind. */
static gboolean
set_home (TlDocument    *document,
          GPtrArray     *people,
          const GValue  *value,
          gpointer       user_data,
          GError       **error)
{
  return tl_party_edits_set_unit (document, people, g_value_get_object (value), NULL, error);
}

static gboolean
set_manager (TlDocument    *document,
             GPtrArray     *people,
             const GValue  *value,
             gpointer       user_data,
             GError       **error)
{
  return tl_party_edits_set_manager (document, people, g_value_get_object (value), error);
}

static gboolean
set_parent (TlDocument    *document,
            GPtrArray     *units,
            const GValue  *value,
            gpointer       user_data,
            GError       **error)
{
  return tl_party_edits_move_unit (document, g_ptr_array_index (units, 0), NULL, g_value_get_object (value), error);
}

static gboolean
set_organisation (TlDocument    *document,
                  GPtrArray     *units,
                  const GValue  *value,
                  gpointer       user_data,
                  GError       **error)
{
  return tl_party_edits_move_unit (document, g_ptr_array_index (units, 0), g_value_get_object (value), NULL, error);
}

/* Nobody is their own manager, and no unit part of itself; longer circles are refused by name. */
static gboolean
is_another (TlEntity *entity,
            gpointer  user_data)
{
  TlPartyFields *self = user_data;

  return entity != (TlEntity *) self->party;
}

/* How a field is declared. */
typedef struct
{
  TlPartyFieldsGroup  group;
  const char         *property;
  const char         *label;
  TlFieldFlags        flags;
  TlFieldSetter       setter;
  const char         *none;
  const char         *suffix;
  const char         *placeholder;
} Declaration;

static const Declaration declarations[] = {
  { TL_PARTY_FIELDS_TITLE, "name", N_("Name"), TL_FIELD_TITLE, NULL, NULL, NULL, N_("Name") },
  { TL_PARTY_FIELDS_PERSON, "role", N_("Role"), TL_FIELD_DEFAULT, NULL, NULL, NULL, N_("What they do") },
  { TL_PARTY_FIELDS_PERSON, "organisation", N_("Organisation"), TL_FIELD_DEFAULT, set_home, NULL, NULL, NULL },
  { TL_PARTY_FIELDS_PERSON, "unit", N_("Unit"), TL_FIELD_DEFAULT, set_unit, N_("No Unit"), NULL, NULL },
  { TL_PARTY_FIELDS_PERSON, "manager", N_("Manager"), TL_FIELD_DEFAULT, set_manager, N_("Nobody"), NULL, NULL },
  /* Translators: stands after a number */
  { TL_PARTY_FIELDS_PERSON, "capacity", N_("Capacity"), TL_FIELD_DEFAULT, NULL, NULL, N_("hours a week"), NULL },
  { TL_PARTY_FIELDS_PERSON, "email", N_("E-Mail"), TL_FIELD_DEFAULT, NULL, NULL, NULL, NULL },
  { TL_PARTY_FIELDS_UNIT, "kind", N_("Kind"), TL_FIELD_DEFAULT, NULL, NULL, NULL, NULL },
  { TL_PARTY_FIELDS_UNIT, "organisation", N_("Organisation"), TL_FIELD_DEFAULT, set_organisation, NULL, NULL, NULL },
  { TL_PARTY_FIELDS_UNIT, "parent", N_("Part of"), TL_FIELD_DEFAULT, set_parent, N_("No Unit"), NULL, NULL },
  { TL_PARTY_FIELDS_ORGANISATION, "kind", N_("Kind"), TL_FIELD_DEFAULT, NULL, NULL, NULL, NULL },
  { TL_PARTY_FIELDS_PERSON_NOTES, "notes", N_("Notes"), TL_FIELD_MULTILINE, NULL, NULL, NULL, NULL },
  { TL_PARTY_FIELDS_PERSON_NOTES, "private-notes", N_("Private Notes"), TL_FIELD_MULTILINE, NULL, NULL, NULL,
    N_("Only in this document: never shared, never exported") },
  { TL_PARTY_FIELDS_ORGANISATION_NOTES, "notes", N_("Notes"), TL_FIELD_MULTILINE, NULL, NULL, NULL, NULL },
};

static GType
get_type (TlPartyFieldsGroup group)
{
  switch (group)
    {
    case TL_PARTY_FIELDS_TITLE:
      return TL_TYPE_PARTY;

    case TL_PARTY_FIELDS_PERSON:
    case TL_PARTY_FIELDS_PERSON_NOTES:
      return TL_TYPE_PERSON;

    case TL_PARTY_FIELDS_UNIT:
      return TL_TYPE_UNIT;

    case TL_PARTY_FIELDS_ORGANISATION:
    case TL_PARTY_FIELDS_ORGANISATION_NOTES:
      return TL_TYPE_ORGANISATION;
    }

  g_assert_not_reached ();
}

static GtkWidget *
make_row (TlPartyFields     *self,
          const Declaration *field)
{
  GtkWidget *row = tl_field_row_new (self->document, field->property, _(field->label), field->flags);

  if (field->setter != NULL)
    {
      tl_field_row_set_setter (TL_FIELD_ROW (row), field->setter, NULL);
      tl_field_row_set_filter (TL_FIELD_ROW (row), is_another, self);
    }
  if (field->none != NULL)
    tl_field_row_set_none (TL_FIELD_ROW (row), _(field->none));
  if (field->suffix != NULL)
    tl_field_row_set_suffix (TL_FIELD_ROW (row), _(field->suffix));
  if (field->placeholder != NULL)
    tl_field_row_set_placeholder (TL_FIELD_ROW (row), _(field->placeholder));
  if (g_str_equal (field->property, "private-notes"))
    g_settings_bind (self->settings, HIDE_PRIVATE_NOTES, row, "visible",
                     G_SETTINGS_BIND_GET | G_SETTINGS_BIND_INVERT_BOOLEAN);
  return row;
}

/**
 * tl_party_fields_new:
 * @document: what is edited
 *
 * Returns: (transfer full): the fields of a page; they are made when they are put into boxes
 */
TlPartyFields *
tl_party_fields_new (TlDocument *document)
{
  TlPartyFields *self = g_new0 (TlPartyFields, 1);

  self->document = document;
  self->settings = g_settings_new (TL_APPLICATION_ID);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  return self;
}

/**
 * tl_party_fields_free:
 * @self: (transfer full): the fields; the boxes they are in go afterwards
 */
void
tl_party_fields_free (TlPartyFields *self)
{
  tl_party_fields_bind (self, NULL);
  g_array_unref (self->fields);
  g_object_unref (self->settings);
  g_free (self);
}

/**
 * tl_party_fields_put:
 * @self: the fields
 * @group: which of them
 * @box: where they go
 */
void
tl_party_fields_put (TlPartyFields      *self,
                     TlPartyFieldsGroup  group,
                     GtkBox             *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      Field field = { NULL, get_type (group) };

      if (declarations[i].group != group)
        continue;

      field.row = make_row (self, &declarations[i]);
      g_array_append_val (self->fields, field);
      gtk_box_append (box, field.row);
      if (group == TL_PARTY_FIELDS_TITLE)
        self->name = field.row;
    }
}

/**
 * tl_party_fields_bind:
 * @self: the fields
 * @party: (nullable): whose values they show
 */
void
tl_party_fields_bind (TlPartyFields *self,
                      TlParty       *party)
{
  g_set_object (&self->party, party);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      gboolean has_it = party != NULL && G_TYPE_CHECK_INSTANCE_TYPE (party, field->type);

      tl_field_row_set_entity (TL_FIELD_ROW (field->row), has_it ? TL_ENTITY (party) : NULL);
    }
}

/**
 * tl_party_fields_start_name:
 * @self: the fields
 *
 * Moves the focus into the name.
 */
void
tl_party_fields_start_name (TlPartyFields *self)
{
  if (self->name != NULL)
    tl_field_row_start (TL_FIELD_ROW (self->name));
}
