/* content-help.c: a screen with a content profile for the tests of content, as text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "content-help.h"

#include <string.h>

static const QpNode *
first_of (const QpNode *node, QpKind kind)
{
  QpNodeIter iter;
  const QpNode *found = node->kind == kind ? node : NULL;

  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; found == NULL && (child = qp_node_iter_next (&iter)) != NULL;)
    found = first_of (child, kind);
  return found;
}

void
content_fixture_read_project (ContentFixture *self, const char *inside, const char *screens)
{
  g_autofree char *text = g_strdup_printf ("<project xmlns='urn:qianping:project' format='1.3' id='f81d4fae-7dec-11d0-a765-00a0c91e0000' "
                                           "currency='CNY'>%s<site id='f81d4fae-7dec-11d0-a765-00a0c91e0010'>"
                                           "<plan id='f81d4fae-7dec-11d0-a765-00a0c91e0011'>%s</plan></site></project>",
                                           inside, screens);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;

  self->root = qp_store_read (bytes, QP_KIND_PROJECT, findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_test_message ("%s", qp_findings_get (findings, i)->message);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  g_autoptr (QpCatalogue) builtin = qp_catalogue_load_builtin (findings, &error);
  g_assert_no_error (error);
  self->catalogue = qp_catalogue_with_project (builtin, self->root);
  self->context = (QpEngineContext){ (const QpProject *) self->root, NULL, self->catalogue };
  self->content = (const QpContent *) first_of (self->root, QP_KIND_CONTENT);
  self->screen = (const QpScreen *) first_of (self->root, QP_KIND_SCREEN);
}

void
content_fixture_read (ContentFixture *self, const char *attributes, const char *slots, const char *screen)
{
  g_autofree char *inside = g_strdup_printf ("<content id='" CONTENT_ID "' name='Programme' %s>%s</content>", attributes, slots);
  g_autofree char *wall
      = g_strdup_printf (CONTENT_SCREEN ("1", CONTENT_CELL "columns='8' rows='4' content='" CONTENT_ID "' %s"), screen);

  content_fixture_read_project (self, inside, wall);
}

void
content_fixture_clear (ContentFixture *self)
{
  qp_catalogue_unref (self->catalogue);
  qp_node_unref (self->root);
}
