/* qp-catalogue-check.c: refuses catalogue records that can't be true
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "catalogue/qp-catalogue.h"

#include "catalogue/qp-catalogue-private.h"
#include "catalogue/qp-price-csv.h"

#include <math.h>
#include <string.h>

/* size, pixels and pitch may disagree by this much; documented rounding by the wider one */
#define PITCH_TOLERANCE 0.01
#define ROUNDED_TOLERANCE 0.05

/* a factor that far off is a slip of the unit: W for kW, g for kg, µm for mm, m for mm */
#define SLIP_FACTOR 100.0

/* words in the note that document a pitch which the maker rounds */
#define ROUNDED_WORDS "nominal pitch rounded"

typedef struct
{
  const QpNode *node;
  QpFindings *findings;
  char *name; /* of the record, for people */
  int line;   /* where it stands in the file, or 0 */
} Record;

static const QpField *
field_of (const Record *record, const char *name)
{
  return qp_kind_field (record->node->kind, name);
}

static double
number_of (const Record *record, const char *name)
{
  const QpField *field = field_of (record, name);
  const QpValue value = qp_node_get (record->node, field);
  return qp_field_number (field, &value);
}

static const char *
text_of (const Record *record, const char *name)
{
  const QpValue value = qp_node_get (record->node, field_of (record, name));
  return value.text;
}

static gboolean
is_missing (const Record *record, const char *name)
{
  const QpValue value = qp_node_get (record->node, field_of (record, name));
  return qp_value_is_unset (&value) || (value.storage == QP_STORAGE_TEXT && *value.text == '\0');
}

static void
require (const Record *record, const char *name, const char *code)
{
  if (is_missing (record, name))
    qp_findings_add (record->findings, QP_SEVERITY_ERROR, code, record->line, record->name, name,
                     _ ("“%s” has no value for “%s”, which every record needs."), record->name,
                     qp_field_label (field_of (record, name)));
}

static void
require_all (const Record *record, const char *const *names)
{
  for (; *names != NULL; names++)
    require (record, *names, "missing-field");
}

static void
check_origin (const Record *record, const char *date_name)
{
  require (record, "source", "missing-source");
  require (record, date_name, "missing-date");
}

static void
check_ranges (const Record *record)
{
  const QpKindInfo *info = qp_kind_info (record->node->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpField *field = &info->fields[i];
      const QpValue value = qp_node_get (record->node, field);
      if (qp_value_is_unset (&value) || qp_field_check (field, &value) == QP_FIELD_FINE)
        continue;
      g_autofree char *expected = qp_field_expected (field);
      qp_findings_add (record->findings, QP_SEVERITY_ERROR, "out-of-range", record->line, record->name, field->name,
                       _ ("“%s”: “%s” is out of range; expected %s."), record->name, qp_field_label (field), expected);
    }
}

static gboolean
is_slip (double ratio)
{
  return ratio > SLIP_FACTOR || ratio < 1 / SLIP_FACTOR;
}

static gboolean
is_documented_rounding (const Record *record)
{
  const char *note = text_of (record, "note");
  return note != NULL && strstr (note, ROUNDED_WORDS) != NULL;
}

/* size ÷ pixels against the pitch that is printed */
static void
check_pitch (const Record *record, const char *pitch_name, double effective)
{
  const double nominal = number_of (record, pitch_name);
  const double deviation = fabs (nominal / effective - 1);

  if (isnan (deviation) || deviation <= PITCH_TOLERANCE)
    return;
  g_autofree char *printed = qp_number_display_significant (nominal, 4);
  g_autofree char *computed = qp_number_display_significant (effective, 4);
  if (is_slip (nominal / effective))
    qp_findings_add (record->findings, QP_SEVERITY_ERROR, "unit-slip", record->line, record->name, pitch_name,
                     _ ("“%s”: size ÷ pixels gives a pitch of %s mm, the record says %s mm; a size or pitch is in "
                        "the wrong unit."),
                     record->name, computed, printed);
  else if (deviation <= ROUNDED_TOLERANCE && is_documented_rounding (record))
    qp_findings_add (record->findings, QP_SEVERITY_WARNING, "pitch-rounded", record->line, record->name, pitch_name,
                     _ ("“%s”: the maker rounds the pitch to %s mm; calculations use size ÷ pixels, %s mm."),
                     record->name, printed, computed);
  else
    qp_findings_add (record->findings, QP_SEVERITY_ERROR, "pitch-mismatch", record->line, record->name, pitch_name,
                     _ ("“%s”: size ÷ pixels gives a pitch of %s mm, the record says %s mm; they may differ by 1 %% "
                        "at most."),
                     record->name, computed, printed);
}

/**
 * Plausible:
 *
 * A value between the least and the greatest of real products, by environment: the span of 243 products of 15
 * makers, 2016 to 2026, ends rounded outwards.
 */
typedef struct
{
  const char *field;
  const char *code;
  const char *unit;
  gboolean per_area;
  double outdoor[2];
  double indoor[2];
} Plausible;

