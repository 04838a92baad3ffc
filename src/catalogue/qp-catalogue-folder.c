/* qp-catalogue-folder.c: catalogues of one's own, as files in the user's data folder
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "catalogue/qp-catalogue.h"

#include "store/qp-store.h"

/* A record is left out when it has an error of its own: what can't be true must not be calculated with. */
static gboolean
is_sound (const QpNode *root, guint index)
{
  QpNode *record = qp_node_list_get (root->children, index);
  g_autoptr (QpNodeList) alone = qp_node_list_new (&record, 1);
  g_autoptr (QpNode) document = qp_node_with_children (root, alone);
  g_autoptr (QpFindings) findings = qp_findings_new ();

  qp_catalogue_check (document, findings);
  return qp_findings_count (findings, QP_SEVERITY_ERROR) == 0;
}

/**
 * qp_catalogue_read_sound:
 * @bytes: a catalogue document
 * @findings: where problems are added, each with its line
 * @n_refused: (out): how many records were left out
 * @error: return location for a #GError, or %NULL
 *
 * Reads and checks a catalogue of one's own. Records that can't be true are left out.
 *
 * Returns: (transfer full): the root node with the sound records, or %NULL with @error set
 */
QpNode *
qp_catalogue_read_sound (GBytes *bytes, QpFindings *findings, guint *n_refused, GError **error)
{
  g_autoptr (QpNode) root = qp_catalogue_read (bytes, findings, error);

  *n_refused = 0;
  if (root == NULL)
    return NULL;
  g_autoptr (GPtrArray) sound = g_ptr_array_new ();
  qp_catalogue_check_text (root, bytes, findings);
  for (guint i = 0; i < qp_node_list_length (root->children); i++)
    if (is_sound (root, i))
      g_ptr_array_add (sound, qp_node_list_get (root->children, i));
  *n_refused = qp_node_list_length (root->children) - sound->len;
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) sound->pdata, sound->len);
  return qp_node_with_children (root, list);
}

/**
 * qp_catalogue_user_folder:
 *
 * Returns: (transfer full) (type filename): folder of the user's own catalogues, which need not exist
 */
char *
qp_catalogue_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "qianping", "catalogue", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
files_in (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".csv"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static QpNode *
read_file (const char *path, QpFindings *findings)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = file == NULL ? NULL : g_mapped_file_get_bytes (file);
  g_autoptr (QpFindings) own = qp_findings_new ();
  guint n_refused = 0;
  QpNode *root = bytes == NULL ? NULL : qp_catalogue_read_sound (bytes, own, &n_refused, &error);

  if (root == NULL)
    qp_findings_add (findings, QP_SEVERITY_ERROR, "catalogue-unreadable", 0, name, NULL,
                     _ ("Your catalogue “%s” can’t be read and is left out: %s"), name, error->message);
  for (guint i = 0; i < qp_findings_length (own); i++)
    {
      const QpFinding *finding = qp_findings_get (own, i);
      qp_findings_add (findings, finding->severity, finding->code, finding->line, name, finding->field, "%s",
                       finding->message);
    }
  return root;
}

/**
 * qp_catalogue_with_folder:
 * @self: a catalogue
 * @folder: (type filename): a folder with catalogue files, which need not exist
 * @findings: what is wrong with the files, each with its line; the element is the file
 *
 * Lays the catalogues of a folder over @self, in the order of their names. A file that can't be read, and a record
 * that can't be true, is told and left out.
 *
 * Returns: (transfer full): the catalogue with all of them
 */
QpCatalogue *
qp_catalogue_with_folder (QpCatalogue *self, const char *folder, QpFindings *findings)
{
  g_autoptr (GPtrArray) paths = files_in (folder);
  QpCatalogue *all = qp_catalogue_ref (self);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (QpNode) root = read_file (g_ptr_array_index (paths, i), findings);
      if (root == NULL)
        continue;
      g_autoptr (QpCatalogue) before = all;
      all = qp_catalogue_with_own (before, root);
    }
  return all;
}
