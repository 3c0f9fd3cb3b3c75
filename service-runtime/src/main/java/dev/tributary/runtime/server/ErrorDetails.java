package dev.tributary.runtime.server;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import dev.tributary.runtime.api.ApiException;
import io.grpc.Metadata;
import io.grpc.protobuf.ProtoUtils;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ErrorInfo of ours out of a status's trailers. */
public final class ErrorDetails {
  private static final Metadata.Key<com.google.rpc.Status> STATUS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  private ErrorDetails() {}

  /** The reason, for example "NOT_FOUND"; empty for a status that is not one of ours. */
  public static Optional<String> reason(@Nullable Metadata trailers) {
    com.google.rpc.Status status = trailers == null ? null : trailers.get(STATUS);
    if (status == null) {
      return Optional.empty();
    }
    return status.getDetailsList().stream()
        .filter(detail -> detail.is(ErrorInfo.class))
        .map(ErrorDetails::unpack)
        .filter(info -> info.getDomain().equals(ApiException.DOMAIN))
        .map(ErrorInfo::getReason)
        .findFirst();
  }

  private static ErrorInfo unpack(Any detail) {
    try {
      return detail.unpack(ErrorInfo.class);
    } catch (InvalidProtocolBufferException notAnErrorInfo) {
      return ErrorInfo.getDefaultInstance();
    }
  }
}
