/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups stay: of the last days, weeks and months one each, and the newest few in any case.
 *
 * Of each day, week and month that has backups it is the first that stays: it never changes which one that is, so a
 * backup that has stayed for a week cannot be pushed out by a busy afternoon.  Days are counted that have backups,
 * not days of the calendar, so that a clock that was wrong, or a summer without work, throws nothing away.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gstdio.h>

#include "tl-document-keep-private.h"

/* What was made last stays whatever else there is: several imports of one afternoon. */
#define N_NEWEST 4

/* Of 34: 14 days, 8 weeks, 12 months */
#define DAYS_SHARE 14
#define WEEKS_SHARE 8

static int n_kept = TL_BACKUPS_KEPT;

/**
 * tl_backups_set_kept:
 * @n_kept: about how many backups of a document to keep, at least 1
 *
 * They are spread over days, weeks and months.  It is heeded when the next backup is made.
 */
void
tl_backups_set_kept (int n)
{
  n_kept = MAX (n, 1);
}

/* Marks the first backup of each of the last @n periods that have one. */
static void
keep_periods (GPtrArray  *backups,
              GHashTable *kept,
              const char *format,
              guint       n)
{
  g_autoptr (GPtrArray) firsts = g_ptr_array_new ();
  g_autofree char *last = NULL;

  for (guint i = 0; i < backups->len; i++)
    {
      g_autofree char *period = tl_backup_format_date (g_ptr_array_index (backups, i), format);

      if (g_strcmp0 (period, last) == 0)
        continue;
      g_ptr_array_add (firsts, g_ptr_array_index (backups, i));
      g_free (last);
      last = g_steal_pointer (&period);
    }

  for (guint i = firsts->len > n ? firsts->len - n : 0; i < firsts->len; i++)
    g_hash_table_add (kept, g_ptr_array_index (firsts, i));
}

static gboolean
is_spared (TlBackup   *backup,
           const char *spared)
{
  g_autofree char *name = g_file_get_basename (tl_backup_get_file (backup));

  return g_strcmp0 (name, spared) == 0;
}

/**
 * tl_backups_thin:
 * @folder: the backups of a document
 * @spared: the name of the one just made, which has been opened and checked
 *
 * Throws backups away until those that are to be kept are left.
 */
void
tl_backups_thin (const char *folder,
                 const char *spared)
{
  g_autoptr (GPtrArray) backups = tl_backups_read_folder (folder);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  guint n_days = MAX (1, n_kept * DAYS_SHARE / TL_BACKUPS_KEPT);
  guint n_weeks = n_kept * WEEKS_SHARE / TL_BACKUPS_KEPT;
  guint n_months = (guint) n_kept > n_days + n_weeks ? n_kept - n_days - n_weeks : 0;
  guint n_newest = MIN (N_NEWEST, n_kept);

  for (guint i = backups->len > n_newest ? backups->len - n_newest : 0; i < backups->len; i++)
    g_hash_table_add (kept, g_ptr_array_index (backups, i));
  keep_periods (backups, kept, "%Y-%m-%d", n_days);
  keep_periods (backups, kept, "%G-%V", n_weeks);
  keep_periods (backups, kept, "%Y-%m", n_months);

  for (guint i = 0; i < backups->len; i++)
    {
      TlBackup *backup = g_ptr_array_index (backups, i);

      if (!g_hash_table_contains (kept, backup) && !is_spared (backup, spared))
        g_file_delete (tl_backup_get_file (backup), NULL, NULL);
    }
}
