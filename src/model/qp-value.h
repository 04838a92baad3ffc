/* qp-value.h: ids, point lists and the value of one field
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-number.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpId:
 *
 * Permanent id of a node: a UUID. All zero means "none".
 */
typedef struct
{
  guint64 hi;
  guint64 lo;
} QpId;

#define QP_ID_NONE ((QpId){ 0, 0 })
#define QP_ID_TEXT_SIZE 37

QpId qp_id_new (void);
gboolean qp_id_parse (const char *text, QpId *id);
const char *qp_id_to_text (QpId id, char text[QP_ID_TEXT_SIZE]);
guint qp_id_hash (gconstpointer id);
gboolean qp_id_equal_p (gconstpointer a, gconstpointer b);

static inline gboolean
qp_id_is_none (QpId id)
{
  return id.hi == 0 && id.lo == 0;
}

static inline gboolean
qp_id_equal (QpId a, QpId b)
{
  return a.hi == b.hi && a.lo == b.lo;
}

/**
 * QpPoint:
 *
 * A place on a plan in micrometres; x to the right (east), y up (north).
 */
typedef struct
{
  gint64 x;
  gint64 y;
} QpPoint;

/**
 * QpPoints:
 * @n: number of points
 * @at: the points
 *
 * An immutable, reference-counted list of points.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint n;
  QpPoint at[];
} QpPoints;

QpPoints *qp_points_new (const QpPoint *at, guint n);
QpPoints *qp_points_ref (QpPoints *self);
void qp_points_unref (QpPoints *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPoints, qp_points_unref)

/**
 * QpFieldType:
 *
 * How a field is kept and written. Lengths are integer micrometres, money integer hundredths, times minutes
 * after midnight; reals are doubles. "Not known" is %QP_UNSET, NaN or %NULL by type, never 0.
 */
typedef enum
{
  QP_FIELD_STRING,
  QP_FIELD_DATE,
  QP_FIELD_INT,
  QP_FIELD_LENGTH,
  QP_FIELD_MONEY,
  QP_FIELD_TIME,
  QP_FIELD_BOOL,
  QP_FIELD_ENUM,
  QP_FIELD_REAL,
  QP_FIELD_REF,
  QP_FIELD_POINTS,
  QP_FIELD_DATA,
} QpFieldType;

/** QP_UNSET: an integer field that is not known */
#define QP_UNSET G_MININT64

/** How a field is kept: several types share one. */
typedef enum
{
  QP_STORAGE_TEXT,    /* GRefString, NULL = unset */
  QP_STORAGE_INTEGER, /* gint64, QP_UNSET */
  QP_STORAGE_REAL,    /* double, NaN */
  QP_STORAGE_ID,      /* QpId, QP_ID_NONE */
  QP_STORAGE_POINTS,  /* QpPoints, NULL */
  QP_STORAGE_BYTES,   /* GBytes, NULL */
} QpStorage;

QpStorage qp_field_type_storage (QpFieldType type);

/**
 * QpValue:
 *
 * The value of one field. A value returned by qp_node_get() borrows from the node; one that was made by
 * qp_value_copy() or qp_field_parse() is owned and ends with qp_value_clear().
 */
typedef struct
{
  QpStorage storage;
  union
  {
    char *text; /* a GRefString */
    gint64 integer;
    double real;
    QpId id;
    QpPoints *points;
    GBytes *bytes;
  };
} QpValue;

void qp_value_clear (QpValue *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpValue, qp_value_clear)

QpValue qp_value_copy (const QpValue *self);
gboolean qp_value_equal (const QpValue *a, const QpValue *b);
gboolean qp_value_is_unset (const QpValue *self);
QpValue qp_value_unset (QpStorage storage);
QpValue qp_value_integer (gint64 integer);
QpValue qp_value_real (double real);
QpValue qp_value_text (const char *text);
QpValue qp_value_id (QpId id);
QpValue qp_value_points (QpPoints *points);
QpValue qp_value_bytes (GBytes *bytes);

G_END_DECLS
