/* qp-cards-shape.c: what a shape that is not flat adds to the results, and what may be wrong with it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-cards-shape.h"

#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

#define THIN "\u2009"
#define ROUNDING_DEG 1e-6

typedef struct
{
  const QpScreen *screen;
  const QpEstimate *estimate;
  const QpEngineContext *context;
} Source;

static double
get (const Source *self, const char *key)
{
  return qp_estimate_get (self->estimate, key);
}

static char *
text (const Source *self, const char *key)
{
  return qp_quantity_format_with_unit ((guint) qp_quantity_index (key), get (self, key));
}

static QpCard *
card_new (const char *title, const char *quantity, char *value, const char *unit, char *line)
{
  QpCard *card = g_new0 (QpCard, 1);

  card->title = g_strdup (title);
  card->quantity = (guint) qp_quantity_index (quantity);
  card->value = value;
  card->unit = g_strdup (unit);
  card->line = line;
  return card;
}

static QpCard *
with_chip (QpCard *card, QpVerdict verdict, char *chip)
{
  card->verdict = verdict;
  card->chip = chip;
  return card;
}

/* --- joints --- */

/* how the angle at the joints stands to what the product allows */
typedef enum
{
  JOINT_WITHIN,
  JOINT_ONE_WAY, /* within the greater of two limits of which nobody says which is outward */
  JOINT_BEYOND,
  JOINT_UNCHECKED,
} Joint;

static Joint
judge_joint (const Source *self)
{
  const QpCabinet *cabinet = self->context->catalogue == NULL || self->screen->cabinet == NULL
                                 ? NULL
                                 : qp_catalogue_cabinet (self->context->catalogue, self->screen->cabinet);
  const double angle = fabs (get (self, "joint_deg"));
  double greatest;
  const double lesser = qp_cabinet_joint_limit (cabinet, &greatest);

  if (isnan (greatest))
    return JOINT_UNCHECKED;
  if (angle > greatest + ROUNDING_DEG)
    return JOINT_BEYOND;
  return angle > lesser + ROUNDING_DEG ? JOINT_ONE_WAY : JOINT_WITHIN;
}

static char *
joint_words (const Source *self, Joint joint)
{
  g_autofree char *excess = text (self, "joint_excess_deg");

  switch (joint)
    {
    case JOINT_WITHIN:
      return g_strdup (_ ("within the maker’s limit"));
    case JOINT_ONE_WAY:
      return g_strdup (_ ("allowed one way only: ask the maker which"));
    case JOINT_BEYOND:
      /* Translators: %s is an angle */
      return g_strdup_printf (_ ("exceeds the limit by %s"), excess);
    default:
      return g_strdup (_ ("unchecked: the maker publishes no limit"));
    }
}

static char *
bend_line (const Source *self)
{
  g_autofree char *radius = text (self, "radius_m");
  g_autofree char *chord = text (self, "chord_m");
  g_autofree char *sagitta = text (self, "sagitta_m");

  if (!(get (self, "chord_m") > 0))
    /* Translators: %s is the radius of a column in metres */
    return g_strdup_printf (_ ("all round · radius %s"), radius);
  /* Translators: radius, chord and sagitta of an arc in metres */
  return g_strdup_printf (_ ("radius %s · chord %s · sagitta %s"), radius, chord, sagitta);
}

static QpCard *
joint_card (const Source *self)
{
  static const QpVerdict verdicts[] = { QP_VERDICT_MEETS, QP_VERDICT_UNKNOWN, QP_VERDICT_FAILS, QP_VERDICT_UNKNOWN };
  const Joint joint = judge_joint (self);
  char *value = qp_number_display (get (self, "joint_deg"), 2);

  return with_chip (card_new (_ ("Angle at a joint"), "joint_deg", value, "°", bend_line (self)), verdicts[joint],
                    joint_words (self, joint));
}

static QpCard *
corner_card (const Source *self)
{
  g_autofree char *bend = text (self, "bend_deg");
  g_autofree char *width = text (self, "width_m");
  char *value = qp_number_display (get (self, "chord_m"), 2);

  /* Translators: angle by which a face turns from end to end, then its width when unrolled */
  return card_new (_ ("Faces, end to end"), "chord_m", value, "m",
                   g_strdup_printf (_ ("turns %s · %s unrolled"), bend, width));
}

/* --- outlines --- */

static QpCard *
formula_card (const Source *self, const char *quantity, const char *formula)
{
  const double smooth = get (self, quantity), cells = get (self, "area_m2");
  QpCard *card = card_new (_ ("Area by formula"), quantity, qp_number_display_significant (smooth, 5), "m²",
                           g_strdup (formula));
  g_autofree char *percent = qp_number_display (100 * (cells / smooth - 1), 1);

  if (isnan (cells))
    return card;
  /* Translators: by how much the area of the cabinets differs from that of the smooth shape */
  return with_chip (card, QP_VERDICT_NOTE, g_strdup_printf (_ ("cabinets: %s" THIN "%%"), percent));
}

