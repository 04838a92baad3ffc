/* qp-dxf-private.h: what the files of the DXF reader share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/dxf/qp-dxf-groups.h"
#include "plans/dxf/qp-dxf-text.h"
#include "plans/dxf/qp-dxf.h"

G_BEGIN_DECLS

/* limits; a drawing that passes one is refused with a sentence */
#ifndef QP_DXF_MAX_OBJECTS                       /* the fuzz target has smaller ones */
#define QP_DXF_MAX_OBJECTS QP_DRAWING_MAX_SHAPES /* in the file, and after unfolding its blocks */
#define QP_DXF_MAX_GROUPS 60000000               /* read again and again by unfolding blocks */
#endif
#define QP_DXF_MAX_BLOCKS 200000
#define QP_DXF_MAX_DEPTH 32
#define QP_DXF_MAX_KEPT_GROUPS 4000000 /* of one object */
#define QP_DXF_MAX_SHAPE_POINTS 4000000
#define QP_DXF_MAX_TYPE 40
#define QP_DXF_MAX_NAMES 6       /* told in a message */
#define QP_DXF_MAX_COUNTS 100000 /* types times layers */

/* 3 rows of a matrix, and what is added */
typedef struct
{
  double m[3][4];
} QpDxfMatrix;

typedef struct
{
  double x;
  double y;
  double z;
} QpDxfPoint;

typedef struct
{
  char *name;
  char *path; /* of an external reference */
  QpDxfPlace entities;
  QpDxfPoint base;
  gboolean is_layout;
  gboolean is_model;
  gboolean is_xref;
  gboolean is_anonymous;
  gboolean counted; /* what is in it has been counted */
  gboolean told;    /* that it inserts itself */
  gboolean inserted;
} QpDxfBlock;

typedef struct
{
  char *name; /* "TCH_WALL" */
  char *application;
} QpDxfClass;

/* why an object was not drawn; the order is that of the report */
typedef enum
{
  QP_DXF_DRAWN,
  QP_DXF_TARCH,
  QP_DXF_PROXY,
  QP_DXF_SOLID,
  QP_DXF_IMAGE,
  QP_DXF_UNDERLAY,
  QP_DXF_XREF,
  QP_DXF_OLE,
  QP_DXF_PAPER,
  QP_DXF_NO_BLOCK,
  QP_DXF_LOOP,
  QP_DXF_DEEP,
  QP_DXF_DAMAGED,
  QP_DXF_INVISIBLE,
  QP_DXF_ENDLESS,
  QP_DXF_MASK,
  QP_DXF_ATTRIBUTE,
  QP_DXF_UNKNOWN,
  QP_DXF_N_OUTCOMES,
} QpDxfOutcome;

typedef struct
{
  guint in_model;
  guint in_blocks;
  guint64 line;                  /* of the first */
  char *names[QP_DXF_MAX_NAMES]; /* some of the types, files or blocks concerned */
  guint n_names;
} QpDxfSkipped;

/* codes of what an MTEXT that is in another object says, which no group has */
#define QP_DXF_EMBEDDED_TEXT (-101)
#define QP_DXF_EMBEDDED_PART (-103)

/* One object as its groups. There is one at a time: who reads another one has lost it. */
typedef struct
{
  char type[QP_DXF_MAX_TYPE + 1];
  guint64 line;
  GArray *groups; /* QpDxfGroup */
  QpDxfGroup layer;
  gboolean has_layer;
  gboolean paper;
  gboolean invisible;
  gboolean too_long;
  int colour;         /* of the palette */
  gint64 true_colour; /* or -1 */
} QpDxfEntity;

/* where the objects of a block, or of the model, go */
typedef struct _QpDxfContext QpDxfContext;
struct _QpDxfContext
{
  const QpDxfContext *parent;
  QpDxfBlock *block; /* NULL for the model */
  QpDxfMatrix matrix;
  guint layer;     /* of the INSERT: layer 0 in a block is this one */
  guint32 colour;  /* of the INSERT */
  gboolean frozen; /* all of it lies on @layer, so that it is hidden with it */
  gboolean counts;
  guint depth;
};

typedef struct
{
  guint layer;
  guint32 colour;
} QpDxfPen;

typedef struct
{
  QpDxfGroups groups;
  QpDxfCodec codec;
  const QpPlanWatch *watch;
  QpDxfInfo *info;
  GError *error;
  QpPlanDrawing *drawing;

  /* header and tables */
  int units;                 /* $INSUNITS, or -1 */
  int measurement;           /* $MEASUREMENT, or -1 */
  GHashTable *layer_by_name; /* of the bytes in lower case, to index + 1 */
  GByteArray *frozen;        /* by layer */
  GPtrArray *blocks;         /* QpDxfBlock */
  GHashTable *block_by_name;
  GArray *classes;         /* QpDxfClass */
  GArray *entities;        /* QpDxfPlace: where sections of entities begin */
  guint n_objects;         /* in the whole file */
  gboolean ended;          /* by an EOF */
  double extent;           /* about how large the drawing is */
  double dimension_height; /* of the letters of a dimension that has no picture */

  /* drawing */
  QpDxfEntity entity;
  QpDxfPen pen;
  GArray *points; /* QpVec: of the shape being made */
  guint n_unfolded;
  guint64 n_groups;
  GHashTable *counts; /* "TYPE" and number of a layer, to index + 1 */
  QpDxfSkipped skipped[QP_DXF_N_OUTCOMES];
  guint n_clips; /* borders by which blocks are clipped */
  guint n_model; /* objects of the model */
} QpDxfReader;

