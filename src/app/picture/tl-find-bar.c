/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Over the corner of a picture: what somebody looks for in it, and how much of it was found. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-find-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-text-fold.h"

struct _TlFindBar
{
  GtkWidget parent_instance;

  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkWidget      *hidden_line;
  GtkLabel       *hidden_label;
  GtkWidget      *open_button;
};

enum
{
  TEXT_CHANGED,
  ENTERED,
  STEP,
  OPEN_HIDDEN,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFindBar, tl_find_bar, GTK_TYPE_WIDGET)

static void
text_changed_cb (TlFindBar *self)
{
  g_assert (TL_IS_FIND_BAR (self));

  g_signal_emit (self, signals[TEXT_CHANGED], 0);
}

static void
enter_cb (TlFindBar *self)
{
  g_assert (TL_IS_FIND_BAR (self));

  g_signal_emit (self, signals[ENTERED], 0);
}

static void
next_cb (TlFindBar *self)
{
  g_assert (TL_IS_FIND_BAR (self));

  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
previous_cb (TlFindBar *self)
{
  g_assert (TL_IS_FIND_BAR (self));

  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
open_cb (TlFindBar *self)
{
  g_assert (TL_IS_FIND_BAR (self));

  /* The button goes with what it is for. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[OPEN_HIDDEN], 0);
}

static void
stop_cb (TlFindBar *self)
{
  g_assert (TL_IS_FIND_BAR (self));

  tl_find_bar_stop (self);
}

static gboolean
shift_enter_cb (TlFindBar       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (TL_IS_FIND_BAR (self));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;

  previous_cb (self);
  return GDK_EVENT_STOP;
}

static void
tl_find_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_find_bar_parent_class)->dispose (object);
}

static void
tl_find_bar_class_init (TlFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_find_bar_dispose;

  /**
   * TlFindBar::text-changed:
   * @self: the bar
   *
   * Something else is looked for.
   */
  signals[TEXT_CHANGED] = g_signal_new ("text-changed", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  /**
   * TlFindBar::entered:
   * @self: the bar
   *
   * Somebody has pressed Enter: the one looked at is it, or the next one is to be looked at.
   */
  signals[ENTERED] = g_signal_new ("entered", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * TlFindBar::step:
   * @self: the bar
   * @direction: 1 for the next one found, -1 for the one before
   */
  signals[STEP] = g_signal_new ("step", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * TlFindBar::open-hidden:
   * @self: the bar
   *
   * What was found and is folded away is to be shown.
   */
  signals[OPEN_HIDDEN] = g_signal_new ("open-hidden", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  /**
   * TlFindBar::stopped:
   * @self: the bar
   *
   * Nothing is looked for any longer; the bar has hidden itself.
   */
  signals[STOPPED] = g_signal_new ("stopped", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, hidden_line);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, open_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_set_css_name (widget_class, "find-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
tl_find_bar_init (TlFindBar *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (shift_enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), key);
}

/**
 * tl_find_bar_start:
 * @self: the bar
 *
 * Shows the bar with the focus in it; what was looked for last is there, to be taken again or typed over.
 */
void
tl_find_bar_start (TlFindBar *self)
{
  gboolean was_shown;

  g_return_if_fail (TL_IS_FIND_BAR (self));

  was_shown = gtk_widget_get_visible (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (!was_shown)
    g_signal_emit (self, signals[TEXT_CHANGED], 0);
}

/**
 * tl_find_bar_forward:
 * @self: the bar
 * @controller: one that has just got a key for a letter, elsewhere
 *
 * Begins to look for something else, with the key that was pressed.
 *
 * Returns: whether the letter was taken
 */
gboolean
tl_find_bar_forward (TlFindBar             *self,
                     GtkEventControllerKey *controller)
{
  gboolean is_taken;

  g_return_val_if_fail (TL_IS_FIND_BAR (self), FALSE);

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  is_taken = gtk_event_controller_key_forward (controller,
                                               GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return is_taken;
}

/**
 * tl_find_bar_stop:
 * @self: the bar
 *
 * Hides the bar; does nothing when it is not shown.
 */
void
tl_find_bar_stop (TlFindBar *self)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  g_signal_emit (self, signals[STOPPED], 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_find_bar_get_text:
 * @self: the bar
 *
 * Returns: (transfer none): what is looked for; nothing while the bar is not shown
 */
const char *
tl_find_bar_get_text (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), "");

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

/**
 * tl_find_bar_show_counts:
 * @self: the bar
 * @place: which of those found is looked at, counted from 1; 0 for none
 * @n_found: how many are in the picture
 * @n_hidden: how many more are folded away
 */
void
tl_find_bar_show_counts (TlFindBar *self,
                         guint      place,
                         guint      n_found,
                         guint      n_hidden)
{
  g_autofree char *text = NULL;
  g_autofree char *hidden = NULL;

  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (tl_text_is_blank (tl_find_bar_get_text (self)))
    text = g_strdup ("");
  else if (n_found == 0)
    text = g_strdup (n_hidden > 0 ? _("None here") : _("Not found"));
  else
    /* Translators: which of the goals found in the picture, of how many: "3 of 12" */
    text = g_strdup_printf (_("%'u of %'u"), place, n_found);

  hidden = g_strdup_printf (ngettext ("%'u more is folded away", "%'u more are folded away", n_hidden), n_hidden);
  gtk_label_set_label (self->count, text);
  gtk_label_set_label (self->hidden_label, hidden);
  gtk_button_set_label (GTK_BUTTON (self->open_button), ngettext ("Open It", "Open Them", n_hidden));
  gtk_widget_set_visible (self->hidden_line, n_hidden > 0);
}
