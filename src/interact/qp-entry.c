/* qp-entry.c: lengths, angles and places that are typed while something is drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-entry.h"

#include <string.h>

#define MOST_M 1e6       /* as in the table of fields */
#define RIGHT_HEADING 90 /* where a line goes that nobody has given a direction */

static const struct
{
  const char *text;
  double metres;
} units[] = {
  { "", 1 },          { "m", 1 },        { "mm", 1e-3 },   { "cm", 1e-2 },   { "km", 1e3 },
  { "\u7c73", 1 },    { "\u6beb\u7c73", 1e-3 }, { "\u5398\u7c73", 1e-2 }, { "\u5343\u7c73", 1e3 },
};

/* -- typing -- */

static gboolean
append (QpEntry *self, gunichar character)
{
  char *text = self->texts[self->field];
  const gsize length = strlen (text);
  char bytes[6];
  const gsize n = (gsize) g_unichar_to_utf8 (character, bytes);

  if (length + n >= sizeof self->texts[0] || (character == '.' && strchr (text, '.') != NULL)
      || (character == '-' && length > 0))
    return TRUE; /* swallowed: it can't mean anything else here */
  memcpy (text + length, bytes, n);
  text[length + n] = '\0';
  return TRUE;
}

static void
take_form (QpEntry *self, QpEntryForm form)
{
  self->form = form;
  self->field = 1;
}

/* on to the other number; a line's second is an angle and a box's is its height */
static gboolean
next_field (QpEntry *self, QpEntryUse use)
{
  if (qp_entry_is_empty (self) || use == QP_ENTRY_FOR_LENGTH)
    return FALSE;
  if (self->form == QP_ENTRY_LENGTH && use == QP_ENTRY_FOR_BOX)
    self->form = QP_ENTRY_SIZE;
  self->field = 1 - self->field;
  return TRUE;
}

static void
drop_last (char *text)
{
  *g_utf8_find_prev_char (text, text + strlen (text)) = '\0';
}

static gboolean
backspace (QpEntry *self)
{
  if (qp_entry_is_empty (self))
    return FALSE;
  if (self->texts[self->field][0] != '\0')
    drop_last (self->texts[self->field]);
  else if (self->field == 1)
    {
      self->field = 0;
      self->form = self->form == QP_ENTRY_OFFSET ? QP_ENTRY_OFFSET : QP_ENTRY_LENGTH;
    }
  else
    *self = (QpEntry){ 0 };
  if (self->texts[0][0] == '\0' && self->texts[1][0] == '\0' && self->form != QP_ENTRY_OFFSET)
    *self = (QpEntry){ 0 };
  return TRUE;
}

static gboolean
separate (QpEntry *self, QpEntryUse use, gunichar character)
{
  const gboolean first = self->field == 0 && self->texts[0][0] != '\0';

  switch (character)
    {
    case '@':
    case 0xff20:
      if (use == QP_ENTRY_FOR_LENGTH || !qp_entry_is_empty (self))
        return FALSE;
      self->form = QP_ENTRY_OFFSET;
      return TRUE;
    case ',':
    case 0xff0c:
      if (use == QP_ENTRY_FOR_LENGTH || !first)
        return FALSE;
      take_form (self, self->form == QP_ENTRY_OFFSET ? QP_ENTRY_OFFSET : QP_ENTRY_PLACE);
      return TRUE;
    case '<':
    case 0xff1c:
      if (use != QP_ENTRY_FOR_LINE || self->field != 0 || self->form != QP_ENTRY_LENGTH)
        return FALSE;
      take_form (self, QP_ENTRY_LENGTH);
      return TRUE;
    case 'x':
    case 'X':
    case '*':
    case 0xd7:
      if (use != QP_ENTRY_FOR_BOX || !first || self->form == QP_ENTRY_OFFSET)
        return FALSE;
      take_form (self, QP_ENTRY_SIZE);
      return TRUE;
    default:
      return FALSE;
    }
}

/* letters mean a unit only behind a number; before it they belong to whoever else wants them */
static gboolean
is_unit_letter (const QpEntry *self, gunichar character)
{
  const char *text = self->texts[self->field];
  const gboolean angle = self->field == 1 && self->form == QP_ENTRY_LENGTH;

  return text[0] != '\0' && !angle
         && (character == 'm' || character == 'c' || character == 'k' || character == 0x7c73 || character == 0x6beb
             || character == 0x5398 || character == 0x5343);
}

/**
 * qp_entry_key:
 * @self: what was typed so far
 * @use: what can be typed here
 * @event: a key
 *
 * Returns: whether the key belongs to a length, an angle or a place
 */
gboolean
qp_entry_key (QpEntry *self, QpEntryUse use, const QpKeyEvent *event)
{
  if ((event->modifiers & QP_MOD_CTRL) != 0)
    return FALSE;
  if (event->key == QP_KEY_TAB)
    return next_field (self, use);
  if (event->key == QP_KEY_BACKSPACE)
    return backspace (self);
  if (event->key != QP_KEY_TEXT)
    return FALSE;
  if ((event->text >= '0' && event->text <= '9') || event->text == '.')
    return append (self, event->text);
  if (event->text == '-' || event->text == 0x2212)
    return use != QP_ENTRY_FOR_LENGTH && append (self, '-');
  return is_unit_letter (self, event->text) ? append (self, event->text) : separate (self, use, event->text);
}

