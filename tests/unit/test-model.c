/* test-model.c: nodes, tables, lists, edits, diff and history
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-error.h"
#include "model/qp-document.h"
#include "model/qp-kinds.h"

#include <string.h>

static QpNode *
new_child (QpNode *parent, QpKind kind, guint n)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (nodes, qp_node_new (kind, qp_id_new ()));
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) nodes->pdata, n);
  qp_node_init_children (parent, list);
  return qp_node_list_get (parent->children, 0);
}

/* project → site → plan → n screens */
static QpNode *
new_project (guint n_screens)
{
  QpNode *project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  QpNode *site = new_child (project, QP_KIND_SITE, 1);
  QpNode *plan = new_child (site, QP_KIND_PLAN, 1);

  if (n_screens > 0)
    new_child (plan, QP_KIND_SCREEN, n_screens);
  return project;
}

static QpNode *
plan_of (QpDocument *document)
{
  return qp_node_list_get (qp_node_list_get (qp_document_get_root (document)->children, 0)->children, 0);
}

static void
set_columns (QpDocument *document, QpId id, gint64 columns, const char *key)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue value = qp_value_integer (columns);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, qp_edit_set (id, QP_SCREEN_FIELD (columns), &value));
  qp_document_run (document, "Resize", key, edits, &error);
  g_assert_no_error (error);
}

static gint64
columns_of (QpDocument *document, QpId id)
{
  return ((QpScreen *) qp_document_find (document, id))->columns;
}

static void
test_id (void)
{
  char text[QP_ID_TEXT_SIZE];
  QpId back;

  for (guint i = 0; i < 500; i++)
    {
      const QpId id = qp_id_new ();
      g_assert_true (qp_id_parse (qp_id_to_text (id, text), &back));
      g_assert_true (qp_id_equal (id, back));
      g_assert_cmpint (text[14], ==, '4');
    }
  g_assert_false (qp_id_parse ("00000000-0000-0000-0000-000000000000", &back));
  g_assert_false (qp_id_parse ("f81d4fae-7dec-11d0-a765-00a0c91e6bf", &back));
  g_assert_false (qp_id_parse ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6x", &back));
  g_assert_false (qp_id_parse ("f81d4fae_7dec-11d0-a765-00a0c91e6bf6", &back));
  g_assert_false (qp_id_parse ("", &back));
}

/* every row of every table is sound: names unique, default within range, choices where needed */
static void
test_tables (void)
{
  for (QpKind kind = 0; kind < QP_N_KINDS; kind++)
    {
      const QpKindInfo *info = qp_kind_info (kind);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      g_assert_cmpint (qp_kind_from_element (info->element), ==, kind);
      g_assert_cmpuint (info->n_fields, <=, 128);
      g_assert_cmpint (info->name_field, <, (int) info->n_fields);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const QpField *field = &info->fields[i];
          g_auto (QpValue) value = { 0 };
          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          g_assert_cmpint (qp_field_parse (field, field->initial == NULL ? "" : field->initial, &value), ==, QP_FIELD_FINE);
          g_assert_cmpint (field->values != NULL, ==, field->type == QP_FIELD_ENUM);
          g_assert_cmpuint (strlen (field->label), >, 0);
          g_assert_true (qp_kind_field_at (kind, field->offset) == field);
        }
    }
}

/* a unit in the name is the unit of the row */
static void
test_unit_names (void)
{
  static const struct
  {
    const char *suffix;
    QpUnit unit;
  } rules[] = { { "_m", QP_UNIT_M }, { "_mm", QP_UNIT_MM }, { "_deg", QP_UNIT_DEG }, { "_kg", QP_UNIT_KG },
                { "_w", QP_UNIT_W }, { "_hz", QP_UNIT_HZ }, { "_percent", QP_UNIT_PERCENT }, { "_s", QP_UNIT_S },
                { "_cdm2", QP_UNIT_CDM2 }, { "_lx", QP_UNIT_LX }, { "_mbps", QP_UNIT_MBIT_PER_S }, { "_m2", QP_UNIT_M2 } };

  for (QpKind kind = 0; kind < QP_N_KINDS; kind++)
    for (guint i = 0; i < qp_kind_info (kind)->n_fields; i++)
      for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
        {
          const QpField *field = &qp_kind_info (kind)->fields[i];
          if (g_str_has_suffix (field->name, rules[r].suffix) && !g_str_has_suffix (field->name, "per_s")
              && !g_str_has_suffix (field->name, "per_m2") && !g_str_has_suffix (field->name, "px_w"))
            g_assert_cmpint (field->unit, ==, rules[r].unit);
        }
}

