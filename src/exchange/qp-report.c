/* qp-report.c: the planning report: finds what it tells, and lets its sections tell it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "catalogue/qp-conflict-list.h"
#include "catalogue/qp-rule-sets.h"

#include <string.h>

#define TEXT_PT 8.0 /* of figures, as of drawings on paper: painters take their unit from it */
#define LAYERS_MEMORY ((gsize) 64 << 20)

/* The order of a construction scheme as cities ask for it: docs of the programme, §4.1. */
static const struct
{
  QpReportSection section;
  void (*compose) (QpReportData *self, QpPages *pages);
} sections[] = {
  { { "cover", N_ ("Cover") }, qp_report_cover },
  { { "summary", N_ ("Summary") }, qp_report_summary },
  { { "basis", N_ ("Basis: policies and standards") }, qp_report_basis },
  { { "sites", N_ ("City and sites") }, qp_report_sites },
  { { "audience", N_ ("Audience and viewing") }, qp_report_audience },
  { { "screens", N_ ("Screens") }, qp_report_screens },
  { { "signal", N_ ("Signal chain") }, qp_report_signal },
  { { "structure", N_ ("Structure") }, qp_report_structure },
  { { "power", N_ ("Power and earthing") }, qp_report_power },
  { { "light", N_ ("Light and noise") }, qp_report_light },
  { { "content", N_ ("Content and playout safety") }, qp_report_content },
  { { "conformity", N_ ("Conformity") }, qp_report_conformity },
  { { "cost", N_ ("Cost and funding") }, qp_report_cost },
  { { "schedule", N_ ("Schedule and permits") }, qp_report_schedule },
  { { "conflicts", N_ ("Risks and conflicts") }, qp_report_conflicts },
  { { "assumptions", N_ ("Assumptions") }, qp_report_assumptions },
  { { "drawings", N_ ("Drawings") }, qp_report_drawings },
  { { "glossary", N_ ("Glossary") }, qp_report_glossary },
  { { "sources", N_ ("Sources") }, qp_report_sources },
};
G_STATIC_ASSERT (G_N_ELEMENTS (sections) < 64);

/**
 * qp_report_section_count:
 *
 * Returns: how many sections there are
 */
guint
qp_report_section_count (void)
{
  return G_N_ELEMENTS (sections);
}

/**
 * qp_report_section_at:
 * @index: less than qp_report_section_count()
 *
 * Returns: the section
 */
const QpReportSection *
qp_report_section_at (guint index)
{
  return &sections[index].section;
}

/**
 * qp_report_section_find:
 * @key: key of a section
 *
 * Returns: its index; −1 when there is none
 */
int
qp_report_section_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (strcmp (sections[i].section.key, key) == 0)
      return (int) i;
  return -1;
}

/**
 * qp_report_init:
 * @self: (out caller-allocates): place for a report
 * @root: the project
 * @catalogue: the catalogue
 * @date: the day of the report, "2026-11-28"
 *
 * A report of all sections on A4.
 */
void
qp_report_init (QpReport *self, QpNode *root, QpCatalogue *catalogue, const char *date)
{
  *self = (QpReport){ .root = root, .catalogue = catalogue, .date = date };
}

/* --- what it tells --- */

static void
screen_clear (gpointer data)
{
  QpReportScreen *self = data;

  g_free (self->name);
  g_free (self->place);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
}

static void
add_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  QpReportData *self = data;
  QpReportScreen one = { .screen = screen, .context = *context };

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  qp_estimate_screen (&one.estimate, screen, context);
  qp_totals_add (&self->totals, &one.estimate);
  one.name = qp_node_display_name (&screen->node);
  one.place = context->site == NULL ? g_strdup ("") : qp_node_display_name (&context->site->node);
  g_array_append_val (self->screens, one);
}

static void
find_sites (QpReportData *self, const QpNode *node)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next_of (&iter, QP_KIND_SITE)) != NULL;)
    {
      g_ptr_array_add (self->sites, child);
      find_sites (self, child);
    }
}

static gboolean
has_windows (const QpPlan *plan)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->node.children);
  return qp_node_iter_next_of (&iter, QP_KIND_RECEPTOR) != NULL;
}

