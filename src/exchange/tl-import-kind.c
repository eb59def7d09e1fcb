/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-import-kind.h"
#include "tl-reading.h"
#include "tl-settings.h"
#include "tl-statement-link.h"
#include "tl-tension.h"

static const char * const nicks[TL_N_IMPORT_KINDS] = {
  "auto", "organisations", "units", "people", "cycles", "goals", "contributions", "readings", "tensions", "check-ins",
  "conversations", "statements", "statement-links",
};

/* Translators: what the rows of an imported file are, in the middle of a sentence */
static const char * const labels[TL_N_IMPORT_KINDS] = {
  N_("to be guessed"), N_("organisations"), N_("units"), N_("people"), N_("cycles"), N_("goals"),
  N_("contributions"), N_("readings"), N_("tensions"), N_("check-ins"),
  N_("conversations"), N_("statements"), N_("links between statements"),
};

/**
 * tl_import_kind_to_nick:
 * @kind: a kind of file
 *
 * Returns: (transfer none): its name in files and on the command line, such as "goals"
 */
const char *
tl_import_kind_to_nick (TlImportKind kind)
{
  g_return_val_if_fail (kind < TL_N_IMPORT_KINDS, NULL);

  return nicks[kind];
}

/**
 * tl_import_kind_from_nick:
 * @nick: a name, such as "goals"
 * @kind: (out): the kind
 *
 * Returns: whether there is a kind of that name
 */
gboolean
tl_import_kind_from_nick (const char   *nick,
                          TlImportKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < TL_N_IMPORT_KINDS; i++)
    if (g_ascii_strcasecmp (nicks[i], nick) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * tl_import_kind_to_label:
 * @kind: a kind of file
 *
 * Returns: (transfer none): what people call the rows, in the middle of a sentence
 */
const char *
tl_import_kind_to_label (TlImportKind kind)
{
  g_return_val_if_fail (kind < TL_N_IMPORT_KINDS, NULL);

  return _(labels[kind]);
}

/**
 * tl_exchange_plural_for_type:
 * @type: a class of entities
 *
 * Returns: (transfer none): what several of them are called in files, such as "people"; the same words as
 *   tl_import_kind_to_nick(), and "measures"
 */
const char *
tl_exchange_plural_for_type (GType type)
{
  const struct { GType type; const char *plural; } plurals[] = {
    { TL_TYPE_SETTINGS, "settings" },
    { TL_TYPE_ORGANISATION, "organisations" },
    { TL_TYPE_UNIT, "units" },
    { TL_TYPE_PERSON, "people" },
    { TL_TYPE_CYCLE, "cycles" },
    { TL_TYPE_GOAL, "goals" },
    { TL_TYPE_CONTRIBUTION, "contributions" },
    { TL_TYPE_MEASURE, "measures" },
    { TL_TYPE_READING, "readings" },
    { TL_TYPE_TENSION, "tensions" },
    { TL_TYPE_CHECK_IN, "check-ins" },
    { TL_TYPE_CONVERSATION, "conversations" },
    { TL_TYPE_STATEMENT, "statements" },
    { TL_TYPE_STATEMENT_LINK, "statement-links" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plurals); i++)
    if (plurals[i].type == type)
      return plurals[i].plural;

  g_return_val_if_reached (NULL);
}

/**
 * tl_exchange_type_is_private:
 * @type: a class of entities
 *
 * What was said in a conversation stays between the two, unless somebody asks for it each time.
 *
 * Returns: whether all of it is left out of whatever may be shared
 */
gboolean
tl_exchange_type_is_private (GType type)
{
  return type == TL_TYPE_CONVERSATION || type == TL_TYPE_STATEMENT || type == TL_TYPE_STATEMENT_LINK;
}
