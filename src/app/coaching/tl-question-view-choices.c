/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been said may be the answer already: then it only has to be linked.
 *
 * A few such statements are offered below the question, as quiet buttons; they can be left alone.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-question-view-private.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-words.h"

/* More would be a list to be read, and no longer an offer. */
#define N_CHOICES_MAX 3

#define SIGNATURE "tl-question-choices"

static TlStatement *
find_statement (TlQuestionView *self,
                const char     *id)
{
  TlEntity *entity = id != NULL ? tl_model_lookup (tl_document_get_model (self->document), id) : NULL;

  return TL_IS_STATEMENT (entity) ? TL_STATEMENT (entity) : NULL;
}

static GtkWidget *
create_choice (TlStatement *statement)
{
  g_autofree char *text = tl_entity_dup_display_name (TL_ENTITY (statement));
  /* Translators: a statement that may be the answer to the question */
  g_autofree char *name = g_strdup_printf (_("It is “%s”"), text);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (tl_icon_of_facet (tl_statement_get_facet (statement)));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (icon, tl_style_of_facet (tl_statement_get_facet (statement)));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "entity");
  gtk_widget_set_tooltip_text (button, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_entity_get_id (TL_ENTITY (statement)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "question.choose");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
fill (TlQuestionView *self)
{
  GtkWidget *label = gtk_label_new (_("Or has it been said already?"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->choices), label);
  for (guint i = 0; i < N_CHOICES_MAX && self->question->choices[i] != NULL; i++)
    {
      TlStatement *statement = find_statement (self, self->question->choices[i]);

      if (statement != NULL)
        gtk_box_append (GTK_BOX (self->choices), create_choice (statement));
    }
}

/* Offers what may be the answer to the question that is asked. */
void
tl_question_view_show_choices (TlQuestionView *self)
{
  g_autofree char *ids = g_strjoinv ("\n", self->question->choices);
  g_autofree char *signature = g_strdup_printf ("%s\n%s", self->question->key, ids);
  gboolean is_offered = *ids != '\0' && !tl_document_get_read_only (self->document);

  gtk_widget_set_visible (self->choices, is_offered);
  if (!is_offered || g_strcmp0 (g_object_get_data (G_OBJECT (self->choices), SIGNATURE), signature) == 0)
    return;

  fill (self);
  g_object_set_data_full (G_OBJECT (self->choices), SIGNATURE, g_steal_pointer (&signature), g_free);
}

/* The link that makes @answer the answer, in the direction that the question asks for */
static TlStatementLink *
connect_answer (TlQuestionView  *self,
                TlStatement     *answer,
                TlStatement     *about,
                GError         **error)
{
  if (self->question->loop)
    {
      gboolean is_result = tl_statement_get_facet (answer) == TL_FACET_RESULT;

      return tl_conversation_edits_connect (self->document, is_result ? answer : about, is_result ? about : answer, TRUE,
                                            error);
    }

  return tl_conversation_edits_connect (self->document, self->question->answer_helps ? answer : about,
                                        self->question->answer_helps ? about : answer, FALSE, error);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlQuestionView *self = TL_QUESTION_VIEW (widget);
  TlConversation *conversation = tl_question_view_get_conversation (self);
  TlStatement *answer = find_statement (self, g_variant_get_string (parameter, NULL));
  TlStatement *about = self->question != NULL ? find_statement (self, self->question->about) : NULL;
  g_autoptr (GError) error = NULL;

  if (conversation == NULL || answer == NULL || about == NULL)
    return;

  tl_document_begin_group (self->document, _("Answer Question"));
  if (connect_answer (self, answer, about, &error) == NULL)
    {
      tl_document_cancel_group (self->document);
      tl_question_view_say (self, error->message);
      return;
    }

  tl_conversation_set_place (conversation, self->question->key);
  tl_document_finish_group (self->document);
  tl_question_view_ask (self, NULL);
  gtk_widget_grab_focus (widget);
}

/* For its class only */
void
tl_question_view_class_add_choices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "question.choose", "s", choose_cb);
}
