package dev.tributary.local.importing;

import java.util.List;
import java.util.stream.Stream;

/** What a row of a file is. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of and toList
enum Kind {
  /** A campaign. */
  CAMPAIGNS("a campaign; one that is there is replaced as a whole", CampaignRows.FIELDS),
  /** A creator with what was agreed. */
  ROSTER(
      "a creator and a piece of content that is due; rows of one creator are one collaboration",
      RosterRows.FIELDS),
  /** A post, with its counters when there are any. */
  POSTS("a post, with its counters when it has any", postFields()),
  /** Counters of a post. */
  OBSERVATIONS(
      "counters of a post as they stood, or with a day, as they grew", CounterRows.POST_FIELDS),
  /** Counters of an account. */
  ACCOUNTS("counters of an account as they stood", CounterRows.ACCOUNT_FIELDS),
  /** A part of an audience. */
  AUDIENCE(
      "a part of an audience; rows that differ in nothing but the part are one breakdown",
      AudienceRows.FIELDS),
  /** A comment. */
  COMMENTS("a comment under a post", CommentRows.FIELDS),
  /** An order. */
  ORDERS("an order as the shop has it", OrderRows.FIELDS),
  /** Money given back. */
  REFUNDS("a refund; one of an order that has not come yet is held", RefundRows.FIELDS),
  /** A click or a visit. */
  TOUCHES("a click or a visit", TouchRows.FIELDS),
  /** A promo code. */
  CODES("a promo code", CodeRows.FIELDS),
  /** What a collaboration earns. */
  TERMS("what a collaboration earns from a moment on", TermsRows.FIELDS),
  /** A tracking link. */
  LINKS("a tracking link", LinkRows.FIELDS),
  /** An item of cost. */
  COSTS("an item of cost; a later row of its cost_id replaces it", CostRows.FIELDS),
  /** A day of web traffic. */
  TRAFFIC("a day of web traffic of a campaign or a collaboration", TrafficRows.FIELDS),
  /** An exchange rate. */
  RATES("an exchange rate of a day", RateRows.FIELDS),
  /** Totals of a past campaign. */
  HISTORY("totals of a past campaign, or of one creator in it", HistoryRows.FIELDS);

  private final String meaning;
  private final List<Field> fields;

  Kind(String meaning, List<Field> fields) {
    this.meaning = meaning;
    this.fields = fields;
  }

  /** What a row is, in words. */
  String meaning() {
    return meaning;
  }

  /** What a row may have, metrics of every name aside. */
  List<Field> fields() {
    return fields;
  }

  /** Whether a mapped field that is none of the fields is a metric. */
  boolean hasFreeMetrics() {
    return this == POSTS || this == OBSERVATIONS || this == ACCOUNTS;
  }

  /** Fields of posts, then those of counters that posts do not have. */
  private static List<Field> postFields() {
    List<String> own = PostRows.FIELDS.stream().map(Field::name).toList();
    return Stream.concat(
            PostRows.FIELDS.stream(),
            CounterRows.POST_FIELDS.stream().filter(field -> !own.contains(field.name())))
        .toList();
  }
}
