/* qp-dxf-index.c: one pass over a DXF file: header, layers, where blocks and objects begin, which bytes texts are made
 * of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/dxf/qp-dxf-private.h"

#include "base/qp-error.h"

#include <string.h>

#define LOOK_EVERY 4096
#define INDEX_PART 0.3 /* of the work */

typedef enum
{
  SECTION_OTHER,
  SECTION_HEADER,
  SECTION_CLASSES,
  SECTION_TABLES,
  SECTION_BLOCKS,
  SECTION_ENTITIES,
} Section;

/* kept as bytes until all texts have been looked at */
typedef struct
{
  QpDxfGroup name;
  guint32 colour;
  gboolean off;
  gboolean frozen;
} Layer;

typedef struct
{
  QpDxfReader *reader;
  GArray *layers; /* Layer */
  QpBox extent;
  QpVec place; /* x of the point that is being read, y is to come */
  gboolean paper;
  guint n_steps;
} Index;

/**
 * qp_dxf_refuse:
 * @self: a reader
 * @format: a translated sentence
 * @...: its arguments
 *
 * Ends reading with %QP_ERROR_LIMIT, unless it has ended already.
 *
 * Returns: %FALSE
 */
gboolean
qp_dxf_refuse (QpDxfReader *self, const char *format, ...)
{
  if (self->error != NULL)
    return FALSE;
  va_list args;
  va_start (args, format);
  self->error = g_error_new_valist (QP_ERROR, QP_ERROR_LIMIT, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
check_limits (QpDxfReader *self)
{
  if (self->n_unfolded > QP_DXF_MAX_OBJECTS || qp_plan_drawing_is_full (self->drawing)
      || self->n_groups > QP_DXF_MAX_GROUPS)
    return qp_dxf_refuse (
        self,
        _ ("The drawing has more than %d objects or %d points when its blocks are unfolded. Ask for a "
           "drawing of this venue alone, without hatches and furniture."),
        QP_DXF_MAX_OBJECTS, QP_DRAWING_MAX_POINTS);
  return TRUE;
}

/**
 * qp_dxf_go_on:
 * @self: a reader
 *
 * Tells progress, and looks whether to stop: on request or at a limit.
 *
 * Returns: whether to go on
 */
gboolean
qp_dxf_go_on (QpDxfReader *self)
{
  const QpPlanWatch *watch = self->watch;

  if (self->error != NULL || !check_limits (self))
    return FALSE;
  if (watch == NULL)
    return TRUE;
  return !g_cancellable_set_error_if_cancelled (watch->cancellable, &self->error);
}

static gboolean
look_up (Index *index)
{
  QpDxfReader *self = index->reader;

  if (++index->n_steps % LOOK_EVERY != 0)
    return TRUE;
  if (self->watch != NULL && self->watch->progress != NULL && self->groups.size > 0)
    self->watch->progress (INDEX_PART * (double) self->groups.at / (double) self->groups.size, self->watch->data);
  return qp_dxf_go_on (self);
}

static gboolean
step (Index *index)
{
  QpDxfReader *self = index->reader;
  const QpDxfGroup *group = &self->groups.group;

  if (!look_up (index) || !qp_dxf_groups_next (&self->groups))
    return FALSE;
  if (group->code == 1 || group->code == 2 || group->code == 8)
    qp_dxf_codec_look_at (&self->codec, group->value, group->length);
  return TRUE;
}

static gboolean
at_object (const QpDxfReader *self, const char *type)
{
  return qp_dxf_group_is (&self->groups.group, 0, type);
}

static gboolean
ends_section (const QpDxfReader *self)
{
  return at_object (self, "ENDSEC") || at_object (self, "EOF") || at_object (self, "SECTION");
}

static void
note_variable (QpDxfReader *self, const char *name)
{
  const QpDxfGroup *group = &self->groups.group;

  if (strcmp (name, "$ACADVER") == 0 && self->info->version == NULL)
    self->info->version = g_strstrip (g_strndup (group->value, MIN (group->length, 16)));
  else if (strcmp (name, "$DWGCODEPAGE") == 0)
    qp_dxf_codec_set_page (&self->codec, group->value, group->length);
  else if (strcmp (name, "$INSUNITS") == 0)
    self->units = (int) CLAMP (qp_dxf_group_integer (group), -1, 1000);
  else if (strcmp (name, "$DIMTXT") == 0 || strcmp (name, "$DIMSCALE") == 0)
    {
      const double factor = qp_dxf_group_real (group);
      self->dimension_height *= factor > 0 && factor < 1e9 ? factor : 1;
    }
  else if (strcmp (name, "$MEASUREMENT") == 0)
    self->measurement = (int) CLAMP (qp_dxf_group_integer (group), -1, 1000);
}

static void
read_header (Index *index)
{
  QpDxfReader *self = index->reader;
  char name[32] = "";

  while (step (index) && !ends_section (self))
    {
      const QpDxfGroup *group = &self->groups.group;
      if (group->code == 9)
        g_snprintf (name, sizeof name, "%.*s", (int) MIN (group->length, 31), group->value);
      else
        {
          note_variable (self, name);
          name[0] = '\0'; /* only the first value */
        }
    }
}

static char *
text_of (const QpDxfEntity *entity, int code)
{
  const QpDxfGroup *group = qp_dxf_entity_find (entity, code);
  return group != NULL ? g_strndup (group->value, MIN (group->length, 1000)) : NULL;
}

static void
read_class (QpDxfReader *self)
{
  qp_dxf_entity_read (self);
  const QpDxfClass class = { text_of (&self->entity, 1), text_of (&self->entity, 3) };
  g_array_append_val (self->classes, class);
}

static void
read_layer (Index *index)
{
  QpDxfReader *self = index->reader;

  qp_dxf_entity_read (self);
  const QpDxfGroup *name = qp_dxf_entity_find (&self->entity, 2);
  if (name == NULL)
    return;
  const int colour = self->entity.colour == 256 ? 7 : self->entity.colour;
  const guint32 rgb
      = self->entity.true_colour >= 0 ? qp_dxf_true_colour (self->entity.true_colour) : qp_dxf_palette (ABS (colour));
  const Layer layer = { *name, rgb, colour < 0, (qp_dxf_entity_integer (&self->entity, 70, 0) & 1) != 0 };
  qp_dxf_codec_look_at (&self->codec, name->value, name->length);
  g_array_append_val (index->layers, layer);
}

/* objects of these types are counted with the one they belong to */
static gboolean
is_part (const QpDxfGroup *type)
{
  return qp_dxf_group_is (type, 0, "VERTEX") || qp_dxf_group_is (type, 0, "SEQEND")
         || qp_dxf_group_is (type, 0, "ATTRIB");
}

static void
note_extent (Index *index)
{
  const QpDxfGroup *group = &index->reader->groups.group;

  if (group->code >= 10 && group->code < 14)
    index->place.x = qp_dxf_group_real (group);
  else if (group->code == 67)
    index->paper = qp_dxf_group_integer (group) == 1;
  else if (group->code >= 20 && group->code < 24 && !index->paper)
    {
      index->place.y = qp_dxf_group_real (group);
      if (fabs (index->place.x) < 1e12 && fabs (index->place.y) < 1e12)
        index->extent = qp_box_with (index->extent, index->place);
    }
}

/* up to the end of the section, or of the block; the current group is the first */
static void
pass_objects (Index *index, const char *until, gboolean with_extent)
{
  QpDxfReader *self = index->reader;

  do
    {
      const QpDxfGroup *group = &self->groups.group;
      if (group->code != 0)
        {
          if (with_extent)
            note_extent (index);
          continue;
        }
      if (qp_dxf_group_is (group, 0, until) || ends_section (self))
        return;
      index->paper = FALSE;
      if (!is_part (group) && ++self->n_objects > QP_DXF_MAX_OBJECTS)
        {
          qp_dxf_refuse (self,
                         _ ("The drawing has more than %d objects. Ask for a drawing of this venue alone, without "
                            "hatches and furniture."),
                         QP_DXF_MAX_OBJECTS);
          return;
        }
    }
  while (step (index));
}

/* names are the same in large and small letters */
static char *
key_of (const QpDxfGroup *name)
{
  return g_ascii_strdown (name->value, (gssize) MIN (name->length, 1000));
}

static gboolean
begins_with (const char *key, const char *prefix)
{
  return g_str_has_prefix (key, prefix) || (key[0] == '$' && g_str_has_prefix (key + 1, prefix + 1));
}

static void
add_block (QpDxfReader *self)
{
  const QpDxfEntity *entity = &self->entity;
  const QpDxfGroup *name = qp_dxf_entity_find (entity, 2);
  const int flags = qp_dxf_entity_integer (entity, 70, 0);

  if (name == NULL)
    return;
  if (self->blocks->len >= QP_DXF_MAX_BLOCKS)
    {
      qp_dxf_refuse (self, _ ("The drawing has more than %d blocks. Ask for one that has been purged."),
                     QP_DXF_MAX_BLOCKS);
      return;
    }
  char *key = key_of (name);
  QpDxfBlock *block = g_new0 (QpDxfBlock, 1);
  block->name = g_strndup (name->value, MIN (name->length, 1000));
  block->path = (flags & 4) != 0 ? text_of (entity, 1) : NULL;
  block->entities = qp_dxf_groups_place (&self->groups);
  block->base = qp_dxf_entity_point (entity, 10);
  block->is_xref = (flags & 4) != 0;
  block->is_anonymous = (flags & 1) != 0 || key[0] == '*';
  block->is_model = begins_with (key, "*model_space");
  block->is_layout = block->is_model || begins_with (key, "*paper_space");
  if (!isfinite (block->base.x) || !isfinite (block->base.y))
    block->base = (QpDxfPoint){ 0, 0, 0 };
  g_ptr_array_add (self->blocks, block);
  g_hash_table_replace (self->block_by_name, key, block);
}

static void
read_blocks (Index *index)
{
  QpDxfReader *self = index->reader;

  while (self->error == NULL && !ends_section (self))
    if (at_object (self, "BLOCK"))
      {
        if (!qp_dxf_entity_read (self))
          return;
        add_block (self);
        pass_objects (index, "ENDBLK", FALSE);
      }
    else if (!step (index))
      return;
}

static void
read_entities (Index *index)
{
  QpDxfReader *self = index->reader;
  const QpDxfPlace place = qp_dxf_groups_place (&self->groups);

  g_array_append_val (self->entities, place);
  pass_objects (index, "ENDSEC", TRUE);
}

static Section
section_of (const QpDxfGroup *name)
{
  static const char *const names[] = { "", "HEADER", "CLASSES", "TABLES", "BLOCKS", "ENTITIES" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (qp_dxf_group_is (name, 2, names[i]))
      return (Section) i;
  return SECTION_OTHER;
}

static void
read_records (Index *index, Section section)
{
  QpDxfReader *self = index->reader;

  while (self->error == NULL && !ends_section (self))
    {
      if (section == SECTION_CLASSES && at_object (self, "CLASS") && self->classes->len < QP_DXF_MAX_BLOCKS)
        read_class (self);
      else if (section == SECTION_TABLES && at_object (self, "LAYER") && index->layers->len < QP_DRAWING_MAX_LAYERS)
        read_layer (index);
      else
        {
          self->n_clips += at_object (self, "SPATIAL_FILTER") ? 1 : 0;
          if (!step (index))
            return;
        }
    }
}

static void
read_section (Index *index)
{
  QpDxfReader *self = index->reader;

  if (!step (index))
    return;
  const Section section = section_of (&self->groups.group);
  if (section == SECTION_HEADER)
    {
      read_header (index);
      return;
    }
  if (!step (index))
    return;
  if (section == SECTION_BLOCKS)
    read_blocks (index);
  else if (section == SECTION_ENTITIES)
    read_entities (index);
  else
    read_records (index, section);
}

static void
add_layers (Index *index)
{
  for (guint i = 0; i < index->layers->len; i++)
    {
      const Layer *layer = &g_array_index (index->layers, Layer, i);
      qp_dxf_add_layer (index->reader, &layer->name, layer->colour, layer->off, layer->frozen);
    }
}

/* blocks are named in messages, and an external reference is known by its file */
static void
decode_names (QpDxfReader *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      QpDxfBlock *block = self->blocks->pdata[i];
      char *name = qp_dxf_codec_decode (&self->codec, block->name, strlen (block->name));
      g_free (block->name);
      block->name = name;
      if (block->path == NULL)
        continue;
      char *path = qp_dxf_codec_decode (&self->codec, block->path, strlen (block->path));
      g_free (block->path);
      block->path = path;
    }
}

/**
 * qp_dxf_index:
 * @self: a reader at the beginning of a file
 *
 * Passes over the whole file once.
 *
 * Returns: whether to go on; else @error of the reader is set
 */
gboolean
qp_dxf_index (QpDxfReader *self)
{
  Index index = { self, g_array_new (FALSE, FALSE, sizeof (Layer)), .extent = QP_BOX_EMPTY };

  step (&index);
  while (self->error == NULL && !self->ended && self->groups.group.code != QP_DXF_NO_GROUP)
    if (at_object (self, "EOF"))
      self->ended = TRUE;
    else if (at_object (self, "SECTION"))
      read_section (&index);
    else
      step (&index);
  add_layers (&index);
  decode_names (self);
  g_array_unref (index.layers);
  self->extent
      = qp_box_is_empty (index.extent) ? 0 : MAX (index.extent.x1 - index.extent.x0, index.extent.y1 - index.extent.y0);
  return self->error == NULL;
}

/**
 * qp_dxf_find_block:
 * @self: a reader
 * @name: (nullable): a group with a name
 *
 * Returns: (transfer none) (nullable): the block of that name
 */
QpDxfBlock *
qp_dxf_find_block (const QpDxfReader *self, const QpDxfGroup *name)
{
  g_autofree char *key = name != NULL ? key_of (name) : NULL;
  return key != NULL ? g_hash_table_lookup (self->block_by_name, key) : NULL;
}

/**
 * qp_dxf_add_layer:
 * @self: a reader
 * @name: its name as it stands in the file
 * @colour: 0xRRGGBB, or %QP_DRAWING_INK
 * @off: whether it is switched off
 * @frozen: whether it is frozen
 *
 * Returns: index of the layer
 */
guint
qp_dxf_add_layer (QpDxfReader *self, const QpDxfGroup *name, guint32 colour, gboolean off, gboolean frozen)
{
  g_autofree char *text = qp_dxf_text_plain (&self->codec, name->value, MIN (name->length, 1000));
  const guint layer = qp_plan_drawing_add_layer (self->drawing, text, colour, !off && !frozen);

  g_hash_table_insert (self->layer_by_name, key_of (name), GUINT_TO_POINTER (layer + 1));
  if (layer >= self->frozen->len)
    {
      const guint8 is_frozen = frozen;
      g_byte_array_append (self->frozen, &is_frozen, 1);
    }
  return layer;
}

/**
 * qp_dxf_layer_of:
 * @self: a reader
 * @name: a group with a name
 *
 * Returns: index of the layer of that name, which is made when the tables have none
 */
guint
qp_dxf_layer_of (QpDxfReader *self, const QpDxfGroup *name)
{
  g_autofree char *key = key_of (name);
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->layer_by_name, key));

  return found > 0 ? found - 1 : qp_dxf_add_layer (self, name, QP_DRAWING_INK, FALSE, FALSE);
}
