/* qp-rules-page.c: the verdicts of all screens, or of one, as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-rules-page.h"

#include "app/qp-rules-columns.h"
#include "app/qp-table.h"
#include "app/qp-tree-item.h"
#include "base/qp-number.h"


struct _QpRulesPage
{
  QpFiguresPage parent_instance;
  GtkDropDown *scope;
  GtkDropDown *sets;
  GtkSearchEntry *search;
  GtkSpinner *spinner;
  GtkWidget *outcomes;
  GtkToggleButton *toggles[QP_N_RULE_OUTCOMES];
  GtkExpander *conflicts;
  GtkBox *conflict_list;
  GtkStack *stack;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  QpVerdictModel *model;
  QpProjectSession *session; /* the one that is shown, for the columns; not held */
  QpRuleBook *book;          /* whose sets can be chosen; not held, only compared */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (QpRulesPage, qp_rules_page, QP_TYPE_FIGURES_PAGE)

/* the order of the counts: what needs hands first */
static const QpRuleOutcome outcome_order[]
    = { QP_RULE_FAILS, QP_RULE_NOT_KNOWN, QP_RULE_MEETS, QP_RULE_ASIDE, QP_RULE_TOLD };

/* --- conflicts --- */

static GtkWidget *
line_new (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
case_new (const QpConflictCase *it)
{
  static const QpMark marks[QP_N_CONFLICT_STATES] = { QP_MARK_WARNING, QP_MARK_UNKNOWN, QP_MARK_FINE };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (qp_mark_icon (marks[it->state]));
  g_autofree char *title = g_strdup_printf ("%s: %s", qp_conflict_name (it->conflict), qp_conflict_state_label (it->state));
  g_autofree char *sides = g_strdup_printf ("%s\n%s", it->first, it->second);
  g_autofree char *way_out = g_strdup_printf ("→ %s", it->way_out);

  gtk_widget_add_css_class (icon, qp_mark_css (marks[it->state]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, qp_conflict_state_label (it->state), -1);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), line_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), line_new (sides, "dim-label"));
  gtk_box_append (GTK_BOX (box), line_new (way_out, NULL));
  return box;
}

static void
show_conflicts (QpRulesPage *self, QpNode *screen)
{
  g_autoptr (GPtrArray) cases = qp_verdicts_conflicts (qp_project_session_verdicts (self->session), screen);
  g_autofree char *name = qp_node_display_name (screen);
  guint n_open = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conflict_list))) != NULL)
    gtk_box_remove (self->conflict_list, child);
  for (guint i = 0; i < cases->len; i++)
    {
      const QpConflictCase *it = g_ptr_array_index (cases, i);
      n_open += it->state == QP_CONFLICT_OPEN;
      gtk_box_append (self->conflict_list, case_new (it));
    }
  g_autofree char *title
      = g_strdup_printf (_ ("Demands that collide on “%s”: %u, open: %u"), name, cases->len, n_open);
  gtk_expander_set_label (self->conflicts, title);
  gtk_label_set_wrap (GTK_LABEL (gtk_expander_get_label_widget (self->conflicts)), TRUE); /* it may hold a long name */
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts), cases->len > 0);
}

/* --- what is shown --- */

static void
fill_sets (QpRulesPage *self, QpRuleBook *book)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (self->book == book)
    return;
  self->book = book;
  gtk_string_list_append (titles, _ ("All sets"));
  for (guint i = 0; i < book->sets->len; i++)
    gtk_string_list_append (titles, qp_rules_title (g_ptr_array_index (book->sets, i)));
  gtk_drop_down_set_model (self->sets, G_LIST_MODEL (titles));
}

static gboolean
is_only_one (QpRulesPage *self)
{
  return gtk_drop_down_get_selected (self->scope) == 1;
}

