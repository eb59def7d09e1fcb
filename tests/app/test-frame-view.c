/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame in a window with a document: what is selected, and what keys, drags and the field do to the document. */

#include "config.h"

#include <adwaita.h>

#include "tl-canvas-card.h"
#include "tl-conversation-edits.h"
#include "tl-drafts.h"
#include "tl-frame-view-private.h"
#include "tl-party-edits.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument     *document;
  TlConversation *conversation;
  char           *work;
  char           *other_work;
  char           *impact;
  char           *result;
  GtkWidget      *window;
  TlFrameView    *view;
  char           *asked;          /* what was to be said more about */
} Fixture;

static char *
say (Fixture    *fixture,
     TlFacet     facet,
     const char *text)
{
  TlStatement *statement = tl_conversation_edits_add (fixture->document, fixture->conversation, text, facet, FALSE,
                                                      TL_BENEFICIARY_UNSET, NULL);

  g_assert_nonnull (statement);
  return g_strdup (tl_entity_get_id (TL_ENTITY (statement)));
}

static void
asked_cb (Fixture    *fixture,
          const char *id)
{
  g_free (fixture->asked);
  fixture->asked = g_strdup (id);
}

static void
start_conversation (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlPerson *ines;

  fixture->document = create_document ("Lumen");
  ines = tl_party_edits_add_person (fixture->document, "Ines", NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->conversation = tl_conversation_edits_start (fixture->document, ines, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  fixture->work = say (fixture, TL_FACET_WORK, "Understand their strategy");
  fixture->other_work = say (fixture, TL_FACET_WORK, "Apply what we know of their industry");
  fixture->impact = say (fixture, TL_FACET_IMPACT, "Help them forge a stronger bond with their customers");
  fixture->result = say (fixture, TL_FACET_RESULT, "Grow account revenue");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  start_conversation (fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  fixture->view = TL_FRAME_VIEW (tl_frame_view_new ());
  g_signal_connect_swapped (fixture->view, "edit-statement", G_CALLBACK (asked_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  tl_frame_view_set_conversation (fixture->view, fixture->document, fixture->conversation);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (tl_viewport_get_zoom (tl_canvas_get_viewport (tl_frame_view_get_canvas (fixture->view))) == 1.0);
  settle ();
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  tl_frame_view_set_selected (fixture->view, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  discard_document (&fixture->document);
  g_free (fixture->work);
  g_free (fixture->other_work);
  g_free (fixture->impact);
  g_free (fixture->result);
  g_free (fixture->asked);
}

static TlStatement *
get (Fixture    *fixture,
     const char *id)
{
  TlEntity *entity = tl_model_lookup (tl_document_get_model (fixture->document), id);

  return entity != NULL ? TL_STATEMENT (entity) : NULL;
}

static gboolean
act (Fixture    *fixture,
     const char *action)
{
  gboolean is_done = gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);

  settle ();
  return is_done;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_undo (fixture->document, &error));
  g_assert_no_error (error);
  settle ();
}

static guint
count_links (Fixture *fixture)
{
  g_autoptr (GPtrArray) links = tl_conversation_dup_links (tl_frame_view_get_conversation (fixture->view));

  return links->len;
}

static TlScene *
get_scene (Fixture *fixture)
{
  return tl_canvas_get_scene (tl_frame_view_get_canvas (fixture->view));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fixture->view->text), text, -1);
}

/* Every statement has a child that assistive technology finds, and the keys select one. */
static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (tl_frame_view_get_canvas (fixture->view));
  GtkWidget *focus;

  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 4);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (TL_IS_CANVAS_CARD (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, canvas));
  wait_until (g_strcmp0 (tl_frame_view_get_selected (fixture->view), fixture->work) == 0);

  tl_frame_view_set_selected (fixture->view, fixture->result);
  g_assert_cmpstr (tl_frame_view_get_selected (fixture->view), ==, fixture->result);
  g_assert_cmpuint (tl_scene_get_selected (get_scene (fixture)), ==,
                    tl_scene_find_card (get_scene (fixture), fixture->result));
  g_assert_true (act (fixture, "frame.details"));
  g_assert_cmpstr (fixture->asked, ==, fixture->result);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  tl_frame_view_set_selected (fixture->view, fixture->work);
  act (fixture, "frame.move-up");
  g_assert_false (tl_document_can_redo (fixture->document));

  g_assert_true (act (fixture, "frame.move-down"));
  g_assert_cmpfloat (tl_statement_get_position (get (fixture, fixture->work)), >,
                     tl_statement_get_position (get (fixture, fixture->other_work)));
  g_assert_cmpfloat (tl_frame_view_find_card (fixture->view, fixture->work)->box.y, >,
                     tl_frame_view_find_card (fixture->view, fixture->other_work)->box.y);
  g_assert_cmpstr (tl_frame_view_get_selected (fixture->view), ==, fixture->work);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Move Statement");

  g_assert_true (act (fixture, "frame.move-right"));
  g_assert_cmpint (tl_statement_get_facet (get (fixture, fixture->work)), ==, TL_FACET_IMPACT);
  undo (fixture);
  g_assert_cmpint (tl_statement_get_facet (get (fixture, fixture->work)), ==, TL_FACET_WORK);
  undo (fixture);
  g_assert_cmpfloat (tl_frame_view_find_card (fixture->view, fixture->work)->box.y, <,
                     tl_frame_view_find_card (fixture->view, fixture->other_work)->box.y);
}

