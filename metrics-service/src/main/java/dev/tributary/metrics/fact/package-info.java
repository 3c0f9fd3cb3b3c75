/**
 * What is known when a question is asked: catalogue, readings, clicks, credits, costs and rates of
 * one workspace, as records without behaviour but their own rules. The loader fills them; the KPI
 * engine, the series, the faults and the explanations only read them.
 */
@NullMarked
package dev.tributary.metrics.fact;

import org.jspecify.annotations.NullMarked;
