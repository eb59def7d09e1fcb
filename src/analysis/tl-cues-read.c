/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a file of cues.  docs/coaching.md describes it for those who write one.
 *
 * The whole language is in the file, the words, the spellings and the sentences, so that a translation is one more file
 * and no line of code.  A file may come from anybody: what is wrong with it is said, with the group it is in.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cues-private.h"
#include "tl-enum-types.h"
#include "tl-vocabulary.h"

#define LANGUAGE "Language"
#define CLASS_PREFIX "Class "
#define CUE_PREFIX "Cue "

/* More than any language needs, and few enough to be looked through for each statement */
#define MAX_GROUPS 300
#define MAX_PATTERNS 5000

/* Weights are small numbers that people compare in their heads; one that is next to nothing would add up to nothing. */
#define MIN_WEIGHT 0.01
#define MAX_WEIGHT 10.0

static const char *const saying_keys[TL_N_CUE_SAYINGS] = {
  [TL_CUE_SAYING_OPENING_QUOTE] = "OpeningQuote",
  [TL_CUE_SAYING_CLOSING_QUOTE] = "ClosingQuote",
  [TL_CUE_SAYING_AND] = "And",
  [TL_CUE_SAYING_BECAUSE] = "Because",
  [TL_CUE_SAYING_OWN] = "Own",
  [TL_CUE_SAYING_DO] = "Otherwise",
  [TL_CUE_SAYING_OTHERS] = "Others",
  [TL_CUE_SAYING_UNTOLD] = "Untold",
  [TL_CUE_SAYING_DAY] = "Day",
  [TL_CUE_SAYING_EMPTY] = "Empty",
  [TL_CUE_SAYING_UNKNOWN] = "Unknown",
};

static void
cue_class_free (gpointer data)
{
  TlCueClass *klass = data;

  g_free (klass->name);
  g_clear_pointer (&klass->patterns, g_ptr_array_unref);
  g_free (klass);
}

/**
 * tl_cue_group_new:
 * @name: what the file calls it
 * @facet: what its cues point to
 * @reputation: whether they are about how we are seen
 * @weight: how strongly they do
 *
 * Returns: (transfer full): a group without cues
 */
TlCueGroup *
tl_cue_group_new (const char *name,
                  TlFacet     facet,
                  gboolean    reputation,
                  double      weight)
{
  TlCueGroup *group = g_new0 (TlCueGroup, 1);

  group->name = g_strdup (name);
  group->facet = facet;
  group->reputation = reputation;
  group->weight = weight;
  group->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_cue_pattern_free);
  return group;
}

/**
 * tl_cue_group_free:
 * @group: (transfer full): a group
 */
void
tl_cue_group_free (TlCueGroup *group)
{
  g_free (group->name);
  g_free (group->reason);
  g_ptr_array_unref (group->patterns);
  g_free (group);
}

static gboolean
refuse (GError     **error,
        const char  *group,
        const char  *key)
{
  /* Translators: in a file of cues, a word such as “Facet” in a group such as “Cue grow” has no value of use */
  g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED,
               _("The group “%s” of the cues has no “%s” that can be read."), group, key);
  return FALSE;
}

/* What is wrong with a pattern is told with the group it is in. */
static gboolean
add_patterns (TlCues      *self,
              GPtrArray   *patterns,
              const char  *group,
              GStrv        texts,
              gboolean     in_class,
              GError     **error)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      TlCuePattern *pattern;

      if (*g_strstrip (texts[i]) == '\0')
        continue;
      pattern = tl_cue_pattern_new (self->spelling, texts[i], in_class, error);
      if (pattern == NULL)
        {
          g_prefix_error (error, _("In the group “%s” of the cues: "), group);
          return FALSE;
        }
      tl_cue_pattern_add_stems (pattern, self->stems);
      g_ptr_array_add (patterns, pattern);
    }

  return TRUE;
}

