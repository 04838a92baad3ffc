/* qp-content-rows.c: slots, masters, players and interfaces as rows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-content-rows.h"

#include "app/qp-card-tile.h"
#include "app/qp-value-row.h"
#include "base/qp-number.h"

#include <math.h>

/* --- slots --- */

/* a button of a row: which slot, and where it goes; G_MAXINT: away */
typedef struct
{
  QpProjectSession *session; /* lives longer than its page */
  QpId slot;
  int position;
} Move;

static void
on_move (GtkButton *button, Move *move)
{
  QpDocument *document = qp_project_session_document (move->session);
  const QpNode *content = qp_document_parent (document, move->slot);
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  if (content == NULL)
    return;
  if (move->position == G_MAXINT)
    g_ptr_array_add (edits, qp_edit_remove (move->slot));
  else
    g_ptr_array_add (edits, qp_edit_move (move->slot, content->id, move->position));
  qp_project_session_run (move->session, move->position == G_MAXINT ? _ ("Delete a slot") : _ ("Reorder slots"), NULL, edits, NULL);
}

static void
on_edit (AdwActionRow *row, Move *move)
{
  qp_selection_set_one (qp_project_session_selection (move->session), move->slot);
  gtk_widget_activate_action (GTK_WIDGET (row), "win.edit-properties", NULL);
}

static Move *
move_new (QpProjectSession *session, QpId slot, int position)
{
  Move *move = g_new (Move, 1);

  *move = (Move){ session, slot, position };
  return move;
}

static void
free_move (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_button (GtkWidget *row, const char *icon, const char *words, const char *name, QpProjectSession *session, QpId slot, int position,
            gboolean possible)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", words, name);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, possible);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_move), move_new (session, slot, position), free_move, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
slot_subtitle (const QpContentPart *part)
{
  const QpSlot *slot = part->slot;
  GString *text = g_string_new (slot->kind == QP_UNSET ? _ ("kind not known") : _ (qp_values_slot_kind[slot->kind].label));
  g_autofree char *length = qp_number_display_shortest (slot->duration_s), *per_hour = qp_number_display (part->plays_per_hour, 1);

  if (slot->from != QP_UNSET && slot->until != QP_UNSET)
    {
      g_autofree char *span = qp_content_span (slot->from, slot->until);
      g_string_append_printf (text, " · %s", span);
    }
  if (part->in_loop)
    g_string_append_printf (text, _ (" · %s\u2009s, %d in a loop"), length, slot->plays == QP_UNSET ? 1 : (int) slot->plays);
  if (!isnan (part->plays_per_hour))
    g_string_append_printf (text, _ (" · %s plays an hour"), per_hour);
  if (slot->client != NULL)
    g_string_append_printf (text, " · %s", slot->client);
  return g_string_free (text, FALSE);
}

static char *
slot_value (const QpContentPart *part)
{
  g_autofree char *share = qp_number_display (part->share * 100, 1), *minutes = qp_number_display (part->minutes, 0);

  return isnan (part->share) ? g_strdup_printf (_ ("%s min a day"), minutes) : g_strdup_printf (_ ("%s %% · %s min a day"), share, minutes);
}

static GtkWidget *
slot_row_new (QpProjectSession *session, const QpContentDay *day, guint index)
{
  const QpContentPart *part = qp_content_part (day, index);
  const QpNode *node = &part->slot->node;
  const int position = qp_document_position (qp_project_session_document (session), node->id);
  g_autofree char *name = qp_node_display_name (node), *subtitle = slot_subtitle (part), *value = slot_value (part);
  GtkWidget *row = qp_value_row_new (name, subtitle, value);

  add_button (row, "go-up-symbolic", _ ("Move up"), name, session, node->id, position - 1, index > 0);
  add_button (row, "go-down-symbolic", _ ("Move down"), name, session, node->id, position + 1, index + 1 < day->slots->len);
  add_button (row, "user-trash-symbolic", _ ("Delete"), name, session, node->id, G_MAXINT, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (on_edit), move_new (session, node->id, 0), free_move, 0);
  return row;
}

/**
 * qp_content_rows_slots:
 * @box: where the rows go
 * @session: the session; slots are edited through it
 * @day: the day of a screen
 *
 * Adds a row for each slot, with buttons to reorder and delete; a row that is activated is edited in the inspector.
 */
void
qp_content_rows_slots (GtkBox *box, QpProjectSession *session, const QpContentDay *day)
{
  if (day->content == NULL)
    return;
  g_autofree char *name = qp_node_display_name (&day->content->node);
  AdwPreferencesGroup *group
      = qp_value_group_add (box, _ ("Loop"), day->slots->len == 0 ? _ ("No slots yet: add one for each spot, programme and relay.") : name);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add _Slot"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-slot");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (group, button);
  for (guint i = 0; i < day->slots->len; i++)
    adw_preferences_group_add (group, slot_row_new (session, day, i));
}

/* --- equipment --- */

static const char *
verdict_words (QpVerdict verdict)
{
  return verdict == QP_VERDICT_MEETS ? _ ("can play it") : verdict == QP_VERDICT_FAILS ? _ ("can’t play it") : _ ("not known");
}

static void
add_players (GtkBox *box, const QpContentNeeds *needs, const QpCatalogue *catalogue)
{
  g_autoptr (GArray) players = qp_content_players (needs, catalogue);
  AdwPreferencesGroup *group = qp_value_group_add (box, _ ("Players of the Catalogue"), _ ("By what their makers state; what is not stated is asked of the maker."));

  for (guint i = 0; i < players->len; i++)
    {
      const QpContentPlayer *player = &g_array_index (players, QpContentPlayer, i);
      g_autofree char *name = g_strdup_printf ("%s %s", player->player->manufacturer, player->player->model);
      GtkWidget *row = qp_value_row_new (name, player->reasons, verdict_words (player->verdict)), *icon = gtk_image_new_from_icon_name (qp_verdict_icon (player->verdict));
      if (qp_verdict_css (player->verdict) != NULL)
        gtk_widget_add_css_class (icon, qp_verdict_css (player->verdict));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_group_add (group, row);
    }
}

