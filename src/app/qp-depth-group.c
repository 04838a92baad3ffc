/* qp-depth-group.c: naked-eye 3D of the selected screen: eye point, sweet spot, audience and frame
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-depth-group.h"

#include "app/qp-value-row.h"
#include "engine/qp-depth.h"

#include <math.h>

struct _QpDepthGroup
{
  GtkWidget parent_instance;
  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *export_button;
  QpProjectSession *session;
  QpNode *screen; /* as shown last */
  QpNode *plan;   /* the same */
  GPtrArray *texts;
};

G_DEFINE_FINAL_TYPE (QpDepthGroup, qp_depth_group, GTK_TYPE_WIDGET)

/* Rows: what it is and how it follows on the left, the number on the right */

static void
add_row (QpDepthGroup *self, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = qp_value_row_new (title, subtitle, value);
  gtk_widget_set_margin_start (qp_value_row_label (QP_VALUE_ROW (row)), 6);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->texts, g_strdup_printf ("%s\n%s\n%s", title, value, subtitle));
}

static char *
number_with (double value, guint decimals, const char *unit)
{
  if (isnan (value))
    return g_strdup (_ ("not known"));
  g_autofree char *number = qp_number_display (value, decimals);
  return g_strdup_printf ("%s\u2009%s", number, unit);
}

static void
add_eye (QpDepthGroup *self, const QpDepth *depth)
{
  g_autofree char *value = number_with (qp_depth_eye_distance (depth), 1, "m");
  g_autofree char *height = number_with (depth->eye.z, 2, "m");
  g_autofree char *subtitle
      = g_strdup_printf (depth->eye_assumed ? _ ("Eye at %s, as of somebody who stands; to the middle of what it sees")
                                            : _ ("Eye at %s; to the middle of what it sees"),
                         height);
  add_row (self, _ ("Eye point to the screen"), subtitle, value);
}

/* "3.5 × 9.3 m": across, then along */
static char *
extent_text (const QpDepthZone *zone)
{
  g_autofree char *across = qp_number_display (zone->reach.left + zone->reach.right, 1);
  g_autofree char *along = qp_number_display (zone->reach.nearer + zone->reach.further, 1);
  const char *more = zone->reach.further >= zone->most ? ">\u2009" : "";
  return g_strdup_printf ("%s × %s%s\u2009m", across, more, along);
}

static void
add_zone (QpDepthGroup *self, const char *title, const QpDepthZone *zone)
{
  g_autofree char *deg = qp_number_display_shortest (zone->deg);
  g_autofree char *nearer = number_with (zone->reach.nearer, 1, "m");
  g_autofree char *left = number_with (zone->reach.left, 1, "m");
  g_autofree char *right = number_with (zone->reach.right, 1, "m");
  /* Translators: how far one may go from the eye point */
  g_autofree char *subtitle
      = g_strdup_printf (_ ("Across × along, up to an error of %s°: %s nearer, %s to the left, %s to the right"), deg, nearer,
                         left, right);
  g_autofree char *value = extent_text (zone);
  add_row (self, title, subtitle, value);
}

/* by the registry, as everywhere; not known without depth */
static double
half_width (double distance, double z, double deg)
{
  const QpArgument arguments[] = { { distance, NULL }, { z, NULL }, { deg, NULL } };
  return qp_formula_evaluate (qp_formula_find ("sweet_spot_half_width_m"), arguments);
}

/* the closed form for a flat screen on its axis, so that the numbers can be followed */
static void
add_formula (QpDepthGroup *self, const QpDepth *depth)
{
  const double distance = qp_depth_eye_distance (depth);
  const double before = half_width (distance, -depth->front, depth->good_deg);
  const double behind = half_width (distance, depth->behind, depth->good_deg);
  const double z = !isnan (before) && !(behind < before) ? -depth->front : depth->behind;
  const double half = fmin (before, behind); /* of one that is not known it is the other */
  g_autofree char *value = number_with (half, 1, "m");
  g_autofree char *d = number_with (distance, 1, "m");
  g_autofree char *deep = number_with (z, 1, "m");
  g_autofree char *deg = qp_number_display_shortest (depth->good_deg);
  /* Translators: D distance, z depth behind the face (negative before it), ε error of direction */
  g_autofree char *subtitle = g_strdup_printf (
      _ ("D × (D + z) ÷ |z| × tan ε, with D = %s, z = %s, ε = %s°: a flat face seen along its axis. The zones above look at "
         "corners and middle of every face."),
      d, deep, deg);
  add_row (self, _ ("Half width by the rule"), subtitle, value);
}

static void
add_audience (QpDepthGroup *self, const QpDepth *depth)
{
  QpDepthAudience audience;
  qp_depth_audience (depth, self->plan, &audience);
  g_autofree char *good = number_with (audience.good * 100, 0, "%");
  g_autofree char *limit = number_with (audience.limit * 100, 0, "%");
  g_autofree char *value = isnan (audience.good) ? g_strdup (_ ("not known")) : g_strdup_printf ("%s / %s", good, limit);
  add_row (self, _ ("Audience in it, good / acceptable"),
           audience.audiences == 0 ? _ ("No audience is drawn on this plan")
           : audience.by_people    ? _ ("By people × dwell time of the areas and paths of this plan")
                                   : _ ("By ground covered, as people or dwell time are not known of all of them"),
           value);
}

