/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* UTF-8: a traditional character, its simplified one, the next traditional … */
extern const char fz_fold_pairs[];
