/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conversations with somebody, or with everybody: what was agreed and is still open, when to look again, and all of
 * them, the newest first.  With somebody who has no conversation yet it invites to the first, and says what happens.
 *
 * The lists are gathered at every change of the model and shown anew only when they would look different, which keeps
 * the focus and the place in the page.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversations-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-conversation-lists.h"
#include "tl-conversation-row.h"

/* Further ones are found by their words. */
#define N_ROWS_MAX 100

/* Fewer conversations than this are seen at a glance. */
#define N_TO_SEARCH 5

#define SIGNATURE "tl-conversations-signature"

struct _TlConversationsPage
{
  GtkWidget parent_instance;

  TlDocument     *document;
  GSettings      *settings;
  char           *person;               /* the identity of whose they are, or NULL for everybody's */

  GtkScrolledWindow *scroller;
  GtkStack       *stack;
  GtkLabel       *invitation;
  GtkButton      *first_button;
  GtkLabel       *title;
  GtkButton      *start_button;
  GtkWidget      *actions_part;
  GtkListBox     *actions;
  GtkWidget      *look_part;
  GtkListBox     *look;
  GtkSearchEntry *search;
  GtkListBox     *list;
  GtkWidget      *nothing_found;
};

G_DEFINE_FINAL_TYPE (TlConversationsPage, tl_conversations_page, GTK_TYPE_WIDGET)

static TlPerson *
find_person (TlConversationsPage *self)
{
  TlEntity *entity = self->person != NULL
                     ? tl_model_lookup (tl_document_get_model (self->document), self->person) : NULL;

  return TL_IS_PERSON (entity) ? TL_PERSON (entity) : NULL;
}

static int
find_focused_row (GtkListBox *box)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (box));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

/* Moves the focus to the row at @position, or to what is now the last. */
static void
focus_row (GtkListBox *box,
           int         position)
{
  GtkListBoxRow *row;

  do
    row = gtk_list_box_get_row_at_index (box, position);
  while (row == NULL && --position >= 0);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static GPtrArray *
lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_conversation_line_free);
}

/* Makes @box say @lines, unless it does already. */
static void
show_lines (GtkListBox *box,
            GPtrArray  *lines)
{
  g_autoptr (GString) signature = g_string_new (NULL);
  GtkListBoxRow *row;
  int focused;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *sign = tl_conversation_line_sign (lines->pdata[i]);

      g_string_append_printf (signature, "%s\n", sign);
    }
  if (g_strcmp0 (g_object_get_data (G_OBJECT (box), SIGNATURE), signature->str) == 0)
    return;

  focused = find_focused_row (box);
  while ((row = gtk_list_box_get_row_at_index (box, 0)) != NULL)
    gtk_list_box_remove (box, GTK_WIDGET (row));
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (box, tl_conversation_row_new (lines->pdata[i]));
  g_object_set_data_full (G_OBJECT (box), SIGNATURE, g_strdup (signature->str), g_free);
  if (focused >= 0)
    focus_row (box, focused);
}

static void
show_actions (TlConversationsPage *self,
              TlPerson            *person)
{
  TlModel *model = tl_document_get_model (self->document);
  g_autoptr (GPtrArray) actions = tl_conversation_lists_find_actions (model, person);
  g_autoptr (GPtrArray) lines = lines_new ();
  TlDate today = tl_date_today ();

  for (guint i = 0; i < MIN (actions->len, N_ROWS_MAX); i++)
    g_ptr_array_add (lines, tl_conversation_line_new_action (actions->pdata[i], person == NULL,
                                                             tl_document_get_read_only (self->document), today));
  show_lines (self->actions, lines);
  gtk_widget_set_visible (self->actions_part, actions->len > 0);
}

static void
show_to_look (TlConversationsPage *self,
              TlPerson            *person)
{
  g_autoptr (GPtrArray) to_look = tl_conversation_lists_find_to_look (tl_document_get_model (self->document), person);
  g_autoptr (GPtrArray) lines = lines_new ();
  TlDate today = tl_date_today ();

  for (guint i = 0; i < MIN (to_look->len, N_ROWS_MAX); i++)
    g_ptr_array_add (lines, tl_conversation_line_new_to_look (to_look->pdata[i], person == NULL, today));
  show_lines (self->look, lines);
  gtk_widget_set_visible (self->look_part, to_look->len > 0);
}

