/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes through a conversation question by question, and says where each stands.
 *
 * The walk is one through a tree: an answer hangs on its question, and a question on the statement it is about.  In a
 * damaged document two statements may answer one another; so each is visited once, and what was not reached in the end is
 * asked about in the end. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <string.h>

#include "tl-frame-private.h"
#include "tl-question-flow-private.h"
#include "tl-text-fold.h"

/* So far a thread is followed in one go; what a damaged document has beyond it comes in the end. */
#define DEEPEST 200

static gboolean
has_field (TlStatement *statement,
           const char  *property)
{
  g_autofree char *text = NULL;

  if (g_str_equal (property, "due"))
    return tl_statement_get_due (statement) != TL_DATE_NONE;

  g_object_get (statement, property, &text, NULL);
  return !tl_text_is_blank (text);
}

/* The part of a key before the colon; the statement's id is what comes after it, %NULL when there is none. */
static char *
split_key (const char  *key,
           const char **about)
{
  const char *colon = strchr (key, ':');

  *about = colon != NULL ? colon + 1 : NULL;
  return colon != NULL ? g_strndup (key, colon - key) : g_strdup (key);
}

static const TlQuestionKind *
find_kind (const TlQuestionSetContent *content,
           const char                 *name)
{
  for (guint i = 0; i < content->kinds->len; i++)
    {
      const TlQuestionKind *kind = g_ptr_array_index (content->kinds, i);

      if (g_str_equal (kind->name, name))
        return kind;
    }

  return NULL;
}

static void
note_answers (TlQuestionWalk *walk)
{
  for (guint i = 0; i < tl_frame_get_n_nodes (walk->frame); i++)
    {
      const char *key = tl_statement_get_question (tl_frame_get_node (walk->frame, i)->statement);
      GArray *answers;

      if (key == NULL || *key == '\0')
        continue;

      answers = g_hash_table_lookup (walk->answers, key);
      if (answers == NULL)
        {
          answers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (walk->answers, g_strdup (key), answers);
        }
      g_array_append_val (answers, i);
    }
}

