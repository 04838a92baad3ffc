/* qp-report-screens.c: of the report, the screens: what is planned, what comes out, how it was calculated
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-sheet.h"

#include "exchange/qp-handout-private.h"
#include "exchange/qp-report-figures.h"
#include "render/qp-elevation.h"

#include <string.h>

#define ELEVATION_HEIGHT 260.0

/* --- what a reviewer asks for first --- */

/* In the order of a data sheet; what is read, and its name, are those of the tables of kinds */
static const struct
{
  QpGroup heading;
  const char *what;  /* as qp_handout_subject_read() takes it; NULL: all that is known of the screen's fields of this group */
  const char *label; /* NULL: that of the field or quantity that is read first */
  gboolean always;   /* of a screen whose cabinet is not chosen too */
} asked[] = {
  { QP_GROUP_PLACE, "screen.environment", NULL, TRUE },
  { QP_GROUP_PLACE, "screen.project_kind", NULL, TRUE },
  { QP_GROUP_PLACE, "screen.mount", NULL, TRUE },
  { QP_GROUP_PLACE, "screen.bottom_height_m", NULL, TRUE },
  { QP_GROUP_PLACE, "screen.facing_deg", NULL, TRUE },
  { QP_GROUP_PLACE, "screen.tilt_deg", NULL, TRUE },
  { QP_GROUP_SHAPE, NULL, NULL, TRUE },
  { QP_GROUP_CABINET, "cabinet.manufacturer|fact.manufacturer", NULL, TRUE },
  { QP_GROUP_CABINET, "cabinet.model|screen.cabinet", NULL, TRUE },
  { QP_GROUP_CABINET, "cabinet.technology", NULL, FALSE },
  { QP_GROUP_CABINET, "=pitch_mm|fact.pitch_mm", NULL, TRUE },
  { QP_GROUP_CABINET, "cabinet.luminance_cdm2|fact.luminance_cdm2", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.refresh_hz|fact.refresh_hz", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.grey_bits|fact.grey_bits", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.contrast|fact.contrast", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.viewing_angle_h_deg|fact.viewing_angle_h_deg", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.viewing_angle_v_deg|fact.viewing_angle_v_deg", NULL, FALSE },
  { QP_GROUP_CABINET, "fact.colour_temperature_k", N_ ("Colour temperature of white"), FALSE },
  { QP_GROUP_CABINET, "cabinet.ip_front|fact.ip_front", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.ip_rear", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.service", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.depth_mm", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.weight_kg", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.max_power_w", NULL, FALSE },
  { QP_GROUP_CABINET, "cabinet.lifetime_h", NULL, FALSE },
  { QP_GROUP_OPERATION, "screen.luminance_day_cdm2", NULL, TRUE },
  { QP_GROUP_OPERATION, "screen.luminance_night_cdm2", NULL, TRUE },
  { QP_GROUP_OPERATION, "screen.on_time", NULL, TRUE },
  { QP_GROUP_OPERATION, "screen.off_time", NULL, TRUE },
  { QP_GROUP_SIGNAL, "content.hdr", NULL, TRUE },
  { QP_GROUP_SIGNAL, "content.bit_depth", NULL, TRUE },
  { QP_GROUP_SIGNAL, "content.frame_rate_hz", NULL, TRUE },
  { QP_GROUP_SIGNAL, "content.audio", NULL, TRUE },
};

static void
add_known_fields (QpReportPairs *pairs, const QpHandoutSubject *subject, QpGroup group)
{
  const QpKindInfo *info = qp_kind_info (QP_KIND_SCREEN);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *what = g_strconcat ("screen.", info->fields[i].name, NULL), *origin = NULL;
      g_autofree char *value = info->fields[i].group != group ? NULL : qp_handout_subject_read (subject, what, &origin);
      if (value != NULL)
        qp_report_pairs_add (pairs, qp_field_label (&info->fields[i]), value, QP_PAGE_MARK_NONE);
    }
}

/* the cabinet's data have a grade and a source: a reviewer wants to know how far to trust them */
static void
cabinet_note (QpPages *pages, const QpCabinet *cabinet)
{
  if (cabinet == NULL)
    return;
  const char *grade = cabinet->grade == QP_UNSET ? _ ("not known") : _ (qp_values_grade[cabinet->grade].label);
  g_autofree char *note = g_strdup_printf (_ ("Data of the cabinet: %s; source: %s, %s."), grade, qp_report_text (cabinet->source),
                                           qp_report_text (cabinet->source_date));
  qp_pages_note (pages, note);
}

static void
planned_table (QpPages *pages, const QpReportScreen *it)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  QpHandoutSubject subject;
  QpReportPairs pairs;

  qp_handout_subject_init (&subject, it->screen, &it->context);
  qp_report_pairs_init (&pairs, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      if (i == 0 || asked[i].heading != asked[i - 1].heading)
        qp_report_pairs_heading (&pairs, qp_group_label (asked[i].heading));
      if (asked[i].what == NULL)
        {
          add_known_fields (&pairs, &subject, asked[i].heading);
          continue;
        }
      g_autofree char *origin = NULL;
      g_autofree char *value = qp_handout_subject_read (&subject, asked[i].what, &origin);
      g_autofree char *label = asked[i].label != NULL ? g_strdup (_ (asked[i].label)) : qp_handout_label (asked[i].what);
      if (value != NULL || asked[i].always || subject.cabinet != NULL)
        qp_report_pairs_add (&pairs, label, qp_report_text (value), value == NULL ? QP_PAGE_MARK_OPEN : QP_PAGE_MARK_NONE);
      else
        qp_report_name_unknown (unknown, label);
    }
  qp_report_pairs_put (&pairs, pages, _ ("What is planned"));
  cabinet_note (pages, subject.cabinet);
  qp_report_tell_unknown (pages, unknown);
}

