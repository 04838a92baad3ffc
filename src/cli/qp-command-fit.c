/* qp-command-fit.c: the whole numbers of cabinets next to a wanted size or raster
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"
#include "engine/qp-fit.h"

#include <string.h>

#define MOST_SIZE_M 10000.0
#define MOST_CABINET_MM 10000.0
#define MOST_PX 1000000.0

typedef struct
{
  char *cabinet;
  char *cabinet_mm;
  char *cabinet_px;
  char *size_m;
  char *raster;
  char *target;
  char *aspect;
  double tolerance; /* percent */
  double width_m;
  double height_m;
  double area_m2;
  gboolean as_json;
} FitOptions;

/* what was wanted, to tell what is lost */
typedef struct
{
  gint64 px_w; /* 0: no raster */
  gint64 px_h;
  double width_m; /* 0: no opening */
  double height_m;
  double aspect; /* 0: no shape */
} Wanted;

static void
fit_options_clear (FitOptions *self)
{
  g_free (self->cabinet);
  g_free (self->cabinet_mm);
  g_free (self->cabinet_px);
  g_free (self->size_m);
  g_free (self->raster);
  g_free (self->target);
  g_free (self->aspect);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FitOptions, fit_options_clear)

/* "640x640", "19.2 × 10.8": two numbers above 0 */
static gboolean
parse_pair (const char *text, double most, double *width, double *height)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[xX×*]\\s*", text, 0, 0);

  return g_strv_length (parts) == 2 && qp_real_parse (parts[0], width) == QP_PARSE_OK
         && qp_real_parse (parts[1], height) == QP_PARSE_OK && *width > 0 && *height > 0 && *width <= most
         && *height <= most;
}

static gboolean
is_whole (double number)
{
  return number == (double) (gint64) number;
}

static gboolean
cell_from_sizes (const QpCommand *self, const FitOptions *options, QpCell *cell)
{
  double w, h, px_w, px_h;

  if (options->cabinet_mm == NULL || options->cabinet_px == NULL)
    {
      qp_cli_wrong (self, _("Say which cabinet: --cabinet MODEL, or --cabinet-mm and --cabinet-px."));
      return FALSE;
    }
  if (!parse_pair (options->cabinet_mm, MOST_CABINET_MM, &w, &h))
    {
      qp_cli_wrong (self, _("“%s” is no size of a cabinet in millimetres, such as 640x640."), options->cabinet_mm);
      return FALSE;
    }
  if (!parse_pair (options->cabinet_px, MOST_PX, &px_w, &px_h) || !is_whole (px_w) || !is_whole (px_h))
    {
      qp_cli_wrong (self, _("“%s” is no number of pixels, such as 256x256."), options->cabinet_px);
      return FALSE;
    }
  *cell = (QpCell){ .width_um = (gint64) (w * 1000 + 0.5), .height_um = (gint64) (h * 1000 + 0.5),
                    .px_w = (gint64) px_w, .px_h = (gint64) px_h };
  return TRUE;
}

/* by key, or by model where only one cabinet is called so */
static const QpCabinet *
find_cabinet (const QpCatalogue *catalogue, const char *wanted)
{
  const QpCabinet *found = qp_catalogue_cabinet (catalogue, wanted);
  g_autoptr (GPtrArray) all = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);

  for (guint i = 0; found == NULL && i < all->len; i++)
    {
      const QpCabinet *cabinet = g_ptr_array_index (all, i);
      if (cabinet->model != NULL && g_ascii_strcasecmp (cabinet->model, wanted) == 0)
        found = cabinet;
    }
  return found;
}

static void
tell_unknown_cabinet (const QpCommand *self, const QpCatalogue *catalogue, const char *wanted)
{
  g_autoptr (GPtrArray) all = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const QpCabinet *cabinet = g_ptr_array_index (all, i);
      if (cabinet->key != NULL)
        g_ptr_array_add (keys, cabinet->key);
    }
  g_ptr_array_add (keys, NULL);
  g_autofree char *hint = qp_cli_did_you_mean (wanted, (const char *const *) keys->pdata);
  qp_cli_wrong (self, _("The catalogue has no cabinet “%s”.%s “qianping-cli catalogue list” lists them."), wanted, hint);
}

