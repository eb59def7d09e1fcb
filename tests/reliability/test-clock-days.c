/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The backup before the first edit of a day, on a computer whose clock is set back and forward while the document is
 * open: a day is a day, whichever way it was come upon, and no backup that is needed goes because of it.
 */

#include "tl-backups.h"
#include "tl-clock.h"
#include "tl-document-keep-private.h"
#include "tl-store.h"
#include "tl-trial.h"

#define DAY (24 * 60 * 60)

static const gint64 shifts[] = { 0, DAY, -400 * DAY, 3653 * DAY, 0, -400 * DAY };

/* Of these days the first, the second, the third and the fourth are new. */
static const guint n_wanted[] = { 1, 2, 3, 4, 4, 4 };

static guint
count_backups (TlDocument *document)
{
  g_autoptr (GListModel) backups = tl_backups_list (tl_document_get_id (document));
  guint n_backups = g_list_model_get_n_items (backups);

  for (guint i = 0; i < n_backups; i++)
    {
      g_autoptr (TlBackup) backup = g_list_model_get_item (backups, i);
      g_autofree char *problem = NULL;
      g_autofree char *digest = tl_trial_dup_digest (g_file_peek_path (tl_backup_get_file (backup)), &problem);

      g_assert_nonnull (digest);
      g_assert_null (problem);
    }

  return n_backups;
}

static TlDocument *
make_closed_and_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlDocument *document;

  tl_trial_empty_folder (tl_trial_get_root ());
  tl_trial_close (tl_trial_make_document (path));
  document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
edit (TlDocument *document,
      guint       number)
{
  g_autoptr (GError) error = NULL;

  /* Adding a goal changes something each time it is done. */
  g_assert_true (tl_trial_act (document, 10 * number, &error));
  g_assert_no_error (error);
  g_assert_null (tl_document_get_backup_error (document));
}

/* One backup for each day on which something was edited, and none for the second edit of it, open all the time. */
static void
test_open (void)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  TlDocument *document = make_closed_and_open (path);

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      tl_clock_set_shift (shifts[i]);
      edit (document, i);
      edit (document, i + 1);
      g_assert_cmpuint (count_backups (document), ==, n_wanted[i]);
    }

  tl_clock_set_shift (0);
  tl_trial_close (document);
}

/* The same when the document is closed and opened between the days. */
static void
test_reopened (void)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  TlDocument *document = make_closed_and_open (path);

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tl_trial_close (document);
      tl_clock_set_shift (shifts[i]);
      document = tl_document_open (file, NULL, NULL);
      g_assert_nonnull (document);
      edit (document, i);
      g_assert_cmpuint (count_backups (document), ==, n_wanted[i]);
    }

  tl_clock_set_shift (0);
  tl_trial_close (document);
}

/* A clock that was ten years ahead for a while has left backups that look like the newest: those of every day that
 * follows are kept all the same, up to the usual number. */
static void
test_after_wrong_future (void)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  TlDocument *document = make_closed_and_open (path);

  for (guint i = 0; i < 5; i++)
    {
      tl_clock_set_shift ((3653 + i) * (gint64) DAY);
      edit (document, i);
    }
  for (guint i = 0; i < 7; i++)
    {
      tl_clock_set_shift (i * (gint64) DAY);
      edit (document, i);
      g_assert_cmpuint (count_backups (document), ==, 5 + i + 1);
    }

  tl_clock_set_shift (0);
  tl_trial_close (document);
}

/* Of a great many days, with the clock jumping between them, only so many are kept, and the one just made is. */
static void
test_thinned (void)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  TlDocument *document = make_closed_and_open (path);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GListModel) backups = NULL;
      gint64 day = i % 2 == 0 ? 3653 + i : -400 + (gint64) i;
      g_autoptr (GDateTime) now = NULL;
      gboolean found = FALSE;

      tl_clock_set_shift (day * DAY);
      now = g_date_time_new_now_utc ();
      edit (document, i);
      backups = tl_backups_list (tl_document_get_id (document));
      for (guint k = 0; k < g_list_model_get_n_items (backups); k++)
        {
          g_autoptr (TlBackup) backup = g_list_model_get_item (backups, k);

          found = found || ABS (g_date_time_difference (tl_backup_get_date (backup), now)) < G_TIME_SPAN_MINUTE;
        }
      g_assert_true (found);
      g_assert_cmpuint (g_list_model_get_n_items (backups), <=, 34);
      g_assert_cmpuint (g_list_model_get_n_items (backups), >=, MIN (i + 1, 14));
    }

  tl_clock_set_shift (0);
  tl_trial_close (document);
}

/* The shift arrives where the rule looks: without that the other tests would prove nothing. */
static void
test_control (void)
{
  TlDate today = tl_date_today ();

  tl_clock_set_shift (-400 * DAY);
  g_assert_true (tl_date_today () != today);
  tl_clock_set_shift (0);
  g_assert_true (tl_date_today () == today);
}

int
main (int   argc,
      char *argv[])
{
  tl_trial_init (&argc, &argv);
  g_test_add_func ("/clock-days/control", test_control);
  g_test_add_func ("/clock-days/open", test_open);
  g_test_add_func ("/clock-days/reopened", test_reopened);
  g_test_add_func ("/clock-days/after-wrong-future", test_after_wrong_future);
  g_test_add_func ("/clock-days/thinned", test_thinned);
  return tl_trial_run ();
}
