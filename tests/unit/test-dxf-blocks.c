/* test-dxf-blocks.c: blocks, layers, colours, counts, units and code pages of DXF drawings
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dxf-help.h"

#include <glib/gstdio.h>
#include <string.h>

#define MARK "BLOCK|8=0|2=MARK|70=0|10=1|20=1\nLINE|8=0|10=1|20=1|11=4|21=1\nENDBLK|8=0\n"

/* base point, scale, quarter turn, and steps of an array, which are turned but not scaled */
static void
test_insert (void)
{
  const QpDxfFile file = { .blocks = MARK,
                           .entities = "INSERT|8=A|2=Mark|10=100|20=200|41=2|42=3|50=90|70=2|71=2|44=10|45=20\n"
                                       "INSERT|8=A|2=MARK|10=0|20=0|41=-1\n"
                                       "INSERT|8=A|2=MARK|10=7|20=0|210=0|220=0|230=-1" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 6);
  qp_dxf_assert_point (&result, 0, 0, 100, 200);
  qp_dxf_assert_point (&result, 0, 1, 100, 206);
  qp_dxf_assert_point (&result, 1, 0, 100, 210);
  qp_dxf_assert_point (&result, 2, 0, 80, 200);
  qp_dxf_assert_point (&result, 4, 1, -3, 0);
  qp_dxf_assert_point (&result, 5, 0, -7, 0);
  qp_dxf_assert_point (&result, 5, 1, -10, 0);
}

static void
test_nested (void)
{
  const QpDxfFile file = { .blocks = MARK "BLOCK|8=0|2=OUTER|70=0|10=0|20=0\nINSERT|8=0|2=MARK|10=10|20=0|50=90\n"
                                          "CIRCLE|8=FIX|10=0|20=0|40=1\nENDBLK|8=0\n",
                           .entities = "INSERT|8=A|2=OUTER|10=0|20=0|41=2|42=2\nINSERT|8=B|2=OUTER|10=50|20=0|42=-1" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 4);
  qp_dxf_assert_point (&result, 0, 0, 20, 0);
  qp_dxf_assert_point (&result, 0, 1, 20, 6);
  qp_dxf_assert_box (&result, 1, -2, -2, 2, 2);
  qp_dxf_assert_point (&result, 2, 1, 60, -3);
  /* layer 0 of a block is that of the INSERT, through all depths */
  g_assert_cmpstr (qp_dxf_layer_of_shape (&result, 0), ==, "A");
  g_assert_cmpstr (qp_dxf_layer_of_shape (&result, 1), ==, "FIX");
  g_assert_cmpstr (qp_dxf_layer_of_shape (&result, 2), ==, "B");
  g_assert_cmpuint (qp_dxf_count_of (&result, "INSERT", "A")->read, ==, 1);
  g_assert_cmpuint (qp_dxf_count_of (&result, "INSERT", "A")->read_in_blocks, ==, 1);
  g_assert_cmpuint (qp_dxf_count_of (&result, "CIRCLE", "FIX")->read_in_blocks, ==, 1);
  g_assert_cmpuint (qp_dxf_count_of (&result, "CIRCLE", "FIX")->read, ==, 0);
}

static void
test_attributes (void)
{
  const QpDxfFile file
      = { .blocks
          = "BLOCK|8=0|2=DOOR|70=2|10=0|20=0\nLINE|8=0|10=0|20=0|11=1|21=0\nATTDEF|8=0|10=0|20=0|40=1|2=NO|1=?|70=0\n"
            "ATTDEF|8=0|10=0|20=3|40=1|2=MAKER|1=same|70=2\nENDBLK|8=0\n",
          .entities = "INSERT|8=A|66=1|2=DOOR|10=100|20=0|41=2|42=2\nATTRIB|8=A|10=101|20=2|40=1|1=D12|2=NO|70=0\n"
                      "ATTRIB|8=A|10=101|20=2|40=1|1=hidden|2=X|70=1\nSEQEND|8=A\nLINE|8=A|10=0|20=0|11=1|21=1" };
  g_auto (QpDxfResult) result;
  guint n;

  qp_dxf_result_read_file (&result, &file);
  qp_plan_drawing_texts (result.drawing, &n);
  g_assert_cmpuint (n, ==, 2);
  qp_dxf_text_at (&result, 0, "D12", 101, 2);
  const QpDrawingText *same = qp_dxf_text_at (&result, 1, "same", 100, 6);
  g_assert_cmpfloat (same->height, ==, 2);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 2);
}

