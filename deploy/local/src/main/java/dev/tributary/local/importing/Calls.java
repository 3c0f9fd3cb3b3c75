package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreateLinksResponse;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.CreatePromoCodesResponse;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.LinkResult;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.RecordAmendmentsRequest;
import dev.tributary.attribution.v1.RecordAmendmentsResponse;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordRefundsResponse;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.PutCampaignsResponse;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCollaborationsRequest;
import dev.tributary.ingestion.v1.PutCollaborationsResponse;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.ingestion.v1.PutCreatorsRequest;
import dev.tributary.ingestion.v1.PutCreatorsResponse;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.ingestion.v1.PutPostsRequest;
import dev.tributary.ingestion.v1.PutPostsResponse;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.local.client.Peers;
import dev.tributary.type.v1.Verdict;
import java.util.function.UnaryOperator;

/**
 * The batch calls that importers make.
 *
 * @param peers where to
 */
record Calls(Peers peers) {
  BatchCall<PutCampaign, CatalogResult> campaigns() {
    return BatchCall.of(
        items ->
            peers
                .catalog()
                .putCampaigns(PutCampaignsRequest.newBuilder().addAllItems(items).build()),
        PutCampaignsResponse::getPosition,
        PutCampaignsResponse::getResultsList,
        CatalogResult::getVerdict);
  }

  BatchCall<PutCreator, CatalogResult> creators() {
    return BatchCall.of(
        items ->
            peers.catalog().putCreators(PutCreatorsRequest.newBuilder().addAllItems(items).build()),
        PutCreatorsResponse::getPosition,
        PutCreatorsResponse::getResultsList,
        CatalogResult::getVerdict);
  }

  BatchCall<PutCollaboration, CatalogResult> collaborations() {
    return BatchCall.of(
        items ->
            peers
                .catalog()
                .putCollaborations(
                    PutCollaborationsRequest.newBuilder().addAllItems(items).build()),
        PutCollaborationsResponse::getPosition,
        PutCollaborationsResponse::getResultsList,
        CatalogResult::getVerdict);
  }

  BatchCall<PutPost, CatalogResult> posts() {
    return BatchCall.of(
        items -> peers.catalog().putPosts(PutPostsRequest.newBuilder().addAllItems(items).build()),
        PutPostsResponse::getPosition,
        PutPostsResponse::getResultsList,
        CatalogResult::getVerdict);
  }

  BatchCall<Observation, Verdict> observations() {
    return BatchCall.of(
        items ->
            peers
                .observations()
                .recordObservations(
                    RecordObservationsRequest.newBuilder().addAllObservations(items).build()),
        RecordObservationsResponse::getPosition,
        RecordObservationsResponse::getResultsList,
        UnaryOperator.identity());
  }

  BatchCall<Touch, Verdict> touches() {
    return BatchCall.of(
        items ->
            peers
                .touches()
                .recordTouches(RecordTouchesRequest.newBuilder().addAllTouches(items).build()),
        RecordTouchesResponse::getPosition,
        RecordTouchesResponse::getResultsList,
        UnaryOperator.identity());
  }

  BatchCall<PromoCode, Verdict> codes() {
    return BatchCall.of(
        items ->
            peers
                .promoCodes()
                .createPromoCodes(
                    CreatePromoCodesRequest.newBuilder().addAllPromoCodes(items).build()),
        CreatePromoCodesResponse::getPosition,
        CreatePromoCodesResponse::getResultsList,
        UnaryOperator.identity());
  }

  BatchCall<Link, LinkResult> links() {
    return BatchCall.of(
        items ->
            peers.links().createLinks(CreateLinksRequest.newBuilder().addAllLinks(items).build()),
        CreateLinksResponse::getPosition,
        CreateLinksResponse::getResultsList,
        LinkResult::getVerdict);
  }

  BatchCall<Conversion, ConversionResult> conversions() {
    return BatchCall.of(
        items ->
            peers
                .conversions()
                .recordConversions(
                    RecordConversionsRequest.newBuilder().addAllConversions(items).build()),
        RecordConversionsResponse::getPosition,
        RecordConversionsResponse::getResultsList,
        ConversionResult::getVerdict);
  }

  BatchCall<Refund, RefundResult> refunds() {
    return BatchCall.of(
        items ->
            peers
                .conversions()
                .recordRefunds(RecordRefundsRequest.newBuilder().addAllRefunds(items).build()),
        RecordRefundsResponse::getPosition,
        RecordRefundsResponse::getResultsList,
        RefundResult::getVerdict);
  }

  BatchCall<Amendment, AmendmentResult> amendments() {
    return BatchCall.of(
        items ->
            peers
                .conversions()
                .recordAmendments(
                    RecordAmendmentsRequest.newBuilder().addAllAmendments(items).build()),
        RecordAmendmentsResponse::getPosition,
        RecordAmendmentsResponse::getResultsList,
        AmendmentResult::getVerdict);
  }
}
