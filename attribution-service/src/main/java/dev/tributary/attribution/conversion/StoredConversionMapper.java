package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of conversion, with its newest revision. */
final class StoredConversionMapper implements RowMapper<StoredConversion> {
  /**
   * The columns that it reads beside the key: of conversion, called t, and of its revision, called
   * u.
   */
  static final String COLUMNS =
      """
      t.conversion_time, t.currency_code, t.tax_mode, t.test, t.visitor_key, t.customer_key,
      t.content, t.receive_time, t.payment_state, t.payment_state_time, t.sequence,
      t.subscription_id, t.subscription_sequence, t.new_customer, t.new_customer_basis,
      t.hold_state, %s"""
          .formatted(RevisionMapper.COLUMNS);

  private final KeyColumns key = new KeyColumns();
  private final RevisionMapper revision = new RevisionMapper();

  @Override
  public StoredConversion map(ResultSet row, StatementContext context) throws SQLException {
    StoredContent content = StoredContentProtos.read(row.getBytes("content"));
    Payment payment =
        new Payment(
            PaymentState.valueOf(row.getString("payment_state")),
            Columns.time(row, "payment_state_time"));
    Conversion conversion =
        new Conversion(
            key.map(row, context),
            Columns.time(row, "conversion_time"),
            row.getString("currency_code"),
            TaxMode.valueOf(row.getString("tax_mode")),
            content.defaulted(),
            content.components(),
            content.codes(),
            person(row, "visitor_key"),
            person(row, "customer_key"),
            content.clickId(),
            payment,
            row.getBoolean("test"),
            content.selfReported(),
            subscription(row),
            newCustomer(row),
            content.checkout());
    return new StoredConversion(
        conversion,
        payment,
        revision.map(row, context),
        Columns.time(row, "receive_time"),
        row.getLong("sequence"),
        OrderHoldState.ofColumn(Columns.optionalText(row, "hold_state")));
  }

  private static Optional<Subscription> subscription(ResultSet row) throws SQLException {
    int sequence = row.getInt("subscription_sequence");
    return Columns.optionalText(row, "subscription_id").map(id -> new Subscription(id, sequence));
  }

  private static Optional<NewCustomer> newCustomer(ResultSet row) throws SQLException {
    Optional<String> basis = Columns.optionalText(row, "new_customer_basis");
    return Columns.optionalText(row, "new_customer")
        .map(
            state ->
                new NewCustomer(
                    NewCustomer.State.valueOf(state),
                    NewCustomer.Basis.valueOf(basis.orElseThrow())));
  }

  private static Optional<PersonKey> person(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column)).map(PersonKey::new);
  }
}
