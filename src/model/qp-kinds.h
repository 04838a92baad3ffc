/* qp-kinds.h: every kind of node and its fields; a new field is one line here
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row: F (name, TYPE, UNIT, least, greatest, default text or NULL, choices or NULL, GROUP, since minor
 * version, label). The row makes the struct member and the table entry; reading, writing, range checks,
 * equality, diff, the inspector, JSON, the schema test and the random documents of the tests walk the table.
 * The name is the XML attribute and the JSON key; order here is the order in the file.
 */
#pragma once

#include "model/qp-kinds-equipment.h"
#include "model/qp-node.h"

#include <math.h>

G_BEGIN_DECLS

/** QP_ANY: no bound on this side */
#define QP_ANY ((double) NAN)

extern const QpEnumValue qp_values_site_kind[];
extern const QpEnumValue qp_values_zone[];
extern const QpEnumValue qp_values_status[];
extern const QpEnumValue qp_values_standards[];
extern const QpEnumValue qp_values_background_format[];
extern const QpEnumValue qp_values_scale_basis[];
extern const QpEnumValue qp_values_obstacle_kind[];
extern const QpEnumValue qp_values_audience_kind[];
extern const QpEnumValue qp_values_receptor_kind[];
extern const QpEnumValue qp_values_project_kind[];
extern const QpEnumValue qp_values_environment[];
extern const QpEnumValue qp_values_mount[];
extern const QpEnumValue qp_values_shape[];
extern const QpEnumValue qp_values_chroma[];
extern const QpEnumValue qp_values_hdr[];
extern const QpEnumValue qp_values_codec[];
extern const QpEnumValue qp_values_audio[];
extern const QpEnumValue qp_values_tier[];
extern const QpEnumValue qp_values_slot_kind[];
extern const QpEnumValue qp_values_cost_group[];
extern const QpEnumValue qp_values_fact_basis[];
extern const QpEnumValue qp_values_technology[];
extern const QpEnumValue qp_values_application[];
extern const QpEnumValue qp_values_service[];
extern const QpEnumValue qp_values_grade[];
extern const QpEnumValue qp_values_controller_kind[];
extern const QpEnumValue qp_values_price_per[];
extern const QpEnumValue qp_values_terrain[];
extern const QpEnumValue qp_values_exposure[];
extern const QpEnumValue qp_values_start[];
extern const QpEnumValue qp_values_order[];
extern const QpEnumValue qp_values_demand[];
extern const QpEnumValue qp_values_binding[];
extern const QpEnumValue qp_values_rule_status[];
extern const QpEnumValue qp_values_grid[];

/* clang-format off */

