/* test-plans-formats.c: backgrounds of each format: read right, or refused with a clear sentence
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plans-help.h"

#include "base/qp-error.h"
#include "plans/qp-plan-picture.h"
#include "plans/qp-plan-segments.h"
#include "plans/qp-plan-trace.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__
#include <sys/resource.h>
#endif

#define SVG(inside) "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'>" inside "</svg>"

/* red on the left, blue on the right */
static GdkPixbuf *
halves (int width, int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, width / 2, height);

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  return pixbuf;
}

static GBytes *
saved (GdkPixbuf *pixbuf, const char *format)
{
  char *data;
  gsize size;
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, format, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static GBytes *
saved_halves (int width, int height, const char *format)
{
  g_autoptr (GdkPixbuf) pixbuf = halves (width, height);

  return saved (pixbuf, format);
}

static QpPlanSource *
open_bytes (GBytes *bytes, const char *file_name, guint page)
{
  g_autoptr (GError) error = NULL;
  QpPlanSource *source = qp_plan_source_open (bytes, file_name, page, NULL, &error);

  g_assert_no_error (error);
  return source;
}

static void
check_halves (GBytes *bytes, const char *file_name, gint64 format)
{
  g_autoptr (QpPlanSource) source = open_bytes (bytes, file_name, 1);
  cairo_surface_t *surface = paint_source (source, NULL, 200, QP_PLAN_LOOK_PLAIN);

  g_assert_cmpint (qp_plan_source_format (source), ==, format);
  g_assert_cmpfloat (qp_plan_layer_width (qp_plan_source_layer (source)), ==, 64);
  g_assert_cmpfloat (qp_plan_layer_height (qp_plan_source_layer (source)), ==, 32);
  g_assert_cmpuint (pixel_of (surface, 20, 50) >> 16, >, 0xf0);
  g_assert_cmpuint (pixel_of (surface, 180, 50) & 0xff, >, 0xf0);
  g_assert_cmpuint (pixel_of (surface, 180, 50) >> 16, <, 0x10);
  cairo_surface_destroy (surface);
}

static void
test_pictures (void)
{
  g_autoptr (GBytes) png = saved_halves (64, 32, "png");
  g_autoptr (GBytes) jpeg = saved_halves (64, 32, "jpeg");
  g_autoptr (GBytes) tiff = saved_halves (64, 32, "tiff");

  check_halves (png, "plan.png", QP_BACKGROUND_PNG);
  check_halves (jpeg, "plan.jpg", QP_BACKGROUND_JPEG);
  check_halves (jpeg, "plan.png", QP_BACKGROUND_JPEG); /* what it is counts, not what it is called */
  check_halves (tiff, "plan.tif", QP_BACKGROUND_TIFF);
  check_halves (tiff, NULL, QP_BACKGROUND_TIFF);
}

/* a camera held upright: the picture lies on its side, and its EXIF says so */
static GBytes *
with_orientation (GBytes *jpeg, guint8 orientation)
{
  static const guint8 exif[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i',  'f',  0, 0, 'M', 'M', 0, 42,
                                 0,    0,    0, 8,  0,   1,   0x01, 0x12, 0, 3, 0,   0,   0, 1 };
  const guint8 rest[] = { 0, orientation, 0, 0, 0, 0, 0, 0 };
  gsize size;
  const guint8 *data = g_bytes_get_data (jpeg, &size);
  GByteArray *turned = g_byte_array_new ();

  g_byte_array_append (turned, data, 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, rest, sizeof rest);
  g_byte_array_append (turned, data + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (turned);
}

static void
test_orientation (void)
{
  g_autoptr (GBytes) jpeg = saved_halves (64, 32, "jpeg");
  g_autoptr (GBytes) turned = with_orientation (jpeg, 6); /* to be turned a quarter clockwise */
  g_autoptr (QpPlanSource) source = open_bytes (turned, "photo.jpg", 1);
  cairo_surface_t *surface = paint_source (source, NULL, 200, QP_PLAN_LOOK_PLAIN);

  g_assert_cmpfloat (qp_plan_layer_width (qp_plan_source_layer (source)), ==, 32);
  g_assert_cmpfloat (qp_plan_layer_height (qp_plan_source_layer (source)), ==, 64);
  g_assert_cmpuint (pixel_of (surface, 50, 20) >> 16, >, 0xf0); /* left has become up */
  g_assert_cmpuint (pixel_of (surface, 50, 180) & 0xff, >, 0xf0);
  cairo_surface_destroy (surface);
}

/* all that a PNG can be comes out as the same colours */
static void
test_png_kinds (void)
{
  g_autoptr (GdkPixbuf) opaque = halves (8, 8);
  g_autoptr (GdkPixbuf) clear = gdk_pixbuf_add_alpha (opaque, TRUE, 0, 0, 255);
  g_autoptr (GBytes) bytes = saved (clear, "png");
  g_autoptr (QpPlanSource) source = open_bytes (bytes, NULL, 1);
  cairo_surface_t *surface = paint_source (source, NULL, 100, QP_PLAN_LOOK_PLAIN);

  g_assert_cmphex (pixel_of (surface, 20, 50), ==, 0xff0000);
  g_assert_cmphex (pixel_of (surface, 90, 50), ==, 0xffffff); /* blue was made transparent */
  cairo_surface_destroy (surface);
}

static void
refuse_head (const void *head, gsize size, const char *word)
{
  guint8 file[256] = { 0 };

  memcpy (file, head, size);
  g_autoptr (GBytes) bytes = g_bytes_new (file, sizeof file);
  refuse_bytes (bytes, "bomb", QP_ERROR_LIMIT, word);
}

/* heads that promise more than any memory holds are believed, and refused */
static void
test_picture_bombs (void)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0,    0,    13, 'I',
                                'H',  'D', 'R', 0,   1,    0x86, 0xa0, 0,    1, 0x86, 0xa0, 8,  2 };
  static const guint8 jpeg[] = { 0xff, 0xd8, 0xff, 0xe0, 0, 4,    0, 0, 0xff, 0xc0, 0, 17,   8, 0xff,
                                 0xff, 0xff, 0xff, 3,    1, 0x22, 0, 2, 0x11, 1,    3, 0x11, 1 };
  static const guint8 progressive[]
      = { 0xff, 0xd8, 0xff, 0xc2, 0, 17, 8, 0x2a, 0xf8, 0x2a, 0xf8, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1 };
  static const guint8 tiff[] = { 'I', 'I',  42,   0, 8, 0, 0, 0, 2, 0, 0, 1, 4, 0,    1,    0, 0,
                                 0,   0xa0, 0x86, 1, 0, 1, 1, 4, 0, 1, 0, 0, 0, 0xa0, 0x86, 1, 0 };
  static const guint8 webp[] = { 'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E',  'B',  'P', 'V',  'P',  '8',
                                 'X', 10,  0,   0,   0, 0, 0, 0, 0,   0x9f, 0x86, 1,   0x9f, 0x86, 1 };

  refuse_head (png, sizeof png, "100000 × 100000");
  refuse_head (jpeg, sizeof jpeg, "65535 × 65535");
  refuse_head (progressive, sizeof progressive, "progressive");
  refuse_head (tiff, sizeof tiff, "100000 × 100000");
  refuse_head (webp, sizeof webp, "100000 × 100000");
}

