/* qp-reply.c: what comes of an event or a command
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-tool.h"

/**
 * qp_reply_new:
 * @flags: what happened
 * @label: (nullable): name of the undo step, marked by N_()
 *
 * Returns: (transfer full): a reply without edits
 */
QpReply *
qp_reply_new (QpReplyFlags flags, const char *label)
{
  QpReply *self = g_new0 (QpReply, 1);

  self->flags = flags;
  self->label = label;
  self->edits = qp_edits_new ();
  return self;
}

/**
 * qp_reply_free:
 * @self: (nullable): a reply
 */
void
qp_reply_free (QpReply *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->edits);
  g_clear_pointer (&self->select, g_array_unref);
  g_free (self->view);
  g_free (self->probe);
  g_free (self);
}

/**
 * qp_reply_select:
 * @self: a reply
 * @id: is selected, after those that were added before
 */
void
qp_reply_select (QpReply *self, QpId id)
{
  qp_reply_select_none (self);
  g_array_append_val (self->select, id);
}

/**
 * qp_reply_select_none:
 * @self: a reply
 *
 * What is selected becomes what qp_reply_select() adds, or nothing.
 */
void
qp_reply_select_none (QpReply *self)
{
  if (self->select == NULL)
    self->select = g_array_new (FALSE, FALSE, sizeof (QpId));
}

/**
 * qp_reply_lead:
 * @self: a reply
 * @place: where keys have led what is being drawn, metres
 *
 * The view goes along, and a resting pointer is not asked.
 */
void
qp_reply_lead (QpReply *self, QpVec place)
{
  self->flags |= QP_REPLY_KEYS_LEAD;
  self->lead = place;
}

/**
 * qp_reply_show:
 * @self: a reply
 * @view: what is in view from now on, once the edits are made
 */
void
qp_reply_show (QpReply *self, QpViewport view)
{
  g_free (self->view);
  g_free (self->probe);
  self->view = g_memdup2 (&view, sizeof view);
}

/**
 * qp_reply_choose:
 * @self: a reply
 * @point: point of the only object selected that keys and commands are about from now on, or −1 for none
 */
void
qp_reply_choose (QpReply *self, int point)
{
  self->chooses = TRUE;
  self->point = point;
}

/**
 * qp_reply_stand:
 * @self: a reply
 * @probe: who stands on the plan and looks from now on
 */
void
qp_reply_stand (QpReply *self, const QpProbe *probe)
{
  g_free (self->probe);
  self->probe = g_memdup2 (probe, sizeof *probe);
}
