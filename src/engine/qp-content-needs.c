/* qp-content-needs.c: what a content profile asks of a screen, as a table of figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content-needs.h"

#include "base/qp-number.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

#define THIN "\u2009"
#define FEEDS 6

/* what the inputs are read from */
typedef struct
{
  const QpScreen *screen;
  const QpContent *content; /* nullable */
  const QpContentDay *day;
  QpCell cell;
} Case;

static double
whole (gint64 value)
{
  return value == QP_UNSET ? NAN : (double) value;
}

static double
read_px_w (const Case *it)
{
  return it->cell.px_w > 0 ? (double) it->cell.px_w * whole (it->screen->columns) : NAN;
}

static double
read_px_h (const Case *it)
{
  return it->cell.px_h > 0 ? (double) it->cell.px_h * whole (it->screen->rows) : NAN;
}

/* without a raster of its own, content is made for each screen point by point */
static gboolean
is_native (const Case *it)
{
  return it->content->width_px == QP_UNSET || it->content->height_px == QP_UNSET;
}

static double
read_w (const Case *it)
{
  return it->content == NULL ? NAN : is_native (it) ? read_px_w (it) : (double) it->content->width_px;
}

static double
read_h (const Case *it)
{
  return it->content == NULL ? NAN : is_native (it) ? read_px_h (it) : (double) it->content->height_px;
}

/* the picture as large as it goes without cutting anything off */
static double
read_scale (const Case *it)
{
  return fmin (read_px_w (it) / read_w (it), read_px_h (it) / read_h (it));
}

static double
read_samples (const Case *it)
{
  static const double samples[] = { [QP_CHROMA_420] = 1.5, [QP_CHROMA_422] = 2, [QP_CHROMA_444] = 3 };

  return it->content == NULL || it->content->chroma == QP_UNSET ? NAN : samples[it->content->chroma];
}

static double
read_chroma (const Case *it)
{
  return it->content == NULL || it->content->chroma == QP_UNSET ? NAN : atof (qp_values_chroma[it->content->chroma].key);
}

static double
read_live (const Case *it)
{
  g_autofree char *names = it->content == NULL ? NULL : qp_content_live_names (it->content);

  return it->content == NULL ? NAN : names != NULL;
}

#define OF_CONTENT(name, value) \
  static double read_##name (const Case *it) { return it->content == NULL ? NAN : (value); }

OF_CONTENT (fps, it->content->frame_rate_hz)
OF_CONTENT (bits, whole (it->content->bit_depth))
OF_CONTENT (mbps, it->content->bit_rate_mbps)
OF_CONTENT (fresh, qp_content_fresh_hours (it->content))
OF_CONTENT (kept, it->content->kept_months)
OF_CONTENT (line, it->content->line_mbps)
OF_CONTENT (paths, it->content->feed_paths == QP_UNSET ? 1 : (double) it->content->feed_paths)
OF_CONTENT (loop, it->day->loop_s)
OF_CONTENT (public_percent, qp_content_day_percent (it->day, QP_SLOT_PUBLIC_SERVICE))
OF_CONTENT (live_minutes, it->day->slots->len == 0 ? NAN : it->day->minutes[QP_SLOT_LIVE_RELAY])
OF_CONTENT (one, 1)

static double
read_open (const Case *it)
{
  return it->day->hours_known ? it->day->open_minutes / 60 : NAN;
}

static double
read_redundant (const Case *it)
{
  return it->screen->redundant == TRUE;
}

typedef struct
{
  const char *key;
  const char *unit;
  guint decimals;
  const char *label;
  double (*read) (const Case *it); /* an input */
  const char *origin;              /* of an input */
  const char *formula;             /* or a result */
  const char *inputs[FEEDS];       /* "input" or "key:input" */
} Row;

#define IN(key, unit, decimals, label, read, origin) { key, unit, decimals, label, read, origin, NULL, { NULL } }
#define OUT(key, unit, decimals, label, formula, ...) { key, unit, decimals, label, NULL, NULL, formula, { __VA_ARGS__ } }