/* A list may go on under a key that begins alike: “Phrases2” after “Phrases”. */
static GPtrArray *
read_patterns (TlCues      *self,
               GKeyFile    *file,
               const char  *group,
               const char  *prefix,
               gboolean     in_class,
               GError     **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_cue_pattern_free);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) texts = NULL;

      if (!g_str_has_prefix (keys[i], prefix))
        continue;
      texts = g_key_file_get_string_list (file, group, keys[i], NULL, NULL);
      if (texts == NULL)
        {
          refuse (error, group, keys[i]);
          return NULL;
        }
      if (!add_patterns (self, patterns, group, texts, in_class, error))
        return NULL;
    }

  if (patterns->len == 0 || patterns->len > MAX_PATTERNS)
    {
      refuse (error, group, prefix);
      return NULL;
    }

  return g_steal_pointer (&patterns);
}

static gboolean
read_enum (GKeyFile    *file,
           const char  *group,
           const char  *key,
           GType        type,
           int         *value,
           GError     **error)
{
  g_autofree char *nick = g_key_file_get_string (file, group, key, NULL);

  if (nick == NULL || !tl_enum_from_nick (type, g_strstrip (nick), value))
    return refuse (error, group, key);

  return TRUE;
}

/* Left alone when the key is not there */
static gboolean
read_beneficiary (GKeyFile       *file,
                  const char     *group,
                  TlBeneficiary  *beneficiary,
                  GError        **error)
{
  int value = TL_BENEFICIARY_UNSET;

  if (!g_key_file_has_key (file, group, "Beneficiary", NULL))
    return TRUE;
  if (!read_enum (file, group, "Beneficiary", TL_TYPE_BENEFICIARY, &value, error))
    return FALSE;

  *beneficiary = value;
  return TRUE;
}

static gboolean
read_class (TlCues      *self,
            GKeyFile    *file,
            const char  *group,
            GError     **error)
{
  TlCueClass *klass = g_new0 (TlCueClass, 1);

  klass->name = g_strdup (group + strlen (CLASS_PREFIX));
  klass->index = self->classes->len;
  klass->patterns = read_patterns (self, file, group, "Words", TRUE, error);
  g_ptr_array_add (self->classes, klass);
  g_hash_table_replace (self->by_name, klass->name, klass);

  return klass->patterns != NULL && read_beneficiary (file, group, &klass->beneficiary, error);
}

static gboolean
read_flag (GKeyFile   *file,
           const char *group,
           const char *key)
{
  return g_key_file_get_boolean (file, group, key, NULL);
}

static gboolean
read_cue (TlCues      *self,
          GKeyFile    *file,
          const char  *name,
          GError     **error)
{
  TlCueGroup *group = tl_cue_group_new (name, TL_FACET_UNSET, read_flag (file, name, "Reputation"),
                                        g_key_file_get_double (file, name, "Weight", NULL));
  GPtrArray *patterns;
  int facet = TL_FACET_UNSET;

  g_ptr_array_add (self->groups, group);
  group->at_start = read_flag (file, name, "AtStart");
  group->is_verb = read_flag (file, name, "Verb");
  group->in_purpose = read_flag (file, name, "InPurpose");
  group->governs = read_flag (file, name, "Governs");
  group->reason = g_key_file_get_string (file, name, "Reason", NULL);
  if (!read_enum (file, name, "Facet", TL_TYPE_FACET, &facet, error)
      || !read_beneficiary (file, name, &group->beneficiary, error))
    return FALSE;

  group->facet = facet;
  if (facet == TL_FACET_UNSET || (group->reputation && facet != TL_FACET_RESULT))
    return refuse (error, name, "Facet");
  if (!(group->weight >= MIN_WEIGHT && group->weight <= MAX_WEIGHT))
    return refuse (error, name, "Weight");
  if (group->reason == NULL || *g_strstrip (group->reason) == '\0' || strchr (group->reason, '\n') != NULL)
    return refuse (error, name, "Reason");

  patterns = read_patterns (self, file, name, "Phrases", FALSE, error);
  if (patterns == NULL)
    return FALSE;

  g_ptr_array_unref (group->patterns);
  group->patterns = patterns;
  return TRUE;
}

