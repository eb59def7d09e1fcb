/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One question, as large as a screen between two people needs it, and the line its answer goes into.
 *
 * Which question that is follows from the conversation alone, so that an undo leads back to where the answer was given,
 * and a conversation that is opened again stands where it was left.  Going back, and following a thread of one's own
 * choice, only changes what is looked at: it is no edit.
 *
 * What is typed is kept as a draft of its question until it is an answer.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-question-view-private.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-drafts.h"
#include "tl-typed-date.h"

/* A question that quotes more than this is set a little smaller, so that the answer stays in view. */
#define N_LARGE_CHARS 100

/* A long answer is scrolled, so that what keeps it stays in view. */
#define N_ANSWER_LINES 6

enum
{
  PROP_SORT = 1,
  PROP_OUTCOME,
  PROP_CIRCLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlQuestionView, tl_question_view, GTK_TYPE_WIDGET)

/* The conversation as it is in the model now; NULL when it is gone */
TlConversation *
tl_question_view_get_conversation (TlQuestionView *self)
{
  TlEntity *entity = self->conversation != NULL
                     ? tl_model_lookup (tl_document_get_model (self->document), self->conversation) : NULL;

  return TL_IS_CONVERSATION (entity) ? TL_CONVERSATION (entity) : NULL;
}

/* What can be asked now; NULL when the program came without any questions */
TlQuestionFlow *
tl_question_view_create_flow (TlQuestionView *self)
{
  TlConversation *conversation = tl_question_view_get_conversation (self);
  TlQuestionSet *set = tl_coaching_data_find_question_set (tl_conversation_get_question_set (conversation));

  return set != NULL ? tl_question_flow_new (set, tl_coaching_data_get_cues (), conversation) : NULL;
}

/* What stands in the answer, without space around it */
char *
tl_question_view_dup_answer (TlQuestionView *self)
{
  return g_strstrip (tl_field_text_dup_text (TL_FIELD_TEXT (self->answer)));
}

/* Says, quietly, what stands in the way of an answer; NULL for nothing. */
void
tl_question_view_say (TlQuestionView *self,
                      const char     *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static char *
dup_draft_name (TlQuestionView *self)
{
  return g_strconcat (TL_QUESTION_DRAFT, self->question->key, NULL);
}

static void
keep_draft (TlQuestionView *self)
{
  g_autofree char *text = tl_field_text_dup_text (TL_FIELD_TEXT (self->answer));
  g_autofree char *name = dup_draft_name (self);

  if (*text != '\0')
    tl_document_keep_draft (self->document, self->conversation, name, text);
  else
    tl_document_drop_draft (self->document, self->conversation, name);
}

/* What stands in the answer of a field already: somebody who comes back sees what was said. */
static char *
dup_field_value (TlQuestionView *self)
{
  TlEntity *about = self->question->about != NULL
                    ? tl_model_lookup (tl_document_get_model (self->document), self->question->about) : NULL;
  g_autofree char *text = NULL;

  if (self->question->answer != TL_ANSWER_FIELD || !TL_IS_STATEMENT (about))
    return g_strdup ("");
  if (g_str_equal (self->question->property, "due"))
    return tl_statement_get_due (TL_STATEMENT (about)) != TL_DATE_NONE
           ? tl_typed_date_format (tl_statement_get_due (TL_STATEMENT (about))) : g_strdup ("");

  g_object_get (about, self->question->property, &text, NULL);
  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

static void
load_answer (TlQuestionView *self)
{
  g_autofree char *name = dup_draft_name (self);
  g_autofree char *text = tl_document_dup_draft (self->document, self->conversation, name);

  if (text == NULL)
    text = dup_field_value (self);
  self->is_showing = TRUE;
  tl_field_text_set_text (TL_FIELD_TEXT (self->answer), text);
  self->is_showing = FALSE;
}

static const char *
get_placeholder (TlQuestionView *self)
{
  if (self->question->answer != TL_ANSWER_FIELD)
    return _("In their own words…");
  if (g_str_equal (self->question->property, "due"))
    return _("A date, such as 15 March, or “in 3 weeks”");

  return _("In their own words…");
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  guint64 first = tl_entity_get_rank (*(TlEntity *const *) a);
  guint64 second = tl_entity_get_rank (*(TlEntity *const *) b);

  return first > second ? -1 : first < second;
}

/* What has been said to this question so far; what was said last stands first, since there is not room for all. */
static char *
say_so_far (TlQuestionView *self)
{
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (tl_question_view_get_conversation (self));
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (statements, compare_newest_first);
  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = g_ptr_array_index (statements, i);

      if (g_strcmp0 (tl_statement_get_question (statement), self->question->key) == 0 &&
          tl_statement_get_text (statement) != NULL)
        g_string_append_printf (text, "%s“\u2068%s\u2069”", text->len > 0 ? "  " : "", tl_statement_get_text (statement));
    }

  return g_string_free (text, FALSE);
}

static void
show_so_far (TlQuestionView *self)
{
  g_autofree char *words = say_so_far (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->so_far), *words != '\0');
  /* Translators: what was answered to a question before */
  text = g_strdup_printf (_("So far: %s"), words);
  gtk_label_set_label (self->so_far, text);
}

