package dev.tributary.runtime.log;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import dev.tributary.runtime.api.ApiException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one form of a position outside this process: base64url over a version byte, the feed's name
 * and id, and a pair of varints for each shard. Tokens are kept by callers and in databases, so a
 * new form gets a new version and this one stays readable.
 */
final class PositionsCodec {
  private static final int VERSION = 1;

  /** Longer than any token of ours; refuses junk before it is decoded. */
  private static final int TOKEN_CHARACTERS_MAX = 4_000;

  private PositionsCodec() {}

  static String encode(Positions positions) {
    var bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeUInt32NoTag(VERSION);
      out.writeStringNoTag(positions.feed());
      out.writeStringNoTag(positions.feedId());
      out.writeUInt32NoTag(positions.sequences().size());
      for (var entry : positions.sequences().entrySet()) {
        out.writeUInt32NoTag(entry.getKey());
        out.writeUInt64NoTag(entry.getValue());
      }
      out.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot fail to be written", impossible);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * Any feed's position; the error cannot name a feed, since the token is where the name would be.
   */
  static Positions decode(String token) {
    try {
      return read(token);
    } catch (IOException | IllegalArgumentException malformed) {
      throw ApiException.positionUnknown("");
    }
  }

  static Positions decode(String feed, String token) {
    try {
      Positions positions = read(token);
      if (positions.feed().equals(feed)) {
        return positions;
      }
      throw new IllegalArgumentException("feed: " + positions.feed() + " (expected: " + feed + ")");
    } catch (IOException | IllegalArgumentException malformed) {
      throw ApiException.positionUnknown(feed);
    }
  }

  private static Positions read(String token) throws IOException {
    if (token.length() > TOKEN_CHARACTERS_MAX) {
      throw new IllegalArgumentException("token: " + token.length() + " characters");
    }
    CodedInputStream in = CodedInputStream.newInstance(Base64.getUrlDecoder().decode(token));
    if (in.readUInt32() != VERSION) {
      throw new IllegalArgumentException("token of an unknown version");
    }
    String feed = in.readStringRequireUtf8();
    String feedId = in.readStringRequireUtf8();
    SortedMap<Integer, Long> sequences = new TreeMap<>();
    for (int left = in.readUInt32(); left > 0; left--) {
      sequences.put(in.readUInt32(), in.readUInt64());
    }
    if (!in.isAtEnd()) {
      throw new IllegalArgumentException("token with bytes behind its end");
    }
    return new Positions(feed, feedId, sequences);
  }
}
