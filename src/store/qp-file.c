/* qp-file.c: files read whole, and replaced so that the old one survives any failure
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "store/qp-store.h"

#include "store/qp-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_AT_ONCE (1 << 16)
#define MAX_LINKS 40

/**
 * qp_file_state_clear:
 * @self: what a file looked like
 *
 * Forgets it: the next save has nothing to compare with.
 */
void
qp_file_state_clear (QpFileState *self)
{
  g_clear_pointer (&self->etag, g_free);
}

static char *
display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  return base == NULL ? g_file_get_uri (file) : g_filename_display_name (base);
}

static const char *
read_failure (const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("it does not exist");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you have no permission to read it");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("it is a folder");
  return cause->message;
}

static void
fail_reading (GFile *file, const GError *cause, GError **error)
{
  g_autofree char *name = display_name (file);
  g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("“%s” can’t be read: %s."), name, read_failure (cause));
}

/* Reads no more than is allowed, whatever size the file claims to have: it may be a pipe or a device. */
static GBytes *
read_stream (GFile *file, GInputStream *stream, gsize expected, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) MIN (expected + 1, QP_STORE_MAX_BYTES));
  gsize n = 0;

  do
    {
      const guint length = bytes->len;
      g_autoptr (GError) cause = NULL;
      g_byte_array_set_size (bytes, length + READ_AT_ONCE);
      if (!g_input_stream_read_all (stream, bytes->data + length, READ_AT_ONCE, &n, NULL, &cause))
        {
          fail_reading (file, cause, error);
          return NULL;
        }
      g_byte_array_set_size (bytes, length + (guint) n);
      if (bytes->len > QP_STORE_MAX_BYTES)
        {
          g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The file is larger than %d MiB, the most that is read."),
                       QP_STORE_MAX_BYTES >> 20);
          return NULL;
        }
    }
  while (n == READ_AT_ONCE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
read_file (GFile *file, char **etag, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &cause);

  if (stream == NULL)
    {
      fail_reading (file, cause, error);
      return NULL;
    }
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  const goffset size = info == NULL ? 0 : g_file_info_get_size (info);
  *etag = info == NULL ? NULL : g_strdup (g_file_info_get_etag (info));
  return read_stream (file, G_INPUT_STREAM (stream), (gsize) MAX (size, 0), error);
}

/**
 * qp_store_load:
 * @file: a project file
 * @findings: (nullable): gets what is wrong but can be lived with
 * @state: (inout) (nullable): gets what the file looks like
 * @error: %QP_ERROR_READ, or as qp_store_read()
 *
 * Reads a project.
 *
 * Returns: (transfer full): the project, or %NULL with @error set
 */
QpNode *
qp_store_load (GFile *file, QpFindings *findings, QpFileState *state, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = read_file (file, &etag, error);
  QpNode *root = bytes == NULL ? NULL : qp_store_read (bytes, QP_KIND_PROJECT, findings, error);

  if (root != NULL && state != NULL)
    {
      qp_file_state_clear (state);
      state->etag = g_steal_pointer (&etag);
    }
  return root;
}

static gboolean
fail_writing (GFile *file, const char *why, GError **error)
{
  g_autofree char *name = display_name (file);
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("“%s” could not be saved: %s. The file on disk is as it was before."),
               name, why);
  return FALSE;
}

static gboolean
fail_changed (GFile *file, GError **error)
{
  g_autofree char *name = display_name (file);
  g_set_error (error, QP_ERROR, QP_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened here. It was not overwritten."), name);
  return FALSE;
}

static char *
query_etag (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info == NULL ? NULL : g_strdup (g_file_info_get_etag (info));
}

/* A file that was deleted meanwhile is written anew: there is nothing to lose. */
static gboolean
was_changed (GFile *file, const QpFileState *state)
{
  g_autofree char *now = state == NULL || state->etag == NULL ? NULL : query_etag (file);
  return now != NULL && strcmp (now, state->etag) != 0;
}

/* what a link leads to, so that the file is replaced and not the link; NULL for links in a circle */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (guint n = 0; g_file_test (target, G_FILE_TEST_IS_SYMLINK); n++)
    {
      g_autofree char *from = target;
      g_autofree char *link = n < MAX_LINKS ? g_file_read_link (from, NULL) : NULL;
      g_autofree char *folder = g_path_get_dirname (from);
      if (link == NULL)
        return NULL;
      target = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
    }
  return target;
}

static const char *
write_failure (const GError *cause)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return _ ("the disk is full");
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return _ ("you have no permission to write into this folder");
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return _ ("the folder is read-only");
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return _ ("its folder does not exist");
  return cause->message;
}

/* The temporary file is written beside the file, flushed and renamed over it. The name of the file itself is the
 * only one that the sandbox's document portal lets through to the disk. */
static gboolean
replace_local (GFile *file, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = follow_links (path);
  GStatBuf old;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) cause = NULL;

  if (target == NULL)
    return fail_writing (file, _ ("its link leads nowhere"), error);
  const gboolean exists = g_stat (target, &old) == 0;
  if (exists && S_ISDIR (old.st_mode))
    return fail_writing (file, _ ("it is a folder"), error);
  if (exists && g_access (target, W_OK) != 0)
    return fail_writing (file, _ ("it is read-only"), error);

  const int mode = exists ? (int) (old.st_mode & 07777) : 0666;
  if (!g_file_set_contents_full (target, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 mode, &cause))
    return fail_writing (file, write_failure (cause), error);
  if (exists)
    g_chmod (target, mode); /* what the umask took away */
  return TRUE;
}

static gboolean
replace_remote (GFile *file, GBytes *bytes, const QpFileState *state, gboolean overwrite_changed, GError **error)
{
  const char *etag = state == NULL || overwrite_changed ? NULL : state->etag;
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (g_file_replace_contents (file, text, length, etag, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &cause))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return fail_changed (file, error);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return fail_writing (file, _ ("the disk is full"), error);
  return fail_writing (file, cause->message, error);
}

/**
 * qp_store_save:
 * @file: where to
 * @root: a project
 * @state: (inout) (nullable): what the file looked like when it was read or written last, then what it looks like
 *   now; without one, or with an empty one, whatever is there is overwritten
 * @overwrite_changed: whether to overwrite a file that somebody else changed meanwhile
 * @error: %QP_ERROR_CHANGED or %QP_ERROR_WRITE; the file is as it was before
 *
 * Writes a project: beside the file, flushed to the disk, then renamed. At no moment is there anything but the
 * whole old or the whole new file. Keeps the file's mode; a link stays a link. Safe in any thread.
 *
 * Returns: whether it is saved
 */
gboolean
qp_store_save (GFile *file, const QpNode *root, QpFileState *state, gboolean overwrite_changed, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GBytes) bytes = qp_store_write (root);

  if (!overwrite_changed && was_changed (file, state))
    return fail_changed (file, error);
  if (!(path != NULL ? replace_local (file, path, bytes, error)
                     : replace_remote (file, bytes, state, overwrite_changed, error)))
    return FALSE;
  if (state != NULL)
    {
      qp_file_state_clear (state);
      state->etag = query_etag (file);
    }
  return TRUE;
}