static void
test_damaged_pictures (void)
{
  static const char *const formats[] = { "png", "jpeg", "tiff" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) whole = saved_halves (200, 200, formats[i]);
      g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
      g_autoptr (GError) error = NULL;
      g_autoptr (QpPlanSource) source = qp_plan_source_open (half, NULL, 1, NULL, &error);
      /* a JPEG shows what came before it broke off */
      g_assert_true ((source == NULL) == (error != NULL));
      if (source == NULL)
        g_assert_error (error, QP_ERROR, QP_ERROR_READ);
      g_assert_true (source == NULL || g_str_equal (formats[i], "jpeg"));
    }
  refuse_text ("GIF89a\x10\x10\x10\x10\x10\x10", "plan.png", QP_ERROR_READ, "PNG");
  refuse_text ("anything", "plan.txt", QP_ERROR_READ, "plan.txt");
}

static void
test_svg_guards (void)
{
  refuse_text ("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" SVG ("<text>&x;</text>"), "a.svg",
               QP_ERROR_READ, "external entity");
  refuse_text ("<!DOCTYPE svg [<!ENTITY x PUBLIC '-//x' 'http://example.org/x'>]>" SVG ("<text>&x;</text>"), "a.svg",
               QP_ERROR_READ, "external entity");
  refuse_text ("<!DOCTYPE svg SYSTEM 'http://example.org/svg.dtd'>" SVG ("<path d='M0 0h9'/>"), "a.svg", QP_ERROR_READ,
               "another file");
  refuse_text ("<!DOCTYPE svg [<!ENTITY % p '<!ENTITY x \"y\">'> %p;]>" SVG ("<text>&x;</text>"), "a.svg",
               QP_ERROR_READ, "declarations");
  refuse_text ("<!DOCTYPE svg [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]>" SVG ("<text>&b;</text>"), "a.svg",
               QP_ERROR_LIMIT, "within entities");
  refuse_text ("<?xml version='1.0' encoding='UTF-7'?>" SVG ("<path d='M0 0h9'/>"), "a.svg", QP_ERROR_READ, "UTF-8");
  refuse_text (SVG ("<image href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgABhqAAAYagCAIAAAA='/>"), "a.svg",
               QP_ERROR_LIMIT, "million pixels");

  /* what drawing programs really write stays readable */
  g_autoptr (QpPlanSource) plain
      = open_text ("<?xml version='1.0' encoding='iso-8859-1'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                   "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd' [<!ENTITY ns_svg 'http://www.w3.org/2000/svg'>]>"
                   "<svg xmlns='&ns_svg;' viewBox='0 0 10 5'><path d='M0 0h9'/></svg>",
                   "a.svg");
  g_assert_cmpfloat (qp_plan_layer_width (qp_plan_source_layer (plain)), ==, 10);
}

