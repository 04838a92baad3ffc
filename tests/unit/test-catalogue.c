/* test-catalogue.c: the built-in catalogue is sound, and each impossible record is refused for its own reason
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "catalogue/qp-catalogue.h"
#include "store/qp-data.h"
#include "store/qp-store.h"

#include <math.h>
#include <string.h>

#define CABINET_ID "00000000-0000-4000-8000-00000000000"

/* attributes of a sound outdoor cabinet of 960 × 960 mm, P6.67; a case replaces some of them */
static const char *const sound[][2] = {
  { "key", "test-p6" },         { "manufacturer", "Test" },   { "model", "P6" },
  { "environment", "outdoor" }, { "application", "fixed" },   { "pitch_h_mm", "6.67" },
  { "pitch_v_mm", "6.67" },     { "width_mm", "960" },        { "height_mm", "960" },
  { "px_w", "144" },            { "px_h", "144" },            { "weight_kg", "40" },
  { "max_power_w", "640" },     { "average_power_w", "210" }, { "luminance_cdm2", "5500" },
  { "ip_front", "IP65" },       { "ip_rear", "IP54" },        { "grade", "A" },
  { "source", "a data sheet" }, { "source_date", "2026" },
};

static QpFindings *
check_text (const char *records)
{
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<catalogue xmlns=\"" QP_CATALOGUE_NAMESPACE "\" format=\"1.0\" id=\""
                                           CABINET_ID "0\">\n%s</catalogue>\n", records);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  QpFindings *findings = qp_findings_new ();
  g_autoptr (QpNode) root = qp_catalogue_read (bytes, findings, &error);

  g_assert_no_error (error);
  qp_catalogue_check (root, findings);
  return findings;
}

/* "name=value" pairs, separated by "; ", replace those of the sound cabinet; an empty value leaves one out */
static char *
cabinet_text (const char *changes, int id)
{
  g_auto (GStrv) parts = g_strsplit (changes, "; ", -1);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "<cabinet id=\"" CABINET_ID "%d\"", id);
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      const char *value = sound[i][1];
      for (char **part = parts; *part != NULL; part++)
        {
          const gsize length = strlen (sound[i][0]);
          if (strncmp (*part, sound[i][0], length) == 0 && (*part)[length] == '=')
            value = *part + length + 1;
        }
      if (*value != '\0')
        g_string_append_printf (out, " %s=\"%s\"", sound[i][0], value);
    }
  for (char **part = parts; *part != NULL; part++)
    if (g_str_has_prefix (*part, "note="))
      g_string_append_printf (out, " note=\"%s\"", *part + strlen ("note="));
  g_string_append (out, "/>\n");
  return g_string_free (out, FALSE);
}

static QpFindings *
check_cabinet (const char *changes)
{
  g_autofree char *text = cabinet_text (changes, 1);
  return check_text (text);
}

typedef struct
{
  const char *name;
  const char *changes;
  const char *code;  /* NULL: nothing to find */
  const char *field;
} Case;

