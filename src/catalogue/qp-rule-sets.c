/* qp-rule-sets.c: the rules that screens are held against, built in and of one's own
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "catalogue/qp-rule-sets.h"

#include "store/qp-data.h"
#include "store/qp-store.h"

/**
 * qp_rule_set_read:
 * @bytes: a rule file
 * @findings: (nullable): where problems of the text are added
 * @error: return location for a #GError, or %NULL
 *
 * Reads a file of rules. Whether they can be judged by is asked by qp_rules_check().
 *
 * Returns: (transfer full): the root node, or %NULL with @error set
 */
QpNode *
qp_rule_set_read (GBytes *bytes, QpFindings *findings, GError **error)
{
  return qp_store_read (bytes, QP_KIND_RULES, findings, error);
}

/* the campaign's own rules come first, then what is national, then cities */
static int
compare_sets (gconstpointer a, gconstpointer b)
{
  static const char *const order[]
      = { "campaign", "cmg-8k", "uwa", "gb50464", "cjj149", "night-light", "window-light", "guangzhou", "shenzhen", "other-cities", "acceptance" };
  guint places[2] = { 0, 0 };

  for (guint side = 0; side < 2; side++)
    {
      const QpRules *set = *(const QpRules *const *) (side == 0 ? a : b);
      while (places[side] < G_N_ELEMENTS (order) && g_strcmp0 (set->key, order[places[side]]) != 0)
        places[side]++;
    }
  return (int) places[0] - (int) places[1];
}

/**
 * qp_rule_sets_load_builtin:
 * @findings: (nullable): where problems of the text are added
 * @error: return location for a #GError, or %NULL
 *
 * Reads the built-in files `data/rules/`.
 *
 * Returns: (transfer full) (element-type QpNode): the sets, the campaign's first, or %NULL with @error set
 */
GPtrArray *
qp_rule_sets_load_builtin (QpFindings *findings, GError **error)
{
  g_auto (GStrv) names = qp_data_list ("rules");
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_build_path ("/", "rules", *name, NULL);
      g_autoptr (GBytes) bytes = qp_data_file (path, error);
      QpNode *set = bytes == NULL ? NULL : qp_rule_set_read (bytes, findings, error);
      if (set == NULL)
        {
          g_prefix_error (error, "%s: ", path);
          return NULL;
        }
      g_ptr_array_add (sets, set);
    }
  g_ptr_array_sort (sets, compare_sets);
  return g_steal_pointer (&sets);
}

/**
 * qp_rule_sets_user_folder:
 *
 * Returns: (transfer full) (type filename): folder of the user's own rules, which need not exist
 */
char *
qp_rule_sets_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "qianping", "rules", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
add_file (GPtrArray *sets, const char *path, QpFindings *findings)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = file == NULL ? NULL : g_mapped_file_get_bytes (file);
  QpNode *set = bytes == NULL ? NULL : qp_rule_set_read (bytes, findings, &error);

  if (set != NULL)
    g_ptr_array_add (sets, set);
  else if (findings != NULL)
    qp_findings_add (findings, QP_SEVERITY_ERROR, "rules-unreadable", 0, name, NULL,
                     _ ("Your rules “%s” can’t be read and are left out: %s"), name, error->message);
}

/**
 * qp_rule_sets_add_folder:
 * @sets: (element-type QpNode): sets of rules, to be added to
 * @folder: (type filename): a folder with rule files, which need not exist
 * @findings: (nullable): what is wrong with the files
 *
 * Adds the rules of a folder, in the order of the names of its files. A file that can't be read is told and left out.
 */
void
qp_rule_sets_add_folder (GPtrArray *sets, const char *folder, QpFindings *findings)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  for (guint i = 0; i < paths->len; i++)
    add_file (sets, g_ptr_array_index (paths, i), findings);
}