/* plans in the order of their screens, and the light of each once, by which the screens on it are judged */
static void
find_plans (QpReportData *self)
{
  g_autoptr (GHashTable) lights = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->screens->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      QpEngineContext *context = &qp_report_screen (self, i)->context;
      gpointer plan = (gpointer) context->plan;
      if (plan != NULL && !g_hash_table_contains (lights, plan))
        {
          g_ptr_array_add (self->plans, plan);
          g_ptr_array_add (self->lights, has_windows (plan) ? qp_light_new (context, NULL) : NULL);
          g_hash_table_insert (lights, plan, self->lights->pdata[self->lights->len - 1]);
        }
      context->light = plan == NULL ? NULL : g_hash_table_lookup (lights, plan);
    }
}

/* verdicts with all their words where there are few screens; their numbers otherwise */
static void
judge (QpReportData *self)
{
  for (guint i = 0; i < self->screens->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      QpReportScreen *one = qp_report_screen (self, i);
      GPtrArray *verdicts = qp_rules_judge (self->rules, one->screen, &one->context);
      for (guint k = 0; k < verdicts->len; k++)
        one->counts[((const QpRuleVerdict *) verdicts->pdata[k])->outcome]++;
      if (self->detailed)
        one->cases = qp_conflicts_find (self->conflicts, verdicts, one->screen, &one->context);
      if (self->detailed)
        one->verdicts = g_steal_pointer (&verdicts);
      g_clear_pointer (&verdicts, g_ptr_array_unref);
    }
}

static gboolean
goes_on (double done, gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

static void
find_people (QpReportData *self)
{
  QpPeopleOptions options;

  qp_people_options_init (&options, self->project);
  for (guint i = 0; i < self->plans->len; i++)
    {
      const QpPlan *plan = self->plans->pdata[i];
      QpNodeIter iter;
      qp_node_iter_init (&iter, plan->node.children);
      const gboolean seen = self->detailed && qp_node_iter_next_of (&iter, QP_KIND_AUDIENCE) != NULL && !g_cancellable_is_cancelled (self->cancellable);
      g_ptr_array_add (self->people, seen ? qp_people_new (&plan->node, &self->context, &options, goes_on, self->cancellable) : NULL);
      g_ptr_array_add (self->sights, seen ? qp_report_sight_new (&plan->node, self->report->catalogue) : NULL);
    }
}

/* each alternative is a whole project to be calculated */
static void
find_variants (QpReportData *self)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->report->root->children);
  if (qp_node_iter_next_of (&iter, QP_KIND_ALTERNATIVE) != NULL && !g_cancellable_is_cancelled (self->cancellable))
    self->variants = qp_variants_new (self->report->root, self->report->catalogue, self->report->date);
}

static void
people_free (gpointer people)
{
  if (people != NULL)
    qp_people_free (people);
}

static void
light_free (gpointer light)
{
  if (light != NULL)
    qp_light_free (light);
}

static gboolean
data_init (QpReportData *self, const QpReport *report, GCancellable *cancellable, GError **error)
{
  *self = (QpReportData){ .report = report, .project = (const QpProject *) report->root, .cancellable = cancellable };
  self->context = (QpEngineContext){ .project = self->project, .catalogue = report->catalogue };
  self->rules = report->rules != NULL ? g_ptr_array_ref (report->rules) : qp_rule_sets_load_builtin (NULL, error);
  self->conflicts = self->rules == NULL ? NULL : qp_conflict_list_load (error);
  self->screens = g_array_new (FALSE, TRUE, sizeof (QpReportScreen));
  g_array_set_clear_func (self->screens, screen_clear);
  self->sites = g_ptr_array_new ();
  self->plans = g_ptr_array_new ();
  self->lights = g_ptr_array_new_with_free_func (light_free);
  self->people = g_ptr_array_new_with_free_func (people_free);
  self->sights = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_report_sight_free);
  self->layers = qp_plan_layers_new (LAYERS_MEMORY);
  qp_plan_style_init_paper (&self->style, TEXT_PT);
  qp_totals_init (&self->totals);
  if (self->rules == NULL || self->conflicts == NULL)
    return FALSE;
  qp_each_screen (report->root, &self->context, add_screen, self);
  self->detailed = self->screens->len <= QP_REPORT_MOST_DETAILED;
  find_sites (self, report->root);
  find_plans (self);
  judge (self);
  find_people (self);
  self->content = qp_content_project_new (report->root, &self->context);
  self->budget = qp_budget_new (report->root, &self->context, report->date);
  qp_years_init (&self->years, self->budget, report->root, QP_CASE_LIKELY);
  qp_risk_init (&self->risk, self->budget, &self->years, report->root, 1);
  find_variants (self);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
