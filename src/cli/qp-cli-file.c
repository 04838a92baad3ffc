/* qp-cli-file.c: projects in, results out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "store/qp-store.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define PIECE 65536
#define MOST_BYTES ((gsize) 1 << 30)

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);

  for (;;)
    {
      const gssize n = read (STDIN_FILENO, piece, PIECE);

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          const int code = errno;
          g_set_error (error, QP_ERROR, QP_ERROR_READ, _("Standard input can’t be read: %s"), g_strerror (code));
          return NULL;
        }
      if (all->len + (gsize) n > MOST_BYTES)
        {
          g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _("Standard input is larger than 1 GiB."));
          return NULL;
        }
      g_byte_array_append (all, piece, (guint) n);
    }
}

/**
 * qp_cli_read_bytes:
 * @path: a file, or `-` for standard input
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): all of it
 */
GBytes *
qp_cli_read_bytes (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (strcmp (path, "-") == 0)
    return read_standard_input (error);
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&text), length);
}

/**
 * qp_cli_read:
 * @path: a file, or `-` for standard input
 * @findings: (nullable): where to list what is wrong with the project
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): the project
 */
QpNode *
qp_cli_read (const char *path, QpFindings *findings, GError **error)
{
  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GBytes) bytes = qp_cli_read_bytes (path, error);
      return bytes != NULL ? qp_store_read (bytes, QP_KIND_PROJECT, findings, error) : NULL;
    }

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  QpFileState state = { NULL };
  QpNode *project = qp_store_load (file, findings, &state, error);
  qp_file_state_clear (&state);
  return project;
}

/**
 * qp_cli_print_finding:
 * @stream: where to
 * @path: the file it was found in
 * @finding: a finding
 *
 * Prints `file:line: severity: message`, as compilers do and editors understand; without a line, the object's name
 * stands before the message.
 */
void
qp_cli_print_finding (FILE *stream, const char *path, const QpFinding *finding)
{
  g_autoptr (GString) line = g_string_new (strcmp (path, "-") == 0 ? _("standard input") : path);

  if (finding->line > 0)
    g_string_append_printf (line, ":%d", finding->line);
  g_string_append_printf (line, ": %s: ", qp_severity_word (finding->severity));
  if (finding->line == 0 && finding->element != NULL) /* found by calculating: the place is the object */
    g_string_append_printf (line, "%s: ", finding->element);
  g_string_append_printf (line, "%s\n", finding->message);
  fputs (line->str, stream);
}

/**
 * qp_cli_tell_unreadable:
 * @path: a file that can't be read
 * @error: why
 *
 * Tells it on standard error, naming the file once.
 */
void
qp_cli_tell_unreadable (const char *path, const GError *error)
{
  if (g_error_matches (error, QP_ERROR, QP_ERROR_READ))
    qp_cli_message ("%s", error->message);
  else
    qp_cli_message ("%s: %s", strcmp (path, "-") == 0 ? _("standard input") : path, error->message);
}

/**
 * qp_cli_open:
 * @path: a file, or `-` for standard input
 *
 * Reads a project and tells its warnings on standard error.
 *
 * Returns: (transfer full) (nullable): the project, or %NULL when it can't be read, which has been told
 */
QpNode *
qp_cli_open (const char *path)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QpNode) project = qp_cli_read (path, findings, &error);

  for (guint i = 0; i < qp_findings_length (findings); i++)
    {
      const QpFinding *finding = qp_findings_get (findings, i);
      if (finding->severity >= QP_SEVERITY_WARNING)
        qp_cli_print_finding (stderr, path, finding);
    }
  if (project == NULL)
    qp_cli_tell_unreadable (path, error);
  return g_steal_pointer (&project);
}

/**
 * qp_cli_write:
 * @path: (nullable): a file; `-` or %NULL for standard output
 * @bytes: what to write
 *
 * Returns: whether it could be written; if not, it has been told
 */
gboolean
qp_cli_write (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (path == NULL || strcmp (path, "-") == 0)
    return fwrite (data, 1, size, stdout) == size; /* main() tells a full disk when it closes the stream */
  if (g_file_set_contents (path, data, (gssize) size, &error))
    return TRUE;
  qp_cli_message (_("“%s” can’t be written: %s"), path, error->message);
  return FALSE;
}

static gboolean
is_wanted (const QpNode *node, QpKind kind, const char *wanted, gboolean has_id, QpId id)
{
  if (node->kind != kind)
    return FALSE;
  return has_id ? qp_id_equal (node->id, id) : g_strcmp0 (qp_node_name (node), wanted) == 0;
}

