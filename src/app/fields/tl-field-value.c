/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the properties of entities and what stands in their fields.
 *
 * One property is not stored as such and can be edited all the same: the owner of a goal, which is an organisation,
 * a unit or a person.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-field-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-csv-value.h"
#include "tl-goal.h"
#include "tl-typed-date.h"
#include "tl-typed-number.h"
#include "tl-vocabulary.h"

static gboolean
is_owner (TlEntity   *entity,
          const char *property)
{
  return TL_IS_GOAL (entity) && g_str_equal (property, "owner");
}

static GParamSpec *
find_pspec (TlEntity   *entity,
            const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (entity), property);

  g_assert (pspec != NULL);
  return pspec;
}

/**
 * tl_field_value_get_type:
 * @entity: an entity
 * @property: one of its stored properties, or "owner" for a goal
 *
 * Returns: the type of its values
 */
GType
tl_field_value_get_type (TlEntity   *entity,
                         const char *property)
{
  g_return_val_if_fail (TL_IS_ENTITY (entity), G_TYPE_INVALID);
  g_return_val_if_fail (property != NULL, G_TYPE_INVALID);

  return is_owner (entity, property) ? TL_TYPE_PARTY : find_pspec (entity, property)->value_type;
}

/**
 * tl_field_value_get_kind:
 * @entity: an entity
 * @property: one of its stored properties, or "owner" for a goal
 *
 * Returns: how it is edited
 */
TlFieldKind
tl_field_value_get_kind (TlEntity   *entity,
                         const char *property)
{
  GType type = tl_field_value_get_type (entity, property);

  if (g_type_is_a (type, TL_TYPE_ENTITY))
    return TL_FIELD_KIND_REFERENCE;
  if (G_TYPE_IS_ENUM (type))
    return TL_FIELD_KIND_CHOICE;

  switch (type)
    {
    case G_TYPE_BOOLEAN:
      return TL_FIELD_KIND_YES_NO;
    case G_TYPE_DOUBLE:
      return TL_FIELD_KIND_NUMBER;
    case G_TYPE_STRING:
      return g_str_equal (property, "category") ? TL_FIELD_KIND_CATEGORY : TL_FIELD_KIND_TEXT;
    default:
      g_assert (type == G_TYPE_DATE);
      return TL_FIELD_KIND_DATE;
    }
}

/**
 * tl_field_value_read:
 * @entity: an entity
 * @property: one of its stored properties, or "owner" for a goal
 * @value: (out caller-allocates): zeroed; what it is now
 */
void
tl_field_value_read (TlEntity   *entity,
                     const char *property,
                     GValue     *value)
{
  g_return_if_fail (TL_IS_ENTITY (entity));

  g_value_init (value, tl_field_value_get_type (entity, property));
  if (is_owner (entity, property))
    g_value_set_object (value, tl_goal_get_owner (TL_GOAL (entity)));
  else
    g_object_get_property (G_OBJECT (entity), property, value);
}

/**
 * tl_field_value_write:
 * @entity: an entity
 * @property: one of its stored properties, or "owner" for a goal
 * @value: what it is to be
 */
void
tl_field_value_write (TlEntity     *entity,
                      const char   *property,
                      const GValue *value)
{
  g_return_if_fail (TL_IS_ENTITY (entity));

  if (is_owner (entity, property))
    tl_goal_set_owner (TL_GOAL (entity), g_value_get_object (value));
  else
    g_object_set_property (G_OBJECT (entity), property, value);
}

static gboolean
are_equal_numbers (double one,
                   double other)
{
  return one == other || (isnan (one) && isnan (other));
}

/**
 * tl_field_value_equal:
 * @one: a value
 * @other: another of the same type
 *
 * Returns: whether they say the same; a missing text is an empty one, unknown is equal to unknown
 */
gboolean
tl_field_value_equal (const GValue *one,
                      const GValue *other)
{
  const char *text;
  const char *other_text;

  g_return_val_if_fail (G_VALUE_TYPE (one) == G_VALUE_TYPE (other), FALSE);

  if (g_type_is_a (G_VALUE_TYPE (one), TL_TYPE_ENTITY))
    return g_value_get_object (one) == g_value_get_object (other);
  if (G_VALUE_HOLDS_ENUM (one))
    return g_value_get_enum (one) == g_value_get_enum (other);

  switch (G_VALUE_TYPE (one))
    {
    case G_TYPE_BOOLEAN:
      return g_value_get_boolean (one) == g_value_get_boolean (other);
    case G_TYPE_DOUBLE:
      return are_equal_numbers (g_value_get_double (one), g_value_get_double (other));
    case G_TYPE_STRING:
      text = g_value_get_string (one);
      other_text = g_value_get_string (other);
      return g_strcmp0 (text != NULL ? text : "", other_text != NULL ? other_text : "") == 0;
    default:
      return tl_date_from_gdate (g_value_get_boxed (one)) == tl_date_from_gdate (g_value_get_boxed (other));
    }
}

/**
 * tl_field_value_to_text:
 * @kind: a text, a category, a number or a date
 * @value: a value of it
 *
 * Returns: (transfer full): what stands in its field
 */
