/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the frame tells: how the columns are balanced, whom it reaches, what is worth a thought and why, and what has
 * changed since the last conversation.
 *
 * A finding offers the question that would close the gap; nothing here is counted, graded or red.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-findings-pane.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-enum-types.h"
#include "tl-frame-compare.h"
#include "tl-frame.h"
#include "tl-question-flow.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

#define SIGNATURE "tl-findings-signature"

struct _TlFindingsPane
{
  GtkWidget parent_instance;

  TlDocument *document;

  GtkLabel   *balance[TL_N_FRAME_COLUMNS];
  GtkWidget  *circles;
  GtkWidget  *findings;
  GtkWidget  *nothing;
  GtkWidget  *since_title;
  GtkWidget  *changes;
};

G_DEFINE_FINAL_TYPE (TlFindingsPane, tl_findings_pane, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Whether @box shows something else than @signature says; it is taken to show that from now on. */
static gboolean
is_news (GtkWidget  *box,
         const char *signature)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (box), SIGNATURE), signature) == 0)
    return FALSE;

  g_object_set_data_full (G_OBJECT (box), SIGNATURE, g_strdup (signature), g_free);
  return TRUE;
}

static void
show_balance (TlFindingsPane *self,
              TlFrame        *frame)
{
  guint n[TL_N_FRAME_COLUMNS];

  tl_frame_get_balance (frame, n);
  for (guint i = 0; i < TL_N_FRAME_COLUMNS; i++)
    {
      /* Translators: Work, Impact or Result, and how many statements there are of it */
      g_autofree char *text = g_strdup_printf (_("%s: %u"), tl_enum_to_label (TL_TYPE_FACET, TL_FACET_WORK + i), n[i]);

      gtk_label_set_label (self->balance[i], text);
    }
}

/* The circles from near to far; those that are reached have a sign and not only a colour. */
static void
show_circles (TlFindingsPane *self,
              TlFrame        *frame)
{
  guint circles = tl_frame_get_circles (frame);
  g_autofree char *signature = g_strdup_printf ("%u", circles);

  if (!is_news (self->circles, signature))
    return;

  empty (self->circles);
  for (guint i = TL_BENEFICIARY_TEAM; i <= TL_BENEFICIARY_COMMUNITY; i++)
    {
      gboolean is_reached = (circles & (1u << i)) != 0;
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *image = gtk_image_new_from_icon_name (is_reached ? "object-select-symbolic" : "tl-facet-unset-symbolic");
      const char *name = tl_enum_to_label (TL_TYPE_BENEFICIARY, i);
      /* Translators: one of the circles of people: our team, the customer */
      g_autofree char *words = g_strdup_printf (is_reached ? _("%s: reached") : _("%s: not yet"), name);
      GtkWidget *label = create_label (name, is_reached ? NULL : "dim-label");

      if (!is_reached)
        gtk_widget_add_css_class (image, "dim-label");
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_box_append (GTK_BOX (row), image);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (GTK_BOX (self->circles), row);
    }
}

/* The key of the question that would close the gap, if it can be asked now */
static char *
find_key (TlQuestionSet        *set,
          TlQuestionFlow       *flow,
          const TlFrameFinding *finding)
{
  g_autofree char *key = tl_question_flow_dup_key (set, finding->condition, finding->statement);
  g_autoptr (TlQuestion) question = key != NULL ? tl_question_flow_find (flow, key) : NULL;

  return question != NULL ? g_steal_pointer (&key) : NULL;
}

/* For each finding the key of the question that would close the gap, or NULL */
static GPtrArray *
find_keys (TlConversation *conversation,
           GPtrArray      *findings)
{
  TlQuestionSet *set = tl_coaching_data_find_question_set (tl_conversation_get_question_set (conversation));
  gboolean is_open = tl_conversation_get_state (conversation) == TL_CONVERSATION_STATE_OPEN;
  g_autoptr (TlQuestionFlow) flow = NULL;
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  if (set != NULL && is_open && findings->len > 0)
    flow = tl_question_flow_new (set, tl_coaching_data_get_cues (), conversation);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (keys, flow != NULL ? find_key (set, flow, g_ptr_array_index (findings, i)) : NULL);

  return keys;
}

static GtkWidget *
create_finding (TlFindingsPane       *self,
                const TlFrameFinding *finding,
                const char           *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *next;

  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), create_label (finding->what, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (finding->why, NULL));
  if (finding->next == NULL)
    return box;

  if (key == NULL || tl_document_get_read_only (self->document))
    {
      gtk_box_append (GTK_BOX (box), create_label (finding->next, "dim-label"));
      return box;
    }

  next = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (next), create_label (finding->next, NULL));
  gtk_button_set_has_frame (GTK_BUTTON (next), FALSE);
  gtk_widget_add_css_class (next, "fact-link");
  gtk_widget_add_css_class (next, "to");
  gtk_widget_set_tooltip_text (next, _("Ask this now"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (next), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (next), "conversation.ask");
  gtk_accessible_update_property (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_PROPERTY_LABEL, finding->next, -1);
  gtk_box_append (GTK_BOX (box), next);
  return box;
}

