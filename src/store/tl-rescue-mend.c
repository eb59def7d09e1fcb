/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making a document again of the rows that were found: nothing in it may refer to what is lost.
 *
 * As little as possible is thrown away.  A person whose organisation is lost gets another one, a goal whose owner is
 * lost passes to the organisation; only what says nothing without the other (a reading without its measure, a link
 * with one end) goes.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-contribution.h"
#include "tl-date.h"
#include "tl-measure.h"
#include "tl-person.h"
#include "tl-rescue-private.h"
#include "tl-unit.h"
#include "tl-vocabulary.h"

typedef struct
{
  TlModel        *model;
  TlOrganisation *home;     /* who takes what has lost its place */
  guint           n_mended;
} TlMending;

static char *
dup_text (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return text != NULL ? g_utf8_make_valid (text, sqlite3_value_bytes (value)) : NULL;
}

/* A value that is none leaves the default in its place. */
static void
fill_field (TlEntity      *entity,
            guint          index,
            const TlField *field,
            sqlite3_value *value)
{
  TlSlot slot = { 0 };
  g_autofree char *text = NULL;
  int choice;

  if (field->type == TL_FIELD_REFERENCE || sqlite3_value_type (value) == SQLITE_NULL)
    return;

  if (field->type == TL_FIELD_STRING)
    {
      slot.string = dup_text (value);
      tl_entity_load_slot (entity, index, slot);
      return;
    }

  text = dup_text (value);
  if (field->type == TL_FIELD_DOUBLE)
    slot.number = sqlite3_value_double (value);
  else if (field->type == TL_FIELD_INT)
    slot.integer = sqlite3_value_int (value);
  else if (field->type == TL_FIELD_BOOLEAN)
    slot.integer = sqlite3_value_int64 (value) != 0;
  else if (field->type == TL_FIELD_DATE)
    slot.integer = tl_date_from_string (text);
  else if (tl_enum_from_nick (G_PARAM_SPEC_VALUE_TYPE (field->pspec), text, &choice))
    slot.integer = choice;
  else
    return;

  tl_entity_load_slot (entity, index, slot);
}

static void
add_entities (TlMending      *mending,
              const TlTable  *table,
              TlRescuedTable *rescued)
{
  for (guint i = 0; i < rescued->order->len; i++)
    {
      const char *id = g_ptr_array_index (rescued->order, i);
      GPtrArray *values = g_hash_table_lookup (rescued->rows, id);
      g_autoptr (TlEntity) entity = NULL;

      if (tl_model_lookup (mending->model, id) != NULL ||
          (table->type == TL_TYPE_SETTINGS && tl_model_get_settings (mending->model) != NULL))
        continue;

      entity = g_object_new (table->type, NULL);
      tl_entity_load_id (entity, id);
      for (guint j = 0; j < table->n_fields; j++)
        fill_field (entity, j, &table->fields[j], g_ptr_array_index (values, j + 1));
      tl_model_add (mending->model, entity);
    }
}

static void
add_what_must_be (TlMending  *mending,
                  const char *name)
{
  if (tl_model_get_settings (mending->model) == NULL)
    {
      g_autoptr (TlSettings) settings = tl_settings_new ();

      tl_settings_set_name (settings, name);
      tl_model_add (mending->model, TL_ENTITY (settings));
      mending->n_mended++;
    }

  if (tl_model_get_organisation (mending->model) == NULL)
    {
      g_autoptr (TlOrganisation) organisation = tl_organisation_new ();

      tl_party_set_name (TL_PARTY (organisation), name);
      tl_model_add (mending->model, TL_ENTITY (organisation));
      mending->n_mended++;
    }

  mending->home = tl_model_get_organisation (mending->model);
}

/* Whether the entity can stay. */
static gboolean
fill_reference (TlMending     *mending,
                TlEntity      *entity,
                guint          index,
                const TlField *field,
                sqlite3_value *value)
{
  GType wanted = G_PARAM_SPEC_VALUE_TYPE (field->pspec);
  g_autofree char *id = dup_text (value);
  TlSlot slot = { 0 };

  if (id == NULL && !field->required)
    return TRUE;

  slot.reference = id != NULL ? tl_model_lookup (mending->model, id) : NULL;
  if (slot.reference == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (slot.reference, wanted))
    {
      mending->n_mended++;
      if (!field->required)
        return TRUE;
      if (wanted != TL_TYPE_ORGANISATION)
        return FALSE;
      slot.reference = TL_ENTITY (mending->home);
    }

  tl_entity_load_slot (entity, index, slot);
  return TRUE;
}