static void
test_field_texts (void)
{
  static const struct
  {
    const char *field, *text;
    QpFieldProblem problem;
  } cases[] = {
    { "columns", "30", QP_FIELD_FINE },          { "columns", "0", QP_FIELD_OUT_OF_RANGE },
    { "columns", "1.5", QP_FIELD_NOT_A_VALUE },  { "bottom_height_m", "8.5", QP_FIELD_FINE },
    { "bottom_height_m", "8.5000001", QP_FIELD_ROUNDED }, { "bottom_height_m", "1e3", QP_FIELD_NOT_A_VALUE },
    { "shape", "arc", QP_FIELD_FINE },           { "shape", "Arc", QP_FIELD_NOT_A_VALUE },
    { "on_time", "07:30", QP_FIELD_FINE },       { "on_time", "7:30", QP_FIELD_NOT_A_VALUE },
    { "on_time", "26:00", QP_FIELD_FINE },       { "on_time", "07:60", QP_FIELD_NOT_A_VALUE },
    { "redundant", "yes", QP_FIELD_FINE },       { "redundant", "true", QP_FIELD_NOT_A_VALUE },
    { "price_date", "2025-02-29", QP_FIELD_NOT_A_VALUE }, { "price_date", "2025-06", QP_FIELD_FINE },
    { "tilt_deg", "-91", QP_FIELD_OUT_OF_RANGE }, { "tilt_deg", "nan", QP_FIELD_NOT_A_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QpField *field = qp_kind_field (QP_KIND_SCREEN, cases[i].field);
      g_auto (QpValue) value = { 0 };
      g_assert_cmpint (qp_field_parse (field, cases[i].text, &value), ==, cases[i].problem);
      g_assert_cmpint (qp_value_is_unset (&value), ==, cases[i].problem > QP_FIELD_ROUNDED);
    }
}

static void
test_points (void)
{
  const QpField *field = qp_kind_field (QP_KIND_OBSTACLE, "outline");
  g_auto (QpValue) value = { 0 };
  g_auto (QpValue) bad = { 0 };

  g_assert_cmpint (qp_field_parse (field, " 0,0 12.5,-3\n1,1 ", &value), ==, QP_FIELD_FINE);
  g_autofree char *text = qp_field_to_text (field, &value);
  g_assert_cmpstr (text, ==, "0,0 12.5,-3 1,1");
  g_assert_cmpint (qp_field_parse (field, "0,0 12.5", &bad), ==, QP_FIELD_NOT_A_VALUE);
  g_assert_cmpint (qp_field_parse (field, "0,0,0", &bad), ==, QP_FIELD_NOT_A_VALUE);
}

/* lists against a plain array, through random insertions, removals and replacements */
static void
test_list (void)
{
  g_autoptr (GPtrArray) model = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  g_autoptr (QpNodeList) list = qp_node_list_empty ();

  for (guint step = 0; step < 3000; step++)
    {
      const guint length = model->len;
      const guint at = length == 0 ? 0 : (guint) g_test_rand_int_range (0, (int) length);
      QpNode *node = qp_node_new (QP_KIND_NOTE, qp_id_new ());
      QpNodeList *next;
      if (length == 0 || g_test_rand_int_range (0, 10) < (step < 1500 ? 7 : 3))
        {
          next = qp_node_list_with_insert (list, at, node);
          g_ptr_array_insert (model, (int) at, node);
        }
      else if (g_test_rand_int_range (0, 3) == 0)
        {
          next = qp_node_list_with (list, at, node);
          qp_node_unref (model->pdata[at]);
          model->pdata[at] = node;
        }
      else
        {
          next = qp_node_list_without (list, at);
          g_ptr_array_remove_index (model, at);
          qp_node_unref (node);
        }
      qp_node_list_unref (list);
      list = next;
      g_assert_cmpuint (qp_node_list_length (list), ==, model->len);
      if (model->len > 0)
        {
          const guint probe = (guint) g_test_rand_int_range (0, (int) model->len);
          g_assert_true (qp_node_list_get (list, probe) == model->pdata[probe]);
          g_assert_cmpint (qp_node_list_index_of (list, model->pdata[probe]), ==, (int) probe);
        }
    }
  QpNodeIter iter;
  qp_node_iter_init (&iter, list);
  for (guint i = 0; i < model->len; i++)
    g_assert_true (qp_node_iter_next (&iter) == model->pdata[i]);
  g_assert_null (qp_node_iter_next (&iter));
}

static void
test_sharing (void)
{
  g_autoptr (QpNode) root = new_project (1000);
  g_autoptr (QpDocument) document = qp_document_new (root);
  QpNode *untouched = qp_node_list_get (plan_of (document)->children, 7);
  const QpId id = qp_node_list_get (plan_of (document)->children, 500)->id;

  set_columns (document, id, 9, NULL);
  g_assert_true (qp_node_list_get (plan_of (document)->children, 7) == untouched);
  g_assert_cmpint (columns_of (document, id), ==, 9);
  g_assert_cmpint (((QpScreen *) qp_node_list_get (qp_node_list_get (qp_node_list_get (root->children, 0)->children, 0)->children, 500))->columns, ==, 1);
}

static void
test_undo (void)
{
  g_autoptr (QpNode) root = new_project (3);
  g_autoptr (QpDocument) document = qp_document_new (root);
  const QpId id = qp_node_list_get (plan_of (document)->children, 1)->id;

  qp_document_mark_saved (document, root);
  g_assert_false (qp_document_is_modified (document));
  set_columns (document, id, 2, NULL);
  set_columns (document, id, 3, NULL);
  g_assert_true (qp_document_is_modified (document));
  g_assert_cmpstr (qp_document_undo_label (document), ==, "Resize");
  qp_document_undo (document);
  g_assert_cmpint (columns_of (document, id), ==, 2);
  qp_document_undo (document);
  g_assert_cmpint (columns_of (document, id), ==, 1);
  g_assert_false (qp_document_is_modified (document));
  g_assert_false (qp_document_can_undo (document));
  qp_document_redo (document);
  qp_document_redo (document);
  g_assert_cmpint (columns_of (document, id), ==, 3);
  g_assert_false (qp_document_can_redo (document));
}

static void
test_merge (void)
{
  g_autoptr (QpNode) root = new_project (2);
  g_autoptr (QpDocument) document = qp_document_new (root);
  const QpId id = qp_node_list_get (plan_of (document)->children, 0)->id;

  for (guint i = 2; i < 40; i++)
    set_columns (document, id, i, "spin");
  g_assert_cmpuint (qp_document_n_undo (document), ==, 1);
  qp_document_end_merge (document);
  set_columns (document, id, 50, "spin");
  g_assert_cmpuint (qp_document_n_undo (document), ==, 2);
  qp_document_undo (document);
  qp_document_undo (document);
  g_assert_cmpint (columns_of (document, id), ==, 1);
}

static void
test_merge_keeps_saved_state (void)
{
  g_autoptr (QpNode) root = new_project (1);
  g_autoptr (QpDocument) document = qp_document_new (root);
  const QpId id = qp_node_list_get (plan_of (document)->children, 0)->id;

  set_columns (document, id, 2, "spin");
  qp_document_mark_saved (document, qp_document_get_root (document));
  set_columns (document, id, 3, "spin");
  qp_document_undo (document);
  g_assert_cmpint (columns_of (document, id), ==, 2);
  g_assert_false (qp_document_is_modified (document));
}

static void
test_failed_edit (void)
{
  g_autoptr (QpNode) root = new_project (1);
  g_autoptr (QpDocument) document = qp_document_new (root);
  const QpId id = qp_node_list_get (plan_of (document)->children, 0)->id;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue good = qp_value_integer (5), bad = qp_value_integer (0);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, qp_edit_set (id, QP_SCREEN_FIELD (columns), &good));
  g_ptr_array_add (edits, qp_edit_set (id, QP_SCREEN_FIELD (rows), &bad));
  g_assert_false (qp_document_run (document, "Resize", NULL, edits, &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_INVALID);
  g_assert_true (qp_document_get_root (document) == root);
  g_assert_false (qp_document_can_undo (document));
}

static void
expect_failure (QpDocument *document, QpEdit *edit, int code)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, edit);
  g_assert_false (qp_document_run (document, NULL, NULL, edits, &error));
  g_assert_error (error, QP_ERROR, code);
}