data_clear (QpReportData *self)
{
  if (self->budget != NULL)
    {
      qp_risk_clear (&self->risk);
      qp_years_clear (&self->years);
      qp_budget_free (self->budget);
    }
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  g_clear_pointer (&self->content, qp_content_project_free);
  g_array_unref (self->screens);
  g_ptr_array_unref (self->sites);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->lights);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->sights);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  qp_plan_layers_unref (self->layers);
}

/* --- how it is told --- */

static void
compose (QpPages *pages, gpointer data)
{
  QpReportData *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (sections) && !qp_pages_is_cancelled (pages); i++)
    if ((self->report->left_out & (G_GUINT64_CONSTANT (1) << i)) == 0)
      sections[i].compose (self, pages);
}

/* what is written and how; @foot has to outlive it */
static void
describe (const QpReport *report, QpReportData *data, const char *foot, QpPdf *pdf)
{
  const QpProject *project = (const QpProject *) report->root;

  *pdf = (QpPdf){
    .setup = { .paper = report->paper, .head = project->title, .head_end = _ ("Planning report"), .foot = foot },
    .compose = compose,
    .compose_data = data,
    .title = project->title,
    .author = project->author != NULL ? project->author : project->organisation,
    .subject = _ ("Planning report"),
    .keywords = project->city,
    .date = report->date,
    .told = report->told,
    .told_data = report->told_data,
    .n_pages = report->n_pages,
    .probe = report->probe,
    .probe_data = report->probe_data,
  };
}

static char *
foot_of (const QpReport *report)
{
  const QpProject *project = (const QpProject *) report->root;

  if (project->revision == NULL)
    return g_strdup (report->date);
  return g_strdup_printf (_ ("Revision %s · %s"), project->revision, report->date);
}

/**
 * qp_report_write:
 * @self: a report
 * @path: where to
 * @cancellable: (nullable): stops it
 * @error: place for an error
 *
 * Writes the report as PDF. What stood at @path stays when it fails or is stopped.
 *
 * Returns: whether it was written
 */
gboolean
qp_report_write (const QpReport *self, const char *path, GCancellable *cancellable, GError **error)
{
  QpReportData data;
  QpPdf pdf;
  g_autofree char *foot = foot_of (self);
  gboolean done = data_init (&data, self, cancellable, error);

  describe (self, &data, foot, &pdf);
  done = done && qp_pdf_write (&pdf, path, cancellable, error);
  data_clear (&data);
  return done;
}

/**
 * qp_report_to_bytes:
 * @self: a report
 * @cancellable: (nullable): stops it
 * @error: place for an error
 *
 * Returns: (transfer full) (nullable): the report as PDF
 */
GBytes *
qp_report_to_bytes (const QpReport *self, GCancellable *cancellable, GError **error)
{
  QpReportData data;
  QpPdf pdf;
  g_autofree char *foot = foot_of (self);
  const gboolean found = data_init (&data, self, cancellable, error);

  describe (self, &data, foot, &pdf);
  GBytes *bytes = found ? qp_pdf_to_bytes (&pdf, cancellable, error) : NULL;
  data_clear (&data);
  return bytes;
}

/**
 * qp_report_to_pages:
 * @self: a report
 * @cancellable: (nullable): stops it
 * @error: place for an error
 *
 * Returns: (transfer full) (nullable) (element-type cairo_surface_t): its pages as recordings, see qp_pdf_to_pages()
 */
GPtrArray *
qp_report_to_pages (const QpReport *self, GCancellable *cancellable, GError **error)
{
  QpReportData data;
  QpPdf pdf;
  g_autofree char *foot = foot_of (self);
  const gboolean found = data_init (&data, self, cancellable, error);

  describe (self, &data, foot, &pdf);
  GPtrArray *pages = found ? qp_pdf_to_pages (&pdf, cancellable, error) : NULL;
  data_clear (&data);
  return pages;
}
