/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, dates and other values in cells, which a person typed in any country */

#include "fuzz-target.h"
#include "tl-csv-value.h"

static void
read_numbers (const char *cell)
{
  for (TlCsvDecimal decimal = TL_CSV_DECIMAL_UNKNOWN; decimal <= TL_CSV_DECIMAL_COMMA; decimal++)
    {
      double value;
      TlCsvUnitHint hint;
      char currency[TL_CSV_CURRENCY_SIZE];

      if (tl_csv_value_number (cell, decimal, &value, &hint, currency))
        g_assert (value - value == 0);
    }
}

static void
read_dates (const char *cell)
{
  for (TlCsvDateOrder order = TL_CSV_DATE_UNKNOWN; order <= TL_CSV_DATE_MIXED; order++)
    {
      char text[TL_DATE_STRING_SIZE];
      TlDate date;

      if (tl_csv_value_date (cell, order, &date) != TL_CSV_DATE_OK)
        continue;

      tl_date_to_string (date, text);
      g_assert (tl_date_from_string (text) == date);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *cell = g_strndup ((const char *) data, size);
  g_autofree char *line = NULL;
  g_autofree char *block = NULL;
  g_autofree char *key = NULL;
  g_autofree char *armed = NULL;
  g_auto (GStrv) items = NULL;
  gboolean answer, two_ways;

  if (!g_utf8_validate (cell, -1, NULL))
    return 0;

  read_numbers (cell);
  read_dates (cell);
  tl_date_from_string (cell);
  tl_csv_value_is_blank (cell);
  tl_csv_value_has_hidden (cell);
  tl_csv_value_boolean (cell, &answer);
  tl_csv_value_sniff_decimal (cell);
  tl_csv_value_sniff_order (cell, &two_ways);
  line = tl_csv_value_text (cell, TL_CSV_TEXT_LINE);
  block = tl_csv_value_text (cell, TL_CSV_TEXT_BLOCK);
  key = tl_csv_value_key (cell);
  items = tl_csv_value_split (cell);
  armed = tl_csv_value_disarm (cell);
  g_assert (g_str_equal (tl_csv_value_rearm (armed), cell) || g_str_equal (armed, cell));
  return 0;
}
