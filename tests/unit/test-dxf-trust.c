/* test-dxf-trust.c: damaged, hostile and huge DXF drawings, what is told of them, and DWG
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-error.h"
#include "dxf-help.h"

#include <glib/gstdio.h>
#include <string.h>

#define MANY 10000000

/* bounds are generous: sanitizers and a busy machine are slow; without them a bomb would take hours */
#define SECONDS 60

static const char small[]
    = "  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n  8\n0\n 10\n0\n 20\n0\n 11\n9\n 21\n9\n  0\nENDSEC\n  0\nEOF\n";

static void
test_tarch (void)
{
  const QpDxfFile file
      = { .classes = "CLASS|1=TCH_WALL|2=AcDbTchWall|3=\"TCH_KERNAL|天正\"|90=1|280=0|281=1\n"
                     "CLASS|1=OTHER_THING|2=AcDbOther|3=Other program|90=1|280=0|281=1",
          .entities
          = "LINE|8=A|10=0|20=0|11=1|21=0\nACAD_PROXY_ENTITY|8=WALL|90=498|91=500\n"
            "ACAD_PROXY_ENTITY|8=WALL|90=498|91=500\nACAD_PROXY_ENTITY|8=X|90=498|91=501\nTCH_OPENING|8=WALL" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmpstr (qp_dxf_finding (&result, "tarch")->message, ==,
                   "3 of 5 objects are TArch (天正) objects (TCH_WALL, TCH_OPENING), which only TArch can draw: often "
                   "walls, doors and windows. Ask the sender for a T3 export (图形导出, T3).");
  g_assert_true (g_str_has_prefix (qp_dxf_finding (&result, "proxy")->message, "1 of 5 objects belongs to an add-on"));
  g_assert_cmpuint (qp_dxf_count_of (&result, "ACAD_PROXY_ENTITY", "WALL")->skipped, ==, 2);
  g_assert_cmpint (qp_dxf_finding (&result, "tarch")->severity, ==, QP_SEVERITY_WARNING);
}

static void
test_skipped (void)
{
  const QpDxfFile file
      = { .blocks = "BLOCK|8=0|2=SITE|70=4|10=0|20=0|1=..\\xref\\site.dwg\nENDBLK|8=0\n",
          .entities = "LINE|8=0|10=0|20=0|11=1|21=0\n3DSOLID|8=0\nREGION|8=0\nIMAGE|8=0\nPDFUNDERLAY|8=0\n"
                      "INSERT|8=0|2=SITE|10=0|20=0\nOLE2FRAME|8=0\nXLINE|8=0\nWIPEOUT|8=0\nFANCY|8=0\n"
                      "INSERT|8=0|2=GONE|10=0|20=0\nCIRCLE|8=0|10=0|20=0\nARC|8=0|10=x|20=0|40=1" };
  static const char *const codes[]
      = { "solid", "image",        "underlay",       "external-reference", "ole",
          "mask",  "endless-line", "unknown-object", "missing-block",      "damaged-object" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("%s", codes[i]);
      g_assert_nonnull (qp_dxf_finding (&result, codes[i]));
    }
  g_assert_nonnull (strstr (qp_dxf_finding (&result, "external-reference")->message, "..\\xref\\site.dwg"));
  g_assert_nonnull (strstr (qp_dxf_finding (&result, "solid")->message, "2 of 13 objects"));
  g_assert_nonnull (strstr (qp_dxf_finding (&result, "unknown-object")->message, "FANCY"));
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 1);
}

