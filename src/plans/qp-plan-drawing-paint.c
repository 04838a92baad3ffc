/* qp-plan-drawing-paint.c: a vector plan onto a cairo context
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-drawing-private.h"

#include <pango/pangocairo.h>

/* Lines have the same width at any scale. A unit of a page is a point, where a pixel would be coarse. */
#define LINE_PX 1.0
#define LINE_PT 0.25
#define DOT_LINES 2.0 /* diameter of a dot, in widths of a line */
#define FILL_ALPHA 0.3
/* Colours are chosen for the black screens of CAD programs: on paper none may be lighter than this. */
#define LIGHTEST 0.5
/* smaller letters are not readable, and many of them slow */
#define LEAST_TEXT_PX 2.0
#define LEAST_TEXT_PT 0.05
/* cairo fails at letters that are larger still, or drawn out to threads, and would then draw nothing more at all */
#define MOST_TEXT_PX 8000.0
#define LEAST_STRETCH 0.02
/* the height of a capital is this part of the size of a font, for the common ones */
#define CAPITAL 0.714
#define FONT_SIZE 64.0
/* Lines break where they are wider than they may be by this: the fonts of CAD programs are narrower. */
#define WRAP_SPARE 1.25
/* a path is stroked when it has so many points: cairo is slow with endless ones */
#define PATH_POINTS 2000
/* cairo counts pixels in 24 bits: what reaches beyond is cut before */
#define FAR_PX 1e6

typedef struct
{
  const QpPlanDrawing *drawing;
  cairo_t *cr;
  cairo_matrix_t matrix; /* from drawing units to device pixels */
  const gboolean *shown;
  QpBox view;   /* what the clip lets through, drawing units */
  QpBox device; /* the same, device pixels */
  double line;  /* width of a line, device pixels */
  double px_per_unit;
  double tiny;        /* drawing units that are too small to tell shapes apart; 0 on paper */
  guint32 colour;     /* of the path */
  guint n_points;     /* of the path */
  int last_x, last_y; /* where the last tiny shape was drawn */
} Pass;

static QpVec
to_device (const Pass *pass, QpVec place)
{
  const cairo_matrix_t *m = &pass->matrix;
  return qp_vec (m->xx * place.x + m->xy * place.y + m->x0, m->yx * place.x + m->yy * place.y + m->y0);
}

static void
set_colour (cairo_t *cr, guint32 colour, double alpha)
{
  const guint32 rgb = colour == QP_DRAWING_INK ? 0 : colour;
  const double r = (rgb >> 16 & 255) / 255.0, g = (rgb >> 8 & 255) / 255.0, b = (rgb & 255) / 255.0;
  const double light = 0.299 * r + 0.587 * g + 0.114 * b;
  const double darken = light > LIGHTEST ? LIGHTEST / light : 1;

  cairo_set_source_rgba (cr, r * darken, g * darken, b * darken, alpha);
}

static void
stroke (Pass *pass)
{
  if (pass->n_points == 0)
    return;
  set_colour (pass->cr, pass->colour, 1);
  cairo_stroke (pass->cr);
  pass->n_points = 0;
}

static void
count_points (Pass *pass, guint32 colour, guint n)
{
  if (pass->colour != colour || pass->n_points > PATH_POINTS)
    stroke (pass);
  pass->colour = colour;
  pass->n_points += n;
}

/* the part of a line inside of a box (Liang and Barsky) */
static gboolean
cut_line (QpBox box, QpVec *a, QpVec *b)
{
  const double dx = b->x - a->x, dy = b->y - a->y;
  const double by[4] = { -dx, dx, -dy, dy };
  const double to[4] = { a->x - box.x0, box.x1 - a->x, a->y - box.y0, box.y1 - a->y };
  double from = 0, until = 1;

  for (guint i = 0; i < 4; i++)
    if (by[i] == 0 && to[i] < 0)
      return FALSE;
    else if (by[i] < 0)
      from = MAX (from, to[i] / by[i]);
    else if (by[i] > 0)
      until = MIN (until, to[i] / by[i]);
  if (!(from <= until))
    return FALSE;
  *b = qp_vec (a->x + until * dx, a->y + until * dy);
  *a = qp_vec (a->x + from * dx, a->y + from * dy);
  return TRUE;
}

