/* qp-sources.c: reads the inputs of the calculation, and says where each comes from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-data-runs.h"
#include "engine/qp-power-runs.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* Standing assumptions, used where the document is silent and always named as such. */
#define ASSUMED_AVERAGE_FRACTION (1.0 / 3)
#define ASSUMED_DAYS 365

static double
integer_or_nan (gint64 value)
{
  return value == QP_UNSET ? NAN : (double) value;
}

static double
mm_or_nan (gint64 micrometres)
{
  return micrometres == QP_UNSET ? NAN : (double) micrometres / 1000;
}

static double
money_or_nan (gint64 hundredths)
{
  return hundredths == QP_UNSET ? NAN : (double) hundredths / 100;
}

/* evidence for a price per m² of this environment, pitch and currency; the newest wins */
const QpPrice *
qp_price_evidence (const QpCatalogue *catalogue, const char *currency, gint64 environment, double pitch_um)
{
  const QpPrice *best = NULL;

  if (catalogue == NULL || currency == NULL)
    return NULL;
  g_autoptr (GPtrArray) prices = qp_catalogue_nodes (catalogue, QP_KIND_PRICE);
  for (guint i = 0; i < prices->len; i++)
    {
      const QpPrice *price = g_ptr_array_index (prices, i);
      if (price->per == QP_PRICE_PER_M2 && g_strcmp0 (price->item, "led display") == 0
          && g_strcmp0 (price->currency, currency) == 0 && price->environment == environment && price->date != NULL
          && price->pitch_max_mm != QP_UNSET && pitch_um <= (double) price->pitch_max_mm * 1.03
          && pitch_um >= (double) MAX (price->pitch_min_mm, 0) * 0.97
          && (best == NULL || strcmp (price->date, best->date) > 0))
        best = price;
    }
  return best;
}

static const QpPrice *
find_price (const QpSources *self)
{
  const QpEngineContext *context = self->context;
  QpCell cell;

  if (context->project == NULL || !qp_screen_cell (self->screen, context->catalogue, &cell) || cell.px_w <= 0)
    return NULL;
  return qp_price_evidence (context->catalogue, context->project->currency, self->screen->environment,
                            (double) cell.width_um / (double) cell.px_w);
}

/**
 * qp_screen_find_content:
 * @screen: a screen
 * @project: (nullable): its project
 *
 * Returns: (transfer none) (nullable): the content profile that it shows
 */
const QpContent *
qp_screen_find_content (const QpScreen *screen, const QpProject *project)
{
  QpNodeIter iter;

  if (project == NULL || qp_id_is_none (screen->content))
    return NULL;
  qp_node_iter_init (&iter, project->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_CONTENT)) != NULL;)
    if (qp_id_equal (node->id, screen->content))
      return (const QpContent *) node;
  return NULL;
}

static gboolean
has_own_price (const QpScreen *screen)
{
  return screen->price_low != QP_UNSET || screen->price != QP_UNSET || screen->price_high != QP_UNSET;
}

void
qp_sources_init (QpSources *self, const QpScreen *screen, const QpEngineContext *context)
{
  const QpCatalogue *catalogue = context->catalogue;

  *self = (QpSources){ .screen = screen, .context = context };
  if (catalogue != NULL)
    {
      self->cabinet = screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);
      self->controller = screen->controller == NULL ? NULL : qp_catalogue_controller (catalogue, screen->controller);
    }
  qp_shape_figures_init (&self->shape, screen, catalogue);
  self->content = qp_screen_find_content (screen, context->project);
  self->price = has_own_price (screen) ? NULL : find_price (self);
}

/* --- where numbers come from, in words --- */

char *
qp_origin_of_field (QpKind kind, const char *field)
{
  /* Translators: kind of object, then the field that was typed: "Screen: Columns" */
  return g_strdup_printf (_ ("%s: %s"), qp_kind_label (kind), qp_field_label (qp_kind_field (kind, field)));
}

static char *
record_origin (const char *title, gint64 grade, const char *date)
{
  const char *key = grade == QP_UNSET ? "?" : qp_values_grade[grade].key;
  /* Translators: model of the catalogue, grade of its data, date of its source */
  return g_strdup_printf (_ ("catalogue: %s, grade %s, %s"), title, key, date == NULL ? _ ("not dated") : date);
}

