/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps a box of widgets in step with a list of entities, one widget for each identity.
 *
 * A widget stays as long as its entity does, be it as another object after an undo, and only changes its place: what
 * somebody types into it, the focus and the scrolling are not disturbed by what happens elsewhere.  Rejected:
 * gtk_list_box_bind_model(), which makes a row anew for an object that came back.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-entity-rows.h"

#define ROW_ID "tl-entity-id"

static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ROW_ID);
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* The focus goes on to a neighbour rather than nowhere. */
static void
remove_row (GtkBox    *box,
            GtkWidget *row)
{
  if (has_focus (row))
    {
      GtkWidget *neighbour = gtk_widget_get_next_sibling (row);

      if (neighbour == NULL)
        neighbour = gtk_widget_get_prev_sibling (row);
      if (neighbour != NULL)
        gtk_widget_child_focus (neighbour, GTK_DIR_TAB_FORWARD);
    }

  gtk_box_remove (box, row);
}

static void
remove_others (GtkBox    *box,
               GPtrArray *entities)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (guint i = 0; i < entities->len; i++)
    g_hash_table_add (ids, (gpointer) tl_entity_get_id (entities->pdata[i]));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (!g_hash_table_contains (ids, get_id (row)))
        remove_row (box, row);
      row = next;
    }
}

/**
 * tl_entity_rows_find:
 * @box: a box that tl_entity_rows_sync() fills
 * @id: the identity of an entity
 *
 * Returns: (transfer none) (nullable): its widget
 */
GtkWidget *
tl_entity_rows_find (GtkBox     *box,
                     const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (g_str_equal (get_id (row), id))
        return row;
    }

  return NULL;
}

/**
 * tl_entity_rows_sync:
 * @box: a box with nothing else in it
 * @entities: (element-type TlEntity): what it is to show, in order
 * @create: makes a widget
 * @update: fills a widget
 * @user_data: for both
 *
 * Makes the widgets that are missing, removes those that are left over, and fills all of them.
 */
void
tl_entity_rows_sync (GtkBox            *box,
                     GPtrArray         *entities,
                     TlEntityRowCreate  create,
                     TlEntityRowUpdate  update,
                     gpointer           user_data)
{
  GtkWidget *previous = NULL;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (entities != NULL);

  remove_others (box, entities);
  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = entities->pdata[i];
      GtkWidget *next = previous != NULL ? gtk_widget_get_next_sibling (previous)
                                         : gtk_widget_get_first_child (GTK_WIDGET (box));
      GtkWidget *row = next != NULL && g_str_equal (get_id (next), tl_entity_get_id (entity))
                         ? next : tl_entity_rows_find (box, tl_entity_get_id (entity));

      if (row == NULL)
        {
          row = create (entity, user_data);
          g_object_set_data_full (G_OBJECT (row), ROW_ID, g_strdup (tl_entity_get_id (entity)), g_free);
          gtk_box_insert_child_after (box, row, previous);
        }
      else if (row != next)
        {
          gtk_box_reorder_child_after (box, row, previous);
        }

      update (row, entity, user_data);
      previous = row;
    }

  gtk_widget_set_visible (GTK_WIDGET (box), entities->len > 0);
}
