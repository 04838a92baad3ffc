/* test-dxf.c: what each object of a DXF drawing becomes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dxf-help.h"

#include <string.h>

static void
test_line (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result, "LINE|8=A|10=1.5|20=-2|30=7|11=+3e1|21=4.|31=9\nPOINT|8=A|10=5|20=6");
  qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 2);
  qp_dxf_assert_point (&result, 0, 0, 1.5, -2);
  qp_dxf_assert_point (&result, 0, 1, 30, 4);
  qp_dxf_shape (&result, 1, QP_SHAPE_DOT, 1);
  qp_dxf_assert_point (&result, 1, 0, 5, 6);
}

/* coordinates of a national grid: the number of the file, to its last digit */
static void
test_large_coordinates (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result, "LINE|8=0|10=500123.4567|20=3370000.0001|11=500123.4568|21=3370000.0002\n"
                                        "LINE|8=0|10=0.1|20=123456789.123456789|11=1e-7|21=-0.30000000000000004");
  guint n;
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (result.drawing, &n);
  const QpVec origin = qp_plan_drawing_origin (result.drawing);
  const QpVec *first = qp_plan_drawing_points (result.drawing, shapes);
  const QpVec *second = qp_plan_drawing_points (result.drawing, shapes + 1);
  g_assert_cmpfloat (first[0].x + origin.x, ==, 500123.4567);
  g_assert_cmpfloat (first[0].y + origin.y, ==, 3370000.0001);
  g_assert_cmpfloat_with_epsilon (first[1].x - first[0].x, 0.0001, 1e-9);
  g_assert_cmpfloat (second[0].x + origin.x, ==, 0.1);
  g_assert_cmpfloat (second[0].y + origin.y, ==, 123456789.123456789);
}

/* a bulge of 1 is half a circle, to the right of the way when positive */
static void
test_bulge (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result, "LWPOLYLINE|8=0|90=2|70=0|10=0|20=0|42=1|10=10|20=0\n"
                                        "LWPOLYLINE|8=0|90=2|70=1|10=0|20=0|10=10|20=0|42=-1\n"
                                        "LWPOLYLINE|8=0|90=3|70=1|38=2|10=0|20=0|10=10|20=0|10=10|20=5");
  qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 0);
  qp_dxf_assert_box (&result, 0, 0, -5, 10, 0);
  qp_dxf_assert_point (&result, 0, 0, 0, 0);
  qp_dxf_assert_point (&result, 0, qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 0)->n - 1, 10, 0);
  qp_dxf_shape (&result, 1, QP_SHAPE_OUTLINE, 0);
  qp_dxf_assert_box (&result, 1, 0, -5, 10, 0);
  qp_dxf_shape (&result, 2, QP_SHAPE_OUTLINE, 3);
}

static void
test_polyline (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (
      &result, "POLYLINE|8=0|66=1|70=1|10=0|20=0|30=0\nVERTEX|8=0|10=0|20=0|42=1\nVERTEX|8=0|10=10|20=0\nSEQEND\n"
               "POLYLINE|8=0|66=1|70=8\nVERTEX|8=0|10=0|20=0|30=1|70=32\nVERTEX|8=0|10=3|20=4|30=5|70=32\nSEQEND\n"
               "POLYLINE|8=0|66=1|70=4\nVERTEX|10=0|20=9|70=16\nVERTEX|10=1|20=1|70=8\nVERTEX|10=2|20=2|70=8\nSEQEND\n"
               "LINE|8=0|10=0|20=0|11=1|21=1");
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 4);
  qp_dxf_shape (&result, 0, QP_SHAPE_OUTLINE, 0);
  qp_dxf_assert_box (&result, 0, 0, -5, 10, 0);
  qp_dxf_shape (&result, 1, QP_SHAPE_LINES, 2);
  qp_dxf_assert_point (&result, 1, 1, 3, 4);
  /* the frame from which a curve was made is not seen */
  qp_dxf_shape (&result, 2, QP_SHAPE_LINES, 2);
  g_assert_cmpuint (qp_dxf_count_of (&result, "POLYLINE", "0")->read, ==, 3);
  g_assert_null (qp_dxf_count_of (&result, "VERTEX", "0"));
}

