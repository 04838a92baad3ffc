/* test-store.c: reading gives back what was written, and nothing is lost on the way
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lib/qp-random.h"
#include "store/qp-store.h"

#include <string.h>

#define PROJECT "<project xmlns=\"urn:qianping:project\" format=\"1.0\" id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\""
#define SITE_ID "f81d4fae-7dec-11d0-a765-00a0c91e6bf7"

static QpNode *
read_text (const char *text, QpFindings *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  QpNode *root = qp_store_read (bytes, QP_KIND_PROJECT, findings, &error);

  g_assert_no_error (error);
  return root;
}

static char *
write_text (const QpNode *root)
{
  g_autoptr (GBytes) bytes = qp_store_write (root);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_no_findings (const QpFindings *findings)
{
  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_test_message ("%s", qp_findings_get (findings, i)->message);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
}

static void
check_round_trip (const QpNode *root)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = qp_store_write (root);
  g_autoptr (QpNode) again = qp_store_read (first, root->kind, findings, &error);

  g_assert_no_error (error);
  assert_no_findings (findings);
  g_assert_true (qp_node_equal (root, again));
  g_autoptr (GBytes) second = qp_store_write (again);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_round_trip (gconstpointer data)
{
  const QpKind root_kind = GPOINTER_TO_INT (data);

  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (QpNode) root = qp_random_document (rand, root_kind, 1 + seed % 60);
      g_test_message ("seed %u", seed);
      check_round_trip (root);
    }
}

/* every field of every kind, alone, many values */
static void
test_each_field (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint kind = 0; kind < QP_N_KINDS; kind++)
    for (guint i = 0; i < qp_kind_info (kind)->n_fields * 20; i++)
      {
        const QpField *field = &qp_kind_info (kind)->fields[i / 20];
        if (field->type == QP_FIELD_DATA)
          continue;
        g_auto (QpValue) value = qp_random_value (rand, field);
        g_auto (QpValue) again = qp_value_unset (value.storage);
        g_autofree char *text = qp_field_to_text (field, &value);
        g_test_message ("%s %s", qp_kind_info (kind)->element, field->name);
        g_assert_cmpint (qp_field_parse (field, text, &again), ==, QP_FIELD_FINE);
        g_assert_true (qp_value_equal (&value, &again));
      }
}

static void
test_canonical (void)
{
  static const char canonical[]
      = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<project\n"
        "    xmlns=\"urn:qianping:project\"\n"
        "    format=\"1.3\"\n"
        "    id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"\n"
        "    title=\"a &lt; b &amp; &quot;c&quot;&#10;&#9;千屏 😀\"\n"
        "    standards=\"international\"\n"
        "    currency=\"\">\n"
        "  <site id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf7\" name=\"北京路\" latitude_deg=\"23.12\" road_width_m=\"12.5\">\n"
        "    <plan id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf8\" level_height_m=\"-3.000001\"/>\n"
        "  </site>\n"
        "</project>\n";
  static const char other[]
      = "<?xml version='1.0'?><!-- before --><q:project xmlns:q='urn:qianping:project' standards='international'\r\n"
        "currency='' title='a &#60; b &amp; \"c\"&#xA;&#9;千屏 😀' id='F81D4FAE-7DEC-11d0-a765-00a0c91e6bf6' format='1.0'>"
        "<q:site road_width_m='12.50' latitude_deg='2312e-2' status='planned' id='f81d4fae-7dec-11d0-a765-00a0c91e6bf7'\n"
        "   name='北京路'><q:plan north_deg='0' level_height_m='-03.000001' id='f81d4fae-7dec-11d0-a765-00a0c91e6bf8'>\n"
        "</q:plan></q:site></q:project>";
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) first = read_text (canonical, findings);
  g_autoptr (QpNode) second = read_text (other, findings);
  g_autofree char *first_text = write_text (first);
  g_autofree char *second_text = write_text (second);

  assert_no_findings (findings);
  g_assert_cmpstr (first_text, ==, canonical);
  g_assert_cmpstr (second_text, ==, canonical);
}

