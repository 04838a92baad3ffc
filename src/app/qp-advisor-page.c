/* qp-advisor-page.c: which pitch the audience of the screen selected last can see
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-advisor-page.h"

#include "app/qp-advisor-job.h"
#include "app/qp-advisor-table.h"
#include "app/qp-view-style.h"
#include "interact/qp-rebuild.h"
#include "render/qp-paint-advisor.h"

#include <math.h>

struct _QpAdvisorPage
{
  QpFiguresPage parent_instance;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *chosen;
  GtkLabel *notes;
  GtkSpinner *spinner;
  GtkSpinButton *alpha;
  GtkSpinButton *share;
  GtkSpinButton *from;
  GtkSpinButton *to;
  GtkDrawingArea *chart;
  GtkColumnView *table;
  GtkWidget *use;
  GtkSingleSelection *selection;
  QpAdvice *advice;  /* NULL until there is one */
  QpAdvisorJob *job; /* NULL while nothing is made */
  double chosen_mm;  /* pitch that is looked at, over a new advice too */
};

G_DEFINE_FINAL_TYPE (QpAdvisorPage, qp_advisor_page, QP_TYPE_FIGURES_PAGE)

static QpNode *
screen_now (QpAdvisorPage *self)
{
  return qp_figures_page_screen (QP_FIGURES_PAGE (self));
}

static int
chosen_index (QpAdvisorPage *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  return self->advice != NULL && position < self->advice->candidates->len ? (int) position : -1;
}

/* What is shown */

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpAdvisorPage *self = data;
  QpPlanStyle style;

  if (self->advice == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_advisor_chart (cr, 0, 0, width, height, self->advice, chosen_index (self), &style);
}

static void
show_chosen (QpAdvisorPage *self)
{
  const int chosen = chosen_index (self);
  const QpAdvisorCandidate *it = chosen >= 0 ? qp_advice_candidate (self->advice, (guint) chosen) : NULL;
  g_autofree char *text = it != NULL && !isnan (it->unseen) ? qp_advice_sentence_for (self->advice, (guint) chosen) : NULL;

  self->chosen_mm = it != NULL ? it->pitch_mm : self->chosen_mm;
  gtk_label_set_label (self->chosen, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), text != NULL);
  gtk_widget_set_sensitive (self->use, it != NULL && !it->present && it->cabinet != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
}

static gboolean
has_same_pitches (QpAdvisorPage *self, const QpAdvice *old)
{
  if (old == NULL || old->candidates->len != self->advice->candidates->len)
    return FALSE;
  for (guint i = 0; i < old->candidates->len; i++)
    if (fabs (qp_advice_candidate (old, i)->pitch_mm - qp_advice_candidate (self->advice, i)->pitch_mm) > 1e-6)
      return FALSE;
  return TRUE;
}

static void
fill_table (QpAdvisorPage *self, const QpAdvice *old)
{
  if (has_same_pitches (self, old))
    {
      qp_advisor_table_refresh (self->table);
      return;
    }
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  guint again = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->advice->candidates->len; i++)
    {
      const double pitch_mm = qp_advice_candidate (self->advice, i)->pitch_mm;
      g_autofree char *pitch = qp_advice_pitch_text (pitch_mm);
      gtk_string_list_append (rows, pitch);
      if (fabs (pitch_mm - self->chosen_mm) < 1e-6)
        again = i;
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  gtk_single_selection_set_selected (self->selection, again);
}

static void
show_notes (QpAdvisorPage *self)
{
  g_autoptr (GPtrArray) notes = qp_advice_notes (self->advice);

  g_ptr_array_add (notes, NULL);
  g_autofree char *text = g_strjoinv ("\n", (char **) notes->pdata);
  gtk_label_set_label (self->notes, text);
}

static void
take_advice (QpAdvice *advice, gpointer data)
{
  QpAdvisorPage *self = data;
  g_autofree char *sentence = qp_advice_sentence (advice);
  g_autofree char *name = qp_node_display_name (advice->screen);
  QpAdvice *old = self->advice;

  self->job = NULL;
  self->advice = advice;
  gtk_spinner_stop (self->spinner);
  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  fill_table (self, old);
  show_notes (self);
  show_chosen (self);
  qp_advice_free (old);
}

/* When it is made */

static void
read_options (QpAdvisorPage *self, QpAdvisorOptions *options)
{
  const double from = gtk_spin_button_get_value (self->from), to = gtk_spin_button_get_value (self->to);

  qp_advisor_options_init (options);
  options->alpha_arcmin = gtk_spin_button_get_value (self->alpha);
  options->share = gtk_spin_button_get_value (self->share) / 100;
  options->from_mm = from > 0 ? from : NAN;
  options->to_mm = to > 0 ? to : NAN;
}

