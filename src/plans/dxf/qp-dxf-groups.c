/* qp-dxf-groups.c: a DXF file as a row of groups: a code and a value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-groups.h"

#include <math.h>
#include <string.h>

#define SENTINEL "AutoCAD Binary DXF\r\n\x1a"
#define SENTINEL_SIZE 22 /* with its NUL */
#define BOM "\xef\xbb\xbf"
/* text longer than this is no number, and a line longer than this no text */
#define MAX_NUMBER 64
#define MAX_VALUE (1u << 24)

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static void
trim (const char **text, gsize *length)
{
  while (*length > 0 && is_blank ((*text)[*length - 1]))
    (*length)--;
  while (*length > 0 && is_blank (**text))
    {
      (*text)++;
      (*length)--;
    }
}

static gboolean
next_line (QpDxfGroups *self, const char **text, gsize *length)
{
  if (self->at >= self->size)
    return FALSE;
  const char *start = self->data + self->at;
  const gsize left = self->size - self->at;
  const char *end = memchr (start, self->line_end, left);
  *text = start;
  *length = end != NULL ? (gsize) (end - start) : left;
  self->at += *length + (end != NULL ? 1 : 0);
  self->line++;
  if (*length > 0 && start[*length - 1] == '\r')
    (*length)--;
  return TRUE;
}

static gboolean
parse_integer (const char *text, gsize length, gint64 *number)
{
  trim (&text, &length);
  const gboolean minus = length > 0 && *text == '-';
  const gsize first = length > 0 && (*text == '-' || *text == '+') ? 1 : 0;

  *number = 0;
  if (length == first || length > first + 18)
    return FALSE;
  for (gsize i = first; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }
  *number = minus ? -*number : *number;
  return TRUE;
}

static gboolean
is_code (const char *text, gsize length, gint16 *code)
{
  gint64 number;

  if (length > MAX_NUMBER || !parse_integer (text, length, &number) || number < -5 || number > 1071)
    return FALSE;
  *code = (gint16) number;
  return TRUE;
}

static gboolean
is_word (const char *text, gsize length)
{
  if (length == 0 || length > 40 || !g_ascii_isalnum (*text))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '_')
      return FALSE;
  return TRUE;
}

/* on to the next line "0" with the name of an object after it */
static gboolean
find_footing (QpDxfGroups *self)
{
  const char *text, *before = NULL;
  gsize length, length_before = 0;

  if (self->damaged_line == 0)
    self->damaged_line = self->start_line;
  while (next_line (self, &text, &length))
    {
      trim (&text, &length);
      if (length_before == 1 && *before == '0' && is_word (text, length))
        {
          self->group = (QpDxfGroup){ text, (guint32) length, 0, FALSE };
          self->start_line = self->line - 1;
          self->start = (gsize) (before - self->data);
          return TRUE;
        }
      before = text;
      length_before = length;
    }
  return FALSE;
}

static gboolean
next_text (QpDxfGroups *self)
{
  const char *text, *value;
  gsize length, value_length;
  gint16 code;

  self->start = self->at;
  self->start_line = self->line + 1;
  if (!next_line (self, &text, &length))
    return FALSE;
  if (!is_code (text, length, &code))
    {
      trim (&text, &length);
      if (length == 0 && self->at >= self->size)
        return FALSE;
      return find_footing (self);
    }
  if (!next_line (self, &value, &value_length))
    {
      self->cut_short = TRUE;
      return FALSE;
    }
  /* blanks around a text belong to it, but not around a number, a type or a name */
  if (code != 1 && code != 3 && code != 4)
    trim (&value, &value_length);
  self->group = (QpDxfGroup){ value, (guint32) MIN (value_length, MAX_VALUE), code, FALSE };
  return TRUE;
}

typedef enum
{
  VALUE_TEXT,
  VALUE_CHUNK,
  VALUE_REAL,
  VALUE_8,
  VALUE_16,
  VALUE_32,
  VALUE_64,
} ValueType;

