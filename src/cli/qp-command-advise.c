/* qp-command-advise.c: which pixel pitch the audience of a screen can see, and what finer ones cost
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-money.h"
#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"
#include "engine/qp-advisor.h"
#include "exchange/qp-advice-chart.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *screen;
  char *output;
  char *format;
  double alpha;
  double share;
  double from;
  double to;
  gboolean dark;
  gboolean json;
} AdviseOptions;

static void
advise_options_clear (AdviseOptions *self)
{
  g_free (self->screen);
  g_free (self->output);
  g_free (self->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AdviseOptions, advise_options_clear)

static gboolean
check_format (const QpCommand *self, const AdviseOptions *options, QpDrawingFormat *format)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *named = g_strdup_printf ("x.%s", options->format != NULL ? options->format : "");

  if (options->output == NULL)
    return TRUE;
  if (strcmp (options->output, "-") == 0 && options->format == NULL)
    qp_cli_wrong (self, _("Standard output has no ending that tells the format: add --format png, svg or pdf."));
  else if (qp_drawing_format_from_path (options->format != NULL ? named : options->output, format, &error))
    return TRUE;
  else
    qp_cli_wrong (self, "%s", error->message);
  return FALSE;
}

static gboolean
check_options (const QpCommand *self, const AdviseOptions *options, QpDrawingFormat *format)
{
  if (options->screen == NULL)
    qp_cli_wrong (self, _("Say for which screen: --screen ID."));
  else if (!(options->alpha >= 0.1 && options->alpha <= 10))
    qp_cli_wrong (self, _("--alpha is %g; it must be between 0.1 and 10 arc minutes."), options->alpha);
  else if (!(options->share > 0 && options->share <= 100))
    qp_cli_wrong (self, _("--share is %g; it must be above 0 and at most 100 percent."), options->share);
  else if (options->from < 0 || options->to < 0 || (options->to > 0 && options->from > options->to))
    qp_cli_wrong (self, _("--from and --to are pitches in millimetres, the finer one first."));
  else
    return check_format (self, options, format);
  return FALSE;
}

/* -- as JSON -- */

static void
write_rules (QpJson *json, const QpAdvisorCandidate *it)
{
  qp_json_begin_object (json, "rules");
  for (guint rule = 0; rule < QP_N_ADVISOR_RULES; rule++)
    {
      qp_json_begin_object (json, qp_advisor_rule_key (rule));
      qp_json_number (json, "distance_m", it->distance[rule]);
      qp_json_number (json, "below", it->below[rule]);
      qp_json_number (json, "at", it->at[rule]);
      qp_json_number (json, "beyond", it->beyond[rule]);
      qp_json_end_object (json);
    }
  qp_json_end_object (json);
}

static void
write_candidate (QpJson *json, const QpAdvice *advice, guint i)
{
  static const char *const classes[] = { "below HD", "HD", "4K", "8K" };
  const QpAdvisorCandidate *it = qp_advice_candidate (advice, i);
  g_autofree char *origin = qp_advice_price_origin (advice, i);
  g_autofree char *sentence = qp_advice_sentence_for (advice, i);

  qp_json_begin_object (json, NULL);
  qp_json_number (json, "pitch_mm", it->pitch_mm);
  qp_json_boolean (json, "present", it->present);
  qp_json_string (json, "cabinet", it->cabinet == NULL ? NULL : it->cabinet->key);
  qp_json_integer (json, "columns", it->columns);
  qp_json_integer (json, "rows", it->rows);
  qp_json_number (json, "area_m2", it->area_m2);
  qp_json_number (json, "px_w", it->px_w);
  qp_json_number (json, "px_h", it->px_h);
  qp_json_string (json, "class", isnan (it->uhd_class) ? NULL : classes[(guint) it->uhd_class]);
  qp_json_number (json, "unseen", it->unseen);
  write_rules (json, it);
  qp_json_number (json, "ppd_near", it->ppd_near);
  qp_json_number (json, "ppd_median", it->ppd_median);
  qp_json_number (json, "price_low", it->price_low);
  qp_json_number (json, "price_high", it->price_high);
  qp_json_number (json, "total_low", it->total_low);
  qp_json_number (json, "total_high", it->total_high);
  qp_json_string (json, "price_origin", origin);
  qp_json_number (json, "power_max_w", it->power_w);
  qp_json_number (json, "weight_kg", it->weight_kg);
  qp_json_string (json, "sentence", sentence);
  qp_json_end_object (json);
}

