/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people write them, in the user's locale: on cards, in explanations, on paper.  Never for files.
 *
 * What stands between a number and its unit is a no-break space, so that no line ends in between. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Digits a double keeps when it goes to text and back */
#define EXACT_DIGITS 12

/* From the greatest down to plain numbers */
static const double scales[] = { 1e12, 1e9, 1e6, 1e3, 1 };

/* Below this numbers are written out: a year, a head count. */
#define SMALLEST_SCALED 1e4

/* From here on a decimal says nothing people need on a card. */
#define NO_DECIMALS_FROM 100.0

static double
round_to (double value,
          int    decimals)
{
  double power = pow (10, decimals);

  /* Adding 0 turns -0 into 0. */
  return round (value * power) / power + 0.0;
}

static gboolean
is_lossless (double value,
             double scale,
             int    decimals)
{
  double scaled = value / scale * pow (10, decimals);

  return fabs (scaled - round (scaled)) <= 1e-9 * MAX (1.0, fabs (scaled));
}

static char *
scale_to_text (double scale,
               double value,
               int    decimals)
{
  g_autofree char *digits = g_strdup_printf ("%'.*f", decimals, round_to (value / scale, decimals));

  if (scale == 1e12)
    /* Translators: trillions (10 to the 12th), short, with a no-break space */
    return g_strdup_printf (_("%s tn"), digits);
  if (scale == 1e9)
    /* Translators: billions (10 to the 9th), short, with a no-break space */
    return g_strdup_printf (_("%s bn"), digits);
  if (scale == 1e6)
    /* Translators: millions, short, with a no-break space */
    return g_strdup_printf (_("%s M"), digits);
  if (scale == 1e3)
    /* Translators: thousands, short, with a no-break space */
    return g_strdup_printf (_("%s k"), digits);

  return g_steal_pointer (&digits);
}

static double
find_scale (double size)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales) && size >= SMALLEST_SCALED; i++)
    {
      if (size >= scales[i])
        return scales[i];
    }

  return 1;
}

static char *
format_exact (double value)
{
  for (int decimals = 0; decimals < EXACT_DIGITS; decimals++)
    {
      if (is_lossless (value, 1, decimals))
        return scale_to_text (1, value, decimals);
    }

  return g_strdup_printf ("%'.*g", EXACT_DIGITS, value);
}

static char *
format_short (double value)
{
  /* Rounding may lift a number into the next scale: 999,999 is 1 M, and not 1,000 k. */
  double size = fabs (value);
  double scale = find_scale (size * 1.0005);
  double scaled = size / scale;
  int decimals = scaled < NO_DECIMALS_FROM ? 1 : 0;

  if (scaled > 0 && scaled < 1)
    decimals = MIN (6, 1 - (int) floor (log10 (scaled)));
  while (decimals > 0 && is_lossless (round_to (scaled, decimals), 1, decimals - 1))
    decimals--;

  return scale_to_text (scale, value, decimals);
}

/**
 * tl_format_number:
 * @value: a number, NAN when unknown
 * @style: short or exact
 *
 * Returns: (transfer full): @value for people, "4.2 M" or "4,187,250"; a word when it is unknown
 */
char *
tl_format_number (double        value,
                  TlFormatStyle style)
{
  if (!isfinite (value))
    return g_strdup (_("unknown"));

  return style == TL_FORMAT_SHORT ? format_short (value) : format_exact (value);
}

/**
 * tl_format_share:
 * @share: a share, 1 being all of it; NAN when unknown
 *
 * Returns: (transfer full): @share in whole percent, "52 %"; a word when it is unknown
 */
char *
tl_format_share (double share)
{
  if (!isfinite (share))
    return g_strdup (_("unknown"));

  /* Translators: a percentage, with a no-break space before the sign */
  return g_strdup_printf (_("%'.0f %%"), round (share * 100) + 0.0);
}

static char *
format_with_unit (const char *number,
                  const char *unit)
{
  if (unit == NULL || *unit == '\0')
    return g_strdup (number);

  /* Translators: a number and its unit, such as "12 days", with a no-break space between */
  return g_strdup_printf (C_("number and unit", "%1$s %2$s"), number, unit);
}

static char *
format_amount (const char *number,
               const char *code)
{
  if (code == NULL || *code == '\0')
    return g_strdup (number);

  /* Translators: the code of a currency and an amount, such as "EUR 4.2 M", with a no-break space between */
  return g_strdup_printf (C_("currency and amount", "%1$s %2$s"), code, number);
}

