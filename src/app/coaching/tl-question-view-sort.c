/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an answer is: the suggestion that follows the words as they are typed, and the choices that overrule it.
 *
 * The words are looked at when the typing pauses, so that the suggestion does not flicker from word to word.  Where a
 * question asks for an Impact, an answer is one unless its words are rather sure of something else.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-question-view-private.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-typed-date.h"
#include "tl-vocabulary.h"
#include "tl-enum-types.h"
#include "tl-words.h"

/* A pause in the typing, milliseconds */
#define SORT_DELAY 250

/* From here on the words count for more than what was asked for. */
#define CERTAINTY_TO_OVERRULE 0.6

/* By TlFacet; what is in no column of the frame is a note */
static const char *const sort_names[] = { "note", "work", "impact", "result" };

/* By TlActionState */
static const char *const outcome_names[] = { "open", "done", "let-go" };

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *name,
           guint             *position)
{
  for (*position = 0; *position < n_names; (*position)++)
    {
      if (g_strcmp0 (names[*position], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What the answer is, as the action question.sort calls it */
const char *
tl_question_view_name_sort (TlQuestionView *self)
{
  return self->is_sorted ? sort_names[self->facet] : "none";
}

static void
set_facet (TlQuestionView *self,
           TlFacet         facet,
           gboolean        is_sorted)
{
  if (self->facet == facet && self->is_sorted == is_sorted)
    return;

  self->facet = facet;
  self->is_sorted = is_sorted;
  g_object_notify (G_OBJECT (self), "sort");
}

/* What became of something agreed, as the action question.outcome calls it */
const char *
tl_question_view_name_outcome (TlQuestionView *self)
{
  return outcome_names[self->outcome];
}

void
tl_question_view_choose_outcome (TlQuestionView *self,
                                 const char     *name)
{
  guint outcome;

  if (!find_name (outcome_names, G_N_ELEMENTS (outcome_names), name, &outcome) || self->outcome == outcome)
    return;

  self->outcome = outcome;
  g_object_notify (G_OBJECT (self), "outcome");
}

static void
suggest (TlQuestionView *self,
         TlFacet         facet,
         const char     *words)
{
  gtk_image_set_from_icon_name (self->suggestion_icon, tl_icon_of_facet (facet));
  gtk_widget_set_css_classes (GTK_WIDGET (self->suggestion_icon), (const char *[]) { tl_style_of_facet (facet), NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_icon), TRUE);
  gtk_label_set_label (self->suggestion_words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->suggestion_words), words);
}

/* What the answer would be if nobody decided otherwise */
static TlFacet
get_suggested (TlQuestionView *self)
{
  TlFacet asked = self->question->facet;
  TlFacet facet = self->sorting->facet;

  if (asked != TL_FACET_UNSET && (facet == TL_FACET_UNSET || self->sorting->certainty < CERTAINTY_TO_OVERRULE))
    return asked;

  return facet;
}

/* The reason belongs to what it is a reason for: nobody's own decision is explained with it. */
static char *
say_sorting (TlQuestionView *self,
             TlFacet         facet)
{
  const char *name = facet != TL_FACET_UNSET ? tl_enum_to_label (TL_TYPE_FACET, facet) : _("Note");

  if (facet == self->sorting->facet)
    /* Translators: Work, Impact, Result or Note, and why */
    return g_strdup_printf (_("%s — %s"), name, self->sorting->reason);
  if (facet == get_suggested (self))
    /* Translators: Work, Impact or Result */
    return g_strdup_printf (_("%s — that is what was asked for."), name);

  /* Translators: Work, Impact, Result or Note, where the words alone would have said another of them */
  return g_strdup_printf (_("%s, as you decided"), name);
}

static void
show_sorting (TlQuestionView *self)
{
  TlFacet facet = self->has_chosen ? self->facet : get_suggested (self);
  g_autofree char *words = say_sorting (self, facet);

  suggest (self, facet, words);
  if (!self->has_chosen)
    set_facet (self, facet, TRUE);
}

static void
suggest_statement (TlQuestionView *self,
                   const char     *text)
{
  g_clear_pointer (&self->sorting, tl_sorting_free);
  self->sorting = tl_cues_sort (tl_coaching_data_get_cues (), text);
  show_sorting (self);
}

/* Somebody says what the answer is; it stays so, whatever is typed. */
void
tl_question_view_choose_sort (TlQuestionView *self,
                              const char     *name)
{
  guint facet;

  if (!find_name (sort_names, G_N_ELEMENTS (sort_names), name, &facet))
    return;

  self->has_chosen = TRUE;
  set_facet (self, facet, TRUE);
  if (self->question != NULL && self->sorting != NULL)
    show_sorting (self);

  /* Enter keeps it then, whichever way it was chosen. */
  if (gtk_widget_get_mapped (self->answer))
    gtk_widget_grab_focus (self->answer);
}

/* Which day a date that was typed is understood as */
static void
suggest_date (TlQuestionView *self,
              const char     *text)
{
  TlDate date;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_icon), FALSE);
  if (tl_typed_date_parse (text, tl_date_today (), &date, NULL) && date != TL_DATE_NONE)
    words = tl_date_format (date);
  gtk_label_set_label (self->suggestion_words, words != NULL ? words : "");
}

/* Looks at the words now. */
void
tl_question_view_finish_sorting (TlQuestionView *self)
{
  g_autofree char *text = tl_question_view_dup_answer (self);
  gboolean is_statement = self->question->answer == TL_ANSWER_STATEMENT;
  gboolean is_date = self->question->answer == TL_ANSWER_FIELD && g_str_equal (self->question->property, "due");

  g_clear_handle_id (&self->sort_id, g_source_remove);
  gtk_widget_set_opacity (self->suggestion, *text != '\0' ? 1 : 0);
  gtk_widget_set_visible (self->suggestion, is_statement || is_date);
  tl_question_view_suggest_circle (self, text);
  if (*text == '\0')
    {
      tl_question_view_forget_sorting (self);
    }
  else if (is_statement)
    {
      suggest_statement (self, text);
    }
  else if (is_date)
    {
      suggest_date (self, text);
    }
}

static gboolean
sort_cb (gpointer data)
{
  TlQuestionView *self = data;

  self->sort_id = 0;
  if (self->question != NULL)
    tl_question_view_finish_sorting (self);
  return G_SOURCE_REMOVE;
}

/* Looks at the words when the typing pauses. */
void
tl_question_view_start_sorting (TlQuestionView *self)
{
  g_clear_handle_id (&self->sort_id, g_source_remove);
  self->sort_id = g_timeout_add (SORT_DELAY, sort_cb, self);
}

/* What was suggested, with its reason, and what was chosen were for another answer. */
void
tl_question_view_forget_sorting (TlQuestionView *self)
{
  TlFacet asked = self->question != NULL ? self->question->facet : TL_FACET_UNSET;

  g_clear_handle_id (&self->sort_id, g_source_remove);
  g_clear_pointer (&self->sorting, tl_sorting_free);
  self->has_chosen = FALSE;
  set_facet (self, asked, asked != TL_FACET_UNSET);
  gtk_widget_set_opacity (self->suggestion, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_icon), FALSE);
  gtk_label_set_label (self->suggestion_words, "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->suggestion_words), NULL);
}

/* For its class only */
void
tl_question_view_class_add_sorts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "question.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "question.outcome", "outcome");
}
