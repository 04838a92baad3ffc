/* qp-names.c: names that are not taken yet
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-names.h"

#include <string.h>

struct _QpNames
{
  GHashTable *greatest; /* stem, owned → number */
};

/* "LED-12" → "LED-" and 12; "Front" → "Front " and 1 */
static char *
split (const char *name, guint *number)
{
  gsize stem = strlen (name);

  while (stem > 0 && g_ascii_isdigit (name[stem - 1]))
    stem--;
  *number = name[stem] == '\0' ? 1 : (guint) MIN (g_ascii_strtoull (name + stem, NULL, 10), G_MAXINT32);
  return name[stem] == '\0' ? g_strconcat (name, " ", NULL) : g_strndup (name, stem);
}

static void
take (QpNames *self, const char *name)
{
  guint number;
  g_autofree char *stem = split (name, &number);

  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->greatest, stem)) < number)
    g_hash_table_replace (self->greatest, g_steal_pointer (&stem), GUINT_TO_POINTER (number));
}

/**
 * qp_names_new:
 * @scene: a scene
 *
 * Returns: (transfer full): the names of its objects
 */
QpNames *
qp_names_new (QpScene *scene)
{
  QpNames *self = g_new0 (QpNames, 1);
  const GPtrArray *items = qp_scene_items (scene);

  self->greatest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const char *name = qp_node_name (((const QpItem *) g_ptr_array_index (items, i))->node);
      if (name != NULL)
        take (self, name);
    }
  return self;
}

/**
 * qp_names_free:
 * @self: (nullable): names
 */
void
qp_names_free (QpNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->greatest);
  g_free (self);
}

/**
 * qp_names_next:
 * @self: names
 * @like: a name, with or without a number at its end
 *
 * Returns: (transfer full): the same with the next free number ("LED-2" → "LED-3", "Front" → "Front 2"), or @like
 *   itself when nothing is called so; it counts as taken from now on
 */
char *
qp_names_next (QpNames *self, const char *like)
{
  guint number;
  g_autofree char *stem = split (like, &number);
  const guint greatest = GPOINTER_TO_UINT (g_hash_table_lookup (self->greatest, stem));
  g_autofree char *next = greatest == 0 ? g_strdup (like) : g_strdup_printf ("%s%u", stem, greatest + 1);

  take (self, next);
  return g_steal_pointer (&next);
}
