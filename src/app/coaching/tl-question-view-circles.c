/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose circle an Impact is for, beside the question whom exactly somebody has in mind.
 *
 * What is typed says it when it names somebody, until the person chooses.  A circle alone is an answer as well: often
 * that is all there is to say yet.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-question-view-private.h"

#include "tl-coaching-data.h"

/* By TlBeneficiary */
static const char *const circle_names[] = {
  "none", "team", "organisation", "customer", "customers-customers", "community",
};

static TlStatement *
find_about (TlQuestionView *self)
{
  TlEntity *about = self->question->about != NULL
                    ? tl_model_lookup (tl_document_get_model (self->document), self->question->about) : NULL;

  return TL_IS_STATEMENT (about) ? TL_STATEMENT (about) : NULL;
}

/* Whether the question that is asked is whom an Impact is for. */
gboolean
tl_question_view_asks_circle (TlQuestionView *self)
{
  TlStatement *about;

  if (self->question == NULL || self->question->answer != TL_ANSWER_FIELD ||
      !g_str_equal (self->question->property, "who"))
    return FALSE;

  about = find_about (self);
  return about != NULL && tl_statement_get_facet (about) == TL_FACET_IMPACT;
}

/* The circle, as the action question.circle calls it */
const char *
tl_question_view_name_circle (TlQuestionView *self)
{
  return circle_names[self->circle];
}

static void
set_circle (TlQuestionView *self,
            TlBeneficiary   circle)
{
  if (self->circle == circle)
    return;

  self->circle = circle;
  g_object_notify (G_OBJECT (self), "circle");
}

/* Somebody says whose circle it is; it stays so, whatever is typed. */
void
tl_question_view_choose_circle (TlQuestionView *self,
                                const char     *name)
{
  for (guint i = TL_BENEFICIARY_TEAM; i < G_N_ELEMENTS (circle_names); i++)
    {
      if (g_strcmp0 (circle_names[i], name) != 0)
        continue;

      self->has_chosen_circle = TRUE;
      set_circle (self, i);
      tl_question_view_say (self, NULL);
      if (gtk_widget_get_mapped (self->answer))
        gtk_widget_grab_focus (self->answer);
    }
}

/* What was chosen was for another question. */
void
tl_question_view_forget_circle (TlQuestionView *self)
{
  self->has_chosen_circle = FALSE;
  set_circle (self, TL_BENEFICIARY_UNSET);
}

/* Goes by the words, or else by what the statement says already, until somebody has chosen. */
void
tl_question_view_suggest_circle (TlQuestionView *self,
                                 const char     *text)
{
  TlBeneficiary named;

  if (self->has_chosen_circle || !tl_question_view_asks_circle (self))
    return;

  named = tl_cues_find_named (tl_coaching_data_get_cues (), text);
  set_circle (self, named != TL_BENEFICIARY_UNSET ? named : tl_statement_get_beneficiary (find_about (self)));
}

/* Alt with a digit chooses in the row of buttons that stands below the answer. */
static void
choose_nth_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  static const char *const sorts[] = { NULL, "work", "impact", "result", "note", NULL };
  TlQuestionView *self = TL_QUESTION_VIEW (widget);
  int n = CLAMP (g_variant_get_int32 (parameter), 0, (int) G_N_ELEMENTS (sorts) - 1);

  if (tl_question_view_asks_circle (self))
    tl_question_view_choose_circle (self, circle_names[n]);
  else if (sorts[n] != NULL)
    tl_question_view_choose_sort (self, sorts[n]);
}

/* For its class only: Alt with a digit works from wherever the focus is in the view. */
void
tl_question_view_class_add_circles (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "question.circle", "circle");
  gtk_widget_class_install_action (widget_class, "question.choose-nth", "i", choose_nth_cb);
  for (int i = 1; i < (int) G_N_ELEMENTS (circle_names); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, "question.choose-nth", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, GDK_ALT_MASK, "question.choose-nth", "i", i);
    }
}
