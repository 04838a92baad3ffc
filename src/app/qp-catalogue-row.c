/* qp-catalogue-row.c: a cabinet of the catalogue as the browser lists it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-catalogue-row.h"

#include "base/qp-number.h"

#include <math.h>

struct _QpCatalogueRow
{
  GObject parent_instance;
  QpNode *cabinet;
  double price_low; /* per m², in the currency of the project; NaN when no evidence fits */
  double price_high;
  char *currency;
};

G_DEFINE_FINAL_TYPE (QpCatalogueRow, qp_catalogue_row, G_TYPE_OBJECT)

static void
qp_catalogue_row_finalize (GObject *object)
{
  QpCatalogueRow *self = QP_CATALOGUE_ROW (object);

  g_clear_pointer (&self->cabinet, qp_node_unref);
  g_free (self->currency);
  G_OBJECT_CLASS (qp_catalogue_row_parent_class)->finalize (object);
}

static void
qp_catalogue_row_class_init (QpCatalogueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_catalogue_row_finalize;
}

static void
qp_catalogue_row_init (QpCatalogueRow *self)
{
}

/* what a square metre of it costs by the evidence of the catalogue, found as for a screen made of it */
static void
find_price (QpCatalogueRow *self, const QpEngineContext *context)
{
  const QpCabinet *cabinet = (const QpCabinet *) self->cabinet;
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, QP_ID_NONE);
  g_auto (QpValue) key = qp_value_text (cabinet->key);
  const QpValue environment = qp_value_integer (cabinet->environment);
  QpEstimate estimate;

  qp_node_init_value (screen, QP_SCREEN_FIELD (cabinet), &key);
  qp_node_init_value (screen, QP_SCREEN_FIELD (environment), &environment);
  qp_estimate_screen (&estimate, (const QpScreen *) screen, context);
  self->price_low = qp_estimate_get (&estimate, "price_low");
  self->price_high = qp_estimate_get (&estimate, "price_high");
  self->currency = g_strdup (context->project != NULL ? context->project->currency : NULL);
}

/**
 * qp_catalogue_row_new:
 * @cabinet: a cabinet
 * @context: project and catalogue, for its price
 *
 * Returns: (transfer full): the row
 */
QpCatalogueRow *
qp_catalogue_row_new (const QpCabinet *cabinet, const QpEngineContext *context)
{
  QpCatalogueRow *self = g_object_new (QP_TYPE_CATALOGUE_ROW, NULL);

  self->cabinet = qp_node_ref ((QpNode *) cabinet);
  find_price (self, context);
  return self;
}

/**
 * qp_catalogue_row_cabinet:
 * @self: a row
 *
 * Returns: (transfer none): its cabinet
 */
const QpCabinet *
qp_catalogue_row_cabinet (QpCatalogueRow *self)
{
  return (const QpCabinet *) self->cabinet;
}

static double
mm (gint64 um)
{
  return um == QP_UNSET ? NAN : (double) um / 1000;
}

static double
per_m2 (const QpCabinet *cabinet, double each)
{
  return each / (mm (cabinet->width_mm) * mm (cabinet->height_mm) / 1e6);
}

/* 65 of "IP65"; NaN for anything else */
static double
ip_number (const char *ip)
{
  if (ip == NULL || !g_str_has_prefix (ip, "IP") || !g_ascii_isdigit (ip[2]) || !g_ascii_isdigit (ip[3]))
    return NAN;
  return g_ascii_digit_value (ip[2]) * 10 + g_ascii_digit_value (ip[3]);
}

/**
 * qp_catalogue_row_number:
 * @self: a row
 * @column: a column
 *
 * Returns: what the column is sorted by; NaN when it is not known or is no number
 */
