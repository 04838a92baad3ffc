/* qp-structure.c: the structure card: weight, wind and hang points, each with what it stands on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-structure.h"

#include "base/qp-number.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

#define THIN "\u2009"
#define DASH "\u2013"

/**
 * qp_structure_sentence:
 *
 * Returns: (transfer none): the sentence that stands under every figure of a structure, translated
 */
const char *
qp_structure_sentence (void)
{
  return _ (QP_STRUCTURE_SENTENCE);
}

/**
 * qp_structure_hangs:
 * @screen: a screen
 *
 * Returns: whether its cabinets hang under each other
 */
gboolean
qp_structure_hangs (const QpScreen *screen)
{
  static const char *const hanging[] = { "hung", "ceiling", NULL };

  return screen->mount != QP_UNSET && g_strv_contains (hanging, qp_values_mount[screen->mount].key);
}

/* on a wall or a pole the frame carries each row */
static gboolean
stands (const QpScreen *screen)
{
  return screen->mount != QP_UNSET && strcmp (qp_values_mount[screen->mount].key, "ground") == 0;
}

/**
 * qp_structure_column:
 * @screen: a screen
 * @estimate: its results
 * @limit: (out): most cabinets of a column by the maker; NaN when none is published
 *
 * Returns: how the longest column of cabinets stands to the maker's limit; unchecked for screens that neither hang nor stand
 *   on the ground, as their frame carries each row
 */
QpColumnState
qp_structure_column (const QpScreen *screen, const QpEstimate *estimate, double *limit)
{
  const double cabinets = qp_estimate_get (estimate, "column_cabinets");

  *limit = qp_structure_hangs (screen) ? qp_estimate_get (estimate, "max_hang")
           : stands (screen)           ? qp_estimate_get (estimate, "max_stack")
                                       : NAN;
  if (isnan (*limit) || isnan (cabinets))
    return QP_COLUMN_UNCHECKED;
  return cabinets > *limit ? QP_COLUMN_TOO_MANY : QP_COLUMN_FINE;
}

/* --- lines --- */

typedef struct
{
  const QpScreen *screen;
  const QpEstimate *estimate;
  QpSources sources;
  GPtrArray *lines;
} Card;

static double
get (const Card *card, const char *key)
{
  return qp_estimate_get (card->estimate, key);
}

static char *
text (const Card *card, const char *key)
{
  return qp_quantity_format_with_unit ((guint) qp_quantity_index (key), get (card, key));
}

/* takes value and detail */
static QpStructureLine *
add (Card *card, const char *label, const char *key, char *value, char *detail)
{
  QpStructureLine *line = g_new0 (QpStructureLine, 1);

  line->label = g_strdup (label);
  line->value = value;
  line->detail = detail;
  line->quantity = (guint) qp_quantity_index (key);
  line->verdict = isnan (get (card, key)) ? QP_VERDICT_UNKNOWN : QP_VERDICT_NONE;
  g_ptr_array_add (card->lines, line);
  return line;
}

/* "9 980–12 400 kg", or one figure where both are the same */
static char *
range_text (double low, double high, const char *unit, double divisor)
{
  const guint decimals = fmax (low, high) / divisor < 100 && divisor > 1 ? 1 : 0; /* tonnes below 100 have one */
  g_autofree char *from = qp_number_display (low / divisor, decimals);
  g_autofree char *to = qp_number_display (high / divisor, decimals);

  if (isnan (low) || isnan (high))
    return g_strdup (_ ("not known"));
  return low == high ? g_strdup_printf ("%s" THIN "%s", to, unit) : g_strdup_printf ("%s" DASH "%s" THIN "%s", from, to, unit);
}

static char *
origin (const Card *card, const char *key)
{
  const QpReader *reader = qp_reader_find (key);

  return reader->origin (&card->sources);
}

