/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows what files hold before anything is changed: what will come in, what will not, and why.
 *
 * The import has been prepared when the page is made; agreeing applies it as one edit.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-import-page.h"

#include <glib/gi18n-lib.h>

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-import-note.h"
#include "tl-message.h"
#include "tl-reading.h"
#include "tl-statement-link.h"
#include "tl-tension.h"
#include "tl-words.h"

/* A note of one line, in pixels, and how many are seen at once */
#define NOTE_HEIGHT 64
#define N_NOTES_SEEN 8

/* How many of the new goals are shown one by one; who brings in more looks at a sample. */
#define N_GOALS_SHOWN 40

struct _TlImportPage
{
  GtkWidget parent_instance;

  TlImport      *import;
  GListStore    *skipped;
  GListStore    *remarks;
  GtkStringList *files;
  GtkStringList *counts;
  GtkStringList *goals;
  GtkListBox    *files_box;
  GtkListBox    *counts_box;
  GtkLabel      *nothing_new;
  GtkWidget     *goals_part;
  GtkListBox    *goals_box;
  GtkWidget     *skipped_part;
  GtkLabel      *skipped_heading;
  GtkScrolledWindow *skipped_scroller;
  GtkWidget     *remarks_part;
  GtkLabel      *remarks_heading;
  GtkScrolledWindow *remarks_scroller;
  GtkWidget     *import_button;
};

enum
{
  CANCELLED,
  APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlImportPage, tl_import_page, GTK_TYPE_WIDGET)

static GtkWidget *
create_line (gpointer item,
             gpointer user_data)
{
  const char *text = gtk_string_object_get_string (item);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "line");
  gtk_widget_add_css_class (label, "numeric");
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "activatable", FALSE, "focusable", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
list_files (TlImportPage *self)
{
  for (guint i = 0; i < tl_import_get_n_files (self->import); i++)
    {
      guint n_rows = tl_import_get_n_rows (self->import, i);
      const char *kind = tl_import_kind_to_label (tl_import_get_file_kind (self->import, i));
      g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
      g_autofree char *line =
        g_strdup_printf ("%s · %s · %s", tl_import_get_file_name (self->import, i), kind, rows);

      gtk_string_list_append (self->files, line);
    }
}

/* "213 goals"; NULL for what nobody counts */
static char *
count_things (GType type,
              guint n)
{
  if (type == TL_TYPE_ORGANISATION)
    return g_strdup_printf (ngettext ("%'u organisation", "%'u organisations", n), n);
  if (type == TL_TYPE_UNIT)
    return g_strdup_printf (ngettext ("%'u unit", "%'u units", n), n);
  if (type == TL_TYPE_PERSON)
    return g_strdup_printf (ngettext ("%'u person", "%'u people", n), n);
  if (type == TL_TYPE_CYCLE)
    return g_strdup_printf (ngettext ("%'u cycle", "%'u cycles", n), n);
  if (type == TL_TYPE_GOAL)
    return g_strdup_printf (ngettext ("%'u goal", "%'u goals", n), n);
  if (type == TL_TYPE_CONTRIBUTION)
    return g_strdup_printf (ngettext ("%'u link", "%'u links", n), n);
  if (type == TL_TYPE_TENSION)
    return g_strdup_printf (ngettext ("%'u tension", "%'u tensions", n), n);
  if (type == TL_TYPE_MEASURE)
    return g_strdup_printf (ngettext ("%'u measure", "%'u measures", n), n);
  if (type == TL_TYPE_READING)
    return g_strdup_printf (ngettext ("%'u reading", "%'u readings", n), n);
  if (type == TL_TYPE_CHECK_IN)
    return g_strdup_printf (ngettext ("%'u check-in", "%'u check-ins", n), n);
  if (type == TL_TYPE_CONVERSATION)
    return g_strdup_printf (ngettext ("%'u conversation", "%'u conversations", n), n);
  if (type == TL_TYPE_STATEMENT)
    return g_strdup_printf (ngettext ("%'u statement", "%'u statements", n), n);
  if (type == TL_TYPE_STATEMENT_LINK)
    return g_strdup_printf (ngettext ("%'u link between statements", "%'u links between statements", n), n);

  return NULL;
}

static void
add_things (GString *list,
            GType    type,
            guint    n)
{
  g_autofree char *things = n > 0 ? count_things (type, n) : NULL;

  if (things != NULL)
    g_string_append_printf (list, "%s%s", list->len > 0 ? " · " : "", things);
}

