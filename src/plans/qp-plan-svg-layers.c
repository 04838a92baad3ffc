/* qp-plan-svg-layers.c: the layers of an SVG drawing, as Inkscape marks them, or its named top groups
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-svg.h"

#include <string.h>

typedef struct
{
  QpPlanContent *content;
  const char *hidden_layers;
  GString *style; /* rules that show and hide */
} Reader;

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static gboolean
is_hidden (const char **names, const char **values)
{
  const char *display = attribute (names, values, "display");
  const char *style = attribute (names, values, "style");

  return g_strcmp0 (display, "none") == 0
         || (style != NULL && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL));
}

/* an id as a selector: whatever is no plain letter or digit by its number */
static void
append_selector (GString *style, const char *id)
{
  g_string_append_c (style, '#');
  for (const char *at = id; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_isalpha (*at) || *at == '_' || (g_ascii_isdigit (*at) && at != id))
      g_string_append_c (style, *at);
    else
      g_string_append_printf (style, "\\%x ", (guint) g_utf8_get_char (at));
}

static void
on_start (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
          GError **error)
{
  Reader *self = data;
  const char *mode = attribute (names, values, "inkscape:groupmode");
  const char *label = attribute (names, values, "inkscape:label"), *id = attribute (names, values, "id");

  if (g_strcmp0 (mode, "layer") != 0 || id == NULL)
    return;
  g_autofree char *name = g_strdelimit (g_strdup (label != NULL ? label : id), ";", ',');
  qp_plan_content_add_layer (self->content, name, !is_hidden (names, values));
  if (self->hidden_layers == NULL)
    return;
  append_selector (self->style, id);
  g_string_append_printf (self->style, " { display: %s !important }\n",
                          qp_hidden_layers_has (self->hidden_layers, name) ? "none" : "inline");
}

/**
 * qp_svg_layers:
 * @text: an SVG drawing
 * @size: number of bytes
 * @content: takes the layers
 * @hidden_layers: (nullable): what is to be hidden; %NULL for what the drawing hides itself
 *
 * Looks for layers as far as the text can be followed.
 *
 * Returns: (transfer full): CSS that shows and hides them, perhaps empty
 */
char *
qp_svg_layers (const char *text, gsize size, QpPlanContent *content, const char *hidden_layers)
{
  static const GMarkupParser parser = { .start_element = on_start };
  Reader self = { content, hidden_layers, g_string_new (NULL) };

  if (memmem (text, size, "groupmode", strlen ("groupmode")) != NULL)
    {
      GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &self, NULL);
      g_markup_parse_context_parse (context, text, (gssize) size, NULL);
      g_markup_parse_context_free (context);
    }
  return g_string_free (self.style, FALSE);
}
