/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals that say the same in similar words.
 *
 * Titles are compared word by word.  Two words are one when they begin alike for as long as a stem is, which takes
 * “grow” for “growing” in any language that adds its endings at the end.  A word that few goals have says more than one
 * that many have (its inverse document frequency), and very short words say next to nothing.  How alike two texts are is
 * the harmonic mean of two shares: how much of the one is in the other, and how much of the other is in the one.
 *
 * The titles are read once for as many questions as are asked in one go, and not kept beyond that: 10,000 are folded in
 * less time than a frame takes to draw, and an index that stays would have to follow each edit.  Embeddings of a language
 * model were rejected: they come from a network or weigh a hundred megabytes, and cannot say why.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-goal.h"
#include "tl-similar.h"
#include "tl-text-fold.h"

/* Of a longer text only the beginning is compared: a title is not longer. */
#define MAX_WORDS 30

/* Words as short as this are articles and prepositions more often than not. */
#define SHORT_LENGTH 3
#define SHORT_WEIGHT 0.2

/* What two words have in common at their beginning, at least: so many letters, and so much of the longer one */
#define MIN_COMMON 4
#define MIN_COMMON_SHARE 0.6

/* Below this, two texts have words in common and nothing more. */
#define SIMILAR_ENOUGH 0.5

typedef struct
{
  const char *start;
  gsize       length;
} Word;

typedef struct
{
  char *folded;
  Word  words[MAX_WORDS];
  guint n_words;
} Text;

struct _TlSimilar
{
  GPtrArray *goals;
  Text      *texts;             /* the title of each */
};

typedef struct
{
  TlGoal *goal;
  double  similarity;
} Candidate;

static gboolean
is_in_word (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

static void
text_read (Text       *text,
           const char *source)
{
  const char *p;

  text->folded = tl_text_fold (source);
  text->n_words = 0;
  p = text->folded;
  while (*p != '\0' && text->n_words < MAX_WORDS)
    {
      const char *start;

      while (*p != '\0' && !is_in_word (*p))
        p++;
      start = p;
      while (is_in_word (*p))
        p++;
      if (p > start)
        text->words[text->n_words++] = (Word) { start, p - start };
    }
}

static void
text_clear (Text *text)
{
  g_clear_pointer (&text->folded, g_free);
}

static gboolean
is_same_word (const Word *a,
              const Word *b)
{
  gsize shorter = MIN (a->length, b->length);
  gsize longer = MAX (a->length, b->length);
  gsize common = 0;

  if (a->start[0] != b->start[0])
    return FALSE;
  while (common < shorter && a->start[common] == b->start[common])
    common++;

  return (common == shorter && common == longer)
         || (common >= MIN_COMMON && common >= MIN_COMMON_SHARE * longer);
}

static gboolean
has_word (const Text *text,
          const Word *word)
{
  for (guint i = 0; i < text->n_words; i++)
    {
      if (is_same_word (&text->words[i], word))
        return TRUE;
    }

  return FALSE;
}

/* Which words of @asked are in @text, a bit each */
static guint32
find_words (const Text *asked,
            const Text *text)
{
  guint32 found = 0;

  G_STATIC_ASSERT (MAX_WORDS <= 32);

  for (guint i = 0; i < asked->n_words; i++)
    {
      if (has_word (text, &asked->words[i]))
        found |= 1u << i;
    }

  return found;
}

static double
weigh_length (const Word *word)
{
  return word->length <= SHORT_LENGTH ? SHORT_WEIGHT : 1;
}

/* Rare words weigh more: from about 1 for one that all have, to the logarithm of how many texts there are.  @found says
 * of each text which words of @asked it has. */
static void
weigh (const Text    *asked,
       const guint32 *found,
       guint          n_texts,
       double        *weights)
{
  for (guint i = 0; i < asked->n_words; i++)
    {
      guint n = 0;

      for (guint j = 0; j < n_texts; j++)
        n += found[j] >> i & 1;
      weights[i] = weigh_length (&asked->words[i]) * (1 + log ((1.0 + n_texts) / (1.0 + n)));
    }
}

static double
compare (const Text   *asked,
         const double *weights,
         guint32       found_words,
         const Text   *other)
{
  double all = 0;
  double found = 0;
  double other_all = 0;
  double other_found = 0;
  double there;
  double back;

  if (found_words == 0)
    return 0;

  for (guint i = 0; i < asked->n_words; i++)
    {
      all += weights[i];
      if ((found_words >> i & 1) != 0)
        found += weights[i];
    }

  for (guint i = 0; i < other->n_words; i++)
    {
      double weight = weigh_length (&other->words[i]);

      other_all += weight;
      if (has_word (asked, &other->words[i]))
        other_found += weight;
    }

  there = found / all;
  back = other_all > 0 ? other_found / other_all : 0;
  return there + back > 0 ? 2 * there * back / (there + back) : 0;
}

/* The most similar first; of equals, the one that was made first */
static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;

  if (x->similarity != y->similarity)
    return x->similarity > y->similarity ? -1 : 1;

  return tl_entity_get_rank (TL_ENTITY (x->goal)) < tl_entity_get_rank (TL_ENTITY (y->goal)) ? -1 : 1;
}

