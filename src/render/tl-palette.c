/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of a picture, in four designs: light and dark, each also in high contrast.
 *
 * The colours of the facets (blue, purple, teal) and those of how a goal stands (green, amber, red) are kept
 * apart, so that no colour ever means two things on one card.  Teal leans towards blue and green towards
 * yellow for the same reason.  What is read as text keeps 4.5:1 against what it stands on, glyphs 3:1;
 * tests/render checks both.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-palette.h"

#define RGB(rgb)                                                                                                \
  {                                                                                                             \
    ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1.0                         \
  }

static const TlPalette light = {
  .dark = FALSE,
  .background = RGB (0xfafafb),
  .stripe = RGB (0xf1f2f5),
  .band_text = RGB (0x5e6370),
  .region = RGB (0xc4c8d2),
  .region_text = RGB (0x3d414c),
  .card = RGB (0xffffff),
  .card_border = RGB (0xd5d8df),
  .shadow = { 0.07, 0.09, 0.16, 0.07 },
  .text = RGB (0x22242b),
  .dim_text = RGB (0x646975),
  .gap = RGB (0x8d929e),
  .track = RGB (0xe6e8ed),
  .tick = RGB (0x4a4e59),
  .edge = RGB (0xb0b6c3),
  .critical = RGB (0x4a4e59),
  .accent = RGB (0x1c71d8),
  .found = RGB (0xf6c544),
  .tension = RGB (0xd12f3b),
  .facets = { RGB (0x646975), RGB (0x1a5fb4), RGB (0x8038a6), RGB (0x087284) },
  .healths = { RGB (0x858a96), RGB (0x2a9d4a), RGB (0xc98200), RGB (0xd8232f) },
};

static const TlPalette dark = {
  .dark = TRUE,
  .background = RGB (0x1c1d21),
  .stripe = RGB (0x232429),
  .band_text = RGB (0xa0a5b2),
  .region = RGB (0x4c505b),
  .region_text = RGB (0xd0d3db),
  .card = RGB (0x2e3036),
  .card_border = RGB (0x42454e),
  .shadow = { 0.0, 0.0, 0.0, 0.22 },
  .text = RGB (0xf4f5f7),
  .dim_text = RGB (0xabb0bc),
  .gap = RGB (0x8d929e),
  .track = RGB (0x464953),
  .tick = RGB (0xd6d9e0),
  .edge = RGB (0x636976),
  .critical = RGB (0xd6d9e0),
  .accent = RGB (0x62a0ea),
  .found = RGB (0xb98a12),
  .tension = RGB (0xff7a74),
  .facets = { RGB (0xabb0bc), RGB (0x8ab8f5), RGB (0xd59cf0), RGB (0x5cc8d6) },
  .healths = { RGB (0x9ea3af), RGB (0x57c76f), RGB (0xf0b429), RGB (0xff6b62) },
};

static const TlPalette light_contrast = {
  .dark = FALSE,
  .high_contrast = TRUE,
  .background = RGB (0xffffff),
  .stripe = RGB (0xececef),
  .band_text = RGB (0x000000),
  .region = RGB (0x000000),
  .region_text = RGB (0x000000),
  .card = RGB (0xffffff),
  .card_border = RGB (0x3a3a40),
  .shadow = { 0.0, 0.0, 0.0, 0.0 },
  .text = RGB (0x000000),
  .dim_text = RGB (0x2b2b30),
  .gap = RGB (0x000000),
  .track = RGB (0xc6c8ce),
  .tick = RGB (0x000000),
  .edge = RGB (0x5a5d66),
  .critical = RGB (0x000000),
  .accent = RGB (0x0a4aa6),
  .found = RGB (0xffd400),
  .tension = RGB (0xa30010),
  .facets = { RGB (0x2b2b30), RGB (0x0b418a), RGB (0x5f1a85), RGB (0x00505e) },
  .healths = { RGB (0x505058), RGB (0x0d6b2a), RGB (0x8f5600), RGB (0xb00012) },
};

static const TlPalette dark_contrast = {
  .dark = TRUE,
  .high_contrast = TRUE,
  .background = RGB (0x000000),
  .stripe = RGB (0x17181b),
  .band_text = RGB (0xffffff),
  .region = RGB (0xffffff),
  .region_text = RGB (0xffffff),
  .card = RGB (0x0d0e10),
  .card_border = RGB (0xd0d2d8),
  .shadow = { 0.0, 0.0, 0.0, 0.0 },
  .text = RGB (0xffffff),
  .dim_text = RGB (0xe2e4ea),
  .gap = RGB (0xffffff),
  .track = RGB (0x565a64),
  .tick = RGB (0xffffff),
  .edge = RGB (0xb4b8c2),
  .critical = RGB (0xffffff),
  .accent = RGB (0x8fc0ff),
  .found = RGB (0xffd400),
  .tension = RGB (0xff9a96),
  .facets = { RGB (0xe2e4ea), RGB (0xa9cdff), RGB (0xe6bcfb), RGB (0x86e3ee) },
  .healths = { RGB (0xc6c9d1), RGB (0x7be38f), RGB (0xffcb4d), RGB (0xff8a82) },
};

/**
 * tl_palette_get:
 * @is_dark: whether the surroundings are dark
 * @high_contrast: whether the strongest contrast is asked for
 *
 * Returns: (transfer none): the colours; they never change and are never freed
 */
const TlPalette *
tl_palette_get (gboolean is_dark,
                gboolean high_contrast)
{
  if (high_contrast)
    return is_dark ? &dark_contrast : &light_contrast;

  return is_dark ? &dark : &light;
}
