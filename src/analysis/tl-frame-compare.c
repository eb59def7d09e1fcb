/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has changed from one conversation with somebody to the next.
 *
 * Nothing ties a statement to what the same person said half a year ago but its words, so they are compared: first those
 * that are the same but for case and accents, then those that share most of their words.  The most similar two are taken
 * first, whichever stands first in the frame, so that the answer does not change when a card is moved. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-frame-compare.h"

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-frame-private.h"
#include "tl-text-fold.h"
#include "tl-vocabulary.h"

/* Two statements say the same when their common words are so much of what both have. */
#define LEAST_SIMILAR 0.6

/* Beyond this nobody compares by hand, and a damaged document does not have to be waited for. */
#define MOST_COMPARED 400

typedef struct
{
  TlStatement *statement;
  char        *folded;
  GHashTable  *words;           /* a set */
  gboolean     is_matched;
} Said;

typedef struct
{
  guint  before;
  guint  now;
  double similarity;
} Pair;

static void
said_clear (gpointer data)
{
  Said *said = data;

  g_object_unref (said->statement);
  g_free (said->folded);
  g_hash_table_unref (said->words);
}

/* In the order of the frame */
static GArray *
collect_said (TlConversation *conversation)
{
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Said));

  g_array_set_clear_func (all, said_clear);
  for (guint i = 0; i < MIN (statements->len, MOST_COMPARED); i++)
    {
      TlStatement *statement = g_ptr_array_index (statements, i);
      const char *text = tl_statement_get_text (statement);
      Said said = { g_object_ref (statement), tl_text_fold (text), NULL, FALSE };
      g_auto (GStrv) words = tl_text_fold_words (text != NULL ? text : "");

      said.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_add (said.words, g_strdup (words[j]));
      g_array_append_val (all, said);
    }

  return all;
}

/* Dice's coefficient of the two sets of words; 1 for the same text */
static double
compute_similarity (const Said *a,
                    const Said *b)
{
  GHashTableIter iter;
  gpointer word;
  guint n_common = 0;
  guint n_words = g_hash_table_size (a->words) + g_hash_table_size (b->words);

  if (g_str_equal (a->folded, b->folded))
    return 1;

  g_hash_table_iter_init (&iter, a->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_common += g_hash_table_contains (b->words, word);

  return n_words > 0 ? 2.0 * n_common / n_words : 0;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->similarity != second->similarity)
    return first->similarity > second->similarity ? -1 : 1;
  if (first->before != second->before)
    return first->before < second->before ? -1 : 1;

  return (first->now > second->now) - (first->now < second->now);
}

/* Returns: (transfer full): the pairs that belong together, each statement in one at most */
static GArray *
match (GArray *before,
       GArray *now)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  GArray *matched = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < before->len; i++)
    {
      for (guint j = 0; j < now->len; j++)
        {
          Pair pair = { i, j, compute_similarity (&g_array_index (before, Said, i), &g_array_index (now, Said, j)) };

          if (pair.similarity >= LEAST_SIMILAR)
            g_array_append_val (pairs, pair);
        }
    }

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      Said *earlier = &g_array_index (before, Said, pair->before);
      Said *later = &g_array_index (now, Said, pair->now);

      if (earlier->is_matched || later->is_matched)
        continue;
      earlier->is_matched = TRUE;
      later->is_matched = TRUE;
      g_array_append_val (matched, *pair);
    }

  return matched;
}

/* Takes @sentence. */
static void
add_change (GPtrArray         *changes,
            TlFrameChangeKind  kind,
            TlStatement       *statement,
            char              *sentence)
{
  TlFrameChange *change = g_new0 (TlFrameChange, 1);
  const char *text = tl_statement_get_text (statement);

  change->kind = kind;
  change->statement = g_strdup (tl_entity_get_id (TL_ENTITY (statement)));
  change->text = g_strdup (text != NULL ? text : "");
  change->sentence = sentence;
  g_ptr_array_add (changes, change);
}

static char *
say_done (TlStatement *statement,
          const char  *quoted)
{
  const char *learned = tl_statement_get_learned (statement);
  g_autofree char *lesson = NULL;

  if (learned == NULL || *learned == '\0')
    /* Translators: what somebody had agreed to do */
    return g_strdup_printf (_("Agreed and done: “%s”."), quoted);

  lesson = tl_frame_quote (learned);
  /* Translators: what somebody had agreed to do, and what came of it in their own words */
  return g_strdup_printf (_("Agreed and done: “%s”. What came of it: “%s”."), quoted, lesson);
}

static char *
say_open (TlStatement *statement,
          const char  *quoted)
{
  g_autofree char *day = NULL;

  if (tl_statement_get_due (statement) == TL_DATE_NONE)
    /* Translators: what somebody had agreed to do */
    return g_strdup_printf (_("Agreed and still open: “%s”."), quoted);

  day = tl_date_format (tl_statement_get_due (statement));
  /* Translators: a day, and what somebody had agreed to do until then */
  return g_strdup_printf (_("Agreed for %s and still open: “%s”."), day, quoted);
}