/* clang-format off */
static const Row rows[] = {
  IN ("px_w", "px", 0, N_("Pixels of the screen across"), read_px_w, N_("cabinets of the screen")),
  IN ("px_h", "px", 0, N_("Pixels of the screen down"), read_px_h, N_("cabinets of the screen")),
  IN ("w", "px", 0, N_("Width of the master"), read_w, N_("content profile; without a raster of its own that of the screen")),
  IN ("h", "px", 0, N_("Height of the master"), read_h, N_("content profile; without a raster of its own that of the screen")),
  IN ("scale", "", 3, N_("Scale of the picture on the screen"), read_scale, N_("as large as it goes without cutting anything off")),
  IN ("fps", "Hz", 0, N_("Frame rate"), read_fps, N_("content profile")),
  IN ("bits", "bit", 0, N_("Bit depth"), read_bits, N_("content profile")),
  IN ("chroma", "", 0, N_("Chroma sampling"), read_chroma, N_("content profile")),
  IN ("samples", "", 1, N_("Samples per pixel"), read_samples, N_("chroma sampling of the content profile")),
  IN ("mbps", "Mbit/s", 1, N_("Bit rate"), read_mbps, N_("content profile")),
  IN ("hours", "h", 1, N_("Hours a day"), read_open, N_("hours of operation of the screen, less those at which nothing may play")),
  IN ("loop_s", "s", 0, N_("Loop"), read_loop, N_("slots of the content profile, or its typed loop")),
  IN ("public_percent", "%", 1, N_("Public-service share"), read_public_percent, N_("slots of the content profile, or its typed share")),
  IN ("live_minutes", "min", 0, N_("Live relays a day"), read_live_minutes, N_("slots of the content profile")),
  IN ("fresh_hours", "h", 2, N_("Fresh material a month"), read_fresh, N_("slots of the content profile, or its typed hours")),
  IN ("kept_months", "", 1, N_("Months that material is kept"), read_kept, N_("content profile")),
  IN ("line_mbps", "Mbit/s", 0, N_("Line to the player"), read_line, N_("content profile")),
  IN ("paths", "", 0, N_("Paths of the live feed, each of its own"), read_paths, N_("content profile")),
  IN ("live", "", 0, N_("Live relays at the same time"), read_live, N_("content profile and its slots")),
  IN ("one", "", 0, N_("Players without backup"), read_one, N_("one for a screen")),
  IN ("redundant", "", 0, N_("Backup"), read_redundant, N_("field of the screen")),
  OUT ("public_minutes", "min", 0, N_("Public service a day"), "share_minutes_per_day", "hours", "public_percent:percent"),
  OUT ("loops_per_hour", "", 1, N_("Loops an hour"), "plays_per_hour", "one:plays", "loop_s"),
  OUT ("raw_gbps", "Gbit/s", 2, N_("Uncompressed rate"), "raw_rate_gbps", "w", "h", "fps", "bits", "chroma"),
  OUT ("st2110_bps", "bit/s", 0, N_("Rate as SMPTE ST 2110"), "st2110_rate_bps", "w", "h", "fps", "bits", "samples:comps"),
  OUT ("gb_per_hour", "GB", 1, N_("Storage for an hour"), "storage_gb_per_hour", "mbps"),
  OUT ("gb_per_loop", "GB", 2, N_("Storage for a loop"), "storage_gb_per_loop", "mbps", "loop_s"),
  OUT ("gb_per_month", "GB", 1, N_("Fresh files a month"), "storage_gb_per_month", "mbps", "fresh_hours"),
  OUT ("kept_gb", "GB", 0, N_("Storage for what is kept"), "storage_kept_gb", "mbps", "fresh_hours", "kept_months:months"),
  OUT ("transfer_hours", "h", 1, N_("Time to bring the fresh files of a month"), "transfer_hours", "gb_per_month:gb", "line_mbps"),
  OUT ("feed_mbps", "Mbit/s", 0, N_("Line for a live feed, each path"), "feed_mbps", "mbps"),
  OUT ("players", "", 0, N_("Players"), "devices_with_backup", "one:devices", "redundant"),
  OUT ("decoders", "", 0, N_("Decoders"), "devices_with_backup", "live:devices", "redundant"),
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (rows) <= QP_CONTENT_NEEDS);

