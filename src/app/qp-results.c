/* qp-results.c: the results of a screen: cards, and all of them by group
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-card-tile.h"
#include "app/qp-explain.h"
#include "app/qp-quantity-text.h"
#include "app/qp-results.h"
#include "app/qp-value-row.h"
#include "engine/qp-structure.h"

/* One line in the list of all results. */
typedef struct
{
  guint quantity;
  GtkWidget *row;
  GtkLabel *value;
} Line;

struct _QpResults
{
  GtkWidget parent_instance;
  GtkFlowBox *cards;
  AdwPreferencesGroup *all;
  AdwExpanderRow *groups[QP_N_RESULT_GROUPS];
  GArray *lines[QP_N_RESULT_GROUPS];     /* Line; NULL until the group is opened */
  QpProjectSession *session;
  QpId screen;
};

G_DEFINE_FINAL_TYPE (QpResults, qp_results, GTK_TYPE_WIDGET)

static void
explain (QpResults *self, GtkWidget *button, guint quantity)
{
  qp_explain_popup (GTK_WIDGET (self), button, self->session, self->screen, quantity);
}

/* Cards */

static void
on_explain_card (QpCardTile *tile, gpointer self)
{
  explain (self, qp_card_tile_button (tile), qp_card_tile_quantity (tile));
}

static void
show_cards (QpResults *self, QpNode *screen, const QpEstimate *estimate, const QpEngineContext *context)
{
  g_autoptr (GPtrArray) cards = qp_cards_for_screen ((const QpScreen *) screen, estimate, context);
  qp_card_tiles_show (self->cards, cards, on_explain_card, self);
}

/* All results, by group */

static void
on_explain_line (GtkButton *button, QpResults *self)
{
  explain (self, GTK_WIDGET (button), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "qp-quantity")));
}

static Line
line_new (QpResults *self, guint quantity)
{
  GtkWidget *row = qp_value_row_new (_ (qp_quantity_at (quantity)->label), NULL, "");
  GtkWidget *button = qp_value_row_ask (QP_VALUE_ROW (row), G_CALLBACK (on_explain_line), self);
  g_object_set_data (G_OBJECT (button), "qp-quantity", GUINT_TO_POINTER (quantity));
  return (Line){ quantity, row, GTK_LABEL (qp_value_row_label (QP_VALUE_ROW (row))) };
}

static void
show_lines (QpResults *self, GArray *lines, const QpEstimate *estimate)
{
  const QpProject *project = (const QpProject *) qp_project_session_root (self->session);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *text = qp_quantity_text (line->quantity, estimate->values[line->quantity], project);
      gtk_label_set_label (line->value, text);
      gtk_widget_set_visible (line->row, qp_quantity_applies (line->quantity, estimate->values[line->quantity]));
      if (isnan (estimate->values[line->quantity]))
        gtk_widget_add_css_class (GTK_WIDGET (line->value), "dim-label");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (line->value), "dim-label");
    }
}

static const QpEstimate *
estimate_now (QpResults *self)
{
  QpNode *screen = qp_document_find (qp_project_session_document (self->session), self->screen);
  return screen != NULL ? qp_estimate_cache_get (qp_project_session_estimates (self->session), screen) : NULL;
}

/* A group is filled when it is first opened: a hundred rows that nobody looks at would cost time and memory. */
static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, QpResults *self)
{
  const QpResultGroup group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "qp-group"));
  if (self->lines[group] != NULL)
    return;
  self->lines[group] = g_array_new (FALSE, FALSE, sizeof (Line));
  for (guint i = 0; i < qp_quantity_count (); i++)
    if (qp_quantity_at (i)->group == group && (qp_quantity_at (i)->formula != NULL || group == QP_RESULT_SHAPE || group == QP_RESULT_DEPTH))
      {
        const Line line = line_new (self, i);
        adw_expander_row_add_row (row, line.row);
        g_array_append_val (self->lines[group], line);
      }
  const QpEstimate *estimate = estimate_now (self);
  if (estimate != NULL)
    show_lines (self, self->lines[group], estimate);
}

static void
add_groups (QpResults *self)
{
  for (guint group = 0; group < QP_N_RESULT_GROUPS; group++)
    {
      GtkWidget *row = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), qp_result_group_label (group));
      if (group == QP_RESULT_STRUCTURE)
        adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), qp_structure_sentence ());
      g_object_set_data (G_OBJECT (row), "qp-group", GUINT_TO_POINTER (group));
      g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), self);
      adw_preferences_group_add (self->all, row);
      self->groups[group] = ADW_EXPANDER_ROW (row);
    }
}

static void
on_copy (QpResults *self)
{
  const QpEstimate *estimate = estimate_now (self);
  if (estimate == NULL)
    return;
  g_autofree char *text = qp_results_to_tsv (estimate);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Results copied as a table"));
}

static void
qp_results_dispose (GObject *object)
{
  QpResults *self = QP_RESULTS (object);
  g_clear_object (&self->session);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_results_parent_class)->dispose (object);
}

static void
qp_results_finalize (GObject *object)
{
  QpResults *self = QP_RESULTS (object);
  for (guint i = 0; i < QP_N_RESULT_GROUPS; i++)
    g_clear_pointer (&self->lines[i], g_array_unref);
  G_OBJECT_CLASS (qp_results_parent_class)->finalize (object);
}

static void
qp_results_class_init (QpResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_results_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_results_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-results.ui");
  gtk_widget_class_bind_template_child (widget_class, QpResults, cards);
  gtk_widget_class_bind_template_child (widget_class, QpResults, all);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
qp_results_init (QpResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_groups (self);
}

/**
 * qp_results_new:
 * @session: the session
 *
 * Returns: (transfer floating): an empty list of results
 */
GtkWidget *
qp_results_new (QpProjectSession *session)
{
  QpResults *self = g_object_new (QP_TYPE_RESULTS, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * qp_results_show:
 * @self: a list of results
 * @screen: a screen of the document as it is now
 *
 * Shows the results of @screen.
 */
void
qp_results_show (QpResults *self, QpNode *screen)
{
  QpEstimateCache *estimates = qp_project_session_estimates (self->session);
  QpEngineContext context;
  qp_estimate_cache_context (estimates, screen->id, &context);
  self->screen = screen->id;
  const QpEstimate *estimate = qp_estimate_cache_get (estimates, screen);
  show_cards (self, screen, estimate, &context);
  for (guint i = 0; i < QP_N_RESULT_GROUPS; i++)
    if (self->lines[i] != NULL)
      show_lines (self, self->lines[i], estimate);
}

/**
 * qp_results_n_cards:
 * @self: a list of results
 *
 * Returns: number of cards shown
 */
guint
qp_results_n_cards (QpResults *self)
{
  guint n = 0;
  GtkFlowBoxChild *child;
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->cards, i)) != NULL; i++)
    n += gtk_widget_get_visible (GTK_WIDGET (child)) ? 1 : 0;
  return n;
}

/**
 * qp_results_to_tsv:
 * @estimate: results of a screen
 *
 * Returns: (transfer full): all results as tab-separated lines of label, plain number and unit, for a spreadsheet
 */
char *
qp_results_to_tsv (const QpEstimate *estimate)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const QpQuantity *quantity = qp_quantity_at (i);
      char number[G_ASCII_DTOSTR_BUF_SIZE] = "";
      if (!isnan (estimate->values[i]))
        g_ascii_formatd (number, sizeof number, "%.10g", estimate->values[i]);
      g_string_append_printf (out, "%s\t%s\t%s\n", _ (quantity->label), number, quantity->unit);
    }
  return g_string_free (out, FALSE);
}
