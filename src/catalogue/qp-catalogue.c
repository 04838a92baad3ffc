/* qp-catalogue.c: the set of cabinets, controllers, players and prices, found by key
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "catalogue/qp-catalogue.h"

#include "catalogue/qp-catalogue-private.h"
#include "catalogue/qp-price-csv.h"
#include "store/qp-data.h"
#include "store/qp-store.h"

#include <math.h>
#include <string.h>

/* the four kinds follow one another in QpKind */
#define FIRST_KIND QP_KIND_CABINET
#define N_KINDS (QP_KIND_PRICE - QP_KIND_CABINET + 1)

struct _QpCatalogue
{
  gatomicrefcount ref_count;
  GPtrArray *roots;              /* QpNode, in order of precedence: a later one overrules */
  guint n_builtin;               /* how many of them, from the first, came with the program */
  GHashTable *by_key[N_KINDS];   /* key → QpNode, borrowed from the roots */
  GPtrArray *sorted[N_KINDS];    /* QpNode, borrowed from the roots */
};

static gboolean
is_equipment (QpKind kind)
{
  return kind >= FIRST_KIND && kind < FIRST_KIND + N_KINDS;
}

/* the word that documents refer to a record by: each of the four kinds begins with it */
const char *
qp_catalogue_node_key (const QpNode *node)
{
  const QpValue value = qp_node_get (node, qp_kind_field (node->kind, "key"));
  return value.text;
}

static int
compare_digits (const char **a, const char **b)
{
  char *end_a, *end_b;
  const guint64 number_a = g_ascii_strtoull (*a, &end_a, 10);
  const guint64 number_b = g_ascii_strtoull (*b, &end_b, 10);

  *a = end_a;
  *b = end_b;
  return number_a < number_b ? -1 : number_a > number_b;
}

/* "BT4" before "BT10", the same in every locale */
static int
compare_natural (const char *a, const char *b)
{
  a = a == NULL ? "" : a;
  b = b == NULL ? "" : b;
  while (*a != '\0' && *b != '\0')
    {
      int order;
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        order = compare_digits (&a, &b);
      else
        order = g_ascii_tolower (*a++) - g_ascii_tolower (*b++);
      if (order != 0)
        return order;
    }
  return (guchar) *a - (guchar) *b;
}

static int
compare_text (const QpNode *a, const QpNode *b, const char *name)
{
  const QpField *field = qp_kind_field (a->kind, name);
  const QpValue value_a = qp_node_get (a, field);
  const QpValue value_b = qp_node_get (b, field);

  return compare_natural (value_a.text, value_b.text);
}

static int
compare_nodes (gconstpointer first, gconstpointer second)
{
  static const char *const of_equipment[] = { "manufacturer", "model", "key", NULL };
  static const char *const of_prices[] = { "item", "name", "date", "key", NULL };
  const QpNode *a = *(QpNode *const *) first;
  const QpNode *b = *(QpNode *const *) second;
  const char *const *names = a->kind == QP_KIND_PRICE ? of_prices : of_equipment;

  if (a->kind == QP_KIND_CABINET)
    {
      const int order = compare_text (a, b, "manufacturer");
      const double pitch_a = qp_cabinet_pitch_h_mm ((const QpCabinet *) a);
      const double pitch_b = qp_cabinet_pitch_h_mm ((const QpCabinet *) b);
      const int series = order != 0 ? order : compare_text (a, b, "series");
      if (series != 0 || pitch_a < pitch_b || pitch_a > pitch_b)
        return series != 0 ? series : pitch_a < pitch_b ? -1 : 1;
    }
  for (; *names != NULL; names++)
    {
      const int order = compare_text (a, b, *names);
      if (order != 0)
        return order;
    }
  return 0;
}

static void
index_root (QpCatalogue *self, const QpNode *root)
{
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, root->children);
  while ((node = qp_node_iter_next (&iter)) != NULL)
    if (is_equipment (node->kind) && qp_catalogue_node_key (node) != NULL)
      g_hash_table_replace (self->by_key[node->kind - FIRST_KIND], (char *) qp_catalogue_node_key (node), node);
}

