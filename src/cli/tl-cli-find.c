/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who or what a word on the command line means.
 *
 * Four rounds, the first that finds anything decides: an identity or what the thing is called in the file it came
 * from, exactly; then its title or name, but for upper and lower case; then the beginning of one; then the beginning
 * of an identity, last because identities are random and short words would hit some by chance.  A round that finds
 * several lists them, so that the next try can be exact.
 */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cli-find.h"

/* So many candidates are enough to see what is meant. */
#define MAX_CANDIDATES 12

typedef gboolean (*Matches) (TlEntity   *entity,
                             const char *name,
                             const char *folded);

static gboolean
property_equals (TlEntity   *entity,
                 const char *property,
                 const char *wanted)
{
  g_autofree char *value = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (entity), property) == NULL)
    return FALSE;

  g_object_get (entity, property, &value, NULL);
  return g_strcmp0 (value, wanted) == 0;
}

static gboolean
matches_identity (TlEntity   *entity,
                  const char *name,
                  const char *folded)
{
  return g_str_equal (tl_entity_get_id (entity), name) ||
         property_equals (entity, "reference", name) ||
         property_equals (entity, "email", name);
}

static gboolean
matches_name (TlEntity   *entity,
              const char *name,
              const char *folded)
{
  g_autofree char *display_name = tl_entity_dup_display_name (entity);
  g_autofree char *own = g_utf8_casefold (display_name, -1);

  return g_str_equal (own, folded);
}

static gboolean
matches_beginning (TlEntity   *entity,
                   const char *name,
                   const char *folded)
{
  g_autofree char *display_name = tl_entity_dup_display_name (entity);
  g_autofree char *own = g_utf8_casefold (display_name, -1);

  return g_str_has_prefix (own, folded);
}

static gboolean
matches_beginning_of_id (TlEntity   *entity,
                         const char *name,
                         const char *folded)
{
  return g_str_has_prefix (tl_entity_get_id (entity), name);
}

static GPtrArray *
find_all (TlModel    *model,
          GType       type,
          const char *name,
          const char *folded,
          Matches     matches)
{
  GListModel *list = tl_model_get_list (model, type);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);

      if (matches (entity, name, folded))
        g_ptr_array_add (found, entity);
    }

  return found;
}

static char *
list_candidates (GPtrArray *found)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < MAX_CANDIDATES; i++)
    {
      TlEntity *entity = g_ptr_array_index (found, i);
      g_autofree char *name = tl_entity_dup_display_name (entity);

      g_string_append_printf (list, "\n  %s  %s", tl_entity_get_id (entity), name);
    }
  if (found->len > MAX_CANDIDATES)
    g_string_append (list, "\n  …");

  return g_string_free (list, FALSE);
}

static gpointer
find (TlModel     *model,
      GType        type,
      const char  *name,
      GError     **error)
{
  static const Matches rounds[] = { matches_identity, matches_name, matches_beginning, matches_beginning_of_id };
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);

  for (guint i = 0; i < G_N_ELEMENTS (rounds) && *valid != '\0'; i++)
    {
      g_autoptr (GPtrArray) found = find_all (model, type, valid, folded, rounds[i]);

      if (found->len == 1)
        return g_ptr_array_index (found, 0);

      if (found->len > 1)
        {
          g_autofree char *candidates = list_candidates (found);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       g_dngettext (GETTEXT_PACKAGE,
                                    "“%s” could be %u of them. Give one by its id:%s",
                                    "“%s” could be %u of them. Give one by its id:%s", found->len),
                       valid, found->len, candidates);
          return NULL;
        }
    }

  if (type == TL_TYPE_GOAL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("No goal is called “%s”."), valid);
  else if (type == TL_TYPE_PERSON)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("Nobody is called “%s”."), valid);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("No function or team is called “%s”."), valid);
  return NULL;
}

/**
 * tl_cli_find_goal:
 * @model: a model
 * @name: a title, an id, or the beginning of one
 * @error: return location for an error, which lists the candidates when there are several
 *
 * Returns: (transfer none): the goal that is meant
 */
TlGoal *
tl_cli_find_goal (TlModel     *model,
                  const char  *name,
                  GError     **error)
{
  return find (model, TL_TYPE_GOAL, name, error);
}

/**
 * tl_cli_find_person:
 * @model: a model
 * @name: a name, an e-mail address, an id, or the beginning of one
 * @error: return location for an error, which lists the candidates when there are several
 *
 * Returns: (transfer none): the person who is meant
 */
TlPerson *
tl_cli_find_person (TlModel     *model,
                    const char  *name,
                    GError     **error)
{
  return find (model, TL_TYPE_PERSON, name, error);
}

/**
 * tl_cli_find_unit:
 * @model: a model
 * @name: a name, an id, or the beginning of one
 * @error: return location for an error, which lists the candidates when there are several
 *
 * Returns: (transfer none): the unit that is meant
 */
TlUnit *
tl_cli_find_unit (TlModel     *model,
                  const char  *name,
                  GError     **error)
{
  return find (model, TL_TYPE_UNIT, name, error);
}

/**
 * tl_cli_get_goal_id:
 * @model: a model
 * @goal: a goal of it
 *
 * Returns: (transfer none): what to call @goal in facts for programs: its name in the file it came from where that
 *   is its alone, which is what other programs know it by; else its own identity
 */
const char *
tl_cli_get_goal_id (TlModel *model,
                    TlGoal  *goal)
{
  const char *reference = tl_goal_get_reference (goal);
  GHashTable *counts = g_object_get_data (G_OBJECT (model), "tl-cli-references");

  if (reference == NULL || *reference == '\0')
    return tl_entity_get_id (TL_ENTITY (goal));

  if (counts == NULL)
    {
      GListModel *goals = tl_model_get_list (model, TL_TYPE_GOAL);

      counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
        {
          g_autoptr (TlGoal) other = g_list_model_get_item (goals, i);
          const char *name = tl_goal_get_reference (other);

          if (name != NULL)
            g_hash_table_insert (counts, g_strdup (name),
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1));
        }
      g_object_set_data_full (G_OBJECT (model), "tl-cli-references", counts, (GDestroyNotify) g_hash_table_unref);
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, reference)) == 1
         ? reference : tl_entity_get_id (TL_ENTITY (goal));
}
