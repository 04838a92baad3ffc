/* qp-import-scale.c: the scale of a plan as typed on the command line
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-error.h"
#include "base/qp-number.h"
#include "cli/qp-import.h"

#include <string.h>

#define POINT_M (0.0254 / 72) /* a PDF is measured in points */
#define CSS_PX_M (0.0254 / 96) /* an SVG in CSS pixels */

static const struct
{
  const char *word;
  double metres;
} units[] = {
  { "mm", 0.001 }, { "cm", 0.01 }, { "dm", 0.1 },       { "m", 1 },
  { "km", 1000 },  { "in", 0.0254 }, { "ft", 0.3048 }, { "yd", 0.9144 },
};

/* the length on paper that a drawing unit stands for; 0 for formats that know no paper */
static double
paper_unit (gint64 format)
{
  return format == QP_BACKGROUND_PDF ? POINT_M : format == QP_BACKGROUND_SVG ? CSS_PX_M : 0;
}

static gboolean
parse_ratio (const char *text, gint64 format, double *metres_per_unit, GError **error)
{
  double ratio;

  if (qp_real_parse (text + 2, &ratio) != QP_PARSE_OK || !(ratio > 0))
    {
      g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("--scale is “%s”; expected 1:N such as 1:200."), text);
      return FALSE;
    }
  if (paper_unit (format) == 0)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_INVALID,
                   _("--scale 1:N is for plans on paper, PDF and SVG. Here say the unit (mm, cm, m, in, ft) or the "
                     "metres of one drawing unit."));
      return FALSE;
    }
  *metres_per_unit = ratio * paper_unit (format);
  return TRUE;
}

/**
 * qp_import_scale_parse:
 * @text: a unit (mm, cm, dm, m, km, in, ft, yd), the metres that one drawing unit stands for, or 1:N for a plan on paper
 * @format: format of the plan: a #QpBackgroundFormat
 * @metres_per_unit: (out): metres of one drawing unit: a pixel, a PDF point, a unit of a drawing
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when @text is none of these
 */
gboolean
qp_import_scale_parse (const char *text, gint64 format, double *metres_per_unit, GError **error)
{
  const QpField *field = QP_FIELD (QP_KIND_BACKGROUND, QpBackground, metres_per_unit);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].word, text) == 0)
      {
        *metres_per_unit = units[i].metres;
        return TRUE;
      }
  if (g_str_has_prefix (text, "1:"))
    return parse_ratio (text, format, metres_per_unit, error);
  if (qp_real_parse (text, metres_per_unit) == QP_PARSE_OK && *metres_per_unit >= field->min
      && *metres_per_unit <= field->max)
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID,
               _("--scale is “%s”; expected a unit (mm, cm, dm, m, km, in, ft, yd), the metres of one drawing unit such "
                 "as 0.05, or 1:N for a plan on paper."),
               text);
  return FALSE;
}
