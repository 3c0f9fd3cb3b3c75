package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.google.protobuf.StringValue;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.ClientInterceptors;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
  private static final String PERSON = "anna@example.org";

  private final Logger log = (Logger) LoggerFactory.getLogger(RequestLog.class);
  private final Lines lines = new Lines();
  private final EchoService service = new EchoService();

  @BeforeEach
  void listen() {
    log.setLevel(Level.DEBUG);
    log.setAdditive(false);
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
    log.setAdditive(true);
    log.setLevel(null);
  }

  @Test
  void a_call_leaves_one_line_with_its_outcome() {
    call();

    assertThat(lines.events).hasSize(1);
    assertThat(lines.events.get(0).getLevel()).isEqualTo(Level.DEBUG);
    assertThat(lines.texts().get(0))
        .matches("request r-1 tributary.echo.v1.EchoService/Echo workspace acme OK - \\d+ ms");
  }

  @Test
  void a_fault_of_the_caller_is_for_debugging_only() {
    service.echo(
        text -> {
          throw ApiException.notFound("campaign", text);
        });

    callAndFail();

    assertThat(lines.events).hasSize(1);
    assertThat(lines.events.get(0).getLevel()).isEqualTo(Level.DEBUG);
    assertThat(lines.texts().get(0)).contains("NOT_FOUND NOT_FOUND");
  }

  @Test
  void a_fault_of_ours_is_an_error_with_its_cause_and_only_once() {
    service.echo(
        text -> {
          throw new IllegalStateException("broken");
        });

    callAndFail();

    assertThat(lines.events).hasSize(1);
    assertThat(lines.events.get(0).getLevel()).isEqualTo(Level.ERROR);
    assertThat(lines.events.get(0).getThrowableProxy().getMessage()).isEqualTo("broken");
    assertThat(lines.texts().get(0)).contains("request r-1 ", "INTERNAL INTERNAL");
  }

  @Test
  void a_fault_after_the_answer_is_not_lost() {
    service.echoes(
        (text, out) -> {
          Replies.reply(out, StringValue.of(text));
          throw new IllegalStateException("broken");
        });

    call();

    assertThat(lines.events)
        .filteredOn(event -> event.getLevel() == Level.ERROR)
        .singleElement()
        .extracting(event -> event.getThrowableProxy().getMessage())
        .isEqualTo("broken");
  }

  @Test
  void a_fault_in_a_call_that_its_caller_gave_up_is_not_lost() throws Exception {
    CompletableFuture<Void> abandoned = new CompletableFuture<>();
    service.chats(
        out -> {
          ((ServerCallStreamObserver<StringValue>) out)
              .setOnCancelHandler(
                  () -> {
                    abandoned.complete(null);
                    throw new IllegalStateException("broken");
                  });
          out.onNext(StringValue.of("open"));
          return out;
        });
    try (TestServer server = TestServer.start(service)) {
      Collected answers = new Collected();
      var requests = EchoService.chat(server.channel("acme"), answers);
      assertThat(answers.next()).isEqualTo("open");
      requests.onError(new IllegalStateException("given up"));
      abandoned.get(20, TimeUnit.SECONDS);
    }

    assertThat(lines.events)
        .filteredOn(event -> event.getLevel() == Level.ERROR)
        .singleElement()
        .extracting(event -> event.getThrowableProxy().getMessage())
        .isEqualTo("broken");
  }

  @Test
  void a_lost_peer_is_a_warning_without_stack_trace() {
    service.echo(
        text -> {
          throw ApiException.peerUnavailable("database", new IllegalStateException("no route"));
        });

    callAndFail();

    assertThat(lines.events)
        .allSatisfy(event -> assertThat(event.getLevel()).isEqualTo(Level.WARN));
    assertThat(lines.texts().get(0)).contains("UNAVAILABLE PEER_UNAVAILABLE", "no route");
    assertThat(lines.events.get(0).getThrowableProxy()).isNull();
  }

  @Test
  void no_line_holds_what_a_request_or_an_answer_says() {
    service.echo(
        text -> {
          throw ApiException.fieldInvalid("customer_id", text + " (expected: nobody)");
        });

    callAndFail();

    assertThat(lines.texts()).isNotEmpty().noneMatch(line -> line.contains("anna"));
  }

  private void call() {
    try (TestServer server = TestServer.start(service)) {
      EchoService.echo(
          ClientInterceptors.intercept(server.channel("acme"), new RequestIdOnCalls("r-1")),
          PERSON);
    }
  }

  private void callAndFail() {
    assertThat(failureOf(this::call)).isNotNull();
  }

  /** Keeps the log's events in memory. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    List<String> texts() {
      return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
      events.add(event);
    }
  }
}
