/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a field, by its kind: a text, with a calendar or a list of usual words at its end where that helps;
 * a choice, a switch, or a button that opens a chooser.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-date.h"
#include "tl-drop-down.h"
#include "tl-field-row-private.h"
#include "tl-goal.h"
#include "tl-vocabulary.h"

/**
 * tl_field_row_is_typed:
 * @self: a field with an editor
 *
 * Returns: whether its value is typed rather than picked
 */
gboolean
tl_field_row_is_typed (TlFieldRow *self)
{
  return TL_IS_FIELD_TEXT (self->editor);
}

/* Its popover is made when it is first opened: a pane has dozens of fields, of which one or two are opened. */
static GtkWidget *
create_end_button (TlFieldRow                 *self,
                   const char                 *icon,
                   const char                 *tooltip,
                   GtkMenuButtonCreatePopupFunc create)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create, self, NULL);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-end");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return button;
}

/* The calendar: it opens on the day that is set, and a day is chosen by a click or by Enter. */

static void
day_chosen_cb (TlFieldRow  *self,
               GtkCalendar *calendar)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);
  g_autoptr (GDateTime) day = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert (TL_IS_FIELD_ROW (self));

  if (self->is_showing)
    return;

  day = gtk_calendar_get_date (calendar);
  g_value_init (&value, G_TYPE_DATE);
  g_value_take_boxed (&value, g_date_new_dmy (g_date_time_get_day_of_month (day), g_date_time_get_month (day),
                                              g_date_time_get_year (day)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  tl_field_row_set_value (self, &value);
}

static void
calendar_shown_cb (TlFieldRow *self,
                   GtkPopover *popover)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (popover));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GDateTime) day = NULL;
  const GDate *date;

  g_assert (TL_IS_FIELD_ROW (self));

  tl_field_row_commit (self);
  tl_field_value_read (tl_field_row_get_first (self), self->property, &value);
  date = g_value_get_boxed (&value);
  day = date != NULL ? g_date_time_new_local (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 12, 0, 0)
                     : g_date_time_new_now_local ();
  self->is_showing = TRUE;
  gtk_calendar_select_day (calendar, day);
  self->is_showing = FALSE;
}

static void
create_calendar_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  TlFieldRow *self = user_data;
  GtkWidget *popover;
  GtkWidget *calendar;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_new ();
  calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_menu_button_set_popover (button, popover);
}

/* The usual categories, and those that this document uses besides. */

static void
category_clicked_cb (TlFieldRow *self,
                     GtkButton  *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert (TL_IS_FIELD_ROW (self));

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, g_object_get_data (G_OBJECT (button), "category"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  tl_field_row_set_value (self, &value);
}

static void
add_category (TlFieldRow *self,
              GtkBox     *box,
              const char *category)
{
  GtkWidget *button = gtk_button_new_with_label (tl_category_to_label (category));

  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "category", g_strdup (category), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (category_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static GPtrArray *
list_categories (TlFieldRow *self)
{
  GListModel *goals = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_GOAL);
  GPtrArray *categories = g_ptr_array_new_with_free_func (g_free);
  const char * const *known = tl_categories_get ();

  for (guint i = 0; known[i] != NULL; i++)
    g_ptr_array_add (categories, g_strdup (known[i]));

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);
      const char *category = tl_goal_get_category (goal);

      if (category != NULL && *category != '\0' &&
          !g_ptr_array_find_with_equal_func (categories, category, g_str_equal, NULL))
        g_ptr_array_add (categories, g_strdup (category));
    }

  return categories;
}

static void
categories_shown_cb (TlFieldRow *self,
                     GtkPopover *popover)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_popover_get_child (popover));
  g_autoptr (GPtrArray) categories = list_categories (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_assert (TL_IS_FIELD_ROW (self));

  for (guint i = 0; i < categories->len; i++)
    add_category (self, GTK_BOX (box), categories->pdata[i]);
  gtk_scrolled_window_set_child (scroller, box);
}

static void
create_categories_cb (GtkMenuButton *button,
                      gpointer       user_data)
{
  TlFieldRow *self = user_data;
  GtkWidget *popover;
  GtkWidget *scroller;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "menu");
  g_signal_connect_object (popover, "show", G_CALLBACK (categories_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
create_text (TlFieldRow *self)
{
  TlFieldTextShape shape = TL_FIELD_TEXT_LINE;

  if ((self->flags & TL_FIELD_TITLE) != 0)
    shape = TL_FIELD_TEXT_WRAP;
  else if ((self->flags & TL_FIELD_MULTILINE) != 0)
    shape = TL_FIELD_TEXT_BLOCK;

  self->editor = tl_field_text_new (shape, self->label);
  if (self->kind == TL_FIELD_KIND_DATE)
    tl_field_text_add (TL_FIELD_TEXT (self->editor), create_end_button (self, "x-office-calendar-symbolic",
                                                                          _("Choose a Day"), create_calendar_cb));
  if (self->kind == TL_FIELD_KIND_CATEGORY)
    tl_field_text_add (TL_FIELD_TEXT (self->editor), create_end_button (self, "pan-down-symbolic",
                                                                          _("Choose a Category"), create_categories_cb));
  tl_field_row_watch_text (self);
}

/* A choice */

static void
selected_cb (TlFieldRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));
  GType type = tl_field_value_get_type (tl_field_row_get_first (self), self->property);
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert (TL_IS_FIELD_ROW (self));

  if (self->is_showing || selected >= klass->n_values)
    return;

  g_value_init (&value, type);
  g_value_set_enum (&value, klass->values[selected].value);
  tl_field_row_set_value (self, &value);
}

