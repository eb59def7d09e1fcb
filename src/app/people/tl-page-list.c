/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of a page: the goals of a person, the people of a unit.
 *
 * A page is refreshed at every change of the model, and most changes have nothing to do with it.  So the rows are
 * made only when something would look different; the focus stays at its place in the list.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-page-list.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-row.h"

/* More is in the list at the left. */
#define N_ROWS_MAX 50

#define SIGNATURE "tl-page-list-signature"

/**
 * tl_page_list_init:
 * @self: a list on the stack
 */
void
tl_page_list_init (TlPageList *self)
{
  self->entities = g_ptr_array_new ();
  self->subtitles = g_ptr_array_new_with_free_func (g_free);
  self->signature = g_string_new (NULL);
}

/**
 * tl_page_list_add:
 * @self: a list
 * @entity: a goal or a party of the model, which does not change while the list is being filled
 * @subtitle: (transfer full): what to say about it
 */
void
tl_page_list_add (TlPageList *self,
                  TlEntity   *entity,
                  char       *subtitle)
{
  g_autofree char *name = tl_entity_dup_display_name (entity);

  g_ptr_array_add (self->entities, entity);
  g_ptr_array_add (self->subtitles, subtitle);
  if (self->entities->len <= N_ROWS_MAX)
    g_string_append_printf (self->signature, "%s\n%s\n%s\n", tl_entity_get_id (entity), name, subtitle);
}

static int
find_focused_row (GtkListBox *box)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (box));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static void
add_rest (GtkListBox *box,
          guint       n_more)
{
  /* Translators: the last row of a list that is too long to be shown whole */
  g_autofree char *text = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "line");
  gtk_list_box_append (box, label);
}

static void
fill (TlPageList *self,
      GtkListBox *box,
      const char *action)
{
  GtkListBoxRow *row;
  int focused = find_focused_row (box);

  while ((row = gtk_list_box_get_row_at_index (box, 0)) != NULL)
    gtk_list_box_remove (box, GTK_WIDGET (row));

  for (guint i = 0; i < MIN (self->entities->len, N_ROWS_MAX); i++)
    gtk_list_box_append (box, tl_entity_row_new (g_ptr_array_index (self->entities, i), action,
                                                 g_ptr_array_index (self->subtitles, i), NULL));
  if (self->entities->len > N_ROWS_MAX)
    add_rest (box, self->entities->len - N_ROWS_MAX);

  row = focused >= 0 ? gtk_list_box_get_row_at_index (box, focused) : NULL;
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/**
 * tl_page_list_show:
 * @self: a list
 * @box: the box for it
 * @action: the action of its rows; it takes an identity
 *
 * Fills @box, which is hidden when there is nothing.
 *
 * Returns: how many there are
 */
guint
tl_page_list_show (TlPageList *self,
                   GtkListBox *box,
                   const char *action)
{
  g_string_append_printf (self->signature, "%u", self->entities->len);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (box), SIGNATURE), self->signature->str) != 0)
    {
      fill (self, box, action);
      g_object_set_data_full (G_OBJECT (box), SIGNATURE, g_strdup (self->signature->str), g_free);
    }

  gtk_widget_set_visible (GTK_WIDGET (box), self->entities->len > 0);
  return self->entities->len;
}

/**
 * tl_page_list_clear:
 * @self: a list
 */
void
tl_page_list_clear (TlPageList *self)
{
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->subtitles);
  g_string_free (self->signature, TRUE);
}
