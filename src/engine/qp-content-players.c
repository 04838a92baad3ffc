/* qp-content-players.c: which players of the catalogue can play a content, and which video interfaces carry its picture
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content-needs.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

/* --- players --- */

/* what a catalogue calls a codec, by the choices of the content profile */
static const char *const codec_words[] = { "AVS3", "AVS2", "HEVC|H.265", "VVC", "AVC|H.264", "AV1", "ProRes", "HAP", "NotchLC", "raw|uncompressed" };
static const char *const curve_words[] = { "", "HLG", "PQ|HDR10", "Vivid" };

static gboolean
names_one_of (const char *text, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gboolean any = *words == '\0';

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (list[i], -1);
      any = any || strstr (folded, word) != NULL;
    }
  return any;
}

/* the greatest number before "bit" or "-bit"; 0 when none is told */
static guint
depth_of (const char *text)
{
  guint most = 0;

  for (const char *at = text; at != NULL && (at = strstr (at, "bit")) != NULL; at++)
    {
      const char *end = at;
      while (end > text && (end[-1] == ' ' || end[-1] == '-'))
        end--;
      const char *begin = end;
      while (begin > text && g_ascii_isdigit (begin[-1]))
        begin--;
      if (begin < end)
        most = MAX (most, (guint) g_ascii_strtoull (begin, NULL, 10));
    }
  return most;
}

typedef struct
{
  QpContentPlayer *out;
  GString *reasons;
} Check;

/* a sentence; what fails outweighs what is not known */
static void
say (Check *check, QpVerdict verdict, const char *sentence)
{
  if (check->out->verdict != QP_VERDICT_FAILS)
    check->out->verdict = verdict;
  g_string_append_printf (check->reasons, "%s%s", check->reasons->len > 0 ? " " : "", sentence);
}

static void
check_codec (Check *check, const QpContent *content)
{
  const QpPlayer *player = check->out->player;

  if (content->codec == QP_UNSET)
    say (check, QP_VERDICT_UNKNOWN, _ ("The codec of the content is not known."));
  else if (player->codecs == NULL)
    say (check, QP_VERDICT_UNKNOWN, _ ("Its codecs are not stated."));
  else if (!names_one_of (player->codecs, codec_words[content->codec]))
    {
      g_autofree char *words = g_strdup_printf (_ ("It does not play %s."), _ (qp_values_codec[content->codec].label));
      say (check, QP_VERDICT_FAILS, words);
    }
}

/* one picture, or tiles on players in step */
static void
check_raster (Check *check, const QpContentNeeds *needs)
{
  const QpPlayer *player = check->out->player;
  const double w = qp_content_need (needs, "w"), h = qp_content_need (needs, "h"), fps = qp_content_need (needs, "fps");

  if (player->max_width_px == QP_UNSET || player->max_height_px == QP_UNSET)
    say (check, QP_VERDICT_UNKNOWN, _ ("Its greatest raster is not stated."));
  else if (isnan (w) || isnan (h))
    say (check, QP_VERDICT_UNKNOWN, _ ("The raster is not known."));
  else
    {
      check->out->devices = ceil (w / (double) player->max_width_px) * ceil (h / (double) player->max_height_px);
      if (check->out->devices > 1)
        {
          g_autofree char *words = g_strdup_printf (_ ("%d of them in step, each with a part of the picture."), (int) check->out->devices);
          say (check, check->out->verdict, words);
        }
    }
  if (player->max_rate_hz < fps)
    say (check, QP_VERDICT_FAILS, _ ("Its greatest frame rate is too low."));
  else if (isnan (player->max_rate_hz) && player->max_width_px != QP_UNSET)
    say (check, QP_VERDICT_UNKNOWN, _ ("Its greatest frame rate is not stated."));
}

static void
check_depth (Check *check, const QpContent *content)
{
  const QpPlayer *player = check->out->player;
  const guint most = depth_of (player->hdr);

  if (content->bit_depth != QP_UNSET && content->bit_depth > 8)
    {
      if (most == 0)
        say (check, QP_VERDICT_UNKNOWN, _ ("Its bit depth is not stated."));
      else if (content->bit_depth > most)
        {
          g_autofree char *words = g_strdup_printf (_ ("It decodes up to %u bit only."), most);
          say (check, QP_VERDICT_FAILS, words);
        }
    }
  if (content->hdr != QP_UNSET && (player->hdr == NULL ? *curve_words[content->hdr] != '\0' : !names_one_of (player->hdr, curve_words[content->hdr])))
    {
      g_autofree char *words = g_strdup_printf (_ ("%s is not stated for it."), _ (qp_values_hdr[content->hdr].label));
      say (check, QP_VERDICT_UNKNOWN, words);
    }
}

static void
player_clear (gpointer data)
{
  g_free (((QpContentPlayer *) data)->reasons);
}

static int
compare_players (gconstpointer a, gconstpointer b)
{
  static const int rank[] = { [QP_VERDICT_NONE] = 0, [QP_VERDICT_MEETS] = 0, [QP_VERDICT_UNKNOWN] = 1, [QP_VERDICT_NOTE] = 1, [QP_VERDICT_FAILS] = 2 };
  const QpContentPlayer *first = a, *second = b;

  if (rank[first->verdict] != rank[second->verdict])
    return rank[first->verdict] - rank[second->verdict];
  return g_strcmp0 (first->player->key, second->player->key);
}

/**
 * qp_content_players:
 * @self: figures of a screen
 * @catalogue: (nullable): a catalogue
 *
 * Returns: (transfer full) (element-type QpContentPlayer): its players against the content: those that can play it first, then those
 *   of which too little is stated, then those that can't; none without a content. Good as long as @catalogue
 */
