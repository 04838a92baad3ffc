/* qp-probe-card.c: what is seen from where somebody stands: picture and figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-probe-card.h"

#include "app/qp-look-row.h"
#include "base/qp-number.h"

#define MOST_ROWS 12
#define BESIDE_PX 420  /* width beside the canvas */
#define FIGURES_PX 320 /* width of the figures beneath it */
#define SHEET_PX 330   /* height beneath it */

struct _QpProbeCard
{
  GtkWidget parent_instance;
  GtkWidget *hint;
  GtkBox *content;
  GtkWidget *scroller;
  GtkWidget *aim;
  QpViewArea *area;
  GtkLabel *place;
  GtkToggleButton *night;
  GtkListBox *list;
  GtkLabel *note;
  QpStage *stage;
  GtkWidget *rows[MOST_ROWS];
  guint n_rows; /* that are shown */
  gboolean beside;
};

G_DEFINE_FINAL_TYPE (QpProbeCard, qp_probe_card, GTK_TYPE_WIDGET)

static void
show_place (QpProbeCard *self, const QpGaze *gaze)
{
  g_autofree char *height = qp_number_display (gaze->eye.z, 2);
  g_autofree char *heading = qp_number_display (gaze->heading, 0);
  g_autofree char *across = qp_number_display (gaze->across, 0);
  /* Translators: height of the eyes, direction clockwise from up, angle of the picture from left to right */
  g_autofree char *words = g_strdup_printf (_ ("eyes %s m high · looking %s° · %s° across"), height, heading, across);

  gtk_label_set_label (self->place, words);
}

/* what the stage says is what is shown; nothing while nobody stands there */
static void
follow (QpProbeCard *self)
{
  const QpProbe *probe = qp_stage_get_probe (self->stage);
  QpNode *plan = qp_scene_get_plan (qp_stage_get_scene (self->stage));
  const gboolean stands = probe->stands && plan != NULL;

  gtk_widget_set_visible (self->hint, !stands);
  gtk_widget_set_visible (GTK_WIDGET (self->content), stands);
  gtk_widget_set_visible (GTK_WIDGET (self->place), stands);
  gtk_widget_set_sensitive (GTK_WIDGET (self->night), stands);
  gtk_widget_set_sensitive (self->aim, stands);
  if (!stands)
    {
      qp_view_area_clear (self->area);
      return;
    }
  show_place (self, &probe->gaze);
  qp_view_area_show (self->area, plan, qp_stage_get_catalogue (self->stage), &probe->gaze,
                     gtk_toggle_button_get_active (self->night));
}

static void
on_scene_changed (QpProbeCard *self)
{
  if (qp_stage_get_probe (self->stage)->stands)
    follow (self);
}

/* -- figures -- */

static void
show_note (QpProbeCard *self, guint others, guint unknown_tops)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (others > 0)
    g_string_append_printf (words, ngettext ("%u more screen, further away.", "%u more screens, further away.", others),
                            others);
  if (others > 0 && unknown_tops > 0)
    g_string_append_c (words, ' ');
  if (unknown_tops > 0)
    g_string_append_printf (words,
                            ngettext ("The top of %u obstacle is not known: it hides whatever is behind it.",
                                      "The tops of %u obstacles are not known: they hide whatever is behind them.",
                                      unknown_tops),
                            unknown_tops);
  gtk_label_set_label (self->note, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note), words->len > 0);
}

static void
on_drawn (QpProbeCard *self)
{
  const QpViewResult *result = qp_view_area_result (self->area);
  const guint n = MIN (result->looks->len, MOST_ROWS);

  for (guint i = 0; i < MAX (n, self->n_rows); i++)
    {
      if (self->rows[i] == NULL)
        {
          self->rows[i] = qp_look_row_new (GTK_WIDGET (self));
          gtk_list_box_append (self->list, self->rows[i]);
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->rows[i]), i == 0 && self->beside); /* there is room */
        }
      if (i < n)
        qp_look_row_show (QP_LOOK_ROW (self->rows[i]), &g_array_index (result->looks, QpViewLook, i), result->eye);
      gtk_widget_set_visible (self->rows[i], i < n);
    }
  self->n_rows = n;
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  show_note (self, result->others + result->looks->len - n, result->scene->unknown_tops);
}

