/* test-own-catalogue.c: catalogues of one's own: read from a folder, told with lines, taken along by projects
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "catalogue/qp-catalogue.h"
#include "interact/qp-follow.h"
#include "store/qp-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<catalogue xmlns=\"" QP_CATALOGUE_NAMESPACE "\" format=\"1.0\" id=\"%s0\">\n"
#define FOOT "</catalogue>\n"
#define SOUND \
  "<cabinet id=\"%s1\" key=\"%s\" manufacturer=\"Test\" model=\"P6\"\n" \
  " environment=\"outdoor\" pitch_h_mm=\"6.67\" pitch_v_mm=\"6.67\" width_mm=\"960\" height_mm=\"960\" px_w=\"144\"" \
  " px_h=\"144\" grade=\"own\" source=\"a data sheet\" source_date=\"2026\"/>\n"
#define SLIPPED \
  "<cabinet id=\"%s2\" key=\"slipped\" manufacturer=\"Test\" model=\"P6\"\n" \
  " environment=\"outdoor\" pitch_h_mm=\"6.67\" pitch_v_mm=\"6.67\" width_mm=\"9600\" height_mm=\"960\" px_w=\"144\"" \
  " px_h=\"144\" grade=\"own\" source=\"a data sheet\" source_date=\"2026\"/>\n"
#define IDS "00000000-0000-4000-8000-00000000000"
#define OTHER_IDS "00000000-0000-4000-8000-0000000000a"

static char *
text_with (const char *ids, const char *key, gboolean slipped)
{
  g_autofree char *head = g_strdup_printf (HEAD, ids);
  g_autofree char *sound = g_strdup_printf (SOUND, ids, key);
  g_autofree char *bad = g_strdup_printf (SLIPPED, ids);
  return g_strconcat (head, sound, slipped ? bad : "", FOOT, NULL);
}

static QpNode *
read_text (const char *text, QpFindings *findings, guint *n_refused)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  QpNode *root = qp_catalogue_read_sound (bytes, findings, n_refused, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_lines (void)
{
  g_autofree char *text = text_with (IDS, "own-p6", TRUE);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  guint n_refused;
  g_autoptr (QpNode) root = read_text (text, findings, &n_refused);

  g_assert_cmpuint (n_refused, ==, 1);
  g_assert_cmpuint (qp_node_list_length (root->children), ==, 1);
  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "pitch-mismatch");
  g_assert_cmpint (qp_findings_get (findings, 0)->line, ==, 5); /* where the tag of the second cabinet begins */
}

static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("qianping-XXXXXX", &error);
  g_assert_no_error (error);
  const struct
  {
    const char *name;
    char *text;
  } files[] = { { "a.xml", text_with (IDS, "own-p6", TRUE) },
                { "b.xml", text_with (OTHER_IDS, "own-p7", FALSE) },
                { "broken.xml", g_strdup ("<catalogue") },
                { "note.txt", g_strdup ("no catalogue") } };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_assert_true (g_file_set_contents (path, files[i].text, -1, &error));
    }

  g_autoptr (QpCatalogue) none = qp_catalogue_new (NULL, 0);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpCatalogue) all = qp_catalogue_with_folder (none, folder, findings);
  g_autoptr (GPtrArray) roots = qp_catalogue_own_roots (all);
  g_assert_cmpuint (roots->len, ==, 2);
  g_assert_nonnull (qp_catalogue_cabinet (all, "own-p6"));
  g_assert_nonnull (qp_catalogue_cabinet (all, "own-p7"));
  g_assert_null (qp_catalogue_cabinet (all, "slipped"));
  g_assert_cmpuint (qp_findings_length (findings), ==, 2);
  g_assert_cmpstr (qp_findings_get (findings, 0)->element, ==, "a.xml");
  g_assert_cmpint (qp_findings_get (findings, 0)->line, ==, 5);
  g_assert_cmpstr (qp_findings_get (findings, 1)->code, ==, "catalogue-unreadable");

  g_autoptr (QpCatalogue) same = qp_catalogue_with_folder (none, "/no/such/folder", findings);
  g_assert_true (same == none);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
      g_free (files[i].text);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* what came with the program, or is in the project, is no record that another machine might lack */
