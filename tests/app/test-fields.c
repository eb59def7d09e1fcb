/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields in which properties are edited: what they commit, when, and to whom. */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tl-document.h"
#include "tl-drafts.h"
#include "tl-field-row.h"
#include "tl-field-text.h"
#include "tl-measure.h"
#include "tl-typed-undo.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument *document;
  TlGoal     *goal;
  TlGoal     *other;
  GtkWidget  *window;
  GtkWidget  *box;
  GtkWidget  *elsewhere;        /* takes the focus away */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->document = create_document ("Fields");
  fixture->goal = add_goal_of_all (fixture->document, "Grow revenue");
  fixture->other = add_goal_of_all (fixture->document, "Keep customers");
  g_assert_true (tl_document_flush (fixture->document, NULL));

  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->elsewhere = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (fixture->box), fixture->elsewhere);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  discard_document (&fixture->document);
}

static TlFieldRow *
add_field (Fixture      *fixture,
           const char   *property,
           TlFieldFlags  flags,
           gpointer      entity)
{
  GtkWidget *row = tl_field_row_new (fixture->document, property, "Label", flags);

  gtk_box_append (GTK_BOX (fixture->box), row);
  tl_field_row_set_entity (TL_FIELD_ROW (row), entity);
  return TL_FIELD_ROW (row);
}

static char *
dup_shown (TlFieldRow *row)
{
  return tl_field_text_dup_text (TL_FIELD_TEXT (find_child (GTK_WIDGET (row), TL_TYPE_FIELD_TEXT)));
}

#define assert_shown(row, expected)               \
  G_STMT_START                                    \
  {                                               \
    g_autofree char *shown = dup_shown (row);     \
    g_assert_cmpstr (shown, ==, expected);        \
  }                                               \
  G_STMT_END

/* Types as a person does: the focus is in the field, and what stood there is replaced. */
static void
type_text (TlFieldRow *row,
           const char *text)
{
  GtkWidget *view = find_child (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW);

  tl_field_row_start (row);
  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (find_child (GTK_WIDGET (row), GTK_TYPE_TEXT)), text);
}

static gboolean
press (TlFieldRow *row,
       guint       keyval)
{
  GtkWidget *editor = find_child (GTK_WIDGET (row), TL_TYPE_FIELD_TEXT);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (editor);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        {
          g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
          return is_handled;
        }
    }

  g_assert_not_reached ();
}

static void
leave (Fixture *fixture)
{
  gtk_widget_grab_focus (fixture->elsewhere);
}

static const char *
get_problem (TlFieldRow *row)
{
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (row));

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static void
test_enter_commits (Fixture       *fixture,
                    gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "category", TL_FIELD_DEFAULT, fixture->goal);

  type_text (row, "Quality");
  g_assert_cmpstr (tl_goal_get_category (fixture->goal), ==, NULL);
  g_signal_emit_by_name (find_child (GTK_WIDGET (row), GTK_TYPE_TEXT), "activate");
  g_assert_cmpstr (tl_goal_get_category (fixture->goal), ==, "quality");
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Change Label");
}

static void
test_leaving_commits (Fixture       *fixture,
                      gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);

  type_text (row, "Grow revenue by half");
  leave (fixture);
  g_assert_cmpstr (tl_goal_get_title (fixture->goal), ==, "Grow revenue by half");
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Rename Goal");

  g_assert_true (tl_document_undo (fixture->document, NULL));
  assert_shown (row, "Grow revenue");
}

/* Two edits of one field are two steps. */
static void
test_each_commit_is_a_step (Fixture       *fixture,
                            gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "description", TL_FIELD_MULTILINE, fixture->goal);

  type_text (row, "One");
  leave (fixture);
  type_text (row, "Two\nlines");
  leave (fixture);
  g_assert_cmpstr (tl_goal_get_description (fixture->goal), ==, "Two\nlines");
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpstr (tl_goal_get_description (fixture->goal), ==, "One");
}

