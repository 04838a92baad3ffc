/* bench-project.c: projects of any size, the same each time, for measuring
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-project.h"

#include "catalogue/qp-catalogue.h"

#include <math.h>

#define SEED 1234
#define UM_PER_M 1000000
#define SPACING_M 40
#define PLANS_PER_SITE 4
#define SCREENS_PER_OBSTACLE 10

typedef struct
{
  GRand *rand;
  GPtrArray *cabinets; /* borrowed keys of the catalogue */
  QpId content;
} Generator;

static QpId
next_id (Generator *self)
{
  const guint64 hi = (guint64) g_rand_int (self->rand) << 32 | g_rand_int (self->rand);
  const guint64 lo = (guint64) g_rand_int (self->rand) << 32 | g_rand_int (self->rand);

  return (QpId){ (hi & ~0xf000ull) | 0x4000, (lo >> 2) | 0x8000000000000000ull };
}

static void
set_text (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = qp_value_unset (qp_field_type_storage (field->type));

  g_assert (qp_field_parse (field, text, &value) != QP_FIELD_NOT_A_VALUE);
  qp_node_init_value (node, field, &value);
}

static void
set_number (QpNode *node, const char *name, double number)
{
  const QpField *field = qp_kind_field (node->kind, name);
  const QpValue value = qp_field_from_number (field, number);

  qp_node_init_value (node, field, &value);
}

static void
set_rectangle (QpNode *node, double x, double y, double w, double h)
{
  const QpPoint at[] = { { (gint64) (x * UM_PER_M), (gint64) (y * UM_PER_M) },
                         { (gint64) ((x + w) * UM_PER_M), (gint64) (y * UM_PER_M) },
                         { (gint64) ((x + w) * UM_PER_M), (gint64) ((y + h) * UM_PER_M) },
                         { (gint64) (x * UM_PER_M), (gint64) ((y + h) * UM_PER_M) } };
  g_autoptr (QpPoints) points = qp_points_new (at, G_N_ELEMENTS (at));
  const QpValue value = qp_value_points (points);

  qp_node_init_value (node, qp_kind_field (node->kind, "outline"), &value);
}

static QpNode *
new_screen (Generator *self, guint number, double x, double y)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, next_id (self));
  g_autofree char *name = g_strdup_printf ("Screen %05u 北京路", number);

  set_text (screen, "name", name);
  set_text (screen, "environment", "outdoor");
  set_number (screen, "x_m", x);
  set_number (screen, "y_m", y);
  set_number (screen, "facing_deg", g_rand_int_range (self->rand, 0, 360));
  set_number (screen, "bottom_height_m", g_rand_int_range (self->rand, 20, 200) / 10.0);
  if (self->cabinets->len > 0)
    set_text (screen, "cabinet", g_ptr_array_index (self->cabinets, number % self->cabinets->len));
  set_number (screen, "columns", g_rand_int_range (self->rand, 6, 31));
  set_number (screen, "rows", g_rand_int_range (self->rand, 4, 21));
  set_number (screen, "luminance_day_cdm2", g_rand_int_range (self->rand, 40, 80) * 100);
  set_number (screen, "luminance_night_cdm2", g_rand_int_range (self->rand, 2, 8) * 50);
  set_text (screen, "on_time", "08:00");
  set_text (screen, "off_time", "22:30");
  set_number (screen, "days_per_year", 365);
  set_number (screen, "average_power_percent", 35);
  set_number (screen, "price", 18000 + g_rand_int_range (self->rand, 0, 120) * 100);
  const QpValue content = qp_value_id (self->content);
  qp_node_init_value (screen, QP_SCREEN_FIELD (content), &content);
  return screen;
}

static QpNode *
new_obstacle (Generator *self, double x, double y)
{
  QpNode *obstacle = qp_node_new (QP_KIND_OBSTACLE, next_id (self));

  set_number (obstacle, "top_height_m", g_rand_int_range (self->rand, 6, 60));
  set_rectangle (obstacle, x, y, g_rand_int_range (self->rand, 5, 15), g_rand_int_range (self->rand, 5, 15));
  return obstacle;
}

