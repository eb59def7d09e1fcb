/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-text-fold.h"

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "Inès", "ines" }, { "ŁÓDŹ", "lodz" }, { "Bjørn", "bjorn" }, { "Straße", "strasse" },
    { "Ærø", "aero" }, { "Đoàn", "doan" }, { "ﬁt", "fit" }, { "İstanbul", "istanbul" }, { "", "" }, { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tl_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_words (void)
{
  g_auto (GStrv) words = tl_text_fold_words ("  Ínes \t GROW\n");
  g_auto (GStrv) none = tl_text_fold_words (" ");
  g_auto (GStrv) nothing = tl_text_fold_words (NULL);

  g_assert_cmpuint (g_strv_length (words), ==, 2);
  g_assert_cmpstr (words[0], ==, "ines");
  g_assert_cmpstr (words[1], ==, "grow");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_true (tl_text_has_all_words ("we grow with ines", (const char * const *) words));
  g_assert_false (tl_text_has_all_words ("we grow", (const char * const *) words));
  g_assert_true (tl_text_has_all_words ("", (const char * const *) none));
}

static void
test_blank (void)
{
  g_assert_true (tl_text_is_blank (NULL));
  g_assert_true (tl_text_is_blank (""));
  g_assert_true (tl_text_is_blank (" \t\r\n"));
  g_assert_false (tl_text_is_blank (" a "));
  g_assert_false (tl_text_is_blank ("\xff"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-fold/fold", test_fold);
  g_test_add_func ("/text-fold/words", test_words);
  g_test_add_func ("/text-fold/blank", test_blank);

  return g_test_run ();
}