static ValueType
value_type (int code)
{
  static const struct
  {
    gint16 from;
    gint16 to;
    guint8 type;
  } ranges[] = {
    { 10, 59, VALUE_REAL },     { 60, 79, VALUE_16 },      { 90, 99, VALUE_32 },     { 110, 149, VALUE_REAL },
    { 160, 169, VALUE_64 },     { 170, 179, VALUE_16 },    { 210, 239, VALUE_REAL }, { 270, 289, VALUE_16 },
    { 290, 299, VALUE_8 },      { 310, 319, VALUE_CHUNK }, { 370, 389, VALUE_16 },   { 400, 409, VALUE_16 },
    { 420, 429, VALUE_32 },     { 440, 459, VALUE_32 },    { 460, 469, VALUE_REAL }, { 1004, 1004, VALUE_CHUNK },
    { 1010, 1059, VALUE_REAL }, { 1060, 1070, VALUE_16 },  { 1071, 1071, VALUE_32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (code >= ranges[i].from && code <= ranges[i].to)
      return ranges[i].type;
  return VALUE_TEXT;
}

static gboolean
take_code (QpDxfGroups *self, gint16 *code)
{
  const guint8 *at = (const guint8 *) self->data + self->at;
  const gsize left = self->size - self->at;
  const gboolean short_code = self->form == QP_DXF_BINARY_R12 && left > 0 && at[0] != 255;
  const gsize skip = self->form == QP_DXF_BINARY_R12 && !short_code ? 1 : 0;

  if (left < (short_code ? 1 : 2 + skip))
    {
      self->cut_short = TRUE;
      return FALSE;
    }
  *code = short_code ? at[0] : (gint16) (at[skip] | at[skip + 1] << 8);
  self->at += short_code ? 1 : 2 + skip;
  return TRUE;
}

static gboolean
take_value (QpDxfGroups *self, ValueType type)
{
  static const guint8 sizes[] = { 0, 0, 8, 1, 2, 4, 8 };
  const char *at = self->data + self->at;
  const gsize left = self->size - self->at;
  gsize length = sizes[type], after = 0;

  if (type == VALUE_TEXT)
    {
      const char *end = memchr (at, 0, left);
      if (end == NULL)
        return FALSE;
      length = (gsize) (end - at);
      after = 1;
    }
  else if (type == VALUE_CHUNK && left > 0)
    {
      length = (guint8) *at++;
      after = 0;
      self->at++;
    }
  if (length > self->size - self->at)
    return FALSE;
  self->group.value = at;
  self->group.length = (guint32) MIN (length, MAX_VALUE);
  self->at += length + after;
  return TRUE;
}

static gboolean
next_binary (QpDxfGroups *self)
{
  gint16 code;

  self->start = self->at;
  self->start_line = ++self->line;
  if (self->at >= self->size)
    return FALSE;
  if (!take_code (self, &code) || code < -5 || code > 1071)
    {
      self->damaged_line = self->damaged_line != 0 || self->cut_short ? self->damaged_line : self->line;
      return FALSE;
    }
  const ValueType type = value_type (code);
  self->group.code = code;
  self->group.binary = (guint8) type;
  if (!take_value (self, type))
    {
      self->cut_short = TRUE;
      return FALSE;
    }
  return TRUE;
}

/**
 * qp_dxf_groups_init:
 * @self: the row to set up
 * @data: the file; must outlive @self
 * @size: its length
 *
 * Returns: whether it is a DXF file: the form is told by its first bytes, and the first group begins a section
 */
gboolean
qp_dxf_groups_init (QpDxfGroups *self, const char *data, gsize size)
{
  *self = (QpDxfGroups){ data, size, .line_end = '\n' };
  if (size > SENTINEL_SIZE + 3 && memcmp (data, SENTINEL, SENTINEL_SIZE) == 0)
    {
      self->at = SENTINEL_SIZE;
      self->form = data[SENTINEL_SIZE + 1] == 0 ? QP_DXF_BINARY : QP_DXF_BINARY_R12;
    }
  else
    {
      const gsize head = MIN (size, 65536);
      self->at = size >= 3 && memcmp (data, BOM, 3) == 0 ? 3 : 0;
      if (head > 0 && memchr (data, '\n', head) == NULL && memchr (data, '\r', head) != NULL)
        self->line_end = '\r';
    }
  const QpDxfGroups fresh = *self;
  gboolean found = FALSE;
  /* comments may stand before it */
  for (guint i = 0; i < 1000 && qp_dxf_groups_next (self) && self->damaged_line == 0; i++)
    if (self->group.code != 999)
      {
        found = qp_dxf_group_is (&self->group, 0, "SECTION");
        break;
      }
  *self = fresh;
  return found;
}

/**
 * qp_dxf_groups_next:
 * @self: a row of groups
 *
 * Takes the next group. What is no group is passed over up to the next object, and told in @damaged_line.
 *
 * Returns: whether there is one; else the code of the current group is %QP_DXF_NO_GROUP
 */
gboolean
qp_dxf_groups_next (QpDxfGroups *self)
{
  const gboolean found = self->form == QP_DXF_TEXT ? next_text (self) : next_binary (self);

  if (!found)
    self->group = (QpDxfGroup){ "", 0, QP_DXF_NO_GROUP, FALSE };
  return found;
}

/**
 * qp_dxf_groups_seek:
 * @self: a row of groups
 * @place: where a group begins, from qp_dxf_groups_place()
 *
 * Goes to a place seen before: the next group taken is the one there.
 */
void
qp_dxf_groups_seek (QpDxfGroups *self, QpDxfPlace place)
{
  self->at = place.offset;
  self->line = place.line - 1;
}

/* Digits up to 2⁵³ times a power of ten up to 10²² are exact in one operation; all else goes the long way. */
static double
text_real (const char *text, gsize length)
{
  static const double powers[] = { 1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  guint64 digits = 0;
  gsize i = 0, n_digits = 0, n_fraction = 0;
  char copy[MAX_NUMBER + 1];
  char *end;

  trim (&text, &length);
  if (length == 0 || length > MAX_NUMBER)
    return NAN;
  const gboolean minus = *text == '-';
  i += *text == '-' || *text == '+' ? 1 : 0;
  for (gboolean fraction = FALSE; i < length && (g_ascii_isdigit (text[i]) || (text[i] == '.' && !fraction)); i++)
    if (text[i] == '.')
      fraction = TRUE;
    else
      {
        digits = digits * 10 + (guint64) (text[i] - '0');
        n_digits += digits > 0 ? 1 : 0;
        n_fraction += fraction ? 1 : 0;
        if (n_digits > 15)
          break;
      }
  if (i == length && n_fraction <= 22 && g_ascii_isdigit (text[length - 1]))
    return (minus ? -1 : 1) * ((double) digits / powers[n_fraction]);
  memcpy (copy, text, length);
  copy[length] = '\0';
  const double number = g_ascii_strtod (copy, &end);
  return end == copy ? NAN : number;
}

static guint64
little_endian (const QpDxfGroup *group)
{
  guint64 number = 0;

  for (guint i = 0; i < MIN (group->length, 8); i++)
    number |= (guint64) (guint8) group->value[i] << (8 * i);
  return number;
}

/**
 * qp_dxf_group_real:
 * @group: a group
 *
 * Returns: its value as a number; NaN when it is none
 */
double
qp_dxf_group_real (const QpDxfGroup *group)
{
  double number;

  if (group->binary == VALUE_TEXT)
    return text_real (group->value, group->length);
  if (group->binary != VALUE_REAL)
    return (double) qp_dxf_group_integer (group);
  const guint64 bits = little_endian (group);
  memcpy (&number, &bits, sizeof number);
  return number;
}

/**
 * qp_dxf_group_integer:
 * @group: a group
 *
 * Returns: its value as a whole number; 0 when it is none
 */
gint64
qp_dxf_group_integer (const QpDxfGroup *group)
{
  gint64 number;

  switch (group->binary)
    {
    case VALUE_8:
      return (gint8) little_endian (group);
    case VALUE_16:
      return (gint16) little_endian (group);
    case VALUE_32:
      return (gint32) little_endian (group);
    case VALUE_64:
      return (gint64) little_endian (group);
    default:
      break;
    }
  if (group->binary == VALUE_TEXT && group->length <= MAX_NUMBER
      && parse_integer (group->value, group->length, &number))
    return number;
  /* some programs write whole numbers with a point */
  const double real = group->binary == VALUE_CHUNK ? 0 : qp_dxf_group_real (group);
  return fabs (real) < 1e15 ? (gint64) real : 0;
}

/**
 * qp_dxf_group_is:
 * @group: a group
 * @code: a code
 * @value: a text
 *
 * Returns: whether @group is this one
 */
gboolean
qp_dxf_group_is (const QpDxfGroup *group, int code, const char *value)
{
  return group->code == code && group->length == strlen (value) && memcmp (group->value, value, group->length) == 0;
}