static void
test_mesh (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (
      &result,
      "POLYLINE|8=0|66=1|70=16|71=2|72=3\nVERTEX|10=0|20=0|70=64\nVERTEX|10=1|20=0|70=64\n"
      "VERTEX|10=2|20=0|70=64\nVERTEX|10=0|20=1|70=64\nVERTEX|10=1|20=1|70=64\nVERTEX|10=2|20=1|70=64\nSEQEND\n"
      "POLYLINE|8=0|66=1|70=64|71=3|72=1\nVERTEX|10=0|20=0|70=192\nVERTEX|10=4|20=0|70=192\n"
      "VERTEX|10=4|20=3|70=192\nVERTEX|10=0|20=0|70=128|71=1|72=-2|73=3\nSEQEND");
  /* two rows, three columns, and the two edges of a triangle that are seen */
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 2 + 3 + 2);
  qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 3);
  qp_dxf_shape (&result, 2, QP_SHAPE_LINES, 2);
  qp_dxf_assert_point (&result, 5, 0, 0, 0);
  qp_dxf_assert_point (&result, 5, 1, 4, 0);
  qp_dxf_assert_point (&result, 6, 0, 4, 3);
  qp_dxf_assert_point (&result, 6, 1, 0, 0);
}

static void
test_arc (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result, "ARC|8=0|10=0|20=0|40=10|50=270|51=90\nCIRCLE|8=0|10=3|20=4|40=2\n"
                                        "CIRCLE|8=0|10=10|20=5|40=1|210=0|220=0|230=-1\n"
                                        "ARC|8=0|10=10|20=0|40=2|50=0|51=90|210=0|220=0|230=-1");
  qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 0);
  qp_dxf_assert_box (&result, 0, 0, -10, 10, 10);
  qp_dxf_shape (&result, 1, QP_SHAPE_OUTLINE, 0);
  qp_dxf_assert_box (&result, 1, 1, 2, 5, 6);
  /* seen from behind: x is mirrored */
  qp_dxf_assert_box (&result, 2, -11, 4, -9, 6);
  qp_dxf_assert_box (&result, 3, -12, 0, -10, 2);
}

/* points lie on the curve, and the lines between them near it, with few points however large it is */
static void
test_flatness (void)
{
  static const struct
  {
    double radius;
    double degrees;
  } arcs[] = { { 1, 360 }, { 1000, 360 }, { 1e9, 360 }, { 1e9, 1e-5 }, { 0.001, 90 } };

  for (guint i = 0; i < G_N_ELEMENTS (arcs); i++)
    {
      g_autofree char *arc
          = g_strdup_printf ("ARC|8=0|10=0|20=0|40=%.9f|50=0|51=%.9f", arcs[i].radius, arcs[i].degrees);
      g_auto (QpDxfResult) result;
      qp_dxf_result_read_entities (&result, arc);
      const QpDrawingShape *shape = qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 0);
      const QpVec origin = qp_plan_drawing_origin (result.drawing);
      g_assert_cmpuint (shape->n, <=, 600);
      for (guint k = 0; k + 1 < shape->n; k++)
        {
          const QpVec a = qp_vec_add (qp_plan_drawing_points (result.drawing, shape)[k], origin);
          const QpVec b = qp_vec_add (qp_plan_drawing_points (result.drawing, shape)[k + 1], origin);
          const double off = arcs[i].radius - qp_vec_length (qp_vec_middle (a, b));
          g_assert_cmpfloat_with_epsilon (qp_vec_length (a), arcs[i].radius, arcs[i].radius * 1e-12);
          g_assert_cmpfloat (off, <=, arcs[i].radius * 1.1e-3);
        }
    }
}

static void
test_ellipse (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result,
                               "ELLIPSE|8=0|10=0|20=0|11=0|21=10|31=0|40=0.5|41=0|42=6.283185307179586\n"
                               "ELLIPSE|8=0|10=0|20=0|11=10|21=0|31=0|40=0.5|41=0|42=3.141592653589793\n"
                               "ELLIPSE|8=0|10=0|20=0|11=10|21=0|40=0.5|41=0|42=3.141592653589793|230=-1|210=0|220=0");
  qp_dxf_shape (&result, 0, QP_SHAPE_OUTLINE, 0);
  qp_dxf_assert_box (&result, 0, -5, -10, 5, 10);
  qp_dxf_shape (&result, 1, QP_SHAPE_LINES, 0);
  qp_dxf_assert_box (&result, 1, -10, 0, 10, 5);
  qp_dxf_assert_box (&result, 2, -10, -5, 10, 0);
}