double
qp_catalogue_row_number (QpCatalogueRow *self, QpCatalogueColumn column)
{
  const QpCabinet *cabinet = (const QpCabinet *) self->cabinet;

  switch (column)
    {
    case QP_CATALOGUE_PITCH:
      return qp_cabinet_pitch_h_mm (cabinet);
    case QP_CATALOGUE_SIZE:
      return mm (cabinet->width_mm) * mm (cabinet->height_mm);
    case QP_CATALOGUE_PIXELS:
      return cabinet->px_w == QP_UNSET || cabinet->px_h == QP_UNSET ? NAN : (double) (cabinet->px_w * cabinet->px_h);
    case QP_CATALOGUE_LUMINANCE:
      return cabinet->luminance_cdm2;
    case QP_CATALOGUE_IP:
      return ip_number (cabinet->ip_front);
    case QP_CATALOGUE_WEIGHT:
      return per_m2 (cabinet, cabinet->weight_kg);
    case QP_CATALOGUE_POWER:
      return per_m2 (cabinet, cabinet->max_power_w);
    case QP_CATALOGUE_PRICE:
      return isnan (self->price_high) ? self->price_low : self->price_high;
    case QP_CATALOGUE_DEPTH:
      return mm (cabinet->depth_mm);
    case QP_CATALOGUE_SERVICE:
      return cabinet->service == QP_UNSET ? NAN : (double) cabinet->service;
    case QP_CATALOGUE_GRADE:
      return cabinet->grade == QP_UNSET ? NAN : (double) cabinet->grade;
    default:
      return NAN;
    }
}

static char *
pair (double across, double down, const char *unit)
{
  if (isnan (across) || isnan (down))
    return g_strdup (_ ("not known"));
  g_autofree char *text = qp_number_display_pair (across, down);
  return g_strconcat (text, unit, NULL);
}

static char *
price_text (QpCatalogueRow *self)
{
  const double low = self->price_low, high = self->price_high;

  if (isnan (low) && isnan (high))
    return g_strdup (_ ("not known"));
  g_autofree char *from = qp_number_display_significant (isnan (low) ? high : low, 3);
  g_autofree char *to = qp_number_display_significant (isnan (high) ? low : high, 3);
  return g_strcmp0 (from, to) == 0 ? g_strdup_printf ("%s %s", from, self->currency != NULL ? self->currency : "")
                                   : g_strdup_printf ("%s–%s %s", from, to, self->currency != NULL ? self->currency : "");
}

static char *
choice_text (const QpEnumValue *values, gint64 value)
{
  return g_strdup (value == QP_UNSET ? _ ("not known") : _ (values[value].label));
}

/**
 * qp_catalogue_row_text:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer full): what the column shows
 */
char *
qp_catalogue_row_text (QpCatalogueRow *self, QpCatalogueColumn column)
{
  static const guint decimals[QP_N_CATALOGUE_COLUMNS]
      = { [QP_CATALOGUE_PITCH] = 2, [QP_CATALOGUE_WEIGHT] = 1 };
  const QpCabinet *cabinet = (const QpCabinet *) self->cabinet;
  const double number = qp_catalogue_row_number (self, column);

  switch (column)
    {
    case QP_CATALOGUE_NAME:
      return g_strjoin (" ", cabinet->manufacturer != NULL ? cabinet->manufacturer : _ ("Own"),
                        cabinet->model != NULL ? cabinet->model : cabinet->key, NULL);
    case QP_CATALOGUE_SIZE:
      return pair (mm (cabinet->width_mm), mm (cabinet->height_mm), "");
    case QP_CATALOGUE_PIXELS:
      return pair (cabinet->px_w == QP_UNSET ? NAN : (double) cabinet->px_w, cabinet->px_h == QP_UNSET ? NAN : (double) cabinet->px_h, "");
    case QP_CATALOGUE_IP:
      return g_strdup (cabinet->ip_front != NULL ? cabinet->ip_front : _ ("not known"));
    case QP_CATALOGUE_PRICE:
      return price_text (self);
    case QP_CATALOGUE_SERVICE:
      return choice_text (qp_values_service, cabinet->service);
    case QP_CATALOGUE_GRADE:
      return cabinet->grade == QP_UNSET ? g_strdup (_ ("not known")) : g_strdup (qp_values_grade[cabinet->grade].key);
    default:
      return isnan (number) ? g_strdup (_ ("not known")) : qp_number_display (number, decimals[column]);
    }
}