/* a tag of 120 columns stays on its line, one of 121 does not; columns are characters, not bytes */
static void
test_line_length (void)
{
  for (guint n = 40; n < 140; n++)
    {
      g_autoptr (QpNode) site = qp_node_new (QP_KIND_SITE, (QpId){ 1, 1 });
      g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, (QpId){ 1, 2 });
      g_autoptr (QpNodeList) list = qp_node_list_new (&site, 1);
      GString *name = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append (name, "屏");
      g_auto (QpValue) value = qp_value_text (name->str);
      g_string_free (name, TRUE);
      qp_node_init_value (site, qp_kind_field (QP_KIND_SITE, "name"), &value);
      qp_node_init_children (project, list);
      g_autofree char *text = write_text (project);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      const glong columns = (glong) strlen ("  <site id=\"00000000-0000-0001-0000-000000000001\" name=\"\"/>") + n;
      for (guint i = 0; lines[i] != NULL; i++)
        if (g_str_has_prefix (lines[i], "  <site"))
          g_assert_cmpint (g_utf8_strlen (lines[i], -1), ==, columns <= 120 ? columns : (glong) strlen ("  <site"));
    }
}

static void
test_not_in_xml (void)
{
  g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, (QpId){ 1, 2 });
  g_auto (QpValue) value = qp_value_text ("a\x01" "b\x0b\xef\xbf\xbe" "c\x7f\xff" "d");

  qp_node_init_value (project, qp_kind_field (QP_KIND_PROJECT, "title"), &value);
  g_autofree char *text = write_text (project);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) again = read_text (text, findings);
  assert_no_findings (findings);
  g_assert_cmpstr (((QpProject *) again)->title, ==, "a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd" "c\x7f\xef\xbf\xbd" "d");
}

/* lists that several threads share: around the lengths at which one more of them takes part */
static void
test_long_lists (void)
{
  static const guint lengths[] = { 999, 1999, 2000, 2001, 3001, 4999, 9001 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GPtrArray) sites = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
      for (guint n = 0; n < lengths[i]; n++)
        g_ptr_array_add (sites, qp_node_new (QP_KIND_SITE, (QpId){ 3, n + 1 }));
      g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode **) sites->pdata, sites->len);
      g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, (QpId){ 1, 2 });
      qp_node_init_children (project, list);
      check_round_trip (project);
    }
}

static const QpNode *
first_background (const QpNode *project)
{
  const QpNode *site = qp_node_list_get (project->children, 0);
  return qp_node_list_get (qp_node_list_get (site->children, 0)->children, 0);
}

static QpNode *
parent_of (QpKind kind, QpNode *child)
{
  QpNode *parent = qp_node_new (kind, (QpId){ 7, kind + 1 });
  g_autoptr (QpNodeList) list = qp_node_list_new (&child, 1);

  qp_node_init_children (parent, list);
  qp_node_unref (child);
  return parent;
}

/* lengths around those of a line and of a chunk */
static void
test_data_lengths (void)
{
  static const gsize lengths[] = { 1, 2, 3, 56, 57, 58, 775199, 775200, 775201, 1600000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      guint8 *bytes = g_malloc (lengths[i]);
      for (gsize n = 0; n < lengths[i]; n++)
        bytes[n] = (guint8) (n * 167 + (n >> 8));
      g_auto (QpValue) value = qp_value_bytes (g_bytes_new_take (bytes, lengths[i]));
      QpNode *background = qp_node_new (QP_KIND_BACKGROUND, (QpId){ 7, 100 });
      qp_node_init_value (background, qp_kind_field (QP_KIND_BACKGROUND, "data"), &value);
      g_autoptr (QpNode) project
          = parent_of (QP_KIND_PROJECT, parent_of (QP_KIND_SITE, parent_of (QP_KIND_PLAN, background)));
      check_round_trip (project);

      g_autofree char *text = write_text (project);
      for (const char *chunk = text; (chunk = strstr (chunk, "<chunk>")) != NULL; chunk++)
        g_assert_cmpint (strstr (chunk, "</chunk>") - chunk, <, 1 << 20);
    }
}

/* chunks cut anywhere, with any white space, are one file */
static void
test_data_pieces (void)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) project = read_text (
      PROJECT "><site id=\"" SITE_ID "\"><plan id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf8\"><background "
              "id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf9\"><chunk>Q</chunk><chunk/><chunk>\n U\r\n<![CDATA[J]]>D R</chunk>\n"
              "<!-- between --><chunk>E&#86;G&#x52;w</chunk><chunk>==</chunk></background></plan></site></project>",
      findings);
  const QpBackground *background = (const QpBackground *) first_background (project);

  assert_no_findings (findings);
  g_assert_cmpmem (g_bytes_get_data (background->data, NULL), g_bytes_get_size (background->data), "ABCDEFG", 7);
}

