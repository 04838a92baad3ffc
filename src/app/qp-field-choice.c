/* qp-field-choice.c: a list to choose the value of a field from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-field-choice.h"
#include "app/qp-field-text.h"

struct _QpFieldChoice
{
  GtkWidget parent_instance;
  GtkDropDown *drop_down;
  QpProjectSession *session;
  const QpField *field;
  GPtrArray *labels; /* NULL-terminated */
  GArray *values;    /* QpValue, as long as the labels */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (QpFieldChoice, qp_field_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Equipment is kept by its key in the catalogue; the list shows maker and model. */
static QpKind
equipment_of (const QpField *field)
{
  if (field == QP_SCREEN_FIELD (controller) || field == QP_SCREEN_FIELD (receiving_card))
    return QP_KIND_CONTROLLER;
  return field == QP_SCREEN_FIELD (player) ? QP_KIND_PLAYER : QP_KIND_NONE;
}

static gboolean
ends_a_dimension (const QpField *field)
{
  return field == QP_FIELD (QP_KIND_DIMENSION, QpDimension, from) || field == QP_FIELD (QP_KIND_DIMENSION, QpDimension, to);
}

/* kinds that a reference may be to */
static const QpKind *
targets_of (const QpField *field)
{
  static const QpKind funding[] = { QP_KIND_FUNDING, QP_KIND_NONE };
  static const QpKind content[] = { QP_KIND_CONTENT, QP_KIND_NONE };
  static const QpKind drawn[] = { QP_KIND_SCREEN, QP_KIND_OBSTACLE, QP_KIND_AUDIENCE, QP_KIND_RECEPTOR, QP_KIND_NONE };

  if (ends_a_dimension (field))
    return drawn;
  return strcmp (field->name, "funding") == 0 ? funding : content;
}

static void
add_choice (QpFieldChoice *self, const char *label, QpValue value)
{
  g_ptr_array_insert (self->labels, (int) self->labels->len - 1, g_strdup (label));
  g_array_append_val (self->values, value);
}

static void
add_enum (QpFieldChoice *self)
{
  if (qp_field_may_be_unset (self->field))
    add_choice (self, _ ("not known"), qp_value_unset (QP_STORAGE_INTEGER));
  for (guint i = 0; self->field->values[i].key != NULL; i++)
    add_choice (self, _ (self->field->values[i].label), qp_value_integer (i));
}

static void
add_nodes (QpFieldChoice *self, const QpNode *within, QpKind kind)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, within->children);
  for (QpNode *node = qp_node_iter_next_of (&iter, kind); node != NULL; node = qp_node_iter_next_of (&iter, kind))
    {
      g_autofree char *name = qp_node_display_name (node);
      add_choice (self, name, qp_value_id (node->id));
    }
}

/* what a dimension line holds on to lies on its own plan, which is the one that is shown */
static void
add_references (QpFieldChoice *self)
{
  const QpNode *plan = qp_project_session_plan (self->session);
  const QpNode *root = qp_project_session_root (self->session);
  const QpNode *within = ends_a_dimension (self->field) && plan != NULL ? plan : root;

  add_choice (self, _ ("none"), qp_value_unset (QP_STORAGE_ID));
  for (const QpKind *kind = targets_of (self->field); *kind != QP_KIND_NONE; kind++)
    add_nodes (self, within, *kind);
}

static const char *
equipment_key (const QpNode *node)
{
  return node->kind == QP_KIND_CONTROLLER ? ((const QpController *) node)->key : ((const QpPlayer *) node)->key;
}

/* receiving cards stand among the controllers of the catalogue, and nobody drives a screen with one */
static gboolean
is_offered (const QpField *field, const QpNode *node)
{
  if (node->kind != QP_KIND_CONTROLLER)
    return TRUE;
  return (field == QP_SCREEN_FIELD (receiving_card)) == (((const QpController *) node)->kind == QP_CONTROLLER_RECEIVING_CARD);
}

static void
add_equipment (QpFieldChoice *self, QpKind kind, const char *current)
{
  add_choice (self, _ ("not chosen"), qp_value_unset (QP_STORAGE_TEXT));
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  g_autoptr (GPtrArray) nodes = qp_catalogue_nodes (catalogue, kind);
  const QpField *maker = qp_kind_field (kind, "manufacturer");
  gboolean known = current == NULL;
  for (guint i = 0; i < nodes->len; i++)
    {
      if (!is_offered (self->field, nodes->pdata[i]))
        continue;
      const QpValue made_by = qp_node_get (nodes->pdata[i], maker);
      g_autofree char *model = qp_node_display_name (nodes->pdata[i]);
      g_autofree char *label = g_strdup_printf ("%s %s", made_by.text != NULL ? made_by.text : "", model);
      const char *key = equipment_key (nodes->pdata[i]);
      known = known || g_strcmp0 (key, current) == 0;
      add_choice (self, g_strstrip (label), qp_value_text (key));
    }
  if (known)
    return;
  g_autofree char *missing = g_strdup_printf (_ ("%s (not in the catalogue)"), current);
  add_choice (self, missing, qp_value_text (current));
}