static void
show_findings (TlFindingsPane *self,
               TlConversation *conversation,
               TlFrame        *frame)
{
  g_autoptr (GPtrArray) findings = tl_frame_dup_findings (frame);
  g_autoptr (GPtrArray) keys = find_keys (conversation, findings);
  g_autoptr (GString) signature = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TlFrameFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (signature, "%s\n%s\n%s\n", finding->what, finding->next,
                              keys->pdata[i] != NULL ? (char *) keys->pdata[i] : "");
    }

  gtk_widget_set_visible (self->nothing, findings->len == 0);
  if (!is_news (self->findings, signature->str))
    return;

  empty (self->findings);
  for (guint i = 0; i < findings->len; i++)
    gtk_box_append (GTK_BOX (self->findings), create_finding (self, findings->pdata[i], keys->pdata[i]));
}

static void
show_changes (TlFindingsPane *self,
              TlConversation *conversation)
{
  TlConversation *before = tl_conversation_get_previous (conversation);
  g_autoptr (GPtrArray) changes = before != NULL ? tl_frame_compare (before, conversation) : NULL;
  g_autoptr (GString) signature = g_string_new (NULL);
  g_autofree char *date = before != NULL ? tl_date_format (tl_conversation_get_date (before)) : NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->since_title, changes != NULL && changes->len > 0);
  gtk_widget_set_visible (self->changes, changes != NULL && changes->len > 0);
  if (changes == NULL)
    return;

  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (signature, "%s\n", ((TlFrameChange *) changes->pdata[i])->sentence);
  /* Translators: the date of the last conversation */
  title = g_strdup_printf (_("Since %s"), date);
  gtk_label_set_label (GTK_LABEL (self->since_title), title);
  if (!is_news (self->changes, signature->str))
    return;

  empty (self->changes);
  for (guint i = 0; i < changes->len; i++)
    gtk_box_append (GTK_BOX (self->changes),
                    create_label (((TlFrameChange *) changes->pdata[i])->sentence, NULL));
}

static void
tl_findings_pane_dispose (GObject *object)
{
  TlFindingsPane *self = TL_FINDINGS_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_findings_pane_parent_class)->dispose (object);
}

static void
tl_findings_pane_class_init (TlFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_findings_pane_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add (TlFindingsPane *self,
     GtkWidget      *part)
{
  gtk_widget_set_parent (part, GTK_WIDGET (self));
}

/* One row for the three columns */
static GtkWidget *
create_balance (TlFindingsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  for (guint i = 0; i < TL_N_FRAME_COLUMNS; i++)
    {
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *icon = gtk_image_new_from_icon_name (tl_icon_of_facet (TL_FACET_WORK + i));

      gtk_widget_add_css_class (icon, tl_style_of_facet (TL_FACET_WORK + i));
      self->balance[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (self->balance[i]), "numeric");
      gtk_box_append (GTK_BOX (part), icon);
      gtk_box_append (GTK_BOX (part), GTK_WIDGET (self->balance[i]));
      gtk_box_append (GTK_BOX (box), part);
    }

  return box;
}

static void
tl_findings_pane_init (TlFindingsPane *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the Frame Tells"), -1);

  self->circles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->nothing = create_label (_("Nothing is missing that a question could bring out."), "dim-label");
  self->since_title = create_label (NULL, "heading");
  self->changes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add (self, create_balance (self));
  add (self, create_label (_("Whom It Reaches"), "heading"));
  add (self, self->circles);
  add (self, self->findings);
  add (self, self->nothing);
  add (self, self->since_title);
  add (self, self->changes);
}

/**
 * tl_findings_pane_set_document:
 * @self: a pane without a document
 * @document: what is edited
 */
void
tl_findings_pane_set_document (TlFindingsPane *self,
                               TlDocument     *document)
{
  g_return_if_fail (TL_IS_FINDINGS_PANE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
}

/**
 * tl_findings_pane_show:
 * @self: a pane with a document
 * @conversation: a conversation of the document
 *
 * Shows what its frame tells now; to be called again when the model has changed.
 */
void
tl_findings_pane_show (TlFindingsPane *self,
                       TlConversation *conversation)
{
  g_autoptr (TlFrame) frame = NULL;

  g_return_if_fail (TL_IS_FINDINGS_PANE (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  frame = tl_frame_new (tl_coaching_data_get_cues (), conversation);
  show_balance (self, frame);
  show_circles (self, frame);
  show_findings (self, conversation, frame);
  show_changes (self, conversation);
}
