/* qp-window-plan-actions.c: what is done to the plan itself: north, layers, backgrounds and levels
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-window-private.h"
#include "interact/qp-calibrate.h"

#define BACKGROUND_FIELD(member) QP_FIELD (QP_KIND_BACKGROUND, QpBackground, member)

static void
set_north_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_window_set_view (QP_WINDOW (widget), "plan");
  qp_plan_view_show_north (QP_WINDOW (widget)->plan_view);
}

static void
show_layers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_window_set_view (QP_WINDOW (widget), "plan");
  qp_plan_view_show_layers (QP_WINDOW (widget)->plan_view);
}

/* The background that is meant: the selected one, or the topmost of the plan. */
static const QpBackground *
background_now (QpWindow *self)
{
  QpNode *node = qp_project_session_selected_node (self->session);
  QpNode *plan = qp_project_session_plan (self->session);
  const QpBackground *found = NULL;
  if (node->kind == QP_KIND_BACKGROUND)
    return (const QpBackground *) node;
  QpNodeIter iter;
  if (plan == NULL)
    return NULL;
  qp_node_iter_init (&iter, plan->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    found = (const QpBackground *) node;
  return found;
}

static const QpBackground *
need_background (QpWindow *self)
{
  const QpBackground *background = background_now (self);
  if (background == NULL)
    qp_window_show_toast (self, _ ("This plan has no background yet"), _ ("_Import…"), "win.import-plan");
  return background;
}

/* Layers and walls of a drawing that is there already */

static QpPoints *
turned (const QpPoints *points, QpVec about, double degrees)
{
  const double turn = -degrees * G_PI / 180; /* clockwise */
  const double c = cos (turn), s = sin (turn);
  g_autofree QpPoint *at = g_new (QpPoint, points->n);
  for (guint i = 0; i < points->n; i++)
    {
      const QpVec from = qp_vec_sub (qp_vec_from_point (points->at[i]), about);
      at[i] = (QpPoint){ qp_um_from_m (about.x + from.x * c - from.y * s),
                         qp_um_from_m (about.y + from.x * s + from.y * c) };
    }
  return qp_points_new (at, points->n);
}

/* Walls are made as if the drawing were not turned. */
static QpNode *
wall_in_place (QpNode *wall, const QpBackground *background)
{
  const QpPoints *outline = ((const QpObstacle *) wall)->outline;
  const double degrees = background->rotation_deg;
  if (outline == NULL || isnan (degrees) || degrees == 0)
    return qp_node_ref (wall);
  const QpVec corner = qp_vec (background->x_m == QP_UNSET ? 0 : qp_m_from_um (background->x_m),
                               background->y_m == QP_UNSET ? 0 : qp_m_from_um (background->y_m));
  g_auto (QpValue) value = qp_value_points (turned (outline, corner, degrees));
  return qp_node_with (wall, QP_FIELD (QP_KIND_OBSTACLE, QpObstacle, outline), &value);
}

static void
on_layers_chosen (QpImportDialog *dialog, GPtrArray *nodes, gboolean calibrate, QpWindow *self)
{
  QpDocument *document = self->session != NULL ? qp_project_session_document (self->session) : NULL;
  const QpNode *as_opened = qp_import_dialog_background (dialog);
  QpNode *now = document != NULL ? qp_document_find (document, as_opened->id) : NULL;
  if (now == NULL) /* deleted meanwhile */
    return;
  QpNode *plan = qp_document_parent (document, now->id);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_auto (QpValue) hidden = qp_value_text (((const QpBackground *) nodes->pdata[0])->hidden_layers);
  g_ptr_array_add (edits, qp_edit_set (now->id, BACKGROUND_FIELD (hidden_layers), &hidden));
  for (guint i = 1; i < nodes->len; i++)
    {
      g_autoptr (QpNode) wall = wall_in_place (nodes->pdata[i], (const QpBackground *) now);
      g_ptr_array_add (edits, qp_edit_insert (plan->id, -1, wall));
    }
  g_autoptr (GError) error = NULL;
  if (!qp_project_session_run (self->session, _ ("Layers and walls"), NULL, edits, &error))
    qp_tell (GTK_WINDOW (self), _ ("The Walls Could Not Be Made"), error->message);
  else if (nodes->len > 1)
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("%u obstacle added", "%u obstacles added", nodes->len - 1), nodes->len - 1);
      qp_window_show_toast (self, text, _ ("_Undo"), "win.undo");
    }
}

static void
on_layers_failed (QpImportDialog *dialog, const char *text, QpWindow *self)
{
  qp_tell (GTK_WINDOW (self), _ ("The Background Could Not Be Read"), text);
}

static void
background_layers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  const QpBackground *background = need_background (self);
  if (background == NULL || background->data == NULL)
    return;
  QpImportDialog *dialog = qp_import_dialog_new_for (GTK_WINDOW (self), (QpNode *) background);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_layers_chosen), self, 0);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (on_layers_failed), self, 0);
  const guint page = background->page != QP_UNSET ? (guint) background->page : 1;
  g_autofree char *name_shown = qp_node_display_name (&background->node);
  g_autoptr (QpPlanJob) job = qp_plan_job_new_for_bytes (
      background->data, background->file_name != NULL ? background->file_name : name_shown, page);
  qp_import_dialog_read (dialog, job);
}