/* a quarter of a circle as a rational spline of degree 2 is exact (Piegl and Tiller, The NURBS Book, example 7.1) */
static void
test_rational_spline (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (
      &result, "SPLINE|8=0|70=4|71=2|72=6|73=3|40=0|40=0|40=0|40=1|40=1|40=1|41=1|41=0.7071067811865476|41=1"
               "|10=1|20=0|30=0|10=1|20=1|30=0|10=0|20=1|30=0");
  const QpDrawingShape *shape = qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 0);
  const QpVec origin = qp_plan_drawing_origin (result.drawing);
  g_assert_cmpuint (shape->n, >, 10);
  qp_dxf_assert_point (&result, 0, 0, 1, 0);
  qp_dxf_assert_point (&result, 0, shape->n - 1, 0, 1);
  for (guint i = 0; i < shape->n; i++)
    g_assert_cmpfloat_with_epsilon (
        qp_vec_length (qp_vec_add (qp_plan_drawing_points (result.drawing, shape)[i], origin)), 1, 1e-12);
}

/* points only; damaged knots; a degree of 1 is a polyline */
static void
test_other_splines (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result, "SPLINE|8=0|70=0|71=3|11=0|21=0|11=5|21=5|11=10|21=0\n"
                                        "SPLINE|8=0|70=0|71=3|40=5|40=1|10=0|20=0|10=1|20=1\n"
                                        "SPLINE|8=0|70=0|71=1|40=0|40=0|40=1|40=2|40=2|10=0|20=0|10=4|20=0|10=4|20=3\n"
                                        "SPLINE|8=0|70=1|71=3|11=0|21=0|11=5|21=5|11=10|21=0");
  const QpDrawingShape *smooth = qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 25);
  qp_dxf_assert_point (&result, 0, 12, 5, 5);
  qp_dxf_assert_point (&result, 0, smooth->n - 1, 10, 0);
  qp_dxf_shape (&result, 1, QP_SHAPE_LINES, 2);
  qp_dxf_shape (&result, 2, QP_SHAPE_LINES, 3);
  qp_dxf_assert_point (&result, 2, 1, 4, 0);
  qp_dxf_assert_point (&result, 2, 2, 4, 3);
  qp_dxf_shape (&result, 3, QP_SHAPE_OUTLINE, 36);
}

static void
test_faces (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result, "SOLID|8=0|10=0|20=0|11=4|21=0|12=0|22=3|13=4|23=3\n"
                                        "TRACE|8=0|10=0|20=0|11=4|21=0|12=0|22=3\n"
                                        "3DFACE|8=0|10=0|20=0|30=1|11=4|21=0|31=2|12=4|22=3|13=0|23=3");
  /* the third and fourth corner of a SOLID stand crosswise */
  qp_dxf_shape (&result, 0, QP_SHAPE_FILL, 4);
  qp_dxf_assert_point (&result, 0, 2, 4, 3);
  qp_dxf_assert_point (&result, 0, 3, 0, 3);
  qp_dxf_shape (&result, 1, QP_SHAPE_OUTLINE, 4);
  qp_dxf_shape (&result, 2, QP_SHAPE_FILL, 3);
  qp_dxf_shape (&result, 4, QP_SHAPE_OUTLINE, 4);
  qp_dxf_assert_point (&result, 4, 2, 4, 3);
}

static void
test_leader_and_mline (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (
      &result, "LEADER|8=0|76=3|10=0|20=0|10=5|20=5|10=9|20=5\n"
               "MLINE|8=0|71=1|72=2|73=2|11=0|21=0|12=1|22=0|13=0|23=1|74=2|41=0|41=0|75=0|74=2|41=0.2|41=0|75=0"
               "|11=10|21=0|12=1|22=0|13=0|23=1|74=2|41=0|41=0|75=0|74=2|41=0.2|41=0|75=0");
  qp_dxf_shape (&result, 0, QP_SHAPE_LINES, 3);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 3);
  qp_dxf_assert_point (&result, 1, 1, 10, 0);
  qp_dxf_assert_point (&result, 2, 0, 0, 0.2);
  qp_dxf_assert_point (&result, 2, 1, 10, 0.2);
}

