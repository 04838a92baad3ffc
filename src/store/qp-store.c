/* qp-store.c: small things that reader and writer share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-store.h"

#include "store/qp-store-private.h"

/**
 * qp_store_namespace:
 * @root_kind: %QP_KIND_PROJECT, %QP_KIND_CATALOGUE or %QP_KIND_RULES
 *
 * Returns: (transfer none): XML namespace of such a file
 */
const char *
qp_store_namespace (QpKind root_kind)
{
  switch (root_kind)
    {
    case QP_KIND_CATALOGUE:
      return QP_CATALOGUE_NAMESPACE;
    case QP_KIND_RULES:
      return QP_RULES_NAMESPACE;
    default:
      return QP_PROJECT_NAMESPACE;
    }
}

/**
 * qp_store_is_root:
 * @kind: a kind
 *
 * Returns: whether a file may have a root of this kind
 */
gboolean
qp_store_is_root (QpKind kind)
{
  return kind == QP_KIND_PROJECT || kind == QP_KIND_CATALOGUE || kind == QP_KIND_RULES;
}

/**
 * qp_store_data_field:
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the field that holds an embedded file; a kind has one at most
 */
const QpField *
qp_store_data_field (QpKind kind)
{
  const QpKindInfo *info = qp_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == QP_FIELD_DATA)
      return &info->fields[i];
  return NULL;
}
