package dev.tributary.attribution.hold;

import com.google.protobuf.Message;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionKeyProtos;
import dev.tributary.attribution.request.SingleLine;
import dev.tributary.attribution.request.TimeRange;
import dev.tributary.attribution.request.TimeRangeProtos;
import dev.tributary.attribution.v1.CodeUses;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands about holds, from the contract. */
final class HoldRequestProtos {
  private static final int ACTOR_CHARACTERS_MAX = 255;
  private static final int REASON_CHARACTERS_MAX = 1_000;

  private HoldRequestProtos() {}

  /** What a request wants placed. */
  static HoldTask parse(PlaceHoldsRequest request) throws Rejected {
    HoldCommand command =
        command(
            request.getActor(),
            request.getReason(),
            request.getBatchId(),
            request.getValidateOnly());
    requireOne("uses", request.getOrdersCount() > 0, request.hasUses(), "orders or uses");
    HoldTask.Target target =
        request.hasUses() ? uses(request.getUses()) : named("orders", request.getOrdersList());
    String codeId =
        target instanceof HoldTask.Uses uses
            ? uses.codeId()
            : Fields.optionalId("code_id", request.getCodeId()).orElse("");
    HoldEvidence evidence = HoldEvidence.ofCode(command.reason(), codeId);
    return new HoldTask(
        target,
        new HoldTask.Place(new Finding(personsRule(request.getRule()), evidence)),
        command,
        request.getValidateOnly(),
        bytes(request.toBuilder().clearBatchId().build()));
  }

  /** What a request wants resolved. */
  static HoldTask parse(ResolveHoldsRequest request) throws Rejected {
    String resolution = Fields.known("resolution", request.getResolution()).name();
    HoldCommand command =
        command(
            request.getActor(),
            request.getReason(),
            request.getBatchId(),
            request.getValidateOnly());
    requireOne("filter", request.getHoldsCount() > 0, request.hasFilter(), "holds or filter");
    return new HoldTask(
        request.hasFilter() ? filtered(request) : named("holds", request.getHoldsList()),
        new HoldTask.Resolve(
            HoldTask.Resolution.valueOf(resolution.substring("HOLD_RESOLUTION_".length()))),
        command,
        request.getValidateOnly(),
        bytes(request.toBuilder().clearBatchId().build()));
  }

  /** Which holds a message means. */
  static HoldFilter parse(String field, dev.tributary.attribution.v1.HoldFilter proto)
      throws Rejected {
    return new HoldFilter(
        state(field, proto.getState()),
        rule(field, proto.getRule()),
        Fields.optionalId(field + ".creator_id", proto.getCreatorId()),
        Fields.optionalId(field + ".campaign_id", proto.getCampaignId()),
        Fields.optionalId(field + ".code_id", proto.getCodeId()),
        Fields.optionalId(field + ".storefront_id", proto.getStorefrontId()),
        TimeRangeProtos.parse(field + ".time_range", proto.hasTimeRange(), proto.getTimeRange()));
  }

  /** A range that has to be there. */
  static TimeRange range(String field, boolean present, dev.tributary.type.v1.TimeRange proto)
      throws Rejected {
    Optional<TimeRange> range = TimeRangeProtos.parse(field, present, proto);
    if (range.isEmpty()) {
      throw new Rejected(ErrorReason.ERROR_REASON_FIELD_MISSING, field, "absent (it is required)");
    }
    return range.get();
  }

  private static HoldTask.Target filtered(ResolveHoldsRequest request) throws Rejected {
    HoldFilter filter = parse("filter", request.getFilter());
    if (!filter.isNarrow()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          "filter",
          "it means all holds (expected: a rule, creator, campaign, code or time range)");
    }
    return new HoldTask.Filtered(filter);
  }

  private static HoldTask.Target uses(CodeUses uses) throws Rejected {
    return new HoldTask.Uses(
        Fields.id("uses.code_id", uses.getCodeId()),
        range("uses.time_range", uses.hasTimeRange(), uses.getTimeRange()));
  }

  private static HoldTask.Target named(String field, List<HoldKey> keys) throws Rejected {
    Batches.check(field, keys.size());
    Map<ConversionKey, Collection<Integer>> holdNos = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      HoldKey key = keys.get(i);
      String at = field + "[" + i + "]";
      try {
        int holdNo = (int) Fields.inRange("hold_no", key.getHoldNo(), 0, Integer.MAX_VALUE);
        holdNos
            .computeIfAbsent(
                ConversionKeyProtos.parse(
                    key.getStorefrontId(), key.getType(), key.getCustomType(), key.getOrderId()),
                absent -> new LinkedHashSet<>())
            .add(holdNo);
      } catch (Rejected rejected) {
        throw rejected.withPrefix(at);
      }
    }
    return new HoldTask.Named(holdNos);
  }

  private static HoldCommand command(
      String actor, String reason, String batchId, boolean validateOnly) throws Rejected {
    return new HoldCommand(
        SingleLine.requiredText("actor", actor, ACTOR_CHARACTERS_MAX),
        Fields.requiredText("reason", reason, REASON_CHARACTERS_MAX),
        validateOnly
            ? Fields.optionalId("batch_id", batchId).orElse("")
            : Fields.id("batch_id", batchId));
  }

  private static HoldRule personsRule(dev.tributary.attribution.v1.HoldRule proto) throws Rejected {
    if (proto == dev.tributary.attribution.v1.HoldRule.HOLD_RULE_UNSPECIFIED) {
      return HoldRule.MANUAL;
    }
    HoldRule rule = known("rule", proto);
    if (rule.isAutomatic()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          "rule",
          rule + " (expected: one that persons use, CODE_LEAK, CODE_ROTATION or MANUAL)");
    }
    return rule;
  }

  private static Optional<HoldRule> rule(String field, dev.tributary.attribution.v1.HoldRule proto)
      throws Rejected {
    return proto == dev.tributary.attribution.v1.HoldRule.HOLD_RULE_UNSPECIFIED
        ? Optional.empty()
        : Optional.of(known(field + ".rule", proto));
  }

  private static HoldRule known(String field, dev.tributary.attribution.v1.HoldRule proto)
      throws Rejected {
    return HoldRule.valueOf(
        Fields.known(field, proto).name().substring(HoldProtos.RULE_PREFIX.length()));
  }

  private static Optional<HoldState> state(
      String field, dev.tributary.attribution.v1.HoldState proto) throws Rejected {
    if (proto == dev.tributary.attribution.v1.HoldState.HOLD_STATE_UNSPECIFIED) {
      return Optional.empty();
    }
    String name = Fields.known(field + ".state", proto).name();
    return Optional.of(HoldState.valueOf(name.substring(HoldProtos.STATE_PREFIX.length())));
  }

  private static void requireOne(String field, boolean one, boolean other, String expected)
      throws Rejected {
    if (one == other) {
      throw new Rejected(
          one ? ErrorReason.ERROR_REASON_FIELD_MALFORMED : ErrorReason.ERROR_REASON_FIELD_MISSING,
          field,
          (one ? "both are given" : "neither is given") + " (expected: " + expected + ")");
    }
  }

  /** The same bytes for the same request: our messages have no maps. */
  private static byte[] bytes(Message request) {
    return request.toByteArray();
  }
}
