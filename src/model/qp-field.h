/* qp-field.h: the table row that describes one field of a kind
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-unit.h"
#include "model/qp-value.h"

G_BEGIN_DECLS

/**
 * QpGroup:
 *
 * Where the inspector and reports show a field.
 */
typedef enum
{
  QP_GROUP_GENERAL,
  QP_GROUP_PLACE,
  QP_GROUP_SHAPE,
  QP_GROUP_CABINET,
  QP_GROUP_OPERATION,
  QP_GROUP_SIGNAL,
  QP_GROUP_WIRING,
  QP_GROUP_STRUCTURE,
  QP_GROUP_DEPTH,
  QP_GROUP_MONEY,
  QP_GROUP_PEOPLE,
  QP_GROUP_SOURCE,
  QP_GROUP_DATA,
  QP_N_GROUPS,
} QpGroup;

const char *qp_group_label (QpGroup group);

/**
 * QpEnumValue:
 * @key: the word in the file
 * @label: the translatable label
 *
 * One choice of an enumerated field; lists end with a %NULL key.
 */
typedef struct
{
  const char *key;
  const char *label;
} QpEnumValue;

/**
 * QpField:
 * @name: attribute name in XML, key in JSON, with the unit where one applies
 * @type: how it is kept and written
 * @unit: unit of the written number
 * @min: least allowed value, in @unit; NaN = no bound
 * @max: greatest allowed value, in @unit; NaN = no bound
 * @initial: (nullable): text of the default, or %NULL for "not known"
 * @values: (nullable): choices of an enumerated field
 * @group: where it is shown
 * @since: minor format version that brought it
 * @label: translatable label
 * @offset: place in the kind's struct
 *
 * One row of a kind's table. Everything that walks a document reads these rows.
 */
typedef struct
{
  const char *name;
  QpFieldType type;
  QpUnit unit;
  double min;
  double max;
  const char *initial;
  const QpEnumValue *values;
  QpGroup group;
  guint since;
  const char *label;
  gsize offset;
} QpField;

/**
 * QpFieldProblem:
 *
 * Why a text is no value of a field.
 */
typedef enum
{
  QP_FIELD_FINE,
  QP_FIELD_ROUNDED,
  QP_FIELD_NOT_A_VALUE,
  QP_FIELD_OUT_OF_RANGE,
} QpFieldProblem;

QpFieldProblem qp_field_parse (const QpField *self, const char *text, QpValue *value);
void qp_field_append (const QpField *self, const QpValue *value, GString *out);
char *qp_field_to_text (const QpField *self, const QpValue *value);
QpFieldProblem qp_field_check (const QpField *self, const QpValue *value);
char *qp_field_expected (const QpField *self);
double qp_field_number (const QpField *self, const QpValue *value);
QpValue qp_field_from_number (const QpField *self, double number);
const char *qp_field_label (const QpField *self);

G_END_DECLS