static const Case cases[] = {
  { "sound", "", NULL, NULL },
  { "pitch-within-1-percent", "pitch_h_mm=6.7; pitch_v_mm=6.7", NULL, NULL },
  { "pitch-2-percent", "pitch_h_mm=6.8", "pitch-mismatch", "pitch_h_mm" },
  { "pitch-2-percent-down", "pitch_v_mm=6.8", "pitch-mismatch", "pitch_v_mm" },
  { "pitch-rounded", "pitch_h_mm=6.5; note=nominal pitch rounded", "pitch-rounded", "pitch_h_mm" },
  { "pitch-rounded-too-far", "pitch_h_mm=6; note=nominal pitch rounded", "pitch-mismatch", "pitch_h_mm" },
  { "pixels-of-another", "px_h=128", "pitch-mismatch", "pitch_v_mm" },
  { "power-in-kilowatts", "max_power_w=1; average_power_w=", "unit-slip", "max_power_w" },
  { "weight-in-tonnes", "weight_kg=0.1", "unit-slip", "weight_kg" },
  { "too-bright", "luminance_cdm2=12000", "luminance-implausible", "luminance_cdm2" },
  { "too-dark-outdoors", "luminance_cdm2=800", "luminance-implausible", "luminance_cdm2" },
  { "same-indoors", "environment=indoor; luminance_cdm2=800", NULL, NULL },
  { "too-heavy", "weight_kg=120", "weight-implausible", "weight_kg" },
  { "too-hungry", "max_power_w=2000", "power-implausible", "max_power_w" },
  { "average-over-maximum", "average_power_w=700", "average-over-maximum", "average_power_w" },
  { "ip75", "ip_front=IP75", "ip-code", "ip_front" },
  { "ip6", "ip_rear=IP6", "ip-code", "ip_rear" },
  { "ip-two", "ip_front=IP65/IP54", "ip-code", "ip_front" },
  { "ip69k", "ip_front=IP69K", NULL, NULL },
  { "ipx5", "ip_front=IPX5", NULL, NULL },
  { "ip65k", "ip_front=IP65K", "ip-code", "ip_front" },
  { "no-source", "source=", "missing-source", "source" },
  { "no-date", "source_date=", "missing-date", "source_date" },
  { "no-grade", "grade=", "missing-grade", "grade" },
  { "no-key", "key=", "missing-field", "key" },
  { "no-width", "width_mm=", "missing-field", "width_mm" },
  { "no-pixels", "px_w=", "missing-field", "px_w" },
  { "not-known-is-fine", "weight_kg=; max_power_w=; average_power_w=; luminance_cdm2=; ip_front=; ip_rear=", NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (QpFindings) findings = check_cabinet (self->changes);

  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_test_message ("%s: %s", qp_findings_get (findings, i)->code, qp_findings_get (findings, i)->message);
  g_assert_cmpuint (qp_findings_length (findings), ==, self->code == NULL ? 0 : 1);
  if (self->code == NULL)
    return;
  const QpFinding *finding = qp_findings_get (findings, 0);
  g_assert_cmpstr (finding->code, ==, self->code);
  g_assert_cmpstr (finding->field, ==, self->field);
  g_assert_nonnull (strstr (finding->message, strcmp (self->name, "no-key") == 0 ? "Key" : "test-p6"));
}

static guint
count_code (const QpFindings *findings, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < qp_findings_length (findings); i++)
    n += strcmp (qp_findings_get (findings, i)->code, code) == 0;
  return n;
}

/* a slip by 1000 that no field takes, and one that the fields take */
static void
test_slip_of_size (void)
{
  g_autoptr (QpFindings) metres = check_cabinet ("width_mm=0.96");
  g_autoptr (QpFindings) micrometres = check_cabinet ("width_mm=960000");
  g_autoptr (QpFindings) pitch = check_cabinet ("pitch_h_mm=667");

  g_assert_cmpuint (qp_findings_length (metres), >, 0);
  g_assert_cmpuint (qp_findings_length (micrometres), >, 0);
  g_assert_cmpuint (count_code (pitch, "unit-slip"), ==, 1);
}

static void
test_duplicate_key (void)
{
  g_autofree char *first = cabinet_text ("", 1);
  g_autofree char *second = cabinet_text ("model=P6 again", 2);
  g_autofree char *both = g_strconcat (first, second, NULL);
  g_autoptr (QpFindings) findings = check_text (both);

  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "duplicate-key");
}

static void
test_controller (void)
{
  g_autoptr (QpFindings) findings
      = check_text ("<controller id=\"" CABINET_ID "1\" key=\"c\" manufacturer=\"T\" model=\"C\" capacity_px=\"8000\""
                    " ports=\"16\" port_px_8bit=\"500000\" port_px_10bit=\"600000\" grade=\"A\" source=\"s\""
                    " source_date=\"2026\"/>\n");

  g_assert_cmpuint (qp_findings_length (findings), ==, 2);
  g_assert_cmpuint (count_code (findings, "port-order"), ==, 1);
  g_assert_cmpuint (count_code (findings, "unit-slip"), ==, 1);
}

static void
test_price (void)
{
  g_autoptr (QpFindings) findings
      = check_text ("<price id=\"" CABINET_ID "1\" key=\"p\" item=\"led display\" per=\"m2\" currency=\"yuan\""
                    " low=\"900\" high=\"800\" source=\"s\"/>\n");

  g_assert_cmpuint (qp_findings_length (findings), ==, 3);
  g_assert_cmpuint (count_code (findings, "price-order"), ==, 1);
  g_assert_cmpuint (count_code (findings, "currency-code"), ==, 1);
  g_assert_cmpuint (count_code (findings, "missing-date"), ==, 1);
}