/* the border by which a block is clipped is an object of its own */
static void
test_clipped (void)
{
  const QpDxfFile file = { .blocks = "BLOCK|8=0|2=A|10=0|20=0\nLINE|8=0|10=0|20=0|11=1|21=0\nENDBLK\n",
                           .entities = "INSERT|8=0|2=A|10=0|20=0",
                           .objects = "DICTIONARY|5=1\nSPATIAL_FILTER|5=2|70=2|10=0|20=0|10=1|20=1" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmpstr (qp_dxf_finding (&result, "clipped-block")->message, ==,
                   "1 block is clipped in the drawing, and is drawn whole here.");
}

static void
assert_refused (const QpDxfResult *result, int code, const char *part)
{
  g_assert_true (g_error_matches (result->error, QP_ERROR, code));
  g_test_message ("%s", result->error->message);
  g_assert_nonnull (strstr (result->error->message, part));
}

/* never silently empty */
static void
test_empty (void)
{
  static const struct
  {
    const char *entities;
    const char *part;
  } cases[]
      = { { "", "the file has no objects" },
          { "TCH_WALL|8=0\nTCH_WALL|8=0", "2 of 2 objects are TArch (天正) objects" },
          { "LINE|67=1|8=0|10=0|20=0|11=1|21=1\nLINE|67=1|8=0|10=0|20=0|11=1|21=1", "all 2 objects lie on pages" },
          { "3DSOLID|8=0", "1 of 1 object is a solid" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (QpDxfResult) result;
      qp_dxf_result_read_file (&result, &(QpDxfFile){ .entities = cases[i].entities });
      assert_refused (&result, QP_ERROR_READ, cases[i].part);
    }
}

static void
test_not_dxf (void)
{
  static const char *const texts[]
      = { "", "x", "\n", "<svg/>", "0\nLINE\n", "999\n", "AutoCAD Binary DXF\r\n\x1a", "  0\nSECTIO" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (QpDxfResult) result;
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_assert_false (qp_dxf_sniff (bytes));
      qp_dxf_result_read (&result, bytes);
      assert_refused (&result, QP_ERROR_READ, "not a");
    }
}

static void
test_damaged (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_text (
      &result, "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\nA\n10\n0\n20\n0\n11\n1\n21\n1\n"
               "0\nLINE\n8\nB\nrubbish\n\n\nmore\n0\nCIRCLE\n8\nC\n10\n0\n20\n0\n40\n1\n0\nENDSEC\n0\nEOF\n");
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 2);
  g_assert_cmpint (qp_dxf_finding (&result, "damaged")->line, ==, 21);
  g_assert_nonnull (qp_dxf_finding (&result, "damaged-object"));
}

/* cut anywhere, a file is read as far as it goes, or refused */
static void
test_cut_short (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (small, strlen (small));
  g_autoptr (GBytes) wide = qp_dxf_write_binary (small, FALSE), narrow = qp_dxf_write_binary (small, TRUE);
  GBytes *const forms[] = { text, wide, narrow };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (gsize size = 0; size < g_bytes_get_size (forms[i]); size++)
      {
        /* a copy of its own, so that reading beyond the end is found by the sanitizer */
        g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (forms[i], NULL), size);
        g_auto (QpDxfResult) result;
        qp_dxf_result_read (&result, part);
        if (result.error != NULL)
          g_assert_cmpint (result.error->code, ==, QP_ERROR_READ);
        else if (size + 6 < g_bytes_get_size (forms[i]))
          g_assert_nonnull (qp_dxf_finding (&result, "cut-short"));
      }
}

static void
test_loop (void)
{
  const QpDxfFile file
      = { .blocks = "BLOCK|8=0|2=A|10=0|20=0\nLINE|8=0|10=0|20=0|11=1|21=0\nINSERT|8=0|2=B|10=1|20=0\nENDBLK\n"
                    "BLOCK|8=0|2=B|10=0|20=0\nLINE|8=0|10=0|20=0|11=1|21=0\nINSERT|8=0|2=A|10=1|20=0\nENDBLK\n",
          .entities = "INSERT|8=0|2=A|10=0|20=0\nINSERT|8=0|2=A|10=0|20=0" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 4);
  g_assert_cmpstr (qp_dxf_finding (&result, "block-loop")->message, ==,
                   "1 object in blocks inserts a block into itself, and was left out there: A.");
}

