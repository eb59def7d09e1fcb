/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds people, units, goals, conversations and notes by what somebody types.
 *
 * Every word typed has to occur; case and accents do not count.  What is found is grouped: people, units, goals,
 * coaching conversations (by person and day, and by anything said in them; each is listed once), and notes (descriptions,
 * rationales, what was learned, what was remarked on a reading).  In a group, what has the words
 * in its name comes before what has them in its role, unit, owner or reference; among names, one that begins with
 * the words comes first, then one with a word that does; the rest is alphabetical.
 *
 * The folded texts of the whole model are kept, so that a key press costs one pass over them.  Rejected: an index by
 * trigrams, which is more than such a pass needs, and a full text index in the file, which the file must not hold.
 *
 * What was chosen and looked for last is known as long as the window is open, and to nobody else: which people a manager
 * looks up is nothing for a list that others see.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-search.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-goal.h"
#include "tl-person.h"
#include "tl-reading.h"
#include "tl-statement.h"
#include "tl-tension.h"
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

/* In the order in which they are shown */
typedef enum
{
  GROUP_PEOPLE,
  GROUP_UNITS,
  GROUP_GOALS,
  GROUP_CONVERSATIONS,
  GROUP_NOTES,
  N_GROUPS
} Group;

static const char * const group_names[N_GROUPS] = { N_("People"), N_("Units"), N_("Goals"), N_("Conversations"),
                                                     N_("Notes") };

/* How many subjects and how many searches are remembered */
#define N_RECENT_SUBJECTS 5
#define N_RECENT_QUERIES  3

#define N_SUGGESTIONS 5

typedef struct
{
  TlEntity *entity;             /* not owned: the index does not outlive a change of the model */
  char     *name;               /* folded */
  char     *rest;               /* folded */
  Group     group;
  const char *note;             /* (nullable): of the model, as long as the index */
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
  gboolean hides_private;
  GPtrArray *recent_subjects;   /* of identities, the last first */
  GPtrArray *recent_queries;    /* of strings, the last first */
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

  return (Entry) { TL_ENTITY (person), tl_text_fold (tl_party_get_name (TL_PARTY (person))), tl_text_fold (rest),
                   GROUP_PEOPLE, NULL };
}

static Entry
entry_for_goal (TlGoal *goal)
{
  g_autofree char *words = tl_words_of_goal (goal);
  const char *reference = tl_goal_get_reference (goal);
  g_autofree char *rest = g_strjoin (" ", words, reference != NULL ? reference : "", NULL);

  return (Entry) { TL_ENTITY (goal), tl_text_fold (tl_goal_get_title (goal)), tl_text_fold (rest), GROUP_GOALS, NULL };
}

static Entry
entry_for_unit (TlUnit *unit)
{
  TlUnit *parent = tl_unit_get_parent (unit);

  return (Entry) { TL_ENTITY (unit), tl_text_fold (tl_party_get_name (TL_PARTY (unit))),
                   tl_text_fold (parent != NULL ? tl_party_get_name (TL_PARTY (parent)) : NULL), GROUP_UNITS, NULL };
}

static void
add_note (TlSearch   *self,
          gpointer    about,
          const char *note)
{
  Entry entry = { about, NULL, NULL, GROUP_NOTES, note };

  if (about == NULL || note == NULL || *note == '\0')
    return;

  entry.name = g_strdup ("");
  entry.rest = tl_text_fold (note);
  g_array_append_val (self->entries, entry);
}

/* Something that was said or written down in a conversation called @name; NULL for the conversation as such */
static void
add_said (TlSearch       *self,
          TlConversation *conversation,
          const char     *name,
          const char     *text)
{
  Entry entry = { TL_ENTITY (conversation), NULL, NULL, GROUP_CONVERSATIONS, text };

  if (text != NULL && *text == '\0')
    return;

  entry.name = g_strdup (name);
  entry.rest = tl_text_fold (text);
  g_array_append_val (self->entries, entry);
}

static void
add_conversation (TlSearch       *self,
                  TlConversation *conversation)
{
  g_autofree char *words = tl_words_of_conversation (conversation);
  g_autofree char *name = tl_text_fold (words);
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);

  add_said (self, conversation, name, NULL);
  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = g_ptr_array_index (statements, i);
      const char *texts[] = {
        tl_statement_get_text (statement), tl_statement_get_who (statement), tl_statement_get_detail (statement),
        tl_statement_get_skills (statement), tl_statement_get_learned (statement),
      };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          if (texts[j] != NULL)
            add_said (self, conversation, name, texts[j]);
        }
    }

  if (tl_conversation_get_open_questions (conversation) != NULL)
    add_said (self, conversation, name, tl_conversation_get_open_questions (conversation));
  if (tl_conversation_get_private_notes (conversation) != NULL && !self->hides_private)
    add_said (self, conversation, name, tl_conversation_get_private_notes (conversation));
}