/* one entity of 4 KiB, used so often that it would become gigabytes */
static void
test_svg_quadratic (void)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE svg [<!ENTITY a '");

  for (guint i = 0; i < 4096; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "&a;");
  g_string_append (text, "</text></svg>");
  refuse_text (text->str, "a.svg", QP_ERROR_LIMIT, "too much text");
}

static GBytes *
zipped (const char *text, gsize size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (text, (gssize) size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
test_svgz (void)
{
  static const char text[] = SVG ("<rect width='50' height='50'/>");
  g_autoptr (GBytes) packed = zipped (text, strlen (text));
  g_autoptr (QpPlanSource) source = open_bytes (packed, "plan.svgz", 1);
  g_autofree char *zeros = g_malloc0 (QP_PLAN_MAX_SVG_BYTES + 1024 * 1024);
  g_autoptr (GBytes) bomb = zipped (zeros, QP_PLAN_MAX_SVG_BYTES + 1024 * 1024);

  g_assert_cmpint (qp_plan_source_format (source), ==, QP_BACKGROUND_SVG);
  g_assert_true (qp_plan_source_bytes (source) == packed); /* the original is kept */
  refuse_bytes (bomb, "bomb.svgz", QP_ERROR_LIMIT, "64 MiB");
}

static double
scale_of (const char *text, QpScaleBasis *basis)
{
  g_autoptr (QpPlanSource) source = open_text (text, "a.svg");
  const char *why;
  const double scale = qp_plan_source_metres_per_unit (source, basis, &why);

  g_assert_nonnull (why);
  return scale;
}

static void
test_svg_scale (void)
{
  QpScaleBasis basis;

  /* a sheet of A3 says nothing of the place; twenty-five metres are no sheet */
  g_assert_true (isnan (scale_of ("<svg xmlns='http://www.w3.org/2000/svg' width='420mm' height='297mm' viewBox='0 0 "
                                  "420 297'><path d='M0 0h9'/></svg>",
                                  &basis)));
  g_assert_cmpint (basis, ==, QP_SCALE_UNKNOWN);
  g_assert_cmpfloat_with_epsilon (
      scale_of ("<svg xmlns='http://www.w3.org/2000/svg' width='2500cm' height='10m' viewBox='0 0 1000 400'>"
                "<path d='M0 0h9'/></svg>",
                &basis),
      0.025, 1e-9);
  g_assert_cmpint (basis, ==, QP_SCALE_GUESSED);
}

static void
test_svg_layers (void)
{
  static const char text[]
      = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' "
        "viewBox='0 0 100 100'><g inkscape:groupmode='layer' id='g 1' inkscape:label='Walls; old'><rect width='50' "
        "height='100'/></g><g inkscape:groupmode='layer' id='l2' inkscape:label='Lamps' style='display:none'><rect "
        "x='50' width='50' height='100'/></g></svg>";
  g_autoptr (QpPlanSource) source = open_text (text, "a.svg");
  g_autoptr (GError) error = NULL;
  guint n_layers;
  const QpDrawingLayer *layers = qp_plan_source_layers (source, &n_layers);
  QpPlanImport import;

  g_assert_cmpuint (n_layers, ==, 2);
  g_assert_cmpstr (layers[0].name, ==, "Walls, old");
  g_assert_true (layers[0].shown && !layers[1].shown);
  qp_plan_import_init (&import, source);
  g_assert_cmpstr (import.hidden_layers, ==, "Lamps");
  /* the other one hidden instead */
  import.hidden_layers = "Walls, old";
  g_autoptr (GPtrArray) nodes = qp_plan_source_nodes (source, &import);
  const QpBackground *background = g_ptr_array_index (nodes, 0);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load_background (background, &error);
  g_assert_no_error (error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 0, 100);
  cairo_scale (cr, 1, -1);
  qp_plan_layer_paint (layer, background, cr, QP_PLAN_LOOK_PLAIN);
  cairo_destroy (cr);
  g_assert_cmphex (pixel_of (surface, 20, 50), ==, 0xffffff);
  g_assert_cmphex (pixel_of (surface, 80, 50), ==, 0x000000);
  cairo_surface_destroy (surface);
}

#ifdef HAVE_POPPLER

static void
test_pdf (void)
{
  g_autoptr (GBytes) bytes = pdf_with_pages (3);
  g_autoptr (QpPlanSource) source = open_bytes (bytes, "plan.pdf", 3);
  cairo_surface_t *surface = paint_source (source, NULL, 200, QP_PLAN_LOOK_PLAIN);
  const char *why;

  g_assert_cmpint (qp_plan_source_format (source), ==, QP_BACKGROUND_PDF);
  g_assert_cmpuint (qp_plan_source_n_pages (source), ==, 3);
  g_assert_cmpuint (qp_plan_source_page (source), ==, 3);
  g_assert_cmpfloat (qp_plan_layer_width (qp_plan_source_layer (source)), ==, 200);
  g_assert_true (isnan (qp_plan_source_metres_per_unit (source, NULL, &why)));
  g_assert_nonnull (strstr (why, "sheet"));
  g_assert_cmphex (pixel_of (surface, 50, 50), ==, 0x000000);
  g_assert_cmphex (pixel_of (surface, 70, 50), ==, 0xffffff);
  cairo_surface_destroy (surface);

  g_autoptr (GError) error = NULL;
  g_assert_null (qp_plan_source_open (bytes, "plan.pdf", 4, NULL, &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_NOT_FOUND);
}

/* lines without width are seen from afar and stay thin when looked at closely */
static void
test_pdf_hairlines (void)
{
  g_autoptr (QpPlanSource) source
      = open_text ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                   "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                   "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 2000]/Contents 4 0 R>>endobj\n"
                   "4 0 obj<</Length 29>>stream\n0 w 1000 0 m 1000 2000 l S  \nendstream endobj\n"
                   "trailer<</Root 1 0 R>>\n%%EOF\n",
                   "hair.pdf");
  cairo_surface_t *far = paint_source (source, NULL, 500, QP_PLAN_LOOK_PLAIN);
  cairo_surface_t *near = paint_source (source, NULL, 8000, QP_PLAN_LOOK_PLAIN);
  guint dark = 0, ink = 0;

  for (int x = 240; x < 260; x++)
    ink += 255 - (pixel_of (far, x, 250) & 0xff);
  for (int x = 3900; x < 4100; x++)
    dark += (pixel_of (near, x, 4000) & 0xff) < 250;
  g_assert_cmpuint (ink, >, 60);
  g_assert_cmpuint (dark, >=, 1);
  g_assert_cmpuint (dark, <=, 3);
  cairo_surface_destroy (far);
  cairo_surface_destroy (near);
}

static void
test_pdf_refused (void)
{
  g_autoptr (GBytes) many = pdf_with_pages (10000);

  refuse_bytes (many, "book.pdf", QP_ERROR_LIMIT, "10000 pages");
  refuse_text ("%PDF-1.4\nnothing", "plan.pdf", QP_ERROR_READ, "PDF");
  refuse_text (
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
      "3 0 obj<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P "
      "-4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]>>\n%%EOF\n",
      "secret.pdf", QP_ERROR_READ, "password");
  refuse_text ("%PDF-1.4\n5 0 obj <</Type/XObject/Subtype/Image/Width 30000/Height 30000>> stream\n", "scan.pdf",
               QP_ERROR_LIMIT, "30000 × 30000");
}

#endif

static gboolean
has_line (const GArray *lines, double x0, double y0, double x1, double y1)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const QpSegment *line = &g_array_index (lines, QpSegment, i);
      const double same = fabs (line->a.x - x0) + fabs (line->a.y - y0) + fabs (line->b.x - x1) + fabs (line->b.y - y1);
      const double turned
          = fabs (line->a.x - x1) + fabs (line->a.y - y1) + fabs (line->b.x - x0) + fabs (line->b.y - y0);
      if (fmin (same, turned) < 0.01)
        return TRUE;
    }
  return FALSE;
}

