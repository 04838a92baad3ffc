/* qp-elevation-area.c: the elevation of a screen, to be looked at and to choose cabinets in
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-elevation-area.h"
#include "app/qp-view-style.h"
#include "render/qp-paint-furniture.h"

#define MARGIN_PX 24

struct _QpElevationArea
{
  GtkWidget parent_instance;
  QpElevation elevation;
  QpElevationView view;
  QpViewport viewport;
  QpId screen;
  gboolean is_fitted; /* all is shown, and stays so until somebody zooms or pans */
  QpCellRef anchor;   /* where choosing began */
  QpCellRef cursor;   /* where it is now */
  gpointer paths_owner;
  GDestroyNotify free_paths;
};

G_DEFINE_FINAL_TYPE (QpElevationArea, qp_elevation_area, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  TOGGLE,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_size (QpElevationArea *self)
{
  return self->elevation.name != NULL && qp_elevation_has_size (&self->elevation);
}

static void
fit_now (QpElevationArea *self)
{
  QpPlanStyle style;

  if (!has_size (self) || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  qp_view_style_init (&style, GTK_WIDGET (self));
  qp_elevation_fit (&self->viewport, &self->elevation, &self->view, 0, &style);
}

/* -- drawing -- */

/* on a card, so that it can be read over cabinets too */
static void
paint_scale (QpElevationArea *self, cairo_t *cr, double width, double height, const QpPlanStyle *style)
{
  const double bar = MIN (140, width / 3), y = height - 14;
  const QpBox box = qp_box_grown (qp_paint_scale_bar (cr, MARGIN_PX, y, bar, self->viewport.scale, 0, style), 6);

  qp_path_rounded (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, 6);
  qp_set_colour (cr, style->paper);
  cairo_fill (cr);
  qp_paint_scale_bar (cr, MARGIN_PX, y, bar, self->viewport.scale, 0, style);
}

static void
paint (QpElevationArea *self, cairo_t *cr, double width, double height)
{
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (self));
  if (!has_size (self))
    {
      qp_paint_elevation (cr, width, height, 0, &self->elevation, &self->view, &style);
      return;
    }
  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  qp_paint_elevation_in (cr, &self->viewport, &self->elevation, &self->view, &style);
  paint_scale (self, cr, width, height, &style);
}

static void
qp_elevation_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QpElevationArea *self = QP_ELEVATION_AREA (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->elevation.name == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  paint (self, cr, width, height);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
qp_elevation_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QpElevationArea *self = QP_ELEVATION_AREA (widget);

  qp_viewport_resize (&self->viewport, width, height, gtk_widget_get_scale_factor (widget));
  if (self->is_fitted)
    fit_now (self);
}

/* -- what is chosen -- */

static void
tell_chosen (QpElevationArea *self)
{
  g_autofree char *words = self->view.has_chosen ? qp_elevation_describe (&self->elevation, self->view.chosen) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : _ ("No cabinet is chosen"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
set_range (QpElevationArea *self)
{
  const guint c0 = MIN (self->anchor.column, self->cursor.column), c1 = MAX (self->anchor.column, self->cursor.column);
  const guint r0 = MIN (self->anchor.row, self->cursor.row), r1 = MAX (self->anchor.row, self->cursor.row);

  self->view.chosen = (QpCellRange){ c0, r0, c1 - c0 + 1, r1 - r0 + 1 };
  self->view.has_chosen = TRUE;
  tell_chosen (self);
}

/**
 * qp_elevation_area_chosen:
 * @self: an area
 * @range: (out): the cabinets
 *
 * Returns: whether cabinets are chosen
 */
gboolean
qp_elevation_area_chosen (QpElevationArea *self, QpCellRange *range)
{
  *range = self->view.chosen;
  return self->view.has_chosen;
}

/**
 * qp_elevation_area_choose:
 * @self: an area
 * @range: (nullable): cabinets of its grid; %NULL = none
 *
 * Chooses cabinets.
 */
void
qp_elevation_area_choose (QpElevationArea *self, const QpCellRange *range)
{
  if (range == NULL)
    {
      if (!self->view.has_chosen)
        return;
      self->view.has_chosen = FALSE;
      tell_chosen (self);
      return;
    }
  self->anchor = (QpCellRef){ range->column, range->row };
  self->cursor = (QpCellRef){ range->column + range->columns - 1, range->row + range->rows - 1 };
  set_range (self);
}

/* for the input: chooses a cabinet, or all up to it */
void
qp_elevation_area_choose_from (QpElevationArea *self, guint column, guint row, gboolean extend)
{
  const QpCellRef cell = { column, row };

  if (!extend || !self->view.has_chosen)
    self->anchor = cell;
  if (extend && self->view.has_chosen && self->cursor.column == column && self->cursor.row == row)
    return;
  self->cursor = cell;
  set_range (self);
}

static guint
moved (guint at, int by, guint n)
{
  return (guint) CLAMP ((gint64) at + by, 0, (gint64) n - 1);
}

/* for the input: an arrow key, as the eye sees it */
void
qp_elevation_area_move_choice (QpElevationArea *self, int across, int down, gboolean extend)
{
  const QpCells *cells = &self->elevation.shape.cells;

  if (!has_size (self))
    return;
  if (!self->view.has_chosen)
    self->cursor = (QpCellRef){ self->view.back ? cells->columns - 1 : 0, 0 };
  else
    self->cursor = (QpCellRef){ moved (self->cursor.column, self->view.back ? -across : across, cells->columns),
                                moved (self->cursor.row, down, cells->rows) };
  if (!extend || !self->view.has_chosen)
    self->anchor = self->cursor;
  const QpBox box = qp_elevation_cell (&self->elevation, self->cursor.column, self->cursor.row);
  if (qp_viewport_reveal (&self->viewport, qp_elevation_mirror_box (&self->elevation, self->view.back, box), MARGIN_PX))
    self->is_fitted = FALSE;
  set_range (self);
}

/* for the input: which cell is at a place of the widget */
gboolean
qp_elevation_area_cell_at (QpElevationArea *self, QpVec px, gboolean nearest, guint *column, guint *row)
{
  if (!has_size (self))
    return FALSE;
  QpVec place = qp_viewport_to_plan (&self->viewport, px);
  place.x = qp_elevation_mirror (&self->elevation, self->view.back, place.x);
  return qp_elevation_cell_at (&self->elevation, place, nearest, column, row);
}

/* -- what is seen -- */

static void
moved_by_hand (QpElevationArea *self)
{
  self->is_fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* for the input */
void
qp_elevation_area_pan (QpElevationArea *self, double dx, double dy)
{
  qp_viewport_pan_px (&self->viewport, dx, dy);
  moved_by_hand (self);
}

/* for the input */
void
qp_elevation_area_zoom_at (QpElevationArea *self, double factor, QpVec px)
{
  qp_viewport_zoom_at (&self->viewport, factor, px);
  moved_by_hand (self);
}

/**
 * qp_elevation_area_step_zoom:
 * @self: an area
 * @steps: presses of a key; positive to see less and larger
 */
void
qp_elevation_area_step_zoom (QpElevationArea *self, int steps)
{
  qp_viewport_step_zoom (&self->viewport, steps, qp_vec (self->viewport.width / 2, self->viewport.height / 2));
  moved_by_hand (self);
}

/**
 * qp_elevation_area_fit:
 * @self: an area
 *
 * Shows all of the screen, also when the widget changes its size, until somebody zooms.
 */
void
qp_elevation_area_fit (QpElevationArea *self)
{
  self->is_fitted = TRUE;
  fit_now (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qp_elevation_area_fit_chosen:
 * @self: an area
 *
 * Shows the chosen cabinets as large as they fit; all of the screen when none is chosen.
 */
void
qp_elevation_area_fit_chosen (QpElevationArea *self)
{
  if (!self->view.has_chosen)
    {
      qp_elevation_area_fit (self);
      return;
    }
  const QpBox box = qp_elevation_range (&self->elevation, self->view.chosen);
  qp_viewport_fit (&self->viewport, qp_elevation_mirror_box (&self->elevation, self->view.back, box), 4 * MARGIN_PX);
  moved_by_hand (self);
}

/**
 * qp_elevation_area_set_ratio:
 * @self: an area
 * @ratio: N of a scale of 1 : N
 */
void
qp_elevation_area_set_ratio (QpElevationArea *self, double ratio)
{
  qp_viewport_set_ratio (&self->viewport, ratio);
  moved_by_hand (self);
}

/**
 * qp_elevation_area_viewport:
 * @self: an area
 *
 * Returns: (transfer none): what is seen
 */
const QpViewport *
qp_elevation_area_viewport (QpElevationArea *self)
{
  return &self->viewport;
}

/* -- what is shown -- */

/* the same screen with another grid: what was chosen may be gone */
static void
keep_choice (QpElevationArea *self)
{
  const QpCells *cells = &self->elevation.shape.cells;
  const QpCellRange range = self->view.chosen;

  if (self->view.has_chosen
      && (!has_size (self) || range.column + range.columns > cells->columns || range.row + range.rows > cells->rows))
    qp_elevation_area_choose (self, NULL);
  else if (self->view.has_chosen)
    tell_chosen (self);
}

/**
 * qp_elevation_area_show:
 * @self: an area
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Shows a screen. Another one than before is shown whole; the same one stays where it is, unless it was shown whole.
 */
void
qp_elevation_area_show (QpElevationArea *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  const gboolean same = qp_id_equal (self->screen, screen->node.id);

  qp_elevation_clear (&self->elevation);
  qp_elevation_init (&self->elevation, screen, catalogue);
  self->screen = screen->node.id;
  if (!same)
    {
      self->is_fitted = TRUE;
      qp_elevation_area_choose (self, NULL);
    }
  keep_choice (self);
  if (self->is_fitted)
    fit_now (self);
  g_autofree char *label = g_strdup_printf (_ ("Elevation of %s"), self->elevation.name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qp_elevation_area_elevation:
 * @self: an area that shows a screen
 *
 * Returns: (transfer none): what it shows
 */
const QpElevation *
qp_elevation_area_elevation (QpElevationArea *self)
{
  return &self->elevation;
}

/**
 * qp_elevation_area_view:
 * @self: an area
 *
 * Returns: (transfer none): how it is looked at
 */
const QpElevationView *
qp_elevation_area_view (QpElevationArea *self)
{
  return &self->view;
}

/**
 * qp_elevation_area_set_back:
 * @self: an area
 * @back: whether the screen is seen from behind
 *
 * What is in the middle of the view stays there.
 */
void
qp_elevation_area_set_back (QpElevationArea *self, gboolean back)
{
  if (self->view.back == !!back)
    return;
  self->view.back = !!back;
  if (has_size (self))
    self->viewport.center.x = qp_elevation_mirror (&self->elevation, TRUE, self->viewport.center.x);
  if (self->is_fitted)
    fit_now (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qp_elevation_area_set_layer:
 * @self: an area
 * @layer: one of #QpElevationLayers
 * @shown: whether it is shown
 */
void
qp_elevation_area_set_layer (QpElevationArea *self, guint layer, gboolean shown)
{
  self->view.layers = shown ? self->view.layers | layer : self->view.layers & ~layer;
  if (self->is_fitted)
    fit_now (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qp_elevation_area_set_paths:
 * @self: an area
 * @paths: (nullable): what runs over the cabinets, as data ports or power circuits; seen with %QP_SHOW_PATHS
 * @n_paths: how many
 * @owner: (nullable): what keeps @paths
 * @free_owner: (nullable): called on @owner when @paths are no longer needed
 */
void
qp_elevation_area_set_paths (QpElevationArea *self, const QpElevationPath *paths, guint n_paths, gpointer owner,
                             GDestroyNotify free_owner)
{
  if (self->free_paths != NULL)
    self->free_paths (self->paths_owner);
  self->paths_owner = owner;
  self->free_paths = free_owner;
  self->view.paths = paths;
  self->view.n_paths = n_paths;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
qp_elevation_area_finalize (GObject *object)
{
  QpElevationArea *self = QP_ELEVATION_AREA (object);

  if (self->free_paths != NULL)
    self->free_paths (self->paths_owner);
  qp_elevation_clear (&self->elevation);
  G_OBJECT_CLASS (qp_elevation_area_parent_class)->finalize (object);
}

static void
qp_elevation_area_class_init (QpElevationAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qp_elevation_area_finalize;
  widget_class->snapshot = qp_elevation_area_snapshot;
  widget_class->size_allocate = qp_elevation_area_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN]
      = g_signal_new ("chosen", QP_TYPE_ELEVATION_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOGGLE]
      = g_signal_new ("toggle", QP_TYPE_ELEVATION_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", QP_TYPE_ELEVATION_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
qp_elevation_area_init (QpElevationArea *self)
{
  self->view = QP_ELEVATION_VIEW_USUAL;
  self->is_fitted = TRUE;
  qp_viewport_init (&self->viewport, 1, 1, 1);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  qp_view_redraw_on_dark (GTK_WIDGET (self));
  qp_elevation_area_add_input (self);
}
