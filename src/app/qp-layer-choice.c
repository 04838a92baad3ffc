/* qp-layer-choice.c: one layer of a drawing in a list, with what was chosen for it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-layer-choice.h"

#include <string.h>

struct _QpLayerChoice
{
  GObject parent_instance;
  char *name;
  char *folded; /* for searching */
  guint32 colour;
  guint n_shapes;
  gboolean shown;
  gboolean wall;
};

G_DEFINE_FINAL_TYPE (QpLayerChoice, qp_layer_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SHOWN,
  PROP_WALL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
qp_layer_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QpLayerChoice *self = QP_LAYER_CHOICE (object);
  g_value_set_boolean (value, id == PROP_SHOWN ? self->shown : self->wall);
}

static void
qp_layer_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QpLayerChoice *self = QP_LAYER_CHOICE (object);
  gboolean *member = id == PROP_SHOWN ? &self->shown : &self->wall;
  if (*member == g_value_get_boolean (value))
    return;
  *member = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
qp_layer_choice_finalize (GObject *object)
{
  QpLayerChoice *self = QP_LAYER_CHOICE (object);
  g_free (self->name);
  g_free (self->folded);
  G_OBJECT_CLASS (qp_layer_choice_parent_class)->finalize (object);
}

static void
qp_layer_choice_class_init (QpLayerChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  object_class->get_property = qp_layer_choice_get_property;
  object_class->set_property = qp_layer_choice_set_property;
  object_class->finalize = qp_layer_choice_finalize;
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, TRUE, flags);
  properties[PROP_WALL] = g_param_spec_boolean ("wall", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qp_layer_choice_init (QpLayerChoice *self)
{
}

/**
 * qp_layer_choice_new:
 * @layer: a layer of a drawing; copied
 * @shown: whether it is shown
 *
 * Returns: (transfer full): the layer, which is no wall yet
 */
QpLayerChoice *
qp_layer_choice_new (const QpDrawingLayer *layer, gboolean shown)
{
  QpLayerChoice *self = g_object_new (QP_TYPE_LAYER_CHOICE, NULL);
  self->name = g_strdup (layer->name);
  self->folded = g_utf8_casefold (layer->name, -1);
  self->colour = layer->colour;
  self->n_shapes = layer->n_shapes;
  self->shown = shown;
  return self;
}

/**
 * qp_layer_choice_name:
 * @self: a layer
 *
 * Returns: (transfer none): its name
 */
const char *
qp_layer_choice_name (QpLayerChoice *self)
{
  return self->name;
}

/**
 * qp_layer_choice_colour:
 * @self: a layer
 *
 * Returns: its colour, 0xRRGGBB or %QP_DRAWING_INK
 */
guint32
qp_layer_choice_colour (QpLayerChoice *self)
{
  return self->colour;
}

/**
 * qp_layer_choice_n_shapes:
 * @self: a layer
 *
 * Returns: number of shapes and texts on it
 */
guint
qp_layer_choice_n_shapes (QpLayerChoice *self)
{
  return self->n_shapes;
}

/**
 * qp_layer_choice_matches:
 * @self: a layer
 * @needle: what is searched, case-folded
 *
 * Returns: whether its name has @needle in it
 */
gboolean
qp_layer_choice_matches (QpLayerChoice *self, const char *needle)
{
  return strstr (self->folded, needle) != NULL;
}

/**
 * qp_layer_choice_is_shown:
 * @self: a layer
 *
 * Returns: whether it is to be shown
 */
gboolean
qp_layer_choice_is_shown (QpLayerChoice *self)
{
  return self->shown;
}

/**
 * qp_layer_choice_is_wall:
 * @self: a layer
 *
 * Returns: whether its lines are to become walls
 */
gboolean
qp_layer_choice_is_wall (QpLayerChoice *self)
{
  return self->wall;
}