char *
qp_origin_of_cabinet (const QpSources *self, const char *own_field)
{
  if (self->cabinet != NULL)
    {
      g_autofree char *title = qp_cabinet_title (self->cabinet);
      return record_origin (title, self->cabinet->grade, self->cabinet->source_date);
    }
  if (self->screen->cabinet != NULL)
    return g_strdup_printf (_ ("the catalogue has no cabinet “%s”"), self->screen->cabinet);
  return own_field == NULL ? g_strdup (_ ("no cabinet chosen")) : qp_origin_of_field (QP_KIND_SCREEN, own_field);
}

static char *
price_origin (const QpSources *self, const char *field)
{
  const QpScreen *screen = self->screen;

  if (self->price != NULL)
    return g_strdup_printf (_ ("price evidence of %s: %s"), self->price->date, self->price->source);
  if (!has_own_price (screen))
    return g_strdup (_ ("no dated price in the project’s currency for this environment and pitch"));
  g_autofree char *typed = qp_origin_of_field (QP_KIND_SCREEN, field);
  return g_strdup_printf ("%s (%s, %s)", typed, screen->price_source == NULL ? _ ("no source") : screen->price_source,
                          screen->price_date == NULL ? _ ("not dated") : screen->price_date);
}

static char *
shape_origin (const QpSources *self)
{
  const char *shape = qp_values_shape[self->screen->shape == QP_UNSET ? 0 : self->screen->shape].label;
  g_autofree char *typed = qp_origin_of_field (QP_KIND_SCREEN, "shape");
  /* Translators: "Screen: Shape", then the shape that is chosen there, from which a number was found */
  return g_strdup_printf (_ ("%s, %s, joint by joint"), typed, _ (shape));
}

/* --- the readers --- */

#define FIELD_READER(name, KIND, field, expression) \
  static double read_##name (const QpSources *self) { return expression; } \
  static char *origin_##name (const QpSources *self) { return qp_origin_of_field (KIND, field); }

#define CABINET_READER(name, member, own_field, own) \
  static double read_##name (const QpSources *self) { return self->cabinet != NULL ? member : own; } \
  static char *origin_##name (const QpSources *self) { return qp_origin_of_cabinet (self, own_field); }

#define SHAPE_READER(name, expression) \
  static double read_##name (const QpSources *self) { return expression; } \
  static char *origin_##name (const QpSources *self) { return shape_origin (self); }

#define CONTENT_READER(name, field, expression) \
  static double read_##name (const QpSources *self) { return self->content == NULL ? NAN : expression; } \
  static char *origin_##name (const QpSources *self) \
  { return self->content == NULL ? g_strdup (_ ("no content chosen")) : qp_origin_of_field (QP_KIND_CONTENT, field); }

#define PRICE_READER(name, field, own, evidence) \
  static double read_##name (const QpSources *self) { return self->price != NULL ? evidence : money_or_nan (own); } \
  static char *origin_##name (const QpSources *self) { return price_origin (self, field); }

#define PROJECT_READER(name, field, member) \
  FIELD_READER (name, QP_KIND_PROJECT, field, self->context->project == NULL ? NAN : member)

