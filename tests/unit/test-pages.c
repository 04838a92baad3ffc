/* test-pages.c: pages are laid out so that no text is cut, leaves its page or lies over another
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pages-help.h"

#include <string.h>

typedef struct
{
  GArray *placed;
  GArray *sizes; /* QpBox of each page */
  cairo_t *cr;
  guint figures;
  guint outline;
} Seen;

static void
seen_init (Seen *self)
{
  self->placed = placed_new ();
  self->sizes = g_array_new (FALSE, FALSE, sizeof (QpBox));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  self->cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  self->figures = self->outline = 0;
}

static void
seen_clear (Seen *self)
{
  g_array_unref (self->placed);
  g_array_unref (self->sizes);
  cairo_destroy (self->cr);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static cairo_t *
on_begin (guint page, double width, double height, gpointer data)
{
  Seen *seen = data;
  const QpBox box = { 0, 0, width, height };

  g_array_append_val (seen->sizes, box);
  g_assert_cmpuint (seen->sizes->len, ==, page);
  return seen->cr;
}

static void
on_outline (guint level, const char *title, const char *target, gpointer data)
{
  g_assert_cmpuint (level, >=, 1);
  g_assert_nonnull (target);
  ((Seen *) data)->outline++;
}

static const QpPageSink sink = { on_begin, NULL, on_outline, FALSE };
static const QpPageSetup setup
    = { 0 /* A4 */, FALSE, "A city with a very long name that would like to have all of the line for itself and more, again and again",
        "Construction scheme", "Revision 3 · 2026-11-28" };

static void
lay_out (QpPagesCompose compose, gpointer data, Seen *seen)
{
  g_autoptr (QpPages) pages = qp_pages_new (&setup);

  qp_pages_set_probe (pages, placed_add, seen->placed);
  g_assert_true (qp_pages_measure (pages, compose, data, NULL));
  g_assert_true (qp_pages_paint (pages, compose, data, &sink, seen, NULL));
  g_assert_cmpuint (qp_pages_count (pages), ==, seen->sizes->len);
}

static void
assert_tidy (const Seen *seen)
{
  for (guint i = 0; i < seen->placed->len; i++)
    {
      const Placed *it = placed_text (seen->placed, i);
      const QpBox page = g_array_index (seen->sizes, QpBox, it->page - 1);
      if (!qp_box_contains (qp_box_grown (page, -20), it->box))
        g_error ("“%.60s” leaves page %u: %g %g %g %g", it->text, it->page, it->box.x0, it->box.y0, it->box.x1, it->box.y1);
    }
  placed_assert_apart (seen->placed);
}

static guint
page_of (const Seen *seen, const char *text, guint after)
{
  for (guint i = 0; i < seen->placed->len; i++)
    {
      const Placed *it = placed_text (seen->placed, i);
      if (it->page > after && strcmp (it->text, text) == 0)
        return it->page;
    }
  return 0;
}

static guint
count (const Seen *seen, const char *text, guint page)
{
  guint n = 0;

  for (guint i = 0; i < seen->placed->len; i++)
    {
      const Placed *it = placed_text (seen->placed, i);
      n += (page == 0 || it->page == page) && strcmp (it->text, text) == 0;
    }
  return n;
}

/* -- what is laid out -- */

#define LONG_WORD "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzendenstellvertreterinnenverzeichnis"
#define CHINESE "本方案依据百城千屏活动实施指南编制，屏体点间距、分辨率、亮度与可视角度均按现行标准核算，未知数据一律注明，不以零代替。"

static void
compose_words (QpPages *pages, gpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append (text, i % 3 == 0 ? CHINESE : i % 3 == 1 ? "The screen stands where people walk. " : LONG_WORD " ");
  qp_pages_bare (pages);
  qp_pages_title (pages, "Screens of a city 千屏 " LONG_WORD);
  qp_pages_subtitle (pages, CHINESE CHINESE);
  qp_pages_contents (pages, "Contents");
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("Chapter %u", i + 1);
      qp_pages_heading (pages, 1, title);
      qp_pages_heading (pages, 2, i % 5 == 0 ? CHINESE CHINESE : "What stands there");
      qp_pages_heading (pages, 3, "In detail");
      qp_pages_paragraph (pages, i % 4 == 0 ? text->str : "Short.");
      qp_pages_item (pages, CHINESE);
      qp_pages_note (pages, "A note.");
      qp_pages_source (pages, "A source", "https://example.org/a'b?" LONG_WORD LONG_WORD);
    }
}

