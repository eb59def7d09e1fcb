/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The field that finds people and goals as one types.
 *
 * The focus stays in the field: the arrow keys move in the list below it, Enter chooses, Escape leaves.  Choosing
 * turns the window to what was chosen.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-search-field.h"

#include <glib/gi18n-lib.h>

#include "tl-entity.h"
#include "tl-text-fold.h"

/* More than anybody reads; who does not see it types another letter. */
#define N_RESULTS_MAX 50

struct _TlSearchField
{
  GtkWidget parent_instance;

  TlSearch           *search;
  GListStore         *results;

  GtkSearchEntry     *entry;
  GtkPopover         *popover;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (TlSearchField, tl_search_field, GTK_TYPE_WIDGET)

static void
announce (TlSearchField *self)
{
  TlSearchResult *result = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = NULL;

  if (result != NULL)
    text = g_strdup_printf ("%s, %s", tl_search_result_get_title (result), tl_search_result_get_subtitle (result));

  /* The list never has the focus, so what is selected in it is said as the field's description. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
leave (TlSearchField *self)
{
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
choose (TlSearchField *self,
        guint          position)
{
  g_autoptr (TlSearchResult) result = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (result == NULL)
    return;

  leave (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.turn-to", "s",
                              tl_entity_get_id (tl_search_result_get_entity (result)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-content", NULL);
}

static void
text_changed_cb (TlSearchField *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *folded = tl_text_fold (text);
  g_autoptr (GPtrArray) results = NULL;

  g_assert (TL_IS_SEARCH_FIELD (self));

  if (self->search == NULL || *g_strstrip (folded) == '\0')
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  results = tl_search_find (self->search, text, N_RESULTS_MAX);
  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)), results->pdata,
                       results->len);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (self->stack, results->len > 0 ? "results" : "nothing");
  gtk_popover_popup (self->popover);
  announce (self);
}

static void
activate_cb (TlSearchField *self)
{
  g_assert (TL_IS_SEARCH_FIELD (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (TlSearchField *self,
                  guint          position)
{
  g_assert (TL_IS_SEARCH_FIELD (self));

  choose (self, position);
}

/* The row has selected itself by now.  The list does not do this by itself on a single click, because it would then
 * also select whatever row opens under a resting pointer, and Enter would choose that one. */
static void
list_click_cb (TlSearchField *self,
               int            n_press,
               double         x,
               double         y)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  g_assert (TL_IS_SEARCH_FIELD (self));

  if (picked != NULL && picked != list)
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
stop_cb (TlSearchField *self)
{
  g_assert (TL_IS_SEARCH_FIELD (self));

  leave (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-content", NULL);
}

static void
move_selection (TlSearchField *self,
                int            step)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n_items == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  selected = CLAMP ((int) selected + step, 0, (int) n_items - 1);
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  announce (self);
}

static gboolean
key_pressed_cb (TlSearchField   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (TL_IS_SEARCH_FIELD (self));

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, +1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Down:
      move_selection (self, +8);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Up:
      move_selection (self, -8);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (TlSearchField *self)
{
  g_assert (TL_IS_SEARCH_FIELD (self));

  gtk_popover_popdown (self->popover);
}

static void
tl_search_field_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlSearchField *self = TL_SEARCH_FIELD (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->entry), &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_popover_present (self->popover);
}

static void
tl_search_field_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TlSearchField *self = TL_SEARCH_FIELD (widget);

  gtk_widget_measure (GTK_WIDGET (self->entry), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
tl_search_field_dispose (GObject *object)
{
  TlSearchField *self = TL_SEARCH_FIELD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->search);

  G_OBJECT_CLASS (tl_search_field_parent_class)->dispose (object);
}

static void
tl_search_field_class_init (TlSearchFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_search_field_dispose;
  widget_class->measure = tl_search_field_measure;
  widget_class->size_allocate = tl_search_field_size_allocate;

  g_type_ensure (TL_TYPE_SEARCH_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-search-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSearchField, results);
  gtk_widget_class_bind_template_child (widget_class, TlSearchField, entry);
  gtk_widget_class_bind_template_child (widget_class, TlSearchField, popover);
  gtk_widget_class_bind_template_child (widget_class, TlSearchField, stack);
  gtk_widget_class_bind_template_child (widget_class, TlSearchField, list);
  gtk_widget_class_bind_template_child (widget_class, TlSearchField, selection);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_click_cb);
}

static void
tl_search_field_init (TlSearchField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_search_field_set_search:
 * @self: the field
 * @search: what to search
 */
void
tl_search_field_set_search (TlSearchField *self,
                            TlSearch      *search)
{
  g_return_if_fail (TL_IS_SEARCH_FIELD (self));
  g_return_if_fail (TL_IS_SEARCH (search));

  g_set_object (&self->search, search);
}

/**
 * tl_search_field_start:
 * @self: the field
 *
 * Takes the focus, with what was typed selected, so that typing replaces it.
 */
void
tl_search_field_start (TlSearchField *self)
{
  g_return_if_fail (TL_IS_SEARCH_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
