/* qp-people-page.c: how many people see the screens of a plan, how well and for how long
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-people-page.h"

#include "app/qp-people-job.h"
#include "app/qp-people-rows.h"
#include "app/qp-view-style.h"
#include "render/qp-paint-people.h"

#include <math.h>

struct _QpPeoplePage
{
  QpFiguresPage parent_instance;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *notes;
  GtkSpinner *spinner;
  GtkDrawingArea *chart;
  GtkBox *rows;
  QpPeople *people; /* NULL until there are some */
  QpPeopleJob *job; /* NULL while nothing is made */
};

G_DEFINE_FINAL_TYPE (QpPeoplePage, qp_people_page, QP_TYPE_FIGURES_PAGE)

static QpNode *
screen_now (QpPeoplePage *self)
{
  return qp_figures_page_screen (QP_FIGURES_PAGE (self));
}

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpPeoplePage *self = data;
  QpPlanStyle style;

  if (self->people == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_people_chart (cr, 0, 0, width, self->people, screen_now (self), &style);
}

/* texts wrap, so that a narrow chart is higher */
static void
set_height (QpPeoplePage *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self->chart));
  QpPlanStyle style;

  if (self->people == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (self->chart));
  gtk_drawing_area_set_content_height (self->chart, (int) ceil (qp_people_chart_height (self->people, width > 1 ? width : 600, &style)));
}

static char *
sentence_of (const QpPeople *people)
{
  g_autofree char *together = qp_people_screen_summary (&people->together);

  if (people->audiences == 0)
    return g_strdup (_ ("Nobody looks yet: draw audience areas or paths on the plan."));
  return people->screens->len > 1 ? g_strdup_printf (_ ("All screens together: %s"), together)
                                  : qp_people_screen_summary (qp_people_screen (people, 0));
}

static void
show_people (QpPeoplePage *self)
{
  g_autofree char *name = qp_node_display_name (self->people->plan);
  g_autofree char *sentence = sentence_of (self->people);
  g_autoptr (GPtrArray) notes = qp_people_notes (self->people);
  g_autoptr (GPtrArray) assumptions = qp_people_assumptions (&self->people->options);
  QpNode *screen = screen_now (self);

  g_ptr_array_extend_and_steal (notes, g_steal_pointer (&assumptions));
  g_ptr_array_add (notes, NULL);
  g_autofree char *text = g_strjoinv ("\n", (char **) notes->pdata);
  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->notes, self->people->audiences == 0 ? "" : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  qp_people_rows_fill (self->rows, qp_figures_page_session (QP_FIGURES_PAGE (self)), self->people,
                       screen == NULL ? NULL : qp_people_find (self->people, screen));
  set_height (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
}

static void
take_people (QpPeople *people, gpointer data)
{
  QpPeoplePage *self = data;

  self->job = NULL;
  gtk_spinner_stop (self->spinner);
  qp_people_free (self->people);
  self->people = people;
  show_people (self);
}

static void
qp_people_page_leave (QpFiguresPage *page)
{
  qp_people_job_cancel (g_steal_pointer (&QP_PEOPLE_PAGE (page)->job));
}

/* what is being made is of an old state */
static void
qp_people_page_refresh (QpFiguresPage *page)
{
  QpPeoplePage *self = QP_PEOPLE_PAGE (page);
  QpNode *screen = screen_now (self);

  qp_people_page_leave (page);
  if (screen == NULL)
    return;
  gtk_spinner_start (self->spinner);
  self->job = qp_people_job_start (qp_figures_page_session (page), screen, take_people, self);
  if (self->job == NULL)
    gtk_spinner_stop (self->spinner);
}

static void
qp_people_page_dispose (GObject *object)
{
  QpPeoplePage *self = QP_PEOPLE_PAGE (object);

  G_OBJECT_CLASS (qp_people_page_parent_class)->dispose (object);
  g_clear_pointer (&self->people, qp_people_free);
}

static void
qp_people_page_class_init (QpPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_people_page_dispose;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_people_page_refresh;
  QP_FIGURES_PAGE_CLASS (klass)->leave = qp_people_page_leave;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QpPeoplePage, title);
  gtk_widget_class_bind_template_child (widget_class, QpPeoplePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, QpPeoplePage, notes);
  gtk_widget_class_bind_template_child (widget_class, QpPeoplePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, QpPeoplePage, chart);
  gtk_widget_class_bind_template_child (widget_class, QpPeoplePage, rows);
  gtk_widget_class_bind_template_callback_full (widget_class, "set_height", G_CALLBACK (set_height));
}

static void
qp_people_page_init (QpPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->chart, draw_chart, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->chart));
}

/**
 * qp_people_page_people:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the people that are shown
 */
const QpPeople *
qp_people_page_people (QpPeoplePage *self)
{
  return self->people;
}

/**
 * qp_people_page_is_busy:
 * @self: a page
 *
 * Returns: whether new figures are on their way
 */
gboolean
qp_people_page_is_busy (QpPeoplePage *self)
{
  return self->job != NULL || qp_figures_page_is_waiting (QP_FIGURES_PAGE (self));
}
