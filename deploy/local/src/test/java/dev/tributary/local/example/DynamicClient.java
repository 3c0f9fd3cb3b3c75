package dev.tributary.local.example;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls any RPC with JSON, knowing nothing but its descriptor. */
final class DynamicClient {
  private static final int DEADLINE_SECONDS = 60;

  private DynamicClient() {}

  /** The first answer of the RPC as JSON with the contract's field names. */
  static String call(Channel channel, MethodDescriptor method, List<String> requests) {
    try {
      CallOptions options =
          CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
      DynamicMessage answer =
          method.isClientStreaming()
              ? streamed(channel, options, method, requests)
              : single(channel, options, method, requests.get(0));
      return JsonFormat.printer().preservingProtoFieldNames().print(answer);
    } catch (InvalidProtocolBufferException unfit) {
      throw new IllegalArgumentException(method.getFullName() + ": " + unfit.getMessage(), unfit);
    }
  }

  private static DynamicMessage single(
      Channel channel, CallOptions options, MethodDescriptor method, String request)
      throws InvalidProtocolBufferException {
    DynamicMessage message = parse(method, request);
    if (!method.isServerStreaming()) {
      return ClientCalls.blockingUnaryCall(channel, described(method), options, message);
    }
    try (Context.CancellableContext context = Context.current().withCancellation()) {
      return context
          .wrap(
              () ->
                  ClientCalls.blockingServerStreamingCall(
                          channel, described(method), options, message)
                      .next())
          .call();
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static DynamicMessage streamed(
      Channel channel, CallOptions options, MethodDescriptor method, List<String> requests)
      throws InvalidProtocolBufferException {
    FirstAnswer first = new FirstAnswer();
    StreamObserver<DynamicMessage> call =
        ClientCalls.asyncBidiStreamingCall(channel.newCall(described(method), options), first);
    for (String request : requests) {
      call.onNext(parse(method, request));
    }
    if (!method.isServerStreaming()) {
      call.onCompleted();
      return first.message.join();
    }
    DynamicMessage answer = first.message.join();
    call.onCompleted();
    return answer;
  }

  private static final class FirstAnswer implements StreamObserver<DynamicMessage> {
    private final CompletableFuture<DynamicMessage> message = new CompletableFuture<>();

    @Override
    public void onNext(DynamicMessage answer) {
      message.complete(answer);
    }

    @Override
    public void onError(Throwable fault) {
      message.completeExceptionally(fault);
    }

    @Override
    public void onCompleted() {
      message.completeExceptionally(new IllegalStateException("no answer"));
    }
  }

  private static DynamicMessage parse(MethodDescriptor method, String json)
      throws InvalidProtocolBufferException {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(method.getInputType());
    JsonFormat.parser().merge(json, builder);
    return builder.build();
  }

  private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> described(
      MethodDescriptor method) {
    MethodType type =
        method.isClientStreaming()
            ? MethodType.BIDI_STREAMING
            : method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
        .setType(type)
        .setFullMethodName(method.getService().getFullName() + "/" + method.getName())
        .setRequestMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
        .setResponseMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
        .build();
  }
}
