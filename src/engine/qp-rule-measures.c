/* qp-rule-measures.c: the quantities that rules speak of, and where each is found
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-rule-measures.h"

#include "engine/qp-content.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

static void
measure_free (gpointer data)
{
  qp_measure_clear (data);
  g_free (data);
}

void
qp_rule_case_init (QpRuleCase *self, const QpScreen *screen, const QpEngineContext *context)
{
  *self = (QpRuleCase){ .screen = screen, .context = context };
  if (context->catalogue != NULL && screen->cabinet != NULL)
    self->cabinet = qp_catalogue_cabinet (context->catalogue, screen->cabinet);
  self->content = qp_screen_find_content (screen, context->project);
  qp_estimate_screen (&self->estimate, screen, context);
  self->has_shape = qp_shape_init (&self->shape, screen, context->catalogue);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, measure_free);
}

void
qp_rule_case_clear (QpRuleCase *self)
{
  qp_shape_clear (&self->shape);
  g_hash_table_unref (self->known);
  g_clear_pointer (&self->light, qp_light_free);
}

void
qp_measure_clear (QpMeasure *self)
{
  g_clear_pointer (&self->word, g_free);
}

gboolean
qp_measure_is_known (const QpMeasure *self)
{
  return self->word != NULL || !isnan (self->number);
}

static void
set_integer (QpMeasure *measure, gint64 value)
{
  measure->number = value == QP_UNSET ? NAN : (double) value;
}

static void
set_choice (QpMeasure *measure, const QpEnumValue *values, gint64 value)
{
  measure->word = value == QP_UNSET ? NULL : g_strdup (values[value].key);
}

static double
estimated (const QpRuleCase *self, const char *key)
{
  return qp_estimate_get (&self->estimate, key);
}

/* --- one function for each quantity that is no plain result --- */

static void
find_raster (const QpRuleCase *self, QpMeasure *m)
{
  m->number = estimated (self, "px_w");
  m->second = estimated (self, "px_h");
}

static void
find_surface (const QpRuleCase *self, QpMeasure *m)
{
  static const char *const words[] = {
    [QP_SCREEN_FLAT] = "flat",     [QP_SCREEN_ARC] = "curved",         [QP_SCREEN_CORNER] = "corner",
    [QP_SCREEN_ROUNDED_CORNER] = "corner", [QP_SCREEN_FACES] = "corner", [QP_SCREEN_COLUMN] = "curved",
    [QP_SCREEN_RIBBON] = "flat",   [QP_SCREEN_FLOOR] = "flat",         [QP_SCREEN_CEILING] = "flat",
    [QP_SCREEN_MESH] = "flat",     [QP_SCREEN_ZONES] = "zones",        [QP_SCREEN_CAP] = "curved",
    [QP_SCREEN_HALF_ELLIPSE] = "flat",
  };

  if (self->screen->shape == QP_SCREEN_RIBBON && self->has_shape && self->shape.joint_deg != 0)
    m->word = g_strdup ("curved");
  else
    m->word = g_strdup (words[self->screen->shape == QP_UNSET ? QP_SCREEN_FLAT : self->screen->shape]);
}

static void
find_site_kind (const QpRuleCase *self, QpMeasure *m)
{
  if (self->context->site != NULL)
    set_choice (m, qp_values_site_kind, self->context->site->kind);
}

static void
find_zone (const QpRuleCase *self, QpMeasure *m)
{
  if (self->context->site != NULL)
    set_choice (m, qp_values_zone, self->context->site->zone);
}

static void
find_road_width (const QpRuleCase *self, QpMeasure *m)
{
  if (self->context->site != NULL && self->context->site->road_width_m != QP_UNSET)
    m->number = qp_m_from_um (self->context->site->road_width_m);
}

static void
find_mount (const QpRuleCase *self, QpMeasure *m)
{
  set_choice (m, qp_values_mount, self->screen->mount);
}

static void
find_project_kind (const QpRuleCase *self, QpMeasure *m)
{
  set_choice (m, qp_values_project_kind, self->screen->project_kind);
}

static void
find_audio (const QpRuleCase *self, QpMeasure *m)
{
  if (self->content != NULL)
    set_choice (m, qp_values_audio, self->content->audio);
}

