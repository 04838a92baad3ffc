/* qp-look-row.c: what is seen of one screen: grade, share, and figures that unfold
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-look-row.h"

#include "app/qp-explain.h"
#include "app/qp-value-row.h"
#include "base/qp-number.h"
#include "engine/qp-look-lines.h"

#define MOST_LINES 8

/* One figure: a row with its value and question. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *question;
} Figure;

struct _QpLookRow
{
  AdwExpanderRow parent_instance;
  GtkWidget *popover_parent;
  GtkImage *icon;
  GtkLabel *word;
  GtkWidget *chip;
  GtkLabel *share;
  Figure figures[MOST_LINES];
  guint n_figures;
  GPtrArray *lines; /* QpLookLine of the figures */
};

G_DEFINE_FINAL_TYPE (QpLookRow, qp_look_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *icon;
  const char *css;
} chips[QP_LOOK_GRADES] = {
  [QP_LOOK_BEHIND] = { "qp-mark-unknown-symbolic", "dim-label" },
  [QP_LOOK_BLOCKED] = { "qp-mark-error-symbolic", "error" },
  [QP_LOOK_SEEN] = { "qp-mark-warning-symbolic", "warning" },
  [QP_LOOK_NOTICED] = { "qp-probe-symbolic", "accent" },
  [QP_LOOK_READABLE] = { "qp-mark-fine-symbolic", "success" },
  [QP_LOOK_PIXEL_FREE] = { "qp-mark-fine-symbolic", "success" },
};

static void
on_explain (GtkWidget *button, QpLookRow *self)
{
  for (guint i = 0; i < self->n_figures && self->lines != NULL && i < self->lines->len; i++)
    if (self->figures[i].question == button)
      qp_explain_popup_told (self->popover_parent, button, ((const QpLookLine *) self->lines->pdata[i])->explanation);
}

static void
add_figure (QpLookRow *self)
{
  Figure *figure = &self->figures[self->n_figures++];

  figure->row = qp_value_row_new ("", NULL, "");
  figure->question = qp_value_row_ask (QP_VALUE_ROW (figure->row), G_CALLBACK (on_explain), self);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (figure->row), 3);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), figure->row);
}

static void
show_figure (const Figure *figure, const QpLookLine *line)
{
  qp_value_row_show (QP_VALUE_ROW (figure->row), line->label, line->detail, line->value);
  gtk_widget_set_visible (figure->row, TRUE);
}

static void
show_chip (QpLookRow *self, QpLookGrade grade)
{
  const char *css[] = { "qp-chip", chips[grade].css, NULL };

  gtk_widget_set_css_classes (self->chip, css);
  gtk_image_set_from_icon_name (self->icon, chips[grade].icon);
  gtk_label_set_label (self->word, qp_look_grade_name (grade));
}

/**
 * qp_look_row_show:
 * @self: a row
 * @look: what is seen of a screen
 * @eye: from where
 *
 * Shows it.
 */
void
qp_look_row_show (QpLookRow *self, const QpViewLook *look, QpVec3 eye)
{
  g_autofree char *name = qp_node_display_name ((const QpNode *) look->screen.screen);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *sentence = qp_look_sentence (&look->screen, &look->look);
  g_autofree char *subtitle = g_markup_escape_text (sentence, -1);
  g_autofree char *percent = qp_number_display (100 * look->look.share, 0);
  g_autofree char *share = g_strdup_printf ("%s %%", percent);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_label_set_label (self->share, share);
  show_chip (self, look->look.grade);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = qp_look_lines (&look->screen, &look->look, eye);
  while (self->n_figures < MIN (self->lines->len, MOST_LINES))
    add_figure (self);
  for (guint i = 0; i < self->n_figures; i++)
    if (i < self->lines->len)
      show_figure (&self->figures[i], self->lines->pdata[i]);
    else
      gtk_widget_set_visible (self->figures[i].row, FALSE);
}

static void
qp_look_row_finalize (GObject *object)
{
  g_clear_pointer (&QP_LOOK_ROW (object)->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (qp_look_row_parent_class)->finalize (object);
}

static void
qp_look_row_class_init (QpLookRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_look_row_finalize;
}

static void
qp_look_row_init (QpLookRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->word = GTK_LABEL (gtk_label_new (NULL));
  self->share = GTK_LABEL (gtk_label_new (NULL));
  gtk_image_set_pixel_size (self->icon, 12);
  gtk_box_append (GTK_BOX (self->chip), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->chip), GTK_WIDGET (self->word));
  gtk_widget_add_css_class (GTK_WIDGET (self->share), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->share), "heading");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->share), _ ("Share of the face that is seen"));
  gtk_widget_set_halign (GTK_WIDGET (self->share), GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->share));
  gtk_box_append (GTK_BOX (box), self->chip);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), box);
}

/**
 * qp_look_row_new:
 * @popover_parent: widget that answers belong to; it must let go of its children when it is disposed of
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
qp_look_row_new (GtkWidget *popover_parent)
{
  QpLookRow *self = g_object_new (QP_TYPE_LOOK_ROW, NULL);

  self->popover_parent = popover_parent;
  return GTK_WIDGET (self);
}
