/* qp-quantities.c: the calculation of a screen as a table, evaluated from top to bottom
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-quantities.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define INPUT(key_, unit_, decimals_, GROUP, label_) \
  { .key = key_, .unit = unit_, .decimals = decimals_, .group = QP_RESULT_##GROUP, .label = label_ }
#define VALUE(key_, unit_, decimals_, GROUP, label_, formula_, ...) \
  { .key = key_, .unit = unit_, .decimals = decimals_, .group = QP_RESULT_##GROUP, .label = label_, \
    .formula = formula_, .inputs = { __VA_ARGS__ } }
#define SUM(key_, unit_, decimals_, GROUP, label_) \
  { .key = key_, .unit = unit_, .decimals = decimals_, .group = QP_RESULT_##GROUP, .label = label_, .total = TRUE }
#define TOTAL(key_, unit_, decimals_, GROUP, label_, formula_, ...) \
  { .key = key_, .unit = unit_, .decimals = decimals_, .group = QP_RESULT_##GROUP, .label = label_, \
    .formula = formula_, .inputs = { __VA_ARGS__ }, .total = TRUE }

/* clang-format off */
static const QpQuantity quantities[] = {
  INPUT ("columns", "", 0, SIZE, N_("Columns")),
  INPUT ("rows", "", 0, SIZE, N_("Rows")),
  INPUT ("missing", "", 0, SIZE, N_("Missing cells")),
  INPUT ("cabinet_width_mm", "mm", 2, SIZE, N_("Cabinet width")),
  INPUT ("cabinet_height_mm", "mm", 2, SIZE, N_("Cabinet height")),
  INPUT ("cabinet_px_w", "px", 0, SIZE, N_("Cabinet pixels across")),
  INPUT ("cabinet_px_h", "px", 0, SIZE, N_("Cabinet pixels down")),
  INPUT ("sides", "", 0, SIZE, N_("Sides that shine")),
  TOTAL ("cabinets", "", 0, SIZE, N_("Cabinets"), "grid_cells", "columns", "rows", "missing", "sides"),
  VALUE ("width_m", "m", 2, SIZE, N_("Width"), "grid_width_m", "columns", "cabinet_width_mm"),
  VALUE ("height_m", "m", 2, SIZE, N_("Height"), "grid_height_m", "rows", "cabinet_height_mm"),
  TOTAL ("area_m2", "m²", 1, SIZE, N_("Area"), "area_m2", "cells:cabinets", "cabinet_width_mm", "cabinet_height_mm"),
  VALUE ("diagonal_m", "m", 2, SIZE, N_("Diagonal"), "diagonal_m", "width_m", "height_m"),
  VALUE ("aspect_ratio", "", 3, SIZE, N_("Aspect ratio"), "aspect_ratio", "width_m", "height_m"),
  VALUE ("px_w", "px", 0, SIZE, N_("Pixels across"), "grid_pixels", "count:columns", "cabinet_px:cabinet_px_w"),
  VALUE ("px_h", "px", 0, SIZE, N_("Pixels down"), "grid_pixels", "count:rows", "cabinet_px:cabinet_px_h"),
  TOTAL ("pixels", "px", 0, SIZE, N_("Pixels"), "pixel_total", "cells:cabinets", "cabinet_px_w", "cabinet_px_h"),
  VALUE ("pitch_mm", "mm", 3, SIZE, N_("Pixel pitch across"), "pixel_pitch_mm", "cabinet_mm:cabinet_width_mm", "cabinet_px:cabinet_px_w"),
  VALUE ("pitch_v_mm", "mm", 3, SIZE, N_("Pixel pitch down"), "pixel_pitch_mm", "cabinet_mm:cabinet_height_mm", "cabinet_px:cabinet_px_h"),
  VALUE ("uhd_class", "", 0, SIZE, N_("UHD class"), "uhd_class", "px_w", "px_h"),

  INPUT ("radius_m", "m", 2, SHAPE, N_("Radius through the joints")),
  INPUT ("bend_deg", "°", 1, SHAPE, N_("Angle from end to end")),
  INPUT ("chord_m", "m", 2, SHAPE, N_("Chord, straight between the ends")),
  INPUT ("sagitta_m", "m", 2, SHAPE, N_("Sagitta, farthest from the chord")),
  INPUT ("joint_deg", "°", 2, SHAPE, N_("Angle at a joint")),
  INPUT ("joint_limit_deg", "°", 2, SHAPE, N_("Greatest angle at a joint, by the maker")),
  VALUE ("joint_excess_deg", "°", 2, SHAPE, N_("Angle beyond the maker’s limit"), "joint_excess_deg", "joint_deg", "limit_deg:joint_limit_deg"),
  INPUT ("cap_diameter_m", "m", 2, SHAPE, N_("Diameter of the sphere")),
  INPUT ("cap_height_m", "m", 2, SHAPE, N_("Height of the cap")),
  VALUE ("cap_area_m2", "m²", 1, SHAPE, N_("Area of the cap, by formula"), "spherical_cap_area_m2", "diameter_m:cap_diameter_m", "cap_height_m"),
  INPUT ("ellipse_width_m", "m", 2, SHAPE, N_("Width of the half ellipse")),
  INPUT ("ellipse_height_m", "m", 2, SHAPE, N_("Height of the half ellipse")),
  VALUE ("half_ellipse_area_m2", "m²", 1, SHAPE, N_("Area of the half ellipse, by formula"), "half_ellipse_area_m2", "width_m:ellipse_width_m", "height_m:ellipse_height_m"),
  INPUT ("open_percent", "%", 0, SHAPE, N_("Open area of the mesh")),
  VALUE ("open_area_m2", "m²", 1, SHAPE, N_("Area that is open"), "open_area_m2", "area_m2", "open_percent"),

  VALUE ("nearest_fuse_m", "m", 1, VIEWING, N_("Nearest, 1 m per mm of pitch"), "distance_by_factor_m", "pitch_mm", "factor=1"),
  VALUE ("nearest_gb50464_m", "m", 1, VIEWING, N_("Nearest, GB 50464"), "gb50464_distance_m", "pitch_mm", "k=1380"),
  VALUE ("nearest_sansi_m", "m", 1, VIEWING, N_("Nearest, 1.7 m per mm of pitch"), "distance_by_factor_m", "pitch_mm", "factor=1.7"),
  VALUE ("comfortable_m", "m", 1, VIEWING, N_("Comfortable, 3 m per mm of pitch"), "distance_by_factor_m", "pitch_mm", "factor=3"),
  VALUE ("ten_times_m", "m", 1, VIEWING, N_("Ten times rule"), "ten_x_rule_m", "pitch_mm"),
  VALUE ("pixels_vanish_m", "m", 1, VIEWING, N_("Pixels vanish, 1 arc minute"), "retina_distance_m", "pitch_mm", "arcmin=1"),
  VALUE ("farthest_gb50464_m", "m", 1, VIEWING, N_("Farthest, GB 50464"), "gb50464_distance_m", "pitch_mm", "k=5520"),
  /* xgettext:no-c-format */
  VALUE ("farthest_element_m", "m", 1, VIEWING, N_("Farthest for an element of 3.5 % height"), "farthest_by_element_m", "image_height_m:height_m", "eh_frac=0.035", "af=200"),
  VALUE ("farthest_height_m", "m", 1, VIEWING, N_("Farthest, 30 times the height"), "farthest_by_height_m", "height_m", "factor=30"),
  VALUE ("noticed_m", "m", 0, VIEWING, N_("First noticed, 1.5° diagonal"), "max_noticing_distance_m", "width_m", "height_m", "alpha_deg=1.5"),
  INPUT ("eye_distance_m", "m", 1, DEPTH, N_("Design eye point to the screen")),
  INPUT ("content_behind_m", "m", 1, DEPTH, N_("Depth of the content behind the face")),
  INPUT ("content_before_m", "m", 1, DEPTH, N_("Depth of the content before the face, negative")),
  INPUT ("sweet_good_deg", "°", 2, DEPTH, N_("Error of direction that is good")),
  INPUT ("sweet_across_m", "m", 1, DEPTH, N_("Sweet spot, across")),
  INPUT ("sweet_along_m", "m", 1, DEPTH, N_("Sweet spot, towards and away")),
  VALUE ("sweet_behind_m", "m", 1, DEPTH, N_("Half width of the sweet spot by the rule, content behind"), "sweet_spot_half_width_m", "D:eye_distance_m", "z:content_behind_m", "err_deg:sweet_good_deg"),
  VALUE ("sweet_before_m", "m", 1, DEPTH, N_("Half width of the sweet spot by the rule, content before"), "sweet_spot_half_width_m", "D:eye_distance_m", "z:content_before_m", "err_deg:sweet_good_deg"),

  INPUT ("luminance_day_cdm2", "cd/m²", 0, LIGHT, N_("Luminance by day")),
  INPUT ("luminance_night_cdm2", "cd/m²", 0, LIGHT, N_("Luminance by night")),
  INPUT ("zone", "", 0, LIGHT, N_("Environmental zone")),
  VALUE ("night_limit_cdm2", "cd/m²", 0, LIGHT, N_("Luminance limit by night for zone and area"), "cn_sign_luminance_limit", "zone", "area_m2"),
  INPUT ("ambient_day_lx", "lx", 0, LIGHT, N_("Ambient illuminance by day")),
  INPUT ("ambient_night_lx", "lx", 1, LIGHT, N_("Ambient illuminance by night")),
  INPUT ("face_reflectance", "", 2, LIGHT, N_("Reflectance of the face")),
  VALUE ("reflected_day_cdm2", "cd/m²", 0, LIGHT, N_("Reflected daylight"), "reflected_luminance_cdm2", "ambient_lx:ambient_day_lx", "reflectance:face_reflectance"),
  VALUE ("contrast_day", "", 1, LIGHT, N_("Contrast by day"), "contrast_in_ambient", "l_cdm2:luminance_day_cdm2", "black_cdm2=0", "ambient_lx:ambient_day_lx", "reflectance:face_reflectance"),
  VALUE ("contrast_night", "", 0, LIGHT, N_("Contrast by night"), "contrast_in_ambient", "l_cdm2:luminance_night_cdm2", "black_cdm2=0", "ambient_lx:ambient_night_lx", "reflectance:face_reflectance"),

  INPUT ("cabinet_max_power_w", "W", 0, POWER, N_("Maximum power of a cabinet")),
  INPUT ("average_power_fraction", "", 3, POWER, N_("Average ÷ maximum power")),
  INPUT ("on_min", "", 0, POWER, N_("On at")),
  INPUT ("off_min", "", 0, POWER, N_("Off at")),
  INPUT ("days_per_year", "d", 0, POWER, N_("Days of operation a year")),
  INPUT ("carbon_kg_per_kwh", "kg/kWh", 4, POWER, N_("Grid carbon factor")),
  TOTAL ("power_max_w", "W", 0, POWER, N_("Peak power"), "total_of_cells", "cells:cabinets", "per_cabinet:cabinet_max_power_w"),
  TOTAL ("power_average_w", "W", 0, POWER, N_("Average power"), "average_power_w", "max_power_w:power_max_w", "fraction:average_power_fraction"),
  VALUE ("power_w_per_m2", "W/m²", 0, POWER, N_("Peak power per m²"), "power_density_w_m2", "power_w:power_max_w", "area_m2"),
  TOTAL ("heat_btu_per_h", "BTU/h", 0, POWER, N_("Heat at average power"), "heat_btu_h", "w:power_average_w", "k=3.412"),
  VALUE ("hours_per_day", "h", 1, POWER, N_("Hours of operation a day"), "hours_per_day", "on_min", "off_min"),
  TOTAL ("energy_kwh_per_year", "kWh", 0, POWER, N_("Energy a year"), "annual_kwh_from_power", "avg_power_w:power_average_w", "hours_per_day", "days:days_per_year"),
  TOTAL ("carbon_t_per_year", "t CO₂", 1, POWER, N_("Carbon a year"), "annual_co2_t", "kwh:energy_kwh_per_year", "factor:carbon_kg_per_kwh"),
  SUM ("circuits", "", 0, POWER, N_("Power circuits, routed")),
  INPUT ("phase_1_a", "A", 1, POWER, N_("Current of phase L1 at peak power")),
  INPUT ("phase_2_a", "A", 1, POWER, N_("Current of phase L2 at peak power")),
  INPUT ("phase_3_a", "A", 1, POWER, N_("Current of phase L3 at peak power")),
  VALUE ("neutral_a", "A", 1, POWER, N_("Current of the neutral at peak power"), "neutral_current_a", "a:phase_1_a", "b:phase_2_a", "c:phase_3_a"),
  VALUE ("phase_greatest", "", 2, POWER, N_("Greatest phase relative to the mean"), "phase_imbalance_max", "a:phase_1_a", "b:phase_2_a", "c:phase_3_a"),
  VALUE ("phase_least", "", 2, POWER, N_("Least phase relative to the mean"), "phase_imbalance_min", "a:phase_1_a", "b:phase_2_a", "c:phase_3_a"),
  SUM ("power_cable_m", "m", 0, POWER, N_("Power cables")),

  INPUT ("cabinet_weight_kg", "kg", 1, STRUCTURE, N_("Weight of a cabinet")),
  TOTAL ("weight_kg", "kg", 0, STRUCTURE, N_("Weight of the cabinets"), "total_of_cells", "cells:cabinets", "per_cabinet:cabinet_weight_kg"),
  VALUE ("weight_kg_per_m2", "kg/m²", 1, STRUCTURE, N_("Weight per m²"), "weight_per_m2", "weight_kg", "area_m2"),
  INPUT ("steel_low_kg_per_m2", "kg/m²", 0, STRUCTURE, N_("Weight of the steel per m², low")),
  INPUT ("steel_high_kg_per_m2", "kg/m²", 0, STRUCTURE, N_("Weight of the steel per m², high")),
  VALUE ("weight_total_low_kg", "kg", 0, STRUCTURE, N_("Weight with steel, low"), "weight_with_steel_kg", "cabinets_kg:weight_kg", "area_m2", "steel_kg_per_m2:steel_low_kg_per_m2"),
  VALUE ("weight_total_high_kg", "kg", 0, STRUCTURE, N_("Weight with steel, high"), "weight_with_steel_kg", "cabinets_kg:weight_kg", "area_m2", "steel_kg_per_m2:steel_high_kg_per_m2"),
  INPUT ("hang_points", "", 0, STRUCTURE, N_("Hang points")),
  VALUE ("load_per_point_low_kg", "kg", 0, STRUCTURE, N_("Load of a hang point, low"), "load_per_point_kg", "weight_kg:weight_total_low_kg", "points:hang_points"),
  VALUE ("load_per_point_high_kg", "kg", 0, STRUCTURE, N_("Load of a hang point, high"), "load_per_point_kg", "weight_kg:weight_total_high_kg", "points:hang_points"),
  INPUT ("column_cabinets", "", 0, STRUCTURE, N_("Most cabinets in a column")),
  INPUT ("max_hang", "", 0, STRUCTURE, N_("Most cabinets hung under each other")),
  INPUT ("max_stack", "", 0, STRUCTURE, N_("Most cabinets stacked")),
  INPUT ("bottom_height_m", "m", 2, STRUCTURE, N_("Bottom edge above ground")),
  INPUT ("wind_width_m", "m", 2, STRUCTURE, N_("Width across the wind")),
  INPUT ("wind_height_m", "m", 2, STRUCTURE, N_("Height across the wind")),
  VALUE ("wind_area_m2", "m²", 1, STRUCTURE, N_("Area against the wind"), "wind_area_m2", "width_m:wind_width_m", "height_m:wind_height_m", "cells:cabinets", "columns", "rows", "sides"),
  VALUE ("middle_height_m", "m", 2, STRUCTURE, N_("Middle above ground"), "height_on_screen_m", "bottom_m:bottom_height_m", "height_m:wind_height_m", "share=0.5"),
  VALUE ("top_height_m", "m", 2, STRUCTURE, N_("Top edge above ground"), "height_on_screen_m", "bottom_m:bottom_height_m", "height_m:wind_height_m", "share=1"),
  INPUT ("terrain", "", 0, STRUCTURE, N_("Terrain, GB 50009")),
  INPUT ("basic_wind_kpa", "kN/m²", 2, STRUCTURE, N_("Basic wind pressure, 50 years")),
  VALUE ("applied_wind_kpa", "kN/m²", 2, STRUCTURE, N_("Basic wind pressure that is applied"), "gb50009_w0_least", "w0:basic_wind_kpa"),
  VALUE ("gust_factor_gb", "", 3, STRUCTURE, N_("Gust factor, GB 50009"), "gb50009_gust_factor", "terrain", "z_m:middle_height_m"),
  VALUE ("mu_z_gb", "", 3, STRUCTURE, N_("Height factor, GB 50009"), "gb50009_mu_z", "terrain", "z_m:middle_height_m"),
  VALUE ("wind_pressure_gb_kpa", "kN/m²", 2, STRUCTURE, N_("Wind pressure, GB 50009"), "wind_pressure_kpa", "beta:gust_factor_gb", "mu_s=1.3", "mu_z:mu_z_gb", "w0:applied_wind_kpa"),
  VALUE ("wind_force_gb_kn", "kN", 1, STRUCTURE, N_("Wind force, GB 50009"), "wind_force_kn", "area_m2:wind_area_m2", "w:wind_pressure_gb_kpa"),
  VALUE ("wind_moment_edge_gb_knm", "kN·m", 0, STRUCTURE, N_("Moment at the bottom edge, GB 50009"), "wind_moment_knm", "f:wind_force_gb_kn", "top_m:wind_height_m", "panel_h:wind_height_m"),
  VALUE ("wind_moment_ground_gb_knm", "kN·m", 0, STRUCTURE, N_("Moment at the ground, GB 50009"), "wind_moment_knm", "f:wind_force_gb_kn", "top_m:top_height_m", "panel_h:wind_height_m"),
  INPUT ("exposure", "", 0, STRUCTURE, N_("Exposure, ASCE 7")),
  INPUT ("wind_speed_m_per_s", "m/s", 1, STRUCTURE, N_("Basic wind speed, ASCE 7")),
  INPUT ("open_fraction", "", 2, STRUCTURE, N_("Open part of the area")),
  VALUE ("opening_factor_asce", "", 3, STRUCTURE, N_("Factor for openings, ASCE 7"), "asce7_opening_factor", "open:open_fraction"),
  VALUE ("kz_asce", "", 3, STRUCTURE, N_("Exposure coefficient, ASCE 7"), "asce7_kz", "exposure", "z_m:top_height_m"),
  VALUE ("velocity_pressure_asce_kpa", "kN/m²", 2, STRUCTURE, N_("Velocity pressure, ASCE 7"), "asce7_qz_kpa", "kz:kz_asce", "kzt=1", "kd=0.85", "v_mps:wind_speed_m_per_s"),
  VALUE ("wind_force_asce_kn", "kN", 1, STRUCTURE, N_("Wind force, ASCE 7"), "asce7_sign_force_kn", "qz_kpa:velocity_pressure_asce_kpa", "g=0.85", "cf=1.8", "area_m2:wind_area_m2", "openings:opening_factor_asce"),
  VALUE ("wind_moment_edge_asce_knm", "kN·m", 0, STRUCTURE, N_("Moment at the bottom edge, ASCE 7"), "wind_moment_knm", "f:wind_force_asce_kn", "top_m:wind_height_m", "panel_h:wind_height_m"),
  VALUE ("wind_moment_ground_asce_knm", "kN·m", 0, STRUCTURE, N_("Moment at the ground, ASCE 7"), "wind_moment_knm", "f:wind_force_asce_kn", "top_m:top_height_m", "panel_h:wind_height_m"),

  INPUT ("port_px", "px", 0, SIGNAL, N_("Pixels a port carries")),
  INPUT ("redundant", "", 0, SIGNAL, N_("Redundant data loop")),
  INPUT ("device_px", "px", 0, SIGNAL, N_("Pixels a controller carries")),
  INPUT ("device_ports", "", 0, SIGNAL, N_("Ports of a controller")),
  VALUE ("ports_single", "", 0, SIGNAL, N_("Ports without redundancy"), "ports_needed_px", "px_total:pixels", "capacity:port_px"),
  TOTAL ("ports", "", 0, SIGNAL, N_("Ports needed"), "ports_with_backup", "ports:ports_single", "redundant"),
  SUM ("ports_routed", "", 0, SIGNAL, N_("Ports routed")),
  TOTAL ("controllers", "", 0, SIGNAL, N_("Controllers needed"), "controllers_needed", "px_total:pixels", "device_px", "ports", "device_ports"),
  SUM ("controllers_routed", "", 0, SIGNAL, N_("Controllers routed")),
  SUM ("data_cable_m", "m", 0, SIGNAL, N_("Data cables")),

  INPUT ("content_width_px", "px", 0, CONTENT, N_("Width of the content")),
  INPUT ("content_height_px", "px", 0, CONTENT, N_("Height of the content")),
  INPUT ("frame_rate_hz", "Hz", 0, CONTENT, N_("Frame rate")),
  INPUT ("bit_depth", "bit", 0, CONTENT, N_("Bit depth")),
  INPUT ("chroma", "", 0, CONTENT, N_("Chroma sampling")),
  INPUT ("bit_rate_mbps", "Mbit/s", 0, CONTENT, N_("Compressed rate")),
  VALUE ("raw_rate_gbps", "Gbit/s", 2, CONTENT, N_("Uncompressed rate"), "raw_rate_gbps", "w:content_width_px", "h:content_height_px", "fps:frame_rate_hz", "bits:bit_depth", "chroma"),
  VALUE ("storage_gb_per_hour", "GB", 1, CONTENT, N_("Storage per hour of content"), "storage_gb_per_hour", "mbps:bit_rate_mbps"),
  VALUE ("storage_gb_per_day", "GB", 0, CONTENT, N_("Storage per day of operation"), "storage_gb_per_day", "mbps:bit_rate_mbps", "hours:hours_per_day"),

  INPUT ("spares_percent", "%", 1, PARTS, N_("Spare cabinets")),
  TOTAL ("spare_cabinets", "", 0, PARTS, N_("Spare cabinets, whole"), "spare_units", "units:cabinets", "percent:spares_percent"),
  TOTAL ("spare_area_m2", "m²", 2, PARTS, N_("Area of the spare cabinets"), "area_m2", "cells:spare_cabinets", "cabinet_width_mm", "cabinet_height_mm"),
  SUM ("receiving_cards", "", 0, PARTS, N_("Receiving cards")),
  INPUT ("processor_needed", "", 0, PARTS, N_("Video processors without backup")),
  TOTAL ("processors", "", 0, PARTS, N_("Video processors"), "devices_with_backup", "devices:processor_needed", "redundant"),
  INPUT ("screen_count", "", 0, PARTS, N_("Screens")),
  TOTAL ("players", "", 0, PARTS, N_("Players"), "devices_with_backup", "devices:screen_count", "redundant"),
  INPUT ("live_feeds", "", 0, PARTS, N_("Live relays at the same time")),
  TOTAL ("decoders", "", 0, PARTS, N_("Decoders"), "devices_with_backup", "devices:live_feeds", "redundant"),
  TOTAL ("network_links", "", 0, PARTS, N_("Network links"), "devices_with_backup", "devices:screen_count", "redundant"),
  SUM ("sound_systems", "", 0, PARTS, N_("Sound systems")),
  TOTAL ("steel_kg", "kg", 0, PARTS, N_("Weight of the steel"), "steel_weight_kg", "area_m2", "low:steel_low_kg_per_m2", "high:steel_high_kg_per_m2"),
  INPUT ("edge_m", "m", 2, PARTS, N_("Length of the edge of the face")),
  INPUT ("build_depth_m", "m", 2, PARTS, N_("Depth of cabinets and steel")),
  TOTAL ("cladding_m2", "m²", 1, PARTS, N_("Cladding around the edge"), "cladding_m2", "edge_m", "depth_m:build_depth_m"),
  TOTAL ("access_m2", "m²", 1, PARTS, N_("Scaffold before the face"), "access_m2", "width_m", "top_m:top_height_m", "sides"),
  INPUT ("on_ground", "", 0, PARTS, N_("Stands on the ground: 1 yes, 0 no")),
  TOTAL ("foundation_m3", "m³", 1, PARTS, N_("Foundation of reinforced concrete"), "foundation_m3", "area_m2", "on_ground", "m3_per_m2=1"),
  TOTAL ("power_max_kw", "kW", 1, PARTS, N_("Connected load"), "power_kw", "power_w:power_max_w"),
  SUM ("lightning_sets", "", 0, PARTS, N_("Sets of lightning protection")),
  INPUT ("fresh_hours_per_month", "h", 1, PARTS, N_("Fresh material a month")),
  VALUE ("fresh_minutes_per_year", "min", 0, PARTS, N_("Fresh material a year"), "fresh_minutes_per_year", "hours_per_month:fresh_hours_per_month"),
  INPUT ("loop_s", "s", 0, PARTS, N_("Loop")),
  INPUT ("spot_s", "s", 0, PARTS, N_("Spot")),
  VALUE ("slots", "", 0, PARTS, N_("Slots in a loop"), "slots_per_loop", "loop_s", "spot_s"),
  INPUT ("public_percent", "%", 0, PARTS, N_("Public-service share")),
  INPUT ("occupancy_percent", "%", 0, PARTS, N_("Advertising slots that are sold")),
  TOTAL ("slot_months_per_year", "", 1, PARTS, N_("Slots that are sold, months of a year"), "slot_months_per_year", "slots", "public_percent", "occupancy_percent"),
  INPUT ("life_h", "h", 0, PARTS, N_("Life by the maker")),
  VALUE ("life_years", "a", 1, PARTS, N_("Life of the display at its hours"), "life_years", "life_h", "hours_per_day", "days:days_per_year"),

  INPUT ("price_low", "/m²", 0, MONEY, N_("Price per m², low")),
  INPUT ("price_likely", "/m²", 0, MONEY, N_("Price per m², likely")),
  INPUT ("price_high", "/m²", 0, MONEY, N_("Price per m², high")),
  INPUT ("tariff_per_kwh", "/kWh", 3, MONEY, N_("Electricity tariff")),
  TOTAL ("capex_low", "", 0, MONEY, N_("First cost of the display, low"), "capex", "area_m2", "price_per_m2:price_low"),
  TOTAL ("capex", "", 0, MONEY, N_("First cost of the display, likely"), "capex", "area_m2", "price_per_m2:price_likely"),
  TOTAL ("capex_high", "", 0, MONEY, N_("First cost of the display, high"), "capex", "area_m2", "price_per_m2:price_high"),
  TOTAL ("energy_cost_per_year", "", 0, MONEY, N_("Energy cost a year"), "energy_cost", "kwh:energy_kwh_per_year", "tariff:tariff_per_kwh"),
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (quantities) <= QP_MAX_QUANTITIES);