static void
create_choice (TlFieldRow *self)
{
  GType type = tl_field_value_get_type (tl_field_row_get_first (self), self->property);
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    gtk_string_list_append (labels, tl_enum_to_label (type, klass->values[i].value));

  self->editor = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  tl_drop_down_set_name (GTK_DROP_DOWN (self->editor), self->label);
  tl_drop_down_ellipsize (GTK_DROP_DOWN (self->editor));
  g_signal_connect_object (self->editor, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/* Where several entities say different things, a last line says so; by itself the list would say "(None)". */
static void
show_several (TlFieldRow *self,
              guint       n_values)
{
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->editor)));
  gboolean is_there = g_list_model_get_n_items (G_LIST_MODEL (labels)) > n_values;

  if (self->is_mixed && !is_there)
    gtk_string_list_append (labels, _("Several values"));
  else if (!self->is_mixed && is_there)
    gtk_string_list_remove (labels, n_values);
}

static void
show_choice (TlFieldRow   *self,
             const GValue *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (G_VALUE_TYPE (value));
  guint selected = klass->n_values;

  show_several (self, klass->n_values);
  for (guint i = 0; !self->is_mixed && i < klass->n_values; i++)
    {
      if (klass->values[i].value == g_value_get_enum (value))
        selected = i;
    }

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), selected);
}

/* A switch */

static void
switched_cb (TlFieldRow *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert (TL_IS_FIELD_ROW (self));

  if (self->is_showing)
    return;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, gtk_switch_get_active (GTK_SWITCH (self->editor)));
  tl_field_row_set_value (self, &value);
}

static void
create_switch (TlFieldRow *self)
{
  self->editor = gtk_switch_new ();
  gtk_widget_set_halign (self->editor, GTK_ALIGN_START);
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  g_signal_connect_object (self->editor, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
}

/* A reference */

static void
chosen_cb (TlFieldRow *self,
           TlEntity   *entity)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert (TL_IS_FIELD_ROW (self));

  g_value_init (&value, tl_field_value_get_type (tl_field_row_get_first (self), self->property));
  g_value_set_object (&value, entity);
  tl_field_row_set_value (self, &value);
  gtk_widget_grab_focus (self->editor);
}

static void
create_chooser_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  TlFieldRow *self = user_data;

  if (self->chooser != NULL)
    return;

  self->chooser = tl_entity_chooser_new (self->document,
                                         tl_field_value_get_type (tl_field_row_get_first (self), self->property));
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  tl_field_row_update_chooser (self);
  gtk_menu_button_set_popover (button, self->chooser);
}

static void
create_reference (TlFieldRow *self)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  /* The button's own arrow would hold the label in its middle. */
  self->pick_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->pick_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->pick_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->pick_label, TRUE);
  gtk_widget_add_css_class (arrow, "arrow");
  gtk_box_append (GTK_BOX (inside), self->pick_label);
  gtk_box_append (GTK_BOX (inside), arrow);
  self->editor = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->editor), inside);
  /* The button centres what it is given. */
  for (GtkWidget *w = inside; w != self->editor; w = gtk_widget_get_parent (w))
    gtk_widget_set_halign (w, GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->editor), create_chooser_cb, self, NULL);
  gtk_widget_add_css_class (self->editor, "field-pick");
}

/**
 * tl_field_row_update_chooser:
 * @self: a field
 *
 * Tells the chooser of a reference what can be chosen.
 */
void
tl_field_row_update_chooser (TlFieldRow *self)
{
  if (self->chooser == NULL)
    return;

  tl_entity_chooser_set_none (TL_ENTITY_CHOOSER (self->chooser), self->none);
  tl_entity_chooser_set_filter (TL_ENTITY_CHOOSER (self->chooser), self->filter, self->filter_data, NULL);
}

static void
show_reference (TlFieldRow   *self,
                const GValue *value)
{
  GtkWidget *label = self->pick_label;
  TlEntity *entity = g_value_get_object (value);
  g_autofree char *name = NULL;
  g_autofree char *spoken = NULL;

  if (self->is_mixed)
    name = g_strdup (_("Several values"));
  else if (entity != NULL)
    name = tl_entity_dup_display_name (entity);
  else
    name = g_strdup (self->none != NULL ? self->none : _("Not said yet"));

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (self->editor, entity != NULL && !self->is_mixed ? name : NULL);
  if (entity == NULL || self->is_mixed)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");

  /* Translators: the name of a field, and what stands in it */
  spoken = g_strdup_printf (_("%s: %s"), self->label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * tl_field_row_create_editor:
 * @self: a field that knows its kind
 */
void
tl_field_row_create_editor (TlFieldRow *self)
{
  switch (self->kind)
    {
    case TL_FIELD_KIND_CHOICE:
      create_choice (self);
      break;
    case TL_FIELD_KIND_YES_NO:
      create_switch (self);
      break;
    case TL_FIELD_KIND_REFERENCE:
      create_reference (self);
      break;
    case TL_FIELD_KIND_TEXT:
    case TL_FIELD_KIND_CATEGORY:
    case TL_FIELD_KIND_NUMBER:
    case TL_FIELD_KIND_DATE:
      create_text (self);
      break;
    }
}

/**
 * tl_field_row_show_pick:
 * @self: a field whose value is picked
 * @value: what to show
 */
void
tl_field_row_show_pick (TlFieldRow   *self,
                        const GValue *value)
{
  self->is_showing = TRUE;
  if (self->kind == TL_FIELD_KIND_CHOICE)
    show_choice (self, value);
  else if (self->kind == TL_FIELD_KIND_YES_NO)
    gtk_switch_set_active (GTK_SWITCH (self->editor), !self->is_mixed && g_value_get_boolean (value));
  else
    show_reference (self, value);
  self->is_showing = FALSE;
}