static int
row_index (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].key, key) == 0)
      return (int) i;
  return -1;
}

/* where the inputs of a formula come from, looked up once */
typedef struct
{
  const QpFormula *formula;
  int feeds[QP_FORMULA_MAX_INPUTS]; /* -1: the default */
} Step;

static Step *
steps_new (void)
{
  Step *steps = g_new0 (Step, G_N_ELEMENTS (rows));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *given[FEEDS + 1] = { NULL };
      int from[FEEDS] = { 0 };
      guint n = 0;
      for (; rows[i].formula != NULL && n < FEEDS && rows[i].inputs[n] != NULL; n++)
        {
          g_auto (GStrv) names = g_strsplit (rows[i].inputs[n], ":", 2);
          const char *colon = strchr (rows[i].inputs[n], ':');
          from[n] = row_index (names[0]);
          given[n] = colon == NULL ? rows[i].inputs[n] : colon + 1;
        }
      steps[i].formula = rows[i].formula == NULL ? NULL : qp_formula_match (rows[i].formula, given, NULL);
      for (guint j = 0; j < QP_FORMULA_MAX_INPUTS; j++)
        steps[i].feeds[j] = -1;
      for (guint j = 0; steps[i].formula != NULL && j < qp_formula_n_inputs (steps[i].formula); j++)
        for (guint k = 0; k < n; k++)
          if (strcmp (steps[i].formula->inputs[j].name, given[k]) == 0)
            steps[i].feeds[j] = from[k];
    }
  return steps;
}

static const Step *
steps (void)
{
  static Step *self = NULL;

  if (g_once_init_enter (&self))
    g_once_init_leave (&self, steps_new ());
  return self;
}

static double
input_of (const QpContentNeeds *self, const Step *step, guint index)
{
  const char *initial = step->formula->inputs[index].initial;

  if (step->feeds[index] >= 0)
    return self->values[step->feeds[index]];
  return initial == NULL ? NAN : g_ascii_strtod (initial, NULL);
}

/**
 * qp_content_raster_init:
 * @self: (out caller-allocates): place for the rasters
 * @screen: a screen
 * @content: (nullable): its content
 * @context: what is calculated with
 *
 * Tells the pixels of a screen and of its master.
 */
void
qp_content_raster_init (QpContentRaster *self, const QpScreen *screen, const QpContent *content, const QpEngineContext *context)
{
  Case it = { screen, content, NULL, { 0 } };

  qp_screen_cell (screen, context->catalogue, &it.cell);
  *self = (QpContentRaster){ read_px_w (&it), read_px_h (&it), read_w (&it), read_h (&it) };
}

/**
 * qp_content_needs_init:
 * @self: (out caller-allocates): place for the figures
 * @screen: a screen
 * @content: (nullable): its content
 * @day: its day
 * @context: what is calculated with
 *
 * Calculates what the screen needs for its content.
 */
void
qp_content_needs_init (QpContentNeeds *self, const QpScreen *screen, const QpContent *content, const QpContentDay *day,
                       const QpEngineContext *context)
{
  Case it = { screen, content, day, { 0 } };

  *self = (QpContentNeeds){ .screen = screen, .content = content };
  qp_screen_cell (screen, context->catalogue, &it.cell);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Step *step = &steps ()[i];
      QpArgument in[QP_FORMULA_MAX_INPUTS] = { { 0 } };
      for (guint j = 0; step->formula != NULL && j < qp_formula_n_inputs (step->formula); j++)
        in[j].number = input_of (self, step, j);
      self->values[i] = step->formula == NULL ? rows[i].read (&it) : qp_formula_evaluate (step->formula, in);
    }
}

/**
 * qp_content_need_count:
 *
 * Returns: how many figures there are
 */
guint
qp_content_need_count (void)
{
  return G_N_ELEMENTS (rows);
}

/**
 * qp_content_need_key:
 * @index: a figure
 *
 * Returns: its name for programs
 */
const char *
qp_content_need_key (guint index)
{
  return rows[index].key;
}

/**
 * qp_content_need_label:
 * @index: a figure
 *
 * Returns: its translated name
 */
