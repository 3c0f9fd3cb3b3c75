package dev.tributary.reporting.peer;

import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.metrics.v1.SeriesPoint;
import java.util.List;

/**
 * Everything that the other services answered about a campaign; a report is a function of it.
 *
 * @param campaign the campaign
 * @param collaborations its collaborations, by id
 * @param creators their creators, as far as the catalogue knows them
 * @param posts their posts
 * @param definitions the KPI catalogue
 * @param kpis the values
 * @param series the objective's main KPI by day, oldest first; empty before the campaign begins
 * @param faults faults in the data, the first of them when there are many
 * @param credits the campaign's credits by source
 * @param orders credits by source, and all orders, of the campaign's days
 */
public record CampaignAnswers(
    Campaign campaign,
    List<Collaboration> collaborations,
    List<Creator> creators,
    List<Post> posts,
    List<KpiDefinition> definitions,
    KpiAnswer kpis,
    List<SeriesPoint> series,
    ListDataFaultsResponse faults,
    SummarizeCreditsResponse credits,
    SummarizeCreditsResponse orders) {

  /** Keeps its own copies. */
  public CampaignAnswers {
    collaborations = List.copyOf(collaborations);
    creators = List.copyOf(creators);
    posts = List.copyOf(posts);
    definitions = List.copyOf(definitions);
    series = List.copyOf(series);
  }
}
