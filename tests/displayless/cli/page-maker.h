/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Page @number of an invented paper: one to six articles of invented news at
 * real places, with figures; no two are equal, and each is always the same. */
char *page_maker_text (guint number);
