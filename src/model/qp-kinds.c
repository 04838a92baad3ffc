/* qp-kinds.c: the tables of all kinds, their choices and their nesting
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "model/qp-kinds.h"

#include <string.h>

/* clang-format off */

const QpEnumValue qp_values_site_kind[] = {
  { "business_district", N_("Business district") },
  { "pedestrian_street", N_("Pedestrian street") },
  { "transport_hub", N_("Transport hub") },
  { "landmark", N_("Landmark") },
  { "cultural_venue", N_("Cultural venue") },
  { "exhibition", N_("Exhibition centre") },
  { "cinema", N_("Cinema") },
  { "sports_venue", N_("Sports venue") },
  { "park", N_("Park") },
  { "shopping_centre", N_("Shopping centre") },
  { "office", N_("Office building") },
  { "other", N_("Other") },
  { NULL, NULL } };
const QpEnumValue qp_values_zone[] = {
  { "E0", N_("E0, intrinsically dark") },
  { "E1", N_("E1, dark") },
  { "E2", N_("E2, low brightness") },
  { "E3", N_("E3, medium brightness") },
  { "E4", N_("E4, high brightness, city centre") },
  { NULL, NULL } };
const QpEnumValue qp_values_status[] = {
  { "idea", N_("Idea") },
  { "planned", N_("Planned") },
  { "approved", N_("Approved") },
  { "building", N_("Under construction") },
  { "operating", N_("In operation") },
  { "retired", N_("Retired") },
  { NULL, NULL } };
const QpEnumValue qp_values_standards[] = {
  { "cn", N_("China") },
  { "international", N_("International") },
  { NULL, NULL } };
const QpEnumValue qp_values_background_format[] = {
  { "svg", N_("SVG drawing") },
  { "png", N_("PNG picture") },
  { "jpeg", N_("JPEG picture") },
  { "pdf", N_("PDF page") },
  { "dxf", N_("DXF drawing") },
  { "geojson", N_("GeoJSON footprints") },
  { "webp", N_("WebP picture") },
  { "tiff", N_("TIFF picture") },
  { NULL, NULL } };
const QpEnumValue qp_values_scale_basis[] = {
  { "unknown", N_("Not to scale") },
  { "guessed", N_("Guessed") },
  { "drawn", N_("As drawn") },
  { "calibrated", N_("Calibrated") },
  { NULL, NULL } };
const QpEnumValue qp_values_obstacle_kind[] = {
  { "wall", N_("Wall") },
  { "glass", N_("Glass") },
  { "tree", N_("Tree") },
  { "building", N_("Building") },
  { "other", N_("Other") },
  { NULL, NULL } };
const QpEnumValue qp_values_audience_kind[] = {
  { "area", N_("Area") },
  { "path", N_("Walking path") },
  { NULL, NULL } };
const QpEnumValue qp_values_receptor_kind[] = {
  { "home", N_("Homes") },
  { "hospital", N_("Hospital") },
  { "school", N_("School") },
  { "hotel", N_("Hotel") },
  { "office", N_("Offices") },
  { "road_user", N_("Road users") },
  { "observatory", N_("Observatory") },
  { NULL, NULL } };
const QpEnumValue qp_values_project_kind[] = {
  { "new_build", N_("New build") },
  { "retrofit", N_("Retrofit") },
  { NULL, NULL } };
const QpEnumValue qp_values_environment[] = {
  { "outdoor", N_("Outdoor") },
  { "indoor", N_("Indoor") },
  { "semi_outdoor", N_("Semi-outdoor") },
  { NULL, NULL } };
const QpEnumValue qp_values_mount[] = {
  { "wall", N_("On a wall") },
  { "facade", N_("On a facade") },
  { "roof", N_("On a roof") },
  { "ground", N_("Standing on the ground") },
  { "pole", N_("On a pole") },
  { "hung", N_("Hung") },
  { "floor", N_("In the floor") },
  { "ceiling", N_("On the ceiling") },
  { NULL, NULL } };
const QpEnumValue qp_values_shape[] = {
  { "flat", N_("Flat") },
  { "arc", N_("Arc") },
  { "corner", N_("Corner") },
  { "rounded_corner", N_("Rounded corner") },
  { "faces", N_("Polygon of faces") },
  { "column", N_("Column") },
  { "ribbon", N_("Ribbon") },
  { "floor", N_("Floor screen") },
  { "ceiling", N_("Sky screen") },
  { "mesh", N_("Mesh") },
  { "zones", N_("Group of zones") },
  { "cap", N_("Spherical cap") },
  { "half_ellipse", N_("Half ellipse") },
  { NULL, NULL } };
