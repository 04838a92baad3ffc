/* qp-import-dialog.c: looking at a plan before it is taken over
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-import-dialog.h"
#include "app/qp-import-report.h"
#include "app/qp-plan-preview.h"
#include "base/qp-number.h"

/* A plan that is read at once should not make a window flash. */
#define PATIENCE_MS 200
#define PROGRESS_MS 100

struct _QpImportDialog
{
  AdwWindow parent_instance;
  GtkStack *stack;
  GtkButton *import_button;
  GtkLabel *reading;
  GtkProgressBar *progress;
  QpPlanPreview *preview;
  GtkBox *choices;
  AdwPreferencesGroup *page_group;
  AdwActionRow *page_row;
  GtkSpinButton *page;
  QpImportScale *scale;
  AdwPreferencesGroup *shift_group;
  GtkSwitch *shifted;
  QpLayerList *layers;
  AdwPreferencesGroup *walls_group;
  AdwComboRow *wall_kind;
  AdwEntryRow *wall_top;
  GtkWidget *report;

  QpPlanJob *job;
  QpPlanSource *source; /* NULL while it is read */
  GCancellable *cancellable;
  QpNode *background; /* whose layers and walls are chosen; NULL when a plan comes in */
  QpVec at;
  guint patience;
  guint tick;
  gboolean asked_for; /* the window is to be seen */
};

G_DEFINE_FINAL_TYPE (QpImportDialog, qp_import_dialog, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What was chosen */

static double
wall_top_m (QpImportDialog *self)
{
  double value = NAN;
  const QpParse parse = qp_real_parse (gtk_editable_get_text (GTK_EDITABLE (self->wall_top)), &value);
  return (parse == QP_PARSE_OK || parse == QP_PARSE_ROUNDED) && fabs (value) <= 2000 ? value : NAN;
}

static gboolean
calibrates (QpImportDialog *self)
{
  if (self->background != NULL)
    return !(((const QpBackground *) self->background)->metres_per_unit > 0);
  return qp_plan_source_format (self->source) != QP_BACKGROUND_GEOJSON && qp_import_scale_calibrates (self->scale);
}

/* Walls stand in metres: they are made once the scale is there, which may be later. */
static gboolean
may_have_walls (QpImportDialog *self)
{
  return qp_plan_source_drawing (self->source) != NULL && !calibrates (self);
}

static gboolean
scale_is_valid (QpImportDialog *self)
{
  return self->background != NULL || qp_import_scale_is_valid (self->scale);
}

static gboolean
has_layers (QpImportDialog *self)
{
  return qp_layer_list_length (self->layers) > 0;
}

static void
read_choices (QpImportDialog *self, QpPlanImport *import, char **hidden, char **walls)
{
  qp_plan_import_init (import, self->source);
  import->at = self->at;
  import->gcj02 = gtk_switch_get_active (self->shifted);
  if (self->background != NULL)
    import->metres_per_unit = ((const QpBackground *) self->background)->metres_per_unit;
  else if (qp_plan_source_format (self->source) != QP_BACKGROUND_GEOJSON)
    import->metres_per_unit = qp_import_scale_metres_per_unit (self->scale);
  if (has_layers (self))
    {
      import->hidden_layers = *hidden = qp_layer_list_hidden (self->layers);
      if (may_have_walls (self))
        import->wall_layers = *walls = qp_layer_list_walls (self->layers);
    }
  import->wall_kind = (QpObstacleKind) adw_combo_row_get_selected (self->wall_kind);
  import->wall_top_m = wall_top_m (self);
}

static void
on_chosen (QpImportDialog *self)
{
  if (self->source == NULL)
    return;
  QpPlanImport import;
  g_autofree char *hidden = NULL;
  g_autofree char *walls = NULL;
  qp_layer_list_offer_walls (self->layers, may_have_walls (self));
  read_choices (self, &import, &hidden, &walls);
  gtk_widget_set_visible (GTK_WIDGET (self->walls_group), walls != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), scale_is_valid (self));
  qp_plan_preview_show (self->preview, self->source, &import);
}