static gboolean
cell_from_catalogue (const QpCommand *self, const char *wanted, QpCell *cell)
{
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (NULL);

  if (catalogue == NULL)
    return FALSE;
  const QpCabinet *cabinet = find_cabinet (catalogue, wanted);
  if (cabinet == NULL)
    {
      tell_unknown_cabinet (self, catalogue, wanted);
      return FALSE;
    }
  *cell = (QpCell){ .width_um = cabinet->width_mm, .height_um = cabinet->height_mm, .px_w = cabinet->px_w,
                    .px_h = cabinet->px_h };
  if (cell->width_um > 0 && cell->height_um > 0 && cell->px_w > 0 && cell->px_h > 0)
    return TRUE;
  qp_cli_message (_("Size or pixels of the cabinet “%s” are not known; give --cabinet-mm and --cabinet-px."), wanted);
  return FALSE;
}

/* the engine gives one cabinet at least; what is wanted may be less than that */
static void
drop_if_larger (QpGrid *below, gboolean larger)
{
  if (larger)
    *below = (QpGrid){ 0 };
}

static gboolean
fit_size (const QpCommand *self, const FitOptions *options, const QpCell *cell, Wanted *wanted, QpGrid *below, QpGrid *above)
{
  double w, h;

  if (!parse_pair (options->size_m, MOST_SIZE_M, &w, &h))
    {
      qp_cli_wrong (self, _("“%s” is no size in metres, such as 19.2x10.8."), options->size_m);
      return FALSE;
    }
  qp_fit_size (cell, w, h, below, above);
  drop_if_larger (below, w * 1e6 < (double) cell->width_um || h * 1e6 < (double) cell->height_um);
  wanted->width_m = w;
  wanted->height_m = h;
  return TRUE;
}

static gboolean
fit_raster (const QpCommand *self, const FitOptions *options, const QpCell *cell, Wanted *wanted, QpGrid *below, QpGrid *above)
{
  double w, h;

  if (options->target != NULL)
    {
      const QpRasterTarget *target = qp_raster_target_find (options->target);
      if (target == NULL)
        {
          g_autoptr (GPtrArray) keys = g_ptr_array_new ();
          for (guint i = 0; i < qp_raster_target_count (); i++)
            g_ptr_array_add (keys, (gpointer) qp_raster_target_at (i)->key);
          g_ptr_array_add (keys, NULL);
          g_autofree char *all = g_strjoinv (", ", (char **) keys->pdata);
          qp_cli_wrong (self, _("“%s” is no raster that is known by name; these are: %s."), options->target, all);
          return FALSE;
        }
      w = (double) target->px_w;
      h = (double) target->px_h;
    }
  else if (!parse_pair (options->raster, MOST_PX, &w, &h) || !is_whole (w) || !is_whole (h))
    {
      qp_cli_wrong (self, _("“%s” is no number of pixels, such as 7680x4320."), options->raster);
      return FALSE;
    }
  qp_fit_raster (cell, (gint64) w, (gint64) h, below, above);
  drop_if_larger (below, w < (double) cell->px_w || h < (double) cell->px_h);
  wanted->px_w = (gint64) w;
  wanted->px_h = (gint64) h;
  return TRUE;
}

/* "16:9" or "1.78" */
static gboolean
parse_aspect (const char *text, double *aspect)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  double w, h = 1;

  if (qp_real_parse (parts[0] != NULL ? parts[0] : "", &w) != QP_PARSE_OK
      || (g_strv_length (parts) == 2 && qp_real_parse (parts[1], &h) != QP_PARSE_OK) || g_strv_length (parts) > 2)
    return FALSE;
  *aspect = w / h;
  return w > 0 && h > 0 && *aspect >= 0.001 && *aspect <= 1000;
}

