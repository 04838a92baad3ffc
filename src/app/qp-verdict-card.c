/* qp-verdict-card.c: how the selected screen stands to the rules, in four numbers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-verdict-card.h"

/* what the card tells, in this order; the last one is no outcome of a rule but the conflicts that are open */
enum
{
  PART_FAILS,
  PART_NOT_KNOWN,
  PART_MEETS,
  PART_CONFLICTS,
  N_PARTS,
};

struct _QpVerdictCard
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *buttons[N_PARTS];
  GtkLabel *labels[N_PARTS];
};

G_DEFINE_FINAL_TYPE (QpVerdictCard, qp_verdict_card, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *css;
  const char *page; /* what the table is filtered by */
} parts[N_PARTS] = {
  [PART_FAILS] = { "qp-mark-error-symbolic", "error", "fails" },
  [PART_NOT_KNOWN] = { "qp-mark-unknown-symbolic", "dim-label", "not-known" },
  [PART_MEETS] = { "qp-mark-fine-symbolic", "success", "meets" },
  [PART_CONFLICTS] = { "qp-mark-warning-symbolic", "warning", "all" },
};

static GtkWidget *
part_new (QpVerdictCard *self, guint part)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (parts[part].icon);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (icon, parts[part].css);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Show these verdicts of the screen"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-verdicts");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", parts[part].page);
  self->buttons[part] = button;
  self->labels[part] = GTK_LABEL (label);
  return button;
}

static void
qp_verdict_card_dispose (GObject *object)
{
  g_clear_pointer (&QP_VERDICT_CARD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_verdict_card_parent_class)->dispose (object);
}

static void
qp_verdict_card_class_init (QpVerdictCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_verdict_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_verdict_card_init (QpVerdictCard *self)
{
  GtkWidget *title = gtk_label_new (_ ("Rules"));
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_widget_add_css_class (flow, "qp-cards");
  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), part_new (self, i));
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
    }
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), flow);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * qp_verdict_card_new:
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
qp_verdict_card_new (void)
{
  return g_object_new (QP_TYPE_VERDICT_CARD, NULL);
}

static void
show_part (QpVerdictCard *self, guint part, char *text)
{
  gtk_label_set_label (self->labels[part], text);
  g_free (text);
}

/**
 * qp_verdict_card_show:
 * @self: a card
 * @session: the session
 * @screen: a screen of its document
 *
 * Shows what is known of @screen by now; hidden until it was judged.
 */
void
qp_verdict_card_show (QpVerdictCard *self, QpProjectSession *session, QpNode *screen)
{
  QpVerdictSummary it;
  const gboolean judged = qp_verdicts_summary (qp_project_session_verdicts (session), screen->id, &it);

  gtk_widget_set_visible (GTK_WIDGET (self), judged);
  if (!judged)
    return;
  show_part (self, PART_FAILS, g_strdup_printf (ngettext ("%u fails", "%u fail", it.n[QP_RULE_FAILS]), it.n[QP_RULE_FAILS]));
  show_part (self, PART_NOT_KNOWN, g_strdup_printf (_ ("%u not known"), it.n[QP_RULE_NOT_KNOWN]));
  show_part (self, PART_MEETS, g_strdup_printf (ngettext ("%u meets", "%u meet", it.n[QP_RULE_MEETS]), it.n[QP_RULE_MEETS]));
  show_part (self, PART_CONFLICTS, g_strdup_printf (ngettext ("%u conflict", "%u conflicts", it.n_open), it.n_open));
  gtk_widget_set_visible (gtk_widget_get_parent (self->buttons[PART_CONFLICTS]), it.n_open > 0);
}
