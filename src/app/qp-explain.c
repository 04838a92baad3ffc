/* qp-explain.c: the answer to "how was this computed?", in a popover
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-explain.h"

/* Where the lines of an input's name and origin break, so that the popover knows its height. */
#define NAME_WIDTH_CHARS 34

struct _QpExplain
{
  GtkWidget parent_instance;
  GtkWidget *back;
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *expression;
  GtkLabel *missing;
  GtkListBox *inputs;
  GtkLabel *validity;
  GtkLabel *source;
  QpProjectSession *session;
  QpId screen;
  GArray *trail; /* guint: quantities, the one shown last */
};

G_DEFINE_FINAL_TYPE (QpExplain, qp_explain, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *format, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  if (text == NULL)
    return;
  g_autofree char *whole = g_strdup_printf (format, text);
  gtk_label_set_label (label, whole);
}

static GtkWidget *
label_new (const char *text, float xalign, const char *css)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_WIDTH_CHARS);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
input_row_new (const QpExplainedInput *input)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (names), label_new (input->label, 0, NULL));
  GtkWidget *origin = label_new (input->origin, 0, "caption");
  gtk_widget_add_css_class (origin, "dim-label");
  gtk_box_append (GTK_BOX (names), origin);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (box), names);
  GtkWidget *value = label_new (input->value, 1, "numeric");
  gtk_label_set_wrap (GTK_LABEL (value), FALSE); /* a number stays in one piece */
  gtk_box_append (GTK_BOX (box), value);
  const gboolean deeper = input->key != NULL && qp_quantity_index (input->key) >= 0;
  if (deeper)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), deeper);
  g_object_set_data_full (G_OBJECT (row), "qp-key", g_strdup (input->key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, input->label, -1);
  return row;
}

static void
show_inputs (QpExplain *self, GPtrArray *inputs)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->inputs))) != NULL)
    gtk_list_box_remove (self->inputs, row);
  for (guint i = 0; i < inputs->len; i++)
    gtk_list_box_append (self->inputs, input_row_new (inputs->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->inputs), inputs->len > 0);
}

static void
show_told (QpExplain *self, const QpExplanation *told)
{
  gtk_label_set_label (self->title, told->label);
  gtk_label_set_label (self->value, told->value);
  set_text (self->expression, "%s", told->expression);
  set_text (self->missing, "%s", told->missing);
  set_text (self->validity, "%s", told->validity);
  set_text (self->source, _ ("Source: %s"), told->source);
  show_inputs (self, told->inputs);
  gtk_widget_set_visible (self->back, self->trail->len > 1);
}

static void
show_last (QpExplain *self)
{
  QpNode *screen = qp_document_find (qp_project_session_document (self->session), self->screen);
  if (screen == NULL)
    return;
  QpEngineContext context;
  qp_estimate_cache_context (qp_project_session_estimates (self->session), self->screen, &context);
  const guint quantity = g_array_index (self->trail, guint, self->trail->len - 1);
  g_autoptr (QpExplanation) told = qp_estimate_explain (quantity, (const QpScreen *) screen, &context);
  show_told (self, told);
}

static void
on_input_activated (GtkListBox *list, GtkListBoxRow *row, QpExplain *self)
{
  const char *key = g_object_get_data (G_OBJECT (row), "qp-key");
  if (key != NULL && qp_quantity_index (key) >= 0)
    qp_explain_show (self, (guint) qp_quantity_index (key));
}

static void
on_back (QpExplain *self)
{
  if (self->trail->len > 1)
    g_array_set_size (self->trail, self->trail->len - 1);
  show_last (self);
}

static void
qp_explain_dispose (GObject *object)
{
  QpExplain *self = QP_EXPLAIN (object);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_explain_parent_class)->dispose (object);
}

static void
qp_explain_finalize (GObject *object)
{
  g_array_unref (QP_EXPLAIN (object)->trail);
  G_OBJECT_CLASS (qp_explain_parent_class)->finalize (object);
}

static void
qp_explain_class_init (QpExplainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_explain_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_explain_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-explain.ui");
  gtk_widget_class_bind_template_child (widget_class, QpExplain, back);
  gtk_widget_class_bind_template_child (widget_class, QpExplain, title);
  gtk_widget_class_bind_template_child (widget_class, QpExplain, value);
  gtk_widget_class_bind_template_child (widget_class, QpExplain, expression);
  gtk_widget_class_bind_template_child (widget_class, QpExplain, missing);
  gtk_widget_class_bind_template_child (widget_class, QpExplain, inputs);
  gtk_widget_class_bind_template_child (widget_class, QpExplain, validity);
  gtk_widget_class_bind_template_child (widget_class, QpExplain, source);
  gtk_widget_class_bind_template_callback (widget_class, on_input_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
qp_explain_init (QpExplain *self)
{
  self->trail = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qp_explain_new:
 * @session: the session
 * @screen: id of a screen
 *
 * Returns: (transfer floating): an explanation of nothing yet
 */
GtkWidget *
qp_explain_new (QpProjectSession *session, QpId screen)
{
  QpExplain *self = g_object_new (QP_TYPE_EXPLAIN, NULL);
  self->session = g_object_ref (session);
  self->screen = screen;
  return GTK_WIDGET (self);
}

/**
 * qp_explain_show:
 * @self: an explanation
 * @quantity: index of a quantity
 *
 * Explains this quantity; the one shown before can be gone back to.
 */
void
qp_explain_show (QpExplain *self, guint quantity)
{
  g_array_append_val (self->trail, quantity);
  show_last (self);
}

static void
unparent_later (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
}

static void
on_closed (GtkPopover *popover)
{
  g_idle_add_once (unparent_later, g_object_ref (popover));
}

static void
pop_up (GtkWidget *parent, GtkWidget *button, GtkWidget *explain)
{
  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), explain);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_LEFT);
  gtk_widget_set_parent (popover, parent);
  graphene_rect_t bounds;
  if (gtk_widget_compute_bounds (button, parent, &bounds))
    {
      const GdkRectangle place = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                   (int) bounds.size.height };
      gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
    }
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * qp_explain_popup:
 * @parent: widget that the popover belongs to; it must let go of its children when it is disposed of
 * @button: the button in @parent that was pressed
 * @session: the session
 * @screen: id of a screen
 * @quantity: index of a quantity
 *
 * Explains a result in a popover beside @button.
 */
void
qp_explain_popup (GtkWidget *parent, GtkWidget *button, QpProjectSession *session, QpId screen, guint quantity)
{
  GtkWidget *explain = qp_explain_new (session, screen);
  qp_explain_show (QP_EXPLAIN (explain), quantity);
  pop_up (parent, button, explain);
}

/**
 * qp_explain_popup_told:
 * @parent: widget that the popover belongs to; it must let go of its children when it is disposed of
 * @button: the button in @parent that was pressed
 * @told: how something was computed
 *
 * Explains what is no result of a screen in a popover beside @button.
 */
void
qp_explain_popup_told (GtkWidget *parent, GtkWidget *button, const QpExplanation *told)
{
  QpExplain *explain = g_object_new (QP_TYPE_EXPLAIN, NULL);
  show_told (explain, told);
  pop_up (parent, button, GTK_WIDGET (explain));
}