static void
cut_lines_path (Pass *pass, const QpVec *points, guint n, gboolean closed)
{
  const QpBox box = qp_box_grown (pass->device, 10 * pass->line);

  for (guint i = 0; i + (closed ? 0 : 1) < n; i++)
    {
      QpVec a = to_device (pass, points[i]), b = to_device (pass, points[(i + 1) % n]);
      if (!cut_line (box, &a, &b))
        continue;
      cairo_move_to (pass->cr, a.x, a.y);
      cairo_line_to (pass->cr, b.x, b.y);
    }
}

static void
whole_path (Pass *pass, const QpVec *points, guint n, gboolean closed)
{
  for (guint i = 0; i < n; i++)
    {
      const QpVec at = to_device (pass, points[i]);
      if (i == 0)
        cairo_move_to (pass->cr, at.x, at.y);
      else
        cairo_line_to (pass->cr, at.x, at.y);
    }
  if (closed)
    cairo_close_path (pass->cr);
}

/* one side of cutting an outline by a box (Sutherland and Hodgman); sides 0 to 3 are left, right, lower, upper */
static void
cut_side (const GArray *from, GArray *to, QpBox box, guint side)
{
  const double sign = side % 2 == 0 ? 1 : -1;
  const double limit = sign * (side == 0 ? box.x0 : side == 1 ? box.x1 : side == 2 ? box.y0 : box.y1);

  g_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    {
      const QpVec a = g_array_index (from, QpVec, i), b = g_array_index (from, QpVec, (i + 1) % from->len);
      const double at_a = sign * (side < 2 ? a.x : a.y) - limit, at_b = sign * (side < 2 ? b.x : b.y) - limit;
      if (at_a >= 0)
        g_array_append_val (to, a);
      if ((at_a >= 0) != (at_b >= 0))
        {
          const double t = at_a / (at_a - at_b);
          const QpVec cut = qp_vec (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
          g_array_append_val (to, cut);
        }
    }
}

static void
cut_fill_path (Pass *pass, const QpVec *points, guint n)
{
  const QpBox box = qp_box_grown (pass->device, 10 * pass->line);
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (QpVec));
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (QpVec));

  for (guint i = 0; i < n; i++)
    {
      const QpVec at = to_device (pass, points[i]);
      g_array_append_val (now, at);
    }
  for (guint side = 0; side < 4; side++)
    {
      cut_side (now, next, box, side);
      GArray *swap = now;
      now = next;
      next = swap;
    }
  for (guint i = 0; i < now->len; i++)
    {
      const QpVec at = g_array_index (now, QpVec, i);
      cairo_line_to (pass->cr, at.x, at.y);
    }
  cairo_close_path (pass->cr);
  cairo_new_sub_path (pass->cr);
}

static gboolean
reaches_far (const Pass *pass, const QpSmallBox *box)
{
  for (guint i = 0; i < 4; i++)
    {
      const QpVec at = to_device (pass, qp_vec (i & 1 ? box->x1 : box->x0, i & 2 ? box->y1 : box->y0));
      if (!(fabs (at.x) < FAR_PX && fabs (at.y) < FAR_PX))
        return TRUE;
    }
  return FALSE;
}

static void
paint_dot (Pass *pass, guint32 colour, QpVec place, double size)
{
  const QpVec at = to_device (pass, place);

  set_colour (pass->cr, colour, 1);
  cairo_rectangle (pass->cr, at.x - size / 2, at.y - size / 2, size, size);
  cairo_fill (pass->cr);
}

/* smaller than a pixel: thousands of them may share one */
static void
paint_tiny (Pass *pass, guint32 colour, const QpSmallBox *box)
{
  const QpVec middle = qp_vec ((box->x0 + box->x1) / 2.0, (box->y0 + box->y1) / 2.0);
  const QpVec at = to_device (pass, middle);

  if ((int) floor (at.x) == pass->last_x && (int) floor (at.y) == pass->last_y && pass->colour == colour)
    return;
  stroke (pass);
  pass->colour = colour;
  pass->last_x = (int) floor (at.x);
  pass->last_y = (int) floor (at.y);
  paint_dot (pass, colour, middle, pass->line);
}

/* fills are drawn with their further rings, which may lie outside of the view, and thin lines around them */
static void
paint_fill (Pass *pass, guint index)
{
  const QpDrawingShape *shapes = (const QpDrawingShape *) pass->drawing->shapes->data;

  stroke (pass);
  for (guint i = index; i < pass->drawing->shapes->len && (i == index || shapes[i].joined); i++)
    {
      const QpVec *points = qp_plan_drawing_points (pass->drawing, &shapes[i]);
      if (reaches_far (pass, &pass->drawing->boxes[i]))
        cut_fill_path (pass, points, shapes[i].n);
      else
        whole_path (pass, points, shapes[i].n, TRUE);
    }
  set_colour (pass->cr, shapes[index].colour, FILL_ALPHA);
  cairo_fill (pass->cr);
}

