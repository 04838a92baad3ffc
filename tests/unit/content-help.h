/* content-help.h: a screen with a content profile for the tests of content, as text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-content.h"
#include "engine/qp-estimate.h"
#include "store/qp-store.h"

G_BEGIN_DECLS

typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
  QpEngineContext context;
  const QpContent *content; /* the first */
  const QpScreen *screen;   /* the first */
} ContentFixture;

/* a wall of 8 × 4 cabinets of 480 × 540 px each: 3840 × 2160 px */
#define CONTENT_ID "f81d4fae-7dec-11d0-a765-00a0c91e0020"
#define SLOT(n, more) "<slot id='f81d4fae-7dec-11d0-a765-00a0c91e03" n n "' " more "/>"
#define CONTENT_SCREEN(n, more) \
  "<screen id='f81d4fae-7dec-11d0-a765-00a0c91e04" n n "' name='Wall " n "' cabinet_width_mm='960' cabinet_height_mm='1080' " more "/>"
#define CONTENT_CELL "cabinet_px_w='480' cabinet_px_h='540' "

void content_fixture_read (ContentFixture *self, const char *attributes, const char *slots, const char *screen);
void content_fixture_read_project (ContentFixture *self, const char *inside, const char *screens);
void content_fixture_clear (ContentFixture *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ContentFixture, content_fixture_clear)

G_END_DECLS
