/* qp-content-page.c: what a screen plays over a day, and what has to be produced and bought for it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-content-page.h"

#include "app/qp-card-tile.h"
#include "app/qp-content-rows.h"
#include "app/qp-context-job.h"
#include "app/qp-explain.h"
#include "app/qp-view-style.h"
#include "render/qp-paint-content-day.h"

#include <math.h>

struct _QpContentPage
{
  QpFiguresPage parent_instance;
  GtkLabel *sentence;
  GtkLabel *notes;
  GtkDrawingArea *chart;
  GtkFlowBox *cards;
  GtkBox *slots;
  GtkBox *rows;
  GtkBox *whole;     /* in it: what the project has to produce */
  GtkBox *equipment; /* and what the screen takes */
  QpContextJob *job;      /* finds the whole; NULL when it is found */
  QpNode *whole_root;     /* the project of the whole that is found or being found */
  QpCatalogue *catalogue; /* and its equipment */
  QpNode *root;     /* keeps alive what @day borrows */
  QpContentDay *day;
  QpContentNeeds needs;
};

G_DEFINE_FINAL_TYPE (QpContentPage, qp_content_page, QP_TYPE_FIGURES_PAGE)

static QpProjectSession *
session_of (QpContentPage *self)
{
  return qp_figures_page_session (QP_FIGURES_PAGE (self));
}

/* --- the day --- */

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpContentPage *self = data;
  QpPlanStyle style;

  if (self->day == NULL)
    return;
  g_autofree char *name = qp_node_display_name (&self->needs.screen->node);
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_content_day_chart (cr, 0, 0, width, name, self->day, &style);
}

/* the legend wraps, so that a narrow chart is higher */
static void
set_height (QpContentPage *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self->chart));
  QpPlanStyle style;

  if (self->day == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (self->chart));
  gtk_drawing_area_set_content_height (self->chart, (int) ceil (qp_content_day_chart_height (self->day, width > 1 ? width : 600, &style)));
}

/* --- cards --- */

static void
on_explain (QpCardTile *tile, gpointer data)
{
  QpContentPage *self = data;
  g_autoptr (QpExplanation) told = qp_content_need_explain (&self->needs, qp_card_tile_quantity (tile));

  qp_explain_popup_told (GTK_WIDGET (self), qp_card_tile_button (tile), told);
}

static void
show_cards (QpContentPage *self)
{
  g_autoptr (GPtrArray) cards = qp_content_cards (&self->needs, self->day);

  qp_card_tiles_show (self->cards, cards, on_explain, self);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), self->day->content != NULL);
}

/* --- all of it --- */

static void
empty (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

static void
show_notes (QpContentPage *self)
{
  g_autoptr (GPtrArray) notes = qp_content_day_notes (self->day), assumptions = qp_content_project_assumptions ();

  g_ptr_array_add (notes, NULL);
  g_ptr_array_add (assumptions, NULL);
  g_autofree char *missing = g_strjoinv ("\n", (char **) notes->pdata), *text = g_strjoinv ("\n", (char **) assumptions->pdata);
  gtk_label_set_label (self->sentence, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), *missing != '\0');
  gtk_label_set_label (self->notes, text);
}

/* a city has ten thousand screens: what they need together is found in a thread */
static gpointer
find_whole (QpContextJob *job)
{
  return qp_content_project_new (job->root, &job->context);
}

static void
take_whole (gpointer result, gpointer data)
{
  QpContentPage *self = data;
  g_autoptr (QpContentProject) whole = result;

  self->job = NULL;
  empty (self->whole);
  qp_content_rows_project (self->whole, whole, ((const QpProject *) self->whole_root)->currency);
}

/* another screen of the same project has the same whole; what is found of a project that changed since is dropped */
static void
start_whole (QpContentPage *self, QpNode *screen, QpNode *root, QpCatalogue *catalogue)
{
  if (self->whole_root == root && self->catalogue == catalogue)
    return;
  qp_context_job_cancel (self->job);
  g_clear_pointer (&self->whole_root, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  self->whole_root = qp_node_ref (root);
  self->catalogue = qp_catalogue_ref (catalogue);
  self->job = g_new0 (QpContextJob, 1);
  qp_context_job_start (self->job, session_of (self), screen, find_whole, (GDestroyNotify) qp_content_project_free, take_whole, self);
}

static void
qp_content_page_refresh (QpFiguresPage *page)
{
  QpContentPage *self = QP_CONTENT_PAGE (page);
  QpNode *screen = qp_figures_page_screen (page);

  if (screen == NULL)
    return;
  QpNode *root = qp_project_session_root (session_of (self));
  const QpProject *project = (const QpProject *) root;
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (session_of (self)));
  const QpEngineContext context = { .project = project, .catalogue = catalogue };
  const QpContent *content = qp_screen_find_content ((const QpScreen *) screen, project);

  qp_content_day_free (self->day);
  g_clear_pointer (&self->root, qp_node_unref);
  self->root = qp_node_ref (root);
  self->day = qp_content_day_new (content, (const QpScreen *) screen, project);
  qp_content_needs_init (&self->needs, (const QpScreen *) screen, content, self->day, &context);
  start_whole (self, screen, root, catalogue);
  empty (self->slots);
  empty (self->equipment);
  qp_content_rows_slots (self->slots, session_of (self), self->day);
  show_cards (self);
  qp_content_rows_equipment (self->equipment, &self->needs, catalogue);
  show_notes (self);
  g_autofree char *summary = qp_content_day_summary (self->day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  set_height (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
}

static void
qp_content_page_dispose (GObject *object)
{
  QpContentPage *self = QP_CONTENT_PAGE (object);

  qp_context_job_cancel (self->job);
  self->job = NULL;
  g_clear_pointer (&self->whole_root, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  G_OBJECT_CLASS (qp_content_page_parent_class)->dispose (object);
  g_clear_pointer (&self->day, qp_content_day_free);
  g_clear_pointer (&self->root, qp_node_unref);
}

static void
qp_content_page_class_init (QpContentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_content_page_dispose;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_content_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-content-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QpContentPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, QpContentPage, notes);
  gtk_widget_class_bind_template_child (widget_class, QpContentPage, chart);
  gtk_widget_class_bind_template_child (widget_class, QpContentPage, cards);
  gtk_widget_class_bind_template_child (widget_class, QpContentPage, slots);
  gtk_widget_class_bind_template_child (widget_class, QpContentPage, rows);
  gtk_widget_class_bind_template_callback_full (widget_class, "set_height", G_CALLBACK (set_height));
}

static GtkBox *
add_box (GtkBox *rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, gtk_box_get_spacing (rows));

  gtk_box_append (rows, box);
  return GTK_BOX (box);
}

static void
qp_content_page_init (QpContentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->whole = add_box (self->rows);
  self->equipment = add_box (self->rows);
  gtk_drawing_area_set_draw_func (self->chart, draw_chart, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->chart));
}

/**
 * qp_content_page_is_busy:
 * @self: a page
 *
 * Returns: whether what the project has to produce is being found
 */
gboolean
qp_content_page_is_busy (QpContentPage *self)
{
  return self->job != NULL;
}

/**
 * qp_content_page_day:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the day that is shown
 */
const QpContentDay *
qp_content_page_day (QpContentPage *self)
{
  return self->day;
}
