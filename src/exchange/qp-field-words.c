/* qp-field-words.c: a field of a node as documents write it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-field-words.h"

#include "base/qp-number.h"

/**
 * qp_field_words:
 * @node: a node
 * @field: a field of its kind
 *
 * Returns: (transfer full) (nullable): its value as people read it, with its unit; %NULL when it is not known
 */
char *
qp_field_words (const QpNode *node, const QpField *field)
{
  const QpValue value = qp_node_get (node, field);

  if (qp_value_is_unset (&value))
    return NULL;
  if (field->type == QP_FIELD_ENUM)
    return g_strdup (_ (field->values[value.integer].label));
  if (field->type == QP_FIELD_BOOL)
    return g_strdup (value.integer ? _ ("yes") : _ ("no"));
  if (field->type != QP_FIELD_INT && field->type != QP_FIELD_LENGTH && field->type != QP_FIELD_REAL)
    return qp_field_to_text (field, &value);
  g_autofree char *number = qp_number_display_shortest (qp_field_number (field, &value));
  const char *unit = qp_unit_symbol (field->unit);
  return g_strdup_printf (*unit == '\0' ? "%s%s" : "%s\u2009%s", number, unit);
}
