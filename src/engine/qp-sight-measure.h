/* qp-sight-measure.h: what can be mapped of what is seen, one line each
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight-scene.h"

G_BEGIN_DECLS

/**
 * QpSightPlace:
 * @result: what is seen of which screen
 * @map: from the cells of an area
 * @area: index of the area
 * @column: a cell
 * @row: a cell
 * @eye: the eye in its middle, metres
 *
 * Somebody who looks at a screen.
 */
typedef struct
{
  const QpSightResult *result;
  const QpSightMap *map;
  guint area;
  guint column;
  guint row;
  QpVec3 eye;
} QpSightPlace;

/**
 * QpSightUnion:
 * @QP_SIGHT_MOST: the greatest of all screens
 * @QP_SIGHT_LEAST: the least of all screens
 * @QP_SIGHT_SUM: what all screens give together
 *
 * What several screens make of one place. Where the least counts, low is good.
 */
typedef enum
{
  QP_SIGHT_MOST,
  QP_SIGHT_LEAST,
  QP_SIGHT_SUM,
} QpSightUnion;

#define QP_SIGHT_LIGHT 3

/**
 * QpSightMeasure:
 * @key: name for programs
 * @label: translatable name
 * @unit: unit in letters as of formulas, "" for none, "word" when values are names
 * @together: what several screens make of it
 * @detail: how much of a look it reads: 0 nothing, 1 all but the angular size, 2 all; %QP_SIGHT_LIGHT the light instead, which
 *   falls all over the plan and has to be added to results
 * @least: where its scale begins; NaN: as the values do
 * @most: where its scale ends; NaN: as the values do
 * @n_names: how many @names there are
 * @quiet: the first so many of names or steps mean that nothing is seen
 * @names: (nullable): translatable names of the values 0, 1, …
 * @bounds: (nullable): where the steps of its scale begin and the last one ends, closed by NaN; even steps without
 * @value: its value; NaN when there is none
 *
 * Something that can be mapped.
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *unit;
  QpSightUnion together;
  guint detail;
  double least;
  double most;
  guint n_names;
  guint quiet;
  const char *const *names;
  const double *bounds;
  double (*value) (const QpSightPlace *place, const QpLook *look);
} QpSightMeasure;

guint qp_sight_measure_count (void);
const QpSightMeasure *qp_sight_measure_at (guint index);
const QpSightMeasure *qp_sight_measure_find (const char *key);

/* two more, of which lines are drawn where they are 1: within, characters can be read or the screen is noticed */
extern const QpSightMeasure qp_sight_reading;
extern const QpSightMeasure qp_sight_noticing;
/* the light of the screens that shine after the curfew */
extern const QpSightMeasure qp_sight_late;

QpValueGrid *qp_sight_values_new (const QpSightMeasure *measure, const QpSightResult *result);
void qp_sight_values_add (const QpSightMeasure *measure, QpValueGrid *sum, const QpValueGrid *other);

/**
 * QpSightCount:
 * @cells: how many cells there are
 * @grades: how many of them have which grade of the screen that is seen best
 * @share: mean of the greatest share of any screen that is seen, 0 … 1; NaN without cells
 *
 * What the viewers of an area see.
 */
typedef struct
{
  guint cells;
  guint grades[QP_LOOK_GRADES];
  double share;
} QpSightCount;

void qp_sight_count (QpSightCount *self, const QpSightResult *const *results, guint n_results, guint area);

G_END_DECLS