/* Choices come and go with the project and its catalogue, so the list is made each time it is shown anew. */
static void
collect (QpFieldChoice *self, const char *current)
{
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_array_set_size (self->values, 0);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->labels, NULL);
  if (self->field->type == QP_FIELD_ENUM)
    add_enum (self);
  else if (self->field->type == QP_FIELD_REF)
    add_references (self);
  else
    add_equipment (self, equipment_of (self->field), current);
}

static gboolean
shows_these (QpFieldChoice *self)
{
  GListModel *model = gtk_drop_down_get_model (self->drop_down);
  if (model == NULL || g_list_model_get_n_items (model) != self->values->len)
    return FALSE;
  for (guint i = 0; i < self->values->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), self->labels->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
on_selected (QpFieldChoice *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
qp_field_choice_dispose (GObject *object)
{
  QpFieldChoice *self = QP_FIELD_CHOICE (object);
  g_clear_object (&self->session);
  g_clear_pointer ((GtkWidget **) &self->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_field_choice_parent_class)->dispose (object);
}

static void
qp_field_choice_finalize (GObject *object)
{
  QpFieldChoice *self = QP_FIELD_CHOICE (object);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_array_unref (self->values);
  G_OBJECT_CLASS (qp_field_choice_parent_class)->finalize (object);
}

static void
qp_field_choice_class_init (QpFieldChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_field_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_field_choice_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
clear_value (gpointer value)
{
  qp_value_clear (value);
}

static void
qp_field_choice_init (QpFieldChoice *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (QpValue));
  g_array_set_clear_func (self->values, clear_value);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
}

/**
 * qp_field_choice_is_for:
 * @kind: a kind
 * @field: a field of it
 *
 * Returns: whether the field's value is one of a list
 */
gboolean
qp_field_choice_is_for (QpKind kind, const QpField *field)
{
  return field->type == QP_FIELD_ENUM || field->type == QP_FIELD_REF
         || (kind == QP_KIND_SCREEN && equipment_of (field) != QP_KIND_NONE);
}

/**
 * qp_field_choice_new:
 * @session: the session whose project and catalogue give the choices
 * @field: a field for which qp_field_choice_is_for() holds
 *
 * Makes the list. It emits `chosen` when the user chose something.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
qp_field_choice_new (QpProjectSession *session, const QpField *field)
{
  QpFieldChoice *self = g_object_new (QP_TYPE_FIELD_CHOICE, NULL);
  self->session = g_object_ref (session);
  self->field = field;
  gtk_drop_down_set_enable_search (self->drop_down, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qp_field_label (field), -1);
  return GTK_WIDGET (self);
}

/**
 * qp_field_choice_get:
 * @self: a list
 * @value: (out): the value chosen, owned
 *
 * Returns: whether anything is chosen
 */
gboolean
qp_field_choice_get (QpFieldChoice *self, QpValue *value)
{
  const guint selected = gtk_drop_down_get_selected (self->drop_down);
  if (selected >= self->values->len)
    return FALSE;
  *value = qp_value_copy (&g_array_index (self->values, QpValue, selected));
  return TRUE;
}

/**
 * qp_field_choice_set:
 * @self: a list
 * @value: (nullable): the value to show; %NULL when the selected nodes have various ones
 *
 * Shows @value without emitting `chosen`.
 */
void
qp_field_choice_set (QpFieldChoice *self, const QpValue *value)
{
  self->showing = TRUE;
  collect (self, value != NULL && value->storage == QP_STORAGE_TEXT ? value->text : NULL);
  if (!shows_these (self))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) self->labels->pdata);
      gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (model));
    }
  guint selected = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < self->values->len && value != NULL && selected == GTK_INVALID_LIST_POSITION; i++)
    if (qp_value_equal (&g_array_index (self->values, QpValue, i), value))
      selected = i;
  if (gtk_drop_down_get_selected (self->drop_down) != selected)
    gtk_drop_down_set_selected (self->drop_down, selected);
  self->showing = FALSE;
}

/**
 * qp_field_choice_drop_down:
 * @self: a list
 *
 * Returns: (transfer none): the widget inside, for tests
 */
GtkDropDown *
qp_field_choice_drop_down (QpFieldChoice *self)
{
  return self->drop_down;
}
