/* test-schema.c: the committed schemas and field tables are those of the tables, and validators agree with the reader
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lib/qp-random.h"
#include "lib/qp-schema.h"
#include "store/qp-store.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
source_file (const char *path)
{
  return g_build_filename (g_getenv ("QP_SOURCE_ROOT"), path, NULL);
}

static void
assert_committed (const char *path, const char *expected)
{
  g_autofree char *name = source_file (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (name, &text, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (text, expected) != 0)
    {
      g_test_message ("%s is not what the tables say; run “ninja update-schema” and look at what changes", path);
      g_test_fail ();
    }
}

static void
test_committed (void)
{
  g_autofree char *project = qp_schema_relax_ng (QP_KIND_PROJECT);
  g_autofree char *catalogue = qp_schema_relax_ng (QP_KIND_CATALOGUE);
  g_autofree char *rules = qp_schema_relax_ng (QP_KIND_RULES);
  g_autofree char *fields = qp_schema_field_tables ();

  assert_committed ("data/schema/project.rng", project);
  assert_committed ("data/schema/rules.rng", rules);
  assert_committed ("data/schema/catalogue.rng", catalogue);
  assert_committed ("doc/file-format-fields.md", fields);
}

static void
write_documents (const char *folder, QpKind root_kind, const char *schema, guint n, GPtrArray *argv)
{
  for (guint seed = 0; seed < n; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (QpNode) root = qp_random_document (rand, root_kind, 40);
      g_autoptr (GBytes) text = qp_store_write (root);
      char *name = g_strdup_printf ("%s/%s-%u.xml", folder, schema, seed);
      g_file_set_contents (name, g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text), NULL);
      g_ptr_array_add (argv, name);
    }
}

static void
remove_files (GPtrArray *argv, guint first)
{
  for (guint i = first; i < argv->len && g_ptr_array_index (argv, i) != NULL; i++)
    g_remove (g_ptr_array_index (argv, i));
}

static int
run_validator (GPtrArray *argv, char **said)
{
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, said, &status, &error);
  g_assert_no_error (error);
  if (*out != '\0')
    {
      g_free (*said);
      *said = g_steal_pointer (&out);
    }
  return status;
}

/* what the writer writes is what the schema allows, whatever the values are */
static void
check_random (const char *const *validator, QpKind root_kind, const char *schema)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_dir_make_tmp ("qp-schema-XXXXXX", NULL);
  g_autofree char *said = NULL;

  for (guint i = 0; validator[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdup (validator[i]));
  g_autofree char *path = g_strdup_printf ("data/schema/%s.rng", schema);
  g_ptr_array_add (argv, source_file (path));
  const guint first = argv->len;
  write_documents (folder, root_kind, schema, 20, argv);
  g_ptr_array_add (argv, NULL);
  if (run_validator (argv, &said) != 0)
    {
      g_test_message ("%s", said);
      g_test_fail ();
    }
  remove_files (argv, first);
  g_rmdir (folder);
}

static const char *const xmllint[] = { "xmllint", "--noout", "--relaxng", NULL };
static const char *const jing[] = { "jing", NULL };

static void
test_random (gconstpointer data)
{
  const char *const *validator = data;
  g_autofree char *found = g_find_program_in_path (validator[0]);

  if (found == NULL)
    {
      g_test_skip ("the validator is not installed");
      return;
    }
  check_random (validator, QP_KIND_PROJECT, "project");
  check_random (validator, QP_KIND_CATALOGUE, "catalogue");
  check_random (validator, QP_KIND_RULES, "rules");
}

/* one wrong value in an otherwise right project must be refused: the schema is not open where it should be strict */
static void
test_strict (void)
{
  static const char *const wrong[] = {
    "city=\"x\" id=\"1\"",         "format=\"2.0\"",      "horizon_years=\"0\"",  "horizon_years=\"1.5\"",
    "standards=\"us\"",            "tax_percent=\"NaN\"", "tax_percent=\"1e3\"",  "unknown=\"1\"",
    "tariff_per_kwh=\"0,65\"",     "xml:lang=\"en\"",
  };
  g_autofree char *found = g_find_program_in_path ("xmllint");
  g_autofree char *schema = source_file ("data/schema/project.rng");

  if (found == NULL)
    {
      g_test_skip ("xmllint is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("qp-schema-XXXXXX", NULL);
      char *name = g_build_filename (folder, "wrong.xml", NULL);
      const gboolean has_id = strstr (wrong[i], "id=") != NULL;
      const gboolean has_format = strstr (wrong[i], "format=") != NULL;
      g_autofree char *text
          = g_strdup_printf ("<project xmlns=\"urn:qianping:project\"%s%s %s/>", has_format ? "" : " format=\"1.0\"",
                             has_id ? "" : " id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"", wrong[i]);
      g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *said = NULL;

      for (guint n = 0; xmllint[n] != NULL; n++)
        g_ptr_array_add (argv, g_strdup (xmllint[n]));
      g_ptr_array_add (argv, g_strdup (schema));
      g_ptr_array_add (argv, name);
      g_ptr_array_add (argv, NULL);
      g_file_set_contents (name, text, -1, NULL);
      if (run_validator (argv, &said) == 0)
        {
          g_test_message ("the schema accepts %s", wrong[i]);
          g_test_fail ();
        }
      g_remove (name);
      g_rmdir (folder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/committed", test_committed);
  g_test_add_data_func ("/schema/random/xmllint", xmllint, test_random);
  g_test_add_data_func ("/schema/random/jing", jing, test_random);
  g_test_add_func ("/schema/strict", test_strict);
  return g_test_run ();
}
