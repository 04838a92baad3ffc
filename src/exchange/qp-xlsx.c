/* qp-xlsx.c: inside exchange: beginning and ending a spreadsheet, and its formats
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-xlsx.h"

#include "base/qp-error.h"

#ifdef HAVE_XLSXWRITER

#include <glib/gstdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Older versions of the library write files only. */
static char *
temporary_path (GError **error)
{
  char *path = NULL;
  const int file = g_file_open_tmp ("qianping-XXXXXX.xlsx", &path, error);

  if (file >= 0)
    close (file);
  return path;
}

gboolean
qp_xlsx_begin (QpXlsx *self, GError **error)
{
  self->path = temporary_path (error);
  self->book = self->path == NULL ? NULL : workbook_new (self->path);
  return self->path != NULL;
}

struct lxw_format *
qp_xlsx_format (const QpXlsx *self, const char *number, gboolean bold, gboolean wrap)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_font_name (format, "Noto Sans CJK SC");
  format_set_font_size (format, 10);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (number != NULL)
    format_set_num_format (format, number);
  if (bold)
    format_set_bold (format);
  if (wrap)
    format_set_text_wrap (format);
  return format;
}

struct lxw_format *
qp_xlsx_gap_format (const QpXlsx *self)
{
  lxw_format *format = qp_xlsx_format (self, NULL, FALSE, TRUE);

  format_set_italic (format);
  format_set_font_color (format, 0x9C5700);
  return format;
}

GBytes *
qp_xlsx_end (QpXlsx *self, GError **error)
{
  const lxw_error failed = workbook_close (self->book);
  g_autofree char *data = NULL;
  gsize size;

  if (failed != LXW_NO_ERROR)
    g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The spreadsheet could not be made: %s"), lxw_strerror (failed));
  const gboolean read = failed == LXW_NO_ERROR && g_file_get_contents (self->path, &data, &size, error);
  g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
  return read ? g_bytes_new_take (g_steal_pointer (&data), size) : NULL;
}

#else

gboolean
qp_xlsx_begin (QpXlsx *self, GError **error)
{
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("This program was built without spreadsheets; a table can be written instead, as .csv."));
  return FALSE;
}

struct lxw_format *
qp_xlsx_format (const QpXlsx *self, const char *number, gboolean bold, gboolean wrap)
{
  return NULL;
}

struct lxw_format *
qp_xlsx_gap_format (const QpXlsx *self)
{
  return NULL;
}

GBytes *
qp_xlsx_end (QpXlsx *self, GError **error)
{
  return NULL;
}

#endif

/**
 * qp_xlsx_is_supported:
 *
 * Returns: whether the program was built with spreadsheets
 */
gboolean
qp_xlsx_is_supported (void)
{
#ifdef HAVE_XLSXWRITER
  return TRUE;
#else
  return FALSE;
#endif
}

/**
 * qp_xlsx_begin:
 * @self: (out caller-allocates): a spreadsheet; end with qp_xlsx_end()
 * @error: return location
 *
 * Returns: %FALSE with @error set where the program was built without them or no temporary file can be made
 */

/**
 * qp_xlsx_format:
 * @self: a spreadsheet
 * @number: (nullable): how numbers are shown, "#,##0.00"
 * @bold: whether it is bold
 * @wrap: whether long words go on in the next line
 *
 * Returns: (transfer none): a format whose letters Chinese has too
 */

/**
 * qp_xlsx_gap_format:
 * @self: a spreadsheet
 *
 * Returns: (transfer none): the format of what is not known
 */

/**
 * qp_xlsx_end:
 * @self: a spreadsheet
 * @error: return location
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
