package dev.tributary.local.codes;

import dev.tributary.attribution.v1.CodePeers;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.local.command.Names;
import dev.tributary.type.v1.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Codes that are alike, as the catalogue knows them and attribution does not. */
public final class PeerGroups {
  private PeerGroups() {}

  /** Codes grouped by the platform of their creators; a code alone on its platform is in none. */
  public static List<CodePeers> byPlatform(List<PromoCode> codes, List<Creator> creators) {
    Map<String, Platform> platforms = new HashMap<>();
    for (Creator creator : creators) {
      if (creator.getAccountsCount() > 0) {
        platforms.put(creator.getCreatorId(), creator.getAccounts(0).getPlatform());
      }
    }
    SortedMap<Platform, List<String>> groups = new TreeMap<>();
    for (PromoCode code : codes) {
      Platform platform = platforms.get(code.getOwner().getCreatorId());
      if (platform != null) {
        groups.computeIfAbsent(platform, first -> new ArrayList<>()).add(code.getCodeId());
      }
    }
    return groups.entrySet().stream()
        .filter(group -> group.getValue().size() > 1)
        .map(
            group ->
                CodePeers.newBuilder()
                    .setName(Names.plain("PLATFORM_", group.getKey().name()))
                    .addAllCodeIds(group.getValue())
                    .build())
        .toList();
  }
}