static void
add_conversations (TlSearch *self)
{
  GListModel *list = tl_model_get_list (self->model, TL_TYPE_CONVERSATION);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlConversation) conversation = g_list_model_get_item (list, i);

      add_conversation (self, conversation);
    }
}

static void
add_notes_of (TlSearch *self,
              TlEntity *entity)
{
  if (TL_IS_GOAL (entity))
    {
      add_note (self, entity, tl_goal_get_description (TL_GOAL (entity)));
      if (!self->hides_private)
        add_note (self, entity, tl_goal_get_private_notes (TL_GOAL (entity)));
    }
  else if (TL_IS_PERSON (entity))
    {
      add_note (self, entity, tl_person_get_notes (TL_PERSON (entity)));
      if (!self->hides_private)
        add_note (self, entity, tl_person_get_private_notes (TL_PERSON (entity)));
    }
  else if (TL_IS_CHECK_IN (entity))
    add_note (self, tl_check_in_get_goal (TL_CHECK_IN (entity)), tl_check_in_get_learned (TL_CHECK_IN (entity)));
  else if (TL_IS_CONTRIBUTION (entity))
    add_note (self, tl_contribution_get_from (TL_CONTRIBUTION (entity)),
              tl_contribution_get_rationale (TL_CONTRIBUTION (entity)));
  else if (TL_IS_TENSION (entity))
    add_note (self, tl_tension_get_first (TL_TENSION (entity)), tl_tension_get_reason (TL_TENSION (entity)));
  else if (TL_IS_READING (entity) && tl_reading_get_note (TL_READING (entity)) != NULL)
    add_note (self, tl_measure_get_goal (tl_reading_get_measure (TL_READING (entity))),
              tl_reading_get_note (TL_READING (entity)));
}

static void
add_notes (TlSearch *self,
           GType     type)
{
  GListModel *list = tl_model_get_list (self->model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);

      add_notes_of (self, entity);
    }
}

static Entry
make_entry (TlEntity *entity)
{
  if (TL_IS_PERSON (entity))
    return entry_for_person (TL_PERSON (entity));
  if (TL_IS_UNIT (entity))
    return entry_for_unit (TL_UNIT (entity));

  return entry_for_goal (TL_GOAL (entity));
}

static void
add_entries (TlSearch *self,
             GType     type)
{
  GListModel *list = tl_model_get_list (self->model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);
      Entry entry = make_entry (entity);

      g_array_append_val (self->entries, entry);
    }
}

static void
ensure_entries (TlSearch *self)
{
  const GType noted[] = {
    TL_TYPE_GOAL, TL_TYPE_CHECK_IN, TL_TYPE_CONTRIBUTION, TL_TYPE_TENSION, TL_TYPE_READING, TL_TYPE_PERSON,
  };

  if (self->entries != NULL)
    return;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  add_entries (self, TL_TYPE_PERSON);
  add_entries (self, TL_TYPE_UNIT);
  add_entries (self, TL_TYPE_GOAL);
  add_conversations (self);

  for (guint i = 0; i < G_N_ELEMENTS (noted); i++)
    add_notes (self, noted[i]);
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
  int by_name;

  if (one->entry->group != other->entry->group)
    return (int) one->entry->group - (int) other->entry->group;
  if (one->rank != other->rank)
    return (int) one->rank - (int) other->rank;

  by_name = strcmp (one->entry->name, other->entry->name);
  return by_name != 0 ? by_name : strcmp (one->entry->rest, other->entry->rest);
}

static void
tl_search_dispose (GObject *object)
{
  TlSearch *self = TL_SEARCH (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->recent_subjects, g_ptr_array_unref);
  g_clear_pointer (&self->recent_queries, g_ptr_array_unref);
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
  self->recent_subjects = g_ptr_array_new_with_free_func (g_free);
  self->recent_queries = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tl_search_new:
 * @model: the model to search
 *
 * Returns: (transfer full): a search over the people, units, goals, conversations and notes of @model
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
 * tl_search_set_hides_private:
 * @self: a search
 * @hides_private: whether private notes are passed over
 */
void
tl_search_set_hides_private (TlSearch *self,
                             gboolean  hides_private)
{
  g_return_if_fail (TL_IS_SEARCH (self));

  if (self->hides_private == hides_private)
    return;

  self->hides_private = hides_private;
  tl_search_invalidate (self);
}

/**
 * tl_search_prepare:
 * @self: a search
 *
 * Reads the model, so that the first key press need not wait for it.
 */
void
tl_search_prepare (TlSearch *self)
{
  g_return_if_fail (TL_IS_SEARCH (self));

  ensure_entries (self);
}

static GArray *
collect_matches (TlSearch *self,
                 char    **words)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Match match = { entry, rank_entry (entry, words) };

      if (match.rank != RANK_NONE)
        g_array_append_val (matches, match);
    }

  return matches;
}

