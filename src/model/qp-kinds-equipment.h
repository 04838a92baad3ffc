/* qp-kinds-equipment.h: the fields of equipment, prices and sets of rules
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes from catalogues rather than from the plan; the rows are as qp-kinds.h tells, which includes this.
 */
#pragma once

/* clang-format off */

#define QP_CATALOGUE_FIELDS(F) \
  F (title,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Title")) \
  F (date,             DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Note"))

/* Pitches are as marketed; calculations use cabinet size ÷ pixels. Weight and power are per cabinet. */
#define QP_CABINET_FIELDS(F) \
  F (key,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Key")) \
  F (manufacturer,     STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Maker")) \
  F (series,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Series")) \
  F (model,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Model")) \
  F (technology,       ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_technology, GENERAL, 0, N_("Technology")) \
  F (environment,      ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_environment, GENERAL, 0, N_("Environment")) \
  F (application,      ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_application, GENERAL, 0, N_("Application")) \
  F (pitch_h_mm,       LENGTH, MM,   0.1, 1000, NULL, NULL, CABINET, 0, N_("Nominal pitch across")) \
  F (pitch_v_mm,       LENGTH, MM,   0.1, 1000, NULL, NULL, CABINET, 0, N_("Nominal pitch down")) \
  F (width_mm,         LENGTH, MM,   10, 10000, NULL, NULL, CABINET, 0, N_("Width")) \
  F (height_mm,        LENGTH, MM,   10, 10000, NULL, NULL, CABINET, 0, N_("Height")) \
  F (depth_mm,         LENGTH, MM,   1, 2000, NULL, NULL, CABINET, 0, N_("Depth")) \
  F (px_w,             INT,    PX,   1, 10000, NULL, NULL, CABINET, 0, N_("Pixels across")) \
  F (px_h,             INT,    PX,   1, 10000, NULL, NULL, CABINET, 0, N_("Pixels down")) \
  F (px_derived,       BOOL,   NONE, QP_ANY, QP_ANY, "no", NULL, CABINET, 0, N_("Pixels derived from the pitch")) \
  F (weight_kg,        REAL,   KG,   0.1, 500, NULL, NULL, CABINET, 0, N_("Weight")) \
  F (max_power_w,      REAL,   W,    1, 20000, NULL, NULL, CABINET, 0, N_("Maximum power")) \
  F (average_power_w,  REAL,   W,    1, 20000, NULL, NULL, CABINET, 0, N_("Average power")) \
  F (luminance_cdm2,   REAL,   CDM2, 50, 20000, NULL, NULL, CABINET, 0, N_("Luminance")) \
  F (refresh_hz,       REAL,   HZ,   50, 50000, NULL, NULL, CABINET, 0, N_("Refresh rate")) \
  F (grey_bits,        INT,    BIT,  6, 32, NULL, NULL, CABINET, 0, N_("Grey depth")) \
  F (contrast,         REAL,   NONE, 1, 10000000, NULL, NULL, CABINET, 0, N_("Contrast")) \
  F (viewing_angle_h_deg, REAL, DEG, 1, 180, NULL, NULL, CABINET, 0, N_("Viewing angle across")) \
  F (viewing_angle_v_deg, REAL, DEG, 1, 180, NULL, NULL, CABINET, 0, N_("Viewing angle down")) \
  F (ip_front,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, CABINET, 0, N_("Protection, front")) \
  F (ip_rear,          STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, CABINET, 0, N_("Protection, rear")) \
  F (service,          ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_service, CABINET, 0, N_("Service side")) \
  F (curve_min_deg,    REAL,   DEG,  -90, 90, NULL, NULL, CABINET, 0, N_("Smallest angle at a joint")) \
  F (curve_max_deg,    REAL,   DEG,  -90, 90, NULL, NULL, CABINET, 0, N_("Greatest angle at a joint")) \
  F (receiving_card, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, CABINET, 2, N_("Receiving card")) \
  F (max_hang, INT,    COUNT, 1, 1000, NULL, NULL, CABINET, 2, N_("Most cabinets hung under each other")) \
  F (max_stack, INT,    COUNT, 1, 1000, NULL, NULL, CABINET, 2, N_("Most cabinets stacked")) \
  F (transparency_percent, REAL, PERCENT, 0, 100, NULL, NULL, CABINET, 0, N_("Open area")) \
  F (lifetime_h,       REAL,   H,    1000, 1000000, NULL, NULL, CABINET, 0, N_("Life")) \
  F (grade,            ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_grade, SOURCE, 0, N_("Grade of the data")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source")) \
  F (source_date,      DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date of the source")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Note"))

