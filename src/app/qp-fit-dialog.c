/* qp-fit-dialog.c: a whole number of cabinets for a raster, an opening or a shape
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-fit-dialog.h"

#include "app/qp-form-rows.h"
#include "engine/qp-fit.h"
#include "interact/qp-rebuild.h"

#define MOST_M 10000
#define MOST_PX 200000

/* What is wanted, in the order of the list. */
typedef enum
{
  WAY_RASTER,
  WAY_OPENING,
  WAY_SHAPE,
} Way;

enum
{
  BELOW,
  ABOVE,
  N_GRIDS
};

struct _QpFitDialog
{
  AdwWindow parent_instance;
  AdwPreferencesPage *page;
  AdwComboRow *way;
  AdwComboRow *target; /* known rasters, then "Custom" */
  AdwComboRow *aspect;
  AdwComboRow *by;
  GtkSpinButton *px_w;
  GtkSpinButton *px_h;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkSpinButton *amount;
  GtkSpinButton *tolerance;
  GtkWidget *results[N_GRIDS]; /* AdwActionRow */
  GtkWidget *buttons[N_GRIDS];
  QpGrid grids[N_GRIDS];
  QpProjectSession *session;
  QpCell cell;
  QpId screen;
};

G_DEFINE_FINAL_TYPE (QpFitDialog, qp_fit_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *label;
  double ratio;
} shapes[] = { { "16:9", 16.0 / 9 }, { "32:9", 32.0 / 9 }, { "9:16", 9.0 / 16 }, { "4:3", 4.0 / 3 },
               { "21:9", 21.0 / 9 }, { "1:1", 1 },          { "3:1", 3 },         { "4:1", 4 } };

/* --- what comes out --- */

static double
value (GtkSpinButton *spin)
{
  return gtk_spin_button_get_value (spin);
}

static void
find_grids (QpFitDialog *self)
{
  QpGrid *below = &self->grids[BELOW], *above = &self->grids[ABOVE];

  switch ((Way) adw_combo_row_get_selected (self->way))
    {
    case WAY_RASTER:
      qp_fit_raster (&self->cell, (gint64) value (self->px_w), (gint64) value (self->px_h), below, above);
      break;
    case WAY_OPENING:
      qp_fit_size (&self->cell, value (self->width), value (self->height), below, above);
      break;
    case WAY_SHAPE:
      qp_fit_aspect (&self->cell, shapes[adw_combo_row_get_selected (self->aspect)].ratio, value (self->tolerance) / 100,
                     (QpFitBy) adw_combo_row_get_selected (self->by), value (self->amount), below, above);
      break;
    }
}

static double
wanted_aspect (QpFitDialog *self)
{
  return shapes[adw_combo_row_get_selected (self->aspect)].ratio;
}

static gboolean
is_single (QpFitDialog *self)
{
  return qp_grid_equal (&self->grids[BELOW], &self->grids[ABOVE]);
}

static char *
loss_of (QpFitDialog *self, const QpGrid *grid)
{
  switch ((Way) adw_combo_row_get_selected (self->way))
    {
    case WAY_RASTER:
      return qp_grid_raster_loss (grid, (gint64) value (self->px_w), (gint64) value (self->px_h));
    case WAY_OPENING:
      return qp_grid_size_loss (grid, value (self->width), value (self->height));
    case WAY_SHAPE:
    default:
      return qp_grid_aspect_loss (grid, wanted_aspect (self));
    }
}

/* a width, a height or an area that both grids have is exact in any case */
static gboolean
is_exact (QpFitDialog *self, const QpGrid *grid)
{
  switch ((Way) adw_combo_row_get_selected (self->way))
    {
    case WAY_RASTER:
      return qp_grid_has_raster (grid, (gint64) value (self->px_w), (gint64) value (self->px_h));
    case WAY_OPENING:
      return qp_grid_has_size (grid, value (self->width), value (self->height));
    case WAY_SHAPE:
    default:
      return qp_grid_has_aspect (grid, wanted_aspect (self));
    }
}

/* One offer where less and more are the same: exact, or of a cabinet that is larger than what is wanted. */
static const char *
title_format (QpFitDialog *self, guint which)
{
  if (!is_single (self))
    return which == BELOW ? _ ("Never more: %s cabinets") : _ ("At least: %s cabinets");
  return is_exact (self, &self->grids[which]) ? _ ("Exactly: %s cabinets") : _ ("Nearest: %s cabinets");
}

