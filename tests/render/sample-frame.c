/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation made by hand, empty at first; filled, it is the worked example of the method. */

#include "sample-frame.h"

void
sample_frame_init (SampleFrame *self)
{
  g_autoptr (TlPerson) person = tl_person_new ();

  *self = (SampleFrame) { .model = tl_model_new (), .conversation = tl_conversation_new () };
  tl_party_set_name (TL_PARTY (person), "Ines Okafor");
  tl_model_add (self->model, TL_ENTITY (person));
  tl_conversation_set_person (self->conversation, person);
  tl_model_add (self->model, TL_ENTITY (self->conversation));
}

void
sample_frame_clear (SampleFrame *self)
{
  g_clear_object (&self->conversation);
  g_clear_object (&self->model);
}

/* Returns: (transfer none): a new statement; the model keeps it */
TlStatement *
sample_frame_say (SampleFrame *self,
                  TlFacet      facet,
                  const char  *text)
{
  g_autoptr (TlStatement) statement = tl_statement_new ();

  tl_statement_set_conversation (statement, self->conversation);
  tl_statement_set_facet (statement, facet);
  tl_statement_set_text (statement, text);
  tl_model_add (self->model, TL_ENTITY (statement));

  return statement;
}

/* Returns: (transfer none): a new link; the model keeps it */
TlStatementLink *
sample_frame_connect (SampleFrame *self,
                      TlStatement *from,
                      TlStatement *to,
                      gboolean     loop)
{
  g_autoptr (TlStatementLink) link = tl_statement_link_new ();

  tl_statement_link_set_from (link, from);
  tl_statement_link_set_to (link, to);
  tl_statement_link_set_loop (link, loop);
  tl_model_add (self->model, TL_ENTITY (link));

  return link;
}

void
sample_frame_fill (SampleFrame *self)
{
  TlStatement **said = self->statements;

  said[SAMPLE_UNDERSTAND] = sample_frame_say (self, TL_FACET_WORK, "Deeply understand the client’s strategy and how "
                                              "their customers perceive them");
  said[SAMPLE_APPLY] = sample_frame_say (self, TL_FACET_WORK, "Apply knowledge of their industry and of emerging "
                                         "technology");
  said[SAMPLE_BOND] = sample_frame_say (self, TL_FACET_IMPACT, "Help the client forge a stronger bond with their "
                                        "customers");
  said[SAMPLE_REVENUE] = sample_frame_say (self, TL_FACET_RESULT, "Grow account revenue");
  said[SAMPLE_ADVISOR] = sample_frame_say (self, TL_FACET_RESULT, "Be seen as a trusted advisor");
  said[SAMPLE_CLIENT] = sample_frame_say (self, TL_FACET_RESULT, "Client grows revenue");

  tl_statement_set_agreed (said[SAMPLE_UNDERSTAND], TRUE);
  tl_statement_set_who (said[SAMPLE_UNDERSTAND], "Ines Okafor");
  tl_statement_set_due (said[SAMPLE_UNDERSTAND], tl_date_new (2026, 12, 3));
  tl_statement_set_beneficiary (said[SAMPLE_BOND], TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  tl_statement_set_reputation (said[SAMPLE_ADVISOR], TRUE);
  tl_statement_set_beneficiary (said[SAMPLE_CLIENT], TL_BENEFICIARY_CUSTOMER);

  sample_frame_connect (self, said[SAMPLE_UNDERSTAND], said[SAMPLE_BOND], FALSE);
  sample_frame_connect (self, said[SAMPLE_APPLY], said[SAMPLE_BOND], FALSE);
  sample_frame_connect (self, said[SAMPLE_BOND], said[SAMPLE_ADVISOR], FALSE);
  sample_frame_connect (self, said[SAMPLE_ADVISOR], said[SAMPLE_REVENUE], FALSE);
  sample_frame_connect (self, said[SAMPLE_BOND], said[SAMPLE_CLIENT], FALSE);
  sample_frame_connect (self, said[SAMPLE_CLIENT], said[SAMPLE_BOND], TRUE);
}