#define QP_PROJECT_FIELDS(F) \
  F (title,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Title")) \
  F (city,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("City or region")) \
  F (author,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Author")) \
  F (organisation,     STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Organisation")) \
  F (owner, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Owner")) \
  F (secrecy, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Level of secrecy")) \
  F (revision,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Revision")) \
  F (language,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Language of the report")) \
  F (standards,        ENUM,   NONE, QP_ANY, QP_ANY, "cn", qp_values_standards, GENERAL, 0, N_("Standards profile")) \
  F (currency,         STRING, NONE, QP_ANY, QP_ANY, "CNY", NULL, MONEY, 0, N_("Currency")) \
  F (tariff_per_kwh,   REAL,   MONEY_PER_KWH, 0, 100, NULL, NULL, MONEY, 0, N_("Electricity tariff")) \
  F (discount_rate_percent, REAL, PERCENT, 0, 100, NULL, NULL, MONEY, 0, N_("Discount rate")) \
  F (horizon_years,    INT,    YEAR, 1, 50, NULL, NULL, MONEY, 0, N_("Horizon")) \
  F (tax_percent,      REAL,   PERCENT, 0, 100, NULL, NULL, MONEY, 0, N_("Tax")) \
  F (carbon_kg_per_kwh, REAL,  KG_PER_KWH, 0, 10, NULL, NULL, MONEY, 0, N_("Grid carbon factor")) \
  F (grid, ENUM, NONE, QP_ANY, QP_ANY, NULL, qp_values_grid, MONEY, 3, N_("Grid of the carbon factor")) \
  F (first_year, INT, YEAR, 1990, 2200, NULL, NULL, MONEY, 3, N_("First year")) \
  F (rise_percent, REAL, PERCENT, -50, 100, NULL, NULL, MONEY, 3, N_("Yearly rise of running costs")) \
  F (tariff_rise_percent, REAL, PERCENT, -50, 100, NULL, NULL, MONEY, 3, N_("Yearly rise of the tariff")) \
  F (tariff_periods, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 3, N_("Tariff by time of day")) \
  F (residual_percent, REAL, PERCENT, 0, 100, NULL, NULL, MONEY, 3, N_("Residual value of the display")) \
  F (price_age_months, INT, NONE, 1, 600, "24", NULL, MONEY, 3, N_("Months until a price is old")) \
  F (morning_from, TIME, NONE, 0, 1440, "06:00", NULL, PEOPLE, 3, N_("Morning begins at")) \
  F (day_from, TIME, NONE, 0, 1440, "10:00", NULL, PEOPLE, 3, N_("Day begins at")) \
  F (evening_from, TIME, NONE, 0, 1440, "17:00", NULL, PEOPLE, 3, N_("Evening begins at")) \
  F (night_from, TIME, NONE, 0, 1440, "22:00", NULL, PEOPLE, 3, N_("Night begins at")) \
  F (walk_view_deg, REAL, DEG, 10, 360, "180", NULL, PEOPLE, 3, N_("Field in which walkers see, ahead of them")) \
  F (least_view_s, REAL, S, 0, 60, "1", NULL, PEOPLE, 3, N_("Least time in view that counts as seen")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

#define QP_SITE_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (local_name,       STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Local name")) \
  F (kind,             ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_site_kind, GENERAL, 0, N_("Kind of venue")) \
  F (status,           ENUM,   NONE, QP_ANY, QP_ANY, "planned", qp_values_status, GENERAL, 0, N_("Status")) \
  F (phase,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Phase")) \
  F (city,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, PLACE, 0, N_("City")) \
  F (district,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, PLACE, 0, N_("District")) \
  F (address,          STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, PLACE, 0, N_("Address")) \
  F (latitude_deg,     REAL,   DEG,  -90, 90, NULL, NULL, PLACE, 0, N_("Latitude (WGS 84)")) \
  F (longitude_deg,    REAL,   DEG,  -180, 180, NULL, NULL, PLACE, 0, N_("Longitude (WGS 84)")) \
  F (position_basis,   STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, PLACE, 0, N_("Basis of the position")) \
  F (road_width_m,     LENGTH, M,    0, 1000, NULL, NULL, PLACE, 0, N_("Road red-line width")) \
  F (zone,             ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_zone, PLACE, 0, N_("Environmental zone")) \
  F (ambient_day_lx,   REAL,   LX,   0, 200000, NULL, NULL, PLACE, 0, N_("Ambient illuminance by day")) \
  F (ambient_night_lx, REAL,   LX,   0, 10000, NULL, NULL, PLACE, 0, N_("Ambient illuminance by night")) \
  F (curfew, TIME, NONE, 0, 1440, NULL, NULL, PLACE, 3, N_("Curfew of lighting")) \
  F (terrain, ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_terrain, STRUCTURE, 2, N_("Terrain roughness (GB 50009)")) \
  F (basic_wind_kpa, REAL,   KPA, 0, 3, NULL, NULL, STRUCTURE, 2, N_("Basic wind pressure, 50 years (GB 50009)")) \
  F (wind_source, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, STRUCTURE, 2, N_("Source of the wind figures")) \
  F (exposure, ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_exposure, STRUCTURE, 2, N_("Exposure (ASCE 7)")) \
  F (wind_speed_m_per_s, REAL,   M_PER_S, 0, 120, NULL, NULL, STRUCTURE, 2, N_("Basic wind speed, 3 s gust (ASCE 7)")) \
  F (build_year, INT, YEAR, 1990, 2200, NULL, NULL, MONEY, 3, N_("Year of building")) \
  F (permit_years, INT, YEAR, 1, 100, NULL, NULL, MONEY, 3, N_("Years that the permit lasts")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

#define QP_PLAN_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (level_height_m,   LENGTH, M,    -200, 2000, "0", NULL, PLACE, 0, N_("Height of the level")) \
  F (north_deg,        REAL,   DEG,  0, 360, "0", NULL, PLACE, 0, N_("Direction of north, clockwise from up")) \
  F (hidden_layers,    STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Hidden layers")) \
  F (locked_layers,    STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Locked layers")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

/* Place: (x_m, y_m) is the lower left corner, around which it is turned clockwise. The crop, a polygon, and calibration and
 * check points are in drawing units from that corner, y up, so that they move and grow with the background. */
#define QP_BACKGROUND_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (format,           ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_background_format, GENERAL, 0, N_("Format")) \
  F (file_name,        STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("File name")) \
  F (link,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Linked file")) \
  F (page,             INT,    NONE, 1, 100000, NULL, NULL, GENERAL, 0, N_("Page")) \
  F (hidden_layers,    STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Hidden layers of the drawing")) \
  F (gcj02,            BOOL,   NONE, QP_ANY, QP_ANY, "no", NULL, GENERAL, 1, N_("Coordinates are shifted (GCJ-02)")) \
  F (schematic,        BOOL,   NONE, QP_ANY, QP_ANY, "no", NULL, GENERAL, 0, N_("Schematic, not surveyed")) \
  F (visible,          BOOL,   NONE, QP_ANY, QP_ANY, "yes", NULL, GENERAL, 0, N_("Visible")) \
  F (locked,           BOOL,   NONE, QP_ANY, QP_ANY, "yes", NULL, GENERAL, 0, N_("Locked")) \
  F (grey,             BOOL,   NONE, QP_ANY, QP_ANY, "no", NULL, GENERAL, 0, N_("Grey tone")) \
  F (opacity_percent,  REAL,   PERCENT, 0, 100, "100", NULL, GENERAL, 0, N_("Opacity")) \
  F (x_m,              LENGTH, M,    -1000000, 1000000, "0", NULL, PLACE, 0, N_("Left edge")) \
  F (y_m,              LENGTH, M,    -1000000, 1000000, "0", NULL, PLACE, 0, N_("Bottom edge")) \
  F (rotation_deg,     REAL,   DEG,  -360, 360, "0", NULL, PLACE, 0, N_("Rotation")) \
  F (metres_per_unit,  REAL,   NONE, 1e-9, 100000, NULL, NULL, PLACE, 0, N_("Metres per drawing unit")) \
  F (scale_basis,      ENUM,   NONE, QP_ANY, QP_ANY, "unknown", qp_values_scale_basis, PLACE, 0, N_("Basis of the scale")) \
  F (calibration_points, POINTS, NONE, QP_ANY, QP_ANY, NULL, NULL, PLACE, 0, N_("Calibration points in drawing units")) \
  F (calibration_length_m, LENGTH, M, 0.001, 1000000, NULL, NULL, PLACE, 0, N_("Calibration length")) \
  F (check_points,     POINTS, NONE, QP_ANY, QP_ANY, NULL, NULL, PLACE, 1, N_("Check points in drawing units")) \
  F (check_length_m,   LENGTH, M,    0.001, 1000000, NULL, NULL, PLACE, 1, N_("Check length")) \
  F (crop,             POINTS, NONE, QP_ANY, QP_ANY, NULL, NULL, PLACE, 0, N_("Crop")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source")) \
  F (data,             DATA,   NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 0, N_("Embedded file"))

#define QP_OBSTACLE_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (kind,             ENUM,   NONE, QP_ANY, QP_ANY, "building", qp_values_obstacle_kind, GENERAL, 0, N_("Kind")) \
  F (closed,           BOOL,   NONE, QP_ANY, QP_ANY, "yes", NULL, SHAPE, 0, N_("Closed outline")) \
  F (base_height_m,    LENGTH, M,    -200, 2000, "0", NULL, SHAPE, 0, N_("Base height")) \
  F (top_height_m,     LENGTH, M,    -200, 2000, NULL, NULL, SHAPE, 0, N_("Top height")) \
  F (transparency_percent, REAL, PERCENT, 0, 100, "0", NULL, SHAPE, 0, N_("Transparency")) \
  F (outline,          POINTS, M,    QP_ANY, QP_ANY, NULL, NULL, SHAPE, 0, N_("Outline")) \
  F (group,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Group")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

#define QP_AUDIENCE_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (kind,             ENUM,   NONE, QP_ANY, QP_ANY, "area", qp_values_audience_kind, GENERAL, 0, N_("Kind")) \
  F (eye_height_m,     LENGTH, M,    0, 50, "1.6", NULL, PEOPLE, 0, N_("Eye height")) \
  F (people_morning_per_h, REAL, PEOPLE_PER_H, 0, 1000000, NULL, NULL, PEOPLE, 0, N_("People in the morning")) \
  F (people_day_per_h, REAL,   PEOPLE_PER_H, 0, 1000000, NULL, NULL, PEOPLE, 0, N_("People by day")) \
  F (people_evening_per_h, REAL, PEOPLE_PER_H, 0, 1000000, NULL, NULL, PEOPLE, 0, N_("People in the evening")) \
  F (people_night_per_h, REAL, PEOPLE_PER_H, 0, 1000000, NULL, NULL, PEOPLE, 0, N_("People at night")) \
  F (dwell_s,          REAL,   S,    0, 86400, NULL, NULL, PEOPLE, 0, N_("Dwell time")) \
  F (speed_m_per_s,    REAL,   M_PER_S, 0, 100, NULL, NULL, PEOPLE, 0, N_("Walking speed")) \
  F (heading_deg,      REAL,   DEG,  0, 360, NULL, NULL, PEOPLE, 0, N_("Walking direction")) \
  F (outline,          POINTS, M,    QP_ANY, QP_ANY, NULL, NULL, SHAPE, 0, N_("Outline")) \
  F (group,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Group")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

#define QP_RECEPTOR_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (kind,             ENUM,   NONE, QP_ANY, QP_ANY, "home", qp_values_receptor_kind, GENERAL, 0, N_("Kind")) \
  F (base_height_m,    LENGTH, M,    -200, 2000, "1.5", NULL, SHAPE, 0, N_("Lowest window")) \
  F (top_height_m,     LENGTH, M,    -200, 2000, NULL, NULL, SHAPE, 0, N_("Highest window")) \
  F (facing_deg,       REAL,   DEG,  0, 360, NULL, NULL, SHAPE, 0, N_("Facing")) \
  F (outline,          POINTS, M,    QP_ANY, QP_ANY, NULL, NULL, SHAPE, 0, N_("Outline")) \
  F (group,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Group")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

#define QP_NOTE_FIELDS(F) \
  F (text,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Text")) \
  F (x_m,              LENGTH, M,    -1000000, 1000000, "0", NULL, PLACE, 0, N_("X")) \
  F (y_m,              LENGTH, M,    -1000000, 1000000, "0", NULL, PLACE, 0, N_("Y")) \
  F (group,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Group"))

#define QP_DIMENSION_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (outline,          POINTS, M,    QP_ANY, QP_ANY, NULL, NULL, SHAPE, 0, N_("End points")) \
  F (offset_m,         LENGTH, M,    -1000, 1000, "0", NULL, SHAPE, 0, N_("Offset of the line")) \
  F (from,             REF,    NONE, QP_ANY, QP_ANY, NULL, NULL, SHAPE, 1, N_("From object")) \
  F (from_point,       INT,    COUNT, 0, 1000000, NULL, NULL, DATA, 1, N_("Point of the first object")) \
  F (to,               REF,    NONE, QP_ANY, QP_ANY, NULL, NULL, SHAPE, 1, N_("To object")) \
  F (to_point,         INT,    COUNT, 0, 1000000, NULL, NULL, DATA, 1, N_("Point of the second object")) \
  F (group,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Group"))

/* Position: (x_m, y_m) is the middle of the face on the plan, for a corner its edge, for a column its axis (see
 * engine/qp-shape); facing_deg is where the face looks there, clockwise from up on the plan. Of radius and angle of an arc
 * one is given and the other follows; positive bulges towards the viewer. Faces count from the left as a viewer sees them. Cabinet: a key of the catalogue, or the four cabinet_… fields typed by hand. Columns and
 * rows count from 1, at the upper left as a viewer sees it. */
#define QP_SCREEN_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (status,           ENUM,   NONE, QP_ANY, QP_ANY, "planned", qp_values_status, GENERAL, 0, N_("Status")) \
  F (project_kind,     ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_project_kind, GENERAL, 0, N_("New build or retrofit")) \
  F (environment,      ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_environment, GENERAL, 0, N_("Environment")) \
  F (mount,            ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_mount, PLACE, 0, N_("Mounting")) \
  F (x_m,              LENGTH, M,    -1000000, 1000000, "0", NULL, PLACE, 0, N_("X of the middle")) \
  F (y_m,              LENGTH, M,    -1000000, 1000000, "0", NULL, PLACE, 0, N_("Y of the middle")) \
  F (facing_deg,       REAL,   DEG,  0, 360, "180", NULL, PLACE, 0, N_("Facing")) \
  F (tilt_deg,         REAL,   DEG,  -90, 90, "0", NULL, PLACE, 0, N_("Tilt, down positive")) \
  F (bottom_height_m,  LENGTH, M,    -200, 2000, NULL, NULL, PLACE, 0, N_("Bottom edge above ground")) \
  F (shape,            ENUM,   NONE, QP_ANY, QP_ANY, "flat", qp_values_shape, SHAPE, 0, N_("Shape")) \
  F (arc_radius_m, LENGTH, M, -10000, 10000, NULL, NULL, SHAPE, 2, N_("Radius, outward positive")) \
  F (arc_angle_deg, REAL,   DEG, -360, 360, NULL, NULL, SHAPE, 2, N_("Angle of the arc, outward positive")) \
  F (face_columns, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SHAPE, 2, N_("Columns of each face")) \
  F (corner_angles_deg, STRING, DEG, QP_ANY, QP_ANY, NULL, NULL, SHAPE, 2, N_("Angles of the corners, behind the faces")) \
  F (corner_columns, INT,    COUNT, 0, 20000, NULL, NULL, SHAPE, 2, N_("Columns of each rounded corner")) \
  F (cap_diameter_m, LENGTH, M, 0.1, 10000, NULL, NULL, SHAPE, 2, N_("Diameter of the sphere")) \
  F (cap_height_m, LENGTH, M, 0.1, 10000, NULL, NULL, SHAPE, 2, N_("Height of the cap")) \
  F (double_sided, BOOL,   NONE, QP_ANY, QP_ANY, "no", NULL, SHAPE, 2, N_("Seen from both sides")) \
  F (cabinet,          STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, CABINET, 0, N_("Cabinet")) \
  F (columns,          INT,    COUNT, 1, 20000, "1", NULL, CABINET, 0, N_("Columns")) \
  F (rows,             INT,    COUNT, 1, 20000, "1", NULL, CABINET, 0, N_("Rows")) \
  F (missing_cells,    STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, CABINET, 0, N_("Missing cells (column,row …)")) \
  F (cabinet_width_mm, LENGTH, MM,   10, 10000, NULL, NULL, CABINET, 0, N_("Cabinet width")) \
  F (cabinet_height_mm, LENGTH, MM,  10, 10000, NULL, NULL, CABINET, 0, N_("Cabinet height")) \
  F (cabinet_px_w,     INT,    PX,   1, 10000, NULL, NULL, CABINET, 0, N_("Cabinet pixels across")) \
  F (cabinet_px_h,     INT,    PX,   1, 10000, NULL, NULL, CABINET, 0, N_("Cabinet pixels down")) \
  F (spares_percent,   REAL,   PERCENT, 0, 100, NULL, NULL, CABINET, 0, N_("Spare cabinets")) \
  F (luminance_day_cdm2, REAL, CDM2, 0, 20000, NULL, NULL, OPERATION, 0, N_("Luminance by day")) \
  F (luminance_night_cdm2, REAL, CDM2, 0, 20000, NULL, NULL, OPERATION, 0, N_("Luminance by night")) \
  F (on_time,          TIME,   NONE, 0, 2880, NULL, NULL, OPERATION, 0, N_("On at")) \
  F (off_time,         TIME,   NONE, 0, 2880, NULL, NULL, OPERATION, 0, N_("Off at")) \
  F (days_per_year,    INT,    DAY,  0, 366, NULL, NULL, OPERATION, 0, N_("Days of operation a year")) \
  F (average_power_percent, REAL, PERCENT, 0, 100, NULL, NULL, OPERATION, 0, N_("Average power of the maximum")) \
  F (idle_percent, REAL, PERCENT, 0, 100, NULL, NULL, OPERATION, 3, N_("Power of a black picture, of the maximum")) \
  F (picture_level_percent, REAL, PERCENT, 0, 100, NULL, NULL, OPERATION, 3, N_("Average picture level")) \
  F (standby_percent, REAL, PERCENT, 0, 100, NULL, NULL, OPERATION, 3, N_("Power when it is off, of the maximum")) \
  F (content,          REF,    NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Content")) \
  F (controller,       STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Controller")) \
  F (player,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Player")) \
  F (redundant,        BOOL,   NONE, QP_ANY, QP_ANY, "no", NULL, SIGNAL, 0, N_("Redundant data loop")) \
  F (drive_bits, INT,    BIT, 8, 16, NULL, NULL, WIRING, 2, N_("Bit depth sent to the cabinets")) \
  F (drive_rate_hz, REAL,   HZ, 1, 480, NULL, NULL, WIRING, 2, N_("Frame rate sent to the cabinets")) \
  F (receiving_card, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, WIRING, 2, N_("Receiving card")) \
  F (cabinets_per_port, INT,    COUNT, 1, 10000, NULL, NULL, WIRING, 2, N_("Most cabinets on a port")) \
  F (data_start, ENUM,   NONE, QP_ANY, QP_ANY, "top_left", qp_values_start, WIRING, 2, N_("Data starts at")) \
  F (data_order, ENUM,   NONE, QP_ANY, QP_ANY, "columns", qp_values_order, WIRING, 2, N_("Data runs along")) \
  F (data_snake, BOOL,   NONE, QP_ANY, QP_ANY, "yes", NULL, WIRING, 2, N_("Data runs back and forth")) \
  F (data_route, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, WIRING, 2, N_("Data route drawn by hand")) \
  F (data_feed_m, LENGTH, M, 0, 100000, NULL, NULL, WIRING, 2, N_("Data cable from controller to screen")) \
  F (supply_voltage_v, REAL,   V, 12, 1000, NULL, NULL, WIRING, 2, N_("Supply voltage of a circuit")) \
  F (supply_phases, INT,    COUNT, 1, 3, NULL, NULL, WIRING, 2, N_("Phases of the supply")) \
  F (breaker_a, REAL,   A, 1, 1000, NULL, NULL, WIRING, 2, N_("Circuit breaker")) \
  F (breaker_load_percent, REAL,   PERCENT, 10, 100, NULL, NULL, WIRING, 2, N_("Most continuous load of a breaker")) \
  F (power_factor, REAL,   NONE, 0.1, 1, NULL, NULL, WIRING, 2, N_("Power factor")) \
  F (power_start, ENUM,   NONE, QP_ANY, QP_ANY, "bottom_left", qp_values_start, WIRING, 2, N_("Power starts at")) \
  F (power_order, ENUM,   NONE, QP_ANY, QP_ANY, "columns", qp_values_order, WIRING, 2, N_("Power runs along")) \
  F (power_snake, BOOL,   NONE, QP_ANY, QP_ANY, "yes", NULL, WIRING, 2, N_("Power runs back and forth")) \
  F (power_feed_m, LENGTH, M, 0, 100000, NULL, NULL, WIRING, 2, N_("Power cable from distribution board to screen")) \
  F (cable_spare_percent, REAL,   PERCENT, 0, 100, NULL, NULL, WIRING, 2, N_("Spare length of cables")) \
  F (steel_kg_per_m2, REAL,   KG_PER_M2, 0, 1000, NULL, NULL, STRUCTURE, 2, N_("Weight of the steel per m²")) \
  F (hang_points, INT,    COUNT, 1, 100000, NULL, NULL, STRUCTURE, 2, N_("Hang points")) \
  F (eye_x_m, LENGTH, M, -1000000, 1000000, NULL, NULL, DEPTH, 2, N_("X of the design eye point")) \
  F (eye_y_m, LENGTH, M, -1000000, 1000000, NULL, NULL, DEPTH, 2, N_("Y of the design eye point")) \
  F (eye_height_m, LENGTH, M, -200, 2000, NULL, NULL, DEPTH, 2, N_("Height of the design eye point")) \
  F (depth_front_m, LENGTH, M, 0, 1000, NULL, NULL, DEPTH, 2, N_("Depth of the content before the face")) \
  F (depth_behind_m, LENGTH, M, 0, 1000, NULL, NULL, DEPTH, 2, N_("Depth of the content behind the face")) \
  F (sweet_good_deg, REAL,   DEG, 0.01, 30, "1", NULL, DEPTH, 2, N_("Good up to an error of")) \
  F (sweet_limit_deg, REAL,   DEG, 0.01, 45, "3", NULL, DEPTH, 2, N_("Acceptable up to an error of")) \
  F (price_low,        MONEY,  MONEY_PER_M2, 0, 100000000, NULL, NULL, MONEY, 0, N_("Price per m², low")) \
  F (price,            MONEY,  MONEY_PER_M2, 0, 100000000, NULL, NULL, MONEY, 0, N_("Price per m², likely")) \
  F (price_high,       MONEY,  MONEY_PER_M2, 0, 100000000, NULL, NULL, MONEY, 0, N_("Price per m², high")) \
  F (price_source,     STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("Source of the price")) \
  F (price_date,       DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("Date of the price")) \
  F (group,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 1, N_("Group")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

#define QP_ZONE_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (use,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Use")) \
  F (column,           INT,    COUNT, 1, 20000, NULL, NULL, SHAPE, 0, N_("First column")) \
  F (row,              INT,    COUNT, 1, 20000, NULL, NULL, SHAPE, 0, N_("First row")) \
  F (columns,          INT,    COUNT, 1, 20000, NULL, NULL, SHAPE, 0, N_("Columns")) \
  F (rows,             INT,    COUNT, 1, 20000, NULL, NULL, SHAPE, 0, N_("Rows")) \
  F (area_m2,          REAL,   M2,   0, 1000000, NULL, NULL, SHAPE, 0, N_("Area")) \
  F (left_m, LENGTH, M, -10000, 10000, NULL, NULL, SHAPE, 2, N_("Left edge, from the left of the screen")) \
  F (bottom_height_m, LENGTH, M, -200, 2000, NULL, NULL, SHAPE, 2, N_("Bottom edge above ground"))

#define QP_CONTENT_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (width_px,         INT,    PX,   1, 200000, NULL, NULL, SIGNAL, 0, N_("Width")) \
  F (height_px,        INT,    PX,   1, 200000, NULL, NULL, SIGNAL, 0, N_("Height")) \
  F (frame_rate_hz,    REAL,   HZ,   1, 480, NULL, NULL, SIGNAL, 0, N_("Frame rate")) \
  F (bit_depth,        INT,    BIT,  6, 16, NULL, NULL, SIGNAL, 0, N_("Bit depth")) \
  F (chroma,           ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_chroma, SIGNAL, 0, N_("Chroma sampling")) \
  F (hdr,              ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_hdr, SIGNAL, 0, N_("Transfer curve")) \
  F (codec,            ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_codec, SIGNAL, 0, N_("Codec")) \
  F (bit_rate_mbps,    REAL,   MBIT_PER_S, 0, 100000, NULL, NULL, SIGNAL, 0, N_("Bit rate")) \
  F (bit_rate_source,  STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Source of the bit rate")) \
  F (audio,            ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_audio, SIGNAL, 0, N_("Sound")) \
  F (loop_s,           REAL,   S,    0, 86400, NULL, NULL, OPERATION, 0, N_("Loop")) \
  F (spot_s,           REAL,   S,    0, 86400, NULL, NULL, OPERATION, 0, N_("Spot")) \
  F (fresh_hours_per_month, REAL, H, 0, 744, NULL, NULL, OPERATION, 0, N_("Fresh material a month")) \
  F (public_service_percent, REAL, PERCENT, 0, 100, NULL, NULL, OPERATION, 0, N_("Public-service share")) \
  F (live_relays,      STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, OPERATION, 0, N_("Live relays")) \
  F (cost_per_minute,  MONEY,  MONEY_PER_MIN, 0, 100000000, NULL, NULL, MONEY, 0, N_("Production cost per minute")) \
  F (occupancy_percent, REAL, PERCENT, 0, 100, NULL, NULL, MONEY, 3, N_("Advertising slots that are sold")) \
  F (tier, ENUM, NONE, QP_ANY, QP_ANY, NULL, qp_values_tier, OPERATION, 3, N_("How it is produced")) \
  F (curfew_from, TIME, NONE, 0, 2880, NULL, NULL, OPERATION, 3, N_("Nothing may play from")) \
  F (curfew_to, TIME, NONE, 0, 2880, NULL, NULL, OPERATION, 3, N_("Nothing may play until")) \
  F (kept_months, REAL, NONE, 0, 240, NULL, NULL, OPERATION, 3, N_("Months that material is kept")) \
  F (line_mbps, REAL, MBIT_PER_S, 0, 1000000, NULL, NULL, SIGNAL, 3, N_("Line to the player")) \
  F (feed_paths, INT, COUNT, 1, 4, "1", NULL, SIGNAL, 3, N_("Paths of the live feed, each of its own")) \
  F (sound_format, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 3, N_("Format of the sound")) \
  F (safe_percent, REAL, PERCENT, 0, 40, "5", NULL, SIGNAL, 3, N_("Margin without text, on each side")) \
  F (file_pattern, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Names of the files")) \
  F (contact, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Contact for studios")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

/* A part of a content profile: with a duration it plays in the loop, within its times if it has some; without one it has the
 * screen to itself from one time to the other, and the loop rests. */
#define QP_SLOT_FIELDS(F) \
  F (name, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Name")) \
  F (kind, ENUM, NONE, QP_ANY, QP_ANY, "programme", qp_values_slot_kind, GENERAL, 3, N_("Kind")) \
  F (duration_s, REAL, S, 0.1, 86400, NULL, NULL, OPERATION, 3, N_("Length of a play")) \
  F (plays, INT, COUNT, 1, 10000, "1", NULL, OPERATION, 3, N_("Plays in a loop")) \
  F (from, TIME, NONE, 0, 2880, NULL, NULL, OPERATION, 3, N_("From")) \
  F (until, TIME, NONE, 0, 2880, NULL, NULL, OPERATION, 3, N_("Until")) \
  F (tier, ENUM, NONE, QP_ANY, QP_ANY, NULL, qp_values_tier, OPERATION, 3, N_("How it is produced")) \
  F (fresh_per_month, REAL, COUNT, 0, 10000, NULL, NULL, OPERATION, 3, N_("New masters a month")) \
  F (client, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Client")) \
  F (source, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 3, N_("Source")) \
  F (note, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Note"))

#define QP_COST_FIELDS(F) \
  F (group,            ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_cost_group, GENERAL, 0, N_("Cost group")) \
  F (number,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Number")) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Item")) \
  F (specification,    STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Specification")) \
  F (unit,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Unit")) \
  F (quantity,         REAL,   NONE, 0, 1e12, NULL, NULL, MONEY, 0, N_("Quantity, typed")) \
  F (quantity_of,      STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("Quantity, computed from")) \
  F (price_low,        MONEY,  MONEY, 0, 1e12, NULL, NULL, MONEY, 0, N_("Unit price, low")) \
  F (price,            MONEY,  MONEY, 0, 1e12, NULL, NULL, MONEY, 0, N_("Unit price, likely")) \
  F (price_high,       MONEY,  MONEY, 0, 1e12, NULL, NULL, MONEY, 0, N_("Unit price, high")) \
  F (tax_percent,      REAL,   PERCENT, 0, 100, NULL, NULL, MONEY, 0, N_("Tax")) \
  F (funding,          REF,    NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("Source of funds")) \
  F (year,             INT,    YEAR, 0, 2200, NULL, NULL, MONEY, 0, N_("Year")) \
  F (price_source,     STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source of the price")) \
  F (price_date,       DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date of the price")) \
  F (item, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Stands for the computed item")) \
  F (every_years, INT, YEAR, 1, 100, NULL, NULL, MONEY, 3, N_("Comes every so many years")) \
  F (last_year, INT, YEAR, 0, 2200, NULL, NULL, MONEY, 3, N_("Last year")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

#define QP_FUNDING_FIELDS(F) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Name")) \
  F (percent,          REAL,   PERCENT, 0, 100, NULL, NULL, MONEY, 0, N_("Share")) \
  F (cap,              MONEY,  MONEY, 0, 1e12, NULL, NULL, MONEY, 0, N_("Upper limit")) \
  F (conditions,       STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("Conditions")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source")) \
  F (date,             DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date"))

/* Something that somebody published, measured or that was assumed, with where it comes from. "quantity" names
 * a result of the estimate (area_m2, pitch_mm, uhd_class, …) where it can be compared with one. */
#define QP_FACT_FIELDS(F) \
  F (basis,            ENUM,   NONE, QP_ANY, QP_ANY, "assumed", qp_values_fact_basis, GENERAL, 0, N_("Basis")) \
  F (quantity,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Quantity")) \
  F (value,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Value")) \
  F (unit,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Unit")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source")) \
  F (date,             DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

/* A variant of the project: what stands in it and is changed. A change names a field of a node and the text that it has instead;
 * no text is "not known". */
#define QP_ALTERNATIVE_FIELDS(F) \
  F (name, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Name")) \
  F (note, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Note"))

