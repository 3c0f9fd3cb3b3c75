package dev.tributary.local.output;

import dev.tributary.local.client.Peers;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.metrics.v1.ListKpisRequest;
import dev.tributary.runtime.money.Currencies;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.UnitMoney;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** KPI values as cells. */
public final class KpiCells {
  private final Map<String, KpiDefinition> definitions;

  private KpiCells(List<KpiDefinition> definitions) {
    this.definitions =
        definitions.stream()
            .collect(Collectors.toMap(KpiDefinition::getKpiId, Function.identity()));
  }

  /** Cells for the KPIs that the metrics service has. */
  public static KpiCells of(Peers peers) {
    return new KpiCells(peers.kpis().listKpis(ListKpisRequest.getDefaultInstance()).getKpisList());
  }

  /** The value as a cell; an unknown one is a dash for people and empty for programs. */
  public Grid.Cell cell(KpiValue kpi) {
    KpiDefinition definition = Objects.requireNonNull(definitions.get(kpi.getKpiId()));
    return new Grid.Cell(ValueTexts.of(kpi.getValue(), definition).inline(), exact(kpi.getValue()));
  }

  private static String exact(MeasuredValue value) {
    return switch (value.getValueCase()) {
      case COUNT -> Long.toString(value.getCount());
      case RATIO ->
          quotient(
              BigDecimal.valueOf(value.getRatio().getNumerator()),
              value.getRatio().getDenominator());
      case MONEY ->
          Currencies.format(value.getMoney().getCurrencyCode(), value.getMoney().getMinorUnits());
      case MONEY_TOTALS ->
          value.getMoneyTotals().getAmountsList().stream()
              .map(
                  money ->
                      Currencies.format(money.getCurrencyCode(), money.getMinorUnits())
                          + " "
                          + money.getCurrencyCode())
              .collect(Collectors.joining(" + "));
      case UNIT_MONEY -> exact(value.getUnitMoney());
      case BOUNDS -> value.getBounds().getMin() + ".." + value.getBounds().getMax();
      case VALUE_NOT_SET -> "";
    };
  }

  private static String exact(UnitMoney money) {
    BigDecimal units =
        BigDecimal.valueOf(money.getNumeratorMinor(), Currencies.exponent(money.getCurrencyCode()))
            .multiply(BigDecimal.valueOf(money.getMultiplier()));
    return quotient(units, money.getDenominator());
  }

  private static String quotient(BigDecimal numerator, long denominator) {
    return numerator
        .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64)
        .stripTrailingZeros()
        .toPlainString();
  }
}