const QpEnumValue qp_values_chroma[] = {
  { "420", N_("4:2:0") },
  { "422", N_("4:2:2") },
  { "444", N_("4:4:4") },
  { NULL, NULL } };
const QpEnumValue qp_values_hdr[] = {
  { "sdr", N_("SDR") },
  { "hlg", N_("HLG") },
  { "pq", N_("PQ") },
  { "hdr_vivid", N_("HDR Vivid") },
  { NULL, NULL } };
const QpEnumValue qp_values_codec[] = {
  { "avs3", N_("AVS3") },
  { "avs2", N_("AVS2") },
  { "hevc", N_("HEVC") },
  { "vvc", N_("VVC") },
  { "avc", N_("AVC") },
  { "av1", N_("AV1") },
  { "prores", N_("ProRes") },
  { "hap", N_("HAP") },
  { "notchlc", N_("NotchLC") },
  { "uncompressed", N_("Uncompressed") },
  { NULL, NULL } };
const QpEnumValue qp_values_audio[] = {
  { "none", N_("No sound") },
  { "loudspeaker", N_("Loudspeakers") },
  { "phone", N_("Phone audio") },
  { "both", N_("Loudspeakers and phone audio") },
  { NULL, NULL } };
const QpEnumValue qp_values_tier[] = {
  { "2d", N_("2D graphics") },
  { "camera_4k", N_("4K camera") },
  { "camera_8k", N_("8K camera") },
  { "naked_eye_3d", N_("Naked-eye 3D") },
  { NULL, NULL } };
const QpEnumValue qp_values_slot_kind[] = {
  { "advertising", N_("Advertising") },
  { "public_service", N_("Public service") },
  { "live_relay", N_("Live relay") },
  { "programme", N_("Programme") },
  { "ident", N_("Station ident or black") },
  { NULL, NULL } };
const QpEnumValue qp_values_cost_group[] = {
  { "A", N_("A, display") },
  { "B", N_("B, control system") },
  { "C", N_("C, signal and playout") },
  { "D", N_("D, sound") },
  { "E", N_("E, steel structure and cladding") },
  { "F", N_("F, civil works") },
  { "G", N_("G, power distribution") },
  { "H", N_("H, lightning protection and earthing") },
  { "I", N_("I, network and security") },
  { "J", N_("J, installation and calibration") },
  { "K", N_("K, design, review and supervision") },
  { "L", N_("L, contingency and tax") },
  { "M", N_("M, cost of each year") },
  { "N", N_("N, income of each year") },
  { NULL, NULL } };
const QpEnumValue qp_values_fact_basis[] = {
  { "published", N_("Published") },
  { "assumed", N_("Assumed") },
  { "measured", N_("Measured") },
  { NULL, NULL } };
const QpEnumValue qp_values_technology[] = {
  { "SMD", N_("SMD") },
  { "COB", N_("COB") },
  { "DIP", N_("DIP") },
  { "IMD", N_("IMD") },
  { "MIP", N_("MIP") },
  { "GOB", N_("GOB") },
  { "MicroLED", N_("Micro LED") },
  { NULL, NULL } };
const QpEnumValue qp_values_application[] = {
  { "fixed", N_("Fixed installation") },
  { "rental", N_("Rental") },
  { "transparent", N_("Transparent") },
  { "mesh", N_("Mesh") },
  { "floor", N_("Floor") },
  { "perimeter", N_("Perimeter") },
  { "poster", N_("Poster") },
  { "flexible", N_("Flexible") },
  { "cinema", N_("Cinema") },
  { NULL, NULL } };
const QpEnumValue qp_values_service[] = {
  { "front", N_("Front") },
  { "rear", N_("Rear") },
  { "both", N_("Front and rear") },
  { NULL, NULL } };
const QpEnumValue qp_values_grade[] = {
  { "A", N_("A, maker's document read directly") },
  { "B", N_("B, maker's document transcribed by a third party") },
  { "C", N_("C, press report") },
  { "D", N_("D, weak") },
  { "own", N_("Entered by the planner") },
  { NULL, NULL } };
const QpEnumValue qp_values_controller_kind[] = {
  { "controller", N_("Controller") },
  { "all_in_one", N_("All-in-one controller") },
  { "splicer", N_("Video splicer") },
  { "sending_card", N_("Sending card") },
  { "receiving_card", N_("Receiving card") },
  { NULL, NULL } };