static void
read_filter (QpRulesPage *self, QpVerdictFilter *filter)
{
  QpNode *screen = qp_figures_page_screen (QP_FIGURES_PAGE (self));

  *filter = (QpVerdictFilter){
    .set = (int) gtk_drop_down_get_selected (self->sets) - 1,
    .only = is_only_one (self) && screen != NULL ? screen->id : QP_ID_NONE,
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .order = QP_ORDER_OUTCOME,
  };
  for (guint i = 0; i < QP_N_RULE_OUTCOMES; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      filter->outcomes |= 1u << i;
  qp_rules_columns_order (self->table, &filter->order, &filter->descending);
}

static void
show_counts (QpRulesPage *self)
{
  const guint *counts = qp_verdict_model_counts (self->model);

  for (guint i = 0; i < QP_N_RULE_OUTCOMES; i++)
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->toggles[i]));
      g_autofree char *number = qp_number_display (counts[i], 0);
      /* Translators: how many verdicts, and which: "12 fails" */
      g_autofree char *text = g_strdup_printf (_ ("%s %s"), number, qp_rule_outcome_label (i));
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
    }
}

static void
restore_selection (QpRulesPage *self, QpVerdictRow *row)
{
  const guint position
      = row == NULL ? G_MAXUINT : qp_verdict_model_find (self->model, qp_verdict_row_screen (row), qp_verdict_row_rule (row));

  gtk_single_selection_set_selected (self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
}

static void
show_rows (QpRulesPage *self)
{
  QpVerdictRow *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (QpVerdictRow) row = selected != NULL ? g_object_ref (selected) : NULL;
  QpVerdictFilter filter;

  read_filter (self, &filter);
  qp_verdict_model_fill (self->model, self->session, &filter);
  qp_table_refresh (self->table);
  restore_selection (self, row);
  show_counts (self);
  const gboolean busy = qp_verdict_model_n_waiting (self->model) > 0;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 || busy ? "table" : "empty");
}

static void
on_verdicts_updated (QpRulesPage *self)
{
  qp_figures_page_queue_refresh (QP_FIGURES_PAGE (self));
}

static void
follow (QpRulesPage *self, QpProjectSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (qp_project_session_verdicts (self->session), self);
  if (self->session != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->session), (gpointer *) &self->session);
  self->session = session;
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &self->session);
  g_signal_connect_object (qp_project_session_verdicts (session), "updated", G_CALLBACK (on_verdicts_updated), self, G_CONNECT_SWAPPED);
}

static void
qp_rules_page_refresh (QpFiguresPage *page)
{
  QpRulesPage *self = QP_RULES_PAGE (page);
  QpNode *screen = qp_figures_page_screen (page);

  follow (self, qp_figures_page_session (page));
  if (screen == NULL)
    return;
  self->filling = TRUE;
  fill_sets (self, qp_verdicts_book (qp_project_session_verdicts (self->session)));
  self->filling = FALSE;
  show_rows (self);
  show_conflicts (self, screen);
}

static void
on_filter_changed (QpRulesPage *self)
{
  if (!self->filling && self->session != NULL)
    show_rows (self);
}

/* --- what one can do --- */

