/* test-plans-bombs.c: hostile and huge plans end in seconds and within 500 MiB, each in a process of its own
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * test-plans-bombs FILE reads a file as the window and the command line do, and ends with 0 when it could be read.
 */
#include "config.h"

#include "plans-help.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_KIB (500 * 1024)
#ifdef __SANITIZE_ADDRESS__ /* some ten times as slow: there the reader's own limit must have ended it */
#define MOST_US ((QP_PLAN_MAX_SECONDS + 10) * G_USEC_PER_SEC)
#else
#define MOST_US (20 * G_USEC_PER_SEC)
#endif

static char *self_path;

static int
read_file (const char *path)
{
  char *text;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (!g_file_get_contents (path, &text, &length, NULL))
    return 3;
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr (QpPlanSource) source = qp_plan_source_open (bytes, name, 1, NULL, &error);
  if (source == NULL)
    {
      g_printerr ("# %s\n", error->message);
      return 1;
    }
  cairo_surface_destroy (paint_source (source, NULL, 512, QP_PLAN_LOOK_NIGHT));
  return 0;
}

static gint64
microseconds (struct timeval time)
{
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_usec;
}

/* what wait4() says is of this child alone; its work is measured, as the limit is, not how busy the machine is besides */
static int
run (const char *path, long *peak_kib, gint64 *took)
{
  struct rusage usage;
  int status;

  const pid_t child = fork ();
  if (child == 0)
    {
      execl (self_path, self_path, path, NULL);
      _exit (4);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  *peak_kib = usage.ru_maxrss;
  *took = microseconds (usage.ru_utime) + microseconds (usage.ru_stime);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
try_bytes (GBytes *bytes, const char *name, int expected)
{
  g_autofree char *folder = g_dir_make_tmp ("qp-bombs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  long peak_kib = 0;

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  gint64 took = 0;
  g_assert_cmpint (run (path, &peak_kib, &took), ==, expected);
  g_unlink (path);
  g_rmdir (folder);
  g_test_message ("%s: %ld MiB, %.1f s", name, peak_kib / 1024, (double) took / G_USEC_PER_SEC);
  g_assert_cmpint (took, <, MOST_US);
#ifndef __SANITIZE_ADDRESS__ /* which takes several times as much */
  g_assert_cmpint (peak_kib, <, MOST_KIB);
#endif
}

#ifndef __SANITIZE_ADDRESS__

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* as many pixels as are allowed, of one bit each in the file */
static void
test_largest_png (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A1, 11300, 11300);
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  g_autoptr (GBytes) png = g_byte_array_free_to_bytes (bytes);
  try_bytes (png, "largest.png", 0);
}

/* just as many values as are allowed */
static void
test_largest_geojson (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"LineString\",\"coordinates\":[[1,2]");

  for (guint i = 0; i < QP_PLAN_MAX_GEOJSON_VALUES / 5 - 10; i++)
    g_string_append_printf (text, ",[1.%04u,2.%04u]", i % 9973, i % 9967);
  g_string_append (text, "]}");
  g_autoptr (GBytes) bytes = bytes_of (text->str);
  try_bytes (bytes, "largest.geojson", 0);
}

#endif

static void
test_deep_geojson (void)
{
  g_autofree char *text = g_strnfill (100000, '[');
  g_autoptr (GBytes) bytes = bytes_of (text);

  try_bytes (bytes, "deep.geojson", 1);
}

/* ten levels of ten */
static void
test_billion_laughs (void)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE svg [<!ENTITY a0 'lol'>");

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (text, "<!ENTITY a%u '", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (text, "&a%u;", i - 1);
      g_string_append (text, "'>");
    }
  g_string_append (text, "]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>&a9;</text></svg>");
  g_autoptr (GBytes) bytes = bytes_of (text->str);
  try_bytes (bytes, "laughs.svg", 1);
}

/* lists in lists of references, ten to the tenth shapes */
static void
test_svg_uses (void)
{
  g_autoptr (GString) text = g_string_new ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><defs>"
                                           "<path id='u0' d='M0 0h9'/>");

  for (guint i = 1; i <= 10; i++)
    {
      g_string_append_printf (text, "<g id='u%u'>", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (text, "<use href='#u%u'/>", i - 1);
      g_string_append (text, "</g>");
    }
  g_string_append (text, "</defs><use href='#u10'/></svg>");
  g_autoptr (GBytes) bytes = bytes_of (text->str);
  try_bytes (bytes, "uses.svg", 1);
}

#ifdef HAVE_POPPLER

static void
test_pdf_pages (void)
{
  g_autoptr (GBytes) bytes = pdf_with_pages (10000);

  try_bytes (bytes, "book.pdf", 1);
}

#endif

static void
test_heads (void)
{
  static const guint8 png[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 1,
                                0x86, 0xa0, 0,   1,   0x86, 0xa0, 8,    2,    0, 0, 0, 0,  0,   0,   0,   0,   0, 0 };
  static const guint8 jpeg[]
      = { 0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1 };
  static const guint8 tiff[] = { 'I', 'I',  42,   0, 8, 0, 0, 0, 2, 0, 0, 1, 4, 0,    1,    0, 0,
                                 0,   0xa0, 0x86, 1, 0, 1, 1, 4, 0, 1, 0, 0, 0, 0xa0, 0x86, 1, 0 };
  g_autoptr (GBytes) a = g_bytes_new_static (png, sizeof png), b = g_bytes_new_static (jpeg, sizeof jpeg),
                     c = g_bytes_new_static (tiff, sizeof tiff);

  try_bytes (a, "head.png", 1);
  try_bytes (b, "head.jpg", 1);
  try_bytes (c, "head.tif", 1);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && argv[1][0] != '-')
    return read_file (argv[1]);
  self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
#ifndef __SANITIZE_ADDRESS__ /* which takes ten times as long for them */
  g_test_add_func ("/plans-bombs/largest-png", test_largest_png);
  g_test_add_func ("/plans-bombs/largest-geojson", test_largest_geojson);
#endif
  g_test_add_func ("/plans-bombs/deep-geojson", test_deep_geojson);
  g_test_add_func ("/plans-bombs/billion-laughs", test_billion_laughs);
  g_test_add_func ("/plans-bombs/svg-uses", test_svg_uses);
#ifdef HAVE_POPPLER
  g_test_add_func ("/plans-bombs/pdf-pages", test_pdf_pages);
#endif
  g_test_add_func ("/plans-bombs/heads", test_heads);
  const int result = g_test_run ();
  g_free (self_path);
  return result;
}
