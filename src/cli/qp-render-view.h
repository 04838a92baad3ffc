/* qp-render-view.h: what somebody sees, as a picture and in figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-cli.h"

G_BEGIN_DECLS

/**
 * QpRenderViewOptions:
 * @from: place of the eye, "X,Y" or "X,Y,H"
 * @look: direction, "DEG" or "DEG,DEG"
 * @across: angle of the picture
 * @night: whether it is night
 *
 * What was asked for on the command line; texts may be %NULL.
 */
typedef struct
{
  char *from;
  char *look;
  char *across;
  gboolean night;
} QpRenderViewOptions;

/**
 * QpRenderViewJob:
 * @command: the command, to tell wrong use
 * @options: what was asked for
 * @plan: the plan
 * @catalogue: where cabinets are looked up
 * @output: file to be written
 * @width: of the picture, pixels; 0 for the usual one
 * @dark: whether the day is drawn in dark colours
 * @json: whether to report as JSON
 */
typedef struct
{
  const QpCommand *command;
  const QpRenderViewOptions *options;
  const QpNode *plan;
  const QpCatalogue *catalogue;
  const char *output;
  int width;
  gboolean dark;
  gboolean json;
} QpRenderViewJob;

static inline gboolean
qp_render_view_is_wanted (const QpRenderViewOptions *options)
{
  return options->from != NULL;
}

QpExit qp_render_view (const QpRenderViewJob *job);

G_END_DECLS