/* Whoever is killed while typing finds the letters again. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);
  g_autoptr (GPtrArray) drafts = NULL;

  type_text (row, "Grow it");
  drafts = tl_document_dup_drafts (fixture->document);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((TlDraft *) drafts->pdata[0])->text, ==, "Grow it");
  g_clear_pointer (&drafts, g_ptr_array_unref);

  press (row, GDK_KEY_Escape);
  drafts = tl_document_dup_drafts (fixture->document);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_leaving_unchanged (Fixture       *fixture,
                        gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);
  guint64 revision = tl_document_get_revision (fixture->document);

  tl_field_row_start (row);
  leave (fixture);
  type_text (row, "Grow  revenue ");
  leave (fixture);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), ==, revision);
  assert_shown (row, "Grow revenue");
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);
  guint64 revision = tl_document_get_revision (fixture->document);

  type_text (row, "Something else");
  g_assert_true (press (row, GDK_KEY_Escape));
  assert_shown (row, "Grow revenue");
  leave (fixture);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), ==, revision);

  /* A second Esc is for whatever is around the field. */
  tl_field_row_start (row);
  g_assert_false (press (row, GDK_KEY_Escape));
}

/* What happens elsewhere is shown, but does not disturb whoever is typing. */
static void
test_undo_while_typing (Fixture       *fixture,
                        gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);

  tl_goal_set_title (fixture->goal, "Grow revenue twice");
  tl_document_flush (fixture->document, NULL);
  assert_shown (row, "Grow revenue twice");

  type_text (row, "Grow it");
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpstr (tl_goal_get_title (fixture->goal), ==, "Grow revenue");
  assert_shown (row, "Grow it");
  press (row, GDK_KEY_Escape);
  assert_shown (row, "Grow revenue");
}

/* Undo brings the goal back as another object: what is typed goes to that one. */
static void
test_goal_comes_back (Fixture       *fixture,
                      gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (fixture->goal)));
  TlEntity *again;

  type_text (row, "Grow it");
  tl_document_remove (fixture->document, TL_ENTITY (fixture->goal));
  g_assert_true (tl_document_undo (fixture->document, NULL));
  again = tl_model_lookup (tl_document_get_model (fixture->document), id);
  g_assert_nonnull (again);

  tl_field_row_set_entity (row, again);
  assert_shown (row, "Grow it");
  leave (fixture);
  g_assert_cmpstr (tl_goal_get_title (TL_GOAL (again)), ==, "Grow it");
}

static void
test_goal_is_gone (Fixture       *fixture,
                   gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);

  type_text (row, "Grow it");
  tl_document_remove (fixture->document, TL_ENTITY (fixture->goal));
  leave (fixture);
  tl_field_row_set_entity (row, NULL);
  g_assert_cmpstr (tl_goal_get_title (fixture->other), ==, "Keep customers");
}

static void
test_rebinding (Fixture       *fixture,
                gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);

  type_text (row, "Grow it");
  tl_field_row_set_entity (row, TL_ENTITY (fixture->other));
  g_assert_cmpstr (tl_goal_get_title (fixture->goal), ==, "Grow it");
  g_assert_cmpstr (tl_goal_get_title (fixture->other), ==, "Keep customers");
  assert_shown (row, "Keep customers");

  /* The first one is none of its business any more. */
  tl_goal_set_title (fixture->goal, "Grow");
  assert_shown (row, "Keep customers");
}

static void
test_wrong_date (Fixture       *fixture,
                 gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "due", TL_FIELD_DEFAULT, fixture->goal);

  type_text (row, "31 feb");
  leave (fixture);
  assert_shown (row, "31 feb");
  g_assert_nonnull (get_problem (row));
  g_assert_cmpuint (tl_goal_get_due (fixture->goal), ==, TL_DATE_NONE);

  type_text (row, "28 feb 2027");
  g_assert_null (get_problem (row));
  leave (fixture);
  g_assert_cmpuint (tl_goal_get_due (fixture->goal), ==, tl_date_new (2027, 2, 28));
  type_text (row, "");
  leave (fixture);
  g_assert_cmpuint (tl_goal_get_due (fixture->goal), ==, TL_DATE_NONE);
}

