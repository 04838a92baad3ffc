/* qp-light-group.c: the light of screens at windows, for the window or the screen that is selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-light-group.h"

#include "app/qp-card-tile.h"
#include "app/qp-explain.h"
#include "app/qp-value-row.h"

#include <math.h>

/* a drag is followed when it rests for a moment */
#define WAIT_MS 120

/* what a "?" asks for */
typedef enum
{
  ASK_BEFORE,
  ASK_AFTER,
  ASK_HIGHEST,
} Question;

struct _QpLightGroup
{
  GtkWidget parent_instance;
  AdwPreferencesGroup *group;
  GtkSpinner *spinner;
  GPtrArray *rows; /* GtkWidget */
  QpProjectSession *session;
  QpId id;
  QpLightFound *found; /* NULL until there is one */
  QpLightJob *job;     /* NULL while nothing is made */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (QpLightGroup, qp_light_group, GTK_TYPE_WIDGET)

static const QpLightReceptor *
receptor_now (QpLightGroup *self)
{
  return self->found == NULL || self->found->light == NULL ? NULL : qp_light_receptor (self->found->light, self->id);
}

static const QpLightSource *
source_now (QpLightGroup *self)
{
  return self->found == NULL || self->found->light == NULL ? NULL : qp_light_source (self->found->light, self->id);
}

/* What one can do */

static void
on_explain (GtkButton *button, QpLightGroup *self)
{
  const Question question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "qp-question"));
  const QpLightReceptor *receptor = receptor_now (self);

  if (receptor == NULL)
    return;
  g_autoptr (QpExplanation) told = question == ASK_HIGHEST ? qp_light_explain_highest (self->found->light, receptor)
                                                           : qp_light_explain_lx (self->found->light, receptor, question == ASK_AFTER);
  qp_explain_popup_told (GTK_WIDGET (self), GTK_WIDGET (button), told);
}

/**
 * qp_light_group_use:
 * @self: the group
 *
 * Gives the screens that shine on the selected window, or the selected screen, the highest luminance by night that passes, as one
 * step that can be undone.
 *
 * Returns: whether something was changed
 */
gboolean
qp_light_group_use (QpLightGroup *self)
{
  const QpLightReceptor *receptor = receptor_now (self);
  const QpLightSource *source = source_now (self);

  if (receptor != NULL)
    return qp_light_set_night (self->session, self->found->light, receptor->strongest, receptor->highest);
  if (source == NULL)
    return FALSE;
  g_autofree double *only = g_new0 (double, self->found->light->n_sources);
  only[source - self->found->light->sources] = 1;
  return qp_light_set_night (self->session, self->found->light, only, source->beside);
}

static void
on_use (GtkButton *button, QpLightGroup *self)
{
  qp_light_group_use (self);
}

static void
on_go (AdwActionRow *row, QpLightGroup *self)
{
  const QpId *id = g_object_get_data (G_OBJECT (row), "qp-id");

  qp_selection_set_one (qp_project_session_selection (self->session), *id);
}

/* Rows */

static GtkWidget *
row_new (QpLightGroup *self, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = qp_value_row_new (title, subtitle, value);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data_full (G_OBJECT (row), "qp-text", g_strdup_printf ("%s: %s (%s)", title, value, subtitle), g_free);
  return row;
}

static void
add_chip (GtkWidget *row, QpVerdict verdict)
{
  if (verdict != QP_VERDICT_NONE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), qp_verdict_chip_new (verdict));
}

static void
add_question (QpLightGroup *self, GtkWidget *row, Question question)
{
  GtkWidget *button = qp_value_row_ask (QP_VALUE_ROW (row), G_CALLBACK (on_explain), self);

  g_object_set_data (G_OBJECT (button), "qp-question", GUINT_TO_POINTER (question));
}

static void
add_use (QpLightGroup *self, GtkWidget *row, double luminance)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Use"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Set this luminance by night for the screens that shine there"));
  gtk_widget_set_sensitive (button, !isnan (luminance) && !isinf (luminance) && luminance >= 1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_use), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
make_link (QpLightGroup *self, GtkWidget *row, QpId id)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "qp-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_go), self);
}