/* a mirrored block keeps its texts readable, in the same place */
static void
test_mirrored_text (void)
{
  const QpDxfFile file = { .blocks = "BLOCK|8=0|2=B|70=0|10=0|20=0\nTEXT|8=0|10=1|20=2|40=1|1=abc\nENDBLK|8=0\n",
                           .entities = "INSERT|8=A|2=B|10=10|20=0|41=-1\nINSERT|8=A|2=B|10=10|20=0|42=-1\n"
                                       "INSERT|8=A|2=B|10=10|20=0|41=3|42=2|50=30" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  const QpDrawingText *text = qp_dxf_text_at (&result, 0, "abc", 9, 2);
  g_assert_cmpfloat_with_epsilon (text->turn, 0, 1e-12);
  g_assert_cmpfloat (text->align_x, ==, 1);
  text = qp_dxf_text_at (&result, 1, "abc", 11, -2);
  g_assert_cmpfloat_with_epsilon (fabs (text->turn), G_PI, 1e-12);
  g_assert_cmpfloat (text->align_x, ==, 1);
  text = &qp_plan_drawing_texts (result.drawing, &(guint){ 0 })[2];
  g_assert_cmpfloat_with_epsilon (text->turn, G_PI / 6, 1e-12);
  g_assert_cmpfloat_with_epsilon (text->height, 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (text->stretch, 1.5, 1e-12);
}

static guint32
colour_of (const QpDxfResult *result, guint shape)
{
  guint n;
  return qp_plan_drawing_shapes (result->drawing, &n)[shape].colour;
}

static void
test_colours (void)
{
  const QpDxfFile file
      = { .tables
          = "TABLE|2=LAYER|70=2\nLAYER|2=RED|70=0|62=1|6=CONTINUOUS\nLAYER|2=TRUE|70=0|62=7|420=1193046\nENDTAB",
          .blocks = "BLOCK|8=0|2=B|70=0|10=0|20=0\nLINE|8=0|62=0|10=0|20=0|11=1|21=0\nLINE|8=0|10=0|20=0|11=1|21=0\n"
                    "LINE|8=0|62=3|10=0|20=0|11=1|21=0\nENDBLK|8=0\n",
          .entities = "LINE|8=RED|10=0|20=0|11=1|21=0\nLINE|8=TRUE|62=256|10=0|20=0|11=1|21=0\n"
                      "LINE|8=RED|62=7|10=0|20=0|11=1|21=0\nLINE|8=RED|62=14|10=0|20=0|11=1|21=0\n"
                      "LINE|8=RED|62=1|420=255|10=0|20=0|11=1|21=0\nINSERT|8=RED|62=5|2=B|10=0|20=0" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmphex (colour_of (&result, 0), ==, 0xff0000);
  g_assert_cmphex (colour_of (&result, 1), ==, 0x123456);
  g_assert_cmphex (colour_of (&result, 2), ==, QP_DRAWING_INK);
  g_assert_cmphex (colour_of (&result, 3), ==, 0x990000);
  g_assert_cmphex (colour_of (&result, 4), ==, 0x0000ff);
  /* by block, by the layer of the INSERT, its own */
  g_assert_cmphex (colour_of (&result, 5), ==, 0x0000ff);
  g_assert_cmphex (colour_of (&result, 6), ==, 0xff0000);
  g_assert_cmphex (colour_of (&result, 7), ==, 0x00ff00);
}

/* a negative colour is a layer that is off; a frozen one hides all of a block that is inserted on it */
static void
test_layers (void)
{
  const QpDxfFile file
      = { .tables = "TABLE|2=LAYER\nLAYER|2=On|70=0|62=1\nLAYER|2=Off|70=0|62=-2\nLAYER|2=Frozen|70=1|62=3\nENDTAB",
          .blocks = "BLOCK|8=0|2=B|70=0|10=0|20=0\nLINE|8=On|10=0|20=0|11=1|21=0\nENDBLK|8=0\n",
          .entities
          = "LINE|8=ON|10=0|20=0|11=1|21=0\nINSERT|8=Frozen|2=B|10=5|20=0\nLINE|8=unlisted|10=0|20=0|11=1|21=0" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_autofree char *hidden = qp_plan_drawing_default_hidden (result.drawing);
  g_assert_cmpstr (hidden, ==, "Off;Frozen");
  /* names are the same in large and small letters, and shown as the table has them */
  g_assert_cmpstr (qp_dxf_layer_of_shape (&result, 0), ==, "On");
  g_assert_cmpstr (qp_dxf_layer_of_shape (&result, 1), ==, "Frozen");
  g_assert_cmpstr (qp_dxf_layer_of_shape (&result, 2), ==, "unlisted");
  g_assert_cmpuint (qp_plan_drawing_n_layers (result.drawing), ==, 4);
}

static void
test_paper_space (void)
{
  const QpDxfFile file
      = { .blocks = "BLOCK|8=0|2=*Model_Space|70=0\nLINE|8=M|10=0|20=0|11=1|21=0\nENDBLK\n"
                    "BLOCK|8=0|2=*Paper_Space0|70=0\nLINE|8=P|10=0|20=0|11=1|21=0\nENDBLK\n",
          .entities = "LINE|8=A|10=0|20=0|11=1|21=0\nLINE|67=1|8=A|10=0|20=0|11=99|21=0\nVIEWPORT|67=1|8=A|10=0|20=0\n"
                      "LINE|410=Layout1|8=A|10=0|20=0|11=99|21=0\nLINE|60=1|8=A|10=0|20=0|11=99|21=0" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 2);
  g_assert_cmpstr (qp_dxf_finding (&result, "paper-space")->message, ==,
                   "3 objects lie on pages for printing (paper space) and are not drawn.");
  g_assert_cmpstr (qp_dxf_finding (&result, "invisible")->message, ==,
                   "1 of 3 objects is marked as invisible and is not drawn.");
  const QpPlanCount *count = qp_dxf_count_of (&result, "LINE", "A");
  g_assert_cmpuint (count->read, ==, 1);
  g_assert_cmpuint (count->skipped, ==, 1);
}

static void
test_units (void)
{
  static const struct
  {
    const char *header;
    const char *line;
    double metres;
    QpScaleBasis basis;
  } cases[] = {
    { "$INSUNITS=70=4", "LINE|8=0|10=0|20=0|11=20000|21=0", 0.001, QP_SCALE_DRAWN },
    { "$INSUNITS=70=6", "LINE|8=0|10=0|20=0|11=20|21=0", 1, QP_SCALE_DRAWN },
    { "$INSUNITS=70=1", "LINE|8=0|10=0|20=0|11=1000|21=0", 0.0254, QP_SCALE_DRAWN },
    { "$INSUNITS=70=21", "LINE|8=0|10=0|20=0|11=100|21=0", 1200.0 / 3937, QP_SCALE_DRAWN },
    /* nothing stated: a plan is more likely of tens of metres than of kilometres or millimetres */
    { "$INSUNITS=70=0", "LINE|8=0|10=0|20=0|11=20000|21=0", 0.001, QP_SCALE_GUESSED },
    { NULL, "LINE|8=0|10=0|20=0|11=20|21=0", 1, QP_SCALE_GUESSED },
    { "$MEASUREMENT=70=0", "LINE|8=0|10=0|20=0|11=5000|21=0", 0.0254, QP_SCALE_GUESSED },
    { "$MEASUREMENT=70=0", "LINE|8=0|10=0|20=0|11=26000|21=0", 0.001, QP_SCALE_GUESSED },
    { NULL, "LINE|8=0|10=500000|20=3000000|11=508000|21=3000000", 1, QP_SCALE_GUESSED },
    /* stated, and not to be believed: a plan of 20 mm */
    { "$INSUNITS=70=4", "LINE|8=0|10=0|20=0|11=20|21=0", 1, QP_SCALE_GUESSED },
    { "$INSUNITS=70=4|$MEASUREMENT=70=0", "LINE|8=0|10=0|20=0|11=962|21=0", 0.0254, QP_SCALE_GUESSED },
    /* the same of 24 m in inches, marked as metric; but a site of 500 m may well be one */
    { "$INSUNITS=70=4|$MEASUREMENT=70=1", "LINE|8=0|10=0|20=0|11=961|21=0", 0.0254, QP_SCALE_GUESSED },
    { "$INSUNITS=70=4|$MEASUREMENT=70=1", "LINE|8=0|10=0|20=0|11=500|21=0", 1, QP_SCALE_GUESSED },
    { "$INSUNITS=70=20", "LINE|8=0|10=0|20=0|11=20|21=0", 1, QP_SCALE_GUESSED },
  };

  /* five metres may be right */
  g_auto (QpDxfResult) doubtful;
  qp_dxf_result_read_file (&doubtful,
                           &(QpDxfFile){ .header = "$INSUNITS=70=6", .entities = "CIRCLE|8=0|10=0|20=0|40=2.5" });
  g_assert_cmpint (doubtful.info.basis, ==, QP_SCALE_DRAWN);
  g_assert_nonnull (qp_dxf_finding (&doubtful, "unit-doubtful"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QpDxfFile file = { .header = cases[i].header, .entities = cases[i].line };
      g_auto (QpDxfResult) result;
      qp_dxf_result_read_file (&result, &file);
      g_assert_no_error (result.error);
      g_assert_cmpfloat (result.info.metres_per_unit, ==, cases[i].metres);
      g_assert_cmpint (result.info.basis, ==, cases[i].basis);
      g_assert_nonnull (result.info.why);
      g_assert_true ((qp_dxf_finding (&result, "unit-guessed") != NULL) == (cases[i].basis == QP_SCALE_GUESSED));
    }
}

/* bytes decide, not the header: both are seen to lie */
static void
test_code_pages (void)
{
  static const struct
  {
    const char *page;
    const char *bytes;
    const char *seen;
  } cases[] = {
    { "ANSI_936", "\xc6\xbd\xc3\xe6\xcd\xbc", "平面图" },              /* GBK, and said so */
    { "ANSI_1252", "\xc6\xbd\xc3\xe6\xcd\xbc", "平面图" },             /* GBK, Western by the header */
    { "ANSI_936", "\xe5\xb9\xb3\xe9\x9d\xa2\xe5\x9b\xbe", "平面图" },  /* UTF-8, GBK by the header */
    { "ANSI_1252", "\xe5\xb9\xb3\xe9\x9d\xa2\xe5\x9b\xbe", "平面图" }, /* UTF-8, Western by the header */
    { "ANSI_1252",
      "K\xfc"
      "che Gr\xf6\xdf"
      "e",
      "Küche Größe" }, /* Western */
    { NULL,
      "K\xfc"
      "che",
      "Küche" },
    { "ANSI_1251", "\xcf\xeb\xe0\xed \xfd\xf2\xe0\xe6\xe0", "План этажа" }, /* Cyrillic */
    { "ANSI_932", "\x95\xbd\x96\xca\x90\x7d", "平面図" },                   /* Shift JIS */
    { "ansi_950", "\xa5\xad\xad\xb1\xb9\xcf", "平面圖" },                   /* Big5 */
    { "ANSI_936", "\x81\x5c\x50", "乗P" },                                  /* the second byte is a backslash */
    { "DOS850",
      "K\x81"
      "che",
      "Küche" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *header = cases[i].page != NULL ? g_strdup_printf ("$DWGCODEPAGE=3=%s", cases[i].page) : NULL;
      g_autofree char *entities = g_strdup_printf ("TEXT|8=%s|10=1|20=2|40=1|1=%s", cases[i].bytes, cases[i].bytes);
      g_auto (QpDxfResult) result;
      qp_dxf_result_read_file (&result, &(QpDxfFile){ .header = header, .entities = entities });
      qp_dxf_text_at (&result, 0, cases[i].seen, 1, 2);
      g_assert_cmpstr (qp_plan_drawing_layer (result.drawing, 0)->name, ==, cases[i].seen);
    }
}

static void
test_undecodable (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &(QpDxfFile){ .header = "$DWGCODEPAGE=3=ANSI_936",
                                                  .entities = "TEXT|8=0|10=1|20=2|40=1|1=\xff\xff\n"
                                                              "TEXT|8=0|10=1|20=2|40=1|1=\xc6\xbd" });
  g_assert_no_error (result.error);
  qp_dxf_text_at (&result, 1, "平", 1, 2);
  g_assert_nonnull (qp_dxf_finding (&result, "text-undecodable"));
}

static const QpDxfFile everything
    = { .header = "$ACADVER=1=AC1015|$INSUNITS=70=6",
        .tables = "TABLE|2=LAYER\nLAYER|2=A|70=0|62=1\nLAYER|2=B|70=0|62=-2\nENDTAB",
        .blocks = MARK,
        .entities = "LINE|5=A1|100=AcDbEntity|8=A|100=AcDbLine|10=0.1|20=0.2|11=30|21=4\n"
                    "CIRCLE|5=A2|100=AcDbEntity|8=A|100=AcDbCircle|10=3|20=4|40=2\n"
                    "ARC|5=A3|100=AcDbEntity|8=B|100=AcDbCircle|10=0|20=0|40=10|100=AcDbArc|50=270|51=90\n"
                    "LWPOLYLINE|5=A4|100=AcDbEntity|8=B|100=AcDbPolyline|90=2|70=1|10=0|20=0|42=0.5|10=10|20=0\n"
                    "TEXT|5=A5|100=AcDbEntity|8=A|100=AcDbText|10=1|20=2|40=3|1=text|50=15|100=AcDbText\n"
                    "INSERT|5=A6|100=AcDbEntity|8=A|100=AcDbBlockReference|2=MARK|10=5|20=5|50=45\n"
                    "POINT|5=A7|100=AcDbEntity|8=B|62=-3|100=AcDbPoint|10=1|20=1" };

/* the binary forms, and other ends of lines, say the same */
static void
test_forms (void)
{
  g_autofree char *text = qp_dxf_write (&everything);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *crlf = g_strjoinv ("\r\n", lines), *cr = g_strjoinv ("\r", lines);
  g_autofree char *commented = g_strconcat ("\xef\xbb\xbf"
                                            "999\nmade by hand\n",
                                            text, "trash after the end", NULL);
  GBytes *const forms[] = { g_bytes_new_static (crlf, strlen (crlf)), g_bytes_new_static (cr, strlen (cr)),
                            g_bytes_new_static (commented, strlen (commented)), qp_dxf_write_binary (text, FALSE),
                            qp_dxf_write_binary (text, TRUE) };
  g_auto (QpDxfResult) plain;
  guint n, n_other;

  qp_dxf_result_read_text (&plain, text);
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (plain.drawing, &n);
  g_assert_cmpuint (n, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (QpDxfResult) other;
      g_assert_true (qp_dxf_sniff (forms[i]));
      qp_dxf_result_read (&other, forms[i]);
      g_assert_no_error (other.error);
      g_assert_cmpuint (qp_findings_length (other.info.findings), ==, 0);
      g_assert_cmpstr (other.info.version, ==, "AC1015");
      const QpDrawingShape *others = qp_plan_drawing_shapes (other.drawing, &n_other);
      g_assert_cmpmem (shapes, n * sizeof *shapes, others, n_other * sizeof *others);
      for (guint k = 0; k < n; k++)
        g_assert_cmpmem (qp_plan_drawing_points (plain.drawing, &shapes[k]), shapes[k].n * sizeof (QpVec),
                         qp_plan_drawing_points (other.drawing, &others[k]), others[k].n * sizeof (QpVec));
      qp_plan_drawing_texts (other.drawing, &n_other);
      g_assert_cmpuint (n_other, ==, 1);
      g_bytes_unref (forms[i]);
    }
}

/* -- other programs read the same -- */

/* Not inlined: gcc 12 takes what is given back for a pointer to the variable that held it. */
static G_NO_INLINE char *
output_of (const char *const *command)
{
  char *out = NULL;
  int status = 1;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                     NULL, &status, NULL)
      || status != 0)
    g_clear_pointer (&out, g_free);
  return out;
}

static char *
save_everything (void)
{
  g_autofree char *text = qp_dxf_write (&everything);
  char *path = NULL;
  const int fd = g_file_open_tmp ("qianping-XXXXXX.dxf", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* ours as "TYPE LAYER n" lines */
static char *
our_counts (void)
{
  g_auto (QpDxfResult) result;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  qp_dxf_result_read_file (&result, &everything);
  for (guint i = 0; i < result.info.counts->len; i++)
    {
      const QpPlanCount *count = &g_array_index (result.info.counts, QpPlanCount, i);
      if (count->read + count->skipped > 0)
        g_ptr_array_add (lines, g_strdup_printf ("%s %s %u", count->what, count->layer, count->read + count->skipped));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_ezdxf (void)
{
  static const char script[] = "import sys, collections, ezdxf\n"
                               "from ezdxf import recover\n"
                               "doc, auditor = recover.readfile(sys.argv[1])\n"
                               "found = collections.Counter((e.dxftype(), e.dxf.layer) for e in doc.modelspace())\n"
                               "print('\\n'.join(sorted(f'{t} {l} {n}' for (t, l), n in found.items())), end='')\n";
  g_autofree char *path = save_everything ();
  g_autofree char *theirs = output_of ((const char *const[]){ "/usr/bin/python3", "-c", script, path, NULL });
  g_autofree char *there = output_of ((const char *const[]){ "/usr/bin/python3", "-c", "import ezdxf", NULL });
  g_autofree char *ours = our_counts ();

  g_assert_cmpint (g_unlink (path), ==, 0);
  if (there == NULL)
    {
      g_test_skip ("ezdxf is not installed");
      return;
    }
  g_assert_cmpstr (ours, ==, theirs);
}

static guint
count_layer (const char *text, const char *layer)
{
  g_autofree char *line = g_strdup_printf ("  Layer (String) = %s\n", layer);
  guint n = 0;

  for (const char *at = strstr (text, line); at != NULL; at = strstr (at + 1, line))
    n++;
  return n;
}

static void
test_ogrinfo (void)
{
  g_autofree char *path = save_everything ();
  g_autofree char *theirs = output_of (
      (const char *const[]){ "ogrinfo", "-ro", "-al", "--config", "DXF_INLINE_BLOCKS", "FALSE", path, NULL });

  g_assert_cmpint (g_unlink (path), ==, 0);
  if (theirs == NULL)
    {
      g_test_skip ("ogrinfo is not installed");
      return;
    }
  const char *entities = strstr (theirs, "Layer name: entities");
  g_assert_nonnull (entities);
  g_assert_cmpuint (count_layer (entities, "A"), ==, 4);
  g_assert_cmpuint (count_layer (entities, "B"), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dxf-blocks/insert", test_insert);
  g_test_add_func ("/dxf-blocks/nested", test_nested);
  g_test_add_func ("/dxf-blocks/attributes", test_attributes);
  g_test_add_func ("/dxf-blocks/mirrored-text", test_mirrored_text);
  g_test_add_func ("/dxf-blocks/colours", test_colours);
  g_test_add_func ("/dxf-blocks/layers", test_layers);
  g_test_add_func ("/dxf-blocks/paper-space", test_paper_space);
  g_test_add_func ("/dxf-blocks/units", test_units);
  g_test_add_func ("/dxf-blocks/code-pages", test_code_pages);
  g_test_add_func ("/dxf-blocks/undecodable", test_undecodable);
  g_test_add_func ("/dxf-blocks/forms", test_forms);
  g_test_add_func ("/dxf-blocks/ezdxf", test_ezdxf);
  g_test_add_func ("/dxf-blocks/ogrinfo", test_ogrinfo);
  return g_test_run ();
}