/* What is not understood is neither lost when another goal is shown nor given to that one. */
static void
test_wrong_date_comes_back (Fixture       *fixture,
                            gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "due", TL_FIELD_DEFAULT, fixture->goal);
  TlFieldRow *another;

  type_text (row, "31 feb");
  tl_field_row_set_entity (row, TL_ENTITY (fixture->other));
  assert_shown (row, "");
  g_assert_null (get_problem (row));

  tl_field_row_set_entity (row, TL_ENTITY (fixture->goal));
  assert_shown (row, "31 feb");
  g_assert_nonnull (get_problem (row));

  /* One field at a time has it. */
  another = add_field (fixture, "due", TL_FIELD_DEFAULT, fixture->goal);
  assert_shown (another, "");

  g_assert_true (press (row, GDK_KEY_Escape));
  tl_field_row_set_entity (row, TL_ENTITY (fixture->other));
  tl_field_row_set_entity (row, TL_ENTITY (fixture->goal));
  assert_shown (row, "");
}

static void
test_wrong_date_survives_closing (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  g_autoptr (GFile) file = g_object_ref (tl_document_get_file (fixture->document));
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (fixture->goal)));
  TlFieldRow *row = add_field (fixture, "due", TL_FIELD_DEFAULT, fixture->goal);
  g_autoptr (GError) error = NULL;

  type_text (row, "31 feb");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (tl_document_close (fixture->document, NULL));
  g_object_unref (fixture->document);

  fixture->document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_document_apply_drafts (fixture->document), ==, 0);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  row = add_field (fixture, "due", TL_FIELD_DEFAULT, tl_model_lookup (tl_document_get_model (fixture->document), id));
  assert_shown (row, "31 feb");
  g_assert_nonnull (get_problem (row));

  /* What is said elsewhere in the meantime counts. */
  tl_goal_set_due (TL_GOAL (tl_model_lookup (tl_document_get_model (fixture->document), id)), tl_date_new (2027, 2, 28));
  g_assert_null (get_problem (row));
}

/* Ctrl+Z takes back letters before it takes back steps of the document. */
static void
test_letters_first (Fixture       *fixture,
                    gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "category", TL_FIELD_DEFAULT, fixture->goal);
  TlFieldRow *title = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);
  GtkRoot *root = GTK_ROOT (fixture->window);

  tl_field_row_start (row);
  g_assert_false (tl_typed_undo (gtk_root_get_focus (root)));
  gtk_editable_insert_text (GTK_EDITABLE (gtk_root_get_focus (root)), "Gr", -1, &(int) { 0 });
  g_assert_true (tl_typed_undo (gtk_root_get_focus (root)));
  assert_shown (row, "");
  g_assert_true (tl_typed_redo (gtk_root_get_focus (root)));
  assert_shown (row, "Gr");
  leave (fixture);
  g_assert_false (tl_typed_undo (gtk_root_get_focus (root)));

  tl_field_row_start (title);
  g_assert_false (tl_typed_undo (gtk_root_get_focus (root)));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_root_get_focus (root))), "!", -1);
  g_assert_true (tl_typed_undo (gtk_root_get_focus (root)));
  assert_shown (title, "Grow revenue");
  g_assert_false (tl_typed_undo (gtk_root_get_focus (root)));
}

static void
test_weight (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (TlMeasure) measure = tl_measure_new ();
  TlFieldRow *row;

  tl_measure_set_goal (measure, fixture->goal);
  tl_document_add (fixture->document, TL_ENTITY (measure));
  row = add_field (fixture, "weight", TL_FIELD_DEFAULT, measure);
  for (const char * const *wrong = (const char *[]) { "", "0", "-2", NULL }; *wrong != NULL; wrong++)
    {
      type_text (row, *wrong);
      leave (fixture);
      g_assert_nonnull (get_problem (row));
      assert_shown (row, *wrong);
      g_assert_cmpfloat (tl_measure_get_weight (measure), ==, 1);
    }

  type_text (row, "2.5");
  leave (fixture);
  g_assert_cmpfloat (tl_measure_get_weight (measure), ==, 2.5);
  g_assert_true (tl_document_flush (fixture->document, NULL));
}

