/* qp-dxf-report.c: what could not be read of a DXF drawing, in plain words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/dxf/qp-dxf-private.h"

static const struct
{
  const char *code;
  QpSeverity severity;
} kinds[QP_DXF_N_OUTCOMES] = {
  [QP_DXF_TARCH] = { "tarch", QP_SEVERITY_WARNING },
  [QP_DXF_PROXY] = { "proxy", QP_SEVERITY_WARNING },
  [QP_DXF_SOLID] = { "solid", QP_SEVERITY_WARNING },
  [QP_DXF_IMAGE] = { "image", QP_SEVERITY_WARNING },
  [QP_DXF_UNDERLAY] = { "underlay", QP_SEVERITY_WARNING },
  [QP_DXF_XREF] = { "external-reference", QP_SEVERITY_WARNING },
  [QP_DXF_OLE] = { "ole", QP_SEVERITY_WARNING },
  [QP_DXF_PAPER] = { "paper-space", QP_SEVERITY_NOTE },
  [QP_DXF_NO_BLOCK] = { "missing-block", QP_SEVERITY_WARNING },
  [QP_DXF_LOOP] = { "block-loop", QP_SEVERITY_WARNING },
  [QP_DXF_DEEP] = { "block-depth", QP_SEVERITY_WARNING },
  [QP_DXF_DAMAGED] = { "damaged-object", QP_SEVERITY_WARNING },
  [QP_DXF_INVISIBLE] = { "invisible", QP_SEVERITY_NOTE },
  [QP_DXF_ENDLESS] = { "endless-line", QP_SEVERITY_NOTE },
  [QP_DXF_MASK] = { "mask", QP_SEVERITY_NOTE },
  [QP_DXF_ATTRIBUTE] = { "attribute-definition", QP_SEVERITY_NOTE },
  [QP_DXF_UNKNOWN] = { "unknown-object", QP_SEVERITY_WARNING },
};

/* "25 of 49 objects": %1$s of the sentences below; %2$s is a list of names */
static char *
amount (const QpDxfReader *self, const QpDxfSkipped *skipped)
{
  g_autofree char *model = qp_number_display (skipped->in_model, 0);
  g_autofree char *all = qp_number_display (self->n_model, 0);
  g_autofree char *blocks = qp_number_display (skipped->in_blocks, 0);

  if (skipped->in_blocks == 0)
    return g_strdup_printf (ngettext ("%s of %s object", "%s of %s objects", self->n_model), model, all);
  if (skipped->in_model == 0)
    return g_strdup_printf (ngettext ("%s object in blocks", "%s objects in blocks", skipped->in_blocks), blocks);
  return g_strdup_printf (_ ("%s of %s objects, and %s in blocks,"), model, all, blocks);
}

static char *
list_of_names (const QpDxfSkipped *skipped)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (skipped->n_names, QP_DXF_MAX_NAMES); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", skipped->names[i]);
  if (skipped->n_names > QP_DXF_MAX_NAMES)
    g_string_append (list, ", …");
  return g_string_free (list, FALSE);
}

