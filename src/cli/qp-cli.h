/* qp-cli.h: what the commands of qianping-cli share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * QpExit:
 * @QP_EXIT_FINE: all is well
 * @QP_EXIT_NO: findings, or the answer is no
 * @QP_EXIT_FAILED: could not be read or written, or was used wrongly
 *
 * Exit status of the program.
 */
typedef enum
{
  QP_EXIT_FINE = 0,
  QP_EXIT_NO = 1,
  QP_EXIT_FAILED = 2,
} QpExit;

/**
 * QpCommand:
 * @name: word on the command line
 * @arguments: what follows the options, for the help text; translatable
 * @summary: one line, translatable
 * @details: (nullable): more lines for the command's help, translatable
 * @run: does it; @argv starts with the command's name and ends with %NULL
 *
 * One command.
 */
typedef struct _QpCommand QpCommand;
struct _QpCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  QpExit (*run) (const QpCommand *self, char **argv);
};

extern const QpCommand qp_command_advise;
extern const QpCommand qp_command_calc;
extern const QpCommand qp_command_catalogue;
extern const QpCommand qp_command_check;
extern const QpCommand qp_command_cost;
extern const QpCommand qp_command_estimate;
extern const QpCommand qp_command_export;
extern const QpCommand qp_command_fit;
extern const QpCommand qp_command_import;
extern const QpCommand qp_command_light;
extern const QpCommand qp_command_people;
extern const QpCommand qp_command_content;
extern const QpCommand qp_command_render;
extern const QpCommand qp_command_report;
extern const QpCommand qp_command_rules;
extern const QpCommand qp_command_sample;
extern const QpCommand qp_command_show;
extern const QpCommand qp_command_sight;

/* qp-cli.c: arguments and messages */
void qp_cli_message (const char *format, ...) G_GNUC_PRINTF (1, 2);
QpExit qp_cli_wrong (const QpCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean qp_cli_parse (const QpCommand *command, const GOptionEntry *entries, char ***argv);
gboolean qp_cli_count (const QpCommand *command, char **argv, guint least, guint most);
const char *qp_cli_nearest (const char *word, const char *const *choices);
int qp_cli_numbers (const char *text, double *numbers, guint least, guint most);
char *qp_cli_did_you_mean (const char *word, const char *const *choices);

/* qp-cli-file.c: projects in, results out */
QpNode *qp_cli_read (const char *path, QpFindings *findings, GError **error);
QpNode *qp_cli_open (const char *path);
GBytes *qp_cli_read_bytes (const char *path, GError **error);
gboolean qp_cli_write (const char *path, GBytes *bytes);
QpNode *qp_cli_find_node (QpNode *root, QpKind kind, const char *wanted);
QpCatalogue *qp_cli_catalogue (const QpNode *project);
char *qp_cli_today (void);
void qp_cli_speak_as_asked (char **argv);
gboolean qp_cli_check_language (const QpCommand *self, const char *language);
void qp_cli_tell_unreadable (const char *path, const GError *error);
void qp_cli_print_finding (FILE *stream, const char *path, const QpFinding *finding);

/**
 * QpPlanVisitor:
 * @context: a plan and its surroundings: the project, its site, the catalogue
 * @data: what was given to qp_cli_each_plan()
 */
typedef void (*QpPlanVisitor) (const QpEngineContext *context, gpointer data);
void qp_cli_each_plan (const QpNode *node, const QpEngineContext *context, QpPlanVisitor visit, gpointer data);
void qp_cli_each_screen (const QpNode *node, const QpEngineContext *context, QpScreenVisitor visit, gpointer data);

G_END_DECLS
