/* qp-dxf-entity.c: one object as its groups
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#include <string.h>

static void
note_common (QpDxfEntity *self, const QpDxfGroup *group)
{
  switch (group->code)
    {
    case 8:
      self->layer = *group;
      self->has_layer = TRUE;
      break;
    case 60:
      self->invisible = qp_dxf_group_integer (group) == 1;
      break;
    case 62:
      self->colour = (int) CLAMP (qp_dxf_group_integer (group), -256, 257);
      break;
    case 67:
      self->paper = qp_dxf_group_integer (group) == 1;
      break;
    case 420:
      self->true_colour = qp_dxf_group_integer (group);
      break;
    default:
      break;
    }
}

static gboolean
is_kept (int code)
{
  /* handles, pictures of proxies and data of other programs */
  return code < 1000 && code != 5 && !(code >= 310 && code < 320) && !(code >= 320 && code < 370);
}

/* the text of an attribute in several lines is that of an MTEXT in it */
static void
keep_embedded (QpDxfEntity *self, const QpDxfGroup *group)
{
  QpDxfGroup kept = *group;

  if (group->code != 1 && group->code != 3)
    return;
  kept.code = group->code == 1 ? QP_DXF_EMBEDDED_TEXT : QP_DXF_EMBEDDED_PART;
  if (self->groups->len < QP_DXF_MAX_KEPT_GROUPS)
    g_array_append_val (self->groups, kept);
}

static void
begin (QpDxfEntity *self, const QpDxfGroups *groups)
{
  const gsize length = MIN (groups->group.length, QP_DXF_MAX_TYPE);

  memcpy (self->type, groups->group.value, length);
  self->type[length] = '\0';
  self->line = groups->start_line;
  g_array_set_size (self->groups, 0);
  self->has_layer = self->paper = self->invisible = self->too_long = FALSE;
  self->colour = 256;
  self->true_colour = -1;
}

/* Reads the object that begins with the current group, up to the group 0 that begins the next. Returns whether there
 * is a next one. */
gboolean
qp_dxf_entity_read (QpDxfReader *self)
{
  QpDxfEntity *entity = &self->entity;
  gboolean foreign = FALSE, embedded = FALSE, more;

  begin (entity, &self->groups);
  while ((more = qp_dxf_groups_next (&self->groups)) && self->groups.group.code != 0)
    {
      const QpDxfGroup *group = &self->groups.group;
      self->n_groups++;
      if (group->code == 102)
        foreign = group->length > 0 && group->value[0] == '{';
      else if (group->code == 101)
        embedded = TRUE; /* an object in the object: the columns of an MTEXT */
      if (foreign)
        continue;
      if (embedded)
        {
          keep_embedded (entity, group);
          continue;
        }
      note_common (entity, group);
      if (!is_kept (group->code))
        continue;
      if (entity->groups->len < QP_DXF_MAX_KEPT_GROUPS)
        g_array_append_val (entity->groups, *group);
      else
        entity->too_long = TRUE;
    }
  return more;
}

const QpDxfGroup *
qp_dxf_entity_find (const QpDxfEntity *self, int code)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_array_index (self->groups, QpDxfGroup, i).code == code)
      return &g_array_index (self->groups, QpDxfGroup, i);
  return NULL;
}

double
qp_dxf_entity_real (const QpDxfEntity *self, int code, double otherwise)
{
  const QpDxfGroup *group = qp_dxf_entity_find (self, code);
  return group != NULL ? qp_dxf_group_real (group) : otherwise;
}

int
qp_dxf_entity_integer (const QpDxfEntity *self, int code, int otherwise)
{
  const QpDxfGroup *group = qp_dxf_entity_find (self, code);
  return group != NULL ? (int) CLAMP (qp_dxf_group_integer (group), G_MININT32, G_MAXINT32) : otherwise;
}

/* a place: x at @code, y and z ten and twenty further; NaN when x or y is missing */
QpDxfPoint
qp_dxf_entity_point (const QpDxfEntity *self, int code)
{
  return (QpDxfPoint){ qp_dxf_entity_real (self, code, NAN), qp_dxf_entity_real (self, code + 10, NAN),
                       qp_dxf_entity_real (self, code + 20, 0) };
}

gboolean
qp_dxf_entity_has_plane (const QpDxfEntity *self)
{
  return qp_dxf_entity_find (self, 210) != NULL;
}

/* the axes in which a planar object gives its places */
QpDxfMatrix
qp_dxf_entity_plane (const QpDxfEntity *self)
{
  if (!qp_dxf_entity_has_plane (self))
    return qp_dxf_matrix_identity ();
  return qp_dxf_matrix_plane ((QpDxfPoint){ qp_dxf_entity_real (self, 210, 0), qp_dxf_entity_real (self, 220, 0),
                                            qp_dxf_entity_real (self, 230, 1) });
}