static void
add_weight (Card *card)
{
  const double low = get (card, "weight_total_low_kg"), high = get (card, "weight_total_high_kg");
  g_autofree char *cabinets = text (card, "weight_kg");
  g_autofree char *steel = range_text (get (card, "steel_low_kg_per_m2"), get (card, "steel_high_kg_per_m2"), "kg/m²", 1);
  char *detail = isnan (card->screen->steel_kg_per_m2)
                     ? g_strdup_printf (_ ("cabinets %s, steel %s recalled, not verified"), cabinets, steel)
                     : g_strdup_printf (_ ("cabinets %s, steel %s as typed"), cabinets, steel);

  add (card, _ ("Weight with steel"), "weight_total_high_kg", range_text (low, high, high >= 1e4 ? "t" : "kg", high >= 1e4 ? 1000 : 1),
       detail);
}

static void
add_points (Card *card)
{
  const double low = get (card, "load_per_point_low_kg"), high = get (card, "load_per_point_high_kg");
  const double points = get (card, "hang_points");
  g_autofree char *count = qp_number_display (points, 0);

  if (!qp_structure_hangs (card->screen) && isnan (points))
    return;
  add (card, _ ("Load of a hang point"), "load_per_point_high_kg", range_text (low, high, "kg", 1),
       isnan (points) ? g_strdup (_ ("type the number of hang points"))
                      : g_strdup_printf (_ ("%s points that carry the same; no safety factor"), count));
}

static void
add_column (Card *card)
{
  const gboolean hangs = qp_structure_hangs (card->screen);
  if (!hangs && !stands (card->screen))
    return;
  g_autofree char *cabinets = text (card, "column_cabinets");
  double limit;
  const QpColumnState state = qp_structure_column (card->screen, card->estimate, &limit);
  g_autofree char *most = qp_number_display (limit, 0);
  char *detail = state == QP_COLUMN_UNCHECKED  ? g_strdup (_ ("unchecked: the maker publishes no limit"))
                 : state == QP_COLUMN_TOO_MANY ? g_strdup_printf (_ ("too many: the maker allows %s"), most)
                                               : g_strdup_printf (_ ("the maker allows %s"), most);
  QpStructureLine *line = add (card, hangs ? _ ("Cabinets under each other") : _ ("Cabinets on each other"), "column_cabinets",
                               g_strdup (cabinets), detail);

  line->verdict = state == QP_COLUMN_UNCHECKED ? QP_VERDICT_UNKNOWN
                  : state == QP_COLUMN_FINE    ? QP_VERDICT_MEETS
                                               : QP_VERDICT_FAILS;
}

/* what keeps a wind force from being known, as few words as there are */
static char *
wind_gap (const Card *card, const char *const *keys)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (isnan (get (card, keys[i])))
      g_string_append_printf (out, "%s%s", out->len == 0 ? "" : "; ", _ (qp_quantity_at ((guint) qp_quantity_index (keys[i]))->label));
  return g_strdup_printf (_ ("missing: %s"), out->str);
}

/* a line of its own, as it says how far its figure is to be trusted */
static void
add_basic_wind (Card *card)
{
  if (!isnan (get (card, "applied_wind_kpa")))
    add (card, _ ("Basic wind pressure"), "applied_wind_kpa", text (card, "applied_wind_kpa"), origin (card, "basic_wind_kpa"));
}

static void
add_wind_gb (Card *card)
{
  static const char *const needs[] = { "wind_width_m", "bottom_height_m", "terrain", "basic_wind_kpa", NULL };
  g_autofree char *pressure = text (card, "wind_pressure_gb_kpa");
  g_autofree char *area = text (card, "wind_area_m2");
  g_autofree char *edge = text (card, "wind_moment_edge_gb_knm");
  g_autofree char *width = origin (card, "wind_width_m");

  if (isnan (get (card, "wind_force_gb_kn")))
    {
      add (card, _ ("Wind force, GB 50009"), "wind_force_gb_kn", g_strdup (_ ("not known")), wind_gap (card, needs));
      return;
    }
  add (card, _ ("Wind force, GB 50009"), "wind_force_gb_kn", text (card, "wind_force_gb_kn"),
       g_strdup_printf (_ ("%s on %s: %s"), pressure, area, width));
  add (card, _ ("Overturning moment, GB 50009"), "wind_moment_ground_gb_knm", text (card, "wind_moment_ground_gb_knm"),
       g_strdup_printf (_ ("about the ground; %s about the bottom edge"), edge));
}

