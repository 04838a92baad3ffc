/* qp-light-page.c: the light of the screen selected last: contrast, dimming, and the windows of its plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-light-page.h"

#include "app/qp-card-tile.h"
#include "app/qp-explain.h"
#include "app/qp-view-style.h"
#include "engine/qp-cards-light.h"
#include "render/qp-paint-dimming.h"

#include <adwaita.h>
#include <math.h>

struct _QpLightPage
{
  QpFiguresPage parent_instance;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkSpinner *spinner;
  GtkFlowBox *cards;
  GtkDrawingArea *chart;
  GtkListBox *windows;
  GtkLabel *windows_title;
  GtkLabel *notes;
  QpLightFound *found; /* NULL until there is one */
  QpLightJob *job;     /* NULL while nothing is made */
};

G_DEFINE_FINAL_TYPE (QpLightPage, qp_light_page, QP_TYPE_FIGURES_PAGE)

static QpProjectSession *
session_of (QpLightPage *self)
{
  return qp_figures_page_session (QP_FIGURES_PAGE (self));
}

static const QpEstimate *
estimate_now (QpLightPage *self)
{
  QpNode *screen = qp_figures_page_screen (QP_FIGURES_PAGE (self));

  return screen == NULL ? NULL : qp_estimate_cache_get (qp_project_session_estimates (session_of (self)), screen);
}

/* Cards and curve */

static void
on_explain (QpCardTile *tile, gpointer data)
{
  QpLightPage *self = data;
  QpNode *screen = qp_figures_page_screen (QP_FIGURES_PAGE (self));

  if (screen != NULL)
    qp_explain_popup (GTK_WIDGET (self), qp_card_tile_button (tile), session_of (self), screen->id, qp_card_tile_quantity (tile));
}

static void
show_cards (QpLightPage *self, const QpEstimate *estimate)
{
  g_autoptr (GPtrArray) cards = qp_cards_for_light (estimate);

  qp_card_tiles_show (self->cards, cards, on_explain, self);
}

static const QpLightSource *
source_now (QpLightPage *self)
{
  QpNode *screen = qp_figures_page_screen (QP_FIGURES_PAGE (self));

  return screen == NULL || self->found == NULL || self->found->light == NULL ? NULL
                                                                             : qp_light_source (self->found->light, screen->id);
}

static gboolean
read_dimming (QpLightPage *self, QpDimming *dimming)
{
  const QpEstimate *estimate = estimate_now (self);

  if (estimate != NULL)
    qp_dimming_init (dimming, estimate, source_now (self));
  return estimate != NULL;
}

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpDimming dimming;
  QpPlanStyle style;

  if (!read_dimming (data, &dimming))
    return;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_dimming_chart (cr, 0, 0, width, height, &dimming, &style);
}

static void
show_chart (QpLightPage *self)
{
  QpDimming dimming;
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (self->chart));
  gtk_drawing_area_set_content_height (self->chart, (int) ceil (qp_dimming_chart_height (&style)));
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
  if (!read_dimming (self, &dimming))
    return;
  g_autofree char *words = qp_dimming_chart_words (&dimming);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Windows */

static QpVerdict
verdict_of (const QpLightReceptor *receptor)
{
  static const QpVerdict order[] = { QP_VERDICT_FAILS, QP_VERDICT_UNKNOWN, QP_VERDICT_MEETS };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (receptor->before.verdict == order[i] || receptor->after.verdict == order[i])
      return order[i];
  return QP_VERDICT_NONE;
}

static char *
sum_words (const QpLightSum *sum, gboolean judged, gboolean after)
{
  g_autofree char *lx = qp_light_number (sum->lx, 2, "lx"), *limit = qp_light_number (sum->limit, 0, "lx");

  if (!judged)
    return g_strdup_printf (after ? _ ("after curfew %s") : _ ("before curfew %s"), lx);
  return g_strdup_printf (after ? _ ("after curfew %s of %s") : _ ("before curfew %s of %s"), lx, limit);
}

static void
add_window (QpLightPage *self, const QpLightReceptor *receptor)
{
  GtkWidget *row = adw_action_row_new ();
  const QpVerdict verdict = verdict_of (receptor);
  g_autofree char *name = qp_node_display_name (&receptor->receptor->node), *title = g_markup_escape_text (name, -1);
  g_autofree char *before = sum_words (&receptor->before, receptor->judged, FALSE);
  g_autofree char *after = sum_words (&receptor->after, receptor->judged, TRUE);
  g_autofree char *highest = qp_light_highest (receptor->highest);
  g_autofree char *most = receptor->judged ? g_strdup_printf (_ ("all screens alike at most %s"), highest) : g_strdup (_ ("no limit of this kind"));
  g_autofree char *words = receptor->placed ? g_strjoin (" · ", before, after, most, NULL) : g_strdup (_ ("no place on the plan yet"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (verdict != QP_VERDICT_NONE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), qp_verdict_chip_new (verdict));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "qp-id", g_memdup2 (&receptor->receptor->node.id, sizeof (QpId)), g_free);
  gtk_list_box_append (self->windows, row);
}

static void
on_window (GtkListBox *list, GtkListBoxRow *row, QpLightPage *self)
{
  const QpId *id = g_object_get_data (G_OBJECT (row), "qp-id");

  qp_selection_set_one (qp_project_session_selection (session_of (self)), *id);
}

