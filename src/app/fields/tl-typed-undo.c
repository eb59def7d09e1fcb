/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Ctrl+Z takes back first: the letters in the text that has the focus.
 *
 * The window's shortcuts see a key before the text does, so the window's undo asks here before it takes back a step of
 * the document.  A GtkText does not tell whether it has anything to undo; whether its text changes does.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-typed-undo.h"

static gboolean
change_view (GtkTextView *view,
             gboolean     is_undo)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  if (!gtk_text_view_get_editable (view))
    return FALSE;
  if (is_undo ? !gtk_text_buffer_get_can_undo (buffer) : !gtk_text_buffer_get_can_redo (buffer))
    return FALSE;

  if (is_undo)
    gtk_text_buffer_undo (buffer);
  else
    gtk_text_buffer_redo (buffer);
  return TRUE;
}

static gboolean
change_line (GtkText  *line,
             gboolean  is_undo)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (line)));

  if (!gtk_editable_get_editable (GTK_EDITABLE (line)))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (line), is_undo ? "text.undo" : "text.redo", NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (line)));
}

static gboolean
change (GtkWidget *focus,
        gboolean   is_undo)
{
  if (GTK_IS_TEXT_VIEW (focus))
    return change_view (GTK_TEXT_VIEW (focus), is_undo);
  if (GTK_IS_TEXT (focus))
    return change_line (GTK_TEXT (focus), is_undo);

  return FALSE;
}

/**
 * tl_typed_undo:
 * @focus: (nullable): the widget that has the focus
 *
 * Returns: whether it is a text in which something typed has been taken back
 */
gboolean
tl_typed_undo (GtkWidget *focus)
{
  g_return_val_if_fail (focus == NULL || GTK_IS_WIDGET (focus), FALSE);

  return change (focus, TRUE);
}

/**
 * tl_typed_redo:
 * @focus: (nullable): the widget that has the focus
 *
 * Returns: whether it is a text in which something taken back stands again
 */
gboolean
tl_typed_redo (GtkWidget *focus)
{
  g_return_val_if_fail (focus == NULL || GTK_IS_WIDGET (focus), FALSE);

  return change (focus, FALSE);
}