static void
find_nodes (QpNode *node, QpKind kind, const char *wanted, gboolean has_id, QpId id, GPtrArray *found)
{
  QpNodeIter iter;

  if (is_wanted (node, kind, wanted, has_id, id))
    g_ptr_array_add (found, node);
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    find_nodes (child, kind, wanted, has_id, id, found);
}

/**
 * qp_cli_find_node:
 * @root: the project
 * @kind: kind wanted
 * @wanted: its id, or its name where only one is called so
 *
 * Returns: (transfer none) (nullable): the node, or %NULL, which has been told
 */
QpNode *
qp_cli_find_node (QpNode *root, QpKind kind, const char *wanted)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  QpId id = QP_ID_NONE;
  const gboolean has_id = qp_id_parse (wanted, &id);

  find_nodes (root, kind, wanted, has_id, id, found);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len == 0)
    qp_cli_message (_("The project has no %s “%s”. “qianping-cli show FILE” lists the ids."),
                    qp_kind_info (kind)->element, wanted);
  else
    qp_cli_message (_("“%s” names more than one %s. Give its id, as “qianping-cli show FILE” lists it."), wanted,
                    qp_kind_info (kind)->element);
  return NULL;
}

/**
 * qp_cli_catalogue:
 * @project: (nullable): a project, whose own equipment is added
 *
 * Catalogues in the user's data folder are read as well; what is wrong with them is told and left out.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL when the built-in one can't be read, which has been told
 */
QpCatalogue *
qp_cli_catalogue (const QpNode *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpCatalogue) builtin = qp_catalogue_load_builtin (NULL, &error);

  if (builtin == NULL)
    {
      qp_cli_message (_("The catalogue can’t be read: %s"), error->message);
      return NULL;
    }
  g_autofree char *folder = qp_catalogue_user_folder ();
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpCatalogue) all = qp_catalogue_with_folder (builtin, folder, findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    {
      const QpFinding *finding = qp_findings_get (findings, i);
      g_autofree char *path = g_build_filename (folder, finding->element, NULL);
      if (finding->severity == QP_SEVERITY_ERROR)
        qp_cli_print_finding (stderr, path, finding);
    }
  return project != NULL ? qp_catalogue_with_project (all, project) : g_steal_pointer (&all);
}

/**
 * qp_cli_each_screen:
 * @node: where to begin
 * @context: its surroundings
 * @visit: called for each screen, in the order of the file
 * @data: given to @visit
 */
void
qp_cli_each_screen (const QpNode *node, const QpEngineContext *context, QpScreenVisitor visit, gpointer data)
{
  qp_each_screen (node, context, visit, data);
}

/**
 * qp_cli_each_plan:
 * @node: where to begin
 * @context: its surroundings
 * @visit: called for each plan, in the order of the file
 * @data: given to @visit
 */
void
qp_cli_each_plan (const QpNode *node, const QpEngineContext *context, QpPlanVisitor visit, gpointer data)
{
  QpEngineContext inner = *context;
  QpNodeIter iter;

  if (node->kind == QP_KIND_SITE)
    inner.site = (const QpSite *) node;
  if (node->kind == QP_KIND_PLAN)
    {
      inner.plan = (const QpPlan *) node;
      visit (&inner, data);
      return;
    }
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    qp_cli_each_plan (child, &inner, visit, data);
}

/**
 * qp_cli_today:
 *
 * Returns: (transfer full): the date of today, "2026-11-28"
 */
char *
qp_cli_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
is_language (const char *word)
{
  return strcmp (word, "en") == 0 || strcmp (word, "zh_CN") == 0;
}

/**
 * qp_cli_speak_as_asked:
 * @argv: the arguments of the program
 *
 * Takes the language that --lang asks for. To be called before the first text is translated: whether there are translations at all
 * is found out once and for all then.
 */
void
qp_cli_speak_as_asked (char **argv)
{
  for (guint i = 1; argv[i] != NULL; i++)
    {
      const char *word = g_str_has_prefix (argv[i], "--lang=") ? argv[i] + strlen ("--lang=") : strcmp (argv[i], "--lang") == 0 ? argv[i + 1] : NULL;
      if (word != NULL && is_language (word))
        g_setenv ("LANGUAGE", word, TRUE);
    }
}

/**
 * qp_cli_check_language:
 * @self: the command, to tell wrong use
 * @language: (nullable): what --lang said
 *
 * Returns: whether the program speaks it (see qp_cli_speak_as_asked()); if not, it has been told
 */
gboolean
qp_cli_check_language (const QpCommand *self, const char *language)
{
  if (language == NULL || is_language (language))
    return TRUE;
  qp_cli_wrong (self, _ ("“%s” is no language of documents; there are en and zh_CN."), language);
  return FALSE;
}
