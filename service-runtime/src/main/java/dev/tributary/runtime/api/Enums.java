package dev.tributary.runtime.api;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.ProtocolMessageEnum;
import java.util.stream.Collectors;

/** What an enumeration accepts, for messages. */
final class Enums {
  private Enums() {}

  /** Names of all values but the unspecified one, in the contract's order. */
  static String accepted(ProtocolMessageEnum value) {
    return value.getDescriptorForType().getValues().stream()
        .filter(known -> known.getNumber() != 0)
        .map(EnumValueDescriptor::getName)
        .collect(Collectors.joining(", "));
  }
}