static void
add_wind_asce (Card *card)
{
  static const char *const needs[] = { "wind_width_m", "bottom_height_m", "exposure", "wind_speed_m_per_s", NULL };
  g_autofree char *pressure = text (card, "velocity_pressure_asce_kpa");
  const double openings = get (card, "opening_factor_asce");
  g_autofree char *factor = qp_number_display (openings, 2);
  g_autofree char *edge = text (card, "wind_moment_edge_asce_knm");

  if (isnan (get (card, "wind_force_asce_kn")))
    {
      add (card, _ ("Wind force, ASCE 7"), "wind_force_asce_kn", g_strdup (_ ("not known")), wind_gap (card, needs));
      return;
    }
  add (card, _ ("Wind force, ASCE 7"), "wind_force_asce_kn", text (card, "wind_force_asce_kn"),
       openings < 1 ? g_strdup_printf (_ ("velocity pressure %s, × %s for openings; ultimate, not to be compared with GB 50009"), pressure, factor)
                    : g_strdup_printf (_ ("velocity pressure %s; ultimate, not to be compared with GB 50009"), pressure));
  add (card, _ ("Overturning moment, ASCE 7"), "wind_moment_ground_asce_knm", text (card, "wind_moment_ground_asce_knm"),
       g_strdup_printf (_ ("about the ground; %s about the bottom edge"), edge));
}

/**
 * qp_structure_line_free:
 * @self: (transfer full) (nullable): a line
 */
void
qp_structure_line_free (QpStructureLine *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->value);
  g_free (self->detail);
  g_free (self);
}

/**
 * qp_structure_lines:
 * @screen: a screen
 * @estimate: its results
 * @context: what they were calculated from
 *
 * qp_structure_sentence() belongs under them wherever they are shown.
 *
 * Returns: (transfer full) (element-type QpStructureLine): weight, hang points, column, wind by both standards
 */
GPtrArray *
qp_structure_lines (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context)
{
  Card card = { screen, estimate, { 0 }, g_ptr_array_new_with_free_func ((GDestroyNotify) qp_structure_line_free) };

  qp_sources_init (&card.sources, screen, context);
  add_weight (&card);
  add_points (&card);
  add_column (&card);
  add_basic_wind (&card);
  add_wind_gb (&card);
  add_wind_asce (&card);
  return card.lines;
}

/**
 * qp_structure_check:
 * @screen: a screen
 * @estimate: its results
 * @findings: where to tell
 *
 * Tells of columns that have more cabinets than the maker allows.
 */
void
qp_structure_check (const QpScreen *screen, const QpEstimate *estimate, QpFindings *findings)
{
  double limit;

  if (qp_structure_column (screen, estimate, &limit) != QP_COLUMN_TOO_MANY)
    return;
  g_autofree char *name = qp_node_display_name (&screen->node);
  g_autofree char *most = qp_number_display (limit, 0);
  g_autofree char *cabinets = qp_number_display (qp_estimate_get (estimate, "column_cabinets"), 0);
  qp_findings_add (findings, QP_SEVERITY_WARNING, "column-too-long", 0, name, "rows",
                   qp_structure_hangs (screen)
                       ? _ ("%s cabinets hang under each other, but the maker allows %s. Use fewer rows, or carry them in parts.")
                       : _ ("%s cabinets stand on each other, but the maker allows %s. Use fewer rows, or carry them in parts."),
                   cabinets, most);
}
