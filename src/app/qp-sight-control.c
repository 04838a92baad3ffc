/* qp-sight-control.c: what is seen, as it is shown over the plan: what is chosen, and the map of it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-sight-control.h"

#include "base/qp-number.h"
#include "exchange/qp-sight-survey.h"
#include "model/qp-kinds.h"

#include <string.h>

#define SCREENS_MOST 400

struct _QpSightControl
{
  GObject parent_instance;
  QpProjectSession *session;
  QpSightStore *store;
  gboolean shown;
  gboolean hatched;
  gboolean viewshed;
  gboolean dark;
  char *measure;
  char *of;
  char *ground;
  char *characters;

  guint start_id;       /* idle */
  QpSightJob *job;      /* NULL when none is under way */
  QpSightOrder order;   /* the last one; no plan when there is none */
  guint left_out;       /* screens beyond the most */
  QpMapOverlay *overlay;
  gsize cells;
};

G_DEFINE_FINAL_TYPE (QpSightControl, qp_sight_control, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SHOWN,
  PROP_MEASURE,
  PROP_OF,
  PROP_GROUND,
  PROP_CHARACTERS,
  PROP_HATCHED,
  PROP_VIEWSHED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  UPDATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- the order --- */

static void
order_clear (QpSightOrder *order)
{
  g_clear_pointer (&order->plan, qp_node_unref);
  g_clear_pointer (&order->screens, g_ptr_array_unref);
  g_clear_pointer (&order->viewshed_of, qp_node_unref);
  g_clear_pointer (&order->catalogue, qp_catalogue_unref);
  *order = (QpSightOrder){ 0 };
}

/* the selected screen when it is on this plan */
static QpNode *
selected_screen (QpSightControl *self, const QpNode *plan)
{
  QpNode *node = qp_project_session_selected_node (self->session);
  QpDocument *document = qp_project_session_document (self->session);

  if (node == NULL || node->kind != QP_KIND_SCREEN)
    return NULL;
  return qp_document_ancestor (document, node->id, QP_KIND_PLAN) == plan ? node : NULL;
}

static GPtrArray *
take_screens (QpSightControl *self, const QpNode *plan, QpNode *selected)
{
  GPtrArray *screens = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  QpNodeIter iter;

  self->left_out = 0;
  if (selected != NULL && strcmp (self->of, "selected") == 0)
    {
      g_ptr_array_add (screens, qp_node_ref (selected));
      return screens;
    }
  qp_node_iter_init (&iter, plan->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    if (screens->len < SCREENS_MOST)
      g_ptr_array_add (screens, qp_node_ref (node));
    else
      self->left_out++;
  return screens;
}

static const char *
zone_of (QpSightControl *self, const QpNode *plan)
{
  const QpNode *site = qp_document_ancestor (qp_project_session_document (self->session), plan->id, QP_KIND_SITE);
  const gint64 zone = site == NULL ? QP_UNSET : ((const QpSite *) site)->zone;

  return zone == QP_UNSET ? NULL : qp_values_zone[zone].key;
}

static void
order_init (QpSightControl *self, QpSightOrder *order, QpNode *plan)
{
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  QpNode *selected = selected_screen (self, plan);
  const QpSightMeasure *measure = qp_sight_measure_find (self->measure);

  *order = (QpSightOrder){ .plan = qp_node_ref (plan), .measure = measure == NULL ? qp_sight_measure_at (0) : measure };
  order->screens = take_screens (self, plan, selected);
  const gboolean light = order->measure->detail == QP_SIGHT_LIGHT; /* it falls all over the plan */
  order->viewshed_of = self->viewshed && selected != NULL && !light ? qp_node_ref (selected) : NULL;
  order->zone = light ? zone_of (self, plan) : NULL;
  order->catalogue = catalogue == NULL ? NULL : qp_catalogue_ref (catalogue);
  order->span = QP_SIGHT_SPAN_INIT;
  order->span.whole = light || strcmp (self->ground, "plan") == 0;
  order->options = QP_LOOK_OPTIONS_INIT;
  order->theme = self->dark ? QP_THEME_DARK : QP_THEME_LIGHT;
  order->hatched = self->hatched;
  if (qp_real_parse (self->characters, &order->options.char_height_m) != QP_PARSE_OK)
    order->options.char_height_m = NAN;
}

static gboolean
same_screens (const GPtrArray *one, const GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (g_ptr_array_index (one, i) != g_ptr_array_index (other, i))
      return FALSE;
  return TRUE;
}

static gboolean
same_order (const QpSightOrder *one, const QpSightOrder *other)
{
  const double one_m = one->options.char_height_m, other_m = other->options.char_height_m;

  return one->plan == other->plan && one->viewshed_of == other->viewshed_of && one->catalogue == other->catalogue
         && one->measure == other->measure && one->zone == other->zone && one->span.whole == other->span.whole && one->theme == other->theme
         && one->hatched == other->hatched && (one_m == other_m || (isnan (one_m) && isnan (other_m)))
         && same_screens (one->screens, other->screens);
}

/* --- the job --- */

static void
forget_job (QpSightControl *self)
{
  if (self->job == NULL)
    return;
  qp_sight_job_cancel (self->job);
  g_clear_pointer (&self->job, qp_sight_job_unref);
}

static void
on_arrived (QpMapOverlay *overlay, gboolean last, gsize cells, gpointer data)
{
  QpSightControl *self = data;

  g_clear_pointer (&self->overlay, qp_map_overlay_unref);
  self->overlay = qp_map_overlay_ref (overlay);
  self->cells = cells;
  if (last)
    g_clear_pointer (&self->job, qp_sight_job_unref);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
show_nothing (QpSightControl *self)
{
  forget_job (self);
  order_clear (&self->order);
  if (self->overlay == NULL)
    return;
  g_clear_pointer (&self->overlay, qp_map_overlay_unref);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* the map before stays until the first of the new ones is there */
static gboolean
start (gpointer data)
{
  QpSightControl *self = data;
  QpNode *plan = self->session == NULL ? NULL : qp_project_session_plan (self->session);
  QpSightOrder order;

  self->start_id = 0;
  if (!self->shown || plan == NULL)
    {
      show_nothing (self);
      return G_SOURCE_REMOVE;
    }
  order_init (self, &order, plan);
  if (self->order.plan != NULL && same_order (&self->order, &order))
    {
      order_clear (&order);
      return G_SOURCE_REMOVE;
    }
  forget_job (self);
  order_clear (&self->order);
  self->order = order;
  self->job = qp_sight_job_start (self->store, &self->order, on_arrived, self);
  g_signal_emit (self, signals[UPDATED], 0);
  return G_SOURCE_REMOVE;
}

static void
schedule (QpSightControl *self)
{
  if (self->start_id == 0)
    self->start_id = g_idle_add (start, self);
}

static void
on_something_changed (QpSightControl *self)
{
  if (self->shown)
    schedule (self);
}

/* --- the object --- */

static void
qp_sight_control_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QpSightControl *self = QP_SIGHT_CONTROL (object);

  switch (id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    case PROP_MEASURE:
      g_value_set_string (value, self->measure);
      break;
    case PROP_OF:
      g_value_set_string (value, self->of);
      break;
    case PROP_GROUND:
      g_value_set_string (value, self->ground);
      break;
    case PROP_CHARACTERS:
      g_value_set_string (value, self->characters);
      break;
    case PROP_HATCHED:
      g_value_set_boolean (value, self->hatched);
      break;
    case PROP_VIEWSHED:
      g_value_set_boolean (value, self->viewshed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
take_word (char **word, const GValue *value)
{
  g_free (*word);
  *word = g_value_dup_string (value);
}

/* who chooses what is mapped wants to see the map */
static void
qp_sight_control_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QpSightControl *self = QP_SIGHT_CONTROL (object);
  const gboolean shown = self->shown;

  switch (id)
    {
    case PROP_SHOWN:
      self->shown = g_value_get_boolean (value);
      break;
    case PROP_MEASURE:
      take_word (&self->measure, value);
      self->shown = TRUE;
      break;
    case PROP_OF:
      take_word (&self->of, value);
      break;
    case PROP_GROUND:
      take_word (&self->ground, value);
      break;
    case PROP_CHARACTERS:
      take_word (&self->characters, value);
      break;
    case PROP_HATCHED:
      self->hatched = g_value_get_boolean (value);
      break;
    case PROP_VIEWSHED:
      self->viewshed = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  g_object_notify_by_pspec (object, pspec);
  if (self->shown != shown && id != PROP_SHOWN)
    g_object_notify_by_pspec (object, properties[PROP_SHOWN]);
  schedule (self);
}

static void
qp_sight_control_dispose (GObject *object)
{
  QpSightControl *self = QP_SIGHT_CONTROL (object);

  g_clear_handle_id (&self->start_id, g_source_remove);
  forget_job (self);
  order_clear (&self->order);
  g_clear_pointer (&self->overlay, qp_map_overlay_unref);
  g_clear_pointer (&self->store, qp_sight_store_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qp_sight_control_parent_class)->dispose (object);
}

static void
qp_sight_control_finalize (GObject *object)
{
  QpSightControl *self = QP_SIGHT_CONTROL (object);

  g_free (self->measure);
  g_free (self->of);
  g_free (self->ground);
  g_free (self->characters);
  G_OBJECT_CLASS (qp_sight_control_parent_class)->finalize (object);
}

static void
qp_sight_control_class_init (QpSightControlClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qp_sight_control_get_property;
  object_class->set_property = qp_sight_control_set_property;
  object_class->dispose = qp_sight_control_dispose;
  object_class->finalize = qp_sight_control_finalize;
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, flags);
  properties[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, "grade", flags);
  properties[PROP_OF] = g_param_spec_string ("of", NULL, NULL, "selected", flags);
  properties[PROP_GROUND] = g_param_spec_string ("ground", NULL, NULL, "audiences", flags);
  properties[PROP_CHARACTERS] = g_param_spec_string ("characters", NULL, NULL, "pixels", flags);
  properties[PROP_HATCHED] = g_param_spec_boolean ("hatched", NULL, NULL, FALSE, flags);
  properties[PROP_VIEWSHED] = g_param_spec_boolean ("viewshed", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_sight_control_init (QpSightControl *self)
{
  self->store = qp_sight_store_new ();
  self->viewshed = TRUE;
  self->measure = g_strdup ("grade");
  self->of = g_strdup ("selected");
  self->ground = g_strdup ("audiences");
  self->characters = g_strdup ("pixels");
}

/**
 * qp_sight_control_new:
 *
 * Returns: (transfer full): a control that shows nothing yet
 */
QpSightControl *
qp_sight_control_new (void)
{
  return g_object_new (QP_TYPE_SIGHT_CONTROL, NULL);
}

/**
 * qp_sight_control_set_session:
 * @self: a control
 * @session: the session that it follows from now on
 */
void
qp_sight_control_set_session (QpSightControl *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
    }
  show_nothing (self);
  g_clear_pointer (&self->store, qp_sight_store_unref);
  self->store = qp_sight_store_new ();
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (on_something_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_something_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (on_something_changed), self,
                           G_CONNECT_SWAPPED);
  on_something_changed (self);
}

/**
 * qp_sight_control_set_dark:
 * @self: a control
 * @dark: whether the plan is shown on dark paper
 */
void
qp_sight_control_set_dark (QpSightControl *self, gboolean dark)
{
  self->dark = dark;
  on_something_changed (self);
}

/**
 * qp_sight_control_overlay:
 * @self: a control
 *
 * Returns: (transfer none) (nullable): the newest map; %NULL when none is shown
 */
QpMapOverlay *
qp_sight_control_overlay (QpSightControl *self)
{
  return self->overlay;
}

/**
 * qp_sight_control_is_busy:
 * @self: a control
 *
 * Returns: whether a map, or a finer one, is being made
 */
gboolean
qp_sight_control_is_busy (QpSightControl *self)
{
  return self->job != NULL || self->start_id != 0;
}

/**
 * qp_sight_control_store:
 * @self: a control
 *
 * Returns: (transfer none): the results behind its maps, for whoever wants to know more of them
 */
QpSightStore *
qp_sight_control_store (QpSightControl *self)
{
  return self->store;
}

static char *
subject (QpSightControl *self)
{
  const guint n = self->order.screens->len;

  if (n == 1)
    return qp_node_display_name (g_ptr_array_index (self->order.screens, 0));
  if (self->order.measure->together == QP_SIGHT_SUM)
    return g_strdup_printf (ngettext ("%u screen", "all %u screens", n), n);
  return g_strdup_printf (ngettext ("%u screen", "best of %u screens", n), n);
}

/**
 * qp_sight_control_note:
 * @self: a control with a map
 *
 * Returns: (transfer full): what the map is of, and what to do when it shows nothing
 */
char *
qp_sight_control_note (QpSightControl *self)
{
  if (self->order.plan == NULL)
    return g_strdup ("");
  if (self->order.screens->len == 0)
    return g_strdup (_ ("No screen on this plan yet"));
  if (self->cells == 0 && self->job == NULL)
    return g_strdup (_ ("No audience on this plan yet: draw one, or map the whole plan"));
  g_autofree char *screens = subject (self);
  g_autofree char *light = self->order.measure->detail != QP_SIGHT_LIGHT ? NULL : qp_sight_light_note (self->order.screens, self->order.zone);
  g_autofree char *of = light == NULL ? g_steal_pointer (&screens) : g_strdup_printf ("%s: %s", screens, light);
  if (self->left_out > 0)
    return g_strdup_printf (_ ("%s, %u more left out"), of, self->left_out);
  return self->job == NULL ? g_steal_pointer (&of) : g_strdup_printf (_ ("%s, being refined…"), of);
}

/**
 * qp_sight_control_add_actions:
 * @self: a control
 * @map: a window
 *
 * Adds what can be chosen as actions.
 */
void
qp_sight_control_add_actions (QpSightControl *self, GActionMap *map)
{
  static const char *const actions[][2]
      = { { "sight", "shown" },           { "sight-measure", "measure" },       { "sight-of", "of" },
          { "sight-ground", "ground" },   { "sight-characters", "characters" }, { "sight-hatched", "hatched" },
          { "sight-viewshed", "viewshed" } };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (actions[i][0], self, actions[i][1]);
      g_action_map_add_action (map, G_ACTION (action));
    }
}