static void
sort_kind (QpCatalogue *self, guint which)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, self->by_key[which]);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    g_ptr_array_add (self->sorted[which], node);
  g_ptr_array_sort (self->sorted[which], compare_nodes);
}

/**
 * qp_catalogue_new:
 * @roots: (array length=n_roots): catalogue documents, or projects with equipment of their own
 * @n_roots: how many
 *
 * Makes a catalogue. Where two documents have a record of the same kind and key, the later one counts.
 *
 * Returns: (transfer full): a catalogue
 */
QpCatalogue *
qp_catalogue_new (QpNode *const *roots, guint n_roots)
{
  QpCatalogue *self = g_new0 (QpCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  self->n_builtin = n_roots;
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->by_key[i] = g_hash_table_new (g_str_hash, g_str_equal);
      self->sorted[i] = g_ptr_array_new ();
    }
  for (guint i = 0; i < n_roots; i++)
    {
      g_ptr_array_add (self->roots, qp_node_ref (roots[i]));
      index_root (self, roots[i]);
    }
  for (guint i = 0; i < N_KINDS; i++)
    sort_kind (self, i);
  return self;
}

/**
 * qp_catalogue_ref:
 * @self: a catalogue
 *
 * Returns: (transfer full): @self
 */
QpCatalogue *
qp_catalogue_ref (QpCatalogue *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_catalogue_unref:
 * @self: (transfer full): a catalogue
 */
void
qp_catalogue_unref (QpCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_hash_table_unref (self->by_key[i]);
      g_ptr_array_unref (self->sorted[i]);
    }
  g_ptr_array_unref (self->roots);
  g_free (self);
}

/**
 * qp_catalogue_read:
 * @bytes: a catalogue document, or a price book as a table
 * @findings: (nullable): where problems of the text are added
 * @error: return location for a #GError, or %NULL
 *
 * Reads a catalogue document. Whether its records are possible is asked by qp_catalogue_check().
 *
 * Returns: (transfer full): the root node, or %NULL with @error set
 */
QpNode *
qp_catalogue_read (GBytes *bytes, QpFindings *findings, GError **error)
{
  if (qp_price_csv_looks_like (bytes))
    return qp_price_csv_read (bytes, findings, error);
  return qp_store_read (bytes, QP_KIND_CATALOGUE, findings, error);
}

/**
 * qp_catalogue_load_builtin:
 * @findings: (nullable): where problems of the text are added
 * @error: return location for a #GError, or %NULL
 *
 * Makes the catalogue from the built-in files `data/catalogue/`.
 *
 * Returns: (transfer full): the catalogue, or %NULL with @error set
 */
QpCatalogue *
qp_catalogue_load_builtin (QpFindings *findings, GError **error)
{
  g_auto (GStrv) names = qp_data_list ("catalogue");
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_build_path ("/", "catalogue", *name, NULL);
      g_autoptr (GBytes) bytes = qp_data_file (path, error);
      QpNode *root = bytes == NULL ? NULL : qp_catalogue_read (bytes, findings, error);
      if (root == NULL)
        {
          g_prefix_error (error, "%s: ", path);
          return NULL;
        }
      g_ptr_array_add (roots, root);
    }
  return qp_catalogue_new ((QpNode *const *) roots->pdata, roots->len);
}

static gboolean
has_equipment (const QpNode *root)
{
  QpNodeIter iter;
  const QpNode *node;

  qp_node_iter_init (&iter, root->children);
  while ((node = qp_node_iter_next (&iter)) != NULL)
    if (is_equipment (node->kind))
      return TRUE;
  return FALSE;
}

static QpCatalogue *
with_root (QpCatalogue *self, const QpNode *root)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  for (guint i = 0; i < self->roots->len; i++)
    g_ptr_array_add (roots, g_ptr_array_index (self->roots, i));
  g_ptr_array_add (roots, (gpointer) root);
  QpCatalogue *both = qp_catalogue_new ((QpNode *const *) roots->pdata, roots->len);
  both->n_builtin = self->n_builtin;
  return both;
}

