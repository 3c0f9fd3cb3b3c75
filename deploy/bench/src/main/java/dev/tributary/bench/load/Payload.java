package dev.tributary.bench.load;

import io.grpc.Channel;

/** Makes requests and sends them. Used by one thread at a time. */
interface Payload {
  /** Builds a request and sends it; the answer may come on another thread. */
  void send(Channel channel, int items, Answer answer);

  /** Which calls. */
  enum Kind {
    /** RecordTouches with new touches and 1 % resent ones. */
    TOUCHES,
    /** RecordConversions with new orders of persons who have touches. */
    CONVERSIONS,
    /** ReservePromoCode of one code and then RecordConversions, for a new order. */
    CHECKOUTS
  }

  /** Takes what came of one call, once. */
  interface Answer {
    /** The call was answered, item by item. */
    void judged(int recorded, int alreadyRecorded, int rejected);

    /** The call failed. */
    void refused(Throwable fault);
  }
}