const char *
qp_content_need_label (guint index)
{
  return _ (rows[index].label);
}

/**
 * qp_content_need_unit:
 * @index: a figure
 *
 * Returns: symbol of its unit; "" for a plain number
 */
const char *
qp_content_need_unit (guint index)
{
  return rows[index].unit;
}

/**
 * qp_content_need_formula:
 * @index: a figure
 *
 * Returns: (transfer none) (nullable): its formula; %NULL for what is read
 */
const QpFormula *
qp_content_need_formula (guint index)
{
  return steps ()[index].formula;
}

/**
 * qp_content_need:
 * @self: figures
 * @key: name of one
 *
 * Returns: the figure; NaN when not known
 */
double
qp_content_need (const QpContentNeeds *self, const char *key)
{
  const int index = row_index (key);

  g_return_val_if_fail (index >= 0, NAN);
  return self->values[index];
}

/* what is a choice rather than a number */
static const char *
word_of (guint index, double value)
{
  if (rows[index].read == read_redundant)
    return value > 0 ? _ ("yes") : _ ("no");
  for (const QpEnumValue *chroma = qp_values_chroma; rows[index].read == read_chroma && chroma->key != NULL; chroma++)
    if (atof (chroma->key) == value)
      return _ (chroma->label);
  return NULL;
}

/**
 * qp_content_need_text:
 * @self: figures
 * @index: one of them
 *
 * Returns: (transfer full): it with its unit, or "not known"
 */
char *
qp_content_need_text (const QpContentNeeds *self, guint index)
{
  const double value = self->values[index];
  const gboolean large = value >= 1e9 && strcmp (rows[index].unit, "bit/s") == 0;
  const char *word = isnan (value) ? _ ("not known") : word_of (index, value);
  g_autofree char *number = large ? qp_number_display (value / 1e9, 3) : qp_number_display (value, rows[index].decimals);

  if (word != NULL || large)
    return word != NULL ? g_strdup (word) : g_strconcat (number, THIN "Gbit/s", NULL);
  return g_strconcat (number, *rows[index].unit == '\0' ? "" : THIN, rows[index].unit, NULL);
}

/* --- how it was computed --- */

static void
explained_input_free (gpointer data)
{
  QpExplainedInput *input = data;

  g_free (input->label);
  g_free (input->value);
  g_free (input->origin);
  g_free (input->key);
  g_free (input);
}

static void
add_input (QpExplanation *explanation, const QpContentNeeds *self, const Step *step, guint index)
{
  const QpInput *input = &step->formula->inputs[index];
  const int feed = step->feeds[index];
  QpExplainedInput *told = g_new0 (QpExplainedInput, 1);

  told->label = g_strdup (_ (input->label));
  told->value = feed >= 0 ? qp_content_need_text (self, (guint) feed) : g_strdup (input->initial);
  told->origin = feed < 0                    ? g_strdup (_ ("assumption of the formula"))
                 : rows[feed].origin != NULL ? g_strdup (_ (rows[feed].origin))
                                             : g_strdup (_ ("computed"));
  g_ptr_array_add (explanation->inputs, told);
}

/**
 * qp_content_need_explain:
 * @self: figures
 * @index: one of them
 *
 * Returns: (transfer full): how it was computed
 */
QpExplanation *
qp_content_need_explain (const QpContentNeeds *self, guint index)
{
  const Step *step = &steps ()[index];
  QpExplanation *explanation = g_new0 (QpExplanation, 1);

  explanation->label = g_strdup (qp_content_need_label (index));
  explanation->value = qp_content_need_text (self, index);
  explanation->inputs = g_ptr_array_new_with_free_func (explained_input_free);
  explanation->expression = g_strdup (step->formula == NULL ? _ ("as given") : step->formula->expression);
  explanation->source = g_strdup (_ (step->formula == NULL ? rows[index].origin : step->formula->source));
  explanation->validity = step->formula == NULL || step->formula->validity == NULL ? NULL : g_strdup (_ (step->formula->validity));
  for (guint i = 0; step->formula != NULL && i < qp_formula_n_inputs (step->formula); i++)
    add_input (explanation, self, step, i);
  return explanation;
}
