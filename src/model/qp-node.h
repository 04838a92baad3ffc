/* qp-node.h: the immutable, reference-counted node that documents are made of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-field.h"

G_BEGIN_DECLS

/**
 * QpKind:
 *
 * The kinds of nodes. Their fields are in qp-kinds.h, their nesting in qp-kinds.c.
 */
typedef enum
{
  QP_KIND_PROJECT,
  QP_KIND_SITE,
  QP_KIND_PLAN,
  QP_KIND_BACKGROUND,
  QP_KIND_OBSTACLE,
  QP_KIND_AUDIENCE,
  QP_KIND_RECEPTOR,
  QP_KIND_NOTE,
  QP_KIND_DIMENSION,
  QP_KIND_SCREEN,
  QP_KIND_ZONE,
  QP_KIND_CONTENT,
  QP_KIND_SLOT,
  QP_KIND_COST,
  QP_KIND_FUNDING,
  QP_KIND_FACT,
  QP_KIND_ALTERNATIVE,
  QP_KIND_CHANGED,
  QP_KIND_CATALOGUE,
  QP_KIND_CABINET,
  QP_KIND_CONTROLLER,
  QP_KIND_PLAYER,
  QP_KIND_PRICE,
  QP_KIND_RULES,
  QP_KIND_RULE,
  QP_N_KINDS,
  QP_KIND_NONE = QP_N_KINDS,
} QpKind;

typedef struct _QpNode QpNode;
typedef struct _QpNodeList QpNodeList;

/**
 * QpForeign:
 *
 * What a newer minor version wrote into a node and this one does not know: attributes and whole elements,
 * kept word for word and written back.
 */
typedef struct _QpForeign QpForeign;

/**
 * QpNode:
 * @ref_count: references
 * @kind: which kind; decides the struct that starts with this one
 * @id: permanent id
 * @children: nested nodes, never %NULL
 * @foreign: (nullable): what is kept of a newer minor version
 *
 * The head of every kind's struct. A node never changes once somebody else can see it: a change makes a new
 * node (qp_node_with()), which shares all that did not change.
 */
struct _QpNode
{
  gatomicrefcount ref_count;
  QpKind kind;
  QpId id;
  QpNodeList *children;
  QpForeign *foreign;
};

/**
 * QpKindInfo:
 * @element: element name in XML
 * @label: translatable name of the kind
 * @fields: the table
 * @n_fields: its length
 * @size: size of the kind's struct
 * @name_field: index of the field that names a node in lists, or -1
 * @parents: bit mask of the kinds it may stand in
 *
 * What is known of a kind.
 */
typedef struct
{
  const char *element;
  const char *label;
  const QpField *fields;
  guint n_fields;
  gsize size;
  int name_field;
  guint32 parents;
} QpKindInfo;

const QpKindInfo *qp_kind_info (QpKind kind);
QpKind qp_kind_from_element (const char *element);
gboolean qp_kind_may_contain (QpKind parent, QpKind child);
const char *qp_kind_label (QpKind kind);
const QpField *qp_kind_field (QpKind kind, const char *name);

QpNode *qp_node_new (QpKind kind, QpId id);
QpNode *qp_node_ref (QpNode *self);
void qp_node_unref (QpNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpNode, qp_node_unref)

QpValue qp_node_get (const QpNode *self, const QpField *field);
QpNode *qp_node_with (const QpNode *self, const QpField *field, const QpValue *value);
QpNode *qp_node_with_children (const QpNode *self, QpNodeList *children);
QpNode *qp_node_copy_as_new (const QpNode *self);
gboolean qp_node_equal (const QpNode *a, const QpNode *b);
gboolean qp_node_equal_fields (const QpNode *a, const QpNode *b);
const char *qp_node_name (const QpNode *self);
char *qp_node_display_name (const QpNode *self);
gsize qp_node_size (const QpNode *self);

/* only while a new node has not been handed on */
void qp_node_init_value (QpNode *self, const QpField *field, const QpValue *value);
void qp_node_init_children (QpNode *self, QpNodeList *children);
void qp_node_init_foreign (QpNode *self, QpForeign *foreign);

/* what a newer minor version wrote */
QpForeign *qp_foreign_new (void);
QpForeign *qp_foreign_ref (QpForeign *self);
void qp_foreign_unref (QpForeign *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpForeign, qp_foreign_unref)
void qp_foreign_add_attribute (QpForeign *self, const char *name, const char *value);
void qp_foreign_add_element (QpForeign *self, const char *xml);
guint qp_foreign_n_attributes (const QpForeign *self);
const char *qp_foreign_attribute (const QpForeign *self, guint index, const char **value);
guint qp_foreign_n_elements (const QpForeign *self);
const char *qp_foreign_element (const QpForeign *self, guint index);
gboolean qp_foreign_equal (const QpForeign *a, const QpForeign *b);

/* lists: immutable, shared in chunks */
QpNodeList *qp_node_list_new (QpNode *const *nodes, guint n);
QpNodeList *qp_node_list_empty (void);
QpNodeList *qp_node_list_ref (QpNodeList *self);
void qp_node_list_unref (QpNodeList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpNodeList, qp_node_list_unref)
guint qp_node_list_length (const QpNodeList *self);
QpNode *qp_node_list_get (const QpNodeList *self, guint index);
int qp_node_list_index_of (const QpNodeList *self, const QpNode *node);
QpNodeList *qp_node_list_with (const QpNodeList *self, guint index, QpNode *node);
QpNodeList *qp_node_list_with_insert (const QpNodeList *self, guint index, QpNode *node);
QpNodeList *qp_node_list_without (const QpNodeList *self, guint index);

/**
 * QpNodeIter:
 *
 * Walks a list, skipping nothing; quicker than qp_node_list_get() in a loop.
 */
typedef struct
{
  const QpNodeList *list;
  guint chunk;
  guint in_chunk;
} QpNodeIter;

void qp_node_iter_init (QpNodeIter *self, const QpNodeList *list);
QpNode *qp_node_iter_next (QpNodeIter *self);
QpNode *qp_node_iter_next_of (QpNodeIter *self, QpKind kind);

G_END_DECLS
