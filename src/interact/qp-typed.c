/* qp-typed.c: a size that is typed while a screen is drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-typed.h"

#include "base/qp-number.h"
#include "engine/qp-geometry.h"

#include <string.h>

#define MAX_CELLS 20000 /* as in the table of fields */

static gboolean
append (QpTyped *self, char character)
{
  char *text = self->texts[self->field];
  const gsize length = strlen (text);

  if (length + 1 >= sizeof self->texts[0] || (character == '.' && strchr (text, '.') != NULL))
    return TRUE; /* swallowed: it can't mean anything else here */
  text[length] = character;
  text[length + 1] = '\0';
  return TRUE;
}

static gboolean
next_field (QpTyped *self, gboolean times)
{
  if (self->texts[0][0] == '\0')
    return FALSE;
  self->field = self->field == 0 || times ? 1 : 0;
  self->times = times || (self->times && self->field == 1);
  return TRUE;
}

static gboolean
backspace (QpTyped *self)
{
  char *text = self->texts[self->field];

  if (qp_typed_is_empty (self))
    return FALSE;
  if (text[0] != '\0')
    text[strlen (text) - 1] = '\0';
  else
    {
      self->field = 0;
      self->times = FALSE;
    }
  return TRUE;
}

/**
 * qp_typed_key:
 * @self: what was typed so far
 * @event: a key
 *
 * Returns: whether the key belongs to a size
 */
gboolean
qp_typed_key (QpTyped *self, const QpKeyEvent *event)
{
  if (event->key == QP_KEY_TAB)
    return next_field (self, FALSE);
  if (event->key == QP_KEY_BACKSPACE)
    return backspace (self);
  if (event->key != QP_KEY_TEXT || (event->modifiers & QP_MOD_CTRL) != 0)
    return FALSE;
  if (event->text >= '0' && event->text <= '9')
    return append (self, (char) event->text);
  if (event->text == '.' || event->text == ',')
    return append (self, '.');
  if (event->text == 'x' || event->text == 'X' || event->text == '*' || event->text == 0xd7)
    return next_field (self, TRUE);
  return FALSE;
}

/**
 * qp_typed_is_empty:
 * @self: what was typed so far
 *
 * Returns: whether that is nothing
 */
gboolean
qp_typed_is_empty (const QpTyped *self)
{
  return self->texts[0][0] == '\0' && self->texts[1][0] == '\0';
}

/**
 * qp_whole_cells:
 * @metres: a length
 * @cell_um: length of a cabinet, micrometres
 *
 * Returns: the nearest whole number of cabinets, at least 1
 */
gint64
qp_whole_cells (double metres, gint64 cell_um)
{
  return (gint64) CLAMP (round (metres * 1e6 / cell_um), 1, MAX_CELLS);
}

/**
 * qp_rows_for_columns:
 * @cell: size of a cabinet
 * @columns: columns of a screen
 *
 * Returns: rows that come nearest to 16:9, which all ultra-high-definition pictures have
 */
gint64
qp_rows_for_columns (const QpCell *cell, gint64 columns)
{
  return qp_whole_cells (qp_m_from_um (cell->width_um) * columns * 9 / 16, cell->height_um);
}

/* a typed number, or 0 when there is none yet */
static double
number (const char *text)
{
  return text[0] == '\0' ? 0 : g_ascii_strtod (text, NULL);
}

static gboolean
are_counts (const QpTyped *self)
{
  return self->times && strchr (self->texts[0], '.') == NULL && strchr (self->texts[1], '.') == NULL;
}

/**
 * qp_typed_resolve:
 * @self: what was typed so far
 * @cell: size of a cabinet
 * @columns: (out): columns
 * @rows: (out): rows; those of 16:9 while no second number is typed
 *
 * Returns: whether the text says how large the screen is
 */
gboolean
qp_typed_resolve (const QpTyped *self, const QpCell *cell, gint64 *columns, gint64 *rows)
{
  const double first = number (self->texts[0]);
  const double second = number (self->texts[1]);

  if (first <= 0)
    return FALSE;
  if (are_counts (self))
    {
      *columns = (gint64) CLAMP (first, 1, MAX_CELLS);
      *rows = second > 0 ? (gint64) CLAMP (second, 1, MAX_CELLS) : qp_rows_for_columns (cell, *columns);
      return TRUE;
    }
  *columns = qp_whole_cells (first, cell->width_um);
  *rows = second > 0 ? qp_whole_cells (second, cell->height_um) : qp_rows_for_columns (cell, *columns);
  return TRUE;
}

/**
 * qp_typed_display:
 * @self: what was typed so far
 *
 * Returns: (transfer full): it, with the caret as a bar and the unit
 */
char *
qp_typed_display (const QpTyped *self)
{
  const char *caret[2] = { self->field == 0 ? "|" : "", self->field == 1 ? "|" : "" };
  const char *unit = are_counts (self) ? _("cabinets") : "m";

  if (self->field == 0 && self->texts[1][0] == '\0')
    return g_strdup_printf ("%s%s %s", self->texts[0], caret[0], unit);
  return g_strdup_printf ("%s%s × %s%s %s", self->texts[0], caret[0], self->texts[1], caret[1], unit);
}