static const char *
sentence_on_foreign (QpDxfOutcome outcome, guint n)
{
  switch (outcome)
    {
    case QP_DXF_TARCH:
      return ngettext ("%s is a TArch (天正) object (%s), which only TArch can draw: often a wall, a door or a window. "
                       "Ask the sender for a T3 export (图形导出, T3).",
                       "%s are TArch (天正) objects (%s), which only TArch can draw: often walls, doors and windows. "
                       "Ask the sender for a T3 export (图形导出, T3).",
                       n);
    case QP_DXF_PROXY:
      return ngettext (
          "%s belongs to an add-on of the sender’s CAD program (%s) and can’t be drawn without it. Ask the "
          "sender to explode it, or to export to plain DXF.",
          "%s belong to an add-on of the sender’s CAD program (%s) and can’t be drawn without it. Ask the "
          "sender to explode them, or to export to plain DXF.",
          n);
    case QP_DXF_SOLID:
      return ngettext ("%s is a solid or a surface (%s) and is not drawn. Ask the sender for a flattened plan.",
                       "%s are solids or surfaces (%s) and are not drawn. Ask the sender for a flattened plan.", n);
    case QP_DXF_IMAGE:
      return ngettext (
          "%s is a picture that lies in another file and is not drawn. Add that file as a background of its own.",
          "%s are pictures that lie in other files and are not drawn. Add those files as backgrounds of their own.", n);
    case QP_DXF_UNDERLAY:
      return ngettext ("%s is a sheet underneath the drawing (%s) that lies in another file and is not drawn.",
                       "%s are sheets underneath the drawing (%s) that lie in other files and are not drawn.", n);
    case QP_DXF_XREF:
      return ngettext ("%s is a reference to another drawing that did not come along: %s. Ask the sender to bind it.",
                       "%s are references to other drawings that did not come along: %s. Ask the sender to bind them.",
                       n);
    case QP_DXF_OLE:
      return ngettext ("%s was pasted from another program (OLE) and is not drawn.",
                       "%s were pasted from other programs (OLE) and are not drawn.", n);
    default:
      return ngettext ("%s is of a type that is not read: %s.", "%s are of types that are not read: %s.", n);
    }
}

static const char *
sentence (QpDxfOutcome outcome, guint n)
{
  switch (outcome)
    {
    case QP_DXF_NO_BLOCK:
      return ngettext ("%s is the picture of a block that the file does not have (%s).",
                       "%s are pictures of blocks that the file does not have (%s).", n);
    case QP_DXF_LOOP:
      return ngettext ("%s inserts a block into itself, and was left out there: %s.",
                       "%s insert blocks into themselves, and were left out there: %s.", n);
    case QP_DXF_DEEP:
      return ngettext ("%s lies too deep in blocks that are in blocks, and was left out.",
                       "%s lie too deep in blocks that are in blocks, and were left out.", n);
    case QP_DXF_DAMAGED:
      return ngettext ("%s has numbers or points that are missing or make no sense, and was left out.",
                       "%s have numbers or points that are missing or make no sense, and were left out.", n);
    case QP_DXF_INVISIBLE:
      return ngettext ("%s is marked as invisible and is not drawn.", "%s are marked as invisible and are not drawn.",
                       n);
    case QP_DXF_ENDLESS:
      return ngettext ("%s is an endless construction line and is not drawn.",
                       "%s are endless construction lines and are not drawn.", n);
    case QP_DXF_MASK:
      return ngettext ("%s only covers what lies beneath (%s); nothing is covered here.",
                       "%s only cover what lies beneath (%s); nothing is covered here.", n);
    case QP_DXF_ATTRIBUTE:
      return ngettext ("%s is a definition of an attribute, which shows only where a block is inserted.",
                       "%s are definitions of attributes, which show only where a block is inserted.", n);
    default:
      return sentence_on_foreign (outcome, n);
    }
}

static void
report_paper (QpDxfReader *self)
{
  const guint n = self->skipped[QP_DXF_PAPER].in_model;
  g_autofree char *number = qp_number_display (n, 0);

  qp_findings_add (self->info->findings, QP_SEVERITY_NOTE, kinds[QP_DXF_PAPER].code, 0, NULL, NULL,
                   ngettext ("%s object lies on a page for printing (paper space) and is not drawn.",
                             "%s objects lie on pages for printing (paper space) and are not drawn.", n),
                   number);
}