const QpEnumValue qp_values_price_per[] = {
  { "m2", N_("m²") },
  { "cabinet", N_("cabinet") },
  { "unit", N_("piece") },
  { "kwh", N_("kWh") },
  { "other", N_("as described") },
  { "m", N_("m") },
  { "m3", N_("m³") },
  { "kg", N_("kg") },
  { "kw", N_("kW") },
  { "hour", N_("hour") },
  { "percent", N_("percent") },
  { NULL, NULL } };
const QpEnumValue qp_values_grid[] = {
  { "national", N_("China, national mean") },
  { "north", N_("North China") },
  { "northeast", N_("North-East China") },
  { "east", N_("East China") },
  { "central", N_("Central China") },
  { "northwest", N_("North-West China") },
  { "south", N_("South China") },
  { "southwest", N_("South-West China") },
  { NULL, NULL } };
const QpEnumValue qp_values_terrain[] = {
  { "A", N_("A, sea shore, islands, desert") },
  { "B", N_("B, open country, small towns") },
  { "C", N_("C, dense city") },
  { "D", N_("D, dense city of high buildings") },
  { NULL, NULL } };
const QpEnumValue qp_values_exposure[] = {
  { "B", N_("B, urban and wooded") },
  { "C", N_("C, open ground") },
  { "D", N_("D, flat and by the water") },
  { NULL, NULL } };
const QpEnumValue qp_values_start[] = {
  { "top_left", N_("Top left") },
  { "top_right", N_("Top right") },
  { "bottom_left", N_("Bottom left") },
  { "bottom_right", N_("Bottom right") },
  { NULL, NULL } };
const QpEnumValue qp_values_order[] = {
  { "rows", N_("Rows") },
  { "columns", N_("Columns") },
  { NULL, NULL } };
const QpEnumValue qp_values_demand[] = {
  { "at_least", N_("at least") },
  { "at_most", N_("at most") },
  { "above", N_("more than") },
  { "below", N_("less than") },
  { "equals", N_("exactly") },
  { "one_of", N_("one of") },
  { "none_of", N_("none of") },
  { "covers", N_("covers") },
  { "within", N_("within") },
  { "required", N_("required") },
  { "forbidden", N_("forbidden") },
  { "told", N_("for information") },
  { NULL, NULL } };
const QpEnumValue qp_values_binding[] = {
  { "mandatory", N_("Mandatory") },
  { "recommended", N_("Recommended") },
  { "encouraged", N_("Encouraged") },
  { "technical", N_("Technical requirement") },
  { "design_code", N_("Design code") },
  { "standard", N_("Standard") },
  { "plan", N_("City plan") },
  { "permit", N_("Condition of the permit") },
  { "trial", N_("Trial rule") },
  { "acceptance", N_("Acceptance item") },
  { "expired", N_("Expired") },
  { "context", N_("For information") },
  { NULL, NULL } };
const QpEnumValue qp_values_rule_status[] = {
  { "confirmed", N_("Confirmed") },
  { "reprint", N_("Confirmed by a reprint") },
  { "press", N_("Confirmed by the press") },
  { "partly_seen", N_("Partly seen") },
  { "damaged", N_("Damaged: the number is lost") },
  { "not_found", N_("Not found") },
  { "secondary", N_("From a secondary source") },
  { "recalled", N_("Recalled, not read again") },
  { NULL, NULL } };

/* clang-format on */

#define ROW(Type, name_, TYPE_, UNIT_, min_, max_, initial_, values_, GROUP_, since_, label_) \
  { .name = #name_, \
    .type = QP_FIELD_##TYPE_, \
    .unit = QP_UNIT_##UNIT_, \
    .min = min_, \
    .max = max_, \
    .initial = initial_, \
    .values = values_, \
    .group = QP_GROUP_##GROUP_, \
    .since = since_, \
    .label = label_, \
    .offset = offsetof (Type, name_) },

