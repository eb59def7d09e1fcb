/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before a conversation: with whom, who asks, and which questions.  All of it is filled in as it was the last time, so
 * that one Enter begins.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-start-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-conversation-edits.h"
#include "tl-conversation-lists.h"
#include "tl-entity-chooser.h"
#include "tl-party-edits.h"
#include "tl-text-fold.h"
#include "tl-window.h"

struct _TlStartDialog
{
  AdwWindow parent_instance;

  TlDocument    *document;
  GtkWidget     *from;          /* weak; who is told what was started */
  char          *person;        /* the identity, or NULL */
  GPtrArray     *sets;          /* of TlQuestionSet, in the order of the list */

  GtkButton     *start_button;
  GtkWidget     *person_row;
  GtkMenuButton *person_button;
  GtkLabel      *person_label;
  GtkEditable   *newcomer;      /* in place of the row where nobody is in the document yet */
  GtkEditable   *coach;
  AdwComboRow   *questions;
  GtkLabel      *description;
  GtkLabel      *troubles;
};

G_DEFINE_FINAL_TYPE (TlStartDialog, tl_start_dialog, ADW_TYPE_WINDOW)

static TlPerson *
find_person (TlStartDialog *self)
{
  TlEntity *entity = self->person != NULL
                     ? tl_model_lookup (tl_document_get_model (self->document), self->person) : NULL;

  return TL_IS_PERSON (entity) ? TL_PERSON (entity) : NULL;
}

static gboolean
is_for_newcomer (TlStartDialog *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->newcomer));
}

static void
update_start (TlStartDialog *self)
{
  gboolean can_start = find_person (self) != NULL ||
                       (is_for_newcomer (self) && !tl_text_is_blank (gtk_editable_get_text (self->newcomer)));

  g_assert (TL_IS_START_DIALOG (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.conversation", can_start);
}

static void
show_person (TlStartDialog *self)
{
  TlPerson *person = find_person (self);
  g_autofree char *name = person != NULL ? tl_entity_dup_display_name (TL_ENTITY (person)) : NULL;
  g_autofree char *label = NULL;

  gtk_label_set_label (self->person_label, name != NULL ? name : _("Choose…"));
  update_start (self);

  if (name != NULL)
    /* Translators: whom a conversation is with; the name of a person */
    label = g_strdup_printf (_("With %s"), name);
  else
    label = g_strdup (_("With nobody yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
person_chosen_cb (TlStartDialog *self,
                  TlEntity      *person)
{
  g_assert (TL_IS_START_DIALOG (self));

  g_free (self->person);
  self->person = g_strdup (tl_entity_get_id (person));
  show_person (self);
}

/* A coach who is somebody in the document is that person; the name is enough to tell. */
static TlPerson *
find_coach (TlStartDialog *self,
            const char    *name)
{
  GListModel *people = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (people, i);

      if (g_strcmp0 (tl_party_get_name (TL_PARTY (person)), name) == 0)
        return person;
    }

  return NULL;
}

static TlQuestionSet *
get_set (TlStartDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->questions);

  return selected < self->sets->len ? g_ptr_array_index (self->sets, selected) : NULL;
}

static void
set_changed_cb (TlStartDialog *self)
{
  TlQuestionSet *set = self->sets != NULL ? get_set (self) : NULL;
  const char *description = set != NULL ? tl_question_set_get_description (set) : NULL;

  g_assert (TL_IS_START_DIALOG (self));

  gtk_label_set_label (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
}

/* With whom, added to the document when nobody is there yet */
static TlPerson *
take_person (TlStartDialog  *self,
             GError        **error)
{
  if (!is_for_newcomer (self))
    return find_person (self);

  return tl_party_edits_add_person (self->document, gtk_editable_get_text (self->newcomer), NULL, NULL, error);
}

static TlConversation *
start (TlStartDialog  *self,
       GError        **error)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->coach)));
  TlPerson *person = take_person (self, error);
  TlPerson *coach = find_coach (self, name);
  TlQuestionSet *set = get_set (self);

  if (person == NULL)
    return NULL;

  return tl_conversation_edits_start (self->document, person, coach, coach == NULL ? name : NULL,
                                      set != NULL ? tl_question_set_get_id (set) : NULL, error);
}

