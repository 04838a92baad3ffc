/* qp-field-page.c: the fields of a kind in the inspector, made from its table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-field-page.h"
#include "app/qp-shape-fields.h"

struct _QpFieldPage
{
  GtkWidget parent_instance;
  GtkBox *box;
  GPtrArray *rows;                      /* QpFieldRow */
  GtkWidget *groups[QP_N_GROUPS];       /* what holds the rows of a group, or NULL */
  QpProjectSession *session;
  QpKind kind;
  QpFieldPart part;
};

G_DEFINE_FINAL_TYPE (QpFieldPage, qp_field_page, GTK_TYPE_WIDGET)

/* The order in which a screen is decided on: what it is built of, how large, where, how bright. */
static const gsize key_offsets[] = { offsetof (QpScreen, name),    offsetof (QpScreen, cabinet),
                                     offsetof (QpScreen, columns), offsetof (QpScreen, rows),
                                     offsetof (QpScreen, shape),   offsetof (QpScreen, arc_radius_m),
                                     offsetof (QpScreen, arc_angle_deg), offsetof (QpScreen, face_columns),
                                     offsetof (QpScreen, corner_angles_deg), offsetof (QpScreen, corner_columns),
                                     offsetof (QpScreen, cap_diameter_m), offsetof (QpScreen, cap_height_m),
                                     offsetof (QpScreen, bottom_height_m),
                                     offsetof (QpScreen, luminance_day_cdm2) };

static gboolean
is_key (const QpField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (key_offsets); i++)
    if (field->offset == key_offsets[i])
      return TRUE;
  return FALSE;
}

static GtkWidget *
list_new (GtkBox *box)
{
  GtkWidget *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (box, list);
  return list;
}

static GtkWidget *
expander_new (QpFieldPage *self, QpGroup group)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->box));
  if (list == NULL)
    list = list_new (self->box);
  GtkWidget *row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), qp_group_label (group));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static GtkWidget *
group_for (QpFieldPage *self, QpGroup group)
{
  if (self->groups[group] != NULL)
    return self->groups[group];
  switch (self->part)
    {
    case QP_FIELDS_KEY: /* a single list, whatever the group */
      self->groups[group] = gtk_widget_get_first_child (GTK_WIDGET (self->box));
      if (self->groups[group] == NULL)
        self->groups[group] = list_new (self->box);
      break;
    case QP_FIELDS_REST:
      self->groups[group] = expander_new (self, group);
      break;
    case QP_FIELDS_ALL:
    default:
      self->groups[group] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[group]), qp_group_label (group));
      gtk_box_append (self->box, self->groups[group]);
      break;
    }
  return self->groups[group];
}

static void
add_row (QpFieldPage *self, const QpField *field)
{
  GtkWidget *row = qp_field_row_new (self->session, self->kind, field);
  GtkWidget *group = group_for (self, field->group);
  if (ADW_IS_EXPANDER_ROW (group))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (group), row);
  else if (ADW_IS_PREFERENCES_GROUP (group))
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  else
    gtk_list_box_append (GTK_LIST_BOX (group), row);
  g_ptr_array_add (self->rows, row);
}

/* Groups stand in the order of the enumeration, fields in the order of the table. What only the program understands
 * is not for typing: embedded files, lists of layers, which group an object is in. */
static void
add_rows (QpFieldPage *self)
{
  const QpKindInfo *info = qp_kind_info (self->kind);
  if (self->part == QP_FIELDS_KEY)
    {
      for (guint i = 0; i < G_N_ELEMENTS (key_offsets); i++)
        add_row (self, qp_kind_field_at (self->kind, key_offsets[i]));
      return;
    }
  for (guint group = 0; group < QP_N_GROUPS; group++)
    for (guint i = 0; i < info->n_fields && group != QP_GROUP_DATA; i++)
      if (info->fields[i].group == group && (self->part == QP_FIELDS_ALL || !is_key (&info->fields[i])))
        add_row (self, &info->fields[i]);
}

static void
qp_field_page_dispose (GObject *object)
{
  QpFieldPage *self = QP_FIELD_PAGE (object);
  g_clear_object (&self->session);
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_field_page_parent_class)->dispose (object);
}

static void
qp_field_page_finalize (GObject *object)
{
  g_ptr_array_unref (QP_FIELD_PAGE (object)->rows);
  G_OBJECT_CLASS (qp_field_page_parent_class)->finalize (object);
}

static void
qp_field_page_class_init (QpFieldPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_field_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_field_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_field_page_init (QpFieldPage *self)
{
  self->rows = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * qp_field_page_new:
 * @session: the session whose document is edited
 * @kind: a kind
 * @part: which of its fields
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
qp_field_page_new (QpProjectSession *session, QpKind kind, QpFieldPart part)
{
  QpFieldPage *self = g_object_new (QP_TYPE_FIELD_PAGE, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->part = part;
  add_rows (self);
  return GTK_WIDGET (self);
}

static gboolean
all_have (GPtrArray *nodes, QpKind kind, const QpField *field)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const QpNode *node = nodes->pdata[i];
      const QpField *same = node->kind == kind ? field : qp_kind_field (node->kind, field->name);
      if (same == NULL || same->type != field->type || same->unit != field->unit || same->values != field->values
          || !qp_shape_field_applies (node, field))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_field_page_show:
 * @self: a page
 * @nodes: (element-type QpNode): the selected nodes as they are now; the first one is of the page's kind
 *
 * Shows the fields that all of @nodes have.
 */
void
qp_field_page_show (QpFieldPage *self, GPtrArray *nodes)
{
  gboolean any[QP_N_GROUPS] = { FALSE };
  for (guint i = 0; i < self->rows->len; i++)
    {
      QpFieldRow *row = self->rows->pdata[i];
      const gboolean shared = all_have (nodes, self->kind, qp_field_row_field (row));
      gtk_widget_set_visible (GTK_WIDGET (row), shared);
      any[qp_field_row_field (row)->group] |= shared;
      if (shared)
        qp_field_row_show (row, nodes);
    }
  for (guint group = 0; group < QP_N_GROUPS && self->part != QP_FIELDS_KEY; group++)
    if (self->groups[group] != NULL)
      gtk_widget_set_visible (self->groups[group], any[group]);
}

/**
 * qp_field_page_n_rows:
 * @self: a page
 *
 * Returns: number of fields on it
 */
guint
qp_field_page_n_rows (QpFieldPage *self)
{
  return self->rows->len;
}

/**
 * qp_field_page_row:
 * @self: a page
 * @name: name of a field
 *
 * Returns: (transfer none) (nullable): its row
 */
QpFieldRow *
qp_field_page_row (QpFieldPage *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (qp_field_row_field (self->rows->pdata[i])->name, name) == 0)
      return self->rows->pdata[i];
  return NULL;
}
