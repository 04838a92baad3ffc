/* qp-data.c: the files that are built into the program: catalogue, schemas, sample projects
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "store/qp-data.h"

#include "base/qp-error.h"
#include "qp-data-resources.h"

#include <stdlib.h>
#include <string.h>

#define ROOT "/io/github/qianping/Qianping/data/"

/**
 * qp_data_file:
 * @path: a path below `data/`, such as `samples/guangdong.qianping`
 * @error: return location for a #GError, or %NULL
 *
 * Gives a built-in file. Nothing is read from disk, so the program needs no installed data folder.
 *
 * Returns: (transfer full): its bytes, or %NULL with %QP_ERROR_NOT_FOUND
 */
GBytes *
qp_data_file (const char *path, GError **error)
{
  g_autofree char *full = g_strconcat (ROOT, path, NULL);
  GBytes *bytes = g_resource_lookup_data (qp_data_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND, _ ("There is no built-in file “%s”."), path);
  return bytes;
}

/* The languages in which the sample is there, the first for everyone who reads none of them. */
static const struct
{
  const char *language;
  const char *path;
} editions[] = {
  { "en", "samples/guangdong.qianping" },
  { "zh_CN", "samples/guangdong.zh_CN.qianping" },
};

/* GLib puts "zh" behind "zh_TW" too, so that after one of these a mere "zh" does not say simplified. */
static gboolean
is_traditional (const char *name)
{
  return strstr (name, "Hant") != NULL || g_str_has_prefix (name, "zh_TW") || g_str_has_prefix (name, "zh_HK")
         || g_str_has_prefix (name, "zh_MO");
}

static gboolean
is_language (const char *name, const char *language)
{
  gsize length = strlen (language);

  return strncmp (name, language, length) == 0 && !g_ascii_isalpha (name[length]);
}

static const char *
user_language (void)
{
  gboolean traditional = FALSE;

  for (const char *const *name = g_get_language_names (); *name != NULL && !is_language (*name, "en"); name++)
    if (is_traditional (*name))
      traditional = TRUE;
    else if (is_language (*name, "zh") && (!traditional || g_str_has_prefix (*name, "zh_")))
      return "zh_CN";
  return editions[0].language;
}

/**
 * qp_data_sample:
 * @language: (nullable): `en` or `zh_CN`, or %NULL for the user's language
 * @error: return location for a #GError, or %NULL
 *
 * Gives the built-in sample project. Its editions differ in their texts only: ids, numbers, dates and addresses are
 * the same. Users of simplified Chinese get the Chinese one, all others the English one.
 *
 * Returns: (transfer full): the bytes of the project file, or %NULL with %QP_ERROR_NOT_FOUND
 */
GBytes *
qp_data_sample (const char *language, GError **error)
{
  if (language == NULL)
    language = user_language ();
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    if (g_str_equal (editions[i].language, language))
      return qp_data_file (editions[i].path, error);
  g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND, _ ("The sample is there in en and zh_CN, not in “%s”."), language);
  return NULL;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * qp_data_list:
 * @folder: a folder below `data/`, such as `catalogue`
 *
 * Returns: (transfer full): the names of the built-in files in it, sorted, each without the folder; empty when
 *   there is no such folder
 */
char **
qp_data_list (const char *folder)
{
  g_autofree char *full = g_strconcat (ROOT, folder, NULL);
  char **names = g_resource_enumerate_children (qp_data_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    return g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}
