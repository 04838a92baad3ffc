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
