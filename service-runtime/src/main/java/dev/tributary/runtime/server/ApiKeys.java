package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open this server, and to which workspace. Only SHA-256 hashes of keys are stored;
 * keys are long and random, so a plain hash is enough. Safe for use by many threads.
 */
public final class ApiKeys {
  /** Workspace of a server without keys. */
  public static final String DEFAULT_WORKSPACE = "default";

  private static final String SCHEME = "Bearer ";
  private static final Caller ANYBODY = new Caller(DEFAULT_WORKSPACE, EnumSet.allOf(Scope.class));

  private final boolean open;
  private final Function<String, Optional<Caller>> callerOfKey;

  /** Headers that proved good before. Only good ones are kept, so strangers cannot fill it. */
  private final Map<String, Caller> known = new ConcurrentHashMap<>();

  ApiKeys(boolean open, Function<String, Optional<Caller>> callerOfKey) {
    this.open = open;
    this.callerOfKey = callerOfKey;
  }

  /**
   * No keys: every call belongs to the workspace "default" and may do all. Such a server listens on
   * loopback only.
   */
  public static ApiKeys open() {
    return new ApiKeys(true, key -> Optional.of(ANYBODY));
  }

  /**
   * Keys from a file with lines {@code sha256-of-key-in-hex workspace scope,scope}; empty lines and
   * those that start with # are skipped.
   *
   * @throws IOException when the file cannot be read
   * @throws dev.tributary.runtime.settings.SettingsException with every bad line, and when there is
   *     no key at all
   */
  public static ApiKeys read(Path file) throws IOException {
    Map<String, Caller> callerByHash = KeyFile.read(file);
    return new ApiKeys(false, key -> Optional.ofNullable(callerByHash.get(hash(key))));
  }

  /** Whether calls need no credential. */
  public boolean isOpen() {
    return open;
  }

  /** The caller that a header stands for; throws CREDENTIAL_INVALID for none. */
  Caller caller(@Nullable String authorization) {
    if (open) {
      return ANYBODY;
    }
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      throw ApiException.credentialInvalid();
    }
    Caller before = known.get(authorization);
    if (before != null) {
      return before;
    }
    Caller caller =
        callerOfKey
            .apply(authorization.substring(SCHEME.length()))
            .orElseThrow(ApiException::credentialInvalid);
    known.put(authorization, caller);
    return caller;
  }

  /** The value of the authorization header for a key. */
  static String header(String key) {
    return SCHEME + key;
  }

  private static String hash(String key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
