/* test-language.c: a thread that speaks another language than the program
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-error.h"

#include <glib/gstdio.h>
#include <string.h>

static gpointer
words_of_another (gpointer data)
{
  return (gpointer) _ ("Screen");
}

static void
test_thread (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (_ ("Screen"), ==, "Screen");
  g_assert_true (qp_language_begin ("zh_CN", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (_ ("Screen"), ==, "大屏");
  g_assert_cmpstr (C_ ("language of rules", "en"), ==, "zh");
  g_assert_cmpstr (ngettext ("%u point", "%u points", 1), !=, "%u point"); /* one form for all numbers */
  g_assert_cmpstr (ngettext ("%u point", "%u points", 1), ==, ngettext ("%u point", "%u points", 2));
  g_assert_cmpstr (_ ("a text that nobody translated"), ==, "a text that nobody translated");
  GThread *thread = g_thread_new ("other", words_of_another, NULL);
  g_assert_cmpstr (g_thread_join (thread), ==, "Screen"); /* others go on as they were */
  g_assert_true (qp_language_begin ("en", NULL));
  g_assert_cmpstr (_ ("Screen"), ==, "Screen");
  g_assert_cmpstr (ngettext ("%u point", "%u points", 2), ==, "%u points");
  g_assert_cmpstr (C_ ("language of rules", "en"), ==, "en");
  qp_language_end ();
  g_assert_cmpstr (_ ("Screen"), ==, "Screen");
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (qp_language_begin ("xx", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (_ ("Screen"), ==, "Screen");
}

/* whatever stands in the file, nothing outside of it is read */
static void
test_broken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qianping-language-XXXXXX", NULL), *inner = g_build_filename (folder, "xx", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (inner, GETTEXT_PACKAGE ".mo", NULL), *good = NULL, *mo = NULL;
  g_autofree char *before = g_strdup (qp_locale_folder ());
  gsize length;

  mo = g_build_filename (before, "zh_CN", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_assert_true (g_file_get_contents (mo, &good, &length, NULL));
  g_mkdir_with_parents (inner, 0700);
  g_setenv ("QIANPING_LOCALEDIR", folder, TRUE);
  for (guint round = 0; round < 200; round++)
    {
      const gsize kept = round % 4 == 0 ? (gsize) g_test_rand_int_range (0, (int) length) : length;
      g_autofree char *bad = g_memdup2 (good, length);
      for (guint i = 0; i < 20; i++)
        bad[g_test_rand_int_range (4, 4000)] = (char) g_test_rand_int ();
      g_assert_true (g_file_set_contents (path, bad, (gssize) kept, NULL));
      if (qp_language_begin ("xx", NULL))
        {
          g_assert_nonnull (_ ("Screen"));
          g_assert_nonnull (_ ("zzz"));
        }
      qp_language_end ();
    }
  g_setenv ("QIANPING_LOCALEDIR", before, TRUE);
  g_unlink (path);
  g_rmdir (inner);
  g_autofree char *middle = g_path_get_dirname (inner);
  g_rmdir (middle);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qp_set_up_language ();
  g_test_add_func ("/language/thread", test_thread);
  g_test_add_func ("/language/missing", test_missing);
  g_test_add_func ("/language/broken", test_broken);
  return g_test_run ();
}