static void
add_links (GtkBox *box, const QpContentNeeds *needs)
{
  g_autoptr (GArray) links = qp_content_links (needs);
  AdwPreferencesGroup *group = qp_value_group_add (box, _ ("Interfaces"), _ ("How many links the picture takes from player to controller."));

  for (guint i = 0; i < links->len; i++)
    {
      const QpContentLink *link = &g_array_index (links, QpContentLink, i);
      g_autofree char *gbps = qp_number_display (link->gbps, 2), *payload = qp_number_display (link->payload_gbps, 2), *n = qp_number_display (link->links, 0);
      g_autofree char *subtitle = isnan (link->gbps) ? g_strdup (link->timing)
                                                     : g_strdup_printf (_ ("%s: %s Gbit/s; a link carries %s Gbit/s"), link->timing, gbps, payload);
      adw_preferences_group_add (group, qp_value_row_new (link->name, subtitle, isnan (link->links) ? _ ("not known") : n));
    }
}

/**
 * qp_content_rows_equipment:
 * @box: where the rows go
 * @needs: figures of a screen
 * @catalogue: (nullable): where players are looked up
 *
 * Adds players and interfaces; nothing for a screen without content.
 */
void
qp_content_rows_equipment (GtkBox *box, const QpContentNeeds *needs, const QpCatalogue *catalogue)
{
  if (needs->content == NULL)
    return;
  add_players (box, needs, catalogue);
  add_links (box, needs);
}

/* --- the project --- */

static char *
cost_text (const QpContentProfile *profile, const char *currency)
{
  if (!qp_amount_is_known (&profile->cost))
    return g_strdup (_ ("cost not known"));
  g_autofree char *amount = qp_number_display ((double) profile->cost.likely / 100, 0);
  return g_strdup_printf (profile->partial ? _ ("%s %s a month, partial") : _ ("%s %s a month"), amount, currency == NULL ? "" : currency);
}

/* "2D graphics 4 min, naked-eye 3D 2 min" */
static char *
tiers_text (const QpContentProfile *profile)
{
  GString *text = g_string_new (NULL);

  for (guint tier = 0; tier <= QP_N_TIERS; tier++)
    {
      g_autofree char *minutes = qp_number_display (profile->tiers[tier].minutes, 1);
      if (profile->tiers[tier].minutes > 0)
        g_string_append_printf (text, _ ("%s%s: %s min"), text->len > 0 ? ", " : "", qp_content_tier_name (tier), minutes);
    }
  if (text->len == 0)
    g_string_append (text, _ ("fresh material not known"));
  return g_string_free (text, FALSE);
}

static void
add_profile (AdwPreferencesGroup *group, const QpContentProfile *profile, const char *currency)
{
  g_autofree char *name = qp_node_display_name (&profile->content->node), *tiers = tiers_text (profile), *cost = cost_text (profile, currency);
  g_autofree char *screens = g_strdup_printf (ngettext ("%u screen", "%u screens", profile->screens), profile->screens);
  g_autofree char *versions = g_strdup_printf (ngettext ("%u version", "%u versions", profile->versions), profile->versions);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", screens, versions, tiers);

  adw_preferences_group_add (group, qp_value_row_new (name, subtitle, cost));
}

static void
add_master (AdwPreferencesGroup *group, const QpContentGroup *it)
{
  g_autofree char *raster = isnan (it->w) || isnan (it->h) ? NULL : qp_number_display_pair (it->w, it->h), *profile = qp_node_display_name (&it->content->node);
  g_autofree char *title = raster == NULL ? g_strdup (_ ("Raster not known")) : g_strdup_printf ("%s\u2009px", raster);
  g_autofree char *count = g_strdup_printf (ngettext ("%u screen", "%u screens", it->members->len), it->members->len);
  GString *names = g_string_new (profile);

  for (guint i = 0; i < it->members->len && i < 4; i++)
    {
      g_autofree char *name = qp_node_display_name (&qp_content_member (it, i)->screen->node);
      g_string_append_printf (names, "%s%s", i == 0 ? ": " : ", ", name);
    }
  if (it->members->len > 4)
    g_string_append (names, ", …");
  adw_preferences_group_add (group, qp_value_row_new (title, names->str, count));
  g_string_free (names, TRUE);
}

/**
 * qp_content_rows_project:
 * @box: where the rows go
 * @project: what the project has to produce
 * @currency: (nullable): of the project
 *
 * Adds content profiles with their production, and the masters that screens share.
 */
void
qp_content_rows_project (GtkBox *box, const QpContentProject *project, const char *currency)
{
  const guint most = 50;

  if (project->profiles->len == 0)
    return;
  AdwPreferencesGroup *profiles = qp_value_group_add (box, _ ("Production"), _ ("Of all content profiles, with a version for each shape."));
  for (guint i = 0; i < project->profiles->len && i < most; i++)
    add_profile (profiles, qp_content_profile (project, i), currency);
  if (project->groups->len == 0)
    return;
  g_autofree char *told = project->groups->len > most ? g_strdup_printf (_ ("The first %u of %u; the delivery sheet has all."), most, project->groups->len) : NULL;
  AdwPreferencesGroup *masters = qp_value_group_add (box, _ ("Screens That Share a Master"), told);
  for (guint i = 0; i < project->groups->len && i < most; i++)
    add_master (masters, qp_content_group (project, i));
}
