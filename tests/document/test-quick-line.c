/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "tl-document-fixture.h"
#include "tl-quick-line.h"

/* A Saturday */
#define TODAY tl_date_new (2026, 11, 21)

static TlPerson *
add_person (Fixture    *fixture,
            const char *name)
{
  g_autoptr (TlPerson) person = tl_person_new ();

  tl_party_set_name (TL_PARTY (person), name);
  tl_person_set_organisation (person, tl_model_get_organisation (fixture->model));
  tl_document_add (fixture->document, TL_ENTITY (person));
  return person;
}

static TlQuickLine *
parse (Fixture    *fixture,
       const char *line)
{
  g_autoptr (GError) error = NULL;
  TlQuickLine *quick = tl_quick_line_parse (fixture->model, line, TODAY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (quick);
  return quick;
}

static void
test_all_marks (Fixture       *fixture,
                gconstpointer  data)
{
  TlPerson *ann = add_person (fixture, "Ann Ferry");
  g_autoptr (TlQuickLine) quick = parse (fixture, "  Grow  account revenue @ann #Result !31 Dec =1200000 EUR ");

  g_assert_cmpstr (quick->title, ==, "Grow account revenue");
  g_assert_true (quick->owner == TL_PARTY (ann));
  g_assert_cmpint (quick->facet, ==, TL_FACET_RESULT);
  g_assert_cmpuint (quick->due, ==, tl_date_new (2026, 12, 31));
  g_assert_cmpfloat (quick->target, ==, 1200000);
  g_assert_cmpstr (quick->unit, ==, "EUR");
  g_assert_cmpint (quick->kind, ==, TL_MEASURE_KIND_CURRENCY);
}

static void
test_plain_title (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const titles[] = {
    "Be #1 in service", "Meet @ noon", "a = b", "Win!", "Launch @scale", "Reach 50 % = half", "#nothing we know", "!soon",
    "Answer =yes", "Umsatz über 3 Mio. €",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (TlQuickLine) quick = parse (fixture, titles[i]);

      g_assert_cmpstr (quick->title, ==, titles[i]);
      g_assert_null (quick->owner);
      g_assert_cmpint (quick->facet, ==, TL_FACET_UNSET);
      g_assert_cmpuint (quick->due, ==, TL_DATE_NONE);
      g_assert_true (isnan (quick->target));
    }
}

/* A number of more digits than a number can have is a part of the title, too. */
static void
test_endless_number (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *digits = g_strnfill (400, '9');
  g_autofree char *line = g_strconcat ("Grow =", digits, NULL);
  g_autoptr (TlQuickLine) quick = parse (fixture, line);

  g_assert_cmpstr (quick->title, ==, line);
  g_assert_true (isnan (quick->target));
}

/* What is not understood ends the marks, so that nothing typed is lost. */
static void
test_stops_at_unknown (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TlQuickLine) quick = parse (fixture, "Be #1 in service @nobody #work");
  g_autoptr (TlQuickLine) twice = parse (fixture, "Plan #work #impact");
  g_autoptr (TlQuickLine) only_marks = parse (fixture, "#work !2026-12-31");

  g_assert_cmpstr (quick->title, ==, "Be #1 in service @nobody");
  g_assert_cmpint (quick->facet, ==, TL_FACET_WORK);
  g_assert_cmpstr (twice->title, ==, "Plan #work");
  g_assert_cmpint (twice->facet, ==, TL_FACET_IMPACT);
  g_assert_cmpstr (only_marks->title, ==, "");
  g_assert_cmpuint (only_marks->due, ==, tl_date_new (2026, 12, 31));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  TlPerson *joan = add_person (fixture, "Joan Smith");
  TlPerson *sales = add_person (fixture, "Sales");
  g_autoptr (GError) error = NULL;

  add_person (fixture, "John Smith");
  add_person (fixture, "Sales Support");

  g_assert_null (tl_quick_line_parse (fixture->model, "Call @jo", TODAY, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“Joan Smith”, “John Smith”"));

  {
    g_autoptr (TlQuickLine) by_two_words = parse (fixture, "Call @joan sm !today");
    g_autoptr (TlQuickLine) whole = parse (fixture, "Call @sales");
    g_autoptr (TlQuickLine) ours = parse (fixture, "Call @Lumen");

    g_assert_true (by_two_words->owner == TL_PARTY (joan));
    g_assert_cmpuint (by_two_words->due, ==, TODAY);
    g_assert_true (whole->owner == TL_PARTY (sales));
    g_assert_true (ours->owner == TL_PARTY (tl_model_get_organisation (fixture->model)));
  }
}

static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char   *mark;
    double        target;
    const char   *unit;
    TlMeasureKind kind;
  } cases[] = {
    { "=12", 12, NULL, TL_MEASURE_KIND_NUMBER },
    { "=2 references", 2, "references", TL_MEASURE_KIND_NUMBER },
    { "=85 %", 85, NULL, TL_MEASURE_KIND_PERCENT },
    { "=85%", 85, NULL, TL_MEASURE_KIND_PERCENT },
    { "=1,200,000 EUR", 1200000, "EUR", TL_MEASURE_KIND_CURRENCY },
    { "=1.200.000 EUR", 1200000, "EUR", TL_MEASURE_KIND_CURRENCY },
    { "=1 200 000 EUR", 1200000, "EUR", TL_MEASURE_KIND_CURRENCY },
    { "=1.2M €", 1200000, "€", TL_MEASURE_KIND_CURRENCY },
    { "=300k", 300000, NULL, TL_MEASURE_KIND_NUMBER },
    { "=4.5", 4.5, NULL, TL_MEASURE_KIND_NUMBER },
    { "=4,5", 4.5, NULL, TL_MEASURE_KIND_NUMBER },
    { "=1,200.5", 1200.5, NULL, TL_MEASURE_KIND_NUMBER },
    { "=1.200,5", 1200.5, NULL, TL_MEASURE_KIND_NUMBER },
    { "=1,200", 1200, NULL, TL_MEASURE_KIND_NUMBER },
    { "=-3", -3, NULL, TL_MEASURE_KIND_NUMBER },
    { "=5 km", 5, "km", TL_MEASURE_KIND_NUMBER },
    { "=3 metres", 3, "metres", TL_MEASURE_KIND_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf ("Grow %s", cases[i].mark);
      g_autoptr (TlQuickLine) quick = parse (fixture, line);

      g_test_message ("%s", line);
      g_assert_cmpstr (quick->title, ==, "Grow");
      g_assert_cmpfloat_with_epsilon (quick->target, cases[i].target, 1e-6);
      g_assert_cmpstr (quick->unit, ==, cases[i].unit);
      g_assert_cmpint (quick->kind, ==, cases[i].kind);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *day;
  } cases[] = {
    { "2027-02-28", "2027-02-28" }, { "31 dec", "2026-12-31" }, { "Dec 31", "2026-12-31" },
    { "31. December", "2026-12-31" }, { "December 31, 2028", "2028-12-31" }, { "1 march", "2027-03-01" },
    { "21 Nov", "2026-11-21" }, { "20 Nov", "2027-11-20" }, { "29 Feb", "2028-02-29" }, { "today", "2026-11-21" },
    { "Tomorrow", "2026-11-22" },
    { "31 Nov", "" }, { "2026-13-01", "" }, { "de 31", "" }, { "31", "" }, { "soon", "" }, { "", "" }, { "tod", "" },
    { "31 December 2026 noon", "" }, { "-1 Dec", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char day[TL_DATE_STRING_SIZE];

      g_test_message ("%s", cases[i].text);
      tl_date_to_string (tl_quick_date_parse (cases[i].text, TODAY), day);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add ("/quick-line/all-marks", Fixture, NULL, set_up, test_all_marks, tear_down);
  g_test_add ("/quick-line/plain-title", Fixture, NULL, set_up, test_plain_title, tear_down);
  g_test_add ("/quick-line/stops-at-unknown", Fixture, NULL, set_up, test_stops_at_unknown, tear_down);
  g_test_add ("/quick-line/endless-number", Fixture, NULL, set_up, test_endless_number, tear_down);
  g_test_add ("/quick-line/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/quick-line/targets", Fixture, NULL, set_up, test_targets, tear_down);
  g_test_add_func ("/quick-line/dates", test_dates);
  return g_test_run ();
}