/* clang-format off */
FIELD_READER (columns, QP_KIND_SCREEN, "columns", integer_or_nan (self->screen->columns))
FIELD_READER (rows, QP_KIND_SCREEN, "rows", integer_or_nan (self->screen->rows))
SHAPE_READER (missing, self->shape.missing)
FIELD_READER (sides, QP_KIND_SCREEN, "double_sided", self->shape.sides)
SHAPE_READER (radius, self->shape.radius_m)
SHAPE_READER (bend, self->shape.bend_deg)
SHAPE_READER (chord, self->shape.chord_m)
SHAPE_READER (sagitta, self->shape.sagitta_m)
SHAPE_READER (joint, self->shape.joint_deg)
FIELD_READER (cap_diameter, QP_KIND_SCREEN, "cap_diameter_m", self->shape.cap_diameter_m)
FIELD_READER (cap_height, QP_KIND_SCREEN, "cap_height_m", self->shape.cap_height_m)
SHAPE_READER (ellipse_width, self->shape.ellipse_width_m)
SHAPE_READER (ellipse_height, self->shape.ellipse_height_m)
CABINET_READER (open_percent, self->cabinet->transparency_percent, NULL, NAN)
FIELD_READER (on_min, QP_KIND_SCREEN, "on_time", integer_or_nan (self->screen->on_time))
FIELD_READER (off_min, QP_KIND_SCREEN, "off_time", integer_or_nan (self->screen->off_time))
FIELD_READER (redundant, QP_KIND_SCREEN, "redundant", self->screen->redundant == 1 ? 1 : 0)
PROJECT_READER (tariff, "tariff_per_kwh", self->context->project->tariff_per_kwh)
PROJECT_READER (carbon, "carbon_kg_per_kwh", self->context->project->carbon_kg_per_kwh)
CABINET_READER (cabinet_width, mm_or_nan (self->cabinet->width_mm), "cabinet_width_mm", self->screen->cabinet != NULL ? NAN : mm_or_nan (self->screen->cabinet_width_mm))
CABINET_READER (cabinet_height, mm_or_nan (self->cabinet->height_mm), "cabinet_height_mm", self->screen->cabinet != NULL ? NAN : mm_or_nan (self->screen->cabinet_height_mm))
CABINET_READER (cabinet_px_w, integer_or_nan (self->cabinet->px_w), "cabinet_px_w", self->screen->cabinet != NULL ? NAN : integer_or_nan (self->screen->cabinet_px_w))
CABINET_READER (cabinet_px_h, integer_or_nan (self->cabinet->px_h), "cabinet_px_h", self->screen->cabinet != NULL ? NAN : integer_or_nan (self->screen->cabinet_px_h))
CABINET_READER (cabinet_max_power, self->cabinet->max_power_w, NULL, NAN)
CABINET_READER (cabinet_weight, self->cabinet->weight_kg, NULL, NAN)
CONTENT_READER (content_width, "width_px", integer_or_nan (self->content->width_px))
CONTENT_READER (content_height, "height_px", integer_or_nan (self->content->height_px))
CONTENT_READER (frame_rate, "frame_rate_hz", self->content->frame_rate_hz)
CONTENT_READER (bit_depth, "bit_depth", integer_or_nan (self->content->bit_depth))
CONTENT_READER (chroma, "chroma", self->content->chroma == QP_UNSET ? NAN : atof (qp_values_chroma[self->content->chroma].key))
PRICE_READER (price_low, "price_low", self->screen->price_low, money_or_nan (self->price->low))
PRICE_READER (price_likely, "price", self->screen->price, NAN)
PRICE_READER (price_high, "price_high", self->screen->price_high, money_or_nan (self->price->high))
/* clang-format on */

/* zones of which only the area is known count by it */
static double
read_area (const QpSources *self)
{
  return self->shape.zoned_m2;
}

static char *
origin_area (const QpSources *self)
{
  return g_strdup (_ ("the zones: areas that were stated, and the cabinets of those that have cells"));
}

static double
read_joint_limit (const QpSources *self)
{
  double greatest;

  qp_cabinet_joint_limit (self->cabinet, &greatest);
  return isnan (self->shape.joint_deg) ? NAN : greatest;
}

static char *
origin_joint_limit (const QpSources *self)
{
  double greatest;

  qp_cabinet_joint_limit (self->cabinet, &greatest);
  return self->cabinet != NULL && isnan (greatest) ? g_strdup (_ ("the maker publishes no limit"))
                                                   : qp_origin_of_cabinet (self, NULL);
}

static double
read_bit_rate (const QpSources *self)
{
  return self->content == NULL ? NAN : self->content->bit_rate_mbps;
}

static char *
origin_bit_rate (const QpSources *self)
{
  if (self->content == NULL)
    return g_strdup (_ ("no content chosen"));
  g_autofree char *typed = qp_origin_of_field (QP_KIND_CONTENT, "bit_rate_mbps");
  const char *source = self->content->bit_rate_source;
  return g_strdup_printf ("%s (%s)", typed, source == NULL ? _ ("no source") : source);
}

static gboolean
cabinet_has_fraction (const QpSources *self)
{
  return self->cabinet != NULL && !isnan (self->cabinet->average_power_w) && !isnan (self->cabinet->max_power_w);
}

static gboolean
has_picture_level (const QpSources *self)
{
  return !isnan (self->screen->idle_percent) && !isnan (self->screen->picture_level_percent);
}

static double
read_average_fraction (const QpSources *self)
{
  if (!isnan (self->screen->average_power_percent))
    return self->screen->average_power_percent / 100;
  if (has_picture_level (self))
    return self->screen->idle_percent / 100 + (1 - self->screen->idle_percent / 100) * self->screen->picture_level_percent / 100;
  if (cabinet_has_fraction (self))
    return self->cabinet->average_power_w / self->cabinet->max_power_w;
  return ASSUMED_AVERAGE_FRACTION;
}

