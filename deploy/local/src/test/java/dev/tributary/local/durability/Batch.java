package dev.tributary.local.durability;

import dev.tributary.type.v1.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Facts that are sent together, always with the same content.
 *
 * @param ids one for each fact, unique among all facts of a test
 * @param call sends them
 */
record Batch(List<String> ids, Call call) {

  /** A call that is made once or, when nobody knows what became of it, again. */
  interface Call {
    /** Sends the batch; answers one verdict for each fact. */
    CompletableFuture<List<Verdict>> send(Client client);
  }
}