static QpCard *
open_card (const Source *self)
{
  g_autofree char *open = text (self, "open_area_m2");
  g_autofree char *across = text (self, "pitch_mm");
  g_autofree char *down = text (self, "pitch_v_mm");
  const double percent = get (self, "open_percent");
  char *pitches = g_strdup_printf (_ ("pitch %s across, %s down"), across, down);

  if (isnan (percent))
    return with_chip (card_new (_ ("Open area"), "open_percent", g_strdup (_ ("not known")), "", pitches),
                      QP_VERDICT_UNKNOWN, g_strdup (_ ("the maker publishes none")));
  return with_chip (card_new (_ ("Open area"), "open_percent", qp_number_display (percent, 0), "%", pitches),
                    QP_VERDICT_NOTE, g_strdup (open));
}

/* --- zones --- */

static double
zone_area (const QpZone *zone, const QpShape *shape, gboolean known)
{
  double cells = 0;

  if (!qp_zone_has_cells (zone))
    return zone->area_m2;
  for (gint64 row = zone->row; row < zone->row + zone->rows; row++)
    for (gint64 column = zone->column; column < zone->column + zone->columns; column++)
      cells += qp_cells_has (&shape->cells, (guint) column - 1, (guint) row - 1);
  return known ? cells * shape->cell_w * shape->cell_h : NAN;
}

/* the areas of zones of the same use are one share */
static void
add_share (GPtrArray *uses, GArray *areas, const char *use, double area)
{
  guint i = 0;

  if (isnan (area))
    return;
  while (i < uses->len && strcmp (g_ptr_array_index (uses, i), use) != 0)
    i++;
  if (i == uses->len)
    {
      g_ptr_array_add (uses, g_strdup (use));
      g_array_append_val (areas, area);
      return;
    }
  g_array_index (areas, double, i) += area;
}

static char *
shares_text (const GPtrArray *uses, const GArray *areas)
{
  const QpFormula *formula = qp_formula_find ("area_share_percent");
  g_autoptr (GString) out = g_string_new (NULL);
  double all = 0;

  for (guint i = 0; i < areas->len; i++)
    all += g_array_index (areas, double, i);
  for (guint i = 0; i < areas->len && all > 0; i++)
    {
      const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { g_array_index (areas, double, i), NULL }, { all, NULL } };
      g_autofree char *percent = qp_number_display (qp_formula_evaluate (formula, in), 1);
      g_string_append_printf (out, "%s%s %s" THIN "%%", i == 0 ? "" : " · ", (char *) g_ptr_array_index (uses, i), percent);
    }
  return g_strdup (out->str);
}

/**
 * qp_zone_shares:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @n_zones: (out): how many zones it has
 *
 * Returns: (transfer full): the uses of its zones with their shares of the area, "news 59.5 % · public service 40.5 %";
 *   empty when no area is known
 */
char *
qp_zone_shares (const QpScreen *screen, const QpCatalogue *catalogue, guint *n_zones)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (QpShape) shape = { 0 };
  const gboolean known = qp_shape_init (&shape, screen, catalogue);
  QpNodeIter iter;

  *n_zones = 0;
  qp_node_iter_init (&iter, screen->node.children);
  for (QpNode *node; (node = (QpNode *) qp_node_iter_next_of (&iter, QP_KIND_ZONE)) != NULL;)
    {
      const QpZone *zone = (const QpZone *) node;
      const char *use = zone->use != NULL ? zone->use : _ ("use not known");
      add_share (uses, areas, use, zone_area (zone, &shape, known));
      ++*n_zones;
    }
  return shares_text (uses, areas);
}

static QpCard *
zones_card (const Source *self)
{
  guint n;
  char *shares = qp_zone_shares (self->screen, self->context->catalogue, &n);
  g_autofree char *number = g_strdup_printf ("%u", n);

  return card_new (_ ("Zones"), "area_m2", g_steal_pointer (&number), "", shares);
}

/**
 * qp_card_for_shape:
 * @screen: a screen
 * @estimate: its results
 * @context: what they were calculated from
 *
 * Returns: (transfer full) (nullable): what its shape adds to the results; %NULL for one that is flat
 */
