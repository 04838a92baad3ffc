/* qp-dxf-groups.h: a DXF file as a row of groups: a code and a value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  QP_DXF_TEXT,
  QP_DXF_BINARY_R12, /* codes of one byte */
  QP_DXF_BINARY,
} QpDxfForm;

#define QP_DXF_NO_GROUP G_MININT16 /* after the last */

/* One group. The value is where it stands in the file: text without blanks around it for numbers, or bytes. */
typedef struct
{
  const char *value;
  guint32 length;
  gint16 code;
  guint8 binary;
} QpDxfGroup;

typedef struct
{
  const char *data;
  gsize size;
  gsize at;     /* where the next group begins */
  guint64 line; /* of the current group's code; the count of groups in a binary file */
  QpDxfForm form;
  char line_end;
  QpDxfGroup group; /* the current one */
  gsize start;      /* where it begins */
  guint64 start_line;
  gboolean cut_short;   /* the file ends inside of a group */
  guint64 damaged_line; /* of the first place that is no group, or 0 */
} QpDxfGroups;

typedef struct
{
  gsize offset;
  guint64 line;
} QpDxfPlace;

gboolean qp_dxf_groups_init (QpDxfGroups *self, const char *data, gsize size);
gboolean qp_dxf_groups_next (QpDxfGroups *self);
void qp_dxf_groups_seek (QpDxfGroups *self, QpDxfPlace place);

double qp_dxf_group_real (const QpDxfGroup *group);
gint64 qp_dxf_group_integer (const QpDxfGroup *group);
gboolean qp_dxf_group_is (const QpDxfGroup *group, int code, const char *value);

static inline QpDxfPlace
qp_dxf_groups_place (const QpDxfGroups *self)
{
  return (QpDxfPlace){ self->start, self->start_line };
}

G_END_DECLS