/* A window */

static char *
limit_words (const QpLightSum *sum, gboolean judged)
{
  g_autofree char *limit = qp_light_number (sum->limit, 0, "lx"), *height = qp_light_number (sum->at.z, 1, "m");

  if (!judged)
    return g_strdup_printf (_ ("no limit of this kind; brightest %s up"), height);
  return g_strdup_printf (_ ("allowed: %s; brightest %s up"), limit, height);
}

static void
add_sum (QpLightGroup *self, const QpLightReceptor *receptor, gboolean after)
{
  const QpLightSum *sum = after ? &receptor->after : &receptor->before;
  const int curfew = self->found->light->curfew;
  g_autofree char *title = g_strdup_printf (after ? _ ("After curfew, %02d:%02d") : _ ("Before curfew, %02d:%02d"), curfew / 60, curfew % 60);
  g_autofree char *limit = limit_words (sum, receptor->judged), *value = qp_light_number (sum->lx, 3, "lx");
  GtkWidget *row = row_new (self, title, limit, value);

  add_chip (row, sum->verdict);
  add_question (self, row, after ? ASK_AFTER : ASK_BEFORE);
}

static void
add_source (QpLightGroup *self, const QpLightReceptor *receptor, guint index)
{
  const QpLightSource *source = &self->found->light->sources[index];
  g_autofree char *name = qp_node_display_name (&source->screen->node), *luminance = qp_light_number (source->luminance, 0, "cd/m²");
  g_autofree char *value = qp_light_number (qp_light_lx (self->found->light, &receptor->before, index), 3, "lx");
  g_autofree char *words = g_strdup_printf (source->after_curfew ? _ ("%s by night, also after curfew") : _ ("%s by night, off after curfew"),
                                            luminance);

  make_link (self, row_new (self, name, words, value), source->screen->node.id);
}

static void
show_receptor (QpLightGroup *self, const QpLightReceptor *receptor)
{
  const QpLight *light = self->found->light;

  if (!receptor->placed)
    {
      row_new (self, _ ("No place yet"), _ ("Draw the windows on the plan."), "");
      return;
    }
  add_sum (self, receptor, FALSE);
  add_sum (self, receptor, TRUE);
  for (guint i = 0; i < light->n_sources; i++)
    if (receptor->before.factors[i] != 0)
      add_source (self, receptor, i);
  if (!receptor->judged)
    return;
  g_autofree char *value = qp_light_highest (receptor->highest);
  GtkWidget *row = row_new (self, _ ("Highest luminance that passes"), _ ("all screens that shine there alike"), value);
  add_question (self, row, ASK_HIGHEST);
  add_use (self, row, receptor->highest);
}

/* A screen */

static void
add_worst (QpLightGroup *self, const QpLightSource *source)
{
  const QpLight *light = self->found->light;
  const guint index = (guint) (source - light->sources);
  double lx;
  const QpLightReceptor *worst = qp_light_worst_of (light, index, FALSE, &lx);
  g_autofree char *value = qp_light_number (lx, 3, "lx");

  if (worst == NULL)
    {
      row_new (self, _ ("Light at windows"), _ ("it shines on none of the windows on the plan"), value);
      return;
    }
  g_autofree char *name = qp_node_display_name (&worst->receptor->node), *sum = qp_light_number (worst->before.lx, 3, "lx");
  g_autofree char *limit = qp_light_number (worst->before.limit, 0, "lx");
  g_autofree char *words = g_strdup_printf (_ ("%s; all screens together %s, allowed %s before curfew"), name, sum, limit);
  GtkWidget *row = row_new (self, _ ("Light at windows"), words, value);
  add_chip (row, worst->before.verdict);
  make_link (self, row, worst->receptor->node.id);
}

static void
show_source (QpLightGroup *self, const QpLightSource *source)
{
  g_autofree char *beside = qp_light_highest (source->beside), *alone = qp_light_highest (source->alone);
  g_autofree char *emission = qp_light_emission_words (&source->face.emission);
  g_autofree char *words = g_strdup_printf (_ ("beside the other screens as they are; alone %s"), alone);

  add_worst (self, source);
  GtkWidget *row = row_new (self, _ ("Highest luminance that all windows pass"), words, beside);
  add_use (self, row, source->beside);
  adw_preferences_group_set_description (self->group, emission);
}

