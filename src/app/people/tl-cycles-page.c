/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cycles of the document: to make, edit, close and remove them, and to carry goals over from one to the next. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-cycles-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-carry-over.h"
#include "tl-cycle-edits.h"
#include "tl-cycle-row.h"
#include "tl-undo-toast.h"
#include "tl-window.h"

struct _TlCyclesPage
{
  GtkWidget parent_instance;

  TlDocument *document;

  GtkListBox *box;
  GtkWidget  *empty;
};

G_DEFINE_FINAL_TYPE (TlCyclesPage, tl_cycles_page, GTK_TYPE_WIDGET)

static TlCycle *
find_cycle (TlCyclesPage *self,
            GVariant     *id)
{
  TlEntity *entity = tl_model_lookup (tl_document_get_model (self->document), g_variant_get_string (id, NULL));

  return TL_IS_CYCLE (entity) ? TL_CYCLE (entity) : NULL;
}

/* The latest first; without a date at the end. */
static int
compare_cycles (gconstpointer a,
                gconstpointer b)
{
  TlCycle *one = *(TlCycle *const *) a;
  TlCycle *other = *(TlCycle *const *) b;
  TlDate first = tl_cycle_get_start (one);
  TlDate second = tl_cycle_get_start (other);

  if (first != second)
    return first > second ? -1 : 1;

  return strcmp (tl_entity_get_id (TL_ENTITY (one)), tl_entity_get_id (TL_ENTITY (other)));
}

static GPtrArray *
collect_cycles (TlCyclesPage *self)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_CYCLE);
  GPtrArray *cycles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (cycles, g_list_model_get_item (list, i));

  g_ptr_array_sort (cycles, compare_cycles);
  return cycles;
}

static TlCycleRow *
get_row (TlCyclesPage *self,
         guint         position)
{
  return (TlCycleRow *) gtk_list_box_get_row_at_index (self->box, position);
}

/* Leaves the rows of cycles that are still there where they are, with what is being typed in them. */
static void
match_row (TlCyclesPage *self,
           guint         position,
           TlCycle      *cycle)
{
  TlCycleRow *row;
  GtkWidget *made;

  for (guint i = position; (row = get_row (self, i)) != NULL; i++)
    {
      if (!g_str_equal (tl_cycle_row_get_id (row), tl_entity_get_id (TL_ENTITY (cycle))))
        continue;

      if (i > position)
        {
          g_object_ref (row);
          gtk_list_box_remove (self->box, GTK_WIDGET (row));
          gtk_list_box_insert (self->box, GTK_WIDGET (row), position);
          g_object_unref (row);
        }
      tl_cycle_row_show (row, cycle);
      return;
    }

  made = tl_cycle_row_new (self->document);
  tl_cycle_row_show (TL_CYCLE_ROW (made), cycle);
  gtk_list_box_insert (self->box, made, position);
}

/* Puts the focus into the name of a cycle that has just been made. */
static void
start_naming (TlCyclesPage *self,
              TlCycle      *cycle)
{
  TlCycleRow *row;

  tl_cycles_page_refresh (self);
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (g_str_equal (tl_cycle_row_get_id (row), tl_entity_get_id (TL_ENTITY (cycle))))
        tl_cycle_row_start (row);
    }
}

/* The first cycle is the year that is under way. */
static TlCycle *
add_year (TlCyclesPage  *self,
          GError       **error)
{
  g_autoptr (GDate) today = tl_date_to_gdate (tl_date_today ());
  int year = g_date_get_year (today);
  /* Translators: the name of a cycle of a whole year */
  g_autofree char *name = g_strdup_printf (_("Year %d"), year);

  return tl_cycle_edits_add (self->document, name, tl_date_new (year, 1, 1), tl_date_new (year, 12, 31), error);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TlCyclesPage *self = TL_CYCLES_PAGE (widget);
  g_autoptr (GPtrArray) cycles = collect_cycles (self);
  g_autoptr (GError) error = NULL;
  TlCycle *latest = cycles->len > 0 ? g_ptr_array_index (cycles, 0) : NULL;
  TlCycle *added;

  if (latest != NULL && tl_cycle_get_start (latest) != TL_DATE_NONE && tl_cycle_get_end (latest) != TL_DATE_NONE)
    added = tl_cycle_edits_add_next (self->document, latest, &error);
  else
    added = add_year (self, &error);

  if (added != NULL)
    start_naming (self, added);
  else
    tl_window_show_error (widget, _("The Cycle Was Not Added"), error);
}

