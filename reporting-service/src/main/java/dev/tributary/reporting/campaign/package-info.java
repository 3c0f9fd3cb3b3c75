/** What a report asks about a campaign: which KPIs for which objective, over which days. */
@NullMarked
package dev.tributary.reporting.campaign;

import org.jspecify.annotations.NullMarked;
