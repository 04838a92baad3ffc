/* qp-elevation.c: what the elevation of a screen shows, as plain data
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-elevation.h"

#include "engine/qp-estimate.h"

#include <math.h>

#define PERSON_M 1.7

/**
 * qp_elevation_init:
 * @self: (out caller-allocates): an elevation
 * @screen: a screen; must live as long as @self
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Reads what the elevation shows. End with qp_elevation_clear().
 */
void
qp_elevation_init (QpElevation *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  QpCell cell;
  const QpCabinet *cabinet
      = catalogue != NULL && screen->cabinet != NULL ? qp_catalogue_cabinet (catalogue, screen->cabinet) : NULL;

  *self = (QpElevation){ .name = screen->name, .cell_width_m = NAN, .cell_height_m = NAN, .bottom_m = NAN };
  self->columns = MAX (0, screen->columns);
  self->rows = MAX (0, screen->rows);
  self->missing = screen->missing_cells;
  if (cabinet != NULL)
    self->cabinet = qp_cabinet_title (cabinet);
  if (screen->bottom_height_m != QP_UNSET)
    self->bottom_m = qp_m_from_um (screen->bottom_height_m);
  if (qp_screen_cell (screen, catalogue, &cell))
    {
      self->cell_width_m = cell.width_um > 0 ? qp_m_from_um (cell.width_um) : NAN;
      self->cell_height_m = cell.height_um > 0 ? qp_m_from_um (cell.height_um) : NAN;
      self->cell_px_w = MAX (0, cell.px_w);
      self->cell_px_h = MAX (0, cell.px_h);
    }
  /* the first choice is "flat" */
  if (screen->shape > 0)
    self->shape_note = g_strdup_printf (_ ("Drawn unrolled; its shape: %s"), _ (qp_values_shape[screen->shape].label));
}

/**
 * qp_elevation_clear:
 * @self: an elevation
 */
void
qp_elevation_clear (QpElevation *self)
{
  g_clear_pointer (&self->cabinet, g_free);
  g_clear_pointer (&self->shape_note, g_free);
}

/**
 * qp_elevation_has_size:
 * @self: an elevation
 *
 * Returns: whether there is something to be drawn to scale
 */
gboolean
qp_elevation_has_size (const QpElevation *self)
{
  return self->columns > 0 && self->rows > 0 && self->cell_width_m > 0 && self->cell_height_m > 0;
}

/**
 * qp_elevation_width:
 * @self: an elevation with a size
 *
 * Returns: width of the face, metres
 */
double
qp_elevation_width (const QpElevation *self)
{
  return (double) self->columns * self->cell_width_m;
}

/**
 * qp_elevation_height:
 * @self: an elevation with a size
 *
 * Returns: height of the face, metres
 */
double
qp_elevation_height (const QpElevation *self)
{
  return (double) self->rows * self->cell_height_m;
}

/**
 * qp_elevation_bottom:
 * @self: an elevation with a size
 *
 * Returns: bottom edge above the ground in metres; 0 when it is not known
 */
double
qp_elevation_bottom (const QpElevation *self)
{
  return isfinite (self->bottom_m) ? self->bottom_m : 0;
}

/**
 * qp_elevation_person_x:
 * @self: an elevation with a size
 *
 * Returns: where the person stands, metres from the left edge of the face
 */
double
qp_elevation_person_x (const QpElevation *self)
{
  return qp_elevation_width (self) + MAX (1.2, 0.04 * qp_elevation_width (self));
}

/**
 * qp_elevation_bounds:
 * @self: an elevation with a size
 *
 * Returns: the box around screen, person and ground in metres; x from the screen's left edge, y up from the ground
 */
QpBox
qp_elevation_bounds (const QpElevation *self)
{
  return (QpBox){ 0, fmin (0, qp_elevation_bottom (self)), qp_elevation_person_x (self) + 0.5,
                  fmax (PERSON_M, qp_elevation_bottom (self) + qp_elevation_height (self)) };
}
