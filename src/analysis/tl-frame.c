/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a conversation as a small graph: what has been said, in three columns, and what leads to what.
 *
 * It is made afresh whenever it is asked for.  A conversation has some forty statements, and a frame that follows each
 * edit would have to be right after every undo.  What lies behind and ahead of a statement is found for all at once, by
 * passing bits along the links until nothing changes: a frame may hold circles, which a walk from each statement would
 * have to be saved from one by one. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-frame.h"

#include "tl-frame-private.h"
#include "tl-specificity.h"
#include "tl-statement-link.h"
#include "tl-text-fold.h"

#define BIT(facet) (1u << (facet))

typedef struct
{
  guint    from;
  guint    to;
  gboolean loop;
} Link;

struct _TlFrame
{
  GArray     *nodes;            /* of TlFrameNode, by when they were said */
  GHashTable *by_id;            /* id -> index + 1 */
  GArray     *links;            /* of Link */
  gboolean    has_loop;
  gboolean    has_their_results;
  guint       n_results;
  guint       n_framed;
  gboolean    has_begun;
  guint       widest;
};

static int
compare_by_rank (gconstpointer a,
                 gconstpointer b)
{
  guint64 first = tl_entity_get_rank (*(TlEntity **) a);
  guint64 second = tl_entity_get_rank (*(TlEntity **) b);

  return (first > second) - (first < second);
}

static gboolean
is_outside (TlBeneficiary beneficiary)
{
  return beneficiary >= TL_BENEFICIARY_CUSTOMER;
}

static void
add_node (TlFrame     *self,
          TlCues      *cues,
          TlStatement *statement)
{
  TlFrameNode node = { 0, };

  node.statement = g_object_ref (statement);
  node.facet = tl_statement_get_facet (statement);
  node.is_reputation = node.facet == TL_FACET_RESULT && tl_statement_get_reputation (statement);
  node.beneficiary = tl_statement_get_beneficiary (statement);
  node.lacks = tl_specificity_of (cues, statement);
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->by_id, (char *) tl_entity_get_id (TL_ENTITY (statement)),
                       GUINT_TO_POINTER (self->nodes->len));

  self->n_framed += node.facet != TL_FACET_UNSET;
  self->n_results += node.facet == TL_FACET_RESULT;
  self->has_their_results |= node.facet == TL_FACET_RESULT && is_outside (node.beneficiary);
}

static void
add_link (TlFrame         *self,
          TlStatementLink *statement_link)
{
  TlStatement *from = tl_statement_link_get_from (statement_link);
  TlStatement *to = tl_statement_link_get_to (statement_link);
  Link link = { TL_FRAME_NONE, TL_FRAME_NONE, tl_statement_link_get_loop (statement_link) };

  if (from != NULL)
    link.from = tl_frame_find (self, tl_entity_get_id (TL_ENTITY (from)));
  if (to != NULL)
    link.to = tl_frame_find (self, tl_entity_get_id (TL_ENTITY (to)));
  if (link.from == TL_FRAME_NONE || link.to == TL_FRAME_NONE)
    return;

  g_array_append_val (self->links, link);
  self->has_loop |= link.loop;
}

static void
note_neighbours (TlFrame *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);
      TlFrameNode *from = &g_array_index (self->nodes, TlFrameNode, link->from);
      TlFrameNode *to = &g_array_index (self->nodes, TlFrameNode, link->to);

      if (link->loop)
        continue;

      from->above |= BIT (to->facet);
      to->beneath |= BIT (from->facet);
      to->n_work += from->facet == TL_FACET_WORK;
    }
}

/* Every pass brings at least one of four bits further, or is the last. */
static void
pass_along (TlFrame *self)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < self->links->len; i++)
        {
          const Link *link = &g_array_index (self->links, Link, i);
          TlFrameNode *from = &g_array_index (self->nodes, TlFrameNode, link->from);
          TlFrameNode *to = &g_array_index (self->nodes, TlFrameNode, link->to);
          guint behind = to->behind | from->behind | BIT (from->facet);
          guint ahead = from->ahead | to->ahead | BIT (to->facet);

          if (link->loop || (behind == to->behind && ahead == from->ahead))
            continue;

          to->behind = behind;
          from->ahead = ahead;
          changed = TRUE;
        }
    }
}

/* The first of those that reach furthest, so that it stays the same when another is said. */
static void
find_widest (TlFrame *self)
{
  self->widest = TL_FRAME_NONE;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TlFrameNode *node = &g_array_index (self->nodes, TlFrameNode, i);

      if (node->facet != TL_FACET_IMPACT)
        continue;
      if (self->widest == TL_FRAME_NONE
          || node->beneficiary > g_array_index (self->nodes, TlFrameNode, self->widest).beneficiary)
        self->widest = i;
    }
}