/* qp-dxf-index.c */
gboolean qp_dxf_index (QpDxfReader *self);
QpDxfBlock *qp_dxf_find_block (const QpDxfReader *self, const QpDxfGroup *name);
guint qp_dxf_layer_of (QpDxfReader *self, const QpDxfGroup *name);
guint qp_dxf_add_layer (QpDxfReader *self, const QpDxfGroup *name, guint32 colour, gboolean off, gboolean frozen);
gboolean qp_dxf_refuse (QpDxfReader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean qp_dxf_go_on (QpDxfReader *self);

/* qp-dxf-colours.c */
guint32 qp_dxf_palette (int index);
guint32 qp_dxf_true_colour (gint64 value);

/* qp-dxf-entity.c */
gboolean qp_dxf_entity_read (QpDxfReader *self);
const QpDxfGroup *qp_dxf_entity_find (const QpDxfEntity *self, int code);
double qp_dxf_entity_real (const QpDxfEntity *self, int code, double otherwise);
int qp_dxf_entity_integer (const QpDxfEntity *self, int code, int otherwise);
QpDxfPoint qp_dxf_entity_point (const QpDxfEntity *self, int code);
gboolean qp_dxf_entity_has_plane (const QpDxfEntity *self);
QpDxfMatrix qp_dxf_entity_plane (const QpDxfEntity *self);

/* qp-dxf-matrix.c */
QpDxfMatrix qp_dxf_matrix_identity (void);
QpDxfMatrix qp_dxf_matrix_multiply (const QpDxfMatrix *a, const QpDxfMatrix *b);
QpDxfMatrix qp_dxf_matrix_move (double x, double y, double z);
QpDxfMatrix qp_dxf_matrix_plane (QpDxfPoint normal);
double qp_dxf_matrix_stretch (const QpDxfMatrix *matrix);

static inline QpDxfPoint
qp_dxf_transform (const QpDxfMatrix *matrix, QpDxfPoint p)
{
  const double (*m)[4] = matrix->m;
  return (QpDxfPoint){ m[0][0] * p.x + m[0][1] * p.y + m[0][2] * p.z + m[0][3],
                       m[1][0] * p.x + m[1][1] * p.y + m[1][2] * p.z + m[1][3],
                       m[2][0] * p.x + m[2][1] * p.y + m[2][2] * p.z + m[2][3] };
}

/* qp-dxf-draw.c */
void qp_dxf_draw_model (QpDxfReader *self);
void qp_dxf_draw_stream (QpDxfReader *self, const QpDxfContext *context);
QpDxfPen qp_dxf_pen_of (QpDxfReader *self, const QpDxfContext *context);
void qp_dxf_emit_point (QpDxfReader *self, const QpDxfMatrix *matrix, double x, double y, double z);
QpDxfOutcome qp_dxf_emit (QpDxfReader *self, QpShapeType type);
QpDxfOutcome qp_dxf_emit_ring (QpDxfReader *self, gboolean joined);

/* each draws the object in the reader and says how that went */
typedef QpDxfOutcome (*QpDxfHandler) (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-insert.c */
QpDxfOutcome qp_dxf_draw_insert (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_by_block (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-dimension.c */
QpDxfOutcome qp_dxf_draw_dimension (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-curves.c */
void qp_dxf_emit_arc (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint centre, double radius, double from,
                      double to, gboolean first);
void qp_dxf_emit_bulge (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint a, QpDxfPoint b, double bulge);
void qp_dxf_emit_ellipse (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint centre, QpDxfPoint major,
                          QpDxfPoint minor, double from, double to);
QpDxfOutcome qp_dxf_draw_circle (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_arc (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_ellipse (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-spline.c */
typedef struct
{
  guint degree;
  gboolean closed;
  GArray *knots;   /* double */
  GArray *control; /* QpDxfPoint */
  GArray *weights; /* double; empty when all are 1 */
  GArray *fit;     /* QpDxfPoint */
} QpDxfSpline;

void qp_dxf_spline_init (QpDxfSpline *self);
void qp_dxf_spline_clear (QpDxfSpline *self);
gboolean qp_dxf_emit_spline (QpDxfReader *self, const QpDxfMatrix *matrix, const QpDxfSpline *spline);
QpDxfOutcome qp_dxf_draw_spline (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-shapes.c */
QpDxfOutcome qp_dxf_draw_line (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_point (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_solid (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_face (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_leader (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_mline (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-polyline.c */
QpDxfOutcome qp_dxf_draw_lwpolyline (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_polyline (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-hatch.c */
QpDxfOutcome qp_dxf_draw_hatch (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-writing.c */
QpDxfOutcome qp_dxf_draw_text (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_mtext (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_attrib (QpDxfReader *self, const QpDxfContext *context);
QpDxfOutcome qp_dxf_draw_attdef (QpDxfReader *self, const QpDxfContext *context);

/* qp-dxf-report.c */
QpDxfOutcome qp_dxf_skip_reason (QpDxfReader *self);
void qp_dxf_count (QpDxfReader *self, const QpDxfContext *context, const char *type, guint layer, QpDxfOutcome outcome,
                   guint64 line);
void qp_dxf_skip_name (QpDxfReader *self, QpDxfOutcome outcome, const char *name);
void qp_dxf_report (QpDxfReader *self);
char *qp_dxf_why_empty (QpDxfReader *self);

/* qp-dxf-scale.c */
void qp_dxf_find_scale (QpDxfReader *self);

G_END_DECLS
