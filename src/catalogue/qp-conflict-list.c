/* qp-conflict-list.c: demands that collide, by name, with a way out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "catalogue/qp-conflict-list.h"

#include "store/qp-data.h"

#include <string.h>

static void
conflict_free (gpointer data)
{
  QpConflict *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_free (self->sides[i].rules);
      g_free (self->sides[i].quantity);
      g_free (self->sides[i].words);
      g_free (self->sides[i].local_words);
    }
  g_free (self->key);
  g_free (self->name);
  g_free (self->local_name);
  g_free (self->when);
  g_free (self->solved);
  g_free (self->way_out);
  g_free (self->local_way_out);
  g_free (self);
}

static char *
attribute (const char *const *names, const char *const *values, const char *name)
{
  for (; *names != NULL; names++, values++)
    if (strcmp (*names, name) == 0)
      return g_strdup (*values);
  return NULL;
}

static void
on_start (GMarkupParseContext *context, const char *element, const char **names_, const char **values_, gpointer data, GError **error)
{
  const char *const *names = names_;
  const char *const *values = values_;
  GPtrArray *list = data;
  QpConflict *last = list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL;

  if (strcmp (element, "conflict") == 0)
    {
      QpConflict *self = g_new0 (QpConflict, 1);
      self->key = attribute (names, values, "key");
      self->name = attribute (names, values, "name");
      self->local_name = attribute (names, values, "local_name");
      self->when = attribute (names, values, "when");
      self->solved = attribute (names, values, "solved");
      self->way_out = attribute (names, values, "way_out");
      self->local_way_out = attribute (names, values, "local_way_out");
      g_ptr_array_add (list, self);
    }
  else if (strcmp (element, "side") == 0 && last != NULL && last->n_sides < G_N_ELEMENTS (last->sides))
    {
      QpConflictSide *side = &last->sides[last->n_sides++];
      side->rules = attribute (names, values, "rules");
      side->quantity = attribute (names, values, "quantity");
      side->words = attribute (names, values, "words");
      side->local_words = attribute (names, values, "local_words");
    }
}

/* what the schema asks, so that nobody has to look again */
static void
on_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  GPtrArray *list = data;

  if (strcmp (element, "conflict") != 0)
    return;
  const QpConflict *self = g_ptr_array_index (list, list->len - 1);
  gboolean whole = self->key != NULL && self->name != NULL && self->way_out != NULL && self->n_sides == G_N_ELEMENTS (self->sides);
  for (guint i = 0; i < self->n_sides; i++)
    whole = whole && self->sides[i].words != NULL && (self->sides[i].rules != NULL) != (self->sides[i].quantity != NULL);
  if (!whole)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "conflict “%s” is not whole",
                 self->key != NULL ? self->key : "?");
}

/**
 * qp_conflict_list_read:
 * @bytes: a file as in `data/conflicts/`
 * @error: return location for a #GError, or %NULL
 *
 * Returns: (transfer full) (element-type QpConflict): the conflicts, or %NULL with @error set
 */
GPtrArray *
qp_conflict_list_read (GBytes *bytes, GError **error)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (conflict_free);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, list, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (!g_markup_parse_context_parse (context, text, (gssize) size, error) || !g_markup_parse_context_end_parse (context, error))
    return NULL;
  return g_steal_pointer (&list);
}

/**
 * qp_conflict_list_load:
 * @error: return location for a #GError, or %NULL
 *
 * Reads the built-in file `data/conflicts/conflicts.xml`.
 *
 * Returns: (transfer full) (element-type QpConflict): the conflicts, or %NULL with @error set
 */
GPtrArray *
qp_conflict_list_load (GError **error)
{
  g_autoptr (GBytes) bytes = qp_data_file ("conflicts/conflicts.xml", error);

  return bytes == NULL ? NULL : qp_conflict_list_read (bytes, error);
}