static void
read_spelling (TlCues   *self,
               GKeyFile *file)
{
  g_auto (GStrv) forms = g_key_file_get_string_list (file, LANGUAGE, "Forms", NULL, NULL);
  g_auto (GStrv) endings = g_key_file_get_string_list (file, LANGUAGE, "Endings", NULL, NULL);
  g_auto (GStrv) spellings = g_key_file_get_string_list (file, LANGUAGE, "Spellings", NULL, NULL);

  tl_cue_spelling_free (self->spelling);
  self->spelling = tl_cue_spelling_new ((const char * const *) forms, (const char * const *) endings,
                                        (const char * const *) spellings);
}

static gboolean
read_sayings (TlCues    *self,
              GKeyFile  *file,
              GError   **error)
{
  for (guint i = 0; i < TL_N_CUE_SAYINGS; i++)
    {
      self->sayings[i] = g_key_file_get_string (file, LANGUAGE, saying_keys[i], NULL);
      if (self->sayings[i] == NULL || strchr (self->sayings[i], '\n') != NULL)
        return refuse (error, LANGUAGE, saying_keys[i]);
    }

  return TRUE;
}

static gboolean
read_language (TlCues    *self,
               GKeyFile  *file,
               GError   **error)
{
  if (!read_sayings (self, file, error))
    return FALSE;

  g_ptr_array_unref (self->openings);
  self->openings = read_patterns (self, file, LANGUAGE, "Openings", FALSE, error);
  if (self->openings == NULL)
    return FALSE;
  g_ptr_array_unref (self->purposes);
  self->purposes = read_patterns (self, file, LANGUAGE, "Purposes", FALSE, error);
  if (self->purposes == NULL)
    return FALSE;
  g_ptr_array_unref (self->further);
  self->further = read_patterns (self, file, LANGUAGE, "Further", FALSE, error);
  return self->further != NULL;
}

static gboolean
read_groups (TlCues    *self,
             GKeyFile  *file,
             GError   **error)
{
  gsize n;
  g_auto (GStrv) names = g_key_file_get_groups (file, &n);

  if (n > MAX_GROUPS)
    {
      g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED,
                   _("There are more than %d groups of cues."), MAX_GROUPS);
      return FALSE;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], CLASS_PREFIX) && !read_class (self, file, names[i], error))
        return FALSE;
      if (g_str_has_prefix (names[i], CUE_PREFIX) && !read_cue (self, file, names[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
resolve_all (TlCues     *self,
             GPtrArray  *patterns,
             GError    **error)
{
  for (guint i = 0; i < patterns->len; i++)
    {
      if (!tl_cue_pattern_resolve (g_ptr_array_index (patterns, i), self->by_name, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
resolve (TlCues  *self,
         GError **error)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      if (!resolve_all (self, ((TlCueClass *) g_ptr_array_index (self->classes, i))->patterns, error))
        return FALSE;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      if (!resolve_all (self, ((TlCueGroup *) g_ptr_array_index (self->groups, i))->patterns, error))
        return FALSE;
    }

  self->leading = g_hash_table_lookup (self->by_name, "leading");
  self->adverbs = g_hash_table_lookup (self->by_name, "adverb");
  return resolve_all (self, self->openings, error)
         && resolve_all (self, self->purposes, error)
         && resolve_all (self, self->further, error);
}

/**
 * tl_cues_init_empty:
 * @self: cues of which nothing is set
 *
 * Makes them cues of no language.
 */
void
tl_cues_init_empty (TlCues *self)
{
  self->classes = g_ptr_array_new_with_free_func (cue_class_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_cue_group_free);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->openings = g_ptr_array_new ();
  self->purposes = g_ptr_array_new ();
  self->further = g_ptr_array_new ();
  self->spelling = tl_cue_spelling_new (NULL, NULL, NULL);
}

/**
 * tl_cues_read:
 * @self: cues of no language
 * @data: a file of cues
 * @length: how many bytes it has
 * @error: return location for a #TlCuesError or a #GKeyFileError
 *
 * Returns: whether it could be read; when not, @self is good for nothing but to be freed
 */
gboolean
tl_cues_read (TlCues      *self,
              const char  *data,
              gsize        length,
              GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_data (file, data, length, G_KEY_FILE_NONE, error))
    return FALSE;

  read_spelling (self, file);
  return read_language (self, file, error)
         && read_groups (self, file, error)
         && resolve (self, error);
}
