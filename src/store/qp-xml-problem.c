/* qp-xml-problem.c: what libxml2 finds wrong with a text, in our words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "store/qp-xml-problem.h"

#include <libxml/xmlerror.h>

static const struct
{
  int code;
  const char *words;
} sentences[] = {
  { XML_ERR_INVALID_CHAR, N_ ("there is a character that XML does not allow") },
  { XML_ERR_INVALID_CHARREF, N_ ("there is a character reference (&#…;) that XML does not allow") },
  { XML_ERR_INVALID_HEX_CHARREF, N_ ("a character reference (&#x…;) is not finished") },
  { XML_ERR_INVALID_DEC_CHARREF, N_ ("a character reference (&#…;) is not finished") },
  { XML_ERR_INVALID_ENCODING, N_ ("there are bytes that are not UTF-8 text") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("an “&” starts an entity that has no “;”; a plain “&” is written “&amp;”") },
  { XML_ERR_NAME_REQUIRED, N_ ("a name is missing behind “<” or “&”; plain ones are written “&lt;” and “&amp;”") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_ ("there is a “<” in an attribute, or the attribute’s closing quote is missing") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("the value of an attribute has no quotes") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("the closing quote of an attribute is missing") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("an attribute has no value") },
  { XML_ERR_SPACE_REQUIRED, N_ ("two attributes are not set apart by a space") },
  { XML_ERR_GT_REQUIRED, N_ ("the “>” of a tag is missing") },
  { XML_ERR_LTSLASH_REQUIRED, N_ ("an end tag is missing") },
  { XML_ERR_HYPHEN_IN_COMMENT, N_ ("there is a “--” in a comment") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_ ("a comment is not closed with “-->”") },
  { XML_ERR_CDATA_NOT_FINISHED, N_ ("a CDATA section is not closed with “]]>”") },
  { XML_ERR_MISPLACED_CDATA_END, N_ ("there is a “]]>” in a text") },
  { XML_ERR_PI_NOT_FINISHED, N_ ("a “<?” is not closed with “?>”") },
  { XML_ERR_PI_NOT_STARTED, N_ ("a “<?” is not followed by a name") },
  { XML_ERR_RESERVED_XML_NAME, N_ ("the “<?xml” line is not at the very beginning of the file") },
  { XML_ERR_XMLDECL_NOT_FINISHED, N_ ("the “<?xml” line is not closed with “?>”") },
  { XML_ERR_VERSION_MISSING, N_ ("the “<?xml” line has no version") },
  { XML_ERR_UNKNOWN_VERSION, N_ ("the file is of an XML version that is not read") },
  { XML_ERR_UNSUPPORTED_ENCODING, N_ ("the file is in an encoding that is not read; expected UTF-8") },
  { XML_ERR_DOCUMENT_EMPTY, N_ ("there is no element in the file") },
  { XML_ERR_DOCUMENT_END, N_ ("there is something behind the end of the root element") },
  { XML_ERR_NO_MEMORY, N_ ("there is not enough memory to read the file") },
};

static const char *
text_or (const char *text, const char *otherwise)
{
  return text == NULL || *text == '\0' ? otherwise : text;
}

/* sentences with a name in them; NULL if it is none of these */
static char *
words_with_name (const xmlError *error)
{
  const char *name = text_or (error->str1, "?");

  switch (error->code)
    {
    case XML_ERR_TAG_NAME_MISMATCH:
      return g_strdup_printf (_ ("the end tag </%s> stands where </%s> was expected"), text_or (error->str2, "?"), name);
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup_printf (_ ("an element has the attribute “%s” twice"), name);
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return g_strdup_printf (_ ("the entity “&%s;” is not known; write the character itself"), name);
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return g_strdup_printf (_ ("the prefix “%s:” is not declared"), name);
    default:
      return NULL;
    }
}

static char *
words_of (const xmlError *error)
{
  char *words = words_with_name (error);

  for (guint i = 0; i < G_N_ELEMENTS (sentences) && words == NULL; i++)
    if (sentences[i].code == error->code)
      words = g_strdup (_ (sentences[i].words));
  return words != NULL ? words : g_strdup_printf (_ ("the text is no well-formed XML (libxml2 error %d)"), error->code);
}

/* the error became const in libxml2 2.12 */
#if LIBXML_VERSION < 21200
typedef xmlError LibxmlError;
#else
typedef const xmlError LibxmlError;
#endif

static void
note_problem (void *data, LibxmlError *error)
{
  QpXmlProblem *self = data;

  if (error->level < XML_ERR_ERROR || self->words != NULL)
    return;
  self->line = MAX (error->line, 1);
  self->words = words_of (error);
}

/**
 * qp_xml_problem_watch:
 * @self: (out): gets the first problem; stays as long as @reader
 * @reader: a reader
 *
 * Nothing of libxml2 goes to standard error any more.
 */
void
qp_xml_problem_watch (QpXmlProblem *self, xmlTextReader *reader)
{
  *self = (QpXmlProblem){ 0 };
  xmlTextReaderSetStructuredErrorHandler (reader, note_problem, self);
}

/**
 * qp_xml_problem_clear:
 * @self: a problem
 */
void
qp_xml_problem_clear (QpXmlProblem *self)
{
  g_clear_pointer (&self->words, g_free);
}
