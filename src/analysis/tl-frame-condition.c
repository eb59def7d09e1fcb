/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the conditions are called in a file with questions.
 *
 * The vocabulary is closed and small, and a file cannot make conditions of its own: an expression would be a language to
 * learn, to explain and to get wrong, and what a conversation can lack is known. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-frame-condition.h"

static const struct
{
  const char     *nick;
  TlFrameSubject  subject;
} conditions[] = {
  [TL_FRAME_ALWAYS] = { "always", TL_FRAME_SUBJECT_NONE },
  [TL_FRAME_EMPTY] = { "frame-empty", TL_FRAME_SUBJECT_NONE },
  [TL_FRAME_OPEN_ACTION] = { "open-action", TL_FRAME_SUBJECT_EARLIER },
  [TL_FRAME_RESULT_WITHOUT_IMPACT] = { "result-without-impact", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_RESULT_WITHOUT_DUE] = { "result-without-due", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_REPUTATION_WITHOUT_IMPACT] = { "reputation-without-impact", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_IMPACT_WITHOUT_WHO] = { "impact-without-who", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_IMPACT_WITHOUT_WHAT] = { "impact-without-what", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_IMPACT_WITHOUT_WORK] = { "impact-without-work", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_IMPACT_WITH_ONE_WORK] = { "impact-with-one-work", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_IMPACT_WITHOUT_RESULT] = { "impact-without-result", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_WORK_WITHOUT_IMPACT] = { "work-without-impact", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_WORK_WITHOUT_WHO] = { "work-without-who", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_WORK_WITHOUT_SKILLS] = { "work-without-skills", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_WORK_WITHOUT_DUE] = { "work-without-due", TL_FRAME_SUBJECT_STATEMENT },
  [TL_FRAME_RESULTS_ONLY_FOR_OURSELVES] = { "results-only-for-ourselves", TL_FRAME_SUBJECT_WHOLE },
  [TL_FRAME_NO_WIDER_CIRCLE] = { "no-wider-circle", TL_FRAME_SUBJECT_WHOLE },
  [TL_FRAME_NO_LOOP] = { "no-loop", TL_FRAME_SUBJECT_WHOLE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (conditions) == TL_N_FRAME_CONDITIONS);

/**
 * tl_frame_condition_to_nick:
 * @condition: a condition
 *
 * Returns: (transfer none): what @condition is called in files
 */
const char *
tl_frame_condition_to_nick (TlFrameCondition condition)
{
  g_return_val_if_fail (condition < TL_N_FRAME_CONDITIONS, NULL);

  return conditions[condition].nick;
}

/**
 * tl_frame_condition_from_nick:
 * @nick: what a file says
 * @condition: (out): the condition, left alone when there is none
 *
 * Returns: %TRUE when @nick, exactly as it stands, is a condition
 */
gboolean
tl_frame_condition_from_nick (const char       *nick,
                              TlFrameCondition *condition)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      if (g_str_equal (conditions[i].nick, nick))
        {
          *condition = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tl_frame_condition_get_subject:
 * @condition: a condition
 *
 * Returns: what @condition is true of
 */
TlFrameSubject
tl_frame_condition_get_subject (TlFrameCondition condition)
{
  g_return_val_if_fail (condition < TL_N_FRAME_CONDITIONS, TL_FRAME_SUBJECT_NONE);

  return conditions[condition].subject;
}

/**
 * tl_frame_condition_list:
 *
 * Returns: (transfer full): all the conditions with commas between, for a sentence
 */
char *
tl_frame_condition_list (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", conditions[i].nick);

  return g_string_free (list, FALSE);
}
