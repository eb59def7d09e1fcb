/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people type them: with the decimal sign and the separators of their language, with or without the
 * unit, and as short as they are shown elsewhere ("4.2 M").
 *
 * The reader of CSV cells does the work, because what people paste comes from the same places as what they import;
 * where "1.234" could be either, the user's locale decides.  Rejected: g_strtod() and strtod(), which stop at the
 * first separator and take "1,234" for 1.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-typed-number.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tl-csv-value.h"
#include "tl-format.h"

G_DEFINE_QUARK (tl-typed-error-quark, tl_typed_error)

/* What multiplies the number before it: as tl_format_number() writes it, and as people do. */
static const struct
{
  const char *text;
  double      factor;
} scales[] = {
  { N_("tn"), 1e12 }, { N_("bn"), 1e9 }, { N_("M"), 1e6 }, { N_("k"), 1e3 },
  { "mn", 1e6 }, { "m", 1e6 },
};

static TlCsvDecimal
get_decimal (void)
{
  const char *sign = localeconv ()->decimal_point;

  return sign != NULL && g_str_equal (sign, ",") ? TL_CSV_DECIMAL_COMMA : TL_CSV_DECIMAL_POINT;
}

/* Cuts @end off @text when it is its last word, whatever the case. */
static gboolean
take_ending (char       *text,
             const char *end)
{
  gsize length = strlen (text);
  gsize end_length = strlen (end);

  if (end_length == 0 || length <= end_length ||
      g_ascii_strcasecmp (text + length - end_length, end) != 0)
    return FALSE;

  text[length - end_length] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* The no-break spaces of our own formats are no spaces to g_strstrip(). */
static char *
tidy (const char *text)
{
  g_autofree char *line = tl_csv_value_text (text, TL_CSV_TEXT_LINE);
  GString *plain = g_string_new (line);

  g_string_replace (plain, "\302\240", " ", 0);
  g_string_replace (plain, "\342\200\257", " ", 0);
  return g_strstrip (g_string_free (plain, FALSE));
}

static double
take_scale (char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      /* Translators: short for thousands, millions, billions or trillions, typed after a number */
      if (take_ending (text, _(scales[i].text)) || take_ending (text, scales[i].text))
        return scales[i].factor;
    }

  return 1;
}

/**
 * tl_typed_number_parse:
 * @text: what was typed
 * @unit: (nullable): the unit shown beside the field, which may have been typed too
 * @value: (out): the number; NAN for a blank text, which says that it is not known
 * @error: return location for a #TlTypedError
 *
 * Returns: whether @text is a number or blank
 */
gboolean
tl_typed_number_parse (const char  *text,
                       const char  *unit,
                       double      *value,
                       GError     **error)
{
  g_autofree char *rest = NULL;
  double factor;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = NAN;
  rest = tidy (text);
  if (*rest == '\0')
    return TRUE;

  if (unit != NULL)
    take_ending (rest, unit);
  factor = take_scale (rest);
  if (tl_csv_value_number (rest, get_decimal (), value, NULL, NULL))
    {
      *value *= factor;
      if (isfinite (*value))
        return TRUE;
    }

  *value = NAN;
  {
    g_autofree char *sample = tl_format_number (1250.5, TL_FORMAT_EXACT);

    /* Translators: what was typed where a number belongs, and a number as an example */
    g_set_error (error, TL_TYPED_ERROR, TL_TYPED_ERROR_NOT_UNDERSTOOD,
                 _("“%s” is not a number. Write it like %s."), text, sample);
  }
  return FALSE;
}

/**
 * tl_typed_number_format:
 * @value: a number, NAN when unknown
 *
 * Returns: (transfer full): @value so that it can be edited and read again; empty when it is unknown
 */
char *
tl_typed_number_format (double value)
{
  return isfinite (value) ? tl_format_number (value, TL_FORMAT_EXACT) : g_strdup ("");
}
