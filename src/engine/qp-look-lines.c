/* qp-look-lines.c: what somebody sees of a screen, as lines for people
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-look-lines.h"

#include "base/qp-number.h"

#include <math.h>

static char *
with_unit (double number, guint decimals, const char *unit)
{
  if (!isfinite (number))
    return g_strdup (_ ("not known"));
  g_autofree char *text = qp_number_display (number, (int) decimals);

  /* ° stands at its number, other units after a thin space */
  return g_strdup_printf (strcmp (unit, "°") == 0 ? "%s%s" : "%s %s", text, unit);
}

/* -- explanations -- */

static void
input_free (gpointer data)
{
  QpExplainedInput *self = data;

  g_free (self->label);
  g_free (self->value);
  g_free (self->origin);
  g_free (self->key);
  g_free (self);
}

static QpExplanation *
explain (const char *label, const char *value, const char *expression, const char *source)
{
  QpExplanation *self = g_new0 (QpExplanation, 1);

  self->label = g_strdup (label);
  self->value = g_strdup (value);
  self->expression = g_strdup (expression);
  self->source = g_strdup (source);
  self->inputs = g_ptr_array_new_with_free_func (input_free);
  return self;
}

static void
add_input (QpExplanation *self, const char *label, char *value, const char *origin)
{
  QpExplainedInput *input = g_new0 (QpExplainedInput, 1);

  input->label = g_strdup (label);
  input->value = value;
  input->origin = g_strdup (origin);
  g_ptr_array_add (self->inputs, input);
}

static QpExplanation *
explain_formula (const char *label, const char *value, const QpFormula *formula)
{
  QpExplanation *self = explain (label, value, formula->expression, formula->source);

  self->validity = formula->validity != NULL ? g_strdup (_ (formula->validity)) : NULL;
  return self;
}

/* -- lines -- */

typedef struct
{
  const QpLookScreen *screen;
  const QpLook *look;
  QpVec3 eye;
  GPtrArray *lines;
} Lines;

static void
line_free (gpointer data)
{
  QpLookLine *self = data;

  g_free (self->label);
  g_free (self->value);
  g_free (self->detail);
  qp_explanation_free (self->explanation);
  g_free (self);
}

/* takes @value, @detail and @explanation */
static void
add (Lines *self, const char *label, char *value, char *detail, QpExplanation *explanation)
{
  QpLookLine *line = g_new0 (QpLookLine, 1);

  line->label = g_strdup (label);
  line->value = value;
  line->detail = detail;
  line->explanation = explanation;
  g_ptr_array_add (self->lines, line);
}

static void
add_eye (const Lines *self, QpExplanation *told)
{
  add_input (told, _ ("Eye height"), with_unit (self->eye.z, 2, "m"), _ ("where you stand"));
}

static char *
hidden_detail (const QpLook *look)
{
  if (look->blocker == NULL || !(look->hidden > 0.0005))
    return NULL;
  g_autofree char *name = qp_node_display_name (look->blocker);
  g_autofree char *hidden = with_unit (100 * look->hidden, 0, "%");

  /* Translators: share of a screen that is hidden, and by what */
  return g_strdup_printf (_ ("%s hidden, most of it by %s"), hidden, name);
}

static void
add_share (Lines *self)
{
  const QpLook *look = self->look;
  char *value = with_unit (100 * look->share, 0, "%");
  QpExplanation *told
      = explain (_ ("Share seen"), value, _ ("parts of the face that are seen ÷ all its parts"),
                 _ ("Our own: a line from the eye to each part of the face, past all obstacles up to their heights; "
                    "behind glass a part counts by what passes."));

  add_eye (self, told);
  add_input (told, _ ("Parts of the face"), qp_number_display (self->screen->samples->len, 0),
             _ ("cut for this calculation"));
  add_input (told, _ ("Turned to you"), with_unit (100 * look->facing, 0, "%"), _ ("shape and facing of the screen"));
  add_input (told, _ ("Hidden"), with_unit (100 * look->hidden, 0, "%"), _ ("obstacles of the plan"));
  add (self, told->label, value, hidden_detail (look), told);
}

static void
add_distance (Lines *self)
{
  const QpLook *look = self->look;
  char *value = with_unit (look->nearest_m, 1, "m");
  QpExplanation *told
      = explain (_ ("Distance"), value, _ ("√(across² + along² + up²) to the nearest point that is seen"),
                 _ ("Geometry of the plan, with heights."));
  g_autofree char *middle = with_unit (look->middle_m, 1, "m");

  add_eye (self, told);
  add_input (told, _ ("To the middle of the face"), g_strdup (middle), _ ("position and shape of the screen"));
  add (self, told->label, value, g_strdup_printf (_ ("%s to the middle"), middle), told);
}

static char *
cone_detail (const QpLook *look)
{
  return g_strdup (look->cone == QP_LOOK_CONE_INSIDE    ? _ ("within the angle of half luminance")
                   : look->cone == QP_LOOK_CONE_OUTSIDE ? _ ("outside the angle of half luminance: darker, colours off")
                                                        : _ ("viewing angle of the cabinet not known"));
}

