/* qp-import-scale.c: how large the drawing of an imported plan is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-import-scale.h"
#include "base/qp-number.h"

#include <adwaita.h>

#define POINT_M (0.0254 / 72) /* PDF counts in points on the sheet */
#define SAME 1e-9

/* One scale that can be chosen: a unit of the drawing, or of the sheet that it is plotted on. */
typedef struct
{
  const char *label;
  double metres;
} Choice;

static const Choice units[] = {
  { N_ ("Millimetres"), 0.001 }, { N_ ("Centimetres"), 0.01 }, { N_ ("Metres"), 1 },
  { N_ ("Inches"), 0.0254 },     { N_ ("Feet"), 0.3048 },
};
static const Choice sheets[] = {
  { N_ ("1 : 20 on the sheet"), 20 * POINT_M },     { N_ ("1 : 50 on the sheet"), 50 * POINT_M },
  { N_ ("1 : 100 on the sheet"), 100 * POINT_M },   { N_ ("1 : 200 on the sheet"), 200 * POINT_M },
  { N_ ("1 : 500 on the sheet"), 500 * POINT_M },   { N_ ("1 : 1000 on the sheet"), 1000 * POINT_M },
  { N_ ("1 : 2000 on the sheet"), 2000 * POINT_M },
};

struct _QpImportScale
{
  GtkWidget parent_instance;
  AdwPreferencesGroup *group;
  AdwComboRow *unit;
  GtkLabel *guess;
  AdwEntryRow *typed;
  AdwActionRow *size;
  const Choice *choices;
  guint n_choices;
  double typed_1_m; /* metres of a unit, when 1 is typed: sheets have their scale typed, 1 to so many */
  double told;      /* what the source says, NaN when it says nothing */
  char *why;
  QpScaleBasis basis;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (QpImportScale, qp_import_scale, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
same (double a, double b)
{
  return fabs (a - b) <= SAME * fmax (fabs (a), fabs (b));
}

/* After the units stand "typed" and "calibrate". */
static guint
index_of (QpImportScale *self, double metres)
{
  for (guint i = 0; i < self->n_choices; i++)
    if (same (self->choices[i].metres, metres))
      return i;
  return self->n_choices + (isnan (metres) ? 1 : 0);
}

static double
typed_metres (QpImportScale *self)
{
  double value = NAN;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->typed));
  const QpParse parse = qp_real_parse (text, &value);
  const double metres = value * self->typed_1_m;
  return (parse == QP_PARSE_OK || parse == QP_PARSE_ROUNDED) && metres >= 1e-9 && metres <= 100000 ? metres : NAN;
}

static char *
reason (QpImportScale *self)
{
  if (qp_import_scale_calibrates (self))
    return g_strdup (_ ("You will click two points of a known length on the plan"));
  if (same (qp_import_scale_metres_per_unit (self), self->told))
    return g_strdup (self->why);
  return g_strdup (_ ("Chosen by you"));
}

static void
show_choice (QpImportScale *self)
{
  g_autofree char *text = reason (self);
  g_autofree char *safe = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  const gboolean typed = adw_combo_row_get_selected (self->unit) == self->n_choices;
  const gboolean as_told = same (qp_import_scale_metres_per_unit (self), self->told);
  adw_preferences_group_set_description (self->group, safe); /* in the row it would leave no room for the unit */
  gtk_widget_set_visible (GTK_WIDGET (self->guess), as_told && self->basis == QP_SCALE_GUESSED);
  gtk_widget_set_visible (GTK_WIDGET (self->typed), typed);
  if (qp_import_scale_is_valid (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self->typed), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->typed), "error");
}

static void
on_changed (QpImportScale *self)
{
  if (self->setting || self->choices == NULL)
    return;
  show_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
qp_import_scale_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_import_scale_parent_class)->dispose (object);
}

static void
qp_import_scale_finalize (GObject *object)
{
  g_free (QP_IMPORT_SCALE (object)->why);
  G_OBJECT_CLASS (qp_import_scale_parent_class)->finalize (object);
}

static void
qp_import_scale_class_init (QpImportScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_import_scale_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_import_scale_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-import-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, QpImportScale, group);
  gtk_widget_class_bind_template_child (widget_class, QpImportScale, unit);
  gtk_widget_class_bind_template_child (widget_class, QpImportScale, guess);
  gtk_widget_class_bind_template_child (widget_class, QpImportScale, typed);
  gtk_widget_class_bind_template_child (widget_class, QpImportScale, size);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
