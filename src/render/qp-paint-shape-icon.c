/* qp-paint-shape-icon.c: a small picture of each shape that a screen can have: a model of a few cabinets, seen from above
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-shape-icon.h"

#include "engine/qp-shape.h"

#include <math.h>

#define MARGIN 0.08 /* of the picture */

/* what each model is made of; cabinets are 1 × 1 m */
static const struct
{
  const char *columns, *rows, *field, *text, *field2, *text2;
} models[] = {
  [QP_SCREEN_FLAT] = { "8", "5", NULL, NULL, NULL, NULL },
  [QP_SCREEN_ARC] = { "12", "5", "arc_angle_deg", "150", NULL, NULL },
  [QP_SCREEN_CORNER] = { "10", "5", "face_columns", "5 5", NULL, NULL },
  [QP_SCREEN_ROUNDED_CORNER] = { "11", "5", "face_columns", "4 4", "corner_columns", "3" },
  [QP_SCREEN_FACES] = { "13", "4", "face_columns", "4 5 4", "corner_angles_deg", "270 270" },
  [QP_SCREEN_COLUMN] = { "18", "6", NULL, NULL, NULL, NULL },
  [QP_SCREEN_RIBBON] = { "20", "2", "arc_angle_deg", "90", NULL, NULL },
  [QP_SCREEN_FLOOR] = { "9", "6", NULL, NULL, NULL, NULL },
  [QP_SCREEN_CEILING] = { "9", "6", "bottom_height_m", "4", NULL, NULL },
  [QP_SCREEN_MESH] = { "8", "5", NULL, NULL, NULL, NULL },
  [QP_SCREEN_ZONES] = { "12", "6", "missing_cells", "4,1-6 5-12,2", NULL, NULL },
  [QP_SCREEN_CAP] = { "8", "5", NULL, NULL, NULL, NULL },
  [QP_SCREEN_HALF_ELLIPSE] = { "16", "8", NULL, NULL, NULL, NULL },
};

static void
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = name == NULL ? NULL : qp_kind_field (QP_KIND_SCREEN, name);
  g_auto (QpValue) value = { 0 };

  if (field != NULL && qp_field_parse (field, text, &value) == QP_FIELD_FINE)
    qp_node_init_value (node, field, &value);
}

static QpNode *
model_new (QpScreenShape shape)
{
  QpNode *node = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  set (node, "shape", qp_values_shape[shape].key);
  set (node, "columns", models[shape].columns);
  set (node, "rows", models[shape].rows);
  set (node, "cabinet_width_mm", "1000");
  set (node, "cabinet_height_mm", "1000");
  set (node, models[shape].field, models[shape].text);
  set (node, models[shape].field2, models[shape].text2);
  return node;
}

/* seen from before it, a little from the left and from above */
static QpVec
project (QpVec3 at)
{
  return qp_vec (at.x + 0.28 * at.y, -at.z - 0.42 * at.y);
}

static QpBox
bounds_of (const QpShape *shape)
{
  QpBox box = QP_BOX_EMPTY;
  QpVec3 corners[4];

  for (guint i = 0; i < shape->facets->len; i++)
    {
      qp_shape_facet_quad (shape, qp_shape_facet (shape, i), corners);
      for (guint k = 0; k < 4; k++)
        box = qp_box_with (box, project (corners[k]));
    }
  return box;
}

