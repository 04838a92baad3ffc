/* qp-compare-page.c: the project and its alternatives side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compare-page.h"

#include "app/qp-cost-sums.h"
#include "app/qp-money-job.h"
#include "app/qp-view-style.h"
#include "base/qp-money.h"
#include "base/qp-number.h"
#include "interact/qp-cost-edits.h"
#include "render/qp-paint-cost.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

/* Beside the project: more columns nobody compares. All are in the chart. */
#define MOST_COLUMNS 4

struct _QpComparePage
{
  QpFiguresPage parent_instance;
  GtkLabel *sentence;
  GtkSpinner *spinner;
  GtkListBox *list;
  GtkGrid *grid;
  GtkDrawingArea *chart;
  QpMoney *money;  /* NULL until there is one */
  QpMoneyJob *job; /* NULL while nothing is made */
};

G_DEFINE_FINAL_TYPE (QpComparePage, qp_compare_page, QP_TYPE_FIGURES_PAGE)

static QpProjectSession *
session_of (QpComparePage *self)
{
  return qp_figures_page_session (QP_FIGURES_PAGE (self));
}

static const QpVariant *
variant_at (QpComparePage *self, guint i)
{
  return self->money == NULL || i >= self->money->variants->len ? NULL : g_ptr_array_index (self->money->variants, i);
}

/* --- alternatives --- */

/* the alternative as it is in the document now */
static QpNode *
alternative_at (QpComparePage *self, guint alternative)
{
  const QpVariant *variant = variant_at (self, alternative + 1);

  return variant == NULL ? NULL : qp_document_find (qp_project_session_document (session_of (self)), variant->alternative->id);
}

/**
 * qp_compare_page_apply:
 * @self: a page
 * @alternative: which one, from 0
 *
 * Makes the project what the alternative is, in one step that can be undone.
 *
 * Returns: whether something was changed
 */
gboolean
qp_compare_page_apply (QpComparePage *self, guint alternative)
{
  const QpNode *node = alternative_at (self, alternative);
  g_autoptr (GPtrArray) edits = node == NULL ? NULL : qp_alternative_edits_apply (qp_project_session_root (session_of (self)), node);

  return edits != NULL && edits->len > 0 && qp_project_session_run (session_of (self), _ ("Apply an alternative"), NULL, edits, NULL);
}

/**
 * qp_compare_page_delete:
 * @self: a page
 * @alternative: which one, from 0
 *
 * Deletes the alternative, in one step that can be undone.
 *
 * Returns: whether it was deleted
 */
gboolean
qp_compare_page_delete (QpComparePage *self, guint alternative)
{
  const QpNode *node = alternative_at (self, alternative);
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  if (node == NULL)
    return FALSE;
  g_ptr_array_add (edits, qp_edit_remove (node->id));
  return qp_project_session_run (session_of (self), _ ("Delete an alternative"), NULL, edits, NULL);
}

static guint
index_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, "qp-alternative"));
}

static void
on_rename (AdwEntryRow *row, QpComparePage *self)
{
  const QpNode *node = alternative_at (self, index_of (row));
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_auto (QpValue) name = qp_value_text (gtk_editable_get_text (GTK_EDITABLE (row)));

  if (node == NULL)
    return;
  g_ptr_array_add (edits, qp_edit_set (node->id, qp_kind_field (QP_KIND_ALTERNATIVE, "name"), &name));
  qp_project_session_run (session_of (self), _ ("Rename an alternative"), NULL, edits, NULL);
}