static void
start_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlStartDialog *self = TL_START_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  TlConversation *conversation;

  if (self->from == NULL || (find_person (self) == NULL && !is_for_newcomer (self)))
    return;

  tl_document_begin_group (self->document, _("Start Conversation"));
  conversation = start (self, &error);
  if (conversation == NULL)
    {
      tl_document_cancel_group (self->document);
      tl_window_show_error (self->from, _("The Conversation Was Not Started"), error);
      return;
    }

  tl_document_finish_group (self->document);
  gtk_widget_activate_action (self->from, "coaching.open", "s", tl_entity_get_id (TL_ENTITY (conversation)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
coach_activate_cb (TlStartDialog *self)
{
  g_assert (TL_IS_START_DIALOG (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "start.conversation", NULL);
}

static void
tl_start_dialog_dispose (GObject *object)
{
  TlStartDialog *self = TL_START_DIALOG (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->document);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->sets, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_start_dialog_parent_class)->dispose (object);
}

static void
tl_start_dialog_class_init (TlStartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_start_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-start-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, start_button);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, person_button);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, person_label);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, newcomer);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, coach);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, description);
  gtk_widget_class_bind_template_child (widget_class, TlStartDialog, troubles);
  gtk_widget_class_bind_template_callback (widget_class, coach_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_start);
  gtk_widget_class_install_action (widget_class, "start.conversation", NULL, start_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_start_dialog_init (TlStartDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever asked them the last time asks again, or else whoever asked anybody; the first time it is whoever sits at this
 * machine. */
static char *
guess_coach (TlDocument *document,
             TlPerson   *person)
{
  g_autoptr (GPtrArray) all = tl_conversation_lists_find (tl_document_get_model (document), NULL, NULL,
                                                          TL_CONVERSATION_SEARCH_DEFAULT);
  guint last = 0;

  for (guint i = 0; person != NULL && i < all->len; i++)
    {
      if (tl_conversation_get_person (all->pdata[i]) == person)
        {
          last = i;
          break;
        }
    }

  if (all->len > 0)
    return tl_conversation_lists_say_coach (all->pdata[last]);
  /* What the library says when it does not know; and the name of an account, such as "root", is no name of a person. */
  if (g_str_equal (g_get_real_name (), "Unknown") || g_str_equal (g_get_real_name (), g_get_user_name ()))
    return g_strdup ("");

  return g_strdup (g_get_real_name ());
}

/* The questions there are, with those of the last conversation chosen; one set needs no choosing. */
static void
fill_sets (TlStartDialog *self)
{
  g_autoptr (GPtrArray) all = tl_conversation_lists_find (tl_document_get_model (self->document), NULL, NULL,
                                                          TL_CONVERSATION_SEARCH_DEFAULT);
  const char *last = all->len > 0 ? tl_conversation_get_question_set (all->pdata[0]) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->sets = tl_coaching_data_dup_question_sets ();
  for (guint i = 0; i < self->sets->len; i++)
    {
      gtk_string_list_append (names, tl_question_set_get_name (self->sets->pdata[i]));
      if (g_strcmp0 (tl_question_set_get_id (self->sets->pdata[i]), last) == 0)
        selected = i;
    }

  adw_combo_row_set_model (self->questions, G_LIST_MODEL (names));
  if (self->sets->len > 0)
    adw_combo_row_set_selected (self->questions, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->questions), self->sets->len > 1);
  set_changed_cb (self);
}

/* Whoever wrote a set of questions looks for it here, and finds out why it is not among them. */
static void
show_troubles (TlStartDialog *self)
{
  g_autoptr (GPtrArray) troubles = tl_coaching_data_dup_troubles ();
  g_autofree char *text = NULL;

  g_ptr_array_add (troubles, NULL);
  text = g_strjoinv ("\n", (char **) troubles->pdata);
  gtk_label_set_label (self->troubles, text);
  gtk_widget_set_visible (GTK_WIDGET (self->troubles), *text != '\0');
}

/* Whoever is the only one there is needs no choosing. */
static TlPerson *
find_only_person (TlDocument *document)
{
  GListModel *people = tl_model_get_list (tl_document_get_model (document), TL_TYPE_PERSON);
  g_autoptr (TlPerson) person = NULL;

  if (g_list_model_get_n_items (people) != 1)
    return NULL;

  person = g_list_model_get_item (people, 0);
  return person;
}

/* Where nobody is in the document yet a name is enough. */
static void
choose_rows (TlStartDialog *self)
{
  GListModel *people = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_PERSON);
  gboolean is_empty = g_list_model_get_n_items (people) == 0;

  gtk_widget_set_visible (self->person_row, !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->newcomer), is_empty);
}

/* The first thing that is still to be said, or the button when there is none */
static GtkWidget *
find_first (TlStartDialog *self)
{
  if (find_person (self) != NULL)
    return GTK_WIDGET (self->start_button);

  return is_for_newcomer (self) ? GTK_WIDGET (self->newcomer) : GTK_WIDGET (self->person_button);
}

/**
 * tl_start_dialog_present:
 * @from: a widget of the document's window, which has the action coaching.open
 * @document: the document
 * @person: (nullable): with whom, when that is known
 *
 * Asks what has to be known before a conversation, and starts it.
 *
 * Returns: (transfer none): the window that asks
 */
TlStartDialog *
tl_start_dialog_present (GtkWidget  *from,
                         TlDocument *document,
                         TlPerson   *person)
{
  g_autofree char *coach = NULL;
  TlStartDialog *self;
  GtkWidget *chooser;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (person == NULL || TL_IS_PERSON (person), NULL);

  if (person == NULL)
    person = find_only_person (document);

  self = g_object_new (TL_TYPE_START_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);
  self->document = g_object_ref (document);
  g_set_weak_pointer (&self->from, from);
  if (person != NULL)
    self->person = g_strdup (tl_entity_get_id (TL_ENTITY (person)));

  chooser = tl_entity_chooser_new (document, TL_TYPE_PERSON);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (person_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->person_button, chooser);
  coach = guess_coach (document, person);
  gtk_editable_set_text (self->coach, coach);
  choose_rows (self);
  fill_sets (self);
  show_troubles (self);
  show_person (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (find_first (self));
  return self;
}
