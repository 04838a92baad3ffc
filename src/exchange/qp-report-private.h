/* qp-report-private.h: what the sections of the report share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-alternative.h"
#include "engine/qp-conflicts.h"
#include "engine/qp-content-project.h"
#include "engine/qp-people.h"
#include "engine/qp-quantities.h"
#include "engine/qp-risk.h"
#include "exchange/qp-report-sight.h"
#include "exchange/qp-report-words.h"
#include "exchange/qp-report.h"
#include "plans/qp-plan-layers.h"

G_BEGIN_DECLS

/**
 * QpReportScreen:
 * @screen: the screen
 * @context: where it stands; its light is the plan's where it has windows
 * @estimate: its results
 * @name: its name for people
 * @place: the name of its site
 * @verdicts: (nullable) (element-type QpRuleVerdict): how it stands to the rules; %NULL where there are too many screens to tell
 * @cases: (nullable) (element-type QpConflictCase): demands that collide on it
 * @counts: how many rules it meets, fails, …
 */
typedef struct
{
  const QpScreen *screen;
  QpEngineContext context;
  QpEstimate estimate;
  char *name;
  char *place;
  GPtrArray *verdicts;
  GPtrArray *cases;
  guint counts[QP_N_RULE_OUTCOMES];
} QpReportScreen;

/**
 * QpReportData:
 * @report: what was asked for
 * @project: the project
 * @context: the city
 * @screens: (element-type QpReportScreen): all screens in the order of the file
 * @detailed: whether there are so few that each has parts of its own
 * @sites: (element-type QpSite): all sites
 * @plans: (element-type QpPlan): all plans that have screens
 * @lights: (element-type QpLight): light of each of @plans; %NULL where there is no window
 * @people: (element-type QpPeople): who sees the screens of each of @plans; %NULL where nobody is drawn or there are too many screens
 * @sights: (element-type QpReportSight): what is seen on each of @plans; %NULL where there are no @people
 * @rules: (element-type QpRules): the sets that were judged by
 * @conflicts: (element-type QpConflict): demands that exclude each other; @screens hold some of them
 * @totals: sums of the city
 * @content: what has to be produced and played
 * @budget: what it costs
 * @years: what it costs over the years, likely
 * @risk: how far that may lie
 * @variants: (nullable) (element-type QpVariant): the project and its alternatives; %NULL where it has none
 * @layers: pictures beneath the plans
 * @style: the style of figures, for print
 * @cancellable: (nullable): stops long work
 *
 * What the report tells, found once before it is laid out. Sections read it; composing twice gives the same both times.
 */
typedef struct
{
  const QpReport *report;
  const QpProject *project;
  QpEngineContext context;
  GArray *screens;
  gboolean detailed;
  GPtrArray *sites;
  GPtrArray *plans;
  GPtrArray *lights;
  GPtrArray *people;
  GPtrArray *sights;
  GPtrArray *rules;
  GPtrArray *conflicts;
  QpTotals totals;
  QpContentProject *content;
  QpBudget *budget;
  QpYears years;
  QpRisk risk;
  GPtrArray *variants;
  QpPlanLayers *layers;
  QpPlanStyle style;
  GCancellable *cancellable;
} QpReportData;

#define qp_report_screen(self, i) (&g_array_index ((self)->screens, QpReportScreen, i))

/* one function a section: qp-report-front.c */
void qp_report_cover (QpReportData *self, QpPages *pages);
void qp_report_summary (QpReportData *self, QpPages *pages);
void qp_report_basis (QpReportData *self, QpPages *pages);
/* qp-report-site.c */
void qp_report_sites (QpReportData *self, QpPages *pages);
/* qp-report-spacing.c: parts of that section */
void qp_report_spacing (QpReportData *self, QpPages *pages);
void qp_report_windows (QpReportData *self, QpPages *pages);
/* qp-report-audience.c */
void qp_report_audience (QpReportData *self, QpPages *pages);
/* qp-report-screens.c */
void qp_report_screens (QpReportData *self, QpPages *pages);
/* qp-report-signal.c */
void qp_report_signal (QpReportData *self, QpPages *pages);
/* qp-report-power.c */
void qp_report_structure (QpReportData *self, QpPages *pages);
void qp_report_power (QpReportData *self, QpPages *pages);
/* qp-report-light.c */
void qp_report_light (QpReportData *self, QpPages *pages);
/* qp-report-content.c */
void qp_report_content (QpReportData *self, QpPages *pages);
/* qp-report-rules.c */
void qp_report_conformity (QpReportData *self, QpPages *pages);
void qp_report_conflicts (QpReportData *self, QpPages *pages);
void qp_report_add_verdict (QpPageTable *table, const QpRuleVerdict *verdict, gboolean evidence);
/* qp-report-money.c */
void qp_report_cost (QpReportData *self, QpPages *pages);
/* qp-report-variants.c: part of the cost */
void qp_report_alternatives (QpReportData *self, QpPages *pages);
/* qp-report-schedule.c */
void qp_report_schedule (QpReportData *self, QpPages *pages);
/* qp-report-annex.c */
void qp_report_assumptions (QpReportData *self, QpPages *pages);
void qp_report_drawings (QpReportData *self, QpPages *pages);
void qp_report_glossary (QpReportData *self, QpPages *pages);
void qp_report_sources (QpReportData *self, QpPages *pages);

G_END_DECLS
