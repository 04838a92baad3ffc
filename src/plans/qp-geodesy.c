/* qp-geodesy.c: places on earth, and the flat plan around one of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places are in degrees, x the longitude and y the latitude.
 */
#include "plans/qp-geodesy.h"

/* WGS 84: NIMA TR8350.2, 3rd edition, table 3.1; CGCS2000 differs by less than 0.1 mm */
#define SEMI_MAJOR_M 6378137.0
#define ECCENTRICITY_2 0.00669437999014

/* GCJ-02 is computed on the ellipsoid of Krassowsky */
#define GCJ_SEMI_MAJOR_M 6378245.0
#define GCJ_ECCENTRICITY_2 0.00669342162296594323
#define GCJ_ROUNDS 10

#define RADIANS (G_PI / 180)

/* geocentric place of a point on the ellipsoid: TR8350.2, equation 4-14 with h = 0 */
static void
to_geocentric (QpVec degrees, double place[3])
{
  const double latitude = degrees.y * RADIANS, longitude = degrees.x * RADIANS;
  const double n = SEMI_MAJOR_M / sqrt (1 - ECCENTRICITY_2 * sin (latitude) * sin (latitude));

  place[0] = n * cos (latitude) * cos (longitude);
  place[1] = n * cos (latitude) * sin (longitude);
  place[2] = n * (1 - ECCENTRICITY_2) * sin (latitude);
}

/**
 * qp_tangent_init:
 * @self: (out): a plane
 * @degrees: where it touches the earth
 */
void
qp_tangent_init (QpTangent *self, QpVec degrees)
{
  self->sin_latitude = sin (degrees.y * RADIANS);
  self->cos_latitude = cos (degrees.y * RADIANS);
  self->longitude = degrees.x * RADIANS;
  to_geocentric (degrees, self->origin);
}

/**
 * qp_tangent_place:
 * @self: a plane
 * @degrees: a place on earth, WGS 84
 *
 * Where a place stands on the plan: the east and north parts of the vector to it from where the plane touches
 * (topocentric rotation of geocentric differences). Looking straight down, distances d metres from the middle are too
 * short by about d³ / (6 R²): 4 mm at 10 km, 0.5 m at 50 km, 4 m at 100 km.
 *
 * Returns: metres to the east and to the north
 */
QpVec
qp_tangent_place (const QpTangent *self, QpVec degrees)
{
  double place[3];

  to_geocentric (degrees, place);
  const double dx = place[0] - self->origin[0], dy = place[1] - self->origin[1], dz = place[2] - self->origin[2];
  const double sine = sin (self->longitude), cosine = cos (self->longitude);
  return qp_vec (-sine * dx + cosine * dy,
                 -self->sin_latitude * cosine * dx - self->sin_latitude * sine * dy + self->cos_latitude * dz);
}

static double
waves (double x)
{
  return (20 * sin (6 * x * G_PI) + 20 * sin (2 * x * G_PI)) * 2 / 3;
}

static double
gcj_east (double x, double y)
{
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt (fabs (x)) + waves (x)
         + (20 * sin (x * G_PI) + 40 * sin (x / 3 * G_PI)) * 2 / 3
         + (150 * sin (x / 12 * G_PI) + 300 * sin (x / 30 * G_PI)) * 2 / 3;
}

static double
gcj_north (double x, double y)
{
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt (fabs (x)) + waves (x)
         + (20 * sin (y * G_PI) + 40 * sin (y / 3 * G_PI)) * 2 / 3
         + (160 * sin (y / 12 * G_PI) + 320 * sin (y * G_PI / 30)) * 2 / 3;
}

/* the shift is applied within this rectangle only */
static gboolean
is_shifted (QpVec degrees)
{
  return degrees.x >= 72.004 && degrees.x <= 137.8347 && degrees.y >= 0.8293 && degrees.y <= 55.8271;
}

/**
 * qp_gcj02_from_wgs84:
 * @degrees: a place, WGS 84
 *
 * The shift of Chinese web maps, by the formula that is publicly known as "eviltransform"; it was never published
 * officially.
 *
 * Returns: the same place in GCJ-02; outside China as it was
 */
QpVec
qp_gcj02_from_wgs84 (QpVec degrees)
{
  if (!is_shifted (degrees))
    return degrees;
  const double latitude = degrees.y * RADIANS;
  const double magic = 1 - GCJ_ECCENTRICITY_2 * sin (latitude) * sin (latitude);
  const double root = sqrt (magic);
  const double east = gcj_east (degrees.x - 105, degrees.y - 35), north = gcj_north (degrees.x - 105, degrees.y - 35);
  return qp_vec (degrees.x + east / (GCJ_SEMI_MAJOR_M / root * cos (latitude) * RADIANS),
                 degrees.y + north / (GCJ_SEMI_MAJOR_M * (1 - GCJ_ECCENTRICITY_2) / (magic * root) * RADIANS));
}

/**
 * qp_wgs84_from_gcj02:
 * @degrees: a place, GCJ-02
 *
 * The inverse of qp_gcj02_from_wgs84() by iteration: the shift changes so slowly that each round leaves less than a
 * hundredth of the error; ten leave nothing that a double can hold.
 *
 * Returns: the same place in WGS 84
 */
QpVec
qp_wgs84_from_gcj02 (QpVec degrees)
{
  QpVec guess = degrees;

  for (guint i = 0; i < GCJ_ROUNDS; i++)
    guess = qp_vec_add (guess, qp_vec_sub (degrees, qp_gcj02_from_wgs84 (guess)));
  return guess;
}

/**
 * qp_degrees_from_web_mercator:
 * @metres: a place in EPSG:3857
 *
 * Returns: the same in degrees: spherical Mercator with the greater radius of WGS 84 (EPSG method 1024)
 */
QpVec
qp_degrees_from_web_mercator (QpVec metres)
{
  return qp_vec (metres.x / SEMI_MAJOR_M / RADIANS, atan (sinh (metres.y / SEMI_MAJOR_M)) / RADIANS);
}
