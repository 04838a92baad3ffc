/* bench-startup.c: how long a program takes to its first window and first picture, and the memory it then has
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-startup MIN_WIDTH MIN_HEIGHT QUIET_MS COMMAND…: starts the command on the present X display and waits for a
 * window of at least that size, for something to be painted in it, and until nothing has changed for QUIET_MS.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LONGEST_US (60 * G_USEC_PER_SEC)
#define SAMPLE_LINES 16

typedef struct
{
  Display *display;
  int min_width;
  int min_height;
  Window window;
  gint64 started;
  gint64 mapped;
  gint64 painted;
  gint64 changed;
  guint64 picture;
} Watch;

/* windows may vanish while they are looked at */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

static gboolean
is_wanted (Watch *self, Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (self->display, window, &attributes) && attributes.map_state == IsViewable
         && !attributes.override_redirect && attributes.width >= self->min_width
         && attributes.height >= self->min_height;
}

static void
look_for_window (Watch *self)
{
  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (self->window != None || (event.type != MapNotify && event.type != ConfigureNotify))
        continue;
      const Window window = event.type == MapNotify ? event.xmap.window : event.xconfigure.window;
      if (is_wanted (self, window))
        {
          self->window = window;
          self->mapped = g_get_monotonic_time ();
        }
    }
}

/* a number that is another one when the picture is, and 0 while all of it has one colour */
static guint64
picture_of (Watch *self)
{
  XWindowAttributes attributes;
  guint64 hash = 14695981039346656037u;
  gboolean uniform = TRUE;

  if (!XGetWindowAttributes (self->display, self->window, &attributes) || attributes.map_state != IsViewable)
    return 0;
  unsigned long first = 0;
  for (int i = 1; i <= SAMPLE_LINES; i++)
    {
      const int y = attributes.height * i / (SAMPLE_LINES + 1);
      XImage *line = XGetImage (self->display, self->window, 0, y, (unsigned) attributes.width, 1, AllPlanes, ZPixmap);
      if (line == NULL)
        return 0;
      if (i == 1)
        first = XGetPixel (line, 0, 0);
      for (int x = 0; x < attributes.width; x++)
        {
          const unsigned long pixel = XGetPixel (line, x, 0);
          hash = (hash ^ pixel) * 1099511628211u;
          uniform &= pixel == first;
        }
      XDestroyImage (line);
    }
  return uniform ? 0 : hash;
}

static void
look_at_picture (Watch *self)
{
  const guint64 picture = picture_of (self);

  if (picture == 0 || picture == self->picture)
    return;
  self->changed = g_get_monotonic_time ();
  if (self->painted == 0)
    self->painted = self->changed;
  self->picture = picture;
}

static glong
status_value (pid_t pid, const char *key)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) pid);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  const char *line = strstr (text, key);
  return line != NULL ? atol (line + strlen (key)) : 0;
}

static double
since_start_ms (const Watch *self, gint64 time)
{
  return time > 0 ? (double) (time - self->started) / 1000 : -1;
}

static pid_t
start (char **command)
{
  const pid_t pid = fork ();

  if (pid != 0)
    return pid;
  setpgid (0, 0);
  if (freopen ("/dev/null", "w", stdout) != NULL && freopen ("/dev/null", "w", stderr) != NULL)
    execvp (command[0], command);
  _exit (127);
}

static void
stop (pid_t pid)
{
  kill (-pid, SIGTERM);
  for (guint i = 0; i < 50; i++)
    {
      if (waitpid (pid, NULL, WNOHANG) == pid)
        return;
      g_usleep (20000);
    }
  kill (-pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

int
main (int argc, char **argv)
{
  Watch self = { .display = XOpenDisplay (NULL) };

  if (argc < 5 || self.display == NULL)
    {
      g_printerr ("usage, on an X display: bench-startup MIN_WIDTH MIN_HEIGHT QUIET_MS COMMAND…\n");
      return 2;
    }
  self.min_width = atoi (argv[1]);
  self.min_height = atoi (argv[2]);
  const gint64 quiet = (gint64) atoi (argv[3]) * 1000;
  XSetErrorHandler (ignore_error);
  XSelectInput (self.display, DefaultRootWindow (self.display), SubstructureNotifyMask);
  XSync (self.display, False);

  self.started = g_get_monotonic_time ();
  const pid_t pid = start (argv + 4);
  while (g_get_monotonic_time () - self.started < LONGEST_US)
    {
      struct pollfd poll_fd = { ConnectionNumber (self.display), POLLIN, 0 };

      look_for_window (&self);
      if (self.window != None)
        look_at_picture (&self);
      if (self.painted > 0 && g_get_monotonic_time () - self.changed > quiet)
        break;
      if (waitpid (pid, NULL, WNOHANG) == pid)
        {
          g_printerr ("%s ended before it showed anything\n", argv[4]);
          return 1;
        }
      poll (&poll_fd, 1, self.window != None ? 2 : 10);
    }
  g_print ("mapped_ms=%.1f painted_ms=%.1f settled_ms=%.1f rss_kib=%ld peak_kib=%ld\n", since_start_ms (&self, self.mapped),
           since_start_ms (&self, self.painted), since_start_ms (&self, self.changed), status_value (pid, "VmRSS:"),
           status_value (pid, "VmHWM:"));
  stop (pid);
  XCloseDisplay (self.display);
  return self.painted > 0 ? 0 : 1;
}