char *
tl_field_value_to_text (TlFieldKind   kind,
                        const GValue *value)
{
  const char *text;

  switch (kind)
    {
    case TL_FIELD_KIND_NUMBER:
      return tl_typed_number_format (g_value_get_double (value));

    case TL_FIELD_KIND_DATE:
      return tl_typed_date_format (tl_date_from_gdate (g_value_get_boxed (value)));

    case TL_FIELD_KIND_CATEGORY:
      text = g_value_get_string (value);
      return g_strdup (text != NULL && *text != '\0' ? tl_category_to_label (text) : "");

    case TL_FIELD_KIND_TEXT:
      text = g_value_get_string (value);
      return g_strdup (text != NULL ? text : "");

    case TL_FIELD_KIND_CHOICE:
    case TL_FIELD_KIND_YES_NO:
    case TL_FIELD_KIND_REFERENCE:
      break;
    }

  g_return_val_if_reached (NULL);
}

/* A known category is kept by its name in files, whatever the language it was typed in. */
static char *
read_category (const char *text)
{
  const char * const *known = tl_categories_get ();
  g_autofree char *line = tl_csv_value_text (text, TL_CSV_TEXT_LINE);
  g_autofree char *folded = g_utf8_casefold (line, -1);

  for (guint i = 0; known[i] != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (tl_category_to_label (known[i]), -1);

      if (g_str_equal (folded, label))
        return g_strdup (known[i]);
    }

  return g_steal_pointer (&line);
}

static void
take_text (GValue *value,
           char   *text)
{
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  g_value_take_string (value, text);
}

static gboolean
read_number (const char  *text,
             const char  *unit,
             GValue      *value,
             GError     **error)
{
  double number;

  if (!tl_typed_number_parse (text, unit, &number, error))
    return FALSE;

  g_value_init (value, G_TYPE_DOUBLE);
  g_value_set_double (value, number);
  return TRUE;
}

static gboolean
read_date (const char  *text,
           GValue      *value,
           GError     **error)
{
  TlDate date;

  if (!tl_typed_date_parse (text, tl_date_today (), &date, error))
    return FALSE;

  g_value_init (value, G_TYPE_DATE);
  g_value_take_boxed (value, tl_date_to_gdate (date));
  return TRUE;
}

/**
 * tl_field_value_from_text:
 * @kind: a text, a category, a number or a date
 * @text: what was typed
 * @unit: (nullable): the unit of a number, which may be part of @text
 * @is_block: whether line breaks belong to a text
 * @value: (out caller-allocates): zeroed; the value, left alone when it was not understood
 * @error: return location for a #TlTypedError
 *
 * Returns: whether @text was understood
 */
gboolean
tl_field_value_from_text (TlFieldKind   kind,
                          const char   *text,
                          const char   *unit,
                          gboolean      is_block,
                          GValue       *value,
                          GError      **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  switch (kind)
    {
    case TL_FIELD_KIND_NUMBER:
      return read_number (text, unit, value, error);

    case TL_FIELD_KIND_DATE:
      return read_date (text, value, error);

    case TL_FIELD_KIND_CATEGORY:
      g_value_init (value, G_TYPE_STRING);
      take_text (value, read_category (text));
      return TRUE;

    case TL_FIELD_KIND_TEXT:
      g_value_init (value, G_TYPE_STRING);
      take_text (value, tl_csv_value_text (text, is_block ? TL_CSV_TEXT_BLOCK : TL_CSV_TEXT_LINE));
      return TRUE;

    case TL_FIELD_KIND_CHOICE:
    case TL_FIELD_KIND_YES_NO:
    case TL_FIELD_KIND_REFERENCE:
      break;
    }

  g_return_val_if_reached (FALSE);
}

/**
 * tl_field_value_check:
 * @entity: an entity
 * @property: one of its stored properties, or "owner" for a goal
 * @value: a value of it
 * @error: return location for a #TlTypedError
 *
 * Returns: whether @property can have @value
 */
gboolean
tl_field_value_check (TlEntity      *entity,
                      const char    *property,
                      const GValue  *value,
                      GError       **error)
{
  g_return_val_if_fail (TL_IS_ENTITY (entity), FALSE);

  if (!G_VALUE_HOLDS_DOUBLE (value) ||
      tl_param_spec_takes_number (find_pspec (entity, property), g_value_get_double (value)))
    return TRUE;

  g_set_error_literal (error, TL_TYPED_ERROR, TL_TYPED_ERROR_NOT_UNDERSTOOD,
                       g_str_equal (property, "weight") ? _("A weight is a number above zero, such as 1 or 2.5.")
                                                        : _("A number belongs here."));
  return FALSE;
}

/**
 * tl_field_value_dup_step_name:
 * @entity: an entity
 * @property: one of its properties
 * @label: what its field is called
 *
 * Returns: (transfer full) (nullable): what to call the step that changes it, in header capitals; %NULL for a name,
 *   which the document calls a renaming by itself
 */
char *
tl_field_value_dup_step_name (TlEntity   *entity,
                              const char *property,
                              const char *label)
{
  g_return_val_if_fail (TL_IS_ENTITY (entity), NULL);

  if (g_str_equal (property, "title") || g_str_equal (property, "name"))
    return NULL;

  /* Translators: a step in the menu after “Undo”; the name of a field in header capitals, such as “Due” */
  return g_strdup_printf (_("Change %s"), label);
}