static void
on_drawn (QpImportDialog *self)
{
  double width_m, height_m;
  qp_plan_preview_size (self->preview, &width_m, &height_m);
  qp_import_scale_show_size (self->scale, width_m, height_m);
  const guint n = qp_plan_preview_n_obstacles (self->preview);
  g_autofree char *number = qp_number_display (n, 0);
  g_autofree char *text = g_strdup_printf (ngettext ("%s obstacle will be made.", "%s obstacles will be made.", n), number);
  adw_preferences_group_set_description (self->walls_group, text);
}

/* What there is to choose */

static void
show_page_choice (QpImportDialog *self)
{
  const guint n = qp_plan_source_n_pages (self->source);
  gtk_widget_set_visible (GTK_WIDGET (self->page_group), n > 1 && self->background == NULL);
  g_autofree char *text = g_strdup_printf (ngettext ("of %u page", "of %u pages", n), n);
  adw_action_row_set_subtitle (self->page_row, text);
  gtk_spin_button_set_range (self->page, 1, MAX (n, 1));
  if ((guint) gtk_spin_button_get_value_as_int (self->page) != qp_plan_source_page (self->source))
    gtk_spin_button_set_value (self->page, qp_plan_source_page (self->source));
}

static void
show_layers (QpImportDialog *self)
{
  QpPlanImport usual;
  guint n = 0;
  const QpDrawingLayer *layers = qp_plan_source_layers (self->source, &n);
  qp_plan_import_init (&usual, self->source);
  const char *hidden = self->background != NULL ? ((const QpBackground *) self->background)->hidden_layers
                                                : usual.hidden_layers;
  qp_layer_list_fill (self->layers, layers, n, hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->layers), n > 0);
}

static void
show_walls (QpImportDialog *self)
{
  QpPlanImport import;
  qp_plan_import_init (&import, self->source);
  g_autofree char *top = isnan (import.wall_top_m) ? g_strdup ("") : qp_number_display_shortest (import.wall_top_m);
  adw_combo_row_set_selected (self->wall_kind, import.wall_kind);
  gtk_editable_set_text (GTK_EDITABLE (self->wall_top), top);
}

static void
show_report (QpImportDialog *self)
{
  if (self->report != NULL)
    gtk_box_remove (self->choices, self->report);
  self->report = qp_import_report_new (self->source);
  gtk_box_append (self->choices, self->report);
}

static void
show_source (QpImportDialog *self)
{
  const gint64 format = qp_plan_source_format (self->source);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  const gboolean comes = self->background == NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->scale), comes && format != QP_BACKGROUND_GEOJSON);
  gtk_widget_set_visible (GTK_WIDGET (self->shift_group), comes && format == QP_BACKGROUND_GEOJSON);
  show_page_choice (self);
  show_layers (self);
  show_report (self);
  qp_import_scale_set_source (self->scale, self->source);
  show_walls (self);
  on_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

/* A picture or a sketch has nothing to choose: its scale comes by calibrating. */
static gboolean
asks_for_something (QpImportDialog *self)
{
  const gint64 format = qp_plan_source_format (self->source);
  return self->background != NULL || qp_plan_source_drawing (self->source) != NULL || format == QP_BACKGROUND_PDF
         || qp_findings_count (qp_plan_source_findings (self->source), QP_SEVERITY_WARNING) > 0;
}

/* Taking it over: lines are made to obstacles in a thread, as there may be very many */

typedef struct
{
  QpPlanSource *source;
  QpPlanImport import;
  char *hidden;
  char *walls;
  gboolean calibrate;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;
  qp_plan_source_unref (self->source);
  g_free (self->hidden);
  g_free (self->walls);
  g_free (self);
}