static const Plausible plausible[] = {
  { "luminance_cdm2", "luminance-implausible", "cd/m²", FALSE, { 3000, 7700 }, { 250, 4500 } },
  { "weight_kg", "weight-implausible", "kg/m²", TRUE, { 11.8, 71.2 }, { 8.6, 51 } },
  { "max_power_w", "power-implausible", "W/m²", TRUE, { 350, 1000 }, { 180, 1096 } },
};

static void
check_plausible (const Record *record, const Plausible *row, double area_m2)
{
  const QpCabinet *cabinet = (const QpCabinet *) record->node;
  const gboolean outdoor = cabinet->environment == QP_ENVIRONMENT_OUTDOOR;
  const gboolean indoor = cabinet->environment == QP_ENVIRONMENT_INDOOR;
  const double least = outdoor ? row->outdoor[0] : indoor ? row->indoor[0] : MIN (row->outdoor[0], row->indoor[0]);
  const double greatest
      = outdoor ? row->outdoor[1] : indoor ? row->indoor[1] : MAX (row->outdoor[1], row->indoor[1]);
  const double value = number_of (record, row->field) / (row->per_area ? area_m2 : 1);

  if (isnan (value) || (value >= least && value <= greatest))
    return;
  g_autofree char *found = qp_number_display_significant (value, 3);
  g_autofree char *from = qp_number_display_significant (least, 1);
  g_autofree char *to = qp_number_display_significant (greatest, 1);
  const gboolean slip = is_slip (value / least) && is_slip (value / greatest);
  /* a new product may be brighter or lighter than all before it; one in the wrong unit is no product */
  qp_findings_add (record->findings, slip ? QP_SEVERITY_ERROR : QP_SEVERITY_WARNING, slip ? "unit-slip" : row->code, record->line, record->name, row->field,
                   slip ? _ ("“%s”: %s %s is far outside what products of its kind have (%s to %s %s); the value is in "
                             "the wrong unit.")
                        : _ ("“%s”: %s %s is outside what products of its kind have (%s to %s %s)."),
                   record->name, found, row->unit, from, to, row->unit);
}

/* first digit 0–6 or X, second 0–9 or X; IEC 60529, with the 9K of ISO 20653 */
static gboolean
is_ip_code (const char *text)
{
  const gsize length = strlen (text);

  return g_str_has_prefix (text, "IP") && (length == 4 || (length == 5 && text[3] == '9' && text[4] == 'K'))
         && strchr ("0123456X", text[2]) != NULL && strchr ("0123456789X", text[3]) != NULL;
}

static void
check_ip (const Record *record, const char *name)
{
  const char *text = text_of (record, name);

  if (text != NULL && *text != '\0' && !is_ip_code (text))
    qp_findings_add (record->findings, QP_SEVERITY_ERROR, "ip-code", record->line, record->name, name,
                     _ ("“%s”: there is no protection code “%s”; expected IP, a digit from 0 to 6 or X, and a digit "
                        "from 0 to 9 or X."),
                     record->name, text);
}

/* the first must not exceed the second */
static void
check_order (const Record *record, const char *less, const char *more, const char *code)
{
  if (!(number_of (record, less) > number_of (record, more)))
    return;
  qp_findings_add (record->findings, QP_SEVERITY_ERROR, code, record->line, record->name, less,
                   _ ("“%s”: “%s” is greater than “%s”."), record->name, qp_field_label (field_of (record, less)),
                   qp_field_label (field_of (record, more)));
}

static void
check_cabinet (const Record *record)
{
  static const char *const needed[]
      = { "manufacturer", "model", "environment", "width_mm", "height_mm", "px_w", "px_h", NULL };
  const QpCabinet *cabinet = (const QpCabinet *) record->node;
  const double area_m2 = number_of (record, "width_mm") * number_of (record, "height_mm") / 1e6;

  require_all (record, needed);
  require (record, "grade", "missing-grade");
  check_origin (record, "source_date");
  check_pitch (record, "pitch_h_mm", qp_cabinet_pitch_h_mm (cabinet));
  check_pitch (record, "pitch_v_mm", qp_cabinet_pitch_v_mm (cabinet));
  for (guint i = 0; i < G_N_ELEMENTS (plausible); i++)
    check_plausible (record, &plausible[i], area_m2);
  check_order (record, "average_power_w", "max_power_w", "average-over-maximum");
  check_order (record, "curve_min_deg", "curve_max_deg", "curve-order");
  check_ip (record, "ip_front");
  check_ip (record, "ip_rear");
}

static void
check_controller (const Record *record)
{
  static const char *const needed[] = { "manufacturer", "model", NULL };
  const double all_ports = number_of (record, "ports") * number_of (record, "port_px_8bit");

  require_all (record, needed);
  require (record, "grade", "missing-grade");
  check_origin (record, "source_date");
  check_order (record, "port_px_10bit", "port_px_8bit", "port-order");
  check_order (record, "port_px_12bit", "port_px_10bit", "port-order");
  if (is_slip (all_ports / number_of (record, "capacity_px")))
    qp_findings_add (record->findings, QP_SEVERITY_ERROR, "unit-slip", record->line, record->name, "capacity_px",
                     _ ("“%s”: the capacity of the device and that of its ports are far apart; one is in the wrong "
                        "unit."),
                     record->name);
}

