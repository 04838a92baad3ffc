/* qp-figures-view.c: what is known of the screens in figures, a page for each question
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-figures-view.h"

#include "app/qp-advisor-page.h"
#include "app/qp-compare-page.h"
#include "app/qp-content-page.h"
#include "app/qp-cost-page.h"
#include "app/qp-figures-overview.h"
#include "app/qp-light-page.h"
#include "app/qp-people-page.h"
#include "app/qp-rules-page.h"
#include "app/qp-years-page.h"

#include <adwaita.h>

struct _QpFiguresView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkScrolledWindow *strip; /* around the tabs: in a narrow window they do not all have room */
  GtkWidget *tabs;
  GtkStack *pages; /* of bins, each filled when it is first looked at */
  QpProjectSession *session;
};

G_DEFINE_FINAL_TYPE (QpFiguresView, qp_figures_view, GTK_TYPE_WIDGET)

/* The pages, in their order: a new one is a line here, and a class that derives from QpFiguresPage. */
static const struct
{
  const char *name;
  const char *title;
  GType (*type) (void);
} page_table[] = {
  { "overview", N_("Overview"), qp_figures_overview_get_type },
  { "pitch", N_("Pitch"), qp_advisor_page_get_type },
  { "light", N_("Light"), qp_light_page_get_type },
  { "people", N_("People"), qp_people_page_get_type },
  { "content", N_("Content"), qp_content_page_get_type },
  { "rules", N_("Rules"), qp_rules_page_get_type },
  { "cost", N_("Cost"), qp_cost_page_get_type },
  { "years", N_("Over the Years"), qp_years_page_get_type },
  { "compare", N_("Compare"), qp_compare_page_get_type },
};

/**
 * qp_figures_view_page:
 * @self: a figures view
 * @name: name of a page
 *
 * Returns: (transfer none) (nullable): the page; %NULL until it was looked at
 */
GtkWidget *
qp_figures_view_page (QpFiguresView *self, const char *name)
{
  GtkWidget *bin = gtk_stack_get_child_by_name (self->pages, name);
  return bin != NULL ? adw_bin_get_child (ADW_BIN (bin)) : NULL;
}

/* the tab of the page that is shown moves into sight */
static void
show_tab (QpFiguresView *self)
{
  GtkWidget *tab = gtk_widget_get_first_child (self->tabs);
  graphene_rect_t bounds;

  while (tab != NULL && (gtk_widget_get_state_flags (tab) & GTK_STATE_FLAG_CHECKED) == 0)
    tab = gtk_widget_get_next_sibling (tab);
  if (tab != NULL && gtk_widget_compute_bounds (tab, self->tabs, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->strip), bounds.origin.x, bounds.origin.x + bounds.size.width);
}

static void
on_page_changed (QpFiguresView *self)
{
  show_tab (self);
  GtkWidget *bin = gtk_stack_get_visible_child (self->pages);
  const char *name = gtk_stack_get_visible_child_name (self->pages);
  if (self->session == NULL || bin == NULL || adw_bin_get_child (ADW_BIN (bin)) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    if (strcmp (page_table[i].name, name) == 0)
      {
        GtkWidget *page = g_object_new (page_table[i].type (), NULL);
        adw_bin_set_child (ADW_BIN (bin), page);
        qp_figures_page_set_session (QP_FIGURES_PAGE (page), self->session);
      }
}

/**
 * qp_figures_view_show_page:
 * @self: a figures view
 * @name: name of a page, such as `overview`
 *
 * Shows one of its pages.
 */
void
qp_figures_view_show_page (QpFiguresView *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
}

static void
refresh (QpFiguresView *self)
{
  const gboolean any = self->session != NULL && qp_project_session_screen (self->session) != NULL;
  gtk_stack_set_visible_child_name (self->stack, any ? "figures" : "empty");
}

static void
qp_figures_view_dispose (GObject *object)
{
  QpFiguresView *self = QP_FIGURES_VIEW (object);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_figures_view_parent_class)->dispose (object);
}

static void
qp_figures_view_class_init (QpFiguresViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_figures_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-figures-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, stack);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, strip);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, tabs);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
}

static void
qp_figures_view_init (QpFiguresView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* each as wide as its word: all of them have room beside the inspector of a narrow window */
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (self->tabs)), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    gtk_stack_add_titled (self->pages, adw_bin_new (), page_table[i].name, _ (page_table[i].title));
}

/**
 * qp_figures_view_set_session:
 * @self: a figures view
 * @session: the session to show
 *
 * Shows the figures of the project of @session.
 */
void
qp_figures_view_set_session (QpFiguresView *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
    }
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    {
      GtkWidget *page = qp_figures_view_page (self, page_table[i].name);
      if (page != NULL)
        qp_figures_page_set_session (QP_FIGURES_PAGE (page), session);
    }
  on_page_changed (self);
  refresh (self);
}
