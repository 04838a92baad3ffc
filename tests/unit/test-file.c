/* test-file.c: saving keeps either the old or the new file whole, whatever happens
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "lib/qp-random.h"
#include "store/qp-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  QpNode *small;
  QpNode *large;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  f->folder = g_dir_make_tmp ("qp-file-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "city.qianping", NULL);
  f->file = g_file_new_for_path (f->path);
  f->small = qp_random_document (rand, QP_KIND_PROJECT, 5);
  f->large = qp_random_document (rand, QP_KIND_PROJECT, 400);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->file);
  qp_node_unref (f->small);
  qp_node_unref (f->large);
}

static void
save (Fixture *f, const QpNode *root, QpFileState *state)
{
  g_autoptr (GError) error = NULL;
  qp_store_save (f->file, root, state, FALSE, &error);
  g_assert_no_error (error);
}

static void
assert_holds (Fixture *f, const QpNode *root)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpNode) there = qp_store_load (f->file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (qp_node_equal (there, root));
}

static guint
n_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_fails (Fixture *f, GFile *file, const QpNode *root, QpFileState *state, QpError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (qp_store_save (file, root, state, FALSE, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, QP_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 30);
}

static void
test_save_and_load (Fixture *f, gconstpointer data)
{
  QpFileState state = { NULL };

  save (f, f->small, &state);
  assert_holds (f, f->small);
  save (f, f->large, &state);
  assert_holds (f, f->large);
  g_assert_cmpuint (n_files (f), ==, 1);
  qp_file_state_clear (&state);
}

static void
test_mode_is_kept (Fixture *f, gconstpointer data)
{
  GStatBuf after;
  const mode_t mask = umask (077);

  save (f, f->small, NULL);
  g_assert_cmpint (g_chmod (f->path, 0664), ==, 0);
  save (f, f->large, NULL);
  umask (mask);
  g_assert_cmpint (g_stat (f->path, &after), ==, 0);
  g_assert_cmpint (after.st_mode & 07777, ==, 0664);
}

static void
test_link_is_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (f->folder, "link", NULL);
  g_autofree char *lost_path = g_build_filename (f->folder, "lost", NULL);
  g_autofree char *circle_path = g_build_filename (f->folder, "circle", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  g_autoptr (GFile) lost_file = g_file_new_for_path (lost_path);
  g_autoptr (GFile) circle = g_file_new_for_path (circle_path);

  save (f, f->small, NULL);
  g_assert_cmpint (symlink ("city.qianping", link_path), ==, 0);
  g_assert_true (qp_store_save (link_file, f->large, NULL, FALSE, NULL));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_holds (f, f->large);

  g_assert_cmpint (symlink ("new.qianping", lost_path), ==, 0);
  g_assert_true (qp_store_save (lost_file, f->small, NULL, FALSE, NULL));
  g_assert_true (g_file_test (lost_path, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("circle", circle_path), ==, 0);
  assert_fails (f, circle, f->small, NULL, QP_ERROR_WRITE);
}

static void
test_changed_meanwhile (Fixture *f, gconstpointer data)
{
  g_autoptr (QpNode) root = NULL;
  QpFileState state = { NULL };

  save (f, f->small, NULL);
  root = qp_store_load (f->file, NULL, &state, NULL);
  g_usleep (20000); /* file times are no finer than the kernel's tick */
  save (f, f->large, NULL);
  assert_fails (f, f->file, f->small, &state, QP_ERROR_CHANGED);
  assert_holds (f, f->large);

  g_assert_true (qp_store_save (f->file, f->small, &state, TRUE, NULL));
  assert_holds (f, f->small);
  save (f, f->large, &state);
  g_remove (f->path);
  save (f, f->small, &state);
  assert_holds (f, f->small);
  qp_file_state_clear (&state);
}