/* the field of the screen that a rule looks at; NULL: none */
static const char *
field_of (const QpRule *rule)
{
  static const struct
  {
    const char *quantity;
    const char *field;
  } fields[] = {
    { "raster_px", "columns" },          { "raster_aspect", "rows" },      { "px_w", "columns" },
    { "px_h", "rows" },                  { "surface_form", "shape" },      { "mount", "mount" },
    { "project_kind", "project_kind" },  { "hours", "on_time" },           { "bottom_m", "bottom_height_m" },
    { "luminance_cdm2", "luminance_day_cdm2" }, { "luminance_night_cdm2", "luminance_night_cdm2" },
    { "dimming", "luminance_night_cdm2" }, { "audio", "content" },         { "hdr", "content" },
    { "codec", "content" },              { "public_service_percent", "content" }, { "frame_rate_hz", "content" },
    { "area_m2", "columns" },            { "height_m", "rows" },           { "spacing_m", "x_m" },
    { "facing_home_m", "facing_deg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (rule->quantity, fields[i].quantity) == 0)
      return fields[i].field;
  return "cabinet";
}

/**
 * qp_rules_page_activate:
 * @self: a page
 * @position: a row
 *
 * Goes to the screen on its plan, and to the field that the rule looks at in the inspector.
 */
void
qp_rules_page_activate (QpRulesPage *self, guint position)
{
  g_autoptr (QpVerdictRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row == NULL || self->session == NULL)
    return;
  const QpRule *rule = qp_rule_book_rule (self->book, qp_verdict_row_rule (row));
  qp_selection_set_one (qp_project_session_selection (self->session), qp_verdict_row_screen (row));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-field", "s", field_of (rule));
}

static void
on_activate (QpRulesPage *self, guint position)
{
  qp_rules_page_activate (self, position);
}

/**
 * qp_rules_page_to_tsv:
 * @self: a page
 *
 * Returns: (transfer full): the rows that are shown, with a head, columns parted by tabs
 */
char *
qp_rules_page_to_tsv (QpRulesPage *self)
{
  return qp_table_to_tsv (self->table, G_LIST_MODEL (self->model));
}

static void
on_copy (QpRulesPage *self)
{
  if (self->session == NULL)
    return;
  g_autofree char *text = qp_rules_page_to_tsv (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Verdicts copied as a table"));
}

/* --- the object --- */

static const char *
icon_for (QpRuleOutcome outcome)
{
  static const char *const icons[QP_N_RULE_OUTCOMES] = {
    [QP_RULE_MEETS] = "qp-mark-fine-symbolic",    [QP_RULE_FAILS] = "qp-mark-error-symbolic",
    [QP_RULE_NOT_KNOWN] = "qp-mark-unknown-symbolic", [QP_RULE_ASIDE] = "list-remove-symbolic",
    [QP_RULE_TOLD] = "dialog-information-symbolic",
  };

  return icons[outcome];
}

static void
add_toggle (QpRulesPage *self, QpRuleOutcome outcome)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_for (outcome)));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_set_tooltip_text (toggle, _ ("Show or hide these verdicts"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), outcome != QP_RULE_ASIDE && outcome != QP_RULE_TOLD);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), toggle);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (self->outcomes), child);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_filter_changed), self);
  self->toggles[outcome] = GTK_TOGGLE_BUTTON (toggle);
}

static void
qp_rules_page_dispose (GObject *object)
{
  QpRulesPage *self = QP_RULES_PAGE (object);

  self->filling = TRUE; /* what goes away tells of changes */
  if (self->session != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->session), (gpointer *) &self->session);
  self->session = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (qp_rules_page_parent_class)->dispose (object);
}

static void
qp_rules_page_class_init (QpRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_rules_page_dispose;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_rules_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, scope);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, sets);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, search);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, conflicts);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, conflict_list);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QpRulesPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
qp_rules_page_init (QpRulesPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (outcome_order); i++)
    add_toggle (self, outcome_order[i]);
  qp_rules_columns_add (self->table, &self->session);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  self->model = qp_verdict_model_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  self->filling = FALSE;
}

/**
 * qp_rules_page_model:
 * @self: a page
 *
 * Returns: (transfer none): the rows that are shown
 */
QpVerdictModel *
qp_rules_page_model (QpRulesPage *self)
{
  return self->model;
}

/**
 * qp_rules_page_show_screen:
 * @self: a page
 * @only: whether only the screen that was selected last is shown, and not all
 * @outcome: the only #QpRuleOutcome that is shown; −1: all that were judged
 *
 * Sets the filter.
 */
void
qp_rules_page_show_screen (QpRulesPage *self, gboolean only, int outcome)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->scope, only ? 1 : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  for (int i = 0; i < QP_N_RULE_OUTCOMES; i++)
    gtk_toggle_button_set_active (self->toggles[i], outcome < 0 ? i != QP_RULE_ASIDE && i != QP_RULE_TOLD : i == outcome);
  self->filling = FALSE;
  on_filter_changed (self);
}

/**
 * qp_rules_page_search:
 * @self: a page
 * @text: what is typed
 *
 * Does what typing into the search entry does, at once.
 */
void
qp_rules_page_search (QpRulesPage *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  on_filter_changed (self);
}
