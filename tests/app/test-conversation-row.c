/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of conversations and of what was agreed in them: when one is no longer the same. */

#include "config.h"

#include <adwaita.h>

#include "tl-conversation-row.h"
#include "tl-model.h"

static TlStatement *
agree (TlModel    *model,
       const char *text)
{
  g_autoptr (TlPerson) ines = tl_person_new ();
  g_autoptr (TlConversation) conversation = tl_conversation_new ();
  g_autoptr (TlStatement) work = tl_statement_new ();

  tl_party_set_name (TL_PARTY (ines), "Ines");
  tl_model_add (model, TL_ENTITY (ines));
  tl_conversation_set_person (conversation, ines);
  tl_conversation_set_date (conversation, tl_date_new (2026, 11, 3));
  tl_model_add (model, TL_ENTITY (conversation));
  tl_statement_set_conversation (work, conversation);
  tl_statement_set_text (work, text);
  tl_statement_set_agreed (work, TRUE);
  tl_model_add (model, TL_ENTITY (work));
  return work;
}

static char *
sign_action (TlStatement *work,
             gboolean     is_read_only,
             TlDate       today)
{
  g_autoptr (TlConversationLine) line = tl_conversation_line_new_action (work, FALSE, is_read_only, today);

  return tl_conversation_line_sign (line);
}

/* A row is made anew when it would offer something else or another day has come, and not only for other words. */
static void
test_action (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  TlStatement *work = agree (model, "call them");
  TlDate day = tl_date_new (2026, 12, 1);
  g_autofree char *row = NULL;
  g_autofree char *same = NULL;
  g_autofree char *read_only = NULL;
  g_autofree char *late = NULL;

  tl_statement_set_due (work, day);
  row = sign_action (work, FALSE, day);
  same = sign_action (work, FALSE, day);
  read_only = sign_action (work, TRUE, day);
  late = sign_action (work, FALSE, day + 1);
  g_assert_cmpstr (row, ==, same);
  g_assert_cmpstr (row, !=, read_only);
  g_assert_cmpstr (row, !=, late);
}

static void
check_distance (TlConversation *conversation,
                TlDate          today,
                const char     *words)
{
  g_autoptr (TlConversationLine) line = tl_conversation_line_new_to_look (conversation, TRUE, today);
  g_autoptr (GtkWidget) row = g_object_ref_sink (tl_conversation_row_new (line));
  GObject *state = gtk_widget_get_template_child (row, TL_TYPE_CONVERSATION_ROW, "state");

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (state)), ==, words);
}

static void
test_distance (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  TlConversation *conversation = tl_statement_get_conversation (agree (model, "call them"));
  TlDate day = tl_date_new (2026, 12, 1);

  tl_conversation_set_look_again (conversation, day);
  check_distance (conversation, day - 21, "In 21 days");
  check_distance (conversation, day - 1, "Tomorrow");
  check_distance (conversation, day, "Today");
  check_distance (conversation, day + 1, "Yesterday");
  check_distance (conversation, day + 2, "2 days ago");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/conversation-row/action", test_action);
  g_test_add_func ("/conversation-row/distance", test_distance);

  return g_test_run ();
}
