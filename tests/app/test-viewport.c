/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "tl-viewport.h"

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.01)

/* A screen of 800 x 600 onto a picture that begins at (-100, 50). */
static TlViewport *
create (double width,
        double height)
{
  TlViewport *viewport = tl_viewport_new ();

  tl_viewport_set_size (viewport, 800, 600);
  tl_viewport_set_world (viewport, &GRAPHENE_RECT_INIT (-100, 50, width, height));
  return viewport;
}

static void
test_fit_large (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 1000);
  graphene_point_t left, right;

  tl_viewport_fit (viewport);
  left = tl_viewport_world_to_screen (viewport, -100, 50);
  right = tl_viewport_world_to_screen (viewport, 3900, 1050);

  assert_near (tl_viewport_get_zoom (viewport), (800 - 2 * TL_VIEWPORT_RIM) / 4000);
  assert_near (left.x, TL_VIEWPORT_RIM);
  assert_near (right.x, 800 - TL_VIEWPORT_RIM);
  assert_near (left.y + right.y, 600);
  assert_near (tl_viewport_get_extent (viewport, FALSE), 800);
}

/* What lies over the lower edge hides nothing of a picture that fits, is at its end, or was looked for. */
static void
test_foot (void)
{
  g_autoptr (TlViewport) viewport = create (1000, 4000);
  const graphene_rect_t last = GRAPHENE_RECT_INIT (0, 3950, 100, 100);
  const graphene_rect_t middle = GRAPHENE_RECT_INIT (0, 2950, 100, 100);

  tl_viewport_set_foot (viewport, 70);
  tl_viewport_fit (viewport);
  assert_near (tl_viewport_get_zoom (viewport), (600 - TL_VIEWPORT_RIM - 70) / 4000);
  assert_near (tl_viewport_world_to_screen (viewport, 0, 50).y, TL_VIEWPORT_RIM);
  assert_near (tl_viewport_world_to_screen (viewport, 0, 4050).y, 530);
  assert_near (tl_viewport_get_extent (viewport, TRUE), 600);
  assert_near (tl_viewport_get_room (viewport, FALSE), 800 - 2 * TL_VIEWPORT_RIM);

  tl_viewport_zoom_about (viewport, 1, 0, 0);
  tl_viewport_reveal (viewport, &middle);
  assert_near (tl_viewport_world_to_screen (viewport, 0, 3050).y, 530);
  tl_viewport_reveal (viewport, &last);
  assert_near (tl_viewport_world_to_screen (viewport, 0, 4050).y, 530);
  tl_viewport_set_scroll (viewport, 0, 1e6);
  assert_near (tl_viewport_world_to_screen (viewport, 0, 4050).y, 530);
}

static void
test_fit_small (void)
{
  g_autoptr (TlViewport) viewport = create (200, 100);
  graphene_point_t middle;

  tl_viewport_fit (viewport);
  middle = tl_viewport_world_to_screen (viewport, 0, 100);

  assert_near (tl_viewport_get_zoom (viewport), 1);
  assert_near (middle.x, 400);
  assert_near (middle.y, 300);
}

static void
test_there_and_back (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);

  tl_viewport_zoom_about (viewport, 0.7, 123, 456);
  tl_viewport_set_scroll (viewport, 700, 300);

  for (double x = 0; x <= 800; x += 200)
    {
      graphene_point_t world = tl_viewport_screen_to_world (viewport, x, 300);
      graphene_point_t screen = tl_viewport_world_to_screen (viewport, world.x, world.y);

      assert_near (screen.x, x);
      assert_near (screen.y, 300);
    }
}

static void
test_zoom_keeps_pointer (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);
  graphene_point_t before, after;

  tl_viewport_set_scroll (viewport, 1500, 1200);
  before = tl_viewport_screen_to_world (viewport, 250, 400);
  tl_viewport_zoom_about (viewport, 1.7, 250, 400);
  after = tl_viewport_screen_to_world (viewport, 250, 400);

  assert_near (tl_viewport_get_zoom (viewport), 1.7);
  assert_near (before.x, after.x);
  assert_near (before.y, after.y);
}

static void
test_zoom_is_held (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);

  tl_viewport_zoom_about (viewport, 1000, 0, 0);
  assert_near (tl_viewport_get_zoom (viewport), TL_VIEWPORT_ZOOM_MAX);
  tl_viewport_zoom_about (viewport, 0, 0, 0);
  assert_near (tl_viewport_get_zoom (viewport), TL_VIEWPORT_ZOOM_MIN);
}