static const char *const result_group_labels[QP_N_RESULT_GROUPS] = {
  [QP_RESULT_SIZE] = N_ ("Size and raster"),     [QP_RESULT_SHAPE] = N_ ("Shape"),
  [QP_RESULT_VIEWING] = N_ ("Viewing distances"), [QP_RESULT_DEPTH] = N_ ("Naked-eye 3D"),
  [QP_RESULT_LIGHT] = N_ ("Luminance and contrast"),
  [QP_RESULT_POWER] = N_ ("Power and energy"),   [QP_RESULT_STRUCTURE] = N_ ("Structure"),
  [QP_RESULT_SIGNAL] = N_ ("Signal"),            [QP_RESULT_CONTENT] = N_ ("Content"),
  [QP_RESULT_PARTS] = N_ ("Quantities of the budget"),
  [QP_RESULT_MONEY] = N_ ("Money"),
};

/**
 * qp_result_group_label:
 * @group: a group of results
 *
 * Returns: (transfer none): its translated heading
 */
const char *
qp_result_group_label (QpResultGroup group)
{
  return _ (result_group_labels[group]);
}

/**
 * qp_quantity_count:
 *
 * Returns: how many rows the calculation has
 */
guint
qp_quantity_count (void)
{
  return G_N_ELEMENTS (quantities);
}