static void
show_question (TlQuestionView *self,
               gboolean        is_other)
{
  gboolean is_read_only = tl_document_get_read_only (self->document);
  const TlQuestion *question = self->question;
  gboolean is_typed = question->answer != TL_ANSWER_NONE;
  gboolean is_outcome = question->answer == TL_ANSWER_FIELD && g_str_equal (question->property, "learned");

  gtk_label_set_label (self->text, question->text);
  if (g_utf8_strlen (question->text, -1) > N_LARGE_CHARS)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "long");
  gtk_label_set_label (self->hint, question->hint != NULL ? question->hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), question->hint != NULL);
  show_so_far (self);
  tl_question_view_show_choices (self);
  tl_field_text_set_placeholder (TL_FIELD_TEXT (self->answer), get_placeholder (self));
  gtk_widget_set_visible (GTK_WIDGET (self->answer_box), is_typed && !is_read_only);
  gtk_widget_set_visible (self->sorts, question->answer == TL_ANSWER_STATEMENT && !is_read_only);
  gtk_widget_set_visible (self->outcomes, is_outcome && !is_read_only);
  gtk_widget_set_visible (self->circles, tl_question_view_asks_circle (self) && !is_read_only);
  gtk_button_set_label (self->skip, question->state == TL_QUESTION_OPEN ? _("_Skip") : _("Go _On"));
  gtk_button_set_label (self->keep, is_typed ? _("Keep") : _("Go On"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  /* Whoever hears the answer's name hears what is asked as well. */
  tl_field_text_describe (TL_FIELD_TEXT (self->answer), question->text);
  if (!is_other)
    return;

  tl_question_view_say (self, NULL);
  tl_question_view_choose_outcome (self, "open");
  tl_question_view_forget_circle (self);
  load_answer (self);
  tl_question_view_forget_sorting (self);
  tl_question_view_finish_sorting (self);
}

static TlQuestion *
find_question (TlQuestionView *self,
               TlQuestionFlow *flow)
{
  TlQuestion *question = NULL;

  if (self->wanted != NULL)
    question = tl_question_flow_find (flow, self->wanted);
  if (question == NULL)
    {
      g_clear_pointer (&self->wanted, g_free);
      question = tl_question_flow_next (flow);
    }

  return question;
}

static void
update_steps (TlQuestionView *self)
{
  gboolean is_writable = !tl_document_get_read_only (self->document) && self->question != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.keep", is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.keep-more",
                                 is_writable && self->question->answer == TL_ANSWER_STATEMENT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.skip", is_writable);
  gtk_widget_set_visible (GTK_WIDGET (self->keep), is_writable);
  gtk_widget_set_visible (GTK_WIDGET (self->skip), is_writable);
}

/* Nothing has happened since it was looked what to ask: an answer is followed by the next question at once, and the view
 * hears of the edit after that. */
static gboolean
is_up_to_date (TlQuestionView *self)
{
  return self->revision == tl_document_get_revision (self->document) &&
         self->is_read_only == tl_document_get_read_only (self->document);
}

/* Asks what is to be asked now.  What is being typed stays as long as the question does. */
void
tl_question_view_refresh (TlQuestionView *self)
{
  g_autoptr (TlQuestion) before = g_steal_pointer (&self->question);
  g_autoptr (TlQuestionFlow) flow = NULL;
  gboolean is_other;

  if (tl_question_view_get_conversation (self) == NULL)
    return;

  self->revision = tl_document_get_revision (self->document);
  self->is_read_only = tl_document_get_read_only (self->document);
  flow = tl_question_view_create_flow (self);
  self->question = flow != NULL ? find_question (self, flow) : NULL;
  is_other = before == NULL || self->question == NULL || !g_str_equal (before->key, self->question->key);
  gtk_stack_set_visible_child_name (self->stack, self->question != NULL ? "question" : "all-asked");
  if (self->question != NULL)
    show_question (self, is_other);
  else if (before != NULL)
    tl_question_view_forget_sorting (self);
  update_steps (self);
  tl_question_view_update_threads (self, flow);
}

static void
typed_cb (TlQuestionView *self)
{
  g_assert (TL_IS_QUESTION_VIEW (self));

  if (self->is_showing || self->question == NULL)
    return;

  tl_question_view_say (self, NULL);
  keep_draft (self);
  tl_question_view_start_sorting (self);
}

static void
entered_cb (TlQuestionView *self)
{
  g_assert (TL_IS_QUESTION_VIEW (self));

  tl_question_view_keep (self);
}

static gboolean
key_pressed_cb (TlQuestionView  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  g_assert (TL_IS_QUESTION_VIEW (self));

  if (!is_enter || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "question.keep-more", NULL);
  return GDK_EVENT_STOP;
}

static void
threads_shown_cb (TlQuestionView *self)
{
  g_assert (TL_IS_QUESTION_VIEW (self));

  tl_question_view_fill_threads (self);
}

static gboolean
tl_question_view_grab_focus (GtkWidget *widget)
{
  TlQuestionView *self = TL_QUESTION_VIEW (widget);

  if (self->question != NULL && gtk_widget_get_visible (GTK_WIDGET (self->answer_box)))
    return gtk_widget_grab_focus (self->answer);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
tl_question_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlQuestionView *self = TL_QUESTION_VIEW (object);

  switch (prop_id)
    {
    case PROP_SORT:
      g_value_set_string (value, tl_question_view_name_sort (self));
      break;

    case PROP_OUTCOME:
      g_value_set_string (value, tl_question_view_name_outcome (self));
      break;

    case PROP_CIRCLE:
      g_value_set_string (value, tl_question_view_name_circle (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_question_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlQuestionView *self = TL_QUESTION_VIEW (object);

  switch (prop_id)
    {
    case PROP_SORT:
      tl_question_view_choose_sort (self, g_value_get_string (value));
      break;

    case PROP_OUTCOME:
      tl_question_view_choose_outcome (self, g_value_get_string (value));
      break;

    case PROP_CIRCLE:
      tl_question_view_choose_circle (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_question_view_dispose (GObject *object)
{
  TlQuestionView *self = TL_QUESTION_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->sort_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->answer = NULL;

  g_clear_object (&self->document);
  g_clear_pointer (&self->conversation, g_free);
  g_clear_pointer (&self->question, tl_question_free);
  g_clear_pointer (&self->sorting, tl_sorting_free);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (tl_question_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, text);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, hint);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, so_far);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, answer_box);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, suggestion);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, suggestion_icon);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, suggestion_words);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, problem);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, sorts);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, outcomes);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, circles);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, choices);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, back);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, skip);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, keep);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, threads);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, threads_label);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, threads_popover);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionView, threads_list);
  gtk_widget_class_bind_template_callback (widget_class, threads_shown_cb);
}