/**
 * tl_format_value:
 * @kind: what sort of number it is
 * @unit: (nullable): the unit of the measure
 * @currency: (nullable): the code of the document's currency, for amounts of money without a unit of their own
 * @value: the value, NAN when unknown; a percentage in percent; a yes 1 and a no 0
 * @style: short or exact
 *
 * Returns: (transfer full): @value for people: "EUR 4.2 M", "12 %", "2 calls a week", "yes"; a word when it is
 *   unknown
 */
char *
tl_format_value (TlMeasureKind  kind,
                 const char    *unit,
                 const char    *currency,
                 double         value,
                 TlFormatStyle  style)
{
  g_autofree char *number = tl_format_number (value, style);
  g_autofree char *counted = NULL;

  if (!isfinite (value))
    return g_steal_pointer (&number);

  switch (kind)
    {
    case TL_MEASURE_KIND_YES_NO:
      return g_strdup (value >= 1 ? _("yes") : _("no"));
    case TL_MEASURE_KIND_PERCENT:
      /* Translators: a percentage, with a no-break space before the sign */
      return g_strdup_printf (_("%s %%"), number);
    case TL_MEASURE_KIND_CURRENCY:
      return format_amount (number, unit != NULL && *unit != '\0' ? unit : currency);
    case TL_MEASURE_KIND_COUNT_PER_WEEK:
      counted = format_with_unit (number, unit);
      /* Translators: how often something is done, such as "2 calls a week" */
      return g_strdup_printf (_("%s a week"), counted);
    case TL_MEASURE_KIND_NUMBER:
    default:
      return format_with_unit (number, unit);
    }
}

static gboolean
are_lossless (const double *values,
              guint         n_values,
              double        factor,
              int           decimals)
{
  for (guint i = 0; i < n_values; i++)
    {
      if (isfinite (values[i]) && !is_lossless (values[i], factor, decimals))
        return FALSE;
    }

  return TRUE;
}

/**
 * tl_format_series:
 * @values: (array length=n_values): the numbers of one formula
 * @n_values: how many there are
 *
 * Writes the numbers of a formula alike, in one scale and with the same decimals, so short as nothing is lost by
 * it: "3.1 M", "2.0 M" and "4.2 M".  Numbers that cannot be shortened are written out, each for itself.
 *
 * Returns: (transfer full) (array zero-terminated=1): the numbers for people, in the order of @values
 */
char **
tl_format_series (const double *values,
                  guint         n_values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  double scale;
  double greatest = 0;
  int decimals = 0;
  gboolean alike;

  for (guint i = 0; i < n_values; i++)
    greatest = isfinite (values[i]) ? MAX (greatest, fabs (values[i])) : greatest;

  scale = find_scale (greatest);
  while (decimals < 2 && !are_lossless (values, n_values, scale, decimals))
    decimals++;
  alike = are_lossless (values, n_values, scale, decimals);

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *text = alike && isfinite (values[i]) ? scale_to_text (scale, values[i], decimals)
                                                            : tl_format_number (values[i], TL_FORMAT_EXACT);

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/**
 * tl_format_measure:
 * @measure: a measure
 * @currency: (nullable): the code of the document's currency
 * @value: a value of @measure, NAN when unknown
 * @style: short or exact
 *
 * Returns: (transfer full): @value as tl_format_value() writes it for the kind and unit of @measure
 */
char *
tl_format_measure (TlMeasure     *measure,
                   const char    *currency,
                   double         value,
                   TlFormatStyle  style)
{
  g_return_val_if_fail (TL_IS_MEASURE (measure), NULL);

  return tl_format_value (tl_measure_get_kind (measure), tl_measure_get_unit (measure), currency, value, style);
}

/**
 * tl_format_isolate:
 * @name: what somebody has named something
 *
 * A name in a script that is written from right to left would turn the sentence around it round.  Pango still takes the
 * direction of a paragraph from its first letter, isolated or not: a sentence should not begin with a name.
 *
 * Returns: (transfer full): @name to be put into a sentence, with a direction of its own
 */
char *
tl_format_isolate (const char *name)
{
  /* First strong isolate, pop directional isolate */
  return g_strdup_printf ("\u2068%s\u2069", name);
}