#define ROW_OF_QpProject(...) ROW (QpProject, __VA_ARGS__)
#define ROW_OF_QpSite(...) ROW (QpSite, __VA_ARGS__)
#define ROW_OF_QpPlan(...) ROW (QpPlan, __VA_ARGS__)
#define ROW_OF_QpBackground(...) ROW (QpBackground, __VA_ARGS__)
#define ROW_OF_QpObstacle(...) ROW (QpObstacle, __VA_ARGS__)
#define ROW_OF_QpAudience(...) ROW (QpAudience, __VA_ARGS__)
#define ROW_OF_QpReceptor(...) ROW (QpReceptor, __VA_ARGS__)
#define ROW_OF_QpNote(...) ROW (QpNote, __VA_ARGS__)
#define ROW_OF_QpDimension(...) ROW (QpDimension, __VA_ARGS__)
#define ROW_OF_QpScreen(...) ROW (QpScreen, __VA_ARGS__)
#define ROW_OF_QpZone(...) ROW (QpZone, __VA_ARGS__)
#define ROW_OF_QpContent(...) ROW (QpContent, __VA_ARGS__)
#define ROW_OF_QpSlot(...) ROW (QpSlot, __VA_ARGS__)
#define ROW_OF_QpCost(...) ROW (QpCost, __VA_ARGS__)
#define ROW_OF_QpFunding(...) ROW (QpFunding, __VA_ARGS__)
#define ROW_OF_QpFact(...) ROW (QpFact, __VA_ARGS__)
#define ROW_OF_QpAlternative(...) ROW (QpAlternative, __VA_ARGS__)
#define ROW_OF_QpChanged(...) ROW (QpChanged, __VA_ARGS__)
#define ROW_OF_QpCatalogueInfo(...) ROW (QpCatalogueInfo, __VA_ARGS__)
#define ROW_OF_QpCabinet(...) ROW (QpCabinet, __VA_ARGS__)
#define ROW_OF_QpController(...) ROW (QpController, __VA_ARGS__)
#define ROW_OF_QpPlayer(...) ROW (QpPlayer, __VA_ARGS__)
#define ROW_OF_QpPrice(...) ROW (QpPrice, __VA_ARGS__)
#define ROW_OF_QpRules(...) ROW (QpRules, __VA_ARGS__)
#define ROW_OF_QpRule(...) ROW (QpRule, __VA_ARGS__)

#define TABLE(Type, FIELDS) static const QpField fields_of_##Type[] = { FIELDS (ROW_OF_##Type) };

TABLE (QpProject, QP_PROJECT_FIELDS)
TABLE (QpSite, QP_SITE_FIELDS)
TABLE (QpPlan, QP_PLAN_FIELDS)
TABLE (QpBackground, QP_BACKGROUND_FIELDS)
TABLE (QpObstacle, QP_OBSTACLE_FIELDS)
TABLE (QpAudience, QP_AUDIENCE_FIELDS)
TABLE (QpReceptor, QP_RECEPTOR_FIELDS)
TABLE (QpNote, QP_NOTE_FIELDS)
TABLE (QpDimension, QP_DIMENSION_FIELDS)
TABLE (QpScreen, QP_SCREEN_FIELDS)
TABLE (QpZone, QP_ZONE_FIELDS)
TABLE (QpContent, QP_CONTENT_FIELDS)
TABLE (QpSlot, QP_SLOT_FIELDS)
TABLE (QpCost, QP_COST_FIELDS)
TABLE (QpFunding, QP_FUNDING_FIELDS)
TABLE (QpFact, QP_FACT_FIELDS)
TABLE (QpAlternative, QP_ALTERNATIVE_FIELDS)
TABLE (QpChanged, QP_CHANGED_FIELDS)
TABLE (QpCatalogueInfo, QP_CATALOGUE_FIELDS)
TABLE (QpCabinet, QP_CABINET_FIELDS)
TABLE (QpController, QP_CONTROLLER_FIELDS)
TABLE (QpPlayer, QP_PLAYER_FIELDS)
TABLE (QpPrice, QP_PRICE_FIELDS)
TABLE (QpRules, QP_RULES_FIELDS)
TABLE (QpRule, QP_RULE_FIELDS)

