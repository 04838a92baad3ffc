/* qp-template.h: the grid and boxes that look straight from the eye point, at native raster
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-depth.h"
#include "exchange/qp-raster-png.h"

G_BEGIN_DECLS

/**
 * QpTemplateClass:
 * @QP_TEMPLATE_BACK: grid on the back wall of the room, as deep as the content goes behind the face
 * @QP_TEMPLATE_SIDE: grid on its floor, ceiling and end walls
 * @QP_TEMPLATE_ROOM: edges of the room
 * @QP_TEMPLATE_BOX: a box before each face, as far as the content goes, inside what the frame leaves free
 *
 * What a line of a template belongs to.
 */
typedef enum
{
  QP_TEMPLATE_BACK,
  QP_TEMPLATE_SIDE,
  QP_TEMPLATE_ROOM,
  QP_TEMPLATE_BOX,
  QP_N_TEMPLATE_CLASSES,
} QpTemplateClass;

/** QP_TEMPLATE_GROUND: colour of what has no line */
#define QP_TEMPLATE_GROUND QP_PIXEL (0x0c, 0x10, 0x16)

/**
 * QpTemplate:
 *
 * A template, its lines projected onto each facet. Immutable; may be painted by another thread.
 */
typedef struct _QpTemplate QpTemplate;

QpTemplate *qp_template_new (const QpRaster *raster, const QpDepth *depth, gboolean transparent);
void qp_template_free (QpTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpTemplate, qp_template_free)

QpRasterPicture qp_template_picture (QpTemplate *self, QpPixelBox box);
double qp_template_step (const QpTemplate *self);
double qp_template_room_depth (const QpTemplate *self);
guint32 qp_template_colour (QpTemplateClass class_);

/* inside exchange: the lines in space (qp-template-lines.c) */

/**
 * QpTemplateLine:
 *
 * A straight line in space, metres.
 */
typedef struct
{
  QpVec3 a;
  QpVec3 b;
  QpTemplateClass class_;
} QpTemplateLine;

GArray *qp_template_lines (const QpDepth *depth, double step, double room);
double qp_template_room (const QpDepth *depth);

G_END_DECLS