static void
qp_advisor_page_leave (QpFiguresPage *page)
{
  qp_advisor_job_cancel (g_steal_pointer (&QP_ADVISOR_PAGE (page)->job));
}

/* what is being made is of an old state */
static void
qp_advisor_page_refresh (QpFiguresPage *page)
{
  QpAdvisorPage *self = QP_ADVISOR_PAGE (page);
  QpNode *screen = screen_now (self);
  QpAdvisorOptions options;
  QpPlanStyle style;

  qp_advisor_page_leave (page);
  if (screen == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (self->chart));
  gtk_drawing_area_set_content_height (self->chart, (int) ceil (qp_advisor_chart_height (&style)));
  read_options (self, &options);
  gtk_spinner_start (self->spinner);
  self->job = qp_advisor_job_start (qp_figures_page_session (page), screen, &options, take_advice, self);
}

/* What one can do */

/**
 * qp_advisor_page_use:
 * @self: a page
 *
 * Builds the screen of the chosen pitch in the present opening, as one step that can be undone. Faces keep their shares of the
 * columns; cells that were left out are there again.
 *
 * Returns: whether something was changed
 */
gboolean
qp_advisor_page_use (QpAdvisorPage *self)
{
  const int chosen = chosen_index (self);
  QpNode *screen = screen_now (self);
  const QpAdvisorCandidate *it = chosen >= 0 ? qp_advice_candidate (self->advice, (guint) chosen) : NULL;

  if (screen == NULL || it == NULL || it->present || it->cabinet == NULL || !qp_id_equal (screen->id, self->advice->screen->id))
    return FALSE;
  g_autoptr (QpNode) other = qp_screen_rebuilt (screen, it->cabinet->key, it->columns, it->rows);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  qp_edits_add_rebuilding (edits, screen, other);
  return qp_project_session_run (qp_figures_page_session (QP_FIGURES_PAGE (self)), _ ("Use another pitch"), NULL, edits, NULL);
}

static void
on_use (QpAdvisorPage *self)
{
  qp_advisor_page_use (self);
}

static void
on_copy (QpAdvisorPage *self)
{
  if (self->advice == NULL)
    return;
  g_autofree char *text = qp_advisor_table_to_tsv (self->advice);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Pitches copied as a table"));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, QpAdvisorPage *self)
{
  QpPlanStyle style;

  if (self->advice == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (self->chart));
  const int at = qp_advisor_chart_candidate_at (self->advice, gtk_widget_get_width (GTK_WIDGET (self->chart)), x, &style);
  if (at < 0)
    return;
  qp_advisor_page_choose (self, (guint) at);
  /* the list in the table knows the action, not the table itself */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->table)), "list.scroll-to-item", "u", (guint) at);
}

/* The object */

static void
qp_advisor_page_dispose (GObject *object)
{
  QpAdvisorPage *self = QP_ADVISOR_PAGE (object);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (qp_advisor_page_parent_class)->dispose (object);
  g_clear_pointer (&self->advice, qp_advice_free);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, title);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, sentence);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, chosen);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, notes);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, spinner);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, alpha);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, share);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, from);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, to);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, chart);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, table);
  gtk_widget_class_bind_template_child (klass, QpAdvisorPage, use);
}

static void
qp_advisor_page_class_init (QpAdvisorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_advisor_page_dispose;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_advisor_page_refresh;
  QP_FIGURES_PAGE_CLASS (klass)->leave = qp_advisor_page_leave;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-advisor-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback_full (widget_class, "queue_refresh", G_CALLBACK (qp_figures_page_queue_refresh));
}

static void
qp_advisor_page_init (QpAdvisorPage *self)
{
  self->chosen_mm = NAN;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->chart, draw_chart, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->chart));
  qp_advisor_table_add_columns (self->table, &self->advice);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (show_chosen), self);
}

/**
 * qp_advisor_page_advice:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the advice that is shown
 */
const QpAdvice *
qp_advisor_page_advice (QpAdvisorPage *self)
{
  return self->advice;
}

/**
 * qp_advisor_page_is_busy:
 * @self: a page
 *
 * Returns: whether a new advice is on its way
 */
gboolean
qp_advisor_page_is_busy (QpAdvisorPage *self)
{
  return self->job != NULL || qp_figures_page_is_waiting (QP_FIGURES_PAGE (self));
}

/**
 * qp_advisor_page_choose:
 * @self: a page
 * @candidate: index of a candidate
 *
 * Does what a click on the candidate does.
 */
void
qp_advisor_page_choose (QpAdvisorPage *self, guint candidate)
{
  gtk_single_selection_set_selected (self->selection, candidate);
}