static void
clear (QpLightGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (self->group, NULL);
}

static gboolean
has_windows (const QpLight *light)
{
  for (guint i = 0; i < light->n_receptors; i++)
    if (light->receptors[i].judged)
      return TRUE;
  return FALSE;
}

static void
show_rows (QpLightGroup *self)
{
  const QpLightReceptor *receptor = receptor_now (self);
  const QpLightSource *source = source_now (self);

  clear (self);
  if (receptor != NULL)
    show_receptor (self, receptor);
  else if (source != NULL && has_windows (self->found->light))
    show_source (self, source);
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
}

/* When it is found */

static void
take (QpLightFound *found, gpointer data)
{
  QpLightGroup *self = data;

  self->job = NULL;
  gtk_spinner_stop (self->spinner);
  qp_light_found_free (self->found);
  self->found = found;
  show_rows (self);
}

static gboolean
on_timeout (gpointer data)
{
  QpLightGroup *self = data;
  QpNode *node = qp_document_find (qp_project_session_document (self->session), self->id);

  self->timeout = 0;
  if (node == NULL)
    return G_SOURCE_REMOVE;
  gtk_spinner_start (self->spinner);
  self->job = qp_light_job_start (self->session, node, take, self);
  return G_SOURCE_REMOVE;
}

/**
 * qp_light_group_show:
 * @self: the group
 * @node: a receptor or a screen of the document as it is now
 *
 * Shows the light there; found in a thread when it is not known yet. What is shown stays until then.
 */
void
qp_light_group_show (QpLightGroup *self, QpNode *node)
{
  const gboolean other = !qp_id_equal (self->id, node->id);

  self->id = node->id;
  if (qp_light_found_is_current (self->found, self->session, node))
    {
      if (other)
        show_rows (self);
      return;
    }
  if (other)
    {
      clear (self);
      gtk_widget_set_visible (GTK_WIDGET (self->group), FALSE);
    }
  qp_light_job_cancel (g_steal_pointer (&self->job));
  if (self->timeout == 0)
    self->timeout = g_timeout_add (WAIT_MS, on_timeout, self);
}

/**
 * qp_light_group_is_busy:
 * @self: the group
 *
 * Returns: whether something is on its way
 */
gboolean
qp_light_group_is_busy (QpLightGroup *self)
{
  return self->job != NULL || self->timeout != 0;
}

/**
 * qp_light_group_text:
 * @self: the group
 *
 * Returns: (transfer full): its rows as text, a line each
 */
char *
qp_light_group_text (QpLightGroup *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    g_string_append_printf (out, "%s\n", (const char *) g_object_get_data (self->rows->pdata[i], "qp-text"));
  return g_string_free (out, FALSE);
}

/* The object */

static void
qp_light_group_dispose (GObject *object)
{
  QpLightGroup *self = QP_LIGHT_GROUP (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  qp_light_job_cancel (g_steal_pointer (&self->job));
  g_clear_object (&self->session);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_light_group_parent_class)->dispose (object);
}

static void
qp_light_group_finalize (GObject *object)
{
  QpLightGroup *self = QP_LIGHT_GROUP (object);

  qp_light_found_free (self->found);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (qp_light_group_parent_class)->finalize (object);
}

static void
qp_light_group_class_init (QpLightGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qp_light_group_dispose;
  object_class->finalize = qp_light_group_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
qp_light_group_init (QpLightGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  adw_preferences_group_set_title (self->group, _ ("Light by night"));
  adw_preferences_group_set_header_suffix (self->group, GTK_WIDGET (self->spinner));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->group), FALSE);
}

/**
 * qp_light_group_new:
 * @session: the session
 *
 * Returns: (transfer floating): an empty group
 */
GtkWidget *
qp_light_group_new (QpProjectSession *session)
{
  QpLightGroup *self = g_object_new (QP_TYPE_LIGHT_GROUP, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