static void
list_counts (TlImportPage *self)
{
  g_autoptr (GString) added = g_string_new (NULL);
  g_autoptr (GString) updated = g_string_new (NULL);
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);
  gboolean is_new;

  for (guint i = 0; i < n_types; i++)
    {
      add_things (added, types[i], tl_import_get_n_added (self->import, types[i]));
      add_things (updated, types[i], tl_import_get_n_updated (self->import, types[i]));
    }

  if (added->len > 0)
    {
      /* Translators: what comes in with the files, such as "213 goals · 12 people" */
      g_autofree char *line = g_strdup_printf (_("New: %s"), added->str);

      gtk_string_list_append (self->counts, line);
    }
  if (updated->len > 0)
    {
      /* Translators: what is there already and gets other values, such as "3 goals" */
      g_autofree char *line = g_strdup_printf (_("Changed: %s"), updated->str);

      gtk_string_list_append (self->counts, line);
    }

  is_new = added->len > 0 || updated->len > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_new), !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_box), is_new);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", is_new);
}

/* New goal -> the title of the first goal it is going to help */
static GHashTable *
find_helped (TlImport *import)
{
  g_autoptr (GPtrArray) links = tl_import_dup_added (import, TL_TYPE_CONTRIBUTION);
  GHashTable *helped = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < links->len; i++)
    {
      TlGoal *from = tl_contribution_get_from (g_ptr_array_index (links, i));
      TlGoal *to = tl_contribution_get_to (g_ptr_array_index (links, i));

      if (from != NULL && to != NULL && !g_hash_table_contains (helped, from))
        g_hash_table_insert (helped, from, tl_entity_dup_display_name (TL_ENTITY (to)));
    }

  return helped;
}

static void
list_goals (TlImportPage *self)
{
  g_autoptr (GPtrArray) goals = tl_import_dup_added (self->import, TL_TYPE_GOAL);
  g_autoptr (GHashTable) helped = find_helped (self->import);
  guint n_shown = MIN (goals->len, N_GOALS_SHOWN);

  for (guint i = 0; i < n_shown; i++)
    {
      TlGoal *goal = g_ptr_array_index (goals, i);
      const char *to = g_hash_table_lookup (helped, goal);
      g_autofree char *title = tl_entity_dup_display_name (TL_ENTITY (goal));
      g_autofree char *words = tl_words_of_goal (goal);
      /* Translators: after the words for a goal; the goal it helps */
      g_autofree char *helps = to != NULL ? g_strdup_printf (_("helps “%s”"), to) : NULL;
      g_autofree char *line = g_strdup_printf ("%s\n%s%s%s", title, words, helps != NULL ? " · " : "",
                                               helps != NULL ? helps : "");

      gtk_string_list_append (self->goals, line);
    }

  if (goals->len > n_shown)
    {
      guint n_more = goals->len - n_shown;

      gtk_string_list_take (self->goals, g_strdup_printf (ngettext ("… and %'u more", "… and %'u more", n_more), n_more));
    }
  gtk_widget_set_visible (self->goals_part, goals->len > 0);
}

static void
add_note (GListStore          *notes,
          const TlImportIssue *issue)
{
  g_autoptr (TlImportNote) note = tl_import_note_new (issue);

  g_list_store_append (notes, note);
}

/* A list view guesses its height; a few notes are to be seen without scrolling. */
static void
set_height (GtkScrolledWindow *scroller,
            guint              n_notes)
{
  gtk_scrolled_window_set_min_content_height (scroller, MIN (n_notes, N_NOTES_SEEN) * NOTE_HEIGHT);
}

static void
list_notes (TlImportPage *self)
{
  guint n_skipped = tl_import_get_n_skipped (self->import);
  guint n_remarks = tl_import_get_n_remarks (self->import);
  g_autofree char *skipped = NULL;
  g_autofree char *remarks = NULL;

  for (guint i = 0; i < n_skipped; i++)
    add_note (self->skipped, tl_import_get_skipped (self->import, i));
  for (guint i = 0; i < n_remarks; i++)
    add_note (self->remarks, tl_import_get_remark (self->import, i));

  skipped = g_strdup_printf (_("Will Not Come In (%'u)"), n_skipped);
  remarks = g_strdup_printf (_("Good to Know (%'u)"), n_remarks);
  gtk_label_set_label (self->skipped_heading, skipped);
  gtk_label_set_label (self->remarks_heading, remarks);
  set_height (self->skipped_scroller, n_skipped);
  set_height (self->remarks_scroller, n_remarks);
  gtk_widget_set_visible (self->skipped_part, n_skipped > 0);
  gtk_widget_set_visible (self->remarks_part, n_remarks > 0);
}

