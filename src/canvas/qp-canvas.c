/* qp-canvas.c: the widget that shows a plan and is drawn on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "canvas/qp-canvas.h"

#include "canvas/qp-canvas-base.h"
#include "canvas/qp-canvas-input.h"
#include "canvas/qp-canvas-overlay.h"

struct _QpCanvas
{
  GtkWidget parent_instance;

  QpStage *stage;
  GtkWidget *base;
  GtkWidget *overlay;
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (QpCanvas, qp_canvas, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE,
  MENU,
  POINTER_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* -- style -- */

static double
text_factor (QpCanvas *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1;
}

static void
restyle (QpCanvas *self)
{
  QpPlanStyle style;

  qp_plan_style_init (&style, self->dark ? QP_THEME_DARK : QP_THEME_LIGHT, QP_TEXT_PX * text_factor (self));
  qp_canvas_base_set_style (QP_CANVAS_BASE (self->base), &style);
  qp_canvas_overlay_set_style (QP_CANVAS_OVERLAY (self->overlay), &style);
}

/* -- what the stage tells -- */

static void
on_cursor_changed (QpCanvas *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), qp_stage_cursor (self->stage));
}

static void
on_activate (QpCanvas *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* what a screen reader says of the plan */
static void
describe (QpCanvas *self)
{
  QpSelection *selection = qp_stage_get_selection (self->stage);
  const QpItem *item = qp_scene_find (qp_stage_get_scene (self->stage), qp_selection_get_primary (selection));
  const guint n = qp_selection_length (selection);
  const char *status = qp_stage_status (self->stage);
  g_autofree char *name = item == NULL ? NULL : qp_node_display_name (item->node);
  g_autofree char *text = NULL;

  if (n == 1 && name != NULL)
    text = g_strdup_printf (_("%s selected"), name);
  else if (n > 0)
    text = g_strdup_printf (ngettext ("%u object selected", "%u objects selected", n), n);
  g_autofree char *all = text == NULL ? g_strdup (status == NULL ? "" : status)
                                      : g_strdup_printf ("%s. %s", text, status == NULL ? "" : status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
}

static void
watch_stage (QpCanvas *self)
{
  g_signal_connect_object (self->stage, "cursor-changed", G_CALLBACK (on_cursor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "selection-changed", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "tool-changed", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
}

void
qp_canvas_emit_menu (QpCanvas *self, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, x, y);
}

void
qp_canvas_emit_pointer (QpCanvas *self)
{
  QpVec plan;

  qp_stage_pointer (self->stage, &plan);
  g_signal_emit (self, signals[POINTER_MOVED], 0, plan.x, plan.y);
}

/* -- actions -- */

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    void (*run) (QpStage *);
  } simple[] = {
    { "canvas.delete", qp_stage_delete },       { "canvas.duplicate", qp_stage_duplicate },
    { "canvas.zoom-fit", qp_stage_fit },        { "canvas.select-all", qp_stage_select_all },
    { "canvas.add-screen", qp_stage_add_screen }, { "canvas.zoom-selection", qp_stage_fit_selection },
  };

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    if (g_str_equal (name, simple[i].name))
      simple[i].run (QP_CANVAS (widget)->stage);
}

static void
act_clipboard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpCanvas *self = QP_CANVAS (widget);

  if (g_str_equal (name, "canvas.copy"))
    qp_canvas_copy (self);
  else if (g_str_equal (name, "canvas.cut"))
    qp_canvas_cut (self);
  else
    qp_canvas_paste (self);
}

static void
act_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpStage *stage = QP_CANVAS (widget)->stage;

  if (g_str_equal (name, "canvas.zoom-true"))
    qp_stage_set_ratio (stage, 1);
  else
    qp_stage_step_zoom (stage, g_str_equal (name, "canvas.zoom-in") ? 1 : -1);
}

static void
act_properties (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_activate (QP_CANVAS (widget));
}

static void
act_turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_stage_turn (QP_CANVAS (widget)->stage, g_variant_get_double (parameter));
}

static void
act_tool (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *key = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < QP_N_TOOLS; i++)
    if (g_str_equal (key, qp_tool_type_key ((QpToolType) i)))
      qp_stage_set_tool (QP_CANVAS (widget)->stage, (QpToolType) i);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const char *const simple[]
      = { "canvas.delete",     "canvas.duplicate",  "canvas.zoom-fit",
          "canvas.select-all", "canvas.add-screen", "canvas.zoom-selection" };
  static const char *const clipboard[] = { "canvas.copy", "canvas.cut", "canvas.paste" };
  static const char *const zoom[] = { "canvas.zoom-in", "canvas.zoom-out", "canvas.zoom-true" };

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    gtk_widget_class_install_action (klass, simple[i], NULL, act);
  for (guint i = 0; i < G_N_ELEMENTS (clipboard); i++)
    gtk_widget_class_install_action (klass, clipboard[i], NULL, act_clipboard);
  for (guint i = 0; i < G_N_ELEMENTS (zoom); i++)
    gtk_widget_class_install_action (klass, zoom[i], NULL, act_zoom);
  gtk_widget_class_install_action (klass, "canvas.properties", NULL, act_properties);
  gtk_widget_class_install_action (klass, "canvas.turn", "d", act_turn);
  gtk_widget_class_install_action (klass, "canvas.tool", "s", act_tool);
}

