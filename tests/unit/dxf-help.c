/* dxf-help.c: small DXF files written by hand, and what was read of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dxf-help.h"

#include <stdlib.h>
#include <string.h>

static void
write_group (GString *out, const char *group)
{
  const char *sign = strchr (group, '=');

  if (sign != NULL)
    {
      g_string_append_printf (out, "%3d\n%s\n", atoi (group), sign + 1);
      return;
    }
  /* a "|" of the value itself */
  g_string_truncate (out, out->len - 1);
  g_string_append_printf (out, "|%s\n", group);
}

static void
write_object (GString *out, const char *object)
{
  g_auto (GStrv) parts = g_strsplit (object, "|", -1);

  g_string_append_printf (out, "  0\n%s\n", parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    write_group (out, parts[i]);
}

static void
write_section (GString *out, const char *name, const char *objects)
{
  g_auto (GStrv) lines = g_strsplit (objects != NULL ? objects : "", "\n", -1);

  if (objects == NULL)
    return;
  g_string_append_printf (out, "  0\nSECTION\n  2\n%s\n", name);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      write_object (out, lines[i]);
  g_string_append (out, "  0\nENDSEC\n");
}

static void
write_header (GString *out, const char *header)
{
  g_auto (GStrv) variables = g_strsplit (header != NULL ? header : "", "|", -1);

  if (header == NULL)
    return;
  g_string_append (out, "  0\nSECTION\n  2\nHEADER\n");
  for (guint i = 0; variables[i] != NULL && variables[i][0] != '\0'; i++)
    {
      char *sign = strchr (variables[i], '=');
      *sign = '\0';
      g_string_append_printf (out, "  9\n%s\n", variables[i]);
      write_group (out, sign + 1);
    }
  g_string_append (out, "  0\nENDSEC\n");
}

char *
qp_dxf_write (const QpDxfFile *file)
{
  GString *out = g_string_new (NULL);

  write_header (out, file->header);
  write_section (out, "CLASSES", file->classes);
  write_section (out, "TABLES", file->tables);
  write_section (out, "BLOCKS", file->blocks);
  write_section (out, "ENTITIES", file->entities);
  write_section (out, "OBJECTS", file->objects);
  g_string_append (out, "  0\nEOF\n");
  return g_string_free (out, FALSE);
}

static void
append_number (GByteArray *out, guint64 bits, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const guint8 byte = (guint8) (bits >> (8 * i));
      g_byte_array_append (out, &byte, 1);
    }
}

/* the codes used in these tests, by the table of the DXF reference */
static void
append_value (GByteArray *out, int code, const char *value)
{
  if ((code >= 10 && code < 60) || (code >= 140 && code < 150) || (code >= 210 && code < 240))
    {
      const double real = g_ascii_strtod (value, NULL);
      guint64 bits;
      memcpy (&bits, &real, 8);
      append_number (out, bits, 8);
    }
  else if ((code >= 60 && code < 80) || (code >= 170 && code < 180))
    append_number (out, (guint64) g_ascii_strtoll (value, NULL, 10), 2);
  else if ((code >= 90 && code < 100) || (code >= 420 && code < 430))
    append_number (out, (guint64) g_ascii_strtoll (value, NULL, 10), 4);
  else
    g_byte_array_append (out, (const guint8 *) value, (guint) strlen (value) + 1);
}

/* the same file in the binary form: codes of two bytes, or of one in R12 */
GBytes *
qp_dxf_write_binary (const char *text, gboolean r12)
{
  static const char head[] = "AutoCAD Binary DXF\r\n\x1a";
  GByteArray *out = g_byte_array_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_byte_array_append (out, (const guint8 *) head, sizeof head);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i += 2)
    {
      const int code = atoi (lines[i]);
      if (r12 && code >= 255)
        append_number (out, 255, 1);
      append_number (out, (guint64) code, r12 && code < 255 ? 1 : 2);
      append_value (out, code, lines[i + 1]);
    }
  return g_byte_array_free_to_bytes (out);
}

void
qp_dxf_result_clear (QpDxfResult *self)
{
  qp_plan_drawing_unref (self->drawing);
  qp_dxf_info_clear (&self->info);
  g_clear_error (&self->error);
}

void
qp_dxf_result_read (QpDxfResult *self, GBytes *bytes)
{
  *self = (QpDxfResult){ 0 };
  qp_dxf_info_init (&self->info);
  self->drawing = qp_dxf_read (bytes, NULL, &self->info, &self->error);
  g_assert_true ((self->drawing == NULL) == (self->error != NULL));
  for (guint i = 0; i < qp_findings_length (self->info.findings); i++)
    g_test_message ("%s", qp_findings_get (self->info.findings, i)->message);
}

