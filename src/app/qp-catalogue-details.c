/* qp-catalogue-details.c: all that is known of a cabinet, or of several side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-catalogue-details.h"
#include "app/qp-field-text.h"
#include "interact/qp-rebuild.h"

#include <math.h>

/* what the selected screen would become */
static const char *const results[] = { "columns", "rows", "width_m", "height_m", "px_w", "px_h", "uhd_class", "pitch_mm", "area_m2",
                                       "power_max_w", "weight_kg", "capex_low", "capex_high" };

/**
 * qp_catalogue_rebuilt:
 * @session: a session
 * @screen: one of its screens
 * @cabinet: another cabinet
 * @keep_grid: whether columns and rows stay; otherwise the size stays as near as it can without being exceeded
 *
 * Returns: (transfer full): the screen made of the other cabinet
 */
QpNode *
qp_catalogue_rebuilt (QpProjectSession *session, QpNode *screen, const QpCabinet *cabinet, gboolean keep_grid)
{
  const QpEstimate *now = qp_estimate_cache_get (qp_project_session_estimates (session), screen);
  const double width = qp_estimate_get (now, "width_m"), height = qp_estimate_get (now, "height_m");
  const QpCell cell = { cabinet->width_mm, cabinet->height_mm, MAX (cabinet->px_w, 0), MAX (cabinet->px_h, 0) };
  QpGrid below, above;

  if (keep_grid || isnan (width) || isnan (height) || !(cell.width_um > 0) || !(cell.height_um > 0))
    {
      g_auto (QpValue) key = qp_value_text (cabinet->key);
      return qp_node_with (screen, QP_SCREEN_FIELD (cabinet), &key);
    }
  qp_fit_size (&cell, width, height, &below, &above);
  return qp_screen_rebuilt (screen, cabinet->key, MAX (below.columns, 1), MAX (below.rows, 1));
}

/* --- the table --- */

static void
attach (GtkGrid *grid, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 18 : 30);
  gtk_label_set_selectable (GTK_LABEL (label), column > 0);
  gtk_widget_set_hexpand (label, column > 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, column > 0 ? "numeric" : "dim-label");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
attach_heading (GtkGrid *grid, const char *text, int row, guint n_cabinets)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_top (label, row > 1 ? 12 : 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (grid, label, 0, row, (int) n_cabinets + 1, 1);
}

/* one line of texts; those that differ are emphasised */
static void
add_line (GtkGrid *grid, int row, const char *title, GPtrArray *texts)
{
  gboolean differ = FALSE;

  for (guint i = 1; i < texts->len; i++)
    differ |= g_strcmp0 (g_ptr_array_index (texts, i), g_ptr_array_index (texts, 0)) != 0;
  attach (grid, title, 0, row, NULL);
  for (guint i = 0; i < texts->len; i++)
    attach (grid, g_ptr_array_index (texts, i), (int) i + 1, row, differ ? "heading" : NULL);
}

static char *
field_text (const QpNode *cabinet, const QpField *field, const QpProject *project)
{
  const QpValue value = qp_node_get (cabinet, field);
  g_autofree char *text = qp_field_text_show (field, &value);
  g_autofree char *unit = qp_field_text_unit (field, project);

  if (text == NULL || *text == '\0')
    return g_strdup (_ ("not known"));
  return unit == NULL || *unit == '\0' ? g_steal_pointer (&text) : g_strdup_printf ("%s\u2009%s", text, unit);
}

static int
add_fields (GtkGrid *grid, int row, GPtrArray *rows, const QpProject *project)
{
  const QpKindInfo *info = qp_kind_info (QP_KIND_CABINET);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      for (guint k = 0; k < rows->len; k++)
        {
          const QpCabinet *cabinet = qp_catalogue_row_cabinet (g_ptr_array_index (rows, k));
          g_ptr_array_add (texts, field_text (&cabinet->node, &info->fields[i], project));
        }
      add_line (grid, row++, qp_field_label (&info->fields[i]), texts);
    }
  return row;
}

static int
add_price (GtkGrid *grid, int row, GPtrArray *rows)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < rows->len; k++)
    g_ptr_array_add (texts, qp_catalogue_row_text (g_ptr_array_index (rows, k), QP_CATALOGUE_PRICE));
  add_line (grid, row, _ ("Price per m², by evidence"), texts);
  return row + 1;
}

static char *
result_text (const QpEstimate *estimate, const char *key)
{
  const int index = qp_quantity_index (key);
  const char *unit = qp_quantity_at ((guint) index)->unit;
  g_autofree char *number = qp_quantity_format ((guint) index, estimate->values[index]);

  return isnan (estimate->values[index]) || *unit == '\0' ? g_steal_pointer (&number) : g_strdup_printf ("%s\u2009%s", number, unit);
}

static int
add_results (GtkGrid *grid, int row, GPtrArray *rows, QpProjectSession *session, QpNode *screen)
{
  g_autofree QpEstimate *estimates = g_new (QpEstimate, rows->len);
  g_autofree char *name = qp_node_display_name (screen);
  g_autofree char *title = g_strdup_printf (_ ("For “%s”"), name);
  QpEngineContext context;

  qp_estimate_cache_context (qp_project_session_estimates (session), screen->id, &context);
  for (guint k = 0; k < rows->len; k++)
    {
      g_autoptr (QpNode) other
          = qp_catalogue_rebuilt (session, screen, qp_catalogue_row_cabinet (g_ptr_array_index (rows, k)), FALSE);
      qp_estimate_screen (&estimates[k], (const QpScreen *) other, &context);
    }
  attach_heading (grid, title, row++, rows->len);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      for (guint k = 0; k < rows->len; k++)
        g_ptr_array_add (texts, result_text (&estimates[k], results[i]));
      add_line (grid, row++, _ (qp_quantity_at ((guint) qp_quantity_index (results[i]))->label), texts);
    }
  return row;
}

/**
 * qp_catalogue_details_new:
 * @rows: (element-type QpCatalogueRow): one to four cabinets
 * @session: the session; what its screen would become of them is told first
 *
 * Returns: (transfer floating): a table with a column for each cabinet; where they differ, the values are emphasised
 */
GtkWidget *
qp_catalogue_details_new (GPtrArray *rows, QpProjectSession *session)
{
  GtkWidget *grid = gtk_grid_new ();
  QpNode *screen = qp_project_session_screen (session);
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint k = 0; k < rows->len; k++)
    {
      g_autofree char *name = qp_catalogue_row_text (g_ptr_array_index (rows, k), QP_CATALOGUE_NAME);
      attach (GTK_GRID (grid), name, (int) k + 1, row, "title-4");
    }
  row++;
  if (screen != NULL)
    row = add_results (GTK_GRID (grid), row, rows, session, screen);
  attach_heading (GTK_GRID (grid), _ ("Data sheet"), row++, rows->len);
  row = add_price (GTK_GRID (grid), row, rows);
  add_fields (GTK_GRID (grid), row, rows, (const QpProject *) qp_project_session_root (session));
  return grid;
}