static void
add_frames (QpDepthGroup *self, const QpDepth *depth)
{
  for (guint i = 0; i < depth->faces->len; i++)
    {
      QpDepthFrame frame;
      if (!(depth->front > 0) || qp_depth_face (depth, i)->rounding || !qp_depth_frame (depth, i, &frame))
        continue;
      const double width = qp_depth_face_width (depth, i);
      const double height = qp_depth_facet (depth, qp_depth_face (depth, i)->first)->height;
      const gboolean cut = frame.width < width / 2 || frame.height < height / 2;
      g_autofree char *title = g_strdup_printf (_ ("Room before face %u"), qp_depth_face (depth, i)->number);
      g_autofree char *across = qp_number_display (frame.width, 1);
      g_autofree char *up = qp_number_display (frame.height, 1);
      g_autofree char *value = g_strdup_printf ("%s%s × %s\u2009m", cut ? "⚠ " : "", across, up);
      g_autofree char *front = number_with (depth->front, 1, "m");
      g_autofree char *most = number_with (floor (frame.most * 10) / 10, 1, "m");
      g_autofree char *subtitle = g_strdup_printf (
          cut ? _ ("Content %s before the face is cut by the edge. At most %s keeps half of width and height.")
              : _ ("What is %s before the face stays inside the outline; up to %s keeps half of width and height."),
          front, most);
      add_row (self, title, subtitle, value);
    }
}

static void
add_results (QpDepthGroup *self, const QpDepth *depth)
{
  QpDepthZone good, limit;
  add_eye (self, depth);
  if (!qp_depth_zones (depth, &good, &limit))
    {
      add_row (self, _ ("Sweet spot"), _ ("Type how far the content goes before or behind the face."), _ ("not known"));
      return;
    }
  add_zone (self, _ ("Sweet spot, good"), &good);
  add_zone (self, _ ("Sweet spot, acceptable"), &limit);
  add_formula (self, depth);
  add_audience (self, depth);
  add_frames (self, depth);
}

static GtkWidget *
button_new (const char *label, const char *tip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static void
qp_depth_group_dispose (GObject *object)
{
  QpDepthGroup *self = QP_DEPTH_GROUP (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->screen, qp_node_unref);
  g_clear_pointer (&self->plan, qp_node_unref);
  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_depth_group_parent_class)->dispose (object);
}

static void
qp_depth_group_finalize (GObject *object)
{
  g_ptr_array_unref (QP_DEPTH_GROUP (object)->texts);
  G_OBJECT_CLASS (qp_depth_group_parent_class)->finalize (object);
}

static void
qp_depth_group_class_init (QpDepthGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_depth_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_depth_group_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_depth_group_init (QpDepthGroup *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Naked-eye 3D"));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_top (buttons, 9);
  gtk_box_append (GTK_BOX (buttons), button_new (_ ("Place _Eye Point"), _ ("Where the median of the audience stands, or on the axis"),
                                                 "win.place-eye"));
  self->export_button = button_new (_ ("Export for _Studio…"), _ ("Frustum file and templates in a folder"), "win.export-studio");
  gtk_box_append (GTK_BOX (buttons), self->export_button);
  adw_preferences_group_add (self->group, buttons);
}

/**
 * qp_depth_group_new:
 * @session: the session
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
qp_depth_group_new (QpProjectSession *session)
{
  QpDepthGroup *self = g_object_new (QP_TYPE_DEPTH_GROUP, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
fill (QpDepthGroup *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->texts, 0);
  g_auto (QpDepth) depth = { 0 };
  const QpDepthState state = qp_depth_init (&depth, (const QpScreen *) self->screen,
                                            qp_estimate_cache_catalogue (qp_project_session_estimates (self->session)));
  if (state == QP_DEPTH_FINE)
    add_results (self, &depth);
  else if (state != QP_DEPTH_NO_EYE)
    add_row (self, _ ("Sweet spot"), qp_depth_state_text (state), _ ("not known"));
  adw_preferences_group_set_description (self->group, state == QP_DEPTH_NO_EYE ? qp_depth_state_text (state) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), state != QP_DEPTH_NO_EYE);
  gtk_widget_set_visible (self->export_button, state != QP_DEPTH_NO_EYE);
}

/**
 * qp_depth_group_show:
 * @self: a card
 * @screen: a screen of the document as it is now
 *
 * Shows eye point, sweet spot, share of the audience and room of @screen.
 */
void
qp_depth_group_show (QpDepthGroup *self, QpNode *screen)
{
  QpNode *plan = qp_document_ancestor (qp_project_session_document (self->session), screen->id, QP_KIND_PLAN);
  if (self->screen == screen && self->plan == plan)
    return;
  qp_node_ref (screen);
  g_clear_pointer (&self->screen, qp_node_unref);
  self->screen = screen;
  if (plan != NULL)
    qp_node_ref (plan);
  g_clear_pointer (&self->plan, qp_node_unref);
  self->plan = plan;
  fill (self);
}

/**
 * qp_depth_group_n_rows:
 * @self: a card
 *
 * Returns: number of results shown
 */
guint
qp_depth_group_n_rows (QpDepthGroup *self)
{
  return self->texts->len;
}

/**
 * qp_depth_group_text:
 * @self: a card
 * @row: below qp_depth_group_n_rows()
 *
 * Returns: (transfer none): title, value and explanation of a result, a line each
 */
const char *
qp_depth_group_text (QpDepthGroup *self, guint row)
{
  return g_ptr_array_index (self->texts, row);
}