/* a square with a square hole, filled; and outlines of edges of all kinds */
static void
test_hatch (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (
      &result, "HATCH|8=0|10=0|20=0|30=0|210=0|220=0|230=1|2=SOLID|70=1|71=0|91=2"
               "|92=3|72=0|73=1|93=4|10=0|20=0|10=9|20=0|10=9|20=9|10=0|20=9|97=0"
               "|92=2|72=0|73=1|93=4|10=3|20=3|10=6|20=3|10=6|20=6|10=3|20=6|97=0|75=0|76=1|98=1|10=1|20=1\n"
               "HATCH|8=0|10=0|20=0|30=0|2=ANSI31|70=0|71=0|91=1|92=1|93=4|72=1|10=0|20=0|11=10|21=0"
               "|72=2|10=10|20=5|40=5|50=270|51=450|73=1|72=3|10=5|20=10|11=5|21=0|40=0.5|50=0|51=180|73=1"
               "|72=4|94=1|73=0|74=0|95=4|96=2|40=0|40=0|40=1|40=1|10=0|20=10|10=0|20=0|97=0|75=1|76=1|52=0|41=1|77=0|"
               "78=0|98=0\n"
               "HATCH|8=0|70=0|91=1|92=1|93=1|72=2|10=0|20=0|40=5|50=0|51=90|73=0|97=0|75=0\n"
               "HATCH|8=0|70=0|91=1|92=3|72=1|73=1|93=2|10=0|20=0|42=1|10=4|20=0|42=1|97=0|75=0");
  const QpDrawingShape *hole = qp_dxf_shape (&result, 1, QP_SHAPE_FILL, 4);
  qp_dxf_shape (&result, 0, QP_SHAPE_FILL, 4);
  g_assert_true (hole->joined);
  qp_dxf_shape (&result, 2, QP_SHAPE_OUTLINE, 4);
  qp_dxf_shape (&result, 3, QP_SHAPE_OUTLINE, 4);
  qp_dxf_shape (&result, 4, QP_SHAPE_OUTLINE, 0);
  qp_dxf_assert_box (&result, 4, 0, 0, 15, 12.5);
  /* clockwise: from 0° down to −90° */
  qp_dxf_assert_box (&result, 5, 0, -5, 5, 0);
  /* two half circles are a whole one */
  qp_dxf_assert_box (&result, 6, 0, -2, 4, 2);
}

/* the picture of a dimension is a block; without one, lines and a number are drawn from its points */
static void
test_dimension (void)
{
  const QpDxfFile file = { .header = "$DIMTXT=40=2.5",
                           .blocks = "BLOCK|8=0|2=*D1|70=1|10=0|20=0\nLINE|8=0|10=0|20=5|11=10|21=5\nENDBLK|8=0",
                           .entities = "DIMENSION|8=D|2=*D1|70=32|10=0|20=5|13=0|23=0|14=10|24=0\n"
                                       "DIMENSION|8=D|2=*D9|70=0|10=0|20=5|11=5|21=6|13=0|23=0|14=10|24=1|50=0|1=<> m\n"
                                       "DIMENSION|8=D|70=1|10=-4|20=3|13=0|23=0|14=3|24=4" };
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_file (&result, &file);
  g_assert_cmpuint (qp_dxf_n_shapes (&result), ==, 1 + 3 + 3);
  qp_dxf_assert_point (&result, 0, 1, 10, 5);
  g_assert_cmpstr (qp_dxf_layer_of_shape (&result, 0), ==, "D");
  qp_dxf_assert_point (&result, 1, 0, 0, 5);
  qp_dxf_assert_point (&result, 1, 1, 10, 5);
  qp_dxf_assert_point (&result, 3, 0, 10, 1);
  const QpDrawingText *value = qp_dxf_text_at (&result, 0, "10 m", 5, 6);
  g_assert_cmpfloat (value->height, ==, 2.5);
  /* aligned: five long, and parallel to 3, 4 through −4, 3 */
  qp_dxf_assert_point (&result, 4, 0, -4, 3);
  qp_dxf_assert_point (&result, 4, 1, -1, 7);
  g_assert_cmpuint (qp_dxf_count_of (&result, "DIMENSION", "D")->read, ==, 3);
}