static QpCatalogue *
load (void)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  QpCatalogue *catalogue = qp_catalogue_load_builtin (findings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  return catalogue;
}

static void
test_builtin_sound (void)
{
  g_autoptr (QpCatalogue) catalogue = load ();
  g_autoptr (QpFindings) findings = qp_findings_new ();

  qp_catalogue_check_all (catalogue, findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_test_message ("%s", qp_findings_get (findings, i)->message);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
}

/* what data/catalogue/README.md promises of the selection */
static void
test_builtin_selection (void)
{
  g_autoptr (QpCatalogue) catalogue = load ();
  g_autoptr (GPtrArray) cabinets = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);
  g_autoptr (GPtrArray) controllers = qp_catalogue_nodes (catalogue, QP_KIND_CONTROLLER);
  g_autoptr (GPtrArray) players = qp_catalogue_nodes (catalogue, QP_KIND_PLAYER);
  g_autoptr (GHashTable) makers = g_hash_table_new (g_str_hash, g_str_equal);
  guint outdoor_fixed = 0;

  g_assert_cmpuint (cabinets->len, >=, 60);
  g_assert_cmpuint (cabinets->len, <=, 90);
  g_assert_cmpuint (controllers->len, ==, 15 + 6);
  g_assert_cmpuint (players->len, ==, 8);
  for (guint i = 0; i < cabinets->len; i++)
    {
      const QpCabinet *cabinet = g_ptr_array_index (cabinets, i);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (makers, cabinet->manufacturer)) + 1;
      g_hash_table_insert (makers, cabinet->manufacturer, GUINT_TO_POINTER (n));
      g_assert_cmpuint (n, <=, 15);
      g_assert_cmpint (cabinet->grade, <=, 1);
      g_assert_nonnull (strstr (cabinet->source, "://"));
      outdoor_fixed += cabinet->environment == QP_ENVIRONMENT_OUTDOOR && cabinet->application == 0;
    }
  g_assert_cmpuint (outdoor_fixed, >=, 15);
}

static void
test_find_and_name (void)
{
  g_autoptr (QpCatalogue) catalogue = load ();
  const QpCabinet *cabinet = qp_catalogue_cabinet (catalogue, "cinstar-bt6");

  g_assert_nonnull (cabinet);
  g_autofree char *title = qp_cabinet_title (cabinet);
  g_assert_cmpstr (title, ==, "Cinstar BT6 · P6.67 · 960×960 mm");
  g_assert_cmpfloat_with_epsilon (qp_cabinet_pitch_h_mm (cabinet), 960.0 / 144, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_cabinet_pitch_v_mm (cabinet), 960.0 / 144, 1e-9);
  g_assert_null (qp_catalogue_cabinet (catalogue, "no-such-cabinet"));
  g_assert_null (qp_catalogue_cabinet (catalogue, NULL));
  g_assert_nonnull (qp_catalogue_controller (catalogue, "novastar-mx40-pro"));
  g_assert_null (qp_catalogue_player (catalogue, "novastar-mx40-pro"));
}

static void
test_order (void)
{
  g_autoptr (QpCatalogue) catalogue = load ();
  g_autoptr (GPtrArray) cabinets = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);

  for (guint i = 1; i < cabinets->len; i++)
    {
      const QpCabinet *a = g_ptr_array_index (cabinets, i - 1);
      const QpCabinet *b = g_ptr_array_index (cabinets, i);
      const int maker = g_ascii_strcasecmp (a->manufacturer, b->manufacturer);
      g_assert_cmpint (maker, <=, 0);
      if (maker == 0 && strcmp (a->series, b->series) == 0)
        g_assert_cmpfloat (qp_cabinet_pitch_h_mm (a), <=, qp_cabinet_pitch_h_mm (b));
    }
}

