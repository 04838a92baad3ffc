/* qp-actions.c: every action of the program with its keys, in one table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-actions.h"

/* The shortcuts window (ui/help-overlay.ui) lists each of these rows; tests/gui holds the two against each other. */
static const QpActionKeys all_keys[] = {
  { "app.new", { "<Control>n" }, QP_ACTION_EVERYWHERE },
  { "win.open", { "<Control>o" }, QP_ACTION_EVERYWHERE },
  { "win.open-sample", { "<Control><Shift>o" }, QP_ACTION_EVERYWHERE },
  { "win.save", { "<Control>s" }, QP_ACTION_EVERYWHERE },
  { "win.save-as", { "<Control><Shift>s" }, QP_ACTION_EVERYWHERE },
  { "win.print", { "<Control>p" }, QP_ACTION_EVERYWHERE },
  { "win.report", { "<Control><Shift>r" }, QP_ACTION_EVERYWHERE },
  { "win.documents", { "<Control><Shift>e" }, QP_ACTION_EVERYWHERE },
  { "win.close", { "<Control>w" }, QP_ACTION_EVERYWHERE },
  { "app.quit", { "<Control>q" }, QP_ACTION_EVERYWHERE },
  { "win.show-help-overlay", { "<Control>question", "<Control>slash" }, QP_ACTION_EVERYWHERE },
  { "win.open-menu", { "F10" }, QP_ACTION_EVERYWHERE },
  { "app.about", { "<Shift>F1" }, QP_ACTION_EVERYWHERE },

  { "win.undo", { "<Control>z" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.cut", { "<Control>x" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.copy", { "<Control>c" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.paste", { "<Control>v" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.duplicate", { "<Control>d" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.delete", { "Delete" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.select-all", { "<Control>a" }, QP_ACTION_OUTSIDE_TEXT },

  { "win.add-site", { "<Control><Alt>s" }, QP_ACTION_EVERYWHERE },
  { "win.add-plan", { "<Control><Alt>p" }, QP_ACTION_EVERYWHERE },
  { "win.import-plan", { "<Control><Alt>i" }, QP_ACTION_EVERYWHERE },
  { "win.add-screen", { "<Control><Alt>r" }, QP_ACTION_EVERYWHERE },
  { "win.add-content", { "<Control><Alt>c" }, QP_ACTION_EVERYWHERE },
  { "win.add-slot", { "<Control><Alt><Shift>c" }, QP_ACTION_EVERYWHERE },
  { "win.browse-catalogue", { "<Control>k" }, QP_ACTION_EVERYWHERE },
  { "win.fit-screen", { "<Control><Alt>f" }, QP_ACTION_EVERYWHERE },
  { "win.new-cabinet", { "<Control><Alt>n" }, QP_ACTION_EVERYWHERE },
  { "win.add-catalogue", { "<Control><Alt>o" }, QP_ACTION_EVERYWHERE },
  { "win.add-rules", { "<Control><Alt>u" }, QP_ACTION_EVERYWHERE },

  { "win.tool('select')", { "v" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('screen')", { "r", "s" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('obstacle-wall')", { "w" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('obstacle-area')", { "o" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('obstacle-box')", { "b" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('audience')", { "a" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('path')", { "p" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('receptor')", { "f" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('note')", { "t" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('dimension')", { "d" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('measure')", { "m" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('probe')", { "y" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('calibrate')", { "c" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('crop')", { "x" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.tool('pan')", { "h" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.obstacle('wall')", { "<Shift>w" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.obstacle('glass')", { "<Shift>g" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.obstacle('tree')", { "<Shift>t" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.obstacle('building')", { "<Shift>b" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.obstacle('other')", { "<Shift>o" }, QP_ACTION_OUTSIDE_TEXT },

  { "win.screen-shape", { "k" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.show-layers", { "l" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.sight", { "u" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.sight-hatched", { "<Shift>u" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.copy-view", { "<Control><Shift>c" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.save-view", { "<Control><Alt>v" }, QP_ACTION_EVERYWHERE },
  { "win.place-eye", { "e" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.export-studio", { "<Control><Alt>e" }, QP_ACTION_EVERYWHERE },
  { "win.set-north", { "n" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.background-layers", { "<Control><Alt>l" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.background-crop", { "<Control><Alt>k" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.background-uncrop", { "<Control><Alt><Shift>k" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.level-up", { "<Control>Page_Up" }, QP_ACTION_EVERYWHERE }, /* a focused tree has keys of this name */
  { "win.level-down", { "<Control>Page_Down" }, QP_ACTION_EVERYWHERE },
  { "win.show-other-levels", { "g" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.align('left')", { "<Alt><Shift>l" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.align('center')", { "<Alt><Shift>c" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.align('right')", { "<Alt><Shift>r" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.align('top')", { "<Alt><Shift>t" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.align('middle')", { "<Alt><Shift>m" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.align('bottom')", { "<Alt><Shift>b" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.distribute('gaps-x')", { "<Alt><Shift>h" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.distribute('gaps-y')", { "<Alt><Shift>v" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.distribute('centers-x')", { "<Alt><Shift>i" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.distribute('centers-y')", { "<Alt><Shift>u" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.pack", { "<Alt><Shift>p" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.array", { "<Alt><Shift>a" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.mirror('x')", { "<Alt><Shift>x" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.mirror('y')", { "<Alt><Shift>y" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.rotate(90)", { "<Alt><Shift>e" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.rotate(-90)", { "<Alt><Shift>q" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.rotate-by", { "<Alt><Shift>d" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.group", { "<Control>g" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.ungroup", { "<Control><Shift>g" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.order('raise')", { "Page_Up" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.order('lower')", { "Page_Down" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.order('front')", { "Home" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.order('back')", { "End" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('next-point')", { "bracketright" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('previous-point')", { "bracketleft" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('insert-point')", { "Insert" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('delete-point')", { "<Shift>Delete" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('split')", { "<Alt><Shift>s" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('join')", { "<Alt><Shift>j" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('close')", { "<Alt><Shift>o" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.outline('reverse')", { "<Alt><Shift>w" }, QP_ACTION_OUTSIDE_TEXT },

  { "win.screen-layer('back')", { "<Alt>1" }, QP_ACTION_EVERYWHERE },
  { "win.screen-layer('cabinets')", { "<Alt>2" }, QP_ACTION_EVERYWHERE },
  { "win.screen-layer('zones')", { "<Alt>3" }, QP_ACTION_EVERYWHERE },
  { "win.screen-layer('dimensions')", { "<Alt>4" }, QP_ACTION_EVERYWHERE },
  { "win.screen-layer('pixels')", { "<Alt>5" }, QP_ACTION_EVERYWHERE },
  { "win.screen-layer('data')", { "<Alt>6" }, QP_ACTION_EVERYWHERE },
  { "win.screen-layer('power')", { "<Alt>7" }, QP_ACTION_EVERYWHERE },
  { "win.toggle-cabinets", { "x" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.make-zone", { "<Shift>z" }, QP_ACTION_OUTSIDE_TEXT },
  { "win.export-pixel-map", { "<Control><Alt>m" }, QP_ACTION_EVERYWHERE },
  { "win.export-pattern", { "<Control><Alt>t" }, QP_ACTION_EVERYWHERE },
  { "win.draw-route", { "<Alt>8" }, QP_ACTION_EVERYWHERE },
  { "win.clear-route", { "<Alt>9" }, QP_ACTION_EVERYWHERE },
  { "win.export-wiring", { "<Control><Alt>w" }, QP_ACTION_EVERYWHERE },

  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" }, QP_ACTION_EVERYWHERE },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" }, QP_ACTION_EVERYWHERE },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0" }, QP_ACTION_EVERYWHERE },
  { "win.zoom-selection", { "<Control>9" }, QP_ACTION_EVERYWHERE },
  { "win.zoom-scale", { "<Control>8" }, QP_ACTION_EVERYWHERE },

  { "win.view('city')", { "<Control>1" }, QP_ACTION_EVERYWHERE },
  { "win.view('plan')", { "<Control>2" }, QP_ACTION_EVERYWHERE },
  { "win.view('screen')", { "<Control>3" }, QP_ACTION_EVERYWHERE },
  { "win.view('figures')", { "<Control>4" }, QP_ACTION_EVERYWHERE },
  { "win.pitch-advisor", { "<Control><Alt>a" }, QP_ACTION_EVERYWHERE },
  { "win.light", { "<Control><Alt>b" }, QP_ACTION_EVERYWHERE },
  { "win.content", { "<Control><Alt>h" }, QP_ACTION_EVERYWHERE },
  { "win.cost", { "<Control><Alt>g" }, QP_ACTION_EVERYWHERE },
  { "win.years", { "<Control><Alt>y" }, QP_ACTION_EVERYWHERE },
  { "win.compare", { "<Control><Alt>d" }, QP_ACTION_EVERYWHERE },
  { "win.keep-alternative", { "<Control><Alt><Shift>d" }, QP_ACTION_EVERYWHERE },
  { "win.add-cost", { "<Control><Alt><Shift>g" }, QP_ACTION_EVERYWHERE },
  { "win.add-funding", { "<Control><Alt><Shift>f" }, QP_ACTION_EVERYWHERE },
  { "win.add-prices", { "<Control><Alt><Shift>p" }, QP_ACTION_EVERYWHERE },
  { "win.export-budget", { "<Control><Alt><Shift>e" }, QP_ACTION_EVERYWHERE },
  { "win.verdicts", { "<Control><Alt>j" }, QP_ACTION_EVERYWHERE },
  { "win.show-sidebar", { "F9" }, QP_ACTION_EVERYWHERE },
  { "win.show-inspector", { "<Control>F9" }, QP_ACTION_EVERYWHERE },
  { "win.find", { "<Control>f" }, QP_ACTION_EVERYWHERE },
  { "win.fullscreen", { "F11" }, QP_ACTION_EVERYWHERE },
  { "win.show-findings", { "<Control>i" }, QP_ACTION_EVERYWHERE },
};

/**
 * qp_action_keys_count:
 *
 * Returns: number of rows in the table
 */
guint
qp_action_keys_count (void)
{
  return G_N_ELEMENTS (all_keys);
}

/**
 * qp_action_keys_at:
 * @index: row, less than qp_action_keys_count()
 *
 * Returns: (transfer none): the row
 */
const QpActionKeys *
qp_action_keys_at (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (all_keys), NULL);
  return &all_keys[index];
}

/**
 * qp_action_keys_install_application:
 * @application: the application
 *
 * Sets the keys that work everywhere.
 */
void
qp_action_keys_install_application (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_keys); i++)
    if (all_keys[i].scope == QP_ACTION_EVERYWHERE)
      gtk_application_set_accels_for_action (application, all_keys[i].action, all_keys[i].keys);
}

static void
add_shortcut (GtkShortcutController *controller, const char *key, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  gboolean known = g_action_parse_detailed_name (detailed, &name, &target, NULL);
  g_assert (known);
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/**
 * qp_action_keys_install_window:
 * @window: a window that has the actions
 *
 * Sets the keys that a focused text field has first: GTK looks at application accelerators before the focus, which
 * would make it impossible to type a "v" or to copy a word.
 */
void
qp_action_keys_install_window (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (guint i = 0; i < G_N_ELEMENTS (all_keys); i++)
    for (guint k = 0; all_keys[i].scope == QP_ACTION_OUTSIDE_TEXT && all_keys[i].keys[k] != NULL; k++)
      add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), all_keys[i].keys[k], all_keys[i].action);
  gtk_widget_add_controller (window, controller);
}
