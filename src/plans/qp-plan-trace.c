/* qp-plan-trace.c: the lines on a recorded page, to be snapped to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * cairo gives nothing of a recording back but by replaying it. Replayed as a script, each path is a line of text in the
 * page's own places, "n 40 60 m 330 440 l", and what is done with it follows: "stroke+", "fill+", "clip+". Groups,
 * which are contexts within the context, have places of their own and are passed over, as are letters and pictures.
 */
#include "plans/qp-plan-trace.h"

#include <cairo-script.h>
#include <string.h>

#define MAX_SCRIPT_BYTES (128 * 1024 * 1024)
#define CURVE_STEPS 6
#define MAX_WORD 64

typedef struct
{
  /* words of the script */
  char word[MAX_WORD];
  gsize length;
  guint depth;   /* of round brackets: a text */
  gboolean data; /* bytes written as letters, up to "~>" */
  char before;
  gsize read;
  /* what they say */
  double numbers[6];
  guint n_numbers;
  guint contexts;
  GArray *path; /* QpSegment, what is being put together */
  QpVec at;
  QpVec start;
  gboolean used; /* the path was taken already */
  GArray *segments;
  double scale;
} Tracer;

static void
add_line (Tracer *self, QpVec to)
{
  const QpSegment segment = { qp_vec_scale (self->at, self->scale), qp_vec_scale (to, self->scale) };

  if ((self->at.x != to.x || self->at.y != to.y) && self->path->len < QP_PLAN_MAX_TRACED)
    g_array_append_val (self->path, segment);
  self->at = to;
}

static void
add_curve (Tracer *self)
{
  const double *n = self->numbers;
  const QpVec p0 = self->at, p1 = qp_vec (n[0], n[1]), p2 = qp_vec (n[2], n[3]), p3 = qp_vec (n[4], n[5]);

  for (guint i = 1; i <= CURVE_STEPS; i++)
    {
      const double t = (double) i / CURVE_STEPS, u = 1 - t;
      const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      add_line (self, qp_vec (a * p0.x + b * p1.x + c * p2.x + d * p3.x, a * p0.y + b * p1.y + c * p2.y + d * p3.y));
    }
}

static void
add_rectangle (Tracer *self)
{
  const double x = self->numbers[0], y = self->numbers[1], w = self->numbers[2], h = self->numbers[3];

  self->at = self->start = qp_vec (x, y);
  add_line (self, qp_vec (x + w, y));
  add_line (self, qp_vec (x + w, y + h));
  add_line (self, qp_vec (x, y + h));
  add_line (self, qp_vec (x, y));
}

/* the page's own context is the first; paths of others lie elsewhere */
static void
take_path (Tracer *self)
{
  const guint room = QP_PLAN_MAX_TRACED - MIN (self->segments->len, QP_PLAN_MAX_TRACED);

  if (!self->used && self->contexts == 1)
    g_array_append_vals (self->segments, self->path->data, MIN (self->path->len, room));
  self->used = TRUE;
}

static void
new_path (Tracer *self)
{
  g_array_set_size (self->path, 0);
  self->used = FALSE;
}

static void
do_word (Tracer *self)
{
  const char *word = self->word;
  const QpVec place = qp_vec (self->numbers[0], self->numbers[1]);

  if (g_str_equal (word, "n"))
    new_path (self);
  else if (g_str_equal (word, "m") && self->n_numbers == 2)
    self->at = self->start = place;
  else if (g_str_equal (word, "l") && self->n_numbers == 2)
    add_line (self, place);
  else if (g_str_equal (word, "c") && self->n_numbers == 6)
    add_curve (self);
  else if (g_str_equal (word, "rectangle") && self->n_numbers == 4)
    add_rectangle (self);
  else if (g_str_equal (word, "h"))
    add_line (self, self->start);
  else if (g_str_has_prefix (word, "stroke") || g_str_has_prefix (word, "fill") || g_str_has_prefix (word, "eofill"))
    take_path (self);
  else if (g_str_equal (word, "context"))
    self->contexts++;
  else if (g_str_equal (word, "pop") && self->contexts > 0)
    self->contexts--;
  self->n_numbers = 0;
}

static void
end_word (Tracer *self)
{
  char *end;

  if (self->length == 0)
    return;
  self->word[self->length] = '\0';
  self->length = 0;
  const double number = g_ascii_strtod (self->word, &end);
  if (*end != '\0')
    do_word (self);
  else if (self->n_numbers < G_N_ELEMENTS (self->numbers))
    self->numbers[self->n_numbers++] = number;
}

static void
take_letter (Tracer *self, char c)
{
  const char before = self->before;

  self->before = c;
  if (self->data)
    self->data = !(before == '~' && c == '>');
  else if (self->depth > 0)
    {
      self->depth += before == '\\' ? 0 : c == '(' ? 1 : c == ')' ? -1u : 0;
      self->before = before == '\\' && c == '\\' ? 0 : c;
    }
  else if (c == '(')
    self->depth = 1;
  else if (before == '<' && (c == '~' || c == '|'))
    self->data = TRUE;
  else if (g_ascii_isspace (c))
    end_word (self);
  else if (self->length + 1 < MAX_WORD)
    self->word[self->length++] = c;
}

static cairo_status_t
take_script (void *closure, const unsigned char *data, unsigned int length)
{
  Tracer *self = closure;

  self->read += length;
  if (self->read > MAX_SCRIPT_BYTES || self->segments->len >= QP_PLAN_MAX_TRACED)
    return CAIRO_STATUS_WRITE_ERROR; /* what there is will do */
  for (unsigned int i = 0; i < length; i++)
    take_letter (self, (char) data[i]);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * qp_plan_trace:
 * @recording: a page as cairo commands, without large pictures, which would be written out one by one
 * @units_per_mark: drawing units that one unit of it stands for
 *
 * Takes the lines off a page: those that are drawn, and the edges of what is filled.
 *
 * Returns: (transfer full) (element-type QpSegment): at most %QP_PLAN_MAX_TRACED, in drawing units, y down
 */
GArray *
qp_plan_trace (cairo_surface_t *recording, double units_per_mark)
{
  Tracer self = { .scale = units_per_mark };

  self.path = g_array_new (FALSE, FALSE, sizeof (QpSegment));
  self.segments = g_array_new (FALSE, FALSE, sizeof (QpSegment));
  cairo_device_t *script = cairo_script_create_for_stream (take_script, &self);
  cairo_script_from_recording_surface (script, recording);
  cairo_device_finish (script);
  cairo_device_destroy (script);
  end_word (&self);
  g_array_unref (self.path);
  return self.segments;
}