static void
test_data_damaged (void)
{
  static const char *const chunks[] = {
    "<chunk>QUJD</chunk>\n<chunk>QU*D</chunk>\n<chunk>QUJD</chunk>", "<chunk>QUJ</chunk>", "<chunk>QQ==</chunk><chunk>QUJD</chunk>",
    "<chunk>Q===</chunk>", "<chunk>QUI<b/>D</chunk>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
    {
      g_autofree char *text = g_strdup_printf (
          PROJECT "><site id=\"" SITE_ID "\"><plan id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf8\"><background "
                  "id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf9\">%s</background></plan></site></project>",
          chunks[i]);
      g_autoptr (QpFindings) findings = qp_findings_new ();
      g_autoptr (QpNode) project = read_text (text, findings);
      g_assert_cmpuint (qp_findings_length (findings), ==, 1);
      g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "bad-data");
      g_assert_null (((const QpBackground *) first_background (project))->data);

      g_autofree char *written = write_text (project);
      g_autoptr (QpNode) again = read_text (written, NULL);
      g_assert_true (qp_node_equal (project, again));
      g_assert_nonnull (strstr (written, "<chunk>Q"));
    }
}

/* a newer file: what is not known comes back, in meaning and from then on to the byte */
static void
test_newer_survives (void)
{
  static const char newer[]
      = "<project xmlns=\"urn:qianping:project\" xmlns:x=\"urn:x\" format=\"1.7\" id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\" "
        "glow=\"a&#10;b&lt;&quot;\" x:tint=\"red\" standards=\"mars\">"
        "<laser power=\"3\"><!-- c --><beam>text &amp; <![CDATA[<raw>]]></beam></laser>"
        "<x:cloud xmlns:y=\"urn:y\" y:a=\"1\"/><?render fast?><!-- a comment -->"
        "<site id=\"" SITE_ID "\" holo=\"1\"/></project>";
  static const char *const kept[] = { "format=\"1.7\"", "glow=\"a&#10;b&lt;&quot;\"", "xmlns:x=\"urn:x\"", "x:tint=\"red\"",
                                      "standards=\"mars\"", "<laser power=\"3\"><!-- c --><beam>text &amp; <![CDATA[<raw>]]>"
                                      "</beam></laser>", "y:a=\"1\"", "<?render fast?>", "<!-- a comment -->", "holo=\"1\"" };
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) root = read_text (newer, findings);
  g_autofree char *text = write_text (root);
  g_autoptr (QpNode) again = read_text (text, NULL);
  g_autofree char *text_again = write_text (again);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (text, kept[i]) == NULL)
      g_error ("lost %s in:\n%s", kept[i], text);
  g_assert_cmpuint (qp_findings_count (findings, QP_SEVERITY_ERROR), ==, 0);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_true (qp_node_equal (root, again));
}

/* what was not understood leaves the file as soon as the field has a value, and not before */
static void
test_bad_value_is_kept (void)
{
  const QpField *field = qp_kind_field (QP_KIND_PROJECT, "tax_percent");
  g_autoptr (QpNode) root = read_text (PROJECT " tax_percent=\"13,5\"/>", NULL);
  g_autofree char *kept = write_text (root);
  const QpValue value = qp_value_real (13.5);
  g_autoptr (QpNode) mended = qp_node_with (root, field, &value);
  g_autofree char *text = write_text (mended);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) again = read_text (text, findings);

  g_assert_nonnull (strstr (kept, "tax_percent=\"13,5\""));
  g_assert_null (strstr (text, "13,5"));
  assert_no_findings (findings);
  g_assert_cmpfloat (((QpProject *) again)->tax_percent, ==, 13.5);
}

/* the default must be written when it replaces something that was not understood */
static void
test_bad_value_to_default (void)
{
  const QpField *field = qp_kind_field (QP_KIND_PROJECT, "standards");
  g_autoptr (QpNode) root = read_text (PROJECT " standards=\"mars\"/>", NULL);
  const QpValue value = qp_value_integer (0);
  g_autoptr (QpNode) mended = qp_node_with (root, field, &value);
  g_autofree char *text = write_text (mended);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) again = read_text (text, findings);

  g_assert_cmpint (((QpProject *) root)->standards, ==, QP_UNSET);
  assert_no_findings (findings);
  g_assert_cmpint (((QpProject *) again)->standards, ==, 0);
}

