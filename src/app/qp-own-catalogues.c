/* qp-own-catalogues.c: catalogues of one's own in the program: loaded at the start, added from the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-own-catalogues.h"

#include "app/qp-application.h"
#include "app/qp-compat.h"
#include "app/qp-own-file.h"
#include "app/qp-window-private.h"

/**
 * qp_own_catalogues_load:
 * @findings: what is wrong with the user's files, each with its line
 * @error: return location for a #GError, or %NULL
 *
 * Returns: (transfer full): the built-in catalogue with those of the user's data folder, or %NULL with @error set
 */
QpCatalogue *
qp_own_catalogues_load (QpFindings *findings, GError **error)
{
  g_autofree char *folder = qp_catalogue_user_folder ();
  g_autoptr (QpCatalogue) builtin = qp_catalogue_load_builtin (NULL, error);

  return builtin == NULL ? NULL : qp_catalogue_with_folder (builtin, folder, findings);
}

static void
use_everywhere (QpWindow *window, QpCatalogue *catalogue)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (QP_IS_APPLICATION (application))
    qp_application_set_catalogue (QP_APPLICATION (application), catalogue);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (QP_IS_WINDOW (l->data))
      {
        QpWindow *each = l->data;
        qp_catalogue_unref (each->catalogue);
        each->catalogue = qp_catalogue_ref (catalogue);
        qp_estimate_cache_set_builtin (qp_project_session_estimates (each->session), catalogue);
      }
}

static guint
count_prices (const QpNode *root)
{
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, root->children);
  while (qp_node_iter_next_of (&iter, QP_KIND_PRICE) != NULL)
    n++;
  return n;
}

static void
tell_added (QpWindow *window, GFile *file, const QpNode *root, guint n_refused, const QpFindings *findings)
{
  const guint n = qp_node_list_length (root->children), n_prices = count_prices (root);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *added
      = n > 0 && n_prices == n ? g_strdup_printf (ngettext ("“%s” added: %u price", "“%s” added: %u prices", n), name, n)
                               : g_strdup_printf (ngettext ("“%s” added: %u product", "“%s” added: %u products", n), name, n);
  g_autofree char *refused = g_strdup_printf (ngettext ("%u left out, because it can’t be true",
                                                        "%u left out, because they can’t be true", n_refused), n_refused);
  g_autofree char *text = n_refused == 0 ? g_strdup (added) : g_strdup_printf ("%s; %s", added, refused);

  if (n > 0 && n_prices == n)
    qp_window_show_toast (window, text, _ ("_Cost"), "win.cost");
  else
    qp_window_show_toast (window, text, _ ("_Catalogue"), "win.browse-catalogue");
  if (qp_findings_length (findings) > 0)
    qp_findings_dialog_show (window, findings);
}

static gboolean
add (QpWindow *window, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpFindings) others = qp_findings_new ();
  guint n_refused = 0;
  g_autoptr (QpNode) root = bytes == NULL ? NULL : qp_catalogue_read_sound (bytes, findings, &n_refused, error);
  g_autofree char *folder = qp_catalogue_user_folder ();

  if (root == NULL || !qp_own_file_keep (file, folder, error))
    return FALSE;
  g_autoptr (QpCatalogue) catalogue = qp_own_catalogues_load (others, error);
  if (catalogue == NULL)
    return FALSE;
  use_everywhere (window, catalogue);
  tell_added (window, file, root, n_refused, findings);
  return TRUE;
}

/**
 * qp_own_catalogues_add:
 * @window: a window
 * @file: a catalogue file, or a table of prices
 *
 * Checks @file, tells what is wrong with it line by line, copies it into the user's data folder, and offers its sound
 * products and prices in all windows.
 *
 * Returns: whether it was added; if not, that has been told
 */
gboolean
qp_own_catalogues_add (QpWindow *window, GFile *file)
{
  return qp_own_file_add (window, file, add, _ ("The Catalogue Could Not Be Added"));
}

static void
add_catalogue (QpWindow *window, GFile *file)
{
  qp_own_catalogues_add (window, file);
}

/**
 * qp_own_catalogues_choose:
 * @window: a window
 *
 * Lets the user choose a catalogue file, and adds it.
 */
void
qp_own_catalogues_choose (QpWindow *window)
{
  qp_own_file_choose (window, qp_file_dialog_catalogue, add_catalogue);
}

/* a price book is a catalogue of prices, as a table or in XML */
static void
add_prices (QpWindow *window, GFile *file)
{
  qp_own_file_add (window, file, add, _ ("The Prices Could Not Be Added"));
}

/**
 * qp_own_prices_choose:
 * @window: a window
 *
 * Lets the user choose a price book, a table in CSV or a catalogue file, and adds it.
 */
void
qp_own_prices_choose (QpWindow *window)
{
  qp_own_file_choose (window, qp_file_dialog_prices, add_prices);
}

/**
 * qp_own_key_new:
 *
 * Returns: (transfer full): a key for a cabinet that the planner enters, such as "own-3f2a91c0"
 */
char *
qp_own_key_new (void)
{
  g_autofree char *chance = g_uuid_string_random ();

  return g_strdup_printf ("own-%.8s", chance);
}
