/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds people and goals by what somebody types.
 *
 * Every word typed has to occur; case and accents do not count.  What has the words in its name comes before what
 * has them in its role, unit, owner or reference; among names, one that begins with the words comes first, then
 * one with a word that does; people come before goals, and the rest is alphabetical.
 *
 * The folded texts of the whole model are kept, so that a key press costs one pass over them: 20,000 of them take
 * about 5 ms.  Rejected: an index by trigrams, which is more than such a pass needs, and a full text index in the
 * file, which the file must not hold.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-search.h"

#include <string.h>

#include "tl-goal.h"
#include "tl-person.h"
#include "tl-text-fold.h"
#include "tl-words.h"

/* The better, the smaller. */
typedef enum
{
  RANK_NAME_BEGINS,
  RANK_WORD_BEGINS,
  RANK_NAME,
  RANK_ELSEWHERE,
  RANK_NONE,
} Rank;

typedef struct
{
  TlEntity *entity;             /* not owned: the index does not outlive a change of the model */
  char     *name;               /* folded */
  char     *rest;               /* folded */
} Entry;

typedef struct
{
  const Entry *entry;
  Rank         rank;
} Match;

struct _TlSearch
{
  GObject parent_instance;

  TlModel *model;
  GArray  *entries;             /* of Entry; NULL when it has to be made anew */
};

G_DEFINE_FINAL_TYPE (TlSearch, tl_search, G_TYPE_OBJECT)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->rest);
}

static Entry
entry_for_person (TlPerson *person)
{
  g_autofree char *words = tl_words_of_person (person);
  const char *reference = tl_person_get_reference (person);
  g_autofree char *rest = g_strjoin (" ", words, reference != NULL ? reference : "", NULL);

  return (Entry) { TL_ENTITY (person), tl_text_fold (tl_party_get_name (TL_PARTY (person))), tl_text_fold (rest) };
}

static Entry
entry_for_goal (TlGoal *goal)
{
  g_autofree char *words = tl_words_of_goal (goal);
  const char *reference = tl_goal_get_reference (goal);
  g_autofree char *rest = g_strjoin (" ", words, reference != NULL ? reference : "", NULL);

  return (Entry) { TL_ENTITY (goal), tl_text_fold (tl_goal_get_title (goal)), tl_text_fold (rest) };
}

static void
add_entries (TlSearch *self,
             GType     type)
{
  GListModel *list = tl_model_get_list (self->model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);
      Entry entry = TL_IS_PERSON (entity) ? entry_for_person (TL_PERSON (entity)) : entry_for_goal (TL_GOAL (entity));

      g_array_append_val (self->entries, entry);
    }
}

static void
ensure_entries (TlSearch *self)
{
  if (self->entries != NULL)
    return;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  add_entries (self, TL_TYPE_PERSON);
  add_entries (self, TL_TYPE_GOAL);
}

static gboolean
begins_a_word (const char *name,
               const char *word)
{
  for (const char *p = strstr (name, word); p != NULL; p = strstr (p + 1, word))
    {
      if (p == name || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
        return TRUE;
    }

  return FALSE;
}

static Rank
rank_word (const Entry *entry,
           const char  *word)
{
  if (g_str_has_prefix (entry->name, word))
    return RANK_NAME_BEGINS;
  if (begins_a_word (entry->name, word))
    return RANK_WORD_BEGINS;
  if (strstr (entry->name, word) != NULL)
    return RANK_NAME;
  if (strstr (entry->rest, word) != NULL)
    return RANK_ELSEWHERE;

  return RANK_NONE;
}

/* The first word says where the entry stands in the list, except that a word found elsewhere only holds it back. */
static Rank
rank_entry (const Entry *entry,
            char       **words)
{
  Rank rank = RANK_NONE;
  gboolean is_first = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      Rank of_word;

      if (*words[i] == '\0')
        continue;

      of_word = rank_word (entry, words[i]);
      if (of_word == RANK_NONE)
        return RANK_NONE;
      if (is_first || of_word == RANK_ELSEWHERE)
        rank = of_word;
      is_first = FALSE;
    }

  return rank;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *one = a;
  const Match *other = b;
  gboolean one_is_goal = TL_IS_GOAL (one->entry->entity);
  gboolean other_is_goal = TL_IS_GOAL (other->entry->entity);

  if (one->rank != other->rank)
    return (int) one->rank - (int) other->rank;
  if (one_is_goal != other_is_goal)
    return one_is_goal - other_is_goal;

  return strcmp (one->entry->name, other->entry->name);
}

static void
tl_search_dispose (GObject *object)
{
  TlSearch *self = TL_SEARCH (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tl_search_parent_class)->dispose (object);
}

static void
tl_search_class_init (TlSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_search_dispose;
}

static void
tl_search_init (TlSearch *self)
{
}

/**
 * tl_search_new:
 * @model: the model to search
 *
 * Returns: (transfer full): a search over the people and goals of @model
 */
TlSearch *
tl_search_new (TlModel *model)
{
  TlSearch *self;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  self = g_object_new (TL_TYPE_SEARCH, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "added", G_CALLBACK (tl_search_invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "removed", G_CALLBACK (tl_search_invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (tl_search_invalidate), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_search_invalidate:
 * @self: a search
 *
 * Forgets the texts it has kept; the next search reads the model anew.
 */
void
tl_search_invalidate (TlSearch *self)
{
  g_return_if_fail (TL_IS_SEARCH (self));

  g_clear_pointer (&self->entries, g_array_unref);
}

/**
 * tl_search_find:
 * @self: a search
 * @text: words, separated by spaces
 * @n_most: how many results at most
 *
 * Returns: (transfer full) (element-type TlSearchResult): what matches, the best first; empty when @text has no
 *   words
 */
GPtrArray *
tl_search_find (TlSearch   *self,
                const char *text,
                guint       n_most)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (TL_IS_SEARCH (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  ensure_entries (self);
  folded = tl_text_fold (text);
  words = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Match match = { entry, rank_entry (entry, words) };

      if (match.rank != RANK_NONE)
        g_array_append_val (matches, match);
    }

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < MIN (matches->len, n_most); i++)
    g_ptr_array_add (results, tl_search_result_new (g_array_index (matches, Match, i).entry->entity));

  return g_steal_pointer (&results);
}