static void
report_skipped (QpDxfReader *self, QpDxfOutcome outcome)
{
  const QpDxfSkipped *skipped = &self->skipped[outcome];
  const guint n = skipped->in_model + skipped->in_blocks;

  if (n == 0)
    return;
  if (outcome == QP_DXF_PAPER)
    {
      report_paper (self);
      return;
    }
  g_autofree char *how_many = amount (self, skipped);
  g_autofree char *names = list_of_names (skipped);
  const int line = self->groups.form == QP_DXF_TEXT ? (int) MIN (skipped->line, G_MAXINT) : 0;
  qp_findings_add (self->info->findings, kinds[outcome].severity, kinds[outcome].code, line, NULL, NULL,
                   sentence (outcome, n), how_many, names);
}

static void
report_damage (QpDxfReader *self)
{
  const QpDxfGroups *groups = &self->groups;
  const gboolean text = groups->form == QP_DXF_TEXT;

  if (groups->damaged_line > 0)
    qp_findings_add (self->info->findings, QP_SEVERITY_WARNING, "damaged", text ? (int) groups->damaged_line : 0, NULL,
                     NULL,
                     text ? _ ("The file is damaged in line %u: a group code was expected there. What follows was left "
                               "out up to the next sound object.")
                          : _ ("The file is damaged after %u groups. What follows was left out."),
                     (guint) groups->damaged_line);
  else if (!self->ended)
    qp_findings_add (self->info->findings, QP_SEVERITY_WARNING, "cut-short", text ? (int) groups->line : 0, NULL, NULL,
                     text ? _ ("The file is cut short: it ends after line %u without an end mark. What came before was "
                               "read; ask the sender for a whole copy.")
                          : _ ("The file is cut short: it ends after %u groups without an end mark. What came before "
                               "was read; ask the sender for a whole copy."),
                     (guint) groups->line);
  if (self->codec.n_failed > 0)
    qp_findings_add (self->info->findings, QP_SEVERITY_WARNING, "text-undecodable", 0, NULL, NULL,
                     ngettext ("%u text could not be read, as its code page is not known or it is damaged.",
                               "%u texts could not be read, as their code page is not known or they are damaged.",
                               self->codec.n_failed),
                     self->codec.n_failed);
}

/* adds a finding for all that is not as the planner may think it is */
void
qp_dxf_report (QpDxfReader *self)
{
  for (guint i = QP_DXF_DRAWN + 1; i < QP_DXF_N_OUTCOMES; i++)
    report_skipped (self, (QpDxfOutcome) i);
  if (self->n_clips > 0)
    qp_findings_add (self->info->findings, QP_SEVERITY_NOTE, "clipped-block", 0, NULL, NULL,
                     ngettext ("%u block is clipped in the drawing, and is drawn whole here.",
                               "%u blocks are clipped in the drawing, and are drawn whole here.", self->n_clips),
                     self->n_clips);
  report_damage (self);
}

/* (transfer full): a sentence for a drawing of which nothing can be drawn */
char *
qp_dxf_why_empty (QpDxfReader *self)
{
  const guint paper = self->skipped[QP_DXF_PAPER].in_model;
  const guint n_findings = qp_findings_length (self->info->findings);

  if (self->n_model == 0 && paper > 0)
    return g_strdup_printf (ngettext ("Nothing can be drawn: the file’s only object lies on a page for printing (paper "
                                      "space, %u object). Ask the sender for a drawing in model space.",
                                      "Nothing can be drawn: all %u objects lie on pages for printing (paper space). "
                                      "Ask the sender for a drawing in model space.",
                                      paper),
                            paper);
  GString *text = g_string_new (NULL);
  if (self->n_model == 0)
    g_string_append (text, _ ("Nothing can be drawn: the file has no objects."));
  else
    g_string_append_printf (text,
                            ngettext ("Nothing can be drawn of the %u object in the file.",
                                      "Nothing can be drawn of the %u objects in the file.", self->n_model),
                            self->n_model);
  for (guint i = 0; i < n_findings; i++)
    if (qp_findings_get (self->info->findings, i)->severity > QP_SEVERITY_NOTE)
      g_string_append_printf (text, " %s", qp_findings_get (self->info->findings, i)->message);
  return g_string_free (text, FALSE);
}
