/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of sight in words, beside the picture.  The titles of goals in it are links that select the goal. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-sentences-view.h"

#include "tl-sentences.h"

struct _TlSentencesView
{
  GtkWidget parent_instance;

  GtkStringList *paragraphs;    /* as markup */
  char          *text;          /* plain, for the clipboard */
  char          *subject;       /* the identity of whom or what they are about */

  GtkListBox    *box;
  GtkAdjustment *adjustment;
};

G_DEFINE_FINAL_TYPE (TlSentencesView, tl_sentences_view, GTK_TYPE_WIDGET)

static void
append_escaped (GString    *markup,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/* The paragraph with its goals as links to their identities. */
static char *
write_markup (TlGraph           *graph,
              const TlParagraph *paragraph)
{
  GString *markup = g_string_new (NULL);
  guint done = 0;

  for (guint i = 0; i < paragraph->n_spans; i++)
    {
      const TlTextSpan *span = &paragraph->spans[i];
      TlGoal *goal = tl_graph_get_goal (graph, span->goal);

      append_escaped (markup, paragraph->text + done, span->start - done);
      g_string_append (markup, "<a href=\"");
      append_escaped (markup, tl_entity_get_id (TL_ENTITY (goal)), -1);
      g_string_append (markup, "\">");
      append_escaped (markup, paragraph->text + span->start, span->length);
      g_string_append (markup, "</a>");
      done = span->start + span->length;
    }

  append_escaped (markup, paragraph->text + done, -1);
  return g_string_free (markup, FALSE);
}

static gboolean
activate_link_cb (TlSentencesView *self,
                  const char      *id)
{
  g_assert (TL_IS_SENTENCES_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "s", id);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TlSentencesView *self = user_data;
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row;

  gtk_label_set_markup (GTK_LABEL (label), gtk_string_object_get_string (item));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Titles come from files; one word of 300 letters must not push the window off the screen. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);

  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "activatable", FALSE, "focusable", FALSE,
                      "selectable", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  return row;
}

static GPtrArray *
write_paragraphs (TlGraph  *graph,
                  TlEntity *subject)
{
  g_autoptr (TlLineOfSight) line = NULL;
  int goal;

  if (TL_IS_PERSON (subject))
    {
      line = tl_line_of_sight_new_for_owner (graph, TL_PARTY (subject));
    }
  else if (TL_IS_GOAL (subject) && (goal = tl_graph_find (graph, TL_GOAL (subject))) >= 0)
    {
      guint start = goal;

      line = tl_line_of_sight_new (graph, &start, 1);
    }

  return line != NULL ? tl_sentences_new (line) : g_ptr_array_new ();
}

/* Only the paragraphs between the first and the last that are not what they were: a row that is made anew has lost the
 * focus, and the others would be made for nothing. */
static void
replace_paragraphs (TlSentencesView *self,
                    TlGraph         *graph,
                    GPtrArray       *paragraphs)
{
  g_autoptr (GPtrArray) markups = g_ptr_array_new_with_free_func (g_free);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->paragraphs));
  guint n_least = MIN (n_before, paragraphs->len);
  guint first = 0;
  guint last = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    g_ptr_array_add (markups, write_markup (graph, g_ptr_array_index (paragraphs, i)));

  while (first < n_least &&
         g_str_equal (gtk_string_list_get_string (self->paragraphs, first), g_ptr_array_index (markups, first)))
    first++;
  while (last < n_least - first &&
         g_str_equal (gtk_string_list_get_string (self->paragraphs, n_before - 1 - last),
                      g_ptr_array_index (markups, markups->len - 1 - last)))
    last++;

  if (first == n_before && first == markups->len)
    return;

  g_ptr_array_set_size (markups, markups->len - last);
  g_ptr_array_add (markups, NULL);
  gtk_string_list_splice (self->paragraphs, first, n_before - first - last,
                          (const char *const *) markups->pdata + first);
}

static void
tl_sentences_view_dispose (GObject *object)
{
  TlSentencesView *self = TL_SENTENCES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->paragraphs);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->subject, g_free);

  G_OBJECT_CLASS (tl_sentences_view_parent_class)->dispose (object);
}

static void
tl_sentences_view_class_init (TlSentencesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_sentences_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-sentences-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSentencesView, box);
  gtk_widget_class_bind_template_child (widget_class, TlSentencesView, adjustment);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sentences");
}

static void
tl_sentences_view_init (TlSentencesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->paragraphs = gtk_string_list_new (NULL);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->paragraphs), create_row, self, NULL);
}

/**
 * tl_sentences_view_show:
 * @self: the view
 * @insight: what is known of the model
 * @subject: (nullable): a person or a goal
 *
 * Says the line of sight of @subject.  Paragraphs that are as they were stay, with the focus in them; another subject
 * is read from its beginning.
 */
void
tl_sentences_view_show (TlSentencesView *self,
                        TlInsight       *insight,
                        TlEntity        *subject)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  const char *id = subject != NULL ? tl_entity_get_id (subject) : NULL;

  g_return_if_fail (TL_IS_SENTENCES_VIEW (self));
  g_return_if_fail (TL_IS_INSIGHT (insight));

  paragraphs = write_paragraphs (tl_insight_get_graph (insight), subject);
  g_free (self->text);
  self->text = tl_sentences_to_text (paragraphs);
  replace_paragraphs (self, tl_insight_get_graph (insight), paragraphs);

  if (g_strcmp0 (self->subject, id) == 0)
    return;

  g_free (self->subject);
  self->subject = g_strdup (id);
  gtk_adjustment_set_value (self->adjustment, 0);
}

/**
 * tl_sentences_view_is_empty:
 * @self: the view
 *
 * Returns: whether there is nothing to say
 */
gboolean
tl_sentences_view_is_empty (TlSentencesView *self)
{
  g_return_val_if_fail (TL_IS_SENTENCES_VIEW (self), TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->paragraphs)) == 0;
}

/**
 * tl_sentences_view_get_text:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what it says, as plain text
 */
const char *
tl_sentences_view_get_text (TlSentencesView *self)
{
  g_return_val_if_fail (TL_IS_SENTENCES_VIEW (self), NULL);

  return self->text;
}
