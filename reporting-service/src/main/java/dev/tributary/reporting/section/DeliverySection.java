package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.reporting.figure.Numbers;
import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.section.Deliveries.Piece;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.Column;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Section;
import dev.tributary.reporting.v1.Table;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What was owed and what is out: deliverables, collaborations, posts and their disclosure. */
final class DeliverySection {
  private DeliverySection() {}

  static Section of(ReportFacts facts) {
    Deliveries deliveries = deliveries(facts);
    Section.Builder section =
        Section.newBuilder()
            .setSectionId("delivery")
            .setHeading("Delivery")
            .addAllSentences(sentences(deliveries));
    List<Collaboration> collaborations = facts.answers().collaborations();
    List<Post> posts = facts.answers().posts();
    if (!deliveries.pieces().isEmpty()) {
      section.addBlocks(Cells.block(byFormat(deliveries)));
    }
    counts("Collaborations by status", "Status", collaborations, c -> Labels.status(c.getStatus()))
        .forEach(section::addBlocks);
    counts("Posts by state", "State", posts, post -> state(post, facts.createTime()))
        .forEach(section::addBlocks);
    counts(
            "Disclosure of advertising",
            "Disclosed by",
            posts,
            post -> Labels.disclosure(post.getDisclosure()))
        .forEach(section::addBlocks);
    return section.build();
  }

  static Deliveries deliveries(ReportFacts facts) {
    return Deliveries.of(
        facts.answers().collaborations(), facts.answers().posts(), facts.days(), facts.today());
  }

  private static List<String> sentences(Deliveries deliveries) {
    long owed = deliveries.pieces().size();
    List<String> sentences = new ArrayList<>();
    if (owed > 0) {
      sentences.add(
          "%s of %s %s delivered."
              .formatted(
                  Numbers.count(deliveries.count(Piece::delivered)),
                  Sentence.counted(owed, "deliverable", "deliverables"),
                  deliveries.count(Piece::delivered) == 1 ? "is" : "are"));
    }
    long late = deliveries.count(Piece::late);
    if (late > 0) {
      sentences.add(Sentence.counted(late, "was", "were") + " published after the day it was due.");
    }
    long overdue = deliveries.count(Piece::overdue);
    if (overdue > 0) {
      sentences.add(Sentence.counted(overdue, "is", "are") + " overdue.");
    }
    return sentences;
  }

  private static Table byFormat(Deliveries deliveries) {
    List<Column> columns =
        List.of(
            Cells.textColumn("Format"),
            Cells.countColumn("Owed", "deliverables agreed"),
            Cells.countColumn("Due", "whose day has come"),
            Cells.countColumn("Delivered", "that name a post"),
            Cells.countColumn("Late", "published after the day they were due"),
            Cells.countColumn("Overdue", "not delivered, and their day has passed"));
    List<Row> rows =
        Arrays.stream(ContentFormat.values())
            .filter(format -> deliveries.count(piece -> piece.format() == format) > 0)
            .map(format -> row(Labels.format(format), deliveries.of(format)))
            .toList();
    return Cells.table("Deliverables by format", columns, rows, row("Total", deliveries));
  }

  private static Row row(String label, Deliveries deliveries) {
    return Cells.row(
        Cells.text(label),
        Cells.count(deliveries.pieces().size()),
        Cells.count(deliveries.count(Piece::due)),
        Cells.count(deliveries.count(Piece::delivered)),
        Cells.count(deliveries.count(Piece::late)),
        Cells.count(deliveries.count(Piece::overdue)));
  }

  /** A table that counts things by a property, most first; nothing for no things. */
  private static <T> List<Block> counts(
      String caption, String heading, List<T> things, Function<T, String> property) {
    if (things.isEmpty()) {
      return List.of();
    }
    Map<String, Long> counts = new TreeMap<>();
    things.forEach(thing -> counts.merge(property.apply(thing), 1L, Long::sum));
    List<Row> rows =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(entry -> Cells.row(Cells.text(entry.getKey()), Cells.count(entry.getValue())))
            .toList();
    List<Column> columns = List.of(Cells.textColumn(heading), Cells.countColumn("Number", ""));
    Row total = Cells.row(Cells.text("Total"), Cells.count(things.size()));
    return List.of(Cells.block(Cells.table(caption, columns, rows, total)));
  }

  private static String state(Post post, Instant now) {
    if (post.hasRemovalTime()) {
      return "Deleted or private";
    }
    if (post.hasExpireTime() && !ProtoTimes.toInstant(post.getExpireTime()).isAfter(now)) {
      return "Expired";
    }
    return post.hasPublishTime() ? "Public" : "Time of publication unknown";
  }
}
