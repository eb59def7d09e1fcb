/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of cues, and statements sorted by it; what comes after a line of its own with a form feed is one more statement */

#include <string.h>

#include "fuzz-target.h"
#include "tl-cues.h"

#define PARTED "\n\f\n"

static void
sort (TlCues     *cues,
      const char *text)
{
  g_autoptr (TlSorting) sorting = tl_cues_sort (cues, text);

  g_assert (sorting->reason != NULL && g_utf8_validate (sorting->reason, -1, NULL));
  g_assert (strchr (sorting->reason, '\n') == NULL);
  g_assert (sorting->certainty >= 0 && sorting->certainty <= 1);
  g_assert (!sorting->reputation || sorting->facet == TL_FACET_RESULT);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  char *statement = strstr (text, PARTED);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCues) cues = NULL;

  if (statement != NULL)
    {
      *statement = '\0';
      statement += strlen (PARTED);
    }

  cues = tl_cues_new (text, strlen (text), &error);
  g_assert ((cues == NULL) == (error != NULL));
  if (cues == NULL)
    return 0;

  sort (cues, NULL);
  sort (cues, "help our client’s customers grow, by 20 % — so that they win");
  if (statement != NULL)
    {
      tl_cues_add (cues, statement, TL_FACET_IMPACT, FALSE);
      sort (cues, statement);
    }
  return 0;
}