static void
take_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Taking *taking = data;
  g_task_return_pointer (task, qp_plan_source_nodes (taking->source, &taking->import),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_taken (GObject *object, GAsyncResult *result, gpointer data)
{
  QpImportDialog *self = QP_IMPORT_DIALOG (object);
  const Taking *taking = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) nodes = g_task_propagate_pointer (G_TASK (result), NULL);
  if (nodes == NULL || self->job == NULL) /* given up meanwhile */
    return;
  g_signal_emit (self, signals[IMPORTED], 0, nodes, taking->calibrate);
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * qp_import_dialog_import:
 * @self: a dialog that is ready
 *
 * Does what its import button does.
 */
void
qp_import_dialog_import (QpImportDialog *self)
{
  if (!qp_import_dialog_is_ready (self) || !scale_is_valid (self))
    return;
  Taking *taking = g_new0 (Taking, 1);
  taking->source = qp_plan_source_ref (self->source);
  read_choices (self, &taking->import, &taking->hidden, &taking->walls);
  taking->calibrate = calibrates (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_taken, NULL);
  g_task_set_task_data (task, taking, taking_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, take_in_thread);
}

/* Reading */

static void
stop_waiting (QpImportDialog *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
}

static void
on_failed (QpImportDialog *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QpPlanSource) source = qp_plan_job_run_finish (result, &error);
  if (self->job == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* given up, or another page */
    return;
  stop_waiting (self);
  if (source == NULL)
    {
      on_failed (self, error);
      return;
    }
  g_clear_pointer (&self->source, qp_plan_source_unref);
  self->source = g_steal_pointer (&source);
  show_source (self);
  if (self->asked_for || asks_for_something (self))
    gtk_window_present (GTK_WINDOW (self));
  else
    qp_import_dialog_import (self);
}

static gboolean
on_out_of_patience (gpointer data)
{
  QpImportDialog *self = data;
  self->patience = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static gboolean
on_tick (gpointer data)
{
  QpImportDialog *self = data;
  const double part = qp_plan_job_progress (self->job);
  if (part > 0)
    gtk_progress_bar_set_fraction (self->progress, part);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

/**
 * qp_import_dialog_read:
 * @self: a dialog
 * @job: what is read
 *
 * Reads a plan, and then shows it or takes it over.
 */
void
qp_import_dialog_read (QpImportDialog *self, QpPlanJob *job)
{
  qp_plan_job_ref (job);
  g_clear_pointer (&self->job, qp_plan_job_unref);
  self->job = job;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_autofree char *text = g_strdup_printf (_ ("Reading “%s”…"), qp_plan_job_name (job));
  gtk_label_set_label (self->reading, text);
  if (self->source == NULL)
    gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  stop_waiting (self);
  self->patience = g_timeout_add (PATIENCE_MS, on_out_of_patience, self);
  self->tick = g_timeout_add (PROGRESS_MS, on_tick, self);
  qp_plan_job_run_async (job, self->cancellable, on_read, g_object_ref (self));
}

static void
on_page_chosen (QpImportDialog *self)
{
  const guint page = (guint) gtk_spin_button_get_value_as_int (self->page);
  if (self->source == NULL || page == qp_plan_source_page (self->source))
    return;
  g_autoptr (QpPlanJob) job = qp_plan_job_new_for_bytes (qp_plan_source_bytes (self->source),
                                                           qp_plan_job_name (self->job), page);
  self->asked_for = TRUE;
  qp_import_dialog_read (self, job);
}

/* The object */

static gboolean
qp_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (QP_IMPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (qp_import_dialog_parent_class)->close_request (window);
}

static void
qp_import_dialog_dispose (GObject *object)
{
  QpImportDialog *self = QP_IMPORT_DIALOG (object);
  stop_waiting (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->job, qp_plan_job_unref);
  g_clear_pointer (&self->source, qp_plan_source_unref);
  G_OBJECT_CLASS (qp_import_dialog_parent_class)->dispose (object);
}

static void
qp_import_dialog_finalize (GObject *object)
{
  g_object_unref (QP_IMPORT_DIALOG (object)->cancellable);
  g_clear_pointer (&QP_IMPORT_DIALOG (object)->background, qp_node_unref);
  G_OBJECT_CLASS (qp_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, QpImportDialog, stack);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, import_button);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, reading);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, progress);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, preview);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, choices);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, page_group);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, page_row);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, page);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, scale);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, shift_group);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, shifted);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, layers);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, walls_group);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, wall_kind);
  gtk_widget_class_bind_template_child (klass, QpImportDialog, wall_top);
  gtk_widget_class_bind_template_callback (klass, on_chosen);
  gtk_widget_class_bind_template_callback (klass, on_drawn);
  gtk_widget_class_bind_template_callback (klass, on_page_chosen);
  gtk_widget_class_bind_template_callback (klass, qp_import_dialog_import);
}

