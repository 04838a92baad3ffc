/* qp-file-work.h: the file that a dialog is for: chosen, written in a thread, stopped, told at the end
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "app/qp-rule-book.h"
#include "plans/qp-plan-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QpFileJob:
 * @root: the project
 * @catalogue: where cabinets are looked up
 * @book: the rules
 * @today: the day, "2026-11-28"
 * @language: (nullable): what texts are in, see qp_language_begin(); that of the window when %NULL
 * @path: (nullable): the file
 * @options: what is chosen, as the dialog gave it, and what is made where it is no file
 *
 * What a thread works with; all of it is its own.
 */
typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
  QpRuleBook *book;
  char *today;
  const char *language;
  char *path;
  gpointer options;
} QpFileJob;

/**
 * QpFileWorkInfo:
 * @failed: heading where it could not be written, to be translated
 * @elsewhere: what to do where the file is on no disk of this computer, to be translated
 * @written: (nullable): what is told at the end, to be translated; the name of the file when %NULL
 * @options: what is chosen in a dialog, copied for the thread
 * @options_free: frees it
 * @write: writes the file; runs in the thread, its texts in the language that is chosen
 * @going: shows in a dialog whether it is written
 * @done: (nullable): called at the end in the window, with the options; else the end is told and the dialog closed
 *
 * Dialogs of one kind and their file, or what else takes them long.
 */
typedef struct
{
  const char *failed;
  const char *elsewhere;
  const char *written;
  gpointer (*options) (gpointer dialog);
  GDestroyNotify options_free;
  gboolean (*write) (const QpFileJob *job, const QpPlanWatch *watch, GError **error);
  void (*going) (gpointer dialog, gboolean going);
  void (*done) (gpointer dialog, gpointer options);
} QpFileWorkInfo;

/**
 * QpFileWork:
 *
 * A dialog and its file. Belongs to the dialog and goes with it.
 */
typedef struct _QpFileWork QpFileWork;

void qp_file_work_install (GtkWidgetClass *klass);
QpFileWork *qp_file_work_new (GtkWindow *dialog, const QpFileWorkInfo *info, QpProjectSession *session,
                              GtkProgressBar *progress, AdwComboRow *language);
QpNode *qp_file_work_root (QpFileWork *self);
QpCatalogue *qp_file_work_catalogue (QpFileWork *self);
void qp_file_work_choose (QpFileWork *self, const char *title, const char *name);
void qp_file_work_write (QpFileWork *self, GFile *file);
void qp_file_work_make (QpFileWork *self, const QpFileWorkInfo *info);

G_END_DECLS
