/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document with conversations to try things on */

#pragma once

#include "tl-conversation-edits.h"
#include "tl-document-fixture.h"

G_BEGIN_DECLS

static inline guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (tl_model_get_list (fixture->model, type));
}

/* A verb is one step: what undoes it is called @label, and brings back exactly what was there before. */
static inline void
assert_one_step (Fixture    *fixture,
                 const char *label,
                 const char *before)
{
  g_autofree char *done = dup_memory_text (fixture->model);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, label);
  g_assert_cmpstr (done, !=, before);
  undo (fixture);
  undone = dup_memory_text (fixture->model);
  g_assert_cmpstr (undone, ==, before);
  redo (fixture);
  redone = dup_memory_text (fixture->model);
  g_assert_cmpstr (redone, ==, done);
}

static inline TlPerson *
add_person (Fixture    *fixture,
            const char *name)
{
  g_autoptr (TlPerson) person = tl_person_new ();

  tl_party_set_name (TL_PARTY (person), name);
  tl_person_set_organisation (person, tl_model_get_organisation (fixture->model));
  tl_document_add (fixture->document, TL_ENTITY (person));
  return person;
}

static inline TlConversation *
start_with (Fixture  *fixture,
            TlPerson *person,
            TlPerson *coach)
{
  g_autoptr (GError) error = NULL;
  TlConversation *conversation =
    tl_conversation_edits_start (fixture->document, person, coach, NULL, NULL, &error);

  g_assert_no_error (error);
  return conversation;
}

static inline TlConversation *
start (Fixture    *fixture,
       const char *name)
{
  return start_with (fixture, add_person (fixture, name), NULL);
}

static inline TlStatement *
say (Fixture        *fixture,
     TlConversation *conversation,
     const char     *text,
     TlFacet         facet)
{
  return tl_conversation_edits_add (fixture->document, conversation, text, facet, FALSE, TL_BENEFICIARY_UNSET, NULL);
}

/* They come back from an undo as other objects. */
static inline G_GNUC_UNUSED TlConversation *
get_conversation (Fixture *fixture,
                  guint    index)
{
  g_autoptr (TlConversation) conversation =
    g_list_model_get_item (tl_model_get_list (fixture->model, TL_TYPE_CONVERSATION), index);

  return conversation;
}

static inline TlStatement *
find_statement (Fixture    *fixture,
                const char *text)
{
  GListModel *statements = tl_model_get_list (fixture->model, TL_TYPE_STATEMENT);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (TlStatement) statement = g_list_model_get_item (statements, i);

      if (g_strcmp0 (tl_statement_get_text (statement), text) == 0)
        return statement;
    }

  g_assert_not_reached ();
}

static inline G_GNUC_UNUSED TlStatementLink *
find_link (TlStatement *from,
           TlStatement *to,
           gboolean     loop)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (from), TL_TYPE_STATEMENT_LINK, "from");

  for (guint i = 0; i < links->len; i++)
    if (tl_statement_link_get_to (links->pdata[i]) == to && tl_statement_link_get_loop (links->pdata[i]) == loop)
      return links->pdata[i];

  return NULL;
}

static inline G_GNUC_UNUSED void
assert_no_link (Fixture     *fixture,
                TlStatement *from,
                TlStatement *to,
                gboolean     loop,
                const char  *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_conversation_edits_connect (fixture->document, from, to, loop, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, named));
}

/* Closes the document and opens it again, to be looked at only. */
static inline G_GNUC_UNUSED void
reopen_read_only (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_close (fixture->document, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->document);
  fixture->document = tl_document_open_full (fixture->file, TL_DOCUMENT_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
}

G_END_DECLS