static gboolean
fit_shape (const QpCommand *self, const FitOptions *options, const QpCell *cell, Wanted *wanted, QpGrid *below, QpGrid *above)
{
  const guint given = (options->width_m > 0) + (options->height_m > 0) + (options->area_m2 > 0);
  const QpFitBy by = options->width_m > 0 ? QP_FIT_WIDTH : options->height_m > 0 ? QP_FIT_HEIGHT : QP_FIT_AREA;
  const double amounts[] = { options->width_m, options->height_m, options->area_m2 };

  if (!parse_aspect (options->aspect, &wanted->aspect))
    {
      qp_cli_wrong (self, _("“%s” is no aspect ratio, such as 16:9."), options->aspect);
      return FALSE;
    }
  if (given != 1 || amounts[by] > MOST_SIZE_M * MOST_SIZE_M || options->tolerance < 0 || options->tolerance > 100)
    {
      qp_cli_wrong (self, _("With --aspect say one of --width-m, --height-m and --area-m2, and a --tolerance from 0 to 100 %%."));
      return FALSE;
    }
  if (!qp_fit_aspect (cell, wanted->aspect, options->tolerance / 100, by, amounts[by], below, above))
    qp_cli_message (_("No grid of this cabinet keeps to the shape within %g %%."), options->tolerance);
  return TRUE;
}

static gboolean
fit (const QpCommand *self, const FitOptions *options, const QpCell *cell, Wanted *wanted, QpGrid *below, QpGrid *above)
{
  const guint given
      = (options->size_m != NULL) + (options->raster != NULL) + (options->target != NULL) + (options->aspect != NULL);

  if (given != 1)
    {
      qp_cli_wrong (self, _("Say what is wanted, one of: --size-m WxH, --raster WxH, --target NAME, --aspect W:H."));
      return FALSE;
    }
  if (options->size_m != NULL)
    return fit_size (self, options, cell, wanted, below, above);
  if (options->aspect != NULL)
    return fit_shape (self, options, cell, wanted, below, above);
  return fit_raster (self, options, cell, wanted, below, above);
}

static char *
loss_text (const QpGrid *grid, const Wanted *wanted)
{
  if (qp_grid_is_empty (grid))
    return g_strdup ("");
  return wanted->px_w > 0      ? qp_grid_raster_loss (grid, wanted->px_w, wanted->px_h)
         : wanted->width_m > 0 ? qp_grid_size_loss (grid, wanted->width_m, wanted->height_m)
                               : qp_grid_aspect_loss (grid, wanted->aspect);
}

static void
write_grid (QpJson *json, const char *key, const QpGrid *grid, const Wanted *wanted)
{
  if (qp_grid_is_empty (grid))
    {
      qp_json_null (json, key);
      return;
    }
  qp_json_begin_object (json, key);
  qp_json_integer (json, "columns", grid->columns);
  qp_json_integer (json, "rows", grid->rows);
  qp_json_number (json, "width_m", grid->width_m);
  qp_json_number (json, "height_m", grid->height_m);
  qp_json_number (json, "area_m2", grid->area_m2);
  qp_json_integer (json, "px_w", grid->px_w);
  qp_json_integer (json, "px_h", grid->px_h);
  qp_json_string (json, "class", grid->uhd_class);
  if (wanted->px_w > 0)
    {
      qp_json_integer (json, "px_w_more", grid->px_w - wanted->px_w);
      qp_json_integer (json, "px_h_more", grid->px_h - wanted->px_h);
    }
  if (wanted->width_m > 0)
    {
      qp_json_number (json, "width_more_m", grid->width_m - wanted->width_m);
      qp_json_number (json, "height_more_m", grid->height_m - wanted->height_m);
    }
  if (wanted->aspect > 0)
    qp_json_number (json, "aspect_error_percent", 100 * qp_grid_aspect_error (grid, wanted->aspect));
  qp_json_end_object (json);
}

static void
add_grid (QpTable *table, const char *label, const QpGrid *grid, const Wanted *wanted)
{
  if (qp_grid_is_empty (grid))
    {
      qp_table_add (table, label, _("less than one cabinet"), NULL);
      return;
    }
  g_autofree char *cabinets = qp_number_display_pair ((double) grid->columns, (double) grid->rows);
  g_autofree char *pixels = qp_number_display_pair ((double) grid->px_w, (double) grid->px_h);
  g_autofree char *raster = g_strdup_printf ("%s px", pixels);
  g_autofree char *width = qp_number_display (grid->width_m, 2);
  g_autofree char *height = qp_number_display (grid->height_m, 2);
  g_autofree char *size = g_strdup_printf ("%s × %s m", width, height);
  g_autofree char *number = qp_number_display (grid->area_m2, 1);
  g_autofree char *area = g_strdup_printf ("%s m²", number);

  g_autofree char *loss = loss_text (grid, wanted);
  qp_table_add (table, label, cabinets, raster, size, area, _(grid->uhd_class), loss, NULL);
}

