/* test-sample.c: the sample is sound, and its editions differ in their words only
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-data.h"
#include "store/qp-store.h"

#include <string.h>

static const char *const languages[] = { "en", "zh_CN" };

/* strings that are no words: keys, units, names of files; the same in every language */
static const char *const keys[] = { "cabinet", "controller", "currency", "file_name", "link", "missing_cells",
                                    "player",  "quantity",   "revision", "unit",      NULL };

static QpNode *
read_sample (const char *language, GBytes **bytes)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;

  *bytes = qp_data_sample (language, &error);
  g_assert_no_error (error);
  QpNode *root = qp_store_read (*bytes, QP_KIND_PROJECT, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  g_assert_cmpstr (((const QpProject *) root)->language, ==, language);
  return root;
}

static void
test_canonical (gconstpointer language)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QpNode) root = read_sample (language, &bytes);
  g_autoptr (GBytes) again = qp_store_write (root);

  g_assert_true (g_bytes_equal (bytes, again));
}

static void
check_background (const QpBackground *background)
{
  g_autofree char *path = g_build_filename (TEST_DATA_DIR, "..", "..", "data", "samples", background->file_name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_autoptr (GBytes) file = g_bytes_new (text, length);
  g_assert_true (g_bytes_equal (file, background->data));
  g_assert_nonnull (strstr (text, "not surveyed"));
  g_assert_cmpint (background->schematic, ==, TRUE);
}

/* the plans in data/samples/ are those that the sample embeds, and say that they are schematic */
static void
test_backgrounds (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QpNode) root = read_sample ("en", &bytes);
  QpNodeIter sites;
  guint n = 0;

  qp_node_iter_init (&sites, root->children);
  for (const QpNode *site; (site = qp_node_iter_next_of (&sites, QP_KIND_SITE)) != NULL;)
    {
      QpNodeIter plans, backgrounds;
      qp_node_iter_init (&plans, site->children);
      const QpNode *plan = qp_node_iter_next_of (&plans, QP_KIND_PLAN);
      g_assert_nonnull (plan);
      qp_node_iter_init (&backgrounds, plan->children);
      const QpNode *background = qp_node_iter_next_of (&backgrounds, QP_KIND_BACKGROUND);
      g_assert_nonnull (background);
      check_background ((const QpBackground *) background);
      n++;
    }
  g_assert_cmpuint (n, ==, 6);
}

static gboolean
has_chinese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* a text with letters; not an address, a class such as "8K" or the key of a model: one word with a digit */
static gboolean
has_words (const char *text)
{
  return g_regex_match_simple ("[A-Za-z]", text, 0, 0) && !g_regex_match_simple ("^https?://\\S+$", text, 0, 0)
         && !g_regex_match_simple ("^\\S*[0-9]\\S*$", text, 0, 0);
}

/* addresses, long numbers and those with a decimal point: translating leaves them as they are */
static void
check_figures (const char *english, const char *chinese)
{
  g_autoptr (GRegex) figures = g_regex_new ("https?://\\S+|[0-9]+\\.[0-9]+|[0-9]{4,}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (figures, english, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *figure = g_match_info_fetch (match, 0);
      if (strstr (chinese, figure) == NULL)
        g_error ("“%s” of “%s” is not in “%s”", figure, english, chinese);
    }
}

static void
check_words (const QpField *field, const char *english, const char *chinese)
{
  if (g_strv_contains (keys, field->name) || english == NULL || !has_words (english))
    g_assert_cmpstr (english, ==, chinese);
  else if (chinese == NULL || !has_chinese (chinese) || g_str_equal (english, chinese))
    g_error ("%s: “%s” is not translated", field->name, english);
  else
    check_figures (english, chinese);
}

/* what a place is called elsewhere: each edition has the other one's name */
static void
check_local_name (const QpSite *english, const QpSite *chinese)
{
  g_assert_cmpstr (english->local_name, ==, chinese->name);
  g_assert_cmpstr (chinese->local_name, ==, english->name);
}

static void
check_field (const QpField *field, const QpNode *english, const QpNode *chinese)
{
  const QpValue en = qp_node_get (english, field);
  const QpValue zh = qp_node_get (chinese, field);

  if (g_str_equal (field->name, "language"))
    return;
  if (g_str_equal (field->name, "local_name"))
    check_local_name ((const QpSite *) english, (const QpSite *) chinese);
  else if (field->type == QP_FIELD_STRING)
    check_words (field, en.text, zh.text);
  else if (!qp_value_equal (&en, &zh))
    g_error ("%s of “%s” differs", field->name, qp_node_name (english));
}

static guint
check_tree (const QpNode *english, const QpNode *chinese)
{
  const QpKindInfo *info = qp_kind_info (english->kind);
  guint n = 1;

  g_assert_cmpint (english->kind, ==, chinese->kind);
  g_assert_true (qp_id_equal (english->id, chinese->id));
  for (guint i = 0; i < info->n_fields; i++)
    check_field (&info->fields[i], english, chinese);
  g_assert_cmpuint (qp_node_list_length (english->children), ==, qp_node_list_length (chinese->children));
  for (guint i = 0; i < qp_node_list_length (english->children); i++)
    n += check_tree (qp_node_list_get (english->children, i), qp_node_list_get (chinese->children, i));
  return n;
}

static void
test_editions (void)
{
  g_autoptr (GBytes) english_bytes = NULL;
  g_autoptr (GBytes) chinese_bytes = NULL;
  g_autoptr (QpNode) english = read_sample ("en", &english_bytes);
  g_autoptr (QpNode) chinese = read_sample ("zh_CN", &chinese_bytes);

  /* six sites with a plan, a background and a screen each, and the project */
  g_assert_cmpuint (check_tree (english, chinese), >, 6 * 4 + 1);
}

static void
check_choice (const char *wish, const char *language)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("LANGUAGE", wish, TRUE);
  g_autoptr (GBytes) found = qp_data_sample (NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) expected = qp_data_sample (language, &error);
  g_assert_no_error (error);
  if (!g_bytes_equal (found, expected))
    g_error ("LANGUAGE=%s does not give %s", wish, language);
}

/* as gettext would choose: the first language of the wishes in which there is a sample */
static void
test_choice (void)
{
  static const char *const chinese[]
      = { "zh_CN", "zh_CN.UTF-8", "zh", "zh_SG", "zh_Hans_CN", "de:zh_CN:en", "zh_TW:zh_CN" };
  static const char *const english[]
      = { "en", "en_GB", "de_DE.UTF-8", "C", "en:zh_CN", "zh_TW", "zh_HK.UTF-8", "zh_Hant_TW", "zha" };

  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    check_choice (chinese[i], "zh_CN");
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    check_choice (english[i], "en");
  g_unsetenv ("LANGUAGE");
}

static void
test_no_such_language (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (qp_data_sample ("tlh", &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "tlh"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/sample/canonical/", languages[i], NULL);
      g_test_add_data_func (path, languages[i], test_canonical);
    }
  g_test_add_func ("/sample/backgrounds", test_backgrounds);
  g_test_add_func ("/sample/editions", test_editions);
  g_test_add_func ("/sample/choice", test_choice);
  g_test_add_func ("/sample/no-such-language", test_no_such_language);
  return g_test_run ();
}
