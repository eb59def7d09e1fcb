/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says quietly whether what is on the screen is on the disk.
 *
 * An edit is on the disk within some hundredths of a second: a mark that went to and fro with each of them would be
 * all one sees.  So "Saving…" waits until it takes long enough to be wondered about, and "Saved" is said at once.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-saved-mark.h"

#include <glib/gi18n-lib.h>

/* Milliseconds until saving is worth a word */
#define PATIENCE 300

struct _TlSavedMark
{
  GtkWidget parent_instance;

  guint patience_id;

  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TlSavedMark, tl_saved_mark, GTK_TYPE_WIDGET)

static void
say (TlSavedMark *self,
     const char  *text,
     const char  *icon_name,
     const char  *style)
{
  static const char *const styles[] = { "dim-label", "warning" };

  if (g_strcmp0 (text, gtk_label_get_label (self->label)) == 0)
    return;

  gtk_label_set_label (self->label, text);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
}

static gboolean
patience_cb (gpointer user_data)
{
  TlSavedMark *self = user_data;

  self->patience_id = 0;
  say (self, _("Saving…"), "content-loading-symbolic", "dim-label");
  return G_SOURCE_REMOVE;
}

static void
tl_saved_mark_dispose (GObject *object)
{
  TlSavedMark *self = TL_SAVED_MARK (object);
  GtkWidget *child;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_saved_mark_parent_class)->dispose (object);
}

static void
tl_saved_mark_class_init (TlSavedMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_saved_mark_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-saved-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSavedMark, icon);
  gtk_widget_class_bind_template_child (widget_class, TlSavedMark, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_saved_mark_init (TlSavedMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_saved_mark_new:
 *
 * Returns: (transfer full): a mark that says nothing yet
 */
GtkWidget *
tl_saved_mark_new (void)
{
  return g_object_new (TL_TYPE_SAVED_MARK, NULL);
}

/**
 * tl_saved_mark_show:
 * @self: a mark
 * @saved: whether all that is on the screen is on the disk
 * @problem: (nullable): what keeps it from getting there, in a few words; also why nothing can be changed
 *
 * A problem is said at once, as is "Saved"; "Saving…" only when it takes long.
 */
void
tl_saved_mark_show (TlSavedMark *self,
                    gboolean     saved,
                    const char  *problem)
{
  g_return_if_fail (TL_IS_SAVED_MARK (self));

  if (problem == NULL && !saved)
    {
      if (self->patience_id == 0)
        self->patience_id = g_timeout_add (PATIENCE, patience_cb, self);
      return;
    }

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (problem != NULL)
    say (self, problem, saved ? "changes-prevent-symbolic" : "dialog-warning-symbolic", saved ? "dim-label" : "warning");
  else
    say (self, _("Saved"), "object-select-symbolic", "dim-label");
}

/**
 * tl_saved_mark_set_narrow:
 * @self: a mark
 * @is_narrow: whether there is room for the icon only; the words are in its tooltip then
 */
void
tl_saved_mark_set_narrow (TlSavedMark *self,
                          gboolean     is_narrow)
{
  g_return_if_fail (TL_IS_SAVED_MARK (self));

  gtk_widget_set_visible (GTK_WIDGET (self->label), !is_narrow);
}

/**
 * tl_saved_mark_get_text:
 * @self: a mark
 *
 * Returns: (transfer none): what it says
 */
const char *
tl_saved_mark_get_text (TlSavedMark *self)
{
  g_return_val_if_fail (TL_IS_SAVED_MARK (self), NULL);

  return gtk_label_get_label (self->label);
}
