/* qp-inspector.c: fields and results of what is selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-facts-group.h"
#include "app/qp-finding-row.h"
#include "app/qp-inspector.h"
#include "app/qp-light-group.h"
#include "app/qp-structure-card.h"
#include "app/qp-totals-box.h"
#include "app/qp-tree-row.h"
#include "app/qp-verdict-card.h"

/* More nodes than this are not looked at for every frame of a drag. */
#define NODES_LIVE 200
#define OPENS_MS 300
#define SLOW_MS 200

/* What is shown for one kind; made when a node of the kind is first selected. */
typedef struct
{
  GtkWidget *box;
  QpFieldPage *fields;
  QpFieldPage *rest;
  QpResults *results;
  QpVerdictCard *verdicts;
  QpStructureCard *structure;
  QpTotalsBox *totals;
  QpFactsGroup *facts;
  QpDepthGroup *depth;
  QpLightGroup *light;
} Page;

struct _QpInspector
{
  GtkWidget parent_instance;
  GtkScrolledWindow *scroller;
  GtkButton *up;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkListBox *findings;
  guint n_findings;
  GtkStack *stack;
  Page pages[QP_N_KINDS];
  QpKind kind;
  QpProjectSession *session;
  guint pending;
};

G_DEFINE_FINAL_TYPE (QpInspector, qp_inspector, GTK_TYPE_WIDGET)

static GtkWidget *
append (Page *page, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (page->box), widget);
  return widget;
}

/* beside the cabinet: which pitch it should have */
static GtkWidget *
advisor_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Which Pitch Does the Audience See?"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.pitch-advisor");
  return button;
}

static void
make_page (QpInspector *self, QpKind kind)
{
  Page *page = &self->pages[kind];
  const gboolean screen = kind == QP_KIND_SCREEN;
  page->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  if (kind <= QP_KIND_PLAN)
    {
      page->totals = QP_TOTALS_BOX (append (page, qp_totals_box_new ()));
      gtk_widget_add_css_class (GTK_WIDGET (page->totals), "card");
      qp_totals_box_set_session (page->totals, self->session);
    }
  page->fields
      = QP_FIELD_PAGE (append (page, qp_field_page_new (self->session, kind, screen ? QP_FIELDS_KEY : QP_FIELDS_ALL)));
  if (screen)
    {
      append (page, advisor_button_new ());
      page->results = QP_RESULTS (append (page, qp_results_new (self->session)));
      page->verdicts = QP_VERDICT_CARD (append (page, qp_verdict_card_new ()));
      page->structure = QP_STRUCTURE_CARD (append (page, qp_structure_card_new (self->session)));
      page->light = QP_LIGHT_GROUP (append (page, qp_light_group_new (self->session)));
      page->depth = QP_DEPTH_GROUP (append (page, qp_depth_group_new (self->session)));
      page->rest = QP_FIELD_PAGE (append (page, qp_field_page_new (self->session, kind, QP_FIELDS_REST)));
    }
  if (kind == QP_KIND_RECEPTOR)
    page->light = QP_LIGHT_GROUP (append (page, qp_light_group_new (self->session)));
  if (qp_kind_may_contain (kind, QP_KIND_FACT))
    page->facts = QP_FACTS_GROUP (append (page, qp_facts_group_new (self->session)));
  gtk_stack_add_named (self->stack, page->box, qp_kind_info (kind)->element);
}

/* What is wrong with a screen */

static QpFindings *
findings_of_equipment (QpNode *node)
{
  g_autoptr (QpNodeList) list = qp_node_list_new (&node, 1);
  g_autoptr (QpNode) alone = qp_node_new (QP_KIND_CATALOGUE, QP_ID_NONE);
  QpFindings *findings = qp_findings_new ();
  qp_node_init_children (alone, list);
  qp_catalogue_check (alone, findings);
  return findings;
}

static QpFindings *
findings_of (QpInspector *self, QpNode *node)
{
  if (node != NULL && node->kind == QP_KIND_SCREEN)
    return qp_estimate_cache_findings (qp_project_session_estimates (self->session), node);
  if (node != NULL && node->kind >= QP_KIND_CABINET && node->kind <= QP_KIND_PRICE)
    return findings_of_equipment (node);
  return qp_findings_new ();
}

static void
show_findings (QpInspector *self, QpNode *node)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_list_box_remove (self->findings, row);
  g_autoptr (QpFindings) findings = findings_of (self, node);
  self->n_findings = qp_findings_count (findings, QP_SEVERITY_WARNING);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    if (qp_findings_get (findings, i)->severity > QP_SEVERITY_NOTE)
      gtk_list_box_append (self->findings, qp_finding_row_new (qp_findings_get (findings, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), self->n_findings > 0);
}

/* The head: what is selected, and where it is */