static void
find_hdr (const QpRuleCase *self, QpMeasure *m)
{
  if (self->content != NULL)
    set_choice (m, qp_values_hdr, self->content->hdr);
}

static void
find_codec (const QpRuleCase *self, QpMeasure *m)
{
  if (self->content != NULL)
    set_choice (m, qp_values_codec, self->content->codec);
}

static void
find_public_service (const QpRuleCase *self, QpMeasure *m)
{
  if (self->content != NULL)
    m->number = qp_content_public_percent (self->content, self->screen, self->context->project);
}

static void
find_frame_rate (const QpRuleCase *self, QpMeasure *m)
{
  m->number = !isnan (self->screen->drive_rate_hz) ? self->screen->drive_rate_hz : estimated (self, "frame_rate_hz");
}

static void
find_contrast (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->cabinet == NULL ? NAN : self->cabinet->contrast;
}

static void
find_refresh (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->cabinet == NULL ? NAN : self->cabinet->refresh_hz;
}

static void
find_grey_bits (const QpRuleCase *self, QpMeasure *m)
{
  if (self->cabinet != NULL)
    set_integer (m, self->cabinet->grey_bits);
}

static void
find_grey_levels (const QpRuleCase *self, QpMeasure *m)
{
  find_grey_bits (self, m);
  m->number = exp2 (m->number);
}

static void
find_luminance (const QpRuleCase *self, QpMeasure *m)
{
  m->number = !isnan (self->screen->luminance_day_cdm2) ? self->screen->luminance_day_cdm2
              : self->cabinet != NULL                   ? self->cabinet->luminance_cdm2
                                                        : NAN;
}

static void
find_night_luminance (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->screen->luminance_night_cdm2;
}

/* dimmed where the night has less than the day */
static void
find_dimming (const QpRuleCase *self, QpMeasure *m)
{
  QpMeasure day = { NAN, NAN, NULL };

  find_luminance (self, &day);
  if (!isnan (day.number) && !isnan (self->screen->luminance_night_cdm2))
    m->word = g_strdup (self->screen->luminance_night_cdm2 < day.number ? "yes" : "no");
}

static void
find_angle_h (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->cabinet == NULL ? NAN : self->cabinet->viewing_angle_h_deg;
}

static void
find_angle_v (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->cabinet == NULL ? NAN : self->cabinet->viewing_angle_v_deg;
}

static void
find_half_angle_h (const QpRuleCase *self, QpMeasure *m)
{
  find_angle_h (self, m);
  m->number /= 2;
}

/* data sheets give the whole angle, half of it up and half of it down */
static void
find_half_angle_v (const QpRuleCase *self, QpMeasure *m)
{
  find_angle_v (self, m);
  m->number /= 2;
}

static void
find_ip_front (const QpRuleCase *self, QpMeasure *m)
{
  m->word = self->cabinet == NULL ? NULL : g_strdup (self->cabinet->ip_front);
}

static void
find_bottom (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->screen->bottom_height_m == QP_UNSET ? NAN : qp_m_from_um (self->screen->bottom_height_m);
}

static void
find_hours (const QpRuleCase *self, QpMeasure *m)
{
  set_integer (m, self->screen->on_time);
  m->second = self->screen->off_time == QP_UNSET ? NAN : (double) self->screen->off_time;
  if (isnan (m->second))
    m->number = NAN;
}

static void
find_nearest_viewer (const QpRuleCase *self, QpMeasure *m)
{
  m->number = qp_rule_viewer_distance (self, TRUE) / (estimated (self, "pitch_mm") / 1000);
}

static void
find_farthest_viewer (const QpRuleCase *self, QpMeasure *m)
{
  m->number = qp_rule_viewer_distance (self, FALSE) / (estimated (self, "pitch_mm") / 1000);
}

static void
find_home (const QpRuleCase *self, QpMeasure *m)
{
  m->number = qp_rule_home_distance (self);
}

static void
find_spacing (const QpRuleCase *self, QpMeasure *m)
{
  m->number = qp_rule_spacing (self);
}

/* --- what conflicts between rules ask for --- */

