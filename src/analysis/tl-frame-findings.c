/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the frame tells: the warnings of DOMAIN, section 5, and the gaps.
 *
 * Each says what it is, why it matters and what comes next, and none says that somebody did something wrong.  What is
 * true of several statements is said once, of the first of them: six sentences of the same kind are a reproach, one is a
 * remark.  An empty frame tells nothing: it is a beginning. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-frame.h"

#include <glib/gi18n-lib.h>

#include "tl-frame-private.h"

/* The gaps of single statements, in the order in which they are told */
static const struct
{
  TlFrameFindingKind  kind;
  TlFrameCondition    condition;
  const char         *what;
  const char         *why;
  const char         *next;
} gaps[] = {
  /* Translators: in these sentences %s is what somebody has said */
  { TL_FRAME_FINDING_METRIC, TL_FRAME_RESULT_WITHOUT_IMPACT,
    N_("No Impact leads to “%s” yet."),
    N_("A number that rewards us while nobody else is better off can pull us away from the people it depends on."),
    N_("Ask whose life would have to be better for it to come true.") },
  { TL_FRAME_FINDING_REPUTATION, TL_FRAME_REPUTATION_WITHOUT_IMPACT,
    N_("It has not been said yet what would lead to “%s”."),
    N_("People see us for what changed for them; a reputation cannot be worked on by itself."),
    N_("Ask what Impact would lead to being seen that way.") },
  { TL_FRAME_FINDING_RESULT, TL_FRAME_RESULT_WITHOUT_IMPACT,
    N_("No Impact leads to “%s” yet."),
    N_("What others are to gain comes of something that changes for them."),
    N_("Ask what would have to change for them first.") },
  { TL_FRAME_FINDING_WHO, TL_FRAME_IMPACT_WITHOUT_WHO,
    N_("It is not clear yet whom exactly “%s” is for."),
    N_("What is meant for everybody is easily done for nobody."),
    N_("Ask for a name, a role or a group.") },
  { TL_FRAME_FINDING_DETAIL, TL_FRAME_IMPACT_WITHOUT_WHAT,
    N_("It has not been said yet what “%s” looks like for them."),
    N_("What can be pictured can be worked on, and noticed when it is there."),
    N_("Ask what they would see, do or say that they do not today.") },
  { TL_FRAME_FINDING_WORK, TL_FRAME_IMPACT_WITHOUT_WORK,
    N_("No Work leads to “%s” yet."),
    N_("An Impact comes about because somebody does something for it."),
    N_("Ask what Work would create it.") },
  { TL_FRAME_FINDING_DIFFERENCE, TL_FRAME_WORK_WITHOUT_IMPACT,
    N_("It has not been said yet for whom “%s” makes a difference."),
    N_("People put more into work when they know whom it helps."),
    N_("Ask what becomes easier, and for whom.") },
  { TL_FRAME_FINDING_EVIDENCE, TL_FRAME_IMPACT_WITHOUT_RESULT,
    N_("No Result shows yet that “%s” has come true."),
    N_("What they could count or show tells everybody that it arrived."),
    N_("Ask why they should care, and what results it would bring them.") },
  { TL_FRAME_FINDING_SKILLS, TL_FRAME_WORK_WITHOUT_SKILLS,
    N_("It has not been said yet what “%s” takes."),
    N_("Work begins sooner when it is clear who helps and what has to be learned."),
    N_("Ask for the people, the skills and the activities.") },
  { TL_FRAME_FINDING_DUE, TL_FRAME_WORK_WITHOUT_DUE,
    N_("There is no day for “%s” yet."),
    N_("A day turns an intention into a plan."),
    N_("Ask by when.") },
};

/* Returns: (transfer none): the finding, owned by @found; takes @what and @next. */
static TlFrameFinding *
add_finding (GPtrArray          *found,
             TlFrameFindingKind  kind,
             TlFrameCondition    condition,
             char               *what,
             const char         *why,
             char               *next)
{
  TlFrameFinding *finding = g_new0 (TlFrameFinding, 1);

  finding->kind = kind;
  finding->condition = condition;
  finding->what = what;
  finding->why = g_strdup (why);
  finding->next = next;
  g_ptr_array_add (found, finding);
  return finding;
}

