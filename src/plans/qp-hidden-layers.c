/* qp-hidden-layers.c: which layers of a drawing are not shown, as one text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-drawing-private.h"

#include <string.h>

/**
 * qp_hidden_layers_has:
 * @hidden_layers: (nullable): names joined by ";"
 * @name: name of a layer
 *
 * Returns: whether @name is one of them
 */
gboolean
qp_hidden_layers_has (const char *hidden_layers, const char *name)
{
  const gsize length = strlen (name);
  const char *at = hidden_layers;

  while (at != NULL && length > 0)
    {
      if (strncmp (at, name, length) == 0 && (at[length] == ';' || at[length] == '\0'))
        return TRUE;
      at = strchr (at, ';');
      at = at != NULL ? at + 1 : NULL;
    }
  return FALSE;
}

static GHashTable *
set_of_names (char **names)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (set, names[i]);
  return set;
}

/* (transfer full): for each layer whether it is shown; a drawing may have thousands, and so may the text */
gboolean *
qp_drawing_shown_layers (const QpPlanDrawing *self, const char *hidden_layers)
{
  g_auto (GStrv) names = g_strsplit (hidden_layers != NULL ? hidden_layers : "", ";", -1);
  g_autoptr (GHashTable) hidden = set_of_names (names);
  gboolean *shown = g_new (gboolean, self->layers->len);

  for (guint i = 0; i < self->layers->len; i++)
    shown[i] = !g_hash_table_contains (hidden, g_array_index (self->layers, QpKeptLayer, i).layer.name);
  return shown;
}

/**
 * qp_plan_drawing_default_hidden:
 * @self: a drawing
 *
 * Returns: (transfer full) (nullable): the layers that the file does not show, names joined by ";"; %NULL when it
 *   shows all
 */
char *
qp_plan_drawing_default_hidden (const QpPlanDrawing *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->layers->len; i++)
    {
      const QpDrawingLayer *layer = &g_array_index (self->layers, QpKeptLayer, i).layer;
      if (!layer->shown)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ";" : "", layer->name);
    }
  return g_string_free (names, names->len == 0);
}