static void
test_connect (Fixture       *fixture,
              gconstpointer  data)
{
  /* It does not matter which end is chosen first. */
  tl_frame_view_set_selected (fixture->view, fixture->impact);
  g_assert_true (act (fixture, "frame.connect"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->view->hint)));
  tl_frame_view_choose_end (fixture->view, fixture->work);
  settle ();
  g_assert_cmpuint (count_links (fixture), ==, 1);
  g_assert_cmpuint (tl_scene_get_n_edges (get_scene (fixture)), ==, 1);
  g_assert_cmpuint (tl_scene_get_edge (get_scene (fixture), 0)->from, ==,
                    tl_scene_find_card (get_scene (fixture), fixture->work));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view->hint)));

  /* What cannot be is said, and one may go on choosing, or leave. */
  act (fixture, "frame.connect");
  tl_frame_view_choose_end (fixture->view, fixture->work);
  g_assert_cmpuint (count_links (fixture), ==, 1);
  g_assert_nonnull (fixture->view->connecting);
  tl_frame_view_stop_connecting (fixture->view);

  undo (fixture);
  g_assert_cmpuint (count_links (fixture), ==, 0);
  g_assert_cmpuint (tl_scene_get_n_edges (get_scene (fixture)), ==, 0);
}

static void
test_loop (Fixture       *fixture,
           gconstpointer  data)
{
  tl_frame_view_set_selected (fixture->view, fixture->work);
  g_assert_false (act (fixture, "frame.loop") && fixture->view->connecting != NULL);

  tl_frame_view_set_selected (fixture->view, fixture->result);
  g_assert_true (act (fixture, "frame.loop"));
  tl_frame_view_choose_end (fixture->view, fixture->impact);
  settle ();
  g_assert_cmpuint (tl_scene_get_n_edges (get_scene (fixture)), ==, 1);
  g_assert_cmpint (tl_scene_get_edge (get_scene (fixture), 0)->kind, ==, TL_EDGE_LOOP);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "frame.disconnect", "s",
                              tl_scene_get_edge (get_scene (fixture), 0)->id);
  settle ();
  g_assert_cmpuint (count_links (fixture), ==, 0);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *draft = NULL;

  tl_frame_view_set_selected (fixture->view, fixture->result);
  g_assert_true (act (fixture, "frame.edit"));
  g_assert_true (gtk_widget_get_visible (fixture->view->editor));
  type (fixture, "  Grow account\nrevenue by a third ");
  draft = tl_document_dup_draft (fixture->document, fixture->result, "text");
  g_assert_cmpstr (draft, ==, "Grow account revenue by a third");
  tl_frame_view_stop_editing (fixture->view, TRUE);
  settle ();
  g_assert_cmpstr (tl_statement_get_text (get (fixture, fixture->result)), ==, "Grow account revenue by a third");
  g_assert_cmpstr (tl_frame_view_find_card (fixture->view, fixture->result)->title, ==,
                   "Grow account revenue by a third");
  g_assert_false (gtk_widget_get_visible (fixture->view->editor));
  g_assert_null (tl_document_dup_draft (fixture->document, fixture->result, "text"));
  undo (fixture);
  g_assert_cmpstr (tl_statement_get_text (get (fixture, fixture->result)), ==, "Grow account revenue");

  /* Nothing at all, and Esc, leave it as it was. */
  act (fixture, "frame.edit");
  type (fixture, " \n ");
  g_assert_null (tl_document_dup_draft (fixture->document, fixture->result, "text"));
  tl_frame_view_stop_editing (fixture->view, TRUE);
  act (fixture, "frame.edit");
  type (fixture, "Something else");
  tl_frame_view_stop_editing (fixture->view, FALSE);
  settle ();
  g_assert_cmpstr (tl_statement_get_text (get (fixture, fixture->result)), ==, "Grow account revenue");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  tl_frame_view_set_selected (fixture->view, fixture->work);
  g_assert_true (act (fixture, "frame.remove"));
  g_assert_null (get (fixture, fixture->work));
  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 3);
  g_assert_cmpstr (tl_frame_view_get_selected (fixture->view), ==, fixture->other_work);
  undo (fixture);
  g_assert_nonnull (get (fixture, fixture->work));
  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 4);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  tl_frame_view_set_selected (fixture->view, fixture->result);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "frame.sort", "s", "reputation");
  settle ();
  g_assert_true (tl_statement_get_reputation (get (fixture, fixture->result)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "frame.sort", "s", "note");
  settle ();
  g_assert_cmpint (tl_statement_get_facet (get (fixture, fixture->result)), ==, TL_FACET_UNSET);
  g_assert_null (tl_frame_view_find_card (fixture->view, fixture->result));
}