/* a foreign element that moved to another place still says which namespaces its prefixes mean */
static void
test_foreign_is_self_contained (void)
{
  g_autoptr (QpNode) root = read_text (PROJECT " xmlns:x=\"urn:x\"><site id=\"" SITE_ID "\" x:a=\"1\"><x:b x:c=\"2\"/></site></project>",
                                       NULL);
  QpNode *site = qp_node_ref (qp_node_list_get (root->children, 0));
  g_autoptr (QpNode) other = parent_of (QP_KIND_PROJECT, site);
  g_autofree char *text = write_text (other);
  g_autoptr (QpNode) again = read_text (text, NULL);

  g_assert_true (qp_node_equal (other, again));
}

static void
test_many_findings (void)
{
  GString *text = g_string_new (PROJECT ">\n");

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "<site nonsense=\"1\"/>\n");
  g_string_append (text, "</project>");
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) root = read_text (text->str, findings);
  g_string_free (text, TRUE);
  g_assert_cmpuint (qp_findings_length (findings), ==, 1001);
  g_assert_cmpstr (qp_findings_get (findings, 1000)->code, ==, "more-findings");
  g_assert_cmpint (qp_findings_get (findings, 999)->line, ==, 501);
  g_assert_cmpuint (qp_node_list_length (root->children), ==, 3000);
}

/* lines beyond those that libxml2 can count, and tags of many lines */
static void
test_far_lines (void)
{
  GString *text = g_string_new (PROJECT ">");

  for (guint i = 0; i < 80000; i++)
    g_string_append (text, "<!-- < -->\n");
  g_string_append (text, "<site\n  id=\"" SITE_ID "\"\n  name=\">\"\n  latitude_deg=\"north\"/></project>");
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) root = read_text (text->str, findings);
  g_string_free (text, TRUE);
  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  g_assert_cmpint (qp_findings_get (findings, 0)->line, ==, 80004);
  g_assert_cmpstr (qp_findings_get (findings, 0)->element, ==, "site");
  g_assert_cmpstr (qp_findings_get (findings, 0)->field, ==, "latitude_deg");
}

/* a file of each older version that had other fields: read without a finding, and saved as this version */
static void
test_older_version (void)
{
  g_autofree char *path = g_build_filename (TEST_DATA_DIR, "formats", "format-1.2.qianping", NULL);
  g_autofree char *text = NULL;
  g_autoptr (QpFindings) findings = qp_findings_new ();

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_autoptr (QpNode) root = read_text (text, findings);
  assert_no_findings (findings);
  g_autofree char *now = write_text (root);
  g_assert_nonnull (strstr (now, "format=\"1.3\""));
  g_assert_nonnull (strstr (now, "arc_angle_deg=\"90\""));
  check_round_trip (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/round-trip/project", GINT_TO_POINTER (QP_KIND_PROJECT), test_round_trip);
  g_test_add_data_func ("/store/round-trip/catalogue", GINT_TO_POINTER (QP_KIND_CATALOGUE), test_round_trip);
  g_test_add_data_func ("/store/round-trip/rules", GINT_TO_POINTER (QP_KIND_RULES), test_round_trip);
  g_test_add_func ("/store/round-trip/each-field", test_each_field);
  g_test_add_func ("/store/canonical", test_canonical);
  g_test_add_func ("/store/line-length", test_line_length);
  g_test_add_func ("/store/not-in-xml", test_not_in_xml);
  g_test_add_func ("/store/long-lists", test_long_lists);
  g_test_add_func ("/store/data/lengths", test_data_lengths);
  g_test_add_func ("/store/data/pieces", test_data_pieces);
  g_test_add_func ("/store/data/damaged", test_data_damaged);
  g_test_add_func ("/store/kept/newer", test_newer_survives);
  g_test_add_func ("/store/kept/bad-value", test_bad_value_is_kept);
  g_test_add_func ("/store/kept/bad-value-to-default", test_bad_value_to_default);
  g_test_add_func ("/store/kept/self-contained", test_foreign_is_self_contained);
  g_test_add_func ("/store/older-version", test_older_version);
  g_test_add_func ("/store/findings/many", test_many_findings);
  g_test_add_func ("/store/findings/far-lines", test_far_lines);
  return g_test_run ();
}
