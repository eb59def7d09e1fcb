/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links of which none may close a loop, one added after the other.
 *
 * Whether a new link closes a loop is asked before each is added.  Looking only forwards from its end would take time in
 * the square of the file for a chain that is listed backwards; so it is looked for from both ends in turns, and the
 * search is over as soon as either side has nowhere left to go, which in a cascade of a few levels is at once.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-import-private.h"

/* Longer loops are named by their first and last goals. */
#define MAX_NAMED 8

typedef struct
{
  gpointer   thing;
  GPtrArray *next[2];     /* TlLinkNode: where links lead to, and where they come from */
  guint      seen[2];
  gpointer   previous;
} TlLinkNode;

struct _TlLinkGraph
{
  GHashTable *nodes;
  guint       stamp;
};

static void
node_free (gpointer data)
{
  TlLinkNode *node = data;

  g_ptr_array_unref (node->next[0]);
  g_ptr_array_unref (node->next[1]);
  g_free (node);
}

static TlLinkNode *
get_node (TlLinkGraph *self,
          gpointer     thing)
{
  TlLinkNode *node = g_hash_table_lookup (self->nodes, thing);

  if (node == NULL)
    {
      node = g_new0 (TlLinkNode, 1);
      node->thing = thing;
      node->next[0] = g_ptr_array_new ();
      node->next[1] = g_ptr_array_new ();
      g_hash_table_insert (self->nodes, thing, node);
    }

  return node;
}

/**
 * tl_link_graph_new:
 *
 * Returns: (transfer full): a graph without links
 */
TlLinkGraph *
tl_link_graph_new (void)
{
  TlLinkGraph *self = g_new0 (TlLinkGraph, 1);

  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, node_free);
  return self;
}

/**
 * tl_link_graph_free:
 * @self: (nullable): a graph
 */
void
tl_link_graph_free (TlLinkGraph *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->nodes);
  g_free (self);
}

/**
 * tl_link_graph_add:
 * @self: a graph
 * @from: where the link begins
 * @to: where it leads
 *
 * Adds a link without asking.
 */
void
tl_link_graph_add (TlLinkGraph *self,
                   gpointer     from,
                   gpointer     to)
{
  TlLinkNode *a = get_node (self, from);
  TlLinkNode *b = get_node (self, to);

  g_ptr_array_add (a->next[0], b);
  g_ptr_array_add (b->next[1], a);
}

/* Goes one node further on one side; returns whether it met what the other side has seen. */
static gboolean
step (TlLinkGraph *self,
      GPtrArray   *queue,
      guint        position,
      guint        side)
{
  TlLinkNode *node = g_ptr_array_index (queue, position);

  for (guint i = 0; i < node->next[side]->len; i++)
    {
      TlLinkNode *next = g_ptr_array_index (node->next[side], i);

      if (next->seen[!side] == self->stamp)
        return TRUE;
      if (next->seen[side] == self->stamp)
        continue;
      next->seen[side] = self->stamp;
      g_ptr_array_add (queue, next);
    }

  return FALSE;
}

static gboolean
is_reachable (TlLinkGraph *self,
              TlLinkNode  *start,
              TlLinkNode  *goal)
{
  g_autoptr (GPtrArray) forwards = g_ptr_array_new ();
  g_autoptr (GPtrArray) backwards = g_ptr_array_new ();

  if (start == goal)
    return TRUE;

  self->stamp++;
  start->seen[0] = self->stamp;
  goal->seen[1] = self->stamp;
  g_ptr_array_add (forwards, start);
  g_ptr_array_add (backwards, goal);

  for (guint i = 0; i < forwards->len && i < backwards->len; i++)
    if (step (self, forwards, i, 0) || step (self, backwards, i, 1))
      return TRUE;

  return FALSE;
}

/* The shortest way, which there is. */
static GPtrArray *
find_way (TlLinkGraph *self,
          TlLinkNode  *start,
          TlLinkNode  *goal)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  GPtrArray *way = g_ptr_array_new ();

  self->stamp++;
  start->seen[0] = self->stamp;
  start->previous = NULL;
  g_ptr_array_add (queue, start);

  for (guint i = 0; i < queue->len && g_ptr_array_index (queue, i) != goal; i++)
    {
      TlLinkNode *node = g_ptr_array_index (queue, i);

      for (guint j = 0; j < node->next[0]->len; j++)
        {
          TlLinkNode *next = g_ptr_array_index (node->next[0], j);

          if (next->seen[0] == self->stamp)
            continue;
          next->seen[0] = self->stamp;
          next->previous = node;
          g_ptr_array_add (queue, next);
        }
    }

  for (TlLinkNode *node = goal; node != NULL; node = node->previous)
    g_ptr_array_add (way, node->thing);
  for (guint i = 0; i < way->len / 2; i++)
    {
      gpointer thing = way->pdata[i];

      way->pdata[i] = way->pdata[way->len - 1 - i];
      way->pdata[way->len - 1 - i] = thing;
    }

  return way;
}

/**
 * tl_link_graph_find_loop:
 * @self: a graph
 * @from: where a link would begin
 * @to: where it would lead
 *
 * Returns: (transfer container) (nullable): the loop the link would close: from @to along the links to @from;
 *   %NULL when it would close none
 */
GPtrArray *
tl_link_graph_find_loop (TlLinkGraph *self,
                         gpointer     from,
                         gpointer     to)
{
  TlLinkNode *start = get_node (self, to);
  TlLinkNode *goal = get_node (self, from);

  return is_reachable (self, start, goal) ? find_way (self, start, goal) : NULL;
}

/**
 * tl_link_graph_name_loop:
 * @loop: (element-type TlEntity): a loop of entities
 *
 * Returns: (transfer full): the loop by its names, from the first back to the first
 */
char *
tl_link_graph_name_loop (GPtrArray *loop)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i <= loop->len; i++)
    {
      g_autofree char *name = NULL;

      if (loop->len > MAX_NAMED && i == MAX_NAMED / 2)
        {
          guint n_left = loop->len - MAX_NAMED;

          g_string_append (text, " → ");
          g_string_append_printf (text, ngettext ("… (%u more) …", "… (%u more) …", n_left), n_left);
          i += n_left;
        }

      name = tl_entity_dup_display_name (g_ptr_array_index (loop, i % loop->len));
      g_string_append_printf (text, "%s“%s”", i > 0 ? " → " : "", name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