/**
 * qp_catalogue_column_title:
 * @column: a column
 *
 * Returns: (transfer none): its translated title
 */
const char *
qp_catalogue_column_title (QpCatalogueColumn column)
{
  static const char *const titles[QP_N_CATALOGUE_COLUMNS] = {
    [QP_CATALOGUE_NAME] = N_ ("Cabinet"),          [QP_CATALOGUE_PITCH] = N_ ("Pitch, mm"),
    [QP_CATALOGUE_SIZE] = N_ ("Size, mm"),         [QP_CATALOGUE_PIXELS] = N_ ("Pixels"),
    [QP_CATALOGUE_LUMINANCE] = N_ ("cd/m²"),       [QP_CATALOGUE_IP] = N_ ("Protection"),
    [QP_CATALOGUE_WEIGHT] = N_ ("kg/m²"),          [QP_CATALOGUE_POWER] = N_ ("W/m²"),
    [QP_CATALOGUE_PRICE] = N_ ("Price per m²"),    [QP_CATALOGUE_DEPTH] = N_ ("Depth, mm"),
    [QP_CATALOGUE_SERVICE] = N_ ("Service side"),  [QP_CATALOGUE_GRADE] = N_ ("Grade"),
  };

  return _ (titles[column]);
}

/* --- what is shown --- */

/**
 * qp_catalogue_filter_init:
 * @self: (out caller-allocates): a filter that lets everything pass
 */
void
qp_catalogue_filter_init (QpCatalogueFilter *self)
{
  *self = (QpCatalogueFilter){ .environment = -1, .application = -1, .technology = -1, .service = -1,
                               .least_pitch = NAN, .most_pitch = NAN, .least_luminance = NAN, .most_weight = NAN,
                               .most_price = NAN, .most_depth = NAN };
}

/**
 * qp_catalogue_filter_clear:
 * @self: a filter
 */
void
qp_catalogue_filter_clear (QpCatalogueFilter *self)
{
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->only, g_hash_table_unref);
}

static gboolean
chosen (int wanted, gint64 value)
{
  return wanted < 0 || value == wanted;
}

/* what is not known does not pass */
static gboolean
at_most (double number, double bound)
{
  return isnan (bound) || number <= bound;
}

static gboolean
at_least (double number, double bound)
{
  return isnan (bound) || number >= bound;
}

/* service from both sides serves who wants one of them */
static gboolean
is_served (int wanted, gint64 service)
{
  return wanted < 0 || service == wanted || service == 2;
}

/**
 * qp_catalogue_filter_passes:
 * @self: a filter
 * @row: a row
 *
 * Returns: whether the cabinet is shown
 */
gboolean
qp_catalogue_filter_passes (const QpCatalogueFilter *self, QpCatalogueRow *row)
{
  const QpCabinet *cabinet = qp_catalogue_row_cabinet (row);
  const double pitch = qp_catalogue_row_number (row, QP_CATALOGUE_PITCH);

  return chosen (self->environment, cabinet->environment) && chosen (self->application, cabinet->application)
         && chosen (self->technology, cabinet->technology) && is_served (self->service, cabinet->service)
         && at_least (pitch, self->least_pitch) && at_most (pitch, self->most_pitch)
         && at_least (cabinet->luminance_cdm2, self->least_luminance)
         && (self->least_ip <= 0 || qp_catalogue_row_number (row, QP_CATALOGUE_IP) >= self->least_ip)
         && at_most (qp_catalogue_row_number (row, QP_CATALOGUE_WEIGHT), self->most_weight)
         && at_most (qp_catalogue_row_number (row, QP_CATALOGUE_PRICE), self->most_price)
         && at_most (qp_catalogue_row_number (row, QP_CATALOGUE_DEPTH), self->most_depth)
         && (self->only == NULL || (cabinet->key != NULL && g_hash_table_contains (self->only, cabinet->key)))
         && (self->needle == NULL || qp_cabinet_has_words (cabinet, self->needle));
}
