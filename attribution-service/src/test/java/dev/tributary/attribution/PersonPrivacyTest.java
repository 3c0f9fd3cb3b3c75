package dev.tributary.attribution;

import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.Samples.touch;
import static dev.tributary.attribution.TestAttribution.ID_KEY;
import static dev.tributary.attribution.identity.IdentityLinks.login;
import static dev.tributary.attribution.identity.IdentityLinks.logout;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeCreditScope;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.CreatePromoCodesResponse;
import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.EraseSubjectResponse;
import dev.tributary.attribution.v1.ErasedRows;
import dev.tributary.attribution.v1.PrivacyServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.attribution.v1.SelfReported;
import dev.tributary.attribution.v1.TouchConsent;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.testing.StoredText;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A person's id, as it came, is nowhere but in the request. */
class PersonPrivacyTest {
  private static final String SECRET = "secret-7731";

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.tributary");
  private final Level levelBefore = ours.getLevel();

  @BeforeEach
  void listen_to_everything_we_log() {
    logged.start();
    ours.setLevel(Level.TRACE);
    ours.addAppender(logged);
    ours.setAdditive(false);
  }

  @AfterEach
  void stop_listening() {
    ours.setAdditive(true);
    ours.detachAppender(logged);
    ours.setLevel(levelBefore);
  }

