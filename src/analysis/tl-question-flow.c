/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which question comes next.
 *
 * There is no object that remembers where a conversation is.  Which questions stand follows from the set and from what
 * has been said, each time anew: so a conversation can be left and taken up again, undone, edited in the frame while it
 * goes on, or finished with another version of the set, and no state can be out of step with it.
 *
 * The order is that of a coach and not of a form: after an answer come the questions about that answer, then those about
 * its answers, and only when the thread is at its end does the next one begin.  The list is therefore a walk through a
 * tree, in which an answer hangs on its question and a question on the statement it is about.  A list by importance alone
 * was tried on paper and jumps from one thing to another.
 *
 * Twenty minutes hold about twenty questions.  Beyond that the less important ones are left out, first by kind (no more
 * than so many times the same question), then over all.  Answers that fill in a field are not counted over all: they
 * take a moment, and somebody may have filled them in beside the conversation. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-question-flow.h"

#include "tl-frame-private.h"
#include "tl-question-flow-private.h"

struct _TlQuestionFlow
{
  TlQuestionSet  *set;
  TlConversation *conversation;
  TlQuestionWalk  walk;
};

/* More to choose from is no help. */
#define MOST_CHOICES 6

/* What has been said already and would be an answer, so that it only has to be linked */
static char **
dup_choices (TlQuestionWalk            *walk,
             const TlQuestionCandidate *candidate)
{
  const TlQuestionKind *kind = candidate->kind;
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  g_autofree gboolean *linked = NULL;
  guint n = 0;

  if (candidate->node == TL_FRAME_NONE || kind->answer != TL_ANSWER_STATEMENT || kind->facet == TL_FACET_UNSET
      || (tl_frame_condition_get_subject (kind->when) == TL_FRAME_SUBJECT_WHOLE && !kind->loop))
    return g_strv_builder_end (choices);

  linked = tl_frame_dup_linked (walk->frame, candidate->node, kind->answer_helps, kind->loop);
  for (guint i = 0; i < tl_frame_get_n_nodes (walk->frame) && n < MOST_CHOICES; i++)
    {
      const TlFrameNode *node = tl_frame_get_node (walk->frame, i);

      if (node->facet != kind->facet || i == candidate->node || linked[i])
        continue;
      g_strv_builder_add (choices, tl_entity_get_id (TL_ENTITY (node->statement)));
      n++;
    }

  return g_strv_builder_end (choices);
}

/* A Result that an Impact brings is a Result for those whom the Impact is for. */
static TlBeneficiary
guess_beneficiary (const TlQuestionCandidate *candidate)
{
  const TlQuestionKind *kind = candidate->kind;

  if (kind->answer != TL_ANSWER_STATEMENT || candidate->node == TL_FRAME_NONE || kind->answer_helps
      || kind->facet != TL_FACET_RESULT)
    return TL_BENEFICIARY_UNSET;

  return tl_statement_get_beneficiary (candidate->about);
}

static TlQuestion *
make_question (TlQuestionWalk            *walk,
               const TlQuestionCandidate *candidate)
{
  TlQuestion *question = g_new0 (TlQuestion, 1);
  const TlQuestionKind *kind = candidate->kind;

  question->key = g_strdup (candidate->key);
  question->kind = g_strdup (kind->name);
  question->text = tl_question_say (kind->text, walk->conversation, candidate->about);
  question->hint = kind->hint != NULL ? tl_question_say (kind->hint, walk->conversation, candidate->about) : NULL;
  question->facet = kind->facet;
  question->beneficiary = guess_beneficiary (candidate);
  question->about = candidate->about != NULL ? g_strdup (tl_entity_get_id (TL_ENTITY (candidate->about))) : NULL;
  question->answer = kind->answer;
  question->answer_helps = kind->answer_helps;
  question->loop = kind->loop;
  question->property = kind->property;
  question->choices = dup_choices (walk, candidate);
  question->state = candidate->state;
  return question;
}

/**
 * tl_question_free:
 * @self: (transfer full): a question
 */
void
tl_question_free (TlQuestion *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->key);
  g_free (self->kind);
  g_free (self->text);
  g_free (self->hint);
  g_free (self->about);
  g_strfreev (self->choices);
  g_free (self);
}

/**
 * tl_question_flow_new:
 * @set: the questions that can be asked
 * @cues: (nullable): what tells how specific a statement is
 * @conversation: a conversation
 *
 * Goes through what has been said, once for everything that is to be known of it.
 *
 * Returns: (transfer full): what can be asked of @conversation as it is; of no use once anything in it has changed
 */
TlQuestionFlow *
tl_question_flow_new (TlQuestionSet  *set,
                      TlCues         *cues,
                      TlConversation *conversation)
{
  TlQuestionFlow *self;

  g_return_val_if_fail (TL_IS_QUESTION_SET (set), NULL);
  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  self = g_new0 (TlQuestionFlow, 1);
  self->set = g_object_ref (set);
  self->conversation = g_object_ref (conversation);
  tl_question_walk_init (&self->walk, set, cues, conversation);
  return self;
}

