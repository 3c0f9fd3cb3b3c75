package dev.tributary.attribution.conversion;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.ComponentChanges;
import dev.tributary.attribution.credit.Components;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.EnumMap;
import java.util.Map;

/**
 * What orders are made of, in the contract and in our records. Both messages have a field for each
 * {@link Component} under its name; a test keeps it so.
 */
final class ComponentsProtos {
  private ComponentsProtos() {}

  /** Parses amounts of the field "components". */
  static Components parse(dev.tributary.attribution.v1.Components proto) throws Rejected {
    return new Components(inRange("components.", told(proto), 0));
  }

  /** Parses signed amounts of the field "changes". */
  static ComponentChanges parse(dev.tributary.attribution.v1.ComponentChanges proto)
      throws Rejected {
    return new ComponentChanges(inRange("changes.", told(proto), -Components.MINOR_MAX));
  }

  /** Amounts that were parsed before they were stored. */
  static Components stored(dev.tributary.attribution.v1.Components proto) {
    return new Components(told(proto));
  }

  /** The message of amounts. */
  static dev.tributary.attribution.v1.Components toProto(Components components) {
    var proto = dev.tributary.attribution.v1.Components.newBuilder();
    components
        .minor()
        .forEach((component, minor) -> proto.setField(field(proto, component), minor));
    return proto.build();
  }

  /** The message of signed amounts. */
  static dev.tributary.attribution.v1.ComponentChanges toProto(ComponentChanges changes) {
    var proto = dev.tributary.attribution.v1.ComponentChanges.newBuilder();
    changes.minor().forEach((component, minor) -> proto.setField(field(proto, component), minor));
    return proto.build();
  }

  private static Map<Component, Long> told(Message proto) {
    Map<Component, Long> told = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      FieldDescriptor field = field(proto, component);
      if (proto.hasField(field)) {
        told.put(component, (Long) proto.getField(field));
      }
    }
    return told;
  }

  private static FieldDescriptor field(MessageOrBuilder proto, Component component) {
    return proto.getDescriptorForType().findFieldByName(component.fieldName());
  }

  private static Map<Component, Long> inRange(String path, Map<Component, Long> told, long min)
      throws Rejected {
    for (var part : told.entrySet()) {
      Fields.inRange(path + part.getKey().fieldName(), part.getValue(), min, Components.MINOR_MAX);
    }
    return told;
  }
}