static gboolean
fill_references (TlMending      *mending,
                 const TlTable  *table,
                 TlRescuedTable *rescued,
                 TlEntity       *entity)
{
  GPtrArray *values = g_hash_table_lookup (rescued->rows, tl_entity_get_id (entity));

  /* One that was made here has no row. */
  if (values == NULL)
    return TRUE;

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].type == TL_FIELD_REFERENCE &&
          !fill_reference (mending, entity, i, &table->fields[i], g_ptr_array_index (values, i + 1)))
        return FALSE;
    }

  return TRUE;
}

static void
remove_all (TlMending *mending,
            GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    tl_model_remove (mending->model, g_ptr_array_index (entities, i));
}

/* Tables come in the order in which they refer to one another, so what is dropped here is not looked for later. */
static void
link_entities (TlMending      *mending,
               const TlTable  *table,
               TlRescuedTable *rescued)
{
  GListModel *list = tl_model_get_list (mending->model, table->type);
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);

      if (!fill_references (mending, table, rescued, entity))
        g_ptr_array_add (dropped, g_steal_pointer (&entity));
    }

  remove_all (mending, dropped);
}

static void
give_owners (TlMending *mending)
{
  GListModel *goals = tl_model_get_list (mending->model, TL_TYPE_GOAL);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);

      if (tl_goal_get_owner (goal) != NULL)
        continue;
      tl_goal_set_owner (goal, TL_PARTY (mending->home));
      mending->n_mended++;
    }
}

/* No link may lead round in a circle; the first of a circle that is come upon is taken out. */
static void
open_circles (TlMending *mending)
{
  GListModel *links = tl_model_get_list (mending->model, TL_TYPE_CONTRIBUTION);

  for (guint i = g_list_model_get_n_items (links); i-- > 0;)
    {
      g_autoptr (TlContribution) link = g_list_model_get_item (links, i);
      g_autoptr (GPtrArray) path = tl_goal_find_path (tl_contribution_get_to (link), tl_contribution_get_from (link));

      if (!(tl_contribution_get_weight (link) > 0))
        tl_contribution_set_weight (link, 1);
      if (path == NULL)
        continue;
      tl_model_remove (mending->model, TL_ENTITY (link));
      mending->n_mended++;
    }
}

static gpointer
get_above (gpointer entity)
{
  if (TL_IS_UNIT (entity))
    return tl_unit_get_parent (entity);

  return tl_person_get_manager (entity);
}

static void
open_circles_of (TlMending  *mending,
                 GType       type,
                 const char *property)
{
  GListModel *list = tl_model_get_list (mending->model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (gpointer above = get_above (entity); above != NULL && g_hash_table_add (seen, above);
           above = get_above (above))
        {
          if (above != entity)
            continue;
          g_object_set (entity, property, NULL, NULL);
          mending->n_mended++;
          break;
        }
    }
}

/**
 * tl_rescue_fill_model:
 * @reader: the damaged file
 * @tables: what could be read of each of its tables
 * @model: an empty model
 * @name: what to call the document, and its organisation, when those are lost
 *
 * Fills @model with a document that keeps all the rules.
 *
 * Returns: how much had to be mended for that
 */
guint
tl_rescue_fill_model (TlStore        *reader,
                      TlRescuedTable *tables,
                      TlModel        *model,
                      const char     *name)
{
  TlMending mending = { model };

  tl_model_begin_bulk (model);
  for (guint i = 0; i < reader->n_tables; i++)
    add_entities (&mending, &reader->tables[i], &tables[i]);
  tl_model_end_bulk (model);

  add_what_must_be (&mending, name);
  for (guint i = 0; i < reader->n_tables; i++)
    link_entities (&mending, &reader->tables[i], &tables[i]);

  give_owners (&mending);
  open_circles_of (&mending, TL_TYPE_UNIT, "parent");
  open_circles_of (&mending, TL_TYPE_PERSON, "manager");
  open_circles (&mending);
  return mending.n_mended;
}