static gboolean
has_further_rings (const QpPlanDrawing *drawing, guint index)
{
  return index + 1 < drawing->shapes->len && g_array_index (drawing->shapes, QpDrawingShape, index + 1).joined;
}

static void
paint_shape (Pass *pass, guint index)
{
  const QpDrawingShape *shape = &g_array_index (pass->drawing->shapes, QpDrawingShape, index);
  const QpSmallBox *box = &pass->drawing->boxes[index];
  const QpVec *points = qp_plan_drawing_points (pass->drawing, shape);
  const gboolean closed = shape->type != QP_SHAPE_LINES;

  if (shape->type == QP_SHAPE_DOT || shape->n == 1)
    {
      stroke (pass);
      paint_dot (pass, shape->colour, points[0], DOT_LINES * pass->line);
    }
  else if (box->x1 - box->x0 < pass->tiny && box->y1 - box->y0 < pass->tiny
           && !has_further_rings (pass->drawing, index))
    paint_tiny (pass, shape->colour, box);
  else if (shape->type == QP_SHAPE_FILL)
    paint_fill (pass, index);
  else
    {
      count_points (pass, shape->colour, shape->n);
      if (reaches_far (pass, box))
        cut_lines_path (pass, points, shape->n, closed);
      else
        whole_path (pass, points, shape->n, closed);
    }
}

/* a ring that belongs to a fill before it, which may have begun in an earlier bunch */
static guint
first_ring (const QpPlanDrawing *drawing, guint index)
{
  while (index > 0 && g_array_index (drawing->shapes, QpDrawingShape, index).joined)
    index--;
  return index;
}

static void
paint_shapes (Pass *pass)
{
  const QpPlanDrawing *drawing = pass->drawing;
  const QpDrawingShape *shapes = (const QpDrawingShape *) drawing->shapes->data;
  guint painted_fill = G_MAXUINT;

  for (guint i = 0; i < drawing->shapes->len; i++)
    {
      if (i % QP_DRAWING_BUNCH == 0 && !qp_small_box_touches (&drawing->bunches[i / QP_DRAWING_BUNCH], &pass->view))
        {
          i += QP_DRAWING_BUNCH - 1;
          continue;
        }
      if (!pass->shown[shapes[i].layer] || !qp_small_box_touches (&drawing->boxes[i], &pass->view))
        continue;
      const guint first = shapes[i].joined ? first_ring (drawing, i) : i;
      if (first == painted_fill)
        continue;
      painted_fill = shapes[first].type == QP_SHAPE_FILL ? first : G_MAXUINT;
      paint_shape (pass, first);
    }
  stroke (pass);
}

static PangoContext *
text_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);
  return context;
}

static PangoLayout *
text_layout (PangoContext *context, const QpDrawingText *text, double scale)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, text->text, -1);
  pango_layout_set_alignment (layout, text->align_x < 0.25   ? PANGO_ALIGN_LEFT
                                      : text->align_x > 0.75 ? PANGO_ALIGN_RIGHT
                                                             : PANGO_ALIGN_CENTER);
  if (text->wrap > 0)
    {
      const double width = WRAP_SPARE * text->wrap / (scale * text->stretch) * PANGO_SCALE;
      pango_layout_set_width (layout, (int) CLAMP (width, 1, G_MAXINT / 2));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
    }
  return layout;
}