static void
show_grid (QpFitDialog *self, guint which)
{
  const QpGrid *grid = &self->grids[which];
  const gboolean none = qp_grid_is_empty (grid);
  g_autofree char *cabinets = none ? g_strdup (_ ("None")) : qp_number_display_pair ((double) grid->columns, (double) grid->rows);
  g_autofree char *title = g_strdup_printf (title_format (self, which), cabinets);
  g_autofree char *text = none ? g_strdup (_ ("No grid of this cabinet keeps to what is wanted.")) : qp_grid_text (grid);
  g_autofree char *loss = none ? NULL : loss_of (self, grid);
  g_autofree char *subtitle = loss == NULL ? g_strdup (text) : g_strdup_printf ("%s\n%s", text, loss);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->results[which]), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->results[which]), subtitle);
  gtk_button_set_label (GTK_BUTTON (self->buttons[which]),
                        is_single (self) ? _ ("_Use") : which == BELOW ? _ ("Use _Less") : _ ("Use _More"));
  gtk_widget_set_sensitive (self->buttons[which], !none);
  gtk_widget_set_visible (self->results[which], which == BELOW || !is_single (self));
}

static void
refresh (QpFitDialog *self)
{
  const Way way = (Way) adw_combo_row_get_selected (self->way);

  qp_form_show_row (self->target, way == WAY_RASTER);
  qp_form_show_row (self->px_w, way == WAY_RASTER);
  qp_form_show_row (self->px_h, way == WAY_RASTER);
  qp_form_show_row (self->width, way == WAY_OPENING);
  qp_form_show_row (self->height, way == WAY_OPENING);
  qp_form_show_row (self->aspect, way == WAY_SHAPE);
  qp_form_show_row (self->tolerance, way == WAY_SHAPE);
  qp_form_show_row (self->by, way == WAY_SHAPE);
  qp_form_show_row (self->amount, way == WAY_SHAPE);
  find_grids (self);
  for (guint i = 0; i < N_GRIDS; i++)
    show_grid (self, i);
}

static void
on_target (QpFitDialog *self)
{
  const guint index = adw_combo_row_get_selected (self->target);

  if (index >= qp_raster_target_count ())
    return;
  gtk_spin_button_set_value (self->px_w, (double) qp_raster_target_at (index)->px_w);
  gtk_spin_button_set_value (self->px_h, (double) qp_raster_target_at (index)->px_h);
}

/* a raster that is typed is the known one of these numbers, or a custom one */
static void
on_pixels (QpFitDialog *self)
{
  guint index = 0;

  while (index < qp_raster_target_count ()
         && (qp_raster_target_at (index)->px_w != (gint64) value (self->px_w)
             || qp_raster_target_at (index)->px_h != (gint64) value (self->px_h)))
    index++;
  if (adw_combo_row_get_selected (self->target) != index)
    adw_combo_row_set_selected (self->target, index);
  refresh (self);
}

/* one step that can be undone */
static void
use_grid (QpFitDialog *self, guint which)
{
  const QpGrid *grid = &self->grids[which];
  QpNode *screen = qp_document_find (qp_project_session_document (self->session), self->screen);
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  if (qp_grid_is_empty (grid) || screen == NULL)
    return;
  g_autoptr (QpNode) other = qp_screen_rebuilt (screen, NULL, grid->columns, grid->rows);
  qp_edits_add_rebuilding (edits, screen, other);
  qp_project_session_run (self->session, _ ("Fit the screen"), NULL, edits, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_below (QpFitDialog *self)
{
  use_grid (self, BELOW);
}

static void
on_above (QpFitDialog *self)
{
  use_grid (self, ABOVE);
}

/* --- rows --- */

static AdwComboRow *
add_target (AdwPreferencesGroup *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < qp_raster_target_count (); i++)
    g_ptr_array_add (names, (gpointer) _ (qp_raster_target_at (i)->label));
  g_ptr_array_add (names, _ ("Custom"));
  g_ptr_array_add (names, NULL);
  return qp_form_add_choice (group, _ ("Raster"), (const char *const *) names->pdata);
}

static AdwComboRow *
add_aspect (AdwPreferencesGroup *group)
{
  const char *names[G_N_ELEMENTS (shapes) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    names[i] = shapes[i].label;
  return qp_form_add_choice (group, _ ("Aspect ratio"), names);
}

static void
add_choices (QpFitDialog *self, AdwPreferencesGroup *group)
{
  const char *const ways[] = { _ ("A raster"), _ ("An opening"), _ ("A shape"), NULL };
  const char *const amounts[] = { _ ("Width, m"), _ ("Height, m"), _ ("Area, m²"), NULL };

  self->way = qp_form_add_choice (group, _ ("Wanted"), ways);
  self->target = add_target (group);
  self->px_w = qp_form_add_number (group, _ ("Pixels across"), 1, MOST_PX, 1, 0);
  self->px_h = qp_form_add_number (group, _ ("Pixels down"), 1, MOST_PX, 1, 0);
  self->width = qp_form_add_number (group, _ ("Width of the opening, m"), 0.01, MOST_M, 0.1, 2);
  self->height = qp_form_add_number (group, _ ("Height of the opening, m"), 0.01, MOST_M, 0.1, 2);
  self->aspect = add_aspect (group);
  self->tolerance = qp_form_add_number (group, _ ("Tolerance, %"), 0, 50, 0.5, 1);
  self->by = qp_form_add_choice (group, _ ("Given is the"), amounts);
  self->amount = qp_form_add_number (group, _ ("Amount"), 0.01, MOST_M * 10, 1, 2);
}

static void
add_results (QpFitDialog *self, AdwPreferencesGroup *group)
{
  for (guint i = 0; i < N_GRIDS; i++)
    {
      self->results[i] = adw_action_row_new ();
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->results[i]), 3);
      self->buttons[i] = gtk_button_new_with_mnemonic (_ ("_Use"));
      gtk_widget_set_valign (self->buttons[i], GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self->results[i]), self->buttons[i]);
      adw_preferences_group_add (group, self->results[i]);
      g_signal_connect_swapped (self->buttons[i], "clicked", G_CALLBACK (i == BELOW ? on_below : on_above), self);
    }
}