static void
test_whose (void)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autofree char *text = text_with (IDS, "builtin", FALSE), *other = text_with (OTHER_IDS, "own-p6", FALSE);
  guint n_refused;
  g_autoptr (QpNode) builtin = read_text (text, findings, &n_refused), own = read_text (other, findings, &n_refused);
  g_autoptr (QpCatalogue) first = qp_catalogue_new (&builtin, 1);
  g_autoptr (QpCatalogue) both = qp_catalogue_with_own (first, own);

  g_assert_null (qp_catalogue_own_record (both, QP_KIND_CABINET, "builtin"));
  g_assert_null (qp_catalogue_own_record (both, QP_KIND_CABINET, "nothing"));
  g_assert_null (qp_catalogue_own_record (both, QP_KIND_CABINET, NULL));
  QpNode *record = qp_catalogue_own_record (both, QP_KIND_CABINET, "own-p6");
  g_assert_true (record == qp_node_list_get (own->children, 0));

  g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  g_autoptr (QpNode) mine = qp_node_copy_as_new (record);
  g_autoptr (QpNodeList) list = qp_node_list_new (&mine, 1);
  qp_node_init_children (project, list);
  g_autoptr (QpCatalogue) with_project = qp_catalogue_with_project (both, project);
  g_assert_null (qp_catalogue_own_record (with_project, QP_KIND_CABINET, "own-p6"));
}

static guint
n_cabinets (QpDocument *document)
{
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, qp_document_get_root (document)->children);
  while (qp_node_iter_next_of (&iter, QP_KIND_CABINET) != NULL)
    n++;
  return n;
}

static void
use (QpDocument *document, QpCatalogue *catalogue, QpId screen, const char *key)
{
  g_auto (QpValue) value = qp_value_text (key);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, qp_edit_set (screen, QP_SCREEN_FIELD (cabinet), &value));
  g_assert_true (qp_document_run_followed (document, catalogue, "Use", NULL, edits, &error));
  g_assert_no_error (error);
}

/* the record comes along in the same step, once, and goes back with it */
static void
test_taken_along (void)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autofree char *text = text_with (IDS, "builtin", FALSE), *other = text_with (OTHER_IDS, "own-p6", FALSE);
  guint n_refused;
  g_autoptr (QpNode) builtin = read_text (text, findings, &n_refused), own = read_text (other, findings, &n_refused);
  g_autoptr (QpCatalogue) first = qp_catalogue_new (&builtin, 1);
  g_autoptr (QpCatalogue) both = qp_catalogue_with_own (first, own);
  g_autoptr (QpNode) a = qp_node_new (QP_KIND_SCREEN, qp_id_new ()), b = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autoptr (QpNode) plan = qp_node_new (QP_KIND_PLAN, qp_id_new ()), site = qp_node_new (QP_KIND_SITE, qp_id_new ());
  g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  QpNode *screens[] = { a, b };
  g_autoptr (QpNodeList) in_plan = qp_node_list_new (screens, 2);
  qp_node_init_children (plan, in_plan);
  g_autoptr (QpNodeList) in_site = qp_node_list_new (&plan, 1);
  qp_node_init_children (site, in_site);
  g_autoptr (QpNodeList) in_project = qp_node_list_new (&site, 1);
  qp_node_init_children (project, in_project);
  g_autoptr (QpDocument) document = qp_document_new (project);

  use (document, both, a->id, "builtin");
  g_assert_cmpuint (n_cabinets (document), ==, 0);
  use (document, both, a->id, "own-p6");
  g_assert_cmpuint (n_cabinets (document), ==, 1);
  use (document, both, b->id, "own-p6");
  g_assert_cmpuint (n_cabinets (document), ==, 1);

  /* on a machine without that catalogue */
  g_autoptr (QpCatalogue) elsewhere = qp_catalogue_with_project (first, qp_document_get_root (document));
  g_assert_cmpint (qp_catalogue_cabinet (elsewhere, "own-p6")->px_w, ==, 144);
  qp_document_undo (document);
  qp_document_undo (document);
  g_assert_cmpuint (n_cabinets (document), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-catalogue/lines", test_lines);
  g_test_add_func ("/own-catalogue/folder", test_folder);
  g_test_add_func ("/own-catalogue/whose", test_whose);
  g_test_add_func ("/own-catalogue/taken-along", test_taken_along);
  return g_test_run ();
}