/* 40 blocks, each inserting the next @times times */
static char *
write_nested (guint times)
{
  g_autoptr (GString) blocks = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (blocks, "BLOCK|8=0|2=B%u|10=0|20=0\nLINE|8=0|10=0|20=0|11=1|21=0\n", i);
      for (guint k = 0; k < times; k++)
        g_string_append_printf (blocks, "INSERT|8=0|2=B%u|10=1|20=0\n", i + 1);
      g_string_append (blocks, "ENDBLK\n");
    }
  return qp_dxf_write (&(QpDxfFile){ .blocks = blocks->str, .entities = "INSERT|8=0|2=B0|10=0|20=0" });
}

static void
test_depth (void)
{
  g_autofree char *text = write_nested (1);
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_text (&result, text);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 32);
  g_assert_nonnull (qp_dxf_finding (&result, "block-depth"));
}

static void
assert_quickly_refused (const char *what, GBytes *bytes)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_auto (QpDxfResult) result;

  qp_dxf_result_read (&result, bytes);
  g_test_message ("%s: %.2f s", what, g_timer_elapsed (timer, NULL));
  assert_refused (&result, QP_ERROR_LIMIT, "Ask for a drawing of this venue alone");
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS);
}

/* blocks that double 32 times, and arrays of a hundred million cells, full and empty */
static void
test_unfolding_bombs (void)
{
  g_autofree char *doubling = write_nested (2);
  g_autofree char *array
      = qp_dxf_write (&(QpDxfFile){ .blocks = "BLOCK|8=0|2=A|10=0|20=0\nLINE|8=0|10=0|20=0|11=1|21=0\nENDBLK\n",
                                    .entities = "INSERT|8=0|2=A|10=0|20=0|70=10000|71=10000|44=1|45=1" });
  g_autofree char *empty
      = qp_dxf_write (&(QpDxfFile){ .blocks = "BLOCK|8=0|2=A|10=0|20=0\nENDBLK\n",
                                    .entities = "INSERT|8=0|2=A|10=0|20=0|70=2147483647|71=2147483647" });
  const char *const texts[] = { doubling, array, empty };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      assert_quickly_refused ("unfolding", bytes);
    }
}

/* an object of a thousand groups that is not even drawn, a million times */
static void
test_heavy_block (void)
{
  g_autoptr (GString) blocks = g_string_new ("BLOCK|8=0|2=A|10=0|20=0\nFANCY|8=0");

  for (guint i = 0; i < 1000; i++)
    g_string_append (blocks, "|10=1");
  g_string_append (blocks, "\nENDBLK\n");
  g_autofree char *text
      = qp_dxf_write (&(QpDxfFile){ .blocks = blocks->str, .entities = "INSERT|8=0|2=A|10=0|20=0|70=1000|71=900" });
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  assert_quickly_refused ("heavy", bytes);
}

static GBytes *
write_many (const char *object)
{
  static const char head[] = "0\nSECTION\n2\nENTITIES\n", tail[] = "0\nENDSEC\n0\nEOF\n";
  const gsize length = strlen (object);
  GString *text = g_string_sized_new (MANY * length + sizeof head + sizeof tail);

  g_string_append (text, head);
  for (guint i = 0; i < MANY; i++)
    g_string_append_len (text, object, (gssize) length);
  g_string_append (text, tail);
  return g_string_free_to_bytes (text);
}

static void
test_many_objects (void)
{
  g_autoptr (GBytes) bytes = write_many ("0\nLINE\n8\n0\n10\n1\n20\n2\n");
  assert_quickly_refused ("ten million objects", bytes);
}

/* vertices of one polyline are no objects, but points */
static void
test_many_vertices (void)
{
  static const char head[] = "0\nSECTION\n2\nENTITIES\n0\nPOLYLINE\n8\n0\n";
  g_autoptr (GString) text = g_string_new (head);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (text, "0\nVERTEX\n10\n%u\n20\n1\n", i);
  g_string_append (text, "0\nSEQEND\n0\nENDSEC\n0\nEOF\n");
  g_auto (QpDxfResult) result;
  qp_dxf_result_read_text (&result, text->str);
  qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 1000000);
}

