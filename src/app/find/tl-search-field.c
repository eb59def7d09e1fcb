/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The field that finds people, units, goals, conversations and notes as one types.
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

/* Of each group: more than anybody reads; who does not see it types another letter. */
#define N_RESULTS_MAX 12

struct _TlSearchField
{
  GtkWidget parent_instance;

  TlSearch           *search;
  GSettings          *settings;
  gboolean            is_leaving;     /* the text goes because the field is done with */
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

  if (result != NULL && tl_search_result_get_subtitle (result) != NULL)
    text = g_strdup_printf ("%s, %s", tl_search_result_get_title (result), tl_search_result_get_subtitle (result));
  else if (result != NULL)
    text = g_strdup (tl_search_result_get_title (result));

  /* The list never has the focus, so what is selected in it is said as the field's description. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
leave (TlSearchField *self)
{
  self->is_leaving = TRUE;
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->is_leaving = FALSE;
}

static void
choose (TlSearchField *self,
        guint          position)
{
  g_autoptr (TlSearchResult) result = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (result == NULL || tl_search_result_is_heading (result))
    return;
  if (tl_search_result_get_query (result) != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), tl_search_result_get_query (result));
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
      return;
    }

  tl_search_note_choice (self->search, gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                         tl_search_result_get_entity (result));
  leave (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.turn-to", "s",
                              tl_entity_get_id (tl_search_result_get_entity (result)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-content", NULL);
}

/* The first row that is no heading */
static void
select_first (TlSearchField *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  gtk_single_selection_set_selected (self->selection, n_items > 1 ? 1 : 0);
}

static void
show_results (TlSearchField *self,
              GPtrArray     *results)
{
  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)), results->pdata,
                       results->len);
  select_first (self);
  gtk_stack_set_visible_child_name (self->stack, results->len > 0 ? "results" : "nothing");
  gtk_popover_popup (self->popover);
  announce (self);
}

static void
suggest (TlSearchField *self)
{
  g_autoptr (GPtrArray) results = tl_search_suggest (self->search);

  if (results->len > 0)
    show_results (self, results);
  else
    gtk_popover_popdown (self->popover);
}

static gboolean
is_blank (TlSearchField *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return *g_strstrip (text) == '\0';
}

static gboolean
has_focus (TlSearchField *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
text_changed_cb (TlSearchField *self)
{
  g_autoptr (GPtrArray) results = NULL;

  g_assert (TL_IS_SEARCH_FIELD (self));

  if (self->search == NULL)
    return;

  if (is_blank (self))
    {
      if (has_focus (self) && gtk_widget_get_visible (GTK_WIDGET (self->popover)) && !self->is_leaving)
        suggest (self);
      else
        gtk_popover_popdown (self->popover);
      return;
    }

  results = tl_search_find (self->search, gtk_editable_get_text (GTK_EDITABLE (self->entry)), N_RESULTS_MAX);
  show_results (self, results);
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
  g_autoptr (TlSearchResult) result = NULL;

  if (n_items == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  /* The first row is a heading, and after a heading always comes a row. */
  selected = CLAMP ((int) selected + step, 1, (int) n_items - 1);
  result = g_list_model_get_item (G_LIST_MODEL (self->results), selected);
  if (tl_search_result_is_heading (result))
    selected = step > 0 ? selected + 1 : MAX (selected - 1, 1);
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

/* Whoever comes here is about to type: the model is read while they think of the word. */
static void
focus_entered_cb (TlSearchField *self)
{
  g_assert (TL_IS_SEARCH_FIELD (self));

  if (self->search == NULL)
    return;

  if (is_blank (self))
    suggest (self);
  tl_search_prepare (self->search);
}

static void
update_private (TlSearchField *self)
{
  g_assert (TL_IS_SEARCH_FIELD (self));

  if (self->search != NULL)
    tl_search_set_hides_private (self->search, g_settings_get_boolean (self->settings, "hide-private-notes"));
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
  g_clear_object (&self->settings);

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
  gtk_widget_class_bind_template_callback (widget_class, focus_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_click_cb);
}

static void
tl_search_field_init (TlSearchField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new ("io.github.throughline.Throughline");
  g_signal_connect_object (self->settings, "changed::hide-private-notes", G_CALLBACK (update_private), self,
                           G_CONNECT_SWAPPED);
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
  update_private (self);
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