static char *
place_text (QpInspector *self, QpNode *node)
{
  QpDocument *document = qp_project_session_document (self->session);
  GString *out = g_string_new (qp_kind_label (node->kind));
  for (QpNode *parent = qp_document_parent (document, node->id); parent != NULL && parent->kind != QP_KIND_PROJECT;
       parent = qp_document_parent (document, parent->id))
    {
      g_autofree char *name = qp_node_display_name (parent);
      g_string_append_printf (out, " · %s", name);
    }
  return g_string_free (out, FALSE);
}

static void
show_head (QpInspector *self, GPtrArray *nodes)
{
  QpNode *first = nodes->pdata[0];
  g_autofree char *title = nodes->len == 1 ? qp_node_display_name (first)
                                           : g_strdup_printf (ngettext ("%u object", "%u objects", nodes->len),
                                                              nodes->len);
  g_autofree char *subtitle
      = nodes->len == 1 ? place_text (self, first) : g_strdup (_ ("Changes go to all of them"));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->up), first->kind != QP_KIND_PROJECT);
}

static void
show_page (QpInspector *self, Page *page, GPtrArray *nodes)
{
  QpNode *first = nodes->pdata[0];
  const gboolean one = nodes->len == 1;
  qp_field_page_show (page->fields, nodes);
  if (page->rest != NULL)
    qp_field_page_show (page->rest, nodes);
  if (page->results != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (page->results), one);
      if (one)
        qp_results_show (page->results, first);
    }
  if (page->verdicts != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (page->verdicts), one);
      if (one)
        qp_verdict_card_show (page->verdicts, self->session, first);
    }
  if (page->structure != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (page->structure), one);
      if (one)
        qp_structure_card_show (page->structure, first);
    }
  if (page->depth != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (page->depth), one);
      if (one)
        qp_depth_group_show (page->depth, first);
    }
  if (page->light != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (page->light), one);
      if (one)
        qp_light_group_show (page->light, first);
    }
  if (page->totals != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (page->totals), one);
      qp_totals_box_set_node (page->totals, first->id, _ ("Totals"));
    }
  if (page->facts != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (page->facts), one);
      qp_facts_group_show (page->facts, first);
    }
}

static GPtrArray *
shown_nodes (QpInspector *self)
{
  GPtrArray *nodes = qp_project_session_selected_nodes (self->session);
  if (nodes->len == 0)
    g_ptr_array_add (nodes, qp_project_session_root (self->session));
  return nodes;
}

static void
refresh (QpInspector *self)
{
  g_clear_handle_id (&self->pending, g_source_remove);
  g_autoptr (GPtrArray) nodes = shown_nodes (self);
  QpNode *first = nodes->pdata[0];
  if (self->pages[first->kind].box == NULL)
    make_page (self, first->kind);
  if (self->kind != first->kind)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->kind = first->kind;
  show_head (self, nodes);
  show_findings (self, nodes->len == 1 ? first : NULL);
  show_page (self, &self->pages[first->kind], nodes);
  gtk_stack_set_visible_child (self->stack, self->pages[first->kind].box);
}

static gboolean
on_pending (gpointer data)
{
  QpInspector *self = data;
  self->pending = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Fields and facts are much to make and to measure: a window that opens is painted once without them. */
static gboolean
on_first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QpInspector *self = QP_INSPECTOR (widget);
  if (self->kind == QP_KIND_NONE && self->pending == 0)
    self->pending = g_idle_add (on_pending, self);
  return G_SOURCE_REMOVE;
}

/* At most once a frame, and before it is painted. */
static void
queue_refresh (QpInspector *self)
{
  if (self->pending != 0 || self->kind == QP_KIND_NONE)
    return;
  if (qp_selection_length (qp_project_session_selection (self->session)) > NODES_LIVE)
    self->pending = g_timeout_add (SLOW_MS, on_pending, self);
  else
    self->pending = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_pending, self, NULL);
}

/* Fields of very many objects are much to make: in a turn of their own, before the next frame. */
static void
on_selection_changed (QpInspector *self)
{
  if (self->kind == QP_KIND_NONE)
    return;
  if (qp_selection_length (qp_project_session_selection (self->session)) <= NODES_LIVE)
    {
      refresh (self);
      return;
    }
  g_clear_handle_id (&self->pending, g_source_remove);
  self->pending = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_pending, self, NULL);
}

static void
on_up (QpInspector *self)
{
  QpNode *node = qp_project_session_selected_node (self->session);
  QpNode *parent = qp_document_parent (qp_project_session_document (self->session), node->id);
  QpSelection *selection = qp_project_session_selection (self->session);
  if (parent == NULL || parent->kind == QP_KIND_PROJECT)
    qp_selection_clear (selection);
  else
    qp_selection_set_one (selection, parent->id);
}

static void
qp_inspector_dispose (GObject *object)
{
  QpInspector *self = QP_INSPECTOR (object);
  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_inspector_parent_class)->dispose (object);
}

static void
qp_inspector_class_init (QpInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, QpInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, QpInspector, up);
  gtk_widget_class_bind_template_child (widget_class, QpInspector, title);
  gtk_widget_class_bind_template_child (widget_class, QpInspector, subtitle);
  gtk_widget_class_bind_template_child (widget_class, QpInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, QpInspector, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_up);
}