/* Translates here and not in the table, whose texts are patterns with one %s each. */
static char *
say_of (const char  *pattern,
        TlStatement *statement)
{
  g_autofree char *quoted = tl_frame_quote (tl_statement_get_text (statement));
  g_auto (GStrv) parts = g_strsplit (_(pattern), "%s", 2);

  return g_strconcat (parts[0], quoted, parts[1], NULL);
}

static void
set_statement (TlFrameFinding *finding,
               TlFrame        *frame,
               guint           node)
{
  finding->statement = g_strdup (tl_entity_get_id (TL_ENTITY (tl_frame_get_node (frame, node)->statement)));
}

/* The Result to begin with: the first that is asked about, or the first of all when they lead to one another */
static guint
find_first_result (TlFrame          *frame,
                   TlFrameCondition *condition)
{
  guint first = TL_FRAME_NONE;

  for (guint i = 0; i < tl_frame_get_n_nodes (frame); i++)
    {
      const TlFrameNode *node = tl_frame_get_node (frame, i);

      *condition = node->is_reputation ? TL_FRAME_REPUTATION_WITHOUT_IMPACT : TL_FRAME_RESULT_WITHOUT_IMPACT;
      if (tl_frame_has (frame, *condition, i))
        return i;
      if (first == TL_FRAME_NONE && node->facet == TL_FACET_RESULT)
        first = i;
    }

  *condition = TL_FRAME_RESULT_WITHOUT_IMPACT;
  return first;
}

static void
look_for_only_results (TlFrame   *frame,
                       GPtrArray *found)
{
  guint n[TL_N_FRAME_COLUMNS];
  TlFrameCondition condition;
  guint first;

  tl_frame_get_balance (frame, n);
  if (n[0] > 0 || n[1] > 0 || n[2] == 0)
    return;

  first = find_first_result (frame, &condition);
  set_statement (add_finding (found, TL_FRAME_FINDING_ONLY_RESULTS, condition,
                              g_strdup (_("There are only Results here so far.")),
                              _("A number can be watched; only what changes something for other people can be worked "
                                "on."),
                              g_strdup (_("Ask what Impact on other people would lead to the first of them."))),
                 frame, first);
}

/* Not when it is unknown of one of them how far it reaches. */
static gboolean
stays_inside (TlFrame *frame)
{
  guint n_impacts = 0;

  for (guint i = 0; i < tl_frame_get_n_nodes (frame); i++)
    {
      const TlFrameNode *node = tl_frame_get_node (frame, i);

      if (node->facet != TL_FACET_IMPACT)
        continue;
      if (node->beneficiary == TL_BENEFICIARY_UNSET || node->beneficiary >= TL_BENEFICIARY_CUSTOMER)
        return FALSE;
      n_impacts++;
    }

  return n_impacts > 0;
}

static char *
say_ask_wider (TlBeneficiary beneficiary)
{
  /* Translators: "the customer’s customers", for example */
  return g_strdup_printf (_("Ask what it would make possible for %s."), tl_frame_say_wider (beneficiary));
}

static void
look_for_inside (TlFrame   *frame,
                 GPtrArray *found)
{
  guint widest = tl_frame_get_widest (frame);

  if (stays_inside (frame))
    set_statement (add_finding (found, TL_FRAME_FINDING_INSIDE, TL_FRAME_NO_WIDER_CIRCLE,
                                g_strdup (_("Every Impact here stays inside our own organisation.")),
                                _("What changes only for us gives nobody outside a reason to choose us, and ourselves "
                                  "less of a reason to begin."),
                                say_ask_wider (TL_BENEFICIARY_ORGANISATION)),
                   frame, widest);
}

/* A Result for ourselves and one for others lack the same, for another reason. */
static gboolean
is_meant (TlFrameFindingKind  kind,
          const TlFrameNode  *node)
{
  gboolean is_theirs = node->beneficiary >= TL_BENEFICIARY_CUSTOMER;

  if (kind == TL_FRAME_FINDING_METRIC)
    return !is_theirs;
  if (kind == TL_FRAME_FINDING_RESULT)
    return is_theirs;

  return TRUE;
}