static QpNode *
new_project (const char *cabinet)
{
  g_autofree char *text = g_strdup_printf ("<project xmlns=\"" QP_PROJECT_NAMESPACE "\" format=\"1.0\" id=\"" CABINET_ID
                                           "0\">\n%s</project>\n", cabinet);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  QpNode *root = qp_store_read (bytes, QP_KIND_PROJECT, NULL, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_project_overrules (void)
{
  g_autoptr (QpCatalogue) builtin = load ();
  g_autoptr (GPtrArray) before = qp_catalogue_nodes (builtin, QP_KIND_CABINET);
  g_autofree char *same_key = cabinet_text ("key=cinstar-bt6; px_w=160; px_h=160", 1);
  g_autofree char *new_key = cabinet_text ("key=our-own", 2);
  g_autofree char *both = g_strconcat (same_key, new_key, NULL);
  g_autoptr (QpNode) project = new_project (both);
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_with_project (builtin, project);
  g_autoptr (GPtrArray) after = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);

  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpint (qp_catalogue_cabinet (catalogue, "cinstar-bt6")->px_w, ==, 160);
  g_assert_cmpint (qp_catalogue_cabinet (builtin, "cinstar-bt6")->px_w, ==, 144);
  g_assert_nonnull (qp_catalogue_cabinet (catalogue, "our-own"));
}

static void
test_project_without_equipment (void)
{
  g_autoptr (QpCatalogue) builtin = load ();
  g_autoptr (QpNode) project = new_project ("");
  g_autoptr (QpCatalogue) same = qp_catalogue_with_project (builtin, project);

  g_assert_true (same == builtin);
}

/* the shipped files are in the form that the writer gives, so a change made by the program is a small diff */
static void
test_canonical (void)
{
  g_auto (GStrv) names = qp_data_list ("catalogue");

  g_assert_cmpuint (g_strv_length (names), ==, 4);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat ("catalogue/", *name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = qp_data_file (path, &error);
      g_assert_no_error (error);
      g_autoptr (QpNode) root = qp_catalogue_read (bytes, NULL, &error);
      g_assert_no_error (error);
      g_autoptr (GBytes) again = qp_store_write (root);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_no_such_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qp_data_file ("catalogue/none.xml", &error);
  g_auto (GStrv) names = qp_data_list ("none");

  g_assert_null (bytes);
  g_assert_error (error, QP_ERROR, QP_ERROR_NOT_FOUND);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
}

/* the attributes that the schema allows in one define, in its order */
static char *
schema_attributes (const char *schema, const char *element)
{
  g_autofree char *start = g_strdup_printf ("<element name=\"%s\">", element);
  const char *p = strstr (schema, start);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (p);
  const char *end = strstr (p, "</interleave>");
  g_assert_nonnull (end);
  while ((p = strstr (p, "<attribute name=\"")) != NULL && p < end)
    {
      p += strlen ("<attribute name=\"");
      if (!g_str_has_prefix (p, "format\"") && !g_str_has_prefix (p, "id\""))
        g_string_append_printf (out, "%.*s ", (int) strcspn (p, "\""), p);
    }
  return g_string_free (out, FALSE);
}

static void
test_schema_has_the_fields (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qp_data_file ("schema/catalogue.rng", &error);
  g_assert_no_error (error);
  g_autofree char *schema = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (QpKind kind = QP_KIND_CATALOGUE; kind <= QP_KIND_PRICE; kind++)
    {
      const QpKindInfo *info = qp_kind_info (kind);
      GString *fields = g_string_new (NULL);
      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (fields, "%s ", info->fields[i].name);
      g_autofree char *expected = g_string_free (fields, FALSE);
      g_autofree char *found = schema_attributes (schema, info->element);
      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/check/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/catalogue/check/slip-of-size", test_slip_of_size);
  g_test_add_func ("/catalogue/check/duplicate-key", test_duplicate_key);
  g_test_add_func ("/catalogue/check/controller", test_controller);
  g_test_add_func ("/catalogue/check/price", test_price);
  g_test_add_func ("/catalogue/builtin/sound", test_builtin_sound);
  g_test_add_func ("/catalogue/builtin/selection", test_builtin_selection);
  g_test_add_func ("/catalogue/builtin/canonical", test_canonical);
  g_test_add_func ("/catalogue/builtin/no-such-file", test_no_such_file);
  g_test_add_func ("/catalogue/find-and-name", test_find_and_name);
  g_test_add_func ("/catalogue/order", test_order);
  g_test_add_func ("/catalogue/project/overrules", test_project_overrules);
  g_test_add_func ("/catalogue/project/without-equipment", test_project_without_equipment);
  g_test_add_func ("/catalogue/schema", test_schema_has_the_fields);
  return g_test_run ();
}
