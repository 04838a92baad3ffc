/* qp-handout-siting.c: the papers of an application for a site, which of them are there and who makes the others
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-private.h"

#include "render/qp-paint-furniture.h"

#include <math.h>

/* what the project can say of a paper itself: the words, and whether this program can make the paper */
typedef char *(*Evidence) (const QpHandoutSubject *subject, gboolean *can_be_made);

static gboolean
has_surroundings (const QpPlan *plan)
{
  static const QpKind kinds[] = { QP_KIND_BACKGROUND, QP_KIND_OBSTACLE };

  for (guint i = 0; plan != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      QpNodeIter iter;
      qp_node_iter_init (&iter, plan->node.children);
      if (qp_node_iter_next_of (&iter, kinds[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
sketch (const QpHandoutSubject *subject, gboolean *can_be_made)
{
  const QpPlan *plan = subject->context->plan;

  *can_be_made = has_surroundings (plan);
  if (!*can_be_made)
    return g_strdup (_ ("the plan has neither a drawing nor surroundings"));
  g_autofree char *trust = qp_trust_sentence (&plan->node);
  g_autofree char *name = qp_node_display_name (&plan->node);
  return trust == NULL ? g_strdup_printf (_ ("plan “%s”"), name) : g_strdup_printf (_ ("plan “%s”: %s"), name, trust);
}

static char *
rendering (const QpHandoutSubject *subject, gboolean night, gboolean *can_be_made)
{
  const double width = qp_estimate_get (&subject->estimate, "width_m");
  const double luminance = qp_estimate_get (&subject->estimate, "luminance_night_cdm2");

  *can_be_made = !isnan (width) && subject->screen->bottom_height_m != QP_UNSET && has_surroundings (subject->context->plan);
  if (isnan (width))
    return g_strdup (_ ("the size of the screen is not known"));
  if (subject->screen->bottom_height_m == QP_UNSET)
    return g_strdup (_ ("its height above ground is not known"));
  if (!*can_be_made)
    return g_strdup (_ ("the plan has no surroundings"));
  if (night && isnan (luminance))
    return g_strdup (_ ("a view from a place of the plan; the luminance by night is not known"));
  return g_strdup (_ ("a view from a place of the plan, schematic"));
}

static char *
rendering_day (const QpHandoutSubject *subject, gboolean *can_be_made)
{
  return rendering (subject, FALSE, can_be_made);
}

static char *
rendering_night (const QpHandoutSubject *subject, gboolean *can_be_made)
{
  return rendering (subject, TRUE, can_be_made);
}

static char *
structure (const QpHandoutSubject *subject, gboolean *can_be_made)
{
  g_autofree char *origin = NULL, *wind_origin = NULL;
  g_autofree char *weight = qp_handout_subject_read (subject, "=weight_total_high_kg|=weight_kg", &origin);
  g_autofree char *wind = qp_handout_subject_read (subject, "=wind_force_gb_kn|=wind_force_asce_kn", &wind_origin);

  return g_strdup_printf (_ ("loads as a start: weight %s, wind %s"), weight == NULL ? _ ("not known") : weight, wind == NULL ? _ ("not known") : wind);
}

static char *
light (const QpHandoutSubject *subject, gboolean *can_be_made)
{
  g_autofree char *origin = NULL, *limit_origin = NULL, *zone_origin = NULL;
  g_autofree char *night = qp_handout_subject_read (subject, "=luminance_night_cdm2", &origin);
  g_autofree char *limit = qp_handout_subject_read (subject, "=night_limit_cdm2", &limit_origin);
  g_autofree char *zone = qp_handout_subject_read (subject, "site.zone", &zone_origin);

  *can_be_made = night != NULL && zone != NULL;
  return g_strdup_printf (_ ("by night %s, limit %s, zone %s"), night == NULL ? _ ("not known") : night, limit == NULL ? _ ("not known") : limit,
                          zone == NULL ? _ ("not known") : zone);
}

static char *
content (const QpHandoutSubject *subject, gboolean *can_be_made)
{
  g_autofree char *origin = NULL;
  g_autofree char *share = qp_handout_subject_read (subject, "content.public_service_percent", &origin);

  return share == NULL ? NULL : g_strdup_printf (_ ("public-service share %s"), share);
}

static const struct
{
  const char *key; /* a fact with this quantity says that the paper is there */
  const char *label;
  const char *maker;
  Evidence evidence;
} papers[] = {
  { "paper_form", N_ ("Application form"), N_ ("applicant, on the form of the city; see the fields of the application"), NULL },
  { "paper_licence", N_ ("Business licence"), N_ ("applicant"), NULL },
  { "paper_title", N_ ("Title or right of use of the site"), N_ ("owner of the building or the land"), NULL },
  { "paper_sketch", N_ ("Location sketch"), N_ ("planner"), sketch },
  { "paper_existing_view", N_ ("Existing view"), N_ ("applicant, as a photo"), NULL },
  { "paper_view_day", N_ ("Rendering by day"), N_ ("planner or architect"), rendering_day },
  { "paper_view_night", N_ ("Rendering by night"), N_ ("planner or architect"), rendering_night },
  { "paper_structure", N_ ("Structure drawings with review certificate"), N_ ("structural engineer, and the body that reviews"), structure },
  { "paper_safety_scheme", N_ ("Scheme of safe construction"), N_ ("contractor"), NULL },
  { "paper_light", N_ ("Light scheme: luminance measured or calculated"), N_ ("planner or lighting engineer"), light },
  { "paper_content", N_ ("Promise about content"), N_ ("operator"), content },
  { "paper_inspection", N_ ("Commitment to inspections"), N_ ("operator"), NULL },
};

static const QpHandoutColumn columns[] = {
  { "site", N_ ("Site"), 18, TRUE },      { "screen", N_ ("Screen"), 20, TRUE },   { "number", N_ ("No."), 5, FALSE },
  { "paper", N_ ("Document"), 34, FALSE },   { "state", N_ ("State"), 20, FALSE },    { "evidence", N_ ("What is known of it"), 44, FALSE },
  { "maker", N_ ("Who makes it"), 34, FALSE }, { "key", N_ ("Key of a fact that says it is there"), 18, FALSE },
};

static void
put_state (QpHandoutTable *table, const QpHandoutSubject *subject, guint i)
{
  const QpFact *fact = qp_handout_subject_fact (subject, papers[i].key);
  gboolean can_be_made = FALSE;
  g_autofree char *evidence = fact != NULL || papers[i].evidence == NULL ? NULL : papers[i].evidence (subject, &can_be_made);

  if (fact != NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s%s%s", fact->value, fact->date != NULL ? ", " : "", fact->date != NULL ? fact->date : "");
      qp_handout_put (table, _ ("there"));
      qp_handout_put (table, words);
      return;
    }
  qp_handout_put (table, can_be_made ? _ ("to be drawn with this program") : _ ("missing"));
  qp_handout_put (table, evidence);
}

static void
on_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  QpHandoutTable *table = data;
  QpHandoutSubject subject;

  qp_handout_subject_init (&subject, screen, context);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      qp_handout_put_node (table, (const QpNode *) context->site);
      qp_handout_put_node (table, &screen->node);
      qp_handout_put_number (table, i + 1, 0);
      qp_handout_put (table, _ (papers[i].label));
      put_state (table, &subject, i);
      qp_handout_put (table, _ (papers[i].maker));
      qp_handout_put (table, papers[i].key);
      qp_handout_end_row (table);
    }
}

/* a row of the list of documents */
QpHandout *
qp_handout_siting (const QpHandoutSource *source)
{
  QpHandout *self = qp_handout_new (_ ("Siting Pack: Check List"), source->project, source->today);

  qp_handout_add_note (self, _ ("The papers that Chinese cities ask for when outdoor screens are set up; each city has its own list. "
                                "A paper is there once a fact of the project says so under its key."));
  QpHandoutTable *table = qp_handout_add_table (self, "siting", _ ("Siting pack"), columns, G_N_ELEMENTS (columns));
  qp_handout_each_screen (source, on_screen, table);
  return self;
}
