/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long life of a document: thousands of actions at random, closed and opened again and again.
 *
 * After every opening the document is sound and holds what was on the screen; what was done is taken back step by
 * step, through exactly the states it went through, and done again; neither memory nor the file grow without end.
 */

#include <glib/gstdio.h>

#include "tl-cycle-edits.h"
#include "tl-goal-edits.h"
#include "tl-hook-vfs.h"
#include "tl-party-edits.h"
#include "tl-store.h"
#include "tl-trial.h"

/* How many goals a document has at most: above that more of them are removed than added */
#define MANY_GOALS 300

/* Every so many actions the document is closed and opened */
#define REOPEN_EVERY 1000

/* How much larger the file may be than a copy without any free pages, and how much memory may be kept, in bytes */
#define LARGEST_RATIO 3
#ifdef __SANITIZE_ADDRESS__
/* The sanitizer keeps what was freed. */
#define MOST_GROWTH G_MAXINT64
#else
#define MOST_GROWTH (24 * 1024 * 1024)
#endif

static gpointer
pick (TlDocument *document,
      GType       type)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (document), type);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (TlEntity) entity = n > 0 ? g_list_model_get_item (list, g_test_rand_int_range (0, n)) : NULL;

  return entity;
}

static GPtrArray *
pick_several (TlDocument *document,
              GType       type)
{
  GPtrArray *entities = g_ptr_array_new ();

  for (guint i = g_test_rand_int_range (1, 5); i > 0; i--)
    {
      gpointer entity = pick (document, type);

      if (entity != NULL && !g_ptr_array_find (entities, entity, NULL))
        g_ptr_array_add (entities, entity);
    }

  return entities;
}

static guint
count (TlDocument *document,
       GType       type)
{
  return g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (document), type));
}

static void
act_on_goals (TlDocument *document)
{
  g_autoptr (GPtrArray) goals = pick_several (document, TL_TYPE_GOAL);
  g_autoptr (GPtrArray) people = pick_several (document, TL_TYPE_PERSON);
  g_autoptr (GPtrArray) made = NULL;
  TlGoal *goal = pick (document, TL_TYPE_GOAL);

  if (goal == NULL)
    return;

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      tl_goal_edits_move (document, goals, NULL, goal, NULL);
      break;
    case 1:
      tl_goal_edits_place (document, goals);
      break;
    case 2:
      made = tl_goal_edits_duplicate (document, goals);
      break;
    case 3:
      if (pick (document, TL_TYPE_CYCLE) != NULL)
        made = tl_goal_edits_carry_over (document, goals, pick (document, TL_TYPE_CYCLE), NULL);
      break;
    case 4:
      if (people->len > 0)
        made = tl_goal_edits_cascade_down (document, goal, people, NULL);
      break;
    case 5:
      tl_document_begin_group (document, "Measure");
      tl_goal_edits_add_reading (document, tl_goal_edits_add_measure (document, goal), 7);
      tl_document_end_group (document, NULL);
      break;
    case 6:
      tl_goal_edits_add_check_in (document, goal, 0.5);
      break;
    case 7:
      tl_document_add_tension (document, goal, g_ptr_array_index (goals, 0), NULL);
      break;
    default:
      tl_document_connect (document, goal, g_ptr_array_index (goals, 0), NULL);
      break;
    }
}

static void
act_on_parties (TlDocument *document)
{
  g_autoptr (GPtrArray) people = pick_several (document, TL_TYPE_PERSON);
  TlUnit *unit = pick (document, TL_TYPE_UNIT);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      tl_party_edits_add_person (document, "Somebody", NULL, unit, NULL);
      break;
    case 1:
      tl_party_edits_add_unit (document, "Some Team", 0, NULL, unit, NULL);
      break;
    case 2:
      if (unit != NULL)
        tl_party_edits_move_unit (document, unit, NULL, pick (document, TL_TYPE_UNIT), NULL);
      break;
    case 3:
      tl_party_edits_set_manager (document, people, pick (document, TL_TYPE_PERSON), NULL);
      break;
    case 4:
      if (count (document, TL_TYPE_PERSON) > 20)
        tl_party_edits_remove (document, people, NULL);
      break;
    default:
      if (count (document, TL_TYPE_CYCLE) < 8)
        tl_cycle_edits_add (document, "Some Time", tl_date_new (2026, 1, 1), tl_date_new (2026, 3, 31), NULL);
      break;
    }
}

static void
write_about (TlDocument *document)
{
  g_autofree char *text = g_strnfill (g_test_rand_int_range (0, 400), 'a' + g_test_rand_int_range (0, 26));
  TlGoal *goal = pick (document, TL_TYPE_GOAL);

  if (goal == NULL)
    return;

  if (g_test_rand_bit ())
    tl_goal_set_title (goal, text);
  else
    tl_goal_set_private_notes (goal, text);
}

static void
remove_goals (TlDocument *document)
{
  g_autoptr (GPtrArray) goals = pick_several (document, TL_TYPE_GOAL);

  tl_goal_edits_remove (document, goals);
}