static void
test_scroll_is_held (void)
{
  g_autoptr (TlViewport) viewport = create (1000, 100);

  tl_viewport_set_scroll (viewport, -50, 80);
  assert_near (tl_viewport_get_scroll (viewport, FALSE), 0);
  assert_near (tl_viewport_get_scroll (viewport, TRUE), 0);

  tl_viewport_set_scroll (viewport, 1e6, 0);
  assert_near (tl_viewport_get_scroll (viewport, FALSE), 1000 + 2 * TL_VIEWPORT_RIM - 800);
  assert_near (tl_viewport_get_extent (viewport, FALSE), 1000 + 2 * TL_VIEWPORT_RIM);
  assert_near (tl_viewport_get_page (viewport, FALSE), 800);
}

static void
test_resize_keeps_middle (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);
  graphene_point_t before, after;

  tl_viewport_set_scroll (viewport, 1500, 1200);
  before = tl_viewport_screen_to_world (viewport, 400, 300);
  tl_viewport_set_size (viewport, 500, 900);
  after = tl_viewport_screen_to_world (viewport, 250, 450);

  assert_near (before.x, after.x);
  assert_near (before.y, after.y);
}

static void
test_reveal (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);
  graphene_rect_t card = GRAPHENE_RECT_INIT (2000, 1500, 220, 80);
  graphene_rect_t screen;

  g_assert_true (tl_viewport_reveal (viewport, &card));
  screen = tl_viewport_rect_to_screen (viewport, &card);
  g_assert_cmpfloat (screen.origin.x, >=, 0);
  g_assert_cmpfloat (screen.origin.x + screen.size.width, <=, 800);
  g_assert_cmpfloat (screen.origin.y + screen.size.height, <=, 600);

  /* What is on the screen already stays where it is. */
  g_assert_false (tl_viewport_reveal (viewport, &card));
}

static void
test_reveal_too_large (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);
  graphene_rect_t wide = GRAPHENE_RECT_INIT (1000, 500, 2000, 80);

  g_assert_true (tl_viewport_reveal (viewport, &wide));
  assert_near (tl_viewport_rect_to_screen (viewport, &wide).origin.x, 32);
}

static void
test_fit_part (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);
  graphene_rect_t wide = GRAPHENE_RECT_INIT (1000, 500, 2000, 80);
  graphene_rect_t small = GRAPHENE_RECT_INIT (1000, 500, 20, 10);

  assert_near (tl_viewport_get_zoom_for (viewport, &wide), (800 - 2 * TL_VIEWPORT_RIM) / 2000);
  /* A single card does not become a poster. */
  assert_near (tl_viewport_get_zoom_for (viewport, &small), 1);
}

static void
test_place (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);
  graphene_point_t screen;

  tl_viewport_place (viewport, 2000, 1500, 100, 200);
  screen = tl_viewport_world_to_screen (viewport, 2000, 1500);
  assert_near (screen.x, 100);
  assert_near (screen.y, 200);

  /* As far as there is something to see. */
  tl_viewport_place (viewport, -100, 50, 400, 300);
  screen = tl_viewport_world_to_screen (viewport, -100, 50);
  assert_near (screen.x, TL_VIEWPORT_RIM);
  assert_near (screen.y, TL_VIEWPORT_RIM);
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_tells_of_changes (void)
{
  g_autoptr (TlViewport) viewport = create (4000, 3000);
  guint n_changes = 0;

  g_signal_connect_swapped (viewport, "changed", G_CALLBACK (count_cb), &n_changes);
  tl_viewport_set_scroll (viewport, 10, 10);
  g_assert_cmpuint (n_changes, ==, 1);
  tl_viewport_set_scroll (viewport, 10, 10);
  tl_viewport_set_size (viewport, 800, 600);
  tl_viewport_zoom_about (viewport, 1, 5, 5);
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_no_picture (void)
{
  g_autoptr (TlViewport) viewport = tl_viewport_new ();

  tl_viewport_fit (viewport);
  g_assert_true (isfinite (tl_viewport_get_zoom (viewport)));
  g_assert_true (isfinite (tl_viewport_get_visible (viewport).size.width));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport/fit-large", test_fit_large);
  g_test_add_func ("/viewport/foot", test_foot);
  g_test_add_func ("/viewport/fit-small", test_fit_small);
  g_test_add_func ("/viewport/there-and-back", test_there_and_back);
  g_test_add_func ("/viewport/zoom-keeps-pointer", test_zoom_keeps_pointer);
  g_test_add_func ("/viewport/zoom-is-held", test_zoom_is_held);
  g_test_add_func ("/viewport/scroll-is-held", test_scroll_is_held);
  g_test_add_func ("/viewport/resize-keeps-middle", test_resize_keeps_middle);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/reveal-too-large", test_reveal_too_large);
  g_test_add_func ("/viewport/fit-part", test_fit_part);
  g_test_add_func ("/viewport/place", test_place);
  g_test_add_func ("/viewport/tells-of-changes", test_tells_of_changes);
  g_test_add_func ("/viewport/no-picture", test_no_picture);

  return g_test_run ();
}
