package dev.tributary.attribution.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an item says, field by field, in the form that decides whether a resend is the same. Absent
 * fields are not in it, so a field that is added to the contract later changes nothing for items
 * that do not have it. Persons stand in it as keyed hashes only.
 */
public final class Content {
  private final Map<String, String> fields;

  private Content(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Starts with no field. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Name of the first field that differs, in this content's order, then the other's; empty when
   * they are the same.
   */
  public Optional<String> firstDifference(Content other) {
    Set<String> names = new LinkedHashSet<>(fields.keySet());
    names.addAll(other.fields.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(fields.get(name), other.fields.get(name)))
        .findFirst();
  }

  /** The same without a field. */
  public Content without(String field) {
    Map<String, String> others = new LinkedHashMap<>(fields);
    others.remove(field);
    return new Content(Collections.unmodifiableMap(others));
  }

  /** The fields in their order, for the fingerprint. */
  Map<String, String> fields() {
    return fields;
  }

  /** Collects fields in the order in which differences are looked for. */
  public static final class Builder {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a field; an empty text counts as absent. */
    public Builder text(String field, String value) {
      if (!value.isEmpty()) {
        fields.put(field, value);
      }
      return this;
    }

    /**
     * Adds a field if it is present, in the form of its {@code toString}, which must never change.
     */
    public Builder optional(String field, Optional<?> value) {
      return text(field, value.map(Object::toString).orElse(""));
    }

    /** Adds a time in microseconds since 1970. */
    public Builder time(String field, Instant value) {
      return text(field, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, value)));
    }

    /** Adds a truth value; false counts as absent. */
    public Builder flag(String field, boolean value) {
      return text(field, value ? "true" : "");
    }

    /** The content so far. */
    public Content build() {
      return new Content(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
    }
  }
}
