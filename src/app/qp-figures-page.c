/* qp-figures-page.c: a page of the Figures view: follows the project while somebody looks at it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-figures-page.h"

/* A drag changes the project with every frame: pages follow a little slower. */
#define INTERVAL_MS 120

typedef struct
{
  QpProjectSession *session;
  gconstpointer catalogue; /* the one that was shown; only compared */
  guint timeout;
} QpFiguresPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QpFiguresPage, qp_figures_page, GTK_TYPE_WIDGET)

static QpFiguresPagePrivate *
private_of (gpointer self)
{
  return qp_figures_page_get_instance_private (self);
}

static void
refresh (QpFiguresPage *self)
{
  QpFiguresPagePrivate *it = private_of (self);

  g_clear_handle_id (&it->timeout, g_source_remove);
  if (it->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    QP_FIGURES_PAGE_GET_CLASS (self)->refresh (self);
}

/* estimates come in often; what pages show hangs on the catalogue, when another one is added */
static void
on_estimates_updated (QpFiguresPage *self)
{
  QpFiguresPagePrivate *it = private_of (self);
  QpEngineContext context;

  qp_estimate_cache_context (qp_project_session_estimates (it->session), qp_project_session_root (it->session)->id, &context);
  if (context.catalogue == it->catalogue)
    return;
  it->catalogue = context.catalogue;
  qp_figures_page_queue_refresh (self);
}

static void
leave (QpFiguresPage *self)
{
  g_clear_handle_id (&private_of (self)->timeout, g_source_remove);
  if (QP_FIGURES_PAGE_GET_CLASS (self)->leave != NULL)
    QP_FIGURES_PAGE_GET_CLASS (self)->leave (self);
}

static gboolean
on_timeout (gpointer data)
{
  private_of (data)->timeout = 0;
  refresh (data);
  return G_SOURCE_REMOVE;
}

static void
qp_figures_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qp_figures_page_parent_class)->map (widget);
  refresh (QP_FIGURES_PAGE (widget));
}

static void
qp_figures_page_unmap (GtkWidget *widget)
{
  leave (QP_FIGURES_PAGE (widget));
  GTK_WIDGET_CLASS (qp_figures_page_parent_class)->unmap (widget);
}

static void
qp_figures_page_dispose (GObject *object)
{
  leave (QP_FIGURES_PAGE (object));
  g_clear_object (&private_of (object)->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_figures_page_parent_class)->dispose (object);
}

static void
qp_figures_page_class_init (QpFiguresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_figures_page_dispose;
  widget_class->map = qp_figures_page_map;
  widget_class->unmap = qp_figures_page_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
qp_figures_page_init (QpFiguresPage *self)
{
}

/**
 * qp_figures_page_set_session:
 * @self: a page
 * @session: the session to show
 *
 * Shows the project of @session, and follows its edits and its selection.
 */
void
qp_figures_page_set_session (QpFiguresPage *self, QpProjectSession *session)
{
  QpFiguresPagePrivate *it = private_of (self);

  leave (self);
  if (it->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (it->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (it->session), self);
      g_signal_handlers_disconnect_by_data (qp_project_session_estimates (it->session), self);
    }
  g_set_object (&it->session, session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (qp_figures_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (qp_figures_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_estimates (session), "updated", G_CALLBACK (on_estimates_updated), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * qp_figures_page_session:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the session that it shows
 */
QpProjectSession *
qp_figures_page_session (QpFiguresPage *self)
{
  return private_of (self)->session;
}

/**
 * qp_figures_page_screen:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the screen that was selected last
 */
QpNode *
qp_figures_page_screen (QpFiguresPage *self)
{
  return private_of (self)->session != NULL ? qp_project_session_screen (private_of (self)->session) : NULL;
}

/**
 * qp_figures_page_queue_refresh:
 * @self: a page
 *
 * Refreshes it when hands rest for a moment, but does not wait for ever; does nothing while nobody looks.
 */
void
qp_figures_page_queue_refresh (QpFiguresPage *self)
{
  QpFiguresPagePrivate *it = private_of (self);

  if (it->timeout == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    it->timeout = g_timeout_add (INTERVAL_MS, on_timeout, self); /* a spinner would starve anything lower */
}

/**
 * qp_figures_page_is_waiting:
 * @self: a page
 *
 * Returns: whether a change is still to be shown
 */
gboolean
qp_figures_page_is_waiting (QpFiguresPage *self)
{
  return private_of (self)->timeout != 0;
}
