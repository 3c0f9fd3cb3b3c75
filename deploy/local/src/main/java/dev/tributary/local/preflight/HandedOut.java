package dev.tributary.local.preflight;

import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.ListLinksRequest;
import dev.tributary.attribution.v1.ListLinksResponse;
import dev.tributary.attribution.v1.ListPromoCodesRequest;
import dev.tributary.attribution.v1.ListPromoCodesResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.client.Peers;
import java.util.ArrayList;
import java.util.List;

/** Codes and links of collaborations, page by page. */
record HandedOut(Peers peers) {

  List<PromoCode> codes(String collaborationId) {
    List<PromoCode> codes = new ArrayList<>();
    String token = "";
    do {
      ListPromoCodesResponse page =
          peers
              .promoCodes()
              .listPromoCodes(
                  ListPromoCodesRequest.newBuilder()
                      .setCollaborationId(collaborationId)
                      .setPageToken(token)
                      .build());
      codes.addAll(page.getPromoCodesList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return codes;
  }

  List<Link> links(String collaborationId) {
    List<Link> links = new ArrayList<>();
    String token = "";
    do {
      ListLinksResponse page =
          peers
              .links()
              .listLinks(
                  ListLinksRequest.newBuilder()
                      .setCollaborationId(collaborationId)
                      .setPageToken(token)
                      .build());
      links.addAll(page.getLinksList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return links;
  }
}