static void
paint_cell (cairo_t *cr, const QpShape *shape, guint column, guint row, const QpPlanStyle *style, double line)
{
  const QpFacet *facet = qp_shape_facet (shape, qp_shape_facet_of_column (shape, column));
  const QpVec facing = qp_facet_facing (facet);
  const double turned = shape->lying ? 0 : facing.y; /* −1 looks at the viewer, 1 away */
  QpVec3 corners[4];

  qp_shape_cell_quad (shape, column, row, corners);
  for (guint i = 0; i < 4; i++)
    {
      const QpVec at = project (corners[i]);
      cairo_line_to (cr, at.x, at.y);
    }
  cairo_close_path (cr);
  if (shape->lying ? shape->kind == QP_SCREEN_CEILING : turned > 0.05)
    qp_set_colour_alpha (cr, style->back, shape->lying ? 0.75 : 1);
  else
    qp_set_colour_alpha (cr, style->face, shape->kind == QP_SCREEN_MESH ? 0.35 : 1 - 0.3 * fabs (facing.x));
  cairo_fill_preserve (cr);
  qp_set_colour_alpha (cr, style->paper, 0.55);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static int
compare_depth (gconstpointer a, gconstpointer b, gpointer data)
{
  const QpShape *shape = data;
  const QpFacet *p = qp_shape_facet (shape, *(const guint *) a), *q = qp_shape_facet (shape, *(const guint *) b);
  const double first = p->a.y + p->b.y, second = q->a.y + q->b.y;

  return first > second ? -1 : first < second;
}

/* what is behind comes first */
static void
paint_model (cairo_t *cr, const QpShape *shape, const QpPlanStyle *style, double line)
{
  g_autofree guint *order = g_new (guint, shape->facets->len);

  for (guint i = 0; i < shape->facets->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) shape->facets->len, sizeof *order, compare_depth, (gpointer) shape);
  for (guint i = 0; i < shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, order[i]);
      for (guint column = facet->first; column < facet->first + facet->columns; column++)
        for (guint row = 0; row < shape->cells.rows; row++)
          if (qp_cells_has (&shape->cells, column, row))
            paint_cell (cr, shape, column, row, style, line);
    }
}

/* three quarters of a sphere with its circles of latitude */
static void
paint_sphere (cairo_t *cr, double width, double height, const QpPlanStyle *style)
{
  const double r = fmin (width, height) * (0.5 - MARGIN), x = width / 2, y = height / 2 + r * 0.15;

  cairo_save (cr);
  cairo_arc (cr, x, y, r, G_PI * 5 / 6, G_PI / 6);
  cairo_close_path (cr);
  qp_set_colour (cr, style->face);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  for (int i = -2; i <= 3; i++)
    {
      const double sine = -i / 4.0, across = sqrt (1 - sine * sine);
      cairo_save (cr);
      cairo_translate (cr, x, y + r * sine);
      cairo_scale (cr, r * across, r * across * 0.28);
      cairo_arc (cr, 0, 0, 1, 0, G_PI);
      cairo_restore (cr);
      qp_set_colour_alpha (cr, style->paper, 0.6);
      cairo_set_line_width (cr, style->unit);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * qp_paint_shape_icon:
 * @cr: context in pixels
 * @width: width of the picture
 * @height: its height
 * @shape: a shape
 * @style: colours
 *
 * Paints a small model of the shape: bright in front, dark behind.
 */
void
qp_paint_shape_icon (cairo_t *cr, double width, double height, QpScreenShape shape, const QpPlanStyle *style)
{
  g_autoptr (QpNode) model = model_new (shape);
  g_auto (QpShape) laid = { 0 };

  if (shape == QP_SCREEN_CAP)
    {
      paint_sphere (cr, width, height, style);
      return;
    }
  if (!qp_shape_init (&laid, (const QpScreen *) model, NULL))
    return;
  if (shape == QP_SCREEN_ZONES) /* no zones: the model leaves cells out instead */
    qp_cells_remove (&laid.cells, models[shape].text);
  const QpBox box = bounds_of (&laid);
  const double scale = fmin (width * (1 - 2 * MARGIN) / (box.x1 - box.x0), height * (1 - 2 * MARGIN) / (box.y1 - box.y0));
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(box.x0 + box.x1) / 2, -(box.y0 + box.y1) / 2);
  paint_model (cr, &laid, style, 0.8 * style->unit / scale);
  cairo_restore (cr);
}
