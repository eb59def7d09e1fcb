/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a file that takes long to be written, and what becomes of it when somebody gives it up. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "tl-output-toast.h"
#include "tl-print-preview.h"
#include "view-fixture.h"

#define N_PAGES 3

/* Pages that take as long to be drawn as the test likes */
#define TEST_TYPE_PAGES (test_pages_get_type ())
G_DECLARE_FINAL_TYPE (TestPages, test_pages, TEST, PAGES, GObject)

struct _TestPages
{
  GObject     parent_instance;
  TlPageSetup setup;
  gboolean    is_copy;
};

static int n_drawn;          /* in the thread */
static int may_go_on;
static int n_copies;

static void pages_iface_init (TlPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestPages, test_pages, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGES, pages_iface_init))

static const TlPageSetup *
get_setup (TlPages *pages)
{
  return &TEST_PAGES (pages)->setup;
}

static guint
get_n_pages (TlPages *pages)
{
  return N_PAGES;
}

static void
draw_page (TlPages *pages,
           cairo_t *cr,
           guint    page)
{
  if (!TEST_PAGES (pages)->is_copy)
    return;

  g_atomic_int_inc (&n_drawn);
  while (!g_atomic_int_get (&may_go_on))
    g_thread_yield ();
}

static TlPages *
copy (TlPages *pages)
{
  TestPages *other = g_object_new (TEST_TYPE_PAGES, NULL);

  other->is_copy = TRUE;
  g_atomic_int_inc (&n_copies);
  return TL_PAGES (other);
}

static const char *
get_kind (TlPages *pages)
{
  return "Test";
}

static void
pages_iface_init (TlPagesInterface *iface)
{
  iface->get_setup = get_setup;
  iface->get_n_pages = get_n_pages;
  iface->draw_page = draw_page;
  iface->copy = copy;
  iface->get_kind = get_kind;
}

static void
test_pages_finalize (GObject *object)
{
  if (TEST_PAGES (object)->is_copy)
    g_atomic_int_add (&n_copies, -1);

  G_OBJECT_CLASS (test_pages_parent_class)->finalize (object);
}

static void
test_pages_class_init (TestPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_pages_finalize;
}

static void
test_pages_init (TestPages *self)
{
  tl_page_setup_init_sheet (&self->setup, TL_PAPER_A4, FALSE);
}

static TlPages *
make (GSettings        *settings,
      TlWorksheetFlags  flags,
      gpointer          user_data)
{
  return g_object_new (TEST_TYPE_PAGES, NULL);
}

static gboolean
begins_with (const char *path,
             const char *beginning)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && g_str_has_prefix (text, beginning);
}

/* Whoever gives it up half-way keeps the file that stood there before. */
static void
test_cancel (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-output-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  g_autofree char *text = NULL;
  GtkWidget *preview = tl_print_preview_new ("Pages", NULL, TL_WORKSHEET_DEFAULT, make, NULL, NULL);

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  tl_print_preview_save_pdf (TL_PRINT_PREVIEW (preview), path);
  wait_until (g_atomic_int_get (&n_drawn) == 1);
  g_assert_true (gtk_widget_activate_action (preview, "print.cancel-save", NULL));
  g_atomic_int_set (&may_go_on, TRUE);
  wait_until (g_atomic_int_get (&n_copies) == 0);
  settle ();

  g_assert_cmpint (n_drawn, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");

  /* What is begun after that is not given up. */
  tl_print_preview_save_pdf (TL_PRINT_PREVIEW (preview), path);
  wait_until (begins_with (path, "%PDF"));
  g_assert_cmpint (n_drawn, ==, 1 + N_PAGES);

  gtk_window_destroy (GTK_WINDOW (preview));
  g_remove (path);
  g_rmdir (folder);
}

static void
assert_words (const char *path,
              guint       done,
              guint       all,
              const char *expected)
{
  TlProgress progress = { 0 };
  g_autofree char *words = NULL;

  if (all > 0)
    tl_progress_tell (&progress, done, all);
  words = tl_output_toast_dup_words (path, &progress);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  assert_words ("a.pdf", 0, 0, "Writing the file…");
  assert_words ("a.pdf", 0, 1, "Writing the file…");
  assert_words ("a.pdf", 0, 24, "Writing the file… page 1 of 24");
  assert_words ("a.pdf", 24, 24, "Writing the file… page 24 of 24");
  assert_words ("a.png", 300, 1200, "Writing the file… 25 %");
  assert_words ("A.PNG", 300, 1200, "Writing the file… 25 %");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/output-toast/words", test_words);
  g_test_add_func ("/output-toast/cancel", test_cancel);

  return g_test_run ();
}