/* "Imported: 213 goals · 12 people", as far as there are */
static char *
summarise (TlImport *import)
{
  g_autoptr (GString) things = g_string_new (NULL);

  add_things (things, TL_TYPE_GOAL, tl_import_get_n_added (import, TL_TYPE_GOAL));
  add_things (things, TL_TYPE_PERSON, tl_import_get_n_added (import, TL_TYPE_PERSON));
  if (things->len == 0)
    return g_strdup (_("The import is in the document"));

  /* Translators: what has come in with an import, such as "213 goals · 12 people" */
  return g_strdup_printf (_("Imported: %s"), things->str);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[CANCELLED], 0);
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlImportPage *self = TL_IMPORT_PAGE (widget);
  g_autoptr (TlImportPage) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;

  if (!tl_import_apply (self->import, &error))
    {
      tl_message_show (GTK_WINDOW (gtk_widget_get_root (widget)), _("Nothing Was Imported"), error->message);
      return;
    }

  summary = summarise (self->import);
  g_signal_emit (self, signals[APPLIED], 0, summary);
}

/* Enter takes it in; where nothing can be taken in, the focus goes where it can go. */
static gboolean
tl_import_page_grab_focus (GtkWidget *widget)
{
  TlImportPage *self = TL_IMPORT_PAGE (widget);

  return gtk_widget_grab_focus (self->import_button) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
tl_import_page_dispose (GObject *object)
{
  TlImportPage *self = TL_IMPORT_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->import);
  g_clear_object (&self->files);
  g_clear_object (&self->counts);
  g_clear_object (&self->goals);

  G_OBJECT_CLASS (tl_import_page_parent_class)->dispose (object);
}

static void
tl_import_page_class_init (TlImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_import_page_dispose;
  widget_class->grab_focus = tl_import_page_grab_focus;

  /**
   * TlImportPage::cancelled:
   * @self: the page
   *
   * Nothing is to be imported.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", TL_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  /**
   * TlImportPage::applied:
   * @self: the page
   * @summary: what has come in, in one line
   *
   * The import is in the document, as one edit.
   */
  signals[APPLIED] = g_signal_new ("applied", TL_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_IMPORT_NOTE);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, skipped);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, files_box);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, counts_box);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, nothing_new);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, goals_part);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, goals_box);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, skipped_part);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, skipped_heading);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, skipped_scroller);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, remarks_part);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, remarks_heading);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, remarks_scroller);
  gtk_widget_class_bind_template_child (widget_class, TlImportPage, import_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_import_page_init (TlImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->files = gtk_string_list_new (NULL);
  self->counts = gtk_string_list_new (NULL);
  gtk_list_box_bind_model (self->files_box, G_LIST_MODEL (self->files), create_line, self, NULL);
  gtk_list_box_bind_model (self->counts_box, G_LIST_MODEL (self->counts), create_line, self, NULL);
  self->goals = gtk_string_list_new (NULL);
  gtk_list_box_bind_model (self->goals_box, G_LIST_MODEL (self->goals), create_line, self, NULL);
}

static TlImport *
prepare (TlDocument  *document,
         GListModel  *files,
         GError     **error)
{
  g_autoptr (TlImport) import = tl_import_new (document);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (!tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, error))
        return NULL;
    }

  if (!tl_import_prepare (import, NULL, error))
    return NULL;

  return g_steal_pointer (&import);
}

/**
 * tl_import_page_new:
 * @document: where the files are to come in
 * @files: (element-type GFile): tables
 * @error: return location for an error
 *
 * Reads @files, and leaves @document as it is until somebody agrees on the page.
 *
 * Returns: (transfer full) (nullable): the page; %NULL with @error set when a file cannot be read as a table
 */
GtkWidget *
tl_import_page_new (TlDocument  *document,
                    GListModel  *files,
                    GError     **error)
{
  g_autoptr (TlImport) import = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (files), NULL);

  import = prepare (document, files, error);
  return import != NULL ? tl_import_page_new_for_import (import) : NULL;
}

/**
 * tl_import_page_new_for_import:
 * @import: an import that has been prepared
 *
 * Returns: (transfer full): a page that shows what @import is going to change, which it does when somebody agrees
 */
GtkWidget *
tl_import_page_new_for_import (TlImport *import)
{
  TlImportPage *self;

  g_return_val_if_fail (TL_IS_IMPORT (import), NULL);

  self = g_object_new (TL_TYPE_IMPORT_PAGE, NULL);
  self->import = g_object_ref (import);
  list_files (self);
  list_counts (self);
  list_goals (self);
  list_notes (self);
  return GTK_WIDGET (self);
}