static void
find_live_relays (const QpRuleCase *self, QpMeasure *m)
{
  m->word = self->content == NULL ? NULL : qp_content_live_names (self->content);
}

static void
find_moving_pictures (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->content == NULL ? NAN : self->content->frame_rate_hz;
}

static void
find_cell_px_h (const QpRuleCase *self, QpMeasure *m)
{
  m->number = self->has_shape && self->shape.cell_px_h > 0 ? self->shape.cell_px_h : NAN;
}

/* rows of the picture that the screen is wide enough for */
static void
find_uhd_rows (const QpRuleCase *self, QpMeasure *m)
{
  const double px_w = estimated (self, "px_w");

  m->number = isnan (px_w) ? NAN : px_w >= 7680 ? 4320 : 2160;
}

/* rows of this cabinet that hold such a picture whole: 17 of 256 pixels for 4320 */
static void
find_uhd_cabinet_rows (const QpRuleCase *self, QpMeasure *m)
{
  QpMeasure rows = { NAN, NAN, NULL }, cell = { NAN, NAN, NULL };

  find_uhd_rows (self, &rows);
  find_cell_px_h (self, &cell);
  m->number = ceil (rows.number / cell.number);
}

static void
find_uhd_rows_fit (const QpRuleCase *self, QpMeasure *m)
{
  QpMeasure rows = { NAN, NAN, NULL }, cell = { NAN, NAN, NULL };

  find_uhd_rows (self, &rows);
  find_cell_px_h (self, &cell);
  if (!isnan (rows.number) && !isnan (cell.number))
    m->word = g_strdup (fmod (rows.number, cell.number) == 0 ? "yes" : "no");
}

static void
find_uhd_rows_held (const QpRuleCase *self, QpMeasure *m)
{
  QpMeasure rows = { NAN, NAN, NULL };

  find_uhd_rows (self, &rows);
  if (!isnan (rows.number))
    m->word = g_strdup (estimated (self, "px_h") >= rows.number ? "yes" : "no");
}

static void
find_horizon (const QpRuleCase *self, QpMeasure *m)
{
  if (self->context->project != NULL)
    set_integer (m, self->context->project->horizon_years);
}

static void
find_window_lx (const QpRuleCase *self, QpMeasure *m)
{
  m->number = qp_rule_window_lx (self, FALSE);
}

static void
find_window_after_curfew_lx (const QpRuleCase *self, QpMeasure *m)
{
  m->number = qp_rule_window_lx (self, TRUE);
}

#define WINDOW_DATA N_ ("windows of neighbours on the plan, and luminance by night and place of every screen there")
#define CABINET_DATA N_ ("the cabinet, with this figure in its data sheet")
#define CONTENT_DATA N_ ("a content profile that says it")

