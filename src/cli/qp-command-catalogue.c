/* qp-command-catalogue.c: the equipment that can be chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"

#include <string.h>

static const QpKind equipment[] = { QP_KIND_CABINET, QP_KIND_CONTROLLER, QP_KIND_PLAYER, QP_KIND_PRICE };

static char *
text_of (const QpNode *node, const char *name)
{
  const QpField *field = qp_kind_field (node->kind, name);
  const QpValue value = field != NULL ? qp_node_get (node, field) : (QpValue){ .storage = QP_STORAGE_TEXT };

  if (field == NULL)
    return g_strdup ("");
  return qp_value_is_unset (&value) ? g_strdup (_("not known")) : qp_field_to_text (field, &value);
}

static char *
title_of (const QpNode *node)
{
  if (node->kind == QP_KIND_CABINET)
    return qp_cabinet_title ((const QpCabinet *) node);
  if (node->kind == QP_KIND_PRICE)
    return text_of (node, "name");
  g_autofree char *maker = text_of (node, "manufacturer");
  g_autofree char *model = text_of (node, "model");
  return g_strdup_printf ("%s %s", maker, model);
}

static void
print_list (const QpCatalogue *catalogue, QpKind kind)
{
  g_autoptr (GPtrArray) nodes = qp_catalogue_nodes (catalogue, kind);
  g_autoptr (QpTable) table = qp_table_new (4, "llll");

  g_print ("%s (%u)\n", qp_kind_label (kind), nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    {
      const QpNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *key = text_of (node, "key");
      g_autofree char *title = title_of (node);
      g_autofree char *grade = text_of (node, "grade");
      qp_table_add (table, key, title, grade, NULL);
    }
  qp_table_print (table, 2);
}

static QpExit
list_catalogue (gboolean as_json)
{
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (NULL);
  g_autoptr (QpJson) json = qp_json_new ();

  if (catalogue == NULL)
    return QP_EXIT_FAILED;
  qp_json_begin_object (json, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (equipment); k++)
    {
      g_autoptr (GPtrArray) nodes = qp_catalogue_nodes (catalogue, equipment[k]);
      g_autofree char *key = g_strdup_printf ("%ss", qp_kind_info (equipment[k])->element);

      if (!as_json)
        {
          print_list (catalogue, equipment[k]);
          continue;
        }
      qp_json_begin_array (json, key);
      for (guint i = 0; i < nodes->len; i++)
        {
          qp_json_begin_object (json, NULL);
          qp_json_fields (json, g_ptr_array_index (nodes, i));
          qp_json_end_object (json);
        }
      qp_json_end_array (json);
    }
  qp_json_end_object (json);
  if (as_json)
    qp_json_print (json);
  return QP_EXIT_FINE;
}

/* any kind of equipment, by key or model */
static const QpNode *
find_equipment (const QpCatalogue *catalogue, const char *wanted)
{
  for (guint k = 0; k < G_N_ELEMENTS (equipment); k++)
    {
      g_autoptr (GPtrArray) nodes = qp_catalogue_nodes (catalogue, equipment[k]);
      for (guint i = 0; i < nodes->len; i++)
        {
          const QpNode *node = g_ptr_array_index (nodes, i);
          g_autofree char *key = text_of (node, "key");
          g_autofree char *model = text_of (node, "model");
          if (strcmp (key, wanted) == 0 || g_ascii_strcasecmp (model, wanted) == 0)
            return node;
        }
    }
  return NULL;
}

static const char *
choice_label (const QpField *field, gint64 index)
{
  return _(field->values[index].label);
}

static void
print_fields (const QpNode *node)
{
  const QpKindInfo *info = qp_kind_info (node->kind);
  g_autoptr (QpTable) table = qp_table_new (2, "ll");

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpField *field = &info->fields[i];
      const QpValue value = qp_node_get (node, field);
      const char *unit = qp_unit_symbol (field->unit);
      g_autofree char *text = qp_value_is_unset (&value) ? NULL : qp_field_to_text (field, &value);
      g_autofree char *with_unit = text != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", text, unit) : NULL;

      if (text == NULL)
        qp_table_add (table, qp_field_label (field), _("not known"), NULL);
      else if (field->type == QP_FIELD_ENUM)
        qp_table_add (table, qp_field_label (field), choice_label (field, value.integer), NULL);
      else
        qp_table_add (table, qp_field_label (field), with_unit != NULL ? with_unit : text, NULL);
    }
  qp_table_print (table, 0);
}

