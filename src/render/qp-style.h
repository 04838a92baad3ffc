/* qp-style.h: colours and sizes that all painters share: light, dark and print
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** QP_FONT_FAMILY: letters of GNOME, Chinese from Noto */
#define QP_FONT_FAMILY "Cantarell, Noto Sans CJK SC, sans-serif"
/** QP_TEXT_PX: size of a label at 100 % text size */
#define QP_TEXT_PX 11.5

/**
 * QpColour:
 *
 * A colour; all parts 0…1, not premultiplied.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} QpColour;

/**
 * QpTheme:
 * @QP_THEME_LIGHT: window on light paper
 * @QP_THEME_DARK: window on dark paper
 * @QP_THEME_PRINT: white paper, no tints that eat toner; lines stay lines
 */
typedef enum
{
  QP_THEME_LIGHT,
  QP_THEME_DARK,
  QP_THEME_PRINT,
} QpTheme;

/**
 * QpPlanStyle:
 * @theme: theme it was made for
 * @text_px: size of an ordinary label
 * @unit: what all other fixed sizes (line widths, handles, margins) are multiplied by; 1 in a window, 0.75 on
 *   paper measured in points
 * @exact: whether letters stand at fractions of a unit, as paper can show; pixels can't, there it looks uneven
 * @font: font families
 *
 * Colours and sizes. A value: copy it and change what should differ.
 */
typedef struct
{
  QpTheme theme;
  double text_px;
  double unit;
  gboolean exact;
  const char *font;

  QpColour paper;
  QpColour grid;        /* lines of the finer step */
  QpColour grid_strong; /* every tenth line */
  QpColour ink;         /* text that must be read */
  QpColour ink_soft;    /* text and lines beside it */
  QpColour ink_faint;
  QpColour mass; /* obstacles */
  QpColour mass_edge;
  QpColour mass_ink;
  QpColour glass;
  QpColour tree;
  QpColour audience;
  QpColour audience_ink;
  QpColour receptor;
  QpColour receptor_ink;
  QpColour face;      /* the seen side of a screen */
  QpColour face_idle; /* of a retired screen */
  QpColour back;
  QpColour cone;
  QpColour distance;
  QpColour distance_ink;
  QpColour accent; /* selection, handles, guides */
  QpColour good;
  QpColour warning;
  QpColour bad;
  QpColour card; /* badges and boxes that lie over a drawing */
  QpColour card_edge;
} QpPlanStyle;

void qp_plan_style_init (QpPlanStyle *self, QpTheme theme, double text_px);
void qp_plan_style_init_paper (QpPlanStyle *self, double text_pt);
void qp_plan_style_init_map (QpPlanStyle *self, double text_pt);

QpColour qp_colour (guint32 rgb, double alpha);
QpColour qp_colour_mix (QpColour a, QpColour b, double share_of_b);
void qp_set_colour (cairo_t *cr, QpColour colour);
void qp_set_colour_alpha (cairo_t *cr, QpColour colour, double alpha);

/* shapes that several painters need */
void qp_path_rounded (cairo_t *cr, double x, double y, double width, double height, double radius);
double qp_crisp (double position, double line_width);

G_END_DECLS