GArray *
qp_content_players (const QpContentNeeds *self, const QpCatalogue *catalogue)
{
  GArray *players = g_array_new (FALSE, TRUE, sizeof (QpContentPlayer));
  g_autoptr (GPtrArray) nodes = catalogue == NULL || self->content == NULL ? NULL : qp_catalogue_nodes (catalogue, QP_KIND_PLAYER);

  g_array_set_clear_func (players, player_clear);
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      QpContentPlayer player = { g_ptr_array_index (nodes, i), QP_VERDICT_MEETS, NAN, NULL };
      Check check = { &player, g_string_new (NULL) };
      check_codec (&check, self->content);
      check_raster (&check, self);
      check_depth (&check, self->content);
      player.reasons = g_string_free (check.reasons, FALSE);
      g_array_append_val (players, player);
    }
  g_array_sort (players, compare_players);
  return players;
}

/* --- interfaces --- */

typedef enum
{
  BY_SDI,
  BY_BROADCAST, /* CTA timing where there is one */
  BY_REDUCED,
  BY_PACKETS,
} Timing;

/* UHBR20 as VESA quotes it; the plain ratio would give 0.27 % more */
static const struct
{
  const char *name;
  Timing timing;
  double raw_gbps;
  const char *formula; /* of the payload; NULL: raw */
  const char *code;
} interfaces[] = {
  { "12G-SDI", BY_SDI, 11.88, NULL, NULL },
  { "HDMI 2.0", BY_BROADCAST, 18, "hdmi_payload_gbps", "8b10b" },
  { "HDMI 2.1", BY_BROADCAST, 48, "hdmi_payload_gbps", "16b18b" },
  { "DisplayPort 1.4", BY_REDUCED, 32.4, "dp_payload_gbps", "8b10b" },
  { "DisplayPort 2.1 UHBR20", BY_REDUCED, 77.37, NULL, NULL },
  { "ST 2110, 25 GbE", BY_PACKETS, 25, NULL, NULL },
  { "ST 2110, 100 GbE", BY_PACKETS, 100, NULL, NULL },
};

static double
evaluate (const char *name, const double *numbers, guint n, const char *word)
{
  QpArgument in[QP_FORMULA_MAX_INPUTS] = { { 0 } };

  for (guint i = 0; i < n; i++)
    in[i] = (QpArgument){ numbers[i], word };
  return qp_formula_evaluate (qp_formula_find (name), in);
}

/* HDMI sends 4:2:2 as 24 bits whatever the depth */
static double
bits_per_pixel (const QpContentNeeds *self, Timing timing)
{
  const double chroma = qp_content_need (self, "chroma"), bits = qp_content_need (self, "bits"), samples = qp_content_need (self, "samples");

  if (timing == BY_SDI)
    return bits * fmax (samples, 2);
  return timing == BY_BROADCAST && chroma == 422 ? 24 : bits * samples;
}

static double
clocked_rate (const QpContentNeeds *self, Timing timing, const char **words)
{
  const double picture[] = { qp_content_need (self, "w"), qp_content_need (self, "h"), qp_content_need (self, "fps") };
  const double broadcast = timing == BY_BROADCAST ? evaluate ("cta_pixel_clock_hz", picture, 3, NULL) : NAN;
  const double clock = isnan (broadcast) ? evaluate ("reduced_pixel_clock_hz", picture, 3, NULL) : broadcast;
  const double in[] = { clock, bits_per_pixel (self, timing) };

  *words = isnan (broadcast) ? _ ("reduced blanking (CVT-RB v2)") : _ ("broadcast timing (CTA-861)");
  return evaluate ("link_rate_gbps", in, 2, NULL);
}

static void
find_sdi (const QpContentNeeds *self, QpContentLink *link)
{
  const double bits = bits_per_pixel (self, BY_SDI);
  const double in[] = { qp_content_need (self, "w"), qp_content_need (self, "h"), qp_content_need (self, "fps"), bits };

  link->timing = _ ("4:2:2 10 bit, a 4K picture each");
  link->links = evaluate ("sdi_12g_links", in, 4, NULL);
  link->gbps = link->links * link->payload_gbps;
}

/**
 * qp_content_links:
 * @self: figures of a screen
 *
 * Returns: (transfer full) (element-type QpContentLink): for each video interface how many links the picture takes, and the timing
 *   that is meant
 */
GArray *
qp_content_links (const QpContentNeeds *self)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (QpContentLink));

  for (guint i = 0; i < G_N_ELEMENTS (interfaces); i++)
    {
      const Timing timing = interfaces[i].timing;
      QpContentLink link = { interfaces[i].name, NULL, NAN, interfaces[i].raw_gbps, NAN };
      if (interfaces[i].formula != NULL)
        {
          const QpArgument in[] = { { interfaces[i].raw_gbps, NULL }, { NAN, interfaces[i].code } };
          link.payload_gbps = qp_formula_evaluate (qp_formula_find (interfaces[i].formula), in);
        }
      if (timing == BY_SDI)
        find_sdi (self, &link);
      else
        {
          link.gbps = timing == BY_PACKETS ? qp_content_need (self, "st2110_bps") / 1e9 : clocked_rate (self, timing, &link.timing);
          /* xgettext:no-c-format */
          link.timing = timing == BY_PACKETS ? _ ("active picture and 7 % for packets") : link.timing;
          const double in[] = { link.gbps, link.payload_gbps };
          link.links = evaluate ("links_needed", in, 2, NULL);
        }
      g_array_append_val (links, link);
    }
  return links;
}
