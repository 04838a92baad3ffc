/* qp-cabinet-button.c: shows which cabinet a screen is made of, and lets it be chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cabinet-button.h"
#include "app/qp-cabinet-list.h"

struct _QpCabinetButton
{
  GtkWidget parent_instance;
  GtkButton *button;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkPopover *popover;
  QpCabinetList *list;
  QpProjectSession *session;
  char *key;
};

G_DEFINE_FINAL_TYPE (QpCabinetButton, qp_cabinet_button, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_list_chosen (QpCabinetList *list, const char *key, QpCabinetButton *self)
{
  gtk_popover_popdown (self->popover);
  qp_cabinet_button_choose (self, *key != '\0' ? key : NULL);
}

/* The list is filled when it is first looked at: a start should not wait for it. */
static void
on_clicked (QpCabinetButton *self)
{
  if (self->list == NULL)
    {
      self->list = QP_CABINET_LIST (qp_cabinet_list_new ());
      g_signal_connect (self->list, "chosen", G_CALLBACK (on_list_chosen), self);
      gtk_popover_set_child (self->popover, GTK_WIDGET (self->list));
    }
  qp_cabinet_list_fill (self->list, qp_estimate_cache_catalogue (qp_project_session_estimates (self->session)),
                        self->key);
  gtk_popover_popup (self->popover);
}

static void
qp_cabinet_button_dispose (GObject *object)
{
  QpCabinetButton *self = QP_CABINET_BUTTON (object);
  g_clear_object (&self->session);
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_cabinet_button_parent_class)->dispose (object);
}

static void
qp_cabinet_button_finalize (GObject *object)
{
  g_free (QP_CABINET_BUTTON (object)->key);
  G_OBJECT_CLASS (qp_cabinet_button_parent_class)->finalize (object);
}

static void
qp_cabinet_button_class_init (QpCabinetButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_cabinet_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_cabinet_button_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-cabinet-button.ui");
  gtk_widget_class_bind_template_child (widget_class, QpCabinetButton, button);
  gtk_widget_class_bind_template_child (widget_class, QpCabinetButton, title);
  gtk_widget_class_bind_template_child (widget_class, QpCabinetButton, subtitle);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
qp_cabinet_button_init (QpCabinetButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a cabinet"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

/**
 * qp_cabinet_button_new:
 * @session: the session whose catalogue is offered
 *
 * Makes the button. It emits `chosen` when the user chose a cabinet.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
qp_cabinet_button_new (QpProjectSession *session)
{
  QpCabinetButton *self = g_object_new (QP_TYPE_CABINET_BUTTON, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * qp_cabinet_button_get_key:
 * @self: a button
 *
 * Returns: (transfer none) (nullable): key of the cabinet; %NULL for a cabinet of the screen's own size
 */
const char *
qp_cabinet_button_get_key (QpCabinetButton *self)
{
  return self->key;
}

/**
 * qp_cabinet_button_set_key:
 * @self: a button
 * @key: (nullable): key of the cabinet
 * @various: whether the selected screens have various cabinets
 *
 * Shows the cabinet without emitting `chosen`.
 */
void
qp_cabinet_button_set_key (QpCabinetButton *self, const char *key, gboolean various)
{
  g_autofree char *old = self->key;
  self->key = g_strdup (key);
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  const QpCabinet *cabinet = key != NULL ? qp_catalogue_cabinet (catalogue, key) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  if (various)
    title = g_strdup (_ ("various"));
  else if (cabinet != NULL)
    title = qp_cabinet_title (cabinet), subtitle = qp_cabinet_list_subtitle (cabinet);
  else if (key != NULL)
    title = g_strdup (key), subtitle = g_strdup (_ ("not in the catalogue"));
  else
    title = g_strdup (_ ("Own size")), subtitle = g_strdup (_ ("typed below, or choose one"));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  g_autofree char *label = g_strdup_printf (_ ("Cabinet: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * qp_cabinet_button_choose:
 * @self: a button
 * @key: (nullable): key of a cabinet
 *
 * Does what choosing it in the list does.
 */
void
qp_cabinet_button_choose (QpCabinetButton *self, const char *key)
{
  qp_cabinet_button_set_key (self, key, FALSE);
  g_signal_emit (self, signals[CHOSEN], 0);
}
