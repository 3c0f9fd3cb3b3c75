package dev.tributary.local.client;

import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.AnalysisServiceGrpc.AnalysisServiceBlockingStub;
import dev.tributary.attribution.v1.AnalysisServiceGrpc.AnalysisServiceBlockingV2Stub;
import dev.tributary.attribution.v1.CommissionServiceGrpc;
import dev.tributary.attribution.v1.CommissionServiceGrpc.CommissionServiceBlockingStub;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionServiceGrpc.ConversionServiceBlockingStub;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.HoldServiceGrpc.HoldServiceBlockingStub;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.LinkServiceGrpc.LinkServiceBlockingStub;
import dev.tributary.attribution.v1.PrivacyServiceGrpc;
import dev.tributary.attribution.v1.PrivacyServiceGrpc.PrivacyServiceBlockingStub;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.attribution.v1.TouchServiceGrpc.TouchServiceBlockingStub;
import dev.tributary.ingestion.v1.CatalogServiceGrpc;
import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.tributary.ingestion.v1.ObservationServiceGrpc;
import dev.tributary.ingestion.v1.ObservationServiceGrpc.ObservationServiceBlockingStub;
import dev.tributary.metrics.v1.KpiServiceGrpc;
import dev.tributary.metrics.v1.KpiServiceGrpc.KpiServiceBlockingStub;
import dev.tributary.reporting.v1.ReportServiceGrpc;
import dev.tributary.reporting.v1.ReportServiceGrpc.ReportServiceBlockingStub;
import dev.tributary.runtime.server.Channels;
import dev.tributary.runtime.settings.Secret;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.AbstractBlockingStub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Channels to the four services, and a stub for each of their APIs. Every call has a deadline. */
public final class Peers implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration RECONCILE_DEADLINE = Duration.ofMinutes(15);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

  private final ManagedChannel ingestion;
  private final ManagedChannel metrics;
  private final ManagedChannel attribution;
  private final ManagedChannel reporting;

  /** Opens the channels; each connects on its first call. */
  public Peers(Targets targets, Optional<Secret> key) {
    this(targets, target -> Channels.open(target, key));
  }

  private Peers(Targets targets, Function<String, ManagedChannel> open) {
    this.ingestion = open.apply(targets.ingestion());
    this.metrics = open.apply(targets.metrics());
    this.attribution = open.apply(targets.attribution());
    this.reporting = open.apply(targets.reporting());
  }

  /**
   * Opens channels that repeat nothing by themselves, so that every fault is seen. A call waits,
   * within its deadline, while its service is not there.
   */
  public static Peers withoutRetries(Targets targets) {
    return new Peers(
        targets,
        target ->
            Grpc.newChannelBuilder(target, InsecureChannelCredentials.create())
                .disableRetry()
                .intercept(new Waiting())
                .build());
  }

  /** Campaigns, creators, collaborations and posts. */
  public CatalogServiceBlockingStub catalog() {
    return timed(CatalogServiceGrpc.newBlockingStub(ingestion));
  }

  /** What was seen. */
  public ObservationServiceBlockingStub observations() {
    return timed(ObservationServiceGrpc.newBlockingStub(ingestion));
  }

  /** KPIs. */
  public KpiServiceBlockingStub kpis() {
    return timed(KpiServiceGrpc.newBlockingStub(metrics));
  }

  /** KPIs as they change: calls that last until they are cancelled. */
  public KpiServiceBlockingStub watching() {
    return KpiServiceGrpc.newBlockingStub(metrics);
  }

  /** Promo codes. */
  public PromoCodeServiceBlockingStub promoCodes() {
    return timed(PromoCodeServiceGrpc.newBlockingStub(attribution));
  }

  /** Tracking links. */
  public LinkServiceBlockingStub links() {
    return timed(LinkServiceGrpc.newBlockingStub(attribution));
  }

  /** Touches. */
  public TouchServiceBlockingStub touches() {
    return timed(TouchServiceGrpc.newBlockingStub(attribution));
  }

  /** Conversions, refunds and amendments. */
  public ConversionServiceBlockingStub conversions() {
    return timed(ConversionServiceGrpc.newBlockingStub(attribution));
  }

  /** Orders that are held back. */
  public HoldServiceBlockingStub holds() {
    return timed(HoldServiceGrpc.newBlockingStub(attribution));
  }

  /** Terms, statements and payments. */
  public CommissionServiceBlockingStub commissions() {
    return timed(CommissionServiceGrpc.newBlockingStub(attribution));
  }

  /** Forgetting authors of comments and mentions. */
  public dev.tributary.ingestion.v1.PrivacyServiceGrpc.PrivacyServiceBlockingStub authorPrivacy() {
    return timed(dev.tributary.ingestion.v1.PrivacyServiceGrpc.newBlockingStub(ingestion));
  }

  /** Forgetting customers, visitors and e-mail addresses. */
  public PrivacyServiceBlockingStub privacy() {
    return timed(PrivacyServiceGrpc.newBlockingStub(attribution));
  }

  /** Sums over the ledger. */
  public AnalysisServiceBlockingStub analysis() {
    return timed(AnalysisServiceGrpc.newBlockingStub(attribution));
  }

  /** The same for calls that send a shop's whole list: with minutes, and able to wait to write. */
  public AnalysisServiceBlockingV2Stub reconciling() {
    return AnalysisServiceGrpc.newBlockingV2Stub(attribution)
        .withDeadlineAfter(RECONCILE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reports. */
  public ReportServiceBlockingStub reports() {
    return timed(ReportServiceGrpc.newBlockingStub(reporting));
  }

  /** Ends the channels, those calls first that are still running. */
  @Override
  public void close() {
    List<ManagedChannel> channels = List.of(reporting, metrics, attribution, ingestion);
    channels.forEach(ManagedChannel::shutdown);
    for (ManagedChannel channel : channels) {
      try {
        if (!channel.awaitTermination(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          channel.shutdownNow();
        }
      } catch (InterruptedException hurried) {
        channel.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <S extends AbstractBlockingStub<S>> S timed(S stub) {
    return stub.withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets calls wait until there is a connection. */
  private static final class Waiting implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      return next.newCall(method, options.withWaitForReady());
    }
  }
}
