package dev.tributary.local.example;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One file of {@code deploy/clients/examples}: a call and what its answer must contain.
 *
 * @param name the file's name
 * @param rpc {@code package.Service/Method}
 * @param requests the request, or those of a stream, as JSON
 * @param expect a part of the (first) answer
 * @param take variables for later examples, with the field of the answer each is taken from
 */
record Example(
    String name, String rpc, List<String> requests, JsonObject expect, Map<String, String> take) {

  /** All examples in the order they must be called. */
  static List<Example> all() {
    try (Stream<Path> files = Files.list(directory())) {
      return files.sorted().map(Example::read).toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static Path directory() {
    return Path.of("..", "clients", "examples");
  }

  private static Example read(Path file) {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      List<String> requests = new ArrayList<>();
      if (json.has("request")) {
        requests.add(json.get("request").toString());
      } else {
        json.getAsJsonArray("requests").forEach(request -> requests.add(request.toString()));
      }
      Map<String, String> take = new TreeMap<>();
      if (json.has("take")) {
        json.getAsJsonObject("take")
            .asMap()
            .forEach((variable, field) -> take.put(variable, field.getAsString()));
      }
      return new Example(
          file.getFileName().toString(),
          json.get("rpc").getAsString(),
          List.copyOf(requests),
          json.getAsJsonObject("expect"),
          take);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The requests with variables filled in. */
  List<String> requests(Map<String, String> variables) {
    List<String> filled = new ArrayList<>();
    for (String request : requests) {
      String text = request;
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        text = text.replace("${" + variable.getKey() + "}", variable.getValue());
      }
      filled.add(text);
    }
    return filled;
  }

  /** Where an answer lacks what is expected, as a path; empty when it has all of it. */
  static String missing(JsonElement expected, JsonElement actual, String path) {
    if (expected.isJsonObject() && actual.isJsonObject()) {
      for (Map.Entry<String, JsonElement> field : expected.getAsJsonObject().entrySet()) {
        String here = path + "." + field.getKey();
        JsonElement value = actual.getAsJsonObject().get(field.getKey());
        String found = value == null ? here + ": absent" : missing(field.getValue(), value, here);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return "";
    }
    if (expected.isJsonArray() && actual.isJsonArray()) {
      return missing(expected.getAsJsonArray(), actual.getAsJsonArray(), path);
    }
    return expected.equals(actual) ? "" : path + ": " + actual + " (expected: " + expected + ")";
  }

  private static String missing(JsonArray expected, JsonArray actual, String path) {
    if (actual.size() < expected.size()) {
      return path + ": " + actual.size() + " items (expected: " + expected.size() + " or more)";
    }
    for (int i = 0; i < expected.size(); i++) {
      String found = missing(expected.get(i), actual.get(i), path + "[" + i + "]");
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
