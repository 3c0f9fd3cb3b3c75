package dev.tributary.reporting.render;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.tributary.reporting.v1.ReportContent;

/**
 * The content as JSON, as every protobuf library reads it. Contents have no maps, so no order is
 * left open.
 */
final class JsonRenderer implements Renderer {
  @Override
  public Rendering render(ReportContent content) {
    try {
      return new Rendering("application/json", JsonFormat.printer().print(content) + "\n");
    } catch (InvalidProtocolBufferException unknownType) {
      throw new IllegalStateException("contents hold no Any", unknownType);
    }
  }
}