static void
test_words (void)
{
  g_auto (Seen) seen = { 0 };

  seen_init (&seen);
  lay_out (compose_words, NULL, &seen);
  assert_tidy (&seen);
  g_assert_cmpuint (seen.outline, ==, 180);
  g_assert_cmpuint (count (&seen, "A note.", 0), ==, 60);
  g_assert_cmpuint (count (&seen, setup.foot, 0), ==, seen.sizes->len - 1); /* the cover has none */
}

/* what the contents say is where the heading stands, though the contents take several pages */
static void
test_contents (void)
{
  g_auto (Seen) seen = { 0 };

  seen_init (&seen);
  lay_out (compose_words, NULL, &seen);
  guint first = page_of (&seen, "1\u2002Chapter 1", 3);
  g_assert_cmpuint (first, >, 3); /* cover and at least two pages of contents */
  for (guint i = 0; i < seen.placed->len; i++)
    {
      const Placed *entry = placed_text (seen.placed, i);
      if (entry->page >= first || !g_str_has_suffix (entry->text, "Chapter 57"))
        continue;
      const Placed *number = placed_text (seen.placed, i + 1);
      g_assert_cmpuint (g_ascii_strtoull (number->text, NULL, 10), ==, page_of (&seen, "57\u2002Chapter 57", first - 1));
      return;
    }
  g_assert_not_reached ();
}

static void
compose_table (QpPages *pages, gpointer data)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lLlrr", "No.", "Item", "Remark", "Quantity", "Amount in renminbi", NULL);
  g_autoptr (GString) tall = g_string_new (NULL);

  for (guint i = 0; i < 150; i++)
    g_string_append (tall, CHINESE);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      if (i % 30 == 0)
        qp_page_table_group (table, "A group of rows");
      qp_page_table_add (table, number, i % 7 == 0 ? LONG_WORD : "屏体", i == 155 ? tall->str : i % 5 == 0 ? CHINESE : "",
                         "12\u2009345\u2009m²", "1\u2009234\u2009567\u2009890.12", NULL);
      qp_page_table_mark (table, 1, QP_PAGE_MARK_GOOD + i % 4);
    }
  qp_page_table_sum (table, "", "Sum", "", "", "1\u2009234\u2009567\u2009890.12", NULL);
  qp_pages_heading (pages, 1, "Cost");
  qp_pages_table (pages, "Budget", table);
}

static void
test_table (void)
{
  g_auto (Seen) seen = { 0 };

  seen_init (&seen);
  lay_out (compose_table, NULL, &seen);
  assert_tidy (&seen);
  g_assert_cmpuint (seen.sizes->len, >, 8);
  for (guint page = 1; page <= seen.sizes->len; page++)
    g_assert_cmpuint (count (&seen, "Remark", page), ==, 1); /* the head, on each page once */
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_assert_cmpuint (count (&seen, number, 0), ==, 1);
    }
}

/* a group is followed by a row of it on the same page */
static void
test_groups (void)
{
  g_auto (Seen) seen = { 0 };

  seen_init (&seen);
  lay_out (compose_table, NULL, &seen);
  for (guint i = 0; i < seen.placed->len; i++)
    {
      const Placed *it = placed_text (seen.placed, i);
      if (strcmp (it->text, "A group of rows") == 0)
        g_assert_cmpuint (placed_text (seen.placed, i + 1)->page, ==, it->page);
    }
}

/* numbers are not broken into lines where there is room for them */
static void
test_numbers_stay_whole (void)
{
  g_auto (Seen) seen = { 0 };

  seen_init (&seen);
  lay_out (compose_table, NULL, &seen);
  for (guint i = 0; i < seen.placed->len; i++)
    {
      const Placed *it = placed_text (seen.placed, i);
      if (strchr (it->text, '9') != NULL && g_str_has_suffix (it->text, "890.12"))
        g_assert_cmpfloat (it->box.y1 - it->box.y0, <, 16);
    }
}