static void
qp_import_dialog_class_init (QpImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  g_type_ensure (QP_TYPE_IMPORT_SCALE);
  g_type_ensure (QP_TYPE_LAYER_LIST);
  g_type_ensure (QP_TYPE_PLAN_PREVIEW);
  G_OBJECT_CLASS (klass)->dispose = qp_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = qp_import_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-import-dialog.ui");
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qp_import_dialog_init (QpImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  for (const QpEnumValue *kind = qp_values_obstacle_kind; kind->label != NULL; kind++)
    gtk_string_list_append (kinds, _ (kind->label));
  adw_combo_row_set_model (self->wall_kind, G_LIST_MODEL (kinds));
}

/**
 * qp_import_dialog_new:
 * @parent: window that the plan is for
 * @at: where its lower left corner comes to lie, plan metres
 *
 * Returns: (transfer none): a dialog that is not to be seen yet
 */
QpImportDialog *
qp_import_dialog_new (GtkWindow *parent, QpVec at)
{
  QpImportDialog *self = g_object_new (QP_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->at = at;
  return self;
}

/**
 * qp_import_dialog_new_for:
 * @parent: window of the plan
 * @background: a background that is on the plan
 *
 * Lets layers be shown and hidden, and lines become obstacles, of a plan that was imported before.
 *
 * Returns: (transfer none): a dialog that is not to be seen yet
 */
QpImportDialog *
qp_import_dialog_new_for (GtkWindow *parent, QpNode *background)
{
  const QpBackground *place = (const QpBackground *) background;
  QpImportDialog *self = qp_import_dialog_new (parent, qp_vec (place->x_m == QP_UNSET ? 0 : qp_m_from_um (place->x_m),
                                                               place->y_m == QP_UNSET ? 0 : qp_m_from_um (place->y_m)));
  self->background = qp_node_ref (background);
  gtk_switch_set_active (self->shifted, place->gcj02 == TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Layers and Walls"));
  gtk_button_set_label (self->import_button, _ ("_Apply"));
  return self;
}

/**
 * qp_import_dialog_background:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the background that it was made for
 */
const QpNode *
qp_import_dialog_background (QpImportDialog *self)
{
  return self->background;
}

/**
 * qp_import_dialog_is_ready:
 * @self: a dialog
 *
 * Returns: whether the plan was read, so that something can be chosen
 */
gboolean
qp_import_dialog_is_ready (QpImportDialog *self)
{
  return self->source != NULL && self->patience == 0 && self->tick == 0;
}

/**
 * qp_import_dialog_layers:
 * @self: a dialog
 *
 * Returns: (transfer none): its list of layers
 */
QpLayerList *
qp_import_dialog_layers (QpImportDialog *self)
{
  return self->layers;
}

/**
 * qp_import_dialog_scale:
 * @self: a dialog
 *
 * Returns: (transfer none): its choice of the scale
 */
QpImportScale *
qp_import_dialog_scale (QpImportDialog *self)
{
  return self->scale;
}