#define IN(KIND) (1u << QP_KIND_##KIND)
#define INFO(KIND, Type, element_, label_, name_field_, parents_) \
  [QP_KIND_##KIND] = { .element = element_, \
                       .label = label_, \
                       .fields = fields_of_##Type, \
                       .n_fields = G_N_ELEMENTS (fields_of_##Type), \
                       .size = sizeof (Type), \
                       .name_field = name_field_, \
                       .parents = parents_ }

static const QpKindInfo kinds[QP_N_KINDS] = {
  INFO (PROJECT, QpProject, "project", N_ ("Project"), 0, 0),
  INFO (SITE, QpSite, "site", N_ ("Site"), 0, IN (PROJECT)),
  INFO (PLAN, QpPlan, "plan", N_ ("Plan"), 0, IN (SITE)),
  INFO (BACKGROUND, QpBackground, "background", N_ ("Background"), 0, IN (PLAN)),
  INFO (OBSTACLE, QpObstacle, "obstacle", N_ ("Obstacle"), 0, IN (PLAN)),
  INFO (AUDIENCE, QpAudience, "audience", N_ ("Audience"), 0, IN (PLAN)),
  INFO (RECEPTOR, QpReceptor, "receptor", N_ ("Windows of neighbours"), 0, IN (PLAN)),
  INFO (NOTE, QpNote, "note", N_ ("Note"), 0, IN (PLAN)),
  INFO (DIMENSION, QpDimension, "dimension", N_ ("Dimension line"), 0, IN (PLAN)),
  INFO (SCREEN, QpScreen, "screen", N_ ("Screen"), 0, IN (PLAN)),
  INFO (ZONE, QpZone, "zone", N_ ("Zone"), 0, IN (SCREEN)),
  INFO (CONTENT, QpContent, "content", N_ ("Content profile"), 0, IN (PROJECT)),
  INFO (SLOT, QpSlot, "slot", N_ ("Slot"), 0, IN (CONTENT)),
  INFO (COST, QpCost, "cost", N_ ("Cost line"), 2, IN (PROJECT) | IN (SITE) | IN (SCREEN) | IN (CONTENT)),
  INFO (FUNDING, QpFunding, "funding", N_ ("Source of funds"), 0, IN (PROJECT)),
  INFO (FACT, QpFact, "fact", N_ ("Fact or assumption"), 1, IN (PROJECT) | IN (SITE) | IN (PLAN) | IN (SCREEN)),
  INFO (ALTERNATIVE, QpAlternative, "alternative", N_ ("Alternative"), 0, IN (PROJECT)),
  INFO (CHANGED, QpChanged, "changed", N_ ("Change"), 1, IN (ALTERNATIVE)),
  INFO (CATALOGUE, QpCatalogueInfo, "catalogue", N_ ("Catalogue"), 0, 0),
  INFO (CABINET, QpCabinet, "cabinet", N_ ("Cabinet"), 3, IN (CATALOGUE) | IN (PROJECT)),
  INFO (CONTROLLER, QpController, "controller", N_ ("Controller"), 3, IN (CATALOGUE) | IN (PROJECT)),
  INFO (PLAYER, QpPlayer, "player", N_ ("Player"), 3, IN (CATALOGUE) | IN (PROJECT)),
  INFO (PRICE, QpPrice, "price", N_ ("Price"), 2, IN (CATALOGUE) | IN (PROJECT)),
  INFO (RULES, QpRules, "rules", N_ ("Rules"), 0, 0),
  INFO (RULE, QpRule, "rule", N_ ("Rule"), 1, IN (RULES)),
};

/**
 * qp_kind_info:
 * @kind: a kind
 *
 * Returns: (transfer none): what is known of it
 */
const QpKindInfo *
qp_kind_info (QpKind kind)
{
  g_return_val_if_fail (kind < QP_N_KINDS, NULL);
  return &kinds[kind];
}

/**
 * qp_kind_from_element:
 * @element: an element name without prefix
 *
 * Returns: the kind it stands for, or %QP_KIND_NONE
 */
QpKind
qp_kind_from_element (const char *element)
{
  for (guint i = 0; i < QP_N_KINDS; i++)
    if (strcmp (kinds[i].element, element) == 0)
      return i;
  return QP_KIND_NONE;
}

/**
 * qp_kind_may_contain:
 * @parent: a kind
 * @child: another
 *
 * Returns: whether a node of kind @child may stand in one of kind @parent
 */
gboolean
qp_kind_may_contain (QpKind parent, QpKind child)
{
  return (kinds[child].parents >> parent & 1) != 0;
}

/**
 * qp_kind_label:
 * @kind: a kind
 *
 * Returns: (transfer none): its translated name
 */
const char *
qp_kind_label (QpKind kind)
{
  return _ (kinds[kind].label);
}

/**
 * qp_kind_field:
 * @kind: a kind
 * @name: name of a field
 *
 * Returns: (transfer none) (nullable): the field, or %NULL if the kind has no such field
 */
const QpField *
qp_kind_field (QpKind kind, const char *name)
{
  for (guint i = 0; i < kinds[kind].n_fields; i++)
    if (strcmp (kinds[kind].fields[i].name, name) == 0)
      return &kinds[kind].fields[i];
  return NULL;
}

/**
 * qp_kind_field_at:
 * @kind: a kind
 * @offset: offset of a member in the kind's struct
 *
 * Returns: (transfer none): the field kept there; see QP_FIELD()
 */
const QpField *
qp_kind_field_at (QpKind kind, gsize offset)
{
  for (guint i = 0; i < kinds[kind].n_fields; i++)
    if (kinds[kind].fields[i].offset == offset)
      return &kinds[kind].fields[i];
  g_return_val_if_reached (NULL);
}
