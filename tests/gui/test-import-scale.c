/* test-import-scale.c: how large an imported plan is, as it is chosen and typed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-import-scale.h"

#include <cairo-pdf.h>

#define POINT_M (0.0254 / 72)

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* An A4 sheet */
static QpPlanSource *
new_sheet (void)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, array, 595, 842);
  cairo_surface_show_page (surface);
  cairo_surface_destroy (surface);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (array);
  return qp_plan_source_open (bytes, "sheet.pdf", 1, NULL, NULL);
}

/* planners know the scale of a sheet as 1 to so many, never the metres of a point */
static void
test_sheet_typed (void)
{
  g_autoptr (QpPlanSource) sheet = new_sheet ();
  if (sheet == NULL)
    {
      g_test_skip ("built without PDF");
      return;
    }
  QpImportScale *scale = g_object_ref_sink (g_object_new (QP_TYPE_IMPORT_SCALE, NULL));
  GtkEditable *typed = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (scale), QP_TYPE_IMPORT_SCALE, "typed"));
  qp_import_scale_set_source (scale, sheet);
  g_assert_true (qp_import_scale_calibrates (scale));
  qp_import_scale_choose (scale, 150 * POINT_M);
  g_assert_false (qp_import_scale_calibrates (scale));
  g_assert_cmpstr (gtk_editable_get_text (typed), ==, "150");
  gtk_editable_set_text (typed, "2500");
  g_assert_cmpfloat_with_epsilon (qp_import_scale_metres_per_unit (scale), 2500 * POINT_M, 1e-9);
  gtk_editable_set_text (typed, "");
  g_assert_false (qp_import_scale_is_valid (scale));
  g_object_unref (scale);
}

/* a scale that can be chosen is chosen, not typed */
static void
test_sheet_chosen (void)
{
  g_autoptr (QpPlanSource) sheet = new_sheet ();
  if (sheet == NULL)
    {
      g_test_skip ("built without PDF");
      return;
    }
  QpImportScale *scale = g_object_ref_sink (g_object_new (QP_TYPE_IMPORT_SCALE, NULL));
  GtkWidget *typed = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (scale), QP_TYPE_IMPORT_SCALE, "typed"));
  qp_import_scale_set_source (scale, sheet);
  qp_import_scale_choose (scale, 100 * POINT_M);
  g_assert_false (gtk_widget_get_visible (typed));
  qp_import_scale_choose (scale, 130 * POINT_M);
  g_assert_true (gtk_widget_get_visible (typed));
  g_object_unref (scale);
}

static void
add_tests (void)
{
  g_test_add_func ("/import-scale/sheet-typed", test_sheet_typed);
  g_test_add_func ("/import-scale/sheet-chosen", test_sheet_chosen);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