/* where each quantity is found, and what has to be entered when it is not */
static const struct
{
  const char *quantity;
  void (*find) (const QpRuleCase *self, QpMeasure *measure);
  const char *missing;
} table[] = {
  { "raster_px", find_raster, N_ ("the cabinet, with its pixels") },
  { "raster_aspect", find_raster, N_ ("the cabinet, with its pixels") },
  { "surface_form", find_surface, N_ ("the shape") },
  { "site_kind", find_site_kind, N_ ("the kind of venue of the site") },
  { "zone", find_zone, N_ ("the environmental zone of the site") },
  { "road_width_m", find_road_width, N_ ("the road width of the site") },
  { "mount", find_mount, N_ ("the mounting of the screen") },
  { "project_kind", find_project_kind, N_ ("whether it is a new build or a retrofit") },
  { "audio", find_audio, CONTENT_DATA },
  { "hdr", find_hdr, CONTENT_DATA },
  { "codec", find_codec, CONTENT_DATA },
  { "public_service_percent", find_public_service, CONTENT_DATA },
  { "frame_rate_hz", find_frame_rate, N_ ("the frame rate, of the screen or of its content") },
  { "contrast", find_contrast, CABINET_DATA },
  { "refresh_hz", find_refresh, CABINET_DATA },
  { "grey_bits", find_grey_bits, CABINET_DATA },
  { "grey_levels", find_grey_levels, CABINET_DATA },
  { "luminance_cdm2", find_luminance, N_ ("the luminance by day, or the cabinet’s") },
  { "luminance_night_cdm2", find_night_luminance, N_ ("the luminance by night") },
  { "dimming", find_dimming, N_ ("the luminance by day and by night") },
  { "viewing_angle_h_deg", find_angle_h, CABINET_DATA },
  { "viewing_angle_v_deg", find_angle_v, CABINET_DATA },
  { "half_angle_h_deg", find_half_angle_h, CABINET_DATA },
  { "angle_up_deg", find_half_angle_v, CABINET_DATA },
  { "angle_down_deg", find_half_angle_v, CABINET_DATA },
  { "ip_front", find_ip_front, CABINET_DATA },
  { "bottom_m", find_bottom, N_ ("the height of the bottom edge") },
  { "hours", find_hours, N_ ("the hours of operation") },
  { "nearest_viewer_pitches", find_nearest_viewer, N_ ("audience on the plan before the screen, and the cabinet") },
  { "farthest_viewer_pitches", find_farthest_viewer, N_ ("audience on the plan before the screen, and the cabinet") },
  { "facing_home_m", find_home, N_ ("the windows of homes on the plan, before the screen") },
  { "live_relays", find_live_relays, CONTENT_DATA },
  { "moving_pictures_hz", find_moving_pictures, CONTENT_DATA },
  { "cell_px_h", find_cell_px_h, N_ ("the cabinet, with its pixels") },
  { "uhd_rows", find_uhd_rows, N_ ("the cabinet, with its pixels") },
  { "uhd_cabinet_rows", find_uhd_cabinet_rows, N_ ("the cabinet, with its pixels") },
  { "uhd_rows_fit", find_uhd_rows_fit, N_ ("the cabinet, with its pixels") },
  { "uhd_rows_held", find_uhd_rows_held, N_ ("the cabinet, with its pixels") },
  { "horizon_years", find_horizon, N_ ("the years over which the project reckons") },
  { "spacing_m", find_spacing, N_ ("the other screens along the road") },
  { "window_lx", find_window_lx, WINDOW_DATA },
  { "window_after_curfew_lx", find_window_after_curfew_lx, WINDOW_DATA },
};

static int
table_row (const char *quantity)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].quantity, quantity) == 0)
      return (int) i;
  return -1;
}

static void
find_measure (const QpRuleCase *self, const char *quantity, QpMeasure *measure)
{
  const int row = table_row (quantity);

  if (row >= 0)
    table[row].find (self, measure);
  else if (qp_quantity_index (quantity) >= 0)
    measure->number = estimated (self, quantity);
  if (!qp_measure_is_known (measure))
    qp_rule_read_fact ((const QpNode *) self->screen, quantity, measure);
  if (!qp_measure_is_known (measure))
    qp_rule_read_fact ((const QpNode *) self->context->site, quantity, measure);
}

/* inside the engine: finds a quantity: as the engine knows it, as a result, or as a fact of the screen or its site states;
 * each once, as many rules ask for the same */
void
qp_rule_measure (const QpRuleCase *self, const char *quantity, QpMeasure *measure)
{
  *measure = (QpMeasure){ NAN, NAN, NULL };
  if (quantity == NULL)
    return;
  QpMeasure *known = g_hash_table_lookup (self->known, quantity);
  if (known == NULL)
    {
      known = g_new (QpMeasure, 1);
      *known = (QpMeasure){ NAN, NAN, NULL };
      find_measure (self, quantity, known);
      g_hash_table_insert (self->known, g_strdup (quantity), known);
    }
  *measure = (QpMeasure){ known->number, known->second, g_strdup (known->word) };
}

/* inside the engine: what has to be entered for a quantity to be known */
char *
qp_rule_missing (const char *quantity)
{
  const int row = table_row (quantity);
  const int result = qp_quantity_index (quantity);

  if (row >= 0)
    return g_strdup (_ (table[row].missing));
  if (result >= 0)
    return g_strdup (_ (qp_quantity_at ((guint) result)->label));
  return g_strdup_printf (_ ("a fact of the screen with the quantity “%s”"), quantity);
}