void
qp_dxf_result_read_text (QpDxfResult *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  qp_dxf_result_read (self, bytes);
}

void
qp_dxf_result_read_file (QpDxfResult *self, const QpDxfFile *file)
{
  g_autofree char *text = qp_dxf_write (file);
  qp_dxf_result_read_text (self, text);
}

void
qp_dxf_result_read_entities (QpDxfResult *self, const char *entities)
{
  qp_dxf_result_read_file (self, &(QpDxfFile){ .entities = entities });
  g_assert_no_error (self->error);
}

guint
qp_dxf_n_shapes (const QpDxfResult *self)
{
  guint n;

  g_assert_no_error (self->error);
  qp_plan_drawing_shapes (self->drawing, &n);
  return n;
}

/* @n_points of 0 is any number */
const QpDrawingShape *
qp_dxf_shape (const QpDxfResult *self, guint index, QpShapeType type, guint n_points)
{
  guint n;

  g_assert_no_error (self->error);
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (self->drawing, &n);
  g_assert_cmpuint (index, <, n);
  g_assert_cmpint (shapes[index].type, ==, type);
  if (n_points > 0)
    g_assert_cmpuint (shapes[index].n, ==, n_points);
  return &shapes[index];
}

/* places are those of the file */
void
qp_dxf_assert_point (const QpDxfResult *self, guint shape, guint point, double x, double y)
{
  guint n;
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (self->drawing, &n);

  g_assert_cmpuint (shape, <, n);
  g_assert_cmpuint (point, <, shapes[shape].n);
  const QpVec at = qp_vec_add (qp_plan_drawing_points (self->drawing, &shapes[shape])[point],
                               qp_plan_drawing_origin (self->drawing));
  g_assert_cmpfloat_with_epsilon (at.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (at.y, y, 1e-9);
}

/* to a hundredth: corners of a curve lie on it, but not always where it is widest */
void
qp_dxf_assert_box (const QpDxfResult *self, guint shape, double x0, double y0, double x1, double y1)
{
  guint n;
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (self->drawing, &n);
  QpBox box = QP_BOX_EMPTY;

  g_assert_cmpuint (shape, <, n);
  for (guint i = 0; i < shapes[shape].n; i++)
    box = qp_box_with (box, qp_vec_add (qp_plan_drawing_points (self->drawing, &shapes[shape])[i],
                                        qp_plan_drawing_origin (self->drawing)));
  g_assert_cmpfloat_with_epsilon (box.x0, x0, 0.01);
  g_assert_cmpfloat_with_epsilon (box.y0, y0, 0.01);
  g_assert_cmpfloat_with_epsilon (box.x1, x1, 0.01);
  g_assert_cmpfloat_with_epsilon (box.y1, y1, 0.01);
}

const QpDrawingText *
qp_dxf_text_at (const QpDxfResult *self, guint index, const char *text, double x, double y)
{
  guint n;

  g_assert_no_error (self->error);
  const QpDrawingText *texts = qp_plan_drawing_texts (self->drawing, &n);
  g_assert_cmpuint (index, <, n);
  const QpVec at = qp_vec_add (texts[index].place, qp_plan_drawing_origin (self->drawing));
  g_assert_cmpstr (texts[index].text, ==, text);
  g_assert_cmpfloat_with_epsilon (at.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (at.y, y, 1e-9);
  return &texts[index];
}

const char *
qp_dxf_layer_of_shape (const QpDxfResult *self, guint shape)
{
  guint n;
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (self->drawing, &n);

  g_assert_cmpuint (shape, <, n);
  return qp_plan_drawing_layer (self->drawing, shapes[shape].layer)->name;
}

const QpFinding *
qp_dxf_finding (const QpDxfResult *self, const char *code)
{
  for (guint i = 0; i < qp_findings_length (self->info.findings); i++)
    if (strcmp (qp_findings_get (self->info.findings, i)->code, code) == 0)
      return qp_findings_get (self->info.findings, i);
  return NULL;
}

const QpPlanCount *
qp_dxf_count_of (const QpDxfResult *self, const char *what, const char *layer)
{
  for (guint i = 0; i < self->info.counts->len; i++)
    {
      const QpPlanCount *count = &g_array_index (self->info.counts, QpPlanCount, i);
      if (strcmp (count->what, what) == 0 && strcmp (count->layer, layer) == 0)
        return count;
    }
  return NULL;
}
