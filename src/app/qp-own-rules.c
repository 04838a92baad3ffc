/* qp-own-rules.c: rules of one's own in the program: checked and added from the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-own-rules.h"

#include "app/qp-compat.h"
#include "app/qp-own-file.h"
#include "app/qp-window-private.h"
#include "catalogue/qp-rule-sets.h"

static void
use_everywhere (QpWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  qp_rule_book_reload ();
  g_autoptr (QpRuleBook) book = qp_rule_book_default ();
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (QP_IS_WINDOW (l->data) && ((QpWindow *) l->data)->session != NULL)
      qp_verdicts_set_book (qp_project_session_verdicts (((QpWindow *) l->data)->session), book);
}

static void
tell_added (QpWindow *window, const QpNode *set, const QpFindings *findings)
{
  const guint n = qp_node_list_length (set->children);
  g_autofree char *text = g_strdup_printf (ngettext ("“%s” added: %u rule", "“%s” added: %u rules", n),
                                           qp_rules_title ((const QpRules *) set), n);

  qp_window_show_toast (window, text, _ ("_Verdicts"), "win.verdicts");
  if (qp_findings_length (findings) > 0)
    qp_findings_dialog_show (window, findings);
}

static gboolean
add (QpWindow *window, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) set = bytes == NULL ? NULL : qp_rule_set_read (bytes, findings, error);
  g_autofree char *folder = qp_rule_sets_user_folder ();

  if (set == NULL)
    return FALSE;
  qp_rules_check (set, findings);
  if (!qp_own_file_keep (file, folder, error))
    return FALSE;
  use_everywhere (window);
  tell_added (window, set, findings);
  return TRUE;
}

/**
 * qp_own_rules_add:
 * @window: a window
 * @file: a rule file
 *
 * Checks @file, tells what is wrong with it, copies it into the user's data folder, and judges by it in all windows.
 *
 * Returns: whether it was added; if not, that has been told
 */
gboolean
qp_own_rules_add (QpWindow *window, GFile *file)
{
  return qp_own_file_add (window, file, add, _ ("The Rules Could Not Be Added"));
}

static void
add_rules (QpWindow *window, GFile *file)
{
  qp_own_rules_add (window, file);
}

/**
 * qp_own_rules_choose:
 * @window: a window
 *
 * Lets the user choose a rule file, and adds it.
 */
void
qp_own_rules_choose (QpWindow *window)
{
  qp_own_file_choose (window, qp_file_dialog_rules, add_rules);
}
