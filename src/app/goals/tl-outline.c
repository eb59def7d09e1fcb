/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All goals of a model as a tree that can be unfolded: below each goal those that help it, at the top those that help
 * nothing, those of our own organisation first and objectives before the rest.
 *
 * A goal that helps several stands below each of them, as the same item, whose children are the same list; so the
 * outline holds one item for each goal that has been looked at, however many ways lead to it.  Lists are made when
 * they are asked for.  After every change of the model each list that exists is compared with what it should hold
 * (tl_outline_sync(): a millisecond for 10,000 goals, against twenty for compiling the graph), rather than
 * worked out from the change: a link that was pointed elsewhere, an undo of an import and a merge are then all the
 * same, and nothing can be missed.
 *
 * Where there are goals of other organisations than ours, the name of each organisation stands above its goals at the
 * top, as an item that no goal belongs to.
 *
 * A file that is damaged may hold goals that help each other in a circle.  No goal at the top leads to them, so that
 * the first of each circle stands at the top as well.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-outline.h"

#include "tl-outline-sort.h"

/* Goals nest less deep than this; beyond it a file is wrong about what helps what. */
#define DEPTH_MAX 256

struct _TlOutline
{
  GObject             parent_instance;

  TlInsight          *insight;
  TlGraph            *synced;         /* what the lists were last brought up to date with */
  gboolean            is_stale;       /* they are not in order although the graph is the same */
  TlOutlineList      *roots;
  GHashTable         *items;          /* id -> TlOutlineItem */
  GHashTable         *lists;          /* TlOutlineItem -> TlOutlineList */
  GHashTable         *serials;        /* id -> when it was first seen */

  TlOutlineMatchFunc  match;
  gpointer            match_data;
  guint8             *shown;          /* by goal of the graph: the flags below; NULL without a match */
  guint               n_shown;        /* how many goals that is good for */
  guint               n_matches;

  int                 column;
  gboolean            is_descending;
};

/* A goal is shown because it matches, or because one below it does. */
enum
{
  IS_SHOWN = 1 << 0,
  IS_MATCH = 1 << 1,
};

static guint synced_signal;

G_DEFINE_FINAL_TYPE (TlOutline, tl_outline, G_TYPE_OBJECT)

static TlGraph *
get_graph (TlOutline *self)
{
  return tl_insight_get_graph (self->insight);
}

static guint
get_serial (TlOutline  *self,
            const char *id)
{
  gpointer serial = g_hash_table_lookup (self->serials, id);

  if (serial == NULL)
    {
      serial = GUINT_TO_POINTER (g_hash_table_size (self->serials) + 1);
      g_hash_table_insert (self->serials, g_strdup (id), serial);
    }

  return GPOINTER_TO_UINT (serial);
}

static void
note_serials (TlOutline *self)
{
  TlGraph *graph = get_graph (self);

  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    get_serial (self, tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (graph, i))));
}

static gboolean
is_shown (TlOutline *self,
          guint      goal)
{
  /* What has come since the last look is looked at with the next. */
  return self->shown == NULL || goal >= self->n_shown || (self->shown[goal] & IS_SHOWN) != 0;
}

/* Supporters come before what they support, so that one pass brings a match up to the top. */
static void
update_shown (TlOutline *self)
{
  TlGraph *graph = get_graph (self);
  guint n_goals = tl_graph_get_n_goals (graph);
  const guint *order = tl_graph_get_order (graph);
  const TlGraphLink *links;
  guint n_links;

  g_clear_pointer (&self->shown, g_free);
  self->n_matches = n_goals;
  if (self->match == NULL)
    return;

  links = tl_graph_get_links (graph, &n_links);
  self->shown = g_new0 (guint8, n_goals + 1);
  self->n_shown = n_goals;
  self->n_matches = 0;
  for (guint i = 0; i < n_goals; i++)
    {
      guint goal = order[i];
      const guint *helped;
      guint n_helped;

      if (self->match (self->insight, goal, self->match_data))
        {
          self->shown[goal] = IS_SHOWN | IS_MATCH;
          self->n_matches++;
        }
      if (self->shown[goal] == 0)
        continue;

      helped = tl_graph_get_helped (graph, goal, &n_helped);
      for (guint j = 0; j < n_helped; j++)
        self->shown[links[helped[j]].to] |= IS_SHOWN;
    }
}