#define QP_CHANGED_FIELDS(F) \
  F (of, REF, NONE, QP_ANY, QP_ANY, NULL, NULL, DATA, 3, N_("Changed object")) \
  F (field, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Changed field")) \
  F (value, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Changed value"))

/* clang-format on */

/* how a type is kept in a struct */
#define QP_MEMBER_STRING char *
#define QP_MEMBER_DATE char *
#define QP_MEMBER_INT gint64
#define QP_MEMBER_LENGTH gint64
#define QP_MEMBER_MONEY gint64
#define QP_MEMBER_TIME gint64
#define QP_MEMBER_BOOL gint64
#define QP_MEMBER_ENUM gint64
#define QP_MEMBER_REAL double
#define QP_MEMBER_REF QpId
#define QP_MEMBER_POINTS QpPoints *
#define QP_MEMBER_DATA GBytes *

#define QP_MEMBER(name, TYPE, ...) QP_MEMBER_##TYPE name;
#define QP_DEFINE_KIND(Type, FIELDS) \
  typedef struct \
  { \
    QpNode node; \
    FIELDS (QP_MEMBER) \
  } Type;

QP_DEFINE_KIND (QpProject, QP_PROJECT_FIELDS)
QP_DEFINE_KIND (QpSite, QP_SITE_FIELDS)
QP_DEFINE_KIND (QpPlan, QP_PLAN_FIELDS)
QP_DEFINE_KIND (QpBackground, QP_BACKGROUND_FIELDS)
QP_DEFINE_KIND (QpObstacle, QP_OBSTACLE_FIELDS)
QP_DEFINE_KIND (QpAudience, QP_AUDIENCE_FIELDS)
QP_DEFINE_KIND (QpReceptor, QP_RECEPTOR_FIELDS)
QP_DEFINE_KIND (QpNote, QP_NOTE_FIELDS)
QP_DEFINE_KIND (QpDimension, QP_DIMENSION_FIELDS)
QP_DEFINE_KIND (QpScreen, QP_SCREEN_FIELDS)
QP_DEFINE_KIND (QpZone, QP_ZONE_FIELDS)
QP_DEFINE_KIND (QpContent, QP_CONTENT_FIELDS)
QP_DEFINE_KIND (QpSlot, QP_SLOT_FIELDS)
QP_DEFINE_KIND (QpCost, QP_COST_FIELDS)
QP_DEFINE_KIND (QpFunding, QP_FUNDING_FIELDS)
QP_DEFINE_KIND (QpFact, QP_FACT_FIELDS)
QP_DEFINE_KIND (QpAlternative, QP_ALTERNATIVE_FIELDS)
QP_DEFINE_KIND (QpChanged, QP_CHANGED_FIELDS)
QP_DEFINE_KIND (QpCatalogueInfo, QP_CATALOGUE_FIELDS)
QP_DEFINE_KIND (QpCabinet, QP_CABINET_FIELDS)
QP_DEFINE_KIND (QpController, QP_CONTROLLER_FIELDS)
QP_DEFINE_KIND (QpPlayer, QP_PLAYER_FIELDS)
QP_DEFINE_KIND (QpPrice, QP_PRICE_FIELDS)
QP_DEFINE_KIND (QpRules, QP_RULES_FIELDS)
QP_DEFINE_KIND (QpRule, QP_RULE_FIELDS)