/**
 * qp_catalogue_with_project:
 * @self: a catalogue
 * @project: (nullable): the root of a project
 *
 * Lays the project's own equipment over the catalogue; a record of the project with the same key overrules.
 *
 * Returns: (transfer full): the catalogue to calculate with; @self itself when the project has no equipment
 */
QpCatalogue *
qp_catalogue_with_project (QpCatalogue *self, const QpNode *project)
{
  if (project == NULL || !has_equipment (project))
    return qp_catalogue_ref (self);

  return with_root (self, project);
}

/**
 * qp_catalogue_with_own:
 * @self: a catalogue
 * @root: a catalogue document that did not come with the program
 *
 * Lays a catalogue of one's own over @self; a record of it with the same key overrules.
 *
 * Returns: (transfer full): the catalogue with both
 */
QpCatalogue *
qp_catalogue_with_own (QpCatalogue *self, const QpNode *root)
{
  return with_root (self, root);
}

/**
 * qp_catalogue_own_roots:
 * @self: a catalogue
 *
 * Returns: (transfer container) (element-type QpNode): the documents in it that did not come with the program and are
 *   no project, borrowed from @self
 */
GPtrArray *
qp_catalogue_own_roots (const QpCatalogue *self)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = self->n_builtin; i < self->roots->len; i++)
    if (((QpNode *) g_ptr_array_index (self->roots, i))->kind == QP_KIND_CATALOGUE)
      g_ptr_array_add (own, g_ptr_array_index (self->roots, i));
  return own;
}

/**
 * qp_catalogue_own_record:
 * @self: a catalogue
 * @kind: kind of equipment
 * @key: (nullable): key of a record
 *
 * Finds a record that another machine may not have: one that comes neither with the program nor from the project.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL when the one of this key is not of that sort
 */
QpNode *
qp_catalogue_own_record (const QpCatalogue *self, QpKind kind, const char *key)
{
  QpNode *record = key == NULL ? NULL : g_hash_table_lookup (self->by_key[kind - FIRST_KIND], key);
  g_autoptr (GPtrArray) own = qp_catalogue_own_roots (self);

  for (guint i = 0; record != NULL && i < own->len; i++)
    if (qp_node_list_index_of (((QpNode *) g_ptr_array_index (own, i))->children, record) >= 0)
      return record;
  return NULL;
}

static const QpNode *
find (const QpCatalogue *self, QpKind kind, const char *key)
{
  return key == NULL ? NULL : g_hash_table_lookup (self->by_key[kind - FIRST_KIND], key);
}

/**
 * qp_catalogue_cabinet:
 * @self: a catalogue
 * @key: (nullable): key of a cabinet
 *
 * Returns: (transfer none) (nullable): the cabinet, or %NULL when there is none of this key
 */
const QpCabinet *
qp_catalogue_cabinet (const QpCatalogue *self, const char *key)
{
  return (const QpCabinet *) find (self, QP_KIND_CABINET, key);
}

/**
 * qp_catalogue_controller:
 * @self: a catalogue
 * @key: (nullable): key of a controller
 *
 * Returns: (transfer none) (nullable): the controller, or %NULL when there is none of this key
 */
const QpController *
qp_catalogue_controller (const QpCatalogue *self, const char *key)
{
  return (const QpController *) find (self, QP_KIND_CONTROLLER, key);
}

/**
 * qp_catalogue_player:
 * @self: a catalogue
 * @key: (nullable): key of a player
 *
 * Returns: (transfer none) (nullable): the player, or %NULL when there is none of this key
 */
const QpPlayer *
qp_catalogue_player (const QpCatalogue *self, const char *key)
{
  return (const QpPlayer *) find (self, QP_KIND_PLAYER, key);
}

