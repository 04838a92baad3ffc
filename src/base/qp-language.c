/* qp-language.c: texts in another language than that of the program, for the thread that asks
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of a process is one; a window that goes on in Chinese while a thread writes an English report needs two. A thread
 * that asks for a language reads its translations itself, from the same .mo file that gettext reads, and no locale has to be
 * installed for it.
 */
#include "base/qp-i18n.h"

#include "base/qp-language.h"

#include "base/qp-error.h"

#include <string.h>

#define MAGIC 0x950412deu

/* A .mo file: a table of texts, sorted, and one of their translations. Without a file texts stay as they are in the source. */
typedef struct
{
  GMappedFile *file; /* NULL: English */
  guint n;
  guint texts;
  guint translations;
} Texts;

static const struct
{
  const char *language;
  const char *name; /* in that language */
} languages[] = { { "en", "English" }, { "zh_CN", "简体中文" } };

static void
texts_free (gpointer data)
{
  Texts *self = data;

  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

static GPrivate of_thread = G_PRIVATE_INIT (texts_free);

/**
 * qp_language_count:
 *
 * Returns: how many languages documents can have
 */
guint
qp_language_count (void)
{
  return G_N_ELEMENTS (languages);
}

/**
 * qp_language_at:
 * @index: below qp_language_count()
 *
 * Returns: (transfer none): the language, "zh_CN"
 */
const char *
qp_language_at (guint index)
{
  return languages[index].language;
}

/**
 * qp_language_name:
 * @index: below qp_language_count()
 *
 * Returns: (transfer none): its name in that language
 */
const char *
qp_language_name (guint index)
{
  return languages[index].name;
}

/* a number of the file; 0 where there is none */
static guint32
word_at (const Texts *self, gsize offset)
{
  guint32 word;

  if (offset + sizeof word > g_mapped_file_get_length (self->file))
    return 0;
  memcpy (&word, g_mapped_file_get_contents (self->file) + offset, sizeof word);
  return GUINT32_FROM_LE (word);
}

/* a text of one of the tables, which ends in a zero within the file; NULL in a broken one */
static const char *
text_at (const Texts *self, guint table, guint index)
{
  const guint32 length = word_at (self, table + 8 * (gsize) index), offset = word_at (self, table + 8 * (gsize) index + 4);
  const char *contents = g_mapped_file_get_contents (self->file);

  if ((gsize) offset + length >= g_mapped_file_get_length (self->file) || contents[offset + length] != '\0')
    return NULL;
  return contents + offset;
}

/* the translation; NULL when there is none */
static const char *
look_up (const Texts *self, const char *key)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const char *text = text_at (self, self->texts, middle);
      const int order = text == NULL ? 0 : strcmp (key, text);
      if (order == 0)
        {
          const char *found = text == NULL ? NULL : text_at (self, self->translations, middle);
          return found == NULL || *found == '\0' ? NULL : found;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static gboolean
read_file (Texts *self, const char *language, GError **error)
{
  g_autofree char *path = g_build_filename (qp_locale_folder (), language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  self->file = g_mapped_file_new (path, FALSE, error);
  if (self->file == NULL)
    return FALSE;
  if (word_at (self, 0) != MAGIC)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("“%s” holds no translations."), path);
      return FALSE;
    }
  self->n = word_at (self, 8);
  self->texts = word_at (self, 12);
  self->translations = word_at (self, 16);
  return TRUE;
}

/**
 * qp_language_begin:
 * @language: one of qp_language_at()
 * @error: return location
 *
 * From here on, texts that this thread makes are in @language, until qp_language_end(). Other threads go on as they were.
 *
 * Returns: whether its translations could be read
 */
gboolean
qp_language_begin (const char *language, GError **error)
{
  Texts *texts = g_new0 (Texts, 1);

  if (strcmp (language, "en") != 0 && !read_file (texts, language, error))
    {
      texts_free (texts);
      return FALSE;
    }
  g_private_replace (&of_thread, texts);
  return TRUE;
}

/**
 * qp_language_end:
 *
 * The thread speaks as the program again.
 */
void
qp_language_end (void)
{
  g_private_replace (&of_thread, NULL);
}

static const char *
translated (const char *key)
{
  const Texts *texts = g_private_get (&of_thread);

  return texts->file == NULL ? NULL : look_up (texts, key);
}

/* what _() is */
const char *
qp_translate (const char *text)
{
  if (g_private_get (&of_thread) == NULL)
    return g_dgettext (GETTEXT_PACKAGE, text);
  const char *found = translated (text);
  return found != NULL ? found : text;
}

/* what C_() is; @key is the context, a mark, and from @text_at on the text */
const char *
qp_translate_context (const char *key, gsize text_at)
{
  if (g_private_get (&of_thread) == NULL)
    return g_dpgettext (GETTEXT_PACKAGE, key, text_at);
  const char *found = translated (key);
  return found != NULL ? found : key + text_at;
}

/* what ngettext() is; Chinese has one form for all numbers, and English is in the source */
const char *
qp_translate_many (const char *one, const char *many, gulong n)
{
  if (g_private_get (&of_thread) == NULL)
    return g_dngettext (GETTEXT_PACKAGE, one, many, n);
  const char *found = translated (one);
  return found != NULL ? found : n == 1 ? one : many;
}
