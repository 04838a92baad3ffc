/* qp-report-variants.c: of the report, the alternatives of the project beside it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-money.h"
#include "exchange/qp-report-private.h"

#include "base/qp-number.h"
#include "render/qp-paint-cost.h"

#include <math.h>

#define ABREAST 2       /* alternatives in one table */
#define ROOM_SHARE 0.9  /* of a page for charts; the rest is for their caption */
#define MOST_CHANGES 8 /* of an alternative that are told one by one */

/* --- what is different --- */

static const QpNode *
find_node (const QpNode *node, QpId id)
{
  const QpNode *found = qp_id_equal (node->id, id) ? node : NULL;
  QpNodeIter iter;

  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; found == NULL && (child = qp_node_iter_next (&iter)) != NULL;)
    found = find_node (child, id);
  return found;
}

/* a value as it is typed, choices by their labels */
static const char *
value_words (const QpField *field, const char *value)
{
  if (value == NULL)
    return _ ("not known");
  for (const QpEnumValue *choice = field->values; choice != NULL && choice->key != NULL; choice++)
    if (g_str_equal (choice->key, value))
      return _ (choice->label);
  return value;
}

static void
add_change (GString *out, const QpNode *root, const QpChanged *change)
{
  const QpNode *node = find_node (root, change->of);
  const QpField *field = node == NULL || change->field == NULL ? NULL : qp_kind_field (node->kind, change->field);
  g_autofree char *name = node == NULL ? NULL : qp_node_display_name (node);

  g_string_append (out, out->len > 0 ? "; " : "");
  if (field == NULL)
    g_string_append (out, _ ("a change of something that is no longer there"));
  else
    /* Translators: name of a screen or site, a field of it, and its value in an alternative */
    g_string_append_printf (out, C_ ("change", "%s: %s %s"), name, qp_field_label (field), value_words (field, change->value));
}

static char *
changes_of (const QpNode *root, const QpNode *alternative)
{
  GString *out = g_string_new (NULL);
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, alternative->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_CHANGED)) != NULL; n++)
    if (n < MOST_CHANGES)
      add_change (out, root, (const QpChanged *) node);
  if (n > MOST_CHANGES)
    g_string_append_printf (out, ngettext ("; and %u more", "; and %u more", n - MOST_CHANGES), n - MOST_CHANGES);
  return g_string_free (out, FALSE);
}

static gboolean
has_notes (const GPtrArray *variants)
{
  for (guint i = 1; i < variants->len; i++)
    if (((const QpAlternative *) ((const QpVariant *) variants->pdata[i])->alternative)->note != NULL)
      return TRUE;
  return FALSE;
}

/**
 * qp_report_changes_table:
 * @variants: (element-type QpVariant): the project and its alternatives
 *
 * Returns: (transfer full): what is different in each alternative, and its note where any has one
 */
QpPageTable *
qp_report_changes_table (const GPtrArray *variants)
{
  QpPageTable *table = qp_page_table_new (has_notes (variants) ? "lll" : "ll", _ ("Alternative"), _ ("What is different"), _ ("Note"), NULL);
  const QpNode *root = ((const QpVariant *) variants->pdata[0])->root;

  for (guint i = 1; i < variants->len; i++)
    {
      const QpVariant *variant = variants->pdata[i];
      const char *note = ((const QpAlternative *) variant->alternative)->note;
      g_autofree char *name = qp_variant_name (variant), *changes = changes_of (root, variant->alternative);
      qp_page_table_add (table, name, changes, note != NULL ? note : "", NULL);
    }
  return table;
}

/* --- side by side --- */

static gboolean
is_money (QpVariantFigure figure)
{
  return figure >= QP_VARIANT_FIRST && figure <= QP_VARIANT_ANNUITY;
}

static char *
number_text (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : qp_number_display (value, fabs (value) < 1000 && value != floor (value) ? 1 : 0);
}