/**
 * qp_quantity_at:
 * @index: below qp_quantity_count()
 *
 * Returns: (transfer none): the row
 */
const QpQuantity *
qp_quantity_at (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (quantities), NULL);
  return &quantities[index];
}

static GHashTable *
key_table (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
        g_hash_table_insert (made, (gpointer) quantities[i].key, GUINT_TO_POINTER (i + 1));
      g_once_init_leave (&table, made);
    }
  return table;
}

/**
 * qp_quantity_index:
 * @key: key of a quantity
 *
 * Returns: its index, or -1
 */
int
qp_quantity_index (const char *key)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (key_table (), key)) - 1;
}

/* "arg", "arg:key" or "arg=constant" */
static void
split_input (const char *input, char **name, int *quantity, double *constant)
{
  const gsize length = strcspn (input, ":=");

  *name = g_strndup (input, length);
  *quantity = input[length] == '=' ? -1 : qp_quantity_index (input[length] == ':' ? input + length + 1 : input);
  *constant = input[length] == '=' ? g_ascii_strtod (input + length + 1, NULL) : NAN;
}

static guint
input_index (const QpFormula *formula, const char *name)
{
  for (guint i = 0; formula->inputs[i].name != NULL; i++)
    if (strcmp (formula->inputs[i].name, name) == 0)
      return i;
  g_error ("formula %s has no input %s", formula->name, name);
}

