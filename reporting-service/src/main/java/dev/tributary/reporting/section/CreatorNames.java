package dev.tributary.reporting.section;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.tributary.ingestion.v1.Creator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creators as a report names them: by name, with the id where two have the same one. */
final class CreatorNames {
  /** What belongs to the campaign and to no creator in particular. */
  static final String NOBODY = "Campaign as a whole";

  private final Map<String, String> labels = new HashMap<>();

  CreatorNames(List<Creator> creators) {
    Map<String, Long> bearers =
        creators.stream().collect(groupingBy(Creator::getDisplayName, counting()));
    for (Creator creator : creators) {
      String name = creator.getDisplayName();
      boolean unique = bearers.getOrDefault(name, 0L) == 1;
      labels.put(
          creator.getCreatorId(), unique ? name : name + " (" + creator.getCreatorId() + ")");
    }
  }

  /** The name; the id of a creator that the catalogue does not have. */
  String label(String creatorId) {
    return creatorId.isEmpty() ? NOBODY : labels.getOrDefault(creatorId, creatorId);
  }
}
