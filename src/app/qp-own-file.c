/* qp-own-file.c: files of one's own, catalogues, prices and rules: chosen, added, kept for the next time
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-own-file.h"

#include "app/qp-compat.h"
#include "app/qp-window-private.h"

/**
 * qp_own_file_keep:
 * @file: a file of the user
 * @folder: (type filename): folder of the program's data for the user
 * @error: return location for a #GError, or %NULL
 *
 * Copies @file to where the program looks for it the next time.
 *
 * Returns: whether it is there
 */
gboolean
qp_own_file_keep (GFile *file, const char *folder, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  const gboolean known = g_str_has_suffix (base, ".xml") || g_str_has_suffix (base, ".csv");
  g_autofree char *name = known ? g_strdup (base) : g_strconcat (base, ".xml", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) place = g_file_get_child (parent, name);

  if (g_file_equal (file, place))
    return TRUE;
  if (!g_file_query_exists (parent, NULL) && !g_file_make_directory_with_parents (parent, NULL, error))
    return FALSE;
  return g_file_copy (file, place, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

/**
 * qp_own_file_add:
 * @window: a window
 * @file: a file of the user
 * @add: adds it
 * @failure: title of what is told when that fails
 *
 * Returns: whether it was added; if not, that has been told
 */
gboolean
qp_own_file_add (QpWindow *window, GFile *file, QpOwnFileAdd add, const char *failure)
{
  g_autoptr (GError) error = NULL;

  if (add (window, file, &error))
    return TRUE;
  qp_tell (GTK_WINDOW (window), failure, error->message);
  return FALSE;
}

typedef struct
{
  QpWindow *window;
  QpOwnFileChosen chosen;
} Choice;

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (QpWindow) window = choice->window;
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);

  if (file != NULL && window->session != NULL)
    choice->chosen (window, file);
}

/**
 * qp_own_file_choose:
 * @window: a window
 * @dialog: lets the user choose
 * @chosen: called with what was chosen, if anything
 */
void
qp_own_file_choose (QpWindow *window, QpOwnFileDialog dialog, QpOwnFileChosen chosen)
{
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice){ g_object_ref (window), chosen };
  dialog (GTK_WINDOW (window), on_chosen, choice);
}