/* -- the widget -- */

static void
qp_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QpCanvas *self = QP_CANVAS (widget);

  gtk_widget_size_allocate (self->base, &(GtkAllocation){ 0, 0, width, height }, -1);
  gtk_widget_size_allocate (self->overlay, &(GtkAllocation){ 0, 0, width, height }, -1);
  qp_stage_resize (self->stage, width, height, gtk_widget_get_scale_factor (widget));
}

static void
qp_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  /* the children fill whatever there is, but GTK wants them to have been asked */
  gtk_widget_measure (QP_CANVAS (widget)->base, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (QP_CANVAS (widget)->overlay, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum = 64;
  *natural = 400;
}

static void
qp_canvas_unmap (GtkWidget *widget)
{
  qp_stage_cancel (QP_CANVAS (widget)->stage);
  GTK_WIDGET_CLASS (qp_canvas_parent_class)->unmap (widget);
}

static void
qp_canvas_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  gtk_widget_queue_draw (QP_CANVAS (widget)->overlay); /* the focus is drawn there */
}

static void
qp_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    restyle (QP_CANVAS (widget));
  GTK_WIDGET_CLASS (qp_canvas_parent_class)->system_setting_changed (widget, setting);
}

static void
qp_canvas_dispose (GObject *object)
{
  QpCanvas *self = QP_CANVAS (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->base, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_canvas_parent_class)->dispose (object);
}

static void
qp_canvas_finalize (GObject *object)
{
  g_clear_object (&QP_CANVAS (object)->stage);
  G_OBJECT_CLASS (qp_canvas_parent_class)->finalize (object);
}

static void
qp_canvas_class_init (QpCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qp_canvas_dispose;
  object_class->finalize = qp_canvas_finalize;
  widget_class->measure = qp_canvas_measure;
  widget_class->size_allocate = qp_canvas_size_allocate;
  widget_class->unmap = qp_canvas_unmap;
  widget_class->state_flags_changed = qp_canvas_state_flags_changed;
  widget_class->system_setting_changed = qp_canvas_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "plancanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[ACTIVATE] = g_signal_new ("activate", QP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", QP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[POINTER_MOVED] = g_signal_new ("pointer-moved", QP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  install_actions (widget_class);
}

static void
qp_canvas_init (QpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->stage = qp_stage_new ();
  self->base = qp_canvas_base_new (self->stage);
  self->overlay = qp_canvas_overlay_new (self->stage);
  gtk_widget_set_parent (self->base, widget);
  gtk_widget_set_parent (self->overlay, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Plan"), -1);
  watch_stage (self);
  qp_canvas_add_input (self);
  restyle (self);
  describe (self);
}

/**
 * qp_canvas_new:
 *
 * Returns: (transfer floating): a canvas with a stage that shows nothing yet
 */
QpCanvas *
qp_canvas_new (void)
{
  return g_object_new (QP_TYPE_CANVAS, NULL);
}

/**
 * qp_canvas_get_stage:
 * @self: a canvas
 *
 * Returns: (transfer none): what it shows
 */
QpStage *
qp_canvas_get_stage (QpCanvas *self)
{
  return self->stage;
}

/**
 * qp_canvas_set_map:
 * @self: a canvas
 * @overlay: (nullable): a map that lies over the plan from now on
 */
void
qp_canvas_set_map (QpCanvas *self, QpMapOverlay *overlay)
{
  qp_canvas_base_set_map (QP_CANVAS_BASE (self->base), overlay);
}

/**
 * qp_canvas_set_dark:
 * @self: a canvas
 * @dark: whether it is painted on dark paper
 */
void
qp_canvas_set_dark (QpCanvas *self, gboolean dark)
{
  if (dark == self->dark)
    return;
  self->dark = dark;
  restyle (self);
}

/**
 * qp_canvas_is_complete:
 * @self: a canvas
 *
 * Returns: whether the last frame showed all there is, with nothing still being painted; for tests and measurements
 */
gboolean
qp_canvas_is_complete (QpCanvas *self)
{
  return qp_canvas_base_is_complete (QP_CANVAS_BASE (self->base));
}

/* -- clipboard -- */

/**
 * qp_canvas_copy:
 * @self: a canvas
 *
 * Puts what is selected on the clipboard, as text that any window of the program and any editor can read.
 */
void
qp_canvas_copy (QpCanvas *self)
{
  g_autofree char *text = qp_stage_copy (self->stage);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/**
 * qp_canvas_cut:
 * @self: a canvas
 *
 * Copies what is selected and deletes it.
 */
void
qp_canvas_cut (QpCanvas *self)
{
  qp_canvas_copy (self);
  qp_stage_delete (self->stage);
}

static void
on_clipboard_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpCanvas) self = QP_CANVAS (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text == NULL || !qp_stage_paste (self->stage, text, &error))
    g_signal_emit_by_name (self->stage, "problem",
                           _("There is nothing on the clipboard that belongs on a plan."));
}

/**
 * qp_canvas_paste:
 * @self: a canvas
 *
 * Puts what is on the clipboard on the plan; tells by the stage's `problem` when it does not belong there.
 */
void
qp_canvas_paste (QpCanvas *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_clipboard_read,
                                 g_object_ref (self));
}
