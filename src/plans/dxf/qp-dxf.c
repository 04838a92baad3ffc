/* qp-dxf.c: reading DXF drawings
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/dxf/qp-dxf-private.h"

#include "base/qp-error.h"

static void
count_clear (gpointer data)
{
  QpPlanCount *count = data;

  g_free (count->what);
  g_free (count->layer);
}

/**
 * qp_dxf_info_init:
 * @info: what a reader will tell
 *
 * Sets it up telling nothing.
 */
void
qp_dxf_info_init (QpDxfInfo *info)
{
  *info = (QpDxfInfo){ .metres_per_unit = NAN, .basis = QP_SCALE_UNKNOWN, .findings = qp_findings_new () };
  info->counts = g_array_new (FALSE, FALSE, sizeof (QpPlanCount));
  g_array_set_clear_func (info->counts, count_clear);
}

/**
 * qp_dxf_info_clear:
 * @info: what a reader told
 *
 * Frees what it holds.
 */
void
qp_dxf_info_clear (QpDxfInfo *info)
{
  g_clear_pointer (&info->why, g_free);
  g_clear_pointer (&info->version, g_free);
  g_clear_pointer (&info->findings, qp_findings_free);
  g_clear_pointer (&info->counts, g_array_unref);
}

/**
 * qp_dxf_sniff:
 * @bytes: a file
 *
 * Returns: whether it is a DXF drawing, in text or binary form
 */
gboolean
qp_dxf_sniff (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  QpDxfGroups groups;

  return size > 0 && qp_dxf_groups_init (&groups, data, size);
}

static void
block_free (gpointer data)
{
  QpDxfBlock *block = data;

  g_free (block->name);
  g_free (block->path);
  g_free (block);
}

static void
class_clear (gpointer data)
{
  QpDxfClass *class = data;

  g_free (class->name);
  g_free (class->application);
}

static void
reader_init (QpDxfReader *self, const QpPlanWatch *watch, QpDxfInfo *info)
{
  *self = (QpDxfReader){ .watch = watch, .info = info, .units = -1, .measurement = -1, .dimension_height = 1 };
  qp_dxf_codec_init (&self->codec);
  self->drawing = qp_plan_drawing_new ();
  self->layer_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->frozen = g_byte_array_new ();
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->block_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_array_new (FALSE, FALSE, sizeof (QpDxfClass));
  g_array_set_clear_func (self->classes, class_clear);
  self->entities = g_array_new (FALSE, FALSE, sizeof (QpDxfPlace));
  self->entity.groups = g_array_new (FALSE, FALSE, sizeof (QpDxfGroup));
  self->points = g_array_new (FALSE, FALSE, sizeof (QpVec));
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
reader_clear (QpDxfReader *self)
{
  qp_dxf_codec_clear (&self->codec);
  g_clear_error (&self->error);
  qp_plan_drawing_unref (self->drawing);
  g_hash_table_unref (self->layer_by_name);
  g_byte_array_unref (self->frozen);
  g_hash_table_unref (self->block_by_name);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->classes);
  g_array_unref (self->entities);
  g_array_unref (self->entity.groups);
  g_array_unref (self->points);
  g_hash_table_unref (self->counts);
  for (guint i = 0; i < QP_DXF_N_OUTCOMES; i++)
    for (guint k = 0; k < QP_DXF_MAX_NAMES; k++)
      g_free (self->skipped[i].names[k]);
}

/* where an empty file is damaged is told by its first line */
static void
set_not_dxf (const QpDxfGroups *groups, GError **error)
{
  if (groups->form != QP_DXF_TEXT || groups->size == 0)
    g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                         _ ("This is not a readable DXF drawing: it is damaged or empty."));
  else
    g_set_error (error, QP_ERROR, QP_ERROR_READ,
                 _ ("This is not a DXF drawing: line %d does not begin a section (“0” and “SECTION” were expected)."),
                 1);
}

static gboolean
is_empty (const QpPlanDrawing *drawing)
{
  guint n_shapes, n_texts;

  qp_plan_drawing_shapes (drawing, &n_shapes);
  qp_plan_drawing_texts (drawing, &n_texts);
  return n_shapes + n_texts == 0;
}

static void
read_all (QpDxfReader *self)
{
  if (!qp_dxf_index (self))
    return;
  const QpDxfGroups indexed = self->groups;
  qp_dxf_draw_model (self);
  self->groups = indexed; /* knows the end of the file */
  if (!qp_dxf_go_on (self))
    return;
  qp_plan_drawing_finish (self->drawing);
  qp_dxf_report (self);
  if (is_empty (self->drawing))
    {
      g_autofree char *why = qp_dxf_why_empty (self);
      self->error = g_error_new_literal (QP_ERROR, QP_ERROR_READ, why);
    }
  else
    qp_dxf_find_scale (self);
}

/**
 * qp_dxf_read:
 * @bytes: a DXF file, text or binary, R12 to R2018
 * @watch: (nullable): who follows
 * @info: initialised with qp_dxf_info_init(); is told the scale, what could not be read, and counts
 * @error: return location
 *
 * Reads the model space of a drawing. A damaged file gives what can be read of it, with findings. May take seconds
 * for large files: call it in a worker.
 *
 * Returns: (transfer full) (nullable): the finished drawing, or %NULL with %QP_ERROR_READ (no DXF, or nothing in it can
 *   be drawn), %QP_ERROR_LIMIT (too large) or %G_IO_ERROR_CANCELLED
 */
QpPlanDrawing *
qp_dxf_read (GBytes *bytes, const QpPlanWatch *watch, QpDxfInfo *info, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  QpDxfReader reader;
  QpPlanDrawing *drawing = NULL;

  reader_init (&reader, watch, info);
  if (size > QP_PLAN_MAX_BYTES)
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The drawing is larger than %d MiB."),
                 QP_PLAN_MAX_BYTES / (1024 * 1024));
  else if (size == 0 || !qp_dxf_groups_init (&reader.groups, data, size))
    set_not_dxf (&reader.groups, error);
  else
    {
      read_all (&reader);
      if (reader.error != NULL)
        g_propagate_error (error, g_steal_pointer (&reader.error));
      else
        drawing = qp_plan_drawing_ref (reader.drawing);
    }
  reader_clear (&reader);
  return drawing;
}