/**
 * tl_question_flow_free:
 * @self: (transfer full): what can be asked
 */
void
tl_question_flow_free (TlQuestionFlow *self)
{
  g_return_if_fail (self != NULL);

  tl_question_walk_clear (&self->walk);
  g_object_unref (self->conversation);
  g_object_unref (self->set);
  g_free (self);
}

/**
 * tl_question_flow_list:
 * @self: what can be asked
 *
 * Lists every question that stands now: those that are answered, those that were skipped and still ask for something,
 * and as many open ones as a conversation should have.
 *
 * Returns: (transfer full) (element-type TlQuestion): in the order in which they are asked
 */
GPtrArray *
tl_question_flow_list (TlQuestionFlow *self)
{
  GPtrArray *list;

  g_return_val_if_fail (self != NULL, NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_question_free);
  for (guint i = 0; i < self->walk.candidates->len; i++)
    {
      const TlQuestionCandidate *candidate = &g_array_index (self->walk.candidates, TlQuestionCandidate, i);

      if (candidate->is_listed)
        g_ptr_array_add (list, make_question (&self->walk, candidate));
    }

  return list;
}

/**
 * tl_question_flow_count:
 * @self: what can be asked
 * @state: where a question stands
 *
 * Returns: how many of the questions that tl_question_flow_list() lists stand there
 */
guint
tl_question_flow_count (TlQuestionFlow  *self,
                        TlQuestionState  state)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->walk.candidates->len; i++)
    {
      const TlQuestionCandidate *candidate = &g_array_index (self->walk.candidates, TlQuestionCandidate, i);

      n += candidate->is_listed && candidate->state == state ? 1 : 0;
    }

  return n;
}

/**
 * tl_question_flow_next:
 * @self: what can be asked
 *
 * Finds the question to ask now: the one at the place of the conversation while it is open, else the first open one after
 * it, and at the end those that were left open before it.  A place that is not known, as when the set was edited or the
 * statement removed, counts as the beginning.
 *
 * Returns: (transfer full) (nullable): the question, or %NULL when nothing is open any more
 */
TlQuestion *
tl_question_flow_next (TlQuestionFlow *self)
{
  GArray *candidates;
  guint place = 0;

  g_return_val_if_fail (self != NULL, NULL);

  candidates = self->walk.candidates;
  for (guint i = 0; i < candidates->len; i++)
    {
      if (tl_question_walk_is_place (&self->walk, &g_array_index (candidates, TlQuestionCandidate, i)))
        place = i;
    }

  for (guint i = 0; i < candidates->len; i++)
    {
      const TlQuestionCandidate *candidate =
        &g_array_index (candidates, TlQuestionCandidate, (place + i) % candidates->len);

      if (tl_question_candidate_is_open (candidate))
        return make_question (&self->walk, candidate);
    }

  return NULL;
}

/**
 * tl_question_flow_find:
 * @self: what can be asked
 * @key: the key of a question
 *
 * Finds one question, as for going back to it or for coming back to what was skipped.  Here it does not matter how many
 * questions a conversation should have; a question that becomes the place of the conversation will be listed in any case.
 *
 * Returns: (transfer full) (nullable): the question, or %NULL when it does not stand any more
 */
TlQuestion *
tl_question_flow_find (TlQuestionFlow *self,
                       const char     *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->walk.candidates->len; i++)
    {
      const TlQuestionCandidate *candidate = &g_array_index (self->walk.candidates, TlQuestionCandidate, i);

      if (candidate->stands && g_str_equal (candidate->key, key))
        return make_question (&self->walk, candidate);
    }

  return NULL;
}

/**
 * tl_question_flow_dup_key:
 * @set: the questions that can be asked
 * @condition: what is missing
 * @about: (nullable): the id of the statement where it is missing
 *
 * Says which question of @set asks for what a finding misses; whether it stands is what tl_question_flow_find() tells.
 *
 * Returns: (transfer full) (nullable): its key, or %NULL when @set has no such question
 */
char *
tl_question_flow_dup_key (TlQuestionSet    *set,
                          TlFrameCondition  condition,
                          const char       *about)
{
  const TlQuestionSetContent *content;

  g_return_val_if_fail (TL_IS_QUESTION_SET (set), NULL);

  if ((about == NULL) != (tl_frame_condition_get_subject (condition) == TL_FRAME_SUBJECT_NONE))
    return NULL;

  content = tl_question_set_peek_content (set);
  for (guint i = 0; i < content->kinds->len; i++)
    {
      const TlQuestionKind *kind = g_ptr_array_index (content->kinds, i);

      if (kind->when == condition)
        return about != NULL ? g_strdup_printf ("%s:%s", kind->name, about) : g_strdup (kind->name);
    }

  return NULL;
}
