/* qp-look.h: what somebody sees of one screen: how much, from how far, how well
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-formula.h"
#include "engine/qp-sight.h"

G_BEGIN_DECLS

/**
 * QpLookGrade:
 * @QP_LOOK_BEHIND: no part of the face looks to the viewer
 * @QP_LOOK_BLOCKED: obstacles hide all that does
 * @QP_LOOK_SEEN: some of it is seen, too small or too far aside to be noticed
 * @QP_LOOK_NOTICED: what is seen fills 1.5°, not too far aside (Geopath)
 * @QP_LOOK_READABLE: characters can be read
 * @QP_LOOK_PIXEL_FREE: they can be read and single pixels are not seen
 */
typedef enum
{
  QP_LOOK_BEHIND,
  QP_LOOK_BLOCKED,
  QP_LOOK_SEEN,
  QP_LOOK_NOTICED,
  QP_LOOK_READABLE,
  QP_LOOK_PIXEL_FREE,
  QP_LOOK_GRADES,
} QpLookGrade;

const char *qp_look_grade_key (QpLookGrade grade);
const char *qp_look_grade_name (QpLookGrade grade);

/**
 * QpLookCone:
 *
 * Whether a viewer is where the luminance is at least half of that in front.
 */
typedef enum
{
  QP_LOOK_CONE_NOT_KNOWN,
  QP_LOOK_CONE_INSIDE,
  QP_LOOK_CONE_OUTSIDE,
} QpLookCone;

/**
 * QpLookOptions:
 * @char_height_m: height of the characters to be read, metres; NaN: @char_dots pixels
 * @char_dots: dots of a character where its height is not given
 * @char_distances: reading distance in heights of the character (GB/T 29458)
 * @pixel_arcmin: angle below which a pixel is not seen
 * @notice_deg: angle that has to be filled to be noticed (Geopath)
 * @notice_aside_deg: greatest angle across off the axis at which a screen is noticed (Geopath)
 * @read_share: share of the parts facing the viewer that has to be seen for reading, 0 … 1; our own choice
 *
 * What the grades hang on.
 */
typedef struct
{
  double char_height_m;
  double char_dots;
  double char_distances;
  double pixel_arcmin;
  double notice_deg;
  double notice_aside_deg;
  double read_share;
} QpLookOptions;

#define QP_LOOK_OPTIONS_INIT ((QpLookOptions){ NAN, 16, 345, 1, 1.5, 60, 0.5 })

/**
 * QpLookPlate:
 * @first: its first part
 * @n: how many parts it has
 * @whole: all of them as one; looks where they do
 * @solid: whether the parts fill the rectangle of @whole
 *
 * Parts that follow each other in one plane.
 */
typedef struct
{
  guint first;
  guint n;
  QpSightSample whole;
  gboolean solid;
} QpLookPlate;

/**
 * QpLookScreen:
 * @screen: (transfer none): the screen
 * @shape: where its cabinets are
 * @samples: (element-type QpSightSample): the parts of its faces; none when the size of its cabinets is not known
 * @plates: (element-type QpLookPlate): the same parts put together
 * @options: what the grades hang on
 * @pitch_mm: the greater of the pixel pitches across and down; NaN when not known
 * @half_h_deg: half of the angle across at which the luminance is half; NaN when not published
 * @half_v_deg: and down
 * @char_height_m: height of the characters to be read; NaN when not known
 * @readable_m: how far they can be read from in front; NaN when not known
 * @pixel_free_m: beyond which single pixels are not seen; NaN when not known
 * @notice_heights: distance of notice ÷ the size seen
 *
 * A screen ready to be looked at from many places. Immutable, safe to read in any thread.
 */
typedef struct
{
  const QpScreen *screen;
  QpShape shape;
  GArray *samples;
  GArray *plates;
  QpLookOptions options;
  double pitch_mm;
  double half_h_deg;
  double half_v_deg;
  double char_height_m;
  double readable_m;
  double pixel_free_m;
  double notice_heights;
  const QpFormula *arcmin;
  const QpFormula *ppd;
} QpLookScreen;

gboolean qp_look_screen_init (QpLookScreen *self, const QpScreen *screen, const QpCatalogue *catalogue,
                              const QpLookOptions *options, guint parts);
void qp_look_screen_clear (QpLookScreen *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpLookScreen, qp_look_screen_clear)

/** QP_LOOK_PARTS: about how many parts a side of a screen is cut into */
#define QP_LOOK_PARTS 48

/**
 * QpLook:
 * @grade: how well it is seen
 * @share: share of all faces that is seen, 0 … 1; behind glass by its transparency
 * @facing: share of all faces that looks to the viewer, seen or not
 * @clear: @share ÷ @facing; NaN behind the screen
 * @nearest_m: distance to the nearest point that is seen
 * @middle_m: distance to the middle of what looks to the viewer
 * @off_axis_deg: angle between what is seen looks and the line to the eye
 * @off_axis_h_deg: the same across, positive at the right of somebody before it
 * @off_axis_v_deg: and up, positive above
 * @cone: whether it is within the angles of half luminance
 * @arcmin_per_px: angle of a pixel at the nearest point, as on its axis
 * @px_per_deg: pixels in a degree there
 * @width_deg: angle from the left end of what is seen to the right one, on the plan
 * @height_deg: angle between the lowest and the highest elevation of what is seen
 * @squeeze: area of what is seen as it appears ÷ its area: 1 in front, 0 from the edge
 * @reading: how far characters can be read from there ÷ how far it is: 1 and more where they can; 0 when too little is seen
 * @noticing: how far what is seen would be noticed from there ÷ how far it is; 0 too far aside
 * @blocker: (nullable) (transfer none): the obstacle that hides most of it
 * @hidden: share of all faces that obstacles hide
 *
 * What somebody sees of a screen. Lengths are metres, in space; what is not known, or of what is not seen, is NaN.
 */
typedef struct
{
  QpLookGrade grade;
  double share;
  double facing;
  double clear;
  double nearest_m;
  double middle_m;
  double off_axis_deg;
  double off_axis_h_deg;
  double off_axis_v_deg;
  QpLookCone cone;
  double arcmin_per_px;
  double px_per_deg;
  double width_deg;
  double height_deg;
  double squeeze;
  double reading;
  double noticing;
  const QpNode *blocker;
  double hidden;
} QpLook;

void qp_look (const QpLookScreen *self, const GArray *walls, QpVec3 eye, QpLook *look, gboolean *seen);
QpSightMap *qp_look_map (const QpLookScreen *self, const GArray *walls, const QpSightGrid *grid, QpSightGoOn go_on, gpointer data);
void qp_look_at_cell (const QpLookScreen *self, const QpSightMap *map, guint column, guint row, QpLook *look);
void qp_look_at_cell_roughly (const QpLookScreen *self, const QpSightMap *map, guint column, guint row, QpLook *look);

G_END_DECLS
