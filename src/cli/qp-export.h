/* qp-export.h: what the formats of the export command share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-cli.h"
#include "exchange/qp-raster-png.h"

G_BEGIN_DECLS

/**
 * QpExportOptions:
 * @as: name of the format
 * @screen: id or name of the screen
 * @output: file to be written; `-` is standard output
 * @pattern: name of a test pattern
 * @tile: greatest size of a file, as "3840x2160"
 * @faces: whether each face has a file of its own
 * @transparent: whether missing cabinets are transparent
 * @back: whether drawings show the screen from behind
 * @bom: whether a table begins with a byte order mark
 * @lang: language of a document
 * @json: whether to report as JSON
 *
 * What was asked for on the command line; texts may be %NULL. A format refuses options that mean nothing to it by its
 * list in the table.
 */
typedef struct
{
  char *as;
  char *screen;
  char *output;
  char *pattern;
  char *tile;
  char *lang;
  gboolean faces;
  gboolean transparent;
  gboolean back;
  gboolean bom;
  gboolean json;
} QpExportOptions;

/**
 * QpExportJob:
 * @command: the command, to tell wrong use
 * @options: what was asked for
 * @project: the project
 * @screen: (nullable): the screen; %NULL for a format of the whole project
 * @context: its surroundings: project, site, plan and catalogue as the engine takes them
 *
 * One export, its screen found. Borrowed.
 */
typedef struct
{
  const QpCommand *command;
  const QpExportOptions *options;
  const QpNode *project;
  const QpScreen *screen;
  const QpEngineContext *context;
} QpExportJob;

/* qp-export-raster.c */
QpExit qp_export_pixel_map (const QpExportJob *job);
QpExit qp_export_pattern (const QpExportJob *job);
gboolean qp_export_read_raster (const QpExportJob *job, QpRaster *raster);
QpExit qp_export_parts (const QpExportJob *job, const QpRaster *raster, QpRasterPicture picture);

/* qp-export-depth.c */
QpExit qp_export_frustum (const QpExportJob *job);
QpExit qp_export_template (const QpExportJob *job);

/* qp-export-wiring.c */
QpExit qp_export_wiring (const QpExportJob *job);

/* qp-export-budget.c */
QpExit qp_export_csv (const QpExportJob *job);
QpExit qp_export_budget (const QpExportJob *job);

/* qp-export-handout.c */
QpExit qp_export_handout (const QpExportJob *job);

G_END_DECLS
