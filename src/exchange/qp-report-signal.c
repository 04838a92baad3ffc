/* qp-report-signal.c: of the report, the way of the picture: source, link, player, controller, ports, cards
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-sheet.h"

#include "base/qp-number.h"
#include "exchange/qp-handout-private.h"
#include "render/qp-paint-chain.h"
#include "render/qp-paint-wiring.h"

#include <math.h>
#include <string.h>

/* a screen with all that its chain is told from */
typedef struct
{
  const QpReportScreen *it;
  QpHandoutSubject subject;
  QpContentNeeds needs;
  QpWiring wiring;
  QpPageTable *table;
  GArray *boxes;    /* QpChainBox; sound goes its own way and has none */
  GPtrArray *texts; /* of the boxes */
} Chain;

#define DIAGRAM_TEXT_PT 7.5

/* --- words --- */

/* takes @words; what is not known is not said */
static void
say (GString *out, char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", words);
  g_free (words);
}

static char *
read_words (const Chain *chain, const char *what)
{
  g_autofree char *origin = NULL;

  return qp_handout_subject_read (&chain->subject, what, &origin);
}

/* takes the sentence's only argument; nothing when that is not known */
static char *
tell (const char *format, char *words)
{
  g_autofree char *taken = words;

  return words == NULL ? NULL : g_strdup_printf (format, words);
}

static char *
need_words (const Chain *chain, const char *key)
{
  for (guint i = 0; i < qp_content_need_count (); i++)
    if (strcmp (qp_content_need_key (i), key) == 0)
      return isnan (chain->needs.values[i]) ? NULL : qp_content_need_text (&chain->needs, i);
  g_return_val_if_reached (NULL);
}

static char *
result_words (const Chain *chain, const char *key)
{
  g_autofree char *what = g_strconcat ("=", key, NULL);

  return read_words (chain, what);
}

/* --- the devices, one a row --- */

static const char *
keep (Chain *chain, char *text)
{
  if (text != NULL)
    g_ptr_array_add (chain->texts, text);
  return text;
}

/* takes @device and @remark; a device that nobody chose is open, whatever its number */
static void
add_row (Chain *chain, const char *stage, char *device, double count, GString *remark)
{
  g_autofree char *number = isnan (count) ? g_strdup (_ ("not known")) : qp_number_display (count, 0);

  qp_page_table_add (chain->table, stage, qp_report_text (device), number, remark->str, NULL);
  if (device == NULL)
    qp_page_table_mark (chain->table, 1, QP_PAGE_MARK_OPEN);
  keep (chain, device);
  g_string_free (remark, TRUE);
}

/* the same with a box of the diagram; takes @passes, too */
static void
add_device (Chain *chain, const char *stage, char *device, double count, char *passes, GString *remark)
{
  const QpChainBox box = { stage, device, count, keep (chain, passes) };

  g_array_append_val (chain->boxes, box);
  add_row (chain, stage, device, count, remark);
}

static void
add_source (Chain *chain)
{
  GString *remark = g_string_new (NULL);

  if (!isnan (qp_content_need (&chain->needs, "w")) && !isnan (qp_content_need (&chain->needs, "h")))
    {
      g_autofree char *raster = qp_number_display_pair (qp_content_need (&chain->needs, "w"), qp_content_need (&chain->needs, "h"));
      say (remark, g_strconcat (raster, "\u2009px", NULL));
    }
  say (remark, need_words (chain, "fps"));
  say (remark, need_words (chain, "bits"));
  say (remark, read_words (chain, "content.chroma"));
  say (remark, read_words (chain, "content.hdr"));
  say (remark, tell (_ ("uncompressed %s"), need_words (chain, "raw_gbps")));
  say (remark, tell (_ ("live: %s"), chain->subject.content == NULL ? NULL : qp_content_live_names (chain->subject.content)));
  add_device (chain, _ ("Signal source"), read_words (chain, "content.name"), chain->subject.content == NULL ? NAN : 1,
              need_words (chain, "raw_gbps"), remark);
}

static void
add_link (Chain *chain)
{
  GString *remark = g_string_new (NULL);

  say (remark, tell (_ ("compressed %s"), need_words (chain, "mbps")));
  say (remark, read_words (chain, "content.codec"));
  say (remark, tell (_ ("a live feed asks for %s on each path"), need_words (chain, "feed_mbps")));
  add_device (chain, _ ("Link"), read_words (chain, "content.line_mbps"), qp_content_need (&chain->needs, "paths"),
              need_words (chain, "feed_mbps"), remark);
}