/* a slip in the table is a slip of ours: the program must not start with one */
static void
resolve (const QpQuantity *row, guint index, QpStep *step)
{
  g_auto (GStrv) names = g_new0 (char *, QP_FORMULA_MAX_INPUTS + 1);
  QpFeed feeds[QP_FORMULA_MAX_INPUTS];
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (; row->inputs[n] != NULL; n++)
    {
      split_input (row->inputs[n], &names[n], &feeds[n].quantity, &feeds[n].constant);
      if (isnan (feeds[n].constant) && (feeds[n].quantity < 0 || feeds[n].quantity >= (int) index))
        g_error ("quantity %s: %s is not calculated before it", row->key, row->inputs[n]);
    }
  step->formula = qp_formula_match (row->formula, (const char *const *) names, &error);
  if (step->formula == NULL)
    g_error ("quantity %s: %s", row->key, error->message);
  step->n_feeds = qp_formula_n_inputs (step->formula);
  for (guint i = 0; i < step->n_feeds; i++)
    {
      const char *initial = step->formula->inputs[i].initial;
      step->feeds[i] = (QpFeed){ -1, initial == NULL ? NAN : g_ascii_strtod (initial, NULL), FALSE };
    }
  for (guint i = 0; i < n; i++)
    {
      const guint place = input_index (step->formula, names[i]);
      feeds[i].word = qp_input_is_word (&step->formula->inputs[place]);
      step->feeds[place] = feeds[i];
    }
}

/* the table with its formulas looked up, made at first use */
const QpStep *
qp_steps (void)
{
  static QpStep *steps;

  if (g_once_init_enter (&steps))
    {
      QpStep *made = g_new0 (QpStep, G_N_ELEMENTS (quantities));
      for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
        {
          made[i].reader = qp_reader_find (quantities[i].key);
          if (quantities[i].formula != NULL)
            resolve (&quantities[i], i, &made[i]);
          else if (made[i].reader == NULL)
            g_error ("quantity %s: nothing reads it", quantities[i].key);
        }
      g_once_init_leave (&steps, made);
    }
  return steps;
}

/**
 * qp_quantity_formula:
 * @index: below qp_quantity_count()
 *
 * Returns: (transfer none) (nullable): the formula that calculates it, %NULL for an input
 */
const QpFormula *
qp_quantity_formula (guint index)
{
  return qp_steps ()[index].formula;
}