static void
test_text (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result, "TEXT|8=0|10=1|20=2|40=3|1=left|50=90|41=0.7\n"
                                        "TEXT|8=0|10=1|20=2|11=5|21=6|40=3|72=1|73=2|1=middle\n"
                                        "TEXT|8=0|10=1|20=2|11=5|21=6|40=3|72=2|73=3|1=%%c20 %%p0.5%%d %%u100%%%\n"
                                        "TEXT|8=0|10=1|20=2|11=4|21=6|40=1|72=5|1=fit\n"
                                        "TEXT|8=0|10=1|20=2|40=3|1=\\U+4E2D\\U+56FD \\M+5D6D0");
  const QpDrawingText *text = qp_dxf_text_at (&result, 0, "left", 1, 2);
  g_assert_cmpfloat_with_epsilon (text->turn, G_PI / 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (text->stretch, 0.7, 1e-12);
  text = qp_dxf_text_at (&result, 1, "middle", 5, 6);
  g_assert_cmpfloat (text->align_x, ==, 0.5);
  g_assert_cmpfloat (text->align_y, ==, 0.5);
  text = qp_dxf_text_at (&result, 2, "⌀20 ±0.5° 100%", 5, 6);
  g_assert_cmpfloat (text->align_x, ==, 1);
  g_assert_cmpfloat (text->align_y, ==, 1);
  text = qp_dxf_text_at (&result, 3, "fit", 1, 2);
  g_assert_cmpfloat (text->span, ==, 5);
  qp_dxf_text_at (&result, 4, "中国 中", 1, 2);
}

static void
test_mtext (void)
{
  static const struct
  {
    const char *value;
    const char *seen;
  } cases[] = {
    { "two\\Plines", "two\nlines" },
    { "{\\fSimSun|b0|i0|c134|p2;\\C1;red} plain", "red plain" },
    { "\\A1;a\\S1/2; b\\S+0.1^-0.2; \\S3#4;", "a1/2 b+0.1/-0.2 3/4" },
    { "\\H2.5x;\\W0.8;\\Q15;\\T1.1;\\pi0,l2;x", "x" },
    { "\\Lunder\\l \\Oover\\o \\Kstruck\\k", "under over struck" },
    { "back\\\\slash \\{braces\\} a\\~b", "back\\slash {braces} a\xc2\xa0"
                                          "b" },
    { "45%%d \\U+00B2 ^I^ x", "45° ²  ^x" },
    { "unclosed \\Ffont", "unclosed Ffont" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *entity = g_strdup_printf ("MTEXT|8=0|10=1|20=2|40=3|41=50|71=5|1=%s", cases[i].value);
      g_auto (QpDxfResult) result;
      qp_dxf_result_read_entities (&result, entity);
      const QpDrawingText *text = qp_dxf_text_at (&result, 0, cases[i].seen, 1, 2);
      g_assert_cmpfloat (text->align_x, ==, 0.5);
      g_assert_cmpfloat (text->align_y, ==, 0.5);
      g_assert_cmpfloat (text->wrap, ==, 50);
    }
}

/* long values come in pieces, which may be cut inside of a letter */
static void
test_mtext_pieces (void)
{
  g_auto (QpDxfResult) result;

  qp_dxf_result_read_entities (&result,
                               "MTEXT|8=0|10=1|20=2|40=3|71=7|11=0|21=1|3=first \xe4\xb8|3=\xad\xe5\x9b\xbd |1=last");
  const QpDrawingText *text = qp_dxf_text_at (&result, 0, "first 中国 last", 1, 2);
  g_assert_cmpfloat (text->align_y, ==, 0);
  g_assert_cmpfloat_with_epsilon (text->turn, G_PI / 2, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dxf/line", test_line);
  g_test_add_func ("/dxf/large-coordinates", test_large_coordinates);
  g_test_add_func ("/dxf/bulge", test_bulge);
  g_test_add_func ("/dxf/polyline", test_polyline);
  g_test_add_func ("/dxf/mesh", test_mesh);
  g_test_add_func ("/dxf/arc", test_arc);
  g_test_add_func ("/dxf/flatness", test_flatness);
  g_test_add_func ("/dxf/ellipse", test_ellipse);
  g_test_add_func ("/dxf/rational-spline", test_rational_spline);
  g_test_add_func ("/dxf/other-splines", test_other_splines);
  g_test_add_func ("/dxf/faces", test_faces);
  g_test_add_func ("/dxf/leader-and-mline", test_leader_and_mline);
  g_test_add_func ("/dxf/hatch", test_hatch);
  g_test_add_func ("/dxf/dimension", test_dimension);
  g_test_add_func ("/dxf/text", test_text);
  g_test_add_func ("/dxf/mtext", test_mtext);
  g_test_add_func ("/dxf/mtext-pieces", test_mtext_pieces);
  return g_test_run ();
}