static void
on_apply (GtkButton *button, QpComparePage *self)
{
  if (!qp_compare_page_apply (self, index_of (button)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("The project is like this alternative already"));
}

static void
on_delete (GtkButton *button, QpComparePage *self)
{
  qp_compare_page_delete (self, index_of (button));
}

static void
add_button (GtkWidget *row, const char *icon, const char *tooltip, GCallback clicked, guint i, QpComparePage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data (G_OBJECT (button), "qp-alternative", GUINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", clicked, self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static void
add_alternative (QpComparePage *self, guint i)
{
  const QpVariant *variant = variant_at (self, i + 1);
  const guint n = qp_node_list_length (variant->alternative->children);
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *name = qp_variant_name (variant);
  g_autofree char *title = g_strdup_printf (ngettext ("Alternative, %u field differs", "Alternative, %u fields differ", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "qp-alternative", GUINT_TO_POINTER (i));
  g_signal_connect (row, "apply", G_CALLBACK (on_rename), self);
  add_button (row, "emblem-ok-symbolic", _ ("Make the project like this alternative"), G_CALLBACK (on_apply), i, self);
  add_button (row, "user-trash-symbolic", _ ("Delete this alternative"), G_CALLBACK (on_delete), i, self);
  gtk_list_box_append (self->list, row);
}

static void
show_list (QpComparePage *self)
{
  const guint n = self->money->variants->len - 1;

  qp_sum_list_clear (self->list);
  for (guint i = 0; i < n; i++)
    add_alternative (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

/* --- side by side --- */

static gboolean
is_money (QpVariantFigure figure)
{
  return figure >= QP_VARIANT_FIRST && figure <= QP_VARIANT_ANNUITY;
}

static char *
figure_title (QpComparePage *self, QpVariantFigure figure)
{
  /* Translators: what a number is, and its currency */
  return is_money (figure) ? g_strdup_printf (C_ ("figure", "%s, %s"), qp_variant_figure_label (figure), qp_money_currency (self->money))
                           : g_strdup (qp_variant_figure_label (figure));
}

static char *
number_text (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : qp_number_display (value, fabs (value) < 1000 && value != floor (value) ? 1 : 0);
}

/* "+1 200" against the project as it stands; NULL: not known, or it is that */
static char *
difference_text (QpComparePage *self, guint i, QpVariantFigure figure)
{
  const double difference = i == 0 ? NAN : qp_variant_get (variant_at (self, i), figure) - qp_variant_get (variant_at (self, 0), figure);

  if (isnan (difference))
    return NULL;
  if (difference == 0)
    return g_strdup ("±0");
  g_autofree char *number = number_text (fabs (difference));
  return g_strdup_printf ("%s%s", difference < 0 ? "−" : "+", number);
}

static GtkWidget *
label_new (const char *text, float xalign, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
add_cell (QpComparePage *self, guint i, QpVariantFigure figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *value = number_text (qp_variant_get (variant_at (self, i), figure)), *difference = difference_text (self, i, figure);

  gtk_box_append (GTK_BOX (box), label_new (value, 1, NULL));
  if (difference != NULL)
    {
      GtkWidget *label = label_new (difference, 1, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_grid_attach (self->grid, box, (int) i + 1, (int) figure + 1, 1, 1);
}

static guint
columns_of (QpComparePage *self)
{
  return MIN (self->money->variants->len, MOST_COLUMNS);
}

static void
show_grid (QpComparePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < columns_of (self); i++)
    {
      g_autofree char *name = qp_variant_name (variant_at (self, i));
      gtk_grid_attach (self->grid, label_new (name, 1, "heading"), (int) i + 1, 0, 1, 1);
    }
  for (guint figure = 0; figure < QP_N_VARIANT_FIGURES; figure++)
    {
      g_autofree char *title = figure_title (self, figure);
      GtkWidget *label = label_new (title, 0, NULL);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_grid_attach (self->grid, label, 0, (int) figure + 1, 1, 1);
      for (guint i = 0; i < columns_of (self); i++)
        add_cell (self, i, figure);
    }
}

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpComparePage *self = data;
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (area));
  if (self->money != NULL)
    qp_paint_variants_chart (cr, 0, 0, width, self->money->variants, qp_money_currency (self->money), &style);
}

static void
show_chart (QpComparePage *self)
{
  QpPlanStyle style;
  g_autofree char *words = qp_variants_chart_words (self->money->variants, qp_money_currency (self->money));
  const gboolean several = self->money->variants->len > 1;

  qp_view_style_init (&style, GTK_WIDGET (self->chart));
  gtk_widget_set_visible (GTK_WIDGET (self->chart), several);
  gtk_drawing_area_set_content_height (self->chart, (int) ceil (qp_variants_chart_height (self->money->variants, &style)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
}

/* --- the page --- */

static void
take (QpMoney *money, gpointer data)
{
  QpComparePage *self = data;
  g_autoptr (QpMoney) old = self->money;
  const guint n = money->variants->len - 1;

  self->job = NULL;
  self->money = money;
  gtk_spinner_stop (self->spinner);
  g_autofree char *sentence = n == 0 ? g_strdup (_ ("There is no alternative yet."))
                                     : g_strdup_printf (ngettext ("The project and %u alternative", "The project and %u alternatives", n), n);
  gtk_label_set_label (self->sentence, sentence);
  show_list (self);
  show_grid (self);
  show_chart (self);
}

static void
qp_compare_page_leave (QpFiguresPage *page)
{
  qp_money_job_cancel (g_steal_pointer (&QP_COMPARE_PAGE (page)->job));
}

static void
qp_compare_page_refresh (QpFiguresPage *page)
{
  QpComparePage *self = QP_COMPARE_PAGE (page);

  qp_compare_page_leave (page);
  if (qp_money_is_current (self->money, session_of (self)))
    return; /* only another screen is selected */
  gtk_spinner_start (self->spinner);
  self->job = qp_money_job_start (session_of (self), QP_MONEY_VARIANTS, 1, take, self);
}

/**
 * qp_compare_page_is_busy:
 * @self: a page
 *
 * Returns: whether variants are being calculated
 */
gboolean
qp_compare_page_is_busy (QpComparePage *self)
{
  return self->job != NULL || qp_figures_page_is_waiting (QP_FIGURES_PAGE (self));
}

/**
 * qp_compare_page_n_variants:
 * @self: a page
 *
 * Returns: how many variants are shown, the project as it stands included
 */
guint
qp_compare_page_n_variants (QpComparePage *self)
{
  return self->money == NULL ? 0 : self->money->variants->len;
}

/**
 * qp_compare_page_to_tsv:
 * @self: a page
 *
 * Returns: (transfer full): the comparison with a head, columns parted by tabs
 */
char *
qp_compare_page_to_tsv (QpComparePage *self)
{
  GString *out = g_string_new (_ ("Figure"));
  const guint n = qp_compare_page_n_variants (self);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = qp_variant_name (variant_at (self, i));
      g_string_append_printf (out, "\t%s", g_strdelimit (name, "\t\n", ' '));
    }
  g_string_append_c (out, '\n');
  for (guint figure = 0; figure < QP_N_VARIANT_FIGURES && n > 0; figure++)
    {
      g_autofree char *title = figure_title (self, figure);
      g_string_append (out, title);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *value = number_text (qp_variant_get (variant_at (self, i), figure));
          g_string_append_printf (out, "\t%s", value);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
on_copy (QpComparePage *self)
{
  g_autofree char *text = qp_compare_page_to_tsv (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Comparison copied as a table"));
}

/* --- the object --- */

static void
qp_compare_page_finalize (GObject *object)
{
  qp_money_free (QP_COMPARE_PAGE (object)->money);
  G_OBJECT_CLASS (qp_compare_page_parent_class)->finalize (object);
}

static void
qp_compare_page_class_init (QpComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qp_compare_page_finalize;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_compare_page_refresh;
  QP_FIGURES_PAGE_CLASS (klass)->leave = qp_compare_page_leave;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QpComparePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, QpComparePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, QpComparePage, list);
  gtk_widget_class_bind_template_child (widget_class, QpComparePage, grid);
  gtk_widget_class_bind_template_child (widget_class, QpComparePage, chart);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
qp_compare_page_init (QpComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->chart, draw_chart, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->chart));
}
