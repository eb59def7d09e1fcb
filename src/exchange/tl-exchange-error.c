/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tl-exchange-error.h"

G_DEFINE_QUARK (tl-exchange-error-quark, tl_exchange_error)