static void
print_grids (const QpGrid *below, const QpGrid *above, const Wanted *wanted)
{
  g_autoptr (QpTable) table = qp_table_new (7, "lrrrrll");

  qp_table_add (table, "", _("Cabinets"), _("Raster"), _("Size"), _("Area"), _("Class"), _("Against what is wanted"), NULL);
  add_grid (table, _("Below"), below, wanted);
  add_grid (table, _("Above"), above, wanted);
  qp_table_print (table, 0);
}

static QpExit
run_fit (const QpCommand *self, char **argv)
{
  g_auto (FitOptions) options = { .tolerance = 2 };
  Wanted wanted = { 0 };
  const GOptionEntry entries[] = {
    { "cabinet", 'c', 0, G_OPTION_ARG_STRING, &options.cabinet, N_ ("Cabinet of the catalogue"), N_ ("MODEL") },
    { "cabinet-mm", 0, 0, G_OPTION_ARG_STRING, &options.cabinet_mm, N_ ("Size of the cabinet in millimetres"), "WxH" },
    { "cabinet-px", 0, 0, G_OPTION_ARG_STRING, &options.cabinet_px, N_ ("Pixels of the cabinet"), "WxH" },
    { "size-m", 0, 0, G_OPTION_ARG_STRING, &options.size_m, N_ ("Size wanted, in metres"), "WxH" },
    { "raster", 0, 0, G_OPTION_ARG_STRING, &options.raster, N_ ("Raster wanted, in pixels"), "WxH" },
    { "target", 't', 0, G_OPTION_ARG_STRING, &options.target, N_ ("Raster wanted, by name: hd, 4k, 8k, 4k-dci, 8k-cinema, 32:9-4k, 32:9-8k"), N_ ("NAME") },
    { "aspect", 0, 0, G_OPTION_ARG_STRING, &options.aspect, N_ ("Shape wanted, with a width, height or area"), "W:H" },
    { "tolerance", 0, 0, G_OPTION_ARG_DOUBLE, &options.tolerance, N_ ("How far the shape may be off, in percent (2)"), N_ ("PERCENT") },
    { "width-m", 0, 0, G_OPTION_ARG_DOUBLE, &options.width_m, N_ ("Width wanted with --aspect"), N_ ("M") },
    { "height-m", 0, 0, G_OPTION_ARG_DOUBLE, &options.height_m, N_ ("Height wanted with --aspect"), N_ ("M") },
    { "area-m2", 0, 0, G_OPTION_ARG_DOUBLE, &options.area_m2, N_ ("Area wanted with --aspect"), N_ ("M2") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  QpGrid below, above;
  QpCell cell;

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 0, 0))
    return QP_EXIT_FAILED;
  if (options.cabinet != NULL && (options.cabinet_mm != NULL || options.cabinet_px != NULL))
    return qp_cli_wrong (self, _("Give either --cabinet or --cabinet-mm and --cabinet-px, not both."));
  if (!(options.cabinet != NULL ? cell_from_catalogue (self, options.cabinet, &cell)
                                : cell_from_sizes (self, &options, &cell)))
    return QP_EXIT_FAILED;
  if (!fit (self, &options, &cell, &wanted, &below, &above))
    return QP_EXIT_FAILED;

  if (!options.as_json)
    {
      print_grids (&below, &above, &wanted);
      return QP_EXIT_FINE;
    }
  g_autoptr (QpJson) json = qp_json_new ();
  qp_json_begin_object (json, NULL);
  write_grid (json, "below", &below, &wanted);
  write_grid (json, "above", &above, &wanted);
  qp_json_end_object (json);
  qp_json_print (json);
  return QP_EXIT_FINE;
}

const QpCommand qp_command_fit = {
  .name = "fit",
  .arguments = "",
  .summary = N_ ("Find the cabinet grids next to a wanted size or raster"),
  .details = N_ ("“Below” never exceeds what is wanted, “above” never falls short of it; where both are the same, it fits.\n"
                 "A raster is 4K or 8K only when both its width and its height reach that class."),
  .run = run_fit,
};
