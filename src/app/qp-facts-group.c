/* qp-facts-group.c: what was published, measured or assumed about a node
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-facts-group.h"

#include "engine/qp-facts.h"

struct _QpFactsGroup
{
  GtkWidget parent_instance;
  AdwPreferencesGroup *group;
  GtkListBox *list;
  QpProjectSession *session;
  QpNode *node;    /* whose facts are shown, as shown last */
  GArray *ids;     /* QpId, by row */
};

G_DEFINE_FINAL_TYPE (QpFactsGroup, qp_facts_group, GTK_TYPE_WIDGET)

static char *
fact_title (const QpFact *fact, QpKind kind)
{
  g_autofree char *label = qp_fact_label (fact, kind);

  return g_strdup_printf ("%s: %s %s", label, fact->value != NULL ? fact->value : _ ("not known"),
                          fact->unit != NULL ? fact->unit : "");
}

static char *
fact_subtitle (const QpFact *fact)
{
  GString *out = g_string_new (fact->basis != QP_UNSET ? _ (qp_values_fact_basis[fact->basis].label) : "");
  if (fact->source != NULL)
    g_string_append_printf (out, " · %s", fact->source);
  if (fact->date != NULL)
    g_string_append_printf (out, " · %s", fact->date);
  return g_string_free (out, FALSE);
}

static void
set_escaped (GtkWidget *row, char *title, char *subtitle)
{
  g_autofree char *safe_title = g_markup_escape_text (g_strstrip (title), -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  g_free (title);
  g_free (subtitle);
}

static GtkWidget *
row_new (const QpFact *fact, QpKind kind)
{
  GtkWidget *row = adw_action_row_new ();
  set_escaped (row, fact_title (fact, kind), fact_subtitle (fact));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (fact->basis == QP_FACT_ASSUMED ? "qp-mark-unknown-symbolic"
                                                                                          : "emblem-documents-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, QpFactsGroup *self)
{
  const QpId id = g_array_index (self->ids, QpId, gtk_list_box_row_get_index (row));
  qp_selection_set_one (qp_project_session_selection (self->session), id);
}

static void
on_add (GtkButton *button, QpFactsGroup *self)
{
  if (self->node == NULL)
    return;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (QpNode) fact = qp_node_new (QP_KIND_FACT, qp_id_new ());
  const QpId id = fact->id;
  g_ptr_array_add (edits, qp_edit_insert (self->node->id, -1, fact));
  if (qp_project_session_run (self->session, _ ("Add a fact"), NULL, edits, NULL))
    qp_selection_set_one (qp_project_session_selection (self->session), id);
}

static void
qp_facts_group_dispose (GObject *object)
{
  QpFactsGroup *self = QP_FACTS_GROUP (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->node, qp_node_unref);
  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_facts_group_parent_class)->dispose (object);
}

static void
qp_facts_group_finalize (GObject *object)
{
  g_array_unref (QP_FACTS_GROUP (object)->ids);
  G_OBJECT_CLASS (qp_facts_group_parent_class)->finalize (object);
}

static void
qp_facts_group_class_init (QpFactsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_facts_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_facts_group_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_facts_group_init (QpFactsGroup *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Facts and assumptions"));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _ ("Add a fact or an assumption"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a fact or an assumption"), -1);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add), self);
  adw_preferences_group_set_header_suffix (self->group, add);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
}

/**
 * qp_facts_group_new:
 * @session: the session
 *
 * Returns: (transfer floating): an empty list of facts
 */
GtkWidget *
qp_facts_group_new (QpProjectSession *session)
{
  QpFactsGroup *self = g_object_new (QP_TYPE_FACTS_GROUP, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
fill (QpFactsGroup *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_array_set_size (self->ids, 0);
  QpNodeIter iter;
  qp_node_iter_init (&iter, self->node->children);
  for (QpNode *fact = qp_node_iter_next_of (&iter, QP_KIND_FACT); fact != NULL;
       fact = qp_node_iter_next_of (&iter, QP_KIND_FACT))
    {
      gtk_list_box_append (self->list, row_new ((const QpFact *) fact, self->node->kind));
      g_array_append_val (self->ids, fact->id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->ids->len > 0);
}

/**
 * qp_facts_group_show:
 * @self: a list of facts
 * @node: a node of the document as it is now
 *
 * Shows the facts of @node.
 */
void
qp_facts_group_show (QpFactsGroup *self, QpNode *node)
{
  if (self->node == node)
    return;
  const gboolean same_children = self->node != NULL && self->node->children == node->children;
  qp_node_ref (node);
  g_clear_pointer (&self->node, qp_node_unref);
  self->node = node;
  if (!same_children)
    fill (self);
}
