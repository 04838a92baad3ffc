/* qp-mark.c: the state of a screen as icon, word and colour
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-mark.h"

static const struct
{
  const char *icon;
  const char *word;
  const char *css;
} marks[] = {
  [QP_MARK_NONE] = { NULL, "", NULL },
  [QP_MARK_FINE] = { "qp-mark-fine-symbolic", N_("fine"), "success" },
  [QP_MARK_UNKNOWN] = { "qp-mark-unknown-symbolic", N_("not known"), "dim-label" },
  [QP_MARK_WARNING] = { "qp-mark-warning-symbolic", N_("needs attention"), "warning" },
  [QP_MARK_ERROR] = { "qp-mark-error-symbolic", N_("contradiction"), "error" },
};

/**
 * qp_mark_icon:
 * @mark: a mark
 *
 * Returns: (nullable): name of its icon
 */
const char *
qp_mark_icon (QpMark mark)
{
  return marks[mark].icon;
}

/**
 * qp_mark_word:
 * @mark: a mark
 *
 * Returns: the word that says the same as its icon, translated
 */
const char *
qp_mark_word (QpMark mark)
{
  return *marks[mark].word != '\0' ? _(marks[mark].word) : "";
}

/**
 * qp_mark_css:
 * @mark: a mark
 *
 * Returns: (nullable): CSS class of its colour
 */
const char *
qp_mark_css (QpMark mark)
{
  return marks[mark].css;
}
