/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a coaching conversation goes by: the cues and the sets of questions that came with the program, and one's own.
 *
 * What came with the program is read only; one's own lies in the folder of the program's data, in files that people can
 * read, copy to a colleague and mend by hand: coaching/cues.ini, and every other coaching/FILE.ini is a set of
 * questions.  A table in the document was rejected: one's way of asking goes with the coach, not with the document.
 *
 * All of it is read when it is first asked for, and kept; a file that cannot be read leaves the others alone, and what
 * is wrong with it can be asked for.  Only for the thread of the main loop.
 *
 * It is the one part of this room that reads files, and is here because what it reads are classes of this room.  In the
 * room of the document it would have needed an arrow from there to here, for the sake of two functions.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-coaching-data.h"
#include "tl-data-folder.h"
#include "tl-enum-types.h"
#include "tl-installed.h"
#include "tl-vocabulary.h"

#define FOLDER "coaching"
#define OWN_CUES "cues.ini"
#define OWN_GROUP "Cue %u"

/* For languages that have no file of cues */
#define OTHER_LANGUAGE "en"

/* No file of cues that people wrote comes near it. */
#define MAX_FILE_SIZE (1024 * 1024)

static TlCues *known_cues;
static GPtrArray *known_sets;           /* of TlQuestionSet */
static GPtrArray *known_troubles;       /* sentences, of the sets */

/**
 * tl_own_cue_free:
 * @cue: (transfer full) (nullable): a cue
 */
void
tl_own_cue_free (TlOwnCue *cue)
{
  if (cue == NULL)
    return;

  g_free (cue->phrase);
  g_free (cue);
}

static gboolean
load (const char  *path,
      gsize        max_size,
      char       **data,
      gsize       *size,
      GError     **error)
{
  if (!g_file_get_contents (path, data, size, error))
    return FALSE;
  if (*size <= max_size)
    return TRUE;

  g_clear_pointer (data, g_free);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("It is too large to have been written by a person."));
  return FALSE;
}

static char *
dup_own_path (void)
{
  g_autofree char *folder = tl_data_folder_get (FOLDER);

  return g_build_filename (folder, OWN_CUES, NULL);
}

static TlCues *
load_cues_of (const char *language)
{
  g_autofree char *name = g_strdup_printf ("cues-%s.ini", language);
  g_autofree char *relative = g_build_filename (FOLDER, name, NULL);
  g_autofree char *path = tl_installed_dup_path (relative);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  TlCues *cues;
  gsize size;

  if (!load (path, MAX_FILE_SIZE, &data, &size, NULL))
    return NULL;

  cues = tl_cues_new (data, size, &error);
  if (cues == NULL)
    g_debug ("The cues in “%s” cannot be read: %s", path, error->message);
  return cues;
}

/* The first of the person's languages that has cues */
static TlCues *
load_installed_cues (void)
{
  const char * const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      TlCues *cues = strpbrk (languages[i], ".@/") == NULL ? load_cues_of (languages[i]) : NULL;

      if (cues != NULL)
        return cues;
    }

  return load_cues_of (OTHER_LANGUAGE);
}

/* %NULL for a group that says nothing of use: it may have been written by hand */
static TlOwnCue *
read_own_cue (GKeyFile   *file,
              const char *group)
{
  g_autofree char *phrase = g_key_file_get_string (file, group, "Phrase", NULL);
  g_autofree char *nick = g_key_file_get_string (file, group, "Facet", NULL);
  int facet = TL_FACET_UNSET;
  TlOwnCue *cue;

  if (phrase == NULL || !tl_enum_from_nick (TL_TYPE_FACET, nick, &facet) || facet == TL_FACET_UNSET)
    return NULL;

  cue = g_new0 (TlOwnCue, 1);
  cue->phrase = g_steal_pointer (&phrase);
  cue->facet = facet;
  cue->reputation = facet == TL_FACET_RESULT && g_key_file_get_boolean (file, group, "Reputation", NULL);
  return cue;
}

