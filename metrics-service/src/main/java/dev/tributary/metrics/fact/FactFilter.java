package dev.tributary.metrics.fact;

import java.util.Set;

/**
 * What a question is about, within one workspace. Values of one field are alternatives, different
 * fields must all hold, an empty field asks for everything.
 *
 * <p>The loader applies campaigns, creators and collaborations; the engine applies platforms,
 * formats and posts itself, because only the whole collaboration tells whether its costs and sales
 * belong to one platform. So the loader gives every post of a collaboration of which it gives one.
 *
 * @param workspace whose facts
 * @param campaignIds campaigns
 * @param creatorIds creators
 * @param collaborationIds collaborations
 * @param platforms platforms
 * @param formats formats
 * @param postIds posts
 */
public record FactFilter(
    String workspace,
    Set<String> campaignIds,
    Set<String> creatorIds,
    Set<String> collaborationIds,
    Set<Platform> platforms,
    Set<ContentFormat> formats,
    Set<String> postIds) {

  /** Keeps the sets unchangeable. */
  public FactFilter {
    campaignIds = Set.copyOf(campaignIds);
    creatorIds = Set.copyOf(creatorIds);
    collaborationIds = Set.copyOf(collaborationIds);
    platforms = Set.copyOf(platforms);
    formats = Set.copyOf(formats);
    postIds = Set.copyOf(postIds);
  }

  /** Everything of a workspace. */
  public static FactFilter everything(String workspace) {
    return new FactFilter(workspace, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }
}