static void
clear_node (gpointer data)
{
  g_object_unref (((TlFrameNode *) data)->statement);
}

/**
 * tl_frame_new:
 * @cues: (nullable): what tells how specific a statement is; without them only its fields are looked at
 * @conversation: a conversation, in a model or out of it
 *
 * Returns: (transfer full): the frame as it is now
 */
TlFrame *
tl_frame_new (TlCues         *cues,
              TlConversation *conversation)
{
  TlFrame *self;
  g_autoptr (GPtrArray) statements = NULL;
  g_autoptr (GPtrArray) links = NULL;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  self = g_new0 (TlFrame, 1);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (TlFrameNode));
  g_array_set_clear_func (self->nodes, clear_node);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));

  statements = tl_conversation_dup_statements (conversation);
  g_ptr_array_sort (statements, compare_by_rank);
  for (guint i = 0; i < statements->len; i++)
    add_node (self, cues, g_ptr_array_index (statements, i));

  links = tl_conversation_dup_links (conversation);
  for (guint i = 0; i < links->len; i++)
    add_link (self, g_ptr_array_index (links, i));

  self->has_begun = self->nodes->len > 0 || !tl_text_is_blank (tl_conversation_get_skipped (conversation));
  note_neighbours (self);
  pass_along (self);
  find_widest (self);
  return self;
}

/**
 * tl_frame_free:
 * @self: (transfer full): a frame
 */
void
tl_frame_free (TlFrame *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_id);
  g_array_unref (self->nodes);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * tl_frame_get_balance:
 * @self: a frame
 * @n: (out caller-allocates): how many statements stand under Work, Impact and Result
 */
void
tl_frame_get_balance (TlFrame *self,
                      guint    n[TL_N_FRAME_COLUMNS])
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < TL_N_FRAME_COLUMNS; i++)
    n[i] = 0;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TlFacet facet = g_array_index (self->nodes, TlFrameNode, i).facet;

      if (facet != TL_FACET_UNSET)
        n[facet - TL_FACET_WORK]++;
    }
}

/**
 * tl_frame_get_circles:
 * @self: a frame
 *
 * Returns: whose life an Impact or a Result of the frame makes better: for each #TlBeneficiary the bit of its value,
 *   1 << %TL_BENEFICIARY_CUSTOMER for example; never that of %TL_BENEFICIARY_UNSET
 */
guint
tl_frame_get_circles (TlFrame *self)
{
  guint circles = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TlFrameNode *node = &g_array_index (self->nodes, TlFrameNode, i);

      if (node->facet == TL_FACET_IMPACT || node->facet == TL_FACET_RESULT)
        circles |= 1u << node->beneficiary;
    }

  return circles & ~(1u << TL_BENEFICIARY_UNSET);
}

guint
tl_frame_get_n_nodes (TlFrame *self)
{
  return self->nodes->len;
}

const TlFrameNode *
tl_frame_get_node (TlFrame *self,
                   guint    node)
{
  g_return_val_if_fail (node < self->nodes->len, NULL);

  return &g_array_index (self->nodes, TlFrameNode, node);
}

/* Returns: the statement of this conversation with that id, %TL_FRAME_NONE when there is none */
guint
tl_frame_find (TlFrame    *self,
               const char *id)
{
  /* %TL_FRAME_NONE is what comes before 0. */
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
}

/* Returns: (transfer full): for each statement whether a link of that sort runs from it to @node, or the other way */
gboolean *
tl_frame_dup_linked (TlFrame  *self,
                     guint     node,
                     gboolean  from_others,
                     gboolean  loop)
{
  gboolean *linked = g_new0 (gboolean, MAX (self->nodes->len, 1));

  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (link->loop == loop && (from_others ? link->to : link->from) == node)
        linked[from_others ? link->from : link->to] = TRUE;
    }

  return linked;
}

/* Returns: the Impact that reaches furthest, %TL_FRAME_NONE without an Impact */
guint
tl_frame_get_widest (TlFrame *self)
{
  return self->widest;
}

