package dev.tributary.ingestion.observation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Optional;

/** Finds the field that tells two contents apart, for an answer that a developer can act on. */
final class FirstDifference {
  private FirstDifference() {}

  /**
   * The path of the first field, in the contract's order, that differs, as {@code
   * post_counters.counters[1].count}; empty if the messages are equal.
   */
  static Optional<String> between(Message stored, Message sent) {
    for (FieldDescriptor field : sent.getDescriptorForType().getFields()) {
      Optional<String> path =
          field.isRepeated() ? inList(field, stored, sent) : inField(field, stored, sent);
      if (path.isPresent()) {
        return path;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inField(FieldDescriptor field, Message stored, Message sent) {
    boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    if (isMessage && stored.hasField(field) && sent.hasField(field)) {
      return inValue(field.getName(), stored.getField(field), sent.getField(field));
    }
    boolean isSame =
        (!field.hasPresence() || stored.hasField(field) == sent.hasField(field))
            && stored.getField(field).equals(sent.getField(field));
    return isSame ? Optional.empty() : Optional.of(field.getName());
  }

  private static Optional<String> inList(FieldDescriptor field, Message stored, Message sent) {
    List<?> before = (List<?>) stored.getField(field);
    List<?> after = (List<?>) sent.getField(field);
    int common = Math.min(before.size(), after.size());
    for (int i = 0; i < common; i++) {
      Optional<String> path = inValue(field.getName() + "[" + i + "]", before.get(i), after.get(i));
      if (path.isPresent()) {
        return path;
      }
    }
    return before.size() == after.size() ? Optional.empty() : Optional.of(field.getName());
  }

  private static Optional<String> inValue(String path, Object stored, Object sent) {
    if (stored.equals(sent)) {
      return Optional.empty();
    }
    boolean isStructure = sent instanceof Message && !(sent instanceof Timestamp);
    return isStructure
        ? between((Message) stored, (Message) sent).map(inner -> path + "." + inner)
        : Optional.of(path);
  }
}
