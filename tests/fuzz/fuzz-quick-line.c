/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line that makes a goal, with its marks for owner, facet, day and target */

#include "fuzz-target.h"
#include "tl-quick-line.h"

static TlModel *
make_model (void)
{
  static const char *const names[] = { "Ann Barker", "Anna Berg", "Ben", "Zoë Æther" };
  TlModel *model = tl_model_new ();
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();

  tl_party_set_name (TL_PARTY (organisation), "Lumen");
  tl_model_add (model, TL_ENTITY (organisation));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TlPerson) person = tl_person_new ();

      tl_party_set_name (TL_PARTY (person), names[i]);
      tl_person_set_organisation (person, organisation);
      tl_model_add (model, TL_ENTITY (person));
    }

  return model;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static TlModel *model;
  g_autofree char *line = g_strndup ((const char *) data, size);
  g_autoptr (TlQuickLine) parsed = NULL;
  g_autoptr (GError) error = NULL;
  TlDate today = tl_date_new (2026, 11, 21);

  if (!g_utf8_validate (line, -1, NULL))
    return 0;
  if (model == NULL)
    model = make_model ();

  parsed = tl_quick_line_parse (model, line, today, &error);
  g_assert ((parsed == NULL) == (error != NULL));
  if (parsed != NULL)
    g_assert (parsed->title != NULL && g_utf8_validate (parsed->title, -1, NULL));
  tl_quick_date_parse (line, today);
  return 0;
}