static void
on_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_watch (void)
{
  g_autoptr (GString) entities = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double last = 0;
  const QpPlanWatch watch = { cancellable, on_progress, &last };
  g_auto (QpDxfInfo) info;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (entities, "LINE|8=0|10=0|20=0|11=1|21=1\n");
  g_autofree char *text = qp_dxf_write (&(QpDxfFile){ .entities = entities->str });
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  qp_dxf_info_init (&info);
  g_autoptr (QpPlanDrawing) drawing = qp_dxf_read (bytes, &watch, &info, &error);
  g_assert_no_error (error);
  g_assert_nonnull (drawing);
  g_assert_cmpfloat (last, >, 0.8);
  g_cancellable_cancel (cancellable);
  last = 0;
  g_assert_null (qp_dxf_read (bytes, &watch, &info, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* -- DWG -- */

static GBytes *
convert_with (const char *script, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("qianping-test-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "dwg2dxf", NULL);
  g_autofree char *path = g_strconcat (folder, ":/usr/bin:/bin", NULL), *before = g_strdup (g_getenv ("PATH"));
  g_autoptr (GBytes) dwg = g_bytes_new_static ("AC1015 and more", 15);
  const QpPlanWatch watch = { .cancellable = cancellable };

  g_assert_true (qp_dwg_sniff (dwg));
  if (script != NULL)
    {
      g_assert_true (g_file_set_contents (program, script, -1, NULL));
      g_assert_cmpint (g_chmod (program, 0700), ==, 0);
    }
  g_setenv ("PATH", script != NULL ? path : folder, TRUE);
  GBytes *converted = qp_dwg_to_dxf (dwg, &watch, error);
  g_setenv ("PATH", before, TRUE);
  g_unlink (program);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return converted;
}

/* the converter is called as that of LibreDWG: dwg2dxf -y -o FILE.dxf FILE.dwg */
static void
test_dwg (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script
      = g_strdup_printf ("#!/bin/sh\n[ \"$1\" = -y ] && [ \"$2\" = -o ] && grep -q AC1015 \"$4\" || exit 1\n"
                         "cat > \"$3\" << 'END'\n%sEND\necho grumbling >&2\nexit 1\n",
                         small);
  g_autoptr (GBytes) converted = convert_with (script, NULL, &error);
  g_auto (QpDxfResult) result;

  g_assert_no_error (error);
  qp_dxf_result_read (&result, converted);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 1);
}

static void
test_dwg_refused (void)
{
  g_autoptr (GError) missing = NULL, failed = NULL, stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (convert_with (NULL, NULL, &missing));
  g_assert_error (missing, QP_ERROR, QP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "R2000 to R2018"));
  g_assert_nonnull (strstr (missing->message, "图形导出"));
  g_assert_null (convert_with ("#!/bin/sh\nexit 1\n", NULL, &failed));
  g_assert_error (failed, QP_ERROR, QP_ERROR_READ);
  g_cancellable_cancel (cancellable);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_assert_null (convert_with ("#!/bin/sh\nexec sleep 1000\n", cancellable, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dxf-trust/tarch", test_tarch);
  g_test_add_func ("/dxf-trust/skipped", test_skipped);
  g_test_add_func ("/dxf-trust/clipped", test_clipped);
  g_test_add_func ("/dxf-trust/empty", test_empty);
  g_test_add_func ("/dxf-trust/not-dxf", test_not_dxf);
  g_test_add_func ("/dxf-trust/damaged", test_damaged);
  g_test_add_func ("/dxf-trust/cut-short", test_cut_short);
  g_test_add_func ("/dxf-trust/loop", test_loop);
  g_test_add_func ("/dxf-trust/depth", test_depth);
  g_test_add_func ("/dxf-trust/unfolding-bombs", test_unfolding_bombs);
  g_test_add_func ("/dxf-trust/heavy-block", test_heavy_block);
  g_test_add_func ("/dxf-trust/many-objects", test_many_objects);
  g_test_add_func ("/dxf-trust/many-vertices", test_many_vertices);
  g_test_add_func ("/dxf-trust/watch", test_watch);
  g_test_add_func ("/dxf-trust/dwg", test_dwg);
  g_test_add_func ("/dxf-trust/dwg-refused", test_dwg_refused);
  return g_test_run ();
}
