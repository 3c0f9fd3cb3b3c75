package dev.tributary.local.client;

import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.GetStatementResponse;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.ListLinksRequest;
import dev.tributary.attribution.v1.ListLinksResponse;
import dev.tributary.attribution.v1.ListPromoCodesRequest;
import dev.tributary.attribution.v1.ListPromoCodesResponse;
import dev.tributary.attribution.v1.ListTermsRequest;
import dev.tributary.attribution.v1.ListTermsResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCollaborationsResponse;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListCreatorsResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the services' lists to their ends, page by page.
 *
 * @param peers where from
 */
public record PagedLists(Peers peers) {
  private static final int PAGE_SIZE = 1_000;

  /** All creators, by id. */
  public List<Creator> creators() {
    ListCreatorsRequest.Builder request = ListCreatorsRequest.newBuilder().setPageSize(PAGE_SIZE);
    return all(
        token -> peers.catalog().listCreators(request.setPageToken(token).build()),
        ListCreatorsResponse::getCreatorsList,
        ListCreatorsResponse::getNextPageToken);
  }

  /** All collaborations of a campaign, by id. */
  public List<Collaboration> collaborations(String campaignId) {
    ListCollaborationsRequest.Builder request =
        ListCollaborationsRequest.newBuilder().setCampaignId(campaignId).setPageSize(PAGE_SIZE);
    return all(
        token -> peers.catalog().listCollaborations(request.setPageToken(token).build()),
        ListCollaborationsResponse::getCollaborationsList,
        ListCollaborationsResponse::getNextPageToken);
  }

  /**
   * Codes, by id.
   *
   * @param collaborationId only those that it owns now; empty for all of the workspace
   */
  public List<PromoCode> codes(String collaborationId) {
    ListPromoCodesRequest.Builder request =
        ListPromoCodesRequest.newBuilder()
            .setCollaborationId(collaborationId)
            .setPageSize(PAGE_SIZE);
    return all(
        token -> peers.promoCodes().listPromoCodes(request.setPageToken(token).build()),
        ListPromoCodesResponse::getPromoCodesList,
        ListPromoCodesResponse::getNextPageToken);
  }

  /** Links of a collaboration, by id. */
  public List<Link> links(String collaborationId) {
    ListLinksRequest.Builder request =
        ListLinksRequest.newBuilder().setCollaborationId(collaborationId).setPageSize(PAGE_SIZE);
    return all(
        token -> peers.links().listLinks(request.setPageToken(token).build()),
        ListLinksResponse::getLinksList,
        ListLinksResponse::getNextPageToken);
  }

  /** All versions of terms, by collaboration and version; of one collaboration or of all. */
  public List<CommissionTerms> terms(String collaborationId) {
    ListTermsRequest.Builder request =
        ListTermsRequest.newBuilder().setCollaborationId(collaborationId).setPageSize(PAGE_SIZE);
    return all(
        token -> peers.commissions().listTerms(request.setPageToken(token).build()),
        ListTermsResponse::getTermsList,
        ListTermsResponse::getNextPageToken);
  }

  /** The lines of a statement, by number. */
  public List<CommissionLine> lines(long statementNumber) {
    GetStatementRequest.Builder request =
        GetStatementRequest.newBuilder().setStatementNumber(statementNumber).setPageSize(PAGE_SIZE);
    return all(
        token -> peers.commissions().getStatement(request.setPageToken(token).build()),
        GetStatementResponse::getLinesList,
        GetStatementResponse::getNextPageToken);
  }

  /**
   * Reads a list to its end.
   *
   * @param read a page by its token, which is empty for the first
   */
  public static <P, T> List<T> all(
      Function<String, P> read, Function<P, List<T>> items, Function<P, String> nextToken) {
    List<T> found = new ArrayList<>();
    String token = "";
    do {
      P page = read.apply(token);
      found.addAll(items.apply(page));
      token = nextToken.apply(page);
    } while (!token.isEmpty());
    return found;
  }
}
