package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutPost;
import java.util.List;
import java.util.Optional;

/**
 * Totals of a past campaign, or of one creator in it.
 *
 * @param line where the row starts in the file
 * @param campaign the campaign, written only if there is none of the id
 * @param creatorId made from the name when the file has none
 * @param creatorName for people
 * @param accounts the creator's account, when told
 * @param summary the post that carries the counters: it stands for all of the creator's
 * @param counters the totals as they stood at the end
 * @param cost what was spent, when told
 */
record HistoryRow(
    long line,
    PutCampaign campaign,
    String creatorId,
    String creatorName,
    List<Account> accounts,
    PutPost summary,
    Optional<Observation> counters,
    Optional<Observation> cost) {
  HistoryRow {
    accounts = List.copyOf(accounts);
  }

  String campaignId() {
    return campaign.getCampaign().getCampaignId();
  }

  String collaborationId() {
    return summary.getPost().getCollaborationId();
  }
}
