package dev.tributary.local.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.util.List;

/** What must be there before the first order comes. */
final class Setup {
  private Setup() {}

  /** Returns when codes, links and early clicks are recorded. */
  static void send(Client client, Sales sales) {
    requireRecorded(
        PromoCodeServiceGrpc.newBlockingStub(client.channel())
            .createPromoCodes(
                CreatePromoCodesRequest.newBuilder().addAllPromoCodes(sales.codes()).build())
            .getResultsList());
    requireRecorded(
        LinkServiceGrpc.newBlockingStub(client.channel())
            .createLinks(CreateLinksRequest.newBuilder().addAllLinks(sales.links()).build())
            .getResultsList()
            .stream()
            .map(result -> result.getVerdict())
            .toList());
    requireRecorded(client.record(sales.earlyTouches()).join());
  }

  private static void requireRecorded(List<Verdict> verdicts) {
    assertThat(verdicts)
        .extracting(Verdict::getStatus)
        .containsOnly(VerdictStatus.VERDICT_STATUS_RECORDED);
  }
}