static char *
origin_average_fraction (const QpSources *self)
{
  if (!isnan (self->screen->average_power_percent))
    return qp_origin_of_field (QP_KIND_SCREEN, "average_power_percent");
  if (has_picture_level (self))
    return qp_origin_of_field (QP_KIND_SCREEN, "picture_level_percent");
  if (cabinet_has_fraction (self))
    return qp_origin_of_cabinet (self, NULL);
  return g_strdup (_ ("assumption: one third, as nearly all makers’ sheets state; the content decides"));
}

static double
read_days (const QpSources *self)
{
  return self->screen->days_per_year == QP_UNSET ? ASSUMED_DAYS : (double) self->screen->days_per_year;
}

static char *
origin_days (const QpSources *self)
{
  if (self->screen->days_per_year != QP_UNSET)
    return qp_origin_of_field (QP_KIND_SCREEN, "days_per_year");
  return g_strdup (_ ("assumption: every day"));
}

/* a port's capacity is stated for 60 Hz and goes with the frame rate */
static double
read_port_px (const QpSources *self)
{
  QpDataLimits limits;

  qp_data_limits_init (&limits, self->screen, self->context);
  return limits.port_px;
}

static char *
origin_port_px (const QpSources *self)
{
  QpDataLimits limits;

  qp_data_limits_init (&limits, self->screen, self->context);
  g_autofree char *basis = qp_data_limits_describe (&limits);
  g_autofree char *drive = qp_data_limits_drive (&limits);
  if (self->controller == NULL)
    return g_strdup_printf ("%s; %s", basis, drive);
  g_autofree char *record
      = record_origin (self->controller->model, self->controller->grade, self->controller->source_date);
  return g_strdup_printf ("%s; %s; %s", record, basis, drive);
}

static double
read_device_px (const QpSources *self)
{
  return self->controller == NULL ? NAN : integer_or_nan (self->controller->capacity_px);
}

/* copies of the ports take the way back of a redundant loop */
static double
read_device_ports (const QpSources *self)
{
  QpDataLimits limits;

  qp_data_limits_init (&limits, self->screen, self->context);
  return limits.redundant ? limits.device_ports * 2 : limits.device_ports;
}

/* --- the cabling: many screens are calculated where nobody asks for it twice, so it is routed once and when asked for --- */

/* inside the engine: what the cabling of the screen takes */
const QpWiringFigures *
qp_sources_wiring (const QpSources *self)
{
  QpWiringFigures *figures = (QpWiringFigures *) &self->wiring; /* a cache: sources are never const objects */

  if (!figures->routed)
    qp_wiring_figures_init (figures, self->screen, self->context);
  return figures;
}

static char *
origin_data_route (const QpSources *self)
{
  QpDataLimits limits;

  qp_data_limits_init (&limits, self->screen, self->context);
  g_autofree char *drive = qp_data_limits_drive (&limits);
  return g_strdup_printf (self->screen->data_route != NULL ? _ ("the route drawn by hand; %s") : _ ("routed port by port; %s"),
                          drive);
}

static char *
origin_data_feed (const QpSources *self)
{
  if (self->screen->data_feed_m == QP_UNSET)
    return qp_origin_of_field (QP_KIND_SCREEN, "data_feed_m");
  return origin_data_route (self);
}

static char *
origin_power_route (const QpSources *self)
{
  QpSupply supply;

  if (self->cabinet == NULL || isnan (self->cabinet->max_power_w))
    return qp_origin_of_cabinet (self, NULL);
  qp_supply_init (&supply, self->screen);
  g_autofree char *words = qp_supply_describe (&supply);
  return g_strdup_printf (_ ("chained circuit by circuit; %s"), words);
}

static char *
origin_power_feed (const QpSources *self)
{
  if (self->screen->power_feed_m == QP_UNSET)
    return qp_origin_of_field (QP_KIND_SCREEN, "power_feed_m");
  return origin_power_route (self);
}

#define WIRING_READER(name, member, origin) \
  static double read_##name (const QpSources *self) { return qp_sources_wiring (self)->member; } \
  static char *origin_##name (const QpSources *self) { return origin (self); }