qp_import_scale_init (QpImportScale *self)
{
  self->told = NAN;
  self->typed_1_m = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_choices (QpImportScale *self, gint64 format)
{
  const gboolean sheet = format == QP_BACKGROUND_PDF;
  self->choices = sheet ? sheets : units;
  self->n_choices = sheet ? G_N_ELEMENTS (sheets) : G_N_ELEMENTS (units);
  self->typed_1_m = sheet ? POINT_M : 1;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->n_choices; i++)
    gtk_string_list_append (names, _ (self->choices[i].label));
  gtk_string_list_append (names, _ ("Another, typed below"));
  gtk_string_list_append (names, _ ("Set the scale afterwards"));
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unit), sheet ? _ ("Drawn at") : _ ("Unit of the drawing"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typed),
                                 sheet ? _ ("Scale of the sheet, 1 to") : _ ("Metres per drawing unit"));
}

/**
 * qp_import_scale_set_source:
 * @self: the choice
 * @source: a plan
 *
 * Offers the units of a plan of this format, and chooses what the plan itself says.
 */
void
qp_import_scale_set_source (QpImportScale *self, const QpPlanSource *source)
{
  const char *why = NULL;
  self->setting = TRUE;
  fill_choices (self, qp_plan_source_format (source));
  self->told = qp_plan_source_metres_per_unit (source, &self->basis, &why);
  g_free (self->why);
  self->why = g_strdup (why);
  self->setting = FALSE;
  if (isnan (self->told))
    qp_import_scale_choose_calibration (self);
  else
    qp_import_scale_choose (self, self->told);
}

/**
 * qp_import_scale_choose:
 * @self: the choice
 * @metres_per_unit: metres that one unit of the drawing is
 *
 * Chooses this scale, as a unit where there is one.
 */
void
qp_import_scale_choose (QpImportScale *self, double metres_per_unit)
{
  g_autoptr (GString) text = g_string_new (NULL);
  qp_real_append (text, metres_per_unit / self->typed_1_m);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->typed), text->str);
  adw_combo_row_set_selected (self->unit, index_of (self, metres_per_unit));
  self->setting = FALSE;
  on_changed (self);
}

/**
 * qp_import_scale_choose_calibration:
 * @self: the choice
 *
 * Chooses that the plan is calibrated once it is there.
 */
void
qp_import_scale_choose_calibration (QpImportScale *self)
{
  self->setting = TRUE;
  adw_combo_row_set_selected (self->unit, self->n_choices + 1);
  self->setting = FALSE;
  on_changed (self);
}

/**
 * qp_import_scale_metres_per_unit:
 * @self: the choice
 *
 * Returns: metres that one unit of the drawing is; NaN when that is not known yet
 */
double
qp_import_scale_metres_per_unit (QpImportScale *self)
{
  const guint chosen = adw_combo_row_get_selected (self->unit);
  if (chosen < self->n_choices)
    return self->choices[chosen].metres;
  return chosen == self->n_choices ? typed_metres (self) : NAN;
}

/**
 * qp_import_scale_calibrates:
 * @self: the choice
 *
 * Returns: whether the plan is to be calibrated once it is there
 */
gboolean
qp_import_scale_calibrates (QpImportScale *self)
{
  return adw_combo_row_get_selected (self->unit) == self->n_choices + 1;
}

/**
 * qp_import_scale_is_valid:
 * @self: the choice
 *
 * Returns: whether it can be taken: what was typed is a length
 */
gboolean
qp_import_scale_is_valid (QpImportScale *self)
{
  return qp_import_scale_calibrates (self) || !isnan (qp_import_scale_metres_per_unit (self));
}

/**
 * qp_import_scale_show_size:
 * @self: the choice
 * @width_m: metres from left to right
 * @height_m: metres from bottom to top
 *
 * Shows how large the plan becomes, by which a wrong unit is seen at once.
 */
void
qp_import_scale_show_size (QpImportScale *self, double width_m, double height_m)
{
  g_autofree char *width = qp_number_display_significant (width_m, 4);
  g_autofree char *height = qp_number_display_significant (height_m, 4);
  g_autofree char *text = isnan (width_m) || qp_import_scale_calibrates (self)
                              ? g_strdup (_ ("not known yet"))
                              : g_strdup_printf (_ ("%s m × %s m"), width, height);
  adw_action_row_set_subtitle (self->size, text);
}