/* --- what comes out, as the window shows it --- */

static void
cards_table (QpPages *pages, const QpReportScreen *it)
{
  g_autoptr (GPtrArray) cards = qp_cards_for_screen (it->screen, &it->estimate, &it->context);
  g_autoptr (QpPageTable) table = qp_page_table_new ("lRll", _ ("What"), _ ("Value"), _ ("Meaning"), _ ("Verdict"), NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      const QpCard *card = cards->pdata[i];
      const gboolean has_unit = *card->unit != '\0';
      g_autofree char *value = g_strconcat (card->value, has_unit ? "\u2009" : "", card->unit, NULL);
      qp_page_table_add (table, card->title, value, card->line, card->chip != NULL ? card->chip : "", NULL);
      if (card->chip != NULL)
        qp_page_table_mark (table, 3, qp_report_mark (card->verdict));
    }
  qp_pages_table (pages, _ ("Results and verdicts"), table);
}

/* --- the section --- */

static void
elevation_figure (QpReportData *self, QpPages *pages, const QpReportScreen *it)
{
  QpReportElevation figure = { self, it, FALSE };
  g_auto (QpElevation) elevation = { 0 };

  qp_elevation_init (&elevation, it->screen, it->context.catalogue);
  if (qp_elevation_has_size (&elevation))
    qp_pages_figure (pages, it->name, ELEVATION_HEIGHT, qp_report_paint_elevation, &figure);
  else
    qp_pages_note (pages, _ ("There is no drawing of this screen, because its size is not known: it lacks a cabinet, or its size and pixels, and the number of columns and rows."));
}

static void
screen_part (QpReportData *self, QpPages *pages, const QpReportScreen *it)
{
  static const QpResultGroup groups[] = { QP_RESULT_SIZE, QP_RESULT_SHAPE };

  qp_pages_heading (pages, 2, it->name);
  elevation_figure (self, pages, it);
  planned_table (pages, it);
  cards_table (pages, it);
  qp_report_group_sheet (pages, it, groups, G_N_ELEMENTS (groups));
}

void
qp_report_screens (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "width_m", "height_m", "area_m2", "pitch_mm", "px_w", "px_h", "uhd_class" };
  static const char *const all[] = { "width_m", "height_m", "pitch_mm", "px_w", "px_h", "uhd_class", "farthest_gb50464_m", "weight_kg",
                                     "power_max_w", "energy_kwh_per_year" };

  qp_pages_turn (pages, !self->detailed);
  qp_pages_heading (pages, 1, _ ("Screens"));
  if (self->detailed)
    qp_report_overview (pages, self, _ ("Screens"), keys, G_N_ELEMENTS (keys));
  else
    {
      qp_report_overview (pages, self, _ ("Screens"), all, G_N_ELEMENTS (all));
      qp_pages_turn (pages, FALSE);
      qp_pages_note (pages, _ ("There are so many screens that each is one row; the window and the command line tell all of each."));
      return;
    }
  for (guint i = 0; i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    screen_part (self, pages, qp_report_screen (self, i));
}
