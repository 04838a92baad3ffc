/* test-broken.c: every broken file gives its own clear sentence with the right line, and what can be kept is kept
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-store.h"

#include <string.h>

static const char *
error_key (const GError *error)
{
  g_assert_true (error->domain == QP_ERROR);
  switch (error->code)
    {
    case QP_ERROR_NOT_XML:
      return "not-xml";
    case QP_ERROR_NOT_OURS:
      return "not-ours";
    case QP_ERROR_TOO_NEW:
      return "too-new";
    case QP_ERROR_LIMIT:
      return "limit";
    default:
      return "other";
    }
}

static void
list_findings (const QpFindings *findings)
{
  for (guint i = 0; i < qp_findings_length (findings); i++)
    {
      const QpFinding *finding = qp_findings_get (findings, i);
      g_test_message ("line %d: %s: %s", finding->line, finding->code, finding->message);
    }
}

/* writing and reading again tells the same, but for what was mended: a new id, a format, the nearest number */
static void
check_kept (const QpNode *root, const char *code)
{
  static const char *const mended[] = { "missing-id", "bad-id", "duplicate-id", "rounded", "missing-format", "bad-format", NULL };
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GBytes) text = qp_store_write (root);
  g_autoptr (GError) error = NULL;
  g_autoptr (QpNode) again = qp_store_read (text, QP_KIND_PROJECT, findings, &error);

  g_assert_no_error (error);
  g_assert_true (qp_node_equal (root, again));
  list_findings (findings);
  g_assert_cmpuint (qp_findings_length (findings), ==, g_strv_contains (mended, code) ? 0 : 1);
}

static char *
check_refused (const GError *error, const char *code, int line)
{
  g_autofree char *start = g_strdup_printf ("Line %d: ", line);

  g_test_message ("%s", error->message);
  g_assert_cmpstr (error_key (error), ==, code);
  g_assert_true (g_str_has_prefix (error->message, start));
  return g_strdup (error->message + strlen (start));
}

static char *
check_found (const QpNode *root, const QpFindings *findings, const char *code, int line)
{
  list_findings (findings);
  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  const QpFinding *finding = qp_findings_get (findings, 0);
  g_assert_cmpstr (finding->code, ==, code);
  g_assert_cmpint (finding->line, ==, line);
  g_assert_nonnull (finding->element);
  check_kept (root, code);
  return g_strdup (finding->message);
}

static char *
check_file (const char *name, const char *code, int line)
{
  g_autofree char *path = g_build_filename (TEST_DATA_DIR, "broken", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QpNode) root = qp_store_load (file, findings, NULL, &error);

  g_test_message ("%s", name);
  return root == NULL ? check_refused (error, code, line) : check_found (root, findings, code, line);
}

static void
test_corpus (void)
{
  g_autofree char *path = g_build_filename (TEST_DATA_DIR, "broken", "index.tsv", NULL);
  g_autofree char *index = NULL;
  g_autoptr (GHashTable) messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &index, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (index), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 50);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, 3);
      char *message = check_file (cells[0], cells[1], atoi (cells[2]));
      g_assert_cmpuint (strlen (message), >, 30);
      g_assert_true (g_hash_table_add (messages, message));
    }
}

/* a file that is not in the index would be tested by nobody */
static void
test_index_is_complete (void)
{
  g_autofree char *folder = g_build_filename (TEST_DATA_DIR, "broken", NULL);
  g_autofree char *path = g_build_filename (folder, "index.tsv", NULL);
  g_autofree char *index = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_true (g_file_get_contents (path, &index, NULL, NULL));
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *row = g_strdup_printf ("\n%s\t", name);
      if (g_str_has_suffix (name, ".qianping"))
        g_assert_nonnull (strstr (index, row));
    }
}

/* every place where a good file can be cut gives a sentence, and never a project */
static void
test_cut_anywhere (void)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n"
                             "<project xmlns=\"urn:qianping:project\" format=\"1.0\" id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\">\n"
                             "  <site id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf7\" name=\"北京 &amp; 路\"><![CDATA[x]]><other/></site>\n"
                             "</project>";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (QpNode) root = qp_store_read (bytes, QP_KIND_PROJECT, NULL, &error);
      g_assert_null (root);
      g_assert_error (error, QP_ERROR, QP_ERROR_NOT_XML);
    }
}

/* any single byte spoilt: read or refused, never a crash; what is read can be written and read again */
static void
test_spoil_anywhere (void)
{
  static const char good[] = "<project xmlns=\"urn:qianping:project\" format=\"1.0\" id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\" "
                             "title=\"&lt;\"><site id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf7\" latitude_deg=\"1\"><x y=\"1\">t</x>"
                             "</site><!-- c --></project>";
  static const char spoilers[] = "<>&\"'/= x\n\x01\xff!-:1";

  for (gsize at = 0; at < strlen (good); at++)
    for (gsize i = 0; i < strlen (spoilers); i++)
      {
        char *text = g_strdup (good);
        text[at] = spoilers[i];
        g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (good));
        g_autoptr (QpNode) root = qp_store_read (bytes, QP_KIND_PROJECT, NULL, NULL);
        g_autoptr (GBytes) written = root == NULL ? NULL : qp_store_write (root);
        g_autoptr (GError) error = NULL;
        g_autoptr (QpNode) again = root == NULL ? NULL : qp_store_read (written, QP_KIND_PROJECT, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (root == NULL || qp_node_equal (root, again));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/broken/corpus", test_corpus);
  g_test_add_func ("/broken/index-is-complete", test_index_is_complete);
  g_test_add_func ("/broken/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/broken/spoil-anywhere", test_spoil_anywhere);
  return g_test_run ();
}
