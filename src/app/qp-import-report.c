/* qp-import-report.c: what was read of a plan and what was not, in plain words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-import-report.h"
#include "app/qp-mark.h"
#include "base/qp-number.h"

#include <adwaita.h>

/* Counts of a type on all layers together. */
typedef struct
{
  char *what;
  guint read;
  guint skipped;
} Sum;

static void
sum_clear (gpointer data)
{
  g_free (((Sum *) data)->what);
}

static GArray *
sums_of (const QpPlanSource *source, guint *read, guint *skipped)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  g_array_set_clear_func (sums, sum_clear);
  guint n = 0;
  const QpPlanCount *counts = qp_plan_source_counts (source, &n);
  for (guint i = 0; i < n; i++)
    {
      guint at = 0;
      if (counts[i].read + counts[i].skipped == 0)
        continue; /* only in blocks */
      while (at < sums->len && strcmp (g_array_index (sums, Sum, at).what, counts[i].what) != 0)
        at++;
      if (at == sums->len)
        g_array_append_vals (sums, &(Sum){ g_strdup (counts[i].what), 0, 0 }, 1);
      g_array_index (sums, Sum, at).read += counts[i].read;
      g_array_index (sums, Sum, at).skipped += counts[i].skipped;
      *read += counts[i].read;
      *skipped += counts[i].skipped;
    }
  return sums;
}

static int
most_skipped_first (gconstpointer a, gconstpointer b)
{
  const Sum *one = a, *other = b;
  if (one->skipped != other->skipped)
    return one->skipped > other->skipped ? -1 : 1;
  return one->read == other->read ? 0 : one->read > other->read ? -1 : 1;
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static GtkWidget *
finding_row_new (const QpFinding *finding)
{
  static const QpMark marks[] = { QP_MARK_NONE, QP_MARK_WARNING, QP_MARK_ERROR };
  const QpMark mark = marks[finding->severity];
  GtkWidget *row = row_new (finding->message, NULL);
  GtkWidget *icon
      = gtk_image_new_from_icon_name (mark != QP_MARK_NONE ? qp_mark_icon (mark) : "dialog-information-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qp_severity_word (finding->severity), -1);
  if (mark != QP_MARK_NONE)
    gtk_widget_add_css_class (icon, qp_mark_css (mark));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static GtkWidget *
sum_row_new (const Sum *sum)
{
  g_autofree char *read = qp_number_display (sum->read, 0);
  g_autofree char *skipped = qp_number_display (sum->skipped, 0);
  g_autofree char *text = sum->skipped == 0 ? g_strdup_printf (_ ("%s read"), read)
                          : sum->read == 0  ? g_strdup_printf (_ ("%s skipped"), skipped)
                                            : g_strdup_printf (_ ("%s read, %s skipped"), read, skipped);
  return row_new (sum->what, text);
}

/* Only when somebody looks: a drawing has objects of dozens of types. */
static void
on_expanded (AdwExpanderRow *expander, GParamSpec *property, GArray *sums)
{
  for (guint i = 0; i < sums->len; i++)
    adw_expander_row_add_row (expander, sum_row_new (&g_array_index (sums, Sum, i)));
  g_signal_handlers_disconnect_by_func (expander, on_expanded, sums);
}

static void
forget_sums (gpointer data, GClosure *closure)
{
  g_array_unref (data);
}

/* Types are listed by the names that the format gives them: these are what the sender can be asked about. */
static void
add_sums (AdwPreferencesGroup *group, GArray *sums)
{
  GtkWidget *expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Objects by type"));
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (on_expanded), g_array_ref (sums), forget_sums, 0);
  adw_preferences_group_add (group, expander);
}

/**
 * qp_import_report_new:
 * @source: a plan
 *
 * Returns: (transfer floating): the findings and counts of its reader
 */
GtkWidget *
qp_import_report_new (const QpPlanSource *source)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const QpFindings *findings = qp_plan_source_findings (source);
  guint read = 0, skipped = 0;
  g_autoptr (GArray) sums = sums_of (source, &read, &skipped);
  g_autofree char *all = qp_number_display (read + skipped, 0);
  g_autofree char *some = qp_number_display (read, 0);
  g_autofree char *text = skipped == 0 ? g_strdup_printf (_ ("All %s objects were read."), all)
                                       : g_strdup_printf (_ ("%s of %s objects were read."), some, all);
  adw_preferences_group_set_title (group, _ ("Report"));
  if (sums->len > 0)
    adw_preferences_group_set_description (group, text);
  for (guint i = 0; findings != NULL && i < qp_findings_length (findings); i++)
    adw_preferences_group_add (group, finding_row_new (qp_findings_get (findings, i)));
  g_array_sort (sums, most_skipped_first);
  if (sums->len > 0)
    add_sums (group, sums);
  gtk_widget_set_visible (GTK_WIDGET (group), sums->len > 0 || (findings != NULL && qp_findings_length (findings) > 0));
  return GTK_WIDGET (group);
}