static void
add_entry (TlOutline *self,
           GArray    *entries,
           guint      goal,
           gboolean   is_root)
{
  TlGraph *graph = get_graph (self);
  const TlGraphNode *node = tl_graph_get_node (graph, goal);
  TlOutlineEntry entry = { .goal = goal };

  if (!is_shown (self, goal))
    return;

  entry.serial = get_serial (self, tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (graph, goal))));
  if (is_root)
    {
      TlOrganisation *ours = tl_model_get_organisation (tl_insight_get_model (self->insight));
      TlOrganisation *organisation = node->organisation < tl_graph_get_n_organisations (graph)
                                       ? tl_graph_get_organisation (graph, node->organisation)
                                       : NULL;

      entry.group = organisation == ours ? 0 : node->organisation + 1;
      entry.level = node->level;
    }
  tl_outline_entry_load (&entry, self->insight, self->column);
  g_array_append_val (entries, entry);
}

static GPtrArray *
dup_sorted_items (TlOutline *self,
                  GArray    *entries)
{
  GPtrArray *items = g_ptr_array_sized_new (entries->len);

  tl_outline_sort_entries (entries, self->is_descending);
  for (guint i = 0; i < entries->len; i++)
    {
      guint goal = g_array_index (entries, TlOutlineEntry, i).goal;
      TlGoal *entity = tl_graph_get_goal (get_graph (self), goal);

      g_ptr_array_add (items, tl_outline_get_item (self, tl_entity_get_id (TL_ENTITY (entity))));
    }

  return items;
}

static GArray *
create_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (TlOutlineEntry));

  g_array_set_clear_func (entries, tl_outline_entry_clear);
  return entries;
}

static void
update_children (TlOutline     *self,
                 TlOutlineItem *item,
                 TlOutlineList *list)
{
  g_autoptr (GArray) entries = create_entries ();
  g_autoptr (GPtrArray) items = NULL;
  guint goal = tl_outline_get_index (self, item);

  if (goal != TL_GRAPH_NONE)
    {
      guint first, n;
      const TlGraphLink *links = tl_graph_get_supporters (get_graph (self), goal, &first, &n);

      for (guint i = 0; i < n; i++)
        add_entry (self, entries, links[i].from, FALSE);
    }

  items = dup_sorted_items (self, entries);
  tl_outline_list_update (list, items);
}

/* Marks what @goal leads down to. */
static void
mark_below (TlGraph *graph,
            guint8  *is_reached,
            guint    goal)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  is_reached[goal] = TRUE;
  g_array_append_val (stack, goal);
  while (stack->len > 0)
    {
      guint next = g_array_index (stack, guint, stack->len - 1);
      guint first, n;
      const TlGraphLink *links = tl_graph_get_supporters (graph, next, &first, &n);

      g_array_set_size (stack, stack->len - 1);
      for (guint i = 0; i < n; i++)
        {
          if (is_reached[links[i].from])
            continue;

          is_reached[links[i].from] = TRUE;
          g_array_append_val (stack, links[i].from);
        }
    }
}

/* In a damaged file only: the first of each circle that nothing leads to. */
static void
add_circles (TlOutline *self,
             GArray    *entries)
{
  TlGraph *graph = get_graph (self);
  g_autofree guint8 *is_reached = g_new0 (guint8, tl_graph_get_n_goals (graph) + 1);
  guint n_goals;
  const guint *goals = tl_graph_get_cycle_goals (graph, &n_goals);

  for (guint i = 0; i < entries->len; i++)
    mark_below (graph, is_reached, g_array_index (entries, TlOutlineEntry, i).goal);

  for (guint i = 0; i < n_goals; i++)
    {
      if (is_reached[goals[i]])
        continue;

      mark_below (graph, is_reached, goals[i]);
      add_entry (self, entries, goals[i], TRUE);
    }
}

static void
update_roots (TlOutline *self)
{
  TlGraph *graph = get_graph (self);
  g_autoptr (GArray) entries = create_entries ();
  g_autoptr (GPtrArray) items = NULL;

  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    {
      guint n_helped;

      tl_graph_get_helped (graph, i, &n_helped);
      if (n_helped == 0)
        add_entry (self, entries, i, TRUE);
    }

  if (tl_graph_has_cycle (graph))
    add_circles (self, entries);

  items = dup_sorted_items (self, entries);
  tl_outline_add_headings (self, entries, items);
  tl_outline_list_update (self->roots, items);
}

/* The one thing the order follows from that is in no graph. */
static void
entity_changed_cb (TlOutline  *self,
                   TlEntity   *entity,
                   GParamSpec *pspec)
{
  self->is_stale |= g_str_equal (pspec->name, "position");
}

/* Whether no edit since the last time can have changed which rows there are, or their order: most edits cannot. */
static gboolean
is_in_place (TlOutline *self)
{
  return self->synced != NULL && !self->is_stale && self->column == TL_OUTLINE_UNSORTED && self->match == NULL &&
         tl_graph_has_same_structure (self->synced, get_graph (self));
}

