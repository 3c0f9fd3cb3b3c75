package dev.tributary.metrics.setup;

import java.util.List;

/**
 * The outcome of checking a campaign.
 *
 * @param findings everything found, errors first
 * @param collaborations how many were checked
 */
public record Check(List<Finding> findings, int collaborations) {
  /** Keeps the findings unchangeable. */
  public Check {
    findings = List.copyOf(findings);
  }
}