static void
test_refused_edits (void)
{
  g_autoptr (QpNode) root = new_project (1);
  g_autoptr (QpDocument) document = qp_document_new (root);
  QpNode *plan = plan_of (document);
  QpNode *site = qp_document_parent (document, plan->id);
  g_autoptr (QpNode) stray = qp_node_new (QP_KIND_SITE, qp_id_new ());
  const QpValue text = qp_value_integer (1);

  expect_failure (document, qp_edit_remove (root->id), QP_ERROR_INVALID);
  expect_failure (document, qp_edit_remove (qp_id_new ()), QP_ERROR_NOT_FOUND);
  expect_failure (document, qp_edit_insert (plan->id, -1, stray), QP_ERROR_INVALID);
  expect_failure (document, qp_edit_insert (root->id, -1, site), QP_ERROR_INVALID);
  expect_failure (document, qp_edit_insert (qp_id_new (), -1, stray), QP_ERROR_NOT_FOUND);
  expect_failure (document, qp_edit_move (site->id, plan->id, -1), QP_ERROR_INVALID);
  expect_failure (document, qp_edit_set (site->id, QP_SCREEN_FIELD (columns), &text), QP_ERROR_INVALID);
}

static void
test_move (void)
{
  g_autoptr (QpNode) root = new_project (3);
  g_autoptr (QpDocument) document = qp_document_new (root);
  QpNode *site = qp_node_list_get (root->children, 0);
  g_autoptr (QpNode) second = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  const QpId moved = qp_node_list_get (plan_of (document)->children, 0)->id;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, qp_edit_insert (site->id, -1, second));
  g_ptr_array_add (edits, qp_edit_move (moved, second->id, 0));
  g_ptr_array_add (edits, qp_edit_move (second->id, site->id, 0));
  qp_document_run (document, "Move", NULL, edits, &error);
  g_assert_no_error (error);
  g_assert_cmpint (qp_document_position (document, second->id), ==, 0);
  g_assert_true (qp_id_equal (qp_document_parent (document, moved)->id, second->id));
  qp_document_undo (document);
  g_assert_true (qp_document_get_root (document) == root);
  g_assert_null (qp_document_find (document, second->id));
}