  @ParameterizedTest
  @EnumSource
  void no_column_no_answer_and_no_log_line_holds_it(TestDatabases kind) {
    try (TestAttribution service = TestAttribution.start(kind)) {
      RecordTouchesResponse answer = record(service);
      assertThat(reserve(service).getReserved()).isTrue();

      assertThat(statuses(answer.getResultsList()))
          .containsExactly(
              "RECORDED",
              "DUPLICATE_IN_BATCH test",
              "FIELD_MALFORMED visitor_id",
              "FIELD_MALFORMED customer_id");
      assertThat(answer.toString()).doesNotContain(SECRET);
      assertThat(everythingStored(service))
          .contains("known-touch", "known-order")
          .doesNotContain(SECRET);
    }
    assertThat(logged.list).isNotEmpty();
    assertThat(logged.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void no_file_of_the_embedded_database_holds_it() throws IOException {
    Path file;
    try (TestAttribution service = TestAttribution.start(TestDatabases.H2)) {
      file = Path.of(service.database().url().substring("jdbc:h2:file:".length()));
      record(service);
      reserve(service);
    }
    try (var files = Files.list(file.getParent())) {
      List<String> contents =
          files.filter(Files::isRegularFile).map(PersonPrivacyTest::read).toList();
      assertThat(contents).anyMatch(content -> content.contains("known-touch"));
      assertThat(contents).noneMatch(content -> content.contains(SECRET));
    }
  }

  @ParameterizedTest
  @EnumSource
  void after_an_erasure_no_column_and_no_entry_of_the_feed_holds_even_the_hash(TestDatabases kind) {
    try (TestAttribution service = TestAttribution.start(kind)) {
      Shop shop = new Shop(service, "acme").has(link("anna-bio"));
      record(service);
      reserve(service);
      shop.linked(
          login("l-1", "visitor-" + SECRET, "customer-" + SECRET, TestAttribution.NOW),
          logout("l-2", "visitor-" + SECRET, TestAttribution.NOW));
      shop.has(
          Samples.code("BINDER").setCreditScope(CodeCreditScope.CODE_CREDIT_SCOPE_THIS_AND_FUTURE));
      shop.record(
          Orders.order("o-1")
              .addCodes(Orders.code("BINDER"))
              .setVisitorId("visitor-" + SECRET)
              .setCustomerId("customer-" + SECRET)
              .setSelfReported(SelfReported.newBuilder().setRawText("I am " + SECRET)));
      shop.settled("o-1");
      PersonHasher hasher = PersonHasher.open(Optional.of(ID_KEY), Path.of("none"), false);
      List<byte[]> hashes =
          List.of(
              hasher.hash("acme", PersonKind.VISITOR, "visitor-" + SECRET).bytes(),
              hasher.hash("acme", PersonKind.CUSTOMER, "customer-" + SECRET).bytes());
      String before = everythingStored(service);
      assertThat(hashes).allMatch(hash -> before.contains(StoredText.of(hash)));
      assertThat(before).contains("I am " + SECRET);

      EraseSubjectResponse erased =
          PrivacyServiceGrpc.newBlockingStub(service.channel("acme"))
              .eraseSubject(
                  EraseSubjectRequest.newBuilder()
                      .setErasureId("e-1")
                      .setCustomerId("customer-" + SECRET)
                      .build());

      assertThat(erased.getReceipt().getErasedList())
          .extracting(ErasedRows::getName)
          .containsExactly(
              "code_binding",
              "code_customer_counter",
              "code_reservation",
              "conversion.customer",
              "conversion.self_reported",
              "conversion.visitor",
              "identity_link.customer",
              "identity_link.visitor",
              "touch.customer",
              "touch.visitor");
      String after = everythingStored(service);
      assertThat(hashes).noneMatch(hash -> after.contains(StoredText.of(hash)));
      assertThat(after).contains("known-touch", "known-order", "o-1").doesNotContain(SECRET);
    }
    assertThat(logged.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(line -> line.contains(SECRET));
  }

  @ParameterizedTest
  @EnumSource
  void without_consent_no_column_holds_even_the_hash(TestDatabases kind) {
    try (TestAttribution service = TestAttribution.start(kind)) {
      new Shop(service, "acme")
          .touched(
              touch("denied-touch")
                  .setVisitorId("visitor-" + SECRET)
                  .setCustomerId("customer-" + SECRET)
                  .setConsent(TouchConsent.TOUCH_CONSENT_DENIED));
      PersonHasher hasher = PersonHasher.open(Optional.of(ID_KEY), Path.of("none"), false);

      assertThat(everythingStored(service))
          .contains("denied-touch")
          .doesNotContain(
              StoredText.of(hasher.hash("acme", PersonKind.VISITOR, "visitor-" + SECRET).bytes()))
          .doesNotContain(
              StoredText.of(
                  hasher.hash("acme", PersonKind.CUSTOMER, "customer-" + SECRET).bytes()));
    }
  }

  private static RecordTouchesResponse record(TestAttribution service) {
    String visitor = "visitor-" + SECRET;
    String customer = "customer-" + SECRET;
    return TouchServiceGrpc.newBlockingStub(service.channel("acme"))
        .recordTouches(
            RecordTouchesRequest.newBuilder()
                .addTouches(touch("known-touch").setVisitorId(visitor).setCustomerId(customer))
                .addTouches(
                    touch("known-touch")
                        .setVisitorId(visitor)
                        .setCustomerId(customer)
                        .setTest(true))
                .addTouches(touch("t2").setVisitorId(visitor + " "))
                .addTouches(touch("t3").setCustomerId(customer + "\u0000"))
                .build());
  }

  private static ReservePromoCodeResponse reserve(TestAttribution service) {
    var codes = PromoCodeServiceGrpc.newBlockingStub(service.channel("acme"));
    CreatePromoCodesResponse unused =
        codes.createPromoCodes(
            CreatePromoCodesRequest.newBuilder()
                .addPromoCodes(
                    code("ANNA10").setLimits(CodeLimits.newBuilder().setMaxUsesPerCustomer(1)))
                .build());
    Money nothing = Money.newBuilder().setCurrencyCode("EUR").build();
    return codes.reservePromoCode(
        ReservePromoCodeRequest.newBuilder()
            .setCode("ANNA10")
            .setOrderKey("known-order")
            .setCustomerId("customer-" + SECRET)
            .setAmount(nothing)
            .setDiscount(nothing)
            .build());
  }

  /** All columns of all tables as text; bytes as the characters that they would be. */
  private static String everythingStored(TestAttribution service) {
    try (Database database =
        Database.open(service.database(), "db/log", "db/follower", "db/attribution")) {
      return StoredText.of(database);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
