/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a number opens to: its name and value, how it came about, and what went in. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-explain-private.h"

static void
tl_explanation_input_free (TlExplanationInput *input)
{
  g_free (input->label);
  g_free (input->value);
  g_free (input);
}

/**
 * tl_explanation_free:
 * @self: (transfer full): an explanation
 */
void
tl_explanation_free (TlExplanation *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self->formula);
  g_free (self->note);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

/**
 * tl_explanation_new:
 * @kind: which number it opens
 * @label: what it is called
 * @value: (transfer full): the number, for people
 *
 * Returns: (transfer full): an explanation without a formula, a note or inputs
 */
TlExplanation *
tl_explanation_new (TlExplanationKind  kind,
                    const char        *label,
                    char              *value)
{
  TlExplanation *self = g_new0 (TlExplanation, 1);

  self->kind = kind;
  self->label = g_strdup (label);
  self->value = value;
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_explanation_input_free);

  return self;
}

/**
 * tl_explanation_add_input:
 * @self: an explanation
 * @label: what went in
 * @value: (transfer full): its value, for people
 * @date: the day it is from, or %TL_DATE_NONE
 * @goal: the index of the goal it stands for, or %TL_GRAPH_NONE
 * @measure: the index of the measure it stands for, or %TL_GRAPH_NONE
 */
void
tl_explanation_add_input (TlExplanation *self,
                          const char    *label,
                          char          *value,
                          TlDate         date,
                          guint          goal,
                          guint          measure)
{
  TlExplanationInput *input = g_new0 (TlExplanationInput, 1);

  *input = (TlExplanationInput) { g_strdup (label), value, date, goal, measure };
  g_ptr_array_add (self->inputs, input);
}

/**
 * tl_explanation_add_note:
 * @self: an explanation
 * @sentence: a whole sentence, which follows on those there are
 */
void
tl_explanation_add_note (TlExplanation *self,
                         const char    *sentence)
{
  char *longer = self->note != NULL ? g_strconcat (self->note, " ", sentence, NULL) : g_strdup (sentence);

  g_free (self->note);
  self->note = longer;
}

/**
 * tl_explanation_to_text:
 * @self: an explanation
 *
 * Returns: (transfer full): all of it as lines of plain text, for a tooltip, a terminal or a screen reader
 */
char *
tl_explanation_to_text (const TlExplanation *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s: %s", self->label, self->value);
  if (self->formula != NULL)
    g_string_append_printf (text, "\n%s", self->formula);
  if (self->note != NULL)
    g_string_append_printf (text, "\n%s", self->note);

  for (guint i = 0; i < self->inputs->len; i++)
    {
      const TlExplanationInput *input = g_ptr_array_index (self->inputs, i);
      g_autofree char *date = tl_date_format (input->date);

      g_string_append_printf (text, "\n%s: %s", input->label, input->value);
      if (*date != '\0' && !g_str_equal (date, input->value))
        g_string_append_printf (text, " (%s)", date);
    }

  return g_string_free (text, FALSE);
}