/* Cropping: a polygon in units of the drawing, so that it stays where it is on the drawing */

static void
set_crop (QpWindow *self, const QpBackground *background, QpPoints *crop, const char *label)
{
  g_auto (QpValue) value = qp_value_points (crop);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_set (background->node.id, BACKGROUND_FIELD (crop), &value));
  qp_project_session_run (self->session, label, NULL, edits, NULL);
}

static gboolean
is_in_view (QpStage *stage, QpId id, QpBox view)
{
  const QpItem *item = qp_scene_find (qp_stage_get_scene (stage), id);
  return item != NULL && item->bounds.x0 < view.x1 && item->bounds.x1 > view.x0 && item->bounds.y0 < view.y1
         && item->bounds.y1 > view.y0;
}

static void
background_crop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpStage *stage = qp_plan_view_stage (self->plan_view);
  const QpBackground *background = need_background (self);
  const QpBox view = qp_viewport_visible (qp_stage_get_viewport (stage));
  if (background == NULL)
    return;
  if (!is_in_view (stage, background->node.id, view))
    {
      qp_window_show_toast (self, _ ("The background is not in view: nothing of it would be left"), NULL, NULL);
      return;
    }
  const QpPlacement placement
      = qp_placement_of (background, qp_scene_background_scale (qp_stage_get_scene (stage), background->node.id));
  const QpVec corners[] = { qp_vec (view.x0, view.y0), qp_vec (view.x1, view.y0), qp_vec (view.x1, view.y1),
                            qp_vec (view.x0, view.y1) };
  QpPoint at[G_N_ELEMENTS (corners)];
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      const QpVec units = qp_placement_to_units (&placement, corners[i]);
      at[i] = (QpPoint){ qp_um_from_m (units.x), qp_um_from_m (units.y) };
    }
  set_crop (self, background, qp_points_new (at, G_N_ELEMENTS (at)), _ ("Crop a background"));
}

static void
background_uncrop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  const QpBackground *background = need_background (self);
  if (background != NULL && background->crop != NULL)
    set_crop (self, background, NULL, _ ("Show all of a background"));
}

/* Levels: the plans of a site, by their height */

static double
height_of (const QpNode *plan)
{
  const gint64 height = ((const QpPlan *) plan)->level_height_m;
  return height == QP_UNSET ? 0 : qp_m_from_um (height);
}

static int
lower_first (gconstpointer a, gconstpointer b)
{
  const double one = height_of (*(QpNode *const *) a), other = height_of (*(QpNode *const *) b);
  return one < other ? -1 : one > other;
}

static GPtrArray *
levels_of (QpWindow *self, const QpNode *plan)
{
  GPtrArray *levels = g_ptr_array_new ();
  QpNode *site = qp_document_parent (qp_project_session_document (self->session), plan->id);
  QpNodeIter iter;
  QpNode *level;
  qp_node_iter_init (&iter, site->children);
  while ((level = qp_node_iter_next_of (&iter, QP_KIND_PLAN)) != NULL)
    g_ptr_array_add (levels, level);
  g_ptr_array_sort (levels, lower_first); /* stable: levels of one height stay in the order of the tree */
  return levels;
}

static void
go_to_level (QpWindow *self, int step)
{
  QpNode *plan = qp_project_session_plan (self->session);
  if (plan == NULL)
    return;
  g_autoptr (GPtrArray) levels = levels_of (self, plan);
  guint here = 0;
  g_ptr_array_find (levels, plan, &here);
  const int there = (int) here + step;
  if (there < 0 || there >= (int) levels->len)
    {
      qp_window_show_toast (self, step > 0 ? _ ("This is the highest level of the site")
                                           : _ ("This is the lowest level of the site"), NULL, NULL);
      return;
    }
  qp_window_set_view (self, "plan");
  qp_selection_set_one (qp_project_session_selection (self->session), ((QpNode *) levels->pdata[there])->id);
}

static void
level_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_level (QP_WINDOW (widget), 1);
}

static void
level_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_level (QP_WINDOW (widget), -1);
}

/**
 * qp_window_install_plan_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_plan_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.set-north", NULL, set_north_action);
  gtk_widget_class_install_action (klass, "win.show-layers", NULL, show_layers_action);
  gtk_widget_class_install_action (klass, "win.background-layers", NULL, background_layers_action);
  gtk_widget_class_install_action (klass, "win.background-crop", NULL, background_crop_action);
  gtk_widget_class_install_action (klass, "win.background-uncrop", NULL, background_uncrop_action);
  gtk_widget_class_install_action (klass, "win.level-up", NULL, level_up_action);
  gtk_widget_class_install_action (klass, "win.level-down", NULL, level_down_action);
}
