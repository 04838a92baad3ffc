/* qp-store.c: small things that reader and writer share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-store.h"

#include "store/qp-store-private.h"

/**
 * qp_store_namespace:
 * @root_kind: %QP_KIND_PROJECT or %QP_KIND_CATALOGUE
 *
 * Returns: (transfer none): XML namespace of such a file
 */
const char *
qp_store_namespace (QpKind root_kind)
{
  return root_kind == QP_KIND_CATALOGUE ? QP_CATALOGUE_NAMESPACE : QP_PROJECT_NAMESPACE;
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
