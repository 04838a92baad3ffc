/* fuzz-project.c: any bytes are read or refused; what is read is written and read again without a difference
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-store.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
try_as (GBytes *bytes, QpKind root_kind)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QpNode) root = qp_store_read (bytes, root_kind, findings, &error);

  g_assert_true ((root == NULL) == (error != NULL));
  if (root == NULL)
    return;
  g_autoptr (GBytes) first = qp_store_write (root);
  g_autoptr (QpNode) again = qp_store_read (first, root_kind, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (qp_node_equal (root, again));
  g_autoptr (GBytes) second = qp_store_write (again);
  g_assert_true (g_bytes_equal (first, second));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  try_as (bytes, QP_KIND_PROJECT);
  try_as (bytes, QP_KIND_CATALOGUE);
  try_as (bytes, QP_KIND_RULES);
  return 0;
}