/**
 * qp_catalogue_nodes:
 * @self: a catalogue
 * @kind: %QP_KIND_CABINET, %QP_KIND_CONTROLLER, %QP_KIND_PLAYER or %QP_KIND_PRICE
 *
 * Returns: (transfer full) (element-type QpNode): all records of the kind that count; cabinets by maker, series,
 *   pitch and model, controllers and players by maker and model, prices by item, name and date; the array is shared and
 *   must not be changed
 */
GPtrArray *
qp_catalogue_nodes (const QpCatalogue *self, QpKind kind)
{
  g_return_val_if_fail (is_equipment (kind), NULL);
  return g_ptr_array_ref (self->sorted[kind - FIRST_KIND]);
}

/**
 * qp_catalogue_check_all:
 * @self: a catalogue
 * @findings: where findings are added
 *
 * Checks every document of the catalogue as qp_catalogue_check() does.
 */
void
qp_catalogue_check_all (const QpCatalogue *self, QpFindings *findings)
{
  for (guint i = 0; i < self->roots->len; i++)
    qp_catalogue_check (g_ptr_array_index (self->roots, i), findings);
}

static double
effective_pitch (gint64 size_um, gint64 pixels)
{
  if (size_um == QP_UNSET || pixels == QP_UNSET || pixels <= 0)
    return NAN;
  return (double) size_um / 1000 / (double) pixels;
}

/**
 * qp_cabinet_pitch_h_mm:
 * @self: a cabinet
 *
 * Returns: the effective pitch across, width ÷ pixels, in mm, which all calculations use; NaN when not known
 */
double
qp_cabinet_pitch_h_mm (const QpCabinet *self)
{
  return effective_pitch (self->width_mm, self->px_w);
}

/**
 * qp_cabinet_pitch_v_mm:
 * @self: a cabinet
 *
 * Returns: the effective pitch down, height ÷ pixels, in mm; NaN when not known
 */
double
qp_cabinet_pitch_v_mm (const QpCabinet *self)
{
  return effective_pitch (self->height_mm, self->px_h);
}

static void
append_pitch (const QpCabinet *self, GString *title)
{
  if (self->pitch_h_mm == QP_UNSET)
    return;
  g_string_append (title, " · P");
  qp_decimal_append (title, self->pitch_h_mm, 3);
  if (self->pitch_v_mm == QP_UNSET || self->pitch_v_mm == self->pitch_h_mm)
    return;
  g_string_append (title, "–");
  qp_decimal_append (title, self->pitch_v_mm, 3);
}

/**
 * qp_cabinet_title:
 * @self: a cabinet
 *
 * Names a cabinet for lists: maker, model, nominal pitch, size.
 *
 * Returns: (transfer full): the title, such as "Cinstar BT6 · P6.67 · 960×960 mm"
 */
char *
qp_cabinet_title (const QpCabinet *self)
{
  GString *title = g_string_new (self->manufacturer == NULL ? "" : self->manufacturer);

  if (self->model != NULL)
    g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", self->model);
  append_pitch (self, title);
  if (self->width_mm != QP_UNSET && self->height_mm != QP_UNSET)
    {
      g_string_append (title, " · ");
      qp_decimal_append (title, self->width_mm, 3);
      g_string_append (title, "×");
      qp_decimal_append (title, self->height_mm, 3);
      g_string_append (title, " mm");
    }
  return g_string_free (title, FALSE);
}

/**
 * qp_cabinet_has_words:
 * @self: a cabinet
 * @needle: words with blanks between them, case folded
 *
 * Returns: whether each of the words occurs in its title or its series, whatever their order
 */
gboolean
qp_cabinet_has_words (const QpCabinet *self, const char *needle)
{
  g_autofree char *title = qp_cabinet_title (self);
  g_autofree char *all = g_strdup_printf ("%s %s", title, self->series != NULL ? self->series : "");
  g_autofree char *folded = g_utf8_casefold (all, -1);
  g_auto (GStrv) words = g_strsplit (needle, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
