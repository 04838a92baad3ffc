/* qp-handout-application.c: the fields that an application of a screen for the campaign is likely to ask for
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-private.h"

/* Inferred from what the campaign published; there the fact comes first: what somebody noted under that name */
static const struct
{
  const char *key;   /* a fact with this quantity has the value */
  const char *label;
  const char *what;  /* else it is read there; NULL: the project has no place for it */
  const char *from;  /* who says it, where the project does not */
} fields[] = {
  { "screen_name", N_ ("Name of the screen"), "screen.name", NULL },
  { "city", N_ ("City"), "site.city|project.city", NULL },
  { "address", N_ ("Address"), "site.district&site.address|site.address", NULL },
  { "owner", N_ ("Owner"), NULL, N_ ("the owner of the screen") },
  { "operator", N_ ("Operator"), NULL, N_ ("the operator") },
  { "contact", N_ ("Contact"), NULL, N_ ("the applicant") },
  { "project_kind", N_ ("New build or retrofit"), "screen.project_kind", NULL },
  { "environment", N_ ("Indoor or outdoor"), "screen.environment", NULL },
  { "venue", N_ ("Kind of venue"), "site.kind", NULL },
  { "area", N_ ("Area"), "=area_m2", NULL },
  { "size", N_ ("Width × height"), "=width_m&=height_m", NULL },
  { "pitch", N_ ("Pixel pitch"), "=pitch_mm", NULL },
  { "raster", N_ ("Raster"), "=px_w&=px_h", NULL },
  { "class", N_ ("UHD class"), "=uhd_class", NULL },
  { "maker", N_ ("Maker"), "cabinet.manufacturer&cabinet.model", N_ ("the supplier") },
  { "luminance", N_ ("Luminance"), "=luminance_day_cdm2|cabinet.luminance_cdm2", NULL },
  { "refresh", N_ ("Refresh rate"), "cabinet.refresh_hz", N_ ("the supplier") },
  { "grey_depth", N_ ("Grey depth"), "cabinet.grey_bits", N_ ("the supplier") },
  { "hdr", N_ ("HDR curve"), "content.hdr", NULL },
  { "audio", N_ ("Sound"), "content.audio", NULL },
  { "access_route", N_ ("Access: 5G, fibre or dedicated line"), NULL, N_ ("the operator") },
  { "decoder", N_ ("Decoder"), "player.manufacturer&player.model|screen.player", N_ ("the supplier") },
  { "daily_hours", N_ ("Hours of operation a day"), "=hours_per_day", NULL },
  { "public_service", N_ ("Public-service share"), "content.public_service_percent", NULL },
  { "on_air_date", N_ ("Day on which it goes on air"), "site.build_year", N_ ("the owner of the screen") },
  { "daily_visitors", N_ ("Visitors a day"), NULL, N_ ("the venue, or a count") },
  { "photos", N_ ("Photos"), NULL, N_ ("the applicant") },
  { "safety_promise", N_ ("Promise of safe playout"), NULL, N_ ("the operator") },
  { "department_opinion", N_ ("Opinion of the local department"), NULL, N_ ("the local department") },
};

static const QpHandoutColumn columns[] = {
  { "site", N_ ("Site"), 18, TRUE },   { "screen", N_ ("Screen"), 20, TRUE },  { "number", N_ ("No."), 5, FALSE },
  { "field", N_ ("Field"), 30, FALSE }, { "value", N_ ("Value"), 36, FALSE }, { "from", N_ ("Where it is from"), 36, FALSE },
  { "key", N_ ("Key of a fact that fills it"), 16, FALSE },
};

static void
put_value (QpHandoutTable *table, const QpHandoutSubject *subject, guint i)
{
  const QpFact *fact = qp_handout_subject_fact (subject, fields[i].key);
  g_autofree char *origin = NULL;
  g_autofree char *value = fact != NULL || fields[i].what == NULL ? NULL : qp_handout_subject_read (subject, fields[i].what, &origin);

  if (fact != NULL)
    {
      g_autofree char *with_unit = fact->unit == NULL ? g_strdup (fact->value) : g_strdup_printf ("%s\u2009%s", fact->value, fact->unit);
      g_autofree char *from = g_strdup_printf ("%s%s%s", fact->source != NULL ? fact->source : _ ("noted in the project"),
                                               fact->date != NULL ? ", " : "", fact->date != NULL ? fact->date : "");
      qp_handout_put (table, with_unit);
      qp_handout_put (table, from);
      return;
    }
  qp_handout_put (table, value != NULL ? value : _ ("not known"));
  if (value == NULL && fields[i].from != NULL)
    {
      g_autofree char *asked = g_strdup_printf (_ ("to be asked: %s"), _ (fields[i].from));
      qp_handout_put (table, asked);
    }
  else
    qp_handout_put (table, origin);
}

static void
on_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  QpHandoutTable *table = data;
  QpHandoutSubject subject;

  qp_handout_subject_init (&subject, screen, context);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      qp_handout_put_node (table, (const QpNode *) context->site);
      qp_handout_put_node (table, &screen->node);
      qp_handout_put_number (table, i + 1, 0);
      qp_handout_put (table, _ (fields[i].label));
      put_value (table, &subject, i);
      qp_handout_put (table, fields[i].key);
      qp_handout_end_row (table);
    }
}

/* a row of the list of documents */
QpHandout *
qp_handout_application (const QpHandoutSource *source)
{
  QpHandout *self = qp_handout_new (_ ("Fields of the Application"), source->project, source->today);

  qp_handout_add_note (self, _ ("Inferred from what the campaign published; this is not the official form. Hold it against the form of your city."));
  QpHandoutTable *table = qp_handout_add_table (self, "application", _ ("Application"), columns, G_N_ELEMENTS (columns));
  qp_handout_each_screen (source, on_screen, table);
  return self;
}