static void
write_advice (QpJson *json, const QpAdvice *advice)
{
  static const char *const bases[] = { "nobody", "visitor_minutes", "places" };
  const QpAdvisorView *view = &advice->view;
  g_autofree char *sentence = qp_advice_sentence (advice);
  g_autoptr (GPtrArray) notes = qp_advice_notes (advice);

  qp_json_begin_object (json, NULL);
  qp_json_id (json, "screen", advice->screen->id);
  qp_json_string (json, "sentence", sentence);
  qp_json_string (json, "basis", bases[view->basis]);
  qp_json_integer (json, "audiences", view->audiences);
  qp_json_number (json, "weight", view->before);
  qp_json_number (json, "near_m", qp_advisor_view_centre_quantile (view, QP_ADVISOR_NEAR));
  qp_json_number (json, "median_m", qp_advisor_view_centre_quantile (view, 0.5));
  qp_json_number (json, "alpha_arcmin", advice->options.alpha_arcmin);
  qp_json_number (json, "enough_mm", advice->enough_mm);
  qp_json_number (json, "enough_share", advice->enough_share);
  qp_json_string (json, "currency", advice->currency);
  qp_json_begin_array (json, "candidates");
  for (guint i = 0; i < advice->candidates->len; i++)
    write_candidate (json, advice, i);
  qp_json_end_array (json);
  qp_json_begin_array (json, "notes");
  for (guint i = 0; i < notes->len; i++)
    qp_json_string (json, NULL, g_ptr_array_index (notes, i));
  qp_json_end_array (json);
  qp_json_end_object (json);
  qp_json_print (json);
}

/* -- as tables -- */

static char *
number_or_dash (double value, guint decimals)
{
  return isnan (value) ? g_strdup ("–") : qp_number_display (value, decimals);
}

static char *
pitch_text (const QpAdvisorCandidate *it)
{
  g_autofree char *pitch = qp_advice_pitch_text (it->pitch_mm);

  return it->present ? g_strdup_printf (_ ("%s (now)"), pitch) : g_steal_pointer (&pitch);
}

static void
print_rasters (const QpAdvice *advice)
{
  static const char *const classes[] = { N_ ("below HD"), "HD", "4K", "8K" };
  g_autoptr (QpTable) table = qp_table_new (9, "lrrrrlrrr");

  qp_table_add (table, _ ("Pitch"), _ ("not seen by"), _ ("px/° near"), _ ("px/° median"), _ ("Raster, px"), _ ("Class"),
                _ ("Price"), _ ("kW"), _ ("kg"), NULL);
  for (guint i = 0; i < advice->candidates->len; i++)
    {
      const QpAdvisorCandidate *it = qp_advice_candidate (advice, i);
      g_autofree char *pitch = pitch_text (it);
      g_autofree char *unseen = qp_advice_share_text (it->unseen);
      g_autofree char *near = number_or_dash (it->ppd_near, 0);
      g_autofree char *median = number_or_dash (it->ppd_median, 0);
      g_autofree char *raster = qp_number_display_pair (it->px_w, it->px_h);
      g_autofree char *price = qp_money_text (it->total_low, it->total_high, advice->currency);
      g_autofree char *power = number_or_dash (it->power_w / 1000, 1);
      g_autofree char *weight = number_or_dash (it->weight_kg, 0);
      qp_table_add (table, pitch, unseen, near, median, raster, isnan (it->uhd_class) ? "" : _ (classes[(guint) it->uhd_class]),
                    price, power, weight, NULL);
    }
  qp_table_print (table, 2);
}

static void
print_rules (const QpAdvice *advice)
{
  g_autoptr (QpTable) table = qp_table_new (6, "lrrrrr");

  qp_table_add (table, _ ("Nearer / at / farther, %"), qp_advisor_rule_label (0), qp_advisor_rule_label (1), qp_advisor_rule_label (2),
                qp_advisor_rule_label (3), qp_advisor_rule_label (4), NULL);
  for (guint i = 0; i < advice->candidates->len; i++)
    {
      const QpAdvisorCandidate *it = qp_advice_candidate (advice, i);
      g_autofree char *pitch = pitch_text (it);
      char *cells[QP_N_ADVISOR_RULES];
      for (guint rule = 0; rule < QP_N_ADVISOR_RULES; rule++)
        cells[rule] = g_strdup_printf ("%.0f / %.0f / %.0f", it->below[rule] * 100, it->at[rule] * 100, it->beyond[rule] * 100);
      qp_table_add (table, pitch, cells[0], cells[1], cells[2], cells[3], cells[4], NULL);
      for (guint rule = 0; rule < QP_N_ADVISOR_RULES; rule++)
        g_free (cells[rule]);
    }
  qp_table_print (table, 2);
}