/* -- buttons and the picture -- */

static void
on_turned (QpProbeCard *self)
{
  QpProbe probe = *qp_stage_get_probe (self->stage);

  probe.gaze = *qp_view_area_gaze (self->area);
  probe.by_hand = TRUE;
  qp_stage_set_probe (self->stage, &probe);
}

static void
on_night (QpProbeCard *self)
{
  follow (self);
}

static void
on_aim (QpProbeCard *self)
{
  QpProbe probe = *qp_stage_get_probe (self->stage);

  qp_probe_aim (&probe, qp_stage_get_scene (self->stage), QP_ID_NONE);
  qp_stage_set_probe (self->stage, &probe);
}

/* the place is left, and the tool is put away */
static void
on_close (QpProbeCard *self)
{
  qp_stage_set_probe (self->stage, NULL);
  if (qp_stage_get_tool (self->stage) == QP_TOOL_PROBE)
    qp_stage_set_tool (self->stage, QP_TOOL_SELECT);
}

/* -- the widget -- */

static void
qp_probe_card_dispose (GObject *object)
{
  QpProbeCard *self = QP_PROBE_CARD (object);
  GtkWidget *child;

  g_clear_object (&self->stage);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_probe_card_parent_class)->dispose (object);
}

static void
qp_probe_card_class_init (QpProbeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QP_TYPE_VIEW_AREA);
  G_OBJECT_CLASS (klass)->dispose = qp_probe_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-probe-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, hint);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, content);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, aim);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, area);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, place);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, night);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, list);
  gtk_widget_class_bind_template_child (widget_class, QpProbeCard, note);
  gtk_widget_class_bind_template_callback (widget_class, on_turned);
  gtk_widget_class_bind_template_callback (widget_class, on_drawn);
  gtk_widget_class_bind_template_callback (widget_class, on_night);
  gtk_widget_class_bind_template_callback (widget_class, on_aim);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
qp_probe_card_init (QpProbeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "qp-probe-card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * qp_probe_card_new:
 * @stage: where somebody may stand
 *
 * Returns: (transfer floating): a card that shows what somebody sees who stands on the plan
 */
GtkWidget *
qp_probe_card_new (QpStage *stage)
{
  QpProbeCard *self = g_object_new (QP_TYPE_PROBE_CARD, NULL);

  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "probe-changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (on_scene_changed), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}

/**
 * qp_probe_card_set_beside:
 * @self: a card
 * @beside: whether it is beside the canvas, its figures beneath the picture; if not, beneath it, with the figures
 * beside
 */
void
qp_probe_card_set_beside (QpProbeCard *self, gboolean beside)
{
  self->beside = beside;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  beside ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self), beside ? BESIDE_PX : -1, beside ? -1 : SHEET_PX);
  gtk_widget_set_size_request (self->scroller, beside ? -1 : FIGURES_PX, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->area), !beside);
  gtk_widget_set_hexpand (self->scroller, beside);
  if (beside)
    gtk_widget_add_css_class (GTK_WIDGET (self), "beside");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "beside");
}

/**
 * qp_probe_card_area:
 * @self: a card
 *
 * Returns: (transfer none): the picture
 */
QpViewArea *
qp_probe_card_area (QpProbeCard *self)
{
  return self->area;
}

/**
 * qp_probe_card_n_rows:
 * @self: a card
 *
 * Returns: of how many screens there are figures
 */
guint
qp_probe_card_n_rows (QpProbeCard *self)
{
  return self->n_rows;
}

/**
 * qp_probe_card_set_night:
 * @self: a card
 * @night: whether it is night
 */
void
qp_probe_card_set_night (QpProbeCard *self, gboolean night)
{
  gtk_toggle_button_set_active (self->night, night);
}
