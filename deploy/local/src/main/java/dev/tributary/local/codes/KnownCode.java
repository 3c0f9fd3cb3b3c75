package dev.tributary.local.codes;

import dev.tributary.attribution.v1.CheckPromoCodeRequest;
import dev.tributary.attribution.v1.CheckPromoCodeResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.RefusedException;

/** Finds the code that people mean. */
public final class KnownCode {
  private KnownCode() {}

  /**
   * A code as typed, whether it is valid now or not.
   *
   * @throws RefusedException if the shop has none
   */
  public static PromoCode find(Peers peers, String storefront, String typed) {
    CheckPromoCodeResponse answer =
        peers
            .promoCodes()
            .checkPromoCode(
                CheckPromoCodeRequest.newBuilder()
                    .setCode(typed)
                    .setStorefrontId(storefront)
                    .build());
    if (!answer.hasPromoCode()) {
      throw new RefusedException(
          answer.getReason(), "no code '%s' in %s".formatted(typed, storefront));
    }
    return answer.getPromoCode();
  }
}