/* "−300 (−20.0 %)" against the project as it stands */
static char *
difference_text (double value, double base)
{
  const double difference = value - base;
  const char *sign = difference < 0 ? "−" : "+";

  if (isnan (difference))
    return g_strdup (_ ("not known"));
  if (difference == 0)
    return g_strdup ("±0");
  g_autofree char *step = number_text (fabs (difference));
  g_autofree char *percent = base != 0 ? qp_number_display (fabs (difference / base) * 100, 1) : NULL;
  return percent == NULL ? g_strconcat (sign, step, NULL) : g_strdup_printf ("%s%s (%s%s\u2009%%)", sign, step, sign, percent);
}

static void
add_figure (QpPageTable *table, const GPtrArray *variants, guint from, guint until, QpVariantFigure figure, const char *currency)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *label = qp_variant_figure_label (figure);
  const double base = qp_variant_get (variants->pdata[0], figure);

  g_ptr_array_add (cells, is_money (figure) ? g_strdup_printf (C_ ("figure", "%s, %s"), label, currency) : g_strdup (label));
  g_ptr_array_add (cells, number_text (base));
  for (guint i = from; i < until; i++)
    {
      const double value = qp_variant_get (variants->pdata[i], figure);
      g_ptr_array_add (cells, number_text (value));
      g_ptr_array_add (cells, difference_text (value, base));
    }
  qp_page_table_add_texts (table, (const char *const *) cells->pdata, cells->len);
}

/**
 * qp_report_variants_table:
 * @variants: (element-type QpVariant): the project and its alternatives
 * @from: the first alternative that is told, from 1
 * @currency: currency of the project
 *
 * Returns: (transfer full): the project and two alternatives, or the last one, side by side, each with its difference from the
 *   project
 */
QpPageTable *
qp_report_variants_table (const GPtrArray *variants, guint from, const char *currency)
{
  const guint until = MIN (variants->len, from + ABREAST);
  g_autofree char *base = qp_variant_name (variants->pdata[0]), *one = qp_variant_name (variants->pdata[from]);
  g_autofree char *two = from + 1 < until ? qp_variant_name (variants->pdata[from + 1]) : NULL;
  QpPageTable *table = qp_page_table_new (two == NULL ? "lrrr" : "lrrrrr", C_ ("alternatives", "Compared"), base, one, C_ ("alternatives", "Difference"),
                                          two, C_ ("alternatives", "Difference"), NULL);

  for (guint figure = 0; figure < QP_N_VARIANT_FIGURES; figure++)
    add_figure (table, variants, from, until, figure, currency);
  return table;
}

/* --- the part --- */

typedef struct
{
  const QpReportData *data;
  guint from;
  guint n;
} Charts;

static void
paint_charts (cairo_t *cr, double width, double height, gpointer data)
{
  const Charts *self = data;

  qp_paint_variants_charts (cr, 0, 0, width, self->data->variants, self->from, self->n, self->data->project->currency, &self->data->style);
}

/* as many charts on a page as there is room for */
static void
charts (QpPages *pages, const QpReportData *self)
{
  const guint all = qp_variants_chart_count ();
  double width, room;

  qp_pages_room (pages, &width, &room);
  for (Charts part = { self, 0, 0 }; part.from < all; part.from += part.n)
    {
      for (part.n = 1; part.from + part.n < all; part.n++)
        if (qp_variants_charts_height (self->variants, part.from, part.n + 1, &self->style) > ROOM_SHARE * room)
          break;
      qp_pages_figure (pages, part.from == 0 ? _ ("The project and its alternatives") : _ ("The project and its alternatives, continued"),
                       qp_variants_charts_height (self->variants, part.from, part.n, &self->style), paint_charts, &part);
    }
}

/* the alternatives that are kept in the project; nothing where there are none */
void
qp_report_alternatives (QpReportData *self, QpPages *pages)
{
  const char *currency = self->project->currency != NULL ? self->project->currency : _ ("Currency not known");

  if (self->variants == NULL)
    return;
  qp_pages_heading (pages, 2, _ ("Alternatives compared"));
  g_autoptr (QpPageTable) changes = qp_report_changes_table (self->variants);
  qp_pages_table (pages, _ ("What the alternatives change"), changes);
  for (guint i = 1; i < self->variants->len; i += ABREAST)
    {
      g_autoptr (QpPageTable) table = qp_report_variants_table (self->variants, i, currency);
      qp_pages_table (pages, _ ("Alternatives, with their difference from the project as it stands"), table);
    }
  charts (pages, self);
}
