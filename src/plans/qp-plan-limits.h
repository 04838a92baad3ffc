/* qp-plan-limits.h: how much of a plan file is read, so that none can exhaust time or memory
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Together they keep the reading of any file within 500 MiB.
 */
#pragma once

/** QP_PLAN_MAX_BYTES: largest file that is read */
#define QP_PLAN_MAX_BYTES (256 * 1024 * 1024)
/** QP_PLAN_MAX_SVG_BYTES: largest SVG text that is read, unpacked */
#define QP_PLAN_MAX_SVG_BYTES (64 * 1024 * 1024)
/** QP_PLAN_MAX_GEOJSON_BYTES: largest GeoJSON text that is read */
#define QP_PLAN_MAX_GEOJSON_BYTES (64 * 1024 * 1024)
/** QP_PLAN_MAX_GEOJSON_VALUES: most values (numbers, texts, lists) of a GeoJSON file; each takes about 90 bytes */
#define QP_PLAN_MAX_GEOJSON_VALUES 3000000
/** QP_PLAN_MAX_GEOJSON_DEPTH: lists in lists of a GeoJSON file */
#define QP_PLAN_MAX_GEOJSON_DEPTH 64

/** QP_PLAN_MAX_SIDE: greatest width or height of a picture, in pixels */
#define QP_PLAN_MAX_SIDE 32000
/** QP_PLAN_MAX_PIXELS: most pixels of a picture that can be made smaller while it is read */
#define QP_PLAN_MAX_PIXELS (128 * 1000 * 1000)
/** QP_PLAN_WHOLE_PIXELS: most pixels of a picture that can only be read as a whole, or that lies in an SVG or a PDF */
#define QP_PLAN_WHOLE_PIXELS (64 * 1000 * 1000)
/** QP_PLAN_KEPT_PIXELS: a picture with more pixels is kept at half its resolution */
#define QP_PLAN_KEPT_PIXELS (40 * 1000 * 1000)

/** QP_PLAN_MAX_PAGES: most pages of a PDF */
#define QP_PLAN_MAX_PAGES 2000
/** QP_PLAN_MAX_UNITS: greatest width or height of a drawing, in its own units */
#define QP_PLAN_MAX_UNITS 1e7
/** QP_PLAN_MAX_LAYERS: most layers of a drawing that are told apart */
#define QP_PLAN_MAX_LAYERS 10000
/** QP_PLAN_MAX_SECONDS: reading that works for longer is given up */
#define QP_PLAN_MAX_SECONDS 30
