/* test-conflicts.c: each of the twelve collisions is found, open and solved, and left out where it is none
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "catalogue/qp-rule-sets.h"
#include "engine/qp-conflicts.h"

#include <string.h>

/* a screen in a site of a project, with a content profile; each a list of "field=value; …", facts with a "!" before them */
typedef struct
{
  const char *screen;
  const char *site;
  const char *project;
  const char *content;
} Scene;

static QpNode *
make (QpKind kind, const char *text, GPtrArray *children)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  g_auto (GStrv) parts = g_strsplit (text == NULL ? "" : text, ";", -1);
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();

  for (guint i = 0; children != NULL && i < children->len; i++)
    g_ptr_array_add (inside, g_ptr_array_index (children, i));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      char *equals = strchr (part, '=');
      if (equals == NULL)
        continue;
      *equals = '\0';
      if (*part == '!')
        {
          g_autofree char *fact = g_strdup_printf ("quantity=%s;value=%s", part + 1, equals + 1);
          g_ptr_array_add (inside, make (QP_KIND_FACT, fact, NULL));
          continue;
        }
      const QpField *field = qp_kind_field (kind, part);
      g_auto (QpValue) value = { 0 };
      g_assert_nonnull (field);
      g_assert_cmpint (qp_field_parse (field, equals + 1, &value), ==, QP_FIELD_FINE);
      qp_node_init_value (node, field, &value);
    }
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) inside->pdata, inside->len);
  qp_node_init_children (node, list);
  for (guint i = 0; i < inside->len; i++)
    qp_node_unref (g_ptr_array_index (inside, i));
  return node;
}

static GPtrArray *
find (GPtrArray *sets, GPtrArray *conflicts, const Scene *scene)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new ();
  const QpId id = qp_id_new ();
  char text[QP_ID_TEXT_SIZE];
  qp_id_to_text (id, text);
  QpNode *content = qp_node_new (QP_KIND_CONTENT, id);
  g_auto (GStrv) parts = g_strsplit (scene->content == NULL ? "" : scene->content, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');
      g_auto (QpValue) value = { 0 };
      if (equals == NULL)
        continue;
      *equals = '\0';
      const QpField *field = qp_kind_field (QP_KIND_CONTENT, g_strstrip (parts[i]));
      g_assert_cmpint (qp_field_parse (field, equals + 1, &value), ==, QP_FIELD_FINE);
      qp_node_init_value (content, field, &value);
    }
  g_ptr_array_add (contents, content);
  g_autofree char *words = g_strdup_printf ("%s;content=%s", scene->screen, text);
  g_autoptr (QpNode) screen = make (QP_KIND_SCREEN, words, NULL);
  g_autoptr (QpNode) site = make (QP_KIND_SITE, scene->site, NULL);
  g_autoptr (QpNode) project = make (QP_KIND_PROJECT, scene->project, contents);
  const QpEngineContext context = { .project = (const QpProject *) project, .site = (const QpSite *) site };
  g_autoptr (GPtrArray) verdicts = qp_rules_judge (sets, (const QpScreen *) screen, &context);
  return qp_conflicts_find (conflicts, verdicts, (const QpScreen *) screen, &context);
}

static const QpConflictCase *
case_of (const GPtrArray *cases, const char *key)
{
  for (guint i = 0; i < cases->len; i++)
    if (strcmp (((const QpConflictCase *) g_ptr_array_index (cases, i))->conflict->key, key) == 0)
      return g_ptr_array_index (cases, i);
  return NULL;
}

#define CELL "cabinet_width_mm=640;cabinet_height_mm=640;cabinet_px_w=256;cabinet_px_h=256;columns=30;"
#define SHENZHEN "city=深圳市"