static void
adopt (QpNode *parent, GPtrArray *children)
{
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, children->len);

  qp_node_init_children (parent, list);
}

static GPtrArray *
new_nodes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
}

/* a square field of screens with buildings between them */
static QpNode *
new_plan (Generator *self, guint first, guint n)
{
  QpNode *plan = qp_node_new (QP_KIND_PLAN, next_id (self));
  g_autoptr (GPtrArray) children = new_nodes ();
  const guint across = (guint) ceil (sqrt (n));

  set_text (plan, "name", "Ground level");
  for (guint i = 0; i < n; i += SCREENS_PER_OBSTACLE)
    g_ptr_array_add (children, new_obstacle (self, (i % across + 0.4) * SPACING_M, (i / across + 0.4) * SPACING_M));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (children, new_screen (self, first + i, i % across * SPACING_M, i / across * SPACING_M));
  adopt (plan, children);
  return plan;
}

static QpNode *
new_site (Generator *self, guint *first, guint n_screens, guint per_plan)
{
  QpNode *site = qp_node_new (QP_KIND_SITE, next_id (self));
  g_autoptr (GPtrArray) plans = new_nodes ();
  g_autofree char *name = g_strdup_printf ("Site %u", *first / per_plan + 1);

  set_text (site, "name", name);
  set_text (site, "zone", "E4");
  set_number (site, "latitude_deg", 23.0 + g_rand_double (self->rand));
  set_number (site, "longitude_deg", 113.0 + g_rand_double (self->rand));
  for (guint i = 0; i < PLANS_PER_SITE && *first < n_screens; i++)
    {
      const guint n = MIN (per_plan, n_screens - *first);
      g_ptr_array_add (plans, new_plan (self, *first, n));
      *first += n;
    }
  adopt (site, plans);
  return site;
}

static QpNode *
new_content (Generator *self)
{
  QpNode *content = qp_node_new (QP_KIND_CONTENT, self->content);

  set_text (content, "name", "Public-service loop");
  set_number (content, "width_px", 3840);
  set_number (content, "height_px", 2160);
  set_number (content, "frame_rate_hz", 50);
  set_number (content, "bit_depth", 10);
  set_text (content, "chroma", "422");
  set_number (content, "bit_rate_mbps", 36);
  return content;
}

static GPtrArray *
cabinet_keys (QpCatalogue *catalogue)
{
  GPtrArray *keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) cabinets = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);

  for (guint i = 0; i < cabinets->len; i++)
    g_ptr_array_add (keys, ((QpCabinet *) g_ptr_array_index (cabinets, i))->key);
  return keys;
}

/**
 * bench_project_new:
 * @n_screens: how many screens
 * @per_plan: screens on one plan; 0 puts all on one
 *
 * Returns: (transfer full): the project; the same each time
 */
QpNode *
bench_project_new (guint n_screens, guint per_plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_load_builtin (NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) cabinets = cabinet_keys (catalogue);
  Generator generator = { .rand = rand, .cabinets = cabinets };
  g_autoptr (GPtrArray) children = new_nodes ();
  guint first = 0;

  generator.content = next_id (&generator);
  QpNode *project = qp_node_new (QP_KIND_PROJECT, next_id (&generator));
  set_text (project, "title", "Measured project");
  set_text (project, "city", "Guangzhou 广州");
  set_number (project, "tariff_per_kwh", 0.8);
  set_number (project, "horizon_years", 8);
  while (first < n_screens)
    g_ptr_array_add (children, new_site (&generator, &first, n_screens, per_plan > 0 ? per_plan : n_screens));
  g_ptr_array_add (children, new_content (&generator));
  adopt (project, children);
  return project;
}

/**
 * bench_project_plan:
 * @project: a project of bench_project_new()
 *
 * Returns: (transfer none): its first plan
 */
QpNode *
bench_project_plan (QpNode *project)
{
  return qp_node_list_get (qp_node_list_get (project->children, 0)->children, 0);
}
