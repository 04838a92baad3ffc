/* qp-plan-job.c: opening a plan file in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-plan-job.h"
#include "base/qp-error.h"

#define PERMILLE 1000

struct _QpPlanJob
{
  gatomicrefcount ref_count;
  GFile *file;         /* one of these three */
  GBytes *bytes;
  GdkTexture *texture;
  char *name;
  guint page;
  int permille; /* atomic: told by the thread that works, asked by the window */
};

/**
 * qp_plan_suffixes:
 *
 * Returns: (transfer none) (array zero-terminated=1): how the names of plan files end
 */
const char *const *
qp_plan_suffixes (void)
{
  static const char *const suffixes[] = { "dxf",  "dwg",  "pdf", "svg",  "svgz",    "png",  "jpg",
                                          "jpeg", "webp", "tif", "tiff", "geojson", "json", NULL };
  return suffixes;
}

/**
 * qp_plan_is_named_so:
 * @file: a file
 *
 * Returns: whether it is named like a plan, and not like a project
 */
gboolean
qp_plan_is_named_so (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_ascii_strdown (base, -1);
  const char *dot = strrchr (name, '.');
  return dot != NULL && g_strv_contains (qp_plan_suffixes (), dot + 1);
}

static QpPlanJob *
job_new (const char *name, guint page)
{
  QpPlanJob *self = g_new0 (QpPlanJob, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->page = page;
  return self;
}

/**
 * qp_plan_job_new_for_file:
 * @file: a file
 *
 * Returns: (transfer full): the first page of @file
 */
QpPlanJob *
qp_plan_job_new_for_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);
  QpPlanJob *self = job_new (shown, 1);
  self->file = g_object_ref (file);
  return self;
}

/**
 * qp_plan_job_new_for_bytes:
 * @bytes: content of a file
 * @name: its name
 * @page: which page, from 1
 *
 * Returns: (transfer full): that page of it
 */
QpPlanJob *
qp_plan_job_new_for_bytes (GBytes *bytes, const char *name, guint page)
{
  QpPlanJob *self = job_new (name, page);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

/**
 * qp_plan_job_new_for_texture:
 * @texture: a picture, as the clipboard has it
 *
 * Returns: (transfer full): the picture
 */
QpPlanJob *
qp_plan_job_new_for_texture (GdkTexture *texture)
{
  g_autofree char *name = g_strdup_printf ("%s.png", _ ("Pasted picture"));
  QpPlanJob *self = job_new (name, 1);
  self->texture = g_object_ref (texture);
  return self;
}

/**
 * qp_plan_job_ref:
 * @self: a job
 *
 * Returns: (transfer full): @self
 */
QpPlanJob *
qp_plan_job_ref (QpPlanJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_plan_job_unref:
 * @self: (transfer full): a job
 */
void
qp_plan_job_unref (QpPlanJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->texture);
  g_free (self->name);
  g_free (self);
}

/**
 * qp_plan_job_name:
 * @self: a job
 *
 * Returns: (transfer none): file name of the plan, to be shown
 */
const char *
qp_plan_job_name (const QpPlanJob *self)
{
  return self->name;
}

/**
 * qp_plan_job_progress:
 * @self: a job
 *
 * Returns: how far it is, 0 to 1; 0 while nobody can tell
 */
double
qp_plan_job_progress (const QpPlanJob *self)
{
  return (double) g_atomic_int_get (&self->permille) / PERMILLE;
}

/* In the thread */

static void
on_progress (double fraction, gpointer data)
{
  QpPlanJob *self = data;
  g_atomic_int_set (&self->permille, (int) (CLAMP (fraction, 0, 1) * PERMILLE));
}

/* Looked at before it is read: a device or a pipe would never end, and a huge file should not fill the memory. */
static gboolean
may_be_read (const QpPlanJob *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("“%s” is not a file that can be read as a plan."), self->name);
      return FALSE;
    }
  if (g_file_info_get_size (info) <= QP_PLAN_MAX_BYTES)
    return TRUE;
  g_autofree char *size = g_format_size_full ((guint64) g_file_info_get_size (info), G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *most = g_format_size_full (QP_PLAN_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
               _ ("“%s” has %s; plans of up to %s are read. Ask for a smaller part or a coarser version."), self->name,
               size, most);
  return FALSE;
}

static GBytes *
bytes_of (QpPlanJob *self, GCancellable *cancellable, GError **error)
{
  if (self->bytes != NULL)
    return g_bytes_ref (self->bytes);
  if (self->texture != NULL)
    return gdk_texture_save_to_png_bytes (self->texture);
  return may_be_read (self, cancellable, error) ? g_file_load_bytes (self->file, cancellable, NULL, error) : NULL;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QpPlanJob *self = data;
  const QpPlanWatch watch = { cancellable, on_progress, self, TRUE };
  GError *error = NULL;
  g_autoptr (GBytes) bytes = bytes_of (self, cancellable, &error);
  QpPlanSource *opened = bytes != NULL ? qp_plan_source_open (bytes, self->name, self->page, &watch, &error) : NULL;
  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) qp_plan_source_unref);
  else
    g_task_return_error (task, error);
}

/**
 * qp_plan_job_run_async:
 * @self: a job
 * @cancellable: (nullable): gives up at once, whatever the thread still does
 * @callback: called when the plan is open; ends with qp_plan_job_run_finish()
 * @user_data: for @callback
 *
 * Reads the plan.
 */
void
qp_plan_job_run_async (QpPlanJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, qp_plan_job_ref (self), (GDestroyNotify) qp_plan_job_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * qp_plan_job_run_finish:
 * @result: what the callback was given
 * @error: return location for an error of %QP_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the plan
 */
QpPlanSource *
qp_plan_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