static void
check_lines (QpPlanSource *source)
{
  g_autoptr (GArray) lines = qp_plan_layer_trace (qp_plan_source_layer (source));

  g_assert_nonnull (lines);
  g_assert_true (has_line (lines, 10, 10, 90, 10)); /* drawn */
  g_assert_true (has_line (lines, 20, 20, 60, 20)); /* the edge of what is filled, moved */
  g_assert_true (has_line (lines, 60, 40, 20, 40));
  g_assert_false (has_line (lines, 0, 0, 50, 0)); /* only cuts off */
  g_autoptr (QpSegments) segments = qp_plan_layer_segments (qp_plan_source_layer (source), NULL);
  g_assert_cmpuint (qp_segments_length (segments), ==, lines->len);
}

/* lines on a page can be snapped to */
static void
test_lines_of_pages (void)
{
  g_autoptr (QpPlanSource) svg = open_text (
      SVG ("<clipPath id='c'><rect width='50' height='50'/></clipPath><path d='M10 10H90' stroke='black'/>"
           "<g transform='translate(20 20)'><rect width='40' height='20'/></g><text x='5' y='5'>(context) \\ pop</text>"
           "<g clip-path='url(#c)'><path d='M1 1l5 5' stroke='red'/></g>"),
      "a.svg");
  check_lines (svg);
#ifdef HAVE_POPPLER
  g_autoptr (QpPlanSource) pdf = open_text (
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 50]/Contents 4 0 R>>endobj\n"
      "4 0 obj<</Length 61>>stream\n1 w 10 40 m 90 40 l S 1 0 0 1 20 10 cm 0 0 40 20 re f        \nendstream endobj\n"
      "trailer<</Root 1 0 R>>\n%%EOF\n",
      "a.pdf");
  check_lines (pdf);
