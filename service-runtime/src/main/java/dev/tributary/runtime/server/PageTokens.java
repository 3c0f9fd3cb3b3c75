package dev.tributary.runtime.server;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.tributary.runtime.api.ApiException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Page tokens: the key of the last row of a page, bound to the request's other arguments. Opaque to
 * clients, but not secret: a token only says where to go on, and what may be read is decided anew
 * for every page.
 */
public final class PageTokens {
  private static final int VERSION = 1;
  private static final int BINDING_BYTES = 8;

  private PageTokens() {}

  /**
   * The token with which the next page goes on.
   *
   * @param requestWithoutPageFields the request, page_size and page_token cleared
   * @param key values that identify the last row of this page in the order of the list
   */
  public static String encode(Message requestWithoutPageFields, List<String> key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.write(binding(requestWithoutPageFields));
      out.writeInt(key.size());
      for (String part : key) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
    } catch (IOException memoryNeverFails) {
      throw new UncheckedIOException(memoryNeverFails);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * The key after which to go on; empty for the first page.
   *
   * @throws ApiException PAGE_TOKEN_MISMATCH for a token that is not ours or belongs to other
   *     arguments
   */
  public static Optional<List<String>> decode(String token, Message requestWithoutPageFields) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      return Optional.of(read(new ByteArrayInputStream(bytes), requestWithoutPageFields));
    } catch (IllegalArgumentException | IOException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }

  /**
   * The number of rows to return.
   *
   * @param requested page_size of the request; 0 means the default, more than {@code max} means max
   * @throws ApiException FIELD_INVALID when negative
   */
  public static int pageSize(int requested, int defaultSize, int max) {
    if (requested < 0) {
      throw ApiException.fieldInvalid("page_size", requested + " (expected: 0-" + max + ")");
    }
    return requested == 0 ? defaultSize : Math.min(requested, max);
  }

  private static List<String> read(ByteArrayInputStream bytes, Message request) throws IOException {
    DataInputStream in = new DataInputStream(bytes);
    boolean ours = in.readByte() == VERSION;
    if (!ours || !Arrays.equals(in.readNBytes(BINDING_BYTES), binding(request))) {
      throw ApiException.pageTokenMismatch();
    }
    int parts = in.readInt();
    List<String> key = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw ApiException.pageTokenMismatch();
      }
      key.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    if (in.available() > 0) {
      throw ApiException.pageTokenMismatch();
    }
    return List.copyOf(key);
  }

  /** First bytes of the SHA-256 over the request's type and deterministic bytes. */
  private static byte[] binding(Message request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    out.writeStringNoTag(request.getDescriptorForType().getFullName());
    request.writeTo(out);
    out.flush();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return Arrays.copyOf(digest, BINDING_BYTES);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