static void
tl_outline_dispose (GObject *object)
{
  TlOutline *self = TL_OUTLINE (object);

  g_clear_pointer (&self->synced, tl_graph_unref);
  g_clear_object (&self->insight);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->serials, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (tl_outline_parent_class)->dispose (object);
}

static void
tl_outline_class_init (TlOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_outline_dispose;

  /**
   * TlOutline::synced:
   * @self: the outline
   *
   * The lists hold what the model does; what is known of the goals in them may have changed as well.
   */
  synced_signal = g_signal_new ("synced", TL_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
tl_outline_init (TlOutline *self)
{
  self->roots = tl_outline_list_new ();
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->serials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->column = TL_OUTLINE_UNSORTED;
}

/**
 * tl_outline_new:
 * @insight: what is known of a model
 *
 * Returns: (transfer full): the outline of its goals; empty until tl_outline_sync()
 */
TlOutline *
tl_outline_new (TlInsight *insight)
{
  TlOutline *self;

  g_return_val_if_fail (TL_IS_INSIGHT (insight), NULL);

  self = g_object_new (TL_TYPE_OUTLINE, NULL);
  self->insight = g_object_ref (insight);
  g_signal_connect_object (tl_insight_get_model (insight), "changed", G_CALLBACK (entity_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_outline_get_insight:
 * @self: an outline
 *
 * Returns: (transfer none): what is known of the model
 */
TlInsight *
tl_outline_get_insight (TlOutline *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE (self), NULL);

  return self->insight;
}

/**
 * tl_outline_get_roots:
 * @self: an outline
 *
 * Returns: (transfer none) (element-type TlOutlineItem): the goals at the top
 */
GListModel *
tl_outline_get_roots (TlOutline *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE (self), NULL);

  return G_LIST_MODEL (self->roots);
}

/**
 * tl_outline_dup_children:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: (transfer full) (nullable) (element-type TlOutlineItem): the goals that help it, always the same list,
 *   which follows the model; %NULL when there have never been any
 */
GListModel *
tl_outline_dup_children (TlOutline     *self,
                         TlOutlineItem *item)
{
  TlOutlineList *list;

  g_return_val_if_fail (TL_IS_OUTLINE (self), NULL);
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (item), NULL);

  list = g_hash_table_lookup (self->lists, item);
  if (list == NULL)
    {
      if (!tl_outline_has_children (self, item))
        return NULL;

      list = tl_outline_list_new ();
      g_hash_table_insert (self->lists, item, list);
      update_children (self, item, list);
    }

  return G_LIST_MODEL (g_object_ref (list));
}

/**
 * tl_outline_has_children:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: whether anything is shown below it
 */
gboolean
tl_outline_has_children (TlOutline     *self,
                         TlOutlineItem *item)
{
  const TlGraphLink *links;
  guint goal, first, n;

  g_return_val_if_fail (TL_IS_OUTLINE (self), FALSE);

  goal = tl_outline_get_index (self, item);
  if (goal == TL_GRAPH_NONE)
    return FALSE;

  links = tl_graph_get_supporters (get_graph (self), goal, &first, &n);
  for (guint i = 0; i < n; i++)
    {
      if (is_shown (self, links[i].from))
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_outline_get_item:
 * @self: an outline
 * @id: the identity of a goal
 *
 * Returns: (transfer none): what stands for it, whether it is in a list or not
 */
TlOutlineItem *
tl_outline_get_item (TlOutline  *self,
                     const char *id)
{
  TlOutlineItem *item;

  g_return_val_if_fail (TL_IS_OUTLINE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  item = g_hash_table_lookup (self->items, id);
  if (item == NULL)
    {
      item = tl_outline_item_new (id);
      g_hash_table_insert (self->items, (char *) tl_outline_item_get_id (item), item);
    }

  return item;
}

/**
 * tl_outline_get_goal:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: (transfer none) (nullable): its goal, unless that is removed
 */
TlGoal *
tl_outline_get_goal (TlOutline     *self,
                     TlOutlineItem *item)
{
  TlEntity *entity;

  g_return_val_if_fail (TL_IS_OUTLINE (self), NULL);

  entity = tl_model_lookup (tl_insight_get_model (self->insight), tl_outline_item_get_id (item));
  return TL_IS_GOAL (entity) ? TL_GOAL (entity) : NULL;
}

/**
 * tl_outline_get_index:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: the index of its goal in the graph, or %TL_GRAPH_NONE when the goal is removed
 */
guint
tl_outline_get_index (TlOutline     *self,
                      TlOutlineItem *item)
{
  TlGoal *goal = tl_outline_get_goal (self, item);

  return goal != NULL ? (guint) tl_graph_find (get_graph (self), goal) : TL_GRAPH_NONE;
}

/**
 * tl_outline_is_match:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: whether it is looked for, and not only there for the sake of one below it
 */
gboolean
tl_outline_is_match (TlOutline     *self,
                     TlOutlineItem *item)
{
  guint goal = tl_outline_get_index (self, item);

  return goal != TL_GRAPH_NONE &&
         (self->shown == NULL || goal >= self->n_shown || (self->shown[goal] & IS_MATCH) != 0);
}

/**
 * tl_outline_dup_path:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: (transfer full) (element-type TlOutlineItem): from the top down to @item, by the first goal that each one
 *   helps; empty when the goal is removed or left out
 */
GPtrArray *
tl_outline_dup_path (TlOutline     *self,
                     TlOutlineItem *item)
{
  GPtrArray *path = g_ptr_array_new ();
  guint goal = tl_outline_get_index (self, item);

  if (goal == TL_GRAPH_NONE || !is_shown (self, goal))
    return path;

  g_ptr_array_add (path, item);
  while (path->len < DEPTH_MAX)
    {
      g_autoptr (GPtrArray) parents = tl_outline_dup_parents (self, g_ptr_array_index (path, 0));

      /* In a circle, the way up ends at the one that stands at the top. */
      if (parents->len == 0 || g_ptr_array_find (tl_outline_list_peek (self->roots), g_ptr_array_index (path, 0), NULL))
        break;

      g_ptr_array_insert (path, 0, g_ptr_array_index (parents, 0));
    }

  return path;
}

/**
 * tl_outline_get_n_goals:
 * @self: an outline
 *
 * Returns: how many goals there are, each counted once
 */
guint
tl_outline_get_n_goals (TlOutline *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE (self), 0);

  return tl_graph_get_n_goals (get_graph (self));
}

/**
 * tl_outline_get_n_matches:
 * @self: an outline
 *
 * Returns: how many goals are looked for, each counted once
 */
guint
tl_outline_get_n_matches (TlOutline *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE (self), 0);

  return self->n_matches;
}

/**
 * tl_outline_get_sort:
 * @self: an outline
 * @is_descending: (out) (optional): whether what it is sorted by falls
 *
 * Returns: the #TlOutlineColumn that siblings are sorted by, or %TL_OUTLINE_UNSORTED
 */
int
tl_outline_get_sort (TlOutline *self,
                     gboolean  *is_descending)
{
  g_return_val_if_fail (TL_IS_OUTLINE (self), TL_OUTLINE_UNSORTED);

  if (is_descending != NULL)
    *is_descending = self->is_descending;

  return self->column;
}

/**
 * tl_outline_set_sort:
 * @self: an outline
 * @column: a #TlOutlineColumn to sort siblings by, or %TL_OUTLINE_UNSORTED for the order that people gave them
 * @is_descending: whether what it is sorted by is to fall
 */
void
tl_outline_set_sort (TlOutline *self,
                     int        column,
                     gboolean   is_descending)
{
  g_return_if_fail (TL_IS_OUTLINE (self));
  g_return_if_fail (column >= TL_OUTLINE_UNSORTED && column < TL_OUTLINE_N_COLUMNS);

  if (self->column == column && self->is_descending == is_descending)
    return;

  self->column = column;
  self->is_descending = is_descending;
  self->is_stale = TRUE;
  tl_outline_sync (self);
}

/**
 * tl_outline_set_match:
 * @self: an outline
 * @match: (nullable) (scope forever): says which goals are looked for, %NULL for all of them
 * @data: for @match
 *
 * Leaves only goals that match and those above them; to be called again whenever @match would say something else.
 */
void
tl_outline_set_match (TlOutline          *self,
                      TlOutlineMatchFunc  match,
                      gpointer            data)
{
  g_return_if_fail (TL_IS_OUTLINE (self));

  self->match = match;
  self->match_data = data;
  self->is_stale = TRUE;
  tl_outline_sync (self);
}

static void
update_lists (TlOutline *self)
{
  g_autoptr (GList) items = NULL;

  g_clear_pointer (&self->synced, tl_graph_unref);
  self->synced = tl_graph_ref (get_graph (self));
  self->is_stale = FALSE;
  note_serials (self);
  update_shown (self);
  update_roots (self);

  /* Views may ask for more lists while these change. */
  items = g_hash_table_get_keys (self->lists);
  for (GList *l = items; l != NULL; l = l->next)
    update_children (self, l->data, g_hash_table_lookup (self->lists, l->data));
}

/**
 * tl_outline_sync:
 * @self: an outline
 *
 * Makes the lists hold what the model does, changing only what differs.
 */
void
tl_outline_sync (TlOutline *self)
{
  g_return_if_fail (TL_IS_OUTLINE (self));

  if (!is_in_place (self))
    update_lists (self);

  g_signal_emit (self, synced_signal, 0);
}
