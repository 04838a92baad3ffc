/* qp-stage-reply.c: what tools and commands ask for becomes steps of the document
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-stage-private.h"

#include "interact/qp-follow.h"

#define LEAD_MARGIN_PX 48.0

static void
begin (QpStage *self, const QpReply *reply)
{
  guint n_ids;
  const QpId *ids = qp_selection_ids (self->selection, &n_ids);

  if (self->in_gesture)
    return;
  g_array_set_size (self->selected_before, 0);
  g_array_append_vals (self->selected_before, ids, n_ids);
  qp_document_begin (self->document, reply->label == NULL ? NULL : _(reply->label), reply->merge_key);
  self->in_gesture = TRUE;
}

static void
end (QpStage *self, const char *merge_key)
{
  if (!self->in_gesture)
    return;
  self->in_gesture = FALSE;
  qp_document_commit (self->document);
  if (merge_key == NULL)
    qp_document_end_merge (self->document);
}

static void
revert (QpStage *self)
{
  if (!self->in_gesture)
    return;
  self->in_gesture = FALSE;
  qp_document_rollback (self->document);
  qp_selection_set (self->selection, (const QpId *) (gpointer) self->selected_before->data, self->selected_before->len);
}

static gboolean
apply_edits (QpStage *self, const QpReply *reply)
{
  g_autoptr (GError) error = NULL;

  if (!self->in_gesture && qp_document_in_transaction (self->document))
    return FALSE; /* somebody else is writing */
  begin (self, reply);
  self->applying = TRUE;
  const gboolean fine = qp_document_apply_followed (self->document, self->catalogue, reply->edits, &error);
  self->applying = FALSE;
  if (!fine)
    {
      revert (self);
      g_signal_emit_by_name (self, "problem", error->message);
    }
  qp_stage_update_scene (self);
  return fine;
}

/* the place that keys lead stays in view */
static void
go_along (QpStage *self, QpVec place)
{
  self->pointer_in = FALSE;
  if (qp_viewport_reveal (&self->viewport, qp_box_around (place, place), LEAD_MARGIN_PX))
    {
      self->fitted = FALSE;
      qp_stage_emit (self, QP_STAGE_VIEWPORT_CHANGED);
    }
}

/* does what a tool or a command asks for; takes the reply; FALSE when there was none */
gboolean
qp_stage_take (QpStage *self, QpReply *reply)
{
  g_autoptr (QpReply) owned = reply;

  if (reply == NULL)
    return FALSE;
  const gboolean fine = reply->edits->len == 0 || apply_edits (self, reply);
  if ((reply->flags & QP_REPLY_REVERT) != 0)
    revert (self);
  if (fine && reply->select != NULL)
    qp_selection_set (self->selection, (const QpId *) (gpointer) reply->select->data, reply->select->len);
  if (fine && reply->chooses)
    qp_selection_set_point (self->selection, reply->point);
  if ((reply->flags & QP_REPLY_COMMIT) != 0)
    end (self, reply->merge_key);
  if ((reply->flags & QP_REPLY_KEYS_LEAD) != 0)
    go_along (self, reply->lead);
  if (fine && reply->view != NULL)
    qp_stage_set_viewport (self, reply->view);
  if (fine && reply->probe != NULL)
    qp_stage_set_probe (self, reply->probe);
  qp_stage_refresh (self);
  if (fine && (reply->flags & QP_REPLY_DONE) != 0)
    qp_stage_set_tool (self, QP_TOOL_SELECT);
  if (fine && (reply->flags & QP_REPLY_ACTIVATE) != 0)
    qp_stage_emit (self, QP_STAGE_ACTIVATE);
  return TRUE;
}