static void
check_player (const Record *record)
{
  static const char *const needed[] = { "manufacturer", "model", NULL };

  require_all (record, needed);
  require (record, "grade", "missing-grade");
  check_origin (record, "source_date");
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static void
check_price (const Record *record)
{
  static const char *const needed[] = { "item", "per", NULL };
  const char *currency = text_of (record, "currency");

  require_all (record, needed);
  if (((const QpPrice *) record->node)->per != QP_PRICE_PER_PERCENT)
    require (record, "currency", "missing-field");
  if (is_missing (record, "likely"))
    {
      require (record, "low", "missing-field");
      require (record, "high", "missing-field");
    }
  check_origin (record, "date");
  check_order (record, "low", "high", "price-order");
  check_order (record, "low", "likely", "price-order");
  check_order (record, "likely", "high", "price-order");
  check_order (record, "pitch_min_mm", "pitch_max_mm", "pitch-order");
  if (currency != NULL && *currency != '\0' && !is_currency (currency))
    qp_findings_add (record->findings, QP_SEVERITY_ERROR, "currency-code", record->line, record->name, "currency",
                     _ ("“%s”: “%s” is no currency; expected three capital letters such as CNY."), record->name,
                     currency);
}

static void
check_key (const Record *record, GHashTable *seen)
{
  const char *key = qp_catalogue_node_key (record->node);

  require (record, "key", "missing-field");
  if (key == NULL)
    return;
  char *of_kind = g_strdup_printf ("%s %s", qp_kind_info (record->node->kind)->element, key);
  if (!g_hash_table_add (seen, of_kind))
    qp_findings_add (record->findings, QP_SEVERITY_ERROR, "duplicate-key", record->line, record->name, "key",
                     _ ("The key “%s” stands twice; the second record would hide the first."), key);
}

static void
check_record (const Record *record, GHashTable *seen)
{
  check_key (record, seen);
  check_ranges (record);
  switch (record->node->kind)
    {
    case QP_KIND_CABINET:
      check_cabinet (record);
      break;
    case QP_KIND_CONTROLLER:
      check_controller (record);
      break;
    case QP_KIND_PLAYER:
      check_player (record);
      break;
    default:
      check_price (record);
      break;
    }
}

static char *
record_name (const QpNode *node)
{
  const char *key = qp_catalogue_node_key (node);
  return key != NULL ? g_strdup (key) : qp_node_display_name (node);
}

/* A text and how far it was read: records are looked for in the order of the file. */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  int line;
  GHashTable *by_key; /* nullable */
} Place;

/* The id of a record stands once in the file; its tag begins at the "<" before it. A table has lines by key. */
static int
line_of (Place *place, const QpNode *node)
{
  if (place->by_key != NULL)
    return GPOINTER_TO_INT (g_hash_table_lookup (place->by_key, qp_catalogue_node_key (node) == NULL ? "" : qp_catalogue_node_key (node)));
  char id[QP_ID_TEXT_SIZE];
  const char *found = place->text == NULL ? NULL
                                          : g_strstr_len (place->text + place->at, (gssize) (place->length - place->at),
                                                          qp_id_to_text (node->id, id));
  if (found == NULL)
    return 0;
  while (found > place->text && *found != '<')
    found--;
  for (; place->text + place->at < found; place->at++)
    place->line += place->text[place->at] == '\n';
  return place->line;
}

/**
 * qp_catalogue_check_text:
 * @root: a catalogue document
 * @bytes: (nullable): the text that it was read from, for the lines
 * @findings: where findings are added
 *
 * Checks as qp_catalogue_check() does, and tells in which line the record stands.
 */
void
qp_catalogue_check_text (const QpNode *root, GBytes *bytes, QpFindings *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Place place = { .line = 1 };
  QpNodeIter iter;
  const QpNode *node;

  g_autoptr (GHashTable) by_key = bytes != NULL && qp_price_csv_looks_like (bytes) ? qp_price_csv_lines (bytes) : NULL;
  place.by_key = by_key;
  place.text = bytes == NULL ? NULL : g_bytes_get_data (bytes, &place.length);
  qp_node_iter_init (&iter, root->children);
  while ((node = qp_node_iter_next (&iter)) != NULL)
    {
      if (node->kind < QP_KIND_CABINET || node->kind > QP_KIND_PRICE)
        continue;
      g_autofree char *name = record_name (node);
      const Record record = { node, findings, name, line_of (&place, node) };
      check_record (&record, seen);
    }
}

/**
 * qp_catalogue_check:
 * @root: a catalogue document, or a project with equipment of its own
 * @findings: where findings are added
 *
 * Looks at each cabinet, controller, player and price for what can't be true: size, pixels and pitch that disagree
 * by more than 1 % (up to 5 % where the note says “nominal pitch rounded”, which is a warning), units slipped,
 * protection codes that do not exist, luminance, weight and power per m² beyond what real products have, average
 * above maximum power, missing origin, keys used twice.
 */
void
qp_catalogue_check (const QpNode *root, QpFindings *findings)
{
  qp_catalogue_check_text (root, NULL, findings);
}