/* Returns %NULL when there is a file that cannot be read: it is not to be written over then. */
static GPtrArray *
load_own_cues (GError **error)
{
  g_autoptr (GPtrArray) cues = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_own_cue_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_own_path ();
  g_autofree char *data = NULL;
  g_auto (GStrv) groups = NULL;
  gsize size;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&cues);

  if (!load (path, MAX_FILE_SIZE, &data, &size, error)
      || !g_key_file_load_from_data (file, data, size, G_KEY_FILE_NONE, error))
    {
      g_prefix_error (error, _("Your own cues in “%s” cannot be read: "), path);
      return NULL;
    }

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL && cues->len < TL_COACHING_DATA_MAX_OWN_CUES; i++)
    {
      TlOwnCue *cue = read_own_cue (file, groups[i]);

      if (cue != NULL)
        g_ptr_array_add (cues, cue);
    }

  return g_steal_pointer (&cues);
}

static gboolean
save_own_cues (GPtrArray  *cues,
               GError    **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_own_path ();
  g_autofree char *data = NULL;
  gsize size;

  for (guint i = 0; i < cues->len; i++)
    {
      const TlOwnCue *cue = g_ptr_array_index (cues, i);
      g_autofree char *group = g_strdup_printf (OWN_GROUP, i + 1);

      g_key_file_set_string (file, group, "Phrase", cue->phrase);
      g_key_file_set_string (file, group, "Facet", tl_enum_to_nick (TL_TYPE_FACET, cue->facet));
      if (cue->reputation)
        g_key_file_set_boolean (file, group, "Reputation", TRUE);
    }

  data = g_key_file_to_data (file, &size, NULL);
  if (!g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    {
      g_prefix_error (error, _("Your own cues could not be kept: "));
      return FALSE;
    }

  g_clear_pointer (&known_cues, tl_cues_free);
  return TRUE;
}

/**
 * tl_coaching_data_get_cues:
 *
 * Returns: (transfer none): the cues of the person's language, and their own, which win.  When none came with the program
 *   they sort nothing, and each suggestion says so.  Not to be kept beyond the next turn of the main loop: they are made
 *   anew when one's own change.
 */
TlCues *
tl_coaching_data_get_cues (void)
{
  g_autoptr (GPtrArray) own = NULL;

  if (known_cues != NULL)
    return known_cues;

  known_cues = load_installed_cues ();
  if (known_cues == NULL)
    known_cues = tl_cues_new_empty (_("No cues came with this program: you decide."));

  own = load_own_cues (NULL);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const TlOwnCue *cue = g_ptr_array_index (own, i);

      tl_cues_add (known_cues, cue->phrase, cue->facet, cue->reputation);
    }

  return known_cues;
}

/**
 * tl_coaching_data_dup_own_cues:
 *
 * Returns: (transfer full) (element-type TlOwnCue): the cues that the person added, the oldest first
 */
GPtrArray *
tl_coaching_data_dup_own_cues (void)
{
  GPtrArray *cues = load_own_cues (NULL);

  return cues != NULL ? cues : g_ptr_array_new_with_free_func ((GDestroyNotify) tl_own_cue_free);
}

static void
take_out (GPtrArray  *cues,
          const char *phrase)
{
  for (guint i = cues->len; i-- > 0;)
    {
      if (g_str_equal (((TlOwnCue *) g_ptr_array_index (cues, i))->phrase, phrase))
        g_ptr_array_remove_index (cues, i);
    }
}

/* In one line and without spaces around it, as it will be looked for */
static char *
clean_phrase (const char *phrase)
{
  g_auto (GStrv) words = g_strsplit_set (phrase, " \t\r\n\v\f", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_strv_builder_add (kept, words[i]);
    }
  parts = g_strv_builder_end (kept);
  return g_strjoinv (" ", parts);
}