static void
paint_text (Pass *pass, PangoContext *context, const QpDrawingText *text)
{
  const double scale = text->height / (FONT_SIZE * CAPITAL); /* drawing units of a unit of the layout */
  PangoLayout *layout = text_layout (context, text, scale);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  const double width = extents.width / (double) PANGO_SCALE;
  const double first = pango_layout_get_baseline (layout) / (double) PANGO_SCALE - FONT_SIZE * CAPITAL;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  while (pango_layout_iter_next_line (iter))
    ;
  const double last = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
  pango_layout_iter_free (iter);
  cairo_save (pass->cr);
  cairo_set_matrix (pass->cr, &pass->matrix);
  cairo_translate (pass->cr, text->place.x, text->place.y);
  cairo_rotate (pass->cr, text->turn);
  const double stretch = text->span > 0 && width > 0 ? text->span / (width * scale) : text->stretch;
  const double widest = MOST_TEXT_PX / (text->height * pass->px_per_unit);
  cairo_scale (pass->cr, scale * CLAMP (stretch, LEAST_STRETCH, MAX (widest, LEAST_STRETCH)), -scale);
  cairo_translate (pass->cr, -extents.x / (double) PANGO_SCALE - text->align_x * width,
                   -(last + text->align_y * (first - last)));
  set_colour (pass->cr, text->colour, 1);
  pango_cairo_show_layout (pass->cr, layout);
  cairo_restore (pass->cr);
  g_object_unref (layout);
}

static gboolean
is_readable (const Pass *pass, const QpDrawingText *text)
{
  const double px = text->height * pass->px_per_unit;
  return px >= (pass->tiny > 0 ? LEAST_TEXT_PX : LEAST_TEXT_PT) && px <= MOST_TEXT_PX;
}

static void
paint_texts (Pass *pass)
{
  const QpPlanDrawing *drawing = pass->drawing;
  PangoContext *context = NULL;

  for (guint i = 0; i < drawing->texts->len; i++)
    {
      const QpDrawingText *text = &g_array_index (drawing->texts, QpDrawingText, i);
      if (!pass->shown[text->layer] || !is_readable (pass, text))
        continue;
      /* fonts may be wider than thought */
      const QpBox box = qp_drawing_text_box (text);
      const double spare = text->height + (box.x1 - box.x0 + box.y1 - box.y0) / 2;
      if (!qp_box_touches (qp_box_grown (box, spare), pass->view))
        continue;
      context = context != NULL ? context : text_context_new ();
      paint_text (pass, context, text);
    }
  g_clear_object (&context);
}

static const cairo_user_data_key_t page_key;

/**
 * qp_plan_drawing_mark_page:
 * @surface: a surface that keeps what is painted for paper
 *
 * Lines that are painted on it are as thin as on paper.
 */
void
qp_plan_drawing_mark_page (cairo_surface_t *surface)
{
  cairo_surface_set_user_data (surface, &page_key, surface, NULL);
}

static gboolean
is_paper (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  const cairo_surface_type_t type = cairo_surface_get_type (target);

  return cairo_surface_get_user_data (target, &page_key) != NULL || type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS;
}

/**
 * qp_plan_drawing_paint:
 * @self: a finished drawing
 * @hidden_layers: (nullable): layers that are not painted
 * @cr: context in drawing units from the drawing's origin, y up; only what its clip lets through is worked on
 *
 * Paints the drawing for white paper: ink is black, and colours made for black screens are darkened until they can be
 * seen. Lines are one device pixel wide at any scale, a quarter of a point on a page; texts keep their size in the
 * drawing; fills are light, so that lines and texts on them stay visible. Safe from several threads at once.
 */
void
qp_plan_drawing_paint (const QpPlanDrawing *self, const char *hidden_layers, cairo_t *cr)
{
  g_autofree gboolean *shown = qp_drawing_shown_layers (self, hidden_layers);
  const gboolean paper = is_paper (cr);
  Pass pass = { self, cr, .shown = shown, .line = paper ? LINE_PT : LINE_PX, .last_x = G_MININT };

  g_return_if_fail (self->finished);
  cairo_save (cr);
  cairo_get_matrix (cr, &pass.matrix);
  pass.px_per_unit = sqrt (fabs (pass.matrix.xx * pass.matrix.yy - pass.matrix.xy * pass.matrix.yx));
  if (pass.px_per_unit > 0 && isfinite (pass.px_per_unit))
    {
      cairo_clip_extents (cr, &pass.view.x0, &pass.view.y0, &pass.view.x1, &pass.view.y1);
      pass.view = qp_box_grown (pass.view, DOT_LINES * pass.line / pass.px_per_unit);
      pass.tiny = paper ? 0 : 0.5 / pass.px_per_unit;
      cairo_identity_matrix (cr);
      cairo_clip_extents (cr, &pass.device.x0, &pass.device.y0, &pass.device.x1, &pass.device.y1);
      cairo_set_line_width (cr, pass.line);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
      cairo_set_line_cap (cr, paper ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_new_path (cr);
      paint_shapes (&pass);
      paint_texts (&pass);
    }
  cairo_restore (cr);
}