/* each source once */
static void
print_prices (const QpAdvice *advice)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < advice->candidates->len; i++)
    {
      char *origin = qp_advice_price_origin (advice, i);
      if (!isnan (qp_advice_candidate (advice, i)->price_low) && !g_hash_table_contains (told, origin))
        g_print (_ ("  Price: %s\n"), origin);
      g_hash_table_add (told, origin);
    }
}

static void
print_advice (const QpAdvice *advice)
{
  g_autofree char *sentence = qp_advice_sentence (advice);
  g_autofree char *name = qp_node_display_name (advice->screen);
  g_autoptr (GPtrArray) notes = qp_advice_notes (advice);

  g_print ("%s\n%s\n\n", name, sentence);
  if (advice->candidates->len > 0)
    print_rasters (advice);
  g_print ("\n");
  if (advice->view.before > 0)
    print_rules (advice);
  g_print ("\n");
  print_prices (advice);
  for (guint i = 0; i < notes->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (notes, i));
}

/* -- the command -- */

typedef struct
{
  const QpNode *wanted;
  const QpAdvisorOptions *options;
  QpAdvice *advice;
} Search;

static void
visit (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Search *self = data;

  if (&screen->node == self->wanted)
    self->advice = qp_advice_new (screen, (const QpNode *) context->plan, context, self->options);
}

static QpExit
report (const AdviseOptions *options, const QpAdvice *advice, QpDrawingFormat format)
{
  g_autoptr (GError) error = NULL;

  if (options->output != NULL)
    {
      g_autoptr (GBytes) bytes
          = qp_advice_chart_to_bytes (advice, format, options->dark ? QP_THEME_DARK : QP_THEME_PRINT, &error);
      if (bytes == NULL)
        qp_cli_message ("%s", error->message);
      if (bytes == NULL || !qp_cli_write (options->output, bytes))
        return QP_EXIT_FAILED;
    }
  if (options->json)
    {
      g_autoptr (QpJson) json = qp_json_new ();
      write_advice (json, advice);
    }
  else if (options->output == NULL || strcmp (options->output, "-") != 0)
    print_advice (advice);
  return advice->view.before > 0 && advice->candidates->len > 0 ? QP_EXIT_FINE : QP_EXIT_NO;
}

static QpExit
run_advise (const QpCommand *self, char **argv)
{
  g_auto (AdviseOptions) options = { .alpha = 1, .share = 90 };
  const GOptionEntry entries[] = {
    { "screen", 's', 0, G_OPTION_ARG_STRING, &options.screen, N_ ("For this screen, by id or name"), N_ ("ID") },
    { "alpha", 0, 0, G_OPTION_ARG_DOUBLE, &options.alpha, N_ ("Angle that the eye resolves, arc minutes; 1 unless given"), "N" },
    { "share", 0, 0, G_OPTION_ARG_DOUBLE, &options.share, N_ ("For so much of the audience, percent; 90 unless given"), "N" },
    { "from", 0, 0, G_OPTION_ARG_DOUBLE, &options.from, N_ ("No finer pitch than this, mm"), "MM" },
    { "to", 0, 0, G_OPTION_ARG_DOUBLE, &options.to, N_ ("No coarser pitch than this, mm"), "MM" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Chart to write: .png, .svg or .pdf"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("Format: png, svg or pdf, whatever the file is called"),
      N_ ("FORMAT") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_ ("Dark colours"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  QpDrawingFormat format = QP_DRAWING_PNG;
  QpAdvisorOptions asked;

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1) || !check_options (self, &options, &format))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  if (project == NULL)
    return QP_EXIT_FAILED;
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  const QpNode *screen = qp_cli_find_node (project, QP_KIND_SCREEN, options.screen);
  if (catalogue == NULL || screen == NULL)
    return QP_EXIT_FAILED;
  qp_advisor_options_init (&asked);
  asked.alpha_arcmin = options.alpha;
  asked.share = options.share / 100;
  asked.from_mm = options.from > 0 ? options.from : NAN;
  asked.to_mm = options.to > 0 ? options.to : NAN;
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  Search search = { .wanted = screen, .options = &asked };
  qp_cli_each_screen (project, &context, visit, &search);
  g_autoptr (QpAdvice) advice = search.advice;
  return report (&options, advice, format);
}

const QpCommand qp_command_advise = {
  .name = "advise",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Tell which pixel pitch the audience of a screen can see"),
  .details = N_ ("Places of the audience count by visitor-minutes a day. Prices keep their currency, date and source; what is not "
                 "known is left open.\nExample: qianping-cli advise city.qianping --screen \"North wall\" -o pitch.pdf"),
  .run = run_advise,
};