/* what no live relay asks for is not named */
static void
add_decoder (Chain *chain)
{
  const double decoders = qp_content_need (&chain->needs, "decoders");

  if (decoders != 0)
    add_device (chain, _ ("Decoder"), NULL, decoders, read_words (chain, "content.codec"),
                g_string_new (_ ("for live relays; its model is not part of the plan")));
}

static void
add_player (Chain *chain)
{
  GString *remark = g_string_new (NULL);

  say (remark, tell (_ ("outputs: %s"), read_words (chain, "player.outputs")));
  say (remark, tell (_ ("codecs: %s"), read_words (chain, "player.codecs")));
  add_device (chain, _ ("Player"), read_words (chain, "player.manufacturer&player.model|screen.player"), qp_estimate_get (&chain->it->estimate, "players"),
              read_words (chain, "content.codec"), remark);
}

static void
add_controller (Chain *chain)
{
  const QpDataRuns *data = &chain->wiring.data;
  const QpController *controller = data->limits.controller;
  char *device = controller == NULL ? g_strdup (chain->it->screen->controller) : g_strdup_printf ("%s %s", controller->manufacturer, controller->model);
  GString *remark = g_string_new (NULL);

  say (remark, controller == NULL || controller->kind == QP_UNSET ? NULL : g_strdup (_ (qp_values_controller_kind[controller->kind].label)));
  say (remark, tell (_ ("inputs: %s"), controller == NULL ? NULL : g_strdup (controller->inputs)));
  say (remark, tell (_ ("%s ports each"), isnan (data->limits.device_ports) ? NULL : qp_number_display (data->limits.device_ports, 0)));
  add_device (chain, _ ("Controller"), device, data->devices->len > 0 ? data->devices->len : NAN,
              qp_data_limits_drive (&data->limits), remark);
}

static void
add_ports (Chain *chain)
{
  const QpDataRuns *data = &chain->wiring.data;
  GString *remark = g_string_new (NULL);

  if (data->state == QP_DATA_ROUTED)
    {
      g_autofree char *capacity = qp_number_display (data->limits.port_px, 0), *bound = qp_number_display (data->bound, 0);
      say (remark, g_strdup_printf (_ ("%s px each"), capacity));
      say (remark, g_strdup_printf (_ ("at least %s by pixels, one way"), bound));
      say (remark, qp_data_limits_drive (&data->limits));
      say (remark, qp_data_limits_describe (&data->limits));
    }
  else
    say (remark, qp_data_runs_headline (data));
  const char *type = data->limits.controller == NULL ? NULL : data->limits.controller->port_type;
  add_device (chain, _ ("Data ports"), g_strdup (type), data->state == QP_DATA_ROUTED ? data->ports : NAN,
              isnan (data->limits.port_px) ? NULL : qp_report_number (data->limits.port_px, 0, "px"), remark);
}

static void
add_cards (Chain *chain)
{
  const QpDataRuns *data = &chain->wiring.data;
  const QpController *card = qp_data_limits_find_card (&data->limits, chain->it->context.catalogue);
  char *device = card == NULL ? g_strdup (data->limits.card) : g_strdup_printf ("%s %s", card->manufacturer, card->model);

  add_device (chain, _ ("Receiving cards"), device, qp_estimate_get (&chain->it->estimate, "receiving_cards"), NULL,
              g_string_new (_ ("in the cabinets")));
}

static void
add_screen (Chain *chain)
{
  GString *remark = g_string_new (NULL);

  say (remark, tell (_ ("%s cabinets"), result_words (chain, "cabinets")));
  say (remark, read_words (chain, "=px_w&=px_h"));
  add_device (chain, _ ("Screen"), read_words (chain, "cabinet.manufacturer&cabinet.model|screen.cabinet"), 1, read_words (chain, "=px_w&=px_h"), remark);
}

/* loudspeakers, the phones of the audience, or none at all */
static void
add_sound (Chain *chain)
{
  GString *remark = g_string_new (NULL);

  say (remark, g_strdup (_ ("number of systems at the screen")));
  say (remark, tell (_ ("format: %s"), read_words (chain, "content.sound_format")));
  add_row (chain, _ ("Sound"), read_words (chain, "content.audio"), qp_estimate_get (&chain->it->estimate, "sound_systems"), remark);
}

static void
paint_diagram (cairo_t *cr, double width, double height, gpointer data)
{
  const Chain *chain = data;
  QpPlanStyle style;

  qp_plan_style_init_paper (&style, DIAGRAM_TEXT_PT);
  qp_paint_chain (cr, width, (const QpChainBox *) chain->boxes->data, chain->boxes->len, &style);
}

