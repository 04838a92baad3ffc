/* qp-structure-card.c: weight, wind and hang points of a screen, as an estimate to be signed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-structure-card.h"

#include "app/qp-card-tile.h"
#include "app/qp-explain.h"
#include "app/qp-value-row.h"
#include "engine/qp-structure.h"

/* One line: a row with its value, mark and question. */
typedef struct
{
  GtkWidget *row;
  GtkLabel *value;
  GtkImage *mark;
  GtkWidget *question;
  guint quantity;
} Line;

struct _QpStructureCard
{
  GtkWidget parent_instance;
  AdwPreferencesGroup *group;
  GArray *lines; /* Line */
  QpProjectSession *session;
  QpId screen;
};

G_DEFINE_FINAL_TYPE (QpStructureCard, qp_structure_card, GTK_TYPE_WIDGET)

static void
on_explain (GtkButton *button, QpStructureCard *self)
{
  const guint quantity = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "qp-quantity"));

  qp_explain_popup (GTK_WIDGET (self), GTK_WIDGET (button), self->session, self->screen, quantity);
}

static void
add_line (QpStructureCard *self)
{
  GtkWidget *row = qp_value_row_new ("", NULL, ""), *value = qp_value_row_label (QP_VALUE_ROW (row));
  Line line = { row, GTK_LABEL (value), GTK_IMAGE (gtk_image_new ()), NULL, 0 };

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line.row), 5);
  gtk_widget_insert_before (GTK_WIDGET (line.mark), gtk_widget_get_parent (value), value);
  line.question = qp_value_row_ask (QP_VALUE_ROW (row), G_CALLBACK (on_explain), self);
  adw_preferences_group_add (self->group, line.row);
  g_array_append_val (self->lines, line);
}

static void
show_mark (const Line *line, QpVerdict verdict)
{
  const gboolean shown = verdict == QP_VERDICT_MEETS || verdict == QP_VERDICT_FAILS;
  const char *css[] = { shown ? qp_verdict_css (verdict) : NULL, NULL };

  gtk_widget_set_visible (GTK_WIDGET (line->mark), shown);
  gtk_widget_set_css_classes (GTK_WIDGET (line->mark), css);
  if (!shown)
    return;
  gtk_image_set_from_icon_name (line->mark, qp_verdict_icon (verdict));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, qp_verdict_word (verdict), -1);
}

static void
show_line (Line *line, const QpStructureLine *told)
{
  line->quantity = told->quantity;
  qp_value_row_show (QP_VALUE_ROW (line->row), told->label, told->detail, told->value);
  if (told->verdict == QP_VERDICT_UNKNOWN)
    gtk_widget_add_css_class (GTK_WIDGET (line->value), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (line->value), "dim-label");
  show_mark (line, told->verdict);
  g_object_set_data (G_OBJECT (line->question), "qp-quantity", GUINT_TO_POINTER (told->quantity));
  gtk_widget_set_visible (line->row, TRUE);
}

static void
qp_structure_card_dispose (GObject *object)
{
  QpStructureCard *self = QP_STRUCTURE_CARD (object);
  g_clear_object (&self->session);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_structure_card_parent_class)->dispose (object);
}

static void
qp_structure_card_finalize (GObject *object)
{
  g_array_unref (QP_STRUCTURE_CARD (object)->lines);
  G_OBJECT_CLASS (qp_structure_card_parent_class)->finalize (object);
}

static void
qp_structure_card_class_init (QpStructureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_structure_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_structure_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_structure_card_init (QpStructureCard *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Structure"));
  adw_preferences_group_set_description (self->group, qp_structure_sentence ());
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

/**
 * qp_structure_card_new:
 * @session: the session
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
qp_structure_card_new (QpProjectSession *session)
{
  QpStructureCard *self = g_object_new (QP_TYPE_STRUCTURE_CARD, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * qp_structure_card_show:
 * @self: a card
 * @screen: a screen of the document as it is now
 *
 * Shows the estimate of its structure.
 */
void
qp_structure_card_show (QpStructureCard *self, QpNode *screen)
{
  QpEstimateCache *estimates = qp_project_session_estimates (self->session);
  QpEngineContext context;

  qp_estimate_cache_context (estimates, screen->id, &context);
  self->screen = screen->id;
  g_autoptr (GPtrArray) told
      = qp_structure_lines ((const QpScreen *) screen, qp_estimate_cache_get (estimates, screen), &context);
  while (self->lines->len < told->len)
    add_line (self);
  for (guint i = 0; i < told->len; i++)
    show_line (&g_array_index (self->lines, Line, i), g_ptr_array_index (told, i));
  for (guint i = told->len; i < self->lines->len; i++)
    gtk_widget_set_visible (g_array_index (self->lines, Line, i).row, FALSE);
}

/**
 * qp_structure_card_sentence:
 * @self: a card
 *
 * Returns: (transfer none): the sentence under its title
 */
const char *
qp_structure_card_sentence (QpStructureCard *self)
{
  return adw_preferences_group_get_description (self->group);
}

/**
 * qp_structure_card_value:
 * @self: a card
 * @key: key of a quantity
 *
 * Returns: (transfer none) (nullable): what is shown for it; %NULL when there is no such line
 */
const char *
qp_structure_card_value (QpStructureCard *self, const char *key)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      if (gtk_widget_get_visible (line->row) && line->quantity == (guint) qp_quantity_index (key))
        return gtk_label_get_label (line->value);
    }
  return NULL;
}
