package dev.tributary.ingestion.content;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;
import java.util.Map;

/**
 * The one form in which a message is compared and stored: times in microseconds, as databases and
 * peers hold them, and nothing that this version of the contract does not know, since nobody has
 * checked it.
 */
public final class Canonical {
  private Canonical() {}

  /** The canonical form of a message whose times were found valid. */
  @SuppressWarnings("unchecked")
  public static <M extends Message> M of(M message) {
    return (M) canonical(message);
  }

  private static Message canonical(Message message) {
    if (message instanceof Timestamp time) {
      return ProtoTimes.toProto(ProtoTimes.toInstant(time));
    }
    Message.Builder builder =
        message.toBuilder().setUnknownFields(UnknownFieldSet.getDefaultInstance());
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      if (field.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        builder.setField(field.getKey(), canonicalValue(field.getValue()));
      }
    }
    return builder.build();
  }

  private static Object canonicalValue(Object value) {
    return value instanceof List<?> elements
        ? elements.stream().map(element -> canonical((Message) element)).toList()
        : canonical((Message) value);
  }
}
