/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Shifts the clock of this process by that many seconds, until it is said otherwise. */
void tl_clock_set_shift (long long seconds);