static void
tl_question_view_class_init (TlQuestionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_question_view_get_property;
  object_class->set_property = tl_question_view_set_property;
  object_class->dispose = tl_question_view_dispose;
  widget_class->grab_focus = tl_question_view_grab_focus;

  /**
   * TlQuestionView:sort:
   *
   * What the answer is: "work", "impact", "result" or "note"; "none" while nothing can be told.
   */
  properties[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL, "none",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TlQuestionView:outcome:
   *
   * What became of the agreed action that is asked about: "open", "done" or "let-go".
   */
  properties[PROP_OUTCOME] =
    g_param_spec_string ("outcome", NULL, NULL, "open",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TlQuestionView:circle:
   *
   * Whose circle the Impact that is asked about is for: "team", "organisation", "customer", "customers-customers" or
   * "community"; "none" while nobody has said so.
   */
  properties[PROP_CIRCLE] =
    g_param_spec_string ("circle", NULL, NULL, "none",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-question-view.ui");
  bind_children (widget_class);
  tl_question_view_class_add_sorts (widget_class);
  tl_question_view_class_add_answers (widget_class);
  tl_question_view_class_add_choices (widget_class);
  tl_question_view_class_add_circles (widget_class);
  tl_question_view_class_add_threads (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_answer (TlQuestionView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->answer = tl_field_text_new (TL_FIELD_TEXT_WRAP, _("Answer"));
  tl_field_text_set_max_lines (TL_FIELD_TEXT (self->answer), N_ANSWER_LINES);
  gtk_widget_set_hexpand (self->answer, TRUE);
  gtk_box_append (self->answer_box, self->answer);
  g_signal_connect_object (self->answer, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answer, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->answer, keys);
}

static void
tl_question_view_init (TlQuestionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->asked = g_ptr_array_new_with_free_func (g_free);
  create_answer (self);
}

/**
 * tl_question_view_set_document:
 * @self: a view without a document
 * @document: what is edited
 */
void
tl_question_view_set_document (TlQuestionView *self,
                               TlDocument     *document)
{
  g_return_if_fail (TL_IS_QUESTION_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
}

/**
 * tl_question_view_show:
 * @self: a view with a document
 * @conversation: a conversation of the document
 *
 * Asks what is to be asked now; to be called again when the model has changed.
 */
void
tl_question_view_show (TlQuestionView *self,
                       TlConversation *conversation)
{
  const char *id;

  g_return_if_fail (TL_IS_QUESTION_VIEW (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  id = tl_entity_get_id (TL_ENTITY (conversation));
  if (g_strcmp0 (self->conversation, id) != 0)
    {
      g_free (self->conversation);
      self->conversation = g_strdup (id);
      g_clear_pointer (&self->question, tl_question_free);
      g_clear_pointer (&self->wanted, g_free);
      g_ptr_array_set_size (self->asked, 0);
    }
  else if (is_up_to_date (self))
    return;

  tl_question_view_refresh (self);
}

/**
 * tl_question_view_ask:
 * @self: a view that shows a conversation
 * @key: (nullable): a question that stands now; %NULL for what comes next
 *
 * Asks another question, without an edit.
 */
void
tl_question_view_ask (TlQuestionView *self,
                      const char     *key)
{
  g_return_if_fail (TL_IS_QUESTION_VIEW (self));
  g_return_if_fail (self->conversation != NULL);

  if (self->question != NULL)
    g_ptr_array_add (self->asked, g_strdup (self->question->key));
  g_free (self->wanted);
  self->wanted = g_strdup (key);
  tl_question_view_refresh (self);
}

/**
 * tl_question_view_get_key:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the key of the question that is asked; %NULL when there is none
 */
const char *
tl_question_view_get_key (TlQuestionView *self)
{
  g_return_val_if_fail (TL_IS_QUESTION_VIEW (self), NULL);

  return self->question != NULL ? self->question->key : NULL;
}