static void
check_menu (Fixture    *fixture,
            const char *id,
            gboolean    can_edit)
{
  g_autoptr (GMenuModel) menu = tl_frame_view_create_menu (fixture->view, id, 0, 0);

  g_assert_cmpint (g_menu_model_get_n_items (menu) > 1, ==, can_edit);
}

/* The person goes, and everything said with them: nothing is shown any more, and nothing breaks. */
static void
test_conversation_gone (Fixture       *fixture,
                        gconstpointer  data)
{
  tl_frame_view_set_selected (fixture->view, fixture->work);
  check_menu (fixture, fixture->work, TRUE);
  act (fixture, "frame.edit");
  tl_conversation_edits_remove_conversation (fixture->document, fixture->conversation);
  settle ();
  g_assert_null (get_scene (fixture));
  g_assert_false (gtk_widget_get_visible (fixture->view->editor));
  g_assert_null (tl_document_dup_draft (fixture->document, fixture->result, "text"));
  undo (fixture);
  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 4);
}

/* Everything is shown, and nothing changes. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_object_ref (tl_document_get_file (fixture->document));
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (fixture->conversation)));

  tl_frame_view_set_conversation (fixture->view, NULL, NULL);
  tl_document_close (fixture->document, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->document);
  fixture->document = tl_document_open_full (file, TL_DOCUMENT_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  fixture->conversation = TL_CONVERSATION (tl_model_lookup (tl_document_get_model (fixture->document), id));
  tl_frame_view_set_conversation (fixture->view, fixture->document, fixture->conversation);
  settle ();

  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 4);
  tl_frame_view_set_selected (fixture->view, fixture->work);
  check_menu (fixture, fixture->work, FALSE);
  for (const char **action = (const char *[]) { "frame.edit", "frame.remove", "frame.move-down", "frame.connect", NULL };
       *action != NULL; action++)
    act (fixture, *action);
  g_assert_false (gtk_widget_get_visible (fixture->view->editor));
  g_assert_null (fixture->view->connecting);
  g_assert_nonnull (get (fixture, fixture->work));
  g_assert_false (tl_document_can_undo (fixture->document));
}

/* Narrow, the frame is laid out anew rather than made so small that nobody can read it. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  TlViewport *viewport = tl_canvas_get_viewport (tl_frame_view_get_canvas (fixture->view));
  TlRect bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 500);
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 480 && fixture->view->layout_id == 0);
  tl_scene_get_bounds (get_scene (fixture), &bounds);
  g_assert_cmpfloat (bounds.width, ==, TL_FRAME_WIDTH_LEAST);
  g_assert_cmpfloat (tl_viewport_get_zoom (viewport), >, 0.8);
  g_assert_cmpfloat (tl_viewport_get_extent (viewport, FALSE), <=, 481);
}

#define ADD(name, function) g_test_add ("/frame-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("select", test_select);
  ADD ("move", test_move);
  ADD ("connect", test_connect);
  ADD ("loop", test_loop);
  ADD ("edit", test_edit);
  ADD ("remove", test_remove);
  ADD ("sort", test_sort);
  ADD ("conversation-gone", test_conversation_gone);
  ADD ("read-only", test_read_only);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
