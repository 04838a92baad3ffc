/* test-price-csv.c: tables are read and written as spreadsheets do; price books of one's own
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-csv.h"
#include "catalogue/qp-catalogue.h"
#include "catalogue/qp-price-csv.h"

#include <string.h>

static void
test_write (void)
{
  g_autoptr (GString) out = g_string_new (QP_CSV_BOM);
  static const char *const cells[] = { "a", "1,5", "say \"x\"", "two\nlines", "千屏", NULL, "" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    qp_csv_append (out, cells[i]);
  qp_csv_end_row (out);
  qp_csv_append (out, NULL);
  qp_csv_append (out, "b");
  qp_csv_end_row (out);
  g_assert_cmpstr (out->str, ==, QP_CSV_BOM "a,\"1,5\",\"say \"\"x\"\"\",\"two\nlines\",千屏,,\r\n\"\",b\r\n");
}

/* what was written is read again, whatever is in the cells */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "", "a", ",", "\"", "\n", "\r\n", ";", "千屏", " ", "\"\"", "x,y" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      QpCsvReader reader;
      int line;

      g_ptr_array_add (cells, g_strdup ("x,"));
      for (gint32 i = g_rand_int_range (rand, 1, 8); i > 0; i--)
        g_ptr_array_add (cells, g_strconcat (pieces[g_rand_int_range (rand, 0, 11)], pieces[g_rand_int_range (rand, 0, 11)], NULL));
      for (guint i = 0; i < cells->len; i++)
        qp_csv_append (out, cells->pdata[i]);
      qp_csv_end_row (out);
      qp_csv_reader_init (&reader, out->str, out->len);
      g_autoptr (GPtrArray) row = qp_csv_reader_next (&reader, &line);
      g_assert_cmpuint (row->len, ==, cells->len);
      for (guint i = 0; i < cells->len; i++)
        g_assert_cmpstr (row->pdata[i], ==, cells->pdata[i]);
      g_assert_null (qp_csv_reader_next (&reader, &line));
    }
}

static void
test_reader (void)
{
  static const char text[] = QP_CSV_BOM "a;b\n\n\"x;1\n2\";y\r\n;\nlast";
  QpCsvReader reader;
  int line;

  qp_csv_reader_init (&reader, text, strlen (text));
  g_autoptr (GPtrArray) head = qp_csv_reader_next (&reader, &line);
  g_assert_cmpint (line, ==, 1);
  g_assert_cmpstr (head->pdata[1], ==, "b");
  g_autoptr (GPtrArray) row = qp_csv_reader_next (&reader, &line);
  g_assert_cmpint (line, ==, 3);
  g_assert_cmpstr (row->pdata[0], ==, "x;1\n2");
  g_assert_cmpstr (row->pdata[1], ==, "y");
  g_autoptr (GPtrArray) last = qp_csv_reader_next (&reader, &line);
  g_assert_cmpint (line, ==, 6);
  g_assert_cmpstr (last->pdata[0], ==, "last");
  g_assert_null (qp_csv_reader_next (&reader, &line));
}

static QpNode *
read_text (const char *text, gssize length, QpFindings *findings, guint *n_refused, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return qp_catalogue_read_sound (bytes, findings, n_refused, error);
}

static void
test_book (void)
{
  static const char text[] = "item,Name,per,currency,low,likely,high,source,date,remark\r\n"
                             "steel structure,Q235,kg,CNY,8.5,10,\"1,2.00\",offer,2026-10,x\r\n"
                             "player,,unit,CNY,,\"1,250.50\",,offer,2026,\r\n"
                             "player,,unit,CNY,,abc,,offer,2026,\r\n"
                             "player,,dozen,CNY,,1,,offer,2026,\r\n"
                             "design,,percent,,2,3,4,offer,2026,\r\n"
                             "sound,,unit,CNY,,1,,offer,,\r\n"
                             "sound,,unit,yuan,,1,,offer,2026,\r\n";
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  guint n_refused;
  g_autoptr (QpNode) root = read_text (text, -1, findings, &n_refused, &error);
  static const struct
  {
    const char *code;
    int line;
  } expected[] = { { "csv-column", 1 }, { "csv-value", 4 }, { "csv-value", 5 }, { "missing-date", 7 }, { "currency-code", 8 } };

  g_assert_no_error (error);
  g_assert_cmpuint (qp_node_list_length (root->children), ==, 3);
  g_assert_cmpuint (n_refused, ==, 2);
  const QpPrice *steel = (const QpPrice *) qp_node_list_get (root->children, 0);
  g_assert_cmpint (steel->per, ==, QP_PRICE_PER_KG);
  g_assert_cmpint (steel->high, ==, 1200);
  g_assert_cmpint (((const QpPrice *) qp_node_list_get (root->children, 1))->likely, ==, 125050);
  g_assert_cmpuint (qp_findings_length (findings), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", qp_findings_get (findings, i)->message);
      g_assert_cmpstr (qp_findings_get (findings, i)->code, ==, expected[i].code);
      g_assert_cmpint (qp_findings_get (findings, i)->line, ==, expected[i].line);
    }
}

/* as a spreadsheet in China saves it */
static void
test_gb18030 (void)
{
  static const char text[] = "item;name;per;currency;likely;source;date\nsteel structure;钢结构;kg;CNY;10;报价;2026\n";
  gsize length;
  g_autofree char *gb = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  guint n_refused;
  g_autoptr (QpNode) root = read_text (gb, (gssize) length, findings, &n_refused, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  g_assert_cmpstr (((const QpPrice *) qp_node_list_get (root->children, 0))->name, ==, "钢结构");
}

static void
test_head_missing (void)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  guint n_refused;

  g_assert_null (read_text ("item,per,low\nplayer,unit,1\n", -1, findings, &n_refused, &error));
  g_assert_nonnull (strstr (error->message, "source"));
}

/* the same table gives the same records, so that it can be read again and again */
static void
test_stable (void)
{
  static const char text[] = "item,per,currency,likely,source,date\nplayer,unit,CNY,1,offer,2026\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (QpNode) a = qp_price_csv_read (bytes, NULL, NULL);
  g_autoptr (QpNode) b = qp_price_csv_read (bytes, NULL, NULL);

  g_assert_true (qp_node_equal (a, b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/price-csv/write", test_write);
  g_test_add_func ("/price-csv/round-trip", test_round_trip);
  g_test_add_func ("/price-csv/reader", test_reader);
  g_test_add_func ("/price-csv/book", test_book);
  g_test_add_func ("/price-csv/gb18030", test_gb18030);
  g_test_add_func ("/price-csv/head-missing", test_head_missing);
  g_test_add_func ("/price-csv/stable", test_stable);
  return g_test_run ();
}