static void
add_angle (Lines *self)
{
  const QpLook *look = self->look;
  g_autofree char *across = with_unit (fabs (look->off_axis_h_deg), 0, "°");
  g_autofree char *up = with_unit (fabs (look->off_axis_v_deg), 0, "°");
  /* Translators: angles off the axis of a screen: to the side, and above or below */
  char *value = isfinite (look->off_axis_deg) ? g_strdup_printf (_ ("%s across, %s up or down"), across, up)
                                              : g_strdup (_ ("not known"));
  QpExplanation *told
      = explain (_ ("Off the axis"), value, _ ("angle between where the face looks and the line to the eye"),
                 _ ("Geometry of the plan, with heights."));

  add_input (told, _ ("Whole angle"), with_unit (look->off_axis_deg, 1, "°"),
             _ ("mean direction of the parts that are seen"));
  add_input (told, _ ("Half luminance across"), with_unit (self->screen->half_h_deg, 0, "°"),
             _ ("half of the cabinet’s viewing angle"));
  add_input (told, _ ("Half luminance up and down"), with_unit (self->screen->half_v_deg, 0, "°"),
             _ ("half of the cabinet’s viewing angle"));
  add (self, told->label, value, cone_detail (look), told);
}

static void
add_size (Lines *self)
{
  const QpLook *look = self->look;
  g_autofree char *wide = with_unit (look->width_deg, 1, "°");
  g_autofree char *high = with_unit (look->height_deg, 1, "°");
  char *value = isfinite (look->width_deg) ? g_strdup_printf ("%s × %s", wide, high) : g_strdup (_ ("not known"));
  QpExplanation *told
      = explain (_ ("Angular size"), value, _ ("greatest − least direction of what is seen, across and up"),
                 _ ("Geometry of the plan; noticed from 1.5° on (Geopath)."));
  g_autofree char *squeeze = with_unit (100 * look->squeeze, 0, "%");

  add_input (told, _ ("Appears of its area"), g_strdup (squeeze),
             /* xgettext:no-c-format */
             _ ("foreshortening: 100 % in front, 0 from its edge"));
  add_input (told, _ ("To be noticed"), with_unit (self->screen->options.notice_deg, 1, "°"), "Geopath");
  add (self, told->label, value, g_strdup_printf (_ ("%s of its area as it appears"), squeeze), told);
}

static void
add_pixel (Lines *self)
{
  const QpLook *look = self->look;
  char *value = with_unit (look->arcmin_per_px, 2, "′");
  QpExplanation *told = explain_formula (_ ("A pixel"), value, self->screen->arcmin);
  g_autofree char *from = with_unit (self->screen->pixel_free_m, 1, "m");
  g_autofree char *density = with_unit (look->px_per_deg, 0, _ ("px/°"));

  add_input (told, _ ("Pixel pitch"), with_unit (self->screen->pitch_mm, 2, "mm"), _ ("cabinet of the screen"));
  add_input (told, _ ("Distance"), with_unit (look->nearest_m, 1, "m"), _ ("nearest point that is seen"));
  add (self, told->label, value,
       isfinite (look->px_per_deg) ? g_strdup_printf (_ ("%s; no single pixels from %s on"), density, from) : NULL,
       told);
}

static void
add_reading (Lines *self)
{
  char *value = with_unit (self->screen->readable_m, 0, "m");
  QpExplanation *told = explain_formula (_ ("Readable up to"), value, qp_formula_find ("gbt29458_max_distance_m"));
  g_autofree char *height = with_unit (100 * self->screen->char_height_m, 0, "cm");

  add_input (told, _ ("Height of a character"), g_strdup (height),
             isnan (self->screen->options.char_height_m) ? _ ("assumed: 16 pixels") : _ ("given"));
  add_input (told, _ ("Heights of distance"), qp_number_display (self->screen->options.char_distances, 0),
             "GB/T 29458");
  add_input (told, _ ("To be seen for reading"), with_unit (100 * self->screen->options.read_share, 0, "%"),
             _ ("our own choice"));
  add (self, told->label, value, g_strdup_printf (_ ("characters of %s, in front; nearer from the side"), height),
       told);
}

/**
 * qp_look_lines:
 * @screen: a screen
 * @look: what somebody sees of it
 * @eye: from where, metres
 *
 * Returns: (transfer full) (element-type QpLookLine): its figures with how each was computed; only the share when
 * nothing of it is seen
 */
GPtrArray *
qp_look_lines (const QpLookScreen *screen, const QpLook *look, QpVec3 eye)
{
  Lines self = { screen, look, eye, g_ptr_array_new_with_free_func (line_free) };

  add_share (&self);
  if (look->grade < QP_LOOK_SEEN)
    return self.lines;
  add_distance (&self);
  add_angle (&self);
  add_size (&self);
  add_pixel (&self);
  add_reading (&self);
  return self.lines;
}

/**
 * qp_look_sentence:
 * @screen: a screen
 * @look: what somebody sees of it
 *
 * Returns: (transfer full): in one sentence why it has its grade
 */
char *
qp_look_sentence (const QpLookScreen *screen, const QpLook *look)
{
  g_autofree char *name = look->blocker != NULL ? qp_node_display_name (look->blocker) : NULL;

  switch (look->grade)
    {
    case QP_LOOK_BEHIND:
      return g_strdup (_ ("You stand behind it: no part of its face looks here."));
    case QP_LOOK_BLOCKED:
      return name != NULL ? g_strdup_printf (_ ("All of it is hidden, most by %s."), name)
                          : g_strdup (_ ("All of it is hidden."));
    case QP_LOOK_SEEN:
      return g_strdup (_ ("Some of it is seen, too small or too far aside to be noticed."));
    case QP_LOOK_NOTICED:
      return g_strdup (_ ("Large enough to be noticed; characters can’t be read."));
    case QP_LOOK_READABLE:
      return g_strdup (_ ("Characters can be read; single pixels can be seen."));
    default:
      return g_strdup (_ ("Characters can be read and no single pixels are seen."));
    }
}
