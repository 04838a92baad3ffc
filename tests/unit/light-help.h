/* light-help.h: plans with a few screens, obstacles and windows, for tests of light
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-light.h"
#include "model/qp-kinds.h"

#include <math.h>

/* a plan being made; its places may be turned about the origin and mirrored */
typedef struct
{
  GPtrArray *nodes;
  double turn_deg;
  gboolean mirrored;
  QpNode *site;
  QpNode *plan;
} LightPlan;

static inline void
light_set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

static inline void
light_set_number (QpNode *node, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  light_set (node, name, g_ascii_formatd (text, sizeof text, "%.6f", number));
}

static inline LightPlan
light_plan (double turn_deg, gboolean mirrored)
{
  return (LightPlan){ g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref), turn_deg, mirrored, NULL, NULL };
}

static inline void
light_plan_clear (LightPlan *self)
{
  g_ptr_array_unref (self->nodes);
  g_clear_pointer (&self->plan, qp_node_unref);
  g_clear_pointer (&self->site, qp_node_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LightPlan, light_plan_clear)

static inline QpVec
light_place (const LightPlan *self, double x, double y)
{
  const double a = self->turn_deg * G_PI / 180;

  x = self->mirrored ? -x : x;
  return qp_vec (cos (a) * x + sin (a) * y, -sin (a) * x + cos (a) * y);
}

static inline double
light_heading (const LightPlan *self, double heading)
{
  return qp_heading_wrap ((self->mirrored ? -heading : heading) + self->turn_deg);
}

static inline void
light_set_outline (const LightPlan *self, QpNode *node, const double *xy, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const QpVec at = light_place (self, xy[2 * i], xy[2 * i + 1]);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (x, sizeof x, "%.6f", at.x);
      g_ascii_formatd (y, sizeof y, "%.6f", at.y);
      g_string_append_printf (text, "%s%s,%s", i > 0 ? " " : "", x, y);
    }
  light_set (node, "outline", text->str);
}

static inline QpNode *
light_add (LightPlan *self, QpKind kind)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());

  g_ptr_array_add (self->nodes, node);
  return node;
}

/* columns × rows cabinets of 1 m */
static inline QpNode *
light_add_screen (LightPlan *self, double x, double y, double facing, double bottom, int columns, int rows, double night)
{
  QpNode *node = light_add (self, QP_KIND_SCREEN);
  const QpVec at = light_place (self, x, y);

  light_set (node, "cabinet_width_mm", "1000");
  light_set (node, "cabinet_height_mm", "1000");
  light_set_number (node, "columns", columns);
  light_set_number (node, "rows", rows);
  light_set_number (node, "x_m", at.x);
  light_set_number (node, "y_m", at.y);
  light_set_number (node, "facing_deg", light_heading (self, facing));
  light_set_number (node, "bottom_height_m", bottom);
  if (!isnan (night))
    light_set_number (node, "luminance_night_cdm2", night);
  return node;
}

/* a line from one place to the other, or a point when they are the same; facing NaN: not known */
static inline QpNode *
light_add_window (LightPlan *self, const double *xy, guint n, double low, double high, double facing)
{
  QpNode *node = light_add (self, QP_KIND_RECEPTOR);

  light_set_outline (self, node, xy, n);
  light_set_number (node, "base_height_m", low);
  light_set_number (node, "top_height_m", high);
  if (!isnan (facing))
    light_set_number (node, "facing_deg", light_heading (self, facing));
  return node;
}

static inline QpNode *
light_add_wall (LightPlan *self, const double *xy, guint n, gboolean closed, double base, double top, double through_percent)
{
  QpNode *node = light_add (self, QP_KIND_OBSTACLE);

  light_set_outline (self, node, xy, n);
  light_set (node, "closed", closed ? "yes" : "no");
  light_set_number (node, "base_height_m", base);
  light_set_number (node, "top_height_m", top);
  light_set_number (node, "transparency_percent", through_percent);
  return node;
}

/* @zone may be NULL */
static inline QpLight *
light_of (LightPlan *self, const char *zone, const QpCatalogue *catalogue)
{
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) self->nodes->pdata, self->nodes->len);

  g_clear_pointer (&self->plan, qp_node_unref);
  g_clear_pointer (&self->site, qp_node_unref);
  self->plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  qp_node_init_children (self->plan, list);
  self->site = qp_node_new (QP_KIND_SITE, qp_id_new ());
  if (zone != NULL)
    light_set (self->site, "zone", zone);
  const QpEngineContext context
      = { .site = (const QpSite *) self->site, .plan = (const QpPlan *) self->plan, .catalogue = catalogue };
  return qp_light_new (&context, NULL);
}