QpCard *
qp_card_for_shape (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context)
{
  const Source self = { screen, estimate, context };

  if (!isnan (get (&self, "joint_deg")))
    return joint_card (&self);
  if (!isnan (get (&self, "chord_m")))
    return corner_card (&self);
  if (!isnan (get (&self, "cap_area_m2")))
    return formula_card (&self, "cap_area_m2", _ ("π × diameter × height of the cap"));
  if (!isnan (get (&self, "half_ellipse_area_m2")))
    return formula_card (&self, "half_ellipse_area_m2", _ ("π × width × height ÷ 4"));
  if (screen->shape == QP_SCREEN_MESH)
    return open_card (&self);
  return screen->shape == QP_SCREEN_ZONES ? zones_card (&self) : NULL;
}

/* --- findings --- */

static void
check_joint (const Source *self, const char *name, QpFindings *findings)
{
  if (isnan (get (self, "joint_deg")))
    return;
  const Joint joint = judge_joint (self);
  g_autofree char *angle = text (self, "joint_deg");
  g_autofree char *words = joint_words (self, joint);
  if (joint != JOINT_WITHIN)
    qp_findings_add (findings, joint == JOINT_BEYOND ? QP_SEVERITY_WARNING : QP_SEVERITY_NOTE, "joint-angle", 0, name,
                     "shape", _ ("Angle at a joint: %s; %s."), angle, words);
}

static guint
count_faces (const QpScreen *screen, double *sum)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  qp_shape_parse_list (screen->face_columns, 1, 20000, numbers);
  *sum = 0;
  for (guint i = 0; i < numbers->len; i++)
    *sum += g_array_index (numbers, double, i);
  return numbers->len;
}

static gboolean
has_faces (const QpScreen *screen)
{
  return screen->shape == QP_SCREEN_CORNER || screen->shape == QP_SCREEN_ROUNDED_CORNER || screen->shape == QP_SCREEN_FACES;
}

/**
 * qp_shape_problem:
 * @screen: a screen
 *
 * Returns: (transfer full) (nullable): a sentence about columns of faces that do not make up the grid, or that can't be
 *   read; %NULL when all is well
 */
char *
qp_shape_problem (const QpScreen *screen)
{
  const gint64 round = screen->shape == QP_SCREEN_ROUNDED_CORNER && screen->corner_columns != QP_UNSET
                           ? screen->corner_columns
                           : screen->shape == QP_SCREEN_ROUNDED_CORNER;
  g_autoptr (GArray) angles = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) faces = g_array_new (FALSE, FALSE, sizeof (double));
  double sum;

  if (!has_faces (screen))
    return NULL;
  if (!qp_shape_parse_list (screen->face_columns, 1, 20000, faces))
    return g_strdup (_ ("Columns of faces are whole numbers with blanks between them, as “20 20”."));
  if (!qp_shape_parse_list (screen->corner_angles_deg, 1, 359, angles))
    return g_strdup (_ ("Angles are numbers from 1 to 359 with blanks between them, as “90 120”."));
  const guint n = count_faces (screen, &sum);
  const double all = sum + (n > 1 ? (double) (round * (n - 1)) : 0);
  if (n == 0 || screen->columns == QP_UNSET || all == (double) screen->columns)
    return NULL;
  return g_strdup_printf (_ ("The faces have %.0f columns, the screen has %d: the last face takes the difference."), all,
                          (int) screen->columns);
}

/**
 * qp_missing_cells_problem:
 * @screen: a screen
 *
 * Returns: (transfer full) (nullable): a sentence about missing cells that the grid does not have; %NULL when all is well
 */
char *
qp_missing_cells_problem (const QpScreen *screen)
{
  g_auto (QpCells) cells = { 0 };

  if (screen->missing_cells == NULL)
    return NULL;
  qp_cells_init (&cells, (guint) MAX (screen->columns, 1), (guint) MAX (screen->rows, 1));
  const guint strange = qp_cells_remove (&cells, screen->missing_cells);
  return strange == 0 ? NULL
                      : g_strdup_printf (ngettext ("%u entry is no cell of this grid; write “column,row” or “3-7,1”.",
                                                   "%u entries are no cells of this grid; write “column,row” or “3-7,1”.",
                                                   strange),
                                         strange);
}

/**
 * qp_shape_check:
 * @screen: a screen
 * @estimate: its results
 * @context: what they were calculated from
 * @name: name of the screen in findings
 * @findings: where to tell
 *
 * Looks for joints beyond what the product allows, for faces that do not make up the grid, and for missing cells that it
 * does not have.
 */
void
qp_shape_check (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context, const char *name,
                QpFindings *findings)
{
  const Source self = { screen, estimate, context };
  g_autofree char *faces = qp_shape_problem (screen);
  g_autofree char *missing = qp_missing_cells_problem (screen);

  check_joint (&self, name, findings);
  if (faces != NULL)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "faces-do-not-fit", 0, name, "face_columns", "%s", faces);
  if (missing != NULL)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "missing-cells-strange", 0, name, "missing_cells", "%s", missing);
}