#define QP_CONTROLLER_FIELDS(F) \
  F (key,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Key")) \
  F (kind,             ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_controller_kind, GENERAL, 0, N_("Kind")) \
  F (manufacturer,     STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Maker")) \
  F (model,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Model")) \
  F (capacity_px,      INT,    PX,   1000, 1000000000, NULL, NULL, SIGNAL, 0, N_("Device capacity")) \
  F (ports,            INT,    COUNT, 1, 1000, NULL, NULL, SIGNAL, 0, N_("Output ports")) \
  F (port_type,        STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Port type")) \
  F (port_px_8bit,     INT,    PX,   1000, 100000000, NULL, NULL, SIGNAL, 0, N_("Port capacity, 8 bit 60 Hz")) \
  F (port_px_10bit,    INT,    PX,   1000, 100000000, NULL, NULL, SIGNAL, 0, N_("Port capacity, 10 bit 60 Hz")) \
  F (port_px_12bit,    INT,    PX,   1000, 100000000, NULL, NULL, SIGNAL, 0, N_("Port capacity, 12 bit 60 Hz")) \
  F (max_width_px,     INT,    PX,   1, 1000000, NULL, NULL, SIGNAL, 0, N_("Greatest width")) \
  F (max_height_px,    INT,    PX,   1, 1000000, NULL, NULL, SIGNAL, 0, N_("Greatest height")) \
  F (port_min_width_px, INT,    PX, 1, 1000000, NULL, NULL, SIGNAL, 2, N_("Least width of a load for the full port capacity")) \
  F (rectangular_ports, BOOL,   NONE, QP_ANY, QP_ANY, "no", NULL, SIGNAL, 2, N_("A port carries a whole rectangle")) \
  F (port_cabinets, INT,    COUNT, 1, 10000, NULL, NULL, SIGNAL, 2, N_("Most cabinets on a port")) \
  F (inputs,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Inputs")) \
  F (max_power_w,      REAL,   W,    1, 100000, NULL, NULL, SIGNAL, 0, N_("Maximum power")) \
  F (backup,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Redundancy")) \
  F (grade,            ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_grade, SOURCE, 0, N_("Grade of the data")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source")) \
  F (source_date,      DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date of the source")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Note"))

#define QP_PLAYER_FIELDS(F) \
  F (key,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Key")) \
  F (kind,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Kind")) \
  F (manufacturer,     STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Maker")) \
  F (model,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Model")) \
  F (max_width_px,     INT,    PX,   1, 1000000, NULL, NULL, SIGNAL, 0, N_("Greatest width")) \
  F (max_height_px,    INT,    PX,   1, 1000000, NULL, NULL, SIGNAL, 0, N_("Greatest height")) \
  F (max_rate_hz,      REAL,   HZ,   1, 480, NULL, NULL, SIGNAL, 0, N_("Greatest frame rate")) \
  F (codecs,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Codecs")) \
  F (decoding,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Decoding")) \
  F (hdr,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Bit depth and HDR")) \
  F (outputs,          STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SIGNAL, 0, N_("Outputs")) \
  F (grade,            ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_grade, SOURCE, 0, N_("Grade of the data")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source")) \
  F (source_date,      DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date of the source")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Note"))

/* Evidence of a price: always with date and source, never converted between currencies. */
#define QP_PRICE_FIELDS(F) \
  F (key,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Key")) \
  F (item,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Item")) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 0, N_("Description")) \
  F (environment,      ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_environment, GENERAL, 0, N_("Environment")) \
  F (pitch_min_mm,     LENGTH, MM,   0.1, 1000, NULL, NULL, GENERAL, 0, N_("Least pitch")) \
  F (pitch_max_mm,     LENGTH, MM,   0.1, 1000, NULL, NULL, GENERAL, 0, N_("Greatest pitch")) \
  F (per,              ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_price_per, MONEY, 0, N_("Per")) \
  F (currency,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("Currency")) \
  F (low,              MONEY,  MONEY, 0, 1e12, NULL, NULL, MONEY, 0, N_("Low")) \
  F (high,             MONEY,  MONEY, 0, 1e12, NULL, NULL, MONEY, 0, N_("High")) \
  F (region,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("Region")) \
  F (scope,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, MONEY, 0, N_("What the price covers")) \
  F (confidence,       STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Confidence")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Source")) \
  F (date,             DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Date")) \
  F (likely, MONEY, MONEY, 0, 1e12, NULL, NULL, MONEY, 3, N_("Likely")) \
  F (equipment, STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 3, N_("Key of the equipment")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 0, N_("Note"))

#define QP_RULES_FIELDS(F) \
  F (title,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Title")) \
  F (local_title,      STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Local title")) \
  F (key,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Key")) \
  F (edition,          STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 2, N_("Edition")) \
  F (date,             DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 2, N_("Date")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 2, N_("Note")) \
  F (local_note,       STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 3, N_("Local note"))

/* What somebody requires of a screen. The quantity is one that the engine knows how to find (see engine/qp-rules), or one that
 * a fact of the screen may state; "when" narrows the rule by such quantities: "road_width_m<=40; area_m2>=50". */
#define QP_RULE_FIELDS(F) \
  F (key,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Key")) \
  F (name,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Name")) \
  F (local_name,       STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Local name")) \
  F (place,            STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("City or region where it holds")) \
  F (environment,      ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_environment, GENERAL, 2, N_("Environment")) \
  F (project_kind,     ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_project_kind, GENERAL, 2, N_("New build or retrofit")) \
  F (quantity,         STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Quantity")) \
  F (demand,           ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_demand, GENERAL, 2, N_("Demand")) \
  F (threshold,        STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Threshold")) \
  F (unit,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Unit")) \
  F (when,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Holds when")) \
  F (condition,        STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, GENERAL, 2, N_("Condition, in words")) \
  F (binding,          ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_binding, GENERAL, 2, N_("How binding")) \
  F (status,           ENUM,   NONE, QP_ANY, QP_ANY, NULL, qp_values_rule_status, SOURCE, 2, N_("How sure the text is")) \
  F (source,           STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 2, N_("Source")) \
  F (url,              STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 2, N_("Address")) \
  F (source_date,      DATE,   NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 2, N_("Date of the source")) \
  F (note,             STRING, NONE, QP_ANY, QP_ANY, NULL, NULL, SOURCE, 2, N_("Note"))

/* clang-format on */
