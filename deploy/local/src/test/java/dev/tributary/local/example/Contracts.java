package dev.tributary.local.example;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every RPC of the contracts, found in the descriptor set that the proto module ships. */
final class Contracts {
  private Contracts() {}

  /** RPCs by {@code package.Service/Method}. */
  static SortedMap<String, MethodDescriptor> methods() {
    SortedMap<String, MethodDescriptor> methods = new TreeMap<>();
    for (FileDescriptor file : files().values()) {
      for (ServiceDescriptor service : file.getServices()) {
        for (MethodDescriptor method : service.getMethods()) {
          methods.put(service.getFullName() + "/" + method.getName(), method);
        }
      }
    }
    return methods;
  }

  private static Map<String, FileDescriptor> files() {
    try (InputStream in =
        Contracts.class.getClassLoader().getResourceAsStream("tributary/descriptors.binpb")) {
      Map<String, FileDescriptor> built = new HashMap<>();
      Map<String, FileDescriptorProto> all = new HashMap<>();
      FileDescriptorSet.parseFrom(in).getFileList().forEach(file -> all.put(file.getName(), file));
      for (String name : all.keySet()) {
        build(name, all, built);
      }
      return built;
    } catch (IOException | DescriptorValidationException fault) {
      throw new IllegalStateException("the descriptor set cannot be read", fault);
    }
  }

  private static FileDescriptor build(
      String name, Map<String, FileDescriptorProto> all, Map<String, FileDescriptor> built)
      throws DescriptorValidationException {
    FileDescriptor known = built.get(name);
    if (known != null) {
      return known;
    }
    FileDescriptorProto proto = all.get(name);
    FileDescriptor[] imports = new FileDescriptor[proto.getDependencyCount()];
    for (int i = 0; i < imports.length; i++) {
      imports[i] = build(proto.getDependency(i), all, built);
    }
    FileDescriptor file = FileDescriptor.buildFrom(proto, imports);
    built.put(name, file);
    return file;
  }

  /** Whether an RPC's answer depends on what was written, and the RPC itself writes nothing. */
  static boolean reads(MethodDescriptor method) {
    Descriptor request = method.getInputType();
    return !request
        .getName()
        .matches(
            "(Put|Record|Stream|Create|Update|Archive|Reserve|Release|Rotate|Place|Resolve|Replay"
                + "|Link|Erase|Lock|Mark).*");
  }
}