static void
note_skipped (TlQuestionWalk *walk)
{
  const char *skipped = tl_conversation_get_skipped (walk->conversation);
  g_auto (GStrv) keys = g_strsplit (skipped != NULL ? skipped : "", "\n", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (walk->skipped, g_strdup (g_strstrip (keys[i])));
}

/* Whether the statement answered one of the questions that a question asks on after. */
static gboolean
is_of (const TlQuestionKind *kind,
       TlStatement          *statement)
{
  const char *key = tl_statement_get_question (statement);
  g_autofree char *name = NULL;
  const char *about;

  if (kind->of == NULL)
    return TRUE;
  if (key == NULL)
    return FALSE;

  name = split_key (key, &about);
  return g_strv_contains ((const char *const *) kind->of, name);
}

static void
add_candidate (TlQuestionWalk       *walk,
               const TlQuestionKind *kind,
               const char           *key,
               TlStatement          *about,
               guint                 node,
               gboolean              stands,
               gboolean              is_answered)
{
  TlQuestionCandidate candidate = { kind, g_strdup (key), about, node, TL_QUESTION_OPEN, stands || is_answered,
                                    stands || is_answered };

  if (is_answered)
    candidate.state = TL_QUESTION_ANSWERED;
  else if (g_hash_table_contains (walk->skipped, key))
    candidate.state = TL_QUESTION_SKIPPED;

  g_array_append_val (walk->candidates, candidate);
}

static void walk_statement (TlQuestionWalk *walk,
                            guint           node);

static void
walk_answers (TlQuestionWalk *walk,
              const char     *key)
{
  GArray *answers = g_hash_table_lookup (walk->answers, key);

  if (answers == NULL || walk->depth >= DEEPEST)
    return;

  walk->depth++;
  for (guint i = 0; i < answers->len; i++)
    walk_statement (walk, g_array_index (answers, guint, i));
  walk->depth--;
}

/* A question about a statement of this conversation, or about none, and the threads of its answers */
static void
walk_question (TlQuestionWalk       *walk,
               const TlQuestionKind *kind,
               guint                 node)
{
  TlStatement *about = node != TL_FRAME_NONE ? tl_frame_get_node (walk->frame, node)->statement : NULL;
  g_autofree char *key = NULL;
  gboolean stands, is_answered;

  if (!tl_frame_fits (walk->frame, kind->when, node) || (about != NULL && !is_of (kind, about)))
    return;

  key = about != NULL ? g_strdup_printf ("%s:%s", kind->name, tl_entity_get_id (TL_ENTITY (about)))
                      : g_strdup (kind->name);
  stands = tl_frame_has (walk->frame, kind->when, node);
  is_answered = g_hash_table_contains (walk->answers, key);
  /* What stands for the whole frame was not asked about merely because its field is filled in. */
  if (kind->property != NULL
      && (stands || tl_frame_condition_get_subject (kind->when) == TL_FRAME_SUBJECT_STATEMENT))
    is_answered |= has_field (about, kind->property);

  add_candidate (walk, kind, key, about, node, stands, is_answered);
  walk_answers (walk, key);
}

static void
walk_statement (TlQuestionWalk *walk,
                guint           node)
{
  if (walk->visited[node])
    return;

  walk->visited[node] = TRUE;
  for (guint i = 0; i < walk->content->kinds->len; i++)
    {
      const TlQuestionKind *kind = g_ptr_array_index (walk->content->kinds, i);

      if (tl_frame_condition_get_subject (kind->when) == TL_FRAME_SUBJECT_STATEMENT)
        walk_question (walk, kind, node);
    }
}

/* Of the conversation just before, what was agreed; of older ones only what nobody has said anything about yet. */
static void
walk_earlier (TlQuestionWalk       *walk,
              const TlQuestionKind *kind)
{
  for (guint i = 0; i < walk->earlier->len; i++)
    {
      TlStatement *about = g_ptr_array_index (walk->earlier, i);
      gboolean is_before = tl_statement_get_conversation (about) == walk->before;
      g_autofree char *key = g_strdup_printf ("%s:%s", kind->name, tl_entity_get_id (TL_ENTITY (about)));
      gboolean is_settled = tl_statement_get_action_state (about) != TL_ACTION_STATE_OPEN
                            || has_field (about, "learned");
      gboolean is_answered = g_hash_table_contains (walk->answers, key) || (is_settled && is_before);

      if (!is_settled || is_answered)
        add_candidate (walk, kind, key, about, TL_FRAME_NONE, !is_settled, is_answered);
      walk_answers (walk, key);
    }
}

/* Whether @node answers a question of the set that can still be asked, so that its thread hangs there. */
static gboolean
hangs_on_question (TlQuestionWalk *walk,
                   guint           node)
{
  const char *key = tl_statement_get_question (tl_frame_get_node (walk->frame, node)->statement);
  g_autofree char *name = NULL;
  const TlQuestionKind *kind;
  const char *about;
  guint asked;

  if (key == NULL)
    return FALSE;

  name = split_key (key, &about);
  kind = find_kind (walk->content, name);
  if (kind == NULL)
    return FALSE;
  if (about == NULL)
    return tl_frame_condition_get_subject (kind->when) == TL_FRAME_SUBJECT_NONE;

  asked = tl_frame_find (walk->frame, about);
  return asked != TL_FRAME_NONE && asked != node && tl_frame_fits (walk->frame, kind->when, asked);
}

static void
walk_roots (TlQuestionWalk *walk,
            gboolean        all)
{
  for (guint i = 0; i < tl_frame_get_n_nodes (walk->frame); i++)
    {
      if (all || !hangs_on_question (walk, i))
        walk_statement (walk, i);
    }
}

/* What was said beside any question is asked about where the first question about a statement stands. */
static void
walk_set (TlQuestionWalk *walk)
{
  gboolean had_roots = FALSE;

  for (guint i = 0; i < walk->content->kinds->len; i++)
    {
      const TlQuestionKind *kind = g_ptr_array_index (walk->content->kinds, i);

      switch (tl_frame_condition_get_subject (kind->when))
        {
        case TL_FRAME_SUBJECT_NONE:
          walk_question (walk, kind, TL_FRAME_NONE);
          break;

        case TL_FRAME_SUBJECT_EARLIER:
          walk_earlier (walk, kind);
          break;

        case TL_FRAME_SUBJECT_WHOLE:
          for (guint j = 0; j < tl_frame_get_n_nodes (walk->frame); j++)
            walk_question (walk, kind, j);
          break;

        case TL_FRAME_SUBJECT_STATEMENT:
        default:
          if (!had_roots)
            walk_roots (walk, FALSE);
          had_roots = TRUE;
          break;
        }
    }

  walk_roots (walk, TRUE);
}

/* Whether the conversation stands at this question */
gboolean
tl_question_walk_is_place (TlQuestionWalk            *walk,
                           const TlQuestionCandidate *candidate)
{
  return g_strcmp0 (tl_conversation_get_place (walk->conversation), candidate->key) == 0;
}

/* Whether it is still to be asked */
gboolean
tl_question_candidate_is_open (const TlQuestionCandidate *candidate)
{
  return candidate->is_listed && candidate->state == TL_QUESTION_OPEN;
}

static void
limit_kind (TlQuestionWalk       *walk,
            const TlQuestionKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < walk->candidates->len; i++)
    {
      const TlQuestionCandidate *candidate = &g_array_index (walk->candidates, TlQuestionCandidate, i);

      n += candidate->kind == kind && candidate->is_listed && candidate->state != TL_QUESTION_OPEN;
    }

  for (guint i = 0; i < walk->candidates->len; i++)
    {
      TlQuestionCandidate *candidate = &g_array_index (walk->candidates, TlQuestionCandidate, i);

      if (candidate->kind == kind && tl_question_candidate_is_open (candidate) && n++ >= kind->at_most)
        candidate->is_listed = tl_question_walk_is_place (walk, candidate);
    }
}