/* Does one thing, which is one step. */
static void
act (TlDocument *document)
{
  g_autoptr (GError) error = NULL;

  switch (count (document, TL_TYPE_GOAL) > MANY_GOALS ? 2 : g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1:
      tl_goal_edits_quick_add (document, pick (document, TL_TYPE_GOAL), pick (document, TL_TYPE_PERSON),
                               "Help a client #impact !2026-12-31", NULL);
      break;
    case 2:
      if (count (document, TL_TYPE_GOAL) > 20)
        remove_goals (document);
      break;
    case 3:
    case 4:
      act_on_goals (document);
      break;
    case 5:
      act_on_parties (document);
      break;
    case 6:
      tl_document_undo (document, &error);
      break;
    case 7:
      tl_document_redo (document, &error);
      break;
    default:
      write_about (document);
      break;
    }

  g_assert_no_error (error);
  g_assert_true (tl_document_flush (document, &error));
  g_assert_no_error (error);
}

static TlDocument *
reopen (TlDocument *document,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *before = tl_trial_dup_memory_digest (document);
  g_autofree char *digest = NULL;
  g_autofree char *after = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (GError) error = NULL;

  tl_trial_close (document);
  digest = tl_trial_dup_digest (path, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  after = tl_trial_dup_memory_digest (document);
  g_assert_cmpstr (before, ==, after);
  return document;
}

/* Bytes of memory that this process holds; under the sanitizers much more than it needs */
static gint64
get_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) numbers = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  numbers = g_strsplit (text, " ", 3);
  return g_ascii_strtoll (numbers[1], NULL, 10) * 4096;
}

static gint64
get_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

/* The size of the same content without a page to spare */
static gint64
get_least_size (TlDocument *document)
{
  g_autofree char *path = tl_trial_dup_path ("copy.throughline");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 size;

  g_assert_true (tl_document_save_copy (document, file, NULL));
  size = get_size (path);
  g_unlink (path);
  return size;
}

static void
test_long_life (void)
{
  g_autofree char *path = tl_trial_dup_path ("long.throughline");
  TlDocument *document = tl_trial_make_document (path);
  guint n_actions = tl_trial_choose (300, 20000);
  guint every = tl_trial_choose (100, REOPEN_EVERY);
  gint64 memory = 0;

  for (guint i = 1; i <= n_actions; i++)
    {
      act (document);
      if (i % every != 0)
        continue;

      document = reopen (document, path);
      g_assert_cmpint (get_size (path), <, LARGEST_RATIO * get_least_size (document));
      g_test_message ("after %u actions: %u goals, file %" G_GINT64_FORMAT " KiB, memory %" G_GINT64_FORMAT " KiB", i,
                      count (document, TL_TYPE_GOAL), get_size (path) / 1024, get_memory () / 1024);

      /* By then every cache is as large as it gets. */
      if (i == n_actions / 4 / every * every)
        memory = get_memory ();
    }

  g_assert_cmpint (get_memory () - memory, <, MOST_GROWTH);
  tl_trial_close (document);
  g_unlink (path);
}

/* Does @n actions at random and returns the states the document went through: the first is that before all. */
static GPtrArray *
act_and_remember (TlDocument *document,
                  guint       n)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, tl_trial_dup_memory_digest (document));
  while (states->len <= n)
    {
      g_autofree char *state = NULL;

      act (document);
      state = tl_trial_dup_memory_digest (document);
      if (!g_str_equal (state, g_ptr_array_index (states, states->len - 1)))
        g_ptr_array_add (states, g_steal_pointer (&state));
    }

  return states;
}

/* Everything can be taken back and done again; in between the document is closed and opened. */
static void
test_undo_all (void)
{
  g_autofree char *path = tl_trial_dup_path ("undo.throughline");
  TlDocument *document = reopen (tl_trial_make_document (path), path);
  g_autoptr (GPtrArray) passed = NULL;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  while (tl_document_can_undo (document))
    g_assert_true (tl_document_undo (document, &error));
  passed = act_and_remember (document, tl_trial_choose (60, 1000));
  g_ptr_array_add (states, tl_trial_dup_memory_digest (document));
  while (tl_document_can_undo (document))
    {
      g_assert_true (tl_document_undo (document, &error));
      g_assert_no_error (error);
      g_ptr_array_add (states, tl_trial_dup_memory_digest (document));
    }
  g_test_message ("%u states passed, %u steps undone", passed->len, states->len - 1);
  g_assert_cmpuint (states->len, >, 10);
  for (guint i = 0; i < states->len; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (passed, g_ptr_array_index (states, i), g_str_equal, NULL));

  for (guint i = states->len - 1; i-- > 0;)
    {
      g_autofree char *state = NULL;

      g_assert_true (tl_document_redo (document, &error));
      g_assert_no_error (error);
      state = tl_trial_dup_memory_digest (document);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
    }

  document = reopen (document, path);
  tl_trial_close (document);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  tl_trial_init (&argc, &argv);

  /* Nothing here is about power cuts. */
  tl_hook_vfs_set (tl_hook_vfs_pretend_syncs, NULL);
  g_test_add_func ("/session/undo-all", test_undo_all);
  g_test_add_func ("/session/long-life", test_long_life);
  return tl_trial_run ();
}