static void
add_next_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlCyclesPage *self = TL_CYCLES_PAGE (widget);
  TlCycle *cycle = find_cycle (self, parameter);
  g_autoptr (GError) error = NULL;
  TlCycle *added;

  if (cycle == NULL)
    return;

  added = tl_cycle_edits_add_next (self->document, cycle, &error);
  if (added != NULL)
    start_naming (self, added);
  else
    tl_window_show_error (widget, _("The Cycle Was Not Added"), error);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlCyclesPage *self = TL_CYCLES_PAGE (widget);
  TlCycle *cycle = find_cycle (self, parameter);
  g_autoptr (GPtrArray) unfinished = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (cycle == NULL)
    return;

  unfinished = tl_cycle_dup_unfinished (cycle);
  name = tl_entity_dup_display_name (TL_ENTITY (cycle));
  tl_cycle_edits_close (self->document, cycle);
  if (unfinished->len == 0)
    text = g_strdup_printf (_("“%s” is closed"), name);
  else
    text = g_strdup_printf (ngettext ("“%s” is closed. %u goal in it is not finished.",
                                      "“%s” is closed. %u goals in it are not finished.", unfinished->len),
                            name, unfinished->len);
  tl_undo_toast_show (widget, self->document, text);
}

static void
reopen_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlCyclesPage *self = TL_CYCLES_PAGE (widget);
  TlCycle *cycle = find_cycle (self, parameter);

  if (cycle != NULL)
    tl_cycle_edits_reopen (self->document, cycle);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlCyclesPage *self = TL_CYCLES_PAGE (widget);
  TlCycle *cycle = find_cycle (self, parameter);
  g_autoptr (GPtrArray) goals = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (cycle == NULL)
    return;

  goals = tl_entity_dup_referrers (TL_ENTITY (cycle), TL_TYPE_GOAL, "cycle");
  name = tl_entity_dup_display_name (TL_ENTITY (cycle));
  tl_document_remove (self->document, TL_ENTITY (cycle));
  if (goals->len == 0)
    text = g_strdup_printf (_("“%s” was removed"), name);
  else
    text = g_strdup_printf (ngettext ("“%s” was removed. %u goal is in no cycle now.",
                                      "“%s” was removed. %u goals are in no cycle now.", goals->len),
                            name, goals->len);
  tl_undo_toast_show (widget, self->document, text);
}

static void
carry_over_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlCyclesPage *self = TL_CYCLES_PAGE (widget);
  TlCycle *cycle = find_cycle (self, parameter);

  if (cycle != NULL)
    tl_carry_over_show (widget, self->document, cycle, NULL);
}

static void
tl_cycles_page_dispose (GObject *object)
{
  TlCyclesPage *self = TL_CYCLES_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_cycles_page_parent_class)->dispose (object);
}

static void
tl_cycles_page_class_init (TlCyclesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_cycles_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-cycles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCyclesPage, box);
  gtk_widget_class_bind_template_child (widget_class, TlCyclesPage, empty);
  gtk_widget_class_install_action (widget_class, "cycles.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "cycles.add-next", "s", add_next_cb);
  gtk_widget_class_install_action (widget_class, "cycles.close", "s", close_cb);
  gtk_widget_class_install_action (widget_class, "cycles.reopen", "s", reopen_cb);
  gtk_widget_class_install_action (widget_class, "cycles.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "cycles.carry-over", "s", carry_over_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cycles");
}

static void
tl_cycles_page_init (TlCyclesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_cycles_page_set_source:
 * @self: a page without a source
 * @document: what is edited
 */
void
tl_cycles_page_set_source (TlCyclesPage *self,
                           TlDocument   *document)
{
  g_return_if_fail (TL_IS_CYCLES_PAGE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
}

/**
 * tl_cycles_page_refresh:
 * @self: a page with a source
 *
 * Shows the cycles as they are now.
 */
void
tl_cycles_page_refresh (TlCyclesPage *self)
{
  static const char *const edits[] = {
    "cycles.add", "cycles.add-next", "cycles.close", "cycles.reopen", "cycles.remove", "cycles.carry-over",
  };
  g_autoptr (GPtrArray) cycles = NULL;
  TlCycleRow *row;

  g_return_if_fail (TL_IS_CYCLES_PAGE (self));
  g_return_if_fail (self->document != NULL);

  cycles = collect_cycles (self);
  for (guint i = 0; i < cycles->len; i++)
    match_row (self, i, g_ptr_array_index (cycles, i));
  while ((row = get_row (self, cycles->len)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self->box), cycles->len > 0);
  gtk_widget_set_visible (self->empty, cycles->len == 0);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i], !tl_document_get_read_only (self->document));
}
