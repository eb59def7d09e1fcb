/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said on a card of the frame and about it, for who sees it and for who does not. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-date.h"
#include "tl-enum-types.h"
#include "tl-frame-scene-private.h"
#include "tl-text.h"
#include "tl-vocabulary.h"

/* Another statement is named by so many letters at most. */
#define NAME_LETTERS 60

static gboolean
has_text (const char *string)
{
  return string != NULL && *string != '\0';
}

static void
add_part (GString    *all,
          const char *separator,
          const char *part)
{
  if (all->len > 0)
    g_string_append (all, separator);
  g_string_append (all, part);
}

/* What is special about a statement, on the line above its words; empty when nothing is. */
char *
tl_frame_scene_words_of_kicker (TlStatement *statement)
{
  GString *words = g_string_new (NULL);

  if (tl_statement_get_reputation (statement))
    /* Translators: on the card of a statement that says how somebody wants to be seen, as "a trusted advisor" */
    add_part (words, " · ", _("A reputation"));
  if (tl_statement_get_agreed (statement))
    add_part (words, " · ", tl_statement_get_action_state (statement) == TL_ACTION_STATE_OPEN
                              /* Translators: on the card of work that coach and person have agreed upon */
                              ? _("Agreed")
                              : tl_enum_to_label (TL_TYPE_ACTION_STATE, tl_statement_get_action_state (statement)));

  return g_string_free (words, FALSE);
}

/* By when, and who: "By 3 Dec 2026 · Ines Okafor".  The day comes first, because what is too long is cut at its end.  That
 * the person does what is not agreed yet need not stand on every card. */
char *
tl_frame_scene_words_of_foot (TlStatement *statement)
{
  gboolean names = tl_statement_get_agreed (statement) || has_text (tl_statement_get_who (statement));
  g_autofree char *doer = names ? tl_statement_dup_doer (statement) : NULL;
  GString *words = g_string_new (NULL);

  if (tl_statement_get_due (statement) != TL_DATE_NONE)
    {
      g_autofree char *date = tl_date_format (tl_statement_get_due (statement));
      /* Translators: the day by which something is done: "By 3 Dec 2026" */
      g_autofree char *by = g_strdup_printf (_("By %s"), date);

      add_part (words, " · ", by);
    }
  if (doer != NULL)
    add_part (words, " · ", doer);

  return g_string_free (words, FALSE);
}

/* The statement's words in marks, short enough to be named in a sentence about another. */
static char *
quote (TlStatement *statement)
{
  g_autofree char *clean = tl_text_clean (tl_statement_get_text (statement));

  if (g_utf8_strlen (clean, -1) > NAME_LETTERS)
    {
      g_autofree char *head = g_utf8_substring (clean, 0, NAME_LETTERS - 1);

      /* Translators: the beginning of what somebody said, which is too long to be told in full */
      return g_strdup_printf (_("“%s…”"), head);
    }

  /* Translators: what somebody said, in their own words */
  return g_strdup_printf (_("“%s”"), clean);
}

static void
add_sentence (GString *words,
              char    *sentence)
{
  g_autofree char *taken = sentence;

  add_part (words, " ", taken);
}

static void
add_links (GString       *words,
           TlFrameLayout *self,
           guint          item)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlFrameLink *link = tl_frame_layout_get_link (self, i);
      gboolean outwards = link->from == item;
      g_autofree char *other = NULL;

      if (link->from != item && link->to != item)
        continue;

      other = quote (tl_frame_layout_get_item (self, outwards ? link->to : link->from)->statement);
      if (!link->loop && outwards)
        /* Translators: %s is another statement of the conversation, in its marks */
        add_sentence (words, g_strdup_printf (_("Helps %s."), other));
      else if (!link->loop)
        add_sentence (words, g_strdup_printf (_("Helped by %s."), other));
      else if (outwards)
        add_sentence (words, g_strdup_printf (_("Leads back to %s."), other));
      else
        add_sentence (words, g_strdup_printf (_("Invested in again through %s."), other));
    }
}

/* What it looks like for those it is for, whole. */
static void
add_detail (GString     *words,
            TlStatement *statement)
{
  g_autofree char *detail = tl_text_clean (tl_statement_get_detail (statement));

  if (*detail != '\0')
    /* Translators: what the person said an Impact would look like for those it is for */
    add_sentence (words, g_strdup_printf (_("What it looks like: %s"), detail));
}

/* Everything about a statement but its own words, in sentences. */
char *
tl_frame_scene_words_of_all (TlFrameLayout *self,
                             guint          item)
{
  TlStatement *statement = tl_frame_layout_get_item (self, item)->statement;
  GString *words = g_string_new (NULL);
  g_autofree char *kicker = tl_frame_scene_words_of_kicker (statement);
  g_autofree char *foot = tl_frame_scene_words_of_foot (statement);

  add_sentence (words, g_strdup_printf ("%s.", tl_enum_to_label (TL_TYPE_FACET, tl_statement_get_facet (statement))));
  if (*kicker != '\0')
    add_sentence (words, g_strdup_printf ("%s.", kicker));
  if (tl_statement_get_beneficiary (statement) != TL_BENEFICIARY_UNSET)
    /* Translators: for whom a statement is: "For: The customer." */
    add_sentence (words, g_strdup_printf (_("For: %s."),
                                          tl_enum_to_label (TL_TYPE_BENEFICIARY,
                                                            tl_statement_get_beneficiary (statement))));
  add_detail (words, statement);
  if (*foot != '\0')
    add_sentence (words, g_strdup_printf ("%s.", foot));
  if (tl_statement_get_goal (statement) != NULL)
    add_sentence (words, g_strdup (_("It has become a goal.")));
  add_links (words, self, item);

  return g_string_free (words, FALSE);
}

/* "“…” helps “…”" */
char *
tl_frame_scene_words_of_link (const TlFrameLink *link)
{
  g_autofree char *from = quote (tl_statement_link_get_from (link->link));
  g_autofree char *to = quote (tl_statement_link_get_to (link->link));

  if (link->loop)
    /* Translators: both are statements in their marks; the first is a result that makes the second possible again */
    return g_strdup_printf (_("%s leads back to %s"), from, to);

  /* Translators: both are statements in their marks */
  return g_strdup_printf (_("%s helps %s"), from, to);
}

/* What stands on the loop that begins at @result. */
const char *
tl_frame_scene_words_of_loop (TlStatement *result)
{
  switch (tl_statement_get_beneficiary (result))
    {
    case TL_BENEFICIARY_CUSTOMER:
    case TL_BENEFICIARY_CUSTOMERS_CUSTOMERS:
    case TL_BENEFICIARY_COMMUNITY:
      /* Translators: on the line that leads from a result of others back to the impact it makes possible again */
      return _("lets them invest again");

    case TL_BENEFICIARY_UNSET:
    case TL_BENEFICIARY_TEAM:
    case TL_BENEFICIARY_ORGANISATION:
    default:
      /* Translators: on the line that leads from a result of ours back to the impact it makes possible again */
      return _("lets us invest again");
    }
}
