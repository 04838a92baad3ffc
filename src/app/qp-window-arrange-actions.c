/* qp-window-arrange-actions.c: lining up, spreading, copying, turning, grouping and ordering what is selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-arrange-dialog.h"
#include "app/qp-shape-dialog.h"
#include "app/qp-window-private.h"

static QpStage *
stage_of (GtkWidget *widget)
{
  return qp_plan_view_stage (QP_WINDOW (widget)->plan_view);
}

/* What was asked for and did nothing is told: a key that seems dead is worse than a sentence. */
static void
tell (GtkWidget *widget, gboolean done)
{
  if (!done)
    qp_window_show_toast (QP_WINDOW (widget), _ ("Nothing to arrange: select objects that are not locked"), NULL, NULL);
}

/* The word of an action among those of a list. */
static int
index_of (const char *const *words, GVariant *parameter)
{
  const char *word = g_variant_get_string (parameter, NULL);
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  return -1;
}

static void
align_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const words[] = { "left", "center", "right", "top", "middle", "bottom", NULL };
  const int index = index_of (words, parameter);
  if (index >= 0)
    tell (widget, qp_stage_align (stage_of (widget), (QpAlignment) index));
}

static void
distribute_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const words[] = { "gaps-x", "gaps-y", "centers-x", "centers-y", NULL };
  const int index = index_of (words, parameter);
  if (index >= 0)
    tell (widget, qp_stage_distribute (stage_of (widget), index % 2 == 0 ? QP_AXIS_X : QP_AXIS_Y,
                                       index < 2 ? QP_DISTRIBUTE_GAPS : QP_DISTRIBUTE_CENTERS));
}

static void
mirror_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const words[] = { "x", "y", NULL };
  const int index = index_of (words, parameter);
  if (index >= 0)
    tell (widget, qp_stage_mirror (stage_of (widget), index == 0 ? QP_AXIS_X : QP_AXIS_Y));
}

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const words[] = { "raise", "lower", "front", "back", NULL };
  const int index = index_of (words, parameter);
  if (index >= 0)
    tell (widget, qp_stage_order (stage_of (widget), (QpOrder) index));
}

static void
outline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < QP_N_OUTLINE_COMMANDS; i++)
    if (strcmp (qp_outline_command_key (i), g_variant_get_string (parameter, NULL)) == 0
        && !qp_stage_outline (stage_of (widget), i))
      qp_window_show_toast (QP_WINDOW (widget),
                            _ ("Select an obstacle, an area, a path or windows whose outline allows this"), NULL, NULL);
}

static void
rotate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tell (widget, qp_stage_rotate (stage_of (widget), g_variant_get_int32 (parameter)));
}

static void
group_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tell (widget, qp_stage_group (stage_of (widget)));
}

static void
ungroup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tell (widget, qp_stage_ungroup (stage_of (widget)));
}

static void
ask (GtkWidget *widget, QpArrangeWhat what)
{
  gtk_window_present (GTK_WINDOW (qp_arrange_dialog_new (GTK_WINDOW (widget), stage_of (widget), what)));
}

static void
pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, QP_ARRANGE_PACK);
}

static void
array_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, QP_ARRANGE_ARRAY);
}

static void
rotate_by_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, QP_ARRANGE_ROTATE);
}

static void
screen_shape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpProjectSession *session = qp_window_get_session (QP_WINDOW (widget));

  if (qp_session_has_screen (session))
    gtk_window_present (GTK_WINDOW (qp_shape_dialog_new (GTK_WINDOW (widget), session)));
  else
    qp_window_show_toast (QP_WINDOW (widget), _ ("Select the screens that are to get another shape"), NULL, NULL);
}

/**
 * qp_window_update_arrange_actions:
 * @self: a window
 * @n_selected: number of selected objects
 *
 * Offers what can be done with so many.
 */
void
qp_window_update_arrange_actions (QpWindow *self, guint n_selected)
{
  static const struct
  {
    const char *action;
    guint least;
  } needs[] = { { "win.align", 2 },  { "win.distribute", 3 }, { "win.pack", 2 },      { "win.array", 1 },
                { "win.mirror", 1 }, { "win.rotate", 1 },     { "win.rotate-by", 1 }, { "win.group", 2 },
                { "win.ungroup", 1 }, { "win.order", 1 },      { "win.screen-shape", 1 },
                { "win.outline", 1 } };
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needs[i].action, n_selected >= needs[i].least);
}

/**
 * qp_window_install_arrange_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_arrange_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.align", "s", align_action);
  gtk_widget_class_install_action (klass, "win.distribute", "s", distribute_action);
  gtk_widget_class_install_action (klass, "win.mirror", "s", mirror_action);
  gtk_widget_class_install_action (klass, "win.order", "s", order_action);
  gtk_widget_class_install_action (klass, "win.outline", "s", outline_action);
  gtk_widget_class_install_action (klass, "win.rotate", "i", rotate_action);
  gtk_widget_class_install_action (klass, "win.rotate-by", NULL, rotate_by_action);
  gtk_widget_class_install_action (klass, "win.pack", NULL, pack_action);
  gtk_widget_class_install_action (klass, "win.array", NULL, array_action);
  gtk_widget_class_install_action (klass, "win.screen-shape", NULL, screen_shape_action);
  gtk_widget_class_install_action (klass, "win.group", NULL, group_action);
  gtk_widget_class_install_action (klass, "win.ungroup", NULL, ungroup_action);
}
