/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorts a statement into Work, Impact or Result, and says why.
 *
 * Transparent on purpose: a list of cues with weights, found in the words, added up.  Whoever wonders about a suggestion
 * can look up the words it names and change them.  A trained classifier would be a little more often right and could
 * not say why, which is what the suggestion is for; and a coach's own words could not be taught to it.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-cues-private.h"
#include "tl-text-fold.h"

G_DEFINE_QUARK (tl-cues-error-quark, tl_cues_error)

/**
 * tl_cues_new:
 * @data: a file of cues, as docs/coaching.md describes it
 * @length: how many bytes it has
 * @error: return location for a #TlCuesError or a #GKeyFileError
 *
 * Returns: (transfer full) (nullable): the cues of one language
 */
TlCues *
tl_cues_new (const char  *data,
             gsize        length,
             GError     **error)
{
  g_autoptr (TlCues) self = g_new0 (TlCues, 1);

  tl_cues_init_empty (self);
  if (data == NULL)
    data = "";
  if (!tl_cues_read (self, data, length, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tl_cues_new_empty:
 * @reason: what to say of every statement
 *
 * Returns: (transfer full): cues that sort nothing
 */
TlCues *
tl_cues_new_empty (const char *reason)
{
  TlCues *self;

  g_return_val_if_fail (reason != NULL, NULL);

  self = g_new0 (TlCues, 1);
  tl_cues_init_empty (self);
  for (guint i = 0; i < TL_N_CUE_SAYINGS; i++)
    self->sayings[i] = g_strdup (reason);
  return self;
}

/**
 * tl_cues_free:
 * @self: (transfer full) (nullable): cues
 */
void
tl_cues_free (TlCues *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->spelling, tl_cue_spelling_free);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->openings, g_ptr_array_unref);
  g_clear_pointer (&self->purposes, g_ptr_array_unref);
  g_clear_pointer (&self->further, g_ptr_array_unref);
  g_clear_pointer (&self->stems, g_hash_table_unref);
  for (guint i = 0; i < TL_N_CUE_SAYINGS; i++)
    g_free (self->sayings[i]);
  g_free (self);
}

/**
 * tl_cues_add:
 * @self: cues
 * @phrase: words, or a pattern
 * @facet: what they point to
 * @reputation: whether they are about how we are seen; only with %TL_FACET_RESULT
 *
 * Adds a cue of one's own, which wins over those of the file.
 *
 * Returns: whether @phrase can be looked for; when not, nothing is added
 */
gboolean
tl_cues_add (TlCues     *self,
             const char *phrase,
             TlFacet     facet,
             gboolean    reputation)
{
  g_autoptr (TlCuePattern) pattern = NULL;
  TlCueGroup *group;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (phrase != NULL, FALSE);
  g_return_val_if_fail (facet >= TL_FACET_WORK && facet <= TL_FACET_RESULT, FALSE);

  pattern = tl_cue_pattern_new (self->spelling, phrase, FALSE, NULL);
  if (pattern == NULL || !tl_cue_pattern_resolve (pattern, self->by_name, NULL))
    return FALSE;

  tl_cue_pattern_add_stems (pattern, self->stems);
  group = tl_cue_group_new (phrase, facet, reputation && facet == TL_FACET_RESULT, TL_CUE_OWN_WEIGHT);
  group->reason = g_strdup (self->sayings[TL_CUE_SAYING_OWN]);
  g_ptr_array_add (group->patterns, g_steal_pointer (&pattern));
  g_ptr_array_add (self->groups, group);
  return TRUE;
}

/**
 * tl_cues_sort:
 * @self: cues
 * @text: (nullable): a statement in somebody's words
 *
 * Returns: (transfer full): where it belongs, and why; an empty statement belongs nowhere, and that is said too
 */
TlSorting *
tl_cues_sort (TlCues     *self,
              const char *text)
{
  TlSorting *suggestion = g_new0 (TlSorting, 1);
  TlCueFinding finding;

  g_return_val_if_fail (self != NULL, suggestion);

  tl_cue_finding_init (&finding, self, text != NULL ? text : "");
  if (finding.words->len == 0)
    {
      suggestion->reason = g_strdup (self->sayings[tl_text_is_blank (text) ? TL_CUE_SAYING_EMPTY : TL_CUE_SAYING_UNKNOWN]);
    }
  else
    {
      tl_cue_finding_search (&finding);
      tl_cue_finding_suggest (&finding, suggestion);
    }

  tl_cue_finding_clear (&finding);
  return suggestion;
}

/**
 * tl_cues_mentions:
 * @self: cues
 * @class_name: a class of the file, such as "someone"
 * @text: (nullable): any text
 *
 * Returns: whether one of the words of that class is in @text; %FALSE when the file has no such class
 */
gboolean
tl_cues_mentions (TlCues     *self,
                  const char *class_name,
                  const char *text)
{
  TlCueFinding finding;
  TlCueClass *klass;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (class_name != NULL, FALSE);

  klass = g_hash_table_lookup (self->by_name, class_name);
  if (klass == NULL || text == NULL)
    return FALSE;

  tl_cue_finding_init (&finding, self, text);
  for (guint i = 0; i < finding.words->len && !found; i++)
    found = tl_cue_look_measure_class (finding.look, klass, i, finding.words->len) > 0;
  tl_cue_finding_clear (&finding);
  return found;
}

/**
 * tl_cues_find_named:
 * @self: cues
 * @text: (nullable): any text
 *
 * Other than in a #TlSorting, which says whom a statement of its facet is for when its words do not, only words count.
 *
 * Returns: whose circle the words name; %TL_BENEFICIARY_UNSET when they name nobody who is in one
 */
TlBeneficiary
tl_cues_find_named (TlCues     *self,
                    const char *text)
{
  TlBeneficiary named = TL_BENEFICIARY_UNSET;
  TlCueFinding finding;

  g_return_val_if_fail (self != NULL, TL_BENEFICIARY_UNSET);

  tl_cue_finding_init (&finding, self, text != NULL ? text : "");
  if (finding.words->len > 0)
    {
      tl_cue_finding_search (&finding);
      named = tl_cue_finding_get_named (&finding);
    }

  tl_cue_finding_clear (&finding);
  return named;
}

/**
 * tl_cues_count_telling:
 * @self: cues
 * @text: (nullable): any text
 *
 * Returns: how many of its words are not in the class “untelling” of the file: small words, and large ones that say little
 */
guint
tl_cues_count_telling (TlCues     *self,
                       const char *text)
{
  TlCueFinding finding;
  TlCueClass *untelling;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  untelling = g_hash_table_lookup (self->by_name, "untelling");
  tl_cue_finding_init (&finding, self, text != NULL ? text : "");
  for (guint i = 0; i < finding.words->len; i++)
    n += untelling == NULL || tl_cue_look_measure_class (finding.look, untelling, i, finding.words->len) == 0;
  tl_cue_finding_clear (&finding);
  return n;
}

/**
 * tl_sorting_free:
 * @sorting: (transfer full) (nullable): a suggestion
 */
void
tl_sorting_free (TlSorting *sorting)
{
  if (sorting == NULL)
    return;

  g_free (sorting->reason);
  g_free (sorting);
}