/**
 * tl_search_find:
 * @self: a search
 * @text: words, separated by spaces
 * @n_most: how many results of each group at most
 *
 * Returns: (transfer full) (element-type TlSearchResult): what matches, group by group under a heading each, in a group
 *   the best first; empty when @text has no words
 */
GPtrArray *
tl_search_find (TlSearch   *self,
                const char *text,
                guint       n_most)
{
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = NULL;
  g_autoptr (GHashTable) conversations = g_hash_table_new (NULL, NULL);
  guint n_in_group[N_GROUPS] = { 0, };

  g_return_val_if_fail (TL_IS_SEARCH (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words = tl_text_fold_words (text);
  if (words[0] == NULL)
    return g_steal_pointer (&results);

  ensure_entries (self);
  matches = collect_matches (self, words);
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const Entry *entry = g_array_index (matches, Match, i).entry;
      guint n;

      if (entry->group == GROUP_CONVERSATIONS && !g_hash_table_add (conversations, entry->entity))
        continue;

      n = n_in_group[entry->group]++;
      if (n == 0)
        g_ptr_array_add (results, tl_search_result_new_heading (_(group_names[entry->group])));
      if (n < n_most)
        g_ptr_array_add (results, tl_search_result_new (entry->entity, entry->note, (const char * const *) words));
    }

  return g_steal_pointer (&results);
}

static void
remember (GPtrArray  *recent,
          const char *value,
          guint       n_most)
{
  for (guint i = 0; i < recent->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (recent, i), value))
        {
          g_ptr_array_remove_index (recent, i);
          break;
        }
    }

  g_ptr_array_insert (recent, 0, g_strdup (value));
  if (recent->len > n_most)
    g_ptr_array_set_size (recent, n_most);
}

/**
 * tl_search_note_choice:
 * @self: a search
 * @text: what was typed
 * @entity: what was chosen of what was found
 *
 * Remembers both for tl_search_suggest().
 */
void
tl_search_note_choice (TlSearch   *self,
                       const char *text,
                       TlEntity   *entity)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (TL_IS_SEARCH (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (TL_IS_ENTITY (entity));

  stripped = g_strstrip (g_strdup (text));
  remember (self->recent_subjects, tl_entity_get_id (entity), N_RECENT_SUBJECTS);
  if (*stripped != '\0')
    remember (self->recent_queries, stripped, N_RECENT_QUERIES);
}

static void
add_recent (TlSearch  *self,
            GPtrArray *results)
{
  const char * const none[] = { NULL };

  for (guint i = 0; i < self->recent_subjects->len; i++)
    {
      TlEntity *entity = tl_model_lookup (self->model, g_ptr_array_index (self->recent_subjects, i));

      if (entity != NULL)
        g_ptr_array_add (results, tl_search_result_new (entity, NULL, none));
    }

  for (guint i = 0; i < self->recent_queries->len; i++)
    g_ptr_array_add (results, tl_search_result_new_query (g_ptr_array_index (self->recent_queries, i)));

  if (results->len > 0)
    g_ptr_array_insert (results, 0, tl_search_result_new_heading (_("Recent")));
}

/* Where a look at a cascade begins: at our own objectives. */
static void
add_suggestions (TlSearch  *self,
                 GPtrArray *results)
{
  const char * const none[] = { NULL };
  TlOrganisation *own = tl_model_get_organisation (self->model);
  g_autoptr (GPtrArray) objectives = NULL;

  if (own == NULL)
    return;

  objectives = tl_entity_dup_referrers (TL_ENTITY (own), TL_TYPE_GOAL, "organisation");
  if (objectives->len > 0)
    g_ptr_array_add (results, tl_search_result_new_heading (_("Objectives")));
  for (guint i = 0; i < MIN (objectives->len, N_SUGGESTIONS); i++)
    g_ptr_array_add (results, tl_search_result_new (g_ptr_array_index (objectives, i), NULL, none));
}

/**
 * tl_search_suggest:
 * @self: a search
 *
 * Returns: (transfer full) (element-type TlSearchResult): what to choose from while nothing is typed: what was chosen and
 *   looked for last, and our own objectives
 */
GPtrArray *
tl_search_suggest (TlSearch *self)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TL_IS_SEARCH (self), results);

  add_recent (self, results);
  add_suggestions (self, results);
  return results;
}