static void
test_number (Fixture       *fixture,
             gconstpointer  user_data)
{
  TlMeasure *measure = tl_measure_new ();
  TlFieldRow *row;

  tl_measure_set_goal (measure, fixture->goal);
  tl_document_add (fixture->document, TL_ENTITY (measure));
  g_object_unref (measure);
  row = add_field (fixture, "target", TL_FIELD_DEFAULT, measure);
  tl_field_row_set_suffix (row, "calls");

  type_text (row, "1,200 calls");
  leave (fixture);
  g_assert_cmpfloat (tl_measure_get_target (measure), ==, 1200);
  type_text (row, "many");
  leave (fixture);
  g_assert_cmpfloat (tl_measure_get_target (measure), ==, 1200);
  g_assert_nonnull (get_problem (row));
}

static void
test_closing_commits (Fixture       *fixture,
                      gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);

  type_text (row, "Grow it");
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  g_assert_cmpstr (tl_goal_get_title (fixture->goal), ==, "Grow it");
}

static void
test_choice (Fixture       *fixture,
             gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "facet", TL_FIELD_DEFAULT, fixture->goal);
  GtkWidget *choice = find_child (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN);
  guint64 revision = tl_document_get_revision (fixture->document);

  tl_field_row_set_entity (row, TL_ENTITY (fixture->other));
  g_assert_cmpuint (tl_document_get_revision (fixture->document), ==, revision);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), TL_FACET_RESULT);
  g_assert_cmpint (tl_goal_get_facet (fixture->other), ==, TL_FACET_RESULT);
  g_assert_cmpint (tl_goal_get_facet (fixture->goal), ==, TL_FACET_UNSET);
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, TL_FACET_UNSET);
}

/* The focus goes to the button in it, and that says what is chosen. */
static void
test_choice_is_named (Fixture       *fixture,
                      gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "facet", TL_FIELD_DEFAULT, fixture->goal);
  GtkWidget *drop = find_child (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_child (drop, GTK_TYPE_TOGGLE_BUTTON)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Label");
}

static void
test_several (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  TlFieldRow *row = add_field (fixture, "category", TL_FIELD_DEFAULT, NULL);

  g_ptr_array_add (goals, fixture->goal);
  g_ptr_array_add (goals, fixture->other);
  tl_goal_set_category (fixture->goal, "quality");
  tl_document_flush (fixture->document, NULL);
  tl_field_row_set_entities (row, goals);
  assert_shown (row, "");

  type_text (row, "Growth");
  leave (fixture);
  g_assert_cmpstr (tl_goal_get_category (fixture->goal), ==, "growth");
  g_assert_cmpstr (tl_goal_get_category (fixture->other), ==, "growth");
  assert_shown (row, "Growth");
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpstr (tl_goal_get_category (fixture->goal), ==, "quality");
  g_assert_cmpstr (tl_goal_get_category (fixture->other), ==, NULL);
}

static void
test_several_choices (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  TlFieldRow *row = add_field (fixture, "facet", TL_FIELD_DEFAULT, NULL);
  GtkStringObject *selected;
  GtkDropDown *choice;

  g_ptr_array_add (goals, fixture->goal);
  g_ptr_array_add (goals, fixture->other);
  tl_goal_set_facet (fixture->goal, TL_FACET_WORK);
  tl_field_row_set_entities (row, goals);
  choice = GTK_DROP_DOWN (find_child (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN));
  selected = gtk_drop_down_get_selected_item (choice);
  g_assert_cmpstr (gtk_string_object_get_string (selected), ==, "Several values");

  gtk_drop_down_set_selected (choice, TL_FACET_RESULT);
  g_assert_cmpint (tl_goal_get_facet (fixture->goal), ==, TL_FACET_RESULT);
  g_assert_cmpint (tl_goal_get_facet (fixture->other), ==, TL_FACET_RESULT);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, TL_FACET_RESULT + 1);
}

