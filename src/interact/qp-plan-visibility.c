/* qp-plan-visibility.c: which layers of a plan are shown, and which can be taken hold of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan keeps both as the element names of the kinds, with spaces between. Names that a later version may write are
 * kept as they are.
 */
#include "base/qp-i18n.h"

#include "interact/qp-plan-visibility.h"

#include <string.h>

/**
 * qp_plan_layer_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds of objects that are layers of a plan, the lowest first
 */
const QpKind *
qp_plan_layer_kinds (guint *n_kinds)
{
  static const QpKind kinds[] = { QP_KIND_BACKGROUND, QP_KIND_AUDIENCE,  QP_KIND_OBSTACLE, QP_KIND_RECEPTOR,
                                  QP_KIND_SCREEN,     QP_KIND_DIMENSION, QP_KIND_NOTE };

  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

static QpKindMask
mask_of (const char *names)
{
  QpKindMask mask = 0;

  if (names == NULL)
    return 0;
  g_auto (GStrv) words = g_strsplit_set (names, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const QpKind kind = qp_kind_from_element (words[i]);
      if (kind != QP_KIND_NONE)
        mask |= QP_KIND_BIT (kind);
    }
  return mask;
}

/**
 * qp_plan_hidden_layers:
 * @plan: (nullable): a plan
 *
 * Returns: the kinds that are not shown
 */
QpKindMask
qp_plan_hidden_layers (const QpPlan *plan)
{
  return plan == NULL ? 0 : mask_of (plan->hidden_layers);
}

/**
 * qp_plan_locked_layers:
 * @plan: (nullable): a plan
 *
 * Returns: the kinds that are seen and snapped to, but can't be taken hold of
 */
QpKindMask
qp_plan_locked_layers (const QpPlan *plan)
{
  return plan == NULL ? 0 : mask_of (plan->locked_layers);
}

/* the names without this kind's, and with it at the end when it is to be among them; NULL for none */
static char *
names_with (const char *names, QpKind kind, gboolean among)
{
  const char *element = qp_kind_info (kind)->element;
  g_auto (GStrv) words = g_strsplit_set (names == NULL ? "" : names, " \t\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && strcmp (words[i], element) != 0)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  if (among)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", element);
  return joined->len == 0 ? NULL : g_string_free (g_steal_pointer (&joined), FALSE);
}

static QpReply *
set_names (const QpNode *plan, const QpField *field, QpKind kind, gboolean among, const char *label)
{
  const QpValue before = qp_node_get (plan, field);

  if (((mask_of (before.text) & QP_KIND_BIT (kind)) != 0) == among)
    return NULL;
  g_autofree char *names = names_with (before.text, kind, among);
  g_auto (QpValue) after = names == NULL ? qp_value_unset (QP_STORAGE_TEXT) : qp_value_text (names);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, label);
  g_ptr_array_add (reply->edits, qp_edit_set (plan->id, field, &after));
  return reply;
}

/**
 * qp_command_hide_layer:
 * @context: what is seen
 * @kind: a kind of object
 * @hidden: whether its objects are neither painted nor found from now on
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when it is so already
 */
QpReply *
qp_command_hide_layer (const QpToolContext *context, QpKind kind, gboolean hidden)
{
  return set_names (qp_scene_get_plan (context->scene), QP_FIELD (QP_KIND_PLAN, QpPlan, hidden_layers), kind, hidden,
                    hidden ? N_("Hide Layer") : N_("Show Layer"));
}

/**
 * qp_command_lock_layer:
 * @context: what is seen
 * @kind: a kind of object
 * @locked: whether its objects can't be taken hold of from now on
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when it is so already
 */
QpReply *
qp_command_lock_layer (const QpToolContext *context, QpKind kind, gboolean locked)
{
  return set_names (qp_scene_get_plan (context->scene), QP_FIELD (QP_KIND_PLAN, QpPlan, locked_layers), kind, locked,
                    locked ? N_("Lock Layer") : N_("Unlock Layer"));
}