/* each: where it is open, with what both sides and the way out have to say, where it is solved, and where there is none */
static const struct
{
  const char *key;
  Scene open;
  const char *first;
  const char *second;
  const char *way_out;
  Scene solved;
  Scene none;
} rows[] = {
  { "C01", { CELL "rows=17;environment=outdoor;shape=corner;face_columns=15 15" }, "CMG8K-O-00", "Corner", "19.2",
    { NULL }, { CELL "rows=17;environment=outdoor;shape=flat" } },
  { "C02", { "environment=outdoor;luminance_day_cdm2=5000;luminance_night_cdm2=800", SHENZHEN ";!advertising_zone=control" }, "5000", "300",
    "5000 cd/m²", { "environment=outdoor;luminance_day_cdm2=5000;luminance_night_cdm2=300", SHENZHEN ";!advertising_zone=control" },
    { "environment=indoor;luminance_day_cdm2=1000;luminance_night_cdm2=800" } },
  { "C03", { "environment=outdoor", "city=Shenyang", NULL, "audio=loudspeaker" }, "HCTS-003", "LOC-SY-02", "mobile",
    { "environment=outdoor", "city=Shenyang", NULL, "audio=phone" }, { "environment=outdoor", "city=Guangzhou", NULL, "audio=phone" } },
  { "C04", { "environment=outdoor;on_time=07:30;off_time=22:30", "city=Guangzhou", NULL, "live_relays=Spring Festival Gala" }, "Gala",
    "22:30", "exemption",
    { "environment=outdoor;!event_permit=yes", "city=Guangzhou", NULL, "live_relays=Spring Festival Gala" },
    { "environment=outdoor", "city=Guangzhou" } },
  { "C05", { "environment=outdoor;!colour_temperature_k=3000-8000" }, "3000-8000", "5000-9500", "9500",
    { "environment=outdoor;!colour_temperature_k=3000-9500" }, { "environment=indoor;!colour_temperature_k=3000-9500" } },
  { "C06", { "environment=outdoor;!chromaticity_uniformity=0.01;!chromaticity_nonuniformity=0.1" }, "0.003", "0.14", "strict",
    { "environment=outdoor;!chromaticity_uniformity=0.002;!chromaticity_nonuniformity=0.1" },
    { "environment=indoor;!chromaticity_uniformity=0.002" } },
  { "C07", { "environment=indoor;luminance_day_cdm2=700" }, "600", "800", "800 cd/m²", { "environment=indoor;luminance_day_cdm2=800" },
    { "environment=outdoor;luminance_day_cdm2=700" } },
  { "C08", { "environment=indoor;!refresh_hz=3000" }, "at least 3000", "at least 3840", "3840 Hz", { "environment=indoor;!refresh_hz=3840" },
    { NULL } },
  { "C09", { CELL "rows=16;environment=outdoor" }, "4320", "256", "17 rows", { CELL "rows=17;environment=outdoor" },
    { "cabinet_width_mm=640;cabinet_height_mm=360;cabinet_px_w=256;cabinet_px_h=144;columns=30;rows=30" } },
  { "C10", { CELL "rows=17;environment=outdoor;shape=corner;!spacing_m=300", SHENZHEN ";road_width_m=50" }, "500", "LOC-SZ-06", "both roads",
    { CELL "rows=17;environment=outdoor;shape=corner;!spacing_m=500", SHENZHEN ";road_width_m=50" },
    { CELL "rows=17;environment=outdoor;shape=flat;!spacing_m=300", SHENZHEN ";road_width_m=50" } },
  { "C11", { "environment=outdoor;!moving_pictures_by_road=yes", NULL, NULL, "frame_rate_hz=50" }, "50", "CJJ149-04", "Static",
    { "environment=outdoor;!moving_pictures_by_road=no", NULL, NULL, "frame_rate_hz=50" },
    { "environment=outdoor;!moving_pictures_by_road=yes" } },
  { "C12", { "environment=outdoor;project_kind=new_build", "city=Guangzhou", "horizon_years=10" }, "6", "10", "permit",
    { "environment=outdoor;project_kind=new_build;!permit_renewal=yes", "city=Guangzhou", "horizon_years=10" },
    { "environment=outdoor;project_kind=new_build", "city=Guangzhou", "horizon_years=6" } },
};

