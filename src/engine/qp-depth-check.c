/* qp-depth-check.c: what a planner should know about a screen that bends, and about content before its face
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "engine/qp-depth.h"

#include <math.h>

#define WIDE (16.0 / 9)

static char *
metres (double value)
{
  return qp_number_display (value, 1);
}

/* "17.6 × 9.9" */
static char *
size_text (double width, double height)
{
  g_autofree char *across = metres (width);
  g_autofree char *up = metres (height);

  return g_strdup_printf ("%s × %s", across, up);
}

/* --- flat, as CMG asks for it --- */

static gboolean
is_flat (const QpDepth *self)
{
  return self->facets->len <= 1 && self->shape.kind != QP_SCREEN_CAP;
}

/* the widest part of 16:9 on a flat face, in whole cabinets */
static char *
flat_part (const QpDepth *self)
{
  const QpShape *shape = &self->shape;
  guint columns = 0, rows = 0;

  for (guint i = 0; i < self->faces->len; i++)
    {
      const QpDepthFace *face = qp_depth_face (self, i);
      const guint most = face->bent ? 0 : qp_depth_facet (self, face->first)->columns;
      const guint by_height = (guint) floor (shape->cells.rows * shape->cell_h * WIDE / shape->cell_w + 1e-9);
      const guint across = MIN (most, by_height);
      const guint down = (guint) floor (across * shape->cell_w / WIDE / shape->cell_h + 1e-9);
      if (across * down > columns * rows)
        {
          columns = across;
          rows = down;
        }
    }
  if (columns * rows < 1)
    return NULL;
  g_autofree char *size = size_text (columns * shape->cell_w, rows * shape->cell_h);
  return shape->cell_px_w * shape->cell_px_h == 0
             ? g_strdup_printf (_ ("%s m"), size)
             : g_strdup_printf (_ ("%s m with %u × %u pixels"), size, columns * shape->cell_px_w, rows * shape->cell_px_h);
}

static void
check_flat (const QpDepth *self, const QpScreen *screen, const char *name, QpFindings *findings)
{
  const double area = qp_shape_area (&self->shape);
  const char *shape = _ (qp_values_shape[screen->shape].label);
  g_autofree char *same = size_text (sqrt (area * WIDE), sqrt (area / WIDE));
  g_autofree char *part = self->shape.kind == QP_SCREEN_CAP ? NULL : flat_part (self);

  if (part != NULL)
    qp_findings_add (findings, QP_SEVERITY_NOTE, "curved-not-flat", 0, name, "shape",
                     _ ("“%s” is not flat (%s), but China Media Group asks for a flat 16:9 screen for its 8K programmes. The "
                        "widest flat part of 16:9 on it has %s; a flat screen of the same area would have %s m. Many listed "
                        "screens are curved: show such programmes on the flat part, or agree the shape beforehand."),
                     name, shape, part, same);
  else
    qp_findings_add (findings, QP_SEVERITY_NOTE, "curved-not-flat", 0, name, "shape",
                     _ ("“%s” is not flat (%s), but China Media Group asks for a flat 16:9 screen for its 8K programmes. It "
                        "has no flat part; a flat screen of the same area would have %s m. Many listed screens are curved: "
                        "agree the shape beforehand, or add a flat screen."),
                     name, shape, same);
}

/* --- the frame --- */

static void
tell_frame (const QpDepth *self, guint face, const QpDepthFrame *frame, const char *name, QpFindings *findings)
{
  const double width = qp_depth_face_width (self, face);
  const double height = qp_depth_facet (self, qp_depth_face (self, face)->first)->height;
  const guint number = qp_depth_face (self, face)->number;
  g_autofree char *wanted = metres (frame->wanted);
  g_autofree char *kept = size_text (frame->width, frame->height);
  g_autofree char *whole = size_text (width, height);
  g_autofree char *most = metres (floor (frame->most * 10) / 10);
  g_autofree char *left = metres (frame->left);
  g_autofree char *bottom = metres (frame->bottom);

  if (frame->width < width / 2 || frame->height < height / 2)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "frame-violation", 0, name, "depth_front_m",
                     _ ("“%s”: content %s m before face %u is cut by the edge of the screen as the eye point sees it: only %s m "
                        "of %s m stay inside. Bring it at most %s m before the face to keep half of width and height, move "
                        "the eye point further away, or lower the screen."),
                     name, wanted, number, kept, whole, most);
  else
    qp_findings_add (findings, QP_SEVERITY_NOTE, "frame-room", 0, name, "depth_front_m",
                     _ ("“%s”: content %s m before face %u stays inside the frame within %s m, beginning %s m from the left and "
                        "%s m from the lower edge."),
                     name, wanted, number, kept, left, bottom);
}

/* half of a column is always turned away: that is no fault of the content */
static gboolean
is_seen_whole (const QpDepth *self, guint face)
{
  const QpDepthFace *of = qp_depth_face (self, face);

  for (guint i = of->first; i < of->first + of->n_facets; i++)
    if (qp_depth_facet (self, i)->away)
      return FALSE;
  return TRUE;
}

static void
check_frame (const QpDepth *self, const char *name, QpFindings *findings)
{
  QpDepthFrame frame;

  if (!(self->front > 0))
    return;
  for (guint i = 0; i < self->faces->len; i++)
    if (!qp_depth_face (self, i)->rounding && is_seen_whole (self, i) && qp_depth_frame (self, i, &frame))
      tell_frame (self, i, &frame, name, findings);
}

/**
 * qp_depth_check:
 * @screen: a screen
 * @context: what the calculation reads
 * @findings: where to tell
 *
 * Tells of a shape that is at odds with the rule of a flat face, of an eye point that sees nothing, and of content that the
 * edge of the screen cuts.
 */
void
qp_depth_check (const QpScreen *screen, const QpEngineContext *context, QpFindings *findings)
{
  g_auto (QpDepth) depth = { 0 };
  g_autofree char *name = qp_node_display_name (&screen->node);
  const gboolean chinese = context->project == NULL || context->project->standards == QP_UNSET
                           || g_str_equal (qp_values_standards[context->project->standards].key, "cn");

  qp_depth_init (&depth, screen, context->catalogue);
  if (depth.facets->len > 0 && chinese && !is_flat (&depth))
    check_flat (&depth, screen, name, findings);
  if (depth.state == QP_DEPTH_NO_FACE || depth.state == QP_DEPTH_NO_HEIGHT)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "eye-point-useless", 0, name, "eye_x_m", "“%s”: %s", name,
                     qp_depth_state_text (depth.state));
  if (depth.state == QP_DEPTH_FINE)
    check_frame (&depth, name, findings);
}