/* Whether @condition can be true of a statement of this kind at all; later edits may take it out of the question. */
gboolean
tl_frame_fits (TlFrame          *self,
               TlFrameCondition  condition,
               guint             node)
{
  const TlFrameNode *it;

  if (tl_frame_condition_get_subject (condition) == TL_FRAME_SUBJECT_NONE)
    return node == TL_FRAME_NONE;

  it = tl_frame_get_node (self, node);
  switch (condition)
    {
    case TL_FRAME_RESULT_WITHOUT_IMPACT:
    case TL_FRAME_RESULT_WITHOUT_DUE:
      return it->facet == TL_FACET_RESULT && !it->is_reputation;

    case TL_FRAME_REPUTATION_WITHOUT_IMPACT:
      return it->is_reputation;

    case TL_FRAME_IMPACT_WITHOUT_WHO:
    case TL_FRAME_IMPACT_WITHOUT_WHAT:
    case TL_FRAME_IMPACT_WITHOUT_WORK:
    case TL_FRAME_IMPACT_WITH_ONE_WORK:
    case TL_FRAME_IMPACT_WITHOUT_RESULT:
    case TL_FRAME_RESULTS_ONLY_FOR_OURSELVES:
    case TL_FRAME_NO_WIDER_CIRCLE:
    case TL_FRAME_NO_LOOP:
      return it->facet == TL_FACET_IMPACT;

    case TL_FRAME_WORK_WITHOUT_IMPACT:
    case TL_FRAME_WORK_WITHOUT_WHO:
    case TL_FRAME_WORK_WITHOUT_SKILLS:
    case TL_FRAME_WORK_WITHOUT_DUE:
      return it->facet == TL_FACET_WORK;

    case TL_FRAME_ALWAYS:
    case TL_FRAME_EMPTY:
    case TL_FRAME_OPEN_ACTION:
    default:
      return FALSE;
    }
}

/* Whether that is missing which the condition is about.  Where something of the same column stands between, that is
 * asked about and not what comes after it. */
gboolean
tl_frame_has (TlFrame          *self,
              TlFrameCondition  condition,
              guint             node)
{
  const TlFrameNode *it = NULL;

  if (!tl_frame_fits (self, condition, node))
    return FALSE;
  if (node != TL_FRAME_NONE)
    it = tl_frame_get_node (self, node);

  switch (condition)
    {
    case TL_FRAME_ALWAYS:
      return TRUE;

    case TL_FRAME_EMPTY:
      return self->n_framed == 0 && self->has_begun;

    case TL_FRAME_RESULT_WITHOUT_IMPACT:
      return !(it->behind & BIT (TL_FACET_IMPACT)) && !(it->beneath & BIT (TL_FACET_RESULT));

    case TL_FRAME_REPUTATION_WITHOUT_IMPACT:
      return !(it->behind & BIT (TL_FACET_IMPACT));

    case TL_FRAME_IMPACT_WITHOUT_WHO:
      return (it->lacks & TL_LACKS_WHO) != 0;

    case TL_FRAME_IMPACT_WITHOUT_WHAT:
      return tl_text_is_blank (tl_statement_get_detail (it->statement));

    case TL_FRAME_IMPACT_WITHOUT_WORK:
      return !(it->behind & BIT (TL_FACET_WORK)) && !(it->beneath & BIT (TL_FACET_IMPACT));

    case TL_FRAME_IMPACT_WITH_ONE_WORK:
      return it->n_work == 1;

    case TL_FRAME_IMPACT_WITHOUT_RESULT:
      return !(it->ahead & BIT (TL_FACET_RESULT)) && !(it->above & BIT (TL_FACET_IMPACT));

    case TL_FRAME_WORK_WITHOUT_IMPACT:
      return !(it->ahead & BIT (TL_FACET_IMPACT)) && !(it->above & BIT (TL_FACET_WORK));

    case TL_FRAME_WORK_WITHOUT_WHO:
      return (it->lacks & TL_LACKS_WHO) != 0;

    case TL_FRAME_WORK_WITHOUT_SKILLS:
      return tl_text_is_blank (tl_statement_get_skills (it->statement));

    case TL_FRAME_WORK_WITHOUT_DUE:
    case TL_FRAME_RESULT_WITHOUT_DUE:
      return (it->lacks & TL_LACKS_WHEN) != 0;

    case TL_FRAME_RESULTS_ONLY_FOR_OURSELVES:
      return node == self->widest && self->n_results > 0 && !self->has_their_results;

    case TL_FRAME_NO_WIDER_CIRCLE:
      return node == self->widest && it->beneficiary < TL_BENEFICIARY_COMMUNITY;

    case TL_FRAME_NO_LOOP:
      return node == self->widest && !self->has_loop;

    case TL_FRAME_OPEN_ACTION:
    default:
      return FALSE;
    }
}