static void
test_twelve (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = qp_rule_sets_load_builtin (NULL, &error);
  g_autoptr (GPtrArray) conflicts = qp_conflict_list_load (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].key);
      g_autoptr (GPtrArray) open = find (sets, conflicts, &rows[i].open);
      const QpConflictCase *it = case_of (open, rows[i].key);
      g_assert_nonnull (it);
      g_test_message ("%s | %s | %s", it->first, it->second, it->way_out);
      g_assert_cmpint (it->state, ==, QP_CONFLICT_OPEN);
      g_assert_nonnull (strstr (it->first, rows[i].first));
      g_assert_nonnull (strstr (it->second, rows[i].second));
      g_assert_nonnull (strstr (it->way_out, rows[i].way_out));
      g_assert_null (strchr (it->way_out, '{'));
      if (rows[i].solved.screen != NULL)
        {
          g_autoptr (GPtrArray) solved = find (sets, conflicts, &rows[i].solved);
          it = case_of (solved, rows[i].key);
          g_assert_nonnull (it);
          g_assert_cmpint (it->state, ==, QP_CONFLICT_SOLVED);
        }
      if (rows[i].none.screen != NULL)
        {
          g_autoptr (GPtrArray) none = find (sets, conflicts, &rows[i].none);
          g_assert_null (case_of (none, rows[i].key));
        }
    }
}

/* what nobody knows is no conflict that is solved */
static void
test_not_known (void)
{
  g_autoptr (GPtrArray) sets = qp_rule_sets_load_builtin (NULL, NULL);
  g_autoptr (GPtrArray) conflicts = qp_conflict_list_load (NULL);
  const Scene scene = { "environment=outdoor" };
  g_autoptr (GPtrArray) cases = find (sets, conflicts, &scene);

  g_assert_cmpint (case_of (cases, "C05")->state, ==, QP_CONFLICT_NOT_KNOWN);
  g_assert_cmpint (case_of (cases, "C08")->state, ==, QP_CONFLICT_NOT_KNOWN);
  g_assert_null (case_of (cases, "C09"));
}

/* every rule that is named is there, and every side speaks Chinese too */
static void
test_data (void)
{
  g_autoptr (GPtrArray) sets = qp_rule_sets_load_builtin (NULL, NULL);
  g_autoptr (GPtrArray) conflicts = qp_conflict_list_load (NULL);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sets->len; i++)
    {
      QpNodeIter iter;
      qp_node_iter_init (&iter, ((const QpNode *) g_ptr_array_index (sets, i))->children);
      for (QpNode *rule; (rule = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
        g_hash_table_add (keys, ((QpRule *) rule)->key);
    }
  for (guint i = 0; i < conflicts->len; i++)
    {
      const QpConflict *conflict = g_ptr_array_index (conflicts, i);
      g_assert_nonnull (conflict->local_name);
      g_assert_nonnull (conflict->local_way_out);
      for (guint k = 0; k < 2; k++)
        {
          g_auto (GStrv) rules = g_strsplit (conflict->sides[k].rules == NULL ? "" : conflict->sides[k].rules, "|", -1);
          g_assert_nonnull (conflict->sides[k].local_words);
          for (guint r = 0; rules[r] != NULL; r++)
            if (*rules[r] != '\0' && !g_str_has_suffix (rules[r], "*"))
              g_assert_true (g_hash_table_contains (keys, rules[r]));
        }
    }
}

static void
test_broken (void)
{
  static const char *const texts[] = { "<conflicts><conflict key='A' name='a' way_out='b'/></conflicts>", "<conflicts><conflict",
                                       "<conflicts><conflict key='A' name='a' way_out='b'><side words='x'/><side rules='y' words='z'/></conflict></conflicts>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_assert_null (qp_conflict_list_read (bytes, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflicts/twelve", test_twelve);
  g_test_add_func ("/conflicts/not-known", test_not_known);
  g_test_add_func ("/conflicts/data", test_data);
  g_test_add_func ("/conflicts/broken", test_broken);
  return g_test_run ();
}