static void
test_owner (Fixture       *fixture,
            gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "owner", TL_FIELD_DEFAULT, fixture->goal);
  TlPerson *person = tl_person_new ();
  GtkWidget *button = find_child (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON);
  GtkPopover *chooser;
  GtkWidget *entry;

  tl_party_set_name (TL_PARTY (person), "Inès Moreau");
  tl_person_set_organisation (person, tl_model_get_organisation (tl_document_get_model (fixture->document)));
  tl_document_add (fixture->document, TL_ENTITY (person));
  g_object_unref (person);
  tl_document_flush (fixture->document, NULL);

  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  chooser = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  entry = find_child (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ines");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (tl_goal_get_owner (fixture->goal) == TL_PARTY (person));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_child (button, GTK_TYPE_LABEL))), ==,
                   "Inès Moreau");
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_true (TL_IS_ORGANISATION (tl_goal_get_owner (fixture->goal)));
}

static gboolean
refuse (TlDocument    *document,
        GPtrArray     *entities,
        const GValue  *value,
        gpointer       user_data,
        GError       **error)
{
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED, "Not this one.");
  return FALSE;
}

static void
test_refusal (Fixture       *fixture,
              gconstpointer  user_data)
{
  TlFieldRow *row = add_field (fixture, "title", TL_FIELD_TITLE, fixture->goal);

  tl_field_row_set_setter (row, refuse, NULL);
  type_text (row, "Grow it");
  leave (fixture);
  g_assert_cmpstr (get_problem (row), ==, "Not this one.");
  assert_shown (row, "Grow it");
  g_assert_cmpstr (tl_goal_get_title (fixture->goal), ==, "Grow revenue");
  press (row, GDK_KEY_Escape);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GFile) file = g_object_ref (tl_document_get_file (fixture->document));
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (fixture->goal)));
  g_autoptr (GError) error = NULL;
  TlFieldRow *row;
  GtkWidget *text;

  g_assert_true (tl_document_close (fixture->document, NULL));
  g_object_unref (fixture->document);
  fixture->document = tl_document_open_full (file, TL_DOCUMENT_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_document_get_read_only (fixture->document));

  row = add_field (fixture, "category", TL_FIELD_DEFAULT,
                   tl_model_lookup (tl_document_get_model (fixture->document), id));
  text = find_child (GTK_WIDGET (row), GTK_TYPE_TEXT);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (text)));
}

static void
add_test (const char *path,
          void (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/fields/enter-commits", test_enter_commits);
  add_test ("/fields/leaving-commits", test_leaving_commits);
  add_test ("/fields/each-commit-is-a-step", test_each_commit_is_a_step);
  add_test ("/fields/draft", test_draft);
  add_test ("/fields/leaving-unchanged", test_leaving_unchanged);
  add_test ("/fields/escape", test_escape);
  add_test ("/fields/undo-while-typing", test_undo_while_typing);
  add_test ("/fields/goal-comes-back", test_goal_comes_back);
  add_test ("/fields/goal-is-gone", test_goal_is_gone);
  add_test ("/fields/rebinding", test_rebinding);
  add_test ("/fields/wrong-date", test_wrong_date);
  add_test ("/fields/wrong-date-comes-back", test_wrong_date_comes_back);
  add_test ("/fields/wrong-date-survives-closing", test_wrong_date_survives_closing);
  add_test ("/fields/letters-first", test_letters_first);
  add_test ("/fields/weight", test_weight);
  add_test ("/fields/several-choices", test_several_choices);
  add_test ("/fields/number", test_number);
  add_test ("/fields/closing-commits", test_closing_commits);
  add_test ("/fields/choice", test_choice);
  add_test ("/fields/choice-is-named", test_choice_is_named);
  add_test ("/fields/several", test_several);
  add_test ("/fields/owner", test_owner);
  add_test ("/fields/refusal", test_refusal);
  add_test ("/fields/read-only", test_read_only);

  return g_test_run ();
}
