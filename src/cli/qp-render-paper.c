/* qp-render-paper.c: a drawing on pages of paper, for the render command
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-render-paper.h"

#include "cli/qp-cli.h"
#include "exchange/qp-drawing-pages.h"

#include <string.h>

static gboolean
write_pages (const QpDrawingPages *pages, QpDrawingFormat format, const char *output, GError **error)
{
  if (strcmp (output, "-") != 0)
    return qp_drawing_pages_write (pages, format, output, NULL, error);
  g_autoptr (GBytes) bytes = qp_drawing_pages_to_bytes (pages, format, error);
  return bytes != NULL && qp_cli_write (output, bytes);
}

/* returns whether it was written; if not, it has been told */
gboolean
qp_render_paper (const QpDrawing *drawing, const QpDrawingPaper *paper, QpDrawingFormat format, const char *output)
{
  g_autofree char *today = qp_cli_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QpDrawingPages) pages = qp_drawing_pages_new (drawing, paper, today, &error);

  if (pages == NULL || !write_pages (pages, format, output, &error))
    {
      if (error != NULL)
        qp_cli_message ("%s", error->message);
      return FALSE;
    }
  const QpPaperLayout *layout = qp_drawing_pages_layout (pages);
  *drawing->made = (QpDrawingMade){ layout->page_width,   layout->page_height, qp_drawing_pages_ratio (pages), qp_drawing_pages_count (pages),
                                    layout->columns, layout->rows };
  return TRUE;
}