static void
test_missing_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (f->folder, "no", "city.qianping", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  g_autoptr (GError) error = NULL;

  assert_fails (f, file, f->small, NULL, QP_ERROR_WRITE);
  assert_fails (f, folder, f->small, NULL, QP_ERROR_WRITE);
  g_assert_null (qp_store_load (file, NULL, NULL, &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (qp_store_load (folder, NULL, NULL, &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_READ);
}

/* permissions mean nothing to root: it becomes nobody for a while */
static void
test_read_only (Fixture *f, gconstpointer data)
{
  const gboolean is_root = geteuid () == 0;

  save (f, f->small, NULL);
  g_chmod (f->folder, 0555);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_fails (f, f->file, f->large, NULL, QP_ERROR_WRITE);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_chmod (f->folder, 0755);
  assert_holds (f, f->small);
  g_assert_cmpuint (n_files (f), ==, 1);
}

/* a disk that takes no more, as the limit on the size of files feigns it */
static void
test_full_disk (Fixture *f, gconstpointer data)
{
  struct rlimit old, low = { 4096, 4096 };

  save (f, f->small, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  low.rlim_max = old.rlim_max;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  assert_fails (f, f->file, f->large, NULL, QP_ERROR_WRITE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  assert_holds (f, f->small);
  g_assert_cmpuint (n_files (f), ==, 1);
}

static void
save_for_ever (Fixture *f)
{
  for (;;)
    {
      qp_store_save (f->file, f->small, NULL, TRUE, NULL);
      qp_store_save (f->file, f->large, NULL, TRUE, NULL);
    }
}

static void
test_kill_at_any_moment (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_large = 0;
  int longest_us = 40000;

  save (f, f->small, NULL);
  for (guint i = 0; i < 60 || (n_large == 0 && i < 120); i++)
    {
      if (i > 0 && i % 20 == 0 && n_large == 0)
        longest_us *= 2; /* the disk is busy with others: wait for longer before the kill */
      const pid_t child = fork ();
      if (child == 0)
        save_for_ever (f);
      g_assert_cmpint (child, >, 0);
      g_usleep ((gulong) g_rand_int_range (rand, 0, longest_us));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

      g_autoptr (GError) error = NULL;
      g_autoptr (QpNode) there = qp_store_load (f->file, NULL, NULL, &error);
      g_assert_no_error (error);
      const gboolean is_large = qp_node_equal (there, f->large);
      g_assert_true (is_large || qp_node_equal (there, f->small));
      n_large += is_large;
    }
  g_assert_cmpuint (n_large, >, 0); /* else nothing was ever saved, and nothing tested */
}

/* a device that never ends is given up, and a pipe is read */
static void
test_odd_files (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  int ends[2];

  if (g_file_test ("/dev/zero", G_FILE_TEST_EXISTS) && g_test_slow ())
    {
      g_assert_null (qp_store_load (endless, NULL, NULL, &error));
      g_assert_error (error, QP_ERROR, QP_ERROR_LIMIT);
    }
  g_autoptr (GBytes) text = qp_store_write (f->small);
  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (fcntl (ends[1], F_SETPIPE_SZ, 1 << 20), >=, (int) g_bytes_get_size (text));
  g_assert_cmpint (write (ends[1], g_bytes_get_data (text, NULL), g_bytes_get_size (text)), ==, g_bytes_get_size (text));
  close (ends[1]);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", ends[0]);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_clear_error (&error);
  g_autoptr (QpNode) root = qp_store_load (file, NULL, NULL, &error);
  close (ends[0]);
  g_assert_no_error (error);
  g_assert_true (qp_node_equal (root, f->small));
}

#define ADD(name, func) g_test_add ("/file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save-and-load", test_save_and_load);
  ADD ("mode-is-kept", test_mode_is_kept);
  ADD ("link-is-kept", test_link_is_kept);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("missing-folder", test_missing_folder);
  ADD ("read-only", test_read_only);
  ADD ("full-disk", test_full_disk);
  ADD ("kill-at-any-moment", test_kill_at_any_moment);
  ADD ("odd-files", test_odd_files);
  return g_test_run ();
}