/* nothing but open boxes would say less than the table under it */
static gboolean
any_chosen (const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    if (g_array_index (boxes, QpChainBox, i).device != NULL)
      return TRUE;
  return FALSE;
}

static void
diagram (Chain *chain, QpPages *pages)
{
  double width, height;
  QpPlanStyle style;

  if (!any_chosen (chain->boxes))
    return;
  qp_plan_style_init_paper (&style, DIAGRAM_TEXT_PT);
  qp_pages_room (pages, &width, &height);
  qp_pages_figure (pages, _ ("The way of the picture"), qp_chain_height (chain->boxes->len, width, &style), paint_diagram, chain);
}

/* the diagram, and under it what it has no room for */
static void
chain_part (Chain *chain, QpPages *pages)
{
  chain->boxes = g_array_new (FALSE, FALSE, sizeof (QpChainBox));
  chain->texts = g_ptr_array_new_with_free_func (g_free);
  chain->table = qp_page_table_new ("Llrl", _ ("Stage"), _ ("Device"), _ ("How many"), _ ("Remark"), NULL);
  add_source (chain);
  add_link (chain);
  add_decoder (chain);
  add_player (chain);
  add_controller (chain);
  add_ports (chain);
  add_cards (chain);
  add_screen (chain);
  add_sound (chain);
  diagram (chain, pages);
  qp_pages_table (pages, _ ("The chain by device"), chain->table);
  g_clear_pointer (&chain->table, qp_page_table_free);
  g_array_unref (chain->boxes);
  g_ptr_array_unref (chain->texts);
}

/* what happens when a cable or a device fails */
static void
redundancy_note (const Chain *chain, QpPages *pages)
{
  const QpController *controller = chain->wiring.data.limits.controller;
  const gboolean redundant = chain->wiring.data.limits.redundant;
  g_autoptr (GString) words = g_string_new (redundant ? _ ("Redundant: each run of cabinets goes back to a second port, and devices are there twice.")
                                                      : _ ("Not redundant: a cable or a device that fails darkens a part of the picture or all of it."));

  if (controller != NULL && controller->backup != NULL)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, _ ("Of the controller: %s."), controller->backup);
    }
  qp_pages_note (pages, words->str);
}

/* --- the cable from player to controller --- */

static void
links_table (const Chain *chain, QpPages *pages)
{
  g_autoptr (GArray) links = qp_content_links (&chain->needs);
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("Lrrrl", _ ("Interface"), _ ("Cables"), _ ("Rate of the picture"), _ ("One carries"), _ ("Timing"), NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const QpContentLink *link = &g_array_index (links, QpContentLink, i);
      if (isnan (link->links))
        continue;
      g_autofree char *n = qp_number_display (link->links, 0), *rate = qp_report_number (link->gbps, 2, "Gbit/s");
      g_autofree char *payload = qp_report_number (link->payload_gbps, 2, "Gbit/s");
      qp_page_table_add (table, link->name, n, rate, payload, link->timing != NULL ? link->timing : "", NULL);
    }
  qp_pages_table (pages, _ ("From player to controller: cables that the picture takes"), table);
}

/* --- the section --- */

static void
screen_part (QpReportData *self, QpPages *pages, const QpReportScreen *it)
{
  static const QpResultGroup groups[] = { QP_RESULT_SIGNAL };
  const QpContent *content = qp_screen_find_content (it->screen, self->project);
  g_autoptr (QpContentDay) day = qp_content_day_new (content, it->screen, self->project);
  Chain chain = { .it = it };

  qp_handout_subject_init (&chain.subject, it->screen, &it->context);
  qp_content_needs_init (&chain.needs, it->screen, content, day, &it->context);
  qp_wiring_init (&chain.wiring, it->screen, &it->context);
  qp_pages_heading (pages, 2, it->name);
  chain_part (&chain, pages);
  redundancy_note (&chain, pages);
  links_table (&chain, pages);
  qp_report_wiring_parts (pages, &chain.wiring, FALSE);
  qp_report_wiring_figure (pages, &chain.wiring, FALSE);
  qp_report_group_sheet (pages, it, groups, G_N_ELEMENTS (groups));
  qp_wiring_clear (&chain.wiring);
}

void
qp_report_signal (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Signal chain"));
  qp_pages_paragraph (pages, _ ("Source → link → decoder → player → controller → data ports → receiving cards → screen."));
  if (!self->detailed)
    qp_pages_note (pages, _ ("There are so many screens that ports and cables are told by the program, one by one."));
  for (guint i = 0; self->detailed && i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    screen_part (self, pages, qp_report_screen (self, i));
}