static void
show_list (TlConversationsPage *self,
           TlPerson            *person)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean hides_private = g_settings_get_boolean (self->settings, "hide-private-notes");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) lines = lines_new ();

  found = tl_conversation_lists_find (tl_document_get_model (self->document), person, words,
                                      hides_private ? TL_CONVERSATION_SEARCH_DEFAULT : TL_CONVERSATION_SEARCH_PRIVATE);
  for (guint i = 0; i < MIN (found->len, N_ROWS_MAX); i++)
    g_ptr_array_add (lines, tl_conversation_line_new (found->pdata[i], person == NULL));
  show_lines (self->list, lines);
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_widget_set_visible (self->nothing_found, found->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search), found->len >= N_TO_SEARCH || *words != '\0');
}

static void
show_names (TlConversationsPage *self,
            TlPerson            *person)
{
  g_autofree char *name = person != NULL ? tl_entity_dup_display_name (TL_ENTITY (person)) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *invitation = NULL;

  if (name == NULL)
    {
      title = g_strdup (_("Conversations"));
      invitation = g_strdup (_("Twenty Minutes for What Matters"));
    }
  else
    {
      /* Translators: the name of a person */
      title = g_strdup_printf (_("Conversations with \u2068%s\u2069"), name);
      /* Translators: the name of a person */
      invitation = g_strdup_printf (_("Twenty Minutes with \u2068%s\u2069"), name);
    }

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->invitation, invitation);
}

static void
refresh (TlConversationsPage *self)
{
  TlPerson *person = find_person (self);
  gboolean has_coached = tl_conversation_lists_has_coached (tl_document_get_model (self->document), person);

  g_assert (TL_IS_CONVERSATIONS_PAGE (self));

  show_names (self, person);
  gtk_stack_set_visible_child_name (self->stack, has_coached ? "list" : "invitation");
  if (!has_coached)
    return;

  show_actions (self, person);
  show_to_look (self, person);
  show_list (self, person);
}

static void
search_changed_cb (TlConversationsPage *self)
{
  g_assert (TL_IS_CONVERSATIONS_PAGE (self));

  if (self->document != NULL)
    refresh (self);
}

static void
stop_search_cb (TlConversationsPage *self)
{
  g_assert (TL_IS_CONVERSATIONS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  focus_row (self->list, 0);
}

/* From the words to what they have found */
static void
search_activate_cb (TlConversationsPage *self)
{
  g_assert (TL_IS_CONVERSATIONS_PAGE (self));

  focus_row (self->list, 0);
}

static void
settings_changed_cb (TlConversationsPage *self)
{
  g_assert (TL_IS_CONVERSATIONS_PAGE (self));

  if (self->document != NULL)
    refresh (self);
}

static gboolean
list_key_cb (TlConversationsPage *self,
             guint                keyval,
             guint                keycode,
             GdkModifierType      state)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  g_assert (TL_IS_CONVERSATIONS_PAGE (self));

  if ((keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete) || !TL_IS_CONVERSATION_ROW (focus))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "coaching.remove", "s",
                              tl_conversation_row_get_id (TL_CONVERSATION_ROW (focus)));
  return GDK_EVENT_STOP;
}

static gboolean
tl_conversations_page_grab_focus (GtkWidget *widget)
{
  TlConversationsPage *self = TL_CONVERSATIONS_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "invitation") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->first_button));

  return gtk_widget_grab_focus (GTK_WIDGET (self->start_button));
}

static void
tl_conversations_page_dispose (GObject *object)
{
  TlConversationsPage *self = TL_CONVERSATIONS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->settings);
  g_clear_object (&self->document);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (tl_conversations_page_parent_class)->dispose (object);
}

static void
tl_conversations_page_class_init (TlConversationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_conversations_page_dispose;
  widget_class->grab_focus = tl_conversations_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-conversations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, invitation);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, actions_part);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, actions);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, look_part);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, look);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TlConversationsPage, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "conversations");
}

static void
tl_conversations_page_init (TlConversationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (TL_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::hide-private-notes", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_conversations_page_set_document:
 * @self: a page without a document
 * @document: whose conversations it shows
 */
void
tl_conversations_page_set_document (TlConversationsPage *self,
                                    TlDocument          *document)
{
  g_return_if_fail (TL_IS_CONVERSATIONS_PAGE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
}

/**
 * tl_conversations_page_show:
 * @self: a page with a document
 * @person: (nullable): whose conversations, %NULL for everybody's
 *
 * Shows them as they are now; to be called again when the model has changed.
 */
void
tl_conversations_page_show (TlConversationsPage *self,
                            TlPerson            *person)
{
  const char *id = person != NULL ? tl_entity_get_id (TL_ENTITY (person)) : NULL;
  gboolean is_other;

  g_return_if_fail (TL_IS_CONVERSATIONS_PAGE (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (person == NULL || TL_IS_PERSON (person));

  is_other = g_strcmp0 (id, self->person) != 0;
  if (is_other)
    {
      g_free (self->person);
      self->person = g_strdup (id);
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    }
  refresh (self);
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
