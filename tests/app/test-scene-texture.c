/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a picture as pixels: their size, that they are what the painter paints, and that they meet. */

#include "config.h"

#include "tl-scene-texture.h"

#define SIDE 64

static TlScene *
create_scene (void)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  for (guint i = 0; i < 4; i++)
    {
      const TlCard card = {
        .id = (const char *[]) { "a", "b", "c", "d" }[i],
        .box = { 300.0 * (i % 2), 150.0 * (i / 2), TL_CARD_WIDTH, TL_CARD_HEIGHT },
        .facet = 1 + i % 3,
        .title = "Keep customers",
      };

      tl_scene_add_card (scene, &card);
    }

  return scene;
}

static GdkTexture *
create_texture (TlScene      *scene,
                const TlRect *area,
                double        scale)
{
  return tl_scene_texture_new (scene, &(TlPainter) {
    .palette = tl_palette_get (FALSE, FALSE), .scale = scale, .layers = TL_LAYERS_FILE,
  }, area);
}

static void
test_size (void)
{
  g_autoptr (TlScene) scene = create_scene ();
  g_autoptr (GdkTexture) whole = create_texture (scene, &(TlRect) { 0, 0, 100, 50 }, 2);
  g_autoptr (GdkTexture) part = create_texture (scene, &(TlRect) { 0, 0, 100.2, 50 }, 1);
  g_autoptr (GdkTexture) third = create_texture (scene, &(TlRect) { 0, 0, SIDE / 0.3, SIDE / 0.3 }, 0.3);

  g_assert_cmpint (gdk_texture_get_width (whole), ==, 200);
  g_assert_cmpint (gdk_texture_get_height (whole), ==, 100);
  g_assert_cmpint (gdk_texture_get_width (part), ==, 101);
  g_assert_cmpint (gdk_texture_get_width (third), ==, SIDE);
  g_assert_cmpint (gdk_texture_get_height (third), ==, SIDE);
}

static void
test_too_large (void)
{
  g_autoptr (TlScene) scene = create_scene ();

  g_assert_null (create_texture (scene, &(TlRect) { 0, 0, 1e6, 50 }, 1));
}

static void
test_ground_fills_it (void)
{
  g_autoptr (TlScene) scene = create_scene ();
  g_autoptr (GdkTexture) texture = create_texture (scene, &(TlRect) { -40, -40, 10.4, 10.4 }, 1);
  guint32 pixels[11 * 11];

  gdk_texture_download (texture, (guchar *) pixels, 11 * sizeof (guint32));
  for (guint i = 0; i < G_N_ELEMENTS (pixels); i++)
    g_assert_cmphex (pixels[i], ==, pixels[0]);
  g_assert_cmphex (pixels[0] >> 24, ==, 0xff);
}

/* Two halves side by side are what was painted at once. */
static void
test_parts_meet (void)
{
  g_autoptr (TlScene) scene = create_scene ();
  g_autoptr (GdkTexture) whole = create_texture (scene, &(TlRect) { 200, 20, 2 * SIDE, SIDE }, 1);
  guint32 expected[SIDE][2 * SIDE];
  guint n_different = 0;

  gdk_texture_download (whole, (guchar *) expected, sizeof expected[0]);
  for (guint half = 0; half < 2; half++)
    {
      g_autoptr (GdkTexture) part = create_texture (scene, &(TlRect) { 200 + half * SIDE, 20, SIDE, SIDE }, 1);
      guint32 pixels[SIDE][SIDE];

      gdk_texture_download (part, (guchar *) pixels, sizeof pixels[0]);
      for (guint row = 0; row < SIDE; row++)
        for (guint column = 0; column < SIDE; column++)
          n_different += pixels[row][column] != expected[row][half * SIDE + column];
    }

  g_assert_cmpuint (n_different, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-texture/size", test_size);
  g_test_add_func ("/scene-texture/too-large", test_too_large);
  g_test_add_func ("/scene-texture/ground-fills-it", test_ground_fills_it);
  g_test_add_func ("/scene-texture/parts-meet", test_parts_meet);

  return g_test_run ();
}
