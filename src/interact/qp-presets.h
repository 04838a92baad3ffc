/* qp-presets.h: usual obstacles, so that one click says what a new one is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

G_BEGIN_DECLS

/**
 * QpPreset:
 * @key: the word that names it in actions and settings
 * @kind: kind of obstacle
 * @transparency_percent: how much light passes through
 * @label: what it is called, marked for translation
 * @name: name of the first one on a plan, marked for translation
 * @note: (nullable): note of what it assumes, marked for translation
 *
 * A usual obstacle. Heights are never assumed: nobody has measured them yet.
 */
typedef struct
{
  const char *key;
  QpObstacleKind kind;
  double transparency_percent;
  const char *label;
  const char *name;
  const char *note;
} QpPreset;

const QpPreset *qp_presets (guint *n_presets);
const QpPreset *qp_preset_of_kind (gint64 kind);
QpNode *qp_preset_model (const QpPreset *preset);

G_END_DECLS
