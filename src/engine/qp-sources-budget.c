/* qp-sources-budget.c: reads what the budget counts, and says where each number comes from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* Standing assumptions, used where the document is silent and always named as such. */
#define ASSUMED_SPARES_PERCENT 3
#define ASSUMED_STEEL_DEPTH_M 0.6

static char *
screen_field (const char *field)
{
  return qp_origin_of_field (QP_KIND_SCREEN, field);
}

static char *
content_field (const QpSources *self, const char *field)
{
  return self->content == NULL ? g_strdup (_ ("no content chosen")) : qp_origin_of_field (QP_KIND_CONTENT, field);
}

/* composed of slots, or typed */
static char *
slots_or_field (const QpSources *self, const char *field)
{
  return self->content != NULL && qp_content_has_slots (self->content) ? g_strdup (_ ("the slots of the content profile"))
                                                                        : content_field (self, field);
}

static double
read_spares (const QpSources *self)
{
  return isnan (self->screen->spares_percent) ? ASSUMED_SPARES_PERCENT : self->screen->spares_percent;
}

static char *
origin_spares (const QpSources *self)
{
  if (!isnan (self->screen->spares_percent))
    return screen_field ("spares_percent");
  return g_strdup (_ ("assumption: 3 %, the least of the 3 to 5 % that are usual in trade"));
}

/* cabinets with one card each, or as many as their pixels need */
static double
read_receiving_cards (const QpSources *self)
{
  return qp_sources_wiring (self)->cards;
}

static char *
origin_receiving_cards (const QpSources *self)
{
  return g_strdup (_ ("one for a cabinet, or as many as its pixels need where the catalogue knows what the card carries"));
}

/* a controller that takes no video inputs of its own needs a processor before it */
static double
read_processor (const QpSources *self)
{
  if (self->controller == NULL || self->controller->kind == QP_UNSET)
    return NAN;
  return self->controller->kind == QP_CONTROLLER_SENDING_CARD ? 1 : 0;
}

static char *
origin_processor (const QpSources *self)
{
  if (self->controller == NULL)
    return g_strdup (_ ("no controller chosen"));
  return g_strdup (_ ("one where sending cards are used; controllers and splicers take video themselves"));
}

static double
read_live_feed (const QpSources *self)
{
  g_autofree char *names = self->content == NULL ? NULL : qp_content_live_names (self->content);

  return self->content == NULL ? NAN : names != NULL;
}

static char *
origin_live_feed (const QpSources *self)
{
  return slots_or_field (self, "live_relays");
}

static double
read_sound_systems (const QpSources *self)
{
  if (self->content == NULL || self->content->audio == QP_UNSET)
    return NAN;
  return self->content->audio == QP_AUDIO_LOUDSPEAKER || self->content->audio == QP_AUDIO_BOTH;
}

static char *
origin_sound_systems (const QpSources *self)
{
  return content_field (self, "audio");
}

static double
read_edge (const QpSources *self)
{
  return self->shape.edge_m;
}

static char *
origin_edge (const QpSources *self)
{
  return g_strdup (_ ("cabinets that have no neighbour there, openings counted"));
}

/* the steel of a screen that is seen from both sides stands between the cabinets */
static double
read_build_depth (const QpSources *self)
{
  if (self->cabinet == NULL || self->cabinet->depth_mm == QP_UNSET)
    return NAN;
  return self->shape.sides * (double) self->cabinet->depth_mm / 1e6 + ASSUMED_STEEL_DEPTH_M;
}

static char *
origin_build_depth (const QpSources *self)
{
  g_autofree char *record = qp_origin_of_cabinet (self, NULL);
  if (self->shape.sides > 1)
    return g_strdup_printf (_ ("%s, on both sides; and 0.6 m of steel between them, an assumption"), record);
  return g_strdup_printf (_ ("%s; and 0.6 m of steel behind it, an assumption"), record);
}

static double
read_on_ground (const QpSources *self)
{
  if (self->screen->mount == QP_UNSET)
    return NAN;
  return self->screen->mount == QP_MOUNT_GROUND || self->screen->mount == QP_MOUNT_POLE;
}

static char *
origin_on_ground (const QpSources *self)
{
  return screen_field ("mount");
}

static double
read_lightning_sets (const QpSources *self)
{
  return self->screen->environment == QP_UNSET ? NAN : self->screen->environment != QP_ENVIRONMENT_INDOOR;
}

static char *
origin_lightning_sets (const QpSources *self)
{
  return g_strdup (_ ("one for a screen outdoors"));
}

static double
read_fresh_hours (const QpSources *self)
{
  return self->content == NULL ? NAN : qp_content_fresh_hours (self->content);
}

static char *
origin_fresh_hours (const QpSources *self)
{
  return slots_or_field (self, "fresh_hours_per_month");
}

static double
read_loop (const QpSources *self)
{
  return self->content == NULL ? NAN : qp_content_loop_s (self->content);
}

static char *
origin_loop (const QpSources *self)
{
  return slots_or_field (self, "loop_s");
}

static double
read_spot (const QpSources *self)
{
  return self->content == NULL ? NAN : self->content->spot_s;
}

static char *
origin_spot (const QpSources *self)
{
  return content_field (self, "spot_s");
}

static double
read_public_share (const QpSources *self)
{
  return self->content == NULL ? NAN : qp_content_public_percent (self->content, self->screen, self->context->project);
}

static char *
origin_public_share (const QpSources *self)
{
  return slots_or_field (self, "public_service_percent");
}

static double
read_occupancy (const QpSources *self)
{
  return self->content == NULL ? NAN : self->content->occupancy_percent;
}

static char *
origin_occupancy (const QpSources *self)
{
  return content_field (self, "occupancy_percent");
}

static double
read_life (const QpSources *self)
{
  return self->cabinet == NULL ? NAN : self->cabinet->lifetime_h;
}

static char *
origin_life (const QpSources *self)
{
  return qp_origin_of_cabinet (self, NULL);
}

static double
read_one (const QpSources *self)
{
  return 1;
}

static char *
origin_one (const QpSources *self)
{
  return g_strdup (_ ("one for a screen"));
}

static const QpReader readers[] = {
  { "spares_percent", read_spares, origin_spares },
  { "receiving_cards", read_receiving_cards, origin_receiving_cards },
  { "processor_needed", read_processor, origin_processor },
  { "live_feeds", read_live_feed, origin_live_feed },
  { "sound_systems", read_sound_systems, origin_sound_systems },
  { "edge_m", read_edge, origin_edge },
  { "build_depth_m", read_build_depth, origin_build_depth },
  { "on_ground", read_on_ground, origin_on_ground },
  { "lightning_sets", read_lightning_sets, origin_lightning_sets },
  { "screen_count", read_one, origin_one },
  { "fresh_hours_per_month", read_fresh_hours, origin_fresh_hours },
  { "loop_s", read_loop, origin_loop },
  { "spot_s", read_spot, origin_spot },
  { "public_percent", read_public_share, origin_public_share },
  { "occupancy_percent", read_occupancy, origin_occupancy },
  { "life_h", read_life, origin_life },
};

const QpReader *
qp_budget_reader_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].key, key) == 0)
      return &readers[i];
  return NULL;
}
