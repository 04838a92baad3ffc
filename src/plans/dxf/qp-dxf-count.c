/* qp-dxf-count.c: how many objects were drawn, and why others were not
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#include <string.h>

#define FIRST_CLASS 500 /* the number of the first class in group 91 of a proxy */

static const struct
{
  const char *type;
  QpDxfOutcome outcome;
} reasons[] = {
  { "3DSOLID", QP_DXF_SOLID },
  { "ACAD_PROXY_ENTITY", QP_DXF_PROXY },
  { "BODY", QP_DXF_SOLID },
  { "DGNUNDERLAY", QP_DXF_UNDERLAY },
  { "DWFUNDERLAY", QP_DXF_UNDERLAY },
  { "EXTRUDEDSURFACE", QP_DXF_SOLID },
  { "GEOPOSITIONIMAGE", QP_DXF_IMAGE },
  { "IMAGE", QP_DXF_IMAGE },
  { "LOFTEDSURFACE", QP_DXF_SOLID },
  { "MESH", QP_DXF_SOLID },
  { "NURBSURFACE", QP_DXF_SOLID },
  { "OLE2FRAME", QP_DXF_OLE },
  { "OLEFRAME", QP_DXF_OLE },
  { "PDFUNDERLAY", QP_DXF_UNDERLAY },
  { "PLANESURFACE", QP_DXF_SOLID },
  { "RAY", QP_DXF_ENDLESS },
  { "REGION", QP_DXF_SOLID },
  { "REVOLVEDSURFACE", QP_DXF_SOLID },
  { "SURFACE", QP_DXF_SOLID },
  { "SWEPTSURFACE", QP_DXF_SOLID },
  { "WIPEOUT", QP_DXF_MASK },
  { "XLINE", QP_DXF_ENDLESS },
};

/* TArch is known by the names of its classes, or by what they say where its add-on is missing */
static gboolean
is_tarch (const char *name, const char *application)
{
  static const char *const marks[]
      = { "TCH_", "tangent", "\xe5\xa4\xa9\xe6\xad\xa3" /* 天正 */, "\xcc\xec\xd5\xfd" /* in GBK */ };

  if (name != NULL && g_str_has_prefix (name, "TCH_"))
    return TRUE;
  for (guint i = 0; application != NULL && i < G_N_ELEMENTS (marks); i++)
    if (strstr (application, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

static QpDxfOutcome
proxy_reason (QpDxfReader *self)
{
  const int number = qp_dxf_entity_integer (&self->entity, 91, 0) - FIRST_CLASS;
  const gboolean known = number >= 0 && (guint) number < self->classes->len;
  const QpDxfClass *class = known ? &g_array_index (self->classes, QpDxfClass, (guint) number) : NULL;
  const QpDxfOutcome reason = class != NULL && is_tarch (class->name, class->application) ? QP_DXF_TARCH : QP_DXF_PROXY;

  qp_dxf_skip_name (self, reason, class != NULL && class->name != NULL ? class->name : "ACAD_PROXY_ENTITY");
  return reason;
}

/* why the object in the reader can't be drawn */
QpDxfOutcome
qp_dxf_skip_reason (QpDxfReader *self)
{
  const char *type = self->entity.type;

  if (strcmp (type, "ACAD_PROXY_ENTITY") == 0)
    return proxy_reason (self);
  if (is_tarch (type, NULL))
    {
      qp_dxf_skip_name (self, QP_DXF_TARCH, type);
      return QP_DXF_TARCH;
    }
  QpDxfOutcome reason = QP_DXF_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (type, reasons[i].type) == 0)
      reason = reasons[i].outcome;
  qp_dxf_skip_name (self, reason, type);
  return reason;
}

/* a name for the message about what was skipped; each is told once, and not too many of them */
void
qp_dxf_skip_name (QpDxfReader *self, QpDxfOutcome outcome, const char *name)
{
  QpDxfSkipped *skipped = &self->skipped[outcome];

  for (guint i = 0; i < MIN (skipped->n_names, QP_DXF_MAX_NAMES); i++)
    if (strcmp (skipped->names[i], name) == 0)
      return;
  if (skipped->n_names < QP_DXF_MAX_NAMES)
    skipped->names[skipped->n_names] = g_utf8_make_valid (name, (gssize) strnlen (name, 200));
  skipped->n_names++;
}

static QpPlanCount *
find_count (QpDxfReader *self, const char *type, guint layer)
{
  GArray *counts = self->info->counts;
  char key[QP_DXF_MAX_TYPE + 24];

  g_snprintf (key, sizeof key, "%s %u", type, layer);
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));
  if (found > 0)
    return &g_array_index (counts, QpPlanCount, found - 1);
  if (counts->len >= QP_DXF_MAX_COUNTS)
    return &g_array_index (counts, QpPlanCount, counts->len - 1);
  const char *name = qp_plan_drawing_layer (self->drawing, layer)->name;
  const QpPlanCount count = { g_utf8_make_valid (type, -1), g_strdup (name) };
  g_array_append_val (counts, count);
  g_hash_table_insert (self->counts, g_strdup (key), GUINT_TO_POINTER (counts->len));
  return &g_array_index (counts, QpPlanCount, counts->len - 1);
}

/* Notes what became of an object. Those in a block are counted the first time it is drawn, those of paper space only
 * together. */
void
qp_dxf_count (QpDxfReader *self, const QpDxfContext *context, const char *type, guint layer, QpDxfOutcome outcome,
              guint64 line)
{
  const gboolean in_block = context->block != NULL;
  QpDxfSkipped *skipped = &self->skipped[outcome];

  if (!context->counts)
    return;
  skipped->line = skipped->in_model + skipped->in_blocks == 0 ? line : skipped->line;
  *(in_block ? &skipped->in_blocks : &skipped->in_model) += 1;
  if (outcome == QP_DXF_PAPER)
    return;
  self->n_model += in_block ? 0 : 1;
  QpPlanCount *count = find_count (self, type, layer);
  const gboolean drawn = outcome == QP_DXF_DRAWN;
  guint *number = in_block ? (drawn ? &count->read_in_blocks : &count->skipped_in_blocks)
                           : (drawn ? &count->read : &count->skipped);
  (*number)++;
}