static void
qp_inspector_init (QpInspector *self)
{
  self->kind = QP_KIND_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
forget_pages (QpInspector *self)
{
  for (guint i = 0; i < QP_N_KINDS; i++)
    if (self->pages[i].box != NULL)
      gtk_stack_remove (self->stack, self->pages[i].box);
  memset (self->pages, 0, sizeof self->pages);
  self->kind = QP_KIND_NONE;
}

/**
 * qp_inspector_set_session:
 * @self: an inspector
 * @session: the session to show
 *
 * Shows what is selected in @session from now on.
 */
void
qp_inspector_set_session (QpInspector *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
      g_signal_handlers_disconnect_by_data (qp_project_session_estimates (self->session), self);
      g_signal_handlers_disconnect_by_data (qp_project_session_verdicts (self->session), self);
    }
  forget_pages (self);
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_verdicts (session), "updated", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_estimates (session), "updated", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_frame, NULL, NULL);
}

static const Page *
shown_page (QpInspector *self)
{
  if (self->kind == QP_KIND_NONE || self->pending != 0)
    refresh (self);
  return &self->pages[self->kind];
}

/**
 * qp_inspector_row:
 * @self: an inspector
 * @name: name of a field
 *
 * Returns: (transfer none) (nullable): its row among those shown
 */
QpFieldRow *
qp_inspector_row (QpInspector *self, const char *name)
{
  const Page *page = shown_page (self);
  QpFieldRow *row = qp_field_page_row (page->fields, name);
  return row != NULL || page->rest == NULL ? row : qp_field_page_row (page->rest, name);
}

/**
 * qp_inspector_n_rows:
 * @self: an inspector
 *
 * Returns: number of fields that can be seen or opened
 */
guint
qp_inspector_n_rows (QpInspector *self)
{
  const Page *page = shown_page (self);
  return qp_field_page_n_rows (page->fields) + (page->rest != NULL ? qp_field_page_n_rows (page->rest) : 0);
}

/**
 * qp_inspector_results:
 * @self: an inspector
 *
 * Returns: (transfer none) (nullable): the results shown; %NULL when no screen is selected
 */
QpResults *
qp_inspector_results (QpInspector *self)
{
  return shown_page (self)->results;
}

/**
 * qp_inspector_depth:
 * @self: an inspector
 *
 * Returns: (transfer none) (nullable): what is shown about depth; %NULL when no screen is selected
 */
QpDepthGroup *
qp_inspector_depth (QpInspector *self)
{
  return shown_page (self)->depth;
}

/**
 * qp_inspector_light:
 * @self: an inspector
 *
 * Returns: (transfer none) (nullable): what is shown about light; %NULL when neither a screen nor windows are selected
 */
QpLightGroup *
qp_inspector_light (QpInspector *self)
{
  return shown_page (self)->light;
}

/**
 * qp_inspector_structure:
 * @self: an inspector
 *
 * Returns: (transfer none) (nullable): the card of the structure; %NULL when no screen is selected
 */
GtkWidget *
qp_inspector_structure (QpInspector *self)
{
  return (GtkWidget *) shown_page (self)->structure;
}

/**
 * qp_inspector_n_findings:
 * @self: an inspector
 *
 * Returns: how many findings are shown above the fields
 */
guint
qp_inspector_n_findings (QpInspector *self)
{
  return self->n_findings;
}

/**
 * qp_inspector_focus:
 * @self: an inspector
 *
 * Moves the keyboard focus to the first field.
 */
void
qp_inspector_focus (QpInspector *self)
{
  gtk_widget_child_focus (GTK_WIDGET (shown_page (self)->fields), GTK_DIR_TAB_FORWARD);
}

/* what opens takes a moment until it can be focused */
static gboolean
on_opened (gpointer row)
{
  if (gtk_widget_get_root (row) != NULL && !gtk_widget_grab_focus (qp_field_row_editor (row)))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/**
 * qp_inspector_focus_field:
 * @self: an inspector
 * @name: name of a field
 *
 * Moves the keyboard focus to a field, and opens the group that it is in; to the first one when there is no such field.
 */
void
qp_inspector_focus_field (QpInspector *self, const char *name)
{
  if (self->pending != 0)
    refresh (self); /* what is selected may be of a moment ago */
  QpFieldRow *row = qp_inspector_row (self, name);
  if (row == NULL)
    {
      qp_inspector_focus (self);
      return;
    }
  for (GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row)); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (ADW_IS_EXPANDER_ROW (parent))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (parent), TRUE);
  g_timeout_add_full (G_PRIORITY_DEFAULT, OPENS_MS, on_opened, g_object_ref (row), g_object_unref);
}

/**
 * qp_inspector_verdicts:
 * @self: an inspector
 *
 * Returns: (transfer none) (nullable): the card of the verdicts; %NULL when no screen is selected
 */
GtkWidget *
qp_inspector_verdicts (QpInspector *self)
{
  return (GtkWidget *) shown_page (self)->verdicts;
}