/* Whether the phrase is one that can be looked for: tried with cues that are thrown away */
static gboolean
check_phrase (const char  *phrase,
              TlFacet      facet,
              GError     **error)
{
  g_autoptr (TlCues) cues = load_installed_cues ();

  if (*phrase == '\0')
    {
      g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED, _("Write the words that are to be the cue."));
      return FALSE;
    }
  if (!g_utf8_validate (phrase, -1, NULL) || g_utf8_strlen (phrase, -1) > TL_COACHING_DATA_MAX_CUE_LENGTH)
    {
      g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED,
                   _("A cue is a few words, %d letters at most."), TL_COACHING_DATA_MAX_CUE_LENGTH);
      return FALSE;
    }
  if (cues != NULL && !tl_cues_add (cues, phrase, facet, FALSE))
    {
      g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED,
                   _("“%s” cannot be looked for. Write some words, such as “land the account”."), phrase);
      return FALSE;
    }

  return TRUE;
}

/**
 * tl_coaching_data_add_own_cue:
 * @phrase: words, or a pattern
 * @facet: what they point to; not %TL_FACET_UNSET
 * @reputation: whether they are about how we are seen; only with %TL_FACET_RESULT
 * @error: return location for a #TlCuesError or a #GFileError
 *
 * Keeps a cue of one's own.  The same phrase once more takes the place of the first.
 *
 * Returns: whether it is kept
 */
gboolean
tl_coaching_data_add_own_cue (const char  *phrase,
                              TlFacet      facet,
                              gboolean     reputation,
                              GError     **error)
{
  g_autoptr (GPtrArray) cues = NULL;
  g_autofree char *clean = NULL;
  TlOwnCue *cue;

  g_return_val_if_fail (phrase != NULL, FALSE);
  g_return_val_if_fail (facet >= TL_FACET_WORK && facet <= TL_FACET_RESULT, FALSE);

  clean = clean_phrase (phrase);
  if (!check_phrase (clean, facet, error))
    return FALSE;

  cues = load_own_cues (error);
  if (cues == NULL)
    return FALSE;

  take_out (cues, clean);
  if (cues->len >= TL_COACHING_DATA_MAX_OWN_CUES)
    {
      g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED,
                   _("There are %d cues of your own already. Remove one you do not need."),
                   TL_COACHING_DATA_MAX_OWN_CUES);
      return FALSE;
    }

  cue = g_new0 (TlOwnCue, 1);
  cue->phrase = g_steal_pointer (&clean);
  cue->facet = facet;
  cue->reputation = reputation && facet == TL_FACET_RESULT;
  g_ptr_array_add (cues, cue);
  return save_own_cues (cues, error);
}

/**
 * tl_coaching_data_remove_own_cue:
 * @phrase: the words of one of one's own cues
 * @error: return location for a #GFileError
 *
 * Returns: whether it is gone; also when it was not there
 */
gboolean
tl_coaching_data_remove_own_cue (const char  *phrase,
                                 GError     **error)
{
  g_autoptr (GPtrArray) cues = NULL;

  g_return_val_if_fail (phrase != NULL, FALSE);

  cues = load_own_cues (error);
  if (cues == NULL)
    return FALSE;

  take_out (cues, phrase);
  return save_own_cues (cues, error);
}

/* A set of one's own with the id of one that came with the program takes its place. */
static void
add_set (TlQuestionSet *set)
{
  for (guint i = 0; i < known_sets->len; i++)
    {
      if (g_strcmp0 (tl_question_set_get_id (g_ptr_array_index (known_sets, i)), tl_question_set_get_id (set)) == 0)
        {
          g_object_unref (g_ptr_array_index (known_sets, i));
          known_sets->pdata[i] = set;
          return;
        }
    }

  g_ptr_array_add (known_sets, set);
}

