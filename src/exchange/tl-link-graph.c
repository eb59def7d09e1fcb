/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links of which none may close a loop, one added after the other.
 *
 * Whether a new link closes a loop is asked before each is added.  Looking only forwards from its end would take time in
 * the square of the file for a chain that is listed backwards; so it is looked for from both ends in turns, link by link,
 * and the search is over as soon as either side has nowhere left to go, which in a cascade of a few levels is at once.
 * Goal by goal would not do: one that a thousand links leave would have its thousand looked at each time.
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

/* One end of a search: what it has reached, and the link that is next */
typedef struct
{
  GPtrArray *queue;
  guint      position;
  guint      next_link;
} TlLinkSearch;

/* Puts the search at its next link; returns FALSE when there is none. */
static gboolean
find_next_link (TlLinkSearch *search,
                guint         side)
{
  for (; search->position < search->queue->len; search->position++, search->next_link = 0)
    {
      TlLinkNode *node = g_ptr_array_index (search->queue, search->position);

      if (search->next_link < node->next[side]->len)
        return TRUE;
    }

  return FALSE;
}

/* Follows one link on one side; returns whether it met what the other side has seen. */
static gboolean
follow_link (TlLinkGraph  *self,
             TlLinkSearch *search,
             guint         side)
{
  TlLinkNode *node = g_ptr_array_index (search->queue, search->position);
  TlLinkNode *next = g_ptr_array_index (node->next[side], search->next_link++);

  if (next->seen[!side] == self->stamp)
    return TRUE;

  if (next->seen[side] != self->stamp)
    {
      next->seen[side] = self->stamp;
      g_ptr_array_add (search->queue, next);
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
  TlLinkSearch from_start = { forwards, 0, 0 };
  TlLinkSearch from_goal = { backwards, 0, 0 };

  if (start == goal)
    return TRUE;

  self->stamp++;
  start->seen[0] = self->stamp;
  goal->seen[1] = self->stamp;
  g_ptr_array_add (forwards, start);
  g_ptr_array_add (backwards, goal);

  while (find_next_link (&from_start, 0) && find_next_link (&from_goal, 1))
    {
      if (follow_link (self, &from_start, 0) || follow_link (self, &from_goal, 1))
        return TRUE;
    }

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