static void
count_changed (QpDocument *document, GArray *changes, gpointer data)
{
  guint *n = data;
  (*n)++;
}

/* however many edits a step has, those who listen are told once, and not at all when it fails */
static void
test_told_once (void)
{
  g_autoptr (QpNode) root = new_project (3);
  g_autoptr (QpDocument) document = qp_document_new (root);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GError) error = NULL;
  const QpValue seven = qp_value_integer (7), bad = qp_value_integer (0);
  guint told = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_changed), &told);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (edits, qp_edit_set (qp_node_list_get (plan_of (document)->children, i)->id, QP_SCREEN_FIELD (rows), &seven));
  g_assert_true (qp_document_run (document, "Resize", NULL, edits, &error));
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpint (((QpScreen *) qp_node_list_get (plan_of (document)->children, 2))->rows, ==, 7);
  g_ptr_array_add (edits, qp_edit_set (qp_node_list_get (plan_of (document)->children, 0)->id, QP_SCREEN_FIELD (rows), &bad));
  g_assert_false (qp_document_run (document, "Resize", NULL, edits, &error));
  g_assert_cmpuint (told, ==, 1);
}

static void
test_memory_limit (void)
{
  g_autoptr (QpNode) root = new_project (2000);
  g_autoptr (QpDocument) document = qp_document_new (root);
  const QpId id = qp_node_list_get (plan_of (document)->children, 0)->id;

  qp_document_set_memory_limit (document, 100 * 1024);
  for (guint i = 1; i <= 1000; i++)
    set_columns (document, id, i % 100 + 1, NULL);
  g_assert_cmpuint (qp_document_n_undo (document), >, 10);
  g_assert_cmpuint (qp_document_n_undo (document), <, 500);
  const gint64 before = columns_of (document, id);
  qp_document_undo (document);
  g_assert_cmpint (columns_of (document, id), ==, before - 1 > 0 ? before - 1 : 100);
}

static void
test_copy_as_new (void)
{
  g_autoptr (QpNode) root = new_project (70);
  g_autoptr (QpNode) copy = qp_node_copy_as_new (root);

  g_assert_false (qp_id_equal (root->id, copy->id));
  const QpNode *a = qp_node_list_get (qp_node_list_get (root->children, 0)->children, 0);
  const QpNode *b = qp_node_list_get (qp_node_list_get (copy->children, 0)->children, 0);
  g_assert_cmpuint (qp_node_list_length (b->children), ==, 70);
  for (guint i = 0; i < 70; i++)
    g_assert_false (qp_id_equal (qp_node_list_get (a->children, i)->id, qp_node_list_get (b->children, i)->id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/id", test_id);
  g_test_add_func ("/model/tables", test_tables);
  g_test_add_func ("/model/unit-names", test_unit_names);
  g_test_add_func ("/model/field/texts", test_field_texts);
  g_test_add_func ("/model/field/points", test_points);
  g_test_add_func ("/model/list", test_list);
  g_test_add_func ("/model/sharing", test_sharing);
  g_test_add_func ("/model/undo", test_undo);
  g_test_add_func ("/model/merge", test_merge);
  g_test_add_func ("/model/merge-keeps-saved-state", test_merge_keeps_saved_state);
  g_test_add_func ("/model/failed-edit", test_failed_edit);
  g_test_add_func ("/model/refused-edits", test_refused_edits);
  g_test_add_func ("/model/move", test_move);
  g_test_add_func ("/model/told-once", test_told_once);
  g_test_add_func ("/model/memory-limit", test_memory_limit);
  g_test_add_func ("/model/copy-as-new", test_copy_as_new);
  return g_test_run ();
}
