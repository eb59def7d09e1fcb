/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole document as JSON; docs/json.md describes it.
 *
 * Written from the declared properties of the classes, so that a new property is in the export without a line
 * here.  Keys keep the order of declaration and entities that of the model: two exports of the same content are
 * the same bytes.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "tl-date.h"
#include "tl-export-file.h"
#include "tl-export-json.h"
#include "tl-import-kind.h"
#include "tl-vocabulary.h"

#define FORMAT_NAME    "throughline"
#define FORMAT_VERSION 1

static json_t *
make_string (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL || *text == '\0')
    return json_null ();

  valid = g_utf8_make_valid (text, -1);
  return json_string (valid);
}

static json_t *
make_number (double number)
{
  if (!isfinite (number))
    return json_null ();
  /* Whole numbers without a point, as far as a double counts them one by one. */
  if (number == floor (number) && fabs (number) < 9007199254740992.0)
    return json_integer ((json_int_t) number);

  return json_real (number);
}

static json_t *
make_date (TlDate date)
{
  char iso[TL_DATE_STRING_SIZE];

  if (date == TL_DATE_NONE)
    return json_null ();

  tl_date_to_string (date, iso);
  return json_string (iso);
}

static json_t *
make_value (const TlField *field,
            const TlSlot  *slot)
{
  switch (field->type)
    {
    case TL_FIELD_STRING:
      return make_string (slot->string);
    case TL_FIELD_INT:
      return json_integer (slot->integer);
    case TL_FIELD_DOUBLE:
      return make_number (slot->number);
    case TL_FIELD_BOOLEAN:
      return json_boolean (slot->integer != 0);
    case TL_FIELD_ENUM:
      return json_string (tl_enum_to_nick (G_PARAM_SPEC_VALUE_TYPE (field->pspec), slot->integer));
    case TL_FIELD_DATE:
      return make_date (slot->integer);
    case TL_FIELD_REFERENCE:
      return slot->reference != NULL ? json_string (tl_entity_get_id (slot->reference)) : json_null ();
    default:
      g_assert_not_reached ();
    }
}

static json_t *
make_entity (TlEntity      *entity,
             TlExportFlags  flags)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);
  const TlSlot *slots = tl_entity_peek_slots (entity);
  json_t *object = json_object ();

  json_object_set_new (object, "id", json_string (tl_entity_get_id (entity)));
  for (guint i = 0; i < n_fields; i++)
    {
      if ((flags & TL_EXPORT_PRIVATE_NOTES) != 0 || !g_str_equal (fields[i].pspec->name, "private-notes"))
        json_object_set_new (object, fields[i].pspec->name, make_value (&fields[i], &slots[i]));
    }

  return object;
}

static json_t *
make_list (TlModel       *model,
           GType          type,
           TlExportFlags  flags)
{
  GListModel *entities = tl_model_get_list (model, type);
  json_t *array = json_array ();

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (entities, i);

      json_array_append_new (array, make_entity (entity, flags));
    }

  return array;
}

/**
 * tl_export_json_to_string:
 * @model: the model of a document
 * @flags: what it holds
 *
 * Returns: (transfer full): all of it as JSON, UTF-8 with a line break at the end
 */
char *
tl_export_json_to_string (TlModel       *model,
                          TlExportFlags  flags)
{
  json_t *root;
  char *dumped;
  char *text;
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  root = json_object ();
  json_object_set_new (root, "format", json_string (FORMAT_NAME));
  json_object_set_new (root, "version", json_integer (FORMAT_VERSION));

  for (guint i = 0; i < n_types; i++)
    {
      TlSettings *settings = tl_model_get_settings (model);

      if (tl_exchange_type_is_private (types[i]) && !(flags & TL_EXPORT_PRIVATE_NOTES))
        continue;

      if (types[i] != TL_TYPE_SETTINGS)
        json_object_set_new (root, tl_exchange_plural_for_type (types[i]), make_list (model, types[i], flags));
      else if (settings != NULL)
        json_object_set_new (root, "settings", make_entity (TL_ENTITY (settings), flags));
    }

  dumped = json_dumps (root, JSON_INDENT (2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION (17));
  json_decref (root);
  text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  return text;
}

/**
 * tl_export_json_to_file:
 * @document: a document
 * @file: the target
 * @flags: what it holds
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Writes all of @document to @file, atomically.
 *
 * Returns: whether @file holds the export; otherwise it is as it was
 */
gboolean
tl_export_json_to_file (TlDocument    *document,
                        GFile         *file,
                        TlExportFlags  flags,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  text = tl_export_json_to_string (tl_document_get_model (document), flags);
  return tl_export_file_replace (file, text, strlen (text), cancellable, error);
}