/**
 * qp_entry_is_empty:
 * @self: what was typed so far
 *
 * Returns: whether that is nothing
 */
gboolean
qp_entry_is_empty (const QpEntry *self)
{
  return self->texts[0][0] == '\0' && self->texts[1][0] == '\0' && self->field == 0 && self->form == QP_ENTRY_LENGTH;
}

/* -- meaning -- */

/* NaN when there is nothing, or nothing that makes sense */
static double
metres_of (const char *text)
{
  char *end;
  const double number = g_ascii_strtod (text, &end);

  if (end == text)
    return NAN;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (end, units[i].text))
      return fabs (number * units[i].metres) <= MOST_M ? number * units[i].metres : NAN;
  return NAN;
}

static double
or_else (double typed, double otherwise)
{
  return isnan (typed) ? otherwise : typed;
}

/**
 * qp_entry_length:
 * @self: what was typed so far
 * @metres: (out): the length
 *
 * Returns: whether a length above zero was typed
 */
gboolean
qp_entry_length (const QpEntry *self, double *metres)
{
  *metres = self->form == QP_ENTRY_LENGTH ? metres_of (self->texts[0]) : NAN;
  return *metres > 0;
}

static gboolean
place_by_length (const QpEntry *self, QpVec from, QpVec toward, QpVec *place)
{
  const QpVec along = qp_vec_sub (toward, from);
  const gboolean pointed = along.x != 0 || along.y != 0;
  const double length = or_else (metres_of (self->texts[0]), qp_vec_length (along));
  const double heading = or_else (metres_of (self->texts[1]), pointed ? qp_heading_of (along) : RIGHT_HEADING);

  *place = qp_vec_add (from, qp_vec_scale (qp_vec_from_heading (heading), length));
  return length > 0;
}

/* the corner lies where the pointer is, seen from the first one; right and up when that says nothing */
static gboolean
place_by_size (const QpEntry *self, QpVec from, QpVec toward, QpVec *place)
{
  const QpVec along = qp_vec_sub (toward, from);
  const double width = or_else (metres_of (self->texts[0]), fabs (along.x));
  const double height = or_else (metres_of (self->texts[1]), along.y == 0 ? width : fabs (along.y));

  *place = qp_vec (from.x + (along.x < 0 ? -width : width), from.y + (along.y < 0 ? -height : height));
  return width > 0 && height > 0;
}

/**
 * qp_entry_place:
 * @self: what was typed so far
 * @from: (nullable): the last point
 * @toward: where the pointer is; what was not typed is taken from there
 * @place: (out): the place meant, metres
 *
 * Returns: whether the text says where; a length says nothing without a last point
 */
gboolean
qp_entry_place (const QpEntry *self, const QpVec *from, QpVec toward, QpVec *place)
{
  const double first = metres_of (self->texts[0]);
  const double second = metres_of (self->texts[1]);

  if (isnan (first) && isnan (second))
    return FALSE;
  switch (self->form)
    {
    case QP_ENTRY_PLACE:
      *place = qp_vec (or_else (first, toward.x), or_else (second, toward.y));
      return TRUE;
    case QP_ENTRY_OFFSET:
      *place = qp_vec_add (from == NULL ? toward : *from, qp_vec (or_else (first, 0), or_else (second, 0)));
      return TRUE;
    case QP_ENTRY_SIZE:
      return from != NULL && place_by_size (self, *from, toward, place);
    default:
      return from != NULL && place_by_length (self, *from, toward, place);
    }
}

/* -- what is seen -- */

/* " m" unless a unit was typed */
static const char *
unit_after (const char *text)
{
  const gsize length = strlen (text);

  return length > 0 && (g_ascii_isdigit (text[length - 1]) || text[length - 1] == '.') ? " m" : "";
}

/**
 * qp_entry_display:
 * @self: what was typed so far
 *
 * Returns: (transfer full): it, with the caret as a bar and the units
 */
char *
qp_entry_display (const QpEntry *self)
{
  const char *first = self->texts[0], *second = self->texts[1];
  const char *caret[2] = { self->field == 0 ? "|" : "", self->field == 1 ? "|" : "" };
  const gboolean two = self->field == 1 || second[0] != '\0';

  if (self->form == QP_ENTRY_OFFSET && !two)
    return g_strdup_printf ("@ %s%s%s", first, caret[0], unit_after (first));
  if (!two)
    return g_strdup_printf ("%s%s%s", first, caret[0], unit_after (first));
  if (self->form == QP_ENTRY_LENGTH)
    return g_strdup_printf ("%s%s%s < %s%s°", first, caret[0], unit_after (first), second, caret[1]);
  return g_strdup_printf ("%s%s%s%s%s %s%s%s", self->form == QP_ENTRY_OFFSET ? "@ " : "", first, caret[0],
                          unit_after (first), self->form == QP_ENTRY_SIZE ? " ×" : ",", second, caret[1],
                          unit_after (second));
}