static void
read_set (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  TlQuestionSet *set = NULL;
  gsize size;

  if (load (path, TL_QUESTION_SET_MAX_SIZE, &data, &size, &error))
    set = tl_question_set_new (data, size, &error);
  if (set != NULL)
    add_set (set);
  else
    /* Translators: a file, and what is wrong with it */
    g_ptr_array_add (known_troubles, g_strdup_printf (_("The questions in “%s” cannot be used: %s"), path,
                                                      error->message));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char * const *) a, *(char * const *) b);
}

static void
read_sets (const char *folder,
           const char *prefix)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".ini") && !g_str_equal (name, OWN_CUES))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    read_set (folder, g_ptr_array_index (names, i));
}

/* The one that conversations use when they name none comes first. */
static void
put_default_first (void)
{
  for (guint i = 1; i < known_sets->len; i++)
    {
      gpointer set = g_ptr_array_index (known_sets, i);

      if (g_strcmp0 (tl_question_set_get_id (set), TL_QUESTION_SET_DEFAULT) == 0)
        {
          g_ptr_array_steal_index (known_sets, i);
          g_ptr_array_insert (known_sets, 0, set);
          return;
        }
    }
}

static void
load_sets (void)
{
  g_autofree char *installed = NULL;
  g_autofree char *own = NULL;

  if (known_sets != NULL)
    return;

  installed = tl_installed_dup_path (FOLDER);
  own = tl_data_folder_get (FOLDER);
  known_sets = g_ptr_array_new_with_free_func (g_object_unref);
  known_troubles = g_ptr_array_new_with_free_func (g_free);
  read_sets (installed, "questions-");
  read_sets (own, "");
  put_default_first ();
}

/**
 * tl_coaching_data_dup_question_sets:
 *
 * Returns: (transfer full) (element-type TlQuestionSet): the sets of questions, those that came with the program first
 */
GPtrArray *
tl_coaching_data_dup_question_sets (void)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func (g_object_unref);

  load_sets ();
  for (guint i = 0; i < known_sets->len; i++)
    g_ptr_array_add (sets, g_object_ref (g_ptr_array_index (known_sets, i)));

  return sets;
}

/**
 * tl_coaching_data_find_question_set:
 * @id: (nullable): the id of a set of questions
 *
 * Returns: (transfer none) (nullable): that set; the first when there is none of that id, as when a document comes from
 *   somebody who has their own; %NULL when none came with the program and the person has none
 */
TlQuestionSet *
tl_coaching_data_find_question_set (const char *id)
{
  load_sets ();
  for (guint i = 0; i < known_sets->len; i++)
    {
      if (g_strcmp0 (tl_question_set_get_id (g_ptr_array_index (known_sets, i)), id) == 0)
        return g_ptr_array_index (known_sets, i);
    }

  return known_sets->len > 0 ? g_ptr_array_index (known_sets, 0) : NULL;
}

/**
 * tl_coaching_data_dup_troubles:
 *
 * Returns: (transfer full) (element-type utf8): for each file of one's own that cannot be read, a sentence that says why
 */
GPtrArray *
tl_coaching_data_dup_troubles (void)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *troubles = g_ptr_array_new_with_free_func (g_free);

  load_sets ();
  for (guint i = 0; i < known_troubles->len; i++)
    g_ptr_array_add (troubles, g_strdup (g_ptr_array_index (known_troubles, i)));

  own = load_own_cues (&error);
  if (own == NULL)
    g_ptr_array_add (troubles, g_strdup (error->message));

  return troubles;
}

/**
 * tl_coaching_data_forget:
 *
 * Lets go of all that was read, so that files put there since are seen.  Nothing that came from here may be in use.
 */
void
tl_coaching_data_forget (void)
{
  g_clear_pointer (&known_cues, tl_cues_free);
  g_clear_pointer (&known_sets, g_ptr_array_unref);
  g_clear_pointer (&known_troubles, g_ptr_array_unref);
}
