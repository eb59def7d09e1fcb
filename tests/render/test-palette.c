/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-palette.h"

#define TEXT_CONTRAST  4.5
#define GLYPH_CONTRAST 3.0

static void
check_text (const TlColour *text,
            const TlColour *ground)
{
  g_assert_cmpfloat (tl_colour_contrast (text, ground), >=, TEXT_CONTRAST);
}

static void
check_palette (const TlPalette *palette)
{
  check_text (&palette->text, &palette->card);
  check_text (&palette->dim_text, &palette->card);
  check_text (&palette->text, &palette->background);
  check_text (&palette->dim_text, &palette->background);
  check_text (&palette->band_text, &palette->background);
  check_text (&palette->band_text, &palette->stripe);
  check_text (&palette->region_text, &palette->background);

  for (TlFacet facet = 0; facet < TL_N_FACETS; facet++)
    check_text (&palette->facets[facet], &palette->card);
  for (TlHealth health = 0; health < TL_N_HEALTHS; health++)
    g_assert_cmpfloat (tl_colour_contrast (&palette->healths[health], &palette->card), >=, GLYPH_CONTRAST);
  g_assert_cmpfloat (tl_colour_contrast (&palette->tension, &palette->background), >=, GLYPH_CONTRAST);
  g_assert_cmpfloat (tl_colour_contrast (&palette->accent, &palette->background), >=, GLYPH_CONTRAST);
  g_assert_cmpfloat (tl_colour_contrast (&palette->gap, &palette->card), >=, GLYPH_CONTRAST);
}

static void
test_contrast (void)
{
  for (int i = 0; i < 4; i++)
    check_palette (tl_palette_get (i & 1, i & 2));
}

static void
test_choice (void)
{
  for (int i = 0; i < 4; i++)
    {
      const TlPalette *palette = tl_palette_get (i & 1, i & 2);

      g_assert_cmpint (palette->dark, ==, (i & 1) != 0);
      g_assert_cmpint (palette->high_contrast, ==, (i & 2) != 0);
    }
}

static double
measure_distance (const TlColour *one,
                  const TlColour *other)
{
  double red = one->red - other->red;
  double green = one->green - other->green;
  double blue = one->blue - other->blue;

  return red * red + green * green + blue * blue;
}

/* A colour never means a facet here and a health there; grey means "not said" in both. */
static void
test_facets_and_healths_apart (void)
{
  for (int i = 0; i < 4; i++)
    {
      const TlPalette *palette = tl_palette_get (i & 1, i & 2);

      for (TlFacet facet = TL_FACET_WORK; facet < TL_N_FACETS; facet++)
        for (TlHealth health = TL_HEALTH_ON_TRACK; health < TL_N_HEALTHS; health++)
          g_assert_cmpfloat (measure_distance (&palette->facets[facet], &palette->healths[health]), >, 0.05);
    }
}

static void
test_colours (void)
{
  TlColour colour = tl_colour_from_rgb (0x1a5fb4);
  TlColour white = tl_colour_from_rgb (0xffffff);
  TlColour black = tl_colour_from_rgb (0x000000);
  TlColour half = tl_colour_mix (black, white, 0.5);

  g_assert_cmphex (tl_colour_to_rgb (&colour), ==, 0x1a5fb4);
  g_assert_cmphex (tl_colour_to_rgb (&half), ==, 0x808080);
  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (&black, &white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (&white, &white), 1.0, 1e-9);
  g_assert_cmpfloat (tl_colour_with_alpha (white, 0.25).alpha, ==, 0.25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/choice", test_choice);
  g_test_add_func ("/palette/facets-and-healths-apart", test_facets_and_healths_apart);
  g_test_add_func ("/palette/colours", test_colours);

  return g_test_run ();
}