static void
show_windows (QpLightPage *self, const QpLight *light)
{
  GtkWidget *row;
  const guint n = light == NULL ? 0 : light->n_receptors;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->windows))) != NULL)
    gtk_list_box_remove (self->windows, row);
  for (guint i = 0; i < n; i++)
    add_window (self, &light->receptors[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->windows), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->windows_title), n > 0);
}

/* What it comes to */

static char *
sentence_for (const QpLight *light)
{
  guint fails = 0, unknown = 0, windows = 0;

  for (guint i = 0; i < light->n_receptors; i++)
    {
      const QpVerdict verdict = verdict_of (&light->receptors[i]);
      windows += light->receptors[i].judged;
      fails += verdict == QP_VERDICT_FAILS;
      unknown += verdict == QP_VERDICT_UNKNOWN;
    }
  g_autofree char *highest = qp_light_highest (light->highest);

  if (windows == 0)
    return g_strdup (_ ("No windows of neighbours on this plan: draw them to see how much light they get."));
  if (fails > 0)
    return g_strdup_printf (ngettext ("%u window gets more light than is allowed. With all screens at %s by night at most, every window passes.",
                                      "%u windows get more light than is allowed. With all screens at %s by night at most, every window passes.",
                                      fails),
                            fails, highest);
  if (unknown > 0)
    return g_strdup_printf (_ ("Not all is known yet. With all screens at %s by night at most, every window passes."), highest);
  if (isinf (light->highest))
    return g_strdup (_ ("Every window passes: no screen shines on one."));
  return g_strdup_printf (_ ("Every window passes, and still would with all screens at %s by night."), highest);
}

static char *
notes_for (QpLightPage *self, const QpLight *light)
{
  const QpLightSource *source = source_now (self);
  g_autoptr (GString) out = g_string_new (NULL);
  QpDimming dimming;

  g_string_append_printf (out, light->curfew_assumed ? _ ("Curfew assumed at %02d:%02d.") : _ ("Curfew at %02d:%02d."), light->curfew / 60,
                          light->curfew % 60);
  g_string_append_printf (out, " %s", _ ("Limits: EN 12193 before curfew; after curfew CIE 150 and JGJ/T 163 as recalled, to be checked."));
  if (source != NULL)
    {
      g_autofree char *emission = qp_light_emission_words (&source->face.emission);
      g_string_append_printf (out, "\n%s: %s.", _ ("Emission"), emission);
    }
  if (light->unknown_tops > 0)
    g_string_append_printf (out, "\n%s",
                            ngettext ("An obstacle without a known top is taken to hide all that is behind.",
                                      "Obstacles without a known top are taken to hide all that is behind.", light->unknown_tops));
  if (read_dimming (self, &dimming) && (dimming.night_assumed || dimming.day_assumed))
    g_string_append_printf (out, "\n%s", _ ("The ends of the curve are assumed where the site does not tell its ambient light."));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
take (QpLightFound *found, gpointer data)
{
  QpLightPage *self = data;
  QpLightFound *old = self->found;

  self->job = NULL;
  self->found = found;
  gtk_spinner_stop (self->spinner);
  g_autofree char *sentence = found->light == NULL ? g_strdup ("") : sentence_for (found->light);
  g_autofree char *notes = found->light == NULL ? g_strdup ("") : notes_for (self, found->light);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->notes, notes);
  show_windows (self, found->light);
  show_chart (self);
  qp_light_found_free (old);
}

static void
qp_light_page_leave (QpFiguresPage *page)
{
  qp_light_job_cancel (g_steal_pointer (&QP_LIGHT_PAGE (page)->job));
}

static void
qp_light_page_refresh (QpFiguresPage *page)
{
  QpLightPage *self = QP_LIGHT_PAGE (page);
  QpNode *screen = qp_figures_page_screen (page);

  qp_light_page_leave (page);
  if (screen == NULL)
    return;
  g_autofree char *name = qp_node_display_name (screen);
  gtk_label_set_label (self->title, name);
  show_cards (self, estimate_now (self));
  show_chart (self);
  gtk_spinner_start (self->spinner);
  self->job = qp_light_job_start (session_of (self), screen, take, self);
}

/**
 * qp_light_page_is_busy:
 * @self: a page
 *
 * Returns: whether light is being found
 */
gboolean
qp_light_page_is_busy (QpLightPage *self)
{
  return self->job != NULL || qp_figures_page_is_waiting (QP_FIGURES_PAGE (self));
}

/**
 * qp_light_page_n_windows:
 * @self: a page
 *
 * Returns: how many windows are listed
 */
guint
qp_light_page_n_windows (QpLightPage *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->windows, (int) n) != NULL)
    n++;
  return n;
}

/* The object */

static void
qp_light_page_finalize (GObject *object)
{
  QpLightPage *self = QP_LIGHT_PAGE (object);

  qp_light_found_free (self->found);
  G_OBJECT_CLASS (qp_light_page_parent_class)->finalize (object);
}

static void
qp_light_page_class_init (QpLightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qp_light_page_finalize;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_light_page_refresh;
  QP_FIGURES_PAGE_CLASS (klass)->leave = qp_light_page_leave;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-light-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, title);
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, cards);
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, chart);
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, windows);
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, windows_title);
  gtk_widget_class_bind_template_child (widget_class, QpLightPage, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_window);
}

static void
qp_light_page_init (QpLightPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->chart, draw_chart, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->chart));
}