#endif
  g_autoptr (QpPlanSource) pictured = open_text (SVG ("<image/><path d='M10 10H90' stroke='black'/>"), "a.svg");
  g_assert_null (qp_plan_layer_trace (qp_plan_source_layer (pictured)));
}

/* the window has gone on to something else */
static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const QpPlanWatch watch = { cancellable, NULL, NULL };
  g_autoptr (GBytes) bytes = saved_halves (3000, 3000, "png");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qp_plan_source_open (bytes, NULL, 1, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#ifdef __linux__
/* niceness of the thread that reads, or −1 */
static int
reader_niceness (void)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  const char *id;

  while (threads != NULL && (id = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", id, "comm", NULL);
      g_autofree char *name = NULL;
      if (g_file_get_contents (path, &name, NULL, NULL) && strcmp (name, "qp-plan\n") == 0)
        return getpriority (PRIO_PROCESS, (id_t) g_ascii_strtoull (id, NULL, 10));
    }
  return -1;
}

static void
on_reading (double fraction, gpointer data)
{
  int *most = data;

  *most = MAX (*most, reader_niceness ());
}

/* who waits for a read, as the command line does, has it read at his own pace; a window does not */
static void
test_pace (void)
{
  const int own = getpriority (PRIO_PROCESS, 0);
  g_autoptr (GBytes) bytes = saved_halves (4000, 4000, "png");

  for (guint i = 0; i < 2; i++)
    {
      int most = -1;
      const QpPlanWatch watch = { NULL, on_reading, &most, i == 1 };
      g_autoptr (QpPlanSource) source = qp_plan_source_open (bytes, NULL, 1, &watch, NULL);
      g_assert_nonnull (source);
      if (most < 0)
        g_test_skip ("it was read too quickly to look at");
      else if (own < 10)
        g_assert_true (i == 1 ? most > own : most == own);
    }
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans-formats/pictures", test_pictures);
  g_test_add_func ("/plans-formats/orientation", test_orientation);
  g_test_add_func ("/plans-formats/png-kinds", test_png_kinds);
  g_test_add_func ("/plans-formats/picture-bombs", test_picture_bombs);
  g_test_add_func ("/plans-formats/damaged-pictures", test_damaged_pictures);
  g_test_add_func ("/plans-formats/svg-guards", test_svg_guards);
  g_test_add_func ("/plans-formats/svg-quadratic", test_svg_quadratic);
  g_test_add_func ("/plans-formats/svgz", test_svgz);
  g_test_add_func ("/plans-formats/svg-scale", test_svg_scale);
  g_test_add_func ("/plans-formats/svg-layers", test_svg_layers);
#ifdef HAVE_POPPLER
  g_test_add_func ("/plans-formats/pdf", test_pdf);
  g_test_add_func ("/plans-formats/pdf-hairlines", test_pdf_hairlines);
  g_test_add_func ("/plans-formats/pdf-refused", test_pdf_refused);
#endif
  g_test_add_func ("/plans-formats/lines-of-pages", test_lines_of_pages);
  g_test_add_func ("/plans-formats/cancel", test_cancel);
#ifdef __linux__
  g_test_add_func ("/plans-formats/pace", test_pace);
#endif
  return g_test_run ();
}
