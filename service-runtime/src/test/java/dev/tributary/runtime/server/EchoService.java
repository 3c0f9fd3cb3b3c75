package dev.tributary.runtime.server;

import com.google.protobuf.StringValue;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A service made by hand, so that a test decides what its handlers do: texts in, texts out. */
final class EchoService implements BindableService {
  static final String NAME = "tributary.echo.v1.EchoService";
  static final MethodDescriptor<StringValue, StringValue> ECHO = method("Echo", MethodType.UNARY);
  static final MethodDescriptor<StringValue, StringValue> FOLLOW =
      method("Follow", MethodType.SERVER_STREAMING);
  static final MethodDescriptor<StringValue, StringValue> CHAT =
      method("Chat", MethodType.BIDI_STREAMING);

  private BiConsumer<String, StreamObserver<StringValue>> echo =
      (text, out) -> Replies.reply(out, StringValue.of(text));
  private BiConsumer<String, StreamObserver<StringValue>> follow = echo;
  private Function<StreamObserver<StringValue>, StreamObserver<StringValue>> chat = out -> out;

  /** What the unary method answers. */
  EchoService echo(Function<String, String> answer) {
    return echoes((text, out) -> Replies.reply(out, StringValue.of(answer.apply(text))));
  }

  /** What the unary method does with the observer of its answer. */
  EchoService echoes(BiConsumer<String, StreamObserver<StringValue>> handler) {
    echo = handler;
    return this;
  }

  /** What the server-streaming method does. */
  EchoService follows(BiConsumer<String, StreamObserver<StringValue>> handler) {
    follow = handler;
    return this;
  }

  /** What the bidirectional method does. */
  EchoService chats(Function<StreamObserver<StringValue>, StreamObserver<StringValue>> handler) {
    chat = handler;
    return this;
  }

  /** Calls the unary method. */
  static String echo(Channel channel, String text) {
    return ClientCalls.blockingUnaryCall(channel, ECHO, CallOptions.DEFAULT, StringValue.of(text))
        .getValue();
  }

  /** Calls the server-streaming method. */
  static Iterator<StringValue> follow(Channel channel, String text) {
    return ClientCalls.blockingServerStreamingCall(
        channel, FOLLOW, CallOptions.DEFAULT, StringValue.of(text));
  }

  /** Opens the bidirectional method. */
  static StreamObserver<StringValue> chat(Channel channel, StreamObserver<StringValue> answers) {
    return ClientCalls.asyncBidiStreamingCall(channel.newCall(CHAT, CallOptions.DEFAULT), answers);
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder(NAME)
        .addMethod(
            ECHO, ServerCalls.asyncUnaryCall((text, out) -> echo.accept(text.getValue(), out)))
        .addMethod(
            FOLLOW,
            ServerCalls.asyncServerStreamingCall(
                (text, out) -> follow.accept(text.getValue(), out)))
        .addMethod(CHAT, ServerCalls.asyncBidiStreamingCall(out -> chat.apply(out)))
        .build();
  }

  private static MethodDescriptor<StringValue, StringValue> method(String name, MethodType type) {
    return MethodDescriptor.<StringValue, StringValue>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, name))
        .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .build();
  }
}
