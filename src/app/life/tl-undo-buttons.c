/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo in the header, each saying in its tooltip, and to assistive technology, which step it means. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-undo-buttons.h"

#include <glib/gi18n-lib.h>

struct _TlUndoButtons
{
  GtkWidget parent_instance;

  TlDocument *document;

  GtkWidget  *undo;
  GtkWidget  *redo;
};

G_DEFINE_FINAL_TYPE (TlUndoButtons, tl_undo_buttons, GTK_TYPE_WIDGET)

static void
describe (GtkWidget  *button,
          const char *name,
          const char *shortcut)
{
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", name, shortcut);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_names (TlUndoButtons *self)
{
  g_autofree char *undo = tl_undo_buttons_name_undo (self->document);
  g_autofree char *redo = tl_undo_buttons_name_redo (self->document);

  g_assert (TL_IS_UNDO_BUTTONS (self));

  /* Translators: keys on the keyboard */
  describe (self->undo, undo, _("Ctrl+Z"));
  describe (self->redo, redo, _("Ctrl+Shift+Z"));
}

static void
tl_undo_buttons_dispose (GObject *object)
{
  TlUndoButtons *self = TL_UNDO_BUTTONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_undo_buttons_parent_class)->dispose (object);
}

static void
tl_undo_buttons_class_init (TlUndoButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_undo_buttons_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-undo-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, TlUndoButtons, undo);
  gtk_widget_class_bind_template_child (widget_class, TlUndoButtons, redo);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_undo_buttons_init (TlUndoButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_undo_buttons_new:
 *
 * Returns: (transfer full): buttons for a document that is not known yet
 */
GtkWidget *
tl_undo_buttons_new (void)
{
  return g_object_new (TL_TYPE_UNDO_BUTTONS, NULL);
}

/**
 * tl_undo_buttons_set_document:
 * @self: buttons without a document
 * @document: a document
 *
 * Names the steps of @document from now on.
 */
void
tl_undo_buttons_set_document (TlUndoButtons *self,
                              TlDocument    *document)
{
  g_return_if_fail (TL_IS_UNDO_BUTTONS (self));
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::undo-label", G_CALLBACK (update_names), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::redo-label", G_CALLBACK (update_names), self, G_CONNECT_SWAPPED);
  update_names (self);
}

/**
 * tl_undo_buttons_name_undo:
 * @document: a document
 *
 * Returns: (transfer full): what undoing does: "Undo Rename Goal", or "Undo" when there is no step or no name for it
 */
char *
tl_undo_buttons_name_undo (TlDocument *document)
{
  const char *label;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  label = tl_document_get_undo_label (document);
  /* Translators: %s is what the step is called, such as "Rename Goal" */
  return label != NULL ? g_strdup_printf (_("Undo %s"), label) : g_strdup (_("Undo"));
}

/**
 * tl_undo_buttons_name_redo:
 * @document: a document
 *
 * Returns: (transfer full): what redoing does: "Redo Rename Goal", or "Redo" when there is no step
 */
char *
tl_undo_buttons_name_redo (TlDocument *document)
{
  const char *label;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  label = tl_document_get_redo_label (document);
  /* Translators: %s is what the step is called, such as "Rename Goal" */
  return label != NULL ? g_strdup_printf (_("Redo %s"), label) : g_strdup (_("Redo"));
}