static QpExit
show_equipment (const char *wanted, gboolean as_json)
{
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (NULL);

  if (catalogue == NULL)
    return QP_EXIT_FAILED;
  const QpNode *node = find_equipment (catalogue, wanted);
  if (node == NULL)
    {
      qp_cli_message (_("The catalogue has no “%s”. “qianping-cli catalogue list” lists the keys."), wanted);
      return QP_EXIT_FAILED;
    }
  if (!as_json)
    {
      print_fields (node);
      return QP_EXIT_FINE;
    }
  g_autoptr (QpJson) json = qp_json_new ();
  qp_json_begin_object (json, NULL);
  qp_json_string (json, "element", qp_kind_info (node->kind)->element);
  qp_json_fields (json, node);
  qp_json_end_object (json);
  qp_json_print (json);
  return QP_EXIT_FINE;
}

static void
print_findings (const char *path, const QpFindings *findings, gboolean as_json)
{
  g_autoptr (QpJson) json = qp_json_new ();

  qp_json_begin_object (json, NULL);
  qp_json_begin_array (json, "findings");
  for (guint i = 0; i < qp_findings_length (findings); i++)
    {
      const QpFinding *finding = qp_findings_get (findings, i);

      if (!as_json)
        qp_cli_print_finding (stdout, path, finding);
      qp_json_begin_object (json, NULL);
      qp_json_integer (json, "line", finding->line > 0 ? finding->line : QP_UNSET);
      qp_json_string (json, "severity", qp_severity_key (finding->severity));
      qp_json_string (json, "code", finding->code);
      qp_json_string (json, "element", finding->element);
      qp_json_string (json, "message", finding->message);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
  if (as_json)
    qp_json_print (json);
}

static gboolean
check_catalogue_file (const char *path, QpFindings *findings, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return FALSE;
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  g_autoptr (QpNode) root = qp_catalogue_read (bytes, findings, error);
  if (root != NULL)
    qp_catalogue_check_text (root, bytes, findings);
  return root != NULL;
}

static gboolean
check_builtin (QpFindings *findings, GError **error)
{
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_load_builtin (findings, error);

  return catalogue != NULL;
}

static QpExit
check_catalogue (const char *path, gboolean as_json)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  const gboolean readable = path != NULL ? check_catalogue_file (path, findings, &error) : check_builtin (findings, &error);

  print_findings (path != NULL ? path : _("built-in catalogue"), findings, as_json);
  if (!readable)
    {
      qp_cli_message ("%s: %s", path != NULL ? path : _("built-in catalogue"), error->message);
      return QP_EXIT_FAILED;
    }
  return qp_findings_count (findings, QP_SEVERITY_WARNING) > 0 ? QP_EXIT_NO : QP_EXIT_FINE;
}

static QpExit
run_catalogue (const QpCommand *self, char **argv)
{
  static const char *const actions[] = { "list", "show", "check", NULL };
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 2))
    return QP_EXIT_FAILED;
  if (strcmp (argv[1], "list") == 0 && argv[2] == NULL)
    return list_catalogue (as_json);
  if (strcmp (argv[1], "show") == 0 && argv[2] != NULL)
    return show_equipment (argv[2], as_json);
  if (strcmp (argv[1], "check") == 0)
    return check_catalogue (argv[2], as_json);
  if (g_strv_contains (actions, argv[1]))
    return qp_cli_wrong (self, _("“%s” needs: %s"), self->name, _(self->arguments));
  g_autofree char *hint = qp_cli_did_you_mean (argv[1], actions);
  return qp_cli_wrong (self, _("“catalogue” can’t “%s”.%s"), argv[1], hint);
}

const QpCommand qp_command_catalogue = {
  .name = "catalogue",
  .arguments = N_ ("list | show KEY | check [FILE]"),
  .summary = N_ ("List, show or check the equipment that can be chosen"),
  .details = N_ ("“check” tests a catalogue file, or the built-in one, for impossible records."),
  .run = run_catalogue,
};