static void
limit_all (TlQuestionWalk *walk)
{
  guint n = 0;

  for (guint i = 0; i < walk->candidates->len; i++)
    {
      const TlQuestionCandidate *candidate = &g_array_index (walk->candidates, TlQuestionCandidate, i);

      n += candidate->is_listed && (candidate->state == TL_QUESTION_SKIPPED
                                    || (candidate->state == TL_QUESTION_ANSWERED && candidate->kind->property == NULL));
    }

  for (guint importance = TL_IMPORTANCE_MOST; importance >= TL_IMPORTANCE_LEAST; importance--)
    {
      for (guint i = 0; i < walk->candidates->len; i++)
        {
          TlQuestionCandidate *candidate = &g_array_index (walk->candidates, TlQuestionCandidate, i);

          if (candidate->kind->importance == importance && tl_question_candidate_is_open (candidate)
              && n++ >= walk->content->limit)
            candidate->is_listed = tl_question_walk_is_place (walk, candidate);
        }
    }
}

/* Leaves out what is too much for one conversation. */
static void
limit (TlQuestionWalk *walk)
{
  for (guint i = 0; i < walk->content->kinds->len; i++)
    limit_kind (walk, g_ptr_array_index (walk->content->kinds, i));
  limit_all (walk);
}

static void
clear_candidate (gpointer data)
{
  g_free (((TlQuestionCandidate *) data)->key);
}

static void
collect_earlier (TlQuestionWalk *walk)
{
  TlPerson *person = tl_conversation_get_person (walk->conversation);
  g_autoptr (GPtrArray) conversations = NULL;
  gboolean is_earlier = FALSE;

  walk->earlier = g_ptr_array_new_with_free_func (g_object_unref);
  if (person == NULL || tl_entity_get_model (TL_ENTITY (walk->conversation)) == NULL)
    return;

  conversations = tl_person_dup_conversations (person);
  for (guint i = 0; i < conversations->len; i++)
    {
      TlConversation *other = g_ptr_array_index (conversations, i);
      g_autoptr (GPtrArray) statements = NULL;

      if (is_earlier && walk->before == NULL)
        walk->before = other;
      if (other == walk->conversation)
        is_earlier = TRUE;
      if (!is_earlier || other == walk->conversation)
        continue;

      statements = tl_conversation_dup_statements (other);
      for (guint j = 0; j < statements->len; j++)
        {
          if (tl_statement_get_agreed (g_ptr_array_index (statements, j)))
            g_ptr_array_add (walk->earlier, g_object_ref (g_ptr_array_index (statements, j)));
        }
    }
}

/* Goes through @conversation; @walk is all zero. */
void
tl_question_walk_init (TlQuestionWalk *walk,
                       TlQuestionSet  *set,
                       TlCues         *cues,
                       TlConversation *conversation)
{
  walk->content = tl_question_set_peek_content (set);
  walk->conversation = conversation;
  walk->frame = tl_frame_new (cues, conversation);
  walk->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  walk->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk->visited = g_new0 (gboolean, tl_frame_get_n_nodes (walk->frame) + 1);
  walk->candidates = g_array_new (FALSE, FALSE, sizeof (TlQuestionCandidate));
  g_array_set_clear_func (walk->candidates, clear_candidate);

  collect_earlier (walk);
  note_answers (walk);
  note_skipped (walk);
  walk_set (walk);
  limit (walk);
}

void
tl_question_walk_clear (TlQuestionWalk *walk)
{
  g_array_unref (walk->candidates);
  g_ptr_array_unref (walk->earlier);
  g_hash_table_unref (walk->answers);
  g_hash_table_unref (walk->skipped);
  g_free (walk->visited);
  tl_frame_free (walk->frame);
}
