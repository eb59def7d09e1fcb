/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as spreadsheets and people write them.
 *
 * "1.234" is a thousand to some and one and a bit to others.  Most cells settle it by their form: the last of two
 * different signs is the decimal one, a sign that stands twice separates thousands, and one that is not followed
 * by exactly three digits is decimal.  Only what is left is read by what the rest of the file shows.
 *
 * strtod alone was not enough: it takes "nan", "inf", "0x1p3" and the first half of "12 apples".
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-csv-value.h"

/* No number that anybody means has more digits. */
#define MAX_NUMBER_SIZE 64

static const char * const currency_signs[] = { "€", "£", "$", "¥", "₹", "₩", "₽", "₺", "₪", "₫", "₴", "₦", "฿" };

/* The bare digits, signs and points of a number, and what stood around them. */
typedef struct
{
  char          digits[MAX_NUMBER_SIZE + 1];
  gsize         length;
  gboolean      negative;
  TlCsvUnitHint hint;
  char          currency[TL_CSV_CURRENCY_SIZE];
} TlCsvNumber;

static gboolean
take_sign (const char  **p,
           TlCsvNumber  *number)
{
  if (g_str_has_prefix (*p, "−"))
    {
      number->negative = !number->negative;
      *p += strlen ("−");
      return TRUE;
    }
  if (**p == '-' || **p == '+')
    {
      number->negative ^= **p == '-';
      (*p)++;
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_unit (const char  **p,
           TlCsvNumber  *number)
{
  gsize n_letters;

  if (number->hint != TL_CSV_UNIT_NONE)
    return FALSE;

  if (**p == '%')
    {
      number->hint = TL_CSV_UNIT_PERCENT;
      (*p)++;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (currency_signs); i++)
    if (g_str_has_prefix (*p, currency_signs[i]))
      {
        number->hint = TL_CSV_UNIT_CURRENCY;
        g_strlcpy (number->currency, currency_signs[i], sizeof number->currency);
        *p += strlen (currency_signs[i]);
        return TRUE;
      }

  for (n_letters = 0; g_ascii_isupper ((*p)[n_letters]); n_letters++)
    ;
  if (n_letters != 3)
    return FALSE;

  number->hint = TL_CSV_UNIT_CURRENCY;
  g_strlcpy (number->currency, *p, 4);
  *p += 3;
  return TRUE;
}

static void
skip_spaces (const char **p)
{
  while (**p != '\0' && g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

/* A space or an apostrophe between digits separates thousands. */
static const char *
skip_group_mark (const char *p)
{
  const char *after = p;

  if (*p == '\'')
    after = p + 1;
  else if (g_str_has_prefix (p, "’"))
    after = p + strlen ("’");
  else if (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    after = g_utf8_next_char (p);

  return strspn (after, "0123456789") == 3 ? after : p;
}

/* "1e3" has an exponent, "12EUR" has none. */
static gboolean
is_exponent (const char *p)
{
  if (*p != 'e' && *p != 'E')
    return FALSE;

  return g_ascii_isdigit (p[1]) || ((p[1] == '-' || p[1] == '+') && g_ascii_isdigit (p[2]));
}

static gboolean
take_digits (const char  **p,
             TlCsvNumber  *number)
{
  gboolean any = FALSE;

  for (;;)
    {
      gboolean exponent = any && is_exponent (*p);
      const char *after;

      if (g_ascii_isdigit (**p) || **p == '.' || **p == ',' || exponent)
        {
          if (number->length == MAX_NUMBER_SIZE)
            return FALSE;
          any = any || g_ascii_isdigit (**p);
          number->digits[number->length++] = *(*p)++;
          if (exponent && (**p == '-' || **p == '+') && number->length < MAX_NUMBER_SIZE)
            number->digits[number->length++] = *(*p)++;
          continue;
        }

      after = skip_group_mark (*p);
      if (after == *p || !any)
        break;
      *p = after;
    }

  return any;
}

/* Splits "(1,234.5) %" and its like into digits and what stands around them. */
static gboolean
split_number (const char  *cell,
              TlCsvNumber *number)
{
  const char *p = cell;
  gboolean brackets;

  memset (number, 0, sizeof *number);

  skip_spaces (&p);
  brackets = *p == '(';
  if (brackets)
    {
      number->negative = TRUE;
      p++;
    }

  for (skip_spaces (&p); !g_ascii_isdigit (*p) && *p != '.' && *p != ','; skip_spaces (&p))
    if (!take_unit (&p, number) && !take_sign (&p, number))
      return FALSE;

  if (!take_digits (&p, number))
    return FALSE;

  for (skip_spaces (&p); *p != '\0'; skip_spaces (&p))
    {
      if (brackets && *p == ')')
        {
          brackets = FALSE;
          p++;
        }
      else if (!take_unit (&p, number))
        return FALSE;
    }

  return !brackets;
}

/* Which sign the form of the digits shows to be the decimal one. */
static TlCsvDecimal
find_decimal (const TlCsvNumber *number,
              gboolean          *contradicts)
{
  const char *point = strrchr (number->digits, '.');
  const char *comma = strrchr (number->digits, ',');
  const char *sign = point != NULL ? point : comma;
  gboolean repeated;

  *contradicts = FALSE;
  if (sign == NULL)
    return TL_CSV_DECIMAL_UNKNOWN;
  if (point != NULL && comma != NULL)
    return point > comma ? TL_CSV_DECIMAL_POINT : TL_CSV_DECIMAL_COMMA;

  repeated = strchr (number->digits, *sign) != sign;
  if (strspn (sign + 1, "0123456789") == 3 && sign[4] == '\0' && sign > number->digits)
    {
      if (!repeated)
        {
          /* "0.125" and "1234.567" cannot be thousands. */
          gsize before = sign - number->digits;

          if (before > 3 || number->digits[0] == '0')
            return *sign == '.' ? TL_CSV_DECIMAL_POINT : TL_CSV_DECIMAL_COMMA;
          return TL_CSV_DECIMAL_UNKNOWN;
        }
      return *sign == '.' ? TL_CSV_DECIMAL_COMMA : TL_CSV_DECIMAL_POINT;
    }

  *contradicts = repeated;
  return *sign == '.' ? TL_CSV_DECIMAL_POINT : TL_CSV_DECIMAL_COMMA;
}

/* Thousands must come in threes: "1,23,4.5" is a typing mistake, not a number. */
static gboolean
normalise_digits (const TlCsvNumber *number,
                  TlCsvDecimal       decimal,
                  char              *out)
{
  char group = decimal == TL_CSV_DECIMAL_COMMA ? '.' : ',';
  char mark = decimal == TL_CSV_DECIMAL_COMMA ? ',' : '.';
  gboolean fraction = FALSE;

  for (const char *p = number->digits; *p != '\0'; p++)
    {
      if (*p == group)
        {
          if (fraction || p == number->digits || strspn (p + 1, "0123456789") != 3)
            return FALSE;
          continue;
        }
      if (*p == mark && fraction)
        return FALSE;
      fraction = fraction || *p == mark || *p == 'e' || *p == 'E';
      *out++ = *p == mark ? '.' : *p;
    }

  *out = '\0';
  return TRUE;
}

/**
 * tl_csv_value_sniff_decimal:
 * @cell: a cell of a column of numbers
 *
 * Returns: which decimal sign the form of @cell shows, if it shows one
 */
TlCsvDecimal
tl_csv_value_sniff_decimal (const char *cell)
{
  TlCsvNumber number;
  gboolean contradicts;

  if (!split_number (cell, &number))
    return TL_CSV_DECIMAL_UNKNOWN;

  return find_decimal (&number, &contradicts);
}

/**
 * tl_csv_value_number:
 * @cell: a cell
 * @decimal: how to read a cell such as "1.234" that could be either; unknown is taken for a point
 * @value: (out): the number
 * @hint: (out) (optional): what stood beside it
 * @currency: (out) (optional): the sign or code of the currency, empty without one
 *
 * Reads signs, brackets for negative numbers, separated thousands, a percent sign and a currency.  What is not a
 * finite number ("nan", "inf", "1e999") is refused.
 *
 * Returns: whether @cell is a number
 */
gboolean
tl_csv_value_number (const char    *cell,
                     TlCsvDecimal   decimal,
                     double        *value,
                     TlCsvUnitHint *hint,
                     char           currency[TL_CSV_CURRENCY_SIZE])
{
  char digits[MAX_NUMBER_SIZE + 1];
  TlCsvNumber number;
  TlCsvDecimal shown;
  gboolean contradicts;
  char *end;

  g_return_val_if_fail (cell != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (!split_number (cell, &number))
    return FALSE;

  shown = find_decimal (&number, &contradicts);
  if (contradicts)
    return FALSE;
  if (shown == TL_CSV_DECIMAL_UNKNOWN)
    shown = decimal;
  if (!normalise_digits (&number, shown, digits))
    return FALSE;

  *value = g_ascii_strtod (digits, &end);
  if (*end != '\0' || end == digits || !isfinite (*value))
    return FALSE;

  if (number.negative)
    *value = -*value;
  if (hint != NULL)
    *hint = number.hint;
  if (currency != NULL)
    g_strlcpy (currency, number.currency, TL_CSV_CURRENCY_SIZE);

  return TRUE;
}