static GPtrArray *
take_best (GArray *candidates,
           guint   max)
{
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && goals->len < max; i++)
    g_ptr_array_add (goals, g_object_ref (g_array_index (candidates, Candidate, i).goal));

  return goals;
}

/**
 * tl_similar_new:
 * @model: a model
 *
 * Returns: (transfer full): its goals, with their titles as they are now
 */
TlSimilar *
tl_similar_new (TlModel *model)
{
  TlSimilar *self;
  GListModel *list;
  guint n_goals;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  list = tl_model_get_list (model, TL_TYPE_GOAL);
  n_goals = g_list_model_get_n_items (list);
  self = g_new0 (TlSimilar, 1);
  self->goals = g_ptr_array_new_full (n_goals, g_object_unref);
  self->texts = g_new0 (Text, n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      g_ptr_array_add (self->goals, g_list_model_get_item (list, i));
      text_read (&self->texts[i], tl_goal_get_title (g_ptr_array_index (self->goals, i)));
    }

  return self;
}

/**
 * tl_similar_free:
 * @self: (transfer full): goals and their titles
 */
void
tl_similar_free (TlSimilar *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->goals->len; i++)
    text_clear (&self->texts[i]);
  g_free (self->texts);
  g_ptr_array_unref (self->goals);
  g_free (self);
}

/**
 * tl_similar_find:
 * @self: goals and their titles
 * @text: (nullable): words, such as those of a statement
 * @max: how many goals at most
 *
 * Returns: (transfer full) (element-type TlGoal): the goals whose titles are similar enough to @text to be the same, the
 *   most similar first; goals that were dropped are none of them
 */
GPtrArray *
tl_similar_find (TlSimilar  *self,
                 const char *text,
                 guint       max)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree guint32 *found = NULL;
  double weights[MAX_WORDS];
  Text asked = { NULL };

  g_return_val_if_fail (self != NULL, NULL);

  text_read (&asked, text);
  found = g_new (guint32, self->goals->len);
  for (guint i = 0; i < self->goals->len; i++)
    found[i] = find_words (&asked, &self->texts[i]);
  weigh (&asked, found, self->goals->len, weights);
  for (guint i = 0; i < self->goals->len; i++)
    {
      Candidate candidate = { g_ptr_array_index (self->goals, i), compare (&asked, weights, found[i], &self->texts[i]) };

      if (candidate.similarity >= SIMILAR_ENOUGH && tl_goal_get_state (candidate.goal) != TL_GOAL_STATE_DROPPED)
        g_array_append_val (candidates, candidate);
    }
  text_clear (&asked);

  return take_best (candidates, max);
}
