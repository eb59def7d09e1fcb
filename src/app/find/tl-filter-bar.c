/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Above the lenses: what the filter asks for, as chips that can be taken off, and how many goals it hides.
 *
 * Whoever filters and forgets it takes the rest for lost; so what is hidden is said as long as it is, beside what
 * brings it back.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-filter-choices.h"

struct _TlFilterBar
{
  GtkWidget parent_instance;

  TlInsight       *insight;
  TlFilter        *filter;

  GtkMenuButton   *button;
  GtkPopover      *popover;
  TlFilterChoices *choices;         /* NULL before somebody opens them */
  GtkWidget       *chips;
  GtkWidget       *clear;
  GtkLabel        *sentence;
};

G_DEFINE_FINAL_TYPE (TlFilterBar, tl_filter_bar, GTK_TYPE_WIDGET)

/* A chip shrinks so far and no further, that one can tell what it asks for; more chips than there is room for are
 * scrolled to. */
#define N_CHARS_MIN 14
#define N_CHARS_MAX 28

/* Around the choices */
#define MARGIN 6

static void
remove_part_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TlFilterBar *self = TL_FILTER_BAR (widget);

  tl_filter_clear_part (self->filter, g_variant_get_string (parameter, NULL));
}

static void
clear_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlFilterBar *self = TL_FILTER_BAR (widget);

  tl_filter_clear (self->filter);
}

static GtkWidget *
make_chip (const TlFilterPart *part)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (part->label);
  /* Translators: takes a part such as “Unit: Sales” off the filter */
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), part->label);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (N_CHARS_MIN, g_utf8_strlen (part->label, -1)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), N_CHARS_MAX);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "filter.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", part->property);
  return chip;
}

/* Where the focus goes when the chip that has it is taken off: to the one that takes its place, or to the button. */
static int
find_focused_chip (TlFilterBar *self)
{
  int index = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip), index++)
    {
      if (gtk_widget_is_focus (chip))
        return index;
    }

  return -1;
}

static void
focus_chip (TlFilterBar *self,
            int          index)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips);
  GtkWidget *found = NULL;

  for (int i = 0; chip != NULL && i <= index; i++, chip = gtk_widget_get_next_sibling (chip))
    found = chip;

  gtk_widget_grab_focus (found != NULL ? found : GTK_WIDGET (self->button));
}

static void
update_chips (TlFilterBar *self)
{
  g_autoptr (GPtrArray) parts = tl_filter_dup_parts (self->filter);
  int focused = find_focused_chip (self);
  gboolean has_clear_focus = gtk_widget_is_focus (self->clear);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  for (guint i = 0; i < parts->len; i++)
    gtk_box_append (GTK_BOX (self->chips), make_chip (g_ptr_array_index (parts, i)));

  gtk_widget_set_visible (self->clear, parts->len > 0);
  if (focused >= 0 || (has_clear_focus && parts->len == 0))
    focus_chip (self, focused);
}

/* Beside the chips there is room for few words; the whole sentence is a tooltip, and what is read out. */
static void
update_sentence (TlFilterBar *self)
{
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (!tl_filter_is_empty (self->filter))
    {
      TlGraph *graph = tl_insight_get_graph (self->insight);
      guint n_goals = tl_graph_get_n_goals (graph);
      guint n_matching;
      g_autofree guint8 *all = tl_filter_match_all (self->filter, graph, tl_insight_get_scores (self->insight), &n_matching);
      guint n_hidden = n_goals - n_matching;

      if (n_hidden == 0)
        text = g_strdup (_("Every goal matches."));
      else
        /* Translators: how many goals the filter hides */
        words = g_strdup_printf (ngettext ("%'u hidden", "%'u hidden", n_hidden), n_hidden);
      if (n_hidden > 0)
        text = g_strdup_printf (ngettext ("%'u goal does not match. Clear the filter to see all.",
                                          "%'u goals do not match. Clear the filter to see all.", n_hidden), n_hidden);
    }

  if (words == NULL)
    words = g_strdup (text != NULL ? text : "");
  gtk_label_set_label (self->sentence, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sentence), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sentence), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
}

static void
filter_changed_cb (TlFilterBar *self)
{
  g_assert (TL_IS_FILTER_BAR (self));

  update_chips (self);
  update_sentence (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.clear", !tl_filter_is_empty (self->filter));
}

/* A unit may have been renamed, or a goal may match now. */
static void
insight_changed_cb (TlFilterBar *self)
{
  g_assert (TL_IS_FILTER_BAR (self));

  if (!tl_filter_is_empty (self->filter) || gtk_widget_get_visible (self->clear))
    filter_changed_cb (self);
}

static void
make_choices (TlFilterBar *self)
{
  GtkWidget *choices = g_object_new (TL_TYPE_FILTER_CHOICES,
                                     "margin-top", MARGIN,
                                     "margin-bottom", MARGIN,
                                     "margin-start", MARGIN,
                                     "margin-end", MARGIN,
                                     NULL);

  self->choices = TL_FILTER_CHOICES (choices);
  gtk_popover_set_child (self->popover, choices);
}

/* Seven lists to choose from are more widgets than a picture has around it, and most windows never need them. */
static void
popup_cb (GtkMenuButton *button,
          gpointer       user_data)
{
  TlFilterBar *self = user_data;

  if (self->choices == NULL)
    make_choices (self);
}

static void
popover_shown_cb (TlFilterBar *self)
{
  g_assert (TL_IS_FILTER_BAR (self));

  tl_filter_choices_show (self->choices, tl_insight_get_model (self->insight), self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->choices));
}

static void
tl_filter_bar_dispose (GObject *object)
{
  TlFilterBar *self = TL_FILTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->filter);
  g_clear_object (&self->insight);

  G_OBJECT_CLASS (tl_filter_bar_parent_class)->dispose (object);
}

static void
tl_filter_bar_class_init (TlFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_bar_dispose;

  gtk_widget_class_install_action (widget_class, "filter.remove", "s", remove_part_cb);
  gtk_widget_class_install_action (widget_class, "filter.clear", NULL, clear_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFilterBar, button);
  gtk_widget_class_bind_template_child (widget_class, TlFilterBar, popover);
  gtk_widget_class_bind_template_child (widget_class, TlFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, TlFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, TlFilterBar, sentence);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_filter_bar_init (TlFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
}

/**
 * tl_filter_bar_set_source:
 * @self: the bar
 * @insight: what is known of the model
 * @filter: which goals of it are shown
 */
void
tl_filter_bar_set_source (TlFilterBar *self,
                          TlInsight   *insight,
                          TlFilter    *filter)
{
  g_return_if_fail (TL_IS_FILTER_BAR (self));
  g_return_if_fail (self->filter == NULL);

  self->insight = g_object_ref (insight);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (insight, "changed", G_CALLBACK (insight_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}

/**
 * tl_filter_bar_start:
 * @self: the bar
 *
 * Opens the choices, with the focus in them.
 */
void
tl_filter_bar_start (TlFilterBar *self)
{
  g_return_if_fail (TL_IS_FILTER_BAR (self));

  gtk_menu_button_popup (self->button);
}
