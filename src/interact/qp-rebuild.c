/* qp-rebuild.c: a screen made of other cabinets, or of another number of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-rebuild.h"

#include "engine/qp-shape.h"

#include <math.h>

#define MOST_COLUMNS 20000

static void
take (QpNode **node, const QpField *field, const QpValue *value)
{
  QpNode *changed = qp_node_with (*node, field, value);

  qp_node_unref (*node);
  *node = changed;
}

static void
take_integer (QpNode **node, const QpField *field, gint64 integer)
{
  const QpValue value = qp_value_integer (integer);

  take (node, field, &value);
}

static void
take_text (QpNode **node, const QpField *field, const char *text)
{
  g_auto (QpValue) value = text != NULL ? qp_value_text (text) : qp_value_unset (QP_STORAGE_TEXT);

  take (node, field, &value);
}

/* columns of each face, in proportion: "10 20" of 30 columns are "12 24" of 36 */
static char *
scaled_faces (const GArray *faces, double times)
{
  GString *out = g_string_new (NULL);
  double sum = 0;
  gint64 before = 0;

  for (guint i = 0; i < faces->len; i++)
    {
      sum += g_array_index (faces, double, i);
      const gint64 up_to = MAX (llround (sum * times), before + 1);
      g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", up_to - before);
      before = up_to;
    }
  return g_string_free (out, FALSE);
}

/* what each rounded corner takes of the columns */
static gint64
rounding_of (const QpScreen *screen)
{
  return screen->shape != QP_SCREEN_ROUNDED_CORNER ? 0 : screen->corner_columns == QP_UNSET ? 1 : screen->corner_columns;
}

/* faces and rounded corners keep their shares of the columns, and fill the grid as they did before */
static void
scale_faces (QpNode **node, gint64 columns)
{
  g_autoptr (QpNode) kept = qp_node_ref (*node);
  const QpScreen *screen = (const QpScreen *) kept;
  const gint64 before = screen->columns, round = rounding_of (screen);
  g_autoptr (GArray) faces = g_array_new (FALSE, FALSE, sizeof (double));

  if (before < 1 || before == columns || !qp_shape_parse_list (screen->face_columns, 0, MOST_COLUMNS, faces) || faces->len == 0)
    return;
  const gint64 now = round == 0 ? 0 : MAX (llround ((double) (round * columns) / (double) before), 1);
  const gint64 corners = faces->len - 1, flat = before - corners * round;
  if (flat < 1)
    return;
  if (now != round)
    take_integer (node, QP_SCREEN_FIELD (corner_columns), now);
  g_autofree char *scaled = scaled_faces (faces, (double) (columns - corners * now) / (double) flat);
  take_text (node, QP_SCREEN_FIELD (face_columns), scaled);
}

/**
 * qp_screen_rebuilt:
 * @screen: a screen
 * @cabinet: (nullable): key of the cabinet that it is made of from now on; %NULL for its own
 * @columns: cabinets across, 1 or more
 * @rows: cabinets down, 1 or more
 *
 * Faces and rounded corners keep their shares of the columns. Cells that were left out are there again: they belonged to the
 * other grid.
 *
 * Returns: (transfer full): the screen as it would be
 */
QpNode *
qp_screen_rebuilt (QpNode *screen, const char *cabinet, gint64 columns, gint64 rows)
{
  QpNode *node = qp_node_ref (screen);

  if (cabinet != NULL)
    take_text (&node, QP_SCREEN_FIELD (cabinet), cabinet);
  take_text (&node, QP_SCREEN_FIELD (missing_cells), NULL);
  scale_faces (&node, columns);
  take_integer (&node, QP_SCREEN_FIELD (columns), columns);
  take_integer (&node, QP_SCREEN_FIELD (rows), rows);
  return node;
}

/**
 * qp_edits_add_rebuilding:
 * @edits: (element-type QpEdit): takes the edits; none when nothing changes
 * @screen: a screen of a document
 * @rebuilt: the same as it is to be, from qp_screen_rebuilt()
 */
void
qp_edits_add_rebuilding (GPtrArray *edits, const QpNode *screen, const QpNode *rebuilt)
{
  const QpField *const fields[] = { QP_SCREEN_FIELD (cabinet), QP_SCREEN_FIELD (missing_cells), QP_SCREEN_FIELD (face_columns),
                                    QP_SCREEN_FIELD (corner_columns), QP_SCREEN_FIELD (columns), QP_SCREEN_FIELD (rows) };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const QpValue before = qp_node_get (screen, fields[i]), after = qp_node_get (rebuilt, fields[i]);
      if (!qp_value_equal (&before, &after))
        g_ptr_array_add (edits, qp_edit_set (screen->id, fields[i], &after));
    }
}