static void
look_for_gap (TlFrame   *frame,
              guint      gap,
              GPtrArray *found)
{
  TlFrameFinding *finding = NULL;

  for (guint i = 0; i < tl_frame_get_n_nodes (frame); i++)
    {
      const TlFrameNode *node = tl_frame_get_node (frame, i);

      if (!tl_frame_has (frame, gaps[gap].condition, i) || !is_meant (gaps[gap].kind, node))
        continue;
      if (finding != NULL)
        {
          finding->n_others++;
          continue;
        }

      finding = add_finding (found, gaps[gap].kind, gaps[gap].condition, say_of (gaps[gap].what, node->statement),
                             _(gaps[gap].why), g_strdup (_(gaps[gap].next)));
      set_statement (finding, frame, i);
    }
}

static void
say_others (TlFrameFinding *finding)
{
  g_autofree char *what = finding->what;
  g_autofree char *others = NULL;

  others = g_strdup_printf (ngettext ("The same goes for %'u other statement.", "The same goes for %'u other statements.",
                                      finding->n_others), finding->n_others);
  finding->what = g_strconcat (what, " ", others, NULL);
}

static void
look_for_their_results (TlFrame   *frame,
                        GPtrArray *found)
{
  guint widest = tl_frame_get_widest (frame);

  if (widest == TL_FRAME_NONE || !tl_frame_has (frame, TL_FRAME_RESULTS_ONLY_FOR_OURSELVES, widest))
    return;

  set_statement (add_finding (found, TL_FRAME_FINDING_THEIR_RESULTS, TL_FRAME_RESULTS_ONLY_FOR_OURSELVES,
                              g_strdup (_("All the Results so far are for ourselves.")),
                              _("Others go along more gladly with what brings them something, too."),
                              g_strdup (_("Ask what results it would bring them."))),
                 frame, widest);
}

/* What stays inside, and what is for nobody in particular, is told by findings of their own. */
static void
look_for_wider (TlFrame   *frame,
                GPtrArray *found)
{
  guint widest = tl_frame_get_widest (frame);
  TlBeneficiary beneficiary;
  const char *what;

  if (widest == TL_FRAME_NONE)
    return;

  beneficiary = tl_frame_get_node (frame, widest)->beneficiary;
  if (beneficiary == TL_BENEFICIARY_CUSTOMER)
    what = _("The Impact reaches the customer so far.");
  else if (beneficiary == TL_BENEFICIARY_CUSTOMERS_CUSTOMERS)
    what = _("The Impact reaches the customer’s customers so far.");
  else
    return;

  set_statement (add_finding (found, TL_FRAME_FINDING_WIDER, TL_FRAME_NO_WIDER_CIRCLE, g_strdup (what),
                              _("The wider the circle, the more energy there is for the work."),
                              say_ask_wider (beneficiary)),
                 frame, widest);
}

static void
look_for_loop (TlFrame   *frame,
               GPtrArray *found)
{
  guint widest = tl_frame_get_widest (frame);
  guint n[TL_N_FRAME_COLUMNS];

  tl_frame_get_balance (frame, n);
  if (n[2] == 0 || widest == TL_FRAME_NONE || !tl_frame_has (frame, TL_FRAME_NO_LOOP, widest))
    return;

  set_statement (add_finding (found, TL_FRAME_FINDING_LOOP, TL_FRAME_NO_LOOP,
                              g_strdup (_("No Result leads back to an Impact yet.")),
                              _("What comes back and can be invested again keeps the work going."),
                              g_strdup (_("Ask which Result would let you, and them, invest again."))),
                 frame, widest);
}

/**
 * tl_frame_finding_free:
 * @self: (transfer full): a finding
 */
void
tl_frame_finding_free (TlFrameFinding *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->statement);
  g_free (self->what);
  g_free (self->why);
  g_free (self->next);
  g_free (self);
}

/**
 * tl_frame_dup_findings:
 * @self: a frame
 *
 * Returns: (transfer full) (element-type TlFrameFinding): what @self tells, the warnings first, at most one finding of a
 *   kind; nothing for a frame that is empty
 */
GPtrArray *
tl_frame_dup_findings (TlFrame *self)
{
  GPtrArray *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_frame_finding_free);
  look_for_only_results (self, found);
  look_for_inside (self, found);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    look_for_gap (self, i, found);
  look_for_their_results (self, found);
  look_for_wider (self, found);
  look_for_loop (self, found);

  for (guint i = 0; i < found->len; i++)
    {
      TlFrameFinding *finding = g_ptr_array_index (found, i);

      if (finding->n_others > 0)
        say_others (finding);
    }

  return found;
}