static void
add_promised (GPtrArray   *changes,
              TlStatement *statement)
{
  g_autofree char *quoted = tl_frame_quote (tl_statement_get_text (statement));

  switch (tl_statement_get_action_state (statement))
    {
    case TL_ACTION_STATE_DONE:
      add_change (changes, TL_FRAME_CHANGE_PROMISED, statement, say_done (statement, quoted));
      break;

    case TL_ACTION_STATE_LET_GO:
      /* Translators: what somebody had agreed to do */
      add_change (changes, TL_FRAME_CHANGE_PROMISED, statement, g_strdup_printf (_("Agreed and let go: “%s”."), quoted));
      break;

    case TL_ACTION_STATE_OPEN:
    default:
      add_change (changes, TL_FRAME_CHANGE_PROMISED, statement, say_open (statement, quoted));
      break;
    }
}

static const char *
say_column (TlStatement *statement)
{
  TlFacet facet = tl_statement_get_facet (statement);

  /* Translators: where a statement stands that is in no column, as in "Moved from the notes to Work" */
  return facet == TL_FACET_UNSET ? _("the notes") : tl_enum_to_label (TL_TYPE_FACET, facet);
}

static void
add_moved (GPtrArray   *changes,
           TlStatement *before,
           TlStatement *now)
{
  g_autofree char *quoted = NULL;

  if (tl_statement_get_facet (before) == tl_statement_get_facet (now))
    return;

  quoted = tl_frame_quote (tl_statement_get_text (now));
  add_change (changes, TL_FRAME_CHANGE_MOVED, now,
              /* Translators: two of Work, Impact, Result and "the notes", and what somebody has said */
              g_strdup_printf (_("Moved from %s to %s: “%s”."), say_column (before), say_column (now), quoted));
}

static void
add_unmatched (GPtrArray         *changes,
               TlFrameChangeKind  kind,
               const Said        *said)
{
  g_autofree char *quoted = NULL;

  if (said->is_matched || tl_statement_get_facet (said->statement) == TL_FACET_UNSET)
    return;

  quoted = tl_frame_quote (tl_statement_get_text (said->statement));
  if (kind == TL_FRAME_CHANGE_NEW)
    /* Translators: what somebody has said in this conversation and not in the one before */
    add_change (changes, kind, said->statement, g_strdup_printf (_("New: “%s”."), quoted));
  else if (!tl_statement_get_agreed (said->statement))
    /* Translators: what somebody has said in the conversation before and not in this one */
    add_change (changes, kind, said->statement, g_strdup_printf (_("Not said this time: “%s”."), quoted));
}

/**
 * tl_frame_change_free:
 * @self: (transfer full): a change
 */
void
tl_frame_change_free (TlFrameChange *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->statement);
  g_free (self->text);
  g_free (self->sentence);
  g_free (self);
}

/**
 * tl_frame_compare:
 * @before: a conversation
 * @now: a later one with the same person
 *
 * Compares the frames of two conversations.  Notes count only when they have been one of the columns' in the other; what
 * was agreed is told by what became of it, whether it was said again or not.
 *
 * Returns: (transfer full) (element-type TlFrameChange): what has changed, in the order of the kinds
 */
GPtrArray *
tl_frame_compare (TlConversation *before,
                  TlConversation *now)
{
  g_autoptr (GArray) earlier = NULL;
  g_autoptr (GArray) later = NULL;
  g_autoptr (GArray) matched = NULL;
  GPtrArray *changes;

  g_return_val_if_fail (TL_IS_CONVERSATION (before), NULL);
  g_return_val_if_fail (TL_IS_CONVERSATION (now), NULL);

  earlier = collect_said (before);
  later = collect_said (now);
  matched = match (earlier, later);
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_frame_change_free);

  for (guint i = 0; i < earlier->len; i++)
    {
      if (tl_statement_get_agreed (g_array_index (earlier, Said, i).statement))
        add_promised (changes, g_array_index (earlier, Said, i).statement);
    }
  for (guint i = 0; i < matched->len; i++)
    {
      const Pair *pair = &g_array_index (matched, Pair, i);

      add_moved (changes, g_array_index (earlier, Said, pair->before).statement,
                 g_array_index (later, Said, pair->now).statement);
    }
  for (guint i = 0; i < later->len; i++)
    add_unmatched (changes, TL_FRAME_CHANGE_NEW, &g_array_index (later, Said, i));
  for (guint i = 0; i < earlier->len; i++)
    add_unmatched (changes, TL_FRAME_CHANGE_GONE, &g_array_index (earlier, Said, i));

  return changes;
}