static void
compose_verdicts (QpPages *pages, gpointer data)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lll", "要求", "判定", "说明", NULL);

  for (guint i = 0; i < 20; i++)
    {
      qp_page_table_add (table, CHINESE CHINESE, "不符合", CHINESE CHINESE, NULL);
      qp_page_table_mark (table, 1, QP_PAGE_MARK_BAD);
    }
  qp_pages_table (pages, NULL, table);
}

/* Chinese breaks after any letter; a short verdict is not stood on its end for that */
static void
test_short_texts_stay_whole (void)
{
  g_auto (Seen) seen = { 0 };
  guint n = 0;

  seen_init (&seen);
  lay_out (compose_verdicts, NULL, &seen);
  assert_tidy (&seen);
  for (guint i = 0; i < seen.placed->len; i++)
    {
      const Placed *it = placed_text (seen.placed, i);
      if (strcmp (it->text, "不符合") != 0)
        continue;
      g_assert_cmpfloat (it->box.y1 - it->box.y0, <, 16);
      n++;
    }
  g_assert_cmpuint (n, ==, 20);
}

static void
compose_labels (QpPages *pages, gpointer data)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lll", "内容方案", "户外", "影院", NULL);

  for (guint i = 0; i < 4; i++)
    qp_page_table_add (table, "直播信号的独立路数", CHINESE CHINESE CHINESE, CHINESE CHINESE, NULL);
  qp_pages_table (pages, NULL, table);
}

/* nor does a label beside long texts shrink to one letter */
static void
test_labels_keep_room (void)
{
  g_auto (Seen) seen = { 0 };

  seen_init (&seen);
  lay_out (compose_labels, NULL, &seen);
  for (guint i = 0; i < seen.placed->len; i++)
    {
      const Placed *it = placed_text (seen.placed, i);
      if (strcmp (it->text, "直播信号的独立路数") == 0)
        g_assert_cmpfloat (it->box.y1 - it->box.y0, <, 30); /* two lines */
    }
}

static void
on_paint (cairo_t *cr, double width, double height, gpointer data)
{
  ((Seen *) data)->figures++;
  g_assert_cmpfloat (width, >, 100);
  g_assert_cmpfloat (height, >, 50);
}

static void
compose_figures (QpPages *pages, gpointer data)
{
  for (guint i = 0; i < 6; i++)
    {
      qp_pages_turn (pages, i >= 4);
      qp_pages_heading (pages, 1, "A chapter");
      qp_pages_figure (pages, CHINESE, i == 3 ? 5000 : 300, on_paint, data);
      qp_pages_figure_pair (pages, 200, "left", on_paint, data, CHINESE CHINESE, on_paint, data);
    }
}

static void
test_figures (void)
{
  g_auto (Seen) seen = { 0 };

  seen_init (&seen);
  lay_out (compose_figures, &seen, &seen);
  assert_tidy (&seen);
  g_assert_cmpuint (seen.figures, ==, 18); /* painted once, though composed twice */
  g_assert_cmpfloat (g_array_index (seen.sizes, QpBox, 0).x1, <, 600);
  g_assert_cmpfloat (g_array_index (seen.sizes, QpBox, seen.sizes->len - 1).x1, >, 800);
}

static void
give_up (guint page, guint total, gpointer data)
{
  if (total > 0 && page == 3)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_auto (Seen) seen = { 0 };
  g_autoptr (QpPages) pages = qp_pages_new (&setup);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  seen_init (&seen);
  qp_pages_set_told (pages, give_up, cancellable);
  g_assert_true (qp_pages_measure (pages, compose_table, NULL, cancellable));
  g_assert_false (qp_pages_paint (pages, compose_table, NULL, &sink, &seen, cancellable));
  g_assert_cmpuint (seen.sizes->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/words", test_words);
  g_test_add_func ("/pages/contents", test_contents);
  g_test_add_func ("/pages/table", test_table);
  g_test_add_func ("/pages/groups", test_groups);
  g_test_add_func ("/pages/numbers-stay-whole", test_numbers_stay_whole);
  g_test_add_func ("/pages/short-texts-stay-whole", test_short_texts_stay_whole);
  g_test_add_func ("/pages/labels-keep-room", test_labels_keep_room);
  g_test_add_func ("/pages/figures", test_figures);
  g_test_add_func ("/pages/cancel", test_cancel);
  return g_test_run ();
}
