/* qp-card-tile.c: one result as a card: large number, meaning, verdict
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-card-tile.h"

struct _QpCardTile
{
  GtkWidget parent_instance;
  GtkButton *button;
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *unit;
  GtkLabel *line;
  GtkBox *chip;
  GtkImage *chip_icon;
  GtkLabel *chip_word;
  guint quantity;
};

G_DEFINE_FINAL_TYPE (QpCardTile, qp_card_tile, GTK_TYPE_WIDGET)

enum
{
  EXPLAIN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const struct
{
  const char *icon;
  const char *css;
  const char *word;
} verdicts[] = {
  [QP_VERDICT_NONE] = { NULL, NULL, "" },
  [QP_VERDICT_MEETS] = { "qp-mark-fine-symbolic", "success", N_ ("meets") },
  [QP_VERDICT_FAILS] = { "qp-mark-error-symbolic", "error", N_ ("fails") },
  [QP_VERDICT_UNKNOWN] = { "qp-mark-unknown-symbolic", "dim-label", N_ ("not known") },
  [QP_VERDICT_NOTE] = { "dialog-information-symbolic", "accent", N_ ("note") },
};

/**
 * qp_verdict_icon:
 * @verdict: a verdict
 *
 * Returns: (nullable): name of its icon
 */
const char *
qp_verdict_icon (QpVerdict verdict)
{
  return verdicts[verdict].icon;
}

/**
 * qp_verdict_css:
 * @verdict: a verdict
 *
 * Returns: (nullable): CSS class of its colour
 */
const char *
qp_verdict_css (QpVerdict verdict)
{
  return verdicts[verdict].css;
}

/**
 * qp_verdict_word:
 * @verdict: a verdict
 *
 * Returns: the word for it, translated
 */
const char *
qp_verdict_word (QpVerdict verdict)
{
  return *verdicts[verdict].word != '\0' ? _ (verdicts[verdict].word) : "";
}

/**
 * qp_verdict_chip_new:
 * @verdict: a verdict
 *
 * Returns: (transfer floating): a chip with its icon and word, for the end of a row
 */
GtkWidget *
qp_verdict_chip_new (QpVerdict verdict)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  const char *css[] = { "qp-chip", qp_verdict_css (verdict), NULL };

  gtk_widget_set_css_classes (chip, css);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (qp_verdict_icon (verdict)));
  gtk_box_append (GTK_BOX (chip), gtk_label_new (qp_verdict_word (verdict)));
  return chip;
}

static void
on_clicked (QpCardTile *self)
{
  g_signal_emit (self, signals[EXPLAIN], 0);
}

static void
qp_card_tile_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_card_tile_parent_class)->dispose (object);
}

static void
qp_card_tile_class_init (QpCardTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_card_tile_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-card-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, button);
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, title);
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, value);
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, unit);
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, line);
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, chip);
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, chip_icon);
  gtk_widget_class_bind_template_child (widget_class, QpCardTile, chip_word);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  signals[EXPLAIN] = g_signal_new ("explain", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
qp_card_tile_init (QpCardTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_chip (QpCardTile *self, const QpCard *card)
{
  const char *word = card->chip != NULL ? card->chip : qp_verdict_word (card->verdict);
  const gboolean has_chip = card->verdict != QP_VERDICT_NONE && *word != '\0';
  const char *css[] = { "qp-chip", qp_verdict_css (card->verdict), NULL };
  gtk_widget_set_css_classes (GTK_WIDGET (self->chip), css);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), has_chip);
  gtk_image_set_from_icon_name (self->chip_icon, qp_verdict_icon (card->verdict));
  gtk_label_set_label (self->chip_word, word);
}

/* A long value needs the whole width of a card: its unit goes up to the title. */
#define LONG_VALUE 9

static void
show_number (QpCardTile *self, const QpCard *card)
{
  const gboolean lifted = g_utf8_strlen (card->value, -1) > LONG_VALUE && *card->unit != '\0';
  g_autofree char *title = lifted ? g_strdup_printf ("%s, %s", card->title, card->unit) : g_strdup (card->title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->value, card->value);
  gtk_label_set_label (self->unit, lifted ? "" : card->unit);
}

static void
show_card (QpCardTile *self, const QpCard *card)
{
  self->quantity = card->quantity;
  show_number (self, card);
  gtk_label_set_label (self->line, card->line != NULL ? card->line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->line), card->line != NULL && *card->line != '\0');
  show_chip (self, card);
  g_autofree char *label
      = g_strdup_printf (_ ("%s: %s %s. How was this computed?"), card->title, card->value, card->unit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static QpCardTile *
add_tile (GtkFlowBox *box, QpCardExplain explain, gpointer data)
{
  GtkWidget *tile = g_object_new (QP_TYPE_CARD_TILE, NULL), *child = gtk_flow_box_child_new ();

  g_signal_connect (tile, "explain", G_CALLBACK (explain), data);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tile);
  gtk_widget_set_focusable (child, FALSE); /* the card in it has the focus */
  gtk_flow_box_append (box, child);
  return QP_CARD_TILE (tile);
}

/**
 * qp_card_tiles_show:
 * @box: a box of nothing but cards
 * @cards: (element-type QpCard): what they show
 * @explain: called when somebody asks how a number was computed; the same each time
 * @data: for @explain; lives as long as @box
 *
 * Shows @cards in order, in the widgets that are there as far as they go.
 */
void
qp_card_tiles_show (GtkFlowBox *box, GPtrArray *cards, QpCardExplain explain, gpointer data)
{
  GtkFlowBoxChild *child;

  for (guint i = 0; i < cards->len; i++)
    {
      child = gtk_flow_box_get_child_at_index (box, (int) i);
      show_card (child != NULL ? QP_CARD_TILE (gtk_flow_box_child_get_child (child)) : add_tile (box, explain, data), cards->pdata[i]);
    }
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (child), (guint) i < cards->len);
}

/**
 * qp_card_tile_quantity:
 * @self: a card
 *
 * Returns: index of the quantity that it shows
 */
guint
qp_card_tile_quantity (QpCardTile *self)
{
  return self->quantity;
}

/**
 * qp_card_tile_button:
 * @self: a card
 *
 * Returns: (transfer none): the button that the card is
 */
GtkWidget *
qp_card_tile_button (QpCardTile *self)
{
  return GTK_WIDGET (self->button);
}