/* a field by its member: QP_FIELD (QP_KIND_SCREEN, QpScreen, columns) */
const QpField *qp_kind_field_at (QpKind kind, gsize offset);
#define QP_FIELD(KIND, Type, member) qp_kind_field_at ((KIND), offsetof (Type, member))
#define QP_SCREEN_FIELD(member) QP_FIELD (QP_KIND_SCREEN, QpScreen, member)

/* choices that code compares with; the order of the lists in qp-kinds.c */
typedef enum { QP_ENVIRONMENT_OUTDOOR, QP_ENVIRONMENT_INDOOR, QP_ENVIRONMENT_SEMI_OUTDOOR } QpEnvironment;
typedef enum { QP_BACKGROUND_SVG, QP_BACKGROUND_PNG, QP_BACKGROUND_JPEG, QP_BACKGROUND_PDF, QP_BACKGROUND_DXF, QP_BACKGROUND_GEOJSON, QP_BACKGROUND_WEBP, QP_BACKGROUND_TIFF } QpBackgroundFormat;
typedef enum { QP_SCALE_UNKNOWN, QP_SCALE_GUESSED, QP_SCALE_DRAWN, QP_SCALE_CALIBRATED } QpScaleBasis;
typedef enum { QP_OBSTACLE_WALL, QP_OBSTACLE_GLASS, QP_OBSTACLE_TREE, QP_OBSTACLE_BUILDING, QP_OBSTACLE_OTHER } QpObstacleKind;
typedef enum { QP_AUDIENCE_AREA, QP_AUDIENCE_PATH } QpAudienceKind;
typedef enum { QP_RECEPTOR_HOME, QP_RECEPTOR_HOSPITAL, QP_RECEPTOR_SCHOOL, QP_RECEPTOR_HOTEL, QP_RECEPTOR_OFFICE, QP_RECEPTOR_ROAD_USER, QP_RECEPTOR_OBSERVATORY } QpReceptorKind;
typedef enum { QP_FACT_PUBLISHED, QP_FACT_ASSUMED, QP_FACT_MEASURED } QpFactBasis;
typedef enum { QP_PRICE_PER_M2, QP_PRICE_PER_CABINET, QP_PRICE_PER_UNIT, QP_PRICE_PER_KWH, QP_PRICE_PER_OTHER, QP_PRICE_PER_M, QP_PRICE_PER_M3, QP_PRICE_PER_KG, QP_PRICE_PER_KW, QP_PRICE_PER_HOUR, QP_PRICE_PER_PERCENT, QP_N_PRICE_PER } QpPricePer;
typedef enum { QP_COST_DISPLAY, QP_COST_CONTROL, QP_COST_PLAYOUT, QP_COST_SOUND, QP_COST_STEEL, QP_COST_CIVIL, QP_COST_POWER, QP_COST_EARTHING, QP_COST_NETWORK, QP_COST_INSTALLATION, QP_COST_DESIGN, QP_COST_CONTINGENCY, QP_COST_YEARLY, QP_COST_INCOME, QP_N_COST_GROUPS } QpCostGroup;
typedef enum { QP_STATUS_IDEA, QP_STATUS_PLANNED, QP_STATUS_APPROVED, QP_STATUS_BUILDING, QP_STATUS_OPERATING, QP_STATUS_RETIRED } QpStatus;
typedef enum { QP_MOUNT_WALL, QP_MOUNT_FACADE, QP_MOUNT_ROOF, QP_MOUNT_GROUND, QP_MOUNT_POLE, QP_MOUNT_HUNG, QP_MOUNT_FLOOR, QP_MOUNT_CEILING } QpMount;
typedef enum { QP_AUDIO_NONE, QP_AUDIO_LOUDSPEAKER, QP_AUDIO_PHONE, QP_AUDIO_BOTH } QpAudio;
typedef enum { QP_TIER_2D, QP_TIER_CAMERA_4K, QP_TIER_CAMERA_8K, QP_TIER_NAKED_EYE_3D, QP_N_TIERS } QpTier;
typedef enum { QP_SLOT_ADVERTISING, QP_SLOT_PUBLIC_SERVICE, QP_SLOT_LIVE_RELAY, QP_SLOT_PROGRAMME, QP_SLOT_IDENT, QP_N_SLOT_KINDS } QpSlotKind;
typedef enum { QP_CHROMA_420, QP_CHROMA_422, QP_CHROMA_444 } QpChroma;
typedef enum { QP_SCREEN_FLAT, QP_SCREEN_ARC, QP_SCREEN_CORNER, QP_SCREEN_ROUNDED_CORNER, QP_SCREEN_FACES, QP_SCREEN_COLUMN, QP_SCREEN_RIBBON, QP_SCREEN_FLOOR, QP_SCREEN_CEILING, QP_SCREEN_MESH, QP_SCREEN_ZONES, QP_SCREEN_CAP, QP_SCREEN_HALF_ELLIPSE } QpScreenShape;
typedef enum { QP_RUN_TOP_LEFT, QP_RUN_TOP_RIGHT, QP_RUN_BOTTOM_LEFT, QP_RUN_BOTTOM_RIGHT } QpRunStart;
typedef enum { QP_RUN_ROWS, QP_RUN_COLUMNS } QpRunOrder;
typedef enum { QP_CONTROLLER_DEVICE, QP_CONTROLLER_ALL_IN_ONE, QP_CONTROLLER_SPLICER, QP_CONTROLLER_SENDING_CARD, QP_CONTROLLER_RECEIVING_CARD } QpControllerKind;
typedef enum { QP_DEMAND_AT_LEAST, QP_DEMAND_AT_MOST, QP_DEMAND_ABOVE, QP_DEMAND_BELOW, QP_DEMAND_EQUALS, QP_DEMAND_ONE_OF, QP_DEMAND_NONE_OF, QP_DEMAND_COVERS, QP_DEMAND_WITHIN, QP_DEMAND_REQUIRED, QP_DEMAND_FORBIDDEN, QP_DEMAND_TOLD } QpDemand;
typedef enum { QP_RULE_CONFIRMED, QP_RULE_REPRINT, QP_RULE_PRESS, QP_RULE_PARTLY, QP_RULE_DAMAGED, QP_RULE_NOT_FOUND, QP_RULE_SECONDARY, QP_RULE_RECALLED } QpRuleStatus;

G_END_DECLS
