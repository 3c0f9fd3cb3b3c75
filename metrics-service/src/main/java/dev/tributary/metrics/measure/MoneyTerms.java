package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.Rates;
import dev.tributary.runtime.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How money is given: converted into one currency, or side by side by currency.
 *
 * @param currency the one currency; absent when money stays in its own
 * @param rates what to convert by
 */
public record MoneyTerms(Optional<String> currency, Rates rates) {

  /** In the currency asked for. */
  public static MoneyTerms in(String currency, Facts facts) {
    return new MoneyTerms(Optional.of(currency), facts.rates());
  }

  /**
   * Without a wish: in the campaigns' currency when all have the same and all money is in it,
   * otherwise by currency. Never converts.
   */
  public static MoneyTerms without(Facts facts) {
    Set<String> ofCampaigns =
        facts.campaigns().stream().map(CampaignFact::currency).collect(Collectors.toSet());
    Set<String> ofMoney =
        Stream.concat(
                PastSales.currencies(facts.posts()),
                Stream.concat(
                        facts.costs().stream().map(CostFact::amount),
                        facts.credits().stream().flatMap(credit -> credit.net().stream()))
                    .map(Money::currency))
            .collect(Collectors.toSet());
    boolean isOne = ofCampaigns.size() == 1 && ofCampaigns.containsAll(ofMoney);
    return new MoneyTerms(isOne ? ofCampaigns.stream().findAny() : Optional.empty(), facts.rates());
  }

  /** An amount of a day in these terms, or the rate that is missing; nothing needs no rate. */
  Cell cell(Money amount, LocalDate day, Evidence evidence) {
    if (currency.isEmpty()) {
      return Cell.of(Amounts.money(amount), evidence);
    }
    if (amount.isZero()) {
      return Cell.of(Amounts.money(Money.zero(currency.get())), evidence);
    }
    return rates
        .convert(amount, currency.get(), day)
        .map(converted -> Cell.of(Amounts.money(converted), evidence))
        .orElseGet(
            () ->
                Cell.missing(
                    Gap.notAvailable(
                        "no rate from %s to %s on %s or the %d days before"
                            .formatted(
                                amount.currency(), currency.get(), day, Rates.AGE_DAYS_MAX))));
  }
}