static void
connect_all (QpFitDialog *self)
{
  GtkSpinButton *const plain[] = { self->width, self->height, self->tolerance, self->amount };
  AdwComboRow *const choices[] = { self->way, self->aspect, self->by };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_signal_connect_swapped (plain[i], "value-changed", G_CALLBACK (refresh), self);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_swapped (choices[i], "notify::selected", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (self->target, "notify::selected", G_CALLBACK (on_target), self);
  g_signal_connect_swapped (self->px_w, "value-changed", G_CALLBACK (on_pixels), self);
  g_signal_connect_swapped (self->px_h, "value-changed", G_CALLBACK (on_pixels), self);
}

static void
qp_fit_dialog_dispose (GObject *object)
{
  g_clear_object (&QP_FIT_DIALOG (object)->session);
  G_OBJECT_CLASS (qp_fit_dialog_parent_class)->dispose (object);
}

static void
qp_fit_dialog_class_init (QpFitDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_fit_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qp_fit_dialog_init (QpFitDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwPreferencesGroup *wanted = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *found = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  add_choices (self, wanted);
  add_results (self, found);
  adw_preferences_group_set_title (found, _ ("Whole Cabinets"));
  adw_preferences_page_add (self->page, wanted);
  adw_preferences_page_add (self->page, found);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/* begins with what the screen has, and the raster class next to it */
static void
take_screen (QpFitDialog *self, const QpScreen *screen)
{
  const double w = (double) (MAX (screen->columns, 1) * self->cell.width_um) / 1e6;
  const double h = (double) (MAX (screen->rows, 1) * self->cell.height_um) / 1e6;
  const gint64 px_w = MAX (screen->columns, 1) * self->cell.px_w;

  gtk_spin_button_set_value (self->width, w);
  gtk_spin_button_set_value (self->height, h);
  gtk_spin_button_set_value (self->amount, w);
  gtk_spin_button_set_value (self->tolerance, 2);
  adw_combo_row_set_selected (self->target, px_w >= 5760 ? 2 : px_w >= 2880 ? 1 : 0);
  on_target (self);
}

/**
 * qp_fit_dialog_new:
 * @parent: window of the project
 * @session: its session
 *
 * Makes the dialog for the screen of @session that was selected last.
 *
 * Returns: (transfer none) (nullable): the dialog, not shown yet; %NULL when there is no screen, or the size and pixels of its
 *   cabinet are not known
 */
QpFitDialog *
qp_fit_dialog_new (GtkWindow *parent, QpProjectSession *session)
{
  QpNode *screen = qp_project_session_screen (session);
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (session));
  QpCell cell;

  if (screen == NULL || !qp_screen_cell ((const QpScreen *) screen, catalogue, &cell) || cell.px_w <= 0 || cell.px_h <= 0)
    return NULL;
  QpFitDialog *self = g_object_new (QP_TYPE_FIT_DIALOG, "transient-for", parent, "modal", TRUE, "title", _ ("Fit the Screen"),
                                    "default-width", 520, "default-height", 560, NULL);
  self->session = g_object_ref (session);
  self->cell = cell;
  self->screen = screen->id;
  take_screen (self, (const QpScreen *) screen);
  connect_all (self);
  refresh (self);
  return self;
}

/**
 * qp_fit_dialog_set_raster:
 * @self: a dialog
 * @px_w: pixels across
 * @px_h: pixels down
 *
 * Wants this raster.
 */
void
qp_fit_dialog_set_raster (QpFitDialog *self, gint64 px_w, gint64 px_h)
{
  adw_combo_row_set_selected (self->way, WAY_RASTER);
  gtk_spin_button_set_value (self->px_w, (double) px_w);
  gtk_spin_button_set_value (self->px_h, (double) px_h);
}

/**
 * qp_fit_dialog_use:
 * @self: a dialog
 * @above: whether the grid that reaches what is wanted is used, and not the one that never exceeds it
 *
 * Does what the button behind the grid does.
 */
void
qp_fit_dialog_use (QpFitDialog *self, gboolean above)
{
  use_grid (self, above ? ABOVE : BELOW);
}
