package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.tributary.runtime.identity.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * A short hash of what a message says, by which a resend is told from a reused id. It goes field by
 * field, by number and value, over the fields that are present: a field added to the contract later
 * changes no fingerprint of a message without it. Stored; its form never changes without a new
 * version.
 */
final class Fingerprint {
  private static final byte VERSION = 1;
  private static final int HASH_BYTES = 16;

  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /** The version byte and the first {@value #HASH_BYTES} bytes of SHA-256 over the content. */
  static byte[] of(Message content) {
    var fingerprint = new Fingerprint(Sha256.digest());
    fingerprint.addMessage(content);
    return ByteBuffer.allocate(1 + HASH_BYTES)
        .put(VERSION)
        .put(fingerprint.digest.digest(), 0, HASH_BYTES)
        .array();
  }

  private void addMessage(Message message) {
    Map<FieldDescriptor, Object> present = message.getAllFields();
    addNumber(present.size());
    present.forEach(this::addField);
  }

  private void addField(FieldDescriptor field, Object value) {
    addNumber(field.getNumber());
    if (value instanceof List<?> elements) {
      addNumber(elements.size());
      elements.forEach(element -> addValue(field, element));
    } else {
      addValue(field, value);
    }
  }

  private void addValue(FieldDescriptor field, Object value) {
    switch (field.getJavaType()) {
      case INT, LONG -> addNumber(((Number) value).longValue());
      case BOOLEAN -> addNumber((Boolean) value ? 1 : 0);
      case ENUM -> addNumber(((EnumValueDescriptor) value).getNumber());
      case STRING -> addBytes(((String) value).getBytes(StandardCharsets.UTF_8));
      case BYTE_STRING -> addBytes(((ByteString) value).toByteArray());
      case MESSAGE -> addMessage((Message) value);
      case FLOAT, DOUBLE ->
          throw new IllegalArgumentException(
              field.getFullName() + ": a type without a fingerprint");
    }
  }

  private void addBytes(byte[] bytes) {
    addNumber(bytes.length);
    digest.update(bytes);
  }

  private void addNumber(long value) {
    digest.update(number.putLong(0, value).array());
  }
}