/* clang-format off */
WIRING_READER (ports_routed, ports, origin_data_route)
WIRING_READER (controllers_routed, controllers, origin_data_route)
WIRING_READER (data_cable, data_m, origin_data_feed)
WIRING_READER (circuits, circuits, origin_power_route)
WIRING_READER (phase_1, phase_a[0], origin_power_route)
WIRING_READER (phase_2, phase_a[1], origin_power_route)
WIRING_READER (phase_3, phase_a[2], origin_power_route)
WIRING_READER (power_cable, power_m, origin_power_feed)
/* clang-format on */

static char *
origin_device (const QpSources *self)
{
  if (self->controller != NULL)
    return record_origin (self->controller->model, self->controller->grade, self->controller->source_date);
  return g_strdup (self->screen->controller == NULL ? _ ("no controller chosen") : _ ("the catalogue has no such controller"));
}

static const QpReader readers[] = {
  { "columns", read_columns, origin_columns },
  { "rows", read_rows, origin_rows },
  { "missing", read_missing, origin_missing },
  { "sides", read_sides, origin_sides },
  { "area_m2", read_area, origin_area },
  { "radius_m", read_radius, origin_radius },
  { "bend_deg", read_bend, origin_bend },
  { "chord_m", read_chord, origin_chord },
  { "sagitta_m", read_sagitta, origin_sagitta },
  { "joint_deg", read_joint, origin_joint },
  { "joint_limit_deg", read_joint_limit, origin_joint_limit },
  { "cap_diameter_m", read_cap_diameter, origin_cap_diameter },
  { "cap_height_m", read_cap_height, origin_cap_height },
  { "ellipse_width_m", read_ellipse_width, origin_ellipse_width },
  { "ellipse_height_m", read_ellipse_height, origin_ellipse_height },
  { "open_percent", read_open_percent, origin_open_percent },
  { "cabinet_width_mm", read_cabinet_width, origin_cabinet_width },
  { "cabinet_height_mm", read_cabinet_height, origin_cabinet_height },
  { "cabinet_px_w", read_cabinet_px_w, origin_cabinet_px_w },
  { "cabinet_px_h", read_cabinet_px_h, origin_cabinet_px_h },
  { "cabinet_max_power_w", read_cabinet_max_power, origin_cabinet_max_power },
  { "cabinet_weight_kg", read_cabinet_weight, origin_cabinet_weight },
  { "average_power_fraction", read_average_fraction, origin_average_fraction },
  { "on_min", read_on_min, origin_on_min },
  { "off_min", read_off_min, origin_off_min },
  { "days_per_year", read_days, origin_days },
  { "carbon_kg_per_kwh", read_carbon, origin_carbon },
  { "port_px", read_port_px, origin_port_px },
  { "redundant", read_redundant, origin_redundant },
  { "device_px", read_device_px, origin_device },
  { "device_ports", read_device_ports, origin_device },
  { "ports_routed", read_ports_routed, origin_ports_routed },
  { "controllers_routed", read_controllers_routed, origin_controllers_routed },
  { "data_cable_m", read_data_cable, origin_data_cable },
  { "circuits", read_circuits, origin_circuits },
  { "phase_1_a", read_phase_1, origin_phase_1 },
  { "phase_2_a", read_phase_2, origin_phase_2 },
  { "phase_3_a", read_phase_3, origin_phase_3 },
  { "power_cable_m", read_power_cable, origin_power_cable },
  { "content_width_px", read_content_width, origin_content_width },
  { "content_height_px", read_content_height, origin_content_height },
  { "frame_rate_hz", read_frame_rate, origin_frame_rate },
  { "bit_depth", read_bit_depth, origin_bit_depth },
  { "chroma", read_chroma, origin_chroma },
  { "bit_rate_mbps", read_bit_rate, origin_bit_rate },
  { "price_low", read_price_low, origin_price_low },
  { "price_likely", read_price_likely, origin_price_likely },
  { "price_high", read_price_high, origin_price_high },
  { "tariff_per_kwh", read_tariff, origin_tariff },
};

const QpReader *
qp_reader_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].key, key) == 0)
      return &readers[i];
  const QpReader *depth = qp_depth_reader_find (key), *light = qp_light_reader_find (key), *budget = qp_budget_reader_find (key);
  return depth != NULL ? depth : light != NULL ? light : budget != NULL ? budget : qp_structure_reader_find (key);
}
