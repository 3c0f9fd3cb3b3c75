package dev.tributary.metrics.kpi;

/** What a KPI's value is; the names of the contract without their prefix. */
public enum KpiUnit {
  COUNT,
  /** A share, shown in percent. */
  PERCENT,
  /** A multiple, shown as {@code 3.00x}. */
  MULTIPLE,
  MONEY,
  /** Money per unit. */
  UNIT_MONEY
}
